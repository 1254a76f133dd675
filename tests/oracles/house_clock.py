"""
The house clock told a second time, day by day, by the standard library alone.

It shares no code with the engine. Somebody is kept for two years after the last meaningful
contact in the role; whoever is supplied by a company runs on that company's contact until it says
that its relation is over, and then two years from that day or from own contact after it.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

MEANINGFUL = frozenset({"talk", "click", "cv"})
YEARS = 2


@dataclass(frozen=True)
class Story:
    """
    What happened to one candidate, as days and words.
    """

    collected: dt.date
    supplied: bool
    happened: tuple[tuple[dt.date, str], ...]


def last_day(story: Story, on: dt.date) -> dt.date:
    """
    Tell the last day on which the profile may exist, as known on a day.
    """
    own = company = over = None
    for today in _days(story.collected, on):
        for what in _of(story, today):
            if what in MEANINGFUL:
                own = today
            elif what == "supplier_talk" and over is None:
                company = today
            elif what == "supply_over":
                over = today
    return _two_years_on(_runs_from(story, own, company, over))


def overdue(story: Story, on: dt.date) -> bool:
    """
    Say whether the profile should no longer exist on a day.
    """
    return last_day(story, on) < on


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    today = first
    while today <= last:
        yield today
        today += dt.timedelta(days=1)


def _of(story: Story, today: dt.date) -> Iterator[str]:
    for day, what in story.happened:
        if day == today:
            yield what


def _runs_from(
    story: Story, own: dt.date | None, company: dt.date | None, over: dt.date | None
) -> dt.date:
    if not story.supplied:
        return own or story.collected
    if over is None:
        return company or story.collected
    if own is not None and own > over:
        return own
    return over


def _two_years_on(start: dt.date) -> dt.date:
    today, year = start, start.year + YEARS
    month_has = calendar.monthrange(year, start.month)[1]
    goal = (year, start.month, min(start.day, month_has))
    while (today.year, today.month, today.day) != goal:
        today += dt.timedelta(days=1)
    return today
