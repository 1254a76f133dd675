"""
What a change does to the keeping of some data, from two answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from recruitprivacy.messages import Message
from recruitprivacy.retention._bound import ALWAYS, NEVER, Bound, On, Open
from recruitprivacy.retention._disposal import Disposal
from recruitprivacy.retention._status import Status

__all__ = ["Shift", "shifts_of"]

Span: TypeAlias = tuple[date, date]


class Shift(StrEnum):
    """
    What a change does to the keeping of some data.
    """

    NEWLY_ERASABLE = "newly_erasable"
    """The next sweep would propose to erase them."""
    NO_LONGER_ERASABLE = "no_longer_erasable"
    SHORTENED = "shortened"
    """Their last day comes sooner."""
    PROLONGED = "prolonged"
    """Their last day comes later, or there is none any more."""
    BARRED_LONGER = "barred_longer"
    """The first day on which they may be erased comes later."""
    BARRED_SHORTER = "barred_shorter"
    PLANNED_SOONER = "planned_sooner"
    PLANNED_LATER = "planned_later"
    NEWLY_IN_CONFLICT = "newly_in_conflict"
    NO_LONGER_IN_CONFLICT = "no_longer_in_conflict"
    NEWLY_UNKNOWN = "newly_unknown"
    """A fact is missing that nobody had to know before."""
    NOW_KNOWN = "now_known"
    """No fact is missing any longer."""
    NEWLY_COVERED = "newly_covered"
    NO_LONGER_COVERED = "no_longer_covered"

    @property
    def label(self) -> Message:
        """
        What it is called, as a message.
        """
        return LABELS[self]


LABELS: Final[Mapping[Shift, Message]] = MappingProxyType(
    {
        Shift.NEWLY_ERASABLE: Message("retention.shift.newly_erasable", "to be erased at once"),
        Shift.NO_LONGER_ERASABLE: Message(
            "retention.shift.no_longer_erasable", "no longer to be erased"
        ),
        Shift.SHORTENED: Message("retention.shift.shortened", "to go sooner"),
        Shift.PROLONGED: Message("retention.shift.prolonged", "allowed to stay longer"),
        Shift.BARRED_LONGER: Message("retention.shift.barred_longer", "to be kept for longer"),
        Shift.BARRED_SHORTER: Message("retention.shift.barred_shorter", "free to go sooner"),
        Shift.PLANNED_SOONER: Message("retention.shift.planned_sooner", "meant to go sooner"),
        Shift.PLANNED_LATER: Message("retention.shift.planned_later", "meant to stay longer"),
        Shift.NEWLY_IN_CONFLICT: Message(
            "retention.shift.newly_in_conflict", "under statutes that contradict each other"
        ),
        Shift.NO_LONGER_IN_CONFLICT: Message(
            "retention.shift.no_longer_in_conflict",
            "no longer under statutes that contradict each other",
        ),
        Shift.NEWLY_UNKNOWN: Message(
            "retention.shift.newly_unknown", "undecided for want of a fact"
        ),
        Shift.NOW_KNOWN: Message("retention.shift.now_known", "no longer undecided"),
        Shift.NEWLY_COVERED: Message("retention.shift.newly_covered", "newly under the notice"),
        Shift.NO_LONGER_COVERED: Message(
            "retention.shift.no_longer_covered", "no longer under the notice"
        ),
    }
)


def shifts_of(before: Disposal | None, after: Disposal | None) -> Iterator[Shift]:
    """
    Compare two answers about the same data; none is as good as one that is out of scope.
    """
    was, becomes = _in_scope(before), _in_scope(after)
    if becomes is None or was is None:
        if was:
            yield Shift.NO_LONGER_COVERED
        if becomes:
            yield Shift.NEWLY_COVERED
        return
    pairs = (
        (was.is_due, becomes.is_due, Shift.NO_LONGER_ERASABLE, Shift.NEWLY_ERASABLE),
        (
            bool(was.conflicts),
            bool(becomes.conflicts),
            Shift.NO_LONGER_IN_CONFLICT,
            Shift.NEWLY_IN_CONFLICT,
        ),
    )
    yield from (gained if now else lost for old, now, lost, gained in pairs if old is not now)
    days = (
        (was.must_be_gone_by, becomes.must_be_gone_by, NEVER, Shift.SHORTENED, Shift.PROLONGED),
        (
            was.may_erase_from,
            becomes.may_erase_from,
            ALWAYS,
            Shift.BARRED_SHORTER,
            Shift.BARRED_LONGER,
        ),
        (was.planned_on, becomes.planned_on, NEVER, Shift.PLANNED_SOONER, Shift.PLANNED_LATER),
    )
    for old_day, new_day, endless, sooner, later in days:
        yield from _moves(_span(old_day, endless), _span(new_day, endless), sooner, later)
    if set(becomes.missing) - set(was.missing):
        yield Shift.NEWLY_UNKNOWN
    elif was.missing and not becomes.missing:
        yield Shift.NOW_KNOWN


def _in_scope(found: Disposal | None) -> Disposal | None:
    return None if found is None or found.status is Status.OUT_OF_SCOPE else found


def _span(bound: Bound, endless: date) -> Span:
    if isinstance(bound, On):
        return bound.day, bound.day
    if isinstance(bound, Open):
        return endless, endless
    return bound.not_before or ALWAYS, bound.not_after or NEVER


def _moves(before: Span, after: Span, sooner: Shift, later: Shift) -> Iterator[Shift]:
    """
    Say which way a day moves, where what is unknown of it cannot change that.
    """
    if after[1] < before[0]:
        yield sooner
    elif after[0] > before[1]:
        yield later
