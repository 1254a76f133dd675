"""
Answers as text to read and as JSON for programs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

import click

from recruitprivacy.findings import Finding, Level

TROUBLE: Final = frozenset({Level.ERROR, Level.GAP, Level.WARNING})
"""The levels that make the exit status 1."""


def as_json(value: object) -> None:
    """
    Print a value of ours, or a table of them, as canonical JSON.
    """
    from recruitprivacy.wire import to_json

    click.echo(to_json(value))


def findings(found: tuple[Finding, ...], language: str) -> None:
    """
    Print findings, gravest first, and how many there are.
    """
    order = list(Level)
    for finding in sorted(found, key=lambda each: order.index(each.level)):
        for line in finding_lines(finding, language):
            click.echo(line)
    counts = Counter(finding.level for finding in found)
    told = ", ".join(f"{counts[level]} {level.value}" for level in Level if counts[level])
    click.echo(f"{len(found)} findings: {told}" if found else "no gap found among those looked for")


def finding_lines(finding: Finding, language: str) -> Iterator[str]:
    """
    Write a finding: how grave, where, what; and on a second line what would mend it.
    """
    from recruitprivacy.i18n import citation, say

    cites = "; ".join(citation(cite, language) for cite in finding.cites)
    says = say(finding.says, language)
    yield f"{finding.level.value:<8}{finding.path:<40} {says}{f'  [{cites}]' if cites else ''}"
    if finding.mend is not None:
        yield f"{'':<48} {say(finding.mend, language)}"


def troubled(found: tuple[Finding, ...]) -> bool:
    """
    Say whether findings hold more than notes.
    """
    return any(finding.level in TROUBLE for finding in found)
