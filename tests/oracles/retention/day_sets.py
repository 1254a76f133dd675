"""
Questions that are asked of every single day, and lengths counted day by day.

A set of days is a number whose bit *n* is the n-th day after :data:`FIRST`. A question with the
answers yes, no and nobody-knows is two such sets. Nothing here compares one end with another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tests.oracles.retention.plain import OPEN, UNKNOWN, Length

FIRST: Final = dt.date(2012, 1, 1)
DAY: Final = dt.timedelta(days=1)
ALL: Final = (1 << (365 * 40)) - 1


@dataclass(frozen=True)
class Asked:
    """
    The days for which the answer is yes and those for which it is no; nobody knows the rest.
    """

    yes: int
    no: int

    def on(self, day: dt.date) -> bool | None:
        """
        Tell the answer for one day.
        """
        bit = 1 << _place(day)
        return True if self.yes & bit else False if self.no & bit else None


NO: Final = Asked(0, ALL)
YES: Final = Asked(ALL, 0)
NOBODY_KNOWS: Final = Asked(0, 0)


def after(last: dt.date) -> Asked:
    """
    Answer yes for the days after a day.
    """
    days = up_to(last)
    return Asked(ALL & ~days, days)


def until(last: dt.date) -> Asked:
    """
    Answer yes for the days up to a day, that day included.
    """
    days = up_to(last)
    return Asked(days, ALL & ~days)


def up_to(last: dt.date) -> int:
    """
    Make the set of the days up to a day, that day included.
    """
    return (1 << (_place(last) + 1)) - 1


def opposite(asked: Asked) -> Asked:
    """
    Ask the opposite.
    """
    return Asked(asked.no, asked.yes)


def any_of(asked: Iterable[Asked]) -> Asked:
    """
    Ask of each day whether one of several answers is yes.
    """
    yes, no = 0, ALL
    for one in asked:
        yes, no = yes | one.yes, no & one.no
    return Asked(yes, no)


def all_of(asked: Iterable[Asked]) -> Asked:
    """
    Ask of each day whether all of several answers are yes.
    """
    yes, no = ALL, 0
    for one in asked:
        yes, no = yes & one.yes, no | one.no
    return Asked(yes, no)


def agreed(asked: Iterable[Asked]) -> Asked:
    """
    Keep of several answers what they all say: one of them is right, and nobody knows which.
    """
    yes, no = ALL, ALL
    for one in asked:
        yes, no = yes & one.yes, no & one.no
    return Asked(yes, no)


def last_day(gone: Asked) -> dt.date | str:
    """
    Walk to the first day on which the data must be gone; the one before it is the last.
    """
    if gone.no == ALL:
        return OPEN
    before = (gone.yes & -gone.yes) - 1
    if not gone.yes or gone.no & before != before:
        return UNKNOWN
    return FIRST + dt.timedelta(days=before.bit_length() - 1)


def first_day(barred: Asked, on: dt.date) -> dt.date | str:
    """
    Walk from a day to the first on which nothing forbids erasing.
    """
    ahead = ALL & ~up_to(on - DAY)
    free = barred.no & ahead
    if free == ahead:
        return on
    if not free or (barred.yes | barred.no) & ahead != ahead:
        return UNKNOWN
    return FIRST + dt.timedelta(days=(free & -free).bit_length() - 1)


@lru_cache(maxsize=65536)
def end(start: dt.date, length: Length, *, up: bool) -> dt.date:
    """
    Count a length from a day: months by hopping from one to the next, then days.

    A day its month does not have is the first of the next one, rounded up, else its last.
    """
    first = start.replace(day=1)
    for _ in range(12 * length.years + length.months):
        first = _next_month(first)
    following = _next_month(first)
    day = first + dt.timedelta(days=start.day - 1)
    if day >= following:
        day = following if up else following - DAY
    for _ in range(length.days):
        day += DAY
    return day


def _next_month(first: dt.date) -> dt.date:
    return (first + dt.timedelta(days=31)).replace(day=1)


def _place(day: dt.date) -> int:
    return (day - FIRST).days
