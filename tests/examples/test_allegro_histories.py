"""
What is decided on each example history under Allegro's promise.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.errors import SeveralPersonsError
from recruitprivacy.law import Situation, load
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Disposal, assess
from recruitprivacy.timeline import AnyEvent, events_of, fold
from recruitprivacy.wire import events_from_json, events_to_json, load_events, load_policy

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
HISTORIES: Final = EXAMPLES / "histories" / "allegro"
ON: Final = date(2026, 3, 2)
NL: Final = Situation(establishment="NL", formal_employer="NL", place_of_work="NL")
TOGETHER: Final = HISTORIES / "several" / "merged-and-split.json"
OPEN: Final = "open"

EXPECTED: Final = {
    "forgotten": {("record-1", "overdue", "2026-02-18")},
    "forgotten-then-back": {("record-1", "kept", OPEN)},
    "quiet": {("record-1", "kept", OPEN)},
    "refused": {("record-1", "overdue", "2026-02-20")},
    "refused-then-accepted": {
        ("record-1", "overdue", "2024-05-08"),
        ("record-2", "kept", OPEN),
    },
    "temp-forgotten": {
        ("record-1", "overdue", "2024-06-03"),
        ("record-2", "indeterminate", "2024-06-03"),
        ("record-2", "segregated", "2024-06-03"),
    },
    "unsubscribed": {("record-1", "kept", OPEN)},
}


@cache
def allegro() -> Policy:
    """
    Load the example policy.
    """
    return load_policy(EXAMPLES / "policies" / "allegro")


def decided(
    events: tuple[AnyEvent, ...], on: date = ON, known_at: datetime | None = None
) -> tuple[Disposal, ...]:
    """
    Decide on one person's events; the notice names no country, so the place is given.
    """
    facts = fold(events, allegro(), on=on, known_at=known_at)
    return assess(allegro(), facts, load("NL"), on=on, situation=NL)


def answers(
    events: tuple[AnyEvent, ...], on: date = ON, known_at: datetime | None = None
) -> set[tuple[str, str, str]]:
    """
    Give the answer for each record.
    """
    return {
        (each.record, each.status.value, str(each.must_be_gone_by))
        for each in decided(events, on, known_at)
    }


def named(name: str) -> tuple[AnyEvent, ...]:
    """
    Read the events of one history.
    """
    return load_events(HISTORIES / f"{name}.json")


def test_every_history_is_expected_and_described() -> None:
    """
    The histories there are, those whose answer is known here and those described are the same.
    """
    there = {path.stem for path in HISTORIES.glob("*.json")}
    told = (HISTORIES / "README.md").read_text(encoding="utf-8")
    assert there == set(EXPECTED)
    assert [name for name in sorted(there) if f"| `{name}.json` |" not in told] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_the_answer(name: str) -> None:
    """
    Each history leads to the answer that stands beside it.
    """
    assert answers(named(name)) == EXPECTED[name]


def test_the_wages_are_not_erased_with_the_rest() -> None:
    """
    What tax law may keep is not erased at once, although the person asked to be forgotten.
    """
    undecided = {
        each.category: each.missing for each in decided(named("temp-forgotten")) if each.missing
    }
    assert set(undecided) == {"payroll_data", "timesheets", "id_document_copy"}
    assert "employment.ended.last" in undecided["payroll_data"]


def test_the_day_of_the_refusal() -> None:
    """
    On the day of the refusal what was entered may still exist; on the next it is overdue.
    """
    refused = named("refused")
    on_the_day = {status for _, status, _ in answers(refused, date(2026, 2, 20))}
    after = {status for _, status, _ in answers(refused, date(2026, 2, 21))}
    assert (on_the_day, after) == ({"kept"}, {"overdue"})


def test_one_human_is_told_apart_from_another() -> None:
    """
    After the split each has their own answer; only the one who asked is forgotten.
    """
    both = load_events(TOGETHER)
    lotte, other = (events_of(both, person) for person in ("lotte", "lotte-2"))
    assert answers(lotte) == {("record-1", "overdue", "2026-02-18")}
    assert answers(other) == {("record-2", "kept", OPEN)}
    with pytest.raises(SeveralPersonsError):
        decided(both)


def test_while_they_were_taken_for_one_both_were_condemned() -> None:
    """
    As it was known before the split, both entries went.
    """
    before = datetime(2026, 2, 20, 12, tzinfo=UTC)
    assert answers(load_events(TOGETHER), known_at=before) == {
        ("record-1", "overdue", "2026-02-18"),
        ("record-2", "overdue", "2026-02-18"),
    }


@pytest.mark.parametrize("path", sorted(HISTORIES.rglob("*.json")), ids=lambda path: path.stem)
def test_stored_as_it_is(path: Path) -> None:
    """
    A history survives being stored.
    """
    events = load_events(path)
    assert events_from_json(events_to_json(events)) == events
