"""
The steps and the readings of a time limit, in sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias
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
STARTS_WITH: Final = Message(
    "law.step.starts_with", "The period begins on {day}, and that day is its first."
)
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
STAYS: Final = Message(
    "law.step.stays", "{day} is no working day; no text moves the end of this period on."
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
    "Days that national or regional law treats like public holidays count as such here too.",
)
WITHOUT_DOUBTED: Final = Message(
    "law.reading.without_doubted_days",
    "Days of the official list on which many people work are counted as working days.",
)
REGIONAL: Final = Message(
    "law.reading.regional_list",
    "In a part of the country where {day} is a public holiday ({regions}), the period runs on.",
)
FIRST_DAY_COUNTED: Final = Message(
    "law.reading.first_day_counted", "The day of the event is the first day of the period."
)
FIRST_DAY_NOT_COUNTED: Final = Message(
    "law.reading.first_day_not_counted", "The day of the event is not counted."
)
ROLLED: Final = Message(
    "law.reading.rolled", "An end on a day off runs on to the next working day."
)

Otherwise: TypeAlias = tuple[Message, Span, tuple[Citation, ...]]

DAY: Final = timedelta(days=1)
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
    regime, landed = span.regime, span.landed
    starts = phrase(STARTS_WITH if regime.first_day_counted else STARTS, day=span.event_on)
    yield Step(says=starts, cites=_cited(regime.starts), after=span.event_on)
    says = phrase(CLAMPED, day=landed) if span.clamped else _ends(span)
    yield Step(says=says, cites=_cited(regime.ends), before=span.event_on, after=landed)
    yield from _moved(span) if span.runs_on else _not_moved(span)


def _moved(span: Span) -> Iterator[Step]:
    rolls = _cited(span.regime.rolls)
    for day in span.days_off():
        yield Step(says=_why_off(day, span.calendar), cites=rolls, before=day, after=day + DAY)
    if span.last_day > span.rolled:
        says, cites = phrase(STRETCHED, day=span.last_day), _cited(span.regime.stretches)
        yield Step(says=says, cites=cites, before=span.rolled, after=span.last_day)


def _not_moved(span: Span) -> Iterator[Step]:
    landed = span.landed
    if span.regime.rolls:
        cites = (span.regime.rolls,)
        yield Step(says=phrase(NOT_MOVED), cites=cites, before=landed, after=landed)
    elif span.lands_off:
        yield Step(says=phrase(STAYS, day=landed), before=landed, after=landed)


def _cited(cite: Citation | None) -> tuple[Citation, ...]:
    return (cite,) if cite else ()


def computed_steps(last: date, span: Span) -> Iterator[Step]:
    """
    Tell what is not known of the days off in the last day's year.
    """
    calendar, year = span.calendar, str(last.year)
    if not calendar.is_official(last.year):
        yield Step(says=phrase(COMPUTED, year=year))
    if span.regime.regional and span.runs_on and not calendar.knows_equated(last.year):
        yield Step(says=phrase(UNDECREED, year=year), cites=calendar.equated_by)


def span_readings(span: Span) -> Iterator[Reading]:
    """
    Give the last days under other lists of days off, and other ways to count, where they differ.

    Under a regime that names its equated days itself the list is not open.
    """
    for says, other, cites in (*_other_lists(span), *_other_ways(span)):
        if other.last_day != span.last_day:
            key = says.code.rpartition(".")[2]
            yield Reading(key=key, last_day=other.last_day, says=phrase(says), cites=cites)
    yield from _other_regions(span)


def _other_regions(span: Span) -> Iterator[Reading]:
    having = span.calendar.regional.get(span.last_day, ())
    if not (having and span.runs_on) or span.period.working_days:
        return
    where: dict[date, list[str]] = {}
    for region in having:
        where.setdefault(span.last_day_in(region), []).append(region)
    for day, regions in where.items():
        says = phrase(REGIONAL, day=span.last_day, regions=tuple(regions))
        cites = _cited(span.regime.rolls)
        yield Reading(key="regional_list", last_day=day, says=says, cites=cites)


def _other_lists(span: Span) -> Iterator[Otherwise]:
    calendar = span.calendar
    if span.regime.regional:
        return
    if not span.only_rolls or span.last_day in calendar.equated:
        yield WITH_EQUATED, span.otherwise(calendar=calendar.with_equated()), calendar.equated_by
    if not span.only_rolls or not calendar.doubted.isdisjoint(span.days_off()):
        yield WITHOUT_DOUBTED, span.otherwise(calendar=calendar.without_doubted()), (DESIGNATED,)


def _other_ways(span: Span) -> Iterator[Otherwise]:
    regime = span.regime
    if regime.starts_otherwise:
        counted = not regime.first_day_counted
        other = attrs.evolve(regime, first_day_counted=counted)
        says = FIRST_DAY_COUNTED if counted else FIRST_DAY_NOT_COUNTED
        yield says, span.otherwise(regime=other), (regime.starts_otherwise,)
    if regime.rolls_otherwise:
        other = attrs.evolve(regime, rolls=regime.rolls_otherwise)
        yield ROLLED, span.otherwise(regime=other), (regime.rolls_otherwise,)


def _ends(span: Span) -> Phrase:
    return phrase(ENDS, period=span.period, day=span.landed)


def _why_off(day: date, calendar: Calendar) -> Phrase:
    if day in calendar.holidays:
        return phrase(ON_HOLIDAY, day=day, holiday=holiday_name(calendar.holidays[day]))
    return phrase(ON_SATURDAY if day.weekday() == SATURDAY else ON_SUNDAY, day=day)
