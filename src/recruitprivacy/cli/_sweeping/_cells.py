"""
The columns of a map in the rows there are: made days, keys and flags, and looked at for faults.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs

from recruitprivacy.cli._sweeping._map import Column, Empty, Map, Placeholders
from recruitprivacy.cli._sweeping._source import Held, Source
from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.retention import CellKind, Cutoffs
from recruitprivacy.retention._cutoffs import NEVER_DAYS, words_of

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

__all__ = ["Cells", "Counted", "cells_of", "faults_in"]

BEFORE: Final = date(1969, 12, 31)
LATE: Final = date(9999, 12, 30)
ZONED: Final = frozenset({"duckdb", "postgresql"})
"""Engines that bring an instant to a zone."""
WANTED: Final[Mapping[CellKind, frozenset[Held]]] = {
    CellKind.DAY: frozenset({Held.DAY, Held.LOCAL, Held.INSTANT}),
    CellKind.KEY: frozenset({Held.TEXT}),
    CellKind.FLAG: frozenset({Held.FLAG}),
}
WAYS_OUT: Final[Mapping[CellKind, str]] = {
    CellKind.DAY: "make it days, as in 2026-03-02",
    CellKind.KEY: "make it text",
    CellKind.FLAG: "make it true, false and empty",
}
CELLS: Final[Mapping[CellKind, tuple[str, str]]] = {
    CellKind.DAY: ("hold no day", "write each as in 2026-03-02"),
    CellKind.FLAG: ("are neither true nor false", "write true, false, or nothing"),
}
DAY: Final = r"\d{4}-\d\d-\d\d"
LOCAL: Final = DAY + r"[T ]\d\d:\d\d(:\d\d(\.\d+)?)?"
INSTANT: Final = LOCAL + r"(Z|[+-]\d\d(:?\d\d)?)"
SHAPES: Final = ((DAY, "DATE"), (LOCAL, "TIMESTAMP"), (INSTANT, "TIMESTAMPTZ"))
FLAGS: Final = ("true", "false", "t", "f")
OFFSETS: Final = ("%Z", "%+__:__", "%:%-__:__")
"""How a time that names its zone ends, where a pattern is all there is to look with."""


@attrs.frozen(kw_only=True)
class Cells:
    """
    The columns as a schedule reads them.

    Attributes:
        facts: The day, key or flag of each fact, by fact.
        columns: The column each fact stands in, by fact.
        id: What names a record.
        whole: Whether that is a whole number.
    """

    facts: Mapping[str, ColumnElement[Any]]
    columns: Mapping[str, Column]
    id: ColumnElement[Any]
    whole: bool


@attrs.frozen
class _Shapes:
    """
    How many cells of a column of text there are, of each shape.
    """

    full: int
    days: int
    local: int
    instants: int
    flags: int

    @property
    def held(self) -> Held | None:
        """
        What all of them are; None where they are not alike.
        """
        if self.full in {0, self.days}:
            return Held.DAY
        if self.local == self.full:
            return Held.LOCAL
        return Held.INSTANT if self.instants == self.full else None


@attrs.frozen
class Counted:
    """
    What there is in the rows.

    Attributes:
        rows: How many there are.
        placeholders: The cells that hold a placeholder for a day, by column.
        early: Those that hold a day before 1970.
        strange: Those that hold a word the policy does not know.
    """

    rows: int = 0
    placeholders: Mapping[str, int] = FrozenMap()
    early: Mapping[str, int] = FrozenMap()
    strange: Mapping[str, int] = FrozenMap()


def cells_of(source: Source, read: Map, table: Cutoffs, faults: list[Fault]) -> Cells | None:
    """
    Make the columns of a map what a schedule asks for, as far as they are there.

    Args:
        source: The rows.
        read: The map.
        table: The schedule.
        faults: Takes what is wrong with the columns.

    Returns:
        The cells that can be looked at; None where the column that names a record is missing.
    """
    kinds = {each.name: each.kind for each in table.facts}
    placed = [each for each in read.columns if each.fact in kinds]
    there = [each for each in placed if each.name in source.held]
    lacking = (each.name for each in placed if each.name not in source.held)
    faults += [_missing(f"columns.{name}", name, source) for name in lacking]
    reader = _Reader(source=source, zone=read.zone, shapes=_shapes(source, there, kinds))
    found = {each.fact: reader.cell(each, kinds[each.fact], faults) for each in there}
    faults += _zones(reader, there, kinds)
    if read.id not in source.held:
        faults += [_missing("id", read.id, source)] if read.id else []
        return None
    return Cells(
        facts={fact: cell for fact, cell in found.items() if cell is not None},
        columns={each.fact: each for each in there},
        id=source.rows.c[read.id],
        whole=source.held[read.id] is Held.WHOLE,
    )


def _missing(path: str, name: str, source: Source) -> Fault:
    near = nearest(name, source.held)
    return Fault(path=path, problem=f"there is no column {name!r} in the data", nearest=near)


@attrs.frozen(kw_only=True)
class _Reader:
    source: Source
    zone: str
    shapes: Mapping[str, _Shapes]

    def cell(
        self, column: Column, kind: CellKind, faults: list[Fault]
    ) -> ColumnElement[Any] | None:
        """
        Make a column what a fact asks for; None where that cannot be.
        """
        path = f"columns.{column.name}"
        held = self.held(column, kind)
        bare = self.source.rows.c[column.name]
        if held is None:
            faults.append(self._unlike(path, self.shapes[column.name], kind))
            return None
        if held not in WANTED[kind]:
            problem = f"is of the type {self.source.types[column.name]}"
            faults.append(Fault(path=path, problem=problem, way_out=WAYS_OUT[kind]))
            return None
        if kind is CellKind.DAY:
            return self._day(column, held, bare, faults)
        return _flag(bare) if kind is CellKind.FLAG and column.name in self.shapes else bare

    def held(self, column: Column, kind: CellKind) -> Held | None:
        """
        Tell what a column holds; None where its cells are not alike.
        """
        held = self.source.held[column.name]
        shapes = self.shapes.get(column.name)
        if shapes is None:
            return held
        if kind is CellKind.FLAG:
            return Held.FLAG if shapes.flags == shapes.full else None
        return shapes.held

    def _unlike(self, path: str, shapes: _Shapes, kind: CellKind) -> Fault:
        days = shapes.days + shapes.local + shapes.instants
        if kind is CellKind.DAY and days == shapes.full:
            problem = "mixes days, times without a zone and times with one"
            return Fault(path=path, problem=problem, way_out="write all of one kind")
        wrong = shapes.full - (days if kind is CellKind.DAY else shapes.flags)
        problem, way_out = CELLS[kind]
        cells = f"{wrong} of {shapes.full} cells that are not empty {problem}"
        return Fault(path=path, problem=cells, way_out=way_out)

    def _day(
        self, column: Column, held: Held, bare: ColumnElement[Any], faults: list[Fault]
    ) -> ColumnElement[Any] | None:
        import sqlalchemy as sa

        path = f"columns.{column.name}"
        if held is Held.DAY:
            return self._written_day(bare)
        if held is Held.LOCAL and not column.zone:
            text = self.source.engine == "sqlite"
            day = sa.func.date(bare) if text else sa.cast(self._time(column, bare), sa.Date)
            return sa.type_coerce(day, sa.Date)
        if not self.zone:
            way_out = 'name the controller\'s zone in the map, as in zone = "Europe/Amsterdam"'
            problem = "holds times of a zone, and nobody says where they become days"
            faults.append(Fault(path=path, problem=problem, way_out=way_out))
            return None
        if self.source.engine not in ZONED:
            way_out = "make it a column of days, or a view that has one"
            faults.append(
                Fault(path=path, problem="cannot be brought to a zone here", way_out=way_out)
            )
            return None
        instant = self._time(column, bare, zoned=held is Held.INSTANT)
        if held is Held.LOCAL:
            instant = sa.func.timezone(column.zone, instant)
        day = sa.cast(sa.func.timezone(self.zone, instant), sa.Date)
        # What stands for "unknown" is that instant in every zone.
        return sa.case((day == BEFORE, NEVER_DAYS[0]), (day >= LATE, NEVER_DAYS[1]), else_=day)

    def _time(
        self, column: Column, bare: ColumnElement[Any], *, zoned: bool = False
    ) -> ColumnElement[Any]:
        if column.name not in self.shapes:
            return bare
        kind = "TIMESTAMPTZ" if zoned else "TIMESTAMP"
        return _tried(bare, kind)

    def _written_day(self, bare: ColumnElement[Any]) -> ColumnElement[Any]:
        import sqlalchemy as sa

        if self.source.engine == "sqlite":
            return sa.type_coerce(bare, sa.Date)
        return sa.cast(bare, sa.Date) if self.source.written else bare


def _flag(bare: ColumnElement[Any]) -> ColumnElement[Any]:
    import sqlalchemy as sa

    return sa.cast(bare, sa.Boolean)


def _zones(reader: _Reader, there: list[Column], kinds: Mapping[str, CellKind]) -> Iterator[Fault]:
    days = [each for each in there if kinds[each.fact] is CellKind.DAY]
    held = {each.name: reader.held(each, CellKind.DAY) for each in days}
    for each in days:
        if each.zone and held[each.name] not in {Held.LOCAL, None}:
            problem = "names a zone for what is no time without one"
            yield Fault(path=f"columns.{each.name}.zone", problem=problem, way_out="leave it out")
        elif Held.INSTANT in held.values() and held[each.name] is Held.LOCAL and not each.zone:
            problem = "holds times without a zone, beside columns that have one"
            way_out = 'say which: { fact = "…", zone = "UTC" }'
            yield Fault(path=f"columns.{each.name}", problem=problem, way_out=way_out)


def _shapes(
    source: Source, there: list[Column], kinds: Mapping[str, CellKind]
) -> dict[str, _Shapes]:
    """
    Count the shapes of cells, where days and flags stand as text.
    """
    import sqlalchemy as sa

    looked = [
        each.name
        for each in there
        if source.written and kinds[each.fact] in CELLS and _is_text(source, each, kinds)
    ]
    if not looked:
        return {}
    counts = [count for name in looked for count in _counts(source, name)]
    (found,) = source.run(sa.select(*counts).select_from(source.rows))
    return {
        name: _Shapes(*(int(each) for each in found[5 * at : 5 * at + 5]))
        for at, name in enumerate(looked)
    }


def _is_text(source: Source, column: Column, kinds: Mapping[str, CellKind]) -> bool:
    if source.engine != "sqlite":
        return True
    day = kinds[column.fact] is CellKind.DAY
    return day and source.held[column.name] in {Held.DAY, Held.LOCAL, Held.TEXT}


def _counts(source: Source, name: str) -> Iterator[ColumnElement[int]]:
    import sqlalchemy as sa

    bare = sa.type_coerce(source.rows.c[name], sa.String)
    asked = _in_sqlite(bare) if source.engine == "sqlite" else _in_csv(bare)
    yield sa.func.count(bare)
    yield from (sa.func.count(sa.case((each, 1))) for each in asked)


def _in_csv(bare: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    import sqlalchemy as sa

    flags = sa.func.lower(bare).in_(FLAGS)
    return (*(_shaped(bare, *each) for each in SHAPES), flags)


def _shaped(bare: ColumnElement[str], pattern: str, kind: str) -> ColumnElement[bool]:
    import sqlalchemy as sa

    return sa.and_(sa.func.regexp_full_match(bare, pattern), _tried(bare, kind).is_not(None))


def _tried(bare: ColumnElement[Any], kind: str) -> ColumnElement[Any]:
    import sqlalchemy as sa

    return sa.func.try_cast(bare.op("AS")(sa.literal_column(kind)))


def _in_sqlite(bare: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    import sqlalchemy as sa

    day = sa.func.date(bare)
    zoned = sa.or_(*(bare.like(each) for each in OFFSETS))
    time = sa.and_(day.is_not(None), day != bare, sa.func.typeof(bare) == "text")
    return day == bare, sa.and_(time, ~zoned), sa.and_(time, zoned), sa.false()


def faults_in(source: Source, cells: Cells, table: Cutoffs, faults: list[Fault]) -> Counted:
    """
    Look at every row for what a map does not allow, and for what a reader should know of.

    Args:
        source: The rows.
        cells: The columns.
        table: The schedule.
        faults: Takes what is found.
    """
    import sqlalchemy as sa

    days = {each.name for each in table.facts if each.kind is CellKind.DAY}
    words = words_of(table)
    counts: list[ColumnElement[int]] = [
        sa.func.count(),
        sa.func.count(cells.id),
        sa.func.count(sa.distinct(cells.id)),
    ]
    for fact, cell in cells.facts.items():
        asked = [cell.is_not(None), sa.false(), sa.false(), sa.false()]
        if fact in days:
            asked[1:3] = [cell.in_(NEVER_DAYS), cell < NEVER_DAYS[0]]
        if fact in words:
            asked[3] = cell.not_in(sorted(words[fact]))
        counts += (sa.func.count(sa.case((each, 1))) for each in asked)
    (found,) = source.run(sa.select(*counts).select_from(source.rows))
    rows, named, different, *rest = (int(each) for each in found)
    faults += _of_ids(rows, named, different)
    odd: tuple[dict[str, int], dict[str, int], dict[str, int]] = ({}, {}, {})
    for at, fact in enumerate(cells.facts):
        column = cells.columns[fact]
        full, *some = rest[4 * at : 4 * at + 4]
        faults += _of_column(column, rows - full, some[0])
        for kept, count in zip(odd, some, strict=True):
            if count:
                kept[column.name] = count
    return Counted(rows, *odd)


def _of_ids(rows: int, named: int, different: int) -> Iterator[Fault]:
    if not rows:
        problem = "holds no row"
        yield Fault(path="--data", problem=problem, way_out="look at the export")
    if named < rows:
        problem = f"is empty in {_counted(rows - named, 'row')}"
        yield Fault(path="id", problem=problem, way_out="name each record")
    if different < named:
        problem = f"names {_counted(named - different, 'record')} more than once"
        yield Fault(path="id", problem=problem, way_out="hand over one row for each record")


def _of_column(column: Column, empty: int, placeholders: int) -> Iterator[Fault]:
    path = f"columns.{column.name}"
    if empty and column.empty is Empty.REFUSED:
        problem = f"is empty in {_counted(empty, 'row')}, which the map refuses"
        yield Fault(path=path, problem=problem, way_out="fill them, or say what empty means")
    if placeholders and column.placeholders is Placeholders.REFUSED:
        problem = f"holds 1970-01-01 or 9999-12-31 in {_counted(placeholders, 'row')}"
        yield Fault(path=path, problem=problem, way_out="empty them, or let them be unknown")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
