"""
Which purposes still need some data.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.policy import UNSTATED, UnstatedType, Use
from recruitprivacy.retention._case import Case
from recruitprivacy.timeline import ObjectionFacts
from recruitprivacy.vocabulary import Kind, LawfulBasis, ObjectionGround

__all__ = ["Life", "lives_of"]

Bases: TypeAlias = tuple[LawfulBasis, ...] | UnstatedType

DIRECT_MARKETING: Final = "direct_marketing"
OBJECTED_BASES: Final[Mapping[ObjectionGround, LawfulBasis]] = MappingProxyType(
    {
        ObjectionGround.LEGITIMATE_INTERESTS: LawfulBasis.LEGITIMATE_INTERESTS,
        ObjectionGround.PUBLIC_TASK: LawfulBasis.PUBLIC_TASK,
    }
)


@attrs.frozen(kw_only=True)
class Life:
    """
    Whether a use of a category goes on.

    Attributes:
        use: Its name in the policy.
        purposes: Its purposes.
        lives: Whether it goes on; None where nobody knows.
    """

    use: str
    purposes: tuple[str, ...]
    lives: bool | None


def lives_of(case: Case, category: str) -> tuple[Life, ...]:
    """
    List the uses that reach a category of a record, and whether each goes on.

    A use goes on until an end is noted, until the person was right to object to every purpose of
    it, or, where it rests on consent alone, until no consent stands.

    Law:
        GDPR Art. 7(3): withdrawal ends what rests on consent.
        GDPR Art. 21(1): an objection stops the purpose until grounds are shown.
    """
    return tuple(
        Life(use=name, purposes=use.purposes, lives=_goes_on(case, name, use))
        for name, use in case.policy.uses_of(case.role).items()
        if case.reached_by(use, category)
    )


def _goes_on(case: Case, name: str, use: Use) -> bool | None:
    noted = case.facts.lives(case.name, name)
    stopped = [_stopped(case, use, purpose) for purpose in use.purposes]
    if noted is False or (stopped and all(each is True for each in stopped)):
        return False
    if noted is None or (stopped and all(each is not False for each in stopped)):
        return None
    return True


def _stopped(case: Case, use: Use, purpose: str) -> bool | None:
    bases = use.basis_of(purpose)
    if bases == (LawfulBasis.CONSENT,) and not _agreed(case, purpose):
        return True
    hits = [each for each in case.facts.objections if _hits(case, each, purpose, bases)]
    if any(each.upheld or ObjectionGround.DIRECT_MARKETING in each.grounds for each in hits):
        return True
    # While an objection is open nobody knows whether the purpose comes back (Art. 18(1)(d)).
    return None if any(each.suspends for each in hits) else False


def _hits(case: Case, objection: ObjectionFacts, purpose: str, bases: Bases) -> bool:
    if objection.purposes:
        return any(case.is_kind(Kind.PURPOSE, purpose, each) for each in objection.purposes)
    marketing = ObjectionGround.DIRECT_MARKETING in objection.grounds
    if marketing and case.is_kind(Kind.PURPOSE, purpose, DIRECT_MARKETING):
        return True
    against = {OBJECTED_BASES[each] for each in objection.grounds if each in OBJECTED_BASES}
    return bool(against) and (bases is UNSTATED or not against.isdisjoint(bases))


def _agreed(case: Case, purpose: str) -> bool:
    return any(
        case.is_kind(Kind.PURPOSE, purpose, consent.purpose) and consent.stands(case.on)
        for consent in case.facts.consents
    )
