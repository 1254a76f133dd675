"""
What is decided on each example history under PageGroup's notice, which breaks off.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import load
from recruitprivacy.policy import Controller, Policy
from recruitprivacy.retention import Disposal, assess
from recruitprivacy.timeline import Standing, fold, purposes_of
from recruitprivacy.wire import events_from_json, events_to_json, load_events, load_policy

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
HISTORIES: Final = EXAMPLES / "histories" / "pagegroup"
ON: Final = date(2026, 3, 2)

CANDIDATE: Final = frozenset(
    {"finding_work", "checking", "news", "answering", "running_well", "legal_duties"}
)
CLIENT: Final = frozenset({"serving_clients", "running_well", "legal_duties"})
FOUND: Final = frozenset(
    {"estimating_interest", "before_contract", "answering", "running_well", "legal_duties"}
)
FILE: Final = ("name", "contact_details", "cv", "employment_history")
WAGES: Final = ("payroll_data", "timesheets", "id_document_copy")
ANSWERS: Final = {
    "alerts-withdrawn": {
        ("record-1", "name", "entity-be"): CANDIDATE,
        ("record-1", "contact_details", "entity-be"): CANDIDATE,
        ("record-1", "cv", "entity-be"): CANDIDATE,
        ("record-1", "employment_history", "entity-be"): CANDIDATE,
        ("record-1", "content_interaction", "entity-be"): CANDIDATE | {"advertising"},
    },
    "client-and-candidate": {
        ("record-1", "name", "entity-be"): CLIENT,
        ("record-1", "job_title", "entity-be"): CLIENT,
        ("record-1", "contact_details", "entity-be"): CLIENT,
        ("record-1", "correspondence", "entity-be"): CLIENT,
        ("record-2", "name", "entity-nl"): CANDIDATE,
        ("record-2", "contact_details", "entity-nl"): CANDIDATE,
        ("record-2", "cv", "entity-nl"): CANDIDATE,
        ("record-2", "employment_history", "entity-nl"): CANDIDATE,
    },
    "referee-turned-lead": {
        ("record-1", "name", "entity-be"): CLIENT,
        ("record-1", "job_title", "entity-be"): CLIENT,
        ("record-1", "contact_details", "entity-be"): CLIENT,
        ("record-1", "reference_feedback", "entity-be"): {"serving_clients"},
        ("record-2", "contact_details", "entity-nl"): FOUND | {"approaching_clients"},
        ("record-2", "job_title", "entity-nl"): FOUND | {"approaching_clients"},
    },
    "sourced": {
        ("record-1", "name", "entity-be"): FOUND | {"approaching_candidates"},
        ("record-1", "contact_details", "entity-be"): FOUND | {"approaching_candidates"},
        ("record-1", "professional_biography", "entity-be"): FOUND | {"approaching_candidates"},
    },
    "sourced-objected": {
        ("record-1", "name", "entity-be"): {"before_contract", "legal_duties"},
        ("record-1", "contact_details", "entity-be"): {"before_contract", "legal_duties"},
        ("record-1", "professional_biography", "entity-be"): {"before_contract", "legal_duties"},
    },
    "temp-two-countries": {
        **{("record-1", each, "entity-nl"): CANDIDATE for each in FILE},
        **{("record-2", each, "entity-nl"): CANDIDATE for each in WAGES},
        **{("record-3", each, "entity-se"): CANDIDATE for each in WAGES},
    },
}
"""By record, category and controller: the uses that go on."""


@cache
def pagegroup() -> Policy:
    """
    Load the example policy.
    """
    return load_policy(EXAMPLES / "policies" / "pagegroup")


def decided(name: str, on: date = ON) -> tuple[Disposal, ...]:
    """
    Decide on one history.
    """
    facts = fold(load_events(HISTORIES / f"{name}.json"), pagegroup(), on=on)
    return assess(pagegroup(), facts, load(), on=on)


def uses(name: str, on: date) -> set[str]:
    """
    Collect the uses of anything in a history that go on.
    """
    return {use for each in decided(name, on) for use in each.uses}


def standings(name: str, use: str, on: date) -> set[Standing]:
    """
    Tell how the purposes of a use stand in the record of a history.
    """
    facts = fold(load_events(HISTORIES / f"{name}.json"), pagegroup(), on=on)
    (record,) = facts.records
    found = purposes_of(facts, pagegroup(), record=record, on=on)
    return {each.standing for each in found if each.use == use}


def test_every_history_is_expected_and_described() -> None:
    """
    The histories there are, those whose answer is known here and those described are the same.
    """
    there = {path.stem for path in HISTORIES.glob("*.json")}
    told = (HISTORIES / "README.md").read_text(encoding="utf-8")
    assert there == set(ANSWERS)
    assert [name for name in sorted(there) if f"| `{name}.json` |" not in told] == []


@pytest.mark.parametrize("name", ANSWERS)
def test_the_uses_that_go_on(name: str) -> None:
    """
    Each part of each record serves the uses of its own role, for its own controller.
    """
    found = {(each.record, each.category, each.controller): {*each.uses} for each in decided(name)}
    assert found == ANSWERS[name]


@pytest.mark.parametrize("name", ANSWERS)
def test_nothing_has_a_last_day(name: str) -> None:
    """
    Where the notice breaks off before it tells how long, nothing is due.
    """
    found = {(each.status.value, str(each.must_be_gone_by)) for each in decided(name)}
    assert found == {("kept", "open")}


@pytest.mark.parametrize(
    ("on", "there"),
    [
        (date(2025, 5, 5), {"job_alerts"}),
        (date(2025, 5, 6), {"job_alerts", "advertising"}),
        (date(2026, 2, 9), {"job_alerts", "advertising"}),
        (date(2026, 2, 10), {"advertising"}),
    ],
)
def test_each_consent_counts_from_its_day_to_its_end(on: date, there: set[str]) -> None:
    """
    Advertising begins on the day of its consent; the alerts end on the day theirs is taken back.
    """
    assert uses("alerts-withdrawn", on) & {"job_alerts", "advertising"} == there


def test_an_objection_upheld_ends_the_approach() -> None:
    """
    Until it is decided the approach is suspended; from then on it has stopped.
    """
    name, use = "sourced-objected", "approaching_candidates"
    assert standings(name, use, date(2025, 10, 19)) == {Standing.SUSPENDED}
    assert standings(name, use, date(2025, 10, 20)) == {Standing.STOPPED}
    assert use not in uses(name, date(2025, 10, 20))


def test_each_country_keeps_the_wages_its_own_company_paid() -> None:
    """
    Dutch books keep the wages of 2022 through 2029, Swedish books those of 2023 through 2030.

    The notice names no company, so whoever asks says which ones there are, and where.
    """
    companies = {
        "entity-nl": Controller(name="Dutch company", country="NL"),
        "entity-se": Controller(name="Swedish company", country="SE"),
    }
    policy = attrs.evolve(pagegroup(), controllers=FrozenMap(companies))
    book = load("NL", "SE")
    events = load_events(HISTORIES / "temp-two-countries.json")
    answers = assess(policy, fold(events, policy, on=ON, law=book), book, on=ON)
    found = {(each.controller, each.category): str(each.may_erase_from) for each in answers}
    assert found["entity-nl", "payroll_data"] == "2030-01-01"
    assert found["entity-se", "payroll_data"] == "2031-01-01"
    assert found["entity-nl", "cv"] == "open"


@pytest.mark.parametrize("path", sorted(HISTORIES.glob("*.json")), ids=lambda path: path.stem)
def test_stored_as_it_is(path: Path) -> None:
    """
    A history survives being stored.
    """
    events = load_events(path)
    assert events_from_json(events_to_json(events)) == events
