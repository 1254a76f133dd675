"""
Sweeps over generated histories find the rows that the record function calls due.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

PROGRAM: Final = Path(__file__).parents[2] / "scripts" / "equality.py"
FIRMS: Final = ("--firms", "agency", "versions", "harbour")
ENGINES: Final = ("polars", "pandas", "pyarrow", "duckdb", "sqlite")


def ran(*arguments: str) -> list[str]:
    """
    Run the program, and give what it printed.
    """
    command = [sys.executable, str(PROGRAM), *arguments, *FIRMS]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def test_two_thousand_histories_are_decided_alike_on_each_engine(tmp_path: Path) -> None:
    """
    No engine calls a record due that ``assess`` keeps, or misses one that it calls due.
    """
    decided = ran("decide", str(tmp_path), "--people", "2200", "--workers", "1")
    rows = int(decided[-1].split()[0])
    found = ran("check", str(tmp_path), *ENGINES)
    assert rows >= 2000
    assert [f"{name}: {rows} rows, 0 wrong" for name in ENGINES] == [
        line for line in found if line.endswith("wrong")
    ]
