"""
Facts about sentences put into words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Final, Protocol

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from recruitprivacy.errors import (
    MissingTextError,
    MissingTranslationError,
    MissingValueError,
    UncompiledCatalogError,
    UnsayableError,
)
from recruitprivacy.findings import Level
from recruitprivacy.i18n import _catalog, label, say
from recruitprivacy.messages import Message, Value, Words, phrase
from recruitprivacy.periods import Period

LENGTH: Final = Message("period.after.mixed", "after {length}")
YEARS: Final = Message("period.cell.years", "{n} year", "{n} years")
HELLO: Final = Message("hello", "Hello {name}")
BYE: Final = Message("bye", "Bye")
ENGLISH: Final = Path(str(_catalog.__file__)).parent / "locale" / "en" / "meta.toml"


class Make(Protocol):
    """
    A way to make a catalog.
    """

    def __call__(self, tag: str, words: Mapping[Message, str] | None, inherits: str = "") -> None:
        """
        Make it, with compiled sentences unless there are none.
        """


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """
    Give an empty folder in the place of our catalogs.
    """
    monkeypatch.setattr(_catalog, "LOCALES", tmp_path)
    _catalog.load.cache_clear()
    yield tmp_path
    _catalog.load.cache_clear()


@pytest.fixture
def catalog(locales: Path) -> Make:
    """
    Give a way to make a catalog of a few sentences.
    """

    def make(tag: str, words: Mapping[Message, str] | None, inherits: str = "") -> None:
        english = ENGLISH.read_text(encoding="utf-8")
        folder = locales / tag / "LC_MESSAGES"
        folder.mkdir(parents=True)
        text = f'inherits = "{inherits}"\n' if inherits else english
        (locales / tag / "meta.toml").write_text(text, encoding="utf-8")
        if words is not None:
            sentences = Catalog(locale="en")
            for message, said in words.items():
                sentences.add(message.text, said, context=message.code)
            with (folder / "recruitprivacy.mo").open("wb") as out:
                write_mo(out, sentences)

    return make


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Cluster", "Cluster"),
        (7, "7"),
        (Message("list.none", "none"), "inga"),
        (phrase(YEARS, n=1), "1 år"),
        (phrase(LENGTH, length=phrase(YEARS, n=2)), "efter 2 år"),
        (phrase(LENGTH, length=("a", "b", "c")), "efter a, b och c"),
        (phrase(LENGTH, length=date(2026, 4, 7)), "efter 7 april 2026"),
        (phrase(LENGTH, length=Words.of(sv="detta", en="this")), "efter detta"),
        (phrase(LENGTH, length=Message("list.none", "none")), "efter inga"),
        ((phrase(YEARS, n=2), Period(months=1)), "2 år och 1 månad"),
    ],
)
def test_every_kind_of_value_has_words(value: Value, expected: str) -> None:
    """
    Values inside sentences are said as they are said alone.
    """
    assert say(value, "sv") == expected


def test_braces_in_a_value_stay_what_they_are() -> None:
    """
    What a firm or a person wrote is never read as a place of ours.
    """
    assert say(phrase(LENGTH, length="{n}"), "en") == "after {n}"


def test_words_serve_the_languages_that_inherit() -> None:
    """
    A text in Dutch is used for the Dutch of the Netherlands, which declares it as its parent.
    """
    assert say(Words.of(nl="Wij bewaren uw cv."), "nl-NL") == "Wij bewaren uw cv."


def test_words_in_the_exact_language_go_before_those_of_the_parent() -> None:
    """
    The text of the tag itself is preferred.
    """
    assert say(Words({"en": "resumé", "en-GB": "CV"}), "en-GB") == "CV"


def test_words_missing_in_a_language_are_an_error() -> None:
    """
    A firm's own text is never taken from another language.
    """
    with pytest.raises(MissingTextError) as missing:
        say(Words.of(nl="Wij bewaren uw cv."), "sv")
    assert missing.value.language == "sv"


@pytest.mark.parametrize("language", ["en", "nl", "sv", "nl-NL"])
def test_a_message_no_catalog_has_is_an_error(language: str) -> None:
    """
    English is a catalog like any other: it does not fall back to what the code says.
    """
    with pytest.raises(MissingTranslationError) as missing:
        label(Message("nobody.says.this", "nobody says this"), language)
    assert (missing.value.code, missing.value.language) == ("nobody.says.this", language)


def test_a_message_whose_english_changed_is_missing() -> None:
    """
    A translation belongs to the sentence it was made for.
    """
    with pytest.raises(MissingTranslationError):
        say(Message("list.none", "nothing at all"), "nl")


def test_a_missing_plural_is_an_error() -> None:
    """
    A message with a plural that no catalog has is refused like any other.
    """
    with pytest.raises(MissingTranslationError):
        say(phrase(Message("nobody", "{n} cat", "{n} cats"), n=2), "nl")


@pytest.mark.parametrize("values", [{}, {"n": "two"}])
def test_a_plural_needs_its_count(values: dict[str, Value]) -> None:
    """
    A message with a plural cannot be said without a number.
    """
    with pytest.raises(MissingValueError) as missing:
        say(phrase(YEARS, **values), "en")
    assert (missing.value.code, missing.value.place) == ("period.cell.years", "n")


def test_a_place_without_a_value_is_an_error() -> None:
    """
    No sentence is printed with a hole in it.
    """
    with pytest.raises(MissingValueError) as missing:
        say(LENGTH, "en")
    assert missing.value.place == "length"


@pytest.mark.parametrize("value", [True, Level.GAP, None, 1.5, Period])
def test_what_is_no_words_is_refused(value: object) -> None:
    """
    Keys, truth values and fractions never reach a reader.
    """
    with pytest.raises(UnsayableError):
        say(value, "en")  # type: ignore[arg-type]  # the point of the test


def test_a_catalog_that_was_not_compiled_says_what_to_do(locales: Path, catalog: Make) -> None:
    """
    A checkout whose sentences were never compiled names the command.
    """
    catalog("en", None)
    (locales / "en" / "LC_MESSAGES" / "recruitprivacy.po").touch()
    with pytest.raises(UncompiledCatalogError, match="make catalogs"):
        say("said", "en")


def test_a_catalog_speaks_through_the_parent_it_names(catalog: Make) -> None:
    """
    Its own sentences go first, those of its parent follow, and what neither has is missing.
    """
    catalog("en", {HELLO: "Hello {name}", BYE: "Bye"})
    catalog("en-IE", {HELLO: "How is it going, {name}?"}, inherits="en")
    said = (say(phrase(HELLO, name="Siobhán"), "en-IE"), say(BYE, "en-IE"))
    assert said == ("How is it going, Siobhán?", "Bye")
    with pytest.raises(MissingTranslationError) as missing:
        say(LENGTH, "en-IE")
    assert missing.value.language == "en-IE"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("{x:capital}!", "iD card", "ID card!"),
        ("{x:capital}!", "", "!"),
        ("{x:or}", ("post", "e-mail", "chat"), "post, e-mail or chat"),
        ("{x:or}", ("12(3), s. 2", "chat"), "12(3), s. 2 or chat"),
        ("{x} and {{x}}", "this", "this and {x}"),
    ],
)
def test_a_place_says_how_its_value_stands(
    catalog: Make, text: str, value: Value, expected: str
) -> None:
    """
    A place asks for a capital letter, or for a list joined by *or*.
    """
    message = Message("x", text)
    catalog("en", {message: text})
    assert say(phrase(message, x=value), "en") == expected


def test_many_threads_read_one_catalog() -> None:
    """
    Catalogs are read once and shared.
    """
    with ThreadPoolExecutor(8) as pool:
        said = set(pool.map(lambda n: say(phrase(YEARS, n=n % 2 + 1), "nl"), range(200)))
    assert said == {"1 jaar", "2 jaar"}
