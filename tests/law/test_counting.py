"""
How a pack says that its periods are counted, and what each key of that table does.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from recruitprivacy.errors import FaultsError, RegimeError, UnknownRegimeError
from recruitprivacy.law import (
    Calendar,
    Deadline,
    Pack,
    Regime,
    Situation,
    count,
    count_back,
    due,
    last_day,
    load,
    load_calendar,
    load_regime,
    read_pack,
)
from recruitprivacy.law._limits import forget
from recruitprivacy.periods import Period

HEAD: Final = """
jurisdiction = "XX"
extends = "EU"
checked_on = 2026-01-15
calendar = "NL"
time_zone = "Europe/Amsterdam"
[acts.Time]
title = "An act on time, made up for these tests"
"""
CALENDAR: Final = Calendar(
    id="made up",
    jurisdiction="XX",
    years=(2020, 2030),
    holidays={date(2026, 3, 9): "Monday off"},
    equated={date(2026, 3, 10): "equated Tuesday"},
)
ZONE: Final = ZoneInfo("Europe/Amsterdam")


def packed(counting: str, rules: str = "") -> Pack:
    """
    Read a pack with a table on counting.
    """
    return read_pack(HEAD + counting + rules)


def regime(counting: str) -> Regime:
    """
    Read a way of counting.
    """
    found = packed(f"[counting]\n{counting}").regime
    assert found is not None
    return found


def counted(counting: str, event: str, period: str) -> Deadline:
    """
    Count a period over the calendar made up here.
    """
    return count(
        date.fromisoformat(event),
        Period.parse(period),
        calendar=CALENDAR,
        zone=ZONE,
        regime=regime(counting),
    )


FIRST_DAY: Final = 'starts = "Time Art. 1"\nfirst_day_counted = true'
ROLLS: Final = 'rolls = "Time Art. 2"'


@pytest.mark.parametrize(
    ("counting", "event", "period", "last"),
    [
        pytest.param("", "2026-03-04", "P2D", "2026-03-06", id="days"),
        pytest.param(FIRST_DAY, "2026-03-04", "P2D", "2026-03-05", id="the first day counts"),
        pytest.param(FIRST_DAY, "2026-03-05", "P1M", "2026-04-04", id="a month less a day"),
        pytest.param(FIRST_DAY, "2026-01-31", "P1M", "2026-02-28", id="a whole February"),
        pytest.param(FIRST_DAY, "2026-01-29", "P1M", "2026-02-28", id="no 29 February"),
        pytest.param(FIRST_DAY, "2026-01-28", "P1M", "2026-02-27", id="the day before the 28th"),
        pytest.param(FIRST_DAY, "2026-03-01", "P1M", "2026-03-31", id="a calendar month"),
        pytest.param(FIRST_DAY, "2024-02-29", "P1Y", "2025-02-28", id="a leap year"),
        pytest.param(FIRST_DAY, "2026-03-04", "P2W", "2026-03-17", id="two weeks"),
        pytest.param(FIRST_DAY, "2026-03-04", "P3B", "2026-03-06", id="working days"),
        pytest.param("", "2026-03-04", "P3B", "2026-03-10", id="working days after the event"),
        pytest.param("", "2026-03-04", "P3D", "2026-03-07", id="a Saturday stays"),
        pytest.param(ROLLS, "2026-03-04", "P3D", "2026-03-10", id="over Monday off"),
        pytest.param(f"{ROLLS}\nregional = true", "2026-03-04", "P3D", "2026-03-11", id="regional"),
        pytest.param(
            f"{ROLLS}\nsaturday_works = true",
            "2026-03-04",
            "P3D",
            "2026-03-07",
            id="Saturday works",
        ),
        pytest.param(
            f"{ROLLS}\nsaturday_works = true", "2026-03-04", "P4D", "2026-03-10", id="Sunday is off"
        ),
        pytest.param(
            f'{ROLLS}\nlongest = "P2W"', "2026-02-20", "P2W", "2026-03-06", id="short enough"
        ),
        pytest.param(f'{ROLLS}\nlongest = "P10D"', "2026-02-20", "P15D", "2026-03-07", id="longer"),
        pytest.param(
            f'{ROLLS}\nstretches = "Time Art. 3"\nstretched_from = 2',
            "2026-03-05",
            "P2D",
            "2026-03-10",
            id="two working days",
        ),
    ],
)
def test_what_a_key_does(counting: str, event: str, period: str, last: str) -> None:
    """
    The last day under each switch, counted by hand; the steps lead to it.
    """
    found = counted(counting, event, period)
    assert (str(found.last_day), str(found.steps[1].before)) == (last, event)
    ends = [step.after for step in found.steps if step.after]
    assert ends[-1] == found.last_day


def test_steps_say_whether_the_first_day_counts() -> None:
    """
    The first step says that the day of the event is the first, or is not counted.
    """
    codes = [
        counted(counting, "2026-03-04", "P2D").steps[0].says.message.code
        for counting in ("", FIRST_DAY)
    ]
    assert codes == ["law.step.starts", "law.step.starts_with"]


@pytest.mark.parametrize(
    ("counting", "other"),
    [
        pytest.param(
            'starts_otherwise = "Time Art. 4"', {"first_day_counted": "2026-03-06"}, id="counted"
        ),
        pytest.param(
            f'{FIRST_DAY}\nstarts_otherwise = "Time Art. 4"',
            {"first_day_not_counted": "2026-03-07"},
            id="not counted",
        ),
        pytest.param('rolls_otherwise = "Time Art. 5"', {"rolled": "2026-03-10"}, id="rolled"),
    ],
)
def test_what_is_read_otherwise(counting: str, other: dict[str, str]) -> None:
    """
    Who counts the first day the other way, or moves an end, is a reading with its source.
    """
    found = counted(counting, "2026-03-04", "P3D")
    days = {each.key: str(each.last_day) for each in found.readings if each.cites}
    assert days == other


def test_an_irish_period_begins_with_its_day() -> None:
    """
    Six months from 5 March 2026 under an Irish act end on 4 September; the EU's month on the 7th.
    """
    calendar = load_calendar("IE")
    day = date(2026, 3, 5)
    irish = last_day(day, Period(months=6), calendar=calendar, regime=load_regime("IE"))
    assert (irish, last_day(day, Period(months=1), calendar=calendar)) == (
        date(2026, 9, 4),
        date(2026, 4, 7),
    )


@pytest.mark.parametrize(
    ("place", "event", "period", "last"),
    [
        pytest.param("DE-BY", "2025-12-06", "P1M", "2026-01-07", id="BGB 193: Epiphany in Bavaria"),
        pytest.param("DE-BE", "2025-12-06", "P1M", "2026-01-06", id="worked in Berlin"),
        pytest.param("DE", "2026-01-31", "P1M", "2026-03-02", id="BGB 188(3) and 193"),
        pytest.param("FR", "2026-01-31", "P1M", "2026-03-02", id="CPC 641 and 642"),
        pytest.param("FR", "2026-04-14", "P1M", "2026-05-15", id="CPC 642: Ascension"),
        pytest.param("BE", "2026-04-14", "P1M", "2026-05-15", id="Ger.W. 53: Ascension"),
    ],
)
def test_national_counting(place: str, event: str, period: str, last: str) -> None:
    """
    Periods of national law over the days off of the place, regions included.
    """
    found = last_day(
        date.fromisoformat(event),
        Period.parse(period),
        calendar=load_calendar(place),
        regime=load_regime(place[:2]),
    )
    assert str(found) == last


RULE: Final = """
[[rules]]
id = "xx.{topic}.one"
topic = "{topic}"
kind = "limitation"
trigger = "candidate_rejected"
period = "P1M"
applies_from = 2018-05-25
weight = "statute"
confidence = "verified"
checked_on = 2026-01-15
cites = ["Time Art. 9"]
because = "A statute of these tests."
"""


@pytest.mark.parametrize(
    ("topic", "last", "whose"),
    [
        ("deadline.court", "2026-04-05", "XX"),
        ("limitation.general", "2026-04-04", "XX limitation"),
        ("limitation.equal_pay", "2026-04-07", "XX limitation.equal_pay"),
    ],
)
def test_a_topic_counted_otherwise(topic: str, last: str, whose: str) -> None:
    """
    The rules of a topic are counted by its own table, the narrowest there is.
    """
    counting = (
        f"[counting]\n[counting.limitation]\n{FIRST_DAY}\n"
        f'[counting."limitation.equal_pay"]\n{ROLLS}\n'
    )
    law = load("NL").with_pack(packed(counting, RULE.format(topic=topic)))
    rule = law.rule(f"xx.{topic}.one", on=date(2026, 3, 5))
    found = due(rule, date(2026, 3, 5), law=law, situation=Situation(establishment="XX"))
    assert (str(found.last_day), found.regime) == (last, whose)


def test_a_pack_that_does_not_say() -> None:
    """
    Without a table a period of national law is not counted, by nobody's rules instead.
    """
    law = load().with_pack(packed("", RULE.format(topic="deadline.court")))
    rule = law.rule("xx.deadline.court.one", on=date(2026, 3, 5))
    with pytest.raises(RegimeError, match=r"\[counting\]") as caught:
        due(rule, date(2026, 3, 5), law=law, situation=Situation(establishment="XX"))
    assert caught.value.regime == "XX"


@pytest.mark.parametrize(
    ("text", "fault"),
    {
        "no table": ("counting = 3", "counting: expected a table, written [counting]"),
        "unknown key": ("[counting]\nrols = 1", "counting.rols: unknown key 'rols'"),
        "an id of one's own": ("[counting]\nid = 'EU'", "counting.id: unknown key 'id'"),
        "unknown act": ("[counting]\nrolls = 'Tme Art. 1'", "counting.rolls: unknown act 'Tme'"),
        "no citation": ("[counting]\nrolls = 7", "counting.rolls: "),
        "no period": ("[counting]\nlongest = 'P1.5Y'", "counting.longest: "),
        "nothing stretches": (
            "[counting]\nstretched_from = 2",
            "counting.stretched_from: says from when on nothing is stretched",
        ),
        "nothing rolls": (
            "[counting]\nlongest = 'P1Y'",
            "counting.longest: says how long nothing runs on",
        ),
        "rolls both ways": (
            "[counting]\nrolls = 'Time Art. 1'\nrolls_otherwise = 'Time Art. 2'",
            "counting.rolls_otherwise: is read otherwise, and rolls all the same",
        ),
        "unknown topic": (
            "[counting.limitations]\nregional = true",
            "counting.limitations: unknown topic 'limitations'",
        ),
        "a fault in a topic": (
            "[counting.limitation]\nregional = 1",
            "counting.limitation.regional: expected true or false",
        ),
    }.values(),
    ids=lambda value: value[:30],
)
def test_one_fault(text: str, fault: str) -> None:
    """
    A fault in the table is told with its path.
    """
    head, _, acts = HEAD.partition("[acts")
    document = f"{head}{text}\n[acts{acts}" if text.startswith("counting") else f"{HEAD}{text}"
    with pytest.raises(FaultsError) as caught:
        read_pack(document)
    told = [str(each) for each in caught.value.faults]
    assert (len(told), told[0].startswith(fault)) == (1, True), told


@pytest.mark.parametrize(
    ("name", "near"), [("NLD", "NL"), ("ZZ", ""), ("nl", "NL"), ("US", "")], ids=str
)
def test_an_unknown_regime(name: str, near: str) -> None:
    """
    A jurisdiction whose counting nobody wrote down is an error with the nearest that is known.
    """
    with pytest.raises(UnknownRegimeError) as caught:
        load_regime(name)
    assert (caught.value.nearest, "EU" in caught.value.known) == (near, True)


def test_an_alias_counts_as_its_country() -> None:
    """
    The United Kingdom is found under both its codes.
    """
    assert load_regime("UK") == load_regime("GB")


def test_counted_backwards_under_a_regime() -> None:
    """
    Backwards nothing is moved, but working days are those of the regime.
    """
    found = [
        count_back(
            date(2026, 3, 12),
            Period(working_days=2),
            calendar=CALENDAR,
            zone=ZONE,
            regime=regime(counting),
        ).last_day
        for counting in ("", f"{ROLLS}\nregional = true")
    ]
    assert found == [date(2026, 3, 10), date(2026, 3, 6)]


def test_hours_in_the_united_kingdom() -> None:
    """
    The 72 hours of the UK GDPR elapse like those of the Union's, and nobody reads them otherwise.
    """
    book = load("GB")
    rule = book.rule("gb.deadline.breach.72h", on=date(2026, 4, 2))
    known = datetime(2026, 4, 2, 18, 5, tzinfo=ZoneInfo("Europe/London"))
    found = due(rule, known, law=book, situation=Situation(establishment="GB-ENG"))
    assert (found.expires_at, found.readings) == (known + timedelta(hours=72), ())


@pytest.mark.parametrize(
    ("place", "event", "last", "others"),
    [
        ("DE", "2025-12-06", "2026-01-06", {"2026-01-07": ("BW", "BY", "ST")}),
        ("DE-BY", "2025-12-06", "2026-01-06", {}),
        ("FR", "2025-11-26", "2025-12-26", {"2025-12-29": ("57", "67", "68", "6AE")}),
        ("GB-SCT", "2025-07-25", "2025-08-25", {"2025-08-26": ("ENG", "NIR", "WLS")}),
        ("GB-ENG", "2025-07-25", "2025-08-26", {}),
        ("DE", "2025-12-05", "2026-01-05", {}),
        ("NL", "2026-03-05", "2026-04-07", {}),
    ],
)
def test_days_off_in_some_regions_alone(
    place: str, event: str, last: str, others: dict[str, tuple[str, ...]]
) -> None:
    """
    Where the last day is off in a part of the country, its next working day is a reading.
    """
    answer = count(
        date.fromisoformat(event), Period(months=1), calendar=load_calendar(place), zone=ZONE
    )
    found = {
        str(each.last_day): each.says.values["regions"]
        for each in answer.readings
        if each.key == "regional_list"
    }
    assert (str(answer.last_day), found) == (last, others)


def test_regions_change_no_period_of_working_days() -> None:
    """
    Of working days the regions would have to be known from the first on, so nothing is read.
    """
    answer = count(
        date(2026, 1, 5), Period(working_days=1), calendar=load_calendar("DE"), zone=ZONE
    )
    assert (answer.last_day, answer.readings) == (date(2026, 1, 6), ())


def test_what_is_remembered_is_what_is_counted() -> None:
    """
    The same is found when it was asked before, for a day and for an instant on that day.
    """
    first, *later = [
        count(event, Period(months=1), calendar=CALENDAR, zone=ZONE)
        for event in (date(2026, 2, 7), date(2026, 2, 7), datetime(2026, 2, 7, 9, tzinfo=ZONE))
    ]
    forget()
    anew = count(date(2026, 2, 7), Period(months=1), calendar=CALENDAR, zone=ZONE)
    assert (anew, anew.steps, anew.readings) == (first, first.steps, first.readings)
    assert [each.steps[-2:] for each in later] == [first.steps[-2:]] * 2
    assert [len(each.steps) - len(first.steps) for each in later] == [0, 1]
