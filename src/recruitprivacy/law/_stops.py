"""
What lets the time for an answer begin later, or stand still: by statute, or as some read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.findings import Reading, Step, Weight
from recruitprivacy.law._binding import beside
from recruitprivacy.law._deadline import Deadline
from recruitprivacy.law._due import length_of, step_of
from recruitprivacy.law._law import Law
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._waits import CLARIFICATION, FEE, IDENTITY, Wait, Waits, left_out
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Period, Rounding, add

__all__ = ["Stops", "stop_readings", "stops_of"]

LastDay: TypeAlias = Callable[[date, Period], date]

START: Final = "deadline.start"
PAUSE: Final = "deadline.pause"
DAY_AFTER: Final = "day_after_receipt"
AWAITED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "identity_proved": IDENTITY,
        "fee_paid": FEE,
        "fee_announced": FEE,
        "identity_asked": IDENTITY,
        "clarification_asked": CLARIFICATION,
    }
)
NEEDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        IDENTITY: "request.identity_asked.doubt",
        CLARIFICATION: "request.large_amount_of_data",
        FEE: "",
    }
)
"""The fact without which nobody holds a stop possible."""

BEGINS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        IDENTITY: Message(
            "law.step.begins_with_proof",
            "The person showed who they are on {day}, and the period begins then.",
        ),
        FEE: Message(
            "law.step.begins_with_fee", "The fee was paid on {day}, and the period begins then."
        ),
    }
)
THOUGHT_OVER: Final = Message(
    "law.step.begins_after_fee",
    "A fee was announced; the days to think about it end on {day}, and the period begins then.",
)
AWAITS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        IDENTITY: Message(
            "law.reading.awaits_proof",
            "The period has not begun: the person has yet to show who they are.",
        ),
        FEE: Message(
            "law.reading.awaits_fee", "The period has not begun: the fee has yet to be paid."
        ),
        CLARIFICATION: Message(
            "law.reading.awaits_clarification",
            "The period stands still: the person has yet to say what they mean.",
        ),
    }
)
STOOD_STILL: Final = Message(
    "law.step.stood_still",
    "Days on which it was awaited what the person means are not counted: {count}.",
)
UNMOVED: Final = Message(
    "law.reading.unmoved", "If there was no good reason to ask the person, nothing moves the day."
)
WITHOUT_FIRST: Final = Message(
    "law.reading.pause_without_first_day",
    "The day on which the person was asked is itself counted.",
)
NEXT_DAY: Final = Message(
    "law.reading.day_after_receipt", "The period runs from the day after receipt."
)
PAUSED: Final[Mapping[str, Message]] = MappingProxyType(
    {
        IDENTITY: Message(
            "law.reading.paused_for_identity",
            "the days between asking who the person is and knowing it are not counted, "
            "if there was reason for doubt and it was raised at once.",
        ),
        CLARIFICATION: Message(
            "law.reading.paused_for_clarification",
            "the days between asking what the person means and hearing it are not counted, "
            "if a large amount of data made the question necessary and it was asked at once.",
        ),
    }
)
FROM_PROOF: Final = Message(
    "law.reading.from_proof",
    "the whole period begins when the person has shown who they are.",
)
BEGUN: Final[Mapping[str, Message]] = MappingProxyType(
    {
        IDENTITY: FROM_PROOF,
        FEE: Message("law.reading.from_fee", "the whole period begins when the fee has been paid."),
    }
)


@attrs.frozen(kw_only=True)
class Stops:
    """
    What moves the time for an answer by statute, and what some hold to move it.

    Attributes:
        received_on: The day of receipt.
        start_on: The day from which the period runs.
        left_out: How many days it stands still.
        asked: How many of these are days on which the person was asked, and no others.
        waits_for: What a statute waits for and has not come.
        rules: The statutes used.
        steps: What they did.
        read: The guidance that reads a stop into the law, each with its waits.
        awaiting: The statutes that wait for something, each with what it is.
    """

    received_on: date
    start_on: date
    left_out: int = 0
    asked: int = 0
    waits_for: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    steps: tuple[Step, ...] = ()
    read: tuple[tuple[Rule, tuple[Wait, ...]], ...] = ()
    awaiting: tuple[tuple[Rule, str], ...] = ()

    @property
    def moves(self) -> bool:
        """
        Say whether anything is moved by statute.
        """
        return self.start_on != self.received_on or bool(self.left_out)

    def whole(self, period: Period) -> Period:
        """
        Add to a period the days it stands still.
        """
        return longer(period, self.left_out)


def longer(period: Period, days: int) -> Period:
    """
    Add calendar days to a period.
    """
    return attrs.evolve(period, days=period.days + days) if days else period


def stops_of(rule: Rule, law: Law, waits: Waits, received_on: date, last_day: LastDay) -> Stops:
    """
    Find what moves the time a rule sets.

    Args:
        rule: The rule that sets the time for an answer.
        law: The law.
        waits: What was asked of the person.
        received_on: The day of receipt, which selects the rules.
        last_day: How a period is counted under the rule.
    """
    starts = beside(rule, START, law, received_on)
    pauses = beside(rule, PAUSE, law, received_on)
    stops = _begun(Stops(received_on=received_on, start_on=received_on), starts, waits)
    for pause in pauses:
        if pause.weight is Weight.STATUTE:
            stops = _paused(stops, pause, waits, partial(last_day, stops.start_on), length_of(rule))
    read = [
        (each, waits.of(AWAITED[str(each.value)]) if each.value != DAY_AFTER else ())
        for each in (*starts, *pauses)
        if each.weight is not Weight.STATUTE
    ]
    kept = tuple(pair for pair in read if pair[1] or pair[0].value == DAY_AFTER)
    return attrs.evolve(stops, read=kept) if kept else stops


def _begun(stops: Stops, starts: tuple[Rule, ...], waits: Waits) -> Stops:
    for rule in starts:
        if rule.weight is not Weight.STATUTE:
            continue
        kind = AWAITED[str(rule.value)]
        found = waits.of(kind)
        if rule.period is not None:
            stops = _thought_over(stops, rule, rule.period, found)
            continue
        came = [wait.until for wait in found if wait.until]
        if len(came) < len(found):
            stops = _awaiting(stops, rule, kind)
        elif came and max(came) > stops.start_on:
            stops = _moved(stops, rule, max(came), phrase(BEGINS[kind], day=max(came)))
    if not stops.waits_for:
        return stops
    # While one thing is awaited nothing has begun, whatever else came.
    awaiting = tuple(rule for rule, _ in stops.awaiting)
    return attrs.evolve(stops, start_on=stops.received_on, rules=awaiting, steps=())


def _thought_over(stops: Stops, rule: Rule, period: Period, waits: tuple[Wait, ...]) -> Stops:
    ends = [add(wait.since, period, rounding=Rounding.DOWN) for wait in waits]
    if not ends or max(ends) <= stops.start_on:
        return stops
    return _moved(stops, rule, max(ends), phrase(THOUGHT_OVER, day=max(ends)))


def _awaiting(stops: Stops, rule: Rule, kind: str) -> Stops:
    return attrs.evolve(
        stops,
        waits_for=(*stops.waits_for, kind),
        awaiting=(*stops.awaiting, (rule, kind)),
        rules=(*stops.rules, rule),
    )


def _moved(stops: Stops, rule: Rule, start: date, says: Phrase) -> Stops:
    step = attrs.evolve(step_of(rule, says), before=stops.start_on, after=start)
    return attrs.evolve(
        stops, start_on=start, rules=(*stops.rules, rule), steps=(*stops.steps, step)
    )


def _paused(
    stops: Stops, rule: Rule, waits: Waits, ends: Callable[[Period], date], period: Period
) -> Stops:
    kind = AWAITED[str(rule.value)]
    found: list[Wait] = []
    for wait in waits.of(kind):
        # What ended before the first day stops nothing, nor what is asked after the last, which
        # those before it have moved.
        if wait.until is not None and wait.until <= stops.start_on:
            continue
        if wait.since <= ends(longer(period, left_out(found, stops.start_on))):
            found.append(wait)
    if any(wait.until is None for wait in found):
        return _awaiting(stops, rule, kind)
    days = left_out(found, stops.start_on)
    if not days:
        return stops
    step = step_of(rule, phrase(STOOD_STILL, count=days))
    return attrs.evolve(
        stops,
        left_out=days,
        asked=days - left_out(map(_without_first, found), stops.start_on),
        rules=(*stops.rules, rule),
        steps=(*stops.steps, step),
    )


def _without_first(wait: Wait) -> Wait:
    return attrs.evolve(wait, since=wait.since + timedelta(days=1))


def stop_readings(
    rule: Rule, stops: Stops, counted: Deadline, last_day: LastDay
) -> Iterator[Reading]:
    """
    Give the days that lead from other readings of what stops the time for an answer.

    Args:
        rule: The rule that sets the time.
        stops: What moves it.
        counted: The time with what a statute moves, an extension included.
        last_day: How a period is counted under the rule.
    """
    for awaiting, kind in stops.awaiting:
        says = AWAITS[kind]
        yield _reading(says, None, awaiting)
    if stops.moves:
        bare = attrs.evolve(counted.period, days=counted.period.days - stops.left_out)
        yield _reading(UNMOVED, last_day(stops.received_on, bare), rule)
    if stops.left_out > stops.asked:
        shorter = attrs.evolve(counted.period, days=counted.period.days - stops.asked)
        day = last_day(stops.start_on, shorter)
        if day != counted.last_day:
            yield _reading(WITHOUT_FIRST, day, stops.rules[-1])
    for guidance, waits in stops.read:
        yield from _as_read(guidance, waits, counted, last_day)


def _as_read(
    rule: Rule, waits: tuple[Wait, ...], counted: Deadline, last_day: LastDay
) -> Iterator[Reading]:
    if rule.value == DAY_AFTER:
        yield from _from_next_day(rule, counted, last_day)
        return
    kind = AWAITED[str(rule.value)]
    came = waits[-1].until
    restarted = last_day(came, counted.period) if came else None
    if rule.topic == START:
        yield _reading(BEGUN[kind], restarted, rule)
        return
    needs = "" if any(wait.recorded for wait in waits) else NEEDS[kind]
    paused = longer(counted.period, sum(wait.days for wait in waits))
    waiting = any(wait.until is None for wait in waits)
    resumed = None if waiting else last_day(counted.event_on, paused)
    yield _reading(PAUSED[kind], resumed, rule, needs)
    if kind == IDENTITY:
        yield _reading(FROM_PROOF, restarted, rule, needs)


def _from_next_day(rule: Rule, counted: Deadline, last_day: LastDay) -> Iterator[Reading]:
    day = last_day(counted.event_on + timedelta(days=1), counted.period)
    if day != counted.last_day:
        yield _reading(NEXT_DAY, day, rule)


def _reading(says: Message, day: date | None, rule: Rule, needs: str = "") -> Reading:
    key = says.code.rpartition(".")[2]
    return Reading(key=key, last_day=day, says=phrase(says), cites=rule.cites, needs=needs)
