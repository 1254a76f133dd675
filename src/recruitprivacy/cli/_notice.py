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
  recruitprivacy notice examples/policies/cluster --role candidate --language nl --layer card
  recruitprivacy notice examples/policies/cluster --role candidate --language nl --field photo
"""


@click.command(epilog=EXAMPLE)
@options.POLICY
@click.option("--role", metavar="ROLE", help="For whom, as in candidate.  [default: for all]")
@click.option("--language", required=True, metavar="TAG", help="In which language, as in nl.")
@click.option(
    "--to",
    "form",
    type=click.Choice(["markdown", "html", "text", "json"]),
    default="markdown",
    show_default=True,
    help="The form to write it in.",
)
@click.option(
    "--layer",
    type=click.Choice(["full", "card"]),
    default="full",
    show_default=True,
    help="How much of it.",
)
@click.option("--field", metavar="CATEGORY", help="What stands beside a field that asks for this.")
@click.option("--stage", metavar="STAGE", default="", help="The stage at which the field is asked.")
@click.option(
    "--collected",
    type=click.Choice(["from_reader", "from_others", "both"]),
    default="both",
    show_default=True,
    help="From whom the data come.",
)
@click.option("--full-at", metavar="URL", default="", help="Where the full notice stands.")
@options.ON
@options.LAW
def notice(  # noqa: PLR0913 - one for each option
    *,
    policy: Path,
    role: str | None,
    language: str,
    form: str,
    layer: str,
    field: str | None,
    stage: str,
    collected: str,
    full_at: str,
    on: date,
    places: tuple[str, ...] | None,
) -> None:
    """
    Say POLICY again as a notice in one language, for people in one role or for all.
    """
    from recruitprivacy import notices, wire

    declared = wire.load_policy(policy)
    law = options.book(declared, places)
    depth = notices.Field(category=field, stage=stage) if field else notices.Layer(layer)
    written = notices.compose(
        declared,
        role,
        language=language,
        law=law,
        on=on,
        layer=depth,
        collected=notices.Collected(collected),
        full_at=full_at,
    )
    if form == "json":
        show.as_json(written)
        return
    write = {
        "markdown": notices.to_markdown,
        "html": notices.to_html,
        "text": notices.to_text,
    }
    click.echo(write[form](written), nl=False)
