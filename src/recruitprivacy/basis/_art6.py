"""
The lawful bases of an activity, each with what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.basis._activity import Activity, AskedBy, ContractWith, refuse_faulty
from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._consent import (
    NOTHING,
    ConsentAsked,
    consent_premises,
    consent_remarks,
)
from recruitprivacy.basis._duties import duty_premises
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._interests import about, interests_premises, interests_remarks
from recruitprivacy.basis._national import said
from recruitprivacy.basis._premise import Premise
from recruitprivacy.basis._traits import Traits, traits
from recruitprivacy.findings import Step
from recruitprivacy.law import Law, Recruitment, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.vocabulary import BUILT_IN, Kind, LawfulBasis, Vocabulary

__all__ = ["Option", "assess", "options"]

PARTY: Final = Message("basis.contract.party", "the person is a party to the contract")
CALLED_FOR: Final = Message(
    "basis.contract.called_for", "a contract with the person can call for this purpose"
)
NEEDED: Final = Message(
    "basis.contract.needed", "the contract cannot be made or carried out without it"
)
ASKED: Final = Message("basis.contract.asked", "the person asked for it")
ANOTHERS: Final = Message(
    "basis.contract.anothers",
    "steps the person asked for are covered although the contract in view is with somebody else",
)
COULD_OBLIGE: Final = Message("basis.duty.possible", "a law can ask for this purpose")
NOT_AGREED: Final = Message(
    "basis.duty.no_contract", "A client’s wish or a contract is no legal duty."
)
LIFE: Final = Message("basis.vital.life", "somebody’s life or health hangs on it")
THEIRS: Final = Message("basis.contract.theirs", "the data are needed for what was agreed or asked")
AGENCY: Final = Message(
    "basis.contract.agency",
    "The contract in view is the client’s, not the agency’s; whether the agency’s own steps are "
    "covered is read in more than one way.",
)
FOR_ANOTHER: Final = Message(
    "basis.use.for_another",
    "The firm acts on a client’s instructions here: the basis is the client’s, and the firm needs "
    "the instruction.",
)
ITS_OWN: Final = Message(
    "basis.use.condition", "the condition the firm itself has set is met: {condition}"
)
RECOGNISED: Final = Message(
    "basis.interests.recognised",
    "British law has recognised interests that need no balance; they are not looked at here.",
)
SWAP: Final = Message(
    "basis.consent.no_swap",
    "Whoever asks for consent cannot fall back in silence on another basis when it is withdrawn.",
)


@attrs.frozen(kw_only=True)
class Option(Answer):
    """
    One basis, and whether the activity can rest on it.

    Attributes:
        basis: The basis.
        stated: Whether the firm states it for this activity.
    """

    basis: LawfulBasis
    stated: bool = False


@attrs.frozen(kw_only=True)
class Asked:
    """
    An activity under the law of its situation.
    """

    activity: Activity
    frame: Frame
    known: Traits


Premises: TypeAlias = Callable[[Asked], Iterator[Premise]]
Remarks: TypeAlias = Callable[[Asked], Iterator[Step]]


def _consent(asked: Asked) -> Iterator[Premise]:
    yield from consent_premises(asked.frame, _agreement(asked), purpose=asked.activity.purpose)


def _contract(asked: Asked) -> Iterator[Premise]:
    activity, cites = asked.activity, asked.frame.cite("GDPR Art. 6(1)(b)")
    party = None if activity.contract is None else activity.contract is ContractWith.PERSON
    yield _possible(asked, called_for=asked.known.contract)
    yield Premise(fact="contract", holds=party, what=PARTY, cites=cites)
    yield Premise(fact="necessary", holds=activity.necessary, what=NEEDED, cites=cites)


def _precontract(asked: Asked) -> Iterator[Premise]:
    activity, cites = asked.activity, asked.frame.cite("GDPR Art. 6(1)(b)")
    yield _possible(asked, called_for=asked.known.precontract)
    by_person = None if activity.asked_by is None else activity.asked_by is AskedBy.PERSON
    asked_for = asked.known.asked if by_person is None else by_person
    if activity.contract is ContractWith.OTHER:
        # The text asks for the person's request, and leaves open whose contract comes of it.
        yield Premise(fact="contract", holds=None, what=ANOTHERS, cites=cites, judged=True)
    yield Premise(fact="asked_by", holds=asked_for, what=ASKED, cites=cites)
    yield Premise(fact="necessary", holds=activity.necessary, what=NEEDED, cites=cites)


def _possible(asked: Asked, *, called_for: bool | None) -> Premise:
    # By its meaning a purpose can rule a contract out, and never in: what is open is not asked.
    cites = asked.frame.cite("GDPR Art. 6(1)(b)", "EDPB 2/2019")
    return Premise(fact="purpose", holds=called_for is not False, what=CALLED_FOR, cites=cites)


def _duty(asked: Asked) -> Iterator[Premise]:
    activity, cites = asked.activity, ("GDPR Art. 6(1)(c)", "GDPR Art. 6(3)")
    possible = asked.known.duty is not False
    if not possible:
        cited = asked.frame.cite(*cites)
        yield Premise(fact="purpose", holds=False, what=COULD_OBLIGE, cites=cited)
    yield from duty_premises(
        asked.frame,
        "duties",
        activity.duties,
        activity.categories if possible else (),
        *cites,
        role=activity.role,
    )
    cited = asked.frame.cite("GDPR Art. 6(1)(c)")
    yield Premise(fact="necessary", holds=activity.necessary, what=THEIRS, cites=cited)


def _vital(asked: Asked) -> Iterator[Premise]:
    endangered = asked.activity.endangered
    holds = asked.known.vital if endangered is None else endangered
    cites = asked.frame.cite("GDPR Art. 6(1)(d)", "GDPR Recital 46")
    yield Premise(fact="endangered", holds=holds, what=LIFE, cites=cites)


def _public_task(asked: Asked) -> Iterator[Premise]:
    activity, cites = asked.activity, ("GDPR Art. 6(1)(e)", "GDPR Art. 6(3)")
    tasks = activity.tasks
    if tasks is None and activity.public_task is False:
        tasks = ()
    yield from duty_premises(asked.frame, "tasks", tasks, (), *cites)
    cited = asked.frame.cite("GDPR Art. 6(1)(e)")
    yield Premise(fact="necessary", holds=activity.necessary, what=THEIRS, cites=cited)


def _interests(asked: Asked) -> Iterator[Premise]:
    activity = asked.activity
    yield from interests_premises(
        asked.frame,
        activity.assessment,
        purpose=activity.purpose,
        named=None if activity.interests is None else bool(activity.interests),
        necessary=activity.necessary,
        public_task=activity.public_task,
    )


def _promised(asked: Asked) -> Iterator[Premise]:
    """
    List the conditions the firm itself set: outside them, people were told of no purpose.
    """
    words, cites = asked.frame.vocabulary, asked.frame.cite("GDPR Art. 5(1)(b)")
    for condition in asked.activity.when:
        what = phrase(ITS_OWN, condition=words.term(Kind.CONDITION, condition).label)
        holds = said(asked.activity.given, condition, words)
        yield Premise(fact=condition, holds=holds, what=what, cites=cites)


def _for_another(asked: Asked) -> Iterator[Step]:
    if asked.frame.situation.recruitment is Recruitment.OUTSOURCED:
        cites = asked.frame.cite("GDPR Art. 28(3)(a)", "GDPR Art. 29")
        yield Step(says=phrase(FOR_ANOTHER), cites=cites, fact="situation.recruitment")


def _agreed(asked: Asked) -> Iterator[Step]:
    yield from consent_remarks(asked.frame, _agreement(asked))
    yield Step(
        says=phrase(SWAP), cites=asked.frame.cite("GDPR Art. 7(3)", "EDPB 05/2020 para. 122")
    )


def _whose_contract(asked: Asked) -> Iterator[Step]:
    if asked.frame.situation.recruitment in {Recruitment.AGENCY, Recruitment.UNKNOWN}:
        cites = asked.frame.cite("GDPR Art. 6(1)(b)")
        yield Step(says=phrase(AGENCY), cites=cites, fact="situation.recruitment")


def _no_contract(asked: Asked) -> Iterator[Step]:
    wishes = ("client_requires", "client_requests", "contract_requires")
    if asked.activity.asked_by is AskedBy.CLIENT or any(
        asked.activity.given.get(wish) for wish in wishes
    ):
        cites = asked.frame.cite("GDPR Art. 6(1)(c)", "GDPR Art. 6(3)")
        yield Step(says=phrase(NOT_AGREED), cites=cites)


def _weighs(asked: Asked) -> Iterator[Step]:
    activity = asked.activity
    marketing = asked.known.marketing if activity.marketing is None else activity.marketing
    expected, weighed = activity.expected, about(asked.frame, activity.assessment, activity.purpose)
    if expected is None and weighed is not None:
        expected = weighed.expected
    yield from interests_remarks(
        asked.frame,
        expected=expected,
        child=activity.young,
        marketing=marketing,
        from_others=_from_others(asked),
    )
    if asked.frame.act not in {"", "GDPR"}:
        yield Step(says=phrase(RECOGNISED), cites=asked.frame.cite("GDPR Art. 6(1)"))


def _from_others(asked: Asked) -> bool:
    source = asked.activity.source
    origin = None if source is None else asked.frame.vocabulary.term(Kind.SOURCE, source).origin
    return origin is not None and not origin.is_direct


def _nothing(asked: Asked) -> Iterator[Step]:
    del asked
    yield from ()


BASES: Final[Mapping[LawfulBasis, tuple[Premises, Remarks]]] = MappingProxyType(
    {
        LawfulBasis.CONSENT: (_consent, _agreed),
        LawfulBasis.CONTRACT: (_contract, _nothing),
        LawfulBasis.PRECONTRACT: (_precontract, _whose_contract),
        LawfulBasis.LEGAL_OBLIGATION: (_duty, _no_contract),
        LawfulBasis.VITAL_INTERESTS: (_vital, _nothing),
        LawfulBasis.PUBLIC_TASK: (_public_task, _nothing),
        LawfulBasis.LEGITIMATE_INTERESTS: (_interests, _weighs),
    }
)


def assess(
    activity: Activity,
    situation: Situation,
    law: Law,
    *,
    on: date,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Option, ...]:
    """
    Judge each lawful basis for an activity: it stands, is arguable, is excluded, or is unknown.

    A missing fact leaves a basis arguable and is named; no basis is chosen for the firm. Special
    categories, criminal data, identity numbers, health, children and machines have rules of their
    own beside the basis: see :func:`layers`.

    Args:
        activity: What is done, in facts.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about.
        vocabulary: The words of the activity.

    Raises:
        FaultsError: If the activity contradicts itself or uses unknown words, or the situation
            names no place.

    >>> from recruitprivacy.law import load
    >>> search = Activity(role="prospective_candidate", purpose="sourcing")
    >>> for option in assess(search, Situation(establishment="NL"), load("NL"),
    ...                      on=date(2026, 3, 2)):
    ...     print(f"{option.basis.value:20} {option.standing}")
    consent              arguable
    contract             excluded
    precontract          excluded
    legal_obligation     excluded
    vital_interests      excluded
    public_task          arguable
    legitimate_interests arguable

    Law:
        GDPR Art. 6(1): one of these, or it is not lawful.
        GDPR Art. 6(3): duties and tasks stand in Union or national law.
    """
    refuse_faulty(activity, situation, vocabulary)
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    known = traits(activity.purpose, vocabulary)
    return tuple(options(Asked(activity=activity, frame=frame, known=known)))


def options(asked: Asked) -> Iterator[Option]:
    """
    Yield the bases in the order of the law.
    """
    frame, stated = asked.frame, asked.activity.stated
    for basis, (premises, remarks) in BASES.items():
        yield Option(
            what=basis.label,
            basis=basis,
            stated=isinstance(stated, tuple) and basis in stated,
            premises=(frame.in_force, *premises(asked), *_promised(asked)),
            remarks=(*remarks(asked), *_for_another(asked)),
            **frame.parts,
        )


def _agreement(asked: Asked) -> ConsentAsked:
    consent, activity = asked.activity.consent or NOTHING, asked.activity
    imbalance = activity.imbalance if consent.imbalance is None else consent.imbalance
    if imbalance is None and _applies(asked):
        imbalance = True
    return attrs.evolve(
        consent,
        imbalance=imbalance,
        purposes=consent.purposes or (activity.purpose,),
        open_ended=consent.open_ended,
    )


def _applies(asked: Asked) -> bool:
    words, stage = asked.frame.vocabulary, asked.activity.stage
    if stage is None:
        return False
    order = [term.key for term in words.terms(Kind.STAGE)]
    return order.index("application") <= order.index(stage) < order.index("ended")
