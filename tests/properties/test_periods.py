"""
Laws of counting with periods.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import PeriodError
from recruitprivacy.periods import Period, Rounding, add, subtract

DAYS: Final = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FEW: Final = st.integers(0, 60)
ROUNDINGS: Final = st.sampled_from(Rounding)
MONTHS: Final = st.builds(Period, months=st.integers(1, 400))
CALENDAR: Final = (
    st.tuples(FEW, FEW, FEW, FEW)
    .filter(any)
    .map(lambda counts: Period(years=counts[0], months=counts[1], weeks=counts[2], days=counts[3]))
)
WORKING: Final = st.builds(Period, working_days=st.integers(1, 60))
PERIODS: Final = CALENDAR | WORKING | st.builds(Period, hours=st.integers(1, 9999))


class Pattern:
    """
    A calendar that works on some days of the week.
    """

    def __init__(self, worked: frozenset[int]) -> None:
        """
        Keep the days of the week that are worked, Monday being nought.
        """
        self.worked = worked

    def is_working_day(self, day: date, /) -> bool:
        """
        Say whether a day is worked.
        """
        return day.weekday() in self.worked


CALENDARS: Final = st.frozensets(st.integers(0, 6), min_size=1).map(Pattern)


@given(PERIODS)
def test_written_and_read(period: Period) -> None:
    """
    Every period is read back from its text.
    """
    assert Period.parse(str(period)) == period


@given(st.text() | st.text("PYMWDBTH0123456789.,-+ \u0663", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    """
    Whatever is written is a period that can be read again, or our error.
    """
    with suppress(PeriodError):
        period = Period.parse(text)
        assert Period.parse(str(period)) == period


@given(DAYS, DAYS, CALENDAR, ROUNDINGS)
def test_a_later_start_never_ends_sooner(
    one: date, other: date, period: Period, rounding: Rounding
) -> None:
    """
    Of two starts, the later one ends no sooner.
    """
    earlier, later = sorted((one, other))
    assert add(earlier, period, rounding=rounding) <= add(later, period, rounding=rounding)


@given(DAYS, st.integers(1, 400), st.integers(1, 400), ROUNDINGS)
def test_a_longer_period_never_ends_sooner(
    day: date, one: int, other: int, rounding: Rounding
) -> None:
    """
    Of two lengths in months, the longer one ends later.
    """
    shorter, longer = sorted((one, other))
    ends = [add(day, Period(months=months), rounding=rounding) for months in (shorter, longer)]
    assert (ends[0] < ends[1]) == (shorter < longer)


@given(DAYS, CALENDAR)
def test_up_is_at_most_a_day_after_down(day: date, period: Period) -> None:
    """
    The two roundings are one day apart where the day does not exist, and else agree.
    """
    down = add(day, period, rounding=Rounding.DOWN)
    apart = add(day, period, rounding=Rounding.UP) - down
    assert timedelta(0) <= apart <= timedelta(days=1)


@given(DAYS, MONTHS)
def test_down_stays_in_the_month(day: date, period: Period) -> None:
    """
    Rounded down, the end lies in the month counted to.
    """
    end = add(day, period, rounding=Rounding.DOWN)
    assert (end.year - day.year) * 12 + end.month - day.month == period.months


@given(DAYS, FEW.filter(bool), FEW, ROUNDINGS)
def test_a_year_is_twelve_months(day: date, years: int, months: int, rounding: Rounding) -> None:
    """
    Years are collapsed to months before anything is rounded.
    """
    apart = Period(years=years, months=months)
    together = Period(months=12 * years + months)
    assert add(day, apart, rounding=rounding) == add(day, together, rounding=rounding)


@given(DAYS, FEW.filter(bool), FEW, ROUNDINGS)
def test_weeks_and_days_are_days(day: date, weeks: int, days: int, rounding: Rounding) -> None:
    """
    A week is seven days, and days are never rounded.
    """
    end = add(day, Period(weeks=weeks, days=days), rounding=rounding)
    assert (end - day).days == 7 * weeks + days


@given(DAYS, DAYS, MONTHS)
def test_a_limit_turns_into_a_cut_off(start: date, on: date, period: Period) -> None:
    """
    A limit lies on a day or after exactly when it started at the day rounded up back, or after.

    Sweeps find overdue rows by this law: compare the start, never compute the end of each row.
    """
    cut_off = subtract(on, period, rounding=Rounding.UP)
    assert (add(start, period, rounding=Rounding.DOWN) >= on) == (start >= cut_off)


@given(DAYS, DAYS, MONTHS)
def test_a_minimum_turns_into_a_cut_off(start: date, on: date, period: Period) -> None:
    """
    A minimum has run by a day exactly when it started at the day rounded down back, or before.
    """
    cut_off = subtract(on, period, rounding=Rounding.DOWN)
    assert (add(start, period, rounding=Rounding.UP) <= on) == (start <= cut_off)


@given(DAYS, WORKING, CALENDARS, ROUNDINGS)
def test_working_days_are_counted(
    day: date, period: Period, calendar: Pattern, rounding: Rounding
) -> None:
    """
    The end is worked, and as many worked days lie after the start up to it as were asked.
    """
    end = add(day, period, rounding=rounding, calendar=calendar)
    passed = [day + timedelta(days=gone) for gone in range(1, (end - day).days + 1)]
    worked = [calendar.is_working_day(each) for each in passed]
    assert (worked[-1], sum(worked)) == (True, period.working_days)


@given(DAYS, WORKING, CALENDARS, ROUNDINGS)
def test_working_days_back_and_forth(
    day: date, period: Period, calendar: Pattern, rounding: Rounding
) -> None:
    """
    From a worked day, going forth and back leads home.
    """
    start = add(day, Period(working_days=1), rounding=rounding, calendar=calendar)
    there = add(start, period, rounding=rounding, calendar=calendar)
    assert subtract(there, period, rounding=rounding, calendar=calendar) == start
