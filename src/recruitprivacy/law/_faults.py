"""
Turning plain tables into values, and what goes wrong with them into faults with paths.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError

from recruitprivacy.citations import Citation
from recruitprivacy.errors import Fault, PeriodError
from recruitprivacy.findings import Weight
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law._kinds import Confidence, Factor, Kind, Selects
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._rule import RuleValue
from recruitprivacy.law._situation import Recruitment
from recruitprivacy.messages import Words
from recruitprivacy.near import nearest
from recruitprivacy.periods import Period

__all__ = ["structure"]

T = TypeVar("T", bound=attrs.AttrsInstance)

CLOSED: Final = (Confidence, Factor, Kind, Recruitment, Regime, Selects, Weight)
A_LIST: Final = "a list"
A_PERIOD: Final = "a period, as in 'P4W'"
SOME_WORDS: Final = "a table with one text per language"
SOME_DAYS: Final = "a table with one date per place"
KINDS: Final = {str: "text", bool: "true or false", date: "a date, as in 2026-01-15"}


@attrs.define(slots=False)
class _ExpectedError(Exception):
    what: str
    near: str = ""


def structure(table: object, kind: type[T], path: str) -> tuple[T | None, list[Fault]]:
    """
    Build a value from a plain table, or say all that is wrong with the table.
    """
    if not isinstance(table, Mapping):
        return None, [Fault(path=path, problem="expected a table")]
    try:
        return CONVERTER.structure(table, kind), []
    except (ClassValidationError, IterableValidationError) as error:
        return None, list(_told(error, path))


def _told(error: BaseException, path: str) -> Iterator[Fault]:
    if isinstance(error, ClassValidationError):
        within, bare = error.group_exceptions()
        for inner, note in within:
            yield from _told(inner, f"{path}.{note.name}".lstrip("."))
        for inner in bare:
            yield from _told(inner, path)
    elif isinstance(error, IterableValidationError):
        for inner, place in error.group_exceptions()[0]:
            yield from _told(inner, f"{path}[{place.index}]")
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from _unknown_keys(error, path)
    else:
        yield _fault(error, path)


def _unknown_keys(error: ForbiddenExtraKeysError, path: str) -> Iterator[Fault]:
    known = [field.name for field in attrs.fields(error.cl)]
    for key in sorted(error.extra_fields):
        where = f"{path}.{key}".lstrip(".")
        yield Fault(path=where, problem=f"unknown key {key!r}", nearest=nearest(key, known))


def _fault(error: BaseException, path: str) -> Fault:
    if isinstance(error, _ExpectedError):
        return Fault(path=path, problem=f"expected {error.what}", nearest=error.near)
    if isinstance(error, PeriodError):
        return Fault(path=path, problem=str(error))
    return Fault(path=path, problem="missing" if isinstance(error, KeyError) else "cannot be read")


def _exactly(value: object, kind: type) -> object:
    if type(value) is not kind:
        raise _ExpectedError(KINDS[kind])
    return value


def _member(value: object, kind: type[StrEnum]) -> StrEnum:
    known = [member.value for member in kind]
    if value not in known:
        what = f"one of {', '.join(known)}"
        raise _ExpectedError(what, nearest(str(value), known))
    return kind(value)


def _period(value: object, _: object) -> Period:
    if not isinstance(value, str):
        raise _ExpectedError(A_PERIOD)
    return Period.parse(value)


def _words(value: object, _: object) -> Words:
    if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
        raise _ExpectedError(SOME_WORDS)
    return Words(value)


def _days(value: object, _: object) -> FrozenMap[str, date]:
    if not isinstance(value, Mapping) or not all(type(day) is date for day in value.values()):
        raise _ExpectedError(SOME_DAYS)
    return FrozenMap(value)


def _value(value: object, _: object) -> RuleValue | None:
    if value is None or isinstance(value, bool | int | str):
        return value
    return _words(value, _)


def _is_tuple(kind: object) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def _converter() -> Converter:
    made = Converter(forbid_extra_keys=True)
    for kind in KINDS:
        made.register_structure_hook(kind, _exactly)
    for closed in CLOSED:
        made.register_structure_hook(closed, _member)
    made.register_structure_hook(Period, _period)
    made.register_structure_hook(Words, _words)
    made.register_structure_hook_func(lambda kind: kind == FrozenMap[str, date], _days)
    made.register_structure_hook(Citation, lambda value, _: value)  # read before, with the acts
    made.register_structure_hook_func(lambda kind: kind == RuleValue | None, _value)
    elements = made.copy()

    def listed(value: object, kind: type) -> object:
        if not isinstance(value, list | tuple):
            raise _ExpectedError(A_LIST)
        return elements.structure(value, kind)

    made.register_structure_hook_func(_is_tuple, listed)
    return made


CONVERTER: Final = _converter()
