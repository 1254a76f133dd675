"""
Reading tables, maps, lists and choices, part by part, so that no fault hides another.

Where a part of a table cannot be read, the laws of the table (what its constructor refuses) are
still asked about the rest: a law counts as broken only if it is broken whatever the lost part may
have said, as far as we can try.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import chain
from typing import Any, Final, get_args, get_type_hints

import attrs

from recruitprivacy.errors import Fault, FaultsError, RecruitPrivacyError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import PartialDate
from recruitprivacy.wire._leaves import (
    MOST_LISTED,
    Hint,
    ReadAs,
    Reader,
    bare,
    expected,
    mistyped,
    origin_of,
)
from recruitprivacy.wire._unread import NOTHING, Gathered, Quote, UnreadError, segment

SAMPLES: Final[Mapping[Hint, tuple[object, ...]]] = {
    str: ("some",),
    int: (0, 1),
    bool: (False, True),
    Period: (Period(years=1),),
    MonthDay: (MonthDay(month=12, day=31),),
    PartialDate: (PartialDate(2018),),
}


@attrs.frozen
class Part:
    """
    One field of a class: its name in Python, its key on the wire, its type.
    """

    name: str
    key: str
    hint: Hint
    default: object

    @property
    def needed(self) -> bool:
        """
        Whether it must be given.
        """
        return self.default is attrs.NOTHING

    @property
    def fallback(self) -> object:
        """
        What stands in its place in a value that is only looked through.
        """
        if self.needed:
            origin = origin_of(self.hint)
            return () if origin is tuple else FrozenMap() if origin is FrozenMap else None
        return _made_default(self.default)


def _made_default(default: Hint) -> object:
    return default.factory() if hasattr(default, "factory") else default


def omitted(field: attrs.Attribute[Any]) -> object:
    """
    Tell what a field is where nobody gives it; equal to nothing else where it must be given.
    """
    return _made_default(field.default)


@cache
def parts(cls: Hint) -> Mapping[str, Part]:
    """
    List the fields of a class by their keys on the wire.
    """
    hints = get_type_hints(cls, include_extras=True)
    fields = (field for field in attrs.fields(cls) if field.init)
    return {
        field.name.rstrip("_"): Part(
            field.name, field.name.rstrip("_"), hints[field.name], field.default
        )
        for field in fields
    }


def kind_of(cls: Hint) -> str | None:
    """
    Tell the word by which a class of a union is known on the wire; None if it has none.
    """
    kind = getattr(cls, "kind", None)
    return kind if isinstance(kind, str) and "kind" not in parts(cls) else None


def table(cls: Hint, read_as: ReadAs, quote: Quote) -> Reader:
    """
    Make the reader of a class, written as a table.
    """
    kind = kind_of(cls)
    readers: dict[str, tuple[str, Reader]] = {}

    def read(value: object) -> object:
        if type(value) is not dict:
            raise mistyped(cls, value)
        known, got = parts(cls), {}
        if not readers:  # now and not before, for a type may hold itself
            readers.update((key, (part.name, read_as(part.hint))) for key, part in known.items())
        gathered, rest = Gathered(), dict[str, object]()
        for key, given in value.items():
            if key not in readers:
                if key != "kind" or not kind:
                    fault = _unknown(key, known, value, quote)
                    gathered.add(fault, lost=fault.nearest or fault.path)
                continue
            name, read_part = readers[key]
            try:
                got[name] = read_part(given)
            except UnreadError as failure:
                gathered.take(key, failure)
                rest[name] = failure.value
        for fault in _missing(cls, value, gathered.lost):
            gathered.add(fault, lost=fault.path)
        return _broken(cls, got, rest, gathered) if gathered.faults else _made(cls, got)

    return read


@cache
def _needed(cls: Hint) -> Mapping[str, Part]:
    return {key: part for key, part in parts(cls).items() if part.needed}


def _missing(cls: Hint, given: Mapping[str, object], lost: list[str]) -> list[Fault]:
    return [
        Fault(path=key, problem="is missing", way_out=f"give {expected(part.hint)}")
        for key, part in _needed(cls).items()
        if key not in given and key not in lost
    ]


def _unknown(key: str, known: Iterable[str], given: Mapping[str, object], quote: Quote) -> Fault:
    free = [name for name in known if name not in given]
    close = nearest(key, known)
    listed = "" if close or not 0 < len(free) <= MOST_LISTED else ", ".join(free)
    way_out = f"still free here: {listed}" if listed else ""
    problem = f"unknown key{quote(key)}"
    return Fault(path=segment(key), problem=problem, way_out=way_out, nearest=close)


def _made(cls: Hint, got: Mapping[str, object]) -> object:
    try:
        return cls(**got)
    except RecruitPrivacyError as error:
        raise UnreadError(tuple(_refused(error)), (), _hollow(cls, got)) from None


def _refused(error: RecruitPrivacyError) -> tuple[Fault, ...]:
    if isinstance(error, FaultsError):
        return error.faults
    return (Fault(path="", problem=str(error)),)


def _broken(
    cls: Hint, got: dict[str, object], rest: dict[str, object], gathered: Gathered
) -> object:
    lost = [part for part in parts(cls).values() if part.name in rest or part.key in gathered.lost]
    for fault in _laws_broken(cls, got, lost, rest):
        gathered.add(fault)
    left = {name: value for name, value in rest.items() if value is not NOTHING}
    raise gathered.unread(_hollow(cls, {**got, **left}))


def _laws_broken(
    cls: Hint, got: dict[str, object], lost: list[Part], rest: Mapping[str, object]
) -> Sequence[Fault]:
    tries = {part.name: _possible(part, rest.get(part.name, NOTHING)) for part in lost}
    most = max((len(values) for values in tries.values()), default=1)
    broken: Sequence[Fault] | None = None
    for turn in range(most):
        filled = {name: values[turn % len(values)] for name, values in tries.items()}
        faults = _faults_of(cls, {**got, **filled})
        broken = faults if broken is None else [fault for fault in broken if fault in faults]
    return broken or ()


def _faults_of(cls: Hint, values: dict[str, object]) -> tuple[Fault, ...]:
    try:
        cls(**values)
    except (AttributeError, TypeError):  # the try itself made no sense
        return ()
    except RecruitPrivacyError as error:
        return _refused(error)
    return ()


def _possible(part: Part, left: object) -> list[object]:
    kept = () if left is NOTHING else (left,)
    return [*kept, *_samples(part.hint)] or [part.fallback]


def _samples(hint: Hint) -> Iterator[object]:
    plain = bare(hint)
    if plain in SAMPLES:
        yield from SAMPLES[plain]
    elif isinstance(plain, type) and issubclass(plain, Enum):
        yield from plain
    elif origin_of(hint) is tuple:
        yield from ((sample,) for sample in _samples(get_args(hint)[0]))
    elif origin_of(hint) is FrozenMap:
        yield FrozenMap()
    elif not attrs.has(plain):
        yield from chain.from_iterable(_samples(choice) for choice in get_args(hint))


def _hollow(cls: Hint, values: Mapping[str, object]) -> object:
    # Without its constructor: for looking through only, so that the words of a table are
    # checked even where its laws are broken.
    value = cls.__new__(cls)
    for part in parts(cls).values():
        object.__setattr__(value, part.name, values.get(part.name, part.fallback))
    return value


def mapping(hint: Hint, read_as: ReadAs, _: Quote) -> Reader:
    """
    Make the reader of a map, written as a table.
    """

    @cache
    def readers() -> list[Reader]:
        return [read_as(part) for part in get_args(hint)]

    def read(value: object) -> object:
        if type(value) is not dict:
            raise mistyped(hint, value)
        read_key, read_part = readers()
        gathered, got = Gathered(), {}
        for written, given in value.items():
            key = _part(read_key, written, written, gathered)
            part = _part(read_part, given, written, gathered)
            if key is not NOTHING and part is not NOTHING:
                got[key] = part
        return _unless(gathered, FrozenMap(got))

    return read


def sequence(hint: Hint, read_as: ReadAs, _: Quote) -> Reader:
    """
    Make the reader of a list; one text may stand for a list of one.
    """
    args = get_args(hint)
    many = args[-1] is ...

    @cache
    def readers() -> list[Reader]:
        return [read_as(part) for part in args if part is not ...]

    def read(value: object) -> object:
        alone = type(value) is str and many and not attrs.has(args[0])
        given = [value] if alone else value
        if type(given) is not list or not (many or len(given) == len(args)):
            raise mistyped(hint, value)
        gathered = Gathered()
        each = readers() * len(given) if many else readers()
        got = [
            _part(read_part, part, None if alone else index, gathered)
            for index, (part, read_part) in enumerate(zip(given, each, strict=True))
        ]
        return _unless(gathered, tuple(part for part in got if part is not NOTHING))

    return read


def _part(read: Reader, given: object, key: str | int | None, gathered: Gathered) -> object:
    try:
        return read(given)
    except UnreadError as failure:
        gathered.take(_named(key), failure)
        return failure.value


def _named(key: str | int | None) -> str:
    if key is None:
        return ""
    return segment(key) if isinstance(key, str) else f"[{key}]"


def _unless(gathered: Gathered, value: object) -> object:
    if gathered.faults:
        raise gathered.unread(value)
    return value
