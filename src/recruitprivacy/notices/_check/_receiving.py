"""
Recipients that are named too loosely, not at all, or for more than was said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import Disclosure, Form
from recruitprivacy.vocabulary import Kind, Sensitivity

RECIPIENTS: Final = ("GDPR Art. 13(1)(e)", "GDPR Art. 14(1)(e)")
SERVICE: Final = "service_providers"
HELPERS: Final = frozenset({SERVICE, "processors"})
ANYBODY: Final = frozenset({"associated_third_parties", "third_parties"})
NETWORK: Final = "social_media"
TARGETED: Final = "targeted_advertising"

LOOSE: Final = Message(
    "check.recipient.unspecific",
    "Who gets the data is said so loosely that nobody can tell who it may be: {recipients}.",
)
BE_CLOSER: Final = Message(
    "mend.recipient.unspecific", "Name them, or say what they do and in which trade."
)
NETWORKS: Final = Message(
    "check.recipient.network_unstated",
    "People are picked out for advertising in social networks; the networks are not among those "
    "who get data of theirs: {role}.",
)
ADD_NETWORKS: Final = Message(
    "mend.recipient.network_unstated",
    "Name the networks as recipients, and say who answers for what together with them.",
)
NOT_ALWAYS: Final = Message(
    "check.recipient.anonymity_partial",
    "Special categories are given to others, and made anonymous only where somebody thinks it "
    "matters.",
)
ALWAYS: Final = Message(
    "mend.recipient.anonymity_partial",
    "Always make them anonymous, or name the condition relied on.",
)


def receiving(subject: Subject) -> Iterator[Finding]:
    """
    Look for recipients nobody can place, and for what they get.
    """
    mine = {n: each for n, each in subject.policy.recipients.items() if subject.mine(each.roles)}
    named = {to for entry in mine.values() for to in entry.to}
    placed = any(to != SERVICE and _is(subject, to, SERVICE) for to in named)
    for name, entry in mine.items():
        loose = [to for to in entry.to if to in ANYBODY or (to in HELPERS and not placed)]
        path = f"recipients.{name}"
        if loose:
            labels = tuple(subject.vocabulary.term(Kind.RECIPIENT, to).label for to in loose)
            law = (*RECIPIENTS, "WP260")
            where = f"{path}.to"
            yield subject.lacks(
                LOOSE, Level.WARNING, where, *law, mend=BE_CLOSER, recipients=labels
            )
        yield from _half_anonymous(subject, f"{path}.form", entry)
    if not any(_is(subject, to, NETWORK) for to in named):
        yield from _networks(subject)


def _is(subject: Subject, to: str, of: str) -> bool:
    return subject.vocabulary.is_under(Kind.RECIPIENT, to, of)


def _half_anonymous(subject: Subject, path: str, entry: Disclosure) -> Iterator[Finding]:
    terms = (
        subject.vocabulary.term(Kind.CATEGORY, each)
        for each in entry.data
        if subject.vocabulary.has(Kind.CATEGORY, each)
    )
    special = any(term.sensitivity is Sensitivity.SPECIAL for term in terms)
    if special and entry.form is Form.ANONYMISED_WHERE_RELEVANT:
        law = ("GDPR Art. 9(1)", "GDPR Recital 26")
        yield subject.finding(NOT_ALWAYS, Level.WARNING, path, *law, mend=ALWAYS)


def _networks(subject: Subject) -> Iterator[Finding]:
    for name, entry in subject.policy.marketing.items():
        aimed = TARGETED in entry.purposes and NETWORK in entry.channels
        if aimed and subject.mine(entry.roles):
            path = f"marketing.{name}.channels"
            law = (*RECIPIENTS, "GDPR Art. 26(1)")
            yield subject.lacks(
                NETWORKS, Level.GAP, path, *law, mend=ADD_NETWORKS, role=subject.label
            )
