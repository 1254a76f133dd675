"""
Worked cases: the last day, when it expires, and the other readings, regime by regime.
"""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from recruitprivacy.errors import (
    CalendarUnknownError,
    NaiveDatetimeError,
    PeriodError,
)
from recruitprivacy.law import (
    Calendar,
    Deadline,
    Regime,
    count,
    count_back,
    last_day,
    load,
    load_calendar,
    load_regime,
    local_day,
)
from recruitprivacy.periods import Period

BOOK: Final = load("NL", "SE")
AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")
ZONES: Final = {"NL": AMSTERDAM, "SE": STOCKHOLM}
MONTH: Final = Period(months=1)


def plain(text: str) -> date:
    """
    Read a date.
    """
    return date.fromisoformat(text)


def counted(place: str, received: str, period: str, *, regime: Regime | None = None) -> Deadline:
    """
    Count a period in a place we ship.
    """
    return count(
        plain(received),
        Period.parse(period),
        calendar=load_calendar(place),
        zone=ZONES[place],
        regime=regime or load_regime("EU"),
    )


class Case(NamedTuple):
    """
    A case with one answer under every reading.
    """

    place: str
    received: str
    period: str
    last: str
    expires: str


UNDISPUTED: Final = {
    "edpb-example-32": Case("NL", "2024-03-05", "P1M", "2024-04-05", "2024-04-06T00:00:00+02:00"),
    "edpb-example-33": Case("NL", "2022-08-31", "P1M", "2022-09-30", "2022-10-01T00:00:00+02:00"),
    "31-jan-plain-year": Case("NL", "2026-01-31", "P1M", "2026-03-02", "2026-03-03T00:00:00+01:00"),
    "31-jan-leap-year": Case("NL", "2028-01-31", "P1M", "2028-02-29", "2028-03-01T00:00:00+01:00"),
    "31-may": Case("NL", "2025-05-31", "P1M", "2025-06-30", "2025-07-01T00:00:00+02:00"),
    "31-aug": Case("NL", "2025-08-31", "P1M", "2025-09-30", "2025-10-01T00:00:00+02:00"),
    "30-nov": Case("NL", "2025-11-30", "P1M", "2025-12-30", "2025-12-31T00:00:00+01:00"),
    "ends-sunday": Case("NL", "2026-12-31", "P1M", "2027-02-01", "2027-02-02T00:00:00+01:00"),
    "over-new-year": Case("NL", "2024-12-15", "P1M", "2025-01-15", "2025-01-16T00:00:00+01:00"),
    "sunday-in-february": Case(
        "NL", "2026-01-15", "P1M", "2026-02-16", "2026-02-17T00:00:00+01:00"
    ),
    "kings-day-on-the-26th": Case(
        "NL", "2025-03-26", "P1M", "2025-04-28", "2025-04-29T00:00:00+02:00"
    ),
    "28-april-2025-is-worked": Case(
        "NL", "2025-03-28", "P1M", "2025-04-28", "2025-04-29T00:00:00+02:00"
    ),
    "queens-day-2013": Case("NL", "2013-03-30", "P1M", "2013-05-01", "2013-05-02T00:00:00+02:00"),
    "5-may-in-a-lustrum": Case(
        "NL", "2025-04-05", "P1M", "2025-05-06", "2025-05-07T00:00:00+02:00"
    ),
    "5-may-on-a-sunday": Case("NL", "2024-04-05", "P1M", "2024-05-06", "2024-05-07T00:00:00+02:00"),
    "whit-monday": Case("NL", "2025-05-09", "P1M", "2025-06-10", "2025-06-11T00:00:00+02:00"),
    "two-christmas-days": Case(
        "NL", "2025-11-25", "P1M", "2025-12-29", "2025-12-30T00:00:00+01:00"
    ),
    "new-year-2027": Case("NL", "2026-12-01", "P1M", "2027-01-04", "2027-01-05T00:00:00+01:00"),
    "received-on-easter": Case(
        "NL", "2025-04-20", "P1M", "2025-05-20", "2025-05-21T00:00:00+02:00"
    ),
    "received-on-christmas": Case(
        "NL", "2025-12-25", "P1M", "2026-01-26", "2026-01-27T00:00:00+01:00"
    ),
    "received-on-a-saturday": Case(
        "NL", "2026-07-18", "P1M", "2026-08-18", "2026-08-19T00:00:00+02:00"
    ),
    "midsummer-day": Case("SE", "2026-05-20", "P1M", "2026-06-22", "2026-06-23T00:00:00+02:00"),
    "clocks-go-forward": Case("SE", "2026-02-27", "P1M", "2026-03-27", "2026-03-28T00:00:00+01:00"),
    "clocks-went-forward": Case(
        "SE", "2026-02-28", "P1M", "2026-03-30", "2026-03-31T00:00:00+02:00"
    ),
    "14-days": Case("NL", "2026-03-02", "P14D", "2026-03-16", "2026-03-17T00:00:00+01:00"),
    "7-days-over-christmas": Case(
        "NL", "2025-12-24", "P7D", "2025-12-31", "2026-01-01T00:00:00+01:00"
    ),
    "4-years-from-29-feb": Case(
        "NL", "2024-02-29", "P4Y", "2028-02-29", "2028-03-01T00:00:00+01:00"
    ),
    "3-weeks": Case("NL", "2026-08-12", "P3W", "2026-09-02", "2026-09-03T00:00:00+02:00"),
    "3-days-hold-2-working-days": Case(
        "SE", "2025-01-03", "P3D", "2025-01-08", "2025-01-09T00:00:00+01:00"
    ),
    "2-days-from-friday": Case(
        "NL", "2026-03-06", "P2D", "2026-03-10", "2026-03-11T00:00:00+01:00"
    ),
    "1-day-from-friday": Case("NL", "2026-03-06", "P1D", "2026-03-09", "2026-03-10T00:00:00+01:00"),
    "10-working-days": Case("NL", "2026-03-02", "P10B", "2026-03-16", "2026-03-17T00:00:00+01:00"),
    "10-working-days-from-saturday": Case(
        "NL", "2026-02-28", "P10B", "2026-03-13", "2026-03-14T00:00:00+01:00"
    ),
    "3-months": Case("NL", "2025-09-25", "P3M", "2025-12-29", "2025-12-30T00:00:00+01:00"),
}


