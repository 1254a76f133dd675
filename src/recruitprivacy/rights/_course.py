"""
What may happen to a request next, by the table of moves and by what happened to it before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from recruitprivacy.errors import IdentityNeedsDoubtError, MoveNotAllowedError
from recruitprivacy.messages import Message
from recruitprivacy.timeline import (
    AnyRequestEvent,
    IdentityAsked,
    IdentityProved,
    Instructed,
    Instruction,
    Move,
    Refused,
    RequestReceived,
    RequestStatus,
    allowed,
    move_of,
    why_not,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, RefusalGround

__all__ = [
    "doubted",
    "for_a_proof_nobody_asked",
    "for_whom_it_may_not_be",
    "instructed",
    "next_moves",
    "refuse_out_of_course",
    "refuse_unasked",
    "to_a_stranger",
    "unmandated",
]

NOT_SHOWN: Final = Message(
    "rights.why_not.not_shown",
    "The person was asked who they are, and has not shown it since; "
    "taking the request up again does not settle that.",
)
NO_MANDATE: Final = Message(
    "rights.why_not.no_mandate",
    "Whoever asks in the person's name has not shown that they may; nothing is erased for them.",
)
NEVER_ASKED: Final = Message(
    "rights.why_not.never_asked",
    "Nobody is refused for want of a proof they were not asked for, or gave since.",
)
GIVING: Final = frozenset({Move.ANSWERED, Move.ANSWERED_IN_PART, Move.ERASURE_GRANTED})
"""What nobody does for a stranger."""
ELSEWHERE: Final = frozenset({RequestStatus.FORWARDED})
"""Where it is for another to know who asks."""


def doubted(history: Iterable[AnyRequestEvent]) -> bool:
    """
    Say whether a person was asked who they are, and has not shown it since.
    """
    asked = False
    for event in history:
        move = move_of(event)
        asked = move is Move.IDENTITY_ASKED or (asked and move is not Move.IDENTITY_PROVED)
    return asked


def unmandated(history: Iterable[AnyRequestEvent]) -> bool:
    """
    Say whether somebody asks in the person's name, and nobody showed yet that they may.
    """
    told = tuple(history)
    named = any(isinstance(each, RequestReceived) and each.mandate for each in told)
    return named and not any(isinstance(each, IdentityProved) for each in told)


def next_moves(status: RequestStatus, history: Sequence[AnyRequestEvent]) -> tuple[Move, ...]:
    """
    List the moves that are allowed from a status after a history.
    """
    return tuple(move for move in allowed(status) if _barred(status, move, history) is None)


def refuse_out_of_course(
    status: RequestStatus, event: AnyRequestEvent, history: Sequence[AnyRequestEvent]
) -> None:
    """
    Refuse a step that does not belong where the request stands, or after what happened to it.

    Raises:
        MoveNotAllowedError: If it does not; with why, and what is allowed instead.
        IdentityNeedsDoubtError: If a person is asked who they are without a reason.

    Law:
        GDPR Art. 12(6): who asks is asked who they are only on reasonable doubt.
    """
    move = move_of(event)
    why = why_not(status, move) or _barred(status, move, history)
    if why is not None:
        raise MoveNotAllowedError(status, move, next_moves(status, history), why.text)
    if isinstance(event, IdentityAsked) and event.doubt is None:
        raise IdentityNeedsDoubtError(tuple(term.key for term in BUILT_IN.terms(Kind.DOUBT)))


def refuse_unasked(
    status: RequestStatus, event: AnyRequestEvent, history: Sequence[AnyRequestEvent]
) -> None:
    """
    Refuse to turn somebody away for want of a proof nobody asked them for.

    Raises:
        MoveNotAllowedError: If they were not asked, or showed it since.

    Law:
        GDPR Art. 12(6): what is necessary to confirm who asks may be asked for.
    """
    if for_a_proof_nobody_asked(event, history):
        instead = tuple(each for each in next_moves(status, history) if each is not Move.REFUSED)
        raise MoveNotAllowedError(status, Move.REFUSED, instead, NEVER_ASKED.text)


def to_a_stranger(status: RequestStatus, move: Move, history: Sequence[AnyRequestEvent]) -> bool:
    """
    Say whether a move would give something to who was asked who they are, and has not shown it.
    """
    return move in GIVING and status not in ELSEWHERE and doubted(history)


def instructed(history: Iterable[AnyRequestEvent], *what: Instruction) -> bool:
    """
    Say whether the controller we act for told us to do something, last of all it told us.
    """
    told = [event.instruction for event in history if isinstance(event, Instructed)]
    return bool(told) and told[-1] in what


def for_a_proof_nobody_asked(event: AnyRequestEvent, history: Iterable[AnyRequestEvent]) -> bool:
    """
    Say whether somebody is refused for want of a proof of who they are, or of their mandate.

    Nobody is who was not asked for it first.
    """
    refused = isinstance(event, Refused) and event.ground is RefusalGround.IDENTITY_NOT_PROVED
    return refused and not doubted(history)


def for_whom_it_may_not_be(move: Move, history: Iterable[AnyRequestEvent]) -> bool:
    """
    Say whether a move erases for who acts for another, and has not shown that they may.

    An answer may still go to the person themselves, past whoever asked.
    """
    return move is Move.ERASURE_GRANTED and unmandated(history)


def _barred(
    status: RequestStatus, move: Move, history: Sequence[AnyRequestEvent]
) -> Message | None:
    if to_a_stranger(status, move, history):
        return NOT_SHOWN
    return NO_MANDATE if for_whom_it_may_not_be(move, history) else None
