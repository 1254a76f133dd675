"""
One message in English and in a language, and what a rule about it needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

import attrs

PLACE: Final = re.compile(r"\{[^{}]*\}")
KEY: Final = re.compile(r"[‘'“„«](?:\u00a0|\u202f)?[a-z_.]+[a-z](?:\u00a0|\u202f)?[’'”“»]")
"""A word of the declaration's own, quoted as it is written there."""


@attrs.frozen
class Said:
    """
    One form of a message.

    Attributes:
        code: Its code.
        english: The English, as it is written.
        text: The translation, as it is written.
    """

    code: str
    english: str
    text: str

    @property
    def asked(self) -> str:
        """
        The English with its places and quoted keys blanked.
        """
        return plain(self.english)

    @property
    def answer(self) -> str:
        """
        The translation with its places and quoted keys blanked.
        """
        return plain(self.text)


Facts: TypeAlias = Mapping[str, Any]
Rule: TypeAlias = Callable[[Facts, Said], bool]


@cache
def plain(text: str) -> str:
    """
    Blank the places and the quoted keys of a text.
    """
    return KEY.sub("“”", PLACE.sub("{}", text))


@cache
def pattern(text: str, *, exact: bool = False) -> re.Pattern[str]:
    """
    Compile a pattern once.
    """
    return re.compile(text, 0 if exact else re.IGNORECASE)


def finds(facts: Facts, name: str, text: str) -> bool:
    """
    Say whether a pattern of the language is found.
    """
    return name in facts and pattern(facts[name]).search(text) is not None


def unsaid(words: Mapping[str, str], said: Said) -> bool:
    """
    Say whether a word of the English has none of its translations.
    """
    return any(
        pattern(rf"\b({term})\b").search(said.asked) and not pattern(word).search(said.answer)
        for term, word in words.items()
    )
