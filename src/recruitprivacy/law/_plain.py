"""
The plain form of what a pack says, from which its digest is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from recruitprivacy.canonical import Plain
from recruitprivacy.citations import Citation
from recruitprivacy.errors import CanonicalError
from recruitprivacy.periods import MonthDay, Period

__all__ = ["plain"]


def plain(value: object) -> Plain:
    """
    Write a value of a pack as text, numbers, lists and objects.

    What is empty is left out, so that a field added later changes no digest where nobody fills it.

    Raises:
        CanonicalError: If a part is none of these.

    >>> plain((date(2026, 3, 2), {"a": None, "b": False}, Period(months=1)))
    ['2026-03-02', {'b': False}, 'P1M']
    """
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Citation | MonthDay | Period):
        return str(value)
    if isinstance(value, Mapping):
        return _object((str(key), part) for key, part in value.items())
    kind = type(value)
    if attrs.has(kind):
        names = (field.name for field in attrs.fields(kind))
        return _object((name, getattr(value, name)) for name in names)
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    raise CanonicalError("", type(value).__name__)


def _object(items: Iterable[tuple[str, object]]) -> dict[str, Plain]:
    parts = ((key, plain(part)) for key, part in items)
    return {key: part for key, part in parts if part not in (None, "", [], {})}
