"""
Facts about keeping catalogs in step with the code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Catalog

from scripts.catalogs import Entry, extract, lacks, main, merge, read, write

META: Final = 'plural_forms = "nplurals=2; plural=(n != 1);"\n'
ONE: Final = Entry(code="a.one", text="One {day}.", comment="A day.", path="a.py")
CATS: Final = Entry(code="a.cats", text="{n} cat", plural="{n} cats", comment="Cats.", path="a.py")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """
    Give a small package that says three things.
    """
    (tmp_path / "a.py").write_text(
        "# GDPR Art. 12(3)\n"
        'ONE = Message("a.one", "One "\n    "{day}.")\n'
        'CATS = messages.Message(code="a.cats", text="{n} cat", plural="{n} cats")\n'
        'OTHER = other("a.no", "no")\n'
        "CALLED = made()()\n",
        encoding="utf-8",
    )
    terms = tmp_path / "vocabulary" / "terms"
    terms.mkdir(parents=True)
    (terms / "category.toml").write_text(
        '["x.email"]\nlabel = "e-mail address"\ndefinition = "Where e-mail goes."\n',
        encoding="utf-8",
    )
    packs = tmp_path / "law" / "packs"
    packs.mkdir(parents=True)
    (packs / "eu.toml").write_text(
        'jurisdiction = "EU"\n'
        '[[rules]]\nid = "eu.x"\nbecause = "One month."\ncites = ["GDPR Art. 12(3)"]\n'
        '[[rules]]\nid = "eu.x"\nbecause = "Two months."\ncites = ["GDPR Art. 12(3)"]\n',
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture
def po(tmp_path: Path) -> Path:
    """
    Give the path of a Dutch catalog that is not there yet.
    """
    path = tmp_path / "nl" / "LC_MESSAGES" / "recruitprivacy.po"
    path.parent.mkdir(parents=True)
    (tmp_path / "nl" / "meta.toml").write_text(META, encoding="utf-8")
    return path


def keyed(*entries: Entry) -> dict[tuple[str, str | tuple[str, ...]], Entry]:
    """
    Put messages under their keys.
    """
    return {entry.key: entry for entry in entries}


def translate(catalog: Catalog, code: str, words: str | tuple[str, ...]) -> None:
    """
    Write the words of a message.
    """
    for message in catalog:
        if message.context == code:
            message.string = words


def test_messages_are_read_from_calls_terms_and_rules(source: Path) -> None:
    """
    What is written out in code is found, and so are labels and the reasons of rules.
    """
    found, faults = extract(source)
    assert [(each.code, each.id) for each in found.values()] == [
        ("a.cats", ("{n} cat", "{n} cats")),
        ("a.one", "One {day}."),
        ("category.x.email", "e-mail address"),
        ("law.eu.x", "One month."),
        ("law.eu.x", "Two months."),
    ]
    assert faults == []


def test_a_comment_above_a_message_reaches_the_translator(source: Path) -> None:
    """
    The line above, the definition of a term and the citations of a rule become comments.
    """
    found = extract(source)[0]
    assert [each.comment for each in found.values()] == [
        "Said by recruitprivacy.a.",
        "GDPR Art. 12(3)",
        "Where e-mail goes.",
        "GDPR Art. 12(3)",
        "GDPR Art. 12(3)",
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('Message(f"a.{x}", "text")', "b.py:1: a message is written out, so it can be found"),
        ('Message("a.one", "Another.")', "b.py: a.one already says 'One {day}.'"),
        ('Message("b", "{}")', "b.py: b: a place is a plain name, not ''"),
        ('Message("b", "{x!r}")', "b.py: b: a place is a plain name, not 'x'"),
        ('Message("b", "{x:>8}")', "b.py: b: '>8' is no frame"),
    ],
)
def test_what_no_catalog_could_hold_is_a_fault(source: Path, line: str, fault: str) -> None:
    """
    Computed messages, two texts under one code and strange places are named with their file.
    """
    (source / "b.py").write_text(f"{line}\n", encoding="utf-8")
    assert extract(source)[1] == [fault]


def test_words_are_kept_as_long_as_the_message_is(po: Path) -> None:
    """
    A catalog merged again keeps its translations, and is written the same byte for byte.
    """
    catalog = merge(read(po), keyed(ONE, CATS), "nl", prune=False)
    translate(catalog, "a.one", "Eén {day}.")
    translate(catalog, "a.cats", ("{n} kat", "{n} katten"))
    write(po, catalog)
    first = po.read_bytes()
    write(po, merge(read(po), keyed(ONE, CATS), "nl", prune=False))
    assert po.read_bytes() == first
    assert list(lacks(read(po), keyed(ONE, CATS))) == []


def test_a_changed_message_puts_its_words_in_doubt(po: Path) -> None:
    """
    Words made for another English sentence stay, marked fuzzy, until somebody has looked.
    """
    catalog = merge(read(po), keyed(ONE), "nl", prune=False)
    translate(catalog, "a.one", "Eén {day}.")
    changed = Entry(code="a.one", text="Just one {day}.")
    write(po, merge(catalog, keyed(changed), "nl", prune=False))
    assert list(lacks(read(po), keyed(changed))) == ["a.one: fuzzy"]


def test_a_message_that_returns_finds_its_words_again(po: Path) -> None:
    """
    Words of a message that went are set aside, counted as obsolete, and taken up again.
    """
    catalog = merge(read(po), keyed(ONE, CATS), "nl", prune=False)
    translate(catalog, "a.one", "Eén {day}.")
    write(po, merge(catalog, keyed(CATS), "nl", prune=False))
    assert list(lacks(read(po), keyed(CATS))) == ["a.cats: not translated", "a.one: obsolete"]
    write(po, merge(read(po), keyed(ONE), "nl", prune=False))
    assert list(lacks(read(po), keyed(ONE))) == []


def test_pruning_drops_what_went(po: Path) -> None:
    """
    Only when told to does a merge forget words.
    """
    catalog = merge(read(po), keyed(ONE), "nl", prune=False)
    translate(catalog, "a.one", "Eén {day}.")
    write(po, merge(catalog, {}, "nl", prune=True))
    assert list(lacks(read(po), {})) == []


def test_a_message_that_gains_a_plural_is_translated_anew(po: Path) -> None:
    """
    One form cannot serve where several are asked for.
    """
    single = Entry(code="a.cats", text="{n} cat")
    catalog = merge(read(po), keyed(single), "nl", prune=False)
    translate(catalog, "a.cats", "{n} kat")
    write(po, merge(catalog, keyed(CATS), "nl", prune=False))
    assert list(lacks(read(po), keyed(CATS))) == ["a.cats: not translated"]


@pytest.mark.parametrize(
    ("words", "lack"),
    [
        ("", "a.one: not translated"),
        ("Eén dag.", "a.one: other places than ['day']"),
        ("Eén {dag}.", "a.one: other places than ['day']"),
        ("Eén {day:during}.", "a.one: 'during' is no frame"),
    ],
)
def test_a_translation_keeps_the_places(po: Path, words: str, lack: str) -> None:
    """
    A translation without the places of its message, or with others, is named.
    """
    catalog = merge(read(po), keyed(ONE), "nl", prune=False)
    translate(catalog, "a.one", words)
    assert list(lacks(catalog, keyed(ONE))) == [lack]


def test_a_message_no_catalog_has_is_missing(po: Path) -> None:
    """
    What the source says and a catalog does not know is named.
    """
    assert list(lacks(read(po), keyed(ONE))) == ["a.one: missing"]


def test_english_follows_the_source(po: Path) -> None:
    """
    The English catalog takes the words of the source, also when they change.
    """
    catalog = merge(read(po), keyed(ONE), "en", prune=False)
    changed = Entry(code="a.one", text="Just one {day}.")
    catalog = merge(catalog, keyed(changed), "en", prune=False)
    assert list(lacks(catalog, keyed(changed))) == []


def test_the_command_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """
    Extracting prints every message with its code.
    """
    main(["extract"])
    assert "list.none\tnone" in capsys.readouterr().out.splitlines()
