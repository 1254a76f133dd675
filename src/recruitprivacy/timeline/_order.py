"""
What came first, as far as the days and times tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

from recruitprivacy.timeline._events import Event
from recruitprivacy.timeline._moments import Absence, Known, Moment, day_of

E = TypeVar("E", bound=Event)


def day(event: Event) -> date | None:
    """
    Tell the day of an event; None where nobody knows.
    """
    return day_of(event.happened)


def seen(event: Event, on: date) -> bool:
    """
    Say whether an event had happened by a day, that day included.

    One on an unknown day had happened when it was recorded.
    """
    return (day(event) or event.recorded_at.date()) <= on


def surely_later(earlier: Event, later: Event) -> bool:
    """
    Say whether one event came after another beyond doubt: two days of one date are in doubt.
    """
    one, other = earlier.happened, later.happened
    if isinstance(one, datetime) and isinstance(other, datetime) and day(earlier) and day(later):
        return other > one
    first, second = day(earlier), day(later)
    return first is not None and second is not None and second > first


def in_doubt(one: Event, other: Event) -> bool:
    """
    Say whether nobody can tell which of two events came first.
    """
    return not surely_later(one, other) and not surely_later(other, one)


def in_order(events: Iterable[E]) -> list[E]:
    """
    Sort events by day, then by id, so that an answer does not hang on how they were listed.
    """
    return sorted(events, key=lambda event: (day(event) or date.max, event.id))


def last_of(events: Sequence[E]) -> list[E]:
    """
    Find the events that no other is surely later than: one, or several in doubt.
    """
    return [one for one in events if not any(surely_later(one, other) for other in events)]


def moment_of(event: Event) -> Moment:
    """
    Tell when an event happened, and how sure that is.
    """
    on = day(event)
    if on is None:
        return Absence.UNKNOWN
    return Known(day=on, reliability=event.reliability, events=(event.id,))
