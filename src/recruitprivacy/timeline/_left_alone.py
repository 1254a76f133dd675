"""
Who asked to be left alone: what that stops, and when somebody looks at it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.timeline._facts import Facts, ObjectionFacts
from recruitprivacy.timeline._moments import Known
from recruitprivacy.timeline._suppression import (
    Identifier,
    Keyring,
    SuppressionToken,
    is_suppressed,
    suppression_token,
)
from recruitprivacy.vocabulary import ObjectionGround

__all__ = ["Approach", "Suppression", "found_among", "remembered", "suppress"]


class Approach(StrEnum):
    """
    How somebody comes into a firm's books, or hears from it.
    """

    SOURCING = "sourcing"
    """The firm looks for people and finds them."""
    IMPORT = "import"
    """A file or another system brings them along."""
    MARKETING = "marketing"
    """The firm writes or calls of its own accord."""
    BY_PERSON = "by_person"
    """The person applies, registers, or asks to be told."""


BLOCKED: Final = frozenset({Approach.SOURCING, Approach.IMPORT, Approach.MARKETING})


@attrs.frozen(kw_only=True)
class Suppression:
    """
    That somebody wants to be left alone, remembered by tokens and nothing else.

    It is personal data still. It does not run out: a day is set on which somebody looks whether it
    is needed, and until they decide it stands.

    Attributes:
        tokens: One for each address, number or link that was known.
        asked_on: The day the person said so.
        review_on: The day by which it is looked at again.

    Raises:
        FaultsError: If there is no token, so that nobody could be recognised by it.

    Law:
        GDPR Art. 21(3): no longer processed for direct marketing after an objection.
    """

    tokens: tuple[SuppressionToken, ...]
    asked_on: date
    review_on: date

    def __attrs_post_init__(self) -> None:
        """
        Refuse one that recognises nobody.
        """
        if not self.tokens:
            way_out = "give an address, number or link that was known"
            raise FaultsError([Fault(path="tokens", problem="are none", way_out=way_out)])

    def blocks(self, approach: Approach) -> bool:
        """
        Say whether it stops an approach: whatever the firm begins, never what the person does.
        """
        return approach in BLOCKED

    def is_for_review(self, on: date) -> bool:
        """
        Say whether somebody is to look at it again; it stands all the same.
        """
        return on >= self.review_on

    @property
    def objection(self) -> ObjectionFacts:
        """
        The objection it stands for, as the engines read objections.
        """
        return ObjectionFacts(
            event=f"suppression.{self.tokens[0].key}",
            grounds=(ObjectionGround.DIRECT_MARKETING,),
            purposes=(),
            made=Known(day=self.asked_on),
        )


def suppress(
    known: Iterable[tuple[Identifier, str]],
    keyring: Keyring,
    *,
    asked_on: date,
    review_after: Period,
) -> Suppression:
    """
    Remember by tokens that somebody wants to be left alone; what they are made of is not kept.

    Args:
        known: Each address, number and link of the person, and what it is. What is left out cannot
            be recognised later.
        keyring: The keys; the current one is used.
        asked_on: The day the person said so.
        review_after: After how long it is looked at again.

    Raises:
        FaultsError: If nothing is known by which the person could be recognised.
        UnreadableIdentifierError: If a value cannot be brought into its one form.

    >>> from recruitprivacy.frozen import FrozenMap
    >>> ring = Keyring(keys=FrozenMap({"k1": bytes(32)}), current="k1")
    >>> ann = suppress([(Identifier.EMAIL, "ann@example.org")], ring,
    ...                asked_on=date(2026, 3, 2), review_after=Period(years=2))
    >>> ann.blocks(Approach.IMPORT), ann.blocks(Approach.BY_PERSON)
    (True, False)
    >>> ann.review_on, ann.is_for_review(date(2028, 3, 1))
    (datetime.date(2028, 3, 2), False)
    """
    tokens = (suppression_token(value, keyring, identifier=kind) for kind, value in known)
    return Suppression(
        tokens=tuple(dict.fromkeys(tokens)),
        asked_on=asked_on,
        review_on=add(asked_on, review_after, rounding=Rounding.DOWN),
    )


def found_among(
    suppressions: Iterable[Suppression], known: Iterable[tuple[Identifier, str]], keyring: Keyring
) -> tuple[Suppression, ...]:
    """
    Find those that stand for a person, by any address, number or link of theirs.

    Nobody is found by what was not known when they asked, nor by a token whose key is not on the
    ring: keep each key as long as there is a token made with it.

    Raises:
        UnreadableIdentifierError: If a value cannot be brought into its one form.
    """
    values = tuple(known)
    return tuple(each for each in suppressions if _is_of(each, values, keyring))


def _is_of(
    suppression: Suppression, known: Iterable[tuple[Identifier, str]], keyring: Keyring
) -> bool:
    return any(
        is_suppressed(value, suppression.tokens, keyring, identifier=kind) for kind, value in known
    )


def remembered(facts: Facts, suppressions: Iterable[Suppression]) -> Facts:
    """
    Add to a person's facts what was remembered of them, so that every engine sees the objection.

    >>> from recruitprivacy.frozen import FrozenMap
    >>> ring = Keyring(keys=FrozenMap({"k1": bytes(32)}), current="k1")
    >>> ann = suppress([(Identifier.EMAIL, "ann@example.org")], ring,
    ...                asked_on=date(2026, 3, 2), review_after=Period(years=2))
    >>> nobody = Facts(person="new-1", on=date(2026, 6, 1), policy="house")
    >>> len(remembered(nobody, [ann]).objections)
    1
    """
    added = tuple(each.objection for each in suppressions)
    objections = tuple(dict.fromkeys((*facts.objections, *added)))
    return attrs.evolve(facts, objections=objections)
