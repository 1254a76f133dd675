"""
Time a due date with roll-over, ours against ``python-dateutil`` with ``holidays``, as a table.

All find the same days over the same receipts, which is checked first. What was counted before is
remembered, so the steps are timed twice: when a day is first asked about, and later. Give the
number of rounds as the only argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from importlib.metadata import version
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

import holidays
from dateutil.relativedelta import relativedelta
from side_by_side import Beside, DiffersError, Task, Way, main

from recruitprivacy.law import (
    Law,
    Situation,
    answer_due,
    count,
    jurisdictions,
    last_day,
    load,
    load_calendar,
    load_regime,
)
from recruitprivacy.law._limits import forget
from recruitprivacy.periods import Period

FIRST: Final = date(2019, 1, 1)
RECEIPTS: Final = [FIRST + timedelta(days=day) for day in range(365 * 8)]
MONTH: Final = Period(months=1)
ZONE: Final = ZoneInfo("Europe/Stockholm")
CALENDAR: Final = load_calendar("SE")
REGIME: Final = load_regime()
SITUATION: Final = Situation(establishment="SE")
ONE_PACK: Final = load("SE")
ALL_PACKS: Final = load(*jurisdictions())
THEIRS: Final = holidays.country_holidays("SE", years=range(2018, 2030), include_sundays=False)

Counting: TypeAlias = Callable[[date], date]


def by_others(received: date) -> date:
    """
    Add a month, and take that day or the next that is worked.
    """
    landed = received + relativedelta(months=1)
    return THEIRS.get_nth_working_day(landed - timedelta(days=1), 1)


def without_steps(received: date) -> date:
    """
    Find the last day.
    """
    return last_day(received, MONTH, calendar=CALENDAR, regime=REGIME)


def with_steps_to_come(received: date) -> date:
    """
    Find the last day and all that belongs to it; steps and readings are made when first read.
    """
    return count(received, MONTH, calendar=CALENDAR, zone=ZONE, regime=REGIME).last_day


def with_steps_read(received: date) -> date:
    """
    Find the last day, and read the steps to it and the other readings.
    """
    answer = count(received, MONTH, calendar=CALENDAR, zone=ZONE, regime=REGIME)
    return answer.last_day if answer.steps and answer.readings is not None else FIRST


def answered(received: date, law: Law) -> date:
    """
    Find by when a request is answered: which rule binds, what moves it, and the last day.
    """
    return answer_due(received, law=law, situation=SITUATION).last_day


THEIR_WAY: Final = "dateutil and holidays"
FIRST_TIME: Final = "count, all of it read"
WAYS: Final[dict[str, Counting]] = {
    THEIR_WAY: by_others,
    "last_day": without_steps,
    "count": with_steps_to_come,
    FIRST_TIME: with_steps_read,
    "the same, once more": with_steps_read,
    "answer_due, one country": partial(answered, law=ONE_PACK),
    "answer_due, all countries": partial(answered, law=ALL_PACKS),
}
NOTE: Final = (
    "A step is a value with its sentence, its provisions and its days. Three or four belong to a "
    "receipt, and merely to make them takes longer than the other way takes to find the day; they "
    "are made when they are first read, and remembered."
)
BESIDE: Final = (
    ("last day", "last_day", 1 / 3),
    ("last day, steps to come", "count", None),
    ("last day and steps, first read", FIRST_TIME, 1.0),
    ("last day and steps, read again", "the same, once more", 1.0),
    ("by when a request is answered", "answer_due, one country", None),
)


def differing() -> list[date]:
    """
    List the receipts for which the ways find different days.
    """
    return [day for day in RECEIPTS if len({way(day) for way in WAYS.values()}) > 1]


def over_all(way: Counting) -> None:
    """
    Ask about each receipt.
    """
    for received in RECEIPTS:
        way(received)


def tasks() -> Iterator[Task]:
    """
    Give the ways, which find the same days.
    """
    if different := differing():
        raise DiffersError("due_dates", different[0])
    yield Task(
        name="due_dates",
        about=f"{len(RECEIPTS):,} receipts, a month, holidays {version('holidays')}",
        ways=tuple(
            Way(
                name=name,
                run=partial(over_all, way),
                count=len(RECEIPTS),
                before=forget if name == FIRST_TIME else None,
            )
            for name, way in WAYS.items()
        ),
        beside=tuple(
            Beside(what=what, ours=ours, peer=THEIR_WAY, at_most=at_most)
            for what, ours, at_most in BESIDE
        ),
        note=NOTE,
    )


if __name__ == "__main__":
    main(tasks())
