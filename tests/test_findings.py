"""
Facts about what answers are made of.
"""

from __future__ import annotations

import pickle
from datetime import date
from typing import TypeAlias

import attrs
import pytest

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Finding, Level, Reading, Step, Weight
from recruitprivacy.messages import Message, phrase

Part: TypeAlias = Finding | Step | Reading

SAYS = phrase(Message("test.found", "Found on {day}."), day=date(2026, 4, 7))
CITES = (Citation(act="GDPR", unit=Unit.ARTICLE, number="12", points=("3",)),)
FINDING = Finding(
    code="use.basis_unstated", level=Level.GAP, path="uses.marketing", says=SAYS, cites=CITES
)
STEP = Step(says=SAYS, rule="deadline.one_month", weight=Weight.STATUTE, cites=CITES)
READING = Reading(key="unpaused", last_day=date(2026, 4, 7), says=SAYS, cites=CITES)
PARTS = pytest.mark.parametrize("part", [FINDING, STEP, READING], ids=lambda it: type(it).__name__)


@PARTS
def test_a_value(part: Part) -> None:
    """
    A part of an answer is hashable, equal to its like, and pickles.
    """
    back = pickle.loads(pickle.dumps(part))  # noqa: S301 - our own bytes
    assert {part: 1}[back] == 1


@PARTS
def test_frozen(part: Part) -> None:
    """
    A part of an answer cannot be changed; a change is a new part.
    """
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        part.says = SAYS  # type: ignore[misc]


@PARTS
def test_by_keyword_only(part: Part) -> None:
    """
    Every field is named where a part is made.
    """
    assert all(field.kw_only for field in attrs.fields(type(part)))


@PARTS
def test_a_changed_part_is_another(part: Part) -> None:
    """
    Leaving out the citations makes another part, and the first one keeps them.
    """
    assert (attrs.evolve(part, cites=()) == part, part.cites) == (False, CITES)


def test_a_step_of_facts_alone() -> None:
    """
    A step that rests on nothing but facts has no rule, no weight and no days.
    """
    bare = Step(says=SAYS)
    assert (bare.rule, bare.weight, bare.before, bare.after) == ("", None, None, None)


def test_a_reading_may_lead_to_no_day() -> None:
    """
    A reading under which nothing is due has no last day.
    """
    assert Reading(key="none", last_day=None, says=SAYS).last_day is None


@pytest.mark.parametrize(
    ("enum", "values"),
    [
        (Level, ["error", "gap", "warning", "note"]),
        (Weight, ["statute", "case", "guidance", "practice", "promise"]),
    ],
)
def test_stored_keys_stay(enum: type[Level | Weight], values: list[str]) -> None:
    """
    The keys stand in stored answers, gravest and weightiest first; renaming one breaks them.
    """
    assert [member.value for member in enum] == values
