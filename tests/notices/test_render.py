"""
Rendered notices: everything escaped, everything there, in each form.
"""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any, Final

import attrs
import html5lib  # type: ignore[import-untyped]  # it has none
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.notices import (
    Bullets,
    Details,
    Link,
    Notice,
    Paragraph,
    Section,
    style,
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


def test_markdown_keeps_lists_apart() -> None:
    """
    A list that follows a list is a list of its own: its mark is another.
    """
    first = Details(rows=(("Name", ("Kade BV",)), ("E-mail", ("a@kade.example",))))
    second = Details(rows=(("Officer", ("b@kade.example",)),))
    page = attrs.evolve(notice("x"), lead=(first, second, first), sections=())
    own = "- Name: Kade BV\n- E-mail: a@kade.example"

    assert f"# x\n\n{own}\n\n* Officer: b@kade.example\n\n{own}\n" == to_markdown(page)


def test_markdown_headings() -> None:
    """
    Sections become headings, one level each.
    """
    lines = to_markdown(notice("Hello")).splitlines()

    assert ["# Hello", "## Hello", "### Hello"] == [line for line in lines if line.startswith("#")]


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "- Name: Kade, Delft"), ("fr", "- Name\u00a0: Kade, Delft")]
)
def test_a_colon_as_the_language_writes_it(language: str, expected: str) -> None:
    """
    French keeps a space that does not break before a colon, in Markdown and in plain text.
    """
    rows = (("Name", ("Kade", "Delft")),)
    page = attrs.evolve(notice("x"), language=language, lead=(Details(rows=rows),), sections=())

    assert expected in to_markdown(page).splitlines()
    assert expected in to_text(page).splitlines()


def test_labels_give_way_on_a_narrow_screen() -> None:
    """
    No label takes the room of what stands beside it; on a phone it stands above.
    """
    assert "grid-template-columns: fit-content(40%) minmax(0, 1fr)" in style()
    assert "@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); }" in style()


def test_a_page_is_printed_without_its_links_of_contents() -> None:
    """
    On paper the table of contents is left out, no part is torn, and a link shows where it leads.
    """
    printed = style().partition("@media print")[2]
    assert "nav { display: none; }" in printed
    assert "section section, #object { break-inside: avoid-page; }" in printed
    assert 'a[href^="http"]::after { content: " (" attr(href) ")"; }' in printed


def test_text_underlines_headings() -> None:
    """
    Plain text underlines its title and its headings.
    """
    lines = to_text(notice("Hello")).splitlines()

    assert ["Hello", "====="] == lines[:2]
    assert 2 == lines.count("-----")
    assert "- Hello: Hello, Hello" in lines


# -------------------------------------------------------------------- read back by a real parser

SIGNS: Final = st.characters(exclude_categories=())
NASTY: Final = st.builds(
    "x{}".format,
    st.one_of(
        st.text(alphabet=SIGNS, max_size=40),
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
                "\ud800",
                "\ufdd0\ufffe",
                "x" * 100_000,
                "<b>" * 20_000,
            ]
        ),
    ),
)
SPACES: Final = " \t\n\r\f"


