"""
The engine and the day-by-day oracle of retention agree.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from tests.oracles.retention.answering import answer
from tests.oracles.retention.comparing import Difference, decided, differences, said, sooner
from tests.oracles.retention.day_sets import end
from tests.oracles.retention.happened import events_of
from tests.oracles.retention.plain import (
    CONSENTED,
    OPEN,
    UNKNOWN,
    Answer,
    Contact,
    Edition,
    Happening,
    History,
    Length,
    Rule,
    Schedule,
    Statute,
)

ORACLE: Final = ("answering", "bounds", "day_sets", "making", "plain", "story", "uses")
HERE: Final = Path(__file__).parent / "retention"
A_CHUNK: Final = 250


@pytest.mark.parametrize("name", ORACLE)
def test_the_oracle_shares_nothing(name: str) -> None:
    """
    The oracle imports the standard library and itself alone.
    """
    tree = ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))
    strange = {
        name for name in _imported(tree) if name.split(".")[0] not in sys.stdlib_module_names
    }
    assert strange <= {f"tests.oracles.retention.{each}" for each in ORACLE}


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize(
    ("start", "length", "down", "up"),
    [
        (date(2026, 1, 31), Length(months=6), date(2026, 7, 31), date(2026, 7, 31)),
        (date(2026, 10, 31), Length(months=4), date(2027, 2, 28), date(2027, 3, 1)),
        (date(2024, 2, 29), Length(years=2), date(2026, 2, 28), date(2026, 3, 1)),
        (date(2025, 2, 28), Length(years=2), date(2027, 2, 28), date(2027, 2, 28)),
        (date(2024, 2, 29), Length(years=1, months=1), date(2025, 3, 29), date(2025, 3, 29)),
        (date(2026, 1, 31), Length(months=1, days=3), date(2026, 3, 3), date(2026, 3, 4)),
        (date(2026, 3, 2), Length(days=28), date(2026, 3, 30), date(2026, 3, 30)),
    ],
)
def test_the_oracle_counts(start: date, length: Length, down: date, up: date) -> None:
    """
    Months are added once, a missing day is rounded as told, and days come after.
    """
    assert (down, up) == (end(start, length, up=False), end(start, length, up=True))


# Worked by hand: one use, one rule of two years from contact, unless the case says otherwise.
CONTACTED: Final = Rule(does="ceiling", length=Length(years=2), starts="contact", use="search")
CLOSED: Final = Rule(does="ceiling", length=Length(months=6), starts="closed", use="search")
BOOKS: Final = Statute(
    does="floor", starts="hired", versions=((date(2000, 1, 1), Length(years=7)),), year_end=True
)
SEEN: Final = Happening(date(2024, 5, 10), "collected")


def _schedule(
    *rules: Rule, uses: Sequence[str] = ("search",), law: Sequence[Statute] = ()
) -> Schedule:
    edition = Edition(number="1", since=date(2020, 1, 1), rules=rules, contact=Contact())
    return Schedule(editions=(edition,), uses=tuple(uses), law=tuple(law))


LEFT: Final = Statute(
    does="floor", starts="left", versions=((date(2015, 1, 1), Length(months=4)),), by_event=True
)
BY_HAND: Final[tuple[tuple[Schedule, History, date, Answer], ...]] = (
    (
        _schedule(CONTACTED),
        (SEEN, Happening(date(2025, 2, 28), "talk"), Happening(date(2025, 12, 1), "opened")),
        date(2027, 2, 28),
        Answer("kept", date(2027, 2, 28), OPEN, date(2027, 2, 28)),
    ),
    (
        _schedule(CONTACTED),
        (SEEN, Happening(date(2025, 2, 28), "talk"), Happening(date(2025, 12, 1), "optout")),
        date(2027, 3, 1),
        Answer("overdue", date(2027, 2, 28), OPEN, date(2027, 3, 1)),
    ),
    (
        _schedule(CONTACTED),
        (SEEN, Happening(None, "talk")),
        date(2030, 1, 1),
        Answer("indeterminate", UNKNOWN, OPEN, date(2030, 1, 1)),
    ),
    (
        _schedule(CLOSED),
        (SEEN, Happening(date(2024, 12, 31), "closed"), Happening(date(2025, 2, 1), "hold", "m")),
        date(2025, 7, 1),
        Answer("held", date(2025, 6, 30), OPEN, UNKNOWN),
    ),
    (
        _schedule(CLOSED, uses=("search", "advice")),
        (SEEN, Happening(date(2024, 12, 31), "closed")),
        date(2025, 7, 1),
        Answer("kept", OPEN, OPEN, date(2025, 7, 1)),
    ),
    (
        _schedule(CLOSED, law=(BOOKS,)),
        (SEEN, Happening(date(2024, 12, 31), "closed"), Happening(date(2024, 6, 1), "hired")),
        date(2025, 7, 1),
        Answer("segregated", date(2025, 6, 30), OPEN, date(2032, 1, 1)),
    ),
    (
        _schedule(CONTACTED, uses=(CONSENTED,)),
        (SEEN, Happening(SEEN.day, "agreed"), Happening(date(2024, 9, 9), "withdrew")),
        date(2024, 9, 10),
        Answer("overdue", date(2024, 9, 9), OPEN, date(2024, 9, 10)),
    ),
    # Whether they came back is unknown; the four months bind either way.
    (
        _schedule(CLOSED, law=(LEFT,)),
        (
            SEEN,
            Happening(SEEN.day, "closed"),
            Happening(None, "employed"),
            Happening(SEEN.day, "employed"),
            Happening(date(2024, 9, 30), "left"),
        ),
        date(2025, 1, 10),
        Answer("segregated", date(2024, 11, 10), OPEN, UNKNOWN),
    ),
)


@pytest.mark.parametrize(("schedule", "history", "on", "expected"), BY_HAND)
def test_both_say_what_was_worked_out_by_hand(
    schedule: Schedule, history: History, on: date, expected: Answer
) -> None:
    """
    Contact, an opt-out, a missing day, a hold, a second use, a floor and a withdrawal come right.
    """
    found = decided(schedule, events_of(history), on)["cv"]
    assert (expected, expected) == (answer(schedule, history, "cv", on), said(found))


@pytest.mark.parametrize("chunk", range(8))
def test_equal_on_random_schedules(chunk: int) -> None:
    """
    Status and the three days are those of the oracle on 2,000 schedules and histories.
    """
    assert [] == _all_differences(range(chunk * A_CHUNK, (chunk + 1) * A_CHUNK))


@pytest.mark.nightly
@pytest.mark.parametrize("chunk", range(8, 408))
def test_equal_on_many_random_schedules(chunk: int) -> None:
    """
    The same on 100,000 more.
    """
    assert [] == _all_differences(range(chunk * A_CHUNK, (chunk + 1) * A_CHUNK))


def _all_differences(numbers: range) -> list[tuple[int, Difference]]:
    return [(number, each) for number in numbers for each in differences(number)]


@pytest.mark.parametrize("chunk", range(4))
def test_asking_later_moves_no_last_day_back(chunk: int) -> None:
    """
    Without a new fact or a new law, the last day on a later day is that of before, or later.
    """
    assert [] == [number for number in range(chunk * 100, chunk * 100 + 100) if sooner(number)]


# Where the two did not agree, and the text was with the oracle.
AGREED: Final = (SEEN, Happening(SEEN.day, "agreed"), Happening(date(2024, 7, 1), "withdrew"))
IN_POOL: Final = _schedule(replace(CONTACTED, use=CONSENTED), uses=(CONSENTED,))
AFTER_WORK: Final = replace(BOOKS, starts="left", year_end=False)
A_MONTH: Final = replace(AFTER_WORK, versions=((date(2000, 1, 1), Length(months=1)),))
AT_WORK: Final = (
    SEEN,
    Happening(date(2024, 6, 1), "closed"),
    Happening(date(2024, 6, 1), "employed"),
)
EDITIONS: Final = replace(
    _schedule(CLOSED),
    editions=(
        Edition(number="1", since=date(2020, 1, 1), rules=(CLOSED,)),
        Edition(number="2", since=date(2024, 6, 1), rules=(CONTACTED,)),
    ),
)
TOLD: Final = (SEEN, Happening(SEEN.day, "told", "1"), Happening(date(2024, 6, 1), "closed"))


@pytest.mark.parametrize(
    ("schedule", "history"),
    [
        pytest.param(EDITIONS, TOLD, id="an earlier version hangs on other facts"),
        pytest.param(
            EDITIONS,
            (*TOLD, Happening(SEEN.day, "talk"), Happening(SEEN.day, "told", "2")),
            id="two notices on one day",
        ),
        pytest.param(_schedule(CLOSED, law=(AFTER_WORK,)), AT_WORK, id="an employment runs"),
        pytest.param(
            _schedule(CLOSED, law=(A_MONTH,)),
            (
                *AT_WORK,
                Happening(date(2024, 7, 1), "left"),
                Happening(date(2024, 8, 1), "employed"),
            ),
            id="a second employment runs",
        ),
        pytest.param(
            _schedule(CLOSED, law=(replace(AFTER_WORK, by_event=True),)),
            AT_WORK,
            id="an employment runs, and its end chooses the version",
        ),
        pytest.param(
            IN_POOL,
            (*AGREED, Happening(date(2024, 7, 5), "ended", CONSENTED)),
            id="the firm notes an end after a withdrawal",
        ),
        pytest.param(
            IN_POOL,
            (
                *AGREED,
                Happening(date(2024, 7, 5), "object", CONSENTED),
                Happening(date(2024, 7, 9), "upheld", CONSENTED),
            ),
            id="an objection is upheld after a withdrawal",
        ),
    ],
)
def test_equal_where_they_were_not(schedule: Schedule, history: History) -> None:
    """
    What an earlier notice promised, what the person stopped and what an employment keeps counts.
    """
    on = date(2025, 1, 1)
    found = decided(schedule, events_of(history), on)["cv"]
    assert answer(schedule, history, "cv", on) == said(found)
