"""
The life of a request, as one table: from where, by what, to where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from recruitprivacy.messages import Message
from recruitprivacy.timeline._order import day, surely_later
from recruitprivacy.timeline._request_events import Answered, RequestEvent, RequestReceived

__all__ = [
    "CLOSES",
    "MOVES",
    "Move",
    "RequestStatus",
    "allowed",
    "in_course",
    "landing",
    "may_be_open",
    "move_of",
    "place_of",
    "stands",
    "why_not",
]

R = TypeVar("R", bound=RequestEvent)


class RequestStatus(StrEnum):
    """
    Where a request stands with the controller, or with the processor who got it.

    >>> RequestStatus.AWAITING_IDENTITY.is_closed, RequestStatus.REFUSED.is_closed
    (False, True)
    """

    RECEIVED = "received"
    AWAITING_IDENTITY = "awaiting_identity"
    AWAITING_CLARIFICATION = "awaiting_clarification"
    IN_PROGRESS = "in_progress"
    FORWARDED = "forwarded"
    """Passed on to the controller for whom we act; not finished."""
    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CLOSED_UNPROVED = "closed_unproved"
    """Closed by letter, for want of proof of who asks; proof opens it again."""
    COMPLAINT = "complaint"
    """Closed by us, and before a supervisory authority."""
    COURT = "court"
    """Closed by us, and before a court."""

    @property
    def is_closed(self) -> bool:
        """
        Whether no further answer is owed, unless it is opened again.
        """
        return self in _CLOSED

    @property
    def label(self) -> Message:
        """
        Its name, as a message.
        """
        return _LABELS[self]


_CLOSED: Final = frozenset(
    {
        RequestStatus.ANSWERED,
        RequestStatus.PARTLY_ANSWERED,
        RequestStatus.REFUSED,
        RequestStatus.WITHDRAWN,
        RequestStatus.CLOSED_UNPROVED,
        RequestStatus.COMPLAINT,
        RequestStatus.COURT,
    }
)
_LABELS: Final[Mapping[RequestStatus, Message]] = MappingProxyType(
    {
        RequestStatus.RECEIVED: Message("rights.status.received", "received"),
        RequestStatus.AWAITING_IDENTITY: Message(
            "rights.status.awaiting_identity", "waiting for proof of identity"
        ),
        RequestStatus.AWAITING_CLARIFICATION: Message(
            "rights.status.awaiting_clarification", "waiting for clarification"
        ),
        RequestStatus.IN_PROGRESS: Message("rights.status.in_progress", "in progress"),
        RequestStatus.FORWARDED: Message("rights.status.forwarded", "passed on to the controller"),
        RequestStatus.ANSWERED: Message("rights.status.answered", "answered"),
        RequestStatus.PARTLY_ANSWERED: Message("rights.status.partly_answered", "answered in part"),
        RequestStatus.REFUSED: Message("rights.status.refused", "refused"),
        RequestStatus.WITHDRAWN: Message("rights.status.withdrawn", "withdrawn"),
        RequestStatus.CLOSED_UNPROVED: Message(
            "rights.status.closed_unproved", "closed because identity was not proved"
        ),
        RequestStatus.COMPLAINT: Message(
            "rights.status.complaint", "before a supervisory authority"
        ),
        RequestStatus.COURT: Message("rights.status.court", "before a court"),
    }
)


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
    ERASURE_GRANTED = "request.erasure_granted"
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


def move_of(event: RequestEvent) -> Move:
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
            Move.ERASURE_GRANTED: RequestStatus.IN_PROGRESS,
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
            Move.ERASURE_GRANTED: RequestStatus.AWAITING_CLARIFICATION,
        },
        RequestStatus.IN_PROGRESS: {
            **_ASKS,
            **_ENDS,
            Move.ERASURE_GRANTED: RequestStatus.IN_PROGRESS,
        },
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
        # Whoever complains of it has still not shown who they are, and may do so at any time.
        RequestStatus.CLOSED_UNPROVED: {
            Move.REOPENED: RequestStatus.AWAITING_IDENTITY,
            Move.COMPLAINT_LODGED: RequestStatus.CLOSED_UNPROVED,
            Move.COURT_SEIZED: RequestStatus.CLOSED_UNPROVED,
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

OPENS: Final = frozenset(
    move for (status, move), to in MOVES.items() if status.is_closed and not to.is_closed
)
"""What can open a closed request again."""


def allowed(status: RequestStatus) -> tuple[Move, ...]:
    """
    List the moves that are allowed from a status.

    >>> [move.name for move in allowed(RequestStatus.REFUSED)]
    ['REOPENED', 'COMPLAINT_LODGED', 'COURT_SEIZED']
    """
    return tuple(move for (start, move) in MOVES if start is status)


_IS_CLOSED: Final = Message(
    "rights.why_not.closed",
    "The request is closed; it has to be taken up again before anything else is done with it.",
)
_NOT_HERE: Final = Message(
    "rights.why_not.other", "This step does not belong where the request stands."
)
_GIVING: Final = frozenset({Move.ANSWERED, Move.ANSWERED_IN_PART, Move.ERASURE_GRANTED})
_BARS: Final[Mapping[RequestStatus, tuple[frozenset[Move], Message]]] = MappingProxyType(
    {
        RequestStatus.AWAITING_IDENTITY: (
            _GIVING,
            Message(
                "rights.why_not.stranger",
                "Nothing is handed to, or erased for, somebody who may be a stranger.",
            ),
        ),
        RequestStatus.FORWARDED: (
            frozenset({Move.REFUSED, Move.ERASURE_GRANTED, Move.CLOSED_UNPROVED}),
            Message(
                "rights.why_not.not_ours",
                "Whoever acts for another controller passes the request on, "
                "and does not decide on it.",
            ),
        ),
    }
)
"""What is barred where, whatever else is."""
_ONCE: Final[Mapping[Move, Message]] = MappingProxyType(
    {
        Move.RECEIVED: Message(
            "rights.why_not.received", "A request is received once; another one has its own life."
        ),
        Move.REOPENED: Message(
            "rights.why_not.open", "Only what is closed is taken up again; this request is open."
        ),
        Move.CLOSED_UNPROVED: Message(
            "rights.why_not.not_asked",
            "Only a person who was asked who they are, and did not show it, is turned away for "
            "want of proof.",
        ),
        Move.INSTRUCTED: Message(
            "rights.why_not.not_passed_on",
            "Only a request that was passed on to the controller we act for is instructed.",
        ),
        Move.ASSISTED: Message(
            "rights.why_not.no_assistance",
            "Only with a request that was passed on to the controller we act for do we assist.",
        ),
    }
)


def why_not(status: RequestStatus, move: Move) -> Message | None:
    """
    Say why a move is not allowed from a status; None where it is.

    >>> why_not(RequestStatus.FORWARDED, Move.REFUSED).text
    'Whoever acts for another controller passes the request on, and does not decide on it.'
    >>> why_not(RequestStatus.FORWARDED, Move.ASSISTED) is None
    True
    """
    if (status, move) in MOVES:
        return None
    if status in _BARS and move in _BARS[status][0]:
        return _BARS[status][1]
    if status.is_closed and move not in _ONCE:
        return _IS_CLOSED
    return _ONCE.get(move, _NOT_HERE)


def landing(status: RequestStatus, move: Move) -> RequestStatus:
    """
    Tell where a request stands after a move that happened, allowed or not.

    >>> landing(RequestStatus.AWAITING_IDENTITY, Move.ANSWERED).value
    'answered'
    >>> landing(RequestStatus.ANSWERED, Move.FEE_PAID).value
    'answered'
    """
    return MOVES.get((status, move)) or CLOSES.get(move, status)


def in_course(events: Iterable[R]) -> list[R]:
    """
    Put the events of one request in the order in which they count.

    The receipt comes first; then they go by day, by hour where it was noted, and by when they were
    noted. What has no day comes last; what cannot be told apart stays as it was listed.
    """
    return sorted(
        events, key=lambda event: (not isinstance(event, RequestReceived), place_of(event))
    )


def place_of(event: RequestEvent) -> tuple[date, datetime, datetime]:
    """
    Give an event of a request its place among the others; the receipt is first whatever it says.
    """
    happened, on = event.happened, day(event)
    if isinstance(happened, datetime) and on is not None:
        return on, happened, event.recorded_at
    return on or date.max, event.recorded_at, event.recorded_at


def stands(events: Iterable[RequestEvent]) -> RequestStatus:
    """
    Tell where a request stands after its events, in the order in which they count.
    """
    return _after(in_course(events))


def may_be_open(events: Iterable[RequestEvent]) -> bool:
    """
    Say whether a request is open, or may be: in one of the orders its events may have had.

    Where the days and hours leave no doubt there is one order, that of :func:`in_course`.
    """
    listed = in_course(events)
    return any(not _after(order).is_closed for order in _orders(listed))


def _after(events: Iterable[RequestEvent]) -> RequestStatus:
    status = RequestStatus.RECEIVED
    for event in events:
        status = landing(status, move_of(event))
    return status


# Only what opens a request again makes the order matter, and only if nothing that closes surely
# comes later. It opens as late as it may, or right after what it opens, as late as that may be.
def _orders(listed: list[RequestEvent]) -> Iterator[list[RequestEvent]]:
    yield listed
    closing = [event for event in listed if move_of(event) in CLOSES]
    for opening in (event for event in listed if move_of(event) in OPENS):
        if any(surely_later(opening, closed) for closed in closing):
            continue
        yield _late(listed, opening)
        for closed in (event for event in closing if _opens(opening, event)):
            yield _right_after(closed, _late(listed, closed), opening)


def _opens(opening: RequestEvent, closed: RequestEvent) -> bool:
    return (CLOSES[move_of(closed)], move_of(opening)) in MOVES


def _late(listed: list[RequestEvent], one: RequestEvent) -> list[RequestEvent]:
    others = [other for other in listed if other is not one]
    before = [other for other in others if not surely_later(one, other)]
    return [*before, one, *(other for other in others if surely_later(one, other))]


def _right_after(
    first: RequestEvent, listed: list[RequestEvent], then: RequestEvent
) -> list[RequestEvent]:
    by_then = {id(event) for event in listed[: [id(each) for each in listed].index(id(first)) + 1]}
    before: list[RequestEvent] = []
    after: list[RequestEvent] = []
    for event in (each for each in listed if each is not then):
        early = id(event) in by_then and not surely_later(then, event)
        (before if early or surely_later(event, then) else after).append(event)
    return [*before, then, *after]
