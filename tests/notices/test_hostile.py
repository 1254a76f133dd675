"""
Whatever a person's name, a firm's words or a link hold, it stays where it was put.

What is written here is read back: pages by a parser that refuses every mistake, JSON as JSON,
plain text and Markdown line by line.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy import law
from recruitprivacy.errors import CanonicalError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import (
    CONTENTS,
    ConsentRenewal,
    Content,
    Document,
    Layer,
    compose,
    to_html,
    to_markdown,
    to_text,
)
from recruitprivacy.policy import Contact, Policy
from recruitprivacy.vocabulary import Right
from recruitprivacy.wire import to_json
from tests.notices.policies import COMPLETE
from tests.notices.test_letters import asked, every, written
from tests.notices.test_render import HOSTILE, parsed, shape

ON: Final = date(2026, 11, 22)
PLAIN: Final = "plain"
LONE: Final = "x\ud800"
TEXTS: Final = st.builds(
    "x{}".format,
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40),
        st.sampled_from(
            [
                HOSTILE,
                "</style><script>alert(1)</script>",
                "<!-- ",
                "]]>",
                "'\"` onerror=alert(1)",
                "&#60;script&#62;",
                "\u202e\u2066reversed",
                "\x00\x1b[2J\x85",
                "\ufdd0\ufffe",
                "{role} %s",
            ]
        ),
    ),
)
"""What may be in a name; half a character is told apart below."""
LINKS: Final = (
    "javascript:alert(1)",
    'https://example.org/"onclick="alert(1)',
    "https://example.org/<script>",
    "data:text/html,<script>alert(1)</script>",
    "https://example.org/\u202egro.elpmaxe",
    "https://example.org/" + "a" * 100_000,
)


@cache
def contents() -> dict[str, Content]:
    """
    Give one letter of each kind.
    """
    return every()


def worded(content: Content, text: str) -> Content:
    """
    Put a text into every part of a letter that holds a firm's own words.
    """
    own = [each.name for each in attrs.fields(type(content)) if not each.repr]
    words: dict[str, Any] = dict.fromkeys(own, (text, text))
    return attrs.evolve(content, **words)


def letter_of(kind: str, text: str) -> Document:
    """
    Write a letter whose every word that is not ours is one text.
    """
    request = asked(Right.ACCESS if kind == "full_answer" else Right.ERASURE)
    content = worded(contents()[kind], text)
    return written(content, request, to=(text, text), salutation=text)


def named(text: str) -> Policy:
    """
    Declare a firm whose every name, address and text is one text.
    """
    contact = Contact(email=text, phone=text, address=(text, text))
    controller = attrs.evolve(COMPLETE.controllers["kade"], name=text, contact=contact, dpo=contact)
    authority = attrs.evolve(COMPLETE.authorities["NL"], name=text, url=text)
    return attrs.evolve(
        COMPLETE,
        controllers=FrozenMap({"kade": controller}),
        authorities=FrozenMap({"NL": authority}),
        texts=FrozenMap({"en": FrozenMap({"title": text, "intro": text})}),
    )


def notice_of(text: str, layer: Layer) -> Document:
    """
    Compose a notice of that firm.
    """
    book = law.load("NL")
    return compose(named(text), "candidate", language="en", law=book, on=ON, layer=layer)


def stays(plain: Document, hostile: Document) -> None:
    """
    Hold that two documents have the same elements, lines and keys, whatever they say.
    """
    assert shape(to_html(plain)) == shape(to_html(hostile))
    for write in (to_text, to_markdown):
        assert len(write(plain).splitlines()) == len(write(hostile).splitlines())
    assert keys(json.loads(to_json(plain))) == keys(json.loads(to_json(hostile)))


def keys(value: object) -> object:
    """
    Reduce a value of JSON to its shape.
    """
    match value:
        case dict():
            return {key: keys(each) for key, each in value.items()}
        case list():
            return [keys(each) for each in value]
    return type(value).__name__


@given(st.sampled_from(sorted(CONTENTS)), TEXTS)
def test_a_letter_is_the_same_whatever_it_says(kind: str, text: str) -> None:
    """
    No name, reason or question leaves its element, its line or its value in any letter.
    """
    stays(letter_of(kind, PLAIN), letter_of(kind, text))


@given(st.sampled_from(Layer), TEXTS)
def test_a_notice_is_the_same_whatever_the_firm_is_called(layer: Layer, text: str) -> None:
    """
    No name, address or text of a firm leaves its element, its line or its value in any notice.
    """
    stays(notice_of(PLAIN, layer), notice_of(text, layer))


@pytest.mark.parametrize("long", ["x" * 100_000, "<b>" * 20_000, "\n" * 100_000 + "x"])
def test_a_long_text_stays_too(long: str) -> None:
    """
    A hundred thousand letters, tags or lines stay where they were put.
    """
    stays(letter_of("clarification", PLAIN), letter_of("clarification", f"x{long}"))
    stays(notice_of(PLAIN, Layer.CARD), notice_of(f"x{long}", Layer.CARD))


def test_half_a_character_is_no_text() -> None:
    """
    Half a character is shown as a sign for it on a page, and refused, with its place, in JSON.
    """
    for document in (letter_of("refusal", LONE), notice_of(LONE, Layer.CARD)):
        assert LONE not in to_html(document) + to_text(document) + to_markdown(document)
        with pytest.raises(CanonicalError, match="lone surrogate"):
            to_json(document)


@pytest.mark.parametrize("href", LINKS)
def test_no_link_leads_into_the_page(href: str) -> None:
    """
    What is no address is not linked to, and what is one stays within its quotation marks.
    """
    content = ConsentRenewal(consent="pool", ends_on=date(2026, 4, 30), answer_at=href)
    page = to_html(written(content))
    links = [each.get("href") for each in parsed(page).iter("a")]

    assert links == [href] or not href.startswith("https:")
    assert all(set(each.attrib) <= {"href"} for each in parsed(page).iter("a"))
    assert "<script>" not in page
