"""
The reasons of a disposal, in sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Step
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.retention._bound import ALWAYS, NEVER, Bound, On, Open
from recruitprivacy.retention._clause import Effect
from recruitprivacy.retention._ending import Ending

__all__ = ["NOTHING_FORBIDS", "NO_PLAN", "NO_RULE", "allowed_line", "gone_line", "planned_line"]

NO_RULE: Final = Message(
    "retention.open.no_rule", "A purpose goes on, and no rule says when it must be gone."
)
NO_PLAN: Final = Message("retention.open.no_plan", "The firm plans nothing beyond that.")
NOTHING_FORBIDS: Final = Message("retention.open.nothing_forbids", "Nothing forbids erasing it.")

GONE: Final = Message(
    "retention.day.gone", "It must be gone by {day}; that is the last day it may exist."
)
GONE_UNKNOWN: Final = Message(
    "retention.day.gone_unknown",
    "By when it must be gone is not known, because this is not recorded: {facts}.",
)
ALLOWED: Final = Message("retention.day.allowed", "It may be erased from {day}.")
ALLOWED_UNKNOWN: Final = Message(
    "retention.day.allowed_unknown",
    "From when it may be erased is not known; it depends on: {facts}.",
)
PLANNED: Final = Message("retention.day.planned", "The firm means to keep it until {day}.")
PLANNED_UNKNOWN: Final = Message(
    "retention.day.planned_unknown",
    "Until when the firm means to keep it is not known, because this is not recorded: {facts}.",
)

CEILING: Final = Message(
    "retention.step.ceiling", "{rule}: it is kept for {period} at most, so until {day}."
)
AT_ONCE: Final = Message(
    "retention.step.at_once", "{rule}: it goes at once, so it may exist until {day}."
)
WISH: Final = Message(
    "retention.step.wish", "{rule}: the firm means to keep it for {period}, so until {day}."
)
FLOOR: Final = Message(
    "retention.step.floor",
    "{rule}: it must be kept for {period}, so it may be erased from {day}.",
)
MINIMUM: Final = Message(
    "retention.step.minimum",
    "{rule}: the firm wants to keep it for {period}, so until {day}; no statute asks for that.",
)
REVIEW: Final = Message(
    "retention.step.review", "{rule}: the need is looked at every {period}, so by {day}."
)
NOT_STARTED: Final = Message(
    "retention.step.not_started", "{rule}: it has not begun, as what starts it has not happened."
)
HANGS: Final = Message(
    "retention.step.hangs", "{rule}: it cannot be counted, because this is not recorded: {facts}."
)
SAYS: Final = {
    Effect.CEILING: CEILING,
    Effect.WISH: WISH,
    Effect.FLOOR: FLOOR,
    Effect.MINIMUM: MINIMUM,
    Effect.REVIEW: REVIEW,
}


def gone_line(bound: Bound) -> Phrase:
    """
    Say by when data must be gone.
    """
    return _line(bound, GONE, GONE_UNKNOWN)


def allowed_line(bound: Bound) -> Phrase:
    """
    Say from when data may be erased.
    """
    return _line(bound, ALLOWED, ALLOWED_UNKNOWN)


def planned_line(bound: Bound) -> Phrase:
    """
    Say until when the firm means to keep data.
    """
    return _line(bound, PLANNED, PLANNED_UNKNOWN)


def ending_steps(ending: Ending) -> Iterator[Step]:
    """
    Tell how a clause came to its end: what it runs from, then the end itself.
    """
    yield from ending.start.steps
    clause, days = ending.clause, ending.days
    yield Step(
        says=_says(ending),
        rule=f"{clause.rule}@{clause.version}" if clause.version else clause.rule,
        cites=clause.cites,
        weight=clause.weight,
        after=days.low if days.known and days.low not in {ALWAYS, NEVER} else None,
    )


def _line(bound: Bound, known: Message, unknown: Message) -> Phrase:
    if isinstance(bound, On):
        return phrase(known, day=bound.day)
    if isinstance(bound, Open):
        return bound.because
    return phrase(unknown, facts=bound.missing)


def _says(ending: Ending) -> Phrase:
    clause, days = ending.clause, ending.days
    if not days.known:
        return phrase(HANGS, rule=clause.rule, facts=days.missing)
    if days.low in {ALWAYS, NEVER}:
        return phrase(NOT_STARTED, rule=clause.rule)
    if clause.period is None:
        return phrase(AT_ONCE, rule=clause.rule, day=days.low)
    return phrase(SAYS[clause.effect], rule=clause.rule, period=clause.period, day=days.low)
