"""
The values inside a sentence, told apart on the wire by the name of their kind.

Text, whole numbers and lists are written as they are; everything else as a table of one:
``{"day": "2026-04-07"}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, cast

import attrs

from recruitprivacy.canonical import Plain
from recruitprivacy.citations import Citation
from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Phrase, Value, Words
from recruitprivacy.periods import Period
from recruitprivacy.wire._leaves import Hint, ReadAs, Reader, text
from recruitprivacy.wire._unread import Quote, UnreadError

TAGS: Final[Mapping[str, type]] = {
    "citation": Citation,
    "day": date,
    "instant": datetime,
    "message": Message,
    "period": Period,
    "phrase": Phrase,
    "words": Words,
}
NAMES: Final[Mapping[type, str]] = {kind: name for name, kind in TAGS.items()}


def tagged(value: Value, written: Plain) -> Plain:
    """
    Put the name of its kind beside a written value, where the writing does not tell.

    >>> tagged(date(2026, 4, 7), "2026-04-07"), tagged("as it is", "as it is")
    ({'day': '2026-04-07'}, 'as it is')
    """
    if isinstance(value, tuple) and isinstance(written, list):
        return [tagged(part, plain) for part, plain in zip(value, written, strict=True)]
    name = NAMES.get(type(value))
    return {name: written} if name else written


class Said:
    """
    Stands for the type of any value of a sentence.
    """


@attrs.frozen
class Written:
    """
    A sentence as it stands on the wire.
    """

    message: Message
    values: FrozenMap[str, Said] = FrozenMap()


def said(_: Hint, read_as: ReadAs, __: Quote) -> Reader:
    """
    Make the reader of one value of a sentence.
    """

    def read(value: object) -> object:
        if type(value) is list:
            return read_as(tuple[Said, ...])(value)
        if type(value) is int:
            return value
        if type(value) is not dict:
            return text(value)
        name = next(iter(value), "")
        if len(value) != 1 or name not in TAGS:
            way_out = f"expected one of {', '.join(TAGS)}"
            raise UnreadError(
                (Fault(path="", problem="is no value of a sentence", way_out=way_out),)
            )
        return read_as(TAGS[name])(value[name])

    return read


def phrase(_: Hint, read_as: ReadAs, __: Quote) -> Reader:
    """
    Make the reader of a sentence with its values.
    """

    def read(value: object) -> Phrase:
        written: Written = read_as(Written)(value)
        return Phrase(written.message, cast("FrozenMap[str, Value]", written.values))

    return read
