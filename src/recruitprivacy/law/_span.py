"""
The arithmetic of one period: where it lands, where it rolls to, where it ends.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs

from recruitprivacy.errors import BeyondCalendarError
from recruitprivacy.law._calendar import SATURDAY, Calendar
from recruitprivacy.law._months import months_later
from recruitprivacy.law._regime import Regime
from recruitprivacy.periods import Period, Rounding, add

__all__ = ["Span", "days_of", "ends_on"]

DAY: Final = timedelta(days=1)
TWO_WORKING_DAYS: Final = Period(working_days=2)


def days_of(calendar: Calendar, regime: Regime) -> Calendar:
    """
    Take the holidays that a regime looks at.
    """
    return calendar.with_equated() if regime.regional else calendar


def ends_on(event_on: date, period: Period, regime: Regime, calendar: Calendar) -> date:
    """
    Find the last day of a period; the calendar is taken with :func:`days_of`.

    Raises:
        CalendarUnknownError: If the calendar does not reach the days that decide.
        PeriodError: If the period is in hours.
        BeyondCalendarError: If it ends outside the years 1 to 9999.
    """
    rolled = _rolled(_landed(event_on, period, regime, calendar), period, regime, calendar)
    return _stretched(rolled, event_on, period, regime, calendar)


def _rolled(landed: date, period: Period, regime: Regime, calendar: Calendar) -> date:
    if regime.runs_on(period):
        while _is_off(landed, regime, calendar):
            landed += DAY
    return landed


def _stretched(
    rolled: date, event_on: date, period: Period, regime: Regime, calendar: Calendar
) -> date:
    if not _must_hold(period, regime):
        return rolled
    second = add(event_on, TWO_WORKING_DAYS, rounding=Rounding.DOWN, calendar=calendar)
    return max(rolled, second)


def _landed(event_on: date, period: Period, regime: Regime, calendar: Calendar) -> date:
    counted = regime.first_day_counted
    if period.working_days or period.hours:
        day = event_on - DAY if counted else event_on
        return add(day, period, rounding=Rounding.DOWN, calendar=calendar)
    try:
        # A period that holds its first day ends on the day before the same date; where the month
        # lacks that date, on its last day, which is the day before the first of the next.
        days = timedelta(days=period.total_days - counted)
        return months_later(event_on, period.total_months, up=counted) + days
    except (OverflowError, ValueError):
        raise BeyondCalendarError(str(period)) from None


def _is_off(day: date, regime: Regime, calendar: Calendar) -> bool:
    if regime.saturday_works and day.weekday() == SATURDAY:
        return calendar.is_holiday(day)
    return not calendar.is_working_day(day)


def _must_hold(period: Period, regime: Regime) -> bool:
    # A month always holds two; asking would need a calendar for the year of the event.
    if regime.stretches is None or period.total_months or not regime.runs_on(period):
        return False
    return period.total_days >= regime.stretched_from


@attrs.frozen(kw_only=True)
class Span:
    """
    A period in days or longer, from the day of its event, under one regime and calendar.

    Attributes:
        event_on: The day of the event.
        period: The length.
        regime: How it is counted.
        calendar: The days off that the regime looks at.
        landed: The same date in the last month, or the last day of a month without it.
        rolled: The first working day from there on, where it runs on; else the day it landed on.
        last_day: The day it ends on, with two working days in it where it must hold them.
    """

    event_on: date
    period: Period
    regime: Regime
    calendar: Calendar
    landed: date
    rolled: date
    last_day: date

    @classmethod
    def under(cls, regime: Regime, event_on: date, period: Period, calendar: Calendar) -> Span:
        """
        Count a period; the calendar is taken with :func:`days_of`.
        """
        landed = _landed(event_on, period, regime, calendar)
        rolled = _rolled(landed, period, regime, calendar)
        return cls(
            event_on=event_on,
            period=period,
            regime=regime,
            calendar=calendar,
            landed=landed,
            rolled=rolled,
            last_day=_stretched(rolled, event_on, period, regime, calendar),
        )

    def otherwise(self, *, regime: Regime | None = None, calendar: Calendar | None = None) -> Span:
        """
        Count the same under another regime or calendar.
        """
        return Span.under(
            regime or self.regime, self.event_on, self.period, calendar or self.calendar
        )

    @property
    def clamped(self) -> bool:
        """
        Say whether the last month lacked the day.
        """
        period = self.period
        if not period.total_months or period.total_days:
            return False
        day = self.landed + DAY if self.regime.first_day_counted else self.landed
        return day.day != self.event_on.day

    @property
    def runs_on(self) -> bool:
        """
        Say whether an end on a day off is moved.
        """
        return self.regime.runs_on(self.period)

    @property
    def lands_off(self) -> bool:
        """
        Say whether it lands on a day off.
        """
        return _is_off(self.landed, self.regime, self.calendar)

    def last_day_in(self, region: str) -> date:
        """
        Find the next day that is worked in a region, from the day it ends on.
        """
        day, regional = self.last_day, self.calendar.regional
        while _is_off(day, self.regime, self.calendar) or region in regional.get(day, ()):
            day += DAY
        return day

    @property
    def only_rolls(self) -> bool:
        """
        Say whether days off matter to nothing but its end.
        """
        return bool(self.period.total_months)

    def days_off(self) -> tuple[date, ...]:
        """
        List the days off over which it runs, from where it landed to the next working day.
        """
        return tuple([self.landed + DAY * past for past in range((self.rolled - self.landed).days)])
