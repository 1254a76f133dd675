"""
The questions a pack may answer, and what an answer to each looks like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.law._rule import Rule
from recruitprivacy.law._values import (
    DEADLINES,
    HOLDS,
    KEEPING,
    MARKETING,
    PAUSES,
    PERMISSIONS,
    STARTS,
)
from recruitprivacy.messages import Message, Words
from recruitprivacy.near import nearest

__all__ = [
    "TOPICS",
    "Shape",
    "Topic",
    "is_topic",
    "nearest_answer",
    "nearest_topic",
    "value_problem",
]

OWN: Final = ":"


class Shape(StrEnum):
    """
    What an answer of the law is written as.
    """

    PERIOD = "period"
    """A length of time, from a trigger."""
    ANSWER = "answer"
    """One of the answers the topic lists."""
    AGE = "age"
    """An age in years."""
    WORDS = "words"
    """A name or a text, in the official languages."""
    KEY = "key"
    """The key of an act, an instrument or a country."""


@attrs.frozen(kw_only=True)
class Topic:
    """
    A question the law of a jurisdiction may answer.

    Attributes:
        key: Its stable key, dotted: ``retention.unsuccessful``.
        asks: The question, in a sentence.
        shapes: What an answer may be written as.
        answers: The answers allowed where it is one of a list.
    """

    key: str
    asks: Message
    shapes: tuple[Shape, ...]
    answers: tuple[str, ...] = ()


def _kept(asks: Message) -> Topic:
    return _topic(asks, Shape.PERIOD, *KEEPING, *HOLDS)


def _allowed(asks: Message) -> Topic:
    return _topic(asks, *PERMISSIONS)


def _due(asks: Message) -> Topic:
    return _topic(asks, Shape.PERIOD, *DEADLINES)


def _sent(asks: Message) -> Topic:
    return _topic(asks, *MARKETING)


def _topic(asks: Message, *parts: Shape | str) -> Topic:
    shapes = [part for part in parts if isinstance(part, Shape)]
    answers = tuple(part for part in parts if not isinstance(part, Shape))
    shapes += [Shape.ANSWER] if answers else []
    key = asks.code.removeprefix("law.topic.")
    return Topic(key=key, asks=asks, shapes=tuple(shapes), answers=answers)


_ALL: Final = (
    _kept(
        Message(
            "law.topic.retention.unsuccessful",
            "How long may or must data of a candidate who was not hired be kept?",
        )
    ),
    _kept(
        Message(
            "law.topic.retention.talent_pool",
            "How long may a candidate stay in a pool for later vacancies?",
        )
    ),
    _kept(
        Message(
            "law.topic.retention.placed_worker",
            "How long may or must data of somebody who was hired or placed be kept?",
        )
    ),
    _kept(
        Message(
            "law.topic.retention.temporary_worker",
            "How long may or must data of a temporary worker be kept?",
        )
    ),
    _kept(
        Message(
            "law.topic.retention.right_to_work",
            "How long may or must proof of the right to work be kept?",
        )
    ),
    _kept(
        Message("law.topic.retention.accounts", "How long must accounts and invoices be kept?"),
    ),
    _kept(
        Message(
            "law.topic.retention.criminal_data",
            "How long may an extract from the criminal record be kept?",
        )
    ),
    _kept(
        Message("law.topic.retention.health", "How long may or must data on health be kept?"),
    ),
    _kept(
        Message("law.topic.retention.principle", "Which principle governs how long data are kept?"),
    ),
    _kept(
        Message(
            "law.topic.limitation.equal_treatment",
            "Until when can a candidate claim that they were discriminated against?",
        )
    ),
    _kept(
        Message("law.topic.limitation.equal_pay", "Until when can unequal pay be claimed?"),
    ),
    _kept(
        Message("law.topic.limitation.general", "Until when can claims in general be brought?"),
    ),
    _topic(
        Message("law.topic.national_id", "May a national identification number be processed?"),
        Shape.WORDS,
        *PERMISSIONS,
    ),
    _allowed(
        Message("law.topic.criminal_data", "May a candidate’s criminal record be asked about?"),
    ),
    _allowed(
        Message("law.topic.health", "May a candidate be asked about their health?"),
    ),
    _allowed(
        Message(
            "law.topic.diversity_monitoring", "May data be processed to monitor equal opportunity?"
        )
    ),
    _allowed(
        Message("law.topic.applicant_rights", "What else is a candidate owed, or not to be asked?"),
    ),
    _allowed(
        Message("law.topic.agency_rules", "What must an agency or recruiter do, or leave?"),
    ),
    _allowed(
        Message(
            "law.topic.automated_decisions", "May a decision be left to a machine, and how far?"
        )
    ),
    _allowed(
        Message(
            "law.topic.security_of_record", "How must records be secured or set apart while kept?"
        )
    ),
    _topic(
        Message(
            "law.topic.digital_consent_age",
            "From which age does a young person consent alone to an online service?",
        ),
        Shape.AGE,
    ),
    _topic(
        Message("law.topic.working_age", "From which age may a person work?"),
        Shape.AGE,
    ),
    _topic(
        Message("law.topic.gdpr_name", "What is the GDPR called there?"),
        Shape.WORDS,
    ),
    _topic(
        Message("law.topic.implementing_act", "Which act goes with the GDPR there?"),
        Shape.WORDS,
    ),
    _topic(
        Message("law.topic.statute", "Which act on data protection was replaced?"),
        Shape.KEY,
    ),
    _sent(
        Message(
            "law.topic.marketing.electronic.natural_person",
            "May a person be sent marketing by e-mail or message?",
        )
    ),
    _sent(
        Message(
            "law.topic.marketing.electronic.legal_person",
            "May a company be sent marketing by e-mail or message?",
        )
    ),
    _sent(
        Message(
            "law.topic.marketing.existing_customer",
            "May a customer be sent marketing for something similar?",
        )
    ),
    _sent(
        Message("law.topic.marketing.phone", "May a person be telephoned for marketing?"),
    ),
    _due(
        Message("law.topic.deadline.answer", "By when must a person’s request be answered?"),
    ),
    _topic(
        Message(
            "law.topic.deadline.start", "From when does the time for an answer run, if not receipt?"
        ),
        *STARTS,
    ),
    _topic(
        Message("law.topic.deadline.pause", "What stops the time for an answer while awaited?"),
        *PAUSES,
    ),
    _due(
        Message("law.topic.deadline.extension", "How much longer may an answer take?"),
    ),
    _due(
        Message("law.topic.deadline.refusal", "By when must a refusal be told?"),
    ),
    _due(
        Message(
            "law.topic.deadline.notice",
            "By when must a person be told whose data came from elsewhere?",
        )
    ),
    _due(
        Message("law.topic.deadline.breach", "By when must the authority be told of a breach?"),
    ),
    _due(
        Message(
            "law.topic.deadline.breach_subjects",
            "By when must the persons concerned be told of a breach?",
        )
    ),
    _due(
        Message("law.topic.deadline.acknowledgement", "By when must receipt be confirmed?"),
    ),
    _due(
        Message("law.topic.deadline.complaint", "By when must a complaint be dealt with?"),
    ),
    _due(
        Message("law.topic.deadline.court", "By when must a person go to court?"),
    ),
    _due(
        Message("law.topic.deadline.opt_out", "By when must an opt-out be carried out?"),
    ),
    _topic(
        Message("law.topic.legal_hold", "When may or must data be kept beyond their end?"),
        *HOLDS,
    ),
    _topic(
        Message("law.topic.transfer_instrument", "On which instrument may a transfer rest?"),
        Shape.KEY,
    ),
    _topic(
        Message("law.topic.adequacy", "Which countries are held to protect data well enough?"),
        Shape.KEY,
    ),
)

TOPICS: Final[Mapping[str, Topic]] = MappingProxyType({topic.key: topic for topic in _ALL})
"""Every question, by key, in the order in which a page lists them."""

_WIDER: Final = frozenset(
    key[:place] for key in TOPICS for place, sign in enumerate(key) if sign == "."
)


def is_topic(text: str, *, asked: bool = False) -> bool:
    """
    Say whether a text is a topic, ours or, with a colon in it, a firm's own.

    Args:
        text: The topic as written.
        asked: Whether a wider one will do, such as ``retention``.

    >>> is_topic("retention.unsuccessful"), is_topic("retention.acme:videos")
    (True, True)
    >>> is_topic("retention"), is_topic("retention", asked=True)
    (False, True)
    """
    return text in TOPICS or OWN in text or (asked and text in _WIDER)


def nearest_topic(text: str) -> str:
    """
    Find the topic somebody probably meant, or return an empty text.

    What begins or ends as the text does is taken first; in a group that is known, the group.

    >>> nearest_topic("retention.unsucessful"), nearest_topic("transfer"), nearest_topic("breach")
    ('retention.unsuccessful', 'transfer_instrument', 'deadline.breach')
    >>> nearest_topic("retention.rejected")
    'retention'
    """
    known, group = sorted({*TOPICS, *_WIDER}), text.rpartition(".")[0]
    whole = (key for key in known if key.startswith(text) or key.endswith(f".{text}"))
    if found := next(whole if text else iter(()), ""):
        return found
    if group not in _WIDER:
        return nearest(text, known)
    within = [key for key in known if key.startswith(f"{group}.")]
    last = nearest(text.rpartition(".")[2], [key.removeprefix(f"{group}.") for key in within])
    return f"{group}.{last}" if last else group


def value_problem(rule: Rule) -> str:
    """
    Say why what a rule states is no answer to its topic's question; empty if it is one.
    """
    topic = TOPICS.get(rule.topic)
    if topic is None or (rule.period is None and rule.value is None):
        return ""
    if not set(topic.shapes).isdisjoint(_shapes(rule, topic)):
        return ""
    shapes = (shape.value for shape in topic.shapes if shape is not Shape.ANSWER)
    return f"{rule.topic} is answered by one of: {', '.join((*shapes, *topic.answers))}"


def nearest_answer(rule: Rule) -> str:
    """
    Find the answer that a rule on a known topic probably meant, or return an empty text.
    """
    return nearest(str(rule.value), TOPICS[rule.topic].answers)


def _shapes(rule: Rule, topic: Topic) -> Iterator[Shape]:
    if rule.period is not None:
        yield Shape.PERIOD
    if isinstance(rule.value, Words):
        yield Shape.WORDS
    elif isinstance(rule.value, str):
        yield Shape.ANSWER if rule.value in topic.answers else Shape.KEY
    elif rule.value is not None and not isinstance(rule.value, bool):
        yield Shape.AGE
