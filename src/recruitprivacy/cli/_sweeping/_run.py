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
from recruitprivacy.retention import Cell, CellKind, Cutoffs, Reason, reason
from recruitprivacy.retention._cutoffs import Places
from recruitprivacy.timeline import Absence

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select

__all__ = ["Due", "Run"]

Due: TypeAlias = tuple[str, Reason]
REMEMBERED: Final = 65_536


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

    def undecided(self) -> int:
        """
        Count the rows that comparing days leaves open.
        """
        import sqlalchemy as sa

        from recruitprivacy.retention import sql

        query = self._asked(sql.undecided).with_only_columns(sa.func.count())
        ((count,),) = self.source.run(query)
        return int(count)

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
