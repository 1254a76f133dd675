"""
One category of one record, as a request meets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.basis import Frame
from recruitprivacy.messages import Message, Words
from recruitprivacy.policy import UNSTATED, Policy, Unstated
from recruitprivacy.retention import Disposal
from recruitprivacy.rights._circumstances import Circumstances, Provenance
from recruitprivacy.rights._pleas import Plea
from recruitprivacy.rights._reach import reaches
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import Facts, RecordFacts, Standing
from recruitprivacy.vocabulary import Kind, LawfulBasis, Origin

__all__ = ["LIVES", "MARKETING", "Bases", "Seen", "Served", "provenance_of"]

Bases: TypeAlias = tuple[LawfulBasis, ...] | Unstated

MARKETING: Final = "direct_marketing"
LIVES: Final = frozenset({Standing.GOES_ON, Standing.SUSPENDED, Standing.UNKNOWN})
BY_KIND: Final[Mapping[str, Provenance]] = MappingProxyType(
    {
        # What a person said and showed, though it serves to assess them.
        "interview_recording": Provenance.OBSERVED,
        "assessment": Provenance.DERIVED,
        "information_from_others": Provenance.OTHERS,
    }
)
"""What a category already tells, whatever its record came from; the narrower one first."""
BY_ORIGIN: Final[Mapping[Origin, Provenance]] = MappingProxyType(
    {
        Origin.SUBJECT: Provenance.PROVIDED,
        Origin.OBSERVED: Provenance.OBSERVED,
        Origin.THIRD_PARTY: Provenance.OTHERS,
        Origin.PUBLIC: Provenance.OTHERS,
    }
)


@attrs.frozen(kw_only=True)
class Served:
    """
    One purpose the data were declared for.

    Attributes:
        use: The use, by its name in the policy.
        purpose: The purpose.
        standing: How it stands.
        bases: The bases stated for it.
        marketing: Whether it advertises.
        hangs_on: The facts for want of which nobody knows how it stands.
    """

    use: str
    purpose: str
    standing: Standing
    bases: Bases
    marketing: bool
    hangs_on: tuple[str, ...] = ()

    @property
    def lives(self) -> bool:
        """
        Whether it goes on, or may.
        """
        return self.standing in LIVES

    @property
    def other_bases(self) -> tuple[LawfulBasis, ...]:
        """
        The bases stated for it beside consent.
        """
        stated = () if self.bases is UNSTATED else self.bases
        return tuple(each for each in stated if each is not LawfulBasis.CONSENT)

    def rests_on(self, *bases: LawfulBasis) -> bool:
        """
        Say whether it rests on one of some bases; where none is stated, on any of them.
        """
        return self.bases is UNSTATED or not set(bases).isdisjoint(self.bases)


@attrs.frozen(kw_only=True, slots=False)
class Seen:
    """
    One category of one record of one controller, and all that was said of it.

    Attributes:
        frame: The law, the ties and the day.
        request: The request.
        policy: The declaration.
        facts: The person's facts.
        disposal: What the schedule says of it.
        given: What somebody found out.
        pleas: What the controller says stands against it.
    """

    frame: Frame
    request: RightsRequest
    policy: Policy
    facts: Facts
    disposal: Disposal
    given: Circumstances
    pleas: tuple[Plea, ...] = ()

    @property
    def record(self) -> RecordFacts:
        """
        What is known of the record.
        """
        return self.facts.records[self.disposal.record]

    @cached_property
    def purposes(self) -> tuple[Served, ...]:
        """
        What the data were declared for, whether it goes on or not.
        """
        return tuple(self._served())

    @property
    def living(self) -> tuple[Served, ...]:
        """
        What goes on, or may.
        """
        return tuple(each for each in self.purposes if each.lives)

    @property
    def meant(self) -> tuple[Served, ...]:
        """
        What goes on of that which the person meant: everything, where they named nothing.
        """
        named, is_purpose = self.given.purposes, self.frame.is_purpose
        if not named:
            return self.living
        under = [
            each for each in self.living if any(is_purpose(each.purpose, one) for one in named)
        ]
        # What is declared in one breath with more stops with it.
        over = (each for each in self.living if any(is_purpose(one, each.purpose) for one in named))
        return tuple(under or over)

    def _served(self) -> Iterator[Served]:
        for each in self.disposal.purposes:
            yield Served(
                use=each.use,
                purpose=each.purpose,
                standing=each.standing,
                bases=self.policy.uses[each.use].basis_of(each.purpose),
                marketing=self.frame.is_purpose(each.purpose, MARKETING),
                hangs_on=each.hangs_on,
            )

    def covers(self, plea: Plea) -> bool:
        """
        Say whether a plea is about these data.
        """
        record, category = self.disposal.record, self.disposal.category
        return reaches(plea, self.frame, record=record, category=category, parts=False)

    def condition(self, name: str) -> bool | None:
        """
        Tell whether a condition holds for the record; None where nobody knows.
        """
        return self.facts.condition(name, record=self.disposal.record)

    def agreed_to(self, served: Served) -> bool:
        """
        Say whether a purpose rests on consent; where no basis is stated, by the record of one.
        """
        if served.bases is not UNSTATED:
            return LawfulBasis.CONSENT in served.bases
        return any(
            self.frame.is_purpose(served.purpose, each.purpose) for each in self.facts.consents
        )

    def label(self, purpose: str) -> Message | Words | str:
        """
        Name a purpose in the words of the vocabulary.
        """
        words = self.frame.vocabulary
        known = words.has(Kind.PURPOSE, purpose)
        return words.term(Kind.PURPOSE, purpose).label if known else purpose

    @property
    def provided(self) -> bool | None:
        """
        Whether the person provided the data; None where nobody knows.
        """
        supplied = self.supplied
        return self.condition("provided_by_subject") if supplied is None else supplied.provided

    @property
    def supplied(self) -> Provenance | None:
        """
        How the data came to be held: as somebody found out, by what they are, or by their source.
        """
        if self.given.provenance is not None:
            return self.given.provenance
        category, source = self.disposal.category, self.record.obtained_from
        # Where the record came from says nothing of data of which nobody knows what they are.
        known = self.frame.vocabulary.has(Kind.CATEGORY, category)
        return provenance_of(category, source if known else None, self.frame)


def provenance_of(category: str, source: str | None, frame: Frame) -> Provenance | None:
    """
    Tell how data came to be held by what they are, else by their source; None where neither tells.
    """
    by_kind = next((each for each in BY_KIND if frame.is_category(category, each)), None)
    if by_kind is not None:
        return BY_KIND[by_kind]
    words = frame.vocabulary
    known = source is not None and words.has(Kind.SOURCE, source)
    origin = words.term(Kind.SOURCE, source).origin if source is not None and known else None
    return None if origin is None else BY_ORIGIN[origin]
