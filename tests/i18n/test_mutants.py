"""
How many faults the checker finds that a machine makes, in any message it can make them in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, TypeAlias

import pytest

from scripts.catalogs import catalogs, read
from tests.i18n.checker import NAMES, doubts, facts_of, forms
from tests.i18n.rules_of_writing import ENDS
from tests.i18n.said import PLACE, Facts, Said
from tests.i18n.spoken import TRANSLATED

PATHS: Final = {path.parts[-3]: path for path in catalogs()}
EVERY: Final = 12
"""One of so many messages is looked at."""
Change: TypeAlias = Callable[[Facts, str], str]
OBLIGED: Final = {
    "nl": (r"\b(kan|mag)\b", "moet"),
    "sv": (r"\b(kan|får)\b", "måste"),
    "de": (r"\b(kann|darf)\b", "muss"),
    "fr": (r"\bpeut\b", "doit"),
}
"""How a leave becomes a duty."""


def once(pattern: str, instead: str, text: str) -> str:
    """
    Replace the first place where a pattern is found.
    """
    return re.sub(pattern, instead, text, count=1, flags=re.IGNORECASE)


MADE: Final[Mapping[str, tuple[Change, float]]] = {
    "the last mark is lost": (lambda _, text: text[:-1] if text[-1:] in ENDS else text, 0.99),
    "a place is lost": (lambda _, text: PLACE.sub("", text, count=1), 0.99),
    "a figure is one more": (
        lambda _, text: re.sub(r"\d+", lambda each: str(int(each[0]) + 1), text, count=1),
        0.9,
    ),
    "the first word is English": (lambda _, text: re.sub(r"^\w+", "The", text), 0.95),
    "two thirds are lost": (lambda _, text: text[: len(text) // 3] if text[80:] else text, 0.95),
    "a space is lost after a mark": (
        lambda _, text: once(r"([.,;:]) (?=[^\W\d])", r"\1", text),
        0.95,
    ),
    "a word is doubled": (
        lambda _, text: once(r"(?<![{\w:])([^\W\d_]{2,})(?= [^\W\d])", r"\1 \1", text),
        0.75,
    ),
    "a word that says no is lost": (
        lambda facts, text: once(facts["not"] + r"\s?", "", text),
        0.6,
    ),
    "may becomes must": (lambda facts, text: once(*OBLIGED[facts["language"]], text), 0.7),
}
"""What is done to a message, and the part of the messages in which it is found at least."""
MOVED: Final = "two words change places"
UNSEEN: Final = 0.3


def moved(facts: Facts, text: str) -> str:
    """
    Let two long words change places.
    """
    del facts
    return once(r"([^\W\d]{4,}) ([^\W\d]{4,})", r"\2 \1", text)


@cache
def sample(tag: str) -> tuple[Said, ...]:
    """
    Read some of the messages of a catalog, names of somebody left out.
    """
    messages = [each for each in read(PATHS[tag]) if each.context and not NAMES.match(each.context)]
    return tuple(said for message in messages[::EVERY] for said in forms(message))


def found(change: Change) -> float:
    """
    Say in which part of the messages that can be changed the checker finds the change.
    """
    seen = [
        any(doubts(tag, Said(said.code, said.english, wrong)))
        for tag in TRANSLATED
        for said in sample(tag)
        for wrong in [change(facts_of(tag), said.text)]
        if wrong not in {said.text, ""}
    ]
    return sum(seen) / len(seen)


@pytest.mark.parametrize("name", MADE)
def test_most_of_what_a_machine_breaks_is_found(name: str) -> None:
    """
    The fault is found in so many of the messages in which it can be made.
    """
    change, least = MADE[name]
    assert found(change) >= least


def test_the_order_of_words_is_left_to_a_reader() -> None:
    """
    Words in a wrong order are hardly ever found: no rule here knows a grammar.
    """
    assert found(moved) < UNSEEN
