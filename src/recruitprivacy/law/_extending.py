"""
Whether further time for an answer counts, and how much of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._receipt import Extension
from recruitprivacy.law._rule import Rule
from recruitprivacy.periods import Period, Rounding, add

__all__ = [
    "LATE",
    "NOT_FORESEEN",
    "NO_LENGTH",
    "NO_REASON",
    "TOO_LONG",
    "UNTOLD",
    "Further",
    "further",
    "together",
]

LATE: Final = "late"
NO_LENGTH: Final = "no_length"
NO_REASON: Final = "no_reason"
NOT_FORESEEN: Final = "not_foreseen"
TOO_LONG: Final = "too_long"
UNTOLD: Final = "untold"
HOURS_A_DAY: Final = 24


@attrs.frozen(kw_only=True)
class Further:
    """
    An extension as judged.

    Attributes:
        rule: The rule that allows further time.
        by: How much longer, as far as the law allows.
        defects: What stands against it: ``late``, ``no_reason``, ``untold``, ``no_length``,
            ``too_long``.
    """

    rule: Rule
    by: Period
    defects: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """
        Say whether it moves the last day; one that is too long does so as far as the law allows.
        """
        return set(self.defects) <= {TOO_LONG}


def further(
    extension: Extension,
    rule: Rule,
    *,
    event_on: date,
    first: Period,
    last_day: date,
    calendar: Calendar,
) -> Further:
    """
    Judge an extension.

    Args:
        extension: What was recorded.
        rule: The rule that allows further time.
        event_on: The day from which the first period runs.
        first: The first period.
        last_day: Its last day, by which the person must have been told.
        calendar: The days off, for an extension in working days.

    Law:
        GDPR Art. 12(3): told with the reasons within the first period.
    """
    asked = _in_days(extension.by, event_on, first, calendar) if extension.by else None
    most = rule.period
    too_long = bool(asked and most and _end(event_on, first, asked) > _end(event_on, first, most))
    by = most if too_long or asked is None else asked
    defects = [*_against(extension, last_day), *([TOO_LONG] if too_long else [])]
    if by is None:
        return Further(rule=rule, by=first, defects=(*defects, NO_LENGTH))
    return Further(rule=rule, by=by, defects=tuple(defects))


def together(first: Period, more: Period) -> Period:
    """
    Add two lengths that are counted in calendar units to one, counted once.
    """
    fields = (field.name for field in attrs.fields(Period))
    return Period(**{name: getattr(first, name) + getattr(more, name) for name in fields})


def _against(extension: Extension, last_day: date) -> Iterator[str]:
    if extension.told_on is None or extension.told_on > last_day:
        yield LATE
    if not extension.reason:
        yield NO_REASON
    if not extension.told:
        yield UNTOLD


def _end(event_on: date, first: Period, more: Period) -> date:
    return add(event_on, together(first, more), rounding=Rounding.DOWN)


def _in_days(by: Period, event_on: date, first: Period, calendar: Calendar) -> Period:
    # Working days and hours cannot be added to a month; counted from its end they come to days.
    if by.hours:
        return Period(days=-(-by.hours // HOURS_A_DAY))
    if not by.working_days:
        return by
    ends = add(event_on, first, rounding=Rounding.DOWN)
    until = add(ends, by, rounding=Rounding.DOWN, calendar=calendar)
    return Period(days=(until - ends).days)
