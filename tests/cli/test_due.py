"""
Due dates from the command line: any place, any regime, doubts and extensions.
"""

from __future__ import annotations

import json
from typing import Final

import pytest

from tests.cli.conftest import Run

ASKED: Final = ("--received", "2026-03-03", "--right", "access", "--place", "NL")
ON: Final = ("--on", "2026-03-20")


def last_day(run: Run, *args: str) -> str:
    """
    Ask for JSON, and read the last day.
    """
    result = run("due", *args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    return str(found.get("last_day") or found["deadline"]["last_day"])


def test_a_day_will_do(run: Run) -> None:
    """
    A request may be given by the day it came in.
    """
    assert last_day(run, *ASKED, *ON) == "2026-04-07"


@pytest.mark.parametrize(
    ("place", "day"), [("SE", "2026-04-07"), ("BE", "2026-04-03"), ("DE-BY", "2026-04-07")]
)
def test_days_off_are_those_of_the_place(run: Run, place: str, day: str) -> None:
    """
    Good Friday is a day off in Sweden and Bavaria, and worked in Belgium.
    """
    assert last_day(run, *ASKED[:-1], place, *ON) == day


def test_where_the_person_lives(run: Run) -> None:
    """
    The law of the place where the person lives is looked at too, where it is named.
    """
    here = ("--received", "2026-03-03", "--right", "access", "--place", "US-CA", *ON)
    assert last_day(run, *here, "--residence", "us-ca") == "2026-04-17"
    said = run("due", *ASKED, *ON, "--residence", "US-CA").stdout
    assert "A second law binds as well, and this is its last day." in " ".join(said.split())
    result = run("due", *here)
    assert (result.exit_code, "name it with --residence" in result.stderr) == (2, True)


def test_an_extension_in_time(run: Run) -> None:
    """
    An extension told in time with a reason makes three months of one.
    """
    told = ("--extended", "2026-03-20:complexity")
    assert last_day(run, *ASKED, *ON, *told) == "2026-06-03"


def test_an_extension_for_less(run: Run) -> None:
    """
    An extension may be for less than the law allows.
    """
    told = ("--extended", "2026-03-20:complexity", "--by", "P1M")
    assert last_day(run, *ASKED, *ON, *told) == "2026-05-04"


def test_an_extension_without_a_reason_moves_nothing(run: Run) -> None:
    """
    An extension nobody gave a reason for is reported, and the first day stands.
    """
    result = run("due", *ASKED, *ON, "--extended", "2026-03-20")
    assert (result.exit_code, "7 April 2026" in result.stdout) == (1, True)


def test_a_doubt_is_a_reading(run: Run) -> None:
    """
    A recorded doubt leaves the day to work to, and adds readings.
    """
    doubt = ("--identity-asked", "2026-03-05:address_changed", "--identity-proved", "2026-03-12")
    assert last_day(run, *ASKED, *ON, *doubt) == "2026-04-07"
    assert "13 April 2026" in run("due", *ASKED, *ON, *doubt).stdout


@pytest.mark.parametrize(
    ("regime", "place", "day"),
    [("EU", "DE-BY", "2026-01-06"), ("DE", "DE-BY", "2026-01-07"), ("DE", "DE-NW", "2026-01-06")],
)
def test_a_bare_length(run: Run, regime: str, place: str, day: str) -> None:
    """
    Epiphany moves a period of German law in Bavaria, but not one of the Union's.
    """
    args = ("--received", "2025-12-23", "--period", "P2W", "--regime", regime, "--place", place)
    assert last_day(run, *args) == day


def test_a_bare_length_in_words(run: Run) -> None:
    """
    A bare length is explained like any other.
    """
    result = run("due", "--received", "2026-03-03", "--period", "P1M", "--place", "NL")
    assert (result.exit_code, "The last day is 7 April 2026." in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--received", "2026-03-03", "--place", "NL"), "name the right used"),
        ((*ASKED, "--period", "P2W"), "leave --right out"),
        (
            ("--received", "2026-03-03", "--period", "P2W", "--place", "NL", "--residence", "SE"),
            "leave --residence out",
        ),
        (("--received", "2026-03-03", "--period", "P2W", "--place", "NLX"), "'NL'"),
        (("--received", "2026-03-03", "--period", "2W", "--place", "NL"), "cannot read '2W'"),
        (("--received", "2026-03-03", "--period", "P2W", "--regime", "NX", "--place", "NL"), "NL"),
        ((*ASKED, "--identity-asked", "5 March"), "write the day"),
        ((*ASKED, "--identity-asked", "2026-03-05:adress_changed"), "'address_changed'"),
        ((*ASKED, "--extended", "2026-03-05:complxity"), "'complexity'"),
        (("--received", "2026-03-03", "--period", "P2W", "--place", "DE-BX"), "DE-B"),
        (("--received", "2026-02-30", "--right", "access", "--place", "NL"), "no 2026-02-30"),
    ],
)
def test_what_cannot_be_used(run: Run, args: tuple[str, ...], told: str) -> None:
    """
    Arguments that say nothing, too much, or something unknown end with status 2 and a way out.
    """
    result = run("due", *args)
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr
