"""
What a purpose still rests on for one person, when consent is taken back or runs out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._art6 import Option
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._premise import Premise, Verdict
from recruitprivacy.findings import Step
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.policy import EVERYTHING, UNSTATED, Permission, Policy
from recruitprivacy.timeline import ConsentFacts, Facts, Known, NoticeFacts
from recruitprivacy.vocabulary import BUILT_IN, Kind, LawfulBasis, Vocabulary

__all__ = ["AGREEING", "Resting", "agreed", "rests_on"]

USABLE: Final = frozenset({Verdict.STANDS, Verdict.ARGUABLE})
AGREEING: Final = frozenset({Permission.CONSENT, Permission.EXPLICIT_CONSENT})

AGREES: Final = Message("basis.rests.agrees", "a consent to it was given and stands on that day")
PROVED: Final = Message(
    "basis.rests.proved", "the record of the consent shows its words, their version and language"
)
DECLARED: Final = Message(
    "basis.rests.declared",
    "the notice the person had before, version {version}, names this basis for the purpose",
)
NO_NOTICE: Final = Message(
    "basis.rests.no_notice", "it is known which notice the person had before"
)
HOLDS: Final = Message("basis.rests.holds", "that basis truly carries the purpose")
LATER: Final = Message(
    "basis.rests.later",
    "The notice now names another basis for the purpose; the person was not told of it before, "
    "so it does not count for them.",
)


@attrs.frozen(kw_only=True)
class Resting(Answer):
    """
    What one purpose of one person's record rests on.

    Attributes:
        purpose: The purpose.
        bases: The bases that count for it, consent as long as it stands.
    """

    purpose: str
    bases: tuple[LawfulBasis, ...] = ()


@attrs.frozen(kw_only=True)
class _Asked:
    facts: Facts
    policy: Policy
    role: str
    purpose: str
    frame: Frame


def rests_on(  # noqa: PLR0913 - whose record, what for, and the answers already had
    facts: Facts,
    policy: Policy,
    situation: Situation,
    law: Law,
    *,
    record: str,
    purpose: str,
    on: date,
    assessed: Iterable[Option] = (),
    vocabulary: Vocabulary = BUILT_IN,
) -> Resting:
    """
    Find what a purpose rests on for one person: a consent that stands, or a basis told before.

    After a withdrawal only a basis counts that the notice the person had before declares for the
    purpose; one that was added later is set aside, with a remark.

    Args:
        facts: The person's facts.
        policy: The declaration, with its history.
        situation: The ties to countries.
        law: The packs.
        record: The record.
        purpose: The purpose.
        on: The day asked about.
        assessed: What :func:`assess` said of the bases; without it, a declared basis is arguable.
        vocabulary: The words of all of them.

    Raises:
        KeyError: If there is no such record.
        FaultsError: If the situation names no place.

    Law:
        GDPR Art. 6(1)(a): consent.
        GDPR Art. 7(3): withdrawal at any time.
        GDPR Art. 13(1)(c): the basis is told when data are collected.
    """
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    role = facts.records[record].role
    asked = _Asked(facts=facts, policy=policy, role=role, purpose=purpose, frame=frame)
    told = _notice_before(asked)
    declared = () if told is None else _bases(asked, told)
    verdicts = {option.basis: option.standing for option in assessed}
    ways = {LawfulBasis.CONSENT: _by_consent(asked)}
    for basis in declared:
        if told is not None and basis is not LawfulBasis.CONSENT:
            ways[basis] = _other(asked, told, basis, verdicts)
    label = vocabulary.term(Kind.PURPOSE, purpose).label
    return Resting(
        what=label,
        purpose=purpose,
        bases=tuple(basis for basis, way in ways.items() if way.standing in USABLE),
        premises=(frame.in_force,),
        ways=(*ways.values(), *(() if told else (_untold(asked),))),
        remarks=tuple(_remarks(asked, declared)),
        **frame.parts,
    )


def agreed(
    frame: Frame, facts: Facts | None, purpose: str, *, sender: str = ""
) -> tuple[Premise, ...]:
    """
    Judge the consents on record to a purpose: one must stand, and be provable.

    Args:
        frame: The law and the day.
        facts: The person's facts; None is unknown.
        purpose: The purpose, or a kind of what was agreed to.
        sender: Who relies on it, by name in the policy; a consent that names others is not theirs.
    """
    cites = frame.cite("GDPR Art. 6(1)(a)", "GDPR Art. 7(3)")
    if facts is None or ("consents" in facts.unknown and not facts.consents):
        return (Premise(fact="consent.state", holds=None, what=AGREES, cites=cites),)
    standing = [
        each
        for each in facts.consents
        if each.permission in AGREEING
        and frame.is_purpose(purpose, each.purpose)
        and _begun(each, frame.on)
        and each.stands(frame.on)
        and (not each.controllers or not sender or sender in each.controllers)
    ]
    unsure = not standing and "consents" in facts.unknown
    found = Premise(
        fact="consent.state",
        holds=None if unsure else bool(standing),
        what=AGREES,
        cites=cites,
    )
    if not standing:
        return (found,)
    shown = any(each.notice_version and each.notice_digest and each.language for each in standing)
    proof = frame.cite("GDPR Art. 7(1)")
    proved = Premise(fact="consent.recorded", holds=shown or None, what=PROVED, cites=proof)
    return found, proved


def _begun(consent: ConsentFacts, on: date) -> bool:
    return isinstance(consent.given, Known) and consent.given.day <= on


def _by_consent(asked: _Asked) -> Answer:
    return asked.frame.answer(
        LawfulBasis.CONSENT.label, *agreed(asked.frame, asked.facts, asked.purpose)
    )


def _other(
    asked: _Asked, told: NoticeFacts, basis: LawfulBasis, verdicts: dict[LawfulBasis, Verdict]
) -> Answer:
    cites = asked.frame.cite("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    truly = {Verdict.STANDS: True, Verdict.EXCLUDED: False}.get(
        verdicts.get(basis, Verdict.UNKNOWN)
    )
    return asked.frame.answer(
        basis.label,
        Premise(
            fact="notice.given",
            holds=True,
            what=phrase(DECLARED, version=told.version),
            cites=cites,
        ),
        Premise(
            fact=f"basis.{basis.value}",
            holds=truly,
            what=HOLDS,
            cites=asked.frame.cite(basis.cites),
            judged=True,
        ),
    )


def _untold(asked: _Asked) -> Answer:
    known = "notices" not in asked.facts.unknown
    cites = asked.frame.cite("GDPR Art. 13(1)(c)")
    holds = False if known else None
    premise = Premise(fact="notice.given", holds=holds, what=NO_NOTICE, cites=cites)
    return asked.frame.answer(NO_NOTICE, premise)


def _notice_before(asked: _Asked) -> NoticeFacts | None:
    """
    Find the last notice the person had before they took anything back.
    """
    ended = _withdrawn_on(asked)
    had = [
        notice
        for notice in asked.facts.notices_of(asked.role)
        if isinstance(notice.given, Known)
        if notice.given.day <= asked.frame.on and (ended is None or notice.given.day < ended)
    ]
    return max(had, key=_day, default=None)


def _day(notice: NoticeFacts) -> date:
    return notice.given.day if isinstance(notice.given, Known) else date.min


def _withdrawn_on(asked: _Asked) -> date | None:
    days = [
        each.withdrawn.day
        for each in asked.facts.consents
        if asked.frame.is_purpose(asked.purpose, each.purpose) and isinstance(each.withdrawn, Known)
    ]
    taken = asked.facts.withdrawals
    days += [
        moment.day
        for purpose, moment in taken.items()
        if isinstance(moment, Known) and purpose in {EVERYTHING, asked.purpose}
    ]
    return min(days, default=None)


def _bases(asked: _Asked, told: NoticeFacts) -> tuple[LawfulBasis, ...]:
    try:
        version = asked.policy.given(told.version)
    except LookupError:
        return ()
    return _declared(version, asked.role, asked.purpose)


def _declared(policy: Policy, role: str, purpose: str) -> tuple[LawfulBasis, ...]:
    if role not in policy.roles:
        return ()
    uses = policy.uses_of(role).values()
    found = (use.basis_of(purpose) for use in uses if purpose in use.purposes)
    return tuple(dict.fromkeys(basis for each in found if each is not UNSTATED for basis in each))


def _remarks(asked: _Asked, declared: tuple[LawfulBasis, ...]) -> Iterator[Step]:
    now = _declared(asked.policy, asked.role, asked.purpose)
    later = [basis for basis in now if basis not in declared and basis is not LawfulBasis.CONSENT]
    if later and _withdrawn_on(asked) is not None:
        cites = asked.frame.cite("GDPR Art. 5(1)(a)", "EDPB 05/2020 para. 122")
        yield Step(says=phrase(LATER), cites=cites, fact="notice.given")
