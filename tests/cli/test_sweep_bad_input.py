"""
What a sweep does with a map or data that cannot be used: it says everything, and writes nothing.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, TypeAlias

import duckdb
import polars as pl
import pytest
import sqlalchemy as sa
from click.testing import Result

from recruitprivacy.cli._sweeping import _file, _source
from recruitprivacy.errors import FaultsError
from tests.cli.sweeping import (
    CLOSED,
    MAP,
    ON,
    ZONED,
    as_url,
    in_csv,
    in_duckdb,
    in_parquet,
    in_sqlite,
    people,
)

Sweep: TypeAlias = Callable[..., Result]
Run: TypeAlias = Callable[..., Result]
Declare: TypeAlias = Callable[..., Path]

TEXT: Final = ["2026-04-05", "5 April", None, None, None]


def faults(result: Result) -> list[str]:
    """
    List what is to be mended, and see that nothing was found beside.
    """
    assert (2, "") == (result.exit_code, result.stdout)
    assert isinstance(result.exception, SystemExit)
    head, *told = result.stderr.splitlines()
    assert head.endswith(f"{len(told)} thing{'' if len(told) == 1 else 's'} to mend")
    return [each.strip() for each in told]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param('id = "number"\n', "",
                     "id: nobody says which column names a record; "
                     'write it as in id = "id"', id="no id"),
        pytest.param('"number"', '"nubmer"',
                     "id: there is no column 'nubmer' in the data; did you mean 'number'?",
                     id="id that is no column"),
        pytest.param('"number"', "7", "id: is no text; write it in quotation marks",
                     id="id that is no text"),
        pytest.param("closed_on =", "closd_on =",
                     "columns.closd_on: there is no column 'closd_on' in the data; "
                     "did you mean 'closed_on'?", id="missing column"),
        pytest.param('held = "hold.open"\n', "",
                     "hold.open: nobody says where this fact stands; name its column under "
                     '[columns], or under [given] write true, false or "unknown"',
                     id="fact without a place"),
        pytest.param('"use.hiring.ended" = "never"\n', "",
                     "use.hiring.ended: nobody says where this fact stands; name its column under "
                     '[columns], or under [given] write a day, "never" or "unknown"',
                     id="day without a place"),
        pytest.param('"record.role" = "candidate"', '"record.role" = "candidat"',
                     "given.record.role: the policy knows no 'candidat' here; "
                     "did you mean 'candidate'?", id="misspelt role for every row"),
        pytest.param('"record.controller" = "harbour"', '"record.controller" = "shipyard"',
                     "given.record.controller: the policy knows no 'shipyard' here; "
                     "write one of: harbour", id="another controller for every row"),
        pytest.param('"procedure.closed.last"', '"procedure.closed"',
                     "columns.closed_on: no rule asks for 'procedure.closed'; "
                     "did you mean 'procedure.closed.last'?", id="unknown fact"),
        pytest.param('empty = "never"', 'empty = "nevr"',
                     "columns.closed_on.empty: is none of the words there are; "
                     "write one of: unknown, never, refused", id="unknown meaning of empty"),
        pytest.param('empty = "never"', 'emtpy = "never"',
                     "columns.closed_on.emtpy: unknown key; did you mean 'empty'?",
                     id="unknown key of a column"),
        pytest.param('held = "hold.open"', 'held = { fact = "hold.open", empty = "never" }',
                     "columns.held.empty: only a day can be one that never came; "
                     "leave it out: an empty cell names nothing, or nobody knows",
                     id="never of what is no day"),
        pytest.param('held = "hold.open"', 'held = 1\nheld_too = "hold.open"',
                     'columns.held: names no fact; write the fact as text, or { fact = "…" }',
                     id="column that is a number"),
        pytest.param('held = "hold.open"', "held = {}",
                     'columns.held: names no fact; write fact = "…"', id="column of nothing"),
        pytest.param('table = "people"', 'tabel = "people"',
                     "tabel: unknown key; did you mean 'table'?", id="unknown key"),
        pytest.param('table = "people"', 'zone = "Amsterdam"',
                     'zone: is no time zone; write it as in "Europe/Amsterdam"',
                     id="unknown zone"),
        pytest.param('table = "people"', 'folded = "clocks.contact"',
                     "folded: is no list of texts; write it in square brackets",
                     id="folded that is no list"),
        pytest.param("[given]", "[giver]", "giver: unknown key; did you mean 'given'?",
                     id="unknown table"),
        pytest.param('"notice.unsure" = false', '"notice.unsure" = "no"',
                     'given.notice.unsure: is of another kind; write true, false or "unknown"',
                     id="flag that is text"),
        pytest.param('"use.hiring.ended" = "never"', '"use.hiring.ended" = 2026-03-01T00:00:00',
                     'given.use.hiring.ended: is of another kind; '
                     'write a day, "never" or "unknown"', id="day that is a time"),
        pytest.param('"record.role" = "candidate"', '"record.role" = 1',
                     'given.record.role: is of another kind; write a key, or "" for none',
                     id="key that is a number"),
        pytest.param('"record.role" =', '"record.rol" =',
                     "given.record.rol: no rule asks for 'record.rol'; "
                     "did you mean 'record.role'?", id="unknown fact given"),
        pytest.param("[given]", '[given]\n"hold.open" = false',
                     "columns.hold.open: has two places; name one", id="fact in two places"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_map(sweep: Sweep, old: str, new: str, told: str) -> None:
    """
    A map that does not fit is refused with the path, what was expected, and what is near.
    """
    assert old in MAP
    assert told in faults(sweep(columns=MAP.replace(old, new, 1)))


@pytest.mark.parametrize("columns", ["columns = 1", "given = [1]", "id = ", "\ufeffid = 'x'"])
def test_what_is_no_map(sweep: Sweep, columns: str) -> None:
    """
    A file that is no map is refused under its name.
    """
    result = sweep(columns=columns)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "map.toml: " in result.stderr


def test_no_map(run: Run, declare: Declare, tmp_path: Path) -> None:
    """
    A map that is not there is told of by its name.
    """
    data = in_parquet(tmp_path, people())
    given = ("--data", data, "--map", tmp_path / "none.toml", "--on", ON)
    result = run("sweep", declare(), *given)
    assert (2, True) == (result.exit_code, "none.toml: 1 thing to mend" in result.stderr)


def test_everything_at_once(sweep: Sweep, tmp_path: Path) -> None:
    """
    What is wrong with the map and with the data is told in one go.
    """
    frame = people(number=[11, 11, None, 14, 15], closed_on=TEXT)
    columns = MAP.replace("held =", "hled =").replace('"objection.state" = false\n', "")
    found = faults(sweep(columns=columns, data=in_parquet(tmp_path, frame)))
    assert {"objection.state", "columns.hled", "columns.closed_on", "id"} == {
        each.partition(": ")[0] for each in found
    }
    assert 5 == len(found)


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (in_parquet, "columns.closed_on: is of the type VARCHAR; make it days, as in 2026-03-02"),
        (in_duckdb, "columns.closed_on: is of the type VARCHAR; make it days, as in 2026-03-02"),
        (
            in_csv,
            (
                "columns.closed_on: 1 of 2 cells that are not empty hold no day; "
                "write each as in 2026-03-02"
            ),
        ),
    ],
)
def test_text_for_days(
    sweep: Sweep, tmp_path: Path, way: Callable[[Path, pl.DataFrame], str], told: str
) -> None:
    """
    Text is no day; where all is text, each cell must read as one.
    """
    assert [told] == faults(sweep(data=way(tmp_path, people(closed_on=TEXT))))


@pytest.mark.parametrize("day", ["2026-02-30", "20260405", "05/04/2026", "2026-4-5"])
def test_days_are_not_guessed(sweep: Sweep, tmp_path: Path, day: str) -> None:
    """
    A day there is not, or in another notation, is none.
    """
    data = in_csv(tmp_path, people(closed_on=[day] * 5))
    (found,) = faults(sweep(data=data))
    assert found.startswith("columns.closed_on: 5 of 5 cells that are not empty hold no day")


def test_text_in_sqlite(sweep: Sweep, tmp_path: Path) -> None:
    """
    A cell of a database that keeps days as text must be a day, too.
    """
    path = tmp_path / "people.sqlite"
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE people (number INTEGER, held BOOLEAN, closed_on DATE)")
        rows = [(1, "2026-04-05"), (2, "April"), (3, 45), (4, "2026-04-05 10:00:00")]
        connection.executemany("INSERT INTO people VALUES (?, 0, ?)", rows)
    connection.close()
    (found,) = faults(sweep(data=str(path)))
    assert found.startswith("columns.closed_on: 2 of 4 cells that are not empty hold no day")


def test_a_database_that_names_zones_in_text(sweep: Sweep, tmp_path: Path) -> None:
    """
    A database that has no zones cannot bring an instant to one.
    """
    path = tmp_path / "people.sqlite"
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE people (number INTEGER, held BOOLEAN, closed_on TEXT)")
        connection.execute("INSERT INTO people VALUES (1, 0, '2026-04-05T23:59:00+02:00')")
    connection.close()
    assert [
        (
            "columns.closed_on: cannot be brought to a zone here; "
            "make it a column of days, or a view that has one"
        )
    ] == faults(sweep(columns=ZONED, data=str(path)))


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["no"] * 5, "columns.held: is of the type VARCHAR; make it true, false and empty"),
        ([0] * 5, "columns.held: is of the type BIGINT; make it true, false and empty"),
    ],
)
def test_flags_are_true_or_false(
    sweep: Sweep, tmp_path: Path, cells: list[object], told: str
) -> None:
    """
    Text and numbers are no yes and no.
    """
    assert [told] == faults(sweep(data=in_parquet(tmp_path, people(held=cells))))


def test_written_flags_are_true_or_false(sweep: Sweep, tmp_path: Path) -> None:
    """
    In a file of text, too.
    """
    data = in_csv(tmp_path, people(held=["true", "F", None, "yes", "0"]))
    assert [
        (
            "columns.held: 2 of 4 cells that are not empty are neither true nor false; "
            "write true, false, or nothing"
        )
    ] == faults(sweep(data=data))


# --------------------------------------------------------------------------------------- zones

INSTANT: Final = datetime(2026, 4, 5, 22, tzinfo=UTC)


def test_instants_without_a_zone_to_become_days_in(sweep: Sweep, tmp_path: Path) -> None:
    """
    Where nobody says in which zone days are counted, an instant is no day.
    """
    data = in_parquet(tmp_path, people(closed_on=[INSTANT] * 5))
    assert [
        (
            "columns.closed_on: holds times of a zone, and nobody says where they become days; "
            'name the controller\'s zone in the map, as in zone = "Europe/Amsterdam"'
        )
    ] == faults(sweep(data=data))


def test_columns_of_mixed_zones(sweep: Sweep, tmp_path: Path) -> None:
    """
    Times without a zone beside times with one are refused, unless the map says of which they are.
    """
    ended = "use.hiring.ended"
    columns = ZONED.replace(f'"{ended}" = "never"\n', "").replace(
        "[columns]", f'[columns]\nended_on = {{ fact = "{ended}", empty = "never" }}'
    )
    frame = people(
        closed_on=[INSTANT] * 5, ended_on=[INSTANT.replace(tzinfo=None)] * 5, held=[False] * 5
    )
    data = in_parquet(tmp_path, frame)
    assert [
        (
            "columns.ended_on: holds times without a zone, beside columns that have one; "
            'say which: { fact = "…", zone = "UTC" }'
        )
    ] == faults(sweep(columns=columns, data=data))
    said = columns.replace(f'"{ended}", empty', f'"{ended}", zone = "UTC", empty')
    assert 0 == sweep(columns=said, data=data).exit_code


def test_cells_of_mixed_zones(sweep: Sweep, tmp_path: Path) -> None:
    """
    One column does not hold times with a zone and times without.
    """
    texts = ["2026-04-05T23:59:00+02:00", "2026-04-05T23:59:00", "2026-04-05", None, None]
    assert [
        (
            "columns.closed_on: mixes days, times without a zone and times with one; "
            "write all of one kind"
        )
    ] == faults(sweep(columns=ZONED, data=in_csv(tmp_path, people(closed_on=texts))))


def test_a_zone_for_days(sweep: Sweep) -> None:
    """
    Days have no zone.
    """
    columns = ZONED.replace('empty = "never"', 'empty = "never", zone = "UTC"')
    assert [
        "columns.closed_on.zone: names a zone for what is no time without one; leave it out"
    ] == faults(sweep(columns=columns))


# ---------------------------------------------------------------------------------------- rows


def test_empty_cells_the_map_refuses(sweep: Sweep) -> None:
    """
    Where the map says that a column is never empty, it is not.
    """
    columns = MAP.replace('empty = "never"', 'empty = "refused"')
    assert [
        (
            "columns.closed_on: is empty in 1 row, which the map refuses; "
            "fill them, or say what empty means"
        )
    ] == faults(sweep(columns=columns))


def test_placeholders_the_map_refuses(sweep: Sweep, tmp_path: Path) -> None:
    """
    Days by which databases say that they do not know are counted, and refused if the map says so.
    """
    columns = MAP.replace('empty = "never"', 'empty = "never", placeholders = "refused"')
    days = [date(1970, 1, 1), date(9999, 12, 31), *CLOSED[:3]]
    assert [
        (
            "columns.closed_on: holds 1970-01-01 or 9999-12-31 in 2 rows; "
            "empty them, or let them be unknown"
        )
    ] == faults(sweep(columns=columns, data=in_parquet(tmp_path, people(closed_on=days))))


def test_records_named_twice(sweep: Sweep, tmp_path: Path) -> None:
    """
    A record stands in one row.
    """
    data = in_parquet(tmp_path, people(number=[1, 1, 1, 2, None]))
    assert [
        "id: is empty in 1 row; name each record",
        "id: names 2 records more than once; hand over one row for each record",
    ] == faults(sweep(data=data))


@pytest.mark.parametrize("way", [in_parquet, in_csv, in_duckdb])
def test_no_rows(sweep: Sweep, tmp_path: Path, way: Callable[[Path, pl.DataFrame], str]) -> None:
    """
    A table without rows is an export that failed, not a firm without candidates.
    """
    assert ["--data: holds no row; look at the export"] == faults(
        sweep(data=way(tmp_path, people().clear()))
    )


# --------------------------------------------------------------------------------------- files


@pytest.mark.parametrize("share", [0.3, 0.7, 0.98])
def test_half_a_parquet_file(sweep: Sweep, tmp_path: Path, share: float) -> None:
    """
    A file that breaks off is refused, and nothing is written.
    """
    path, out = Path(in_parquet(tmp_path, people())), tmp_path / "due.parquet"
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert ["--data: cannot be read as Parquet; write it again, and to its end"] == faults(
        sweep("--out", out, data=str(path))
    )
    assert not out.exists()


def test_a_parquet_file_with_a_hole(sweep: Sweep, tmp_path: Path) -> None:
    """
    A file that breaks off only while its rows are read leaves nothing behind either.
    """
    path, out = tmp_path / "people.parquet", tmp_path / "due.parquet"
    frame = people()
    pl.concat(
        [frame.with_columns(number=pl.lit(n) * 5 + frame["number"]) for n in range(4000)]
    ).write_parquet(path, compression="uncompressed", row_group_size=2000)
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 4000] = b"\xff" * 4000
    path.write_bytes(bytes(whole))
    assert 2 == sweep("--out", out, data=str(path)).exit_code
    assert [] == [each for each in tmp_path.iterdir() if "due" in each.name]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("people.parquet", b"", "--data: is an empty file; look at the export"),
        (
            "people.parquet",
            b"number,held\n1,true\n",
            "--data: is not Parquet, whatever its name; look at the export",
        ),
        (
            "people.xlsx",
            b"PK",
            (
                "--data: is no file a sweep can read; "
                "give a Parquet, CSV, DuckDB or SQLite file, or the URL of a database"
            ),
        ),
        (
            "people.csv",
            "number;closed_on;held\n1;2026-04-05;é\n".encode("latin-1"),
            "--data: cannot be read as CSV; write it again, and to its end",
        ),
        (
            "people.duckdb",
            b"\0" * 8 + b"DUCK" + b"\0" * 400,
            "--data: cannot be read as a DuckDB file; write it again, and to its end",
        ),
    ],
)
def test_files_that_are_none(
    sweep: Sweep, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    """
    A file is what it begins as; what it cannot be is told, and nothing of it is repeated.
    """
    path = tmp_path / name
    path.write_bytes(content)
    assert [told] == faults(sweep(data=str(path)))


def test_no_file(sweep: Sweep, tmp_path: Path) -> None:
    """
    A file that is not there, a folder, and no name at all are no data.
    """
    assert ["--data: there is no such file"] == faults(sweep(data=str(tmp_path / "none.csv")))
    assert ["--data: cannot be opened as a file"] == faults(sweep(data=str(tmp_path)))
    assert ["--data: cannot be opened as a file"] == faults(sweep(data="nu\0ll"))


# ----------------------------------------------------------------------------------- databases


@pytest.mark.parametrize("way", [in_duckdb, in_sqlite])
def test_tables_that_are_not_there(
    sweep: Sweep, tmp_path: Path, way: Callable[[Path, pl.DataFrame], str]
) -> None:
    """
    A table must be named, and be there.
    """
    data = way(tmp_path, people())
    wrong, none = MAP.replace('"people"', '"peopel"'), MAP.replace('table = "people"\n', "")
    assert ["table: there is no table 'peopel'; did you mean 'people'?"] == faults(
        sweep(columns=wrong, data=data)
    )
    (found,) = faults(sweep(columns=none, data=data))
    assert found.startswith('table: nobody says which table; write table = "…", as in: ')


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "nothing://user:secret@host/db",
            (
                "--data: is no URL of a database that is known; "
                "write it as in postgresql+psycopg://user@host/database"
            ),
        ),
        (
            "://",
            (
                "--data: is no URL of a database that is known; "
                "write it as in postgresql+psycopg://user@host/database"
            ),
        ),
        (
            "oracle+cx_oracle://user:secret@host/db",
            "--data: needs cx_Oracle, which is not installed; install the driver of your database",
        ),
        (
            "sqlite:////nowhere/at/all.sqlite",
            (
                "--data: the database cannot be reached, or went away; "
                "see that it runs and lets you in, and run the sweep again"
            ),
        ),
    ],
)
def test_databases_that_are_not_there(sweep: Sweep, url: str, told: str) -> None:
    """
    A database that cannot be asked is told of, and no password of its URL.
    """
    result = sweep(data=url)
    assert "secret" not in result.output
    assert [told] == faults(result)


def test_a_database_that_goes_away(
    sweep: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A database that goes away between two rows leaves no file behind.
    """
    out, data = tmp_path / "due.csv", as_url(tmp_path, people())
    answered = _source._Database.run  # noqa: SLF001 - where the wire is cut

    def cut(self: _source._Database, query: sa.Select[*tuple[object, ...]]) -> object:
        rows = list(answered(self, query))
        yield from rows
        if len(rows[0]) > 2 and "closed_on" in str(query).partition("FROM")[0]:
            lost = "server closed the connection"
            raise sa.exc.OperationalError(lost, {"id": "anna@mail.example"}, Exception(lost))

    monkeypatch.setattr(_source._Database, "run", cut)  # noqa: SLF001 - as above
    before = set(tmp_path.iterdir()) | {tmp_path / "map.toml"}
    result = sweep("--out", out, data=data)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "the database cannot be reached, or went away" in result.stderr
    assert "anna" not in result.output
    assert before == set(tmp_path.iterdir())