@pytest.mark.parametrize("case", UNDISPUTED.values(), ids=UNDISPUTED.keys())
def test_undisputed(case: Case) -> None:
    """
    Where no list of days off matters, there is one last day, and no other reading.
    """
    answer = counted(case.place, case.received, case.period)
    found = (answer.last_day.isoformat(), answer.expires_at.isoformat(), answer.readings)
    assert found == (case.last, case.expires, ())


class Disputed(NamedTuple):
    """
    A case whose answer hangs on which days count as days off.
    """

    place: str
    received: str
    period: str
    last: str
    readings: dict[str, str]
    earliest: str


DISPUTED: Final = {
    "good-friday-2026": Disputed(
        "NL",
        "2026-03-03",
        "P1M",
        "2026-04-07",
        {"without_doubted_days": "2026-04-03"},
        "2026-04-03",
    ),
    "four-weeks-to-good-friday": Disputed(
        "NL",
        "2026-03-06",
        "P4W",
        "2026-04-07",
        {"without_doubted_days": "2026-04-03"},
        "2026-04-03",
    ),
    "5-may-2027-ascension-decree-day": Disputed(
        "NL",
        "2027-04-05",
        "P1M",
        "2027-05-07",
        {"with_equated_days": "2027-05-10", "without_doubted_days": "2027-05-05"},
        "2027-05-05",
    ),
    "decree-day-2023": Disputed(
        "NL", "2023-03-27", "P1M", "2023-04-28", {"with_equated_days": "2023-05-01"}, "2023-04-28"
    ),
    "decree-day-2024": Disputed(
        "NL", "2024-11-25", "P1M", "2024-12-27", {"with_equated_days": "2024-12-30"}, "2024-12-27"
    ),
    "decree-day-2026": Disputed(
        "NL", "2026-04-14", "P1M", "2026-05-15", {"with_equated_days": "2026-05-18"}, "2026-05-15"
    ),
    "decree-day-in-the-list": Disputed(
        "NL",
        "2025-04-30",
        "P1M",
        "2025-06-02",
        {"without_doubted_days": "2025-05-30"},
        "2025-05-30",
    ),
    "10-working-days-over-5-may": Disputed(
        "NL",
        "2026-04-24",
        "P10B",
        "2026-05-12",
        {"without_doubted_days": "2026-05-11"},
        "2026-05-11",
    ),
    "midsummer-eve": Disputed(
        "SE", "2026-05-19", "P1M", "2026-06-19", {"with_equated_days": "2026-06-22"}, "2026-06-19"
    ),
    "christmas-eve": Disputed(
        "SE", "2025-11-24", "P1M", "2025-12-24", {"with_equated_days": "2025-12-29"}, "2025-12-24"
    ),
}
# 30 April 2025 + a month = 30 May, a decree day in the list, then a Saturday and a Sunday.


