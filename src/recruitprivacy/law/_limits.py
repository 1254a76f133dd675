"""
Time limits, counted as the law counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from recruitprivacy.errors import NaiveDatetimeError
from recruitprivacy.findings import Reading, Step
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._deadline import Deadline
from recruitprivacy.law._deferred import Deferred
from recruitprivacy.law._hours import count_hours
from recruitprivacy.law._packfile import load_regime
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._span import Span, days_of, ends_on
from recruitprivacy.law._why import computed_steps, heard_steps, span_readings, span_steps
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period, Rounding, subtract

__all__ = ["count", "count_back", "forget", "last_day", "local_day"]

REMEMBERED: Final = 4096
"""How many counted periods are remembered: those of the days of some years, for what is due."""
DAY: Final = timedelta(days=1)
MIDNIGHT: Final = time()
OFFICIAL_LIST: Final = "official_list"
BACKWARDS: Final = Message(
    "law.step.backwards", "{period} before {day} is {found}; counted backwards, nothing is moved."
)


def local_day(event: date | datetime, zone: ZoneInfo) -> date:
    """
    Return the day of an event where the controller is.

    Args:
        event: A day, taken as it is, or an aware instant.
        zone: The controller's time zone.

    Raises:
        NaiveDatetimeError: If a time is given without an offset.

    >>> from datetime import UTC
    >>> local_day(datetime(2026, 1, 31, 23, 30, tzinfo=UTC), ZoneInfo("Europe/Amsterdam"))
    datetime.date(2026, 2, 1)
    """
    if not isinstance(event, datetime):
        return event
    if event.utcoffset() is None:
        raise NaiveDatetimeError("event")
    return event.astimezone(zone).date()


def last_day(
    event_on: date, period: Period, *, calendar: Calendar, regime: Regime | None = None
) -> date:
    """
    Find the last day of a period from an event, without saying why.

    Args:
        event_on: The day of the event.
        period: The length.
        calendar: The days off where the action is to be taken.
        regime: Whose rules count; None for the European Union's.

    Raises:
        CalendarUnknownError: If the calendar does not reach the days that decide.
        PeriodError: If the period is in hours.

    >>> from recruitprivacy.law import load_calendar
    >>> last_day(date(2026, 1, 31), Period(months=1), calendar=load_calendar("NL"))
    datetime.date(2026, 3, 2)

    Law:
        Reg. 1182/71 Art. 3(2): the same date, or the last day of a month that lacks it.
        Reg. 1182/71 Art. 3(4): from a day off to the next working day.
        Reg. 1182/71 Art. 3(5): two working days in every period of two days or more.
    """
    whose = regime or load_regime()
    return ends_on(event_on, period, whose, days_of(calendar, whose))


def count(
    event: date | datetime,
    period: Period,
    *,
    calendar: Calendar,
    zone: ZoneInfo,
    regime: Regime | None = None,
) -> Deadline:
    """
    Count a period from an event, and say why it ends when it does.

    Args:
        event: A day where the controller is, or an aware instant; hours need an instant.
        period: The length.
        calendar: The days off where the action is to be taken.
        zone: The time zone there.
        regime: Whose rules count; None for the European Union's.

    Raises:
        NaiveDatetimeError: If a time is given without an offset.
        CalendarUnknownError: If the calendar does not reach the days that decide.
        PeriodError: If hours are to be counted from a day.

    >>> from recruitprivacy.law import load_calendar
    >>> answer = count(date(2026, 3, 3), Period(months=1),
    ...                calendar=load_calendar("NL"), zone=ZoneInfo("Europe/Amsterdam"))
    >>> answer.last_day, answer.expires_at.isoformat()      # 3 April is Good Friday
    (datetime.date(2026, 4, 7), '2026-04-08T00:00:00+02:00')
    >>> [(reading.key, str(reading.last_day)) for reading in answer.readings]
    [('without_doubted_days', '2026-04-03')]

    Law:
        Reg. 1182/71 Art. 3(1): the day of the event is not counted.
        Reg. 1182/71 Art. 3(4): from a day off to the next working day.
    """
    event_on, whose = local_day(event, zone), regime or load_regime()
    if period.hours:
        return count_hours(event, event_on, period, calendar, zone, whose)
    span, readings, steps = _counted(event_on, period, whose, days_of(calendar, whose))
    last = span.last_day
    return Deadline(
        event_on=event_on,
        period=period,
        last_day=last,
        expires_at=_end_of(last, zone),
        reading=OFFICIAL_LIST,
        regime=whose.id,
        calendar=calendar.id,
        official=calendar.is_official(last.year),
        readings=readings,
        steps=Deferred(lambda: (*heard_steps(event, event_on, zone), *steps.made)),
    )


@lru_cache(maxsize=REMEMBERED)
def _counted(
    event_on: date, period: Period, regime: Regime, calendar: Calendar
) -> tuple[Span, Deferred[Reading], Deferred[Step]]:
    span = Span.under(regime, event_on, period, calendar)
    return span, Deferred(lambda: span_readings(span)), Deferred(lambda: _steps(span))


def forget() -> None:
    """
    Drop what is remembered, as a process that has just begun would know nothing.
    """
    _counted.cache_clear()


def _steps(span: Span) -> Iterator[Step]:
    yield from span_steps(span)
    yield from computed_steps(span.last_day, span)


def count_back(
    event: date | datetime,
    period: Period,
    *,
    calendar: Calendar,
    zone: ZoneInfo,
    regime: Regime | None = None,
) -> Deadline:
    """
    Count a period backwards from an event, as in "two weeks before"; it is never moved.

    The day found lies the period before the event's day; a month that lacks it yields its last.

    Args:
        event: A day where the controller is, or an aware instant.
        period: The length.
        calendar: The days off where the action is to be taken, for working days.
        zone: The time zone there.
        regime: Whose rules count; None for the European Union's.

    Raises:
        NaiveDatetimeError: If a time is given without an offset.
        PeriodError: If the period is in hours.

    >>> from recruitprivacy.law import load_calendar
    >>> count_back(date(2026, 3, 15), Period(weeks=2), calendar=load_calendar("NL"),
    ...            zone=ZoneInfo("Europe/Amsterdam")).last_day              # a Sunday
    datetime.date(2026, 3, 1)

    Law:
        Reg. 1182/71 Art. 3(4): second sentence, not for periods calculated retroactively.
    """
    event_on, whose = local_day(event, zone), regime or load_regime()
    days = days_of(calendar, whose)
    found = subtract(event_on, period, rounding=Rounding.DOWN, calendar=days)
    says = phrase(BACKWARDS, period=period, day=event_on, found=found)
    cites = (whose.rolls,) if whose.rolls else ()
    back = Step(says=says, cites=cites, before=event_on, after=found)
    return Deadline(
        event_on=event_on,
        period=period,
        last_day=found,
        expires_at=_end_of(found, zone),
        reading=OFFICIAL_LIST,
        steps=(*heard_steps(event, event_on, zone), back),
        regime=whose.id,
        calendar=calendar.id,
        official=calendar.is_official(found.year),
    )


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + DAY, MIDNIGHT, zone)
