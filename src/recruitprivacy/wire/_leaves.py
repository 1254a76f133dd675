"""
Reading single values: text, numbers, days, periods, citations, words of closed lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from types import NoneType
from typing import Annotated, Any, Final, TypeAlias, get_args, get_origin

import attrs

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import CitationError, Fault, PeriodError, RecruitPrivacyError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import PartialDate, Unstated
from recruitprivacy.wire._unread import Quote, UnreadError

Hint: TypeAlias = Any
"""A type as an annotation spells it; Python has no narrower word for it."""
Reader: TypeAlias = Callable[[object], Any]
"""What reads a plain value as one type, or raises :class:`UnreadError`."""
ReadAs: TypeAlias = Callable[[Hint], Reader]
"""Finds the reader of a type; asked late, so that a type may hold itself."""

MOST_LISTED: Final = 8
LONGEST_WORD: Final = 60
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

EXPECTED: Final[dict[Hint, str]] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    date: "a day, as in '2018-05-25'",
    datetime: "a date and time with its offset, as in '2018-05-25T09:00:00Z'",
    Period: "a period, as in 'P2Y'",
    MonthDay: "a day of the year, as in '04-05'",
    PartialDate: "a date, as in '2018-05-25', '2018-05' or '2018'",
    Citation: "a citation, as in 'GDPR Art. 12(3)'",
    NoneType: "null",
    Unstated: "'unstated'",
}
DATED: Final = frozenset({date, datetime, PartialDate})
"""Types of which a text may have the form and still be no day there is."""
FOUND: Final[dict[type, str]] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    float: "a fraction",
    list: "a list",
    dict: "a table",
    date: "a day",
    datetime: "a date and time",
    NoneType: "null",
}


def expected(hint: Hint) -> str:
    """
    Say in words what a type asks for.

    What may be left out is not told: TOML has no word for nothing.

    >>> expected(tuple[str, ...]), expected(Period | None)
    ('a list of text', "a period, as in 'P2Y'")
    """
    plain = EXPECTED.get(bare(hint))
    if plain:
        return plain
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _listed(hint)
    origin, args = origin_of(hint), get_args(hint)
    if origin is tuple:
        return f"a list of {expected(args[0]).removeprefix('a ')}"
    if attrs.has(hint) or origin is FrozenMap:
        return "a table"
    *most, last = (expected(choice) for choice in args if choice is not NoneType)
    return f"{', '.join(most)}, or {last}" if most else last


def origin_of(hint: Hint) -> object:
    """
    Tell what an annotation is a form of: tuple for ``tuple[str, ...]``.
    """
    return get_origin(hint)


def bare(hint: Hint) -> Hint:
    """
    Take the markers off an annotation; a literal member stands for its enum.
    """
    if origin_of(hint) is Annotated:
        return get_args(hint)[0]
    only = get_args(hint)
    return type(only[0]) if only and isinstance(only[0], Enum) else hint


def _listed(closed: type[Enum]) -> str:
    words = [repr(member.value) for member in closed]
    return f"one of {', '.join(words)}" if len(words) <= MOST_LISTED else f"a {named(closed)}"


def named(closed: type[Enum]) -> str:
    """
    Say the name of a closed list in words.

    >>> named(Unstated)
    'unstated'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", " ", closed.__name__).lower()


def mistyped(hint: Hint, value: object) -> UnreadError:
    """
    Say what was expected and what stands there instead, never the value itself.
    """
    found = FOUND.get(type(value), "something else")
    return UnreadError((Fault(path="", problem=f"expected {expected(hint)}, found {found}"),))


def exactly(kind: type) -> Reader:
    """
    Read a value that must have one type already: true and false are no numbers.
    """

    def read(value: object) -> object:
        if type(value) is not kind:
            raise mistyped(kind, value)
        return value

    return read


