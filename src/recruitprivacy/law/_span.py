"""
The arithmetic of one period: where it lands, where it rolls to, where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import attrs

from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._regime import COUNTING, Counting, Regime
from recruitprivacy.periods import Period, Rounding, add

__all__ = ["Span"]

TWO_WORKING_DAYS: Final = Period(working_days=2)


@attrs.frozen(kw_only=True)
class Span:
    """
    A period in days or longer, from the day of its event, under one regime and calendar.
    """

    event_on: date
    period: Period
    counting: Counting
    calendar: Calendar

    @classmethod
    def under(cls, regime: Regime, event_on: date, period: Period, calendar: Calendar) -> Span:
        """
        Take the holidays that the regime looks at.
        """
        counting = COUNTING[regime]
        days = calendar.with_equated() if counting.equated else calendar
        return cls(event_on=event_on, period=period, counting=counting, calendar=days)

    @property
    def landed(self) -> date:
        """
        Return the same date in the last month, or the last day of a month without it.
        """
        return add(self.event_on, self.period, rounding=Rounding.DOWN, calendar=self.calendar)

    @property
    def clamped(self) -> bool:
        """
        Say whether the last month lacked the day.
        """
        period = self.period
        if not period.total_months or period.total_days:
            return False
        return self.landed.day != self.event_on.day

    @property
    def runs_on(self) -> bool:
        """
        Say whether an end on a day off is moved.
        """
        return self.counting.runs_on(self.period)

    def days_off(self) -> Iterator[date]:
        """
        Iterate over the days off from where it landed to the next working day.
        """
        day = self.landed
        while self.runs_on and not self.calendar.is_working_day(day):
            yield day
            day += timedelta(days=1)

    @property
    def rolled(self) -> date:
        """
        Return the first working day from where it landed, or that day if nothing moves it.
        """
        return self.landed + timedelta(days=sum(1 for _ in self.days_off()))

    @property
    def last_day(self) -> date:
        """
        Return the day it ends on, with two working days in it where it must hold them.
        """
        return max(self.rolled, self._second_working_day()) if self._must_hold() else self.rolled

    def _must_hold(self) -> bool:
        # A month always holds two; asking would need a calendar for the year of the event.
        if self.counting.stretches is None or self.period.total_months or not self.runs_on:
            return False
        return self.period.total_days >= self.counting.stretched_from

    def _second_working_day(self) -> date:
        return add(self.event_on, TWO_WORKING_DAYS, rounding=Rounding.DOWN, calendar=self.calendar)
