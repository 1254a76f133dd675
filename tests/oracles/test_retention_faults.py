"""
Faults planted in the engine make it differ from the oracle within a few hundred histories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs
import pytest

from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import Policy
from recruitprivacy.retention import BarKind, Effect, Ending
from recruitprivacy.retention._bars import Bar, bars_of
from recruitprivacy.retention._bound import Interval, earliest, latest
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, law_clauses
from recruitprivacy.retention._combine import Days, combine
from recruitprivacy.retention._living import Life, lives_of
from recruitprivacy.retention._promised import Promised, promised
from recruitprivacy.retention._start import start_of
from recruitprivacy.timeline import Absence, Happened, Known, Start
from recruitprivacy.timeline._any import PlainEvent
from recruitprivacy.timeline._places import Entry, Ground, entry_of
from tests.oracles.retention.comparing import differences

TRIED: Final = 600
"""How many made-up histories are tried."""
ENGINE: Final = "recruitprivacy.retention."
FOLD: Final = "recruitprivacy.timeline._fold."

Planted: TypeAlias = Callable[..., object]


def _shifted(days: int, rounding: Rounding) -> Planted:
    def shifted(day: date, period: Period, **named: Any) -> date:  # noqa: ANN401 - as add
        found = add(day, period, **named)
        return found + timedelta(days=days) if named["rounding"] is rounding else found

    return shifted


def _other_way(day: date, period: Period, **named: Any) -> date:  # noqa: ANN401 - as add
    other = {Rounding.UP: Rounding.DOWN, Rounding.DOWN: Rounding.UP}[named.pop("rounding")]
    return add(day, period, rounding=other, **named)


def _in_turn(*units: str) -> Planted:
    def in_turn(day: date, period: Period, **named: Any) -> date:  # noqa: ANN401 - as add
        for unit in units:
            if getattr(period, unit):
                day = add(day, Period(**{unit: getattr(period, unit)}), **named)
        return day

    return in_turn


def _without_bars(*kinds: BarKind, on_a_right: bool = False) -> Planted:
    def without(case: Case, category: str) -> tuple[Bar, ...]:
        bars = bars_of(case, category)
        if on_a_right and not case.facts.erasures:
            return bars
        return tuple(bar for bar in bars if bar.kind not in kinds)

    return without


def _without_floors(endings: Sequence[Ending], *rest: Any) -> Days:  # noqa: ANN401 - as combine
    commanded = any(each.clause.effect is Effect.COMMAND for each in endings)
    kept = [each for each in endings if not commanded or each.clause.effect is not Effect.FLOOR]
    return combine(kept, *rest)


def _commanding(endings: Sequence[Ending], *rest: Any) -> Days:  # noqa: ANN401 - as combine
    turned = [
        attrs.evolve(each, clause=attrs.evolve(each.clause, effect=Effect.CEILING))
        if each.clause.effect is Effect.WISH
        else each
        for each in endings
    ]
    return combine(turned, *rest)


def _long_ago(absence: Absence) -> Planted:
    def long_ago(clause: Clause, case: Case) -> Start:
        start = start_of(clause, case)
        if start.moment is not absence:
            return start
        return attrs.evolve(start, moment=Known(day=date(2013, 1, 1)))

    return long_ago


def _edition(place: int) -> Planted:
    def edition(policy: Policy, *given: Any) -> Promised:  # noqa: ANN401 - as promised
        return attrs.evolve(promised(policy, *given), policy=policy.versions()[place])

    return edition


def _renewing(event: PlainEvent, ground: Ground) -> Entry:
    if isinstance(event, Happened):
        event = attrs.evolve(event, exercises_right=False)
    return entry_of(event, ground)


def _no_wall(entry: Entry, *_: object) -> bool:
    return bool(entry.event.person)


def _law_with(**changed: Any) -> Planted:  # noqa: ANN401 - any field of a clause
    def clauses(*given: Any, **named: Any) -> Iterator[Clause]:  # noqa: ANN401 - as law_clauses
        for clause in law_clauses(*given, **named):
            yield attrs.evolve(clause, **changed)

    return clauses


def _all_live(case: Case, category: str) -> tuple[Life, ...]:
    return tuple(attrs.evolve(life, lives=True) for life in lives_of(case, category))


def _without_until(case: Case, category: str) -> tuple[Life, ...]:
    lives = lives_of(case, category)
    forgotten = Interval.at(date.min)
    return tuple(life if life.lives else attrs.evolve(life, until=forgotten) for life in lives)


def _no_commands(*_: object) -> tuple[Ending, ...]:
    return ()


def _at_most(intervals: Any, *, default: Interval) -> Interval:  # noqa: ANN401 - as latest
    found = latest(intervals, default=default)
    return Interval.at(found.high)


FAULTS: Final[Mapping[str, tuple[str, Planted]]] = MappingProxyType(
    {
        "a last day one day early": ("_ending.add", _shifted(-1, Rounding.DOWN)),
        "a last day one day late": ("_ending.add", _shifted(1, Rounding.DOWN)),
        "a floor one day short": ("_ending.add", _shifted(-1, Rounding.UP)),
        "a floor one day long": ("_ending.add", _shifted(1, Rounding.UP)),
        "the earliest across purposes": ("_combine.latest", earliest),
        "the latest inside a purpose": ("_combine.earliest", latest),
        "rounding swapped": ("_ending.add", _other_way),
        "years, then months": ("_ending.add", _in_turn("years", "months", "days")),
        "days, then months": ("_ending.add", _in_turn("days", "months", "years")),
        "a hold ignored": ("_assess.bars_of", _without_bars(BarKind.HOLD)),
        "a hold ignored on a right": (
            "_assess.bars_of",
            _without_bars(BarKind.HOLD, on_a_right=True),
        ),
        "a request ignored on a right": (
            "_assess.bars_of",
            _without_bars(BarKind.FREEZE, on_a_right=True),
        ),
        "a restriction ignored": ("_assess.bars_of", _without_bars(BarKind.RESTRICTION)),
        "a floor ignored on a right": ("_assess.combine", _without_floors),
        "a right ignored": ("_assess.commands_of", _no_commands),
        "a wish that commands": ("_assess.combine", _commanding),
        "null as due": ("_ending.start_of", _long_ago(Absence.UNKNOWN)),
        "never as due": ("_ending.start_of", _long_ago(Absence.NOT_STARTED)),
        "the later of what is unknown": ("_combine.latest", _at_most),
        "the policy as it stands": ("_assess.promised", _edition(-1)),
        "the oldest policy": ("_assess.promised", _edition(0)),
        "uses that are over": ("_assess.lives_of", _all_live),
        "what a use justified forgotten": ("_assess.lives_of", _without_until),
        "what was agreed forgotten": ("_assess.prolonged", lambda ending, *_: ending),
        "the end of the year forgotten": ("_gather.law_clauses", _law_with(from_next=None)),
        "a statute for all data": ("_gather.law_clauses", _law_with(categories=("*",))),
        "the role wall removed": (f"{FOLD}in_role", _no_wall),
        "an opt-out that renews": (f"{FOLD}entry_of", _renewing),
    }
)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_noticed(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """
    The engine with the fault differs; without it, the same histories show no difference.
    """
    where, planted = FAULTS[fault]
    monkeypatch.setattr(where if where.startswith(FOLD) else f"{ENGINE}{where}", planted)
    noticed = (number for number in range(TRIED) if any(differences(number)))
    assert next(noticed, None) is not None
