"""
Facts about catalogs that inherit: they say only what differs, and together with their parent all.
"""

from __future__ import annotations

import re
from functools import cache
from gettext import c2py
from typing import Final

import pytest
from babel.messages.catalog import Message

from recruitprivacy import messages
from recruitprivacy.i18n import about, languages
from recruitprivacy.i18n._catalog import load
from scripts.catalogs import Entry, catalogs, extract, key_of, lacks, merge, read
from tests.i18n.spoken import FORMAL as ADDRESSED

PATHS: Final = {path.parts[-3]: path for path in catalogs()}
VARIANTS: Final = tuple(tag for tag in languages() if about(tag).inherits)
FORMAL: Final = {
    tag: re.compile(said, 0 if exact else re.IGNORECASE) for tag, (said, exact) in ADDRESSED.items()
}
INFORMAL: Final = {
    "nl-x-je": re.compile(r"\b(je|jij|jou|jouw|jezelf|jullie)\b", re.IGNORECASE),
    "de-x-du": re.compile(r"\b(du|dich|dir|dein\w*)\b", re.IGNORECASE),
}
MOVED: Final = "{item} (only if you like)"


@cache
def said(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """
    Say every message in each of its forms, its places still empty, as a reader gets it.

    What the catalog that says everything lacks is told in ``test_catalogs.py``.
    """
    catalog, counts = load(language), (1, 2)
    spoken = {key_of(message) for message in read(PATHS[catalog.tags[-1]]) if message.string}
    entries = (entry for key, entry in extract()[0].items() if key in spoken)
    return {
        (entry.code, entry.text): tuple(
            catalog.text(messages.Message(entry.code, entry.text, entry.plural), n) for n in counts
        )
        for entry in entries
    }


def own(language: str) -> list[Message]:
    """
    List the messages a variant says itself.
    """
    return [message for message in read(PATHS[language]) if message.context]


@pytest.mark.parametrize("tag", VARIANTS)
def test_what_a_variant_says_fits(tag: str) -> None:
    """
    A variant may leave anything to its parent; what it says is translated, and of today.
    """
    assert list(lacks(read(PATHS[tag]), extract()[0], whole=False)) == []


@pytest.mark.parametrize("tag", VARIANTS)
def test_a_variant_repeats_nothing(tag: str) -> None:
    """
    What it says, its parent says otherwise; else it would not follow when the parent is mended.
    """
    parent = said(about(tag).inherits)
    mine = said(tag)
    codes = {message.context for message in own(tag)}
    assert [key for key in mine if key[0] in codes and mine[key] == parent[key]] == []


@pytest.mark.parametrize("tag", VARIANTS)
def test_a_variant_counts_as_its_parent_does(tag: str) -> None:
    """
    The form for a count is the parent's, also for the messages the variant says itself.
    """
    expression = re.fullmatch(r"nplurals=\d+; plural=(.*?);?", read(PATHS[tag]).plural_forms)
    assert expression is not None
    parent = re.fullmatch(r"nplurals=\d+; plural=(.*?);?", about(tag).plural_forms)
    assert parent is not None
    forms = [c2py(found[1]) for found in (expression, parent)]
    assert [forms[0](n) for n in range(201)] == [forms[1](n) for n in range(201)]


@pytest.mark.parametrize("tag", FORMAL)
def test_what_is_informal_is_never_formal(tag: str) -> None:
    """
    No message addresses the reader formally, whether the variant says it or inherits it.
    """
    formal = [text for texts in said(tag).values() for text in texts if FORMAL[tag].search(text)]
    assert formal == []


@pytest.mark.parametrize("tag", FORMAL)
def test_what_is_informal_changes_the_address_and_nothing_else(tag: str) -> None:
    """
    It speaks to the reader exactly where its formal parent does.
    """
    parent = said(about(tag).inherits)
    formal = {key for key, texts in parent.items() if FORMAL[tag].search(" ".join(texts))}
    informal = {key for key, texts in said(tag).items() if INFORMAL[tag].search(" ".join(texts))}
    assert informal == formal
    assert {message.context for message in own(tag)} == {code for code, _ in formal}


def test_a_variant_follows_what_is_reworded() -> None:
    """
    A message reworded in the source puts the variant's words in doubt, and adds no others.
    """
    voluntary = next(key for key in extract()[0] if key[0] == "notice.what.voluntary")
    reworded = {key: entry for key, entry in extract()[0].items() if key != voluntary}
    reworded[voluntary[0], MOVED] = Entry(code=voluntary[0], text=MOVED)
    merged = merge(read(PATHS["nl-x-je"]), reworded, "nl-x-je", prune=False)
    doubted = [message.context for message in merged if message.context and message.fuzzy]
    assert doubted == ["notice.what.voluntary"]
    assert len(merged) == len(own("nl-x-je"))
