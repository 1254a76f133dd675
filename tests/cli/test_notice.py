"""
The command that says a policy again as a notice: its layers, its fields, its readers.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.cli._notice import EXAMPLE
from tests.cli.conftest import Declare, Run

ROOT: Final = Path(__file__).parents[2]
HERE: Final = ("--language", "en", "--on", "2026-03-02")
ANNA: Final = ("--role", "candidate", *HERE)


def test_a_card(run: Run, declare: Declare) -> None:
    """
    A card is shorter than the notice, and says where that stands.
    """
    full = run("notice", declare(), *ANNA)
    card = run("notice", declare(), *ANNA, "--layer", "card", "--full-at", "https://a.example/p")

    assert (0, 0) == (full.exit_code, card.exit_code)
    assert len(card.output) < len(full.output)
    assert "The full privacy notice: https://a.example/p" in card.output


def test_beside_a_field(run: Run, declare: Declare) -> None:
    """
    Beside a field stand a few lines, headed by what is asked for.
    """
    result = run("notice", declare(), *ANNA, "--field", "name", "--stage", "application")

    assert 0 == result.exit_code
    assert result.output.startswith("# Name\n")


def test_a_field_nobody_declared(run: Run, declare: Declare) -> None:
    """
    A field that asks for what is not declared ends with status 2 and the nearest category.
    """
    result = run("notice", declare(), *ANNA, "--field", "nam")

    assert 2 == result.exit_code
    assert "did you mean 'name'" in result.stderr


def test_a_page_for_all(run: Run, declare: Declare) -> None:
    """
    Without a role the page speaks to everybody.
    """
    result = run("notice", declare(), *HERE)

    assert 0 == result.exit_code
    assert "This notice speaks to these people:" in result.output


def test_from_whom_the_data_come(run: Run, declare: Declare) -> None:
    """
    What is asked for is written down with the notice.
    """
    result = run("notice", declare(), *ANNA, "--collected", "from_others", "--to", "json")

    assert "from_others" == json.loads(result.output)["collected"]


@pytest.mark.parametrize("example", EXAMPLE.splitlines()[2:])
def test_what_help_shows_runs(run: Run, example: str) -> None:
    """
    Each command that the help shows ends with status 0.
    """
    _, *words = example.split()
    policy = next(word for word in words if word.startswith("examples/"))
    asked = [str(ROOT / word) if word == policy else word for word in words]

    assert 0 == run(*asked, "--on", "2026-03-02").exit_code
