"""
What a sweep finds in a file or a database, what it writes, and what it tells.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

import duckdb
import polars as pl
import pytest
import sqlalchemy as sa
from click.testing import Result

from recruitprivacy.cli import _sweep
from recruitprivacy.cli._sweeping import _cells, _source, _told
from recruitprivacy.cli._sweeping._map import map_of, unplaced
from recruitprivacy.law import load
from recruitprivacy.retention import Cutoffs, cutoffs
from recruitprivacy.wire import load_policy
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

Run: TypeAlias = Callable[..., Result]
Declare: TypeAlias = Callable[..., Path]
Sweep: TypeAlias = Callable[..., Result]

WAYS: Final = (in_parquet, in_csv, in_duckdb, in_sqlite, as_url)


def written(path: Path) -> list[dict[str, Any]]:
    """
    Read what a sweep wrote.
    """
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    return pl.read_parquet(path).to_dicts()


@pytest.mark.parametrize("way", WAYS)
def test_the_same_is_found_wherever_the_data_are(
    sweep: Sweep, tmp_path: Path, way: Callable[[Path, pl.DataFrame], str]
) -> None:
    """
    Parquet, CSV, DuckDB, SQLite and a database's URL come to the same rows and counts.
    """
    out = tmp_path / "due.csv"
    folder = tmp_path / "data"
    folder.mkdir()
    result = sweep("--out", out, "--format", "json", data=way(folder, people()))
    assert (0, "") == (result.exit_code, result.stderr)
    told = json.loads(result.stdout)
    assert (5, 1, 2) == (told["rows"], told["due"], told["undecided"])
    assert {"closed_on": 1} == told["placeholders"]
    assert ["11"] == [row["id"] for row in written(out)]


def test_what_stands_in_the_file(sweep: Sweep, tmp_path: Path) -> None:
    """
    A row says which record, where it stands, by which rule, since when, and by which texts.
    """
    out = tmp_path / "due.parquet"
    sweep("--out", out)
    book = load("NL")
    assert [
        {
            "id": 11,
            "status": "overdue",
            "rules": "retention.afterwards",
            "last_day": date(2026, 5, 3),
            "new": True,
            "policy": "harbour",
            "policy_version": "1",
            "law": book.digest,
            "law_version": book.version,
            "on": ON,
        }
    ] == written(out)


def test_nothing_beside_the_file_is_left(sweep: Sweep, tmp_path: Path) -> None:
    """
    The file appears whole, under its own name alone.
    """
    sweep()
    before = set(tmp_path.iterdir())
    sweep("--out", tmp_path / "due.csv")
    assert {"due.csv"} == {each.name for each in set(tmp_path.iterdir()) - before}


def test_records_are_named_as_they_are(sweep: Sweep, tmp_path: Path) -> None:
    """
    A name that is text stays text, quotation marks and line ends in it, too.
    """
    names = ['a "b", c', "12", "13", "14", "15"]
    for out in (tmp_path / "due.csv", tmp_path / "due.parquet"):
        sweep("--out", out, data=in_parquet(tmp_path, people(number=names)))
        assert ['a "b", c'] == [row["id"] for row in written(out)]


def test_the_summary_counts_and_names_nobody(sweep: Sweep) -> None:
    """
    The terminal shows counts by rule and month, and no record.
    """
    shown = sweep().stdout
    assert "overdue    retention.afterwards  2026-05            1" in shown
    assert "5 rows looked at: 1 due (20.0 %), 2 undecided and left to assess." in shown
    assert "closed_on: 1 cell holds 1970-01-01 or 9999-12-31" in shown
    assert [] == [name for name in ("11", "12", "13", "14", "15") if f"{name} " in shown]


def by_role(read: str = MAP) -> str:
    """
    Write the map with a column of roles.
    """
    given = '"record.role" = "candidate"\n'
    assert given in read
    return read.replace("[columns]", '[columns]\nrole = "record.role"').replace(given, "")


def test_what_leaves_rows_open_is_counted(sweep: Sweep) -> None:
    """
    Beside the undecided stands what they stand apart by, and how many lack something instead.
    """
    assert {"undecided": 2, "undecided_by": {"held": 2}, "lacking": 0} == {
        key: each
        for key, each in json.loads(sweep("--format", "json").stdout).items()
        if key in {"undecided", "undecided_by", "lacking"}
    }


def test_who_is_clear_but_unknown_lacks_something(sweep: Sweep, tmp_path: Path) -> None:
    """
    A record of which nothing stands apart is open for want of a day.
    """
    result = sweep("--format", "json", data=in_parquet(tmp_path, people(held=[False] * 5)))
    told = json.loads(result.stdout)
    assert (1, {}, 1) == (told["undecided"], told["undecided_by"], told["lacking"])


@pytest.mark.parametrize("way", WAYS)
def test_what_is_unknown_of_every_row_leaves_every_row_open(
    sweep: Sweep, tmp_path: Path, way: Callable[[Path, pl.DataFrame], str]
) -> None:
    """
    Where nobody knows of any objection, all are undecided, and the fact is named.
    """
    columns = MAP.replace('"objection.state" = false', '"objection.state" = "unknown"')
    result = sweep("--format", "json", columns=columns, data=way(tmp_path, people()))
    told = json.loads(result.stdout)
    assert (0, 5) == (told["due"], told["undecided"])
    assert {"held": 2, "objection.state": 5} == told["undecided_by"]


def test_what_a_record_names_leaves_it_open(sweep: Sweep, tmp_path: Path) -> None:
    """
    A record that was noted as another is left to the record function, and counted as such.
    """
    columns = MAP.replace("[columns]", '[columns]\nformer = "record.recorded_as"').replace(
        '"record.recorded_as" = ""\n', ""
    )
    frame = people(former=["old", None, None, None, None], held=[False] * 5)
    result = sweep("--format", "json", columns=columns, data=in_parquet(tmp_path, frame))
    told = json.loads(result.stdout)
    assert (1, {"former": 1}, 1) == (told["due"], told["undecided_by"], told["lacking"])


@pytest.mark.parametrize("way", [in_parquet, in_csv, in_duckdb])
def test_a_role_the_policy_does_not_know_is_told(
    sweep: Sweep, tmp_path: Path, way: Callable[[Path, pl.DataFrame], str]
) -> None:
    """
    A row of such a role is never due; a slip in the spelling must not look like a clean table.
    """
    roles = ["candidat", "candidate", None, "kandidat", "candidate"]
    data = way(tmp_path, people(role=roles))
    counted = sweep("--format", "json", columns=by_role(), data=data)
    assert {"role": 2} == json.loads(counted.stdout)["unknown_words"]
    told = " ".join(sweep(columns=by_role(), data=data).stdout.split())
    assert "role: 2 cells hold a word the policy does not know" in told
    assert "candidat," not in told


def test_days_of_long_ago_are_told(sweep: Sweep, tmp_path: Path) -> None:
    """
    A day before 1970 is a day, and often a placeholder of another database: it is told.
    """
    days = [date(1900, 1, 1), date(1753, 1, 1), *CLOSED[:3]]
    data = in_parquet(tmp_path, people(closed_on=days, held=[False] * 5))
    told = json.loads(sweep("--at-most", 1, "--format", "json", data=data).stdout)
    assert ({"closed_on": 2}, {}, 3) == (told["before_1970"], told["placeholders"], told["due"])


def test_long_ago_is_one_line(sweep: Sweep, tmp_path: Path) -> None:
    """
    What was due more than a year ago is counted together.
    """
    ago = [date(2020, 1, 1), date(2021, 1, 1), date(2025, 4, 1), date(2025, 6, 1), date(2026, 4, 1)]
    data = in_parquet(tmp_path, people(closed_on=ago, held=[False] * 5))
    result = sweep("--format", "json", data=data)
    groups = json.loads(result.stdout)["groups"]
    assert [("≤ 2025-05", 3), ("2025-06", 1), ("2026-04", 1)] == [
        (each["month"], each["count"]) for each in groups
    ]


def test_working_days_have_no_month(run: Run, declare: Declare, tmp_path: Path) -> None:
    """
    A length in working days is found, and its last day left to the record function.
    """
    mapped, out = tmp_path / "map.toml", tmp_path / "due.csv"
    mapped.write_text(MAP, encoding="utf-8")
    data = in_parquet(tmp_path, people())
    policy = declare('"P4W"', '"P5B"')
    given = ("--data", data, "--map", mapped, "--on", ON, "--at-most", 1, "--out", out)
    result = run("sweep", policy, *given)
    assert 0 == result.exit_code, result.output
    assert {""} == {row["last_day"] for row in written(out)}


# ------------------------------------------------------------------------------- the run before


def test_a_second_run_tells_what_is_new(sweep: Sweep, tmp_path: Path) -> None:
    """
    Beside the previous run, what is new is marked, and what went away is counted.
    """
    first, second = tmp_path / "first.parquet", tmp_path / "second.csv"
    sweep("--out", first, data=in_parquet(tmp_path, people(closed_on=[CLOSED[0]] * 2 + [None] * 3)))
    later = people(closed_on=[None, CLOSED[0], CLOSED[0], None, None], held=[False] * 5)
    result = sweep("--since", first, "--out", second, data=in_parquet(tmp_path, later))
    assert {"12": "false", "13": "true"} == {row["id"]: row["new"] for row in written(second)}
    assert "Since the run of 4 May 2026: 1 new, 1 no longer due, 2 then." in result.stdout


def test_a_fact_recorded_late_is_new(sweep: Sweep, tmp_path: Path) -> None:
    """
    A day long past that is noted only now is new, though it lies before the previous run.
    """
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    sweep("--out", first)
    late = people(closed_on=[CLOSED[0], date(2025, 1, 1), None, None, None])
    sweep("--since", first, "--out", second, data=in_parquet(tmp_path, late))
    assert {"11": "false", "12": "true"} == {row["id"]: row["new"] for row in written(second)}


def test_the_previous_file_may_be_replaced_by_another_name_only(
    sweep: Sweep, tmp_path: Path
) -> None:
    """
    A run does not write over what it reads.
    """
    first = tmp_path / "first.csv"
    sweep("--out", first)
    result = sweep("--since", first, "--out", first)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "--out: is a file this run reads; give it another name" in result.stderr


def test_after_a_run_in_which_nothing_was_due(sweep: Sweep, tmp_path: Path) -> None:
    """
    A previous run may have found nothing.
    """
    first = tmp_path / "first.parquet"
    sweep("--out", first, data=in_parquet(tmp_path, people(closed_on=[ON] * 5)))
    result = sweep("--since", first, data=in_parquet(tmp_path, people()))
    assert "Since the previous run, in which nothing was due: 1 new." in result.stdout


# --------------------------------------------------------------------------------------- guard


def test_more_than_usual_is_not_written(sweep: Sweep, tmp_path: Path) -> None:
    """
    Above the share allowed nothing is written, and the exit status is 3.
    """
    out = tmp_path / "due.csv"
    result = sweep("--at-most", "0.1", "--out", out)
    assert (3, False) == (result.exit_code, out.exists())
    assert "1 of 5 rows, 20.0 %, are newly due; at most 10 % was allowed." in " ".join(
        result.stderr.split()
    )


def test_it_is_written_anyway(sweep: Sweep, tmp_path: Path) -> None:
    """
    Whoever has looked may have it written.
    """
    out = tmp_path / "due.csv"
    result = sweep("--at-most", "0.1", "--anyway", "--out", out, "--format", "json")
    told = json.loads(result.stdout)
    assert (0, True, str(out)) == (result.exit_code, told["unusual"], told["written"])
    assert 1 == len(written(out))


def test_only_what_is_new_counts(sweep: Sweep, tmp_path: Path) -> None:
    """
    What the previous run handed out already is not unusual a second time.
    """
    first = tmp_path / "first.csv"
    sweep("--out", first)
    assert 0 == sweep("--at-most", "0.1", "--since", first).exit_code


def test_a_rise_is_unusual(sweep: Sweep, tmp_path: Path) -> None:
    """
    More than twice as many as in the previous run are looked at by a person first.
    """
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    sweep("--out", first)
    more = people(closed_on=[CLOSED[0]] * 5, held=[False] * 5)
    result = sweep("--since", first, "--out", second, data=in_parquet(tmp_path, more))
    assert (3, False) == (result.exit_code, second.exists())
    assert "5 rows are due, and 1 were in the previous run." in " ".join(result.stderr.split())


# ------------------------------------------------------------------------------ days and zones


@pytest.fixture
def schedule(declare: Declare) -> Cutoffs:
    """
    Turn the small declaration round for 4 May 2026.
    """
    return cutoffs(load_policy(declare()), load("NL"), on=ON)


def days_in(data: str, columns: str, table: Cutoffs) -> list[date | None]:
    """
    Read the days of a column as a sweep reads them.
    """
    read, faults = map_of(tomllib.loads(columns))
    unplaced(read, table)
    with _source.opened(data, read.table) as source:
        cells = _cells.cells_of(source, read, table, faults)
        assert cells is not None
        assert [] == faults
        query = sa.select(cells.facts["procedure.closed.last"])
        return [day for (day,) in source.run(query)]


INSTANTS: Final = [
    datetime(2026, 4, 5, 21, 59, tzinfo=UTC),
    datetime(2026, 4, 5, 22, 1, tzinfo=UTC),
    None,
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 30, tzinfo=UTC),
]
AMSTERDAM: Final = [
    date(2026, 4, 5),
    date(2026, 4, 6),
    None,
    date(1970, 1, 1),
    date(9999, 12, 31),
]


@pytest.mark.parametrize("way", [in_parquet, in_duckdb])
def test_instants_count_on_their_day_in_the_zone(
    schedule: Cutoffs, tmp_path: Path, way: Callable[[Path, pl.DataFrame], str]
) -> None:
    """
    An instant counts on the day it was where the map says, and what stands for unknown stays so.
    """
    data = way(tmp_path, people(closed_on=INSTANTS))
    assert AMSTERDAM == days_in(data, ZONED, schedule)


def test_nobody_knows_stays_so_west_of_greenwich(schedule: Cutoffs, tmp_path: Path) -> None:
    """
    The first instant of 1970 is unknown where it was still the year before, too.
    """
    data = in_parquet(tmp_path, people(closed_on=INSTANTS))
    west = ZONED.replace("Europe/Amsterdam", "America/Los_Angeles")
    assert [date(1970, 1, 1), date(9999, 12, 31)] == days_in(data, west, schedule)[3:]


def test_times_without_a_zone_are_of_the_zone_the_map_says(
    schedule: Cutoffs, tmp_path: Path
) -> None:
    """
    A time that names no zone is brought from the one the map names for its column.
    """
    times = [each and each.replace(tzinfo=None) for each in INSTANTS]
    data = in_parquet(tmp_path, people(closed_on=times))
    of_utc = ZONED.replace('empty = "never"', 'empty = "never", zone = "UTC"')
    assert AMSTERDAM == days_in(data, of_utc, schedule)


def test_times_without_a_zone_count_on_the_day_they_name(schedule: Cutoffs, tmp_path: Path) -> None:
    """
    Where the map names no zone for it, a time counts on the day it names, text or not.
    """
    times = [each and each.replace(tzinfo=None) for each in INSTANTS]
    expected = [each and each.date() for each in times]
    frame = people(closed_on=times)
    assert expected == days_in(in_parquet(tmp_path, frame), MAP, schedule)
    assert expected == days_in(in_csv(tmp_path, frame), MAP, schedule)


def test_written_instants_are_read(schedule: Cutoffs, tmp_path: Path) -> None:
    """
    Text with an offset is an instant.
    """
    texts = ["2026-04-05T23:59:00+02:00", "2026-04-05T22:01Z", None, None, None]
    data = in_csv(tmp_path, people(closed_on=texts))
    assert [date(2026, 4, 5), date(2026, 4, 6)] == days_in(data, ZONED, schedule)[:2]


@pytest.mark.parametrize("kind", ["DATE", "TEXT", "DATETIME"])
def test_sqlite_keeps_days_as_text(schedule: Cutoffs, tmp_path: Path, kind: str) -> None:
    """
    Days that SQLite keeps as text are days, with a time behind them, too.
    """
    path = tmp_path / "people.sqlite"
    behind = " 23:59:00" if kind == "DATETIME" else ""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(f"CREATE TABLE people (number INTEGER, held BOOLEAN, closed_on {kind})")
        connection.execute("INSERT INTO people VALUES (1, 0, ?)", [f"2026-04-05{behind}"])
    connection.close()
    assert [date(2026, 4, 5)] == days_in(str(path), MAP, schedule)


# ------------------------------------------------------------------------------- small machines


def test_a_view_can_be_swept(sweep: Sweep, tmp_path: Path) -> None:
    """
    What makes the columns may be a view, in a schema of its own.
    """
    data = in_duckdb(tmp_path, people())
    with duckdb.connect(data) as connection:
        connection.execute("CREATE SCHEMA hr")
        connection.execute("CREATE VIEW hr.everybody AS SELECT * FROM people")
    result = sweep(columns=MAP.replace('"people"', '"hr.everybody"'), data=data)
    assert 0 == result.exit_code, result.output


def test_two_words_an_engine_takes_for_one_are_left_to_the_record_function(
    sweep: Sweep, tmp_path: Path
) -> None:
    """
    A row that is due only because an engine does not tell two words apart is counted undecided.
    """
    path = tmp_path / "people.sqlite"
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "CREATE TABLE people (number INTEGER, held BOOLEAN, closed_on DATE,"
            " role TEXT COLLATE NOCASE)"
        )
        connection.execute("INSERT INTO people VALUES (1, 0, '2026-04-05', 'Candidate')")
    connection.close()
    columns = MAP.replace("[columns]", '[columns]\nrole = "record.role"').replace(
        '"record.role" = "candidate"\n', ""
    )
    result = sweep("--format", "json", columns=columns, data=str(path))
    told = json.loads(result.stdout)
    assert (0, 1) == (told["due"], told["undecided"])


def test_progress_is_told_a_person(sweep: Sweep, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    On a terminal a long run says how far it is, on standard error.
    """
    monkeypatch.setattr(_sweep, "OFTEN", 1)
    monkeypatch.setattr(_sweep, "watched", lambda: True)
    assert "1 due so far" in sweep().stderr
    monkeypatch.setattr(_sweep, "watched", lambda: False)
    assert "" == sweep().stderr


