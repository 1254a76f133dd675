"""
Time what is newly due in PostgreSQL: cut-off days on an index against months added to the column.

A million candidates of an agency, whose data end two years after they last wrote. What an earlier
run handed out is subtracted in both queries. Two tables: one that is swept every night, so that few
of its rows are due, and one that nobody ever swept, in which a third is. First it is checked that
both queries find the same rows; then they are timed in turn, and the shortest time counts. It needs
a server, which ``scripts/serving.py postgres`` starts; rows and rounds are arguments.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from time import perf_counter
from typing import Any, Final

import sqlalchemy as sa

from recruitprivacy.law import load
from recruitprivacy.retention import Cell, CellKind, Cutoffs, cutoffs, sql
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import Absence

ROWS: Final = 1_000_000
ROUNDS: Final = 9
ON: Final = date(2026, 5, 4)
AIM: Final = 20
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


def written(query: sa.Select[Any], engine: sa.Engine) -> sa.TextClause:
    """
    Write a query out, so that both are text and only the database is timed.
    """
    return sa.text(str(query.compile(engine, compile_kwargs={"literal_binds": True})))


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


def timed(connection: sa.Connection, queries: dict[str, Any], rounds: int) -> dict[str, float]:
    """
    Time the queries in turn.
    """
    found = {name: sorted(connection.scalars(query)) for name, query in queries.items()}
    first, *others = found.values()
    if any(other != first for other in others):
        print("the rows differ:", {name: len(each) for name, each in found.items()})
        sys.exit(1)
    times: dict[str, list[float]] = {name: [] for name in queries}
    for _ in range(rounds):
        for name, query in queries.items():
            started = perf_counter()
            connection.execute(query).all()
            times[name].append((perf_counter() - started) * 1000)
    print(f"  {len(first)} rows found")
    return {name: min(each) for name, each in times.items()}


def tables() -> Iterator[tuple[str, int, int]]:
    """
    List what is timed: how many in a thousand are due, and how far back.
    """
    yield "swept every night", 20, 60
    yield "never swept", 330, 729


def main(rows: int, rounds: int) -> None:
    """
    Print the times.
    """
    engine = sa.create_engine(os.environ["RECRUITPRIVACY_POSTGRES"])
    queries = {
        "months added to the column": sa.text(BY_MONTHS),
        "cut-offs on an index": written(newly_due(cutoffs(agency(), load("SE"), on=ON)), engine),
    }
    ratios = {}
    for name, due, back in tables():
        filled(engine, rows, due, back)
        with engine.connect() as connection:
            version = connection.scalar(sa.text("show server_version"))
            print(f"{name}: {rows} rows, {rounds} rounds, PostgreSQL {version}")
            times = timed(connection, queries, rounds)
        slow, fast = times.values()
        ratios[name] = slow / fast
        for way, took in times.items():
            print(f"  {way:<30}{took:>10.2f} ms{slow / took:>8.1f} times as fast")
    engine.dispose()
    reached = "reached" if ratios["swept every night"] >= AIM else "missed"
    print(f"aim of {AIM} times, swept every night: {reached}")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:]) if sys.argv[1:] else (ROWS, ROUNDS))