@pytest.mark.parametrize("case", DISPUTED.values(), ids=DISPUTED.keys())
def test_disputed(case: Disputed) -> None:
    """
    Where lists differ, each other day is a reading, and the earliest of all is given.
    """
    answer = counted(case.place, case.received, case.period)
    readings = {each.key: str(each.last_day) for each in answer.readings}
    found = (str(answer.last_day), readings, str(answer.earliest))
    assert found == (case.last, case.readings, case.earliest)


def test_late_evening_elsewhere_is_the_next_day_here() -> None:
    """
    23:30 UTC on 31 January is 1 February in Amsterdam, and another month.
    """
    instant = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
    answer = count(instant, MONTH, calendar=load_calendar("NL"), zone=AMSTERDAM)
    assert (answer.event_on, answer.last_day) == (date(2026, 2, 1), date(2026, 3, 2))


def test_summer_time_moves_the_day_border() -> None:
    """
    22:30 UTC is half past midnight in an Amsterdam summer.
    """
    assert local_day(datetime(2025, 7, 31, 22, 30, tzinfo=UTC), AMSTERDAM) == date(2025, 8, 1)


def test_the_same_instant_before_and_after_the_clocks_change() -> None:
    """
    Late on 29 March 2025 it is the same day in Amsterdam until 23:00 UTC.
    """
    days = [
        local_day(datetime(2025, 3, 29, hour, 30, tzinfo=UTC), AMSTERDAM).day for hour in (22, 23)
    ]
    assert days == [29, 30]


def test_a_time_without_an_offset_is_no_instant() -> None:
    """
    A naive time is refused, and the error says what to attach.
    """
    with pytest.raises(NaiveDatetimeError, match="attach a time zone") as caught:
        count(
            datetime(2026, 3, 3, 9),  # noqa: DTZ001 - naive on purpose
            MONTH,
            calendar=load_calendar("NL"),
            zone=AMSTERDAM,
        )
    assert pickle.loads(pickle.dumps(caught.value)).name == "event"  # noqa: S301 - our own bytes


def test_beyond_the_calendar_is_unknown() -> None:
    """
    A period that ends after the years of the calendar has no answer.
    """
    with pytest.raises(CalendarUnknownError, match="covers 2010 to 2035") as caught:
        counted("NL", "2035-12-31", "P1M")
    assert caught.value.day == date(2036, 1, 31)


def test_a_calendar_of_ones_own() -> None:
    """
    A caller's calendar decides, under the caller's own names.
    """
    own = Calendar(
        id="acme",
        jurisdiction="NL",
        years=(2026, 2026),
        holidays={date(2026, 4, 2): "Founders’ Day"},
    )
    answer = count(date(2026, 3, 2), MONTH, calendar=own, zone=AMSTERDAM)
    off = [step.says.values.get("holiday") for step in answer.steps if step.before]
    assert (answer.last_day, answer.calendar, "Founders’ Day" in off) == (
        date(2026, 4, 3),
        "acme",
        True,
    )


def test_steps_tell_the_way() -> None:
    """
    Good Friday, a Saturday and both Easter days are passed one by one, each with its clause.
    """
    answer = counted("NL", "2026-03-03", "P1M")
    told = [
        (step.says.message.code, str(step.after), *map(str, step.cites)) for step in answer.steps
    ]
    assert told == [
        ("law.step.starts", "2026-03-03", "Reg. 1182/71 Art. 3(1)"),
        ("law.step.ends", "2026-04-03", "Reg. 1182/71 Art. 3(2)(c)"),
        ("law.step.holiday", "2026-04-04", "Reg. 1182/71 Art. 3(4)"),
        ("law.step.saturday", "2026-04-05", "Reg. 1182/71 Art. 3(4)"),
        ("law.step.holiday", "2026-04-06", "Reg. 1182/71 Art. 3(4)"),
        ("law.step.holiday", "2026-04-07", "Reg. 1182/71 Art. 3(4)"),
    ]


def test_steps_tell_of_a_clamped_month_a_sunday_and_a_computed_list() -> None:
    """
    From 31 January 2027 the month ends on Sunday 28 February, in a year without a list.
    """
    answer = counted("NL", "2027-01-31", "P1M")
    codes = [step.says.message.code for step in answer.steps]
    assert (codes, answer.official) == (
        ["law.step.starts", "law.step.clamped", "law.step.sunday", "law.step.computed"],
        False,
    )


