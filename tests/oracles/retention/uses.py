"""
Which uses of the data go on, and when the person stopped one.
"""

from __future__ import annotations

import datetime as dt
import itertools

from tests.oracles.retention.day_sets import FIRST, NO, YES, Asked, agreed, any_of, opposite, until
from tests.oracles.retention.plain import CONSENTED, UNKNOWN, Happening
from tests.oracles.retention.story import Began, Story


def worlds(story: Story) -> list[dict[str, Asked]]:
    """
    Ask of each day whether a use went on, or will, in each way it can be for all one knows.
    """
    ways = [_ways(story, use) for use in story.schedule.uses]
    return [
        dict(zip(story.schedule.uses, world, strict=True)) for world in itertools.product(*ways)
    ]


def _ways(story: Story, use: str) -> list[Asked]:
    lives = _lives(story, use)
    if lives is False:
        over = _over(story, use)
        return [until(over) if isinstance(over, dt.date) else NO]
    last = _runs_out(story) if use == CONSENTED else None
    goes_on = until(last) if last else YES
    return [goes_on] if lives else [goes_on, NO]


def in_use(story: Story) -> bool:
    """
    Say whether a use goes on, or may: it is over already on its last day.
    """
    return any(_lives(story, use) is not False for use in story.schedule.uses)


def stopped(story: Story) -> Asked:
    """
    Ask of each day whether no use was left by then, the person having stopped one.
    """
    uses = story.schedule.uses
    stops = [day for use in uses for day in _stops(story, use)]
    if not stops:
        return NO
    last = until(min(stops))
    return agreed(opposite(any_of([last, *world.values()])) for world in worlds(story))


def consents(story: Story) -> list[Happening]:
    """
    List the agreements that stand.
    """
    return [
        one
        for one in story.of("agreed")
        if _taken_back(story, one) is None and (one.until is None or story.on <= one.until)
    ]


def agreed_until(story: Story) -> list[dt.date | None]:
    """
    List the last day of each agreement there was; None where it has none.
    """
    days = [(one.until, _taken_back(story, one)) for one in story.of("agreed")]
    return [min((day for day in each if day), default=None) for each in days]


def _lives(story: Story, use: str) -> bool | None:
    over = _over(story, use)
    if isinstance(over, dt.date) or (use == CONSENTED and not consents(story)):
        return False
    return None if over == UNKNOWN or _suspended(story, use) else True


def _over(story: Story, use: str) -> Began:
    """
    Tell when a use was over: the firm ended it, the person stopped it, or consent ran out.
    """
    ended = _ended(story, use)
    lapsed = _lapsed(story) if use == CONSENTED and not consents(story) else []
    known = [*_stops(story, use), *lapsed[-1:]]
    if isinstance(ended, dt.date):
        known.append(ended)
    return min(known, default=ended)


def _ended(story: Story, use: str) -> Began:
    """
    Tell when the firm ended a use; ended on the day it was taken up again, it is over.
    """
    days = story.days("ended", use)
    if len(days) < len(story.of("ended", use)):
        return UNKNOWN
    last = max(days, default=None)
    return last if last and last >= max(story.days("begun", use), default=FIRST) else None


def _stops(story: Story, use: str) -> list[dt.date]:
    """
    List when the person stopped a use: took agreement back, or was right to object.
    """
    stops = story.days("upheld", use)
    if use == CONSENTED and not consents(story):
        taken = [day for one in story.of("agreed") if (day := _taken_back(story, one))]
        taken = taken if story.of("agreed") else story.days("withdrew")
        if taken and max(taken) >= max(_lapsed(story), default=FIRST):
            stops.append(max(taken))
    return stops


def _suspended(story: Story, use: str) -> bool:
    """
    Say whether the person objected and waits; overruled that very day, they wait on.
    """
    overruled = story.days("overruled", use)
    return any(not any(day > one for day in overruled) for one in story.days("object", use))


def _runs_out(story: Story) -> dt.date | None:
    """
    Tell the last day of the agreements that stand; None where one has none.
    """
    ends = [one.until for one in consents(story)]
    return None if None in ends else max(day for day in ends if day)


def _lapsed(story: Story) -> list[dt.date]:
    return sorted(
        one.until
        for one in story.of("agreed")
        if one.until and one.until < story.on and _taken_back(story, one) is None
    )


def _taken_back(story: Story, agreed: Happening) -> dt.date | None:
    """
    Tell when an agreement was taken back: on its very day, or later.
    """
    given = agreed.day or FIRST
    return min((day for day in story.days("withdrew") if day >= given), default=None)
