"""
The steps and the readings of a time limit, in sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Reading, Step
from recruitprivacy.law._calendar import SATURDAY, Calendar
from recruitprivacy.law._holidays import holiday_name
from recruitprivacy.law._span import Span
from recruitprivacy.messages import Message, Phrase, phrase

__all__ = ["computed_steps", "heard_steps", "span_readings", "span_steps"]

LOCAL: Final = Message("law.step.local_day", "Where the controller is ({zone}), it was {day}.")
STARTS: Final = Message("law.step.starts", "The period runs from {day}; that day is not counted.")
ENDS: Final = Message("law.step.ends", "A period of {period} ends on {day}.")
CLAMPED: Final = Message(
    "law.step.clamped", "The last month has no such day, so the period ends on its last day, {day}."
)
ON_SATURDAY: Final = Message("law.step.saturday", "{day} is a Saturday, so the period runs on.")
ON_SUNDAY: Final = Message("law.step.sunday", "{day} is a Sunday, so the period runs on.")
ON_HOLIDAY: Final = Message(
    "law.step.holiday", "{day} is a public holiday ({holiday}), so the period runs on."
)
STRETCHED: Final = Message(
    "law.step.stretched", "The period must hold two working days, so it ends on {day}."
)
NOT_MOVED: Final = Message(
    "law.step.not_moved", "A period of this length is not moved when it ends on a day off."
)
COMPUTED: Final = Message(
    "law.step.computed", "The published list of holidays for {year} was not seen; it was computed."
)
UNDECREED: Final = Message(
    "law.step.undecreed",
    "Which days were treated like public holidays by decree in {year} was not found; "
    "one of them would move the last day on.",
)
WITH_EQUATED: Final = Message(
    "law.reading.with_equated_days",
    "Days that national law treats like public holidays count as such here too.",
)
WITHOUT_DOUBTED: Final = Message(
    "law.reading.without_doubted_days",
    "Days of the official list on which many people work are counted as working days.",
)

# A day is off as the Member State designates it; the list sent to the Commission is its proof.
DESIGNATED: Final = Citation(act="Reg. 1182/71", unit=Unit.ARTICLE, number="2", points=("1",))


def heard_steps(event: date | datetime, event_on: date, zone: ZoneInfo) -> Iterator[Step]:
    """
    Tell which day an instant was where the controller is.
    """
    if isinstance(event, datetime):
        yield Step(says=phrase(LOCAL, zone=zone.key, day=event_on), after=event_on)


def span_steps(span: Span) -> Iterator[Step]:
    """
    Tell how a period came to end on its last day.
    """
    counting, landed, rolled, last = span.counting, span.landed, span.rolled, span.last_day
    starts, ends = ((cite,) if cite else () for cite in (counting.starts, counting.ends))
    yield Step(says=phrase(STARTS, day=span.event_on), cites=starts, after=span.event_on)
    says = phrase(CLAMPED, day=landed) if span.clamped else _ends(span)
    yield Step(says=says, cites=ends, before=span.event_on, after=landed)
    if not span.runs_on:
        yield Step(says=phrase(NOT_MOVED), cites=(counting.rolls,), before=landed, after=landed)
    for day in span.days_off():
        after = day + timedelta(days=1)
        says = _why_off(day, span.calendar)
        yield Step(says=says, cites=(counting.rolls,), before=day, after=after)
    if last > rolled and counting.stretches:
        says = phrase(STRETCHED, day=last)
        yield Step(says=says, cites=(counting.stretches,), before=rolled, after=last)


def computed_steps(last: date, span: Span) -> Iterator[Step]:
    """
    Tell what is not known of the days off in the last day's year.
    """
    calendar, year = span.calendar, str(last.year)
    if not calendar.is_official(last.year):
        yield Step(says=phrase(COMPUTED, year=year))
    if span.counting.equated and span.runs_on and not calendar.knows_equated(last.year):
        yield Step(says=phrase(UNDECREED, year=year), cites=calendar.equated_by)


def span_readings(span: Span) -> Iterator[Reading]:
    """
    Give the last days under other lists of days off, where they differ.

    Under a regime that names its equated days itself nothing is open.
    """
    if span.counting.equated:
        return
    calendar = span.calendar
    for says, days, cites in (
        (WITH_EQUATED, calendar.with_equated(), calendar.equated_by),
        (WITHOUT_DOUBTED, calendar.without_doubted(), (DESIGNATED,)),
    ):
        day = attrs.evolve(span, calendar=days).last_day
        if day != span.last_day:
            key = says.code.rpartition(".")[2]
            yield Reading(key=key, last_day=day, says=phrase(says), cites=cites)


def _ends(span: Span) -> Phrase:
    return phrase(ENDS, period=span.period, day=span.landed)


def _why_off(day: date, calendar: Calendar) -> Phrase:
    if day in calendar.holidays:
        return phrase(ON_HOLIDAY, day=day, holiday=holiday_name(calendar.holidays[day]))
    return phrase(ON_SATURDAY if day.weekday() == SATURDAY else ON_SUNDAY, day=day)
