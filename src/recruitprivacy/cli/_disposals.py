"""
What becomes of one person's data.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show

if TYPE_CHECKING:
    from recruitprivacy.retention import Disposal

ALARMING: Final = frozenset({"overdue", "conflict", "indeterminate"})
"""The answers that make the exit status 1."""
EXAMPLE: Final = """\b
Example:
  recruitprivacy disposals examples/policies/cluster \\
    --events examples/histories/cluster/quiet.json --on 2026-03-02 --explain
"""


@click.command(epilog=EXAMPLE)
@options.POLICY
@click.option(
    "--events",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What happened to one person, as JSON.",
)
@options.ON
@options.LAW
@options.LANGUAGE
@click.option("--explain", is_flag=True, help="Say why, step by step.")
@options.FORMAT
@click.pass_context
def disposals(  # noqa: PLR0913 - an option each
    ctx: click.Context,
    *,
    policy: Path,
    events: Path,
    on: date,
    places: tuple[str, ...] | None,
    language: str,
    explain: bool,
    as_json: bool,
) -> None:
    """
    Decide what becomes of one person's data under POLICY.

    Nothing is erased; this only answers, for each record and the categories in it.
    """
    from recruitprivacy import retention, timeline, wire

    declared = wire.load_policy(policy)
    law = options.book(declared, places)
    facts = timeline.fold(wire.load_events(events), declared, on=on)
    decided = retention.assess(declared, facts, law, on=on)
    if as_json:
        show.as_json({"policy": declared.id, "on": on, "disposals": decided})
    else:
        click.echo("\n".join(_lines(decided, language if explain else None)))
    ctx.exit(int(any(disposal.status in ALARMING for disposal in decided)))


def _lines(decided: tuple[Disposal, ...], explained_in: str | None) -> Iterator[str]:
    if not decided:
        yield "no record, so nothing to decide"
    for disposal, categories in _alike(decided):
        yield f"{disposal.record} ({disposal.role}): {disposal.status.value}"
        yield f"  must be gone by  {disposal.must_be_gone_by}"
        yield f"  may erase from   {disposal.may_erase_from}"
        yield f"  planned on       {disposal.planned_on}"
        yield f"  categories       {', '.join(categories)}"
        if explained_in:
            yield from (f"    {line}" for line in disposal.explain(explained_in).splitlines())


def _alike(decided: tuple[Disposal, ...]) -> Iterator[tuple[Disposal, tuple[str, ...]]]:
    groups: dict[Disposal, list[str]] = {}
    for disposal in decided:
        same = attrs.evolve(disposal, category="")
        groups.setdefault(same, []).append(disposal.category)
    for disposal, categories in groups.items():
        yield disposal, tuple(categories)
