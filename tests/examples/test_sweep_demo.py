"""
What the sweep of made-up people writes and prints.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import polars as pl

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"


def test_two_nights_in_a_row(tmp_path: Path) -> None:
    """
    The second night tells what is new since the first, and no record is named on the terminal.
    """
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "sweep.py"), str(tmp_path), "400"],
        check=True,
        capture_output=True,
        text=True,
    )
    first, second = sorted((tmp_path / "sweep").glob("due-*.parquet"))
    before, after = pl.read_parquet(first), pl.read_parquet(second)
    assert before["new"].all()
    assert set(after["id"]) - set(before["id"]) == set(after.filter("new")["id"])
    assert len(before) > 100
    assert "person-" not in done.stdout + done.stderr
