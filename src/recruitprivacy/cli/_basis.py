"""
On which bases an activity can rest, and what else it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.messages import Message, phrase

if TYPE_CHECKING:
    from recruitprivacy.basis import Answer, Layer, Option
    from recruitprivacy.wire._question import Question

ABOUT: Final = Message("cli.basis.about", "Asked about: {purpose}; people in the role: {role}.")
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
    from recruitprivacy.basis import Verdict
    from recruitprivacy.wire._question import load_question

    asked = load_question(activity)
    try:
        bases, guards = _judged(asked, places, on)
    except FaultsError as error:
        raise FaultsError(map(_in_file, error.faults), source=str(activity)) from None
    if as_json:
        show.as_json({"on": on, "bases": bases, "layers": guards})
    else:
        show.as_text(_lines(asked, (*bases, *guards), language))
    stands = any(option.standing is Verdict.STANDS for option in bases)
    barred = any(guard.standing is not Verdict.STANDS for guard in guards)
    ctx.exit(int(not stands or barred))


def _judged(
    asked: Question, places: tuple[str, ...] | None, on: date
) -> tuple[tuple[Option, ...], tuple[Layer, ...]]:
    from recruitprivacy.basis import assess, layers
    from recruitprivacy.law import jurisdictions, load

    situation = asked.situation
    known = tuple(place for place in situation.places if place in jurisdictions())
    law = load(*(known if places is None else places))
    return (
        assess(asked.activity, situation, law, on=on),
        layers(asked.activity, situation, law, on=on),
    )


def _lines(asked: Question, answers: Iterable[Answer], language: str) -> Iterator[str]:
    from recruitprivacy.i18n import say
    from recruitprivacy.vocabulary import BUILT_IN, Kind

    purpose = BUILT_IN.term(Kind.PURPOSE, asked.activity.purpose).label
    role = BUILT_IN.term(Kind.ROLE, asked.activity.role).label
    yield from (say(phrase(ABOUT, purpose=purpose, role=role), language), "")
    for answer in answers:
        first, *rest = answer.explain(language).splitlines()
        yield from (first, *(f"  {line}" for line in rest), "")


def _in_file(fault: Fault) -> Fault:
    """
    Name what there is to mend by its place in the file.
    """
    if fault.path == "situation":
        return attrs.evolve(fault, way_out="""write it as in {"establishment": "NL"}""")
    own = not fault.path.startswith("situation.")
    return attrs.evolve(fault, path=f"activity.{fault.path}") if own else fault
