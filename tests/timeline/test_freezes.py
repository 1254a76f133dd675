"""
Open requests, during which nothing is erased by schedule.
"""

from __future__ import annotations

from datetime import date

import pytest

from recruitprivacy.timeline import (
    Absence,
    Answered,
    AnyEvent,
    ClosedUnproved,
    IdentityAsked,
    IdentityProved,
    LiftAnnounced,
    Refused,
    Reopened,
    RequestReceived,
    RequestWithdrawn,
)
from recruitprivacy.vocabulary import Right
from tests.timeline.making import at, folded, known, make, paths

JAN, FEB, MAR = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)


def asked(*rights: Right, day: date | None = JAN, name: str = "q1", request: str = "q") -> AnyEvent:
    """
    Receive a request, for access unless told otherwise.
    """
    return make(RequestReceived, name, day, request=request, rights=rights or (Right.ACCESS,))


def on(kind: type[AnyEvent], day: object, name: str = "q2", request: str = "q") -> AnyEvent:
    """
    Let something happen to a request.
    """
    return make(kind, name, day, request=request)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rights", "frozen"),
    [
        ((Right.ACCESS,), True),
        ((Right.PORTABILITY, Right.ERASURE), True),
        ((Right.ERASURE,), False),
        ((Right.RECTIFICATION,), False),
    ],
)
def test_access_and_portability_freeze(*, rights: tuple[Right, ...], frozen: bool) -> None:
    """
    A request for a copy freezes, one for erasure does not.
    """
    assert bool(folded(asked(*rights)).freezes) is frozen


@pytest.mark.parametrize("end", [Answered, Refused, RequestWithdrawn, ClosedUnproved])
@pytest.mark.parametrize("day", [FEB, JAN, None])
def test_a_closed_request_freezes_no_more(end: type[AnyEvent], day: date | None) -> None:
    """
    An answer follows its request, also on the same day or on one nobody knows.
    """
    assert folded(asked(), on(end, day)).freezes == ()


@pytest.mark.parametrize(
    ("closed", "reopened", "frozen"),
    [(FEB, MAR, True), (MAR, FEB, False), (FEB, FEB, True), (at(FEB, 10), at(FEB, 9), False)],
)
def test_reopened_beats_closed_unless_closed_surely_later(
    *, closed: object, reopened: object, frozen: bool
) -> None:
    """
    A request that may have been taken up again is open.
    """
    events = (asked(), on(ClosedUnproved, closed), on(Reopened, reopened, "q3"))
    assert bool(folded(*events).freezes) is frozen


@pytest.mark.parametrize(
    ("events", "proved"),
    [
        ((), True),
        ((on(IdentityAsked, FEB),), False),
        ((on(IdentityAsked, FEB), on(IdentityProved, FEB, "q3")), True),
        ((on(IdentityAsked, FEB), on(IdentityProved, JAN, "q3")), False),
    ],
)
def test_a_doubted_stranger_is_marked(*, events: tuple[AnyEvent, ...], proved: bool) -> None:
    """
    Who was asked to show who they are is unproved until they do.
    """
    assert [freeze.proved for freeze in folded(asked(), *events).freezes] == [proved]


def test_a_request_nobody_received_freezes_all_the_same() -> None:
    """
    What it asks for is unknown, so it might be access; a finding says so.
    """
    facts = folded(on(IdentityAsked, FEB))
    assert [(freeze.rights, freeze.since) for freeze in facts.freezes] == [((), Absence.UNKNOWN)]
    assert paths(facts, "timeline.dangling") == ["q2"]


def erasure(day: date, *more: AnyEvent) -> tuple[AnyEvent, ...]:
    """
    Ask for erasure and be told that it ends the freeze.
    """
    told = on(LiftAnnounced, MAR, "e2", "e")
    return (asked(Right.ERASURE, day=day, name="e1", request="e"), told, *more)


@pytest.mark.parametrize(
    ("events", "frozen"),
    [
        (erasure(FEB), False),
        (erasure(JAN), False),
        (erasure(FEB)[:1], True),
        (erasure(date(2026, 1, 4)), True),
        (erasure(FEB, on(IdentityAsked, FEB, "e3", "e")), True),
        (erasure(FEB, on(RequestWithdrawn, MAR, "e3", "e")), True),
    ],
)
def test_a_proved_request_for_erasure_ends_the_persons_own_freeze(
    *, events: tuple[AnyEvent, ...], frozen: bool
) -> None:
    """
    It must be later, proved, still wanted, and the person told.
    """
    assert bool(folded(asked(), *events).freezes) is frozen


def test_a_freeze_says_since_when_and_for_what() -> None:
    """
    The rights stand in the order of the law, the day is that of receipt.
    """
    (freeze,) = folded(asked(Right.PORTABILITY, Right.ACCESS)).freezes
    assert (freeze.rights, freeze.since) == ((Right.ACCESS, Right.PORTABILITY), known(JAN))
