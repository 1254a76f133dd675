"""
Facts about sentences that are not yet in any language.
"""

from __future__ import annotations

import pickle
from datetime import date

import attrs
import pytest

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Phrase, Value, Words, phrase
from recruitprivacy.periods import Period

TOLD = Message("test.told", "Told {name} on {day}.")


def test_a_phrase_keeps_message_and_values() -> None:
    """
    A phrase is its message and what fills the places.
    """
    told = phrase(TOLD, name="Anna Exempel", day=date(2026, 4, 7))
    values = FrozenMap[str, Value]({"name": "Anna Exempel", "day": date(2026, 4, 7)})
    assert told == Phrase(TOLD, values)


def test_a_place_may_be_called_message() -> None:
    """
    A place of any name can be filled.
    """
    assert phrase(TOLD, message="x").values == {"message": "x"}


def test_a_phrase_without_places() -> None:
    """
    A message without places is a phrase as it is.
    """
    assert phrase(TOLD) == Phrase(TOLD)


@pytest.mark.parametrize(
    "value",
    [
        "text",
        3,
        date(2026, 4, 7),
        Period(years=2),
        Citation(act="GDPR", unit=Unit.ARTICLE, number="12", points=("3",)),
        TOLD,
        phrase(TOLD, name="x"),
        Words({"nl-BE": "woorden"}),
        ("one", phrase(TOLD, name="two")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_kind_of_value_is_a_value(value: Value) -> None:
    """
    A phrase of any value is hashable, equal to its like, and pickles.
    """
    said = phrase(TOLD, what=value)
    back = pickle.loads(pickle.dumps(said))  # noqa: S301 - our own bytes
    assert {said: 1}[back] == 1


def test_values_are_not_shown() -> None:
    """
    The representation names the places, never what fills them.
    """
    shown = repr(phrase(TOLD, name="Anna Exempel", day=date(1980, 2, 29)))
    assert ("Anna" in shown, "1980" in shown, "['day', 'name']" in shown) == (False, False, True)


def test_words_by_keyword_or_mapping() -> None:
    """
    Words given by keyword equal the same words given as a mapping.
    """
    assert Words.of(nl="ja", sv="ja") == Words({"sv": "ja", "nl": "ja"})


@pytest.mark.parametrize("value", [TOLD, phrase(TOLD), Words.of(nl="ja")], ids=repr)
def test_frozen(value: Message | Phrase | Words) -> None:
    """
    Nothing of them can be changed.
    """
    name = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)
