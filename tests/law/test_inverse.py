"""
From a last day back to the latest event.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import CalendarUnknownError, PeriodError
from recruitprivacy.law import (
    Calendar,
    Regime,
    last_day,
    latest_event_for,
    load_calendar,
    load_regime,
)
from recruitprivacy.periods import Period

FIRST: Final = date(1968, 1, 1)
LAST: Final = date(2060, 12, 31)
DAY: Final = timedelta(days=1)
REGIMES: Final = tuple(map(load_regime, ("EU", "NL", "SE", "DE", "IE", "CH", "CA-QC")))
PERIODS: Final = (
    Period(months=1),
    Period(months=3),
    Period(years=1),
    Period(days=1),
    Period(days=2),
    Period(days=30),
    Period(weeks=2),
    Period(working_days=10),
    Period(months=1, days=10),
)
MARKS: Final = ((1, 1), (2, 28), (4, 3), (5, 5), (6, 19), (12, 24), (12, 25), (12, 26))


def synthetic(marks: tuple[tuple[int, int], ...] = MARKS) -> Calendar:
    """
    Invent a calendar with the same days off in every year.
    """
    years = range(FIRST.year - 3, LAST.year + 3)
    days = {date(year, month, day): "day off" for year in years for month, day in marks}
    bounds = (FIRST.year - 3, LAST.year + 2)
    return Calendar(id="synthetic", jurisdiction="XX", years=bounds, holidays=days)


def inverts(day: date, period: Period, regime: Regime, calendar: Calendar) -> bool:
    """
    Say whether the event found is the last one whose period has ended by the day.
    """
    event = latest_event_for(day, period, calendar=calendar, regime=regime)
    ends, after = (
        last_day(each, period, calendar=calendar, regime=regime) for each in (event, event + DAY)
    )
    return ends <= day < after


@given(
    st.dates(FIRST, LAST),
    st.sampled_from(PERIODS),
    st.sampled_from(REGIMES),
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 28)), max_size=12),
)
def test_it_inverts_counting(
    day: date, period: Period, regime: Regime, marks: list[tuple[int, int]]
) -> None:
    """
    An event on the day found ends by the day asked about, and one a day later does not.
    """
    assert inverts(day, period, regime, synthetic(tuple(marks)))


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.id)
def test_every_day_of_two_years(regime: Regime) -> None:
    """
    Every day of 2027 and 2028, a leap year, and every period: counting is inverted.
    """
    calendar = synthetic()
    days = [date(2027, 1, 1) + n * DAY for n in range(731)]
    wrong = [
        (day, period)
        for day in days
        for period in PERIODS
        if not inverts(day, period, regime, calendar)
    ]
    assert wrong == []


@pytest.mark.nightly
@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.id)
@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_every_day_of_a_century(regime: Regime, period: Period) -> None:
    """
    Every day of 1968 to 2060: counting is inverted.
    """
    calendar = synthetic()
    days = (FIRST + n * DAY for n in range((LAST - FIRST).days + 1))
    wrong = (day for day in days if not inverts(day, period, regime, calendar))
    assert next(wrong, None) is None


def test_at_the_end_of_a_calendar() -> None:
    """
    What would end after the calendar ends later than the day asked about.
    """
    found = latest_event_for(date(2035, 12, 31), Period(days=1), calendar=load_calendar("NL"))
    assert found == date(2035, 12, 30)


def test_before_a_calendar() -> None:
    """
    A day before the calendar is unknown.
    """
    with pytest.raises(CalendarUnknownError):
        latest_event_for(date(2009, 3, 1), Period(months=1), calendar=load_calendar("NL"))


def test_hours_have_no_latest_day() -> None:
    """
    Hours run from an instant, not from a day.
    """
    with pytest.raises(PeriodError):
        latest_event_for(date(2026, 3, 1), Period(hours=72), calendar=load_calendar("NL"))
