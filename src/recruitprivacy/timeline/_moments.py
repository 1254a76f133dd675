"""
When something happened, if it did, if we know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final, TypeAlias

import attrs

from recruitprivacy.errors import EventTypeError, NaiveDatetimeError

NEVER_DAYS: Final = (date(1970, 1, 1), date(9999, 12, 31))
"""Days by which databases say that they do not know."""
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Reliability(StrEnum):
    """
    How sure a fact is, by how it came to us; the least sure comes last.
    """

    RECORDED = "recorded"
    """Noted by the system in which it happened."""
    IMPORTED = "imported"
    """Taken over from another system."""
    ASSUMED = "assumed"
    """Filled in by somebody who was not there."""


class Absence(StrEnum):
    """
    Why there is no day.
    """

    NOT_STARTED = "not_started"
    """It did not happen, as far as the whole timeline goes."""
    UNKNOWN = "unknown"
    """It may have happened, on a day nobody knows."""


@attrs.frozen(kw_only=True)
class Known:
    """
    A day on which something happened.

    Two are equal when they say the same; the events that prove it are beside the point, so that a
    day from a host's own column equals the day folded from events.

    Attributes:
        day: The day, in the place where it counts.
        reliability: How sure it is.
        events: The ids of the events it was taken from.
    """

    day: date
    reliability: Reliability = Reliability.RECORDED
    events: tuple[str, ...] = attrs.field(default=(), eq=False)


Moment: TypeAlias = Known | Absence
Stated: TypeAlias = date | datetime | Known | Absence
"""What a host says of a moment: a day, one less sure than recorded, or why there is none."""


def day_of(happened: date | datetime | None) -> date | None:
    """
    Tell the day on which something counts as having happened; None where nobody knows.

    A date and time counts on the day it names in its own offset: bring it to the controller's
    zone first, with :func:`in_zone`. No day, 1 January 1970 and 31 December 9999 are unknown.

    >>> day_of(datetime(2026, 3, 3, 23, 30, tzinfo=UTC))
    datetime.date(2026, 3, 3)
    >>> day_of(date(1970, 1, 1)) is None
    True
    """
    if happened is None or happened == EPOCH:
        return None
    day = happened.date() if isinstance(happened, datetime) else happened
    return None if day in NEVER_DAYS else day


def refuse_naive(name: str, when: date | datetime | None) -> None:
    """
    Refuse a date and time without an offset.

    Raises:
        NaiveDatetimeError: If it has none.
    """
    if isinstance(when, datetime) and when.utcoffset() is None:
        raise NaiveDatetimeError(name)


def moment_of(stated: Stated, name: str = "day", *, of: str = "Known") -> Moment:
    """
    Read a day as one that was recorded, and leave alone what already says how sure it is.

    Args:
        stated: What the host says.
        name: What an error calls it.
        of: What an error says it belongs to.

    Raises:
        EventTypeError: If it is no day.
        NaiveDatetimeError: If it has a time and no offset.

    >>> moment_of(date(2026, 3, 3)) == Known(day=date(2026, 3, 3))
    True
    >>> moment_of(date(9999, 12, 31))
    <Absence.UNKNOWN: 'unknown'>
    """
    if isinstance(stated, Known | Absence):
        return stated
    if not isinstance(stated, date):
        given = "text" if isinstance(stated, str) else type(stated).__name__
        raise EventTypeError(of, name, "date, datetime, Known or Absence", given)
    refuse_naive(name, stated)
    day = day_of(stated)
    return Absence.UNKNOWN if day is None else Known(day=day)


def latest(moments: Iterable[Moment]) -> Moment:
    """
    Find the last of several moments: unknown if one of them is, for it could be later.

    >>> latest([Known(day=date(2026, 3, 3)), Absence.NOT_STARTED]).day
    datetime.date(2026, 3, 3)
    >>> latest([Known(day=date(2026, 3, 3)), Absence.UNKNOWN])
    <Absence.UNKNOWN: 'unknown'>
    >>> latest([])
    <Absence.NOT_STARTED: 'not_started'>
    """
    return _chosen(tuple(moments), max)


def earliest(moments: Iterable[Moment]) -> Moment:
    """
    Find the first of several moments: unknown if one of them is, for it could be earlier.

    >>> earliest([Known(day=date(2026, 3, 3)), Known(day=date(2026, 2, 1))]).day
    datetime.date(2026, 2, 1)
    """
    return _chosen(tuple(moments), min)


def _chosen(moments: tuple[Moment, ...], best: Callable[[Iterable[date]], date]) -> Moment:
    if Absence.UNKNOWN in moments:
        return Absence.UNKNOWN
    known = [moment for moment in moments if isinstance(moment, Known)]
    if not known:
        return Absence.NOT_STARTED
    day = best(moment.day for moment in known)
    return merged([moment for moment in known if moment.day == day])


def merged(same_day: Iterable[Known]) -> Known:
    """
    Make one moment of several on one day; it is as sure as the surest of them.
    """
    known = tuple(same_day)
    order = list(Reliability)
    return Known(
        day=known[0].day,
        reliability=min((moment.reliability for moment in known), key=order.index),
        events=tuple(sorted({event for moment in known for event in moment.events})),
    )
