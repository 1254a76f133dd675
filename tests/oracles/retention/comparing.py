"""
The engine asked beside the oracle, about the same made-up schedules and histories.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from recruitprivacy.retention import Bound, Disposal, On, Open, assess
from recruitprivacy.timeline import AnyEvent, fold
from tests.oracles.retention.answering import answer
from tests.oracles.retention.declared import law_of, policy_of
from tests.oracles.retention.happened import events_of
from tests.oracles.retention.making import CATEGORIES, START, make_history, make_schedule
from tests.oracles.retention.plain import OPEN, UNKNOWN, Answer, History, Schedule

SPAN_ASKED = 1300


@dataclass(frozen=True)
class Difference:
    """
    A day on which the two do not say the same.
    """

    schedule: Schedule
    history: History
    category: str
    on: date
    expected: Answer
    actual: Answer


def differences(number: int) -> Iterator[Difference]:
    """
    Ask both about one made-up schedule and history, on a day and around an end of its answer.

    Args:
        number: Which one: the same number makes the same schedule, history and days.
    """
    draw = random.Random(number)  # noqa: S311 - nothing is kept secret with it
    schedule = make_schedule(draw)
    history = make_history(draw, schedule)
    events = events_of(history)
    opened = next(one.day for one in history if one.what == "collected" and one.day)
    on = max(opened, START + timedelta(draw.randrange(SPAN_ASKED)))
    told = _told(schedule, history, on)
    yield from _unlike(schedule, history, events, on, told)
    ends = [day for one in told.values() for day in _ends(one) if day > opened]
    if ends:
        for day in (chosen := draw.choice(ends), chosen + timedelta(days=1)):
            yield from _unlike(schedule, history, events, day, _told(schedule, history, day))


def sooner(number: int) -> bool:
    """
    Say whether the engine, asked again later about the same history, names an earlier last day.
    """
    draw = random.Random(number)  # noqa: S311 - nothing is kept secret with it
    made = make_schedule(draw)
    law = (replace(one, versions=((date(2015, 1, 1), one.versions[0][1]),)) for one in made.law)
    schedule = replace(made, law=tuple(law))
    history = make_history(draw, schedule)
    opened = next(one.day for one in history if one.what == "collected" and one.day)
    first = max(opened, START + timedelta(draw.randrange(SPAN_ASKED // 2)))
    events = events_of(tuple(one for one in history if one.day is None or one.day <= first))
    days = sorted({first, *(first + timedelta(draw.randrange(SPAN_ASKED)) for _ in range(6))})
    found = [decided(schedule, events, day) for day in days]
    return any(
        _latest(later[category].must_be_gone_by) < _latest(before[category].must_be_gone_by)
        for before, later in pairwise(found)
        for category in CATEGORIES
    )


def decided(schedule: Schedule, events: tuple[AnyEvent, ...], on: date) -> dict[str, Disposal]:
    """
    Let the engine decide, by category of the candidate's record.
    """
    policy, law = policy_of(schedule), law_of(schedule.law)
    facts = fold(events, policy, on=on, law=law)
    return {each.category: each for each in assess(policy, facts, law, on=on) if each.record == "r"}


def said(disposal: Disposal) -> Answer:
    """
    Say an answer of the engine as the oracle would.
    """
    erase_from = _plain(disposal.may_erase_from)
    past = erase_from == OPEN or (isinstance(erase_from, date) and erase_from < disposal.on)
    return Answer(
        status=disposal.status.value,
        gone_by=_plain(disposal.must_be_gone_by),
        planned_on=_plain(disposal.planned_on),
        erase_from=disposal.on if past else erase_from,
    )


def _told(schedule: Schedule, history: History, on: date) -> dict[str, Answer]:
    return {category: answer(schedule, history, category, on) for category in CATEGORIES}


def _unlike(
    schedule: Schedule,
    history: History,
    events: tuple[AnyEvent, ...],
    on: date,
    told: dict[str, Answer],
) -> Iterator[Difference]:
    found = decided(schedule, events, on)
    for category, expected in told.items():
        actual = said(found[category])
        if actual != expected:
            yield Difference(schedule, history, category, on, expected, actual)


def _ends(one: Answer) -> Iterator[date]:
    for day in (one.gone_by, one.planned_on, one.erase_from):
        if isinstance(day, date):
            yield day


def _latest(bound: Bound) -> date:
    match bound:
        case On(day=day):
            return day
        case Open():
            return date.max
        case _:
            return bound.not_after or date.max


def _plain(bound: Bound) -> date | str:
    match bound:
        case On(day=day):
            return day
        case Open():
            return OPEN
        case _:
            return UNKNOWN
