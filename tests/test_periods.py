"""
Facts about lengths of time.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import BeyondCalendarError, MonthDayError, PeriodError
from recruitprivacy.periods import MonthDay, Period, Rounding, WorkingDays, add, subtract

DOWN: Final = Rounding.DOWN
UP: Final = Rounding.UP


class Weekdays:
    """
    A calendar that rests on Saturdays, Sundays and one holiday.
    """

    holiday: Final = date(2026, 4, 6)

    def is_working_day(self, day: date, /) -> bool:
        """
        Say whether a day is worked.
        """
        return day.weekday() < 5 and day != self.holiday


class Unlit:
    """
    A calendar that knows nothing.
    """

    def is_working_day(self, day: date, /) -> bool:
        """
        Refuse to say.
        """
        raise LookupError(day.year)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("P2Y", Period(years=2)),
        ("P18M", Period(months=18)),
        ("P1Y6M", Period(years=1, months=6)),
        ("P4W", Period(weeks=4)),
        ("P28D", Period(days=28)),
        ("P1Y2M3W4D", Period(years=1, months=2, weeks=3, days=4)),
        ("P10B", Period(working_days=10)),
        ("PT72H", Period(hours=72)),
        ("P999999D", Period(days=999_999)),
    ],
)
def test_written_and_read(text: str, period: Period) -> None:
    """
    A period is read from its text and written as the same text.
    """
    assert (Period.parse(text), str(period)) == (period, text)


@pytest.mark.parametrize(
    ("text", "written"), [("P0Y6M", "P6M"), ("P06M", "P6M"), ("P1YT0H", "P1Y")]
)
def test_noughts_are_left_out(text: str, written: str) -> None:
    """
    A unit of nought, or a nought in front, is read and not written again.
    """
    assert str(Period.parse(text)) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "2Y",
        "P1.5Y",
        "P1,5Y",
        "1.5 years",
        "two years",
        "-P1Y",
        "P-1Y",
        "P+1Y",
        "p2y",
        "P2y",
        " P2Y",
        "P2Y ",
        "P2Y\n",
        "P 2Y",
        "P1M1Y",
        "P1YP1Y",
        "P1H",
        "PT30M",
        "P1DT",
        "P\u0662Y",  # Arabic-Indic two
        "P\uff12Y",  # fullwidth two
        "P²Y",
        "P1000000D",
        "P" + "9" * 5000 + "Y",
    ],
)
def test_unreadable(text: str) -> None:
    """
    What is no whole number of our units is refused, and kept as it was given.
    """
    with pytest.raises(PeriodError, match="write whole units, as in 'P18M'") as caught:
        Period.parse(text)
    assert caught.value.given == text


@pytest.mark.parametrize("text", ["P0D", "P0Y0M", "P0B", "PT0H", "P0YT0H"])
def test_nothing_is_no_period(text: str) -> None:
    """
    A period of nothing is refused by its own text.
    """
    with pytest.raises(PeriodError, match=f"'{text}' .* lasts at least one unit"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["P1Y10B", "P1DT1H", "P1BT1H", "P1W1B", "P1Y1BT1H"])
def test_units_that_do_not_add(text: str) -> None:
    """
    Calendar units, working days and hours do not go together.
    """
    with pytest.raises(PeriodError, match=f"'{text}' .* each stand alone"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("months", "shown"),
    [(-1, "months=-1"), (True, "months=True"), (1.5, "months=1.5"), ("6", "months='6'")],
)
def test_not_whole(months: object, shown: str) -> None:
    """
    A number that is negative or not whole is refused by name.
    """
    with pytest.raises(PeriodError) as caught:
        Period(months=cast("int", months))
    assert caught.value.given == shown


@pytest.mark.parametrize("days", [1_000_000, -1_000_000, 10**5000], ids=["more", "less", "huge"])
def test_too_many(days: int) -> None:
    """
    A number nobody means is refused without writing it out.
    """
    with pytest.raises(PeriodError, match="'days' as a period; each unit counts to 999999"):
        Period(days=days)


def test_nothing_given() -> None:
    """
    A period made of nothing is refused as one written of nothing.
    """
    with pytest.raises(PeriodError, match=r"'P0D' .* lasts at least one unit"):
        Period()


def test_a_year_and_twelve_months_are_two_promises() -> None:
    """
    Twelve months last as long as a year, and are written otherwise.
    """
    year, twelve = Period(years=1), Period(months=12)
    assert (year == twelve, year.total_months == twelve.total_months) == (False, True)


def test_a_value() -> None:
    """
    A period is hashable, equal to its like, and pickles.
    """
    period = Period(years=2)
    assert {period: 1}[pickle.loads(pickle.dumps(period))] == 1  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("period", "months", "days"),
    [
        (Period(years=1, months=6), 18, 0),
        (Period(weeks=2, days=3), 0, 17),
        (Period(months=1, days=30), 1, 30),
        (Period(working_days=5), 0, 0),
    ],
)
def test_totals(period: Period, months: int, days: int) -> None:
    """
    Years are months and weeks are days; months are never days.
    """
    assert (period.total_months, period.total_days) == (months, days)


@pytest.mark.parametrize(
    ("day", "text", "down", "up"),
    [
        (date(2026, 1, 15), "P1M", date(2026, 2, 15), date(2026, 2, 15)),
        (date(2026, 1, 31), "P1M", date(2026, 2, 28), date(2026, 3, 1)),
        (date(2024, 1, 31), "P1M", date(2024, 2, 29), date(2024, 3, 1)),
        (date(2026, 5, 31), "P1M", date(2026, 6, 30), date(2026, 7, 1)),
        (date(2024, 2, 29), "P2Y", date(2026, 2, 28), date(2026, 3, 1)),
        (date(2024, 2, 29), "P4Y", date(2028, 2, 29), date(2028, 2, 29)),
        (date(2024, 2, 29), "P1Y1M", date(2025, 3, 29), date(2025, 3, 29)),
        (date(2026, 2, 28), "P1M", date(2026, 3, 28), date(2026, 3, 28)),
        (date(2026, 1, 31), "P1M1D", date(2026, 3, 1), date(2026, 3, 2)),
        (date(2026, 1, 31), "P30D", date(2026, 3, 2), date(2026, 3, 2)),
        (date(2026, 12, 31), "P4W", date(2027, 1, 28), date(2027, 1, 28)),
        (date(1900, 2, 28), "P1D", date(1900, 3, 1), date(1900, 3, 1)),
    ],
)
def test_added(day: date, text: str, down: date, up: date) -> None:
    """
    The same day number, else the last day for a limit and the next first for a minimum.
    """
    period = Period.parse(text)
    assert (add(day, period, rounding=DOWN), add(day, period, rounding=UP)) == (down, up)


@pytest.mark.parametrize(
    ("day", "text", "down", "up"),
    [
        (date(2026, 3, 15), "P1M", date(2026, 2, 15), date(2026, 2, 15)),
        (date(2026, 3, 31), "P1M", date(2026, 2, 28), date(2026, 3, 1)),
        (date(2024, 2, 29), "P1Y", date(2023, 2, 28), date(2023, 3, 1)),
        (date(2026, 1, 1), "P1D", date(2025, 12, 31), date(2025, 12, 31)),
    ],
)
def test_subtracted(day: date, text: str, down: date, up: date) -> None:
    """
    Going back, down is still earlier and up still later.
    """
    period = Period.parse(text)
    assert (subtract(day, period, rounding=DOWN), subtract(day, period, rounding=UP)) == (down, up)


def test_rounding_must_be_said() -> None:
    """
    Without a rounding nothing is added.
    """
    with pytest.raises(TypeError, match="rounding"):
        add(date(2026, 1, 31), Period(months=1))  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [
        (date(2026, 4, 2), 1, date(2026, 4, 3)),
        (date(2026, 4, 3), 1, date(2026, 4, 7)),  # over the weekend and Easter Monday
        (date(2026, 4, 4), 1, date(2026, 4, 7)),
        (date(2026, 4, 1), 10, date(2026, 4, 16)),
    ],
)
def test_working_days(day: date, count: int, after: date) -> None:
    """
    Working days skip what the calendar rests on, forward and back.
    """
    period = Period(working_days=count)
    assert add(day, period, rounding=DOWN, calendar=Weekdays()) == after


def test_working_days_back() -> None:
    """
    Counted back, the working day before Easter Tuesday is Good Friday, if it is worked.
    """
    before = subtract(date(2026, 4, 7), Period(working_days=1), rounding=DOWN, calendar=Weekdays())
    assert before == date(2026, 4, 3)


def test_working_days_need_a_calendar() -> None:
    """
    Working days without a calendar are refused: nobody knows which days are worked.
    """
    with pytest.raises(PeriodError, match=r"'P5B' .* need a calendar"):
        add(date(2026, 4, 1), Period(working_days=5), rounding=DOWN)


def test_the_calendars_own_error_comes_through() -> None:
    """
    A calendar that does not know the year says so itself.
    """
    calendar: WorkingDays = Unlit()
    with pytest.raises(LookupError, match="2026"):
        add(date(2026, 4, 1), Period(working_days=1), rounding=DOWN, calendar=calendar)


@pytest.mark.parametrize("move", [add, subtract], ids=["add", "subtract"])
def test_hours_are_not_days(move: Callable[..., date]) -> None:
    """
    Hours run from an instant; counting them from a day is refused.
    """
    with pytest.raises(PeriodError, match=r"'PT72H' .* counted from an instant"):
        move(date(2026, 4, 1), Period(hours=72), rounding=DOWN)


@pytest.mark.parametrize("text", ["P8000Y", "P999999Y", "P999999D", "P999999M", "P12M999999D"])
def test_beyond_the_last_day(text: str) -> None:
    """
    A day after the year 9999 is our error, and names the period only.
    """
    with pytest.raises(BeyondCalendarError) as caught:
        add(date(9990, 6, 30), Period.parse(text), rounding=UP)
    assert caught.value.period == text


@pytest.mark.parametrize("text", ["P3Y", "P30M", "P999D"])
def test_before_the_first_day(text: str) -> None:
    """
    A day before the year 1 is our error, and names the period only.
    """
    with pytest.raises(BeyondCalendarError) as caught:
        subtract(date(2, 1, 1), Period.parse(text), rounding=DOWN)
    assert caught.value.period == text


@pytest.mark.parametrize(("move", "day"), [(add, date(9999, 12, 30)), (subtract, date(1, 1, 2))])
def test_working_days_beyond_the_calendar(move: Callable[..., date], day: date) -> None:
    """
    Working days run out where the calendar does.
    """
    with pytest.raises(BeyondCalendarError, match="'P9B'"):
        move(day, Period(working_days=9), rounding=DOWN, calendar=Weekdays())


TAX_YEAR: Final = MonthDay(month=4, day=5)


@pytest.mark.parametrize("text", ["04-05", "12-31", "02-29", "01-01"])
def test_a_day_of_the_year_is_written_as_it_is_read(text: str) -> None:
    """
    Month and day, two digits each, come back as they were written.
    """
    assert text == str(MonthDay.parse(text))


@pytest.mark.parametrize(
    "text", ["4-5", "--04-05", "04-31", "02-30", "13-01", "00-10", "04-00", "05/04", "", "0٤-05"]
)
def test_what_is_no_day_of_any_year(text: str) -> None:
    """
    A day no year has, or one written otherwise, is refused with the way to write it.
    """
    with pytest.raises(MonthDayError, match="as in '04-05'"):
        MonthDay.parse(text)


@pytest.mark.parametrize(("month", "day"), [(True, 1), (1, 1.0), (10**30, 1), (4, -1)])
def test_what_are_no_numbers_of_a_day(month: int, day: int) -> None:
    """
    Only whole numbers of a month and its days make a day of the year.
    """
    with pytest.raises(MonthDayError):
        MonthDay(month=month, day=day)


@pytest.mark.parametrize(
    ("yearly", "day", "following", "before"),
    [
        ("04-05", date(2026, 4, 4), date(2026, 4, 5), date(2025, 4, 5)),
        ("04-05", date(2026, 4, 5), date(2026, 4, 5), date(2026, 4, 5)),
        ("04-05", date(2026, 4, 6), date(2027, 4, 5), date(2026, 4, 5)),
        ("12-31", date(2026, 12, 31), date(2026, 12, 31), date(2026, 12, 31)),
        ("12-31", date(2026, 1, 1), date(2026, 12, 31), date(2025, 12, 31)),
        ("02-29", date(2027, 2, 28), date(2027, 2, 28), date(2027, 2, 28)),
        ("02-29", date(2028, 2, 28), date(2028, 2, 29), date(2027, 2, 28)),
        ("02-29", date(2027, 3, 1), date(2028, 2, 29), date(2027, 2, 28)),
    ],
)
def test_the_next_and_the_last_day_of_the_year(
    yearly: str, day: date, following: date, before: date
) -> None:
    """
    The day itself counts in both directions, and 29 February is the last day of February.
    """
    found = MonthDay.parse(yearly)
    assert (following, before) == (found.next_on_or_after(day), found.last_on_or_before(day))


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.dates(date(2024, 1, 1), date(2024, 12, 31)))
def test_the_next_day_of_the_year_inverts(day: date, model: date) -> None:
    """
    What falls up to the last such day is reached by then, and what falls after it is not.
    """
    yearly = MonthDay(month=model.month, day=model.day)
    last = yearly.last_on_or_before(day)
    after = yearly.next_on_or_after(last + timedelta(days=1))
    assert yearly.next_on_or_after(last) == last <= day < after


def test_a_day_of_the_year_beyond_the_calendar() -> None:
    """
    After the year 9999 and before the year 1 there is no such day.
    """
    for move, day in (
        (TAX_YEAR.next_on_or_after, date(9999, 4, 6)),
        (TAX_YEAR.last_on_or_before, date(1, 4, 4)),
    ):
        with pytest.raises(BeyondCalendarError, match="'04-05'"):
            move(day)


def test_a_day_of_the_year_pickles() -> None:
    """
    A day of the year is a plain value: hashable, equal to its copy.
    """
    assert {TAX_YEAR} == {pickle.loads(pickle.dumps(TAX_YEAR))}  # noqa: S301 - our own bytes
