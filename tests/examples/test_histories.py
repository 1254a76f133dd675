"""
What is decided on each example history under Cluster's promise.
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
HISTORIES: Final = EXAMPLES / "histories" / "cluster"
ON: Final = date(2026, 3, 2)
UNKNOWN: Final = "unknown: record.opened.first"

EXPECTED: Final = {
    "access-request": {("record-1", "frozen", "2025-03-10")},
    "clicked": {("record-1", "kept", "2027-01-21")},
    "client-and-candidate": {
        ("record-1", "overdue", "2025-03-10"),
        ("record-2", "kept", "2028-01-15"),
    },
    "held": {("record-1", "held", "2025-03-10")},
    "held-released": {("record-1", "overdue", "2025-03-10")},
    "identity-copy": {
        ("record-1", "overdue", "2025-03-10"),
        ("record-1", "indeterminate", "2025-03-10"),
    },
    "opened-only": {("record-1", "overdue", "2025-03-10")},
    "quiet": {("record-1", "overdue", "2025-03-10")},
    "sourced": {("record-1", "overdue", "2025-05-03")},
    "sourced-undated": {("record-1", "indeterminate", UNKNOWN)},
    "supplied": {("record-1", "kept", "2027-06-05")},
    "supplied-ended": {("record-1", "kept", "2027-09-30")},
    "supplied-ended-called": {("record-1", "kept", "2028-01-20")},
    "unsubscribed": {("record-1", "overdue", "2025-03-10")},
}


@cache
def cluster() -> Policy:
    """
    Load the example policy.
    """
    return load_policy(EXAMPLES / "policies" / "cluster")


def decided(name: str, on: date = ON) -> tuple[Disposal, ...]:
    """
    Decide on one history.
    """
    facts = fold(load_events(HISTORIES / f"{name}.json"), cluster(), on=on)
    return assess(cluster(), facts, load("NL"), on=on)


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
    found = {(each.record, each.status.value, str(each.must_be_gone_by)) for each in decided(name)}
    assert found == EXPECTED[name]


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2025, 3, 9), "kept"),
        (date(2025, 3, 10), "kept"),
        (date(2025, 3, 11), "overdue"),
    ],
)
def test_the_last_day(on: date, status: str) -> None:
    """
    On the last day the data may still exist; on the next they are overdue.
    """
    assert {each.status.value for each in decided("quiet", on)} == {status}


def test_a_hold_stops_erasing_until_it_is_lifted() -> None:
    """
    The day before the hold is lifted the data are held, on that day they are overdue again.
    """
    before = {each.status.value for each in decided("held-released", date(2026, 2, 1))}
    after = {each.status.value for each in decided("held-released", date(2026, 2, 2))}
    assert (before, after) == ({"held"}, {"overdue"})


def test_the_copy_alone_is_undecided() -> None:
    """
    A statute may keep the copy of the identity document, and nothing beside it.
    """
    undecided = [
        each.category for each in decided("identity-copy") if each.status.value == "indeterminate"
    ]
    assert undecided == ["id_document_copy"]


@pytest.mark.parametrize("path", sorted(HISTORIES.glob("*.json")), ids=lambda path: path.stem)
def test_stored_as_it_is(path: Path) -> None:
    """
    A history survives being stored.
    """
    events = load_events(path)
    assert events_from_json(events_to_json(events)) == events
