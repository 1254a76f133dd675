"""
Time a sweep over many records: ours against a query written by hand and against a loop, as a table.

Twenty rules of an agency limit how long candidates are kept from their last message, each for
people under another condition, so that a record is asked by twenty cut-offs. The query by hand
compares the same columns with the same days, and knows nothing of holds, requests, missing or
impossible days; the loop adds the months to each row with ``relativedelta``. First it is checked
that all find the same rows. Each round times every way in turn; medians are printed, as ratios
within the one run. Give the number of rows and of rounds as arguments.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import reduce
from itertools import islice
from operator import or_
from random import Random
from statistics import median
from time import perf_counter
from typing import Any, Final

import attrs
import duckdb
import polars as pl
from dateutil.relativedelta import relativedelta

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Cell, cutoffs, frames
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import Absence

ROWS: Final = 1_000_000
ROUNDS: Final = 7
LOOPED: Final = 50_000
ON: Final = date(2026, 5, 4)
NEVER: Final = Absence.NOT_STARTED
OUTCOMES: Final = ("hired", "never_decided", "offer_declined", "withdrew")
SOURCES: Final = ("application_form", "linkedin", "phone", "printed_cv", "referee")
BARE: Final = """
jurisdiction = "XX"
extends = "EU"
checked_on = 2026-01-15
calendar = "NL"
time_zone = "Europe/Amsterdam"
"""
RULES: Final = tuple(
    (source, outcome, 6 + number)
    for number, (source, outcome) in enumerate(
        (source, outcome) for source in SOURCES for outcome in OUTCOMES
    )
)
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
    "contact": "message.inbound.last",
    "made": "record.opened.first",
    "held": "hold.open",
    "source": "record.obtained_from",
    "outcome": "record.outcome",
}


def policy() -> Policy:
    """
    Give an agency twenty rules.
    """
    (rule,) = agency().retention.values()
    rules = {
        f"rule_{number}": attrs.evolve(
            rule, at_most=Period(months=months), outcomes=(outcome,), sources=(source,)
        )
        for number, (source, outcome, months) in enumerate(RULES)
    }
    return attrs.evolve(agency(), retention=FrozenMap(rules))


def records(count: int) -> pl.DataFrame:
    """
    Make up records; one in fifty is held.
    """
    draw = Random("sweep")  # noqa: S311 - nothing is kept secret with it
    days = [date(2023, 1, 1) + timedelta(number) for number in range(1200)]
    return pl.DataFrame(
        {
            "id": range(count),
            "contact": draw.choices(days, k=count),
            "made": [date(2022, 12, 1)] * count,
            "held": draw.choices((True, *[False] * 49), k=count),
            "source": draw.choices(SOURCES, k=count),
            "outcome": draw.choices(OUTCOMES, k=count),
        }
    )


def day_before(months: int) -> date:
    """
    Find a cut-off by trying days.
    """
    day = ON - timedelta(days=28 * months)
    while day + relativedelta(months=months) >= ON:
        day -= timedelta(days=1)
    return day


CUT: Final = {(source, outcome): day_before(months) for source, outcome, months in RULES}
MONTHS: Final = {
    (source, outcome): relativedelta(months=months) for source, outcome, months in RULES
}


def hand_in_polars(frame: pl.LazyFrame) -> pl.LazyFrame:
    """
    Write the query by hand.
    """
    parts = (
        (pl.col("source") == source) & (pl.col("outcome") == outcome) & (pl.col("contact") <= day)
        for (source, outcome), day in CUT.items()
    )
    return frame.filter(~pl.col("held") & reduce(or_, parts))


def hand_in_duckdb(held: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """
    Write the query by hand, for a database.
    """
    parts = " or ".join(
        f"(source = '{source}' and outcome = '{outcome}' and contact <= date '{day}')"
        for (source, outcome), day in CUT.items()
    )
    return held.filter(f"not held and ({parts})")


def loop(rows: list[tuple[Any, ...]]) -> int:
    """
    Add the months to each row.
    """
    return sum(
        not held and contact + MONTHS[source, outcome] < ON
        for _, contact, _, held, source, outcome in rows
    )


def main(count: int, rounds: int) -> None:
    """
    Print the table.
    """
    law = load().with_pack(read_pack(BARE))
    ties = Situation(establishment="XX")
    started = perf_counter()
    table = cutoffs(policy(), law, on=ON, situation=ties)
    made = perf_counter() - started
    frame = records(count)
    lazy, arrow = frame.lazy(), frame.to_arrow()
    related = duckdb.from_arrow(arrow)
    rows = list(islice(frame.iter_rows(), LOOPED))
    more: dict[str, Any] = {"columns": COLUMNS, "given": GIVEN, "category": "cv"}
    ways: dict[str, tuple[int, Callable[[], int]]] = {
        "loop of relativedelta": (len(rows), lambda: loop(rows)),
        "polars, by hand": (count, lambda: len(hand_in_polars(lazy).collect())),
        "polars, ours": (count, lambda: len(frames.due(lazy, table, **more).collect())),
        "duckdb, by hand": (count, lambda: hand_in_duckdb(related).arrow().read_all().num_rows),
        "duckdb, ours": (
            count,
            lambda: frames.due(related, table, **more).arrow().read_all().num_rows,
        ),
        "pyarrow, ours": (count, lambda: frames.due(arrow, table, **more).num_rows),
    }
    found = {name: way() for name, (rows_, way) in ways.items() if rows_ == count}
    looped = len(frames.due(frame.head(LOOPED), table, **more))
    if len(set(found.values())) > 1 or looped != loop(rows):
        print("the rows differ:", found, looped, loop(rows))
        sys.exit(1)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, (size, way) in ways.items():
            started = perf_counter()
            way()
            times[name].append((perf_counter() - started) / size * 1e9)
    base = median(times["loop of relativedelta"])
    print(f"{count} rows, {len(RULES)} rules, {rounds} rounds; cutoffs() {made * 1000:.1f} ms")
    for name, each in times.items():
        took = median(each)
        print(f"{name:24}{took:10.1f} ns a row{base / took:9.1f} times as fast as the loop")


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(*[*given, *(ROWS, ROUNDS)[len(given) :]])
