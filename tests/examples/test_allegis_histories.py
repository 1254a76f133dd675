"""
What is decided on each example history under Allegis's promise.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.law import load
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Disposal, assess
from recruitprivacy.timeline import fold
from recruitprivacy.wire import events_from_json, events_to_json, load_events, load_policy

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
HISTORIES: Final = EXAMPLES / "histories" / "allegis"
ON: Final = date(2026, 3, 2)

EXPECTED: Final = {
    "consumer": {("record-1", "marketsource", "out_of_scope", "open")},
    "nobody-asked": {("record-1", "allegis_group_limited", "kept", "open")},
    "rejected-interested": {("record-1", "allegis_group_limited", "kept", "open")},
    "two-entities": {
        ("record-1", "allegis_group_inc", "indeterminate", "2025-09-30"),
        ("record-2", "allegis_group_limited", "kept", "open"),
    },
    "visitor-then-candidate": {
        ("record-1", "allegis_group_limited", "indeterminate", "2025-06-02"),
        ("record-2", "allegis_group_limited", "kept", "open"),
    },
}


@cache
def allegis() -> Policy:
    """
    Load the example policy.
    """
    return load_policy(EXAMPLES / "policies" / "allegis")


def decided(name: str) -> tuple[Disposal, ...]:
    """
    Decide on one history.
    """
    facts = fold(load_events(HISTORIES / f"{name}.json"), allegis(), on=ON)
    return assess(allegis(), facts, load("NL"), on=ON)


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
    found = {
        (each.record, each.controller, each.status.value, str(each.must_be_gone_by))
        for each in decided(name)
    }
    assert found == EXPECTED[name]


@pytest.mark.parametrize(
    ("name", "missing"),
    [("two-entities", "law.US"), ("visitor-then-candidate", "law.GB")],
)
def test_what_is_undecided_hangs_on_the_law_of_the_place(name: str, missing: str) -> None:
    """
    Nothing but the law of a country nobody wrote a pack for stands between the data and their end.
    """
    undecided = {each.missing for each in decided(name) if each.status.value == "indeterminate"}
    assert undecided == {(missing,)}


@pytest.mark.parametrize("path", sorted(HISTORIES.glob("*.json")), ids=lambda path: path.stem)
def test_stored_as_it_is(path: Path) -> None:
    """
    A history survives being stored.
    """
    events = load_events(path)
    assert events_from_json(events_to_json(events)) == events
