"""
What alternatives have in common is asked once, and the answer stays the same.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from hypothesis import given
from hypothesis import strategies as hs

from recruitprivacy.retention import Cell, Span
from recruitprivacy.retention._cutoffs import factored
from recruitprivacy.retention._cutoffs._row import holds
from recruitprivacy.retention._cutoffs._tree import (
    FALSE,
    TRUE,
    Absent,
    All,
    AnyOf,
    Flag,
    Named,
    Tree,
    Unclear,
    Unnamed,
    Within,
    every,
    some,
)
from recruitprivacy.timeline import Absence

ON: Final = date(2026, 5, 4)
LEAVES: Final = (
    Absent("met.last"),
    Unclear("met.last"),
    Within("met.last", Span(last=date(2025, 1, 1))),
    Within("met.last", Span(last=date(2025, 6, 1))),
    Named("record.outcome", ("hired",)),
    Named("record.outcome", ("hired", "withdrew"), among=False),
    Named("record.obtained_from", ("phone",)),
    Unnamed("record.obtained_from"),
    Flag("hold.open", so=False),
)
CELLS: Final[dict[str, tuple[Cell, ...]]] = {
    "met.last": (date(2024, 1, 1), date(2025, 3, 1), date(2026, 1, 1), *Absence),
    "record.outcome": ("hired", "withdrew", "other", None),
    "record.obtained_from": ("phone", "referee", None),
    "hold.open": (True, False, None),
}
TREES: Final[hs.SearchStrategy[Tree]] = hs.recursive(
    hs.sampled_from(LEAVES),
    lambda parts: hs.lists(parts, max_size=5).map(every) | hs.lists(parts, max_size=5).map(some),
    max_leaves=30,
)
ROWS: Final = hs.fixed_dictionaries({fact: hs.sampled_from(cells) for fact, cells in CELLS.items()})


def asked(tree: Tree) -> int:
    """
    Count the comparisons.
    """
    return sum(map(asked, tree.parts)) if isinstance(tree, All | AnyOf) else 1


@given(tree=TREES, row=ROWS)
def test_the_answer_stays_the_same(tree: Tree, row: dict[str, Cell]) -> None:
    """
    A factored question holds of the rows of which the question holds.
    """
    assert holds(tree, row, ON) == holds(factored(tree), row, ON)


@given(tree=TREES)
def test_never_more_is_asked(tree: Tree) -> None:
    """
    A factored question compares no more than the question does.
    """
    assert asked(factored(tree)) <= asked(tree)


def test_twenty_rules_ask_five_times_for_five_sources() -> None:
    """
    Of twenty alternatives for five sources and four outcomes, each source is compared once.
    """
    sources, outcomes = ("a", "b", "c", "d", "e"), ("hired", "withdrew", "declined", "other")
    rules = [
        every([Named("source", (source,)), Named("outcome", (outcome,)), _before(5 * row + column)])
        for row, outcome in enumerate(outcomes)
        for column, source in enumerate(sources)
    ]
    assert (60, 44) == (asked(some(rules)), asked(factored(some(rules))))


def test_what_cannot_be_asked_or_needs_no_asking_stays() -> None:
    """
    Nothing is asked where the answer is known.
    """
    assert (TRUE, FALSE) == (factored(TRUE), factored(FALSE))


def _before(number: int) -> Tree:
    return Within("met.last", Span(last=date(2025, 1, 1 + number)))
