"""
A declaration with what one language says otherwise, as plain values.
"""

from __future__ import annotations

from typing import Any, Final

from recruitprivacy.errors import Fault
from recruitprivacy.wire._migrate import Document
from recruitprivacy.wire._unread import joined, quoted, segment

WITHOUT: Final = "without"
WITH: Final = "with"
ALONE: Final = ("schema", "id", "languages", "texts", "variants", "earlier")
"""What a declaration has once for all its languages."""


def unworded(document: Document) -> Document:
    """
    Leave out what is not said by the declaration itself: texts, variants and earlier versions.
    """
    return {key: value for key, value in document.items() if key not in ALONE[3:]}


def merge(document: Document, changes: Document) -> tuple[Document, list[Fault]]:
    """
    Put changes into a declaration.

    A table changes what it names and leaves the rest; under ``without`` it lists entries that are
    not there. A list, where a table stands for it, loses what ``without`` lists and gains what
    ``with`` lists. Anything else takes the place of what was there.

    >>> said, _ = merge({"uses": {"all": {"purposes": ["matching", "research"]}}},
    ...                 {"uses": {"all": {"purposes": {"without": ["research"]}}}})
    >>> said
    {'uses': {'all': {'purposes': ['matching']}}}
    """
    misfits = [
        Fault(path=segment(key), problem="is one for all languages", way_out="leave it out here")
        for key in ALONE
        if key in changes
    ]
    own = {key: value for key, value in changes.items() if key not in ALONE}
    return _table(document, own, "", misfits), misfits


def _merged(value: object, change: object, path: str, misfits: list[Fault]) -> object:
    if isinstance(change, dict) and isinstance(value, dict):
        return _table(value, change, path, misfits)
    if isinstance(change, dict) and change and change.keys() <= {WITH, WITHOUT}:
        before = [] if value is None else _listed(value)
        gone = _gone(change, before, path, misfits)
        return [*(each for each in before if each not in gone), *_listed(change.get(WITH, []))]
    return change


def _table(table: Document, changes: Document, path: str, misfits: list[Fault]) -> Document:
    gone = _gone(changes, list(table), path, misfits)
    merged: dict[str, Any] = {key: value for key, value in table.items() if key not in gone}
    for key, change in changes.items():
        if key != WITHOUT:
            name = joined(path, segment(key))
            merged[key] = _merged(merged.get(key), change, name, misfits)
    return merged


def _gone(
    changes: Document, present: list[object], path: str, misfits: list[Fault]
) -> list[object]:
    gone = _listed(changes.get(WITHOUT, []))
    misfits.extend(
        Fault(
            path=joined(path, WITHOUT),
            problem=f"there is no{quoted(str(each))} in the declaration",
            way_out="name what it has there",
        )
        for each in gone
        if each not in present
    )
    return gone


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
