"""
Facts about the catalogs we ship: complete, in step with the code, in the words of the law.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Final

import pytest
from babel.messages.catalog import Message
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy import messages
from recruitprivacy.citations import Unit
from recruitprivacy.i18n import Language, about, languages, say
from recruitprivacy.i18n._catalog import load
from recruitprivacy.messages import Phrase, Value, phrase
from recruitprivacy.periods import Period
from scripts.catalogs import LOCALES, Entry, catalogs, extract, lacks, places, read
from tests.i18n.checker import counted
from tests.i18n.spoken import FACTS

PATHS: Final = {path.parts[-3]: path for path in catalogs()}
FOLDERS: Final = sorted(path.parent.name for path in LOCALES.glob("*/meta.toml"))
WHOLE: Final = tuple(tag for tag in languages() if not about(tag).inherits)
"""The catalogs that say everything; what the others say is told in ``test_variants.py``."""
LABELLED: Final = re.compile(
    r"(category|channel|condition|consequence|end|erasure_\w+|event|exception|interest|lawful_basis"
    r"|lifetime|practice|purpose|recipient|restriction_\w+|source|stage|trigger)\."
)
"""Labels that stand in the lists of a notice."""
ABOUT_OTHERS: Final = frozenset(
    {
        "category.suppression_record",
        "consequence.manual_review",
        "purpose.emergency_contact_use",
        "restriction_use.protect_other_person",
    }
)
"""Labels that speak of somebody who is not the reader."""


@cache
def entries() -> dict[str, Entry]:
    """
    Read what the source says, by code and text.
    """
    return {str(key): entry for key, entry in extract()[0].items()}


@cache
def shipped(language: str) -> tuple[Message, ...]:
    """
    Read the messages of a catalog.
    """
    return tuple(message for message in read(PATHS[language]) if message.context)


def texts(message: Message) -> tuple[str, ...]:
    """
    List the forms of a translation.
    """
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def test_every_message_of_the_source_can_be_found() -> None:
    """
    Messages are written out, one text to a code, and their places are plain names.
    """
    assert extract()[1] == []


@pytest.mark.parametrize("language", WHOLE)
def test_every_catalog_is_complete(language: str) -> None:
    """
    Nothing is missing, untranslated, fuzzy or obsolete, and every place is kept.
    """
    assert list(lacks(read(PATHS[language]), extract()[0])) == []


@pytest.mark.parametrize("language", languages())
def test_every_entry_tells_the_translator_something(language: str) -> None:
    """
    Each entry has a comment: what a term means, what a rule cites, or who says the sentence.
    """
    assert [each.context for each in shipped(language) if not any(each.auto_comments)] == []


def test_english_says_what_the_source_says() -> None:
    """
    The English catalog is complete too, and has the words of the source.
    """
    assert [each.context for each in shipped("en") if each.string != each.id] == []


@pytest.mark.parametrize("language", WHOLE)
def test_counts_take_the_forms_of_the_language(language: str) -> None:
    """
    The plural header, which decides, is the rule of the language for every count from 0 to 200.
    """
    assert list(counted(language, read(PATHS[language]))) == []


@pytest.mark.parametrize("language", WHOLE)
def test_labels_fit_a_notice_that_says_you(language: str) -> None:
    """
    What stands in a list of a notice does not speak of its reader as of somebody else.
    """
    labels = {each.context or "": texts(each) for each in shipped(language)}
    reader = re.compile(FACTS[language]["speaks_of"])
    assert {
        code
        for code, said in labels.items()
        if LABELLED.match(code) and any(reader.search(text) for text in said)
    } <= ABOUT_OTHERS


@pytest.mark.parametrize("tag", FOLDERS)
def test_every_folder_speaks(tag: str) -> None:
    """
    Each folder of a language can be loaded, and cites with every unit there is.
    """
    units = {unit.name.lower() for unit in Unit} - {"act"}
    assert (about(tag).language, set(load(tag).citing.forms)) == (tag, units)


@pytest.mark.parametrize("language", languages())
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    """
    Every sentence of the .po file is said as it stands there.
    """
    plain = [each for each in shipped(language) if isinstance(each.id, str) and not places(each.id)]
    said = [say(messages.Message(each.context or "", str(each.id)), language) for each in plain]
    assert said == [each.string for each in plain]


VALUES: Final[st.SearchStrategy[Value]] = st.one_of(
    st.dates(),
    st.integers(min_value=0, max_value=10**6),
    st.builds(Period, months=st.integers(1, 60), days=st.integers(0, 40)),
    st.lists(st.sampled_from(["naam", "foto", "cv"])).map(tuple),
    st.just(messages.Message("list.none", "none")),
)


@st.composite
def phrases(draw: st.DrawFn) -> Phrase:
    """
    Draw a sentence of ours, its places filled.
    """
    entry = draw(st.sampled_from(sorted(entries().values(), key=lambda each: each.code)))
    values = {place: draw(VALUES) for place in sorted(places(entry.plural or entry.text))}
    if entry.plural:
        values["n"] = draw(st.integers(min_value=0, max_value=200))
    return phrase(messages.Message(entry.code, entry.text, entry.plural), **values)


@given(phrases(), st.sampled_from(languages()))
def test_no_place_is_left_open(said: Phrase, language: str) -> None:
    """
    Whatever the values, a sentence is put into words without a brace in it.
    """
    assert re.search(r"[{}]", say(said, language)) is None


def test_meta_files_state_only_what_they_must() -> None:
    """
    A language that inherits differs from its parent in what it states, and in nothing else.

    One that has no words of its own at all is the language of a country.
    """
    paths = {tag: LOCALES / tag / "meta.toml" for tag in FOLDERS}
    stated = {tag: tomllib.loads(path.read_text("utf-8")) for tag, path in paths.items()}
    inheriting = {tag for tag, keys in stated.items() if "inherits" in keys}
    silent = set(FOLDERS) - set(languages())
    assert set(stated) - inheriting == set(WHOLE)
    assert [tag for tag in silent if not Language.parse(tag).region] == []
