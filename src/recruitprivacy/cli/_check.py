"""
What a policy lacks, and what the law does not bear out.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show

EXAMPLE: Final = """\b
Example:
  recruitprivacy check examples/policies/cluster --role candidate --on 2026-03-02
"""


@click.command(epilog=EXAMPLE)
@options.POLICY
@click.option("--role", metavar="ROLE", help="Look at one role only, as in candidate.")
@options.ON
@options.LAW
@options.LANGUAGE
@options.FORMAT
@click.pass_context
def check(  # noqa: PLR0913 - an option each
    ctx: click.Context,
    *,
    policy: Path,
    role: str | None,
    on: date,
    places: tuple[str, ...] | None,
    language: str,
    as_json: bool,
) -> None:
    """
    List what POLICY lacks of what a notice must say, and what the law does not bear out.

    POLICY is a TOML file, or a folder with a policy.toml.
    """
    from recruitprivacy import notices, wire

    declared = wire.load_policy(policy)
    law = options.book(declared, places)
    found = notices.check(declared, law, on=on, role=role)
    if as_json:
        rests_on = {"law": law.digest, "law_version": law.version}
        show.as_json({"policy": declared.id, "on": on, "findings": found, **rests_on})
    else:
        show.as_text(show.finding_lines(found, language, law.acts))
        show.as_text(show.law_lines(law, language, on))
        click.echo(show.count_line(found, language))
    ctx.exit(int(show.troubled(found)))