def text(value: object) -> str:
    """
    Read text that UTF-8 can write.
    """
    if type(value) is not str:
        raise mistyped(str, value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise UnreadError((Fault(path="", problem="holds half a character"),)) from None
    return value


def closed_list(kind: type[Enum], _: ReadAs, quote: Quote) -> Reader:
    """
    Read a word of a closed list.
    """
    known = {member.value: member for member in kind}

    def read(value: object) -> Enum:
        if type(value) is not str:
            raise mistyped(kind, value)
        member = known.get(value)
        if member is None:
            close = nearest(value, known)
            way_out = "" if close else f"expected {expected(kind)}"
            problem = f"unknown {named(kind)}{quote(value)}"
            raise UnreadError((Fault(path="", problem=problem, way_out=way_out, nearest=close),))
        return member

    return read


def unstated(value: object) -> Unstated:
    """
    Read the word that says that nothing is said.
    """
    if value != Unstated.UNSTATED.value:
        raise mistyped(Unstated, value)
    return Unstated.UNSTATED


def written(kind: type, parse: Callable[[str], object], quote: Quote) -> Reader:
    """
    Read a value that is written as text, with the way out its own error names.
    """

    def read(value: object) -> object:
        if type(value) is not str:
            raise mistyped(kind, value)
        try:
            return parse(value)
        except (RecruitPrivacyError, ValueError) as error:
            raise _miswritten(kind, value, error, quote(value) or " this") from None

    return read


def _miswritten(kind: type, value: str, error: Exception, shown: str) -> UnreadError:
    name, _, example = EXPECTED[kind].partition(", as in ")
    way_out = error.way_out if isinstance(error, PeriodError) else f"write {example}"
    missing = kind in DATED and no_such_day(value)
    problem = f"the calendar has no{shown}" if missing else f"cannot read{shown} as {name}"
    return UnreadError((Fault(path="", problem=problem, way_out=way_out),))


def no_such_day(text: str) -> bool:
    """
    Say whether a text has the form of a day, and names none of the calendar.

    >>> no_such_day("2026-02-30"), no_such_day("2026-02-28"), no_such_day("30 February")
    (True, False, False)
    """
    found = DAY.match(text)
    if found is None:
        return False
    try:
        date.fromisoformat(found[0])
    except ValueError:
        return True
    return False


def day_of(value: str) -> date:
    """
    Read a day as ISO 8601 writes it, with hyphens.
    """
    if not DAY.fullmatch(value):
        raise ValueError
    return date.fromisoformat(value)


def instant_of(value: str) -> datetime:
    """
    Read a date and time that names an instant.
    """
    instant = datetime.fromisoformat(value)
    if instant.tzinfo is None:
        raise ValueError
    return instant


def day(kind: Hint, _: ReadAs, quote: Quote) -> Reader:
    """
    Make the reader of a day, which TOML may have read already.
    """
    from_text = written(kind, day_of, quote)
    return lambda value: value if type(value) is date else from_text(value)


def instant(kind: Hint, _: ReadAs, quote: Quote) -> Reader:
    """
    Make the reader of an instant, which TOML may have read already.
    """
    from_text = written(kind, instant_of, quote)

    def read(value: object) -> object:
        aware = isinstance(value, datetime) and value.tzinfo is not None
        return value if aware else from_text(value)

    return read


def partial_date(kind: Hint, _: ReadAs, quote: Quote) -> Reader:
    """
    Make the reader of a date as precise as it is written; a year may be a number.
    """
    from_text = written(kind, PartialDate.parse, quote)

    def read(value: object) -> object:
        if type(value) is date:
            return PartialDate(value.year, value.month, value.day)
        return from_text(f"{value:04}" if type(value) is int else value)

    return read


def period(kind: Hint, _: ReadAs, quote: Quote) -> Reader:
    """
    Make the reader of a length of time.
    """
    return written(kind, Period.parse, quote)


def month_day(kind: Hint, _: ReadAs, quote: Quote) -> Reader:
    """
    Make the reader of a day that comes back every year.
    """
    return written(kind, MonthDay.parse, quote)


def citation(kind: Hint, _: ReadAs, quote: Quote) -> Reader:
    """
    Make the reader of a provision.
    """
    return written(kind, citation_of, quote)


def citation_of(value: str) -> Citation:
    """
    Read a citation back, whatever acts are loaded: its act ends where a provision begins.

    >>> citation_of("Reg. 1182/71 Art. 3(4)").act
    'Reg. 1182/71'
    """
    words = value.split(" ")
    for end in range(1, len(words)):
        act = " ".join(words[:end])
        try:
            return Citation.parse(value, {act: Act(key=act, title=act)})
        except CitationError:
            continue
    return Citation(act=value)
