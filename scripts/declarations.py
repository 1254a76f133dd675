"""
Measure the example declarations: their length, what they repeat, how fast they load, their claims.

Give the number of rounds of the timings as the only argument.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from recruitprivacy.wire import load_policy  # noqa: E402
from tests import claims  # noqa: E402

POLICIES = ROOT / "examples" / "policies"
ROUNDS = 7
SHORTEST = 3
"""Words of a list from which on writing it again counts as repetition."""
COLD = """
import sys
from time import perf_counter
from recruitprivacy.wire import load_policy
start = perf_counter()
load_policy(sys.argv[1])
print((perf_counter() - start) * 1000)
"""


def main(rounds: int) -> None:
    """
    Print the three tables.
    """
    sizes()
    times(rounds)
    rows()


def sizes() -> None:
    """
    Print how long each file is, and how many of its lists and tables stood in it before.
    """
    print(f"{'':28}{'lines':>8}{'bytes':>8}{'groups':>8}{'lists again':>14}{'tables again':>14}")
    files = (*sorted(POLICIES.glob("*/policy.toml")), *sorted(POLICIES.glob("*/variants/*.toml")))
    for file in files:
        text = file.read_text(encoding="utf-8")
        document = tomllib.loads(text)
        groups = sum(map(len, document.pop("groups", {}).values()))
        parts = [*walked(document)]
        lists = [part for part in parts if isinstance(part, list) and len(part) >= SHORTEST]
        tables = [part for part in parts if isinstance(part, dict) and part]
        lines, size = text.count("\n"), len(text.encode())
        name = str(file.relative_to(POLICIES))
        print(f"{name:28}{lines:8}{size:8}{groups:8}{again(lists):14}{again(tables):14}")


def walked(part: object) -> Iterator[object]:
    """
    Yield a part of a document and all within it.
    """
    yield part
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for each in inner:
        yield from walked(each)


def again(parts: list[Any]) -> int:
    """
    Count the parts that are the same as one before.
    """
    counted = Counter(json.dumps(part, default=str) for part in parts)
    return sum(times - 1 for times in counted.values())


def times(rounds: int) -> None:
    """
    Print how long loading takes in a fresh process and in one that has loaded it before.
    """
    print(f"\n{f'ms, median of {rounds}':28}{'cold':>8}{'warm':>8}")
    firms = sorted(path.parent for path in POLICIES.glob("*/policy.toml"))
    cold: dict[Path, list[float]] = {firm: [] for firm in firms}
    warm: dict[Path, list[float]] = {firm: [] for firm in firms}
    for _ in range(rounds):
        for firm in firms:
            command = [sys.executable, "-c", COLD, str(firm)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            cold[firm].append(float(done.stdout))
    for turn in range(rounds + 1):
        for firm in firms:
            start = perf_counter()
            load_policy(firm)
            if turn:
                warm[firm].append((perf_counter() - start) * 1000)
    for firm in firms:
        print(f"{firm.name:28}{median(cold[firm]):8.0f}{median(warm[firm]):8.0f}")


def rows() -> None:
    """
    Print per firm and kind how many facts are expressed, behave, are owed, or are left out.
    """
    heads = ("rows", "expressed", "behaves", "pending", "left out")
    every: Counter[int] = Counter()
    for firm, book in sorted(claims.books(POLICIES).items()):
        counted = claims.counts(book.claims)
        whole = tuple(map(sum, zip(*counted.values(), strict=True)))
        every.update(dict(enumerate(whole)))
        print(f"\n{firm:28}{''.join(f'{head:>11}' for head in heads)}")
        for kind, numbers in {**counted, "all": whole}.items():
            print(f"{kind:28}{''.join(f'{number:11}' for number in numbers)}")
    print(f"\n{'all four':28}{''.join(f'{every[place]:11}' for place in range(len(heads)))}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
