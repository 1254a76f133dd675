"""
The shipped calendars, day by day where lists differ.
"""

from __future__ import annotations

import importlib.util
import pickle
import sys
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Final

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import CalendarUnknownError, UnknownJurisdictionError
from recruitprivacy.law import Calendar, holiday_name, load_calendar
from recruitprivacy.law._calendarfile import calendars
from recruitprivacy.messages import Message

COUNTRIES: Final = calendars()
EVERYWHERE: Final = (
    *COUNTRIES,
    *(f"{place}-{region}" for place in COUNTRIES for region in load_calendar(place).regions),
)


@pytest.mark.parametrize("place", EVERYWHERE)
def test_it_covers_its_years(place: str) -> None:
    """
    Every calendar covers 2010 to 2035, with some days off in each of them.
    """
    calendar = load_calendar(place)
    found = {day.year for day in calendar.holidays}
    assert (calendar.years, found) == ((2010, 2035), set(range(2010, 2036)))


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
        ("FI", "2026-06-19", "midsummer_eve"),
        ("FI", "2026-12-24", "christmas_eve"),
        ("DK", "2023-05-05", "great_prayer_day"),
        ("DE", "2026-04-03", "good_friday"),
        ("GB", "2026-12-28", "in_lieu"),
        ("GB-ENG", "2026-04-06", "easter_monday"),
        ("GB-SCT", "2026-01-02", "new_year"),
        ("CH-ZH", "2026-05-01", "may_day"),
        ("LV", "2026-06-22", "decree_day"),
        ("LV", "2025-05-05", "in_lieu"),
        ("IT", "2026-06-02", "republic_day"),
        ("PL", "2026-06-04", "corpus_christi"),
        ("CY", "2026-04-01", "national_day"),
        ("US-CA", "2026-11-27", "civic_day"),
        ("US", "2026-07-03", "in_lieu"),
        ("US-CA", "2027-07-05", "in_lieu"),
        ("US-CA", "2028-11-10", "in_lieu"),
        ("US-CA", "2027-02-15", "regional_day"),
        ("CA-QC", "2026-06-24", "saint_day"),
        ("BR", "2026-09-07", "independence_day"),
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
        ("DK", "2024-04-26"),
        ("DK", "2026-06-05"),
        ("IE", "2026-04-03"),
        ("BE", "2026-04-03"),
        ("FR", "2026-04-03"),
        ("DE", "2026-01-06"),
        ("DE-BY", "2026-01-06"),
        ("FR-57", "2026-04-03"),
        ("ES-CT", "2026-04-06"),
        ("GB", "2026-04-06"),
        ("GB-SCT", "2026-04-06"),
        ("CH", "2026-05-01"),
        ("HU", "2026-01-02"),
        ("BG", "2026-05-25"),
        ("CA-QC", "2026-04-06"),
        ("US-CA", "2026-07-03"),
        ("US-CA", "2027-12-24"),
        ("US-CA", "2028-02-15"),
        ("US-CA", "2027-10-29"),
    ],
)
def test_not_in_the_list(place: str, day: str) -> None:
    """
    Decree days, Swedish eves, regional days and federal Fridays in California are worked.
    """
    assert load_calendar(place).is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("NL", "2026-05-15"),
        ("SE", "2026-06-19"),
        ("SE", "2026-12-24"),
        ("DE-BY", "2026-01-06"),
        ("DE-SN", "2026-11-18"),
        ("FR-57", "2026-04-03"),
        ("FR-68", "2026-12-26"),
        ("ES-CT", "2026-04-06"),
        ("HU", "2026-01-02"),
        ("BG", "2026-05-25"),
        ("US-CA", "2026-07-03"),
    ],
)
def test_equated(place: str, day: str) -> None:
    """
    The same days are off once the days that national law equates are counted in.
    """
    assert not load_calendar(place).with_equated().is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("NL", "2026-04-03"),
        ("NL", "2026-05-05"),
        ("NL", "2025-05-30"),
        ("HU", "2026-12-24"),
        ("LV", "2026-01-02"),
    ],
)
def test_doubted(place: str, day: str) -> None:
    """
    Dutch Good Friday and 5 May, and listed decree days can be counted as worked.
    """
    assert load_calendar(place).without_doubted().is_working_day(date.fromisoformat(day))


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


