"""
Plain values as TOML, so that a test can change a document and read it as a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date


def written(document: Mapping[str, object]) -> str:
    """
    Write a document as TOML, each table under its own header.
    """
    return "\n".join(_lines(document, ""))


def _lines(table: Mapping[str, object], path: str) -> Iterator[str]:
    plain = {key: part for key, part in table.items() if not isinstance(part, Mapping)}
    if path:
        yield f"[{path}]"
    for key, part in plain.items():
        yield f"{_key(key)} = {value(part)}"
    for key, part in table.items():
        if isinstance(part, Mapping):
            yield from _lines(part, f"{path}.{_key(key)}" if path else _key(key))


def value(part: object) -> str:
    """
    Write one value in line.
    """
    if isinstance(part, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {value(inner)}" for key, inner in part.items()) + "}"
    if isinstance(part, list):
        return f"[{', '.join(value(each) for each in part)}]"
    if isinstance(part, date):
        return part.isoformat()
    if isinstance(part, str):
        return _text(part)
    return json.dumps(part)


def _key(key: str) -> str:
    return _text(key)


def _text(text: str) -> str:
    # JSON's escapes are TOML's, but for the delete character and the pairs of surrogates.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