def test_steps_tell_of_two_working_days() -> None:
    """
    Two days from a Friday run to Sunday, then Monday, then to the second working day.
    """
    codes = [step.says.message.code for step in counted("NL", "2026-03-06", "P2D").steps]
    assert codes == [
        "law.step.starts",
        "law.step.ends",
        "law.step.sunday",
        "law.step.stretched",
    ]


def test_an_instant_is_first_turned_into_a_day() -> None:
    """
    The first step of a counted instant names the day where the controller is.
    """
    instant = datetime(2026, 3, 3, 9, tzinfo=AMSTERDAM)
    answer = count(instant, MONTH, calendar=load_calendar("NL"), zone=AMSTERDAM)
    first = answer.steps[0]
    assert (first.says.message.code, first.after) == ("law.step.local_day", date(2026, 3, 3))


class TestHours:
    """
    Periods in hours, such as the 72 of a breach.
    """

    BREACH: Final = Period(hours=72)

    @pytest.mark.parametrize(
        ("known", "expires", "whole_hours"),
        [
            pytest.param(
                "2025-03-04T10:15:00+01:00",
                "2025-03-07T10:15:00+01:00",
                "2025-03-07T11:00:00+01:00",
                id="midweek",
            ),
            pytest.param(
                "2025-03-29T10:30:00+01:00",
                "2025-04-01T11:30:00+02:00",
                "2025-04-01T12:00:00+02:00",
                id="clocks-go-forward",
            ),
            pytest.param(
                "2025-10-26T02:30:00+02:00",
                "2025-10-29T01:30:00+01:00",
                "2025-10-29T02:00:00+01:00",
                id="repeated-hour",
            ),
            pytest.param(
                "2026-04-02T18:05:00+02:00",
                "2026-04-05T18:05:00+02:00",
                "2026-04-05T19:00:00+02:00",
                id="into-easter",
            ),
        ],
    )
    def test_elapsed_time(self, known: str, expires: str, whole_hours: str) -> None:
        """
        Hours elapse whatever the clocks do; not counting the first hour is another reading.
        """
        answer = count(
            datetime.fromisoformat(known),
            self.BREACH,
            calendar=load_calendar("NL"),
            zone=AMSTERDAM,
        )
        instant = answer.readings[0].says.values["instant"]
        assert isinstance(instant, datetime)
        assert (answer.expires_at.isoformat(), instant.isoformat()) == (expires, whole_hours)

    def test_some_hold_that_hours_must_hold_working_days(self) -> None:
        """
        Known on Maundy Thursday evening, a minority gives until the second working day after.
        """
        known = datetime(2026, 4, 2, 18, 5, tzinfo=AMSTERDAM)
        answer = count(known, self.BREACH, calendar=load_calendar("NL"), zone=AMSTERDAM)
        days = {each.key: str(each.last_day) for each in answer.readings}
        assert (days["two_working_days"], str(answer.earliest)) == ("2026-04-08", "2026-04-05")

    def test_expiry_at_midnight_belongs_to_the_day_before(self) -> None:
        """
        Hours that end at midnight end with the day that is over.
        """
        known = datetime(2026, 3, 2, tzinfo=AMSTERDAM)
        answer = count(known, Period(hours=24), calendar=load_calendar("NL"), zone=AMSTERDAM)
        assert (answer.last_day, answer.reading) == (date(2026, 3, 2), "elapsed_time")

    def test_hours_need_an_instant(self) -> None:
        """
        Hours are not counted from a day.
        """
        with pytest.raises(PeriodError, match="from an instant"):
            count(date(2026, 3, 2), self.BREACH, calendar=load_calendar("NL"), zone=AMSTERDAM)


class TestBackwards:
    """
    Periods counted backwards.
    """

    def test_it_does_not_move(self) -> None:
        """
        Two weeks before 15 March 2026 is Sunday 1 March, and stays there.
        """
        answer = count_back(
            date(2026, 3, 15), Period(weeks=2), calendar=load_calendar("NL"), zone=AMSTERDAM
        )
        assert (answer.last_day, str(answer.cites[0])) == (
            date(2026, 3, 1),
            "Reg. 1182/71 Art. 3(4)",
        )

    def test_a_missing_day_is_the_last_of_its_month(self) -> None:
        """
        A month before 31 March is the last of February.
        """
        answer = count_back(
            datetime(2026, 3, 31, 9, tzinfo=AMSTERDAM),
            MONTH,
            calendar=load_calendar("NL"),
            zone=AMSTERDAM,
        )
        assert (answer.last_day, len(answer.steps)) == (date(2026, 2, 28), 2)


