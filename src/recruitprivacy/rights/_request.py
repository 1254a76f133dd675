"""
A request under Chapter III of the GDPR, and what happened to it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import attrs

from recruitprivacy.errors import EventMisplacedError
from recruitprivacy.law import Law, Situation
from recruitprivacy.rights._course import (
    doubted,
    next_moves,
    refuse_out_of_course,
    refuse_unasked,
    unmandated,
)
from recruitprivacy.rights._extension import refuse_extension
from recruitprivacy.rights._telling import refuse_incomplete
from recruitprivacy.timeline import (
    MOVES,
    AnyRequestEvent,
    Extended,
    Move,
    RequestReceived,
    RequestStatus,
    day_of,
    move_of,
    place_of,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, Right, Vocabulary

__all__ = [
    "SCHEMA",
    "RightsRequest",
    "open_request",
    "opens",
    "receive",
    "unauthorised",
    "wording_of",
]

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
            MoveNotAllowedError: If the request cannot take this step from where it stands, or after
                what happened to it; or if it refuses for want of a proof nobody asked for.
            IdentityNeedsDoubtError: If it asks the person who they are, and nothing made it
                doubtful.
            RefusalNeedsGroundError: If it refuses without a ground.
            RefusalNotOpenError: If that ground does not stand against a right asked for.
            AnswerLacksPartsError: If less is done than was asked, and not all of it is told.
            ExtensionNotAllowedError: If it extends too late or long, twice, untold or unreasoned.

        Law:
            GDPR Art. 12(4): reasons, complaint and court are told of what is not done.
            GDPR Art. 12(3): an extension is told, with reasons, within the first month.
            GDPR Art. 12(6): proof of identity only on reasonable doubt.
        """
        _refuse_misplaced(self, event)
        refuse_out_of_course(self.status, event, self.history)
        refuse_incomplete(event, self.rights)
        refuse_unasked(self.status, event, self.history)
        if isinstance(event, Extended):
            _refuse_extension(self, event, law)
        return self.taking(event, MOVES[self.status, move_of(event)])

    @property
    def next_moves(self) -> tuple[Move, ...]:
        """
        The moves that are open to it now.
        """
        return next_moves(self.status, self.history)

    @property
    def is_doubted(self) -> bool:
        """
        Whether the person was asked who they are, and has not shown it since.
        """
        return doubted(self.history)

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


def open_request(  # noqa: PLR0913 - what came in, when, how, from whom
    *rights: Right | str,
    request: str,
    person: str,
    received_at: datetime,
    wording: str | None = None,
    channel: str | None = None,
    situation: Situation,
    vocabulary: Vocabulary = BUILT_IN,
) -> RightsRequest:
    """
    Open a request as it comes in; :func:`receive` takes a receipt with more particulars.

    Args:
        rights: The rights it opens, or their keys, in the widest reading; see :func:`opens`. None
            is allowed: a request nobody understands is kept, and a person reads it.
        request: The request's own id.
        person: The opaque id of the person it is about.
        received_at: When it reached the controller, with its offset.
        wording: What the person called it, as in ``forget_me``; alone it opens the rights that
            :func:`opens` lists.
        channel: How it came.
        situation: The ties to countries.
        vocabulary: The words of the wording.

    Raises:
        NaiveDatetimeError: If the time of receipt has no offset.
        UnknownTermError: If there is no such right or wording.

    >>> from datetime import UTC
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> asked.status.value, asked.rights
    ('received', (<Right.ACCESS: 'access'>,))

    Law:
        GDPR Art. 12(2): the controller makes using these rights easy.
    """
    read = rights or (opens(wording, vocabulary=vocabulary) if wording else ())
    receipt = RequestReceived(
        id=f"{request}/received",
        person=person,
        happened=received_at,
        recorded_at=received_at,
        request=request,
        rights=tuple(dict.fromkeys(Right.parse(right) for right in read)),
        wording=wording,
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


def wording_of(request: RightsRequest, vocabulary: Vocabulary = BUILT_IN) -> str | None:
    """
    Tell what the person called their request, where the vocabulary knows it.
    """
    named = (each.wording for each in request.history if isinstance(each, RequestReceived))
    known = (each for each in named if each and vocabulary.has(Kind.REQUEST, each))
    return next(known, None)


def unauthorised(request: RightsRequest) -> bool:
    """
    Say whether somebody asks in the person's name, and nobody showed yet that they may.
    """
    return unmandated(request.history)


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
