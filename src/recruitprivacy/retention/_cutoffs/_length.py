"""
A length of time turned round: from the day asked about back to the days whose end has passed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import attrs

from recruitprivacy.errors import BeyondCalendarError, CalendarUnknownError
from recruitprivacy.law import Calendar
from recruitprivacy.periods import MonthDay, Period, Rounding, add, subtract
from recruitprivacy.retention._cutoffs._span import Span

__all__ = ["Length", "Passed", "last_start"]

DAY: Final = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Passed:
    """
    The days of a trigger after which a length has passed by the day asked about.

    Attributes:
        surely: The days from which it has passed.
        perhaps: The days from which it may have passed; more only where no calendar tells.
    """

    surely: tuple[Span, ...]
    perhaps: tuple[Span, ...]


@attrs.frozen(kw_only=True)
class Length:
    """
    How the last day is found from the day of a trigger.

    Attributes:
        period: The length, or None where the day itself is the last.
        moves: The days of a year on whose next return it begins, in the order they are applied.
        rounding: Where a day goes that its month does not have.
        calendar: The working days, where it is counted in them and somebody knows them.
    """

    period: Period | None
    moves: tuple[MonthDay, ...] = ()
    rounding: Rounding = Rounding.DOWN
    calendar: Calendar | None = None

    def passed(self, on: date) -> Passed:
        """
        Find the days of the trigger whose last day lies before a day.

        >>> found = Length(period=Period(months=1)).passed(date(2026, 3, 1))
        >>> print(*found.surely)
        up to 2026-01-31
        """
        if self.period is None or not self.period.working_days:
            spans = self._up_to(self._last(on))
            return Passed(surely=spans, perhaps=spans)
        return self._worked(on)

    def _last(self, on: date) -> date | None:
        return on - DAY if self.period is None else last_start(self.period, on, self.rounding)

    def _worked(self, on: date) -> Passed:
        unsure = self._up_to(on - DAY)
        if self.calendar is None:
            return Passed(surely=(), perhaps=unsure)
        first = date(self.calendar.years[0], 1, 1) - DAY
        known = _while(self._counts, first)
        passed = _while(lambda day: self._counts(day) and self._end(day) < on, first)
        early = self._up_to(min(first - DAY, on - DAY))
        late = self._from(first if known is None else known + DAY, on - DAY)
        surely = () if passed is None else self._from(first, passed)
        return Passed(surely=surely, perhaps=(*early, *surely, *late))

    def _counts(self, day: date) -> bool:
        try:
            self._end(day)
        except CalendarUnknownError:
            return False
        return True

    def _end(self, day: date) -> date:
        if self.period is None:  # pragma: no cover - asked of working days alone
            return day
        return add(day, self.period, rounding=self.rounding, calendar=self.calendar)

    def _from(self, first: date, last: date) -> tuple[Span, ...]:
        if last < first:
            return ()
        before, until = self._begun(first - DAY), self._begun(last)
        if until is None or (before is not None and until <= before):
            return ()
        return (Span(first=None if before is None else before + DAY, last=until),)

    def _up_to(self, last: date | None) -> tuple[Span, ...]:
        begun = None if last is None else self._begun(last)
        return () if begun is None else (Span(last=begun),)

    def _begun(self, by: date) -> date | None:
        """
        Find the last day of the trigger from which the length begins by a day.
        """
        for move in reversed(self.moves):
            try:
                by = move.last_on_or_before(by)
            except BeyondCalendarError:
                return None
        return by


@lru_cache(maxsize=4096)
def last_start(period: Period, on: date, rounding: Rounding) -> date | None:
    """
    Find the last day from which a length in calendar units ends before a day.

    Lengths never shorten as their start moves on, so that all days up to it end before, too. None
    where no day of the calendar does.

    >>> last_start(Period(months=1), date(2026, 3, 1), Rounding.DOWN)
    datetime.date(2026, 1, 31)
    >>> last_start(Period(months=1), date(2026, 3, 1), Rounding.UP)
    datetime.date(2026, 1, 28)
    """
    try:
        day = subtract(on, period, rounding=Rounding.UP)
        while add(day, period, rounding=rounding) >= on:
            day -= DAY
        while add(day + DAY, period, rounding=rounding) < on:
            day += DAY
    except (BeyondCalendarError, OverflowError):
        return None
    return day


def _while(holds: Callable[[date], bool], first: date) -> date | None:
    """
    Find the last day up to which something holds that held from the first; None where it never did.
    """
    low, high = first.toordinal() - 1, date.max.toordinal() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if holds(date.fromordinal(middle)):
            low = middle
        else:
            high = middle - 1
    return None if low < first.toordinal() else date.fromordinal(low)
