"""
What happened to a request, as the values that law counts with.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from recruitprivacy.law import Clarification, Doubt, Fee, Proof, Situation, load
from recruitprivacy.rights import (
    Answered,
    AnyRequestEvent,
    ClarificationAsked,
    Clarified,
    FeeAsked,
    FeePaid,
    IdentityAsked,
    IdentityProved,
    Refused,
    RequestReceived,
    RightsRequest,
    due,
    replay,
)
from recruitprivacy.rights._exchange import exchange_of
from recruitprivacy.vocabulary import RefusalGround, Right
from tests.rights.making import HERE, NL, RECEIVED, noon, receipt, step

BRITISH: Final = load("GB")
THERE: Final = Situation(establishment="GB-ENG")
ON: Final = date(2026, 5, 29)


def day(text: str) -> date:
    """
    Read a date.
    """
    return date.fromisoformat(text)


def asked(*events: AnyRequestEvent, right: Right = Right.ACCESS) -> RightsRequest:
    """
    Replay a request that reached a British controller.
    """
    first: RequestReceived = receipt(right)
    return replay([first, *events], situation=THERE, law=BRITISH).request


def codes(request: RightsRequest) -> list[str]:
    """
    List what is found of the days of a request.
    """
    return [finding.code for finding in due(request, BRITISH, on=ON).findings]


def test_what_happened_becomes_values() -> None:
    """
    Asking and hearing become doubts, proofs, clarifications and fees, with their days.
    """
    events = (
        step(IdentityAsked, day("2026-03-06"), doubt="address_changed"),
        step(IdentityProved, day("2026-03-09")),
        step(ClarificationAsked, day("2026-03-10")),
        step(Clarified, day("2026-03-12")),
        step(FeeAsked, day("2026-03-13")),
    )
    found = exchange_of(noon(RECEIVED), (Right.ACCESS,), HERE, events, NL)
    assert found.values == (
        Doubt(asked_on=day("2026-03-06"), reason="address_changed"),
        Proof(given_on=day("2026-03-09")),
        Clarification(asked_on=day("2026-03-10"), given_on=day("2026-03-12")),
        Fee(asked_on=day("2026-03-13")),
    )


def test_what_cannot_have_been_so_is_left_out() -> None:
    """
    What nobody dated, or dated before receipt or before it was asked for, moves nothing.
    """
    events = (
        step(IdentityAsked, day("2026-03-01"), doubt="address_changed"),
        step(IdentityProved, day("2026-03-06")),
        step(ClarificationAsked, None),
        step(Clarified, day("2026-03-12")),
        step(FeeAsked, day("2026-03-13")),
        step(FeePaid, None),
    )
    found = exchange_of(noon(RECEIVED), (Right.ACCESS,), HERE, events, NL)
    assert found.values == (Fee(asked_on=day("2026-03-13")),)


def test_a_proof_before_any_doubt_is_none() -> None:
    """
    What came before it was asked for ended no wait.
    """
    events = (
        step(IdentityProved, day("2026-03-06")),
        step(IdentityAsked, day("2026-03-09")),
        step(ClarificationAsked, day("2026-03-10")),
        step(Clarified, day("2026-03-09"), hour=1),
    )
    found = exchange_of(noon(RECEIVED), (), HERE, events, NL)
    assert found.values == (
        Doubt(asked_on=day("2026-03-09")),
        Clarification(asked_on=day("2026-03-10")),
    )


def test_clarifying_stops_the_clock_for_access_alone() -> None:
    """
    In the United Kingdom the days of clarifying are left out for access, not for erasure.
    """
    events = (step(ClarificationAsked, day("2026-03-09")), step(Clarified, day("2026-03-18")))
    days = [
        due(asked(*events, right=right), BRITISH, on=ON).last_day
        for right in (Right.ACCESS, Right.ERASURE)
    ]
    assert days == [day("2026-04-15"), day("2026-04-07")]


def test_nothing_is_overdue_while_a_statute_waits() -> None:
    """
    Where the month has not begun for want of a fee, nothing is past and nothing late.
    """
    request = asked(step(FeeAsked, day("2026-03-06")))
    found = due(request, BRITISH, on=ON)
    assert (found.is_past, codes(request)) == (False, [])


def test_overdue_once_it_came() -> None:
    """
    A month after the fee was paid the answer is overdue.
    """
    request = asked(step(FeeAsked, day("2026-03-06")), step(FeePaid, day("2026-03-16")))
    found = due(request, BRITISH, on=ON)
    assert (found.last_day, found.is_past, codes(request)) == (
        day("2026-04-16"),
        True,
        ["request.overdue"],
    )


def test_answered_within_the_moved_month() -> None:
    """
    An answer is late by the moved day, not by the unmoved one.
    """
    came = (step(FeeAsked, day("2026-03-06")), step(FeePaid, day("2026-03-16")))
    found = [codes(asked(*came, step(Answered, day(on)))) for on in ("2026-04-16", "2026-04-17")]
    assert found == [[], ["request.answered_late"]]


def test_refused_within_the_time_of_an_answer() -> None:
    """
    Since February 2026 a British refusal has the time of any answer.
    """
    came = (step(FeeAsked, day("2026-03-06")), step(FeePaid, day("2026-03-16")))
    ground = RefusalGround.MANIFESTLY_UNFOUNDED
    found = [
        codes(asked(*came, step(Refused, day(on), ground=ground)))
        for on in ("2026-04-16", "2026-04-17")
    ]
    assert found == [[], ["request.refused_late"]]
