"""
By when a person must be answered, or a period of any law ends.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show
from recruitprivacy.cli._asked import Asked

if TYPE_CHECKING:
    from recruitprivacy.findings import Finding
    from recruitprivacy.law import Deadline
    from recruitprivacy.periods import Period
    from recruitprivacy.policy import Policy
    from recruitprivacy.rights import Due

EXAMPLE: Final = """\b
Examples:
  recruitprivacy due --received 2026-03-03T09:00+01:00 --right access --place NL
  recruitprivacy due --received 2026-03-03 --right access --place NL \\
    --identity-asked 2026-03-05:address_changed --identity-proved 2026-03-12
  recruitprivacy due --received 2026-03-03 --period P2W --regime NL --place NL
"""
WHAT: Final = "what is due? name the right used, as in --right access, or a length: --period P2W"
NOT_SAID: Final = "{factor} is unknown, and the law there hangs on it; name it with --residence"
ONE_OF_TWO: Final = "--period counts a bare length; leave {option} out, or name the right instead"


@click.command(epilog=EXAMPLE)
@click.option(
    "--received",
    required=True,
    type=options.Moment(),
    metavar="WHEN",
    help="When the request came in: a day, or an instant with its offset.",
)
@click.option(
    "--right",
    "right",
    multiple=True,
    metavar="RIGHT",
    help="The right used, as in access or erasure; may be given several times.",
)
@click.option(
    "--place",
    metavar="NL",
    help="Where the controller is, a region as in DE-BY.  [default: as in --policy]",
)
@click.option(
    "--residence",
    metavar="US-CA",
    help="Where the person lives, if the law of that place is to be looked at too.",
)
@click.option(
    "--policy",
    type=click.Path(path_type=Path),
    metavar="POLICY",
    help="The firm's policy, for its own promise.",
)
@click.option(
    "--identity-asked",
    multiple=True,
    metavar="DAY:DOUBT",
    help="When the person was asked who they are, and what made it doubtful.",
)
@click.option(
    "--identity-proved",
    multiple=True,
    type=options.Day(),
    metavar="DAY",
    help="When they showed it.",
)
@click.option(
    "--extended",
    metavar="DAY:REASON",
    help="When they were told that it takes longer, and why: complexity or number_of_requests.",
)
@click.option("--by", type=options.Length(), metavar="P2M", help="By how much it was extended.")
@click.option(
    "--period",
    type=options.Length(),
    metavar="P2W",
    help="A bare length to count, instead of the time for a right.",
)
@click.option(
    "--regime",
    default="EU",
    show_default=True,
    metavar="EU",
    help="Whose law counts that length: the Union's, or a country's.",
)
@options.ON
@options.LANGUAGE
@options.FORMAT
@click.pass_context
def due(  # noqa: PLR0913 - an option each
    ctx: click.Context,
    *,
    received: date,
    right: tuple[str, ...],
    place: str | None,
    residence: str | None,
    policy: Path | None,
    identity_asked: tuple[str, ...],
    identity_proved: tuple[date, ...],
    extended: str | None,
    by: Period | None,
    period: Period | None,
    regime: str,
    on: date,
    language: str,
    as_json: bool,
) -> None:
    """
    Find the last day to answer a request, and say why that day.

    With --period any length is counted instead, as the law of --regime counts it.
    """
    asked = Asked(
        received=received,
        rights=right,
        identity_asked=identity_asked,
        identity_proved=identity_proved,
        extended=extended,
        extended_by=by,
    )
    declared = _declared(policy)
    where = place.upper() if place else options.country_of(declared)
    if period is None:
        lives = residence.upper() if residence else None
        found: Due | Deadline = _answer(asked, where, lives, on=on, policy=declared)
    else:
        _refuse_both(asked, residence)
        found = _counted(received, period, regime.upper(), where)
    if as_json:
        show.as_json(found)
    else:
        show.as_text(found.explain(language).splitlines())
    ctx.exit(int(show.troubled(_findings(found))))


def _declared(path: Path | None) -> Policy | None:
    from recruitprivacy import wire

    return None if path is None else wire.load_policy(path)


def _answer(
    asked: Asked, place: str, residence: str | None, *, on: date, policy: Policy | None
) -> Due:
    from recruitprivacy import rights
    from recruitprivacy.errors import UnknownFactorError
    from recruitprivacy.law import Situation

    if not asked.rights:
        raise click.UsageError(WHAT)
    request = asked.request(Situation(establishment=place, residence=residence))
    book = options.book_of(place, *([residence] if residence else []))
    try:
        return rights.due(request, book, on=on, policy=policy)
    except UnknownFactorError as error:
        raise click.UsageError(NOT_SAID.format(factor=error.factor)) from error


def _refuse_both(asked: Asked, residence: str | None) -> None:
    given = {
        "--right": asked.rights,
        "--residence": residence,
        "--identity-asked": asked.identity_asked,
        "--identity-proved": asked.identity_proved,
        "--extended": asked.extended,
        "--by": asked.extended_by,
    }
    for option, value in given.items():
        if value:
            raise click.UsageError(ONE_OF_TWO.format(option=option))


def _counted(received: date, period: Period, regime: str, place: str) -> Deadline:
    from recruitprivacy.law import count, load_regime

    book = options.book_of(place)
    calendar, zone = book.calendar(place), book.zone(place)
    return count(received, period, calendar=calendar, zone=zone, regime=load_regime(regime))


def _findings(found: Due | Deadline) -> tuple[Finding, ...]:
    from recruitprivacy.law import Deadline

    return () if isinstance(found, Deadline) else found.findings