def test_a_database_that_refuses(
    sweep: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    What a driver says of a query is not repeated: it may quote a row.
    """

    def refuse(*_: object) -> object:
        words = "bad row anna@mail.example"
        raise sa.exc.DataError(words, {}, Exception(words))

    monkeypatch.setattr(_source._Database, "run", refuse)  # noqa: SLF001 - the only way to it
    result = sweep(data=as_url(tmp_path, people()))
    assert ["--data: the database refuses to answer (DataError); look at its log"] == [
        each.strip() for each in result.stderr.splitlines()[1:]
    ]


@pytest.mark.parametrize("package", ["duckdb", "sqlalchemy"])
def test_what_is_not_installed(sweep: Sweep, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """
    Without the extra the command names it.
    """
    monkeypatch.setitem(sys.modules, package, None)
    assert [
        f"sweep: needs {package}, which is not installed; pip install 'recruitprivacy[sweep]'"
    ] == faults(sweep())


# ------------------------------------------------------------------------- the runs around this


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("due.xlsx", "--out: has an ending of no kind; end it in .parquet or .csv"),
        ("none/due.csv", "--out: stands in a folder that is not there; make the folder first"),
        ("folder.csv", "--out: is a folder; name a file"),
        ("people.parquet", "--out: is a file this run reads; give it another name"),
    ],
)
def test_places_to_write(sweep: Sweep, tmp_path: Path, out: str, told: str) -> None:
    """
    What cannot be written is told before anything is read.
    """
    (tmp_path / "folder.csv").mkdir()
    assert [told] == faults(sweep("--out", tmp_path / out))


def test_a_folder_that_is_closed(
    sweep: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A folder this run may not write to is told before anything is read.
    """
    monkeypatch.setattr(os, "access", lambda _, mode: not mode & os.W_OK)
    assert [
        (
            "--out: stands in a folder this run may not write to; "
            "name another place, or have it opened to this run"
        )
    ] == faults(sweep("--out", tmp_path / "due.csv", data="none.csv"))


def test_a_folder_that_only_looks_open(
    sweep: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Where no file can be made after all, the option is named, and no file nobody asked for.
    """

    def refused(**_: object) -> None:
        raise OSError

    monkeypatch.setattr(_file, "NamedTemporaryFile", refused)
    assert [
        "--out: cannot be written there; name another place, or have it opened to this run"
    ] == faults(sweep("--out", tmp_path / "due.csv"))


def test_data_at_fault_are_no_fault_of_the_map(sweep: Sweep) -> None:
    """
    The map's file is named only where there is something to mend in it.
    """
    assert sweep(data="none.csv").stderr.startswith("1 thing to mend")
    mixed = sweep(data="none.csv", columns=MAP.replace("hold.open", "hold.opened"))
    assert "map.toml: 3 things to mend" in mixed.stderr


def test_a_disk_that_is_full(sweep: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A file that cannot be written to its end does not appear.
    """
    monkeypatch.setitem(_file.KINDS, ".csv", "(FORMAT nothing_like_it)")
    before = set(tmp_path.iterdir()) | {tmp_path / "map.toml"}
    (found,) = faults(sweep("--out", tmp_path / "due.csv"))
    assert found.startswith("--out: cannot be written")
    assert before == set(tmp_path.iterdir())


def test_a_day_is_no_previous_run(sweep: Sweep) -> None:
    """
    A day instead of the previous run's file is refused, and told why.
    """
    (found,) = faults(sweep("--since", "2026-05-03"))
    assert found.startswith("--since: is a day; give the file the previous run wrote with --out")


def test_both_at_once(sweep: Sweep, tmp_path: Path) -> None:
    """
    What is wrong with both files is told together.
    """
    assert 2 == len(faults(sweep("--since", "2026-05-03", "--out", tmp_path / "due.xlsx")))


def test_previous_runs_that_are_none(sweep: Sweep, tmp_path: Path) -> None:
    """
    A previous run is the whole file that a sweep of this policy wrote, on this day or before.
    """
    first = tmp_path / "first.parquet"
    sweep("--out", first)
    half, other, text = (tmp_path / name for name in ("half.parquet", "other.csv", "text.txt"))
    half.write_bytes(first.read_bytes()[:300])
    other.write_text("id,name\n1,2\n", encoding="utf-8")
    text.write_text("id", encoding="utf-8")
    none = "--since: is not what a sweep wrote; give the "
    assert [f"{none}whole file it wrote with --out"] == faults(sweep("--since", half))
    assert [f"{none}file it wrote with --out"] == faults(sweep("--since", other))
    assert [f"{none}.parquet or .csv file it wrote"] == faults(sweep("--since", text))
    assert ["--since: there is no such file; give what the previous run wrote"] == faults(
        sweep("--since", tmp_path / "none.csv")
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("'other' AS policy", "--since: is of another policy; give the run of this one"),
        ("DATE '2026-05-05' AS \"on\"", "--since: is of a later day; give a run before this one"),
    ],
)
def test_runs_of_something_else(sweep: Sweep, tmp_path: Path, changed: str, told: str) -> None:
    """
    A run of another policy, or of a later day, is no run before this one.
    """
    first, second = tmp_path / "first.parquet", tmp_path / "second.parquet"
    sweep("--out", first)
    found = duckdb.read_parquet(str(first))
    found.project(f"* REPLACE ({changed})").write_parquet(str(second))
    assert [told] == faults(sweep("--since", second))


def test_a_rule_that_cannot_be_compared(run: Run, declare: Declare, tmp_path: Path) -> None:
    """
    A rule outside the class is refused by name, with the fact to fold; the map names it then.
    """
    mapped, data = tmp_path / "map.toml", in_parquet(tmp_path, people())
    policy = declare('after = "procedure_closed"', 'after = "forget_me"')
    given = ("--data", data, "--map", mapped, "--on", ON)
    mapped.write_text(MAP, encoding="utf-8")
    result = run("sweep", policy, *given)
    assert 2 == result.exit_code
    assert "fold it into one day, 'retention.afterwards.ceiling.start'" in result.stderr
    folded = MAP.replace("id =", 'folded = ["retention.afterwards"]\nid =').replace(
        "procedure.closed.last", "retention.afterwards.ceiling.start"
    )
    mapped.write_text(folded, encoding="utf-8")
    assert 0 == run("sweep", policy, *given).exit_code


def test_faults_are_ours() -> None:
    """
    What cannot be used is an error of this library.
    """
    with pytest.raises(FaultsError), _source.opened("none.csv", ""):
        pass
