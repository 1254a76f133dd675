"""
The table of moves, walked exhaustively.
"""

from __future__ import annotations

from datetime import date
from typing import Final, get_args

import pytest

from recruitprivacy.errors import IdentityNeedsDoubtError, MoveNotAllowedError
from recruitprivacy.rights import (
    MOVES,
    Answered,
    IdentityAsked,
    IdentityProved,
    Move,
    Refused,
    Reopened,
    RequestReceived,
    RequestStatus,
    allowed,
    move_of,
)
from recruitprivacy.timeline import AnyRequestEvent, why_not
from recruitprivacy.vocabulary import RefusalGround
from tests.rights.making import WHOLE, asked, step

CLOSED: Final = [status for status in RequestStatus if status.is_closed]
OPEN: Final = [status for status in RequestStatus if not status.is_closed]


def _reached(start: RequestStatus) -> set[RequestStatus]:
    met, ahead = {start}, [start]
    while ahead:
        at = ahead.pop()
        for (status, _), to in MOVES.items():
            if status is at and to not in met:
                met.add(to)
                ahead.append(to)
    return met


def test_every_status_is_reached() -> None:
    """
    From the receipt every status can be reached.
    """
    assert _reached(RequestStatus.RECEIVED) == set(RequestStatus)


@pytest.mark.parametrize("status", OPEN)
def test_no_dead_end(status: RequestStatus) -> None:
    """
    From every open status the request can be closed.
    """
    assert not _reached(status).isdisjoint(CLOSED)


@pytest.mark.parametrize("status", CLOSED)
def test_what_is_closed_can_be_taken_up_again(status: RequestStatus) -> None:
    """
    Every closed request can be reopened, and taken to an authority and to court.
    """
    assert {Move.REOPENED, Move.COMPLAINT_LODGED, Move.COURT_SEIZED} <= set(allowed(status))
    assert not MOVES[status, Move.REOPENED].is_closed


@pytest.mark.parametrize("status", OPEN)
def test_a_complaint_closes_nothing(status: RequestStatus) -> None:
    """
    A complaint or a suit does not end the duty to answer.
    """
    assert MOVES[status, Move.COMPLAINT_LODGED] is status
    assert MOVES[status, Move.COURT_SEIZED] is status


def test_nothing_is_answered_while_identity_is_doubted() -> None:
    """
    Somebody who may be a stranger gets no answer, but may be refused.
    """
    moves = set(allowed(RequestStatus.AWAITING_IDENTITY))
    assert moves.isdisjoint({Move.ANSWERED, Move.ANSWERED_IN_PART})
    assert Move.REFUSED in moves


def test_closed_unproved_only_after_asking() -> None:
    """
    Only a request whose identity was asked for is closed as unproved, and proof opens it again.
    """
    from_ = [status for status, move in MOVES if move is Move.CLOSED_UNPROVED]
    assert from_ == [RequestStatus.AWAITING_IDENTITY]
    again = MOVES[RequestStatus.CLOSED_UNPROVED, Move.IDENTITY_PROVED]
    assert again is RequestStatus.IN_PROGRESS


def test_proof_opens_what_was_closed_for_want_of_it_whatever_came_between() -> None:
    """
    A complaint or a suit about a request closed as unproved leaves it there, and proof opens it.
    """
    shut = RequestStatus.CLOSED_UNPROVED
    assert MOVES[shut, Move.COMPLAINT_LODGED] is MOVES[shut, Move.COURT_SEIZED] is shut
    assert MOVES[shut, Move.REOPENED] is RequestStatus.AWAITING_IDENTITY


def test_every_refused_move_says_why() -> None:
    """
    Of each status and move either the table tells where it leads, or a sentence why it does not.
    """
    both = [(status, move) for status in RequestStatus for move in Move]
    assert all(((each in MOVES) is (why_not(*each) is None)) for each in both)


