"""
Opening a request, taking it further, and reading it back.
"""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import (
    EventMisplacedError,
    ExtensionNotAllowedError,
    FaultsError,
    MoveNotAllowedError,
    NaiveDatetimeError,
    RefusalNeedsGroundError,
    UnknownTermError,
)
from recruitprivacy.law import Situation
from recruitprivacy.periods import Period
from recruitprivacy.rights import (
    SCHEMA,
    Acknowledged,
    Answered,
    ClarificationAsked,
    Clarified,
    ClosedUnproved,
    ComplaintLodged,
    CourtSeized,
    Extended,
    ExtensionReason,
    FeeAsked,
    FeePaid,
    Forwarded,
    IdentityAsked,
    IdentityProved,
    Refused,
    Reopened,
    RequestStatus,
    RequestWithdrawn,
    RightsRequest,
    open_request,
    opens,
    receive,
    replay,
)
from recruitprivacy.timeline import AnyRequestEvent
from recruitprivacy.vocabulary import RefusalGround, Right
from tests.rights.making import HERE, NL, RECEIVED, WHOLE, asked, noon, receipt, step

LATER: Final = date(2026, 3, 10)


def test_opens_with_its_receipt() -> None:
    """
    A request begins with its receipt, and keeps who asks out of its repr.
    """
    request = asked(Right.ACCESS, Right.ERASURE)
    assert (request.schema, request.status) == (SCHEMA, RequestStatus.RECEIVED)
    assert request.rights == (Right.ACCESS, Right.ERASURE)
    assert [event.kind for event in request.history] == ["request.received"]
    assert "p-1" not in repr(request)


def test_needs_an_offset() -> None:
    """
    A time without an offset names no instant.
    """
    with pytest.raises(NaiveDatetimeError):
        open_request(
            request="r",
            person="p",
            received_at=noon(RECEIVED).replace(tzinfo=None),
            situation=HERE,
        )


def test_a_right_by_its_key() -> None:
    """
    A right may be named by its key; one that is none is refused, with the nearest.
    """
    given: dict[str, Any] = {"request": "r", "person": "p", "situation": HERE}
    request = open_request("access", received_at=noon(RECEIVED), **given)
    assert request.rights == (Right.ACCESS,)
    with pytest.raises(UnknownTermError, match="did you mean 'access'") as caught:
        open_request("acces", received_at=noon(RECEIVED), **given)
    assert (caught.value.key, caught.value.nearest) == ("acces", "access")


def test_delete_me_opens_four_rights() -> None:
    """
    "Delete me" is read in the widest way; an unknown wording is an error that names the nearest.
    """
    assert opens("forget_me") == (
        Right.WITHDRAW_CONSENT,
        Right.OBJECT,
        Right.OBJECT_MARKETING,
        Right.ERASURE,
    )
    with pytest.raises(UnknownTermError):
        opens("forget_mee")


def test_a_whole_life() -> None:
    """
    Doubted, proved, clarified, fee asked and paid, answered: each step leads where the table says.
    """
    steps = (
        (step(Acknowledged, LATER), RequestStatus.IN_PROGRESS),
        (
            step(IdentityAsked, LATER, hour=1, doubt="address_changed"),
            RequestStatus.AWAITING_IDENTITY,
        ),
        (step(IdentityProved, LATER, hour=2), RequestStatus.IN_PROGRESS),
        (step(ClarificationAsked, LATER, hour=3), RequestStatus.AWAITING_CLARIFICATION),
        (step(Clarified, LATER, hour=4), RequestStatus.IN_PROGRESS),
        (step(FeeAsked, LATER, hour=5), RequestStatus.IN_PROGRESS),
        (step(FeePaid, LATER, hour=6), RequestStatus.IN_PROGRESS),
        (step(Answered, LATER, hour=7, in_full=False, told=WHOLE), RequestStatus.PARTLY_ANSWERED),
        (step(ComplaintLodged, LATER, hour=8), RequestStatus.COMPLAINT),
        (step(CourtSeized, LATER, hour=9), RequestStatus.COURT),
        (step(Reopened, LATER, hour=10), RequestStatus.IN_PROGRESS),
    )
    request = asked()
    for event, status in steps:
        request = request.apply(event)
        assert request.status is status
    assert len(request.history) == len(steps) + 1


def test_a_change_is_a_new_value() -> None:
    """
    Applying an event leaves the request it was applied to as it was.
    """
    before = asked()
    after = before.apply(step(RequestWithdrawn, LATER))
    assert (before.status, after.status) == (RequestStatus.RECEIVED, RequestStatus.WITHDRAWN)
    assert pickle.loads(pickle.dumps(after)) == after  # noqa: S301 - our own bytes
    assert len({before, after, asked()}) == 2


