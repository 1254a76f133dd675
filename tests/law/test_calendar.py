"""
The shipped calendars, day by day where lists differ.
"""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import CalendarUnknownError, UnknownJurisdictionError
from recruitprivacy.law import Calendar, holiday_name, load_calendar
from recruitprivacy.messages import Message


@pytest.mark.parametrize(
    ("place", "day", "key"),
    [
        ("NL", "2025-04-18", "good_friday"),
        ("NL", "2026-04-03", "good_friday"),
        ("NL", "2026-05-05", "liberation_day"),
        ("NL", "2027-05-05", "liberation_day"),
        ("NL", "2025-04-26", "kings_day"),
        ("NL", "2031-04-26", "kings_day"),
        ("NL", "2026-04-27", "kings_day"),
        ("NL", "2013-04-30", "queens_day"),
        ("NL", "2025-05-30", "decree_day"),
        ("SE", "2025-06-21", "midsummer_day"),
        ("SE", "2026-06-20", "midsummer_day"),
        ("SE", "2026-06-06", "national_day"),
    ],
)
def test_in_the_list(place: str, day: str, key: str) -> None:
    """
    Days that stand in the list sent to the Commission are days off.
    """
    calendar = load_calendar(place)
    on = date.fromisoformat(day)
    assert (calendar.holidays[on], calendar.is_working_day(on)) == (key, False)


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("NL", "2025-04-28"),
        ("NL", "2026-01-02"),
        ("NL", "2026-05-15"),
        ("NL", "2027-05-07"),
        ("SE", "2025-12-24"),
        ("SE", "2026-06-19"),
        ("SE", "2026-12-31"),
    ],
)
def test_not_in_the_list(place: str, day: str) -> None:
    """
    Dutch decree days and Swedish eves are worked as far as EU periods go.
    """
    assert load_calendar(place).is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("place", "day"), [("NL", "2026-05-15"), ("SE", "2026-06-19"), ("SE", "2026-12-24")]
)
def test_equated(place: str, day: str) -> None:
    """
    The same days are off once the days that national law equates are counted in.
    """
    assert not load_calendar(place).with_equated().is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-04-03", "2026-05-05", "2025-05-30"])
def test_doubted(day: str) -> None:
    """
    Good Friday, 5 May and the listed decree day can be counted as worked.
    """
    assert load_calendar("NL").without_doubted().is_working_day(date.fromisoformat(day))


def test_5_may_in_a_lustrum_is_not_doubted() -> None:
    """
    Every five years 5 May is a day off for everybody.
    """
    assert not load_calendar("NL").without_doubted().is_working_day(date(2025, 5, 5))


def test_official_and_computed_years() -> None:
    """
    The lists of 2025 and 2026 were published; others are computed.
    """
    calendar = load_calendar("SE")
    years = [year for year in range(2010, 2036) if calendar.is_official(year)]
    assert (years, calendar.years) == ([2025, 2026], (2010, 2035))


@pytest.mark.parametrize("day", [date(2009, 12, 31), date(2036, 1, 1)])
def test_outside_the_years_nobody_knows(day: date) -> None:
    """
    Outside the shipped years the answer is unknown, and the error names the way out.
    """
    with pytest.raises(CalendarUnknownError, match="a Calendar of your own") as caught:
        load_calendar("NL").is_working_day(day)
    assert pickle.loads(pickle.dumps(caught.value)).day == day  # noqa: S301 - our own bytes


def test_no_calendar_is_shipped_for_a_place() -> None:
    """
    A place without a calendar is an error, not a guess.
    """
    with pytest.raises(UnknownJurisdictionError):
        load_calendar("XX")


@pytest.mark.parametrize("year", [2010, 2016, 2020, 2022, 2029, 2035])
def test_years_whose_decrees_were_not_found(year: int) -> None:
    """
    Which days a Dutch decree equated is known of some years; the Swedish eves are in the act.
    """
    assert (load_calendar("NL").knows_equated(year), load_calendar("SE").knows_equated(year)) == (
        False,
        True,
    )


def test_a_calendar_of_ones_own_knows_its_equated_days() -> None:
    """
    Whoever brings a calendar says all there is, unless they say otherwise.
    """
    own = Calendar(id="acme", jurisdiction="NL", years=(2026, 2026))
    assert own.knows_equated(2026)


def test_decrees_of_2017_to_2019() -> None:
    """
    The decree of 24 October 2016 equated seven days.
    """
    days = [day for day in load_calendar("NL").equated if day.year < 2020]
    assert [str(day) for day in days] == [
        *("2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31"),
        *("2019-05-31", "2019-12-27"),
    ]


def test_every_key_has_a_name() -> None:
    """
    Each holiday in the data is named by a message of ours.
    """
    calendars = [load_calendar(place).with_equated() for place in ("NL", "SE")]
    keys = {key for calendar in calendars for key in calendar.holidays.values()}
    assert {key for key in keys if not isinstance(holiday_name(key), Message)} == set()


def test_it_says_where_it_comes_from() -> None:
    """
    A shipped calendar names what computed it, the day it was checked, and its hash.
    """
    calendar = load_calendar("NL")
    assert (
        calendar.made_with.split()[0],
        calendar.checked_on,
        calendar.digest.startswith("sha256:"),
        str(calendar.equated_by[0]),
    ) == ("holidays", date(2026, 11, 22), True, "Atw Art. 3(3)")


@pytest.mark.parametrize("place", ["NL", "SE"])
def test_agrees_with_holidays(place: str) -> None:
    """
    What the package ``holidays`` knows as public is off in ours as well.
    """
    known = holidays.country_holidays(place, years=range(2010, 2036))
    calendar = load_calendar(place)
    assert [day for day in known if not calendar.is_holiday(day)] == []


def test_a_calendar_is_a_value() -> None:
    """
    Calendars with the same days are equal, hash alike and survive pickling.
    """
    days = {date(2026, 3, 2): "Founders’ Day"}
    one, other = (
        Calendar(id="acme", jurisdiction="NL", years=(2026, 2026), holidays=days) for _ in range(2)
    )
    assert (one, hash(one)) == (pickle.loads(pickle.dumps(other)), hash(other))  # noqa: S301 - our own bytes


@given(st.dates(date(2010, 1, 1), date(2035, 12, 31)))
def test_weekends_are_never_worked(day: date) -> None:
    """
    No Saturday and no Sunday is a working day, and adding days off adds no work.
    """
    calendar = load_calendar("NL")
    monday = day - timedelta(days=day.weekday())
    weekend = [monday + timedelta(days=5), monday + timedelta(days=6)]
    weekend = [each for each in weekend if each.year in range(2010, 2036)]
    assert not any(calendar.is_working_day(each) for each in weekend)
    assert calendar.with_equated().is_working_day(day) <= calendar.is_working_day(day)
