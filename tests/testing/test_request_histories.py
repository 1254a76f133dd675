"""
The life of a request, as hosts draw it for their own tests: allowed, and as careless as it comes.
"""

from __future__ import annotations

from functools import partial

from hypothesis import Phase, find, given, settings

from recruitprivacy.errors import FaultsError
from recruitprivacy.law import Situation
from recruitprivacy.rights import AnyRequestEvent, Refused, RequestReceived, RequestStatus, replay
from recruitprivacy.testing import strategies as st

HERE = Situation(establishment="NL")
ONCE = settings(max_examples=500, phases=[Phase.generate])
"""Until the first that is found; it need not be the shortest."""


def ends(status: RequestStatus, history: tuple[AnyRequestEvent, ...]) -> bool:
    """
    Say whether a request ends in a status.
    """
    return replay(history, situation=HERE).request.status is status


@given(st.request_histories())
def test_allowed_steps_are_read_back(history: tuple[AnyRequestEvent, ...]) -> None:
    """
    What was allowed step by step is read back whole, in its order, however it is shuffled.
    """
    read = replay(reversed(history), situation=HERE).request
    assert {event.id for event in history} == {event.id for event in read.history}
    assert isinstance(read.history[0], RequestReceived)
    refusals = [event for event in history if isinstance(event, Refused)]
    assert all(event.ground is not None for event in refusals)


@given(st.request_histories(hostile=True))
def test_whatever_is_told_is_read_or_refused_by_name(history: tuple[AnyRequestEvent, ...]) -> None:
    """
    Careless telling is read back or refused with what is wrong, and never falls over.
    """
    ours = {event.id for event in history if event.request == "request"}
    whole = any(
        isinstance(event, RequestReceived) for event in history if event.request == "request"
    )
    try:
        read = replay(history, request="request", situation=HERE).request
    except FaultsError as error:
        faults = error.faults
    else:
        faults = ()
        assert {event.id for event in read.history} == ours
    assert whole or faults


def test_both_reach_what_they_are_for() -> None:
    """
    An allowed life ends in an answer and in a refusal; a careless one lacks its receipt.
    """
    for status in (RequestStatus.REFUSED, RequestStatus.ANSWERED):
        assert find(st.request_histories(), partial(ends, status), settings=ONCE)
    assert find(
        st.request_histories(hostile=True),
        lambda drawn: not any(isinstance(event, RequestReceived) for event in drawn),
        settings=ONCE,
    )
