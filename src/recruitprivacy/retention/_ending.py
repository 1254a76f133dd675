"""
When a clause ends for a record.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import attrs

from recruitprivacy.errors import (
    BeyondCalendarError,
    CalendarUnknownError,
    UnknownJurisdictionError,
)
from recruitprivacy.findings import Reading
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Rounding, add
from recruitprivacy.policy import Which
from recruitprivacy.retention._applies import Fit
from recruitprivacy.retention._bound import ALWAYS, NEVER, Bound, Interval
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._start import missing_of, never_began, runs, start_of
from recruitprivacy.timeline import Absence, Known, Start

__all__ = ["Ending", "ending_of"]

NOT_STARTED: Final = Message("retention.open.not_started", "What starts it has not happened.")
DAY: Final = timedelta(days=1)
CALENDAR: Final = "calendar"
PARTS: Final = "record.parts"


@attrs.frozen(kw_only=True)
class Ending:
    """
    A clause that is about a record, and when it ends.

    Attributes:
        clause: The clause.
        start: What it runs from.
        days: The days between which it ends. For what forbids erasing it is the first day on
            which erasing is allowed; for all else the last day on which the data may exist.
        readings: When it ends as careful people read the firm's text, too.
        stands_in: Whether it runs from what the clause names where what starts it never happened.
        agreed: Whether it ends later than the clause has it, as the person agreed to that.
    """

    clause: Clause
    start: Start
    days: Interval
    readings: tuple[Reading, ...] = ()
    stands_in: bool = False
    agreed: bool = False

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
    days = _days(clause, start, case, fit)
    if clause.which is Which.EACH:
        first = attrs.evolve(clause, which=Which.FIRST)
        days = _between(_days(first, start_of(first, case), case, fit), days)
    readings = tuple(_readings(clause, start, case)) if start.others else ()
    return Ending(
        clause=clause,
        start=start,
        days=days,
        readings=readings,
        stands_in=bool(clause.if_none) and never_began(clause, case),
    )


def _days(clause: Clause, start: Start, case: Case, fit: Fit) -> Interval:
    if clause.effect is Effect.FLOOR:
        return _spread(_allowed(clause, start, case), ALWAYS, fit.missing)
    return _spread(_last(clause, start, case), NEVER, (*fit.missing, *_awaited(clause, case)))


def _between(first: Interval, last: Interval) -> Interval:
    # Nobody knows which part of the record is of which event.
    low, high = min(first.low, last.low), max(first.high, last.high)
    missing = dict.fromkeys((*first.missing, *last.missing))
    return Interval(low, high, () if low == high else tuple(missing) or (PARTS,))


def _readings(clause: Clause, start: Start, case: Case) -> Iterator[Reading]:
    for other in start.others:
        days = _last(clause, attrs.evolve(start, moment=other.moment), case)
        day = days.low if days.known and days.low != NEVER else None
        yield Reading(key=other.key, last_day=day, says=other.says, cites=clause.cites)


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
    if start.moment is Absence.UNKNOWN:
        return Interval(ALWAYS, NEVER, missing_of(clause, start))
    running = runs(clause.after, start.moment, case)
    if running:
        return Interval(_next(case.on), NEVER, (clause.after,))
    allowed = Interval.at(ALWAYS)
    if isinstance(start.moment, Known):
        ends = _counted(clause, start, case, Rounding.UP)
        allowed = attrs.evolve(ends, low=_next(ends.low), high=_next(ends.high))
    if running is None:
        return Interval(allowed.low, NEVER, (*allowed.missing, clause.after))
    return allowed


def _next(day: date) -> date:
    return day if day in {ALWAYS, NEVER} else day + DAY


def _counted(clause: Clause, start: Start, case: Case, rounding: Rounding) -> Interval:
    if not isinstance(start.moment, Known):
        return Interval(ALWAYS, NEVER, missing_of(clause, start))
    begins = start.moment.day
    try:
        begins = _moved(clause, begins, case)
        if clause.period is None:
            return Interval.at(begins)
        calendar = case.calendar if clause.period.working_days else None
        return Interval.at(add(begins, clause.period, rounding=rounding, calendar=calendar))
    except BeyondCalendarError:
        return Interval.at(NEVER)
    except (CalendarUnknownError, UnknownJurisdictionError):
        return Interval(begins, NEVER, (CALENDAR,))


def _moved(clause: Clause, day: date, case: Case) -> date:
    if clause.financial_year:
        day = case.situation.financial_year_ends.next_on_or_after(day)
    return clause.from_next.next_on_or_after(day) if clause.from_next else day
