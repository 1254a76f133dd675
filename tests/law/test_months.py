"""
Months added by our own code, held against ``relativedelta``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import BeyondCalendarError
from recruitprivacy.law import last_day, load_calendar
from recruitprivacy.law._months import months_later
from recruitprivacy.periods import Period, Rounding, add

FIRST: Final = date(1968, 1, 1)
LAST: Final = date(2109, 12, 31)
MONTHS: Final = range(1, 121)


def differing(first: date, last: date) -> Iterator[tuple[date, int]]:
    """
    Yield the days and lengths for which the two find different days.
    """
    lengths = [(months, relativedelta(months=months)) for months in MONTHS]
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        for months, length in lengths:
            if months_later(day, months) != day + length:
                yield day, months


def test_as_relativedelta_over_two_years() -> None:
    """
    Every day of 2023 and 2024, one to 120 months: both find the same day.
    """
    assert next(differing(date(2023, 1, 1), date(2024, 12, 31)), None) is None


@pytest.mark.nightly
def test_as_relativedelta_over_a_century() -> None:
    """
    Every day of 1968 to 2109, one to 120 months: both find the same day.
    """
    assert next(differing(FIRST, LAST), None) is None


@given(st.dates(FIRST, LAST), st.integers(0, 600))
def test_rounded_as_periods_round(day: date, months: int) -> None:
    """
    Down and up it finds what adding a period finds, and the two differ by a day at most.
    """
    down, up = months_later(day, months), months_later(day, months, up=True)
    period = Period(months=months or 1)
    if months:
        assert down == add(day, period, rounding=Rounding.DOWN)
        assert up == add(day, period, rounding=Rounding.UP)
    assert up - down in {timedelta(), timedelta(days=1)}


@pytest.mark.parametrize("period", [Period(years=9000), Period(days=999_999, years=9000)], ids=str)
def test_beyond_the_years_there_are(period: Period) -> None:
    """
    A period that ends after the year 9999 is refused by name.
    """
    with pytest.raises(BeyondCalendarError):
        last_day(date(2026, 3, 2), period, calendar=load_calendar("NL"))
