"""
A notice as a page: semantic, escaped, without script, styled by one sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from recruitprivacy.notices._clean import cleaned
from recruitprivacy.notices._tree import Block, Bullets, Details, Document, Link, Section

STYLE: Final = Path(__file__).with_name("notice.css")
LOWEST: Final = 6
SAFE: Final = re.compile(r"(?:https?://|mailto:|/(?!/)|#|\./)[^\s\x00-\x20]*", re.IGNORECASE)
"""What may be linked to; ``javascript:`` and the like are shown and lead nowhere."""


@cache
def style() -> str:
    """
    Read the style sheet every page carries.
    """
    return STYLE.read_text(encoding="utf-8")


def to_html(notice: Document) -> str:
    """
    Write a notice or letter as a whole HTML page in its language.

    Everything but the style sheet is escaped; there is no script and nothing is fetched. Where
    there are several sections, a table of contents with their own headings stands before them.
    """
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{_text(notice.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(notice.title)}</title>",
            f"<style>{style()}</style>",
            "</head>",
            "<body>",
            "<main>",
            *_address(notice),
            f"<h1>{_text(notice.title)}</h1>",
            *(line for block in notice.lead for line in _block(block)),
            *_contents(notice),
            *(line for section in notice.sections for line in _section(section, 2)),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _text(text: str) -> str:
    return escape(cleaned(text))


def _address(notice: Document) -> Iterator[str]:
    if notice.to:
        yield f"<address>{'<br>'.join(map(_text, notice.to))}</address>"


def _contents(notice: Document) -> Iterator[str]:
    if len(notice.sections) > 1:
        yield f'<nav aria-label="{_text(notice.title)}">'
        yield "<ul>"
        for section in notice.sections:
            yield f'<li><a href="#{_text(section.key)}">{_text(section.title)}</a></li>'
        yield "</ul>"
        yield "</nav>"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f'<section id="{_text(section.key)}">'
    level = min(level, LOWEST)
    yield f"<h{level}>{_text(section.title)}</h{level}>"
    for block in section.blocks:
        yield from _block(block)
    for below in section.sections:
        yield from _section(below, level + 1)
    yield "</section>"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Bullets):
        yield from _bullets(block)
    elif isinstance(block, Details):
        yield from _details(block)
    elif isinstance(block, Link):
        yield f"<p>{_link(block)}</p>"
    else:
        text = _text(block.text)
        yield f"<p><strong>{text}</strong></p>" if block.strong else f"<p>{text}</p>"


def _link(block: Link) -> str:
    if SAFE.fullmatch(block.href):
        return f'<a href="{_text(block.href)}">{_text(block.text)}</a>'
    return _text(block.text)


def _bullets(block: Bullets) -> Iterator[str]:
    if block.lead:
        yield f"<p>{_text(block.lead)}</p>"
    yield "<ul>"
    for item in block.items:
        yield f"<li>{_text(item)}</li>"
    yield "</ul>"


def _details(block: Details) -> Iterator[str]:
    yield "<dl>"
    for label, lines in block.rows:
        yield f"<dt>{_text(label)}</dt>"
        yield f"<dd>{'<br>'.join(_text(line) for line in lines)}</dd>"
    yield "</dl>"
