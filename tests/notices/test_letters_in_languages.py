"""
Letters as they are read: each kind in every language we speak, with nothing of another in it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.i18n import languages
from recruitprivacy.notices import CONTENTS, Content, to_text
from recruitprivacy.vocabulary import Right
from tests.i18n.checker import RULES, facts_of
from tests.i18n.said import Said
from tests.i18n.spoken import ENGLISH
from tests.notices.test_letters import asked, every, written

SPOKEN: Final = tuple(tag for tag in languages() if tag != ENGLISH)
OWN: Final = "***"
"""What stands for a firm's own words, which are in the language it wrote them in."""
READ: Final = (
    "no_english",
    "no_other_language",
    "other_address",
    "false_friend",
    "wrong_quotes",
    "word_doubled",
    "joined",
    "dated_by_numbers",
    "point_for_comma",
    "brackets_open",
    "not_composed",
)
"""The rules that need no English beside the text."""
LEAKS: Final = re.compile(r"[{}]|\bNone\b|\bTrue\b|\.\.|,,| [,.;]|: ?\.|\b[a-z]+_[a-z_]+\b|\(\)")
NAMED: Final = re.compile(
    r"\S+@\S+|https?://\S+|Kade BV|Kade 1, 1011 AB Amsterdam|Autoriteit Persoonsgegevens"
)


@cache
def contents() -> dict[str, Content]:
    """
    Give one letter of each kind, the firm's own words blanked.
    """
    return {kind: blanked(content) for kind, content in every().items()}


def blanked(content: Content) -> Content:
    """
    Blank what the firm says in its own words.
    """
    own = [each.name for each in attrs.fields(type(content)) if not each.repr]
    words: dict[str, Any] = {name: (OWN,) for name in own if getattr(content, name)}
    return attrs.evolve(content, **words)


def lines(kind: str, language: str) -> list[str]:
    """
    Write a letter, and list its lines without names and addresses.
    """
    request = asked(Right.ACCESS if kind == "full_answer" else Right.ERASURE)
    said = to_text(written(contents()[kind], request, language=language))
    return [line for line in NAMED.sub(OWN, said).splitlines() if line.strip("=-")]


@pytest.mark.parametrize("kind", CONTENTS)
@pytest.mark.parametrize("language", SPOKEN)
def test_a_letter_is_in_one_language(kind: str, language: str) -> None:
    """
    No line of a letter has a word, mark or address that is not of its language.
    """
    facts = facts_of(language)
    said = [Said(kind, "", line) for line in lines(kind, language)]
    assert [(name, each.text) for each in said for name in READ if RULES[name](facts, each)] == []


@pytest.mark.parametrize("kind", CONTENTS)
@pytest.mark.parametrize("language", languages())
def test_nothing_shows_through(kind: str, language: str) -> None:
    """
    No line of a letter has a place, a key, a value of the code or a doubled mark in it.
    """
    assert [line for line in lines(kind, language) if LEAKS.search(line)] == []


@pytest.mark.parametrize("kind", CONTENTS)
def test_it_says_as_much_in_each_language(kind: str) -> None:
    """
    A letter has as many lines in every language.
    """
    assert {len(lines(kind, language)) for language in languages()} == {len(lines(kind, ENGLISH))}
