"""
Turning plain tables into values, and what goes wrong with them into faults with paths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache, partial
from typing import Final, TypeVar

import attrs

from recruitprivacy.errors import (
    CitationError,
    Fault,
    MonthDayError,
    PeriodError,
    UnknownActError,
)
from recruitprivacy.findings import Weight
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law._kinds import Confidence, Factor, Kind, Selects
from recruitprivacy.law._rule import RuleValue
from recruitprivacy.law._situation import Recruitment
from recruitprivacy.messages import Words
from recruitprivacy.near import nearest
from recruitprivacy.periods import MonthDay, Period

__all__ = ["cite_fault", "structure"]

T = TypeVar("T", bound=attrs.AttrsInstance)
Reader = Callable[[object], object]

A_LIST: Final = "a list"
A_PERIOD: Final = "a period, as in 'P4W'"
A_DAY_OF_THE_YEAR: Final = "a day of the year, as in '04-05'"
SOME_WORDS: Final = "a table with one text per language"
SOME_DAYS: Final = "a table with one date per place"
SOME_TEXTS: Final = "a table with one text per place"


@attrs.define(slots=False)
class _ExpectedError(Exception):
    what: str
    near: str = ""
    place: str = ""


def structure(
    table: object, kind: type[T], path: str, *, also: tuple[str, ...] = ()
) -> tuple[T | None, list[Fault]]:
    """
    Build a value from a plain table, or say all that is wrong with the table.

    Args:
        table: The table.
        kind: The class of the value.
        path: Where the table stands.
        also: Further keys that may be written there and were read before.
    """
    if not isinstance(table, Mapping):
        return None, [Fault(path=path, problem="expected a table")]
    readers, required = _readers(kind)
    values, faults = dict[str, object](), list[Fault]()
    for key, value in table.items():
        if key not in readers:
            problem, near = f"unknown key {key!r}", nearest(key, (*readers, *also))
            faults.append(Fault(path=_under(path, key), problem=problem, nearest=near))
            continue
        try:
            values[key] = readers[key](value)
        except (_ExpectedError, PeriodError, MonthDayError) as error:
            faults.append(_fault(error, _under(path, key)))
    missing = (key for key in required if key not in table)
    faults.extend(Fault(path=_under(path, key), problem="missing") for key in missing)
    return (None if faults else kind(**values)), faults


def cite_fault(error: CitationError | UnknownActError, path: str) -> Fault:
    """
    Tell what is wrong with a citation, the act it may mean apart from the rest.
    """
    if isinstance(error, CitationError):
        return Fault(path=path, problem=str(error))
    way_out = "declare it under [acts] with its title"
    problem = f"unknown act {error.act!r}"
    return Fault(path=path, problem=problem, way_out=way_out, nearest=error.nearest)


def _under(path: str, key: str) -> str:
    return f"{path}.{key}".lstrip(".")


def _fault(error: _ExpectedError | PeriodError | MonthDayError, path: str) -> Fault:
    if isinstance(error, PeriodError | MonthDayError):
        return Fault(path=path, problem=str(error))
    return Fault(path=path + error.place, problem=f"expected {error.what}", nearest=error.near)


@cache
def _readers(kind: type[attrs.AttrsInstance]) -> tuple[Mapping[str, Reader], tuple[str, ...]]:
    # By the annotation as it is written: what is read is plain, and nothing need be evaluated.
    fields = attrs.fields(kind)
    readers = {field.name: READERS[str(field.type).removesuffix(" | None")] for field in fields}
    return readers, tuple(field.name for field in fields if field.default is attrs.NOTHING)


def _exactly(value: object, *, kind: type, what: str) -> object:
    if type(value) is not kind:
        raise _ExpectedError(what)
    return value


def _member(value: object, *, known: Mapping[str, StrEnum]) -> StrEnum:
    found = known.get(value) if isinstance(value, str) else None
    if found is None:
        what = f"one of {', '.join(known)}"
        raise _ExpectedError(what, nearest(str(value), known))
    return found


def _period(value: object) -> Period:
    if not isinstance(value, str):
        raise _ExpectedError(A_PERIOD)
    return Period.parse(value)


def _month_day(value: object) -> MonthDay:
    if not isinstance(value, str):
        raise _ExpectedError(A_DAY_OF_THE_YEAR)
    return MonthDay.parse(value)


def _words(value: object) -> Words:
    if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
        raise _ExpectedError(SOME_WORDS)
    return Words(value)


def _days(value: object) -> FrozenMap[str, date]:
    if not isinstance(value, Mapping) or not all(type(day) is date for day in value.values()):
        raise _ExpectedError(SOME_DAYS)
    return FrozenMap(value)


def _texts(value: object) -> FrozenMap[str, str]:
    if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
        raise _ExpectedError(SOME_TEXTS)
    return FrozenMap(value)


def _value(value: object) -> RuleValue:
    return value if isinstance(value, bool | int | str) else _words(value)


def _list(value: object, *, of: Reader) -> tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise _ExpectedError(A_LIST)
    return tuple(_items(value, of))


def _items(values: list[object] | tuple[object, ...], of: Reader) -> Iterator[object]:
    for index, value in enumerate(values):
        try:
            yield of(value)
        except _ExpectedError as error:
            raise attrs.evolve(error, place=f"[{index}]") from None


def _as_it_is(value: object) -> object:
    return value  # a citation, read before, with the acts at hand


_TEXT: Final = partial(_exactly, kind=str, what="text")
_CLOSED: Final = {
    kind.__name__: partial(_member, known={member.value: member for member in kind})
    for kind in (Confidence, Factor, Kind, Recruitment, Selects, Weight)
}
READERS: Final[Mapping[str, Reader]] = {
    **_CLOSED,
    "str": _TEXT,
    "bool": partial(_exactly, kind=bool, what="true or false"),
    "int": partial(_exactly, kind=int, what="a whole number"),
    "date": partial(_exactly, kind=date, what="a date, as in 2026-01-15"),
    "MonthDay": _month_day,
    "Period": _period,
    "Words": _words,
    "RuleValue": _value,
    "FrozenMap[str, date]": _days,
    "FrozenMap[str, str]": _texts,
    "Citation": _as_it_is,
    "tuple[str, ...]": partial(_list, of=_TEXT),
    "tuple[Citation, ...]": partial(_list, of=_as_it_is),
    "tuple[Recruitment, ...]": partial(_list, of=_CLOSED["Recruitment"]),
}
