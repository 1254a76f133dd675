"""
A notice as a page: semantic, escaped, without script, styled by one sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from recruitprivacy.notices._tree import Block, Bullets, Details, Notice, Section

STYLE = Path(__file__).with_name("notice.css")


@cache
def style() -> str:
    """
    Read the style sheet every page carries.
    """
    return STYLE.read_text(encoding="utf-8")


def to_html(notice: Notice) -> str:
    """
    Write a notice as a whole HTML page in its language.

    Everything but the style sheet is escaped; there is no script and nothing is fetched.
    """
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(notice.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(notice.title)}</title>",
            f"<style>{style()}</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{escape(notice.title)}</h1>",
            *(line for block in notice.lead for line in _block(block)),
            *(line for section in notice.sections for line in _section(section, 2)),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _section(section: Section, level: int) -> Iterator[str]:
    yield f'<section id="{escape(section.key)}">'
    yield f"<h{level}>{escape(section.title)}</h{level}>"
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
    else:
        text = escape(block.text)
        yield f"<p><strong>{text}</strong></p>" if block.strong else f"<p>{text}</p>"


def _bullets(block: Bullets) -> Iterator[str]:
    if block.lead:
        yield f"<p>{escape(block.lead)}</p>"
    yield "<ul>"
    for item in block.items:
        yield f"<li>{escape(item)}</li>"
    yield "</ul>"


def _details(block: Details) -> Iterator[str]:
    yield "<dl>"
    for label, lines in block.rows:
        yield f"<dt>{escape(label)}</dt>"
        yield f"<dd>{'<br>'.join(escape(line) for line in lines)}</dd>"
    yield "</dl>"