@pytest.mark.parametrize("ground", [None, RefusalGround.EXCESSIVE])
def test_a_refusal_needs_a_ground(ground: RefusalGround | None) -> None:
    """
    Without a ground nothing is refused; the error lists the grounds.
    """
    event = step(Refused, LATER, ground=ground, told=WHOLE)
    if ground is None:
        with pytest.raises(RefusalNeedsGroundError, match="manifestly_unfounded"):
            asked().apply(event)
    else:
        assert asked().apply(event).status is RequestStatus.REFUSED


def test_a_stranger_is_closed_by_letter_and_may_come_back() -> None:
    """
    An unproved request is closed only after asking, and reopens on proof.
    """
    closed = step(ClosedUnproved, LATER, hour=1)
    with pytest.raises(MoveNotAllowedError):
        asked().apply(closed)
    waiting = asked().apply(step(IdentityAsked, LATER, doubt="name_differs"))
    shut = waiting.apply(closed)
    assert shut.status is RequestStatus.CLOSED_UNPROVED
    again = shut.apply(step(IdentityProved, date(2026, 6, 1)))
    assert again.status is RequestStatus.IN_PROGRESS


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (step(Acknowledged, LATER, request="r-2"), "another request"),
        (step(Acknowledged, LATER, person="p-2"), "another person"),
        (step(Acknowledged, None), "no day"),
        (step(Acknowledged, LATER, id="r-1/received"), "used already"),
        (step(Acknowledged, date(2026, 3, 4)), "before the last"),
    ],
)
def test_misplaced_events(event: AnyRequestEvent, why: str) -> None:
    """
    An event of another request or person, without a day, with a used id or out of order is refused.
    """
    with pytest.raises(EventMisplacedError, match=why):
        asked().apply(event)


EXTENSION: Final[dict[str, Any]] = {"reason": ExtensionReason.COMPLEXITY, "told": True}


@pytest.mark.parametrize(
    ("day", "more", "why"),
    [
        (date(2026, 4, 7), EXTENSION, None),
        (date(2026, 4, 8), EXTENSION, "late"),
        (LATER, {"told": True}, "no_reason"),
        (LATER, {"reason": ExtensionReason.COMPLEXITY}, "untold"),
        (LATER, {**EXTENSION, "by": Period(months=2)}, None),
        (LATER, {**EXTENSION, "by": Period(months=6)}, "too_long"),
    ],
)
def test_extending(day: date, more: dict[str, Any], why: str | None) -> None:
    """
    The time is extended until the last day of the first period, told and with a reason.
    """
    event = step(Extended, day, **more)
    if why is None:
        assert asked().apply(event, law=NL).status is RequestStatus.RECEIVED
        return
    with pytest.raises(ExtensionNotAllowedError) as caught:
        asked().apply(event, law=NL)
    assert caught.value.why == why


def test_extended_once_and_under_a_law() -> None:
    """
    The time is extended once, and not without the law that says until when.
    """
    first = step(Extended, LATER, **EXTENSION)
    with pytest.raises(ExtensionNotAllowedError, match="no_law"):
        asked().apply(first)
    longer = asked().apply(first, law=NL)
    with pytest.raises(ExtensionNotAllowedError, match="twice"):
        longer.apply(step(Extended, LATER, hour=1, by=Period(months=1), **EXTENSION), law=NL)


def test_replay_accepts_what_happened() -> None:
    """
    What should not have been done counts, and is a finding each.
    """
    events: list[AnyRequestEvent] = [
        receipt(),
        step(IdentityAsked, LATER),
        step(Answered, date(2026, 3, 20)),
        step(Refused, date(2026, 3, 21)),
        step(FeePaid, None),
    ]
    told = replay(reversed(events), situation=HERE)
    assert told.request.status is RequestStatus.REFUSED
    assert [(finding.code, finding.path) for finding in told.breaches] == [
        ("request.identity_without_doubt", events[1].id),
        ("request.move_not_allowed", events[2].id),
        ("request.move_not_allowed", events[3].id),
        ("request.refused_without_ground", events[3].id),
        ("request.not_all_told", events[3].id),
        ("request.move_not_allowed", events[4].id),
        ("request.day_unknown", events[4].id),
    ]


