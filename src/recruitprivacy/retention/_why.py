"""
The reasons of a disposal, in sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.findings import Step
from recruitprivacy.messages import Message, Phrase, Value, phrase
from recruitprivacy.periods import Period
from recruitprivacy.retention._bound import ALWAYS, NEVER, Bound, On, Open
from recruitprivacy.retention._clause import Effect
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._names import Names
from recruitprivacy.timeline import Absence, Known
from recruitprivacy.vocabulary import Kind

__all__ = [
    "NOTHING_FORBIDS",
    "NO_DAY_YET",
    "NO_LAST_DAY",
    "NO_PLAN",
    "NO_RULE",
    "NO_WARNING",
    "allowed_line",
    "ending_steps",
    "gone_line",
    "planned_line",
    "warn_line",
]

NO_RULE: Final = Message(
    "retention.open.no_rule", "A purpose goes on, and no rule says when it must be gone."
)
NO_LAST_DAY: Final = Message("retention.open.no_last_day", "No rule says when it must be gone.")
NO_DAY_YET: Final = Message("retention.open.no_day_yet", "No rule sets a last day for it yet.")
NO_PLAN: Final = Message("retention.open.no_plan", "The firm plans nothing beyond that.")
NO_WARNING: Final = Message("retention.open.no_warning", "No rule asks for a warning before that.")
NOTHING_FORBIDS: Final = Message(
    "retention.open.nothing_forbids", "Nothing that was looked at forbids erasing it."
)

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

WARNED: Final = Message("retention.day.warned", "From {day} on one is warned that the end is near.")
WARNED_UNKNOWN: Final = Message(
    "retention.day.warned_unknown",
    "From when on one is warned is not known, because this is not recorded: {facts}.",
)

CEILING: Final = Message(
    "retention.step.ceiling",
    "{rule:capital}: it is kept for {period} at most (counted from: {start}), so until {day}.",
)
AT_ONCE: Final = Message(
    "retention.step.at_once",
    "{rule:capital}: it goes at once (counted from: {start}), so it may exist until {day}.",
)
WISH: Final = Message(
    "retention.step.wish",
    "{rule:capital}: it is kept for {period} (counted from: {start}), so until {day}.",
)
FLOOR: Final = Message(
    "retention.step.floor",
    "{rule:capital}: it must be kept for {period} (counted from: {start}), "
    "so it may be erased from {day}.",
)
MINIMUM: Final = Message(
    "retention.step.minimum",
    "{rule:capital}: the firm wants to keep it for {period} (counted from: {start}), "
    "so until {day}; no statute asks for that.",
)
AGREED_LONGER: Final = Message(
    "retention.step.agreed_longer",
    "{rule:capital}: it is kept for {period} at most (counted from: {start}); "
    "the person agreed to longer, so until {day}.",
)
WENT_ON: Final = Message(
    "retention.step.went_on",
    "{rule:capital}: it was kept lawfully until {day}, as this went on until then: {use}.",
)
RUNS_OUT: Final = Message(
    "retention.step.runs_out",
    "{rule:capital}: it may be kept until {day}, when the agreement to this runs out: {use}.",
)
REVIEW: Final = Message(
    "retention.step.review",
    "{rule:capital}: the need is looked at every {period} (counted from: {start}), so by {day}.",
)
NOT_STARTED: Final = Message(
    "retention.step.not_started",
    "{rule:capital}: it has not begun, as this has not happened: {start}.",
)
BEYOND: Final = Message(
    "retention.step.beyond",
    "{rule:capital}: {period} (counted from: {start}) ends later than any calendar reaches.",
)
FROM_NEXT: Final = Message(
    "retention.step.from_next", "{start}, then the next fixed day of the year, {day}"
)
INSTEAD: Final = Message("retention.step.instead", "{instead}, as this has not happened: {start}")
RUNNING: Final = Message(
    "retention.step.running",
    "{rule:capital}: it must be kept until this comes, and for {period} after it: {start}.",
)
GOES_ON: Final = Message(
    "retention.step.goes_on", "{rule:capital}: it is kept for as long as this lasts: {condition}."
)
HANGS: Final = Message(
    "retention.step.hangs",
    "{rule:capital}: it cannot be counted, because this is not recorded: {facts}.",
)
SAYS: Final[Mapping[Effect, Message]] = MappingProxyType(
    {
        Effect.CEILING: CEILING,
        Effect.WISH: WISH,
        Effect.FLOOR: FLOOR,
        Effect.MINIMUM: MINIMUM,
        Effect.REVIEW: REVIEW,
    }
)


def gone_line(bound: Bound, names: Names) -> Phrase:
    """
    Say by when data must be gone.
    """
    return _line(bound, (GONE, GONE_UNKNOWN), names)


def allowed_line(bound: Bound, names: Names) -> Phrase:
    """
    Say from when data may be erased.
    """
    return _line(bound, (ALLOWED, ALLOWED_UNKNOWN), names)


def planned_line(bound: Bound, names: Names) -> Phrase:
    """
    Say until when the firm means to keep data.
    """
    return _line(bound, (PLANNED, PLANNED_UNKNOWN), names)


def warn_line(bound: Bound, names: Names) -> Phrase:
    """
    Say from when on one is warned of the end.
    """
    return _line(bound, (WARNED, WARNED_UNKNOWN), names)


def ending_steps(ending: Ending, names: Names) -> Iterator[Step]:
    """
    Tell how a clause came to its end: what it runs from, then the end itself.
    """
    yield from ending.start.steps
    clause, days = ending.clause, ending.days
    yield Step(
        says=_says(ending, names),
        rule=f"{clause.rule}@{clause.version}" if clause.version else clause.rule,
        cites=clause.cites,
        weight=clause.weight,
        after=days.low if days.known and days.low not in {ALWAYS, NEVER} else None,
    )


def _line(bound: Bound, says: tuple[Message, Message], names: Names) -> Phrase:
    known, unknown = says
    if isinstance(bound, On):
        return phrase(known, day=bound.day)
    if isinstance(bound, Open):
        return bound.because
    return phrase(unknown, facts=names.facts(bound.missing))


def _endless(ending: Ending, names: Names) -> Phrase:
    clause = ending.clause
    rule, start = names.rule(clause), names.start(clause.after)
    if ending.start.moment is Absence.NOT_STARTED:
        return phrase(NOT_STARTED, rule=rule, start=start)
    if clause.while_ is not None:
        return phrase(GOES_ON, rule=rule, condition=names.label(Kind.CONDITION, clause.while_))
    return phrase(BEYOND, rule=rule, period=clause.period or Period(), start=start)


def _from(ending: Ending, names: Names) -> Value:
    clause, moment = ending.clause, ending.start.moment
    start = names.start(clause.after)
    if ending.stands_in:
        start = phrase(INSTEAD, instead=names.start(clause.if_none or ""), start=start)
    if not clause.own or clause.from_next is None or not isinstance(moment, Known):
        return start
    return phrase(FROM_NEXT, start=start, day=clause.from_next.next_on_or_after(moment.day))


def _says(ending: Ending, names: Names) -> Phrase:
    clause, days = ending.clause, ending.days
    rule, start = names.rule(clause), names.start(clause.after)
    if not days.known and _runs(ending, names):
        return phrase(RUNNING, rule=rule, period=clause.period or Period(), start=start)
    if not days.known:
        return phrase(HANGS, rule=rule, facts=names.facts(days.missing))
    if days.low in {ALWAYS, NEVER}:
        return _endless(ending, names)
    if clause.effect is Effect.NEED:
        return _need(ending, names)
    start = _from(ending, names)
    if clause.period is None:
        return phrase(AT_ONCE, rule=rule, start=start, day=days.low)
    says = AGREED_LONGER if ending.agreed else SAYS[clause.effect]
    return phrase(says, rule=rule, period=clause.period, start=start, day=days.low)


def _runs(ending: Ending, names: Names) -> bool:
    """
    Say whether what ends first goes on for sure, so that nothing is missing but time.
    """
    days = ending.days
    known = days.missing == (ending.clause.after,) and days.high == NEVER
    return known and ending.clause.effect is Effect.FLOOR and days.low > names.inputs.on


def _need(ending: Ending, names: Names) -> Phrase:
    says = WENT_ON if isinstance(ending.start.moment, Known) else RUNS_OUT
    uses = tuple(names.use(name) for name in ending.clause.uses or ())
    return phrase(says, rule=names.rule(ending.clause), day=ending.days.low, use=uses)
