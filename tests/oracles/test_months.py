"""
Months counted by the library, held against the independent count.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import pytest

from recruitprivacy.periods import Period, Rounding, add, subtract
from tests.oracles.months import Counter, days, differences, ends

MOST: Final = 40
FIRST: Final = date(2023, 1, 1)
LAST: Final = date(2028, 12, 31)
BOTH: Final = pytest.mark.parametrize("rounding", list(Rounding))
WAYS: Final = pytest.mark.parametrize("move", [add, subtract], ids=["add", "subtract"])
LENGTHS: Final = tuple(
    Period(years=months // 12, months=months % 12) if months else None for months in range(MOST + 1)
)


def ours(move: Callable[..., date], rounding: Rounding) -> Counter:
    """
    Count with the library: whole years as years, the rest as months.
    """

    def count(day: date, months: int) -> date:
        return move(day, LENGTHS[months], rounding=rounding)

    return count


def clamped(day: date, months: int) -> date:
    """
    Count months rightly, rounding down; the mutants are built on it.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def years_first(day: date, months: int) -> date:
    """
    Round after the years and again after the months: 29 February forgets itself.
    """
    return clamped(clamped(day, months // 12 * 12), months % 12)


def thirty_days(day: date, months: int) -> date:
    """
    Take a month for thirty days.
    """
    return day + timedelta(days=30 * months)


def sticky(day: date, months: int) -> date:
    """
    Take the last day of a month for the last day of every month.
    """
    landed = clamped(day, months)
    at_end = (day + timedelta(days=1)).day == 1
    last = calendar.monthrange(landed.year, landed.month)[1]
    return landed.replace(day=last) if at_end else landed


def one_by_one(day: date, months: int) -> date:
    """
    Round after every month: a day once lost never comes back.
    """
    for _ in range(months):
        day = clamped(day, 1)
    return day


def first_counted(day: date, months: int) -> date:
    """
    Count the day of the event, so that the period ends a day early.
    """
    return clamped(day, months) - timedelta(days=1)


@BOTH
@WAYS
def test_months_over_six_years(move: Callable[..., date], rounding: Rounding) -> None:
    """
    Every day of 2023 to 2028 and one to forty months: the library and the rule agree.
    """
    up = rounding is Rounding.UP
    found = differences(ours(move, rounding), days(FIRST, LAST), MOST, up=up, back=move is subtract)
    assert next(found, None) is None


@pytest.mark.nightly
@BOTH
@WAYS
def test_months_over_a_century(move: Callable[..., date], rounding: Rounding) -> None:
    """
    Every day of 1968 to 2060 and one to forty months: the library and the rule agree.
    """
    over = days(date(1968, 1, 1), date(2060, 12, 31))
    up = rounding is Rounding.UP
    found = differences(ours(move, rounding), over, MOST, up=up, back=move is subtract)
    assert next(found, None) is None


@pytest.mark.parametrize("mutant", [years_first, thirty_days, sticky, one_by_one, first_counted])
def test_the_oracle_catches_planted_faults(mutant: Counter) -> None:
    """
    A counter with a fault people really make differs from the rule within six years.
    """
    assert next(differences(mutant, days(FIRST, LAST), MOST, up=False), None) is not None


def test_the_oracle_passes_a_right_counter() -> None:
    """
    What the mutants are built on differs nowhere, so it is the planted fault that is caught.
    """
    assert next(differences(clamped, days(FIRST, LAST), MOST, up=False), None) is None


@BOTH
def test_the_oracle_tells_the_roundings_apart(rounding: Rounding) -> None:
    """
    A counter that rounds the other way is caught.
    """
    other = rounding is Rounding.DOWN
    found = differences(ours(add, rounding), days(FIRST, LAST), MOST, up=other)
    assert next(found, None) is not None


@pytest.mark.parametrize(
    ("day", "up", "back", "expected"),
    [
        (date(2026, 1, 31), False, False, [date(2026, 1, 31), date(2026, 2, 28)]),
        (date(2026, 1, 31), True, False, [date(2026, 1, 31), date(2026, 3, 1)]),
        (date(2024, 3, 30), False, True, [date(2024, 3, 30), date(2024, 2, 29)]),
        (date(2026, 12, 31), False, False, [date(2026, 12, 31), date(2027, 1, 31)]),
    ],
)
def test_the_oracle_by_hand(day: date, expected: list[date], *, up: bool, back: bool) -> None:
    """
    The oracle itself agrees with days worked out by hand.
    """
    walk = ends(day, up=up, back=back)
    assert [next(walk), next(walk)] == expected
