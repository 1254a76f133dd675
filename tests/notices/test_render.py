"""
Rendered notices: everything escaped, everything there, in each form.
"""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.notices import (
    Bullets,
    Details,
    Notice,
    Paragraph,
    Section,
    to_html,
    to_markdown,
    to_text,
)

VOID: Final = {"meta", "br"}
TEXTS: Final = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1
)
HOSTILE: Final = '<script>alert("1")</script> & \u202e </section><h1>'


def notice(text: str) -> Notice:
    """
    Make a notice that says one text everywhere.
    """
    below = Section(key="below", title=text, blocks=(Details(rows=((text, (text, text)),)),))
    return Notice(
        title=text,
        language="en",
        role="candidate",
        policy="kade",
        version="",
        on=date(2026, 11, 22),
        lead=(Paragraph(text=text, strong=True),),
        sections=(
            Section(
                key="one",
                title=text,
                blocks=(Bullets(lead=text, items=(text,)),),
                sections=(below,),
            ),
        ),
        unstated=(),
    )


class Page(HTMLParser):
    """
    Reads a page back: its tags, its text, and whether they nest.
    """

    def __init__(self) -> None:
        """
        Begin with nothing open.
        """
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Note a tag that opens.
        """
        del attrs
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """
        Close the tag that is open.
        """
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """
        Collect text, but not the style sheet.
        """
        if self.open and self.open[-1] != "style":
            self.said.append(data)


def read(text: str) -> Page:
    """
    Read a page back.
    """
    page = Page()
    page.feed(text)
    page.close()
    return page


def test_html_is_whole() -> None:
    """
    A page has its language, one heading of the first level, no script, and closes what it opens.
    """
    text = to_html(notice("Hello"))
    page = read(text)

    assert '<html lang="en">' in text
    assert 1 == page.tags.count("h1")
    assert "script" not in page.tags
    assert [] == page.open


def test_html_levels() -> None:
    """
    A section below a section has the heading one level below.
    """
    assert ["h1", "h2", "h3"] == [
        tag for tag in read(to_html(notice("x"))).tags if tag[0] == "h" and tag[1:].isdigit()
    ]


def test_hostile_text_stays_text() -> None:
    """
    A script in a firm's name is shown, not run.
    """
    page = read(to_html(notice(HOSTILE)))

    assert read(to_html(notice("plain"))).tags == page.tags
    assert HOSTILE in page.said


@given(TEXTS)
def test_any_text_stays_in_its_element(text: str) -> None:
    """
    No text changes the tags of a page, and each text can be read back.
    """
    page = read(to_html(notice(text)))

    assert read(to_html(notice("plain"))).tags == page.tags
    assert 10 == sum(said == text for said in page.said if said.strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# not a heading", "\\# not a heading"),
        ("1. not a list", "\\1. not a list"),
        ("- not a list", "\\- not a list"),
        ("a <b> *c* [d](e) `f`", "a \\<b\\> \\*c\\* \\[d\\](e) \\`f\\`"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_is_read_as_it_stands(text: str, expected: str) -> None:
    """
    Text that looks like Markdown is escaped.
    """
    assert f"- {expected}" in to_markdown(notice(text)).splitlines()


def test_a_list_needs_no_lead() -> None:
    """
    A list without a sentence before it is written as a list alone.
    """
    bare = attrs.evolve(notice("x"), lead=(Bullets(items=("one",)),), sections=())

    assert "<h1>x</h1>\n<ul>\n<li>one</li>\n</ul>" in to_html(bare)
    assert "# x\n\n- one\n" == to_markdown(bare)


def test_markdown_headings() -> None:
    """
    Sections become headings, one level each.
    """
    lines = to_markdown(notice("Hello")).splitlines()

    assert ["# Hello", "## Hello", "### Hello"] == [line for line in lines if line.startswith("#")]


def test_text_underlines_headings() -> None:
    """
    Plain text underlines its title and its headings.
    """
    lines = to_text(notice("Hello")).splitlines()

    assert ["Hello", "====="] == lines[:2]
    assert 2 == lines.count("-----")
    assert "- Hello: Hello, Hello" in lines
