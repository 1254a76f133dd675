"""
Which records of a whole table are due.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show
from recruitprivacy.messages import Message, phrase

if TYPE_CHECKING:
    from recruitprivacy.cli._sweeping._run import Due
    from recruitprivacy.cli._sweeping._whole import Swept
    from recruitprivacy.law import Law
    from recruitprivacy.messages import Phrase

UNUSUAL: Final = 3
MANY: Final = 0.2
OFTEN: Final = 50_000
FOUND: Final = Message("cli.sweep.progress", "{n} due so far", "{n} due so far")
EXAMPLE: Final = """\b
Example:
  recruitprivacy sweep policy.toml --data candidates.parquet --map columns.toml \\
    --on 2026-05-04 --since due-2026-05-03.parquet --out due-2026-05-04.parquet

\b
Exit status:
  0  swept; what is due stands in the file
  2  the input cannot be used; nothing was written
  3  more is due than is usual; nothing was written
"""
SOME_FILE: Final = click.Path(path_type=Path)


@click.command(epilog=EXAMPLE)
@options.POLICY
@click.option(
    "--data",
    required=True,
    metavar="FILE|URL",
    help="One row for each record: Parquet, CSV, DuckDB, SQLite, or a database's URL.",
)
@click.option(
    "--map",
    "columns",
    required=True,
    type=SOME_FILE,
    metavar="FILE",
    help="Which column holds which fact, as TOML.",
)
@options.ON
@click.option(
    "--since",
    type=SOME_FILE,
    metavar="FILE",
    help="What the previous run wrote: tells what is new. Never a day.",
)
@click.option("--out", type=SOME_FILE, metavar="FILE", help="Where to write, .parquet or .csv.")
@click.option(
    "--at-most",
    type=click.FloatRange(0, 1),
    default=MANY,
    show_default=True,
    metavar="SHARE",
    help="The share of all rows that may be newly due.",
)
@click.option("--anyway", is_flag=True, help="Write even where that is more than usual.")
@options.LAW
@options.LANGUAGE
@options.FORMAT
@click.pass_context
def sweep(  # noqa: PLR0913 - an option each
    ctx: click.Context,
    *,
    policy: Path,
    data: str,
    columns: Path,
    on: date,
    since: Path | None,
    out: Path | None,
    at_most: float,
    anyway: bool,
    places: tuple[str, ...] | None,
    language: str,
    as_json: bool,
) -> None:
    """
    Find the records that are due under POLICY, where the data are.

    Nothing is erased and no record is named here: the file lists what is due, to be judged again
    one by one. What comparing days leaves open is counted, and left to the record function.
    """
    from recruitprivacy import wire
    from recruitprivacy.cli._sweeping._whole import Asked, refuse, swept

    asked = Asked(data=data, columns=columns, on=on, since=since, out=out)
    refuse(asked)
    declared = wire.load_policy(policy)
    law = options.book(declared, places)
    with swept(asked, declared, law, lambda found: _progress(found, language)) as found:
        unusual = _unusual(found, at_most)
        written = None if unusual and not anyway else out
        if written is not None:
            found.write(written, law)
    if as_json:
        show.as_json(_plain(found, law, written, unusual=bool(unusual)))
    else:
        show.as_text(_lines(found, law, language, written))
    if unusual is not None and not anyway:
        click.echo(show.folded(_said(unusual, language)), err=True)
        ctx.exit(UNUSUAL)


def _unusual(found: Swept, at_most: float) -> Phrase | None:
    from recruitprivacy.cli._sweeping._told import Guard

    return Guard(at_most=at_most).unusual(found.tally, found.change)


def _progress(found: Iterable[Due], language: str) -> Iterator[Due]:
    """
    Tell a person who waits how far it is; a file is not told.
    """
    shown, count = watched(), 0
    for count, each in enumerate(found, start=1):
        if shown and count % OFTEN == 0:
            click.echo(f"\r{_said(phrase(FOUND, n=count), language)}", nl=False, err=True)
        yield each
    if shown and count >= OFTEN:
        click.echo("", err=True)


def watched() -> bool:
    """
    Say whether somebody looks at standard error.
    """
    return sys.stderr.isatty()


def _said(line: Phrase, language: str) -> str:
    from recruitprivacy.i18n import say

    return say(line, language)


def _plain(found: Swept, law: Law, written: Path | None, *, unusual: bool) -> dict[str, object]:
    table, change = found.table, found.change
    return {
        "policy": table.policy,
        "policy_version": table.version,
        "law": table.law,
        "law_version": law.version,
        "on": table.on,
        **found.tally.plain(),
        "since": None if change is None else attrs.asdict(change),
        "unusual": unusual,
        "written": None if written is None else str(written),
    }


def _lines(found: Swept, law: Law, language: str, written: Path | None) -> Iterator[str]:
    from recruitprivacy.cli._sweeping._told import group_lines, lines

    yield from show.law_lines(law, language, found.table.on)
    yield from group_lines(found.tally)
    yield from (_said(each, language) for each in lines(found.tally, found.change, written))
