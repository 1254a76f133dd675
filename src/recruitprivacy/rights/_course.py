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
    Move,
    RequestStatus,
    allowed,
    move_of,
    why_not,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind

__all__ = ["doubted", "next_moves", "refuse_out_of_course", "to_a_stranger"]

NOT_SHOWN: Final = Message(
    "rights.why_not.not_shown",
    "The person was asked who they are, and has not shown it since; "
    "taking the request up again does not settle that.",
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


def to_a_stranger(status: RequestStatus, move: Move, history: Sequence[AnyRequestEvent]) -> bool:
    """
    Say whether a move would give something to who was asked who they are, and has not shown it.
    """
    return move in GIVING and status not in ELSEWHERE and doubted(history)


def _barred(
    status: RequestStatus, move: Move, history: Sequence[AnyRequestEvent]
) -> Message | None:
    return NOT_SHOWN if to_a_stranger(status, move, history) else None
