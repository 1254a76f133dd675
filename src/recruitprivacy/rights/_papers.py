"""
What was collected to know who asks, and when it goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.law import Law
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import (
    AnyRequestEvent,
    IdentityAsked,
    IdentityProved,
    RequestStatus,
    day_of,
    landing,
    move_of,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["Collected", "collected", "leaves_something"]

KEEPING: Final = frozenset({"document_copy"})
"""What leaves something behind."""


@attrs.frozen(kw_only=True)
class Collected:
    """
    Something that was asked for to know who asks, or was handed over unasked, and has to go.

    Attributes:
        event: The id of the event by which it was asked for, or handed over.
        check: What.
        erase_on: The day on which it goes: once the person showed who they are, or the request
            was closed; None while it may still be needed.
        cites: The provisions.

    Law:
        GDPR Art. 5(1)(e): no longer than it is needed.
    """

    event: str
    check: str
    erase_on: date | None
    cites: tuple[Citation, ...] = ()


def collected(
    request: RightsRequest, law: Law, *, vocabulary: Vocabulary = BUILT_IN
) -> tuple[Collected, ...]:
    """
    List what was collected to know who asks, and when it goes; that it was shown is noted, no more.

    What somebody offers unasked goes on the day it came.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import Situation, load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.vocabulary import Right
    >>> at = datetime(2026, 3, 3, 9, tzinfo=UTC)
    >>> who = {"person": "p-1", "request": "r-1", "recorded_at": at, "happened": at}
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1", received_at=at,
    ...                      situation=Situation(establishment="NL"))
    >>> asked = asked.apply(IdentityAsked(id="e-2", doubt="name_differs",
    ...                                   checks=("document_copy",), **who))
    >>> collected(asked, load("NL"))[0].erase_on is None
    True
    >>> proved = asked.apply(IdentityProved(id="e-3", by="document_copy", **who))
    >>> collected(proved, load("NL"))[0].erase_on
    datetime.date(2026, 3, 3)

    Law:
        GDPR Art. 5(1)(e): no longer than it is needed.
    """
    cites = (Citation.parse("GDPR Art. 5(1)(e)", law.acts),)
    return tuple(
        Collected(event=event, check=check, erase_on=erase_on, cites=cites)
        for event, check, erase_on in _kept(request)
        if leaves_something(check, vocabulary)
    )


def _kept(request: RightsRequest) -> Iterator[tuple[str, str, date | None]]:
    asked: set[str] = set()
    for place, event in enumerate(request.history):
        if isinstance(event, IdentityAsked):
            asked.update(event.checks)
            yield from ((event.id, check, _done(request, place)) for check in event.checks)
        if isinstance(event, IdentityProved) and event.by and event.by not in asked:
            yield event.id, event.by, _noted_on(event)


def leaves_something(check: str, vocabulary: Vocabulary) -> bool:
    """
    Say whether something asked for to know who asks leaves a paper behind.
    """
    known = vocabulary.has(Kind.IDENTITY_CHECK, check)
    return known and vocabulary.is_kind(Kind.IDENTITY_CHECK, check, *KEEPING)


def _done(request: RightsRequest, place: int) -> date | None:
    later = request.history[place + 1 :]
    shown = [event for event in later if isinstance(event, IdentityProved)]
    return _noted_on(shown[0]) if shown else _closed_on(request)


def _closed_on(request: RightsRequest) -> date | None:
    # A complaint about a closed request neither closes it again nor gives papers more time.
    closed, status = None, RequestStatus.RECEIVED
    for event in request.history:
        before, status = status, landing(status, move_of(event))
        if not status.is_closed:
            closed = None
        elif not before.is_closed:
            closed = _noted_on(event)
    return closed


def _noted_on(event: AnyRequestEvent) -> date:
    return day_of(event.happened) or event.recorded_at.date()
