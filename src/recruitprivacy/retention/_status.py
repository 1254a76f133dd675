"""
What can be said of some data on a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from recruitprivacy.messages import Message

__all__ = ["DUE", "SAYS", "Status"]


class Status(StrEnum):
    """
    Where data stand between what forbids erasing them, what commands it and what is planned.
    """

    KEPT = "kept"
    """A purpose still needs them, and no end has passed."""
    ERASABLE = "erasable"
    """The day the firm planned has passed, and nothing forbids erasing."""
    NORMAL_USE_OVER = "normal_use_over"
    """No purpose lives; no rule commands erasing yet."""
    OVERDUE = "overdue"
    """The last day on which they may exist has passed, and nothing forbids erasing."""
    HELD = "held"
    """A hold covers them."""
    FROZEN = "frozen"
    """An open request or a restriction stops erasing by schedule."""
    SEGREGATED = "segregated"
    """Their end has passed; a statute keeps them, for its purpose alone."""
    CONFLICT = "conflict"
    """One statute commands erasing and another forbids it: a human decides."""
    WARN = "warn"
    """Their end is near."""
    REVIEW_DUE = "review_due"
    """They are kept by need, and the need was not looked at in time."""
    INDETERMINATE = "indeterminate"
    """A fact is missing that could change the answer; nothing is erased."""
    OUT_OF_SCOPE = "out_of_scope"
    """This declaration does not govern them."""


DUE: Final = frozenset({Status.OVERDUE, Status.ERASABLE})
"""Those in which a sweep proposes to erase."""

KEPT: Final = Message("retention.status.kept", "Kept on {on}: no end has been reached.")
ERASABLE: Final = Message(
    "retention.status.erasable",
    "May be erased on {on}: the planned day has passed and nothing forbids it.",
)
NORMAL_USE_OVER: Final = Message(
    "retention.status.normal_use_over",
    "Out of normal use on {on}: no purpose needs it any longer.",
)
OVERDUE: Final = Message(
    "retention.status.overdue",
    "Overdue on {on}: its last day has passed and nothing forbids erasing it.",
)
HELD: Final = Message("retention.status.held", "Held on {on}: it may not be erased.")
FROZEN: Final = Message("retention.status.frozen", "Frozen on {on}: the schedule may not erase it.")
SEGREGATED: Final = Message(
    "retention.status.segregated",
    "Set apart on {on}: its end has passed, but a statute keeps it, for that purpose only.",
)
CONFLICT: Final = Message(
    "retention.status.conflict",
    "In conflict on {on}: one statute wants it erased and another wants it kept. "
    "A person must decide.",
)
WARN: Final = Message("retention.status.warn", "Near its end on {on}.")
REVIEW_DUE: Final = Message(
    "retention.status.review_due",
    "Due for review on {on}: somebody must say whether it is still needed.",
)
INDETERMINATE: Final = Message(
    "retention.status.indeterminate",
    "Not decided on {on}: a fact is missing, so nothing is erased.",
)
OUT_OF_SCOPE: Final = Message(
    "retention.status.out_of_scope", "Not governed by this notice on {on}."
)

SAYS: Final[Mapping[Status, Message]] = MappingProxyType(
    {
        Status.KEPT: KEPT,
        Status.ERASABLE: ERASABLE,
        Status.NORMAL_USE_OVER: NORMAL_USE_OVER,
        Status.OVERDUE: OVERDUE,
        Status.HELD: HELD,
        Status.FROZEN: FROZEN,
        Status.SEGREGATED: SEGREGATED,
        Status.CONFLICT: CONFLICT,
        Status.WARN: WARN,
        Status.REVIEW_DUE: REVIEW_DUE,
        Status.INDETERMINATE: INDETERMINATE,
        Status.OUT_OF_SCOPE: OUT_OF_SCOPE,
    }
)
