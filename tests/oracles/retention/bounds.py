"""
What the law commands or forbids, and what stops erasing while it lasts, day by day.
"""

from __future__ import annotations

import datetime as dt

from tests.oracles.retention.day_sets import (
    DAY,
    NO,
    NOBODY_KNOWS,
    YES,
    Asked,
    after,
    all_of,
    any_of,
    end,
    opposite,
    until,
    up_to,
)
from tests.oracles.retention.plain import UNKNOWN, Happening, Length, Statute
from tests.oracles.retention.story import Began, Story
from tests.oracles.retention.uses import agreed_until


def by_law(story: Story, does: str, *, statutes_only: bool = False) -> Asked:
    """
    Ask of each day whether the law forbids erasing on it, or wants the data gone.

    Guidance binds where the firm adopted it, and then only to erase.
    """
    return any_of(
        _but_as_agreed(story, _statute(story, one)) if one.unless_agreed else _statute(story, one)
        for one in story.schedule.law
        if one.does == does and one.category in {"", story.category}
        if one.adopted is None or (one.adopted and does == "ceiling" and not statutes_only)
    )


def _but_as_agreed(story: Story, asked: Asked) -> Asked:
    """
    Take off the days on which the person had agreed to more.
    """
    agreements = any_of(until(last) if last else YES for last in agreed_until(story))
    return all_of([asked, opposite(agreements)])


def held(story: Story) -> Asked:
    """
    Ask of each day whether a hold stands on it; lifted the day it was placed, it stands.
    """
    return any_of(_hold(story, one) for one in story.of("hold") if story.reached(one))


def frozen(story: Story) -> Asked:
    """
    Ask of each day whether an open request or a restriction stops erasing on it.
    """
    restricted = [
        _from_to(story, one, "unrestrict")
        for one in (*story.of("restrict"), *story.of("restrict_for_me"))
        if story.reached(one)
        if not (one.what == "restrict_for_me" and _released(story, one))
    ]
    return any_of([*restricted, *(_request(story, one) for one in story.of("ask"))])


def barred(story: Story) -> Asked:
    """
    Ask of each day whether anything forbids erasing on it.
    """
    return any_of([held(story), frozen(story), by_law(story, "floor")])


def _statute(story: Story, one: Statute) -> Asked:
    began, runs = story.began(one.starts), _runs(story, one)
    if runs:
        return YES
    ends = _from(story, one, began)
    return Asked(ends.yes, 0) if runs is None else ends


def _from(story: Story, one: Statute, began: Began) -> Asked:
    if began is None:
        return NO
    if not isinstance(began, dt.date):
        return NOBODY_KNOWS if one.by_event or _length(one, story.on) else NO
    length = _length(one, began if one.by_event else story.on)
    if length is None:
        return NO
    start = began
    while one.year_end and (start.month, start.day) != (12, 31):
        start += DAY
    if one.does == "floor":
        return until(end(start, length, up=True))
    return after(end(start, length, up=False))


def _runs(story: Story, one: Statute) -> bool | None:
    """
    Say whether what must be kept after an employment is kept because one runs; None if it may.
    """
    if one.starts != "left" or one.does != "floor" or _length(one, story.on) is None:
        return False
    begun, left = story.days("employed"), story.began("left")
    if left == UNKNOWN:
        return False
    if len(begun) < len(story.of("employed")):
        return None
    return bool(begun) and (left is None or max(begun) > max(story.days("left")))


def _length(one: Statute, on: dt.date) -> Length | None:
    return next((length for since, length in reversed(one.versions) if since <= on), None)


def _hold(story: Story, one: Happening) -> Asked:
    lifted = [day for day in story.days("lift", one.which) if one.day and day > one.day]
    return until(min(lifted) - DAY) if lifted else YES


def _request(story: Story, one: Happening) -> Asked:
    if _released(story, one):
        return NO
    stands = _from_to(story, one, "answer")
    if one.day is None or not story.of("doubted", one.which):
        return stands
    last = one.day + dt.timedelta(days=story.schedule.stranger_days)
    # Who they are may turn out yet.
    return NO if story.on > last else Asked(stands.yes & up_to(last), stands.no)


def _from_to(story: Story, one: Happening, ends: str) -> Asked:
    over = [day for day in story.days(ends, one.which) if one.day and day > one.day]
    return NO if over else YES


def _released(story: Story, one: Happening) -> bool:
    """
    Say whether the person was told that a later request, for erasure, ends what they asked.
    """
    since = one.day or dt.date.max
    later = any(day >= since for day in story.days("asked_erasure"))
    return later and any(day >= since for day in story.days("told_lift"))
