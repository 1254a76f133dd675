"""
From many ends to three days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.retention._bound import ALWAYS, NEVER, Interval, earliest, latest
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._living import Life

__all__ = ["Days", "combine", "conflicts_of", "decides", "ended", "limits"]

NO_END: Final = Interval.at(NEVER)
NO_BAR: Final = Interval.at(ALWAYS)
COMMANDING: Final = frozenset({Effect.CEILING, Effect.COMMAND})
SETS: Final[Mapping[Effect, str]] = MappingProxyType(
    {
        Effect.FLOOR: "allowed",
        Effect.CEILING: "gone",
        Effect.COMMAND: "gone",
        Effect.NEED: "gone",
        Effect.WISH: "planned",
        Effect.MINIMUM: "planned",
        Effect.REVIEW: "review",
    }
)
"""Which of the days each effect helps to set."""


@attrs.frozen(kw_only=True)
class Days:
    """
    The three days, none of which overwrites another.

    Attributes:
        gone: The last day on which the data may exist.
        allowed: The first day on which erasing them is allowed.
        planned: The last day for which the firm means to keep them.
        review: The last day for looking at the need again.
        has_plan: Whether the firm means to erase them at all.
    """

    gone: Interval
    allowed: Interval
    planned: Interval
    review: Interval
    has_plan: bool


def combine(endings: Sequence[Ending], bars: Iterable[Interval], lives: Sequence[Life]) -> Days:
    """
    Work out the three days of a category of a record.

    Inside a purpose the earliest ceiling counts, across the purposes that go on the latest. A
    ceiling for no purpose in particular is inside each, so that it caps them all. A purpose
    without a ceiling leaves it open. Where no purpose goes on, the earliest ceiling counts; but a
    day on which a purpose still justified the data is no day on which they had to be gone.

    Args:
        endings: The clauses that are about the category.
        bars: The first days on which erasing is allowed after what else stops it.
        lives: The uses that reach the category.
    """
    of: defaultdict[Effect, list[Ending]] = defaultdict(list)
    for each in endings:
        of[each.clause.effect].append(each)
    ceilings, wishes = [*of[Effect.CEILING], *of[Effect.COMMAND]], of[Effect.WISH]
    planned = [_across([*ceilings, *wishes], lives)] if wishes else []
    return Days(
        gone=_across(ceilings, lives),
        allowed=latest([*_days(of[Effect.FLOOR]), *bars], default=NO_BAR),
        planned=latest([*_days(of[Effect.MINIMUM]), *planned], default=NO_END),
        review=earliest(_days(of[Effect.REVIEW]), default=NO_END),
        has_plan=bool(wishes),
    )


def conflicts_of(endings: Sequence[Ending]) -> tuple[tuple[Ending, Ending], ...]:
    """
    Pair the statutes of which one commands erasing before the other allows it.
    """
    statutes = [each for each in endings if each.clause.is_statute]
    return tuple(
        (ceiling, floor)
        for ceiling in _with(statutes, Effect.CEILING)
        for floor in _with(statutes, Effect.FLOOR)
        if ceiling.clause.rule != floor.clause.rule
        if (floor.days.low.toordinal() - ceiling.days.high.toordinal()) > 1
    )


def decides(ending: Ending, days: Days) -> bool:
    """
    Say whether an end sets one of the days.
    """
    found: Interval = getattr(days, SETS[ending.clause.effect])
    return ending.days.low == found.low or ending.days.high == found.high


def _with(endings: Iterable[Ending], effect: Effect) -> list[Ending]:
    return [each for each in endings if each.clause.effect is effect]


def _days(endings: Iterable[Ending]) -> list[Interval]:
    return [each.days for each in endings]


def _across(ends: Sequence[Ending], lives: Sequence[Life]) -> Interval:
    soonest = earliest(_days(ends), default=NO_END)
    return latest((soonest, *(_inside(ends, life) for life in lives)), default=soonest)


def _inside(ends: Iterable[Ending], life: Life) -> Interval:
    """
    Find the last day for which a use justifies the data: its own ceiling, or its end before that.
    """
    own = (each.days for each in ends if limits(each.clause, life))
    return earliest((life.until, *own), default=NO_END)


def ended(life: Life, endings: Iterable[Ending], on: date) -> bool:
    """
    Say whether the period of a use is over for sure, so that it may use the data no longer.
    """
    past = (each.clause for each in endings if each.days.high < on)
    return any(clause.effect in COMMANDING and limits(clause, life) for clause in past)


def limits(clause: Clause, life: Life) -> bool:
    """
    Say whether a clause limits the keeping for a use.
    """
    if clause.purposes:
        return not set(clause.purposes).isdisjoint(life.purposes)
    return clause.uses is None or life.use in clause.uses
