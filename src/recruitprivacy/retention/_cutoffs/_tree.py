"""
What a row can be asked: comparisons that are each true or false, never empty, and never negated.

A day in a row is a day, a day that never came, or nobody knows which: one of three. So the
opposite of each question is again a question of the same kinds, and no engine has to say what the
opposite of an empty cell is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from recruitprivacy.retention._cutoffs._span import EVER, Span, others

__all__ = [
    "FALSE",
    "TRUE",
    "Absent",
    "All",
    "AnyOf",
    "Flag",
    "Leaf",
    "Named",
    "Tree",
    "Unclear",
    "Unflagged",
    "Unnamed",
    "Within",
    "every",
    "opposite",
    "some",
]


@attrs.frozen(cache_hash=True)
class Within:
    """
    A day of a fact is known and lies in a span.
    """

    fact: str
    span: Span


@attrs.frozen
class Absent:
    """
    What a fact tells of never happened.
    """

    fact: str


@attrs.frozen
class Unclear:
    """
    Nobody knows whether or when it happened.
    """

    fact: str


@attrs.frozen(cache_hash=True)
class Named:
    """
    A fact names one of some keys, or, where ``among`` is not so, another one.
    """

    fact: str
    keys: tuple[str, ...]
    among: bool = True


@attrs.frozen
class Unnamed:
    """
    A fact names no key.
    """

    fact: str


@attrs.frozen
class Flag:
    """
    A fact is so, or, where ``so`` is not, is not so.
    """

    fact: str
    so: bool


@attrs.frozen
class Unflagged:
    """
    Nobody knows whether a fact is so.
    """

    fact: str


@attrs.frozen(cache_hash=True)
class All:
    """
    Each part holds.
    """

    parts: tuple[Tree, ...]


@attrs.frozen(cache_hash=True)
class AnyOf:
    """
    One of the parts holds.
    """

    parts: tuple[Tree, ...]


Leaf: TypeAlias = Within | Absent | Unclear | Named | Unnamed | Flag | Unflagged
Tree: TypeAlias = Leaf | All | AnyOf

TRUE: Final = All(())
FALSE: Final = AnyOf(())


def every(parts: Iterable[Tree]) -> Tree:
    """
    Ask that all parts hold.

    >>> every([Absent("a"), every([Absent("a"), TRUE])])
    Absent(fact='a')
    """
    found = _left(dict.fromkeys(_flat(parts, All)), AnyOf)
    if FALSE in found:
        return FALSE
    return found[0] if len(found) == 1 else All(found)


def some(parts: Iterable[Tree]) -> Tree:
    """
    Ask that one of the parts holds.

    >>> some([FALSE, TRUE]) == TRUE
    True
    """
    found = _left(dict.fromkeys(_flat(parts, AnyOf)), All)
    if TRUE in found:
        return TRUE
    return found[0] if len(found) == 1 else AnyOf(found)


def opposite(tree: Tree) -> Tree:
    """
    Ask the opposite, in questions that can be asked.

    >>> opposite(Flag("hold.open", True))
    AnyOf(parts=(Flag(fact='hold.open', so=False), Unflagged(fact='hold.open')))
    """
    match tree:
        case All(parts):
            return some(opposite(each) for each in parts)
        case AnyOf(parts):
            return every(opposite(each) for each in parts)
        case _:
            return some(_instead(tree))


def _instead(tree: Leaf) -> Iterator[Tree]:
    match tree:
        case Within(fact, span):
            yield from (Within(fact, each) for each in others((span,)))
            yield from (Absent(fact), Unclear(fact))
        case Absent(fact):
            yield from (Within(fact, EVER), Unclear(fact))
        case Unclear(fact):
            yield from (Within(fact, EVER), Absent(fact))
        case Named(fact, keys, among):
            yield from (Named(fact, keys, not among), Unnamed(fact))
        case Unnamed(fact):
            yield Named(fact, (), among=False)
        case Flag(fact, so):
            yield from (Flag(fact, not so), Unflagged(fact))
        case Unflagged(fact):
            yield from (Flag(fact, so=True), Flag(fact, so=False))


def _left(parts: Iterable[Tree], kind: type[All | AnyOf]) -> tuple[Tree, ...]:
    """
    Leave out what another part says already: of "a" and "a or b" the first is enough.
    """
    found = [(each, frozenset(each.parts if isinstance(each, kind) else (each,))) for each in parts]
    # Only what says several things can say more than another.
    return tuple(
        each
        for each, inside in found
        if len(inside) == 1 or not any(other < inside for _, other in found)
    )


def _flat(parts: Iterable[Tree], kind: type[All | AnyOf]) -> Iterator[Tree]:
    for each in parts:
        if isinstance(each, kind):
            yield from each.parts
        else:
            yield each
