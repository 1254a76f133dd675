"""
One life-cycle of a request, for whoever asks where it stands and whether it freezes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, permutations
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.law import Situation
from recruitprivacy.rights import replay
from recruitprivacy.timeline import (
    Acknowledged,
    Answered,
    AnyEvent,
    AnyRequestEvent,
    ClosedUnproved,
    ComplaintLodged,
    CourtSeized,
    Extended,
    Forwarded,
    IdentityAsked,
    IdentityProved,
    Refused,
    Reopened,
    RequestReceived,
    RequestStatus,
    RequestWithdrawn,
    in_course,
    landing,
    move_of,
    stands,
    surely_later,
)
from recruitprivacy.vocabulary import Right
from tests.timeline.making import at, folded, make

JAN: Final = date(2026, 1, 5)
RECEIPT: Final = make(RequestReceived, "q0", at(JAN, 8), request="q", rights=(Right.ACCESS,))
KINDS: Final[tuple[type[AnyRequestEvent], ...]] = (
    Acknowledged,
    IdentityAsked,
    IdentityProved,
    ClosedUnproved,
    Answered,
    Refused,
    RequestWithdrawn,
    Reopened,
    ComplaintLodged,
    CourtSeized,
    Extended,
)
SOME: Final = st.lists(st.sampled_from(KINDS), max_size=6)


def happening(
    kind: type[AnyRequestEvent], place: int, when: datetime | date | None
) -> AnyRequestEvent:
    """
    Let something happen to the request.
    """
    return make(kind, f"q{place + 1}", when, request="q")


def rights_says_open(events: Sequence[AnyEvent]) -> bool:
    """
    Ask the rights whether the request is open.
    """
    return not replay(events, situation=Situation()).request.status.is_closed


def freezes(events: Sequence[AnyEvent]) -> bool:
    """
    Ask the facts whether the request freezes.
    """
    return bool(folded(*events).freezes)


def test_proof_after_a_closing_for_want_of_proof_freezes_again() -> None:
    """
    Identity asked, closed unproved, identity proved: it goes on, and nothing is erased meanwhile.
    """
    days = [at(JAN + timedelta(days=each)) for each in (1, 2, 3)]
    kinds = (IdentityAsked, ClosedUnproved, IdentityProved)
    events = [RECEIPT, *map(happening, kinds, range(3), days)]
    (freeze,) = folded(*events).freezes
    assert freeze.proved
    assert replay(events, situation=Situation()).request.status is RequestStatus.IN_PROGRESS


def test_proof_after_an_answer_freezes_nothing() -> None:
    """
    Proof opens only what was closed for want of it.
    """
    days = [at(JAN + timedelta(days=each)) for each in (1, 2)]
    events = [RECEIPT, *map(happening, (Answered, IdentityProved), range(2), days)]
    assert not freezes(events)


@given(kinds=SOME, order=st.permutations(range(7)))
def test_rights_and_facts_agree(kinds: list[type[AnyRequestEvent]], order: list[int]) -> None:
    """
    In every order of events whose times leave no doubt, both say the same of open and closed.
    """
    events = [
        happening(kind, place, at(JAN) + timedelta(days=hour // 2, hours=hour))
        for place, (kind, hour) in enumerate(zip(kinds, order, strict=False))
    ]
    told = [*events, RECEIPT]
    assert freezes(told) is rights_says_open(told)


@given(
    kinds=SOME,
    days=st.lists(st.sampled_from([JAN, JAN + timedelta(days=1), None]), min_size=6, max_size=6),
    hours=st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_what_is_open_is_never_taken_for_closed(
    kinds: list[type[AnyRequestEvent]], days: list[date | None], hours: list[bool]
) -> None:
    """
    Where the order is in doubt, what the rights hold open freezes, whatever else might be.
    """
    events: list[AnyRequestEvent] = [RECEIPT]
    for place, (kind, day, timed) in enumerate(zip(kinds, days, hours, strict=False)):
        when = at(day, 9 + place) if day and timed else day
        events.append(happening(kind, place, when))
    assert freezes(events) or not rights_says_open(events)


def ways(events: Sequence[AnyRequestEvent]) -> Iterator[tuple[AnyRequestEvent, ...]]:
    """
    List every order that days and hours allow.
    """
    for order in permutations(events):
        if not any(surely_later(later, first) for first, later in combinations(order, 2)):
            yield order


@given(
    kinds=st.lists(st.sampled_from(KINDS), max_size=5),
    whens=st.lists(
        st.sampled_from([None, JAN, at(JAN, 9), at(JAN, 10), at(JAN, 11), JAN + timedelta(days=1)]),
        min_size=5,
        max_size=5,
    ),
)
def test_open_in_one_of_the_orders(
    kinds: list[type[AnyRequestEvent]], whens: list[date | None]
) -> None:
    """
    A request freezes exactly if the rights hold it open in an order that days and hours allow.
    """
    pairs = enumerate(zip(kinds, whens, strict=False))
    events = [happening(kind, place, when) for place, (kind, when) in pairs]
    ends = []
    for order in ways(events):
        status = RequestStatus.RECEIVED
        for event in order:
            status = landing(status, move_of(event))
        ends.append(status)
    assert freezes([RECEIPT, *events]) is not all(status.is_closed for status in ends)


@pytest.mark.parametrize(
    ("closed", "again", "frozen"),
    [(JAN, JAN, True), (at(JAN, 10), at(JAN, 11), True), (at(JAN, 11), at(JAN, 10), False)],
)
def test_proof_may_have_come_after_the_closing(*, closed: date, again: date, frozen: bool) -> None:
    """
    Closed and proved on one day: perhaps in that order, so it freezes; unless the hours tell.
    """
    events = [
        RECEIPT,
        happening(IdentityAsked, 0, at(JAN, 9)),
        happening(IdentityProved, 1, again),
        happening(ClosedUnproved, 2, closed),
    ]
    assert freezes(events) is frozen


def test_the_hour_goes_before_when_it_was_noted() -> None:
    """
    What happened at ten counts before what happened at eleven, though it was noted later.
    """
    noted = datetime(2026, 2, 1, tzinfo=UTC)
    first = attrs.evolve(happening(Reopened, 0, at(JAN, 10)), recorded_at=noted)
    second = happening(Answered, 1, at(JAN, 11))
    assert [event.id for event in in_course([second, first, RECEIPT])] == ["q0", "q1", "q2"]
    assert stands([second, first, RECEIPT]) is RequestStatus.ANSWERED


def test_passing_on_closes_nothing() -> None:
    """
    A request that was passed on to the controller freezes until it is finished.
    """
    passed = make(Forwarded, "q1", at(JAN, 9), request="q", to="c-1")
    assert stands([RECEIPT, passed]) is RequestStatus.FORWARDED
    assert freezes([RECEIPT, passed])
