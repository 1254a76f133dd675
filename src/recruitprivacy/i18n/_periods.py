"""
Lengths of time in the grammatical frame a sentence needs.

Each frame and unit is a message of its own, so that a language which bends *years* after *for* and
*after* can do so. Two units are joined inside the frame, and each is said as the frame bends it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.i18n._catalog import Catalog
from recruitprivacy.i18n._lists import join
from recruitprivacy.messages import Message
from recruitprivacy.periods import Period


class Frame(StrEnum):
    """
    Where in a sentence a length of time stands.
    """

    FOR = "for"
    """How long something lasts: we keep it *for 2 years*."""
    AFTER = "after"
    """When something happens: we erase it *after 2 years*."""
    WITHIN = "within"
    """By when: we answer *within one month*."""
    CELL = "cell"
    """Alone, in a table or behind a colon: *2 years*."""


SINGLE: Final[Mapping[tuple[Frame, str], Message]] = {
    (Frame.FOR, "years"): Message("period.for.years", "for {n} year", "for {n} years"),
    (Frame.FOR, "months"): Message("period.for.months", "for {n} month", "for {n} months"),
    (Frame.FOR, "weeks"): Message("period.for.weeks", "for {n} week", "for {n} weeks"),
    (Frame.FOR, "days"): Message("period.for.days", "for {n} day", "for {n} days"),
    (Frame.FOR, "working_days"): Message(
        "period.for.working_days", "for {n} working day", "for {n} working days"
    ),
    (Frame.FOR, "hours"): Message("period.for.hours", "for {n} hour", "for {n} hours"),
    (Frame.AFTER, "years"): Message("period.after.years", "after {n} year", "after {n} years"),
    (Frame.AFTER, "months"): Message("period.after.months", "after {n} month", "after {n} months"),
    (Frame.AFTER, "weeks"): Message("period.after.weeks", "after {n} week", "after {n} weeks"),
    (Frame.AFTER, "days"): Message("period.after.days", "after {n} day", "after {n} days"),
    (Frame.AFTER, "working_days"): Message(
        "period.after.working_days", "after {n} working day", "after {n} working days"
    ),
    (Frame.AFTER, "hours"): Message("period.after.hours", "after {n} hour", "after {n} hours"),
    (Frame.WITHIN, "years"): Message("period.within.years", "within {n} year", "within {n} years"),
    (Frame.WITHIN, "months"): Message(
        "period.within.months", "within {n} month", "within {n} months"
    ),
    (Frame.WITHIN, "weeks"): Message("period.within.weeks", "within {n} week", "within {n} weeks"),
    (Frame.WITHIN, "days"): Message("period.within.days", "within {n} day", "within {n} days"),
    (Frame.WITHIN, "working_days"): Message(
        "period.within.working_days", "within {n} working day", "within {n} working days"
    ),
    (Frame.WITHIN, "hours"): Message("period.within.hours", "within {n} hour", "within {n} hours"),
    (Frame.CELL, "years"): Message("period.cell.years", "{n} year", "{n} years"),
    (Frame.CELL, "months"): Message("period.cell.months", "{n} month", "{n} months"),
    (Frame.CELL, "weeks"): Message("period.cell.weeks", "{n} week", "{n} weeks"),
    (Frame.CELL, "days"): Message("period.cell.days", "{n} day", "{n} days"),
    (Frame.CELL, "working_days"): Message(
        "period.cell.working_days", "{n} working day", "{n} working days"
    ),
    (Frame.CELL, "hours"): Message("period.cell.hours", "{n} hour", "{n} hours"),
}
ALONE: Final[Mapping[tuple[Frame, str], Message]] = {
    (Frame.FOR, "years"): Message("period.for.one_year", "for one year"),
    (Frame.FOR, "months"): Message("period.for.one_month", "for one month"),
    (Frame.FOR, "weeks"): Message("period.for.one_week", "for one week"),
    (Frame.FOR, "days"): Message("period.for.one_day", "for one day"),
    (Frame.FOR, "working_days"): Message("period.for.one_working_day", "for one working day"),
    (Frame.FOR, "hours"): Message("period.for.one_hour", "for one hour"),
    (Frame.AFTER, "years"): Message("period.after.one_year", "after one year"),
    (Frame.AFTER, "months"): Message("period.after.one_month", "after one month"),
    (Frame.AFTER, "weeks"): Message("period.after.one_week", "after one week"),
    (Frame.AFTER, "days"): Message("period.after.one_day", "after one day"),
    (Frame.AFTER, "working_days"): Message("period.after.one_working_day", "after one working day"),
    (Frame.AFTER, "hours"): Message("period.after.one_hour", "after one hour"),
    (Frame.WITHIN, "years"): Message("period.within.one_year", "within one year"),
    (Frame.WITHIN, "months"): Message("period.within.one_month", "within one month"),
    (Frame.WITHIN, "weeks"): Message("period.within.one_week", "within one week"),
    (Frame.WITHIN, "days"): Message("period.within.one_day", "within one day"),
    (Frame.WITHIN, "working_days"): Message(
        "period.within.one_working_day", "within one working day"
    ),
    (Frame.WITHIN, "hours"): Message("period.within.one_hour", "within one hour"),
}
"""One of a unit, in a word: German says *innerhalb eines Monats*. In a cell it stays a figure."""
BENT: Final[Mapping[str, Message]] = {
    "years": Message("period.bent.years", "{n} year", "{n} years"),
    "months": Message("period.bent.months", "{n} month", "{n} months"),
    "weeks": Message("period.bent.weeks", "{n} week", "{n} weeks"),
    "days": Message("period.bent.days", "{n} day", "{n} days"),
    "working_days": Message("period.bent.working_days", "{n} working day", "{n} working days"),
    "hours": Message("period.bent.hours", "{n} hour", "{n} hours"),
}
"""A unit beside another, behind *after* or *within*: German says *nach 1 Jahr und 6 Monaten*."""
MIXED: Final[Mapping[Frame, Message]] = {
    Frame.FOR: Message("period.for.mixed", "for {length}"),
    Frame.AFTER: Message("period.after.mixed", "after {length}"),
    Frame.WITHIN: Message("period.within.mixed", "within {length}"),
    Frame.CELL: Message("period.cell.mixed", "{length}"),
}


def say_period(period: Period, catalog: Catalog, frame: Frame) -> str:
    """
    Say a length of time in a frame.

    >>> from recruitprivacy.i18n._catalog import load
    >>> say_period(Period(years=1, months=6), load("nl"), Frame.AFTER)
    'na 1 jaar en 6 maanden'
    """
    counts = attrs.asdict(period)
    units = [(unit, counts[unit]) for unit in counts if counts[unit]]
    if len(units) == 1:
        return _single(*units[0], catalog, frame)
    parts = [_part(unit, n, catalog, frame) for unit, n in units]
    return catalog.text(MIXED[frame]).format(length=join(parts, catalog))


def _single(unit: str, n: int, catalog: Catalog, frame: Frame) -> str:
    if n == 1 and (frame, unit) in ALONE:
        return catalog.text(ALONE[frame, unit])
    return catalog.text(SINGLE[frame, unit], n).format(n=n)


def _part(unit: str, n: int, catalog: Catalog, frame: Frame) -> str:
    bent = frame in {Frame.AFTER, Frame.WITHIN}
    return catalog.text(BENT[unit] if bent else SINGLE[Frame.CELL, unit], n).format(n=n)
