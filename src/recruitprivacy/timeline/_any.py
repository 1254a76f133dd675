"""
Corrections, and with them all the types of event there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import ClassVar, Final, TypeAlias, get_args

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.timeline._events import (
    ConditionKnown,
    ConsentGiven,
    ConsentWithdrawn,
    Disclosed,
    Event,
    Happened,
    HoldLifted,
    HoldPlaced,
    NoticeGiven,
    Objected,
    ObjectionDecided,
    PersonsMerged,
    PersonSplit,
    PurposeEnded,
    PurposeStarted,
    RecordOpened,
    RestrictionAnnounced,
    RestrictionLifted,
    RestrictionPlaced,
)
from recruitprivacy.timeline._request_events import (
    Acknowledged,
    Answered,
    Assisted,
    ClarificationAsked,
    Clarified,
    ClosedUnproved,
    ComplaintLodged,
    CourtSeized,
    ErasureGranted,
    Extended,
    FeeAsked,
    FeePaid,
    Forwarded,
    IdentityAsked,
    IdentityProved,
    Instructed,
    LiftAnnounced,
    Refused,
    Reopened,
    RequestReceived,
    RequestWithdrawn,
)

AnyRequestEvent: TypeAlias = (
    RequestReceived
    | Acknowledged
    | IdentityAsked
    | IdentityProved
    | ClarificationAsked
    | Clarified
    | Extended
    | FeeAsked
    | FeePaid
    | Forwarded
    | Instructed
    | Assisted
    | ErasureGranted
    | Answered
    | Refused
    | RequestWithdrawn
    | ClosedUnproved
    | Reopened
    | ComplaintLodged
    | CourtSeized
    | LiftAnnounced
)
PlainEvent: TypeAlias = (
    Happened
    | RecordOpened
    | NoticeGiven
    | ConsentGiven
    | ConsentWithdrawn
    | Objected
    | ObjectionDecided
    | RestrictionPlaced
    | RestrictionAnnounced
    | RestrictionLifted
    | HoldPlaced
    | HoldLifted
    | PurposeStarted
    | PurposeEnded
    | Disclosed
    | ConditionKnown
    | AnyRequestEvent
)
"""What can happen to a person's data."""


@attrs.frozen(kw_only=True)
class Corrected(Event):
    """
    An earlier entry was wrong.

    It counts for the past, too: what it replaces did not happen. Of several corrections of one
    entry the one recorded last counts.

    Attributes:
        replaces: The id of the entry, which may itself be a correction.
        by: What happened instead, with an id of its own, or None if nothing did.

    Raises:
        FaultsError: If the replacement has no id of its own.

    Law:
        GDPR Art. 5(1)(d): accuracy.
    """

    kind: ClassVar[str] = "corrected"

    replaces: str
    by: PlainEvent | None = None

    def _faults(self) -> Iterator[Fault]:
        if self.by is not None and self.by.id in {self.id, self.replaces}:
            yield Fault(path="by.id", problem="is used already", way_out="give it an id of its own")


IdentityEvent: TypeAlias = PersonsMerged | PersonSplit
AnyEvent: TypeAlias = PlainEvent | Corrected | IdentityEvent
KINDS: Final = MappingProxyType({each.kind: each for each in get_args(AnyEvent)})
"""Every type of event by its stable name."""
