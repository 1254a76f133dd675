"""
How long it takes to load the law of one jurisdiction, the Union's with it, in a fresh interpreter.

Each place is loaded once, in an interpreter of its own; the slowest few are loaded again and
again. What the modules themselves take to import is measured by ``make figures``. Give the number
of rounds as the only argument.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from typing import Final

from side_by_side import Beside, Task, Way, main

from recruitprivacy.law import jurisdictions

SLOWEST: Final = 3
WITHIN: Final = 0.010
CODE: Final = """
import sys, time
from recruitprivacy import law
start = time.process_time()
law.load(sys.argv[1])
print(time.process_time() - start)
"""


def cold(place: str) -> float:
    """
    Load the law of a place once, in seconds.
    """
    command = [sys.executable, "-c", CODE, place]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this interpreter, and a code of ours
    return float(done.stdout)


def tasks() -> Iterator[Task]:
    """
    Give the places that take longest.
    """
    once = {place: cold(place) for place in jurisdictions()}
    slowest = sorted(once, key=lambda place: -once[place])[:SLOWEST]
    yield Task(
        name="load_pack",
        about=f"the slowest of {len(once)} places, in fresh interpreters",
        ways=tuple(Way(name=place, run=partial(cold, place), told=True) for place in slowest),
        beside=tuple(
            Beside(what=f"law.load({place!r}), cold", ours=place, within=WITHIN)
            for place in slowest
        ),
    )


if __name__ == "__main__":
    main(tasks())
