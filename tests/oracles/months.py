"""
An independent count of months, from the rule and the standard library alone.

A period of months ends on the day with the same number. A month that lacks the number has it on
its last day when rounding down, on the first of the next month when rounding up. Nothing here
computes with month numbers or lengths of months: it hops from one first of the month to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TypeAlias

__all__ = ["Counter", "days", "differences", "ends"]

Counter: TypeAlias = Callable[[date, int], date]


def ends(day: date, *, up: bool, back: bool = False) -> Iterator[date]:
    """
    Yield the day none, one, two and more months away from a day, without an end.
    """
    first = day.replace(day=1)
    while True:
        following = _hop(first)
        landed = first + timedelta(days=day.day - 1)
        if landed < following:
            yield landed
        else:
            yield following if up else following - timedelta(days=1)
        first = (first - timedelta(days=1)).replace(day=1) if back else following


def days(first: date, last: date) -> Iterator[date]:
    """
    Yield every day from the first to the last, both included.
    """
    while first <= last:
        yield first
        first += timedelta(days=1)


def differences(
    counter: Counter, over: Iterator[date], most: int, *, up: bool, back: bool = False
) -> Iterator[tuple[date, int, date, date]]:
    """
    Yield where a counter leaves the rule: the day, the months, its answer, the rule's answer.

    No months at all are not asked: nobody can write such a period.
    """
    for day in over:
        expected = islice(ends(day, up=up, back=back), 1, most + 1)
        for months, right in enumerate(expected, start=1):
            if (found := counter(day, months)) != right:
                yield day, months, found, right


def _hop(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
