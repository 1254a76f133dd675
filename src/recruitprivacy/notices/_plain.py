"""
A notice as Markdown and as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from recruitprivacy.notices._tree import Block, Bullets, Details, Notice, Section

SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
STARTS: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def to_markdown(notice: Notice) -> str:
    """
    Write a notice as Markdown; its text is escaped, so that it is read as it stands.
    """
    return _join(_markdown(notice))


def to_text(notice: Notice) -> str:
    """
    Write a notice as plain text, headings underlined.
    """
    return _join(_text(notice))


def _join(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    return STARTS.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", " ".join(text.split())))


def _markdown(notice: Notice) -> Iterator[str]:
    yield f"# {_escaped(notice.title)}"
    yield from (part for block in notice.lead for part in _block(block, _escaped))
    for section in notice.sections:
        yield from _sections(section, 2)


def _sections(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {_escaped(section.title)}"
    yield from (part for block in section.blocks for part in _block(block, _escaped))
    for below in section.sections:
        yield from _sections(below, level + 1)


def _text(notice: Notice) -> Iterator[str]:
    yield _underlined(notice.title, "=")
    yield from (part for block in notice.lead for part in _block(block, str))
    for section in notice.walk():
        yield _underlined(section.title, "-")
        yield from (part for block in section.blocks for part in _block(block, str))


def _underlined(title: str, line: str) -> str:
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
    else:
        yield write(block.text)
