"""
Hold sweeps against the record function, over generated histories, engine by engine.

``equality.py decide FOLDER`` makes the people, decides each of their records with ``assess`` and
writes what it said beside their columns. ``equality.py check FOLDER ENGINE ...`` asks the same of
each engine named. A row is wrong if the engine calls it due and ``assess`` does not, or if
``assess`` calls it due and the engine neither does nor leaves it open. One wrong row, or an engine
that is not installed, ends with status 1.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any, Final, TypeAlias

import attrs
import polars as pl
import sqlalchemy as sa

from recruitprivacy import wire
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, load
from recruitprivacy.policy import PartialDate, Policy
from recruitprivacy.retention import CellKind, Cutoffs, assess, cutoffs, frames, sql
from recruitprivacy.testing import candidate_events, candidates
from recruitprivacy.testing.examples import agency, own_hiring
from recruitprivacy.timeline import Absence, fold

EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "policies"
SEED: Final = 2026
PART: Final = 2_000
TYPES: Final = {CellKind.DAY: pl.Date, CellKind.KEY: pl.String, CellKind.FLAG: pl.Boolean}
COLUMNS: Final = {CellKind.DAY: sa.Date, CellKind.KEY: sa.String, CellKind.FLAG: sa.Boolean}
Ask: TypeAlias = Callable[[str, str | None], set[str]]
"""Gives the ids that are due, or undecided, of a category or of any."""
Opened: TypeAlias = Callable[[pl.DataFrame, Cutoffs], AbstractContextManager[Ask]]
"""Hands rows to an engine."""
ASKED: Final = 3
"""Of how many categories an engine is asked by name; it is asked of any besides."""


@attrs.frozen
class Group:
    """
    People of one firm, swept on one day.

    Attributes:
        share: How many of all, as a part of the sum.
    """

    name: str
    on: date
    share: int

    @property
    def key(self) -> str:
        """
        The name of its file.
        """
        return f"{self.name}-{self.on}"


GROUPS: Final = (
    Group("agency", date(2026, 5, 4), 5),
    Group("agency", date(2024, 2, 29), 5),
    Group("versions", date(2026, 2, 28), 5),
    Group("harbour", date(2026, 3, 31), 5),
    Group("allegro", date(2025, 12, 31), 1),
    Group("cluster", date(2026, 5, 4), 2),
    Group("pagegroup", date(2026, 1, 1), 1),
    Group("allegis", date(2026, 5, 4), 1),
)


@cache
def book() -> Law:
    """
    Load the law once.
    """
    return load("NL", "SE", "DE")


@cache
def policy_of(name: str) -> Policy:
    """
    Find a declaration; where a rule cannot be turned round, without it.
    """
    if name in {"agency", "versions"}:
        policy = agency()
        since = attrs.evolve(policy.version, number="1", published_on=PartialDate(2019, 3, 31))
        earlier = (attrs.evolve(policy, version=since),) if name == "versions" else ()
        return attrs.evolve(policy, earlier=earlier)
    if name == "harbour":
        return own_hiring()
    policy = wire.load_policy(EXAMPLES / name / "policy.toml")
    rules = {key: rule for key, rule in policy.retention.items() if key != "forgotten"}
    return attrs.evolve(policy, retention=FrozenMap(rules))


@cache
def table_of(group: Group) -> Cutoffs:
    """
    Turn a schedule round.
    """
    return cutoffs(policy_of(group.name), book(), on=group.on)


def part(group: Group, start: int, count: int) -> tuple[dict[str, list[Any]], dict[str, list[str]]]:
    """
    Make some people, and say of each record which categories ``assess`` calls due.
    """
    policy = policy_of(group.name)
    (columns,) = candidates(policy, count, SEED, law=book(), on=group.on, start=start, size=count)
    asked = {"id", *(each.name for each in table_of(group).facts)}
    kept = {name: cells for name, cells in columns.items() if name in asked}
    end = datetime.combine(group.on, time.max, tzinfo=UTC)
    due: dict[str, list[str]] = {}
    for events in candidate_events(policy, count, SEED, law=book(), start=start):
        facts = fold(events, policy, on=group.on, law=book(), known_at=end)
        due |= {record: [] for record in facts.records}
        if facts.records:
            for each in assess(policy, facts, book(), on=group.on):
                if each.is_due:
                    due[each.record].append(each.category)
    return kept, due


def decide(folder: Path, groups: Sequence[Group], people: int, workers: int) -> None:
    """
    Decide every group, and write each whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = sum(group.share for group in groups)
    rows = 0
    with ProcessPoolExecutor(workers) as pool:
        for group in groups:
            count = people * group.share // whole
            starts = range(0, count, PART)
            sizes = [min(PART, count - start) for start in starts]
            alike = [group] * len(sizes)
            started = perf_counter()
            made = [frame_of(group, *each) for each in pool.map(part, alike, starts, sizes)]
            frame = pl.concat(made)
            frame.write_parquet(folder / f"{group.key}.parquet")
            rows += len(frame)
            took = perf_counter() - started
            print(f"{group.key}: {len(frame)} rows decided in {took:.0f} s", flush=True)
    print(f"{rows} rows of {people} people decided")


