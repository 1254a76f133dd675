"""
What people must be told.
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
  recruitprivacy notice examples/policies/cluster --role candidate --language nl --to html
"""


@click.command(epilog=EXAMPLE)
@options.POLICY
@click.option("--role", required=True, metavar="ROLE", help="For whom, as in candidate.")
@click.option("--language", required=True, metavar="TAG", help="In which language, as in nl.")
@click.option(
    "--to",
    "form",
    type=click.Choice(["markdown", "html", "text", "json"]),
    default="markdown",
    show_default=True,
    help="The form to write it in.",
)
@options.ON
@options.LAW
def notice(
    *,
    policy: Path,
    role: str,
    language: str,
    form: str,
    on: date,
    places: tuple[str, ...] | None,
) -> None:
    """
    Say POLICY again as a notice for people in one role, in one language.
    """
    from recruitprivacy import notices, wire

    declared = wire.load_policy(policy)
    law = options.book(declared, places)
    written = notices.compose(declared, role, language=language, law=law, on=on)
    if form == "json":
        show.as_json(written)
        return
    write = {
        "markdown": notices.to_markdown,
        "html": notices.to_html,
        "text": notices.to_text,
    }
    click.echo(write[form](written), nl=False)
