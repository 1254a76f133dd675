"""
A request as personal data of its own: what an audit may show, and what is kept of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import (
    Answered,
    AnyEvent,
    Extended,
    FeeAsked,
    IdentityAsked,
    IdentityProved,
    Instructed,
    Move,
    PurposeEnded,
    RecordKind,
    RecordOpened,
    Refused,
    RequestEvent,
    RequestReceived,
    day_of,
    move_of,
)

__all__ = ["CATEGORY", "AuditLine", "audit_trail", "case_file"]

CATEGORY: Final = "request_record"
"""The category the record of a request is held under."""
TOLD: Final = (
    (RequestReceived, ("rights", "wording", "channel", "mandate")),
    (IdentityAsked, ("doubt", "checks")),
    (IdentityProved, ("by",)),
    (Extended, ("reason",)),
    (FeeAsked, ("ground",)),
    (Instructed, ("instruction",)),
    (Answered, ("told",)),
    (Refused, ("ground", "told")),
)
"""The fields that are codes; nothing else leaves a request."""


@attrs.frozen(kw_only=True)
class AuditLine:
    """
    One step of a request, in ids, codes and days.

    Attributes:
        request: The request's id.
        event: The event's id.
        move: What happened.
        on: The day, or None where nobody noted it.
        codes: What was noted with it, by field.
    """

    request: str
    event: str
    move: Move
    on: date | None
    codes: tuple[tuple[str, str], ...] = ()


def audit_trail(request: RightsRequest) -> tuple[AuditLine, ...]:
    """
    List what happened to a request in ids, codes and days: neither who asked nor what was said.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import Situation
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.vocabulary import Right
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1", channel="email",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> (line,) = audit_trail(asked)
    >>> line.move.value, line.codes
    ('request.received', (('rights', 'access'), ('channel', 'email')))

    Law:
        GDPR Art. 5(1)(c): no more than is needed to show it.
        GDPR Art. 5(2): the controller shows what it did.
    """
    return tuple(
        AuditLine(
            request=request.id,
            event=event.id,
            move=move_of(event),
            on=day_of(event.happened),
            codes=tuple(_codes(event)),
        )
        for event in request.history
    )


def case_file(
    request: RightsRequest, *, role: str, use: str, controller: str | None = None
) -> tuple[AnyEvent, ...]:
    """
    Tell of a request as a record of its own, so that it is kept and erased like others.

    The record has the request's id and holds :data:`CATEGORY`. Its use ends with what closed the
    request, and goes on if that was taken up again; a rule of the firm on that category, from
    ``purpose_ended``, says how long it is kept from then.

    Args:
        request: The request.
        role: The role in the declaration of whoever asked.
        use: The use that requests are handled under, by its name in the declaration.
        controller: Who keeps it, by name in the declaration, or None where it is to be resolved.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import Situation
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.timeline import RequestWithdrawn
    >>> from recruitprivacy.vocabulary import Right
    >>> at = datetime(2026, 3, 3, 9, tzinfo=UTC)
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1", received_at=at,
    ...                      situation=Situation(establishment="NL"))
    >>> asked = asked.apply(RequestWithdrawn(id="e-2", person="p-1", request="r-1", happened=at,
    ...                                      recorded_at=at))
    >>> [event.kind for event in case_file(asked, role="candidate", use="requests")]
    ['record.opened', 'purpose.ended']

    Law:
        GDPR Art. 5(1)(e): the request, too, is kept no longer than needed.
    """
    received, last = request.history[0], request.history[-1]
    opened = RecordOpened(
        id=f"{request.id}/file",
        person=request.person,
        happened=request.received_at,
        recorded_at=received.recorded_at,
        record=request.id,
        record_kind=RecordKind.DOCUMENT,
        role=role,
        controller=controller,
        categories=(CATEGORY,),
    )
    ended = PurposeEnded(
        id=f"{request.id}/closed",
        person=request.person,
        happened=last.happened,
        recorded_at=last.recorded_at,
        use=use,
        record=request.id,
    )
    return (opened, ended) if request.status.is_closed else (opened,)


def _codes(event: RequestEvent) -> Iterator[tuple[str, str]]:
    for kind, fields in TOLD:
        for field in fields if isinstance(event, kind) else ():
            value = getattr(event, field)
            for each in value if isinstance(value, tuple) else (value,):
                if each is not None:
                    yield field, str(each)
