"""
From the day something must be done by, back to the day by which it must have begun.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from recruitprivacy.errors import CalendarUnknownError
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._packfile import load_regime
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._span import days_of, ends_on
from recruitprivacy.periods import Period, Rounding, subtract

__all__ = ["latest_event_for"]

DAY: Final = timedelta(days=1)


def latest_event_for(
    last_day: date, period: Period, *, calendar: Calendar, regime: Regime | None = None
) -> date:
    """
    Find the latest day of an event whose period has ended by a day.

    It inverts :func:`last_day`: an event on the day found ends by ``last_day``, and one on the day
    after it does not. It is not counting backwards, as in "two weeks before", for which see
    :func:`count_back`.

    Args:
        last_day: The day by which the period must have ended, inclusive.
        period: The length.
        calendar: The days off where the action is to be taken.
        regime: Whose rules count; None for the European Union's.

    Raises:
        CalendarUnknownError: If the calendar does not reach the days that decide.
        PeriodError: If the period is in hours.

    >>> from recruitprivacy.law import load_calendar
    >>> latest_event_for(date(2026, 4, 7), Period(months=1), calendar=load_calendar("NL"))
    datetime.date(2026, 3, 7)
    >>> latest_event_for(date(2026, 4, 6), Period(months=1), calendar=load_calendar("NL"))
    datetime.date(2026, 3, 2)

    Law:
        Reg. 1182/71 Art. 3(4): all that ends on a day off ends on the next working day.
    """
    whose = regime or load_regime()
    days = days_of(calendar, whose)
    event_on = subtract(last_day, period, rounding=Rounding.DOWN, calendar=days)
    # A short month draws several days to its last, and days off several events to one end.
    while not _passes(event_on, period, whose, days, last_day):
        event_on += DAY
    while _passes(event_on, period, whose, days, last_day):
        event_on -= DAY
    return event_on


def _passes(
    event_on: date, period: Period, regime: Regime, calendar: Calendar, last_day: date
) -> bool:
    try:
        return ends_on(event_on, period, regime, calendar) > last_day
    except CalendarUnknownError as error:
        # What lies after the calendar lies after the day asked about too.
        if error.day > last_day:
            return True
        raise