def parsed(page: str) -> Any:  # noqa: ANN401 - a tree without types
    """
    Read a page as a browser does, refusing every mistake.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page)


def shape(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """
    List the elements of a page with the names of their attributes.
    """
    return [(each.tag, tuple(each.attrib)) for each in parsed(page).iter()]


def everything(text: str) -> Notice:
    """
    Make a notice that says one text everywhere, in every kind of block.
    """
    plain = notice(text)
    more = Section(key="link", title=text, blocks=(Link(text=text, href="https://example.org"),))
    return attrs.evolve(plain, sections=(*plain.sections, more), to=(text, text))


@given(NASTY)
def test_a_browser_reads_every_page_alike(text: str) -> None:
    """
    Whatever a text holds, the page is without a mistake and has the elements it has for any other.
    """
    assert shape(to_html(everything("plain"))) == shape(to_html(everything(text)))


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1))
def test_a_browser_shows_the_text(text: str) -> None:
    """
    What is written is what a browser shows, in each of its elements.
    """
    root = parsed(to_html(everything(text)))
    shown = [root.find(f".//{tag}").text for tag in ("h1", "li/a", "dt", "address")]

    assert [text.strip(SPACES)] * 4 == [(each or "").strip(SPACES) for each in shown]


@given(NASTY)
def test_text_stays_on_its_line(text: str) -> None:
    """
    No text adds a line to plain text or Markdown, nor leaves a turned direction behind.
    """
    for write in (to_text, to_markdown):
        plain, said = (write(everything(each)).splitlines() for each in ("plain", text))
        assert len(plain) == len(said)
        for line in said:
            opened = len(re.findall("[\u202a\u202b\u202d\u202e]", line))
            assert opened <= line.count("\u202c") or not opened


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\u202eabc\u202c", "\u202eabc\u202c"),
        ("\u202eabc", "\u202eabc\u202c"),
        ("\u2066a\u202eb", "\u2066a\u202eb\u202c\u2069"),
        ("\u2066a\u202eb\u2069", "\u2066a\u202eb\u2069"),
        ("a\u202cb", "a\u202cb"),
    ],
)
def test_what_turns_the_writing_is_ended(text: str, written: str) -> None:
    """
    A direction that a text turns and does not turn back is turned back after it, and only then.
    """
    assert f"\n\n{written}\n\n" in to_text(notice(text))


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/a?b=1&c",
        "http://example.org",
        "mailto:a@example.org",
        "/privacy",
        "#why",
    ],
)
def test_a_link_leads_there(href: str) -> None:
    """
    A page, an address for mail and a place on this site are linked.
    """
    page = attrs.evolve(notice("x"), lead=(Link(text="here", href=href),))

    assert [href] == [each.get("href") for each in parsed(to_html(page)).iter("a")]
    assert f"here: {href}" in to_text(page)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "vbscript:x",
        "",
        "https://example.org/a b",
    ],
)
def test_what_is_no_link_leads_nowhere(href: str) -> None:
    """
    A script, a page of another's without its scheme, or no address at all is shown and not linked.
    """
    page = to_html(attrs.evolve(notice("x"), lead=(Link(text="here", href=href),)))

    assert [] == list(parsed(page).iter("a"))
    assert "<p>here</p>" in page


# ----------------------------------------------------------------------------------- contents


def test_contents_are_the_headings() -> None:
    """
    The table of contents has the words of the headings, and each leads to its section.
    """
    page = parsed(to_html(everything("Hello")))
    links = list(page.iter("a"))[:2]
    sections = {each.get("id"): each.find("h2").text for each in page.findall(".//main/section")}

    assert sections == {each.get("href")[1:]: each.text for each in links}


def test_one_section_needs_no_contents() -> None:
    """
    Of one section no table of contents is made.
    """
    assert "<nav" not in to_html(notice("Hello"))


def test_headings_end_at_six() -> None:
    """
    However deep a section lies, its heading is one of the six there are.
    """
    deep = Section(key="k9", title="deep")
    for number in range(8):
        deep = Section(key=f"k{number}", title="x", sections=(deep,))
    page = attrs.evolve(notice("x"), sections=(deep,))

    assert "<h6>deep</h6>" in to_html(page)
    assert "\n###### deep\n" in to_markdown(page)
    assert parsed(to_html(page)) is not None


def test_nothing_is_fetched() -> None:
    """
    A page has no script, no picture, no frame, and its style sheet fetches nothing.
    """
    page = to_html(everything(HOSTILE))

    assert {"script", "img", "iframe", "link", "object"}.isdisjoint(tag for tag, _ in shape(page))
    assert not re.search(r"url\(|@import", page)
