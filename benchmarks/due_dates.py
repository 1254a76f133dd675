"""
Time a due date with roll-over, ours against ``python-dateutil`` with ``holidays``, as a table.

All find the same days over the same receipts, which is checked first. Each round times every way
in turn, so that a busy machine slows all alike; the medians are printed, in microseconds for a due
date, with how many times as fast as the other it is. What was counted before is remembered, so the
steps are timed twice: when a day is first asked about, and later. Give the number of rounds as the
only argument.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from importlib.metadata import version
from statistics import median
from time import perf_counter
from typing import Final
from zoneinfo import ZoneInfo

import holidays
from dateutil.relativedelta import relativedelta

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

ROUNDS: Final = 15
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

Way = Callable[[date], date]


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


FIRST_TIME: Final = "count, all of it read"
WAYS: Final[dict[str, Way]] = {
    "dateutil and holidays": by_others,
    "last_day": without_steps,
    "count": with_steps_to_come,
    FIRST_TIME: with_steps_read,
    "the same, once more": with_steps_read,
    "answer_due, one country": partial(answered, law=ONE_PACK),
    "answer_due, all countries": partial(answered, law=ALL_PACKS),
}


def once(way: Way, receipts: Sequence[date]) -> float:
    """
    Time one way over all receipts; give microseconds for one.
    """
    start = perf_counter()
    for received in receipts:
        way(received)
    return (perf_counter() - start) * 1_000_000 / len(receipts)


def differing() -> list[date]:
    """
    List the receipts for which the ways find different days.
    """
    return [day for day in RECEIPTS if len({way(day) for way in WAYS.values()}) > 1]


def main(rounds: int) -> None:
    """
    Print the table.
    """
    if different := differing():
        print(f"{len(different)} of {len(RECEIPTS)} receipts differ, the first {different[0]}")
        sys.exit(1)
    times: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(rounds):
        for name, way in WAYS.items():
            if name == FIRST_TIME:
                forget()
            times[name].append(once(way, RECEIPTS))
    theirs = median(times["dateutil and holidays"])
    print(f"{len(RECEIPTS)} receipts, {rounds} rounds, holidays {version('holidays')}")
    for name, found in times.items():
        print(f"{name:30}{median(found):8.2f} us {theirs / median(found):6.2f} times as fast")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
