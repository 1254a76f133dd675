"""
By when a person must be answered.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Final

import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show

EXAMPLE: Final = """\b
Example:
  recruitprivacy due --received 2026-03-03T09:00+01:00 --right access --place NL
"""


@click.command(epilog=EXAMPLE)
@click.option(
    "--received",
    required=True,
    type=options.Instant(),
    metavar="INSTANT",
    help="When the request came in, with its offset.",
)
@click.option(
    "--right",
    "right",
    required=True,
    multiple=True,
    metavar="RIGHT",
    help="The right used, as in access or erasure; may be given several times.",
)
@click.option("--place", metavar="NL", help="Where the controller is.  [default: as in --policy]")
@click.option(
    "--policy",
    type=click.Path(path_type=Path),
    metavar="POLICY",
    help="The firm's policy, for its own promise.",
)
@options.ON
@options.LANGUAGE
@options.FORMAT
@click.pass_context
def due(  # noqa: PLR0913 - an option each
    ctx: click.Context,
    *,
    received: datetime,
    right: tuple[str, ...],
    place: str | None,
    policy: Path | None,
    on: date,
    language: str,
    as_json: bool,
) -> None:
    """
    Find the last day to answer a request, and say why that day.
    """
    from recruitprivacy import rights, wire
    from recruitprivacy.law import Situation
    from recruitprivacy.vocabulary import Right

    declared = None if policy is None else wire.load_policy(policy)
    where = place.upper() if place else options.country_of(declared)
    request = rights.open_request(
        *(Right.parse(each) for each in right),
        request="request",
        person="person",
        received_at=received,
        situation=Situation(establishment=where),
    )
    law = options.book(None, (where,))
    answer = rights.due(request, law, on=on, policy=declared)
    if as_json:
        show.as_json(answer)
    else:
        show.as_text(answer.explain(language).splitlines())
    ctx.exit(int(show.troubled(answer.findings)))
