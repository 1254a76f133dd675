"""
From when on one is warned that an end is near.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from recruitprivacy.errors import (
    BeyondCalendarError,
    CalendarUnknownError,
    UnknownJurisdictionError,
)
from recruitprivacy.periods import Period, Rounding, subtract
from recruitprivacy.retention._bound import ALWAYS, NEVER, Interval, earliest
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Effect
from recruitprivacy.retention._combine import Days
from recruitprivacy.retention._ending import CALENDAR, Ending

__all__ = ["warned_from"]

NO_WARNING: Final = Interval.at(NEVER)


def warned_from(deciding: Iterable[Ending], days: Days, case: Case) -> Interval:
    """
    Find the first day on which the rules that set an end ask to be warned of it.

    The length is counted backwards from the end, the end itself not counted, and rounds to the
    earlier day. The day found stays where it is, even where nobody works on it.
    """
    return earliest(_warnings(deciding, days, case), default=NO_WARNING)


def _warnings(deciding: Iterable[Ending], days: Days, case: Case) -> Iterator[Interval]:
    for each in deciding:
        if each.clause.warn is not None:
            end = days.planned if each.clause.effect is Effect.WISH else days.gone
            yield _before(end, each.clause.warn, case)


def _before(end: Interval, period: Period, case: Case) -> Interval:
    try:
        return Interval(_back(end.low, period, case), _back(end.high, period, case), end.missing)
    except (CalendarUnknownError, UnknownJurisdictionError):
        return Interval(ALWAYS, end.high, (*end.missing, CALENDAR))


def _back(day: date, period: Period, case: Case) -> date:
    if day in {ALWAYS, NEVER}:
        return day
    calendar = case.calendar if period.working_days else None
    try:
        return subtract(day, period, rounding=Rounding.DOWN, calendar=calendar)
    except BeyondCalendarError:
        return ALWAYS
