"""
What becomes of one person's data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show
from recruitprivacy.findings import Finding
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Phrase, Words, phrase

if TYPE_CHECKING:
    from recruitprivacy.law import Law
    from recruitprivacy.retention import Disposal
    from recruitprivacy.timeline import Facts
    from recruitprivacy.vocabulary import Kind

ALARMING: Final = frozenset({"overdue", "conflict", "indeterminate"})
"""The answers that make the exit status 1."""
DAYS: Final = 4
"""The first lines of an explanation: the answer and its three days."""
NOTHING: Final = Message("cli.disposals.nothing", "No record, so nothing to decide.")
NOT_OPENED: Final = Message(
    "cli.disposals.not_opened",
    "Nothing was decided, for no event opens a record: without one nobody knows what is held.",
)
ABOUT: Final = Message("cli.disposals.about", "Categories: {categories}.")
STATUSES: Final[Mapping[str, Message]] = FrozenMap(
    {
        "kept": Message("cli.status.kept", "kept"),
        "erasable": Message("cli.status.erasable", "erasable"),
        "normal_use_over": Message("cli.status.normal_use_over", "normal use over"),
        "overdue": Message("cli.status.overdue", "overdue"),
        "held": Message("cli.status.held", "held"),
        "frozen": Message("cli.status.frozen", "frozen"),
        "segregated": Message("cli.status.segregated", "kept apart"),
        "conflict": Message("cli.status.conflict", "in conflict"),
        "warn": Message("cli.status.warn", "near its end"),
        "review_due": Message("cli.status.review_due", "review due"),
        "indeterminate": Message("cli.status.indeterminate", "undecided"),
        "out_of_scope": Message("cli.status.out_of_scope", "not governed"),
    }
)
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

    Nothing is erased; this only answers, for each record and the categories in it. An instant
    counts on the day it was where the controllers are.
    """
    from recruitprivacy import retention, timeline, wire

    declared = wire.load_policy(policy)
    law = options.book(declared, places)
    happened = options.at_home(wire.load_events(events), declared, law)
    facts = timeline.fold(happened, declared, on=on, law=law)
    decided = retention.assess(declared, facts, law, on=on)
    found = _found(facts, decided)
    if as_json:
        show.as_json({"policy": declared.id, "on": on, "findings": found, "disposals": decided})
    else:
        show.as_text(_Text(language=language, law=law, explain=explain).lines(decided, found))
        if not decided:
            click.echo(options.spoken(NOT_OPENED if happened else NOTHING, language))
    alarming = any(disposal.status in ALARMING for disposal in decided)
    ctx.exit(int(alarming or show.troubled(found) or bool(happened and not decided)))


def _found(facts: Facts, decided: Iterable[Disposal]) -> tuple[Finding, ...]:
    of_answers = (finding for disposal in decided for finding in disposal.findings)
    return tuple(dict.fromkeys((*facts.findings, *of_answers)))


@attrs.frozen(kw_only=True)
class _Text:
    """
    How answers are written.
    """

    language: str
    law: Law
    explain: bool

    def lines(self, decided: Iterable[Disposal], found: Iterable[Finding]) -> Iterator[str]:
        """
        Write the answers, those alike together, and then what a reader should know.
        """
        for disposal, categories in _alike(decided):
            told = disposal.explain(self.language).splitlines()
            status = self.say(STATUSES[disposal.status])
            yield f"{disposal.record} ({self.role(disposal)}): {status}"
            yield from (f"  {line}" for line in told[:DAYS])
            yield f"  {self.say(phrase(ABOUT, categories=self.labels(categories)))}"
            yield from (f"    {line}" for line in told[DAYS:] if self.explain)
        yield from show.finding_lines(found, self.language, self.law.acts)

    def role(self, disposal: Disposal) -> str:
        """
        Name the role of a record.
        """
        from recruitprivacy.vocabulary import Kind

        return self.say(self.label(Kind.ROLE, disposal.role))

    def labels(self, categories: Iterable[str]) -> tuple[Message | Words | str, ...]:
        """
        Name categories.
        """
        from recruitprivacy.vocabulary import Kind

        return tuple(self.label(Kind.CATEGORY, each) for each in categories)

    def label(self, kind: Kind, key: str) -> Message | Words | str:
        """
        Name a term; a word of somebody's own stays as it is.
        """
        from recruitprivacy.vocabulary import BUILT_IN

        return BUILT_IN.term(kind, key).label if BUILT_IN.has(kind, key) else str(key)

    def say(self, value: Message | Words | Phrase | str) -> str:
        """
        Put a value into words.
        """
        from recruitprivacy.i18n import say

        return say(value, self.language, acts=self.law.acts)


def _alike(decided: Iterable[Disposal]) -> Iterator[tuple[Disposal, tuple[str, ...]]]:
    groups: dict[Disposal, list[str]] = {}
    for disposal in decided:
        same = attrs.evolve(disposal, category="")
        groups.setdefault(same, []).append(disposal.category)
    for disposal, categories in groups.items():
        yield disposal, tuple(categories)
