"""
Where a host keeps each fact of a schedule: in a column, or the same for every row.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Generic, TypeAlias, TypeVar

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.near import nearest
from recruitprivacy.retention._cutoffs._row import FIRST, Cell, holds
from recruitprivacy.retention._cutoffs._table import CellKind, Cutoffs, NeededFact
from recruitprivacy.retention._cutoffs._tree import (
    FALSE,
    TRUE,
    Absent,
    All,
    AnyOf,
    Tree,
    every,
    some,
)
from recruitprivacy.retention._cutoffs._words import words_of
from recruitprivacy.timeline import Absence

__all__ = [
    "NOTHING",
    "NO_NULLS",
    "Given",
    "Nulls",
    "Placed",
    "Places",
    "means_never",
    "placed",
    "settled",
]

C = TypeVar("C", bound=Hashable)

Given: TypeAlias = Mapping[str, Cell]
Nulls: TypeAlias = Mapping[str, Absence]
NOTHING: Final[Given] = MappingProxyType({})
NO_NULLS: Final[Nulls] = MappingProxyType({})
HELD: Final = MappingProxyType(
    {
        CellKind.DAY: "a day, or how it is absent",
        CellKind.KEY: "a key or None",
        CellKind.FLAG: "True, False or None",
    }
)


@attrs.frozen
class Places(Generic[C]):
    """
    What a host says of where it keeps what.

    Attributes:
        columns: The fact each column holds.
        given: The facts that are the same for every row.
        nulls: What an empty cell of a day means.
    """

    columns: Mapping[C, str]
    given: Given
    nulls: Nulls


@attrs.frozen(kw_only=True)
class Placed(Generic[C]):
    """
    Each fact of a schedule in its place.

    Attributes:
        columns: The columns, by the fact they hold.
        given: The facts that are the same for every row.
        nulls: What an empty cell of a day means.
    """

    columns: Mapping[str, C]
    given: Given
    nulls: Nulls


def placed(table: Cutoffs, places: Places[C]) -> Placed[C]:
    """
    Find each fact of a schedule in what the host says it keeps.

    Raises:
        FaultsError: If a fact has no place or two, or if one is placed that is not asked for.
    """
    faults = tuple(_faults(table, places.columns, places.given, places.nulls))
    if faults:
        raise FaultsError(faults, source=table.policy)
    columns = {fact: column for column, fact in places.columns.items()}
    return Placed(columns=columns, given=places.given, nulls=places.nulls)


def _faults(
    table: Cutoffs, columns: Mapping[C, str], given: Given, nulls: Nulls
) -> Iterator[Fault]:
    needed = {each.name: each for each in table.facts}
    yield from _missing(needed, {*columns.values(), *given})
    for where, names in (("columns", columns.values()), ("given", given), ("nulls", nulls)):
        for name in names:
            if name not in needed:
                near = nearest(name, needed)
                problem = f"no rule asks for {name!r}"
                yield Fault(path=where, problem=problem, nearest=near)
    yield from _twice(columns, given)
    for name, cell in given.items():
        if name in needed and not _fits(needed[name], cell):
            way_out = f"give {HELD[needed[name].kind]}"
            yield Fault(path=f"given.{name}", problem="is of another kind", way_out=way_out)
    yield from _strange(table, given)


def _strange(table: Cutoffs, given: Given) -> Iterator[Fault]:
    for fact, known in words_of(table).items():
        word = given.get(fact)
        if isinstance(word, str) and word not in known:
            near = nearest(word, known)
            yield Fault(
                path=f"given.{fact}",
                problem=f"the policy knows no {word!r} here",
                way_out="" if near else f"write one of: {', '.join(sorted(known))}",
                nearest=near,
            )


def _missing(needed: Mapping[str, NeededFact], had: set[str]) -> Iterator[Fault]:
    for name, each in needed.items():
        if name not in had:
            yield Fault(
                path=f"columns.{name}",
                problem="nobody says where this fact stands",
                way_out=f"name its column, or give {HELD[each.kind]} for every row",
            )


def _twice(columns: Mapping[C, str], given: Given) -> Iterator[Fault]:
    seen = set(given)
    for fact in columns.values():
        if fact in seen:
            yield Fault(path=f"columns.{fact}", problem="has two places", way_out="name one")
        seen.add(fact)


def _fits(needed: NeededFact, cell: Cell) -> bool:
    match needed.kind:
        case CellKind.DAY:
            return isinstance(cell, date | Absence)
        case CellKind.KEY:
            return cell is None or isinstance(cell, str)
        case CellKind.FLAG:
            return cell is None or isinstance(cell, bool)


def means_never(nulls: Nulls, fact: str) -> bool:
    """
    Say whether an empty cell means that what a fact tells of never happened.
    """
    return nulls.get(fact, Absence.UNKNOWN) is Absence.NOT_STARTED


def settled(tree: Tree, where: Placed[C], on: date) -> Tree:
    """
    Answer what is the same for every row.

    Where an empty cell is unknown, no day is known never to have come; but a first day that lies
    ahead has not.
    """
    if isinstance(tree, All):
        return every(settled(each, where, on) for each in tree.parts)
    if isinstance(tree, AnyOf):
        return some(settled(each, where, on) for each in tree.parts)
    if tree.fact in where.given:
        return TRUE if holds(tree, where.given, on) else FALSE
    never = means_never(where.nulls, tree.fact)
    if isinstance(tree, Absent) and not never and not tree.fact.endswith(FIRST):
        return FALSE
    return tree