def test_replay_without_fault_finds_nothing() -> None:
    """
    A request handled as it should be has no breach.
    """
    told = replay(
        [
            receipt(),
            step(IdentityAsked, LATER, doubt="name_differs"),
            step(IdentityProved, LATER, hour=1),
            step(Answered, date(2026, 3, 20)),
        ],
        situation=HERE,
    )
    assert (told.breaches, told.request.status) == ((), RequestStatus.ANSWERED)


def test_an_unknown_right_is_for_a_human() -> None:
    """
    A request that opens no known right is kept, and somebody must read it.
    """
    unread = attrs.evolve(receipt(), rights=())
    told = replay([unread], situation=HERE)
    assert [finding.code for finding in told.breaches] == ["request.right_unknown"]


def test_a_receipt_without_a_day() -> None:
    """
    Where nobody noted when a request came, the day of its entry counts, with a finding.
    """
    told = replay([receipt(day=None)], situation=HERE)
    assert told.request.received_at == noon(RECEIVED)
    assert [finding.code for finding in told.breaches] == ["request.day_unknown"]


@pytest.mark.parametrize(
    ("events", "request_id", "problem"),
    [
        ([step(Answered, LATER)], None, "receipt is missing"),
        ([receipt(), step(Answered, LATER, request="r-2")], None, "2 requests are told of"),
        ([receipt()], "r-9", "no event of this request"),
        ([], None, "0 requests are told of"),
    ],
)
def test_replay_needs_one_request(
    events: list[AnyRequestEvent], request_id: str | None, problem: str
) -> None:
    """
    Without a receipt, or with several requests and none named, there is nothing to read back.
    """
    with pytest.raises(FaultsError, match=problem):
        replay(events, request=request_id, situation=HERE)


def test_replay_of_one_of_several() -> None:
    """
    A request that is named is read back from among others.
    """
    events: list[AnyRequestEvent] = [
        receipt(),
        step(Answered, LATER, request="r-2"),
        step(Acknowledged, LATER),
    ]
    told = replay(events, request="r-1", situation=HERE)
    assert told.request.status is RequestStatus.IN_PROGRESS


def test_the_same_event_twice_is_once() -> None:
    """
    An event that was delivered twice counts once.
    """
    told = replay([receipt(), receipt()], situation=HERE)
    assert (told.breaches, len(told.request.history)) == ((), 1)


def test_what_was_known_on_a_day() -> None:
    """
    An earlier day sees only what had happened by then.
    """
    request = asked().apply(step(Acknowledged, LATER))
    assert len(request.known_on(date(2026, 3, 9))) == 1
    assert len(request.known_on(LATER)) == 2


STEPS: Final = (
    step(Acknowledged, LATER),
    step(IdentityAsked, LATER, doubt="name_differs"),
    step(IdentityProved, LATER),
    step(ClarificationAsked, LATER),
    step(Clarified, LATER),
    step(FeeAsked, LATER),
    step(FeePaid, LATER),
    step(Forwarded, LATER, to="c-1"),
    step(Answered, LATER),
    step(Answered, LATER, in_full=False, told=WHOLE),
    step(Refused, LATER, ground=RefusalGround.EXCESSIVE, told=WHOLE),
    step(RequestWithdrawn, LATER),
    step(ClosedUnproved, LATER),
    step(Reopened, LATER),
    step(ComplaintLodged, LATER),
    step(CourtSeized, LATER),
)


def _live(events: list[AnyRequestEvent]) -> RightsRequest:
    request = receive(receipt(), situation=Situation(establishment="SE"))
    for place, event in enumerate(events):
        numbered = attrs.evolve(event, id=f"e-{place}")
        try:
            request = request.apply(numbered)
        except MoveNotAllowedError:
            continue
    return request


@given(events=st.lists(st.sampled_from(STEPS), max_size=12))
def test_replay_of_a_live_history_equals_it(events: list[AnyRequestEvent]) -> None:
    """
    What was done through us is read back the same, with no move that was not allowed.
    """
    request = _live(events)
    told = replay(request.history, situation=request.situation)
    assert told.request == request
    assert "request.move_not_allowed" not in {finding.code for finding in told.breaches}


@given(events=st.lists(st.sampled_from(STEPS), max_size=12))
def test_every_history_ends_in_a_known_status(events: list[AnyRequestEvent]) -> None:
    """
    Whatever happened in whatever order, the request stands somewhere, and keeps all of it.
    """
    numbered = [attrs.evolve(event, id=f"e-{place}") for place, event in enumerate(events)]
    told = replay([receipt(), *numbered], situation=HERE)
    assert told.request.status in RequestStatus
    assert len(told.request.history) == len(events) + 1
