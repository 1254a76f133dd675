"""
Every fact of Cluster's notice stands somewhere in the declaration, or is owed by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.policy import Policy
from recruitprivacy.wire import load_policy
from tests import claims
from tests.claims import Claim, Place, Terms

ROOT: Final = Path(__file__).parent.parent
POLICIES: Final = ROOT / "examples" / "policies"
FACTS: Final = ROOT.parent / "shared" / "seeds" / "facts.json"
ROWS: Final = 295
CLAIMS, WHY = claims.read(POLICIES / "coverage.toml")
TERMS: Final = claims.terms(Path(__file__).with_name("coverage_terms.toml"))
NAME: Final = Claim(
    row="CLUSTER-013",
    kind="data_category",
    express=(Place(path="data.candidate.items.name", param=("values",)),),
)


@pytest.fixture(scope="module")
def policy() -> Policy:
    """
    Give Cluster's declaration.
    """
    return load_policy(POLICIES / "cluster")


@pytest.fixture(scope="module")
def facts() -> dict[str, dict[str, Any]]:
    """
    Give the facts read from the notice, where they stand beside the project.
    """
    if not FACTS.is_file():
        pytest.skip("the facts do not stand beside the project")
    rows = json.loads(FACTS.read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows if row["id"].startswith("CLUSTER-")}


def told(faults: Iterable[str]) -> str:
    """
    Put one fault on a line, so that a failing test lists them all.
    """
    return "\n".join(faults)


def test_every_row_has_one_line() -> None:
    """
    Each of the 295 rows is claimed exactly once.
    """
    expected = [f"CLUSTER-{number:03}" for number in range(1, ROWS + 1)]
    assert expected == sorted(claim.row for claim in CLAIMS)


def test_every_claim_stands(policy: Policy) -> None:
    """
    Each path leads to something, and no rule on what may be owed or left out is broken.
    """
    assert told(fault for claim in CLAIMS for fault in claims.problems(claim, policy)) == ""


def test_every_function_is_shown() -> None:
    """
    Each function named exists, and its test is marked with the row.
    """
    assert told(fault for claim in CLAIMS for fault in claims.unshown(claim, ROOT)) == ""


def test_crowded_paths_say_why() -> None:
    """
    A path that serves more than five rows gives its reason.
    """
    assert told(claims.crowded(CLAIMS, WHY)) == ""


def test_little_is_left_out() -> None:
    """
    At most three rows in a hundred are left out.
    """
    left_out = [claim for claim in CLAIMS if claim.left_out]
    assert len(left_out) <= claims.MOST_LEFT_OUT * len(CLAIMS)


def test_the_declaration_says_what_the_facts_say(
    policy: Policy, facts: dict[str, dict[str, Any]]
) -> None:
    """
    Each parameter of each fact is found in the declaration, in our words.
    """
    found = (
        fault
        for claim in CLAIMS
        for fault in claims.disagreements(claim, policy, facts[claim.row]["parameters"], TERMS)
    )
    assert told(found) == ""


def test_the_kinds_are_those_of_the_facts(facts: dict[str, dict[str, Any]]) -> None:
    """
    Each row stands under its kind, and all rows of the notice are here.
    """
    assert {row: fact["kind"] for row, fact in facts.items()} == {
        claim.row: claim.kind for claim in CLAIMS
    }


def test_the_counts_add_up() -> None:
    """
    Counted by kind, every row is expressed, shown, owed or left out, and none is lost.
    """
    counted = claims.counts(CLAIMS)
    assert sum(rows for rows, *_ in counted.values()) == ROWS
    assert all(max(rest) <= rows <= sum(rest) for rows, *rest in counted.values())


def test_what_asks_for_behaviour_is_shown_or_owed(facts: dict[str, dict[str, Any]]) -> None:
    """
    A row that asks for more than to be told names a function or the room that owes it.
    """
    asked = {row for row, fact in facts.items() if fact["executable"]}
    answered = {claim.row for claim in CLAIMS if claim.function or claim.pending}
    told_only = {claim.row for claim in CLAIMS if claim.kind in claims.TOLD}
    assert asked - told_only - answered == set()
    assert answered - asked == set()


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        (
            attrs.evolve(NAME, express=(Place(path="data.candidate.items.shoe_size"),)),
            "nothing at data.candidate.items.shoe_size",
        ),
        (attrs.evolve(NAME, express=(Place(path="data.nobody"),)), "nothing at data.nobody"),
        (attrs.evolve(NAME, express=(Place(path="colour"),)), "nothing at colour"),
        (attrs.evolve(NAME, express=(Place(path="id.name"),)), "nothing at id.name"),
        (
            attrs.evolve(NAME, express=(Place(path="requests.answer", param=("duration",)),)),
            "no value at requests.answer",
        ),
        (attrs.evolve(NAME, express=()), "says nowhere"),
        (attrs.evolve(NAME, express=(), left_out="dull"), "cannot be left out"),
        (attrs.evolve(NAME, left_out="dull", kind="links"), "left out and yet claimed"),
        (attrs.evolve(NAME, pending="basis"), "is told"),
        (attrs.evolve(NAME, kind="fee", pending="kitchen"), "no room is called kitchen"),
        (attrs.evolve(NAME, function="recruitprivacy.wire.load_policy"), "go together"),
    ],
)
def test_a_false_claim_is_refused(policy: Policy, planted: Claim, fault: str) -> None:
    """
    A wrong path, a core row left out and a debt nobody may have are each refused.
    """
    assert fault in told(claims.problems(planted, policy))


@pytest.mark.parametrize(
    ("parameters", "fault"),
    [
        ({"values": ["name"]}, ""),
        ({"values": ["photo"]}, "says name, values says photo"),
        ({"values": ["name", "photo"]}, "photo is missing"),
        ({"values": ["name"], "modality": "may"}, "modality is not expressed"),
        ({"values": ["name"], "note": "may be a pen name"}, ""),
        ({}, "no parameter values"),
    ],
)
def test_a_false_value_is_refused(policy: Policy, parameters: dict[str, Any], fault: str) -> None:
    """
    A value the declaration does not hold is refused, and so is one nobody compares.
    """
    found = told(claims.disagreements(NAME, policy, parameters, TERMS))
    assert fault in found
    assert bool(fault) == bool(found)


def test_a_word_of_theirs_may_be_several_of_ours(policy: Policy) -> None:
    """
    All our words for one of theirs have to stand there.
    """
    both = Terms(words={"full_name": ["name", "photo"]})
    found = told(claims.disagreements(NAME, policy, {"values": ["full_name"]}, both))
    assert "photo is missing" in found


def test_a_value_may_stand_in_the_path(policy: Policy) -> None:
    """
    Where a parameter is claimed of the path, one of its names has to be the value.
    """
    claim = attrs.evolve(NAME, express=(Place(path="rights.access", place=("values",)),))
    assert told(claims.disagreements(claim, policy, {"values": ["access"]}, TERMS)) == ""
    assert told(claims.disagreements(claim, policy, {"values": ["erasure"]}, TERMS)) != ""


def test_a_test_without_the_mark_is_refused() -> None:
    """
    A test shows a row only where it is marked with it, and a function only where it exists.
    """
    here = f"tests/{Path(__file__).name}::test_a_test_without_the_mark_is_refused"
    claim = attrs.evolve(NAME, function="recruitprivacy.wire.load_all", test=here)
    found = told(claims.unshown(claim, ROOT))
    assert "no function recruitprivacy.wire.load_all" in found
    assert "no test marked" in found


def test_a_crowd_without_a_reason_is_refused() -> None:
    """
    Six rows at one path need a reason, five need none, and a reason needs six rows.
    """
    six = [attrs.evolve(NAME, row=f"CLUSTER-{number:03}") for number in range(6)]
    path = NAME.express[0].path
    assert "serves 6 rows" in told(claims.crowded(six, {}))
    assert "serves 6 rows" in told(claims.crowded(six, {path: ""}))
    assert told(claims.crowded(six, {path: "a list"})) == ""
    assert "needs no reason" in told(claims.crowded(six[:5], {path: "a list"}))
