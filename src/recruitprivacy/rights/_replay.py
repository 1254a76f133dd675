"""
Reading a request back from what happened, lawful or not.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.findings import Finding
from recruitprivacy.law import Law, Situation
from recruitprivacy.rights._breaches import breaches
from recruitprivacy.rights._local import REQUEST_EVENTS
from recruitprivacy.rights._request import RightsRequest, receive
from recruitprivacy.timeline import (
    AnyEvent,
    AnyRequestEvent,
    RequestReceived,
    in_course,
    landing,
    move_of,
)

__all__ = ["Replay", "replay"]


@attrs.frozen(kw_only=True)
class Replay:
    """
    A request read back from its events.

    Attributes:
        request: The request as it stands after all of them.
        breaches: What should not have happened, or not like that.
    """

    request: RightsRequest
    breaches: tuple[Finding, ...] = ()


def replay(
    events: Iterable[AnyEvent],
    *,
    request: str | None = None,
    situation: Situation,
    law: Law | None = None,
) -> Replay:
    """
    Read a request back from what happened.

    Everything is accepted: the events are sorted by day and then by when they were noted, those
    given twice count once, and what should not have been done becomes a finding.

    Args:
        events: Events in any order; other kinds, and other requests' if one is named, are left out.
        request: The id of the request, where the events tell of several.
        situation: The ties to countries.
        law: The law; without it nobody judges whether an answer or a refusal came in time.

    Raises:
        FaultsError: If the receipt is missing, or several requests are told of and none is named.
        UnknownFactorError: If a law is given, and the controller's establishment is unknown.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.rights import Refused, RequestStatus, open_request
    >>> from recruitprivacy.vocabulary import Right
    >>> here = Situation(establishment="NL")
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1", situation=here,
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC))
    >>> refused = Refused(id="e-2", request="r-1", person="p-1", recorded_at=asked.received_at,
    ...                   happened=datetime(2026, 3, 5, 9, tzinfo=UTC))
    >>> told = replay([refused, *asked.history], situation=here)
    >>> told.request.status.value, [finding.code for finding in told.breaches]
    ('refused', ['request.refused_without_ground', 'request.not_all_told'])

    Law:
        GDPR Art. 12(3): an answer within one month, or three where extended in time and told.
        GDPR Art. 12(4): a refusal within one month.
    """
    ours = [event for event in events if isinstance(event, REQUEST_EVENTS)]
    wanted = _wanted(ours, request)
    once = {event.id: event for event in ours if event.request == wanted}
    first, *later = in_course(once.values())
    if not isinstance(first, RequestReceived):
        raise FaultsError([Fault(path="events", problem="the request's receipt is missing")])
    told = receive(first, situation=situation)
    for event in later:
        told = told.taking(event, landing(told.status, move_of(event)))
    return Replay(request=told, breaches=breaches(told, law=law))


def _wanted(events: list[AnyRequestEvent], request: str | None) -> str:
    ids = sorted({event.request for event in events})
    if request is not None and request in ids:
        return request
    if request is None and len(ids) == 1:
        return ids[0]
    told = f"{len(ids)} requests are told of" if request is None else "no event of this request"
    raise FaultsError([Fault(path="events", problem=told, way_out="name one that is there")])
