"""
Letters to one person, each with what its article demands, or not written at all.
"""

from __future__ import annotations

from recruitprivacy.notices._letters._contents import (
    CONTENTS,
    Acknowledgement,
    BreachNotice,
    Clarification,
    ConsentRenewal,
    Content,
    FirstContact,
    FullAnswer,
    IdentityDoubt,
    LiftNotice,
    MoreTime,
    PartAnswer,
    RecipientsTold,
    Refusal,
)
from recruitprivacy.notices._letters._letter import Letter, letter

__all__ = [
    "CONTENTS",
    "Acknowledgement",
    "BreachNotice",
    "Clarification",
    "ConsentRenewal",
    "Content",
    "FirstContact",
    "FullAnswer",
    "IdentityDoubt",
    "Letter",
    "LiftNotice",
    "MoreTime",
    "PartAnswer",
    "RecipientsTold",
    "Refusal",
    "letter",
]
