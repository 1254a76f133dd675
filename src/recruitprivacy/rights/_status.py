"""
Where a request stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from recruitprivacy.messages import Message

__all__ = ["RequestStatus"]


class RequestStatus(StrEnum):
    """
    Where a request stands with the controller, or with the processor who got it.

    >>> RequestStatus.AWAITING_IDENTITY.is_closed, RequestStatus.REFUSED.is_closed
    (False, True)
    """

    RECEIVED = "received"
    AWAITING_IDENTITY = "awaiting_identity"
    AWAITING_CLARIFICATION = "awaiting_clarification"
    IN_PROGRESS = "in_progress"
    FORWARDED = "forwarded"
    """Passed on to the controller for whom we act; not finished."""
    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CLOSED_UNPROVED = "closed_unproved"
    """Closed by letter, for want of proof of who asks; proof opens it again."""
    COMPLAINT = "complaint"
    """Closed by us, and before a supervisory authority."""
    COURT = "court"
    """Closed by us, and before a court."""

    @property
    def is_closed(self) -> bool:
        """
        Whether no further answer is owed, unless it is opened again.
        """
        return self in _CLOSED

    @property
    def label(self) -> Message:
        """
        Its name, as a message.
        """
        return _LABELS[self]


_CLOSED: Final = frozenset(
    {
        RequestStatus.ANSWERED,
        RequestStatus.PARTLY_ANSWERED,
        RequestStatus.REFUSED,
        RequestStatus.WITHDRAWN,
        RequestStatus.CLOSED_UNPROVED,
        RequestStatus.COMPLAINT,
        RequestStatus.COURT,
    }
)
_LABELS: Final[Mapping[RequestStatus, Message]] = MappingProxyType(
    {
        RequestStatus.RECEIVED: Message("rights.status.received", "received"),
        RequestStatus.AWAITING_IDENTITY: Message(
            "rights.status.awaiting_identity", "waiting for proof of identity"
        ),
        RequestStatus.AWAITING_CLARIFICATION: Message(
            "rights.status.awaiting_clarification", "waiting for clarification"
        ),
        RequestStatus.IN_PROGRESS: Message("rights.status.in_progress", "in progress"),
        RequestStatus.FORWARDED: Message("rights.status.forwarded", "passed on to the controller"),
        RequestStatus.ANSWERED: Message("rights.status.answered", "answered"),
        RequestStatus.PARTLY_ANSWERED: Message("rights.status.partly_answered", "answered in part"),
        RequestStatus.REFUSED: Message("rights.status.refused", "refused"),
        RequestStatus.WITHDRAWN: Message("rights.status.withdrawn", "withdrawn"),
        RequestStatus.CLOSED_UNPROVED: Message(
            "rights.status.closed_unproved", "closed because identity was not proved"
        ),
        RequestStatus.COMPLAINT: Message(
            "rights.status.complaint", "before a supervisory authority"
        ),
        RequestStatus.COURT: Message("rights.status.court", "before a court"),
    }
)
