"""
Make up the candidates of a firm and sweep them, as a night's work does: two nights in a row.

Run it with ``make demo`` (50,000 people) or ``make demo-large`` (a million), or as ``python
examples/sweep.py build/demo 50000``. The firm is the one in ``policies/cluster``; it has never
erased anything, so that the first night is an unusual one, which somebody has looked at.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Final

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from recruitprivacy import law, retention, wire
from recruitprivacy.retention import CellKind, Cutoffs
from recruitprivacy.testing import candidates

POLICY: Final = Path(__file__).resolve().parent / "policies" / "cluster"
ON: Final = date(2026, 3, 2)
NIGHTS: Final = (ON - timedelta(days=1), ON)
SEED: Final = 7
TYPES: Final = {
    CellKind.DAY: pa.date32(),
    CellKind.KEY: pa.string(),
    CellKind.FLAG: pa.bool_(),
}


def schedule() -> Cutoffs:
    """
    Turn the firm's schedule round, to learn which facts it asks for.
    """
    return retention.cutoffs(wire.load_policy(POLICY), law.load("NL"), on=ON)


def write_people(path: Path, count: int, table: Cutoffs) -> int:
    """
    Write made-up people as Parquet, batch by batch, and count their records.
    """
    fields = [("id", pa.string()), *((each.name, TYPES[each.kind]) for each in table.facts)]
    shape, records = pa.schema(fields), 0
    made = candidates(wire.load_policy(POLICY), count, SEED, law=law.load("NL"), on=ON)
    with ParquetWriter(path, shape) as writer:
        for batch in made:
            part = pa.table({name: batch[name] for name in shape.names}, schema=shape)
            writer.write_table(part)
            records += part.num_rows
    return records


def map_lines(table: Cutoffs) -> Iterator[str]:
    """
    Yield the map: the columns bear the names of the facts, and an empty day never came.
    """
    yield 'id = "id"'
    yield "[columns]"
    for each in table.facts:
        empty = ', empty = "never"' if each.kind is CellKind.DAY else ""
        yield f'"{each.name}" = {{ fact = "{each.name}"{empty} }}'


def sweep(folder: Path, night: date, *options: object) -> Path:
    """
    Run the command over the table, and say how long it took.
    """
    out = folder / f"due-{night}.parquet"
    given = ("--data", folder / "people.parquet", "--map", folder / "map.toml", "--on", night)
    asked = ["sweep", POLICY, *given, "--out", out, *options]
    started = perf_counter()
    print(f"\n$ recruitprivacy {' '.join(map(shown, asked))}", flush=True)
    command = [sys.executable, "-m", "recruitprivacy.cli", *map(str, asked)]
    subprocess.run(command, check=True)
    print(f"({perf_counter() - started:.0f} seconds)")
    return out


def shown(word: object) -> str:
    """
    Write a path as seen from here.
    """
    here = Path.cwd()
    inside = isinstance(word, Path) and word.is_absolute() and word.is_relative_to(here)
    return str(word.relative_to(here)) if isinstance(word, Path) and inside else str(word)


def main(home: str = "build/demo", count: str = "50000") -> None:
    """
    Make up, write down, sweep, and sweep again on the next night.
    """
    folder = Path(home) / "sweep"
    folder.mkdir(parents=True, exist_ok=True)
    table, started = schedule(), perf_counter()
    records = write_people(folder / "people.parquet", int(count), table)
    (folder / "map.toml").write_text("\n".join(map_lines(table)) + "\n", encoding="utf-8")
    print(f"Made up {records} records of {count} people ({perf_counter() - started:.0f} seconds).")
    first = sweep(folder, NIGHTS[0], "--anyway")
    sweep(folder, NIGHTS[1], "--since", first)


if __name__ == "__main__":
    main(*sys.argv[1:3])
