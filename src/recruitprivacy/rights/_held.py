"""
What a host holds of a person, as it hands it over to be copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Final, TypeAlias

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.rights._circumstances import Provenance
from recruitprivacy.vocabulary import Kind

__all__ = ["HeldItem", "HeldValue", "Mark", "MarkKind", "ThirdParty"]

HeldValue: TypeAlias = str | int | bool | date | datetime
WRITABLE: Final = (str, int, date)
"""The kinds of value there are; a truth value is an int, and a datetime a date."""
CategoryKey: TypeAlias = Annotated[str, Kind.CATEGORY]
SourceKey: TypeAlias = Annotated[str, Kind.SOURCE]


class ThirdParty(StrEnum):
    """
    Whom else something speaks of.

    >>> ThirdParty.REFEREE.value
    'referee'
    """

    REFEREE = "referee"
    INTERVIEWER = "interviewer"
    COLLEAGUE = "colleague"
    """Anybody else who works for the firm."""
    OTHER_CANDIDATE = "other_candidate"
    CLIENT = "client"
    FAMILY = "family"
    OTHER = "other"


class MarkKind(StrEnum):
    """
    In what way it speaks of them.

    >>> MarkKind.OPINION.value
    'opinion'
    """

    IDENTITY = "identity"
    """Who they are: a name, an address, a number."""
    ABOUT_THEM = "about_them"
    """Something about them, such as the result of another candidate."""
    OPINION = "opinion"
    """What they said or thought of the person who asks: that person's own data."""
    IN_CONFIDENCE = "in_confidence"
    """What they said on the understanding that it stays between them and the firm."""
    SECRET = "secret"  # noqa: S105 - a trade secret, and no password
    """A secret of the trade, such as how a score is weighted."""


@attrs.frozen(kw_only=True)
class Mark:
    """
    A part of a text that speaks of somebody else.

    Attributes:
        start: Its first character, counted from 0, as Python counts them: one for each code point.
        end: The character after its last.
        kind: In what way.
        of: Of whom.
        give: Whether a human decided to give it, as where the other agrees; None is nobody did.
    """

    start: int
    end: int
    kind: MarkKind
    of: ThirdParty
    give: bool | None = None


@attrs.frozen(kw_only=True)
class HeldItem:
    """
    One thing held of a person.

    Attributes:
        id: The host's own id of it.
        record: The record it belongs to.
        category: What kind of data it is.
        value: What is held.
        name: What the host's system calls it.
        held_on: The day it was noted, or None.
        source: Where it came from, or None.
        provenance: How it came to be held, or None where that follows from source and category.
        on_paper: Whether it is kept on paper only.
        marks: The parts that speak of somebody else.

    Raises:
        FaultsError: If a mark lies outside the text, or the value is no text; or if the value is of
            a kind that no copy can be written of, such as a float.

    >>> note = HeldItem(id="n-1", record="anna-record", category="interview_notes",
    ...                 value="Warm and clear, says R. Roe.",
    ...                 marks=(Mark(start=21, end=27, kind=MarkKind.IDENTITY,
    ...                             of=ThirdParty.INTERVIEWER),))
    >>> "Roe" in repr(note)
    False
    """

    id: str
    record: str
    category: CategoryKey
    value: HeldValue = attrs.field(repr=False)
    name: str = ""
    held_on: date | None = None
    source: SourceKey | None = None
    provenance: Provenance | None = None
    on_paper: bool = False
    marks: tuple[Mark, ...] = ()

    def __attrs_post_init__(self) -> None:
        """
        Refuse a mark that marks nothing.
        """
        faults = tuple(self._faults())
        if faults:
            raise FaultsError(faults)

    def _faults(self) -> Iterator[Fault]:
        if not isinstance(self.value, WRITABLE):
            problem = f"cannot be written in a copy as a {type(self.value).__name__}"
            yield Fault(path="value", problem=problem, way_out="hand it over as text")
        length = len(self.value) if isinstance(self.value, str) else 0
        for place, mark in enumerate(self.marks):
            if not 0 <= mark.start < mark.end <= length:
                problem = f"marks {mark.start} to {mark.end} of {length} characters"
                yield Fault(path=f"marks.{place}", problem=problem)
