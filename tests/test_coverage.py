"""
Every fact of each notice stands somewhere in the declaration, or is owed by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.policy import Policy
from recruitprivacy.wire import load_policy
from tests import claims
from tests.claims import Book, Claim, Place, Terms

ROOT: Final = Path(__file__).parent.parent
POLICIES: Final = ROOT / "examples" / "policies"
FACTS: Final = ROOT.parent / "shared" / "seeds" / "facts.json"
BOOKS: Final = claims.books(POLICIES)
WORDS: Final = Path(__file__).with_name("coverage_terms.toml")
TERMS: Final = claims.terms(WORDS)
NAME: Final = Claim(
    row="CLUSTER-013",
    kind="data_category",
    express=(Place(path="data.candidate.items.name", param=("values",)),),
)


@pytest.fixture(scope="module", params=sorted(BOOKS))
def book(request: pytest.FixtureRequest) -> Book:
    """
    Give what is claimed of one firm's notice.
    """
    return BOOKS[request.param]


@cache
def declared(firm: str) -> Policy:
    """
    Load a firm's declaration.
    """
    return load_policy(POLICIES / firm)


@pytest.fixture(scope="module")
def policy() -> Policy:
    """
    Give Cluster's declaration, against which false claims are tried.
    """
    return declared("cluster")


@pytest.fixture(scope="module")
def facts(book: Book) -> dict[str, dict[str, Any]]:
    """
    Give the facts read from the firm's notice, where they stand beside the project.
    """
    if not FACTS.is_file():
        pytest.skip("the facts do not stand beside the project")
    rows = json.loads(FACTS.read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows if claims.firm_of(row["id"]) == book.firm}


def told(faults: Iterable[str]) -> str:
    """
    Put one fault on a line, so that a failing test lists them all.
    """
    return "\n".join(faults)


def test_every_declaration_is_covered() -> None:
    """
    Whoever has a declaration here has claims on it, and nobody else has.
    """
    assert {path.parent.name for path in POLICIES.glob("*/policy.toml")} == set(BOOKS)


def test_every_row_has_one_line(book: Book) -> None:
    """
    Each row of the notice is claimed exactly once.
    """
    assert sorted(claim.row for claim in book.claims) == claims.rows_of(book.firm)


def test_every_claim_stands(book: Book) -> None:
    """
    Each path leads to something, and no rule on what may be owed or left out is broken.
    """
    policy = declared(book.firm)
    assert told(fault for claim in book.claims for fault in claims.problems(claim, policy)) == ""


def test_every_function_is_shown(book: Book) -> None:
    """
    Each function named exists, and its test is marked with the row.
    """
    assert told(fault for claim in book.claims for fault in claims.unshown(claim, ROOT)) == ""


def test_crowded_paths_say_why(book: Book) -> None:
    """
    A path that serves more than five rows gives its reason.
    """
    assert told(claims.crowded(book.claims, book.why)) == ""


def test_little_is_left_out(book: Book) -> None:
    """
    At most three rows in a hundred are left out.
    """
    left_out = [claim for claim in book.claims if claim.left_out]
    assert len(left_out) <= claims.MOST_LEFT_OUT * len(book.claims)


def test_the_declaration_says_what_the_facts_say(
    book: Book, facts: dict[str, dict[str, Any]]
) -> None:
    """
    Each parameter of each fact is found in the declaration, in our words.
    """
    words = claims.terms(WORDS, WORDS.with_suffix("") / f"{book.firm}.toml")
    policy = declared(book.firm)
    found = (
        fault
        for claim in book.claims
        for fault in claims.disagreements(claim, policy, facts[claim.row]["parameters"], words)
    )
    assert told(found) == ""


def test_the_kinds_are_those_of_the_facts(book: Book, facts: dict[str, dict[str, Any]]) -> None:
    """
    Each row stands under its kind, and all rows of the notice are here.
    """
    assert {row: fact["kind"] for row, fact in facts.items()} == {
        claim.row: claim.kind for claim in book.claims
    }


def test_the_counts_add_up(book: Book) -> None:
    """
    Counted by kind, every row is expressed, shown, owed or left out, and none is lost.
    """
    counted = claims.counts(book.claims)
    assert sum(rows for rows, *_ in counted.values()) == len(claims.rows_of(book.firm))
    assert all(max(rest) <= rows <= sum(rest) for rows, *rest in counted.values())


def test_what_asks_for_behaviour_is_shown_or_owed(
    book: Book, facts: dict[str, dict[str, Any]]
) -> None:
    """
    A row that asks for more than to be told names a function or the room that owes it.
    """
    asked = {row for row, fact in facts.items() if fact["executable"]}
    answered = {claim.row for claim in book.claims if claim.function or claim.pending}
    told_only = {claim.row for claim in book.claims if claim.kind in claims.TOLD}
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


def test_reasons_may_be_sorted_by_firm(tmp_path: Path) -> None:
    """
    A file of several firms gives each its own claims and reasons.
    """
    (tmp_path / "coverage.toml").write_text(
        '[why.cluster]\n"firm" = "one"\n[why.allegro]\n"id" = "two"\n'
        '[version]\nCLUSTER-001 = { path = "id" }\nALLEGRO-001 = { path = "id" }\n',
        encoding="utf-8",
    )
    found = claims.books(tmp_path)
    assert {firm: [claim.row for claim in book.claims] for firm, book in found.items()} == {
        "cluster": ["CLUSTER-001"],
        "allegro": ["ALLEGRO-001"],
    }
    assert {firm: dict(book.why) for firm, book in found.items()} == {
        "cluster": {"firm": "one"},
        "allegro": {"id": "two"},
    }


def test_a_firm_adds_words_of_its_own(tmp_path: Path) -> None:
    """
    What only one firm's facts call something stands beside what all of them do.
    """
    one, other = tmp_path / "common.toml", tmp_path / "firm.toml"
    one.write_text('[words]\na = "b"\n[params.p]\nx = "y"\n', encoding="utf-8")
    other.write_text('[params.p]\nv = "w"\n[remarks]\nr = "why"\n', encoding="utf-8")
    both = claims.terms(one, other, tmp_path / "none.toml")
    assert both.ours("CLUSTER-001", "p", "x") == ("y",)
    assert both.ours("CLUSTER-001", "p", "v") == ("w",)
    assert both.ours("CLUSTER-001", "q", "a") == ("b",)
    assert both.remark("CLUSTER-001", "r")
