"""
The rows that are due, with why; and how many nobody can tell so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from recruitprivacy.cli._sweeping._cells import Cells
from recruitprivacy.cli._sweeping._source import Source
from recruitprivacy.retention import Apart, Cell, CellKind, Cutoffs, Reason, reason
from recruitprivacy.retention._cutoffs import Places
from recruitprivacy.timeline import Absence

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select

__all__ = ["Due", "Open", "Run"]

Due: TypeAlias = tuple[str, Reason]
REMEMBERED: Final = 65_536


@attrs.frozen(kw_only=True)
class Open:
    """
    What comparing days leaves open.

    Attributes:
        count: How many rows.
        apart: How many of them say yes or nothing where only no is clear, or name something where
            only nothing is, by column; by fact where it is the same for every row.
        lacking: How many do none of that: a day or a word is missing.
    """

    count: int
    apart: Mapping[str, int]
    lacking: int


@attrs.define
class Run:
    """
    A schedule asked of rows.

    Attributes:
        source: The rows.
        cells: Their columns.
        table: The schedule.
        places: Where the facts are.
        doubtful: The rows of which the engine and the library do not say the same.
    """

    source: Source
    cells: Cells
    table: Cutoffs
    places: Places[str]
    doubtful: int = 0

    def due(self) -> Iterator[Due]:
        """
        Yield the name of each record that is due, and why.

        A row that only the engine finds due, as one that takes two words for the same, is left to
        the record function.
        """
        from recruitprivacy.retention import sql

        explain = self._explained()
        query = self._asked(sql.due).with_only_columns(self.cells.id, *self.cells.facts.values())
        for name, *values in self.source.run(query):
            why = explain(tuple(values))
            if why is None:
                self.doubtful += 1
            else:
                yield str(name), why

    def undecided(self) -> Open:
        """
        Count the rows that comparing days leaves open, and what they stand apart by.
        """
        import sqlalchemy as sa

        from recruitprivacy.retention import sql

        apart = {each.fact: self._may_be(each) for each in self.table.apart}
        plain = sa.case((sa.not_(sa.or_(sa.false(), *apart.values())), 1))
        # Named by the id: without a column of the rows in it, a count is of no rows at all.
        counts = [sa.func.count(self.cells.id)]
        counts += [sa.func.count(sa.case((each, self.cells.id))) for each in apart.values()]
        counts.append(sa.func.count(plain))
        (found,) = self.source.run(self._asked(sql.undecided).with_only_columns(*counts))
        count, *some, rest = (int(each) for each in found)
        held = {self._named(fact): each for fact, each in zip(apart, some, strict=True) if each}
        return Open(count=count, apart=held, lacking=rest)

    def _may_be(self, apart: Apart) -> ColumnElement[bool]:
        import sqlalchemy as sa

        given, cell = self.places.given, self.cells.facts.get(apart.fact)
        if cell is None:
            named = apart.kind is CellKind.KEY
            clear = given[apart.fact] is None if named else given[apart.fact] is False
            return sa.false() if clear else sa.true()
        if apart.kind is CellKind.KEY:
            return cell.is_not(None)
        return sa.func.coalesce(cell, sa.true()).is_(sa.true())

    def _named(self, fact: str) -> str:
        column = self.cells.columns.get(fact)
        return fact if column is None else column.name

    def _asked(self, ask: Callable[..., Select[*tuple[Any, ...]]]) -> Select[*tuple[Any, ...]]:
        rows: FromClause = self.source.rows
        columns: Mapping[ColumnElement[Any], str] = {
            cell: fact for fact, cell in self.cells.facts.items()
        }
        given, nulls = self.places.given, self.places.nulls
        return ask(rows, self.table, columns=columns, given=given, nulls=nulls)

    def _explained(self) -> Callable[[Sequence[Any]], Reason | None]:
        days = {each.name for each in self.table.facts if each.kind is CellKind.DAY}
        facts = tuple(self.cells.facts)
        empty = {
            fact: self.places.nulls.get(fact, Absence.UNKNOWN) if fact in days else None
            for fact in facts
        }

        @lru_cache(maxsize=REMEMBERED)
        def explained(values: tuple[date | str | bool | None, ...]) -> Reason | None:
            row: dict[str, Cell] = dict(self.places.given)
            for fact, value in zip(facts, values, strict=True):
                row[fact] = empty[fact] if value is None else value
            return reason(self.table, row)

        return explained
