"""
What was done to a request that should not have been, or not like that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.rights._course import (
    for_a_proof_nobody_asked,
    for_whom_it_may_not_be,
    instructed,
    to_a_stranger,
)
from recruitprivacy.rights._late import late
from recruitprivacy.rights._local import in_own_zone
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.rights._telling import untold
from recruitprivacy.timeline import (
    MOVES,
    Answered,
    AnyRequestEvent,
    IdentityAsked,
    Instruction,
    Refused,
    RequestReceived,
    RequestStatus,
    day_of,
    landing,
    move_of,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind

__all__ = ["breaches"]

NOT_ALLOWED: Final = Message(
    "rights.breach.not_allowed", "This step was taken while the request was: {status}."
)
NO_GROUND: Final = Message(
    "rights.breach.refused_without_ground", "The request was refused, and no ground was recorded."
)
NAME_GROUND: Final = Message(
    "rights.mend.name_ground", "Record the ground, or take the request up again and answer it."
)
UNTOLD: Final = Message(
    "rights.breach.not_all_told",
    "Less was done than was asked, and it is not recorded that the person was told why, "
    "where to complain, and that there is a court.",
)
NO_DOUBT: Final = Message(
    "rights.breach.identity_without_doubt",
    "Proof of identity was asked for, and no reason for doubt was recorded.",
)
TO_A_STRANGER: Final = Message(
    "rights.breach.to_a_stranger",
    "The request was met although the person had been asked who they are and had not shown it.",
)
NO_MANDATE: Final = Message(
    "rights.breach.no_mandate",
    "Data were erased for somebody who asked in the person's name and had not shown that they may.",
)
UNINSTRUCTED: Final = Message(
    "rights.breach.uninstructed",
    "The request was passed on to the controller we act for, and answered. That we were told to "
    "answer is not recorded, and neither is that the controller did.",
)
UNASKED: Final = Message(
    "rights.breach.refused_unasked",
    "The request was refused for want of proof of who asks, which the person had not been asked "
    "for, or had given.",
)
NARROWED: Final = Message(
    "rights.breach.narrowed",
    "What the person said opens more than was noted: {rights}.",
)
NO_DAY: Final = Message(
    "rights.breach.day_unknown", "It is not recorded on which day this step was taken."
)
NO_RIGHT: Final = Message(
    "rights.breach.right_unknown",
    "It is not recorded which right is asked for. A person must read the request.",
)


def breaches(request: RightsRequest, *, law: Law | None = None) -> tuple[Finding, ...]:
    """
    List what a history shows that apply() would have refused, or that a reader must ask about.

    An extension that does not count is found by :func:`due`, which knows the days; so is an answer
    or a refusal that came too late, if a law is given.

    Law:
        GDPR Art. 12(4): no action without reasons, complaint and court being told.
        GDPR Art. 12(6): proof of identity only on reasonable doubt.
    """
    if law is None:
        return tuple(_found(request))
    history = in_own_zone(request.history, request.situation, law)
    return (*_found(request), *late(request, history, law))


def _found(request: RightsRequest) -> Iterator[Finding]:
    if not request.rights:
        yield _finding("right_unknown", Level.WARNING, request.id, NO_RIGHT)
    status = RequestStatus.RECEIVED
    for place, event in enumerate(request.history):
        move = move_of(event)
        if place and (status, move) not in MOVES:
            says = phrase(NOT_ALLOWED, status=status.label)
            yield _finding("move_not_allowed", Level.ERROR, event.id, says)
        elif to_a_stranger(status, move, request.history[:place]):
            cites = (_article("12", "6"),)
            yield _finding("to_a_stranger", Level.ERROR, event.id, TO_A_STRANGER, cites=cites)
        elif for_whom_it_may_not_be(move, request.history[:place]):
            cites = (_article("12", "6"),)
            yield _finding("no_mandate", Level.ERROR, event.id, NO_MANDATE, cites=cites)
        elif for_a_proof_nobody_asked(event, request.history[:place]):
            cites = (_article("12", "6"),)
            yield _finding("refused_unasked", Level.ERROR, event.id, UNASKED, cites=cites)
        elif status is RequestStatus.FORWARDED and _uninstructed(event, request.history[:place]):
            cites = (_article("28", "3", "a"),)
            yield _finding("uninstructed", Level.WARNING, event.id, UNINSTRUCTED, cites=cites)
        status = landing(status, move)
        yield from _of_event(event)


def _uninstructed(event: AnyRequestEvent, history: Iterable[AnyRequestEvent]) -> bool:
    ours = isinstance(event, Answered) and not event.by
    return ours and not instructed(history, Instruction.ANSWER)


def _of_event(event: AnyRequestEvent) -> Iterator[Finding]:
    if isinstance(event, RequestReceived):
        yield from _narrowed(event)
    if day_of(event.happened) is None:
        yield _finding("day_unknown", Level.GAP, event.id, NO_DAY)
    if isinstance(event, Refused) and event.ground is None:
        yield _finding(
            "refused_without_ground",
            Level.ERROR,
            event.id,
            NO_GROUND,
            mend=phrase(NAME_GROUND),
            cites=(_article("12", "4"),),
        )
    if untold(event):
        cites = (_article("12", "4"),)
        yield _finding("not_all_told", Level.WARNING, event.id, UNTOLD, cites=cites)
    if isinstance(event, IdentityAsked) and event.doubt is None:
        cites = (_article("12", "6"),)
        yield _finding("identity_without_doubt", Level.WARNING, event.id, NO_DOUBT, cites=cites)


def _narrowed(receipt: RequestReceived) -> Iterator[Finding]:
    if receipt.wording is None or not BUILT_IN.has(Kind.REQUEST, receipt.wording):
        return
    opened = BUILT_IN.term(Kind.REQUEST, receipt.wording).opens
    more = tuple(right.label for right in opened if right not in receipt.rights)
    if more:
        says, cites = phrase(NARROWED, rights=more), (_article("12", "2"),)
        yield _finding("narrowed", Level.WARNING, receipt.id, says, cites=cites)


def _finding(
    code: str,
    level: Level,
    path: str,
    says: Message | Phrase,
    *,
    mend: Phrase | None = None,
    cites: tuple[Citation, ...] = (),
) -> Finding:
    told = says if isinstance(says, Phrase) else phrase(says)
    return Finding(
        code=f"request.{code}", level=level, path=path, says=told, mend=mend, cites=cites
    )


def _article(number: str, *points: str) -> Citation:
    return Citation(act="GDPR", unit=Unit.ARTICLE, number=number, points=points)
