"""
A request under Chapter III of the GDPR, and what happened to it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import attrs

from recruitprivacy.errors import (
    EventMisplacedError,
    MoveNotAllowedError,
    RefusalNeedsGroundError,
)
from recruitprivacy.law import Law, Situation
from recruitprivacy.rights._extension import refuse_extension
from recruitprivacy.timeline import (
    MOVES,
    AnyRequestEvent,
    Extended,
    Refused,
    RequestReceived,
    RequestStatus,
    allowed,
    day_of,
    move_of,
    place_of,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, RefusalGround, Right, Vocabulary

__all__ = ["SCHEMA", "RightsRequest", "open_request", "opens", "receive"]

SCHEMA: Final = "recruitprivacy.request/1"


@attrs.frozen(kw_only=True)
class RightsRequest:
    """
    What a person asks of a controller under Chapter III of the GDPR.

    Attributes:
        id: The request's own id.
        person: The opaque id of the person it is about.
        rights: The rights it opens; none where nobody could tell, which a human looks at.
        received_at: When it reached the controller, by any of its channels; a day where the time
            was not noted.
        channel: How it came, or None.
        situation: The ties to countries; the controller's establishment sets the calendar.
        status: Where it stands.
        history: What happened to it, oldest first; its receipt comes first.
    """

    schema: str = SCHEMA
    id: str
    person: str = attrs.field(repr=False)
    rights: tuple[Right, ...]
    received_at: datetime | date
    channel: str | None = None
    situation: Situation = Situation()
    status: RequestStatus = RequestStatus.RECEIVED
    history: tuple[AnyRequestEvent, ...] = ()

    def apply(self, event: AnyRequestEvent, *, law: Law | None = None) -> RightsRequest:
        """
        Take the next step, and return the request as it stands after it.

        This guards what we are about to do. What happened already, whether it should have or
        not, goes to :func:`replay`.

        Args:
            event: The step.
            law: The law; needed to extend the time for an answer.

        Raises:
            EventMisplacedError: If the event is another request's or person's, has no day, or comes
                too late for the ones already there.
            MoveNotAllowedError: If the request cannot take this step from where it stands.
            RefusalNeedsGroundError: If it refuses without a ground.
            ExtensionNotAllowedError: If it extends too late or long, twice, untold or unreasoned.

        Law:
            GDPR Art. 12(4): no action without reasons.
            GDPR Art. 12(3): an extension is told, with reasons, within the first month.
        """
        _refuse_misplaced(self, event)
        move = move_of(event)
        if (self.status, move) not in MOVES:
            raise MoveNotAllowedError(self.status, move, allowed(self.status))
        if isinstance(event, Refused) and event.ground is None:
            raise RefusalNeedsGroundError(tuple(RefusalGround))
        if isinstance(event, Extended):
            _refuse_extension(self, event, law)
        return self.taking(event, MOVES[self.status, move])

    def taking(self, event: AnyRequestEvent, status: RequestStatus) -> RightsRequest:
        """
        Add an event without judging it.
        """
        return attrs.evolve(self, status=status, history=(*self.history, event))

    def known_on(self, day: date) -> tuple[AnyRequestEvent, ...]:
        """
        List what had happened by the end of a day; events without a day are left out.
        """
        dated = ((event, day_of(event.happened)) for event in self.history)
        return tuple(event for event, happened in dated if happened and happened <= day)


def open_request(
    *rights: Right | str,
    request: str,
    person: str,
    received_at: datetime,
    channel: str | None = None,
    situation: Situation,
) -> RightsRequest:
    """
    Open a request as it comes in; :func:`receive` takes a receipt with more particulars.

    Args:
        rights: The rights it opens, or their keys, in the widest reading; see :func:`opens`. None
            is allowed: a request nobody understands is kept, and a person reads it.
        request: The request's own id.
        person: The opaque id of the person it is about.
        received_at: When it reached the controller, with its offset.
        channel: How it came.
        situation: The ties to countries.

    Raises:
        NaiveDatetimeError: If the time of receipt has no offset.
        UnknownTermError: If there is no such right.

    >>> from datetime import UTC
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> asked.status.value, asked.rights
    ('received', (<Right.ACCESS: 'access'>,))

    Law:
        GDPR Art. 12(2): the controller makes using these rights easy.
    """
    receipt = RequestReceived(
        id=f"{request}/received",
        person=person,
        happened=received_at,
        recorded_at=received_at,
        request=request,
        rights=tuple(dict.fromkeys(Right.parse(right) for right in rights)),
        channel=channel,
    )
    return receive(receipt, situation=situation)


def receive(receipt: RequestReceived, *, situation: Situation) -> RightsRequest:
    """
    Open the request a receipt tells of; without its day, that of its entry counts.
    """
    happened = receipt.happened
    received_at = receipt.recorded_at if happened is None or day_of(happened) is None else happened
    return RightsRequest(
        id=receipt.request,
        person=receipt.person,
        rights=receipt.rights,
        received_at=received_at,
        channel=receipt.channel,
        situation=situation,
        history=(receipt,),
    )


def opens(wording: str, *, vocabulary: Vocabulary = BUILT_IN) -> tuple[Right, ...]:
    """
    List the rights that what somebody said opens, in the widest reading.

    Raises:
        UnknownTermError: If the wording is no term.

    >>> [right.value for right in opens("forget_me")]
    ['withdraw_consent', 'object', 'object_marketing', 'erasure']
    """
    return vocabulary.term(Kind.REQUEST, wording).opens


def _refuse_extension(request: RightsRequest, event: Extended, law: Law | None) -> None:
    received, rights, ties = request.received_at, request.rights, request.situation
    refuse_extension(received, rights, ties, request.history, event, law)


def _refuse_misplaced(request: RightsRequest, event: AnyRequestEvent) -> None:
    if event.request != request.id:
        raise EventMisplacedError(event.kind, "belongs to another request", "give it this one's id")
    if event.person != request.person:
        raise EventMisplacedError(event.kind, "is about another person", "replay() what was merged")
    if day_of(event.happened) is None:
        raise EventMisplacedError(event.kind, "has no day", "say when, or replay() it")
    if any(event.id == earlier.id for earlier in request.history):
        raise EventMisplacedError(event.kind, "has an id used already", "give it one of its own")
    if request.history and place_of(event) < place_of(request.history[-1]):
        raise EventMisplacedError(event.kind, "comes before the last one", "replay() them together")
