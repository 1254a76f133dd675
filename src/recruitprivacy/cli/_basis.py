"""
On which bases an activity can rest, and what else it needs.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import attrs
import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show
from recruitprivacy.errors import Fault, FaultsError

EXAMPLE: Final = """\b
Example:
  recruitprivacy basis activity.json --law NL --on 2026-03-02

\b
where activity.json says, as far as it is known:
  {"activity": {"role": "candidate", "purpose": "talent_pool"},
   "situation": {"establishment": "NL"}}
"""


@click.command(epilog=EXAMPLE)
@click.argument("activity", type=click.Path(path_type=Path))
@options.ON
@click.option(
    "--law",
    "places",
    callback=options._places,  # noqa: SLF001 - the same reading as of the other commands
    metavar="NL,SE",
    help="The countries whose law is asked, beside the EU's.  [default: those of the situation]",
)
@options.LANGUAGE
@options.FORMAT
@click.pass_context
def basis(
    ctx: click.Context,
    *,
    activity: Path,
    on: date,
    places: tuple[str, ...] | None,
    language: str,
    as_json: bool,
) -> None:
    """
    Judge the lawful bases of ACTIVITY, and what guarded data and machines need besides.

    ACTIVITY is a JSON file. Exit status 1: nothing stands, or something is excluded or unknown.
    """
    from recruitprivacy.basis import Verdict, assess, layers
    from recruitprivacy.law import jurisdictions, load
    from recruitprivacy.wire._question import load_question

    asked = load_question(activity)
    situation = asked.situation
    ties = (
        situation.establishment,
        situation.place_of_work,
        situation.formal_employer,
        situation.residence,
    )
    known = tuple(dict.fromkeys(tie for tie in ties if tie in jurisdictions()))
    law = load(*(known if places is None else places))
    try:
        options_ = assess(asked.activity, situation, law, on=on)
        guards = layers(asked.activity, situation, law, on=on)
    except FaultsError as error:
        raise FaultsError(map(_in_file, error.faults), source=str(activity)) from None
    if as_json:
        show.as_json({"on": on, "bases": options_, "layers": guards})
    else:
        for answer in (*options_, *guards):
            first, *rest = answer.explain(language).splitlines()
            show.as_text([first, *(f"  {line}" for line in rest), ""])
    stands = any(option.standing is Verdict.STANDS for option in options_)
    barred = any(guard.standing is not Verdict.STANDS for guard in guards)
    ctx.exit(int(not stands or barred))


def _in_file(fault: Fault) -> Fault:
    """
    Name what there is to mend by its place in the file.
    """
    if fault.path == "situation":
        return attrs.evolve(fault, way_out="""write it as in {"establishment": "NL"}""")
    own = not fault.path.startswith("situation.")
    return attrs.evolve(fault, path=f"activity.{fault.path}") if own else fault
