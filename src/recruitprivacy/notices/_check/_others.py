"""
People whose data others give: whether the notice speaks to them, and when they see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.vocabulary import Kind

WHO: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "reference_details": ("referee",),
        "emergency_contact_details": ("emergency_contact",),
        "next_of_kin_details": ("next_of_kin", "emergency_contact"),
    }
)
"""Data about others, by whom they are about."""
IN_TIME: Final = "just_in_time_notice"

UNADDRESSED: Final = Message(
    "check.role.unaddressed",
    "Data about others are held ({category}), and the notice does not speak to these people.",
)
ADDRESS: Final = Message("mend.role.unaddressed", "Add a role for them, and what they are told.")
UNTOLD: Final = Message(
    "check.source.telling_unstated",
    "Nothing comes from these people themselves; when they are told of it is not said: {role}.",
)
TELL: Final = Message(
    "mend.source.telling_unstated",
    "Say that they are told with the first message, and within a month at the latest.",
)


def others(subject: Subject) -> Iterator[Finding]:
    """
    Look for people others speak about.
    """
    holding = subject.policy.data.get(subject.whose)
    for category, item in holding.but.items() if holding else ():
        if item.about_others and not _addressed(subject, WHO.get(category, (subject.role,))):
            path = f"data.{subject.whose}.but.{category}"
            label = subject.vocabulary.term(Kind.CATEGORY, category).label
            law = ("GDPR Art. 14(1)", "GDPR Art. 14(3)")
            yield subject.lacks(UNADDRESSED, Level.GAP, path, *law, mend=ADDRESS, category=label)
    ways = subject.policy.ways.get(subject.whose)
    if ways is not None and ways.received and not ways.given and not _told(subject):
        path, role = f"ways.{subject.whose}.received", subject.label
        yield subject.lacks(UNTOLD, Level.NOTE, path, "GDPR Art. 14(3)", mend=TELL, role=role)


def _addressed(subject: Subject, roles: tuple[str, ...]) -> bool:
    known = subject.policy.roles
    return any(known[role].addressed for role in roles if role in known)


def _told(subject: Subject) -> bool:
    return any(
        statement.about == IN_TIME
        for statement in subject.policy.statements.values()
        if subject.mine(statement.roles)
    )
