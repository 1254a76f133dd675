"""
A notice as Markdown and as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from recruitprivacy.notices._clean import on_one_line
from recruitprivacy.notices._tree import Block, Bullets, Details, Document, Link, Section

SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
LOWEST: Final = 6
STARTS: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def to_markdown(notice: Document) -> str:
    """
    Write a notice or letter as Markdown; its text is escaped, so that it is read as it stands.
    """
    return _join(_markdown(notice))


def to_text(notice: Document) -> str:
    """
    Write a notice or letter as plain text, headings underlined.
    """
    return _join(_text(notice))


def _join(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    return STARTS.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", on_one_line(text)))


def _markdown(notice: Document) -> Iterator[str]:
    if notice.to:
        yield "  \n".join(map(_escaped, notice.to))
    yield f"# {_escaped(notice.title)}"
    yield from (part for block in notice.lead for part in _block(block, _escaped))
    for section in notice.sections:
        yield from _sections(section, 2)


def _sections(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, LOWEST)} {_escaped(section.title)}"
    yield from (part for block in section.blocks for part in _block(block, _escaped))
    for below in section.sections:
        yield from _sections(below, level + 1)


def _text(notice: Document) -> Iterator[str]:
    if notice.to:
        yield "\n".join(map(on_one_line, notice.to))
    yield _underlined(notice.title, "=")
    yield from (part for block in notice.lead for part in _block(block, on_one_line))
    for section in notice.walk():
        yield _underlined(section.title, "-")
        yield from (part for block in section.blocks for part in _block(block, on_one_line))


def _underlined(text: str, line: str) -> str:
    title = on_one_line(text)
    return f"{title}\n{line * len(title)}"


def _block(block: Block, write: Callable[[str], str]) -> Iterator[str]:
    if isinstance(block, Bullets):
        if block.lead:
            yield write(block.lead)
        yield "\n".join(f"- {write(item)}" for item in block.items)
    elif isinstance(block, Details):
        yield "\n".join(
            f"- {write(label)}: {', '.join(write(line) for line in lines)}"
            for label, lines in block.rows
        )
    elif isinstance(block, Link):
        yield f"{write(block.text)}: {write(block.href)}"
    else:
        yield write(block.text)
