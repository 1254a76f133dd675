"""
Run every benchmark, and write the table of ``docs/explanation/benchmarks.md``.

``make benchmarks`` runs it. The benchmarks come one after the other, each with the peers it was
checked against; of a peer that is not installed the page says so. The ratios are held against
those kept in ``baseline.json``; the command fails where one has grown by half. ``--keep`` keeps
those of this run instead. Name benchmarks to run some only, which writes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs
from side_by_side import ROUNDS, Line, lines, measured, told, written

HERE: Final = Path(__file__).resolve().parent
BASELINE: Final = HERE / "baseline.json"
PAGE: Final = HERE.parent / "docs" / "explanation" / "benchmarks.md"
MODULES: Final = {
    "load_pack": "Loading the law",
    "due_dates": "Due dates",
    "decide": "Deciding what may stay",
    "sweep": "Sweeps",
    "sweep_postgres": "Sweeps in PostgreSQL",
    "request_moves": "Requests",
    "load_requests": "Stored requests",
    "write_notice": "Notices",
}
PACKAGES: Final = (
    "attrs",
    "automat",
    "babel",
    "cattrs",
    "duckdb",
    "holidays",
    "jinja2",
    "narwhals",
    "polars",
    "psycopg",
    "pyarrow",
    "python-dateutil",
    "python-statemachine",
    "sqlalchemy",
    "transitions",
)
Ratios: TypeAlias = Mapping[str, float]
GROWN: Final = 1.5
"""On a machine that does other things, too, less than that means nothing."""
CPUS: Final = Path("/proc/cpuinfo")
HEAD: Final = """\
# Benchmarks

How long the library takes, beside what one would otherwise use or write by hand.
All ways of a task were first checked to give equal results, and then timed in turn, so that a busy
machine slows all alike; of each the shortest time counts.
It is the time of the processor; for sweeps, which use all cores, the time on the clock.
The ratio says how many times as long ours takes: 0.5 is half the time of the other.
Only ratios of one run are compared. "Before" is the ratio kept from an earlier run; a difference of
less than one and a half times means nothing.
"""
REPEAT: Final = """\
## How to repeat it

`make benchmarks` installs the peers in the versions of `constraints.txt`, runs everything and
writes this page; it takes some minutes, and 6 GiB of memory.
Each program in `benchmarks/` runs alone, too, as in `.venv/bin/python benchmarks/due_dates.py`.
`.venv/bin/python benchmarks/run.py --keep` keeps the ratios in `benchmarks/baseline.json`, against
which the next run is held.
"""


@attrs.frozen(kw_only=True)
class Ran:
    """
    What was found of one task; what it was timed with is let go.
    """

    title: str
    about: str
    note: str
    absent: tuple[str, ...]
    found: tuple[Line, ...]


def ran(names: Iterable[str], rounds: int) -> Iterator[Ran]:
    """
    Run benchmarks, and print what they find.
    """
    modules: dict[str, Any] = {name: import_module(name) for name in names}
    for name, module in modules.items():
        for task in module.tasks():
            times = measured(task, rounds)
            print("\n".join(told(task, times)), flush=True)
            yield Ran(
                title=MODULES[name],
                about=task.about,
                note=task.note,
                absent=task.absent,
                found=tuple(lines(task, times)),
            )


def page(done: Sequence[Ran], before: Ratios) -> Iterator[str]:
    """
    Write the page.
    """
    yield from (HEAD, f"{machine()}.\n")
    yield "Versions: " + ", ".join(versions()) + ".\n"
    if absent := [name for each in done for name in each.absent]:
        yield f"Not installed, and left out: {', '.join(absent)}.\n"
    for title, tasks in groupby((each for each in done if each.found), lambda each: each.title):
        yield f"## {title}\n"
        for each in tasks:
            yield f"{each.about[0].upper()}{each.about[1:]}.\n"
            yield from written(each.found, before)
            yield f"\n{each.note}\n" if each.note else ""
    yield REPEAT.rstrip("\n")


def machine() -> str:
    """
    Say what it ran on: when, processor, cores, Python.
    """
    day = datetime.now(tz=UTC).date()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    cores = os.cpu_count() or 1
    return f"Run on {day} with {cores} cores of {processor()}, {platform.system()}, {python}"


def processor() -> str:
    """
    Name the kind of processor.
    """
    text = CPUS.read_text(encoding="utf-8") if CPUS.exists() else ""
    named = [line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line]
    return named[0] if named else platform.machine()


def versions() -> Iterator[str]:
    """
    Name what is installed of what is measured, with its version.
    """
    for name in PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue


def grown(found: Iterable[Line], before: Ratios) -> Iterator[str]:
    """
    Name what takes half as long again as before, or longer.
    """
    for each in found:
        was = before.get(each.key)
        if was is not None and each.ratio is not None and each.ratio > GROWN * was:
            yield f"{each.key}: {each.ratio:.3g} times as long, and {was:.3g} before"


def ratios(found: Iterable[Line]) -> dict[str, float]:
    """
    Give the ratios as they are kept; never times, which no other machine has.
    """
    return {each.key: float(f"{each.ratio:.3g}") for each in found if each.ratio is not None}


def keep(found: Ratios) -> None:
    """
    Keep ratios for the next run.
    """
    text = json.dumps(dict(sorted(found.items())), indent=2, ensure_ascii=False)
    BASELINE.write_text(f"{text}\n", encoding="utf-8")


def asked() -> argparse.Namespace:
    """
    Read the arguments.
    """
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("names", nargs="*", metavar="NAME", help="one of " + ", ".join(MODULES))
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each way is run")
    parser.add_argument("--keep", action="store_true", help="keep the ratios of this run")
    found = parser.parse_args()
    if unknown := set(found.names).difference(MODULES):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}")
    return found


def main() -> None:
    """
    Run what was asked for.
    """
    arguments = asked()
    before: Ratios = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    done = list(ran(arguments.names or MODULES, arguments.rounds))
    found = [line for each in done for line in each.found]
    if not arguments.names:
        PAGE.write_text("\n".join(page(done, before)) + "\n", encoding="utf-8")
    if arguments.keep:
        keep({**(before if arguments.names else {}), **ratios(found)})
    elif slower := list(grown(found, before)):
        print("slower than before:", *slower, sep="\n  ")
        sys.exit(1)


if __name__ == "__main__":
    main()
