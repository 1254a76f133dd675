"""
Tests of dates as precise as a firm writes them.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from recruitprivacy.errors import FaultsError
from recruitprivacy.policy import PartialDate
from recruitprivacy.testing import strategies as st


@given(st.partial_dates())
def test_read_as_written(day: PartialDate) -> None:
    """
    Every partial date is read back as it is written.
    """
    assert PartialDate.parse(str(day)) == day


@given(st.partial_dates())
def test_latest_lies_within(day: PartialDate) -> None:
    """
    The last day it can mean agrees with each part that is written.
    """
    latest = day.latest
    assert (latest.year, day.month or latest.month, day.day or latest.day) == (
        day.year,
        latest.month,
        latest.day,
    )


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("2018", date(2018, 12, 31)),
        ("2018-05", date(2018, 5, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 28)),
        ("2018-05-25", date(2018, 5, 25)),
        ("early 2018-05", date(2018, 5, 10)),
        ("mid 2018-05", date(2018, 5, 20)),
        ("late 2024-02", date(2024, 2, 29)),
        ("early 2018", date(2018, 4, 30)),
        ("mid 2018", date(2018, 8, 31)),
        ("late 2018", date(2018, 12, 31)),
    ],
)
def test_latest(text: str, latest: date) -> None:
    """
    A year means up to its last day, and so does a month, and a third of either.
    """
    assert PartialDate.parse(text).latest == latest


@pytest.mark.parametrize(
    "text",
    [
        *("", "May 2018", "18", "2018-5", "2018-13", "2018-02-30", "2018-05-25T00:00", "0000"),
        *("early", "Early 2018-05", "early  2018", "early 2018-05-25", "begin 2018-05"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    """
    What is written otherwise, or does not exist, is refused with the way to write it.
    """
    with pytest.raises(FaultsError, match="write '2018-05'"):
        PartialDate.parse(text)


@pytest.mark.parametrize("parts", [(2018, 0, 25), (2018, 5, -1)])
def test_a_day_of_no_month(parts: tuple[int, int, int]) -> None:
    """
    A day without its month is no date, nor is a negative one.
    """
    with pytest.raises(FaultsError):
        PartialDate(*parts)
