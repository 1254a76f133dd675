"""
Which rights a person has over one use of their data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis import Activity, Answer, Frame, Option, Premise, Verdict
from recruitprivacy.findings import Step
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.policy import UNSTATED, Unstated, Use
from recruitprivacy.rights._carrying import OPINION
from recruitprivacy.rights._circumstances import Circumstances
from recruitprivacy.rights._seen import Bases
from recruitprivacy.rights._table import TABLE, Carried, Dependence
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis, Right

__all__ = ["Entitlement", "rights_for"]

HAS: Final = Message("rights.which.has", "The person has this right: {right}.")
HAS_IF: Final = Message(
    "rights.which.has_if", "The person has this right as soon as what follows is so: {right}."
)
HAS_NOT: Final = Message("rights.which.has_not", "This right does not exist here: {right}.")
NOBODY_KNOWS: Final = Message(
    "rights.which.unknown",
    "No law was found that says whether this right exists here: {right}. "
    "That is no reason to refuse it.",
)
SAYS: Final[Mapping[Verdict, Message]] = MappingProxyType(
    {
        Verdict.STANDS: HAS,
        Verdict.ARGUABLE: HAS_IF,
        Verdict.EXCLUDED: HAS_NOT,
        Verdict.UNKNOWN: NOBODY_KNOWS,
    }
)
WIDEST: Final = Message(
    "rights.which.widest",
    "no basis is stated, or the one stated cannot carry it, so the widest rights are open",
)
ANY_BASIS: Final = Message(
    "rights.which.any_basis", "this right does not depend on the lawful basis"
)
DISPUTED: Final = Message(
    "rights.which.precontract",
    "Whether steps before a contract count as a contract is disputed; granting it is safe.",
)
READ_AS_WITHDRAWAL: Final = Message(
    "rights.which.read_as_withdrawal",
    "Who objects to what they agreed to takes the agreement back, so it is read like that. "
    "The rule behind this has not been verified.",
)
COPY: Final = Message(
    "rights.which.copy", "What cannot be carried over can still be had as a copy."
)


@attrs.frozen(kw_only=True)
class Entitlement(Answer):
    """
    Whether a person has one right over one use of their data.

    ``standing`` says so: it stands, it does as soon as something more is so, or it does not exist
    here; unknown is no reason to refuse.

    Attributes:
        right: The right.
        depends_on: What it depends on.
        instead: The rights to look at where this one does not exist.
    """

    right: Right
    depends_on: tuple[Dependence, ...] = ()
    instead: tuple[Right, ...] = ()

    @property
    def headline(self) -> Step:
        """
        The verdict, as a sentence.
        """
        return Step(says=phrase(SAYS[self.standing], right=self.right.label))


@attrs.frozen(kw_only=True)
class _Asked:
    frame: Frame
    bases: Bases
    wrong: bool
    art_9: Art9Condition | Unstated
    given: Circumstances

    @property
    def widest(self) -> bool:
        return self.bases is UNSTATED or self.wrong


def rights_for(  # noqa: PLR0913 - the use, what is known of it, and the law it is under
    use: Use | Activity,
    situation: Situation,
    law: Law,
    *,
    on: date,
    purpose: str | None = None,
    given: Circumstances | None = None,
    assessed: Iterable[Option] = (),
) -> tuple[Entitlement, ...]:
    """
    List every right with whether a person has it over a use, and on what it depends.

    A basis that is not stated, or that was found not to stand, takes no right away: the widest set
    is open.

    Args:
        use: A use of the policy, or an activity.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about.
        purpose: One purpose of the use; None takes the bases of all of them together.
        given: What somebody found out.
        assessed: What :func:`~recruitprivacy.basis.assess` said of the bases, if it was asked.

    Raises:
        FaultsError: If the situation names no place.

    >>> from recruitprivacy.law import load
    >>> pool = Use(purposes=("talent_pool",), basis=(LawfulBasis.CONSENT,))
    >>> found = rights_for(pool, Situation(establishment="NL"), load("NL"), on=date(2026, 3, 2))
    >>> {each.right.value: each.standing.value for each in found if each.right.value in
    ...  {"access", "portability", "object", "withdraw_consent"}}  # doctest: +NORMALIZE_WHITESPACE
    {'access': 'stands', 'portability': 'arguable', 'object': 'excluded',
     'withdraw_consent': 'stands'}

    Law:
        GDPR Art. 7(3): withdrawal, of what rests on consent.
        GDPR Art. 11(2): Articles 15 to 20, only where the person can be identified.
        GDPR Art. 20(1): portability, under consent or a contract.
        GDPR Art. 21(1): objection, under a public task or legitimate interests.
    """
    asked = _Asked(
        frame=Frame(law=law, situation=situation, on=on),
        bases=_bases(use, purpose),
        wrong=_wrong(_bases(use, purpose), assessed),
        art_9=use.art_9 if isinstance(use, Use) else UNSTATED,
        given=given or Circumstances(),
    )
    return tuple(_entitlement(asked, right) for right in Right)


def _bases(use: Use | Activity, purpose: str | None) -> Bases:
    if isinstance(use, Activity):
        return use.stated
    if purpose is not None:
        return use.basis_of(purpose)
    found: dict[LawfulBasis, None] = {}
    for each in use.purposes:
        stated = use.basis_of(each)
        if stated is UNSTATED:
            return UNSTATED
        found |= dict.fromkeys(stated)
    return tuple(found)


def _wrong(bases: Bases, assessed: Iterable[Option]) -> bool:
    stated = () if bases is UNSTATED else bases
    found = [each.standing for each in assessed if each.basis in stated]
    return bool(found) and all(each is Verdict.EXCLUDED for each in found)


def _entitlement(asked: _Asked, right: Right) -> Entitlement:
    row = TABLE[right]
    return Entitlement(
        what=right.label,
        right=right,
        depends_on=(*((Dependence.BASIS,) if row.bases else ()), *row.depends_on),
        instead=row.instead,
        premises=(asked.frame.in_force, *_premises(asked, row)),
        remarks=tuple(_remarks(asked, right)),
        **asked.frame.parts,
    )


def _premises(asked: _Asked, row: Carried) -> Iterator[Premise]:
    cites = asked.frame.cite(*row.cites)
    yield _basis(asked, row)
    for each in row.depends_on:
        premise = Premise(fact=each, holds=HOLDS[each](asked), what=each.what, cites=cites)
        if each is not Dependence.IDENTIFIED:
            yield premise
        elif asked.given.identified is False:
            yield attrs.evolve(premise, cites=asked.frame.cite("GDPR Art. 11(2)"))


def _basis(asked: _Asked, row: Carried) -> Premise:
    cites = asked.frame.cite(*row.cites)
    if row.bases is None:
        return Premise(fact=Dependence.BASIS, holds=True, what=ANY_BASIS, cites=cites)
    if asked.widest:
        return Premise(fact=Dependence.BASIS, holds=True, what=WIDEST, cites=cites, doubted=True)
    carried = _carries(asked, row)
    return Premise(fact=Dependence.BASIS, holds=carried, what=Dependence.BASIS.what, cites=cites)


def _carries(asked: _Asked, row: Carried) -> bool:
    explicit = asked.art_9 is Art9Condition.EXPLICIT_CONSENT or asked.given.explicit_consent
    stated = () if asked.bases is UNSTATED else asked.bases
    return bool((row.consented and explicit) or not (row.bases or frozenset()).isdisjoint(stated))


def _erasure(asked: _Asked) -> bool | None:
    given = asked.given
    known = (given.unlawful, given.child_service, given.must_erase, given.marketing)
    # Consent can be taken back and an interest objected to, so a ground can always come.
    return True if True in known else None


def _restriction(asked: _Asked) -> bool | None:
    given = asked.given
    unlawful = given.unlawful and given.prefers_restriction
    return True if given.contested or unlawful or given.needed_for_claims else None


def _provided(asked: _Asked) -> bool | None:
    provenance = asked.given.provenance
    return None if provenance is None else provenance.provided


def _alone(asked: _Asked) -> bool | None:
    human = asked.given.automation.human if asked.given.automation else None
    return None if human is None else not human


def _matters(asked: _Asked) -> bool | None:
    return asked.given.automation.decides if asked.given.automation else None


HOLDS: Final[Mapping[Dependence, Callable[[_Asked], bool | None]]] = MappingProxyType(
    {
        Dependence.IDENTIFIED: lambda _: None,
        Dependence.ERASURE_GROUND: _erasure,
        Dependence.RESTRICTION_GROUND: _restriction,
        Dependence.AUTOMATED_MEANS: lambda asked: asked.given.automated_means,
        Dependence.PROVIDED_BY_SUBJECT: _provided,
        Dependence.SITUATION: lambda asked: asked.given.situation_stated or None,
        Dependence.MACHINE_ALONE: _alone,
        Dependence.MATTERS: _matters,
        Dependence.CHANGED: lambda _: None,
    }
)


def _remarks(asked: _Asked, right: Right) -> Iterator[Step]:
    stated = () if asked.bases is UNSTATED else asked.bases
    cite = asked.frame.cite
    if right is Right.RECTIFICATION:
        yield Step(says=phrase(OPINION), cites=cite("GDPR Art. 16"))
    if right is Right.PORTABILITY:
        if LawfulBasis.PRECONTRACT in stated:
            yield Step(says=phrase(DISPUTED), cites=cite("GDPR Art. 20(1)(a)"))
        yield Step(says=phrase(COPY), cites=cite("GDPR Art. 15(3)"))
    if right is Right.OBJECT and LawfulBasis.CONSENT in stated:
        yield Step(says=phrase(READ_AS_WITHDRAWAL), cites=cite("GDPR Art. 7(3)"))
