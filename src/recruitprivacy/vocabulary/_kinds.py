"""
The kinds of open terms, and the small closed lists their attributes are made of.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary._enum import ClosedTerm

__all__ = ["Actor", "Kind", "Origin"]


class Kind(StrEnum):
    """
    What an open term is a term for.

    Attributes:
        plural: The keyword under which :meth:`Vocabulary.extend` takes terms of this kind.

    >>> Kind.CATEGORY.plural
    'categories'
    """

    _value_: str
    plural: str

    def __new__(cls, key: str, plural: str = "") -> Self:
        """
        Keep the plural beside the key.
        """
        member = str.__new__(cls, key)
        member._value_ = key
        member.plural = plural
        return member

    ROLE = "role", "roles"
    CATEGORY = "category", "categories"
    PURPOSE = "purpose", "purposes"
    SOURCE = "source", "sources"
    RECIPIENT = "recipient", "recipients"
    CHANNEL = "channel", "channels"
    CONDITION = "condition", "conditions"
    STAGE = "stage", "stages"
    OUTCOME = "outcome", "outcomes"
    EVENT = "event", "events"
    TRIGGER = "trigger", "triggers"
    SECURITY_MEASURE = "security_measure", "security_measures"
    COOKIE_CLASS = "cookie_class", "cookie_classes"
    COOKIE_LIFETIME = "cookie_lifetime", "cookie_lifetimes"
    TRACKER = "tracker", "trackers"
    INTEREST = "interest", "interests"
    CONSEQUENCE = "consequence", "consequences"
    EXCEPTION = "exception", "exceptions"
    SCOPE = "scope", "scopes"
    CONTACT_REASON = "contact_reason", "contact_reasons"
    CONTACT_ROLE = "contact_role", "contact_roles"
    TOPIC = "topic", "topics"
    AUTHORITY = "authority", "authorities"
    DESTINATION = "destination", "destinations"
    REQUEST = "request", "requests"
    AUTOMATION = "automation", "automations"
    FORUM = "forum", "forums"
    DOUBT = "doubt", "doubts"
    IDENTITY_CHECK = "identity_check", "identity_checks"
    SYSTEM = "system", "systems"


class Actor(StrEnum):
    """
    Who did what an event records.
    """

    SUBJECT = "subject"
    """The person themselves, alone or with somebody of the firm."""
    CONTROLLER = "controller"
    THIRD_PARTY = "third_party"
    SYSTEM = "system"
    """A machine, without anybody having done anything."""


class Origin(ClosedTerm):
    """
    From whom data come, as the duty to inform asks.

    >>> Origin.OBSERVED.is_direct, Origin.PUBLIC.is_direct
    (True, False)

    Law:
        GDPR Art. 13: where data are collected from the person, by asking or by observing.
        GDPR Art. 14: where they come from anywhere else.
    """

    SUBJECT = "subject", "GDPR Art. 13(1)", Message("origin.subject", "the person")
    OBSERVED = "observed", "GDPR Art. 13(1)", Message("origin.observed", "observing the person")
    THIRD_PARTY = (
        "third_party",
        "GDPR Art. 14(2)(f)",
        Message("origin.third_party", "somebody else"),
    )
    PUBLIC = (
        "public",
        "GDPR Art. 14(2)(f)",
        Message("origin.public", "publicly accessible sources"),
    )

    @property
    def is_direct(self) -> bool:
        """
        Say whether data of this origin are collected from the person.
        """
        return self in {Origin.SUBJECT, Origin.OBSERVED}