def column(fact: str) -> str:
    """
    Name the column of a fact; to Spark, a point is not part of a name.
    """
    return fact.replace(".", "_")


def frame_of(
    group: Group, columns: dict[str, list[Any]], due: dict[str, list[str]]
) -> pl.DataFrame:
    """
    Write columns and decisions as one frame.
    """
    kinds = {each.name: TYPES[each.kind] for each in table_of(group).facts}
    called = [sorted(set(due[record])) for record in columns["id"]]
    schema = {"id": pl.String, **kinds, "called due": pl.List(pl.String)}
    return pl.DataFrame({**columns, "called due": called}, schema=schema)


def _in_frames(
    write: Callable[[pl.DataFrame], Any], read: Callable[[Any], Iterable[str]]
) -> Opened:
    @contextmanager
    def opened(frame: pl.DataFrame, table: Cutoffs) -> Iterator[Ask]:
        held = write(frame)

        def ask(question: str, category: str | None) -> set[str]:
            asked = frames.due if question == "due" else frames.undecided
            return set(read(asked(held, table, **_map(table), category=category)))

        yield ask

    return opened


def _in_database(url: str) -> Opened:
    @contextmanager
    def opened(frame: pl.DataFrame, table: Cutoffs) -> Iterator[Ask]:
        facts = [sa.Column(column(each.name), COLUMNS[each.kind]) for each in table.facts]
        rows = sa.Table("swept", sa.MetaData(), sa.Column("id", sa.String), *facts)
        engine = sa.create_engine(url)

        def ask(question: str, category: str | None) -> set[str]:
            asked = sql.due if question == "due" else sql.undecided
            query = asked(rows, table, **_map(table), category=category)
            with engine.connect() as connection:
                return {row.id for row in connection.execute(query)}

        try:
            rows.create(engine)
            with engine.begin() as connection:
                for batch in frame.iter_slices(5_000):
                    connection.execute(rows.insert(), batch.to_dicts())
            yield ask
            rows.drop(engine)
        finally:
            engine.dispose()

    return opened


def _map(table: Cutoffs) -> dict[str, Any]:
    days = (each.name for each in table.facts if each.kind is CellKind.DAY)
    return {
        "columns": {column(each.name): each.name for each in table.facts},
        "nulls": dict.fromkeys(days, Absence.NOT_STARTED),
    }


def polars() -> Opened:
    """
    Ask polars, lazily.
    """
    return _in_frames(pl.DataFrame.lazy, lambda kept: kept.collect()["id"].to_list())


