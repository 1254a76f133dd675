"""
The file a sweep leaves, written whole or not at all, and the one the run before it left.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import TYPE_CHECKING, Final

import attrs

from recruitprivacy.cli._sweeping._run import Due
from recruitprivacy.cli._sweeping._source import fault_of
from recruitprivacy.retention import Cutoffs

if TYPE_CHECKING:
    import duckdb

__all__ = ["Change", "Staged", "refuse_out", "refuse_previous", "staged"]

KINDS: Final[Mapping[str, str]] = {
    ".parquet": "(FORMAT parquet, COMPRESSION zstd)",
    ".csv": "(FORMAT csv, HEADER)",
}
COLUMNS: Final = (
    *("id", "status", "rules", "last_day", "new"),
    *("policy", "policy_version", "law", "law_version", "on"),
)
TYPES: Final = "{'id': 'VARCHAR', 'status': 'VARCHAR', 'rules': 'VARCHAR', 'last_day': 'DATE'}"
NO_RUN: Final = "is not what a sweep wrote"
ANOTHER_PLACE: Final = "name another place, or have it opened to this run"
BETWEEN: Final = "; "


@attrs.frozen(kw_only=True)
class Change:
    """
    What differs from the run before.

    Attributes:
        before: How many were due then.
        on: The day of that run; None where nothing was due then.
        new: How many are due now and were not.
        gone: How many were due and are not now.
    """

    before: int
    on: date | None
    new: int
    gone: int


def refuse_out(out: Path, read: Iterable[Path]) -> None:
    """
    Refuse a file that cannot be written, before anything is read.

    Raises:
        FaultsError: If its ending is of no kind, its folder is not there, or it is one that is
            read.
    """
    if out.suffix.lower() not in KINDS:
        raise fault_of("--out", "has an ending of no kind", "end it in .parquet or .csv")
    if not out.resolve().parent.is_dir():
        raise fault_of("--out", "stands in a folder that is not there", "make the folder first")
    if out.is_dir():
        raise fault_of("--out", "is a folder", "name a file")
    if not os.access(out.resolve().parent, os.W_OK | os.X_OK):
        raise fault_of("--out", "stands in a folder this run may not write to", ANOTHER_PLACE)
    if out.resolve() in {each.resolve() for each in read}:
        raise fault_of("--out", "is a file this run reads", "give it another name")


def refuse_previous(path: Path) -> None:
    """
    Refuse a previous run that is a day, or no file.

    Raises:
        FaultsError: If it is.
    """
    given = str(path)
    if not path.exists() and _is_day(given):
        way_out = (
            "give the file the previous run wrote with --out: a fact that was recorded late lies "
            "before any day, and a file shows it"
        )
        raise fault_of("--since", "is a day", way_out)
    if not path.is_file():
        raise fault_of("--since", "there is no such file", "give what the previous run wrote")
    if path.suffix.lower() not in KINDS:
        raise fault_of("--since", NO_RUN, "give the .parquet or .csv file it wrote")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@attrs.frozen
class Staged:
    """
    What was found, put by until the run is over.
    """

    connection: duckdb.DuckDBPyConnection
    table: Cutoffs
    has_previous: bool

    def change(self) -> Change:
        """
        Compare it with the run before.
        """
        found = self.connection.execute(
            "SELECT (SELECT count(*) FROM previous),"
            ' (SELECT max("on") FROM previous),'
            " (SELECT count(*) FROM found WHERE id NOT IN (SELECT id FROM previous)),"
            " (SELECT count(*) FROM previous WHERE id NOT IN (SELECT id FROM found))"
        ).fetchall()
        ((before, on, new, gone),) = found
        return Change(before=before, on=on, new=new, gone=gone)

    def write(self, out: Path, *, law_version: str, whole: bool) -> None:
        """
        Write the file beside its place, and put it there when it is whole.

        Args:
            out: Its place.
            law_version: The day each pack of law was last gone through.
            whole: Whether records are named by whole numbers.
        """
        table = self.table
        new = "id NOT IN (SELECT id FROM previous)" if self.has_previous else "true"
        said = (table.policy, table.version, table.law, law_version, table.on.isoformat())
        texts = [literal(each) for each in said]
        texts[-1] = f"DATE {texts[-1]}"
        named = (f'{text} AS "{name}"' for text, name in zip(texts, COLUMNS[5:], strict=True))
        name = "id::BIGINT AS id" if whole else "id"
        selected = (
            f"SELECT {name}, status, rules, last_day, {new} AS new, {', '.join(named)}"  # noqa: S608 - literals
            " FROM found ORDER BY last_day NULLS LAST, 1"
        )
        with _beside(out) as part:
            self._copied(selected, part, KINDS[out.suffix.lower()])

    def _copied(self, selected: str, part: Path, kind: str) -> None:
        import duckdb

        try:
            self.connection.execute(f"COPY ({selected}) TO {literal(str(part))} {kind}")
        except duckdb.Error:
            way_out = "see that there is room, and that it may be written"
            raise fault_of("--out", "cannot be written", way_out) from None


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    part = _part(out)
    try:
        yield part
        part.chmod(0o666 & ~_mask())
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _part(out: Path) -> Path:
    prefix, home = f".{out.name}.", out.resolve().parent
    try:
        with NamedTemporaryFile(dir=home, prefix=prefix, suffix=".part", delete=False) as file:
            return Path(file.name)
    except OSError:
        raise fault_of("--out", "cannot be written there", ANOTHER_PLACE) from None


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def staged(found: Iterable[Due], table: Cutoffs, previous: Path | None) -> Iterator[Staged]:
    """
    Put by what is found, in a folder of its own that is removed in the end.

    Args:
        found: The records that are due, and why.
        table: The schedule.
        previous: What the run before wrote.

    Raises:
        FaultsError: If that is no such file.
    """
    import duckdb

    with TemporaryDirectory(prefix="recruitprivacy-") as folder, duckdb.connect() as connection:
        if previous is not None:
            _read_previous(connection, previous, table)
        file = Path(folder) / "found.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
            writer.writerows(
                (name, why.status.value, BETWEEN.join(why.rules), why.last_day or "")
                for name, why in found
            )
        connection.execute(
            f"CREATE VIEW found AS SELECT * FROM read_csv({literal(str(file))}, header=false,"  # noqa: S608 - a file of ours
            f" auto_detect=false, delim=',', quote='\"', escape='\"', columns={TYPES})"
        )
        yield Staged(connection, table, previous is not None)


def _read_previous(connection: duckdb.DuckDBPyConnection, previous: Path, table: Cutoffs) -> None:
    import duckdb

    try:
        read = _relation(connection, previous)
        if tuple(read.columns) != COLUMNS:
            raise fault_of("--since", NO_RUN, "give the file it wrote with --out")
        read.project('id::VARCHAR AS id, policy, "on"::DATE AS "on"').create("previous")
    except duckdb.Error:
        raise fault_of("--since", NO_RUN, "give the whole file it wrote with --out") from None
    asked = 'SELECT bool_or(policy IS DISTINCT FROM ?), bool_or("on" > ?) FROM previous'
    ((others, later),) = connection.execute(asked, [table.policy, table.on]).fetchall()
    if others:
        raise fault_of("--since", "is of another policy", "give the run of this one")
    if later:
        raise fault_of("--since", "is of a later day", "give a run before this one")


def _relation(connection: duckdb.DuckDBPyConnection, previous: Path) -> duckdb.DuckDBPyRelation:
    name = str(previous.resolve())
    if previous.suffix.lower() == ".csv":
        return connection.read_csv(name, header=True, all_varchar=True)
    return connection.read_parquet(name)


def literal(text: str) -> str:
    """
    Write a text as DuckDB reads it.

    >>> literal("o'clock")
    "'o''clock'"
    """
    return "'" + text.replace("'", "''") + "'"
