"""
Periods in hours: elapsed time, whatever the clocks on the wall do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from recruitprivacy.errors import PeriodError
from recruitprivacy.findings import Reading, Step
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._deadline import Deadline
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._why import heard_steps
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period, Rounding, add

__all__ = ["count_hours"]

ELAPSED: Final = Message("law.step.elapsed", "{period} of elapsed time end at {instant}.")
WHOLE_HOURS: Final = Message(
    "law.reading.whole_hours", "The hour of the event is not counted: the period ends at {instant}."
)
TWO_WORKING_DAYS: Final = Message(
    "law.reading.two_working_days", "A period in hours must hold two working days as well."
)


def count_hours(
    event: date | datetime,
    event_on: date,
    period: Period,
    calendar: Calendar,
    zone: ZoneInfo,
    regime: Regime,
) -> Deadline:
    """
    Count hours of elapsed time from an aware instant; days off are counted like others.
    """
    if not isinstance(event, datetime):
        raise PeriodError(str(period), "hours are counted from an instant, not from a day")
    ends_at = _after(event, period, zone)
    last = _last_day_before(ends_at)
    says = phrase(ELAPSED, period=period, instant=ends_at)
    return Deadline(
        event_on=event_on,
        period=period,
        last_day=last,
        expires_at=ends_at,
        reading="elapsed_time",
        readings=(
            *_whole_hours(event.astimezone(zone), period, regime),
            *_two_working_days(event_on, calendar, last, regime),
        ),
        steps=(
            *heard_steps(event, event_on, zone),
            Step(says=says, before=event_on, after=last),
        ),
        regime=regime.id,
        calendar=calendar.id,
        official=calendar.is_official(last.year),
    )


def _after(event: datetime, period: Period, zone: ZoneInfo) -> datetime:
    return (event.astimezone(UTC) + timedelta(hours=period.hours)).astimezone(zone)


def _last_day_before(instant: datetime) -> date:
    return (instant - timedelta(microseconds=1)).date()


def _whole_hours(event: datetime, period: Period, regime: Regime) -> Iterator[Reading]:
    if regime.starts is None or regime.first_day_counted:
        return
    into_the_hour = timedelta(
        minutes=event.minute, seconds=event.second, microseconds=event.microsecond
    )
    first_hour = event.astimezone(UTC) - into_the_hour + timedelta(hours=1)
    ends_at = (first_hour + timedelta(hours=period.hours)).astimezone(event.tzinfo)
    yield Reading(
        key="whole_hours",
        last_day=_last_day_before(ends_at),
        says=phrase(WHOLE_HOURS, instant=ends_at),
        cites=(regime.starts,),
    )


def _two_working_days(
    event_on: date, calendar: Calendar, last: date, regime: Regime
) -> Iterator[Reading]:
    if regime.stretches is None:
        return
    two = Period(working_days=2)
    second = add(event_on, two, rounding=Rounding.DOWN, calendar=calendar)
    if second > last:
        says, cites = phrase(TWO_WORKING_DAYS), (regime.stretches,)
        yield Reading(key="two_working_days", last_day=second, says=says, cites=cites)
