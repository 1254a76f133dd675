"""
What all tests share: the Hypothesis profiles and the snapshots.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from hypothesis import HealthCheck, settings

SNAPSHOTS: Final = Path(__file__).parent / "snapshots"

Snapshot: TypeAlias = Callable[[str, str], str]

# One seed and no database: a run on Monday and a run on Tuesday test the same examples.
settings.register_profile(
    "ci",
    derandomize=True,
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "nightly",
    max_examples=3000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("RECRUITPRIVACY_HYPOTHESIS", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """
    Add the option by which ``make snapshots`` writes instead of comparing.
    """
    parser.addoption("--write-snapshots", action="store_true", help="write tests/snapshots anew")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """
    Give what was stored under a name, to be compared with what is made now.

    A test says ``assert text == snapshot("nl.json", text)``; ``make snapshots`` stores the text.
    """
    write = bool(request.config.getoption("--write-snapshots"))

    def stored(name: str, text: str) -> str:
        path = SNAPSHOTS / name
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if not path.exists():
            pytest.fail(f"no snapshot {name}; write it with `make snapshots`, and read it")
        return path.read_text(encoding="utf-8")

    return stored
