"""
Put values into words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache, singledispatch
from string import Formatter
from typing import Final

import attrs

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import MissingTextError, MissingValueError, UnsayableError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.i18n._catalog import Catalog, citing_of, load
from recruitprivacy.i18n._citations import say_citation
from recruitprivacy.i18n._dates import say_date, say_datetime, say_month, say_month_day
from recruitprivacy.i18n._lists import join
from recruitprivacy.i18n._periods import Frame, say_period
from recruitprivacy.i18n._places import say_country
from recruitprivacy.messages import Message, Phrase, Value, Words
from recruitprivacy.periods import MonthDay, Period

NO_ACTS: Final[Mapping[str, Act]] = FrozenMap()
FRAMES: Final = frozenset(Frame)
CAPITAL: Final = "capital"
OR: Final = "or"


@attrs.frozen(kw_only=True)
class Voice:
    """
    The catalog that speaks, and the acts whose titles it knows.
    """

    catalog: Catalog
    acts: Mapping[str, Act]


def say(value: Value, language: str, *, acts: Mapping[str, Act] = NO_ACTS) -> str:
    """
    Put a value into words.

    Args:
        value: A phrase, message, day, instant, period, citation, text, number, or several.
        language: The tag of the language, as in ``nl``.
        acts: The acts that are cited, whose titles are used; the GDPR needs none.

    Raises:
        UnknownLanguageError: If no catalog speaks the language.
        MissingTranslationError: If the catalog lacks the message.
        MissingTextError: If somebody's own words lack the language.
        MissingValueError: If a place of a message has no value.
        UnsayableError: If a value is no words: a key, a truth value.
        NaiveDatetimeError: If an instant has no time zone.

    >>> from recruitprivacy.messages import phrase
    >>> length = Message("period.after.mixed", "after {length}")
    >>> say(phrase(length, length=Period(years=2)), "sv")
    'efter 2 år'
    """
    return _said(value, Voice(catalog=load(language), acts=acts), "")


def label(message: Message, language: str) -> str:
    """
    Say the label of a term.

    >>> label(Message("list.none", "none"), "sv")
    'inga'
    """
    return say(message, language)


def citation(cited: Citation, language: str, *, acts: Mapping[str, Act] = NO_ACTS) -> str:
    """
    Write a provision as lawyers do in a language; a language without a catalog will do.

    Args:
        cited: The provision.
        language: The tag of the language, as in ``sv`` or ``el``.
        acts: The acts whose titles are used: that of the language, else the act's own.

    Raises:
        UnknownLanguageError: If it is not known how the language cites.
        MissingTranslationError: If it is not known how it writes a part of this provision.

    >>> from recruitprivacy.citations import Unit
    >>> cited = Citation(act="GDPR", unit=Unit.ARTICLE, number="6", points=("1", "f"))
    >>> citation(cited, "sv"), citation(cited, "el")
    ('artikel 6.1 f i dataskyddsförordningen', 'άρθρο 6 παράγραφος 1 στοιχείο στ) του ΓΚΠΔ')
    """
    return say_citation(cited, citing_of(language), acts)


def period(length: Period, language: str, frame: Frame = Frame.CELL) -> str:
    """
    Say a length of time in the grammatical frame a sentence needs.

    >>> period(Period(months=1), "nl", Frame.WITHIN)
    'binnen een maand'
    """
    return say_period(length, load(language), frame)


def country(code: str, language: str) -> str:
    """
    Name a country by its two-letter code.

    >>> country("DE", "sv")
    'Tyskland'
    """
    return say_country(code, load(language))


def date(day: dt.date, language: str) -> str:
    """
    Say a day in its long form.

    >>> date(dt.date(2026, 4, 7), "en")
    '7 April 2026'
    """
    return say_date(day, load(language))


def month(year: int, number: int, language: str) -> str:
    """
    Say a month of a year.

    >>> month(2018, 5, "nl")
    'mei 2018'
    """
    return say_month(year, number, load(language))


def month_day(yearly: MonthDay, language: str) -> str:
    """
    Say a day that comes back every year.

    >>> month_day(MonthDay.parse("04-05"), "sv")
    '5 april'
    """
    return say_month_day(yearly, load(language))


def datetime(instant: dt.datetime, language: str) -> str:
    """
    Say an instant in its own time zone, with the distance from universal time.

    >>> datetime(dt.datetime(2026, 4, 7, 9, 30, tzinfo=dt.timezone.utc), "nl")
    '7 april 2026 om 09:30 (UTC)'
    """
    return say_datetime(instant, load(language))


@singledispatch
def _said(value: object, voice: Voice, frame: str) -> str:
    del voice, frame
    raise UnsayableError(type(value).__name__)


@_said.register
def _(value: str, voice: Voice, frame: str) -> str:
    del voice, frame
    if isinstance(value, Enum):  # a key is stable, and nobody's language
        raise UnsayableError(type(value).__name__)
    return value


@_said.register
def _(value: int, voice: Voice, frame: str) -> str:
    del voice, frame
    if isinstance(value, bool | Enum):
        raise UnsayableError(type(value).__name__)
    return str(value)


@_said.register
def _(value: dt.date, voice: Voice, frame: str) -> str:
    del frame
    return say_date(value, voice.catalog)


@_said.register
def _(value: dt.datetime, voice: Voice, frame: str) -> str:
    del frame
    return say_datetime(value, voice.catalog)


@_said.register
def _(value: Period, voice: Voice, frame: str) -> str:
    return say_period(value, voice.catalog, Frame(frame) if frame in FRAMES else Frame.CELL)


@_said.register
def _(value: Citation, voice: Voice, frame: str) -> str:
    del frame
    return say_citation(value, voice.catalog.citing, voice.acts)


@_said.register
def _(value: Words, voice: Voice, frame: str) -> str:
    del frame
    texts = value.by_language
    for tag in voice.catalog.tags:
        if tag in texts:
            return texts[tag]
    raise MissingTextError("words", voice.catalog.about.language)


@_said.register(tuple)
def _(value: tuple[Value, ...], voice: Voice, frame: str) -> str:
    items = [_said(item, voice, frame) for item in value]
    return join(items, voice.catalog, "or" if frame == OR else "standard")


@_said.register
def _(value: Message, voice: Voice, frame: str) -> str:
    text = "" if value.plural else voice.catalog.text(value)
    return text if text and "{" not in text else _said(Phrase(value), voice, frame)


@_said.register
def _(value: Phrase, voice: Voice, frame: str) -> str:
    del frame
    text = voice.catalog.text(value.message, value.values.get("n"))
    return "".join(
        literal + (_filled(value, place, frame, voice) if place else "")
        for literal, place, frame in _parts(text)
    )


def _filled(phrase: Phrase, place: str, frame: str, voice: Voice) -> str:
    if place not in phrase.values:
        raise MissingValueError(phrase.message.code, place)
    said = _said(phrase.values[place], voice, frame)
    return said[:1].upper() + said[1:] if frame == CAPITAL else said


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[tuple[str, str, str], ...]:
    parts = Formatter().parse(text)
    return tuple((literal, place or "", frame or "") for literal, place, frame, _ in parts)
