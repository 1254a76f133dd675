"""
What a person asks of a controller, by when an answer is due, and what must not be done.

:func:`open_request` opens a request; :meth:`RightsRequest.apply` takes the next step and refuses
an unlawful one; :func:`replay` reads back what happened, lawful or not; :func:`due` finds the last
day and says why. The life of a request stands in one table, :data:`MOVES`.
"""

from __future__ import annotations

from recruitprivacy.rights._breaches import breaches
from recruitprivacy.rights._due import Due, due
from recruitprivacy.rights._replay import Replay, replay
from recruitprivacy.rights._request import SCHEMA, RightsRequest, open_request, opens, receive
from recruitprivacy.timeline import (
    MOVES,
    Acknowledged,
    Answered,
    AnyRequestEvent,
    Assisted,
    ClarificationAsked,
    Clarified,
    ClosedUnproved,
    ComplaintLodged,
    CourtSeized,
    Extended,
    ExtensionReason,
    FeeAsked,
    FeePaid,
    Forwarded,
    IdentityAsked,
    IdentityProved,
    Instructed,
    Instruction,
    LiftAnnounced,
    Mandate,
    Move,
    Refused,
    Reopened,
    RequestReceived,
    RequestStatus,
    RequestWithdrawn,
    allowed,
    move_of,
)

__all__ = [
    "MOVES",
    "SCHEMA",
    "Acknowledged",
    "Answered",
    "AnyRequestEvent",
    "Assisted",
    "ClarificationAsked",
    "Clarified",
    "ClosedUnproved",
    "ComplaintLodged",
    "CourtSeized",
    "Due",
    "Extended",
    "ExtensionReason",
    "FeeAsked",
    "FeePaid",
    "Forwarded",
    "IdentityAsked",
    "IdentityProved",
    "Instructed",
    "Instruction",
    "LiftAnnounced",
    "Mandate",
    "Move",
    "Refused",
    "Reopened",
    "Replay",
    "RequestReceived",
    "RequestStatus",
    "RequestWithdrawn",
    "RightsRequest",
    "allowed",
    "breaches",
    "due",
    "move_of",
    "open_request",
    "opens",
    "receive",
    "replay",
]
