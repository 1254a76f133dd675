"""
What is true of each language that has words of its own: one file a language beside this one.

A file says which counts take the first plural form (``one``), how the catalog never addresses the
reader (``other_address``), how a label would speak of the reader as of somebody else
(``speaks_of``), which English words the language has too (``same``), which words mislead
(``false``), what the GDPR calls a thing (``official``), and how values read in it (``says``,
``cites``, ``units``, ``frames``; ``cases`` where a frame bends the units). English has no
translations to look at.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).with_name("languages")
FACTS: Final[dict[str, dict[str, Any]]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.toml"))
}
ENGLISH: Final = "en"
TRANSLATED: Final = tuple(tag for tag in FACTS if tag != ENGLISH)


def table(name: str) -> list[tuple[str, str, str]]:
    """
    List the rows of a table of every language that has it: language, key, value.
    """
    return [(tag, key, said) for tag in FACTS for key, said in FACTS[tag].get(name, {}).items()]


def lengths() -> list[tuple[str, str, str, int, str]]:
    """
    List how each language says each unit, in each frame, for a few counts.
    """
    return [
        (tag, frame, unit, n, f"{before}{n} {forms[n > 1]}")
        for tag, facts in FACTS.items()
        for frame, before in facts["frames"].items()
        for unit, plain in facts["units"].items()
        for forms in [facts.get(facts.get("cases", {}).get(frame), {}).get(unit, plain)]
        for n in (1, 2, 21)
    ]
