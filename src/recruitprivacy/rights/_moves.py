"""
The life of a request, as one table: from where, by what, to where.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from recruitprivacy.rights._status import RequestStatus
from recruitprivacy.timeline import Answered, AnyRequestEvent

__all__ = ["CLOSES", "MOVES", "Move", "allowed", "landing", "move_of"]


class Move(StrEnum):
    """
    What can happen to a request; the value is the kind of the event.
    """

    RECEIVED = "request.received"
    ACKNOWLEDGED = "request.acknowledged"
    IDENTITY_ASKED = "request.identity_asked"
    IDENTITY_PROVED = "request.identity_proved"
    CLARIFICATION_ASKED = "request.clarification_asked"
    CLARIFIED = "request.clarified"
    EXTENDED = "request.extended"
    FEE_ASKED = "request.fee_asked"
    FEE_PAID = "request.fee_paid"
    FORWARDED = "request.forwarded"
    INSTRUCTED = "request.instructed"
    ASSISTED = "request.assisted"
    ANSWERED = "request.answered"
    ANSWERED_IN_PART = "request.answered_in_part"
    """An answer that leaves something out, or keeps something."""
    REFUSED = "request.refused"
    WITHDRAWN = "request.withdrawn"
    CLOSED_UNPROVED = "request.closed_unproved"
    REOPENED = "request.reopened"
    COMPLAINT_LODGED = "request.complaint_lodged"
    COURT_SEIZED = "request.court_seized"
    LIFT_ANNOUNCED = "request.lift_announced"


def move_of(event: AnyRequestEvent) -> Move:
    """
    Name the move an event makes.
    """
    if isinstance(event, Answered) and not event.in_full:
        return Move.ANSWERED_IN_PART
    return Move(event.kind)


# These never change where an open request stands: a fee stops no clock (Art. 12(5)), and a
# complaint does not end the duty to answer (Art. 77(1)).
_STAYS: Final = (
    Move.ACKNOWLEDGED,
    Move.EXTENDED,
    Move.FEE_ASKED,
    Move.FEE_PAID,
    Move.LIFT_ANNOUNCED,
    Move.COMPLAINT_LODGED,
    Move.COURT_SEIZED,
)
_ENDS: Final[Mapping[Move, RequestStatus]] = MappingProxyType(
    {
        Move.ANSWERED: RequestStatus.ANSWERED,
        Move.ANSWERED_IN_PART: RequestStatus.PARTLY_ANSWERED,
        Move.REFUSED: RequestStatus.REFUSED,
        Move.WITHDRAWN: RequestStatus.WITHDRAWN,
        Move.FORWARDED: RequestStatus.FORWARDED,
    }
)
_AFTERWARDS: Final[Mapping[Move, RequestStatus]] = MappingProxyType(
    {
        Move.REOPENED: RequestStatus.IN_PROGRESS,
        Move.COMPLAINT_LODGED: RequestStatus.COMPLAINT,
        Move.COURT_SEIZED: RequestStatus.COURT,
    }
)
_ASKS: Final[Mapping[Move, RequestStatus]] = MappingProxyType(
    {
        Move.IDENTITY_ASKED: RequestStatus.AWAITING_IDENTITY,
        Move.CLARIFICATION_ASKED: RequestStatus.AWAITING_CLARIFICATION,
        Move.IDENTITY_PROVED: RequestStatus.IN_PROGRESS,
        Move.CLARIFIED: RequestStatus.IN_PROGRESS,
    }
)
_ROWS: Final[Mapping[RequestStatus, Mapping[Move, RequestStatus]]] = MappingProxyType(
    {
        RequestStatus.RECEIVED: {
            **_ASKS,
            **_ENDS,
            Move.ACKNOWLEDGED: RequestStatus.IN_PROGRESS,
        },
        # Nothing is handed to somebody who may be a stranger: no answer from here.
        RequestStatus.AWAITING_IDENTITY: {
            Move.IDENTITY_ASKED: RequestStatus.AWAITING_IDENTITY,
            Move.IDENTITY_PROVED: RequestStatus.IN_PROGRESS,
            Move.CLARIFICATION_ASKED: RequestStatus.AWAITING_IDENTITY,
            Move.CLARIFIED: RequestStatus.AWAITING_IDENTITY,
            Move.CLOSED_UNPROVED: RequestStatus.CLOSED_UNPROVED,
            Move.REFUSED: RequestStatus.REFUSED,
            Move.WITHDRAWN: RequestStatus.WITHDRAWN,
            Move.FORWARDED: RequestStatus.FORWARDED,
        },
        RequestStatus.AWAITING_CLARIFICATION: {
            **_ASKS,
            **_ENDS,
            Move.IDENTITY_PROVED: RequestStatus.AWAITING_CLARIFICATION,
        },
        RequestStatus.IN_PROGRESS: {**_ASKS, **_ENDS},
        # Who works for another does not decide: no refusal from here (Art. 28(3)(a)).
        RequestStatus.FORWARDED: {
            Move.INSTRUCTED: RequestStatus.FORWARDED,
            Move.ASSISTED: RequestStatus.FORWARDED,
            Move.ANSWERED: RequestStatus.ANSWERED,
            Move.ANSWERED_IN_PART: RequestStatus.PARTLY_ANSWERED,
            Move.WITHDRAWN: RequestStatus.WITHDRAWN,
        },
        RequestStatus.ANSWERED: _AFTERWARDS,
        RequestStatus.PARTLY_ANSWERED: {
            **_AFTERWARDS,
            Move.ANSWERED: RequestStatus.ANSWERED,
            Move.ANSWERED_IN_PART: RequestStatus.PARTLY_ANSWERED,
        },
        RequestStatus.REFUSED: _AFTERWARDS,
        RequestStatus.WITHDRAWN: _AFTERWARDS,
        RequestStatus.CLOSED_UNPROVED: {
            **_AFTERWARDS,
            Move.IDENTITY_PROVED: RequestStatus.IN_PROGRESS,
        },
        RequestStatus.COMPLAINT: _AFTERWARDS,
        RequestStatus.COURT: {**_AFTERWARDS, Move.COMPLAINT_LODGED: RequestStatus.COURT},
    }
)


def _table() -> Iterator[tuple[tuple[RequestStatus, Move], RequestStatus]]:
    for status, row in _ROWS.items():
        if not status.is_closed:
            yield from (((status, move), status) for move in _STAYS)
        yield from (((status, move), to) for move, to in row.items())


MOVES: Final[Mapping[tuple[RequestStatus, Move], RequestStatus]] = MappingProxyType(dict(_table()))
"""Every move that is allowed, and where it leads."""

CLOSES: Final[Mapping[Move, RequestStatus]] = MappingProxyType(
    {
        Move.ANSWERED: RequestStatus.ANSWERED,
        Move.ANSWERED_IN_PART: RequestStatus.PARTLY_ANSWERED,
        Move.REFUSED: RequestStatus.REFUSED,
        Move.WITHDRAWN: RequestStatus.WITHDRAWN,
        Move.CLOSED_UNPROVED: RequestStatus.CLOSED_UNPROVED,
    }
)
"""Where a request stands after what ended it, even if it should not have been done."""


def allowed(status: RequestStatus) -> tuple[Move, ...]:
    """
    List the moves that are allowed from a status.

    >>> [move.name for move in allowed(RequestStatus.REFUSED)]
    ['REOPENED', 'COMPLAINT_LODGED', 'COURT_SEIZED']
    """
    return tuple(move for (start, move) in MOVES if start is status)


def landing(status: RequestStatus, move: Move) -> RequestStatus:
    """
    Tell where a request stands after a move that happened, allowed or not.

    >>> landing(RequestStatus.AWAITING_IDENTITY, Move.ANSWERED).value
    'answered'
    >>> landing(RequestStatus.ANSWERED, Move.FEE_PAID).value
    'answered'
    """
    return MOVES.get((status, move)) or CLOSES.get(move, status)
