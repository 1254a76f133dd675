"""
Laws of counting that hold for every period, day and calendar.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from recruitprivacy.law import (
    Calendar,
    Regime,
    count,
    jurisdictions,
    last_day,
    load,
    load_calendar,
    load_regime,
)
from recruitprivacy.periods import Period, Rounding, add

FIRST: Final = date(1968, 1, 1)
LAST: Final = date(2060, 12, 31)
ZONE: Final = ZoneInfo("Europe/Stockholm")
DAYS: Final = st.dates(FIRST, LAST - timedelta(days=4000))
LONGEST: Final = 40  # units; as years, too, they must end within the calendars
LATEST: Final = LAST.replace(year=LAST.year - LONGEST)
PERIODS: Final = st.one_of(
    st.builds(Period, days=st.integers(1, 60)),
    st.builds(Period, weeks=st.integers(1, 20)),
    st.builds(Period, months=st.integers(1, 36)),
    st.builds(Period, years=st.integers(1, 7)),
    st.builds(Period, working_days=st.integers(1, 40)),
)
REGIMES: Final = tuple(
    load_regime(pack.jurisdiction) for pack in load(*jurisdictions()).packs if pack.regime
)
ROLLING: Final = tuple(regime for regime in REGIMES if regime.rolls and not regime.longest)
STEADY: Final = tuple(regime for regime in REGIMES if not regime.longest)
UNITS: Final = ("days", "weeks", "months", "years", "working_days")


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """
    Invent a calendar: some days of each year are off, never more than a few in a row.
    """
    marks = st.tuples(st.integers(1, 12), st.integers(1, 28))
    return _calendar(draw(st.frozensets(marks, max_size=15)))


def _calendar(marks: Iterable[tuple[int, int]]) -> Calendar:
    years = range(FIRST.year, LAST.year + 2)
    days = {date(year, month, day): "day off" for year in years for month, day in marks}
    bounds = (FIRST.year, LAST.year + 1)
    return Calendar(id="synthetic", jurisdiction="XX", years=bounds, holidays=days)


@given(DAYS, st.integers(0, 400), PERIODS, calendars(), st.sampled_from(REGIMES))
def test_a_later_event_is_never_due_sooner(
    day: date, later: int, period: Period, calendar: Calendar, regime: Regime
) -> None:
    """
    Whoever receives a thing later never has to be done with it sooner.
    """
    first, second = (
        last_day(each, period, calendar=calendar, regime=regime)
        for each in (day, day + timedelta(days=later))
    )
    assert first <= second


@given(
    st.dates(FIRST, LATEST),
    st.sampled_from(UNITS),
    st.lists(st.integers(1, LONGEST), min_size=2, max_size=2).map(sorted),
    calendars(),
    st.sampled_from(STEADY),
)
@example(LATEST, "years", [1, LONGEST], _calendar([]), load_regime())
def test_a_longer_period_never_ends_earlier(
    day: date, unit: str, lengths: list[int], calendar: Calendar, regime: Regime
) -> None:
    """
    Of two periods of one unit the longer ends no sooner, where not only short ones are moved.
    """
    short, long = (
        last_day(day, Period(**{unit: length}), calendar=calendar, regime=regime)
        for length in lengths
    )
    assert short <= long


@given(DAYS, PERIODS, calendars(), st.sampled_from(ROLLING))
def test_the_last_day_is_worked(
    day: date, period: Period, calendar: Calendar, regime: Regime
) -> None:
    """
    Where the law moves an end on a day off, nothing ends on one.
    """
    assert calendar.is_working_day(last_day(day, period, calendar=calendar, regime=regime))


@given(DAYS, PERIODS, calendars())
def test_two_days_or_more_hold_two_working_days(
    day: date, period: Period, calendar: Calendar
) -> None:
    """
    Every period of two days or more holds two working days.
    """
    end = last_day(day, period, calendar=calendar)
    span = [day + timedelta(days=n) for n in range(1, min((end - day).days, 60) + 1)]
    worked = sum(map(calendar.is_working_day, span))
    assert worked >= 1 + (period not in (Period(days=1), Period(working_days=1)))


@given(DAYS, st.builds(Period, months=st.integers(1, 120)))
def test_up_and_down_differ_by_at_most_a_day(day: date, period: Period) -> None:
    """
    Rounding a missing day up or down moves an end by one day at most.
    """
    down = add(day, period, rounding=Rounding.DOWN)
    assert (add(day, period, rounding=Rounding.UP) - down).days in {0, 1}


@given(DAYS, PERIODS, calendars(), st.sampled_from(REGIMES))
def test_the_steps_lead_to_the_last_day(
    day: date, period: Period, calendar: Calendar, regime: Regime
) -> None:
    """
    Each step begins where the one before ended, and the last ends on the last day.
    """
    calendar = attrs.evolve(calendar, official_years=tuple(range(FIRST.year, LAST.year + 2)))
    answer = count(day, period, calendar=calendar, zone=ZONE, regime=regime)
    ends = [day, *(step.after for step in answer.steps[1:])]
    starts = [step.before for step in answer.steps[1:]]
    assert (ends[:-1], ends[-1]) == (starts, answer.last_day)


@given(st.dates(date(2012, 1, 1), date(2030, 1, 1)), st.integers(1, 24))
def test_the_earliest_is_no_later_than_any_reading(day: date, months: int) -> None:
    """
    The earliest day is the least of the primary day and the readings.
    """
    answer = count(day, Period(months=months), calendar=load_calendar("NL"), zone=ZONE)
    days = [answer.last_day, *(each.last_day for each in answer.readings if each.last_day)]
    assert answer.earliest == min(days)


@given(
    st.datetimes(datetime(2012, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis attaches the zone
    st.integers(1, 200),
)
def test_hours_elapse(event: datetime, hours: int) -> None:
    """
    Hours are elapsed time, whatever the clocks on the wall do.
    """
    answer = count(event, Period(hours=hours), calendar=load_calendar("SE"), zone=ZONE)
    assert answer.expires_at - event == timedelta(hours=hours)


@given(DAYS, PERIODS, calendars())
def test_it_expires_when_the_last_day_is_over(
    day: date, period: Period, calendar: Calendar
) -> None:
    """
    The instant of expiry is the first of the day after the last, where the controller is.
    """
    answer = count(day, period, calendar=calendar, zone=ZONE)
    local = answer.expires_at.astimezone(ZONE)
    assert local.replace(tzinfo=None) == datetime.combine(
        answer.last_day + timedelta(days=1), datetime.min.time()
    )
