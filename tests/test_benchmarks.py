"""
What is timed is told as it was found.
"""

from __future__ import annotations

import doctest
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from benchmarks import side_by_side
from benchmarks.side_by_side import Beside, Line, Task, Way, lines, measured, told, written

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "benchmarks"
PAGE: Final = ROOT / "docs" / "explanation" / "benchmarks.md"
NAMED: Final = re.findall(
    r'^    "(\w+)": "', (FOLDER / "run.py").read_text(encoding="utf-8"), flags=re.MULTILINE
)
ROW: Final = re.compile(r"^\| (?P<what>[^|]+) \|.*\| (?P<ratio>[\d.]*) \| [\d.]* \|[^|]*\|[^|]*\|$")


def task(**more: float | None) -> Task:
    """
    Give a task whose ways measure themselves.
    """
    fixed: dict[str, Callable[[], object]] = {"ours": lambda: 0.2, "theirs": lambda: 0.1}
    return Task(
        name="counting",
        about="three things",
        ways=tuple(Way(name=name, run=run, told=True) for name, run in fixed.items()),
        beside=(Beside(what="counting", ours="ours", peer="theirs", at_most=more.get("at_most")),),
    )


def line(found: Task) -> Line:
    """
    Time a task with one comparison.
    """
    (only,) = lines(found, measured(found, 2))
    return only


@pytest.mark.parametrize(("at_most", "met"), [(3.0, True), (1.5, False), (None, None)])
def test_an_aim_is_met_or_not(at_most: float | None, met: bool | None) -> None:  # noqa: FBT001 - the expected
    """
    An aim is met where the ratio is no greater; without an aim nothing is said.
    """
    assert met is line(task(at_most=at_most)).met


def test_the_ratio_is_ours_by_theirs() -> None:
    """
    What takes twice as long has a ratio of two.
    """
    assert 2.0 == line(task()).ratio


def test_the_shortest_time_counts() -> None:
    """
    Of several rounds the one least disturbed is told, for one time of many.
    """
    taken = iter((0.3, 0.1, 0.2))
    once = Way(name="ours", run=lambda: next(taken), count=10, told=True)
    found = Task(name="t", about="one thing", ways=(once,), beside=())
    assert {"ours": 0.01} == measured(found, 3)


def test_ways_take_turns_and_are_made_ready() -> None:
    """
    Each round runs every way once, each after what makes it ready.
    """
    done: list[str] = []
    ways = tuple(
        Way(
            name=name,
            run=lambda name=name: done.append(name),  # type: ignore[misc]
            before=lambda name=name: done.append(f"before {name}"),  # type: ignore[misc]
        )
        for name in "ab"
    )
    measured(Task(name="t", about="two ways", ways=ways, beside=()), 2)
    assert ["before a", "a", "before b", "b"] * 2 == done


def test_a_limit_needs_no_peer() -> None:
    """
    What stands beside nothing is held against a length of time.
    """
    way = Way(name="ours", run=lambda: 0.012, told=True)
    within = Beside(what="composing", ours="ours", within=0.02)
    found = line(Task(name="t", about="one", ways=(way,), beside=(within,)))
    assert ("within 20 ms", True, None) == (found.aim, found.met, found.ratio)


def test_the_table_holds_what_was_found_and_what_was_before() -> None:
    """
    A row tells both times, both ratios, the aim, and whether it was met.
    """
    *_, row = written([line(task(at_most=1.0))], {"counting: counting": 1.8})
    expected = "| counting | ours, 200 ms | theirs, 100 ms | 2 | 1.8 | at most 1 | no |"
    assert expected == row


def test_an_absent_peer_is_named() -> None:
    """
    Who reads of a benchmark is told what it was not timed beside.
    """
    found = Task(name="t", about="one thing", ways=(), beside=(), absent=("automat",))
    _, row = told(found, {})
    assert ["automat", "absent"] == row.split()


def test_the_examples_of_how_figures_are_written_hold() -> None:
    """
    What the module shows of ratios and amounts is what it writes.
    """
    assert (0, 2) == tuple(doctest.testmod(side_by_side))


@pytest.mark.parametrize("name", NAMED)
def test_each_benchmark_gives_its_tasks(name: str) -> None:
    """
    What the command runs gives its tasks in the one shape.
    """
    text = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    assert "\ndef tasks() -> Iterator[Task]:\n" in text


def test_the_baseline_holds_the_ratios_of_the_page() -> None:
    """
    What is kept for the next run are ratios of comparisons that the page shows.
    """
    kept = json.loads((FOLDER / "baseline.json").read_text(encoding="utf-8"))
    rows = [
        found
        for each in PAGE.read_text(encoding="utf-8").splitlines()
        if (found := ROW.match(each))
    ]
    shown = {each["what"] for each in rows if each["ratio"]}
    assert shown == {key.partition(": ")[2] for key in kept}
