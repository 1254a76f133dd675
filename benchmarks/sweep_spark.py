"""
Time a sweep in Spark, from Parquet, at growing sizes: what a row costs, and what does not grow.

The candidates of an agency, made up by Spark itself. Each size is swept several times and the
shortest time counts; beside it stands the same filter written by hand, which is first checked to
find as many rows. What a row costs is the slope between the smallest and the largest size; from it
the cost of a thousand million rows is reckoned, for as many threads as were used. It needs a Java,
which ``scripts/serving.py java`` names. Give sizes as arguments.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812 - as everybody writes it

from recruitprivacy.law import load
from recruitprivacy.retention import Cell, CellKind, cutoffs, frames
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import Absence

SIZES: Final = (100_000, 1_000_000, 10_000_000)
ROUNDS: Final = 5
THREADS: Final = 2
MANY: Final = 1_000_000_000
ON: Final = date(2026, 5, 4)
CUT: Final = date(2024, 5, 3)
NEVER: Final = Absence.NOT_STARTED
COLUMNS: Final = {
    "last_message_on": "message.inbound.last",
    "created_on": "record.opened.first",
    "held": "hold.open",
}


def people(spark: SparkSession, rows: int) -> DataFrame:
    """
    Make up candidates, of whom a fifth never wrote and one in fifty is held.
    """
    draw = F.abs(F.hash("id"))
    day = F.date_add(F.lit(date(2023, 1, 1)), (draw % 1200).cast("int"))
    return spark.range(rows).select(
        "id",
        F.when(draw % 5 > 0, day).alias("last_message_on"),
        F.date_add(day, -30).alias("created_on"),
        (draw % 50 == 0).alias("held"),
    )


def ours() -> Callable[[DataFrame], DataFrame]:
    """
    Turn the schedule round, once.
    """
    table = cutoffs(agency(), load("SE"), on=ON)
    same: dict[CellKind, Cell] = {CellKind.DAY: NEVER, CellKind.FLAG: False, CellKind.KEY: None}
    given = {
        each.name: same[each.kind] for each in table.facts if each.name not in COLUMNS.values()
    }
    given |= {"record.role": "candidate", "record.controller": "north"}
    places: Any = {"columns": COLUMNS, "given": given, "nulls": {"message.inbound.last": NEVER}}
    return lambda frame: frames.due(frame, table, **places)


def by_hand(frame: DataFrame) -> DataFrame:
    """
    Write the filter by hand.
    """
    wrote, made = F.col("last_message_on"), F.col("created_on")
    return frame.filter(~F.col("held") & ((wrote <= CUT) | (wrote.isNull() & (made <= CUT))))


def once(frame: DataFrame) -> float:
    """
    Read every row that is found, and keep none.
    """
    started = perf_counter()
    frame.write.format("noop").mode("overwrite").save()
    return perf_counter() - started


def main(*sizes: int) -> None:
    """
    Print the table.
    """
    builder = SparkSession.builder.master(f"local[{THREADS}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    ways = {"ours": ours(), "by hand": by_hand}
    shortest: dict[tuple[str, int], float] = {}
    with TemporaryDirectory() as folder:
        for rows in sizes:
            people(spark, rows).write.parquet(f"{folder}/{rows}")
            frame = spark.read.parquet(f"{folder}/{rows}")
            found = {name: way(frame).count() for name, way in ways.items()}
            if len(set(found.values())) > 1:
                print("the rows differ:", found)
                sys.exit(1)
            swept = {name: way(frame) for name, way in ways.items()}
            for _ in range(ROUNDS):
                for name, each in swept.items():
                    took = once(each)
                    shortest[name, rows] = min(took, shortest.get((name, rows), took))
            for name in ways:
                took = shortest[name, rows]
                print(f"{rows:>12,} rows, {found[name]:>10,} due, {name:<8}{took:>8.3f} s")
    spark.stop()
    small, large = min(sizes), max(sizes)
    for name in ways:
        row = (shortest[name, large] - shortest[name, small]) / (large - small)
        reckoned = row * MANY / 60
        print(
            f"{name}: {row * 1e9:.0f} ns a row with {THREADS} threads, so that a thousand million "
            f"take {reckoned:.1f} minutes of them"
        )


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if sys.argv[1:] else SIZES))
