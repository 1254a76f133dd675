"""
One walk over a declaration and its types, to find every word that has a meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType
from typing import Annotated, Final, TypeAlias, get_args, get_origin, get_type_hints

import attrs

from recruitprivacy.frozen import FrozenMap

MOST_SHOWN: Final = 40
Found: TypeAlias = "Iterator[tuple[str, str, tuple[object, ...]]]"


def shown(text: str) -> str:
    """
    Quote what somebody wrote, its beginning where it is long.

    >>> shown("cv")
    "'cv'"
    """
    return repr(text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…")


@cache
def hints(kind: type) -> dict[str, object]:
    """
    Resolve the annotations of a class, markers included.
    """
    return get_type_hints(kind, include_extras=True)


def texts_of(value: object, hint: object, path: str) -> Found:
    """
    Walk a value along its annotation; yield every marked text as path, text and markers.
    """
    kind: type = type(value)
    if isinstance(value, str):
        yield from _marked(value, hint, path)
    elif attrs.has(kind):
        for name, part in hints(kind).items():
            yield from texts_of(getattr(value, name), part, join(path, name.rstrip("_")))
    elif isinstance(value, FrozenMap):
        key_hint, part_hint = _arguments(hint, FrozenMap)
        for key, part in value.items():
            yield from texts_of(key, key_hint, join(path, key))
            yield from texts_of(part, part_hint, join(path, key))
    elif isinstance(value, tuple):
        part_hint = _arguments(hint, tuple)[0]
        for part in value:
            yield from texts_of(part, part_hint, path)


def join(path: str, name: str) -> str:
    """
    Write the path of something one level down.
    """
    return f"{path}.{name}" if path else name


def _marked(value: str, hint: object, path: str) -> Found:
    if get_origin(hint) is Annotated:
        yield path, value, getattr(hint, "__metadata__", ())
    else:
        for choice in get_args(hint):
            yield from _marked(value, choice, path)


def _arguments(hint: object, origin: type) -> tuple[object, ...]:
    for choice in (hint, *get_args(hint)):
        if get_origin(choice) is origin:
            return get_args(choice)
    return (NoneType, NoneType)