@pytest.mark.parametrize("place", ["IT", "CY", "PL", "SK", "NO", "GB", "GB-ENG", "CH", "US"])
def test_no_list_was_seen(place: str) -> None:
    """
    Where no list could be compared, every year is computed.
    """
    assert load_calendar(place).official_years == ()


@pytest.mark.parametrize(
    "place", ["AT", "BE", "DE", "DE-BY", "DK", "FI", "FR", "IE", "LU", "NL", "PT", "SE"]
)
def test_the_list_of_2025_was_compared(place: str) -> None:
    """
    The official list of 2025 agrees with ours in these states.
    """
    assert load_calendar(place).is_official(2025)


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


@pytest.mark.parametrize(
    ("place", "near"),
    [
        ("DE-BYY", "DE-BY"),
        ("GB-SC", "GB-SCT"),
        ("nl", "NL"),
        ("CA-QB", "CA-QC"),
        ("DE-XX", ""),
    ],
)
def test_an_unknown_region(place: str, near: str) -> None:
    """
    A region there is not is an error that names one like it, or all there are.
    """
    with pytest.raises(UnknownJurisdictionError) as caught:
        load_calendar(place)
    assert (caught.value.nearest, bool(caught.value.shipped)) == (near, True)


@pytest.mark.parametrize("place", ["NL-ZH", "FR-75", "PT-11"])
def test_a_region_with_its_countrys_days(place: str) -> None:
    """
    A region whose days off are not known to differ has its country's calendar.
    """
    assert load_calendar(place) == load_calendar(place.partition("-")[0])


def test_a_region_is_named() -> None:
    """
    A region's calendar is called by its place, so that an answer names what it was counted with.
    """
    calendar = load_calendar("DE-BY")
    assert (calendar.id, calendar.jurisdiction, calendar.digest) == (
        "DE-BY",
        "DE-BY",
        load_calendar("DE").digest,
    )


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
    calendars = [load_calendar(place).with_equated() for place in EVERYWHERE]
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


@pytest.mark.parametrize("place", EVERYWHERE)
def test_agrees_with_holidays(place: str) -> None:
    """
    What the package ``holidays`` knows as public is off in ours as well, moved days included.
    """
    country, _, region = place.partition("-")
    subdivision = "6AE" if place in {"FR-67", "FR-68"} else region or None
    known = holidays.country_holidays(country, subdivision, years=range(2010, 2036))
    calendar = load_calendar(place).with_equated()
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


SCRIPT: Final = Path(__file__).resolve().parents[2] / "scripts" / "calendars.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """
    Load the script that writes the calendars.
    """
    found = importlib.util.spec_from_file_location("calendars", SCRIPT)
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    sys.modules["calendars"] = module  # attrs looks its classes up there
    found.loader.exec_module(module)
    return module


@pytest.mark.parametrize("place", COUNTRIES)
def test_the_script_writes_it(place: str, script: ModuleType) -> None:
    """
    The file shipped is what the script writes today: nobody mended it by hand.
    """
    path = SCRIPT.parents[1] / "src" / "recruitprivacy" / "law" / "calendars"
    shipped = (path / f"{place.lower()}.toml").read_text(encoding="utf-8")
    assert script.text(place, script.CALENDARS[place]()) == shipped


def test_a_name_without_a_key_stops_the_script(script: ModuleType) -> None:
    """
    A holiday nobody has looked at is not written under a key made up on the way.
    """
    with pytest.raises(KeyError):
        script.keyed("NL", "Tulip Day")
    assert script.keyed("NL", "Tulip Day", regional=True) == "regional_day"


@pytest.mark.parametrize(
    ("key", "day", "having"),
    [
        ("DE", date(2026, 1, 6), ("BW", "BY", "ST")),
        ("DE", date(2026, 1, 1), None),
        ("DE-BY", date(2026, 1, 6), None),
        ("GB", date(2026, 4, 6), ("ENG", "NIR", "WLS")),
        ("GB-SCT", date(2026, 4, 6), ("ENG", "NIR", "WLS")),
        ("GB-WLS", date(2026, 4, 6), None),
    ],
)
def test_what_is_off_in_some_regions_alone(
    key: str, day: date, having: tuple[str, ...] | None
) -> None:
    """
    A country's calendar tells which days only some of its regions have off.
    """
    assert load_calendar(key).regional.get(day) == having
