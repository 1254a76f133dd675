"""
The terms this library ships, read from its own data once per process and kind.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, Required, TypedDict

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary._kinds import Actor, Kind, Origin
from recruitprivacy.vocabulary._rights import Right
from recruitprivacy.vocabulary._sensitivity import Sensitivity, SpecialCategory
from recruitprivacy.vocabulary._terms import Term

FOLDER: Final = Path(__file__).with_name("terms")
FIRST: Final = "2026.11"
"""The release of every term that does not say when it was added."""


class Entry(TypedDict, total=False):
    """
    A term as our own files write it.
    """

    label: Required[str]
    definition: Required[str]
    under: str
    sensitivity: str
    may_reveal: list[str]
    dpv: str
    fideslang: str
    added: str
    deprecated: str
    replaced_by: str
    by: str
    exercises_right: bool
    origin: str
    opens: list[str]
    events: list[str]


@cache
def built_in(kind: Kind) -> Mapping[str, Term]:
    """
    Load the shipped terms of a kind, by key, in the order of their file.
    """
    text = (FOLDER / f"{kind.value}.toml").read_text("utf-8")
    entries: dict[str, Entry] = tomllib.loads(text)
    return MappingProxyType(
        {key: _term(kind, key, order, entries) for order, key in enumerate(entries)}
    )


def in_order(reveals: Iterable[str]) -> tuple[SpecialCategory, ...]:
    """
    Sort special categories as the law lists them, each once.
    """
    named = set(reveals)
    return tuple(special for special in SpecialCategory if special in named)


def _term(kind: Kind, key: str, order: int, entries: Mapping[str, Entry]) -> Term:
    entry = entries[key]
    lineage = _lineage(key, entries)
    by, origin = entry.get("by"), entry.get("origin")
    return Term(
        kind=kind,
        key=key,
        label=Message(f"{kind.value}.{key}", entry["label"]),
        definition=entry["definition"],
        under=entry.get("under", ""),
        sensitivity=_sensitivity(lineage),
        may_reveal=in_order(kept for each in lineage for kept in each.get("may_reveal", ())),
        dpv=entry.get("dpv", ""),
        fideslang=entry.get("fideslang", ""),
        added=entry.get("added", FIRST),
        deprecated=entry.get("deprecated", ""),
        replaced_by=entry.get("replaced_by", ""),
        by=Actor(by) if by else None,
        exercises_right=entry.get("exercises_right", False),
        origin=Origin(origin) if origin else None,
        opens=tuple(Right(right) for right in entry.get("opens", ())),
        events=tuple(entry.get("events", ())),
        order=order,
    )


def _lineage(key: str, entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    entry = entries[key]
    under = entry.get("under", "")
    return (entry, *_lineage(under, entries)) if under else (entry,)


def _sensitivity(lineage: Iterable[Entry]) -> Sensitivity:
    stated = (entry["sensitivity"] for entry in lineage if "sensitivity" in entry)
    return Sensitivity(next(stated, Sensitivity.ORDINARY))
