"""
Rules about some data that decide nothing: nobody adopted them, or what they are for is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.messages import Message, Phrase, Words, phrase
from recruitprivacy.retention._applies import SetAside
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._combine import Days, decides, limits
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._living import Life
from recruitprivacy.vocabulary import Kind

__all__ = ["idle_of", "not_adopted", "not_needed"]

NOT_ADOPTED: Final = Message(
    "retention.aside.not_adopted",
    "It is no statute, and no adoption by the firm is recorded; it binds nobody here.",
)
OTHER_DATA: Final = Message("retention.aside.other_data", "It is about other data.")
NO_CONSENT: Final = Message("retention.aside.no_consent", "No consent is in force for: {purposes}.")
NOT_NEEDED: Final = Message(
    "retention.aside.not_needed", "What it is for does not go on with these data."
)
WITHDRAWAL: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="7", points=("3",))


def idle_of(endings: Sequence[Ending], lives: Sequence[Life], days: Days) -> tuple[Ending, ...]:
    """
    List the last days set for uses that do not go on while another one does.

    One that came before its use was over may still be what decides.
    """
    states = {life.lives for life in lives}
    if True not in states or None in states:
        return ()
    return tuple(
        each
        for each in endings
        if each.clause.effect is Effect.CEILING
        if not any(life.lives and limits(each.clause, life) for life in lives)
        if not (decides(each, days) and _came(each, lives))
    )


def _came(ending: Ending, lives: Iterable[Life]) -> bool:
    theirs = (life for life in lives if limits(ending.clause, life))
    return any(ending.days.low <= life.until.high for life in theirs)


def not_adopted(clause: Clause, case: Case, category: str) -> SetAside:
    """
    Say why guidance does not count: it is about other data, or nobody adopted it.
    """
    says = NOT_ADOPTED if case.concerns(clause, category) else OTHER_DATA
    return SetAside(rule=clause.rule, because=phrase(says), says=clause.because, cites=clause.cites)


def not_needed(clause: Clause, case: Case, lives: Sequence[Life]) -> SetAside:
    """
    Say why a rule for some use does not count: no consent is in force, or the use is over.
    """
    return SetAside(rule=clause.rule, because=_over(clause, case, lives), clause=clause)


def _over(clause: Clause, case: Case, lives: Sequence[Life]) -> Phrase:
    purposes = tuple(
        _label(case, each.purpose)
        for life in lives
        if limits(clause, life)
        for each in life.standings
        if WITHDRAWAL in each.cites
    )
    return phrase(NO_CONSENT, purposes=purposes) if purposes else phrase(NOT_NEEDED)


def _label(case: Case, purpose: str) -> Message | Words | str:
    known = case.vocabulary.has(Kind.PURPOSE, purpose)
    return case.vocabulary.term(Kind.PURPOSE, purpose).label if known else purpose
