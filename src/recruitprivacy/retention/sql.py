"""
The schedule of a day asked of a database: a ``select`` to join, to page and to run.

It needs ``recruitprivacy[sql]``, which is SQLAlchemy. A row is one record. Columns are compared
with days that are worked out beforehand, so that an index on them serves; nothing here deletes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.retention._cutoffs import (
    FIRST,
    NEVER_DAYS,
    NO_NULLS,
    NOTHING,
    Cutoffs,
    Given,
    Nulls,
    Places,
    Tree,
    asked_due,
    asked_undecided,
    means_never,
    placed,
    settled,
)
from recruitprivacy.retention._cutoffs._tree import (
    Absent,
    All,
    AnyOf,
    Flag,
    Named,
    Unclear,
    Within,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select

    K = TypeVar("K", bound=str | ColumnElement[Any])
else:
    K = TypeVar("K")

__all__ = ["due", "undecided"]


def due(
    rows: FromClause,
    table: Cutoffs,
    *,
    columns: Mapping[K, str],
    given: Given = NOTHING,
    nulls: Nulls = NO_NULLS,
    category: str | None = None,
) -> Select[Any]:
    """
    Select the rows of which something is to be erased, whatever is missing.

    Judge each again with :func:`recruitprivacy.retention.assess` before anything is erased.

    Args:
        rows: A table, or what stands for one, with a row for each record.
        table: The schedule, from :func:`recruitprivacy.retention.cutoffs`.
        columns: The fact each column holds, by its name, or by an expression: whether an open hold
            exists may stand in another table.
        given: The facts that are the same for every row.
        nulls: What an empty cell of a day means, by fact; unknown where that is not said.
        category: The category looked for; None is any.

    Raises:
        FaultsError: If a fact has no place, or a column is missing or of another type.
        ModuleNotFoundError: If SQLAlchemy is not installed.

    >>> import sqlalchemy as sa
    >>> from recruitprivacy import law, retention
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> from recruitprivacy.timeline import Absence
    >>> table = retention.cutoffs(own_hiring(), law.load("NL"), on=date(2026, 5, 4))
    >>> given = {each.name: False for each in table.facts if each.kind == "flag"} | {
    ...     "record.role": "candidate", "record.controller": "harbour",
    ...     "record.recorded_as": None, "use.hiring.ended": Absence.NOT_STARTED}
    >>> jobs = sa.table("jobs", sa.column("closed_on", sa.Date))
    >>> query = due(jobs, table, columns={"closed_on": "procedure.closed.last"}, given=given)
    >>> text = str(query.compile(compile_kwargs={"literal_binds": True}))
    >>> "closed_on IS NULL" in text
    False
    """
    places: Places[str | ColumnElement[Any]] = Places(dict(columns.items()), given, nulls)
    return _selected(rows, table, asked_due(table, category), places)


def undecided(
    rows: FromClause,
    table: Cutoffs,
    *,
    columns: Mapping[K, str],
    given: Given = NOTHING,
    nulls: Nulls = NO_NULLS,
    category: str | None = None,
) -> Select[Any]:
    """
    Select the rows that comparing days leaves open: what is due of them the record function says.

    Args:
        rows: As in :func:`due`.
        table: The schedule.
        columns: The fact each column holds.
        given: The facts that are the same for every row.
        nulls: What an empty cell of a day means, by fact.
        category: The category looked for; None is any.

    Raises:
        FaultsError: If a fact has no place, or a column is missing or of another type.
        ModuleNotFoundError: If SQLAlchemy is not installed.

    >>> import sqlalchemy as sa
    >>> from recruitprivacy import law, retention
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> from recruitprivacy.timeline import Absence
    >>> table = retention.cutoffs(own_hiring(), law.load("NL"), on=date(2026, 5, 4))
    >>> given = {each.name: False for each in table.facts if each.kind == "flag"} | {
    ...     "record.role": "candidate", "record.controller": "harbour",
    ...     "record.recorded_as": None, "use.hiring.ended": Absence.NOT_STARTED}
    >>> jobs = sa.table("jobs", sa.column("closed_on", sa.Date))
    >>> query = undecided(jobs, table, columns={"closed_on": "procedure.closed.last"}, given=given)
    >>> text = str(query.compile(compile_kwargs={"literal_binds": True}))
    >>> "closed_on IS NULL" in text
    True
    """
    places: Places[str | ColumnElement[Any]] = Places(dict(columns.items()), given, nulls)
    return _selected(rows, table, asked_undecided(table, category), places)


def _selected(
    rows: FromClause, table: Cutoffs, tree: Tree, places: Places[str | ColumnElement[Any]]
) -> Select[Any]:
    from sqlalchemy import select  # noqa: PLC0415 - an extra, which only databases need

    where = placed(table, places)
    columns = _columns(rows, where.columns, table.policy)
    asked = _Writer(columns=columns, nulls=places.nulls, on=table.on)
    return select(rows).select_from(rows).where(asked.clause(settled(tree, where, table.on)))


def _columns(
    rows: FromClause, columns: Mapping[str, str | ColumnElement[Any]], source: str
) -> dict[str, ColumnElement[Any]]:
    found: dict[str, ColumnElement[Any]] = {}
    faults: list[Fault] = []
    for fact, column in columns.items():
        if not isinstance(column, str):
            found[fact] = column
        elif column in rows.c:
            found[fact] = rows.c[column]
        else:
            faults.append(Fault(path=column, problem="the table has no such column"))
    if faults:
        raise FaultsError(faults, source=source)
    return found


@attrs.frozen(kw_only=True)
class _Writer:
    columns: Mapping[str, ColumnElement[Any]]
    nulls: Nulls
    on: date

    def clause(self, tree: Tree) -> ColumnElement[Any]:
        """
        Write a question as an expression that is true where it holds.
        """
        from sqlalchemy import and_, false, or_, true  # noqa: PLC0415 - an extra

        match tree:
            case All(parts):
                return and_(true(), *map(self.clause, parts))
            case AnyOf(parts):
                return or_(false(), *map(self.clause, parts))
            case _:
                return self._leaf(tree, self.columns[tree.fact])

    def _leaf(self, tree: Tree, column: ColumnElement[Any]) -> ColumnElement[Any]:
        match tree:
            case Within(_, span):
                return self._within(column, span.first, span.last)
            case Absent(fact):
                return self._absent(fact, column)
            case Unclear(fact):
                return self._unclear(fact, column)
            case Named(_, keys, among):
                return _named(column, keys, among=among)
            case Flag(_, so):
                return column.is_(so)
            case _:
                return column.is_(None)

    def _within(
        self, column: ColumnElement[Any], first: date | None, last: date | None
    ) -> ColumnElement[Any]:
        from sqlalchemy import and_  # noqa: PLC0415 - an extra

        until = self.on if last is None else min(last, self.on)
        parts: list[ColumnElement[Any]] = [column <= until]
        if first is not None:
            parts.append(column >= first)
        parts += [
            column != day for day in NEVER_DAYS if (first is None or first <= day) and day <= until
        ]
        return and_(*parts)

    def _absent(self, fact: str, column: ColumnElement[Any]) -> ColumnElement[Any]:
        from sqlalchemy import and_, false, or_  # noqa: PLC0415 - an extra

        parts: list[ColumnElement[Any]] = []
        if means_never(self.nulls, fact):
            parts.append(column.is_(None))
        if fact.endswith(FIRST):
            parts.append(and_(column > self.on, column != NEVER_DAYS[-1]))
        return or_(false(), *parts)

    def _unclear(self, fact: str, column: ColumnElement[Any]) -> ColumnElement[Any]:
        from sqlalchemy import or_  # noqa: PLC0415 - an extra

        parts: list[ColumnElement[Any]] = [column.in_(NEVER_DAYS)]
        if not means_never(self.nulls, fact):
            parts.append(column.is_(None))
        if not fact.endswith(FIRST):
            parts.append(column > self.on)
        return or_(*parts)


def _named(column: ColumnElement[Any], keys: tuple[str, ...], *, among: bool) -> ColumnElement[Any]:
    if among:
        return column.in_(keys)
    return column.not_in(keys) if keys else column.is_not(None)
