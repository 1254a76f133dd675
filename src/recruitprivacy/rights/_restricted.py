"""
What may still be done with data whose processing is restricted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from recruitprivacy.basis import Answer, Frame, Premise
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message
from recruitprivacy.rights._reach import reaches
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import BUILT_IN, RestrictionUse, Vocabulary

__all__ = ["may_use"]

USING: Final = Message("rights.restricted.what", "using these data")
FREELY: Final = Message("rights.restricted.freely", "using these data as if nothing had been asked")
FREE: Final = Message("rights.restricted.free", "no restriction is in force for them")
REASON: Final = Message(
    "rights.restricted.reason", "it is for one of the reasons that restriction leaves open"
)


def may_use(  # noqa: PLR0913 - whose data, what for, and whether that was shown
    facts: Facts,
    situation: Situation,
    law: Law,
    *,
    on: date,
    record: str,
    category: str,
    reason: RestrictionUse | None = None,
    shown: bool | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Answer:
    """
    Say whether something may be done with data that may be restricted.

    Searching, matching, proposing, ranking, advertising and erasing have no reason of their own:
    ask with none.

    Args:
        facts: The person's facts.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about.
        record: The record.
        category: The data.
        reason: What makes it allowed, or None.
        shown: Whether somebody showed that it is so; storing needs no showing.
        vocabulary: The words of the facts.

    Raises:
        FaultsError: If the situation names no place.

    >>> from recruitprivacy.law import load
    >>> anna = Facts(person="anna", policy="house", on=date(2026, 3, 2))
    >>> ties, book = Situation(establishment="NL"), load("NL")
    >>> may_use(anna, ties, book, on=anna.on, record="r1", category="cv").standing.value
    'stands'

    Law:
        GDPR Art. 18(2): storage, consent, claims, others' rights, important public interest.
    """
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    standing = [
        each
        for each in facts.restrictions
        if each.stands and reaches(each, frame, record=record, category=category)
    ]
    unknown = not standing and "restrictions" in facts.unknown
    free = Premise(
        fact="restriction.state",
        holds=None if unknown else not standing,
        what=FREE,
        cites=frame.cite("GDPR Art. 18(1)"),
    )
    ways = [Answer(what=FREELY, premises=(free,), **frame.parts)]
    ways += [
        Answer(what=each.label, premises=(premise,), **frame.parts)
        for each, premise in _reasons(frame, reason, shown=shown)
    ]
    return Answer(what=USING, premises=(frame.in_force,), ways=tuple(ways), **frame.parts)


def _reasons(
    frame: Frame, reason: RestrictionUse | None, *, shown: bool | None
) -> Iterator[tuple[RestrictionUse, Premise]]:
    if reason is not None:
        holds = True if reason is RestrictionUse.STORAGE else shown
        cites = frame.cite(reason.cites)
        yield reason, Premise(fact=reason, holds=holds, what=REASON, cites=cites)
