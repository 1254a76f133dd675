"""
When a clause ends for a record.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs

from recruitprivacy.errors import (
    BeyondCalendarError,
    CalendarUnknownError,
    UnknownJurisdictionError,
)
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Rounding, WorkingDays, add
from recruitprivacy.retention._applies import Fit
from recruitprivacy.retention._bound import ALWAYS, NEVER, Bound, Interval
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._start import has_begun, missing_of, start_of
from recruitprivacy.timeline import Absence, Known, Start

__all__ = ["Ending", "ending_of"]

NOT_STARTED: Final = Message("retention.open.not_started", "What starts it has not happened.")
DAY: Final = timedelta(days=1)
CALENDAR: Final = "calendar"


@attrs.frozen(kw_only=True)
class Ending:
    """
    A clause that is about a record, and when it ends.

    Attributes:
        clause: The clause.
        start: What it runs from.
        days: The days between which it ends. For what forbids erasing it is the first day on
            which erasing is allowed; for all else the last day on which the data may exist.
    """

    clause: Clause
    start: Start
    days: Interval

    @property
    def bound(self) -> Bound:
        """
        When it ends: known, open, or unknown for want of a fact.
        """
        return self.days.bound(phrase(NOT_STARTED))


def ending_of(clause: Clause, case: Case, fit: Fit) -> Ending:
    """
    Find when a clause ends for a record.

    Args:
        clause: The clause.
        case: The record.
        fit: Whether the clause is about it; where that is unknown, so is the end.
    """
    start = start_of(clause, case)
    if clause.effect is Effect.FLOOR:
        days = _spread(_allowed(clause, start, case), ALWAYS, fit.missing)
    else:
        days = _spread(_last(clause, start, case), NEVER, (*fit.missing, *_awaited(clause, case)))
    return Ending(clause=clause, start=start, days=days)


def _spread(days: Interval, absent: date, missing: tuple[str, ...]) -> Interval:
    if not missing:
        return days
    low, high = min(days.low, absent), max(days.high, absent)
    return Interval(low, high, tuple(dict.fromkeys((*days.missing, *missing))))


def _awaited(clause: Clause, case: Case) -> tuple[str, ...]:
    if clause.while_ is None:
        return ()
    lasts = case.facts.condition(clause.while_, record=case.name)
    return () if lasts is not None else (f"condition.{clause.while_}",)


def _last(clause: Clause, start: Start, case: Case) -> Interval:
    if clause.while_ and case.facts.condition(clause.while_, record=case.name):
        return Interval.at(NEVER)
    if start.moment is Absence.NOT_STARTED:
        return Interval.at(NEVER)
    rounding = Rounding.UP if clause.effect is Effect.MINIMUM else Rounding.DOWN
    return _counted(clause, start, case, rounding)


def _allowed(clause: Clause, start: Start, case: Case) -> Interval:
    if start.moment is Absence.NOT_STARTED:
        begun = has_begun(clause.after, case)
        return Interval(ALWAYS, NEVER, (clause.after,)) if begun else Interval.at(ALWAYS)
    ends = _counted(clause, start, case, Rounding.UP)
    return attrs.evolve(ends, low=_next(ends.low), high=_next(ends.high))


def _next(day: date) -> date:
    return day if day in {ALWAYS, NEVER} else day + DAY


def _counted(clause: Clause, start: Start, case: Case, rounding: Rounding) -> Interval:
    if not isinstance(start.moment, Known):
        return Interval(ALWAYS, NEVER, missing_of(clause, start))
    begins = start.moment.day
    if clause.end_of_year:
        begins = begins.replace(month=12, day=31)
    if clause.period is None:
        return Interval.at(begins)
    try:
        calendar = _calendar(case) if clause.period.working_days else None
        return Interval.at(add(begins, clause.period, rounding=rounding, calendar=calendar))
    except BeyondCalendarError:
        return Interval.at(NEVER)
    except (CalendarUnknownError, UnknownJurisdictionError):
        return Interval(begins, NEVER, (CALENDAR,))


def _calendar(case: Case) -> WorkingDays:
    return case.law.calendar(case.situation.establishment or "")
