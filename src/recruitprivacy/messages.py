"""
Sentences that are not yet in any language.

A :class:`Message` is written once, in English, beside the code that says it; a :class:`Phrase`
is a message with its values; :class:`Words` are a firm's or a host's own, one text per language.
:func:`recruitprivacy.i18n.say` puts all three into words.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeAlias

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period

__all__ = ["Message", "Phrase", "Value", "Words", "phrase"]


@attrs.frozen
class Message:
    """
    A sentence, heading or label in English (GB), with named places for values.

    Attributes:
        code: Its stable key, dotted; the context under which catalogs keep it.
        text: The English text, as in ``"Erase it by {day}."``.
        plural: The English text for several, where the count ``n`` decides; else empty.

    >>> Message("category.email", "e-mail address").code
    'category.email'
    """

    code: str
    text: str
    plural: str = ""


@attrs.frozen
class Words:
    """
    A text somebody else wrote, one per language tag.

    >>> Words.of(nl="Wij bewaren uw cv.", sv="Vi sparar ditt cv.").by_language["sv"]
    'Vi sparar ditt cv.'
    """

    by_language: FrozenMap[str, str] = attrs.field(converter=FrozenMap[str, str])

    @classmethod
    def of(cls, **texts: str) -> Words:
        """
        Collect texts given by keyword; for tags with a hyphen pass a mapping instead.
        """
        return cls(texts)


@attrs.frozen
class Phrase:
    """
    A message with the values that fill its places.

    >>> told = phrase(Message("due.told", "Answer by {day}."), day=date(2026, 4, 7))
    >>> told.values["day"]
    datetime.date(2026, 4, 7)
    """

    message: Message
    values: FrozenMap[str, Value] = attrs.field(
        factory=FrozenMap, repr=lambda values: f"{sorted(values)}"
    )


Value: TypeAlias = (
    "str | int | date | datetime | Period | Citation | Message | Phrase | Words | tuple[Value, ...]"
)


def phrase(message: Message, /, **values: Value) -> Phrase:
    """
    Fill a message with values; a tuple is said as a list.

    >>> phrase(Message("x", "{n} of them"), n=3).values["n"]
    3
    """
    return Phrase(message, FrozenMap(values))