def pandas() -> Opened:
    """
    Ask pandas, with midnights for days.
    """
    kinds = {"Boolean": "boolean", "String": "string", "Date": "datetime64[ns]"}
    return _in_frames(
        lambda frame: frame.to_pandas().astype(
            {name: kinds[str(kind)] for name, kind in frame.schema.items()}
        ),
        lambda kept: kept["id"].tolist(),
    )


def pyarrow() -> Opened:
    """
    Ask pyarrow.
    """
    return _in_frames(pl.DataFrame.to_arrow, lambda kept: kept["id"].to_pylist())


def duckdb() -> Opened:
    """
    Ask DuckDB.
    """
    import duckdb as engine  # noqa: PLC0415 - where it is asked

    return _in_frames(
        lambda frame: engine.from_arrow(frame.to_arrow()),
        lambda kept: [each[0] for each in kept.select("id").fetchall()],
    )


def sqlite() -> Opened:
    """
    Ask SQLite.
    """
    return _in_database("sqlite://")


def postgres() -> Opened:
    """
    Ask the PostgreSQL that ``serving.py`` started.
    """
    return _in_database(os.environ["RECRUITPRIVACY_POSTGRES"])


def spark() -> Opened:
    """
    Ask Spark, on two threads of this machine; days there know no time zone.
    """
    from pyspark.sql import SparkSession  # noqa: PLC0415 - of the extra nightly

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    session = builder.config("spark.sql.session.timeZone", "America/New_York").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return _in_frames(
        lambda frame: session.createDataFrame(frame.to_arrow()),
        lambda kept: [row.id for row in kept.select("id").collect()],
    )


ENGINES: Final = {
    each.__name__: each for each in (polars, pandas, pyarrow, duckdb, sqlite, postgres, spark)
}


def check(folder: Path, groups: Sequence[Group], names: list[str]) -> int:
    """
    Ask each engine, and count the rows on which it and the record function part.
    """
    wrong = 0
    for name in names:
        opened = ENGINES[name]()
        found = [_checked(name, opened, group, folder) for group in groups]
        rows, parted = map(sum, zip(*found, strict=True))
        print(f"{name}: {rows} rows, {parted} wrong", flush=True)
        wrong += parted
    return int(wrong > 0)


def _checked(name: str, opened: Opened, group: Group, folder: Path) -> tuple[int, int]:
    table = table_of(group)
    frame = pl.read_parquet(folder / f"{group.key}.parquet")
    called = dict(zip(frame["id"].to_list(), frame["called due"].to_list(), strict=True))
    asked = [None, *sorted({each for found in called.values() for each in found})[:ASKED]]
    started = perf_counter()
    with opened(frame.drop("called due").rename(column), table) as ask:
        early, late, left = map(
            sum, zip(*(_parted(ask, called, each) for each in asked), strict=True)
        )
    print(
        f"  {name}, {group.key}: {len(frame)} rows, {sum(map(bool, called.values()))} due; asked "
        f"{len(asked)} times in {perf_counter() - started:.1f} s: {early} due too early, "
        f"{late} missed, {left} left to the record function",
        flush=True,
    )
    return len(frame), early + late


def _parted(ask: Ask, called: Mapping[str, list[str]], category: str | None) -> tuple[int, ...]:
    """
    Count the rows due too early, those missed, and those left open where any category is meant.
    """
    due, undecided = ask("due", category), ask("undecided", category)
    said = {one for one, each in called.items() if (category in each if category else each)}
    left = 0 if category else len(undecided)
    return len(due - said), len(said - due - undecided), left


def main() -> int:
    """
    Read the arguments.
    """
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("decide", "check"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("engines", nargs="*")
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--firms", nargs="*", help="of some firms only")
    given = parser.parse_args()
    groups = [each for each in GROUPS if not given.firms or each.name in given.firms]
    if given.what == "check":
        return check(given.folder, groups, given.engines)
    decide(given.folder, groups, given.people, given.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
