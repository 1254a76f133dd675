"""
A schedule asked of data frames and databases gives the rows that comparing one by one gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final, TypeAlias

import duckdb
import polars as pl
import pytest
import sqlalchemy as sa

from recruitprivacy import wire
from recruitprivacy.errors import FaultsError
from recruitprivacy.law import load
from recruitprivacy.retention import Cell, CellKind, Compared, Cutoffs, cutoffs, frames, sql
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import Absence
from tests.retention.sweeping import Swept, swept

Kept: TypeAlias = list[int]
Ask: TypeAlias = Callable[..., Any]

ON: Final = date(2026, 5, 4)
NEVER: Final = Absence.NOT_STARTED
TYPES: Final = {CellKind.DAY: pl.Date, CellKind.KEY: pl.String, CellKind.FLAG: pl.Boolean}
SCHEDULES: Final = 8
SOME: Final = 3


@cache
def made(number: int) -> Swept:
    """
    Make up a schedule and its rows, once.
    """
    return swept(number, 40)


def as_polars(one: Swept) -> pl.DataFrame:
    """
    Write the rows as a frame.
    """
    schema = {each.name: TYPES[each.kind] for each in one.table.facts}
    return pl.DataFrame(one.columns(), schema={"number": pl.Int64, **schema})


def in_nanoseconds(frame: pl.DataFrame) -> Any:  # noqa: ANN401 - pandas has no types of its own
    """
    Write a frame as pandas does by itself, with midnights for days.
    """
    kinds = {"Boolean": "boolean", "String": "string", "Date": "datetime64[ns]"}
    named = {name: str(kind) for name, kind in frame.schema.items()}
    wanted = {name: kinds[kind] for name, kind in named.items() if kind in kinds}
    return frame.to_pandas().astype(wanted)


FRAMES: Final[dict[str, tuple[Callable[[pl.DataFrame], Any], Callable[[Any], Kept]]]] = {
    "polars": (lambda frame: frame, lambda kept: kept["number"].to_list()),
    "polars, lazy": (pl.DataFrame.lazy, lambda kept: kept.collect()["number"].to_list()),
    "pyarrow": (pl.DataFrame.to_arrow, lambda kept: kept["number"].to_pylist()),
    "pandas": (in_nanoseconds, lambda kept: kept["number"].tolist()),
    "pandas on pyarrow": (
        lambda frame: frame.to_pandas(use_pyarrow_extension_array=True),
        lambda kept: kept["number"].tolist(),
    ),
    "duckdb": (
        lambda frame: duckdb.from_arrow(frame.to_arrow()),
        lambda kept: [number for number, *_ in kept.fetchall()],
    ),
}
ASKS: Final[dict[Compared, tuple[Ask, Ask]]] = {
    Compared.DUE: (frames.due, sql.due),
    Compared.UNDECIDED: (frames.undecided, sql.undecided),
}


@pytest.mark.parametrize("kind", FRAMES)
@pytest.mark.parametrize("number", range(SOME))
def test_frames_keep_the_same_rows(kind: str, number: int) -> None:
    """
    Each kind of frame keeps the rows that are due, and those that nobody can tell so.
    """
    one, (written, read) = made(number), FRAMES[kind]
    frame = written(as_polars(one))
    columns = {name: name for name in one.columns() if name != "number"}
    for found, (ask, _) in ASKS.items():
        for category in one.categories:
            kept = ask(frame, one.table, columns=columns, nulls=one.nulls(), category=category)
            assert type(frame) is type(kept)
            assert one.numbers(found, category) == sorted(read(kept))


def in_sqlite(one: Swept) -> tuple[sa.Engine, sa.Table]:
    """
    Store the rows in a database.
    """
    kinds = {CellKind.DAY: sa.Date, CellKind.KEY: sa.String, CellKind.FLAG: sa.Boolean}
    facts: list[sa.Column[Any]] = [
        sa.Column(each.name, kinds[each.kind]) for each in one.table.facts
    ]
    rows = sa.Table("records", sa.MetaData(), sa.Column("number", sa.Integer), *facts)
    engine = sa.create_engine("sqlite://")
    rows.metadata.create_all(engine)
    names = one.columns()
    values = [dict(zip(names, row, strict=True)) for row in zip(*names.values(), strict=True)]
    with engine.begin() as connection:
        if values:
            connection.execute(rows.insert(), values)
    return engine, rows


@pytest.mark.parametrize("number", range(SCHEDULES))
def test_sqlite_selects_the_same_rows(number: int) -> None:
    """
    A database selects the rows that are due, and those that nobody can tell so.
    """
    one = made(number)
    engine, rows = in_sqlite(one)
    columns = {name: name for name in one.columns() if name != "number"}
    with engine.connect() as connection:
        for found, (_, ask) in ASKS.items():
            for category in one.categories:
                query = ask(rows, one.table, columns=columns, nulls=one.nulls(), category=category)
                kept = [row.number for row in connection.execute(query)]
                assert one.numbers(found, category) == sorted(kept)
    engine.dispose()


GIVEN: Final[dict[str, Cell]] = {
    "conversation.last": NEVER,
    "cv.uploaded.last": NEVER,
    "data.collected.first": NEVER,
    "data.received.first": NEVER,
    "erasure.state": False,
    "message.clicked.last": NEVER,
    "notice.unsure": False,
    "objection.state": False,
    "record.controller": "north",
    "record.recorded_as": None,
    "record.role": "candidate",
    "record.supplier": None,
    "request.open": False,
    "restriction.open": False,
    "use.recruitment.ended": NEVER,
}
COLUMNS: Final = {
    "last_message_on": "message.inbound.last",
    "made_on": "record.opened.first",
    "held": "hold.open",
}
NULLS: Final = {"message.inbound.last": NEVER}


def table() -> Cutoffs:
    """
    Turn the schedule of an agency round.
    """
    return cutoffs(agency(), load("SE"), on=ON)


def records(**columns: object) -> pl.DataFrame:
    """
    Write four records, with other columns if wanted.
    """
    days = [date(2024, 5, 3), date(2024, 5, 4), None, date(1970, 1, 1)]
    made_on = [date(2020, 1, 1), date(2020, 1, 1), date(2024, 6, 1), date(2020, 1, 1)]
    held = [False, False, False, False]
    return pl.DataFrame({"last_message_on": days, "made_on": made_on, "held": held, **columns})


def test_what_is_the_same_for_every_row_is_given_once() -> None:
    """
    A host with one role and one controller gives them once, and maps the columns it has.
    """
    kept = frames.due(records(), table(), columns=COLUMNS, given=GIVEN, nulls=NULLS)
    left = frames.undecided(records(), table(), columns=COLUMNS, given=GIVEN, nulls=NULLS)
    assert [date(2024, 5, 3)] == kept["last_message_on"].to_list()
    assert [date(1970, 1, 1)] == left["last_message_on"].to_list()


def faults(columns: Mapping[str, str], given: Mapping[str, Cell], **changed: object) -> list[str]:
    """
    List what is wrong with how a host maps its columns.
    """
    try:
        frames.due(records(**changed), table(), columns=columns, given=given, nulls=NULLS)
    except FaultsError as error:
        return [str(each) for each in error.faults]
    return []


@pytest.mark.parametrize(
    ("columns", "given", "told"),
    [
        (
            {**COLUMNS, "x": "hold.opened"},
            GIVEN,
            ["columns: no rule asks for 'hold.opened'; did you mean 'hold.open'?"],
        ),
        (
            {key: fact for key, fact in COLUMNS.items() if key != "held"},
            GIVEN,
            [
                (
                    "columns.hold.open: nobody says where this fact stands; "
                    "name its column, or give True, False or None for every row"
                )
            ],
        ),
        (
            COLUMNS,
            {**GIVEN, "hold.open": False},
            ["columns.hold.open: has two places; name one"],
        ),
        (
            COLUMNS,
            {**GIVEN, "erasure.state": "no"},
            ["given.erasure.state: is of another kind; give True, False or None"],
        ),
        (
            COLUMNS,
            {**GIVEN, "record.role": True},
            ["given.record.role: is of another kind; give a key or None"],
        ),
        (
            COLUMNS,
            {**GIVEN, "conversation.last": None},
            ["given.conversation.last: is of another kind; give a day, or how it is absent"],
        ),
        (
            {("gone" if key == "held" else key): fact for key, fact in COLUMNS.items()},
            GIVEN,
            ["gone: the frame has no such column"],
        ),
    ],
)
def test_a_map_that_does_not_fit_is_refused_at_once(
    columns: dict[str, str], given: dict[str, Cell], told: list[str]
) -> None:
    """
    What is missing, unknown, twice there or of another kind is told before a row is read.
    """
    assert told == faults(columns, given)


@pytest.mark.parametrize(
    ("column", "cells", "told"),
    [
        ("made_on", ["2020-01-01"] * 4, "made_on: is of the type String; make it days"),
        ("made_on", [datetime(2020, 1, 1, tzinfo=UTC)] * 4, "made_on: is of the type Datetime"),
        ("held", ["no"] * 4, "held: is of the type String; make it true, false and null"),
        ("held", [0] * 4, "held: is of the type Int64; make it true, false and null"),
    ],
)
def test_columns_of_another_type_are_refused(column: str, cells: list[object], told: str) -> None:
    """
    Text for days, times in some zone and numbers for yes and no are refused, not guessed at.
    """
    (found,) = faults(COLUMNS, GIVEN, **{column: cells})
    assert found.startswith(told)


def test_days_with_a_time_count_on_their_day() -> None:
    """
    A time without a zone counts on the day it names.
    """
    frame = records(
        last_message_on=[datetime(2024, 5, 3, 23, 59), datetime(2024, 5, 4, 0, 0)] * 2  # noqa: DTZ001 - without a zone
    )
    kept = frames.due(frame, table(), columns=COLUMNS, given=GIVEN, nulls=NULLS)
    assert [3, 3] == kept["last_message_on"].dt.day().to_list()


def test_an_empty_frame_stays_empty() -> None:
    """
    Of no rows none is due.
    """
    kept = frames.due(records().clear(), table(), columns=COLUMNS, given=GIVEN, nulls=NULLS)
    assert (0, records().columns) == (len(kept), kept.columns)


def people() -> tuple[sa.Engine, sa.Table, sa.Table]:
    """
    Store three persons, of whom the first is held.
    """
    meta = sa.MetaData()
    rows = sa.Table(
        "people",
        meta,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("last_message_on", sa.Date, index=True),
        sa.Column("made_on", sa.Date),
    )
    holds = sa.Table("holds", meta, sa.Column("person", sa.Integer), sa.Column("lifted", sa.Date))
    engine = sa.create_engine("sqlite://")
    meta.create_all(engine)
    with engine.begin() as connection:
        days = (date(2024, 1, 1), date(2024, 1, 1), date(2026, 1, 1))
        stored = [
            {"id": number, "last_message_on": day, "made_on": date(2020, 1, 1)}
            for number, day in enumerate(days, start=1)
        ]
        connection.execute(rows.insert(), stored)
        connection.execute(holds.insert(), [{"person": 1, "lifted": None}])
    return engine, rows, holds


def test_holds_may_stand_in_a_table_of_their_own() -> None:
    """
    Whether a hold is open may be asked of another table; who is held is not due.
    """
    engine, rows, holds = people()
    held = sa.exists().where(holds.c.person == rows.c.id, holds.c.lifted.is_(None))
    columns: dict[Any, str] = {
        "last_message_on": "message.inbound.last",
        "made_on": "record.opened.first",
        sa.case((held, sa.true()), else_=sa.false()): "hold.open",
    }
    found = []
    with engine.connect() as connection:
        for ask in (sql.due, sql.undecided):
            query = ask(rows, table(), columns=columns, given=GIVEN, nulls=NULLS)
            found.append([row.id for row in connection.execute(query)])
    engine.dispose()
    assert [[2], [1]] == found


def test_a_table_without_the_column_is_refused() -> None:
    """
    A column the table does not have is told before anything is selected.
    """
    engine, rows, _ = people()
    with pytest.raises(FaultsError) as raised:
        sql.due(rows, table(), columns=COLUMNS, given=GIVEN, nulls=NULLS)
    engine.dispose()
    assert ["held: the table has no such column"] == [str(each) for each in raised.value.faults]


def test_a_select_compares_the_bare_column() -> None:
    """
    The select compares the column itself with a day, so that an index on it serves.
    """
    engine, rows, _ = people()
    columns = {key: fact for key, fact in COLUMNS.items() if key != "held"}
    given = {**GIVEN, "hold.open": False}
    query = sql.due(rows, table(), columns=columns, given=given, nulls=NULLS)
    engine.dispose()
    literal = str(query.compile(compile_kwargs={"literal_binds": True}))
    assert "people.last_message_on <= '2024-05-03'" in literal
    assert "DELETE" not in literal


def test_a_schedule_is_written_and_read_again() -> None:
    """
    A schedule is stored as JSON, and read again as it was.
    """
    asked = made(1).table
    ours = wire.converter()
    assert asked == ours.structure(ours.unstructure(asked), Cutoffs)


@pytest.mark.parametrize(
    ("fact", "word", "told"),
    [
        ("record.role", "candidat", "did you mean 'candidate'?"),
        ("record.controller", "elsewhere", "write one of: north"),
    ],
)
def test_a_word_for_every_row_that_nobody_knows_is_refused(fact: str, word: str, told: str) -> None:
    """
    A misspelt role for every row would find nothing, and look as if nothing were due.
    """
    table = cutoffs(agency(), load("SE"), on=ON)
    same: dict[CellKind, Cell] = {CellKind.DAY: NEVER, CellKind.FLAG: False, CellKind.KEY: None}
    given = {each.name: same[each.kind] for each in table.facts}
    given |= {"record.role": "candidate", "record.controller": "north"}
    people = pl.DataFrame({"number": [1]})
    assert 0 == frames.undecided(people, table, columns={}, given=given).height
    for ask in (frames.due, frames.undecided):
        with pytest.raises(FaultsError) as error:
            ask(people, table, columns={}, given={**given, fact: word})
        assert f"given.{fact}: the policy knows no {word!r} here; {told}" in str(error.value)


def test_a_count_of_rows_that_are_all_open_counts_them_all() -> None:
    """
    Where no column is asked, the rows are still those of the table.
    """
    table = cutoffs(agency(), load("SE"), on=ON)
    same: dict[CellKind, Cell] = {CellKind.DAY: NEVER, CellKind.FLAG: None, CellKind.KEY: None}
    given = {each.name: same[each.kind] for each in table.facts}
    given |= {"record.role": "candidate", "record.controller": "north"}
    rows = sa.table("people", sa.column("number", sa.Integer))
    query = sql.undecided(rows, table, columns={}, given=given)
    assert "FROM people" in str(query.with_only_columns(sa.func.count()))