class TestNationalRegimes:
    """
    Periods that a Dutch or Swedish statute sets.
    """

    def test_dutch_decree_days_are_days_off(self) -> None:
        """
        Under the Dutch act 15 May 2026 is equated with a holiday, and nothing is disputed.
        """
        answer = counted("NL", "2026-04-14", "P1M", regime=load_regime("NL"))
        assert (answer.last_day, answer.readings) == (date(2026, 5, 18), ())

    @pytest.mark.parametrize(
        ("event", "told"),
        [("2029-03-30", True), ("2022-04-15", True), ("2026-04-14", False), ("2018-04-30", False)],
    )
    def test_dutch_decrees_that_were_not_found(self, event: str, *, told: bool) -> None:
        """
        Under the Dutch act a last day in a year of unknown decrees is told as such, with the act.
        """
        answer = counted("NL", event, "P6W", regime=load_regime("NL"))
        found = [step for step in answer.steps if step.says.message.code == "law.step.undecreed"]
        cites = [str(cite) for step in found for cite in step.cites]
        assert cites == (["Atw Art. 3(3)"] if told else [])

    @pytest.mark.parametrize(
        ("place", "period", "regime"),
        [
            pytest.param("NL", "P1M", load_regime("EU"), id="EU periods know no decrees"),
            pytest.param("NL", "P1Y", load_regime("NL"), id="long periods are not moved"),
            pytest.param("SE", "P1M", load_regime("SE"), id="the eves are in the act"),
        ],
    )
    def test_where_decrees_change_nothing(self, place: str, period: str, regime: Regime) -> None:
        """
        Where no decree could move the day, nothing is told of decrees.
        """
        answer = counted(place, "2029-03-27", period, regime=regime)
        codes = [step.says.message.code for step in answer.steps]
        assert "law.step.undecreed" not in codes

    def test_dutch_long_periods_stay(self) -> None:
        """
        A year under the Dutch act ends on its Saturday.
        """
        answer = counted("NL", "2025-02-28", "P1Y", regime=load_regime("NL"))
        codes = [step.says.message.code for step in answer.steps]
        assert (answer.last_day, codes[-1]) == (date(2026, 2, 28), "law.step.not_moved")

    @pytest.mark.parametrize(
        ("event", "period", "last"),
        [
            pytest.param("2026-02-23", "P3M", "2026-05-26", id="three months run over Whitsun"),
            pytest.param("2026-02-28", "P4M", "2026-06-28", id="four months end on a Sunday"),
            pytest.param("2026-03-01", "P90D", "2026-06-01", id="ninety days run to Monday"),
            pytest.param("2026-02-28", "P91D", "2026-05-30", id="ninety-one end on Saturday"),
            pytest.param("2026-02-28", "P12W", "2026-05-26", id="twelve weeks run on"),
        ],
    )
    def test_dutch_border_of_long(self, event: str, period: str, last: str) -> None:
        """
        The Dutch act moves an end up to ninety days, twelve weeks or three months away.
        """
        assert str(counted("NL", event, period, regime=load_regime("NL")).last_day) == last

    def test_dutch_two_days_are_not_stretched(self) -> None:
        """
        The Dutch act stretches periods of three days or more, not two.
        """
        answer = counted("NL", "2026-03-06", "P2D", regime=load_regime("NL"))
        assert answer.last_day == date(2026, 3, 9)

    def test_swedish_eves_are_days_off(self) -> None:
        """
        Under the Swedish act Midsummer Eve is treated like a Sunday.
        """
        answer = counted("SE", "2026-05-19", "P1M", regime=load_regime("SE"))
        assert (answer.last_day, answer.readings) == (date(2026, 6, 22), ())

    def test_swedish_claim_over_a_weekend(self) -> None:
        """
        Two years from 29 February 2024 end on Saturday 28 February 2026, and run to Monday.
        """
        answer = counted("SE", "2024-02-29", "P2Y", regime=load_regime("SE"))
        assert answer.last_day == date(2026, 3, 2)


def test_last_day_alone_agrees_with_the_explained_answer() -> None:
    """
    The quick way and the explained way find one day.
    """
    period, calendar = Period(weeks=4), load_calendar("NL")
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(120)]
    quick = [last_day(day, period, calendar=calendar) for day in days]
    told = [count(day, period, calendar=calendar, zone=AMSTERDAM).last_day for day in days]
    assert quick == told
