"""
Measure what importing costs over an empty process, as a table.

Each row starts fresh interpreters, in turn with the others so that a busy machine slows all
alike, and gives the median. Byte code is kept, as it is for every installed package, in a folder of
its own. Give the number of rounds as the only argument.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

EMPTY = "nothing"
ROWS = {
    EMPTY: "pass",
    "import recruitprivacy": "import recruitprivacy",
    "citations (first with attrs)": "import recruitprivacy.citations",
    "vocabulary": "import recruitprivacy.vocabulary",
    "law.load('NL')": "from recruitprivacy import law; law.load('NL')",
    "policy": "import recruitprivacy.policy",
    "timeline": "import recruitprivacy.timeline",
    "retention and law.load('NL')": "from recruitprivacy import law, retention; law.load('NL')",
    "wire": "import recruitprivacy.wire",
    "cli": "import recruitprivacy.cli",
}
ROUNDS = 15


def once(code: str, environment: Mapping[str, str]) -> float:
    """
    Time one interpreter that runs the code, in milliseconds.
    """
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return (perf_counter() - start) * 1000


def main(rounds: int) -> None:
    """
    Print the table: the median of each row, and what it adds to an empty process.
    """
    times: dict[str, list[float]] = {name: [] for name in ROWS}
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for code in ROWS.values():
            once(code, environment)  # warm the byte code and the disk
        for _ in range(rounds):
            for name, code in ROWS.items():
                times[name].append(once(code, environment))
    base = median(times[EMPTY])
    print(f"median of {rounds} rounds, Python {sys.version.split()[0]}")
    print(f"{'':36}{'ms':>8}{'added':>8}")
    for name, taken in times.items():
        print(f"{name:36}{median(taken):8.1f}{median(taken) - base:8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
