"""
Time a sweep over many records: ours against a query written by hand and against a loop.

Twenty rules of an agency limit how long candidates are kept from their last message, each for
people under another condition, so that a record is asked by twenty cut-offs. The query by hand
compares the same columns with the same days, and knows nothing of holds, requests, missing or
impossible days; the loop adds the months to each row with ``relativedelta``, and is timed over its
first rows. All give the ids of what is due, and are first checked to find the same. What stands in
the records, what is compared, is copied beside it, as the least that reading it can cost.

The two columns of keys are held as text, and then as an enumeration, as a database or a Parquet
file keeps them: to compare text is most of what a sweep costs. Give the number of rounds as the
only argument.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial, reduce
from itertools import cycle, islice, pairwise
from operator import or_
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import attrs
import duckdb
import numpy as np
import polars as pl
from dateutil.relativedelta import relativedelta
from side_by_side import Beside, DiffersError, Task, Way, main

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Cell, Cutoffs, cutoffs, frames
from recruitprivacy.retention._cutoffs._length import last_start
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import Absence

ROWS: Final = 10_000_000
FEW: Final = 100_000
LOOPED: Final = 20_000
REMEMBERED: Final = 2_000_000
ROUNDS: Final = 5
LOOP_AIM: Final = 1 / 100
HAND_AIM: Final = 2
FLAT: Final = 1.25
NOTE: Final = (
    "To compare text is most of what a sweep over columns of text costs, in a query by hand, too. "
    "Where the keys are held as an enumeration it costs a tenth."
)
LOOP: Final = "loop of relativedelta"
COPY: Final = "copying what is compared"
MANY_RULES: Final = 200
CUTOFFS_WITHIN: Final = 0.020
MIB: Final = 1024
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


def policy(count: int = len(RULES)) -> Policy:
    """
    Give an agency some rules.
    """
    (rule,) = agency().retention.values()
    chosen = islice(cycle(RULES), count)
    rules = {
        f"rule_{number}": attrs.evolve(
            rule, at_most=Period(months=6 + number), outcomes=(outcome,), sources=(source,)
        )
        for number, (source, outcome, _) in enumerate(chosen)
    }
    return attrs.evolve(agency(), retention=FrozenMap(rules))


def records(count: int) -> pl.DataFrame:
    """
    Make up records; one in fifty is held.
    """
    days = [date(2023, 1, 1) + timedelta(number) for number in range(1200)]
    drawn = {
        "contact": days,
        "held": [True, *[False] * 49],
        "source": list(SOURCES),
        "outcome": list(OUTCOMES),
    }
    return pl.DataFrame(
        {
            "id": pl.int_range(count, eager=True),
            "made": pl.repeat(date(2022, 12, 1), count, eager=True),
            **{
                name: pl.Series(values).sample(count, with_replacement=True, seed=seed)
                for seed, (name, values) in enumerate(drawn.items())
            },
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


def loop(rows: list[tuple[Any, ...]]) -> list[int]:
    """
    Add the months to each row.
    """
    return [
        number
        for number, contact, held, source, outcome in rows
        if not held and contact + MONTHS[source, outcome] < ON
    ]


def law() -> Law:
    """
    Load a law that adds no rule.
    """
    return load().with_pack(read_pack(BARE))


def table(count: int = len(RULES)) -> Cutoffs:
    """
    Make the schedule.
    """
    return cutoffs(policy(count), law(), on=ON, situation=Situation(establishment="XX"))


def ours(frame: Any, schedule: Cutoffs) -> Any:  # noqa: ANN401 - frames of several kinds
    """
    Keep the rows that are due.
    """
    return frames.due(frame, schedule, columns=COLUMNS, given=GIVEN, category="cv")


def copy(columns: list[Any], to: list[Any]) -> None:
    """
    Copy what is compared.
    """
    for one, other in zip(columns, to, strict=True):
        np.copyto(other, one)


def copied(frame: pl.DataFrame) -> Callable[[], object]:
    """
    Lay out what is compared, and where it is copied to.
    """
    arrow = frame.select("contact", "held", "source", "outcome").to_arrow()
    chunks = (chunk for column in arrow.columns for chunk in column.chunks)
    buffers = (buffer for chunk in chunks for buffer in chunk.buffers() if buffer is not None)
    arrays = [np.frombuffer(buffer, dtype=np.uint8) for buffer in buffers]
    return partial(copy, arrays, [np.zeros_like(each) for each in arrays])


def _ids(frame: pl.LazyFrame) -> pl.Series:
    return frame.select("id").collect()["id"]


def _fetched(found: duckdb.DuckDBPyRelation) -> pl.Series:
    return pl.Series(found.select("id").to_arrow_table()["id"])


def sweeps(frame: pl.DataFrame, schedule: Cutoffs) -> dict[str, Callable[[], pl.Series]]:
    """
    Give the ways to sweep a frame.
    """
    lazy, arrow = frame.lazy(), frame.to_arrow()
    related = duckdb.from_arrow(arrow)
    small = frame.with_columns(
        pl.col("source").cast(pl.Enum(SOURCES)), pl.col("outcome").cast(pl.Enum(OUTCOMES))
    ).lazy()
    return {
        "polars, by hand": lambda: _ids(hand_in_polars(lazy)),
        "polars": lambda: _ids(ours(lazy, schedule)),
        "polars, enumeration, by hand": lambda: _ids(hand_in_polars(small)),
        "polars, enumeration": lambda: _ids(ours(small, schedule)),
        "duckdb, by hand": lambda: _fetched(hand_in_duckdb(related)),
        "duckdb": lambda: _fetched(ours(related, schedule)),
        "pyarrow": lambda: pl.Series(ours(arrow, schedule)["id"]),
    }


def big() -> Task:
    """
    Give the ways to sweep, which find the same rows.
    """
    frame, schedule = records(ROWS), table()
    ways = sweeps(frame, schedule)
    columns = ("id", "contact", "held", "source", "outcome")
    rows = list(frame.head(LOOPED).select(columns).iter_rows())
    _checked(ways, loop(rows))
    return Task(
        name="sweep",
        about=f"{ROWS:,} records, {len(RULES)} rules, the ids of what is due",
        ways=(
            Way(name=LOOP, run=partial(loop, rows), count=LOOPED),
            *(Way(name=name, run=way, count=ROWS) for name, way in ways.items()),
            Way(name=COPY, run=copied(frame), count=ROWS),
        ),
        beside=(
            *(
                Beside(
                    what=f"sweep with {name}, beside a query",
                    ours=name,
                    peer=f"{name}, by hand",
                    at_most=HAND_AIM,
                )
                for name in ("polars", "polars, enumeration", "duckdb")
            ),
            *(
                Beside(
                    what=f"sweep with {name}, beside a loop",
                    ours=name,
                    peer=LOOP,
                    at_most=LOOP_AIM,
                )
                for name in ("polars", "polars, enumeration", "duckdb", "pyarrow")
            ),
            Beside(what="sweep with polars, beside a copy", ours="polars", peer=COPY),
        ),
        note=NOTE,
        rounds=ROUNDS,
        waits=True,
    )


def _checked(ways: Mapping[str, Callable[[], pl.Series]], looped: list[int]) -> None:
    first, *others = (way().sort() for way in ways.values())
    differing = [each for each in others if not each.equals(first)]
    if differing or first.filter(first < LOOPED).to_list() != looped:
        raise DiffersError("sweep", (len(first), [len(each) for each in differing], len(looped)))


def growing() -> Task:
    """
    Sweep few rows and many; a row is to cost no more among many.
    """
    schedule, frame, sizes = table(), records(ROWS), (FEW, ROWS // 10, ROWS)
    names = {size: f"a row of {size:,}" for size in sizes}
    parts = {size: frame.head(size).lazy() for size in sizes}
    return Task(
        name="sweep_rows",
        about="polars, text: what a row costs among few and among many",
        ways=tuple(
            Way(name=names[size], run=partial(_swept, parts[size], schedule), count=size)
            for size in sizes
        ),
        beside=tuple(
            Beside(what=f"a row among {size:,}", ours=names[size], peer=names[few], at_most=FLAT)
            for few, size in pairwise(sizes)
        ),
        rounds=ROUNDS,
        waits=True,
    )


def _swept(frame: pl.LazyFrame, schedule: Cutoffs) -> pl.Series:
    return _ids(ours(frame, schedule))


def memory(count: int, path: Path) -> float:
    """
    Find, in a process of its own, how much more memory a sweep holds at most, in MiB.
    """
    command = [sys.executable, __file__, "--memory", str(count), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this interpreter, and this file
    return float(done.stdout)


def peak(count: int, path: str) -> float:
    """
    Find how much more memory a sweep of a file holds at most, in MiB.
    """
    schedule, lazy = table(count), pl.scan_parquet(path)
    _swept(lazy.head(1), schedule)
    # What was the most until now is forgotten.
    Path("/proc/self/clear_refs").write_text("5")
    before = _held("VmRSS")
    _swept(lazy, schedule)
    return _held("VmHWM") - before


def _held(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / MIB for line in lines if line.startswith(f"{name}:"))


def remembering(path: Path) -> Task:
    """
    Sweep a file with few rules and with many; they are to need the same memory.
    """
    few, many = len(RULES), MANY_RULES
    return Task(
        name="sweep_memory",
        about=f"polars, a Parquet file of {REMEMBERED:,} records: memory a sweep holds at most",
        ways=tuple(
            Way(name=f"{count} rules", run=partial(memory, count, path), told=True)
            for count in (few, many)
        ),
        beside=(
            Beside(
                what="memory, with many rules",
                ours=f"{many} rules",
                peer=f"{few} rules",
                at_most=FLAT,
            ),
        ),
        rounds=3,
        unit="MiB",
    )


def compiling() -> Task:
    """
    Turn a large schedule round.
    """
    declared, book, ties = policy(MANY_RULES), law(), Situation(establishment="XX")
    return Task(
        name="cutoffs",
        about=f"{MANY_RULES} rules for each of three roles",
        ways=(
            Way(
                name="cutoffs",
                run=lambda: cutoffs(declared, book, on=ON, situation=ties),
                before=last_start.cache_clear,
            ),
        ),
        beside=(
            Beside(what=f"cutoffs, {MANY_RULES} rules", ours="cutoffs", within=CUTOFFS_WITHIN),
        ),
    )


def tasks() -> Iterator[Task]:
    """
    Give the ways, which find the same rows.
    """
    yield compiling()
    yield big()
    yield growing()
    if Path("/proc/self/clear_refs").exists():
        with TemporaryDirectory() as folder:
            path = Path(folder) / "records.parquet"
            records(REMEMBERED).write_parquet(path)
            yield remembering(path)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        print(peak(int(sys.argv[2]), sys.argv[3]))
    else:
        main(tasks())
