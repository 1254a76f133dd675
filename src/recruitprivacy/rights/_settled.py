"""
Which duties were done, as far as events tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from recruitprivacy.rights._duty import Duty, DutyKind
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import (
    Acknowledged,
    Answered,
    AnswerPart,
    AnyRequestEvent,
    Assisted,
    Facts,
    Forwarded,
    IdentityProved,
    Known,
    LiftAnnounced,
    Moment,
    Refused,
    day_of,
)
from recruitprivacy.vocabulary import ObjectionGround

__all__ = ["settled_on"]

MARKETING: Final = ObjectionGround.DIRECT_MARKETING
ANSWERED: Final = (Answered, Refused)
BY_EVENT: Final[Mapping[DutyKind, tuple[type[AnyRequestEvent], ...]]] = MappingProxyType(
    {
        DutyKind.ACKNOWLEDGE: (Acknowledged,),
        DutyKind.FORWARD: (Forwarded,),
        DutyKind.ASSIST: (Assisted,),
        DutyKind.ANNOUNCE_LIFT: (LiftAnnounced,),
        DutyKind.CHECK_MANDATE: (IdentityProved,),
        # What was refused is owed no longer, until it is taken up again.
        DutyKind.ERASE: (Refused,),
        DutyKind.TELL_RECIPIENT: (Refused,),
        DutyKind.SET_APART: (Refused,),
        **dict.fromkeys(
            (
                DutyKind.DECIDE,
                DutyKind.SAY_WHY,
                DutyKind.ANSWER,
                DutyKind.GIVE_ACCESS,
                DutyKind.GIVE_PORTABLE_COPY,
                DutyKind.GIVE_DOCUMENT,
                DutyKind.SAY_NOTHING_IS_HELD,
                DutyKind.RECTIFY,
                DutyKind.LOOK_AGAIN,
                DutyKind.NAME_RECIPIENTS,
                DutyKind.ANNOUNCE_CONSEQUENCE,
            ),
            ANSWERED,
        ),
    }
)


def settled_on(duty: Duty, request: RightsRequest, facts: Facts) -> date | None:
    """
    Find the day on which a duty was done, or None where no event tells that it was.

    What was objected to, withdrawn or restricted stops by the record of it; an answer gives what it
    answers with.
    """
    if duty.kind in BY_EVENT:
        return _last(day_of(event.happened) for event in _said(duty, request))
    if duty.kind in BY_LEDGER:
        received = _received(request)
        moments = (moment for moment in BY_LEDGER[duty.kind](facts))
        days = [each.day for each in moments if isinstance(each, Known)]
        return _last(day for day in days if day >= received)
    return None


def _said(duty: Duty, request: RightsRequest) -> Iterator[AnyRequestEvent]:
    for event in request.history:
        if isinstance(event, BY_EVENT[duty.kind]) and _counts(event, duty, request):
            yield event


def _counts(event: AnyRequestEvent, duty: Duty, request: RightsRequest) -> bool:
    if not isinstance(event, Answered | Refused):
        return True
    # A request that was taken up again waits for another answer.
    whole = duty.kind is not DutyKind.SAY_WHY or set(AnswerPart) <= set(event.told)
    return whole and request.status.is_closed


def _received(request: RightsRequest) -> date:
    return day_of(request.received_at) or date.min


def _last(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _marketing(facts: Facts) -> Iterator[Moment]:
    yield from (each.made for each in facts.objections if MARKETING in each.grounds)


def _objected(facts: Facts) -> Iterator[Moment]:
    yield from (each.made for each in facts.objections if set(each.grounds) - {MARKETING})


def _withdrawn(facts: Facts) -> Iterator[Moment]:
    yield from facts.withdrawals.values()


def _restricted(facts: Facts) -> Iterator[Moment]:
    yield from (each.placed for each in facts.restrictions if each.stands)


BY_LEDGER: Final[Mapping[DutyKind, Callable[[Facts], Iterator[Moment]]]] = MappingProxyType(
    {
        DutyKind.STOP_MARKETING: _marketing,
        DutyKind.SUSPEND_USE: _objected,
        DutyKind.STOP_USE: _withdrawn,
        DutyKind.RESTRICT: _restricted,
    }
)
