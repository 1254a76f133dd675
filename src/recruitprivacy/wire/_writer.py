"""
Writing our values as plain ones: text, whole numbers, truth values, null, lists and tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final

import attrs

from recruitprivacy.canonical import Plain
from recruitprivacy.citations import Citation
from recruitprivacy.messages import Phrase
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import PartialDate
from recruitprivacy.wire._leaves import Hint
from recruitprivacy.wire._tables import kind_of, omitted
from recruitprivacy.wire._values import tagged

AS_TEXT: Final[Mapping[type, Callable[[Any], str]]] = {
    Citation: str,
    MonthDay: str,
    PartialDate: str,
    Period: str,
    date: date.isoformat,
    datetime: datetime.isoformat,
}


def to_plain(value: object, *, sparse: bool = False) -> Plain:
    """
    Write any value of this library as a plain one: a finding, a deadline, a list of disposals.

    Days are written as ISO 8601, lengths of time and citations as their classes read them, and
    each class as a table of its fields.

    Args:
        value: What to write.
        sparse: Whether what is as it would be anyway is left out, as in what is stored; else
            every field is there.

    Raises:
        TypeError: If it is no value of ours.

    >>> to_plain(Period.parse("P2Y")), to_plain((date(2026, 4, 7), None))
    ('P2Y', ['2026-04-07', None])
    """
    write = AS_TEXT.get(type(value))
    if write:
        return write(value)
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int):
        return value
    return _compound(value, sparse=sparse)


def _compound(value: object, *, sparse: bool) -> Plain:
    if isinstance(value, Phrase):
        return _phrase(value, sparse=sparse)
    if isinstance(value, tuple | list):
        return [to_plain(part, sparse=sparse) for part in value]
    if isinstance(value, Mapping):
        return {_key(key): to_plain(part, sparse=sparse) for key, part in value.items()}
    if attrs.has(type(value)):
        return dict(_fields(value, sparse=sparse))
    message = f"a {type(value).__name__} is no value of recruitprivacy"
    raise TypeError(message)


def _key(key: object) -> str:
    written = to_plain(key)
    if isinstance(written, str):
        return written
    message = f"a {type(key).__name__} cannot be a key; text can"
    raise TypeError(message)


def _fields(value: object, *, sparse: bool) -> Iterator[tuple[str, Plain]]:
    cls: Hint = type(value)
    kind = kind_of(cls)
    if kind:
        yield "kind", kind
    for field in attrs.fields(cls):
        if field.name.startswith("_"):  # what an answer needs to explain itself, no part of it
            continue
        part = getattr(value, field.name)
        if not (sparse and part == omitted(field)):
            yield field.name.rstrip("_"), to_plain(part, sparse=sparse)
    for name in () if sparse else getattr(cls, "worked_out", ()):
        yield name, to_plain(getattr(value, name))


def _phrase(value: Phrase, *, sparse: bool) -> Plain:
    said: dict[str, Plain] = {"message": to_plain(value.message, sparse=sparse)}
    if value.values or not sparse:
        said["values"] = {
            name: tagged(part, to_plain(part, sparse=sparse)) for name, part in value.values.items()
        }
    return said
