"""
Facts about days, instants and lists in words.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import NaiveDatetimeError
from recruitprivacy.i18n import languages, month_day, say
from recruitprivacy.periods import MonthDay

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")


@given(st.dates(), st.sampled_from(languages()))
def test_a_day_keeps_its_year_and_its_number(day: date, language: str) -> None:
    """
    Whatever the day, its number comes first and its year last.
    """
    said = say(day, language).split()
    assert (said[0].rstrip(".er"), int(said[-1])) == (str(day.day), day.year)


def test_french_counts_the_first_of_a_month() -> None:
    """
    The first of a month is an ordinal in French, and no other day is.
    """
    days = [say(date(2026, 4, number), "fr") for number in (1, 11)]
    assert days == ["1er avril 2026", "11 avril 2026"]


def test_the_first_of_a_year_is_an_ordinal_too() -> None:
    """
    A day that comes back every year is written as the days of one year are.
    """
    assert month_day(MonthDay(month=1, day=1), "fr") == "1er janvier"


@pytest.mark.parametrize(
    ("zone", "expected"), [(UTC, "(UTC)"), (timezone(timedelta(hours=-3.5)), "(UTC-03:30)")]
)
def test_offsets_are_written_with_their_sign(zone: timezone, expected: str) -> None:
    """
    Universal time is named alone, and what lies west of it has a minus.
    """
    assert say(datetime(2026, 3, 5, 9, 0, tzinfo=zone), "en").endswith(expected)


def test_an_instant_without_a_zone_cannot_be_said() -> None:
    """
    A clock time somewhere is no instant.
    """
    with pytest.raises(NaiveDatetimeError):
        say(datetime(2026, 3, 5, 9, 0), "en")  # noqa: DTZ001  # the point of the test


@pytest.mark.parametrize(
    ("items", "language", "expected"),
    [
        ((), "en", "none"),
        ((), "nl", "geen"),
        (("name",), "en", "name"),
        (("name", "photo"), "en", "name and photo"),
        (("naam", "adres", "foto"), "nl", "naam, adres en foto"),
        (("namn", "adress", "foto"), "sv", "namn, adress och foto"),
        (("Art. 6, lid 1", "Art. 9"), "nl", "Art. 6, lid 1; Art. 9"),
    ],
)
def test_several_values_are_said_as_a_list(
    items: tuple[str, ...], language: str, expected: str
) -> None:
    """
    A list has the conjunction of its language, and says so when it is empty.
    """
    assert say(items, language) == expected


def test_nothing_of_babel_is_loaded_before_a_day_is_said() -> None:
    """
    Whoever says sentences and lengths only never pays for the data of all languages.
    """
    program = (
        "import sys; from recruitprivacy import i18n; from recruitprivacy.periods import Period; "
        "i18n.period(Period(years=2), 'nl'); print('babel' in sys.modules); import datetime; "
        "i18n.date(datetime.date(2026, 3, 5), 'nl'); print('babel' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert ran.stdout.split() == ["False", "True"]
