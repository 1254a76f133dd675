"""
Time what is newly due in PostgreSQL: cut-off days on an index against months added to the column.

A million candidates of an agency, whose data end two years after they last wrote. What an earlier
run handed out is subtracted in both queries. Two tables: one that is swept every night, so that few
of its rows are due, and one that nobody ever swept, in which a third is. First it is checked that
both queries find the same rows. It needs a server, which ``scripts/serving.py postgres`` starts;
without one nothing is timed. Give the number of rounds as the only argument.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, Final

import sqlalchemy as sa
from side_by_side import Beside, DiffersError, Task, Way, main

from recruitprivacy.law import load
from recruitprivacy.retention import Cell, CellKind, Cutoffs, cutoffs, sql
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import Absence

ROWS: Final = 1_000_000
SERVER: Final = "RECRUITPRIVACY_POSTGRES"
NIGHTLY: Final = "swept every night"
NAME: Final = "sweep_postgres"
MONTHS: Final = "months added to the column"
CUT: Final = "cut-offs on an index"
ON: Final = date(2026, 5, 4)
AIM: Final = 1 / 20
NEVER: Final = Absence.NOT_STARTED
COLUMNS: Final = {
    "last_message_on": "message.inbound.last",
    "created_on": "record.opened.first",
    "held": "hold.open",
}
META: Final = sa.MetaData()
PEOPLE: Final = sa.Table(
    "people",
    META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("last_message_on", sa.Date),
    sa.Column("created_on", sa.Date),
    sa.Column("held", sa.Boolean, nullable=False),
    # First the day a rule runs from, then the one that stands in where it is empty.
    sa.Index("triggers", "last_message_on", "created_on"),
)
HANDED_OUT: Final = sa.Table("handed_out", META, sa.Column("id", sa.Integer, primary_key=True))
FILL: Final = """
    insert into people
    select id, case when draw % 5 < 4 then day end,
           case when draw % 5 < 4 then date '2020-01-01' else day end, draw % 50 = 0
    from (
        select id, abs(hashint4(id) / 7) as draw,
               case when abs(hashint4(id + 7)) % 1000 < :due then date '2024-05-03' - :back
                    else date '2024-05-04' end + abs(hashint4(-id)) % 730 as day
        from generate_series(1, :rows) as id
    ) as drawn
"""
HAND_OUT: Final = """
    insert into handed_out
    select id from people
    where least(last_message_on, created_on) < date '2024-05-04'
      and coalesce(last_message_on, created_on) < date '2024-05-04' and not held and id % 4 > 0
"""
BY_MONTHS: Final = """
    select people.id from people
    where not held
      and coalesce(last_message_on, created_on) + interval '24 months' < date '2026-05-04'
      and not exists (select from handed_out where handed_out.id = people.id)
"""


def given(table: Cutoffs) -> dict[str, Cell]:
    """
    Say what is the same for everybody.
    """
    places = {*COLUMNS.values(), "record.role", "record.controller"}
    same: dict[CellKind, Cell] = {
        CellKind.DAY: NEVER,
        CellKind.FLAG: False,
        CellKind.KEY: None,
    }
    rest = {each.name: same[each.kind] for each in table.facts if each.name not in places}
    return {**rest, "record.role": "candidate", "record.controller": "north"}


def newly_due(table: Cutoffs) -> sa.Select[Any]:
    """
    Select what is due, and was not handed out.
    """
    nulls = {"message.inbound.last": NEVER}
    due = sql.due(PEOPLE, table, columns=COLUMNS, given=given(table), nulls=nulls)
    handed = sa.exists().where(HANDED_OUT.c.id == PEOPLE.c.id)
    return due.with_only_columns(PEOPLE.c.id).where(~handed)


def filled(engine: sa.Engine, rows: int, due: int, back: int) -> None:
    """
    Fill the tables, and let the planner look at them.

    Args:
        rows: How many people.
        due: How many in a thousand are due.
        back: How many days before the cut-off their days begin.
    """
    META.drop_all(engine)
    META.create_all(engine)
    with engine.begin() as connection:
        connection.execute(sa.text(FILL), {"rows": rows, "due": due, "back": back})
        connection.execute(sa.text(HAND_OUT))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("vacuum analyze"))


def checked(connection: sa.Connection, queries: Mapping[str, Any]) -> int:
    """
    Count what both queries find, which is the same.
    """
    first, *others = (sorted(connection.scalars(query)) for query in queries.values())
    if any(other != first for other in others):
        raise DiffersError(NAME, [len(each) for each in (first, *others)])
    return len(first)


def written(query: sa.Select[Any], engine: sa.Engine) -> sa.TextClause:
    """
    Write a query out, so that both are text and only the database is timed.
    """
    return sa.text(str(query.compile(engine, compile_kwargs={"literal_binds": True})))


def fetched(connection: sa.Connection, query: Any) -> object:  # noqa: ANN401 - text or a select
    """
    Ask the server.
    """
    return connection.execute(query).all()


def of_table(connection: sa.Connection, name: str) -> Task:
    """
    Give both ways to ask a table.
    """
    queries = {
        MONTHS: sa.text(BY_MONTHS),
        CUT: written(newly_due(cutoffs(agency(), load("SE"), on=ON)), connection.engine),
    }
    count = checked(connection, queries)
    server = connection.scalar(sa.text("show server_version"))
    return Task(
        name=NAME,
        about=f"{ROWS:,} rows, {name}, {count:,} newly due, PostgreSQL {server}",
        ways=tuple(
            Way(name=way, run=partial(fetched, connection, query)) for way, query in queries.items()
        ),
        beside=(
            Beside(
                what=f"newly due, {name}",
                ours=CUT,
                peer=MONTHS,
                at_most=AIM if name == NIGHTLY else None,
            ),
        ),
        waits=True,
    )


def tables() -> Iterator[tuple[str, int, int]]:
    """
    List what is timed: how many in a thousand are due, and how far back.
    """
    yield NIGHTLY, 20, 60
    yield "never swept", 330, 729


def tasks() -> Iterator[Task]:
    """
    Give the ways, which find the same rows.
    """
    if SERVER not in os.environ:
        yield Task(name=NAME, about="no server", ways=(), beside=(), absent=("PostgreSQL",))
        return
    engine = sa.create_engine(os.environ[SERVER])
    for name, due, back in tables():
        filled(engine, ROWS, due, back)
        with engine.connect() as connection:
            yield of_table(connection, name)
    engine.dispose()


if __name__ == "__main__":
    main(tasks())