@pytest.mark.parametrize(
    ("status", "move", "code"),
    [
        (RequestStatus.AWAITING_IDENTITY, Move.ANSWERED, "stranger"),
        (RequestStatus.AWAITING_IDENTITY, Move.ERASURE_GRANTED, "stranger"),
        (RequestStatus.FORWARDED, Move.REFUSED, "not_ours"),
        (RequestStatus.FORWARDED, Move.CLOSED_UNPROVED, "not_ours"),
        (RequestStatus.RECEIVED, Move.CLOSED_UNPROVED, "not_asked"),
        (RequestStatus.RECEIVED, Move.RECEIVED, "received"),
        (RequestStatus.RECEIVED, Move.REOPENED, "open"),
        (RequestStatus.IN_PROGRESS, Move.INSTRUCTED, "not_passed_on"),
        (RequestStatus.ANSWERED, Move.FEE_PAID, "closed"),
        (RequestStatus.FORWARDED, Move.IDENTITY_ASKED, "other"),
    ],
)
def test_why_a_move_is_refused(status: RequestStatus, move: Move, code: str) -> None:
    """
    The reason is that of the place: a stranger, somebody else's request, a closed one.
    """
    why = why_not(status, move)
    assert why is not None
    assert why.code == f"rights.why_not.{code}"


def test_the_error_says_from_where_what_instead_and_why() -> None:
    """
    A refused move names the status, the event, the moves that are open, and the reason.
    """
    request = asked().apply(step(IdentityAsked, date(2026, 3, 6), doubt="name_differs"))
    with pytest.raises(MoveNotAllowedError) as caught:
        request.apply(step(Answered, date(2026, 3, 7)))
    error = caught.value
    assert (error.status, error.event) == (RequestStatus.AWAITING_IDENTITY, Move.ANSWERED)
    assert error.allowed == request.next_moves
    assert error.why.rstrip(".") in str(error)
    assert "stranger" in error.why


def test_taking_it_up_again_does_not_show_who_asks() -> None:
    """
    Refused while doubted and taken up again, it is answered only once the person showed themself.
    """
    day = date(2026, 3, 10)
    request = asked().apply(step(IdentityAsked, day, doubt="name_differs"))
    ground = RefusalGround.NOT_IDENTIFIABLE
    request = request.apply(step(Refused, day, hour=1, ground=ground, told=WHOLE))
    request = request.apply(step(Reopened, day, hour=2))
    assert request.is_doubted
    assert Move.ANSWERED not in request.next_moves
    with pytest.raises(MoveNotAllowedError, match="has not shown it since"):
        request.apply(step(Answered, day, hour=3))
    proved = request.apply(step(IdentityProved, day, hour=4, by="known_address"))
    assert not proved.is_doubted
    answered = proved.apply(step(Answered, day, hour=5))
    assert answered.status is RequestStatus.ANSWERED


def test_nobody_is_asked_who_they_are_without_a_doubt() -> None:
    """
    Asking for proof of identity through us takes a reason; the error lists those there are.
    """
    with pytest.raises(IdentityNeedsDoubtError, match="address_changed") as caught:
        asked().apply(step(IdentityAsked, date(2026, 3, 6)))
    assert "name_differs" in caught.value.doubts


def test_a_processor_does_not_refuse() -> None:
    """
    What was passed on to the controller is not refused by us, and is not finished by it.
    """
    assert Move.REFUSED not in allowed(RequestStatus.FORWARDED)
    assert not RequestStatus.FORWARDED.is_closed


def test_every_kind_of_event_is_a_move() -> None:
    """
    Every type of request event has its move, and a partial answer one of its own.
    """
    kinds = {each.kind for each in get_args(AnyRequestEvent)}
    assert kinds | {"request.answered_in_part"} == {move.value for move in Move}
    partial = step(Answered, date(2026, 3, 20), in_full=False)
    assert move_of(partial) is Move.ANSWERED_IN_PART


def test_a_second_receipt_is_no_move() -> None:
    """
    A request is received once; the refusal says what is allowed instead.
    """
    again = step(RequestReceived, date(2026, 3, 6), rights=())
    with pytest.raises(MoveNotAllowedError, match=r"request.identity_asked") as caught:
        asked().apply(again)
    assert caught.value.status == RequestStatus.RECEIVED
    assert caught.value.event == Move.RECEIVED
    assert Move.ANSWERED in caught.value.allowed


def test_every_status_has_a_label() -> None:
    """
    Every status has a name people can read, under its own key.
    """
    codes = [status.label.code for status in RequestStatus]
    assert codes == [f"rights.status.{status.value}" for status in RequestStatus]
