"""
The table of moves, walked exhaustively.
"""

from __future__ import annotations

from datetime import date
from typing import Final, get_args

import pytest

from recruitprivacy.errors import MoveNotAllowedError
from recruitprivacy.rights import (
    MOVES,
    Answered,
    Move,
    RequestReceived,
    RequestStatus,
    allowed,
    move_of,
)
from recruitprivacy.timeline import AnyRequestEvent
from tests.rights.making import asked, step

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
    assert MOVES[status, Move.REOPENED] is RequestStatus.IN_PROGRESS


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
