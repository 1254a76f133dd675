"""
Whether the fields of an event are of the types they are annotated with.

The annotations are read when the first event of a class is made, so that importing costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Final, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

import attrs

from recruitprivacy.errors import EventTypeError

Check: TypeAlias = Callable[[object], bool]
UNIONS: Final = (UnionType, Union)
CALLED: Final = {str: "text", NoneType: "None", bool: "True or False"}


def refuse_other_types(event: attrs.AttrsInstance) -> None:
    """
    Refuse an event of which a field is of another type than it is annotated with.

    Raises:
        EventTypeError: If one is.
    """
    for name, fits, hint in _checks(type(event)):
        value = getattr(event, name)
        if not fits(value):
            raise EventTypeError(type(event).__name__, name, _called(hint), _given(value))


@cache
def _checks(kind: type) -> tuple[tuple[str, Check, object], ...]:
    hints = get_type_hints(kind)
    names = (each.name for each in attrs.fields(kind))
    return tuple((name, _check(hints[name]), hints[name]) for name in names)


def _check(hint: object) -> Check:
    origin = get_origin(hint)
    if origin in UNIONS:
        checks = tuple(_check(part) for part in get_args(hint))
        return lambda value: any(fits(value) for fits in checks)
    if origin is tuple:
        inside = _check(get_args(hint)[0])
        return lambda value: isinstance(value, tuple) and all(map(inside, value))
    # A datetime is a date to Python, but neither compares nor prints as one.
    if hint is date:
        return lambda value: isinstance(value, date) and not isinstance(value, datetime)
    kind = cast("type", hint)
    return lambda value: isinstance(value, kind)


def _called(hint: object) -> str:
    origin = get_origin(hint)
    if origin in UNIONS:
        *others, last = (_called(part) for part in get_args(hint))
        return f"{', '.join(others)} or {last}"
    if origin is tuple:
        return f"a tuple of {_called(get_args(hint)[0])}"
    kind = cast("type", hint)
    return CALLED.get(kind, kind.__name__)


def _given(value: object) -> str:
    if isinstance(value, tuple):
        return "a tuple of something else"
    return CALLED.get(type(value), type(value).__name__)
