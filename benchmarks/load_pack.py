"""
How long it takes to load the law of one jurisdiction, the Union's with it, in a fresh interpreter.

Run it as ``python benchmarks/load_pack.py``; it prints the median of some runs for each place. What
the modules themselves take to import is measured by ``make figures``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys

from recruitprivacy.law import jurisdictions

ROUNDS = 7
CODE = """
import sys, time
from recruitprivacy import law
start = time.perf_counter()
law.load(sys.argv[1])
print((time.perf_counter() - start) * 1000)
"""


def milliseconds(place: str) -> float:
    """
    Load the law of a place once.
    """
    command = [sys.executable, "-c", CODE, place]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this interpreter, and a code of ours
    return float(done.stdout)


def main() -> None:
    """
    Measure each place, interleaved, and print the medians.
    """
    runs = [{place: milliseconds(place) for place in jurisdictions()} for _ in range(ROUNDS)]
    medians = {place: statistics.median(run[place] for run in runs) for place in jurisdictions()}
    for place, found in sorted(medians.items(), key=lambda pair: -pair[1]):
        print(f"{place:<6}{found:6.1f} ms")


if __name__ == "__main__":
    main()
