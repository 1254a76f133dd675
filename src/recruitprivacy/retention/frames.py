"""
The schedule of a day asked of a data frame: which rows are due, and which nobody can tell so.

It needs ``recruitprivacy[frames]`` and works, through narwhals, on the frames of polars (eager and
lazy), pandas, pyarrow, DuckDB and others. A frame goes in and one of its own kind comes out; what
was lazy stays lazy. A row is one record.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.retention._cutoffs import (
    FIRST,
    NEVER_DAYS,
    NO_NULLS,
    NOTHING,
    CellKind,
    Cutoffs,
    Given,
    Nulls,
    Placed,
    Places,
    Tree,
    asked_due,
    asked_undecided,
    factored,
    means_never,
    placed,
    settled,
)
from recruitprivacy.retention._cutoffs._tree import (
    FALSE,
    TRUE,
    Absent,
    All,
    AnyOf,
    Flag,
    Named,
    Unclear,
    Unflagged,
    Unnamed,
    Within,
)

if TYPE_CHECKING:
    from narwhals.stable.v2 import DataFrame, Expr, LazyFrame
    from narwhals.stable.v2.typing import IntoFrame

    F = TypeVar("F", bound=IntoFrame)
else:
    F = TypeVar("F")

__all__ = ["due", "undecided"]

DAY: Final = timedelta(days=1)
MIDNIGHT: Final = time()


def due(
    frame: F,
    table: Cutoffs,
    *,
    columns: Mapping[str, str],
    given: Given = NOTHING,
    nulls: Nulls = NO_NULLS,
    category: str | None = None,
) -> F:
    """
    Keep the rows of which something is to be erased, whatever is missing.

    Judge each again with :func:`recruitprivacy.retention.assess` before anything is erased.

    Args:
        frame: One row for each record, with a column for each fact that differs between them.
        table: The schedule, from :func:`recruitprivacy.retention.cutoffs`.
        columns: The fact each column holds, by the name of the column.
        given: The facts that are the same for every row.
        nulls: What an empty cell of a day means, by fact; unknown where that is not said.
        category: The category looked for; None is any.

    Raises:
        FaultsError: If a fact has no place, or a column is missing or of another type.
        ModuleNotFoundError: If narwhals is not installed.

    >>> import polars as pl
    >>> from recruitprivacy import law, retention
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> from recruitprivacy.timeline import Absence
    >>> table = retention.cutoffs(own_hiring(), law.load("NL"), on=date(2026, 5, 4))
    >>> given = {each.name: False for each in table.facts if each.kind == "flag"} | {
    ...     "record.role": "candidate", "record.controller": "harbour",
    ...     "record.recorded_as": None, "use.hiring.ended": Absence.NOT_STARTED}
    >>> days = pl.DataFrame({"closed_on": [date(2026, 4, 5), date(2026, 4, 6), None]})
    >>> kept = due(days, table, columns={"closed_on": "procedure.closed.last"}, given=given)
    >>> kept["closed_on"].to_list()
    [datetime.date(2026, 4, 5)]
    """
    places = Places(columns, given, nulls)
    return _kept(frame, table, asked_due(table, category), places)


def undecided(
    frame: F,
    table: Cutoffs,
    *,
    columns: Mapping[str, str],
    given: Given = NOTHING,
    nulls: Nulls = NO_NULLS,
    category: str | None = None,
) -> F:
    """
    Keep the rows that comparing days leaves open: what is due of them the record function says.

    Args:
        frame: As in :func:`due`.
        table: The schedule.
        columns: The fact each column holds.
        given: The facts that are the same for every row.
        nulls: What an empty cell of a day means, by fact.
        category: The category looked for; None is any.

    Raises:
        FaultsError: If a fact has no place, or a column is missing or of another type.
        ModuleNotFoundError: If narwhals is not installed.

    >>> import polars as pl
    >>> from recruitprivacy import law, retention
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> from recruitprivacy.timeline import Absence
    >>> table = retention.cutoffs(own_hiring(), law.load("NL"), on=date(2026, 5, 4))
    >>> given = {each.name: False for each in table.facts if each.kind == "flag"} | {
    ...     "record.role": "candidate", "record.controller": "harbour",
    ...     "record.recorded_as": None, "use.hiring.ended": Absence.NOT_STARTED}
    >>> days = pl.DataFrame({"closed_on": [date(2026, 4, 5), date(2026, 4, 6), None]})
    >>> kept = undecided(days, table, columns={"closed_on": "procedure.closed.last"}, given=given)
    >>> kept["closed_on"].to_list()
    [None]
    """
    places = Places(columns, given, nulls)
    return _kept(frame, table, asked_undecided(table, category), places)


def _kept(frame: F, table: Cutoffs, asked: Tree, places: Places[str]) -> F:
    import narwhals.stable.v2 as nw  # noqa: PLC0415 - an extra, which only frames need

    where = placed(table, places)
    ours: DataFrame[Any] | LazyFrame[Any] = nw.from_native(frame)
    timed = _checked(ours, table, where)
    tree = factored(settled(asked, where, table.on))
    if tree == TRUE:
        return frame
    # pandas cannot leave a comparison open, as the others do.
    guarded = ours.implementation.is_pandas_like()
    writer = _Writer(where=where, on=table.on, timed=timed, guarded=guarded)
    kept: F = ours.filter(_none(ours) if tree == FALSE else writer.expr(tree)).to_native()
    return kept


def _none(frame: DataFrame[Any] | LazyFrame[Any]) -> Expr:
    import narwhals.stable.v2 as nw  # noqa: PLC0415 - an extra

    column = nw.col(frame.collect_schema().names()[0])
    return column.is_null() & ~column.is_null()


def _checked(
    frame: DataFrame[Any] | LazyFrame[Any], table: Cutoffs, where: Placed[str]
) -> frozenset[str]:
    """
    Refuse columns that are missing or of another type, and name those of days with a time.
    """
    import narwhals.stable.v2 as nw  # noqa: PLC0415 - an extra

    schema = dict(frame.collect_schema())
    kinds = {each.name: each.kind for each in table.facts}
    faults, timed = [], set()
    for fact, column in where.columns.items():
        found = schema.get(column)
        if found is None:
            faults.append(Fault(path=column, problem="the frame has no such column"))
        elif not _is(found, kinds[fact]):
            faults.append(_of_type(column, found, kinds[fact]))
        elif found == nw.Datetime:
            timed.add(fact)
    if faults:
        raise FaultsError(faults, source=table.policy)
    return frozenset(timed)


def _is(dtype: Any, kind: CellKind) -> bool:  # noqa: ANN401 - a type of narwhals
    import narwhals.stable.v2 as nw  # noqa: PLC0415 - an extra

    if dtype == nw.Datetime:
        return kind is CellKind.DAY and getattr(dtype, "time_zone", None) is None
    wanted = {
        CellKind.DAY: (nw.Date,),
        CellKind.KEY: (nw.String, nw.Categorical, nw.Enum),
        CellKind.FLAG: (nw.Boolean,),
    }
    return any(dtype == each for each in wanted[kind])


WAYS_OUT: Final = {
    CellKind.DAY: "make it days, those of the controller's time zone",
    CellKind.KEY: "make it text",
    CellKind.FLAG: "make it true, false and null",
}


def _of_type(column: str, dtype: object, kind: CellKind) -> Fault:
    return Fault(path=column, problem=f"is of the type {dtype}", way_out=WAYS_OUT[kind])


@attrs.frozen(kw_only=True)
class _Writer:
    where: Placed[str]
    on: date
    timed: frozenset[str]
    guarded: bool

    def expr(self, tree: Tree) -> Expr:
        """
        Write a question as an expression that is true where it holds; else false, or null.
        """
        import narwhals.stable.v2 as nw  # noqa: PLC0415 - an extra

        match tree:
            case All(parts):
                return nw.all_horizontal(*map(self.expr, parts), ignore_nulls=False)
            case AnyOf(parts):
                return nw.any_horizontal(*map(self.expr, parts), ignore_nulls=False)
            case Unflagged(fact) | Unnamed(fact):
                return nw.col(self.where.columns[fact]).is_null()
            case _:
                column = nw.col(self.where.columns[tree.fact])
                asked = self._leaf(tree, column)
                absent = isinstance(tree, Absent | Unclear)
                return ~column.is_null() & asked if self.guarded and not absent else asked

    def _leaf(self, tree: Within | Absent | Unclear | Named | Flag, column: Expr) -> Expr:
        match tree:
            case Within(fact, span):
                return self._within(fact, column, span.first, span.last)
            case Absent(fact):
                return self._absent(fact, column)
            case Unclear(fact):
                return self._unclear(fact, column)
            case Named(_, keys, among):
                return _named(column, keys, among=among)
            case Flag(_, so):
                return column if so else ~column.is_null() & ~column

    def _within(self, fact: str, column: Expr, first: date | None, last: date | None) -> Expr:
        until = self.on if last is None else min(last, self.on)
        found = self._up_to(fact, column, until)
        if first is not None:
            found &= self._since(fact, column, first)
        for day in NEVER_DAYS:
            if (first is None or first <= day) and day <= until:
                found &= self._beside(fact, column, day)
        return found

    def _absent(self, fact: str, column: Expr) -> Expr:
        if not fact.endswith(FIRST):
            return column.is_null()
        ahead = ~column.is_null() & self._ahead(fact, column)
        return column.is_null() | ahead if means_never(self.where.nulls, fact) else ahead

    def _unclear(self, fact: str, column: Expr) -> Expr:
        import narwhals.stable.v2 as nw  # noqa: PLC0415 - an extra

        known = ~column.is_null()
        parts = [known & ~self._beside(fact, column, day) for day in NEVER_DAYS]
        if not means_never(self.where.nulls, fact):
            parts.append(column.is_null())
        if not fact.endswith(FIRST):
            parts.append(known & self._since(fact, column, self.on + DAY))
        return nw.any_horizontal(*parts, ignore_nulls=False)

    def _ahead(self, fact: str, column: Expr) -> Expr:
        ahead = self._since(fact, column, self.on + DAY)
        return ahead & self._beside(fact, column, NEVER_DAYS[-1])

    def _up_to(self, fact: str, column: Expr, day: date) -> Expr:
        if fact in self.timed:
            return column < datetime.combine(day + DAY, MIDNIGHT)
        return column <= day

    def _since(self, fact: str, column: Expr, day: date) -> Expr:
        return column >= (datetime.combine(day, MIDNIGHT) if fact in self.timed else day)

    def _beside(self, fact: str, column: Expr, day: date) -> Expr:
        if fact not in self.timed:
            return column != day
        start = datetime.combine(day, MIDNIGHT)
        end = datetime.combine(day, time.max)
        return (column < start) | (column > end)


def _named(column: Expr, keys: tuple[str, ...], *, among: bool) -> Expr:
    if not keys:
        return ~column.is_null()
    named = column == keys[0] if len(keys) == 1 else column.is_in(keys)
    return named if among else ~column.is_null() & ~named
