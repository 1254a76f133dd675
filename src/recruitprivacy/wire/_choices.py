"""
Reading a value that may be of several types.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from itertools import chain
from types import NoneType
from typing import Final, get_args

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.policy import Unstated
from recruitprivacy.wire._leaves import (
    EXPECTED,
    Hint,
    ReadAs,
    Reader,
    bare,
    mistyped,
    origin_of,
)
from recruitprivacy.wire._tables import kind_of
from recruitprivacy.wire._unread import Quote, UnreadError

DAY_LONG: Final = len("2018-05-25")
FROM: Final[Mapping[Hint, type]] = {NoneType: NoneType, bool: bool, int: int, str: str}
"""Types that are read from one plain type only."""


def choice(hint: Hint, read_as: ReadAs, quote: Quote) -> Reader:
    """
    Make the reader of a union.

    A table among several is known by its ``kind``; a text is taken as the narrowest type that
    reads it, so that ``unstated`` is never somebody's name.
    """
    options = sorted(get_args(hint), key=_width)
    kinds = {kind: option for option in options if (kind := _kind(option))}

    @cache
    def of_kind(kind: str) -> Reader:
        return read_as(kinds[kind])

    @cache
    def likely(found: type, *, long: bool) -> list[Reader]:
        return [read_as(option) for option in options if _likely(option, found, long=long)]

    def read(value: object) -> object:
        if type(value) is dict and len(kinds) > 1:
            return of_kind(_named(kinds, value, quote))(value)
        found: Hint = type(value)
        long = found is str and len(str(value)) > DAY_LONG
        for read_option in likely(found, long=long):
            try:
                return read_option(value)
            except UnreadError:
                continue
        failures = []
        for option in (option for option in options if _fits(option, value)):
            try:
                return read_as(option)(value)
            except UnreadError as failure:
                failures.append(failure)
        raise _best(failures) or mistyped(hint, value)

    return read


def _kind(option: Hint) -> str | None:
    return kind_of(option) if isinstance(option, type) and attrs.has(option) else None


def _width(option: Hint) -> int:
    plain = bare(option)
    if plain is Unstated:
        return 0
    if isinstance(plain, type) and issubclass(plain, Enum):
        return 1
    return 3 if plain is str else 2


def _named(kinds: Mapping[str, Hint], value: dict[str, object], quote: Quote) -> str:
    kind = value.get("kind")
    if isinstance(kind, str) and kind in kinds:
        return kind
    close = nearest(kind, kinds) if isinstance(kind, str) else ""
    problem = f"unknown kind{quote(kind)}" if isinstance(kind, str) else "is missing"
    way_out = "" if close else "give the kind as text"
    raise UnreadError((Fault(path="kind", problem=problem, way_out=way_out, nearest=close),))


def _fits(option: Hint, value: object) -> bool:
    plain = bare(option)
    if plain in EXPECTED:
        return True
    if attrs.has(plain) or origin_of(option) is FrozenMap:
        return type(value) is dict
    return origin_of(option) is not tuple or type(value) in {list, str}


def _likely(option: Hint, found: type, *, long: bool) -> bool:
    plain = bare(option)
    if plain in FROM:
        return found is FROM[plain]
    if found is str and plain in {date, datetime}:
        return long is (plain is datetime)
    return True


def _best(failures: list[UnreadError]) -> UnreadError | None:
    mistakes = [failure for failure in failures if not _of_type(failure)]
    close = (failure for failure in mistakes if any(fault.nearest for fault in failure.faults))
    return next(chain(close, reversed(mistakes)), None)


def _of_type(failure: UnreadError) -> bool:
    first = failure.faults[0]
    return not first.path and first.problem.startswith("expected ")
