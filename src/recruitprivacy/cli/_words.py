"""
The words a policy and its events are made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show

if TYPE_CHECKING:
    from recruitprivacy.vocabulary import Kind, Term

ASKED: Final = "kind of word"
EXAMPLE: Final = """\b
Example:
  recruitprivacy words trigger
"""


@click.command(epilog=EXAMPLE)
@click.argument("kind", required=False)
@options.LANGUAGE
@options.FORMAT
def words(*, kind: str | None, language: str, as_json: bool) -> None:
    """
    List the words of one KIND, as in category or trigger; without one, the kinds there are.

    Each word stands with its label and what it means; a trigger with the events that fire it.
    """
    from recruitprivacy.vocabulary import BUILT_IN

    if kind is None:
        show.as_text(_kinds())
        return
    terms = BUILT_IN.terms(_kind(kind))
    if as_json:
        show.as_json({"terms": terms})
    else:
        show.as_text(line for term in terms for line in _lines(term, language))


def _kind(word: str) -> Kind:
    from recruitprivacy.errors import UnknownTermError
    from recruitprivacy.near import nearest
    from recruitprivacy.vocabulary import Kind

    known = {name: kind for kind in Kind for name in (kind.value, kind.plural)}
    if word not in known:
        raise UnknownTermError(ASKED, word, nearest(word, known))
    return known[word]


def _kinds() -> Iterator[str]:
    from recruitprivacy.vocabulary import BUILT_IN, Kind

    for kind in Kind:
        yield f"{kind.value:<20}{len(BUILT_IN.terms(kind)):>4}"


def _lines(term: Term, language: str) -> Iterator[str]:
    from recruitprivacy.i18n import say

    yield term.key
    yield f"    {say(term.label, language)}"
    yield f"    {term.definition}"
    events = fired_by(term)
    if events:
        yield f"    fired by: {', '.join(events)}"


def fired_by(term: Term) -> tuple[str, ...]:
    """
    List the kinds of event that fire a trigger, narrower ones included; nothing for other terms.

    >>> from recruitprivacy.vocabulary import BUILT_IN, Kind
    >>> fired_by(BUILT_IN.term(Kind.TRIGGER, "consent_withdrawn"))
    ('consent.withdrawn',)
    """
    from recruitprivacy.timeline._needs import trigger_specs
    from recruitprivacy.vocabulary import BUILT_IN, Kind

    if term.kind is not Kind.TRIGGER:
        return ()
    specs = trigger_specs(term.key, BUILT_IN)
    return tuple(dict.fromkeys(kind for spec in specs for kind in spec.kinds))
