"""
What is true of each language that has words of its own: one file a language beside this one.

A file says which counts take the first plural form (``one``), how the catalog never addresses the
reader (``other_address``), how a label would speak of the reader as of somebody else
(``speaks_of``), which English words the language has too (``same``), which words mislead
(``false``), what the GDPR calls a thing (``official``), and how values read in it (``says``,
``cites``, ``units``, ``frames``, one of each unit in words (``alone``); ``cases`` where a frame
bends the units).

For the rules of ``checker.py`` it says by which words one knows the language (``own``), how it
says no, must and may (``no`` and the narrower ``not``, ``must`` and the narrower ``duty``,
``may``), its quotation marks in pairs (``quotes``), how it says what a promise turns on
(``weighs``), counts and units of time (``lengths``), which words may stand twice in a row
(``twice``), and which messages are right though a rule doubts them (``free``). English has no
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
FORMAL: Final = {
    "nl-x-je": (r"\b(u|uw|uwe|uwer|uzelf)\b", False),
    "de-x-du": (r"\b(Sie|Ihnen|Ihr\w*)\b", True),
}
"""How the parent of a variant that says *je* or *du* addresses the reader; whether case counts."""
ADDRESS: Final = (
    {tag: (FACTS[tag]["other_address"], False) for tag in TRANSLATED}
    | {"nl-BE": (FACTS["nl"]["other_address"], False)}
    | FORMAL
)
"""How a catalog never addresses the reader."""


def base(tag: str) -> str:
    """
    Name the language of a tag, whose facts hold for its variants too.
    """
    return tag.partition("-")[0]


def table(name: str) -> list[tuple[str, str, str]]:
    """
    List the rows of a table of every language that has it: language, key, value.
    """
    return [(tag, key, said) for tag in FACTS for key, said in FACTS[tag].get(name, {}).items()]


def lengths() -> list[tuple[str, str, str, int, str]]:
    """
    List how each language says each unit, in each frame, for a few counts; one of it in a word.
    """
    alone = [
        (tag, frame, unit, 1, said)
        for tag, facts in FACTS.items()
        for frame, texts in facts["alone"].items()
        for unit, said in zip(facts["units"], texts, strict=True)
    ]
    return alone + [
        (tag, frame, unit, n, f"{before}{n} {forms[n > 1]}")
        for tag, facts in FACTS.items()
        for frame, before in facts["frames"].items()
        for unit, plain in facts["units"].items()
        for forms in [facts.get(facts.get("cases", {}).get(frame), {}).get(unit, plain)]
        for n in ((1, 2, 21) if frame == "cell" else (2, 21))
    ]
