"""
The file that says which column holds which fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.retention import Cell, CellKind, Cutoffs
from recruitprivacy.retention._cutoffs import Nulls, Places, placed
from recruitprivacy.timeline import Absence

__all__ = ["Column", "Empty", "Map", "Placeholders", "map_of", "unplaced"]

E = TypeVar("E", bound=StrEnum)

NEVER: Final = "never"
UNKNOWN: Final = "unknown"
DAYS: Final = 'write a day, "never" or "unknown"'
GIVES: Final[Mapping[CellKind, str]] = FrozenMap(
    {
        CellKind.DAY: DAYS,
        CellKind.KEY: 'write a key, or "" for none',
        CellKind.FLAG: 'write true, false or "unknown"',
    }
)
TOP: Final = ("id", "table", "zone", "folded", "columns", "given")
OF_COLUMN: Final = ("fact", "empty", "placeholders", "zone")


class Empty(StrEnum):
    """
    What an empty cell means.
    """

    UNKNOWN = "unknown"
    NEVER = "never"
    REFUSED = "refused"


class Placeholders(StrEnum):
    """
    What becomes of 1 January 1970 and 31 December 9999.
    """

    UNKNOWN = "unknown"
    REFUSED = "refused"


@attrs.frozen(kw_only=True)
class Column:
    """
    One column and the fact it holds.

    Attributes:
        name: The column.
        fact: The fact.
        empty: What an empty cell means.
        placeholders: What becomes of days by which databases say that they do not know.
        zone: The zone of its times, where they name none.
    """

    name: str
    fact: str
    empty: Empty = Empty.UNKNOWN
    placeholders: Placeholders = Placeholders.UNKNOWN
    zone: str = ""


@attrs.frozen(kw_only=True)
class Map:
    """
    Where a host keeps what a schedule asks for.

    Attributes:
        id: The column that names a record.
        table: The table, with its schema if need be; empty for a file that is one.
        zone: The zone in which instants become days.
        folded: The clocks and rules whose start the host works out beforehand.
        columns: The columns.
        given: The facts that are the same for every row, as written.
    """

    id: str = ""
    table: str = ""
    zone: str = ""
    folded: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    given: FrozenMap[str, object] = FrozenMap()


@attrs.frozen
class _Reader:
    """
    Reads parts of a document, and keeps what is wrong with them.
    """

    faults: list[Fault]

    def text(self, path: str, value: object) -> str:
        """
        Read a text.
        """
        if isinstance(value, str):
            return value
        self.fault(path, "is no text", "write it in quotation marks")
        return ""

    def zone(self, path: str, value: object) -> str:
        """
        Read the name of a time zone.
        """
        name = self.text(path, value)
        if name and not _is_zone(name):
            self.fault(path, "is no time zone", 'write it as in "Europe/Amsterdam"')
            return ""
        return name

    def word(self, path: str, value: object, kind: type[E], default: E) -> E:
        """
        Read one of a few words.
        """
        words = [str(each) for each in kind]
        if value in words:
            return kind(value)
        self.fault(path, "is none of the words there are", f"write one of: {', '.join(words)}")
        return default

    def texts(self, path: str, value: object) -> tuple[str, ...]:
        """
        Read a list of texts.
        """
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        self.fault(path, "is no list of texts", "write it in square brackets")
        return ()

    def table(self, path: str, value: object) -> Mapping[str, object]:
        """
        Read a table.
        """
        if isinstance(value, Mapping):
            return value
        self.fault(path, "is no table", f"write [{path}] and what belongs to it below")
        return {}

    def known(self, path: str, keys: Iterable[str], words: tuple[str, ...]) -> None:
        """
        Refuse keys that nobody reads.
        """
        for key in keys:
            if key not in words:
                name = f"{path}.{key}" if path else key
                near = nearest(key, words)
                self.faults.append(Fault(path=name, problem="unknown key", nearest=near))

    def fault(self, path: str, problem: str, way_out: str) -> None:
        """
        Keep a fault.
        """
        self.faults.append(Fault(path=path, problem=problem, way_out=way_out))


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def map_of(document: Mapping[str, object]) -> tuple[Map, list[Fault]]:
    """
    Read a map, with all that is wrong with how it is written.

    >>> read, faults = map_of({"id": "id", "columns": {"closed_on": "procedure.closed.last"}})
    >>> [each.fact for each in read.columns], faults
    (['procedure.closed.last'], [])
    """
    reader = _Reader([])
    reader.known("", document, TOP)
    if "id" not in document:
        reader.fault("id", "nobody says which column names a record", 'write it as in id = "id"')
    columns = reader.table("columns", document.get("columns", {}))
    read = Map(
        id=reader.text("id", document.get("id", "")),
        table=reader.text("table", document.get("table", "")),
        zone=reader.zone("zone", document.get("zone", "")),
        folded=reader.texts("folded", document.get("folded", [])),
        columns=tuple(_column(reader, name, written) for name, written in columns.items()),
        given=FrozenMap(reader.table("given", document.get("given", {}))),
    )
    return read, reader.faults


def _column(reader: _Reader, name: str, written: object) -> Column:
    path = f"columns.{name}"
    if isinstance(written, str):
        return Column(name=name, fact=written)
    if not isinstance(written, Mapping):
        reader.fault(path, "names no fact", 'write the fact as text, or { fact = "…" }')
        return Column(name=name, fact="")
    reader.known(path, written, OF_COLUMN)
    if "fact" not in written:
        reader.fault(path, "names no fact", 'write fact = "…"')
    return Column(
        name=name,
        fact=reader.text(f"{path}.fact", written.get("fact", "")),
        empty=reader.word(f"{path}.empty", written.get("empty", UNKNOWN), Empty, Empty.UNKNOWN),
        placeholders=reader.word(
            f"{path}.placeholders",
            written.get("placeholders", UNKNOWN),
            Placeholders,
            Placeholders.UNKNOWN,
        ),
        zone=reader.zone(f"{path}.zone", written.get("zone", "")),
    )


def unplaced(read: Map, table: Cutoffs) -> tuple[Places[str], list[Fault]]:
    """
    Find what a schedule asks for in a map: where each fact stands, and what is wrong with that.
    """
    kinds = {each.name: each.kind for each in table.facts}
    faults = [*_unasked(read, kinds), *_odd_empties(read, kinds), *_nowhere(read, kinds)]
    given: dict[str, Cell] = {}
    for fact, written in read.given.items():
        if fact in kinds:
            cell, fits = READS[kinds[fact]](written)
            given[fact] = cell
            if not fits:
                way_out = GIVES[kinds[fact]]
                fault = Fault(path=f"given.{fact}", problem="is of another kind", way_out=way_out)
                faults.append(fault)
    columns = {each.name: each.fact for each in read.columns if each.fact in kinds}
    places = Places(columns, given, _nulls(read, kinds))
    try:
        placed(table, places)
    except FaultsError as error:
        lacking = {f"columns.{fact}" for fact in _lacking(read, kinds)}
        faults += (each for each in error.faults if each.path not in lacking)
    return places, faults


def _lacking(read: Map, kinds: Mapping[str, CellKind]) -> Iterator[str]:
    had = {*(each.fact for each in read.columns), *read.given}
    yield from (fact for fact in kinds if fact not in had)


def _nowhere(read: Map, kinds: Mapping[str, CellKind]) -> Iterator[Fault]:
    for fact in _lacking(read, kinds):
        yield Fault(
            path=fact,
            problem="nobody says where this fact stands",
            way_out=f"name its column under [columns], or under [given] {GIVES[kinds[fact]]}",
        )


def _nulls(read: Map, kinds: Mapping[str, CellKind]) -> Nulls:
    days = (each for each in read.columns if kinds.get(each.fact) is CellKind.DAY)
    return {each.fact: Absence.NOT_STARTED for each in days if each.empty is Empty.NEVER}


def _unasked(read: Map, kinds: Mapping[str, CellKind]) -> Iterator[Fault]:
    named = [(f"columns.{each.name}", each.fact) for each in read.columns if each.fact]
    named += [(f"given.{fact}", fact) for fact in read.given]
    for path, fact in named:
        if fact not in kinds:
            problem = f"no rule asks for {fact!r}"
            yield Fault(path=path, problem=problem, nearest=nearest(fact, kinds))


def _odd_empties(read: Map, kinds: Mapping[str, CellKind]) -> Iterator[Fault]:
    for each in read.columns:
        day = kinds.get(each.fact, CellKind.DAY) is CellKind.DAY
        if each.empty is Empty.NEVER and not day:
            yield Fault(
                path=f"columns.{each.name}.empty",
                problem="only a day can be one that never came",
                way_out="leave it out: an empty cell names nothing, or nobody knows",
            )


def _day(written: object) -> tuple[Cell, bool]:
    match written:
        case "never":
            return Absence.NOT_STARTED, True
        case "unknown":
            return Absence.UNKNOWN, True
        case date() if not isinstance(written, datetime):
            return written, True
        case _:
            return Absence.UNKNOWN, False


def _key(written: object) -> tuple[Cell, bool]:
    return (written or None, True) if isinstance(written, str) else (None, False)


def _flag(written: object) -> tuple[Cell, bool]:
    if isinstance(written, bool):
        return written, True
    return None, written == UNKNOWN


READS: Final[Mapping[CellKind, Callable[[object], tuple[Cell, bool]]]] = FrozenMap(
    {CellKind.DAY: _day, CellKind.KEY: _key, CellKind.FLAG: _flag}
)
