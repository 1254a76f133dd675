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
from recruitprivacy.timeline import Absence

__all__ = ["NOTHING", "NO_NULLS", "Given", "Nulls", "Placed", "placed", "settled"]

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


@attrs.frozen(kw_only=True)
class Placed(Generic[C]):
    """
    Each fact of a schedule in its place.

    Attributes:
        columns: The columns, by the fact they hold.
        given: The facts that are the same for every row.
    """

    columns: Mapping[str, C]
    given: Given


def placed(table: Cutoffs, columns: Mapping[C, str], *, given: Given, nulls: Nulls) -> Placed[C]:
    """
    Find each fact of a schedule in what the host says it keeps.

    Raises:
        FaultsError: If a fact has no place or two, or if one is placed that is not asked for.
    """
    faults = tuple(_faults(table, columns, given, nulls))
    if faults:
        raise FaultsError(faults, source=table.policy)
    return Placed(columns={fact: column for column, fact in columns.items()}, given=given)


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


def settled(tree: Tree, given: Given, nulls: Nulls, on: date) -> Tree:
    """
    Answer what is the same for every row.

    Where an empty cell is unknown, no day is known never to have come; but a first day that lies
    ahead has not.
    """
    if isinstance(tree, All):
        return every(settled(each, given, nulls, on) for each in tree.parts)
    if isinstance(tree, AnyOf):
        return some(settled(each, given, nulls, on) for each in tree.parts)
    if tree.fact in given:
        return TRUE if holds(tree, given, on) else FALSE
    unknown = nulls.get(tree.fact, Absence.UNKNOWN) is Absence.UNKNOWN
    if isinstance(tree, Absent) and unknown and not tree.fact.endswith(FIRST):
        return FALSE
    return tree