def test_of_no_rows_no_share_is_due() -> None:
    """
    Nothing of nothing is not unusual.
    """
    tally = _told.Tally(on=ON)
    assert _told.Guard(at_most=0).unusual(tally, None) is None
    (said,) = _told.lines(tally, None, None)
    assert "0" == said.values["share"]


def test_words_of_a_closed_list_are_keys(sweep: Sweep, tmp_path: Path) -> None:
    """
    A column of an enumeration holds keys.
    """
    path = tmp_path / "people.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TYPE role AS ENUM ('candidate', 'client')")
        connection.execute("CREATE TABLE people (number INT, closed_on DATE, held BOOL, role role)")
        connection.execute("INSERT INTO people VALUES (1, '2026-04-05', false, 'candidate')")
    columns = MAP.replace("[columns]", '[columns]\nrole = "record.role"').replace(
        '"record.role" = "candidate"\n', ""
    )
    result = sweep("--format", "json", columns=columns, data=str(path))
    assert 1 == json.loads(result.stdout)["due"]


@pytest.mark.parametrize("ended", ["2026-04-30", '"unknown"'])
def test_days_are_given_for_every_row(sweep: Sweep, ended: str) -> None:
    """
    What is the same for every row may be a day, or unknown.
    """
    columns = MAP.replace('"use.hiring.ended" = "never"', f'"use.hiring.ended" = {ended}')
    assert 1 == json.loads(sweep("--format", "json", columns=columns).stdout)["due"]
