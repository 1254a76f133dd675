"""
Answers as text to read and as JSON for programs.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from recruitprivacy.citations import Act
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, phrase

if TYPE_CHECKING:
    from recruitprivacy.law import Law

TROUBLE: Final = frozenset({Level.ERROR, Level.GAP, Level.WARNING})
"""The levels that make the exit status 1."""
WIDTH: Final = 100
INDENT: Final = 9
AS_OF: Final = Message("cli.as_of", "As of {on}. {law}")
FOUND: Final = Message("cli.findings", "{n} finding: {levels}", "{n} findings: {levels}")
NOTHING: Final = Message("cli.no_findings", "No gap found among those looked for.")
LEVELS: Final[Mapping[Level, Message]] = FrozenMap(
    {
        Level.ERROR: Message("cli.level.error", "error"),
        Level.GAP: Message("cli.level.gap", "gap"),
        Level.WARNING: Message("cli.level.warning", "warning"),
        Level.NOTE: Message("cli.level.note", "note"),
    }
)


def as_json(value: object) -> None:
    """
    Print a value of ours, or a table of them, as canonical JSON.
    """
    from recruitprivacy.wire import to_json

    click.echo(to_json(value))


def as_text(lines: Iterable[str]) -> None:
    """
    Print lines; one that is too wide goes on under its own beginning.
    """
    for line in lines:
        click.echo(folded(line))


def folded(line: str) -> str:
    """
    Break a line before column 100.

    >>> len(folded("word " * 50).splitlines())
    3
    """
    text = line.lstrip(" ")
    margin = " " * (len(line) - len(text))
    return textwrap.fill(
        text,
        width=WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def finding_lines(
    found: Iterable[Finding], language: str, acts: Mapping[str, Act]
) -> Iterator[str]:
    """
    Write findings, gravest first: how grave and where; then what, what would mend it, and why.
    """
    from recruitprivacy.i18n import citation, say

    order = list(Level)
    for finding in sorted(found, key=lambda each: order.index(each.level)):
        yield f"{say(LEVELS[finding.level], language):<{INDENT - 1}} {finding.path}"
        cites = "; ".join(citation(cite, language, acts=acts) for cite in finding.cites)
        says = [say(each, language, acts=acts) for each in (finding.says, finding.mend) if each]
        yield from (f"{'':<{INDENT}}{text}" for text in (*says, cites) if text)


def count_line(found: Iterable[Finding], language: str) -> str:
    """
    Say how many findings there are.
    """
    from recruitprivacy.i18n import say

    counts = Counter(finding.level for finding in found)
    told = ", ".join(
        f"{counts[level]} {say(LEVELS[level], language)}" for level in Level if counts[level]
    )
    return say(phrase(FOUND, n=counts.total(), levels=told) if told else NOTHING, language)


def law_lines(law: Law, language: str, on: date) -> Iterator[str]:
    """
    Say as of which day, and by which packs of law, something was looked at.
    """
    from recruitprivacy.i18n import say
    from recruitprivacy.law import law_line

    yield say(phrase(AS_OF, on=on, law=law_line(law.version, language)), language)


def troubled(found: Iterable[Finding]) -> bool:
    """
    Say whether findings hold more than notes.
    """
    return any(finding.level in TROUBLE for finding in found)
