"""
What happens to a request under Chapter III of the GDPR.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, TypeAlias

import attrs

from recruitprivacy.periods import Period
from recruitprivacy.timeline._events import CategoryKey, ChannelKey, Event
from recruitprivacy.vocabulary import Kind, RefusalGround, Right

AuthorityKey: TypeAlias = Annotated[str, Kind.AUTHORITY]
CheckKey: TypeAlias = Annotated[str, Kind.IDENTITY_CHECK]
DoubtKey: TypeAlias = Annotated[str, Kind.DOUBT]
RequestKey: TypeAlias = Annotated[str, Kind.REQUEST]


class Mandate(StrEnum):
    """
    By what right somebody asks in another's name.
    """

    PARENT = "parent"
    GUARDIAN = "guardian"
    LAWYER = "lawyer"
    UNION = "union"
    ORGANISATION = "organisation"
    PORTAL = "portal"
    OTHER = "other"


class Instruction(StrEnum):
    """
    What the controller we work for tells us to do with a request.
    """

    ANSWER = "answer"
    ASSIST = "assist"
    ERASE = "erase"
    RETURN = "return"
    NOTHING = "nothing"


class AnswerPart(StrEnum):
    """
    What a person must be told whenever less is done than they asked.

    Law:
        GDPR Art. 12(4): why, where to complain, and that there is a court.
    """

    REASONS = "reasons"
    COMPLAINT = "complaint"
    COURT = "court"


@attrs.frozen(kw_only=True)
class RequestEvent(Event):
    """
    Something that happened to a request.

    Attributes:
        request: The request's id, the same in all its events.
    """

    request: str


@attrs.frozen(kw_only=True)
class RequestReceived(RequestEvent):
    """
    A request came in, on whatever way.

    Attributes:
        rights: The rights it opens, the widest reading of what was said.
        wording: What the person called it, or None.
        channel: How it came, or None where nobody noted it.
        in_language: The language it was written in, as a BCP 47 tag, or empty.
        mandate: By what right somebody else asks, or None where the person does.

    Law:
        GDPR Art. 12(3): the time for an answer runs from receipt.
    """

    kind: ClassVar[str] = "request.received"

    rights: tuple[Right, ...]
    wording: RequestKey | None = None
    channel: ChannelKey | None = None
    in_language: str = ""
    mandate: Mandate | None = None


@attrs.frozen(kw_only=True)
class Acknowledged(RequestEvent):
    """
    The person was told that the request arrived.
    """

    kind: ClassVar[str] = "request.acknowledged"


@attrs.frozen(kw_only=True)
class IdentityAsked(RequestEvent):
    """
    The person was asked to show who they are.

    Attributes:
        doubt: What made it doubtful, or None where nobody noted it.
        checks: What they were asked for, any of it; empty where nobody noted it.

    Law:
        GDPR Art. 12(6): only on reasonable doubt.
    """

    kind: ClassVar[str] = "request.identity_asked"

    doubt: DoubtKey | None = None
    checks: tuple[CheckKey, ...] = ()


@attrs.frozen(kw_only=True)
class IdentityProved(RequestEvent):
    """
    The person showed who they are.

    Attributes:
        by: How, or None where nobody noted it; what it was shown with is not kept.
    """

    kind: ClassVar[str] = "request.identity_proved"

    by: CheckKey | None = None


@attrs.frozen(kw_only=True)
class ClarificationAsked(RequestEvent):
    """
    The person was asked what they mean.
    """

    kind: ClassVar[str] = "request.clarification_asked"


@attrs.frozen(kw_only=True)
class Clarified(RequestEvent):
    """
    The person said what they mean.
    """

    kind: ClassVar[str] = "request.clarified"


class ExtensionReason(StrEnum):
    """
    Why an answer takes longer.
    """

    COMPLEXITY = "complexity"
    NUMBER_OF_REQUESTS = "number_of_requests"


@attrs.frozen(kw_only=True)
class Extended(RequestEvent):
    """
    The time for an answer was extended.

    Attributes:
        reason: Why, or None where nobody noted it.
        by: By how much, or None for as much as the law allows.
        told: Whether the person was told with it, and why.

    Law:
        GDPR Art. 12(3): by two months, told within the first.
    """

    kind: ClassVar[str] = "request.extended"

    reason: ExtensionReason | None = None
    by: Period | None = None
    told: bool = False


@attrs.frozen(kw_only=True)
class FeeAsked(RequestEvent):
    """
    The person was asked for a fee.

    Attributes:
        ground: Why, or None where nobody noted it.
    """

    kind: ClassVar[str] = "request.fee_asked"

    ground: RefusalGround | None = None


@attrs.frozen(kw_only=True)
class FeePaid(RequestEvent):
    """
    The person paid the fee.
    """

    kind: ClassVar[str] = "request.fee_paid"


@attrs.frozen(kw_only=True)
class Forwarded(RequestEvent):
    """
    We passed the request to the controller we work for.

    Attributes:
        to: Whom, as an opaque id.

    Law:
        GDPR Art. 28(3)(e): a processor assists.
    """

    kind: ClassVar[str] = "request.forwarded"

    to: str


@attrs.frozen(kw_only=True)
class Instructed(RequestEvent):
    """
    The controller we work for told us what to do.

    Attributes:
        instruction: What.
    """

    kind: ClassVar[str] = "request.instructed"

    instruction: Instruction


@attrs.frozen(kw_only=True)
class Assisted(RequestEvent):
    """
    We did what the controller we work for told us.
    """

    kind: ClassVar[str] = "request.assisted"


@attrs.frozen(kw_only=True)
class ErasureGranted(RequestEvent):
    """
    The controller decided that data are erased because the person may ask for it.

    What a floor or a hold keeps stays all the same, for that alone.

    Attributes:
        categories: Which categories; None is all.
        records: Which records; empty is all.

    Law:
        GDPR Art. 17(1): erased without undue delay.
        GDPR Art. 17(3): not as far as a legal duty or a legal claim needs them.
    """

    kind: ClassVar[str] = "request.erasure_granted"

    categories: tuple[CategoryKey, ...] | None = None
    records: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Answered(RequestEvent):
    """
    The person got an answer.

    Attributes:
        in_full: Whether all was done; else something was left out or kept, with reasons.
        told: What was said of what was left out or kept.
        by: The controller we act for, as an opaque id, where that one answered; empty where we did.

    Law:
        GDPR Art. 12(4): reasons, complaint and court are told of what is not done.
    """

    kind: ClassVar[str] = "request.answered"

    in_full: bool = True
    told: tuple[AnswerPart, ...] = ()
    by: str = ""


@attrs.frozen(kw_only=True)
class Refused(RequestEvent):
    """
    The person was told that nothing will be done.

    Attributes:
        ground: Why, or None where nobody noted it.
        told: What was said with it.

    Law:
        GDPR Art. 12(4): reasons, complaint and court are told.
    """

    kind: ClassVar[str] = "request.refused"

    ground: RefusalGround | None = None
    told: tuple[AnswerPart, ...] = ()


@attrs.frozen(kw_only=True)
class RequestWithdrawn(RequestEvent):
    """
    The person no longer asks.
    """

    kind: ClassVar[str] = "request.withdrawn"


@attrs.frozen(kw_only=True)
class ClosedUnproved(RequestEvent):
    """
    The request was closed by letter, as nobody showed who they are.
    """

    kind: ClassVar[str] = "request.closed_unproved"


@attrs.frozen(kw_only=True)
class Reopened(RequestEvent):
    """
    A closed request was taken up again.
    """

    kind: ClassVar[str] = "request.reopened"


@attrs.frozen(kw_only=True)
class ComplaintLodged(RequestEvent):
    """
    The person complained to an authority.

    Attributes:
        authority: Which one, or None where nobody noted it.

    Law:
        GDPR Art. 77(1): complaint to a supervisory authority.
    """

    kind: ClassVar[str] = "request.complaint_lodged"

    authority: AuthorityKey | None = None


@attrs.frozen(kw_only=True)
class CourtSeized(RequestEvent):
    """
    The person went to court.

    Law:
        GDPR Art. 79(1): judicial remedy against a controller.
    """

    kind: ClassVar[str] = "request.court_seized"


@attrs.frozen(kw_only=True)
class LiftAnnounced(RequestEvent):
    """
    The person was told that their request ends a freeze or restriction they asked for before.

    Attributes:
        lifts_on: The day it ends, or None where that was not said.

    Law:
        GDPR Art. 18(3): the person is told before a restriction is lifted.
    """

    kind: ClassVar[str] = "request.lift_announced"

    lifts_on: date | None = None
