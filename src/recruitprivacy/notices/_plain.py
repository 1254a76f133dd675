"""
A notice as Markdown and as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from recruitprivacy import i18n
from recruitprivacy.messages import Message, phrase
from recruitprivacy.notices._clean import on_one_line
from recruitprivacy.notices._tree import Block, Bullets, Details, Document, Link, Section

# Where a reader sees no table, its label and what stands beside it are one line.
BESIDE: Final = Message("plain.beside", "{label}: {value}")
SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
LOWEST: Final = 6
OF_A_LIST: Final = re.compile("^- ", re.MULTILINE)
STARTS: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])")
Write: TypeAlias = Callable[[str], str]


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
    yield from _apart(_blocks(notice.lead, _escaped, notice.language))
    for section in notice.sections:
        yield from _sections(section, 2, notice.language)


def _sections(section: Section, level: int, language: str) -> Iterator[str]:
    yield f"{'#' * min(level, LOWEST)} {_escaped(section.title)}"
    yield from _apart(_blocks(section.blocks, _escaped, language))
    for below in section.sections:
        yield from _sections(below, level + 1, language)


def _apart(parts: Iterator[str]) -> Iterator[str]:
    # In Markdown a list that follows a list is part of it, unless its mark differs.
    before = ""
    for part in parts:
        again = part.startswith("- ") and before.startswith("- ")
        before = OF_A_LIST.sub("* ", part) if again else part
        yield before


def _text(notice: Document) -> Iterator[str]:
    if notice.to:
        yield "\n".join(map(on_one_line, notice.to))
    yield _underlined(notice.title, "=")
    yield from _blocks(notice.lead, on_one_line, notice.language)
    for section in notice.walk():
        yield _underlined(section.title, "-")
        yield from _blocks(section.blocks, on_one_line, notice.language)


def _underlined(text: str, line: str) -> str:
    title = on_one_line(text)
    return f"{title}\n{line * len(title)}"


def _blocks(blocks: tuple[Block, ...], write: Write, language: str) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, write, language)


def _block(block: Block, write: Write, language: str) -> Iterator[str]:
    if isinstance(block, Bullets):
        if block.lead:
            yield write(block.lead)
        yield "\n".join(f"- {write(item)}" for item in block.items)
    elif isinstance(block, Details):
        yield "\n".join(
            f"- {_beside(write(label), ', '.join(map(write, lines)), language)}"
            for label, lines in block.rows
        )
    elif isinstance(block, Link):
        yield _beside(write(block.text), write(block.href), language)
    else:
        yield write(block.text)


def _beside(label: str, value: str, language: str) -> str:
    return i18n.say(phrase(BESIDE, label=label, value=value), language)
