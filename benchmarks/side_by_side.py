"""
How a benchmark is described, timed and told.

A module in this folder gives its tasks with ``tasks()``: what is done, the ways to do it, and which
of ours stands beside which peer. All ways of a task were first checked to give equal results. They
are timed in turn, round by round, so that a busy machine slows all alike; of each way the shortest
time counts, and what is compared is always of one run.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from time import perf_counter, process_time
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

__all__ = [
    "ROUNDS",
    "Beside",
    "DiffersError",
    "Line",
    "Task",
    "Way",
    "lines",
    "main",
    "measured",
    "said",
    "told",
    "written",
]

ROUNDS: Final = 7
SECONDS: Final = "s"
UNITS: Final = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns"))
MET: Final = MappingProxyType({True: "yes", False: "no", None: ""})
NOTHING: Final[Mapping[str, float]] = MappingProxyType({})
Times: TypeAlias = Mapping[str, float]


class DiffersError(Exception):
    """
    Two ways that are to be compared come to different results.
    """

    def __init__(self, task: str, found: object) -> None:
        """
        Say of which task, and what was found.
        """
        super().__init__(f"{task}: the ways differ: {found}")


@attrs.frozen(kw_only=True)
class Way:
    """
    One way to do a thing.

    Attributes:
        name: What it is called.
        run: Does it.
        count: How often it is done in one run.
        before: Called before each run, untimed.
        told: Whether it returns the figure, having measured itself.
    """

    name: str
    run: Callable[[], object]
    count: int = 1
    before: Callable[[], object] | None = None
    told: bool = False


@attrs.frozen(kw_only=True)
class Beside:
    """
    One of our ways beside a peer.

    Attributes:
        what: What is compared.
        ours: Our way.
        peer: The other, or None where there is none.
        at_most: How many times as long ours may take, or None where nothing is aimed at.
        within: How much ours may take, where there is no peer.
    """

    what: str
    ours: str
    peer: str | None = None
    at_most: float | None = None
    within: float | None = None


@attrs.frozen(kw_only=True)
class Task:
    """
    A thing that can be done in several ways.

    Attributes:
        name: Its short name.
        about: How much of what.
        ways: The ways.
        beside: What is compared.
        absent: The peers that are not installed.
        rounds: How often each way is run at most, or None.
        note: What one should know to read what was found, or empty.
        unit: What is measured: seconds, or MiB.
        waits: Whether it uses several cores or waits for others, so that the time on the clock is
            taken; else that of the processor, which a busy machine changes least.
    """

    name: str
    about: str
    ways: tuple[Way, ...]
    beside: tuple[Beside, ...]
    absent: tuple[str, ...] = ()
    rounds: int | None = None
    note: str = ""
    unit: str = SECONDS
    waits: bool = False


@attrs.frozen(kw_only=True)
class Line:
    """
    One line of the table.

    Attributes:
        task: The task.
        what: What is compared.
        ours: Our way and what it takes.
        peer: The other and what it takes, or empty.
        ratio: How many times as long ours takes, or None without a peer.
        aim: What was aimed at, or empty.
        met: Whether that was reached, or None where nothing was aimed at.
    """

    task: str
    what: str
    ours: str
    peer: str
    ratio: float | None
    aim: str
    met: bool | None

    @property
    def key(self) -> str:
        """
        The name under which its ratio is kept.
        """
        return f"{self.task}: {self.what}"


def measured(task: Task, rounds: int = ROUNDS) -> dict[str, float]:
    """
    Time every way in turn; give the shortest seconds for one.
    """
    found: dict[str, float] = {}
    clock = perf_counter if task.waits else process_time
    for _ in range(min(rounds, task.rounds or rounds)):
        for way in task.ways:
            found[way.name] = min(_once(way, clock), found.get(way.name, float("inf")))
    return found


def _once(way: Way, clock: Callable[[], float]) -> float:
    if way.before is not None:
        way.before()
    gc.collect()
    gc.disable()
    start = clock()
    found = way.run()
    taken = clock() - start
    gc.enable()
    return (found if way.told and isinstance(found, float) else taken) / way.count


def lines(task: Task, times: Times) -> Iterator[Line]:
    """
    Write what is compared as lines.
    """
    for each in task.beside:
        taken = times[each.ours]
        ratio = None if each.peer is None else taken / times[each.peer]
        aim, met = _aimed(each, task.unit, taken, ratio)
        yield Line(
            task=task.name,
            what=each.what,
            ours=f"{each.ours}, {amount(taken, task.unit)}",
            peer="" if each.peer is None else f"{each.peer}, {amount(times[each.peer], task.unit)}",
            ratio=ratio,
            aim=aim,
            met=met,
        )


def _aimed(each: Beside, unit: str, taken: float, ratio: float | None) -> tuple[str, bool | None]:
    if ratio is not None and each.at_most is not None:
        return f"at most {said(each.at_most)}", ratio <= each.at_most
    if each.within is not None:
        return f"within {amount(each.within, unit)}", taken <= each.within
    return "", None


def said(ratio: float) -> str:
    """
    Write a ratio.

    >>> said(0.3333), said(0.0123), said(3.0)
    ('0.33', '0.012', '3')
    """
    return f"{ratio:.2g}" if ratio < 1 else f"{ratio:.3g}"


def amount(taken: float, unit: str = SECONDS) -> str:
    """
    Write what something takes; seconds in the unit that suits them.

    >>> amount(0.0201), amount(1.2e-8), amount(17.26, "MiB")
    ('20.1 ms', '12 ns', '17.3 MiB')
    """
    if unit != SECONDS:
        return f"{taken:.3g} {unit}"
    size, name = next((each for each in UNITS if taken >= each[0]), UNITS[-1])
    return f"{taken / size:.3g} {name}"


def written(table: Iterable[Line], before: Mapping[str, float] = NOTHING) -> Iterator[str]:
    """
    Write lines as a table in Markdown.
    """
    yield "| what | ours | beside | ratio | before | aim | met |"
    yield "|---|---|---|---:|---:|---|---|"
    for each in table:
        ratio = said(each.ratio) if each.ratio is not None else ""
        was = said(before[each.key]) if each.key in before else ""
        met = MET[each.met]
        yield f"| {each.what} | {each.ours} | {each.peer} | {ratio} | {was} | {each.aim} | {met} |"


def main(tasks: Iterable[Task]) -> None:
    """
    Time the tasks and print them; the number of rounds is the only argument.
    """
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for task in tasks:
        print("\n".join(told(task, measured(task, rounds))))


def told(task: Task, times: Times) -> Iterator[str]:
    """
    Write a task for who waits at a terminal.
    """
    yield f"{task.name}: {task.about}"
    for name, taken in times.items():
        yield f"  {name:40}{amount(taken, task.unit):>12}"
    for name in task.absent:
        yield f"  {name:40}{'absent':>12}"
    for each in lines(task, times):
        ratio = f" {said(each.ratio)} times as long;" if each.ratio is not None else ""
        aim = f" {each.aim}: {MET[each.met]}" if each.aim else ""
        yield f"  {each.what}:{ratio}{aim}".rstrip(";")
