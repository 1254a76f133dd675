"""
Statements that take back, or hand on to others, what the firm itself must do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import Actor, Modality, Statement
from recruitprivacy.vocabulary import Kind

UNDONE: Final = "re_collection"
NO_SALE: Final = "none_sale"
BUYERS: Final = "buyers_sellers"
DENYING: Final = frozenset({Modality.DOES, Modality.NEVER})
OURS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "accuracy_duty": "GDPR Art. 5(1)(d)",
        "authority_to_provide": "GDPR Art. 14(1)",
        "pass_on_notice": "GDPR Art. 14(1)",
    }
)
"""Duties of the controller that a notice can read as somebody else's, by topic."""
ASKING: Final = frozenset({Modality.ASKS, Modality.MAY})
"""Whoever only asks for help keeps the duty."""

AGAIN: Final = Message(
    "check.objection.undone",
    "Who has objected to advertising may be written to again, and is asked to object once more.",
)
REMEMBER: Final = Message(
    "mend.objection.undone",
    "Keep a note of who objected, and look there before anybody is added again.",
)
SHIFTED: Final = Message(
    "check.statement.duty_shifted",
    "What the firm itself answers for reads as the duty of somebody else: {topic}.",
)
KEEP_DUTY: Final = Message(
    "mend.statement.duty_shifted", "Ask for it, and say that the firm sees to it itself."
)
SOLD: Final = Message(
    "check.statement.sale_denied",
    "It is said that data are not sold, and that who buys a part of the business may get them.",
)
SAY_BOTH: Final = Message(
    "mend.statement.sale_denied", "Say the exception where the promise stands."
)


def statements(subject: Subject) -> Iterator[Finding]:
    """
    Look for promises taken back and duties handed on.
    """
    for name, statement in subject.policy.statements.items():
        if subject.mine(statement.roles):
            yield from _statement(subject, f"statements.{name}", statement)


def _statement(subject: Subject, path: str, said: Statement) -> Iterator[Finding]:
    if said.about == UNDONE:
        yield subject.finding(AGAIN, Level.WARNING, path, "GDPR Art. 21(3)", mend=REMEMBER)
    if said.about in OURS and said.by is not Actor.CONTROLLER and said.modality not in ASKING:
        law = (OURS[said.about], "GDPR Art. 5(2)")
        topic = subject.vocabulary.term(Kind.TOPIC, said.about).label
        yield subject.finding(SHIFTED, Level.NOTE, path, *law, mend=KEEP_DUTY, topic=topic)
    if said.about == NO_SALE and said.modality in DENYING and _sold(subject):
        law = ("GDPR Art. 5(1)(a)", "GDPR Art. 12(1)")
        yield subject.finding(SOLD, Level.WARNING, path, *law, mend=SAY_BOTH)


def _sold(subject: Subject) -> bool:
    entries = subject.policy.recipients.values()
    return any(BUYERS in entry.to for entry in entries if subject.mine(entry.roles))
