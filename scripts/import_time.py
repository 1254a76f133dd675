"""
Measure what importing costs over an empty process, as a table.

Each row starts fresh interpreters, in turn with the others so that a busy machine slows all
alike, and gives the median. Give the number of rounds as the only argument.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

EMPTY = "nothing"
ROWS = {
    EMPTY: "pass",
    "import recruitprivacy": "import recruitprivacy",
    "citations (first with attrs)": "import recruitprivacy.citations",
    "law.load('NL', 'SE')": "from recruitprivacy import law; law.load('NL', 'SE')",
    "retention and law.load('NL', 'SE')": (
        "from recruitprivacy import law, retention; law.load('NL', 'SE')"
    ),
    "wire": "import recruitprivacy.wire",
    "cli": "import recruitprivacy.cli",
}
ROUNDS = 15


def once(code: str) -> float:
    """
    Time one interpreter that runs the code, in milliseconds.
    """
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return (perf_counter() - start) * 1000


def main(rounds: int) -> None:
    """
    Print the table: the median of each row, and what it adds to an empty process.
    """
    times: dict[str, list[float]] = {name: [] for name in ROWS}
    for code in ROWS.values():
        once(code)  # warm the byte code and the disk
    for _ in range(rounds):
        for name, code in ROWS.items():
            times[name].append(once(code))
    base = median(times[EMPTY])
    print(f"median of {rounds} rounds, Python {sys.version.split()[0]}")
    print(f"{'':36}{'ms':>8}{'added':>8}")
    for name, taken in times.items():
        print(f"{name:36}{median(taken):8.1f}{median(taken) - base:8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
