"""
The permissions on which an unsolicited message can rest, by the rules of the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import reduce
from itertools import product
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._customers import CONDITIONS, SoftOptIn, customer_premises
from recruitprivacy.basis._frame import UNION, Frame
from recruitprivacy.basis._interests import InterestsAssessment, about
from recruitprivacy.basis._national import Given, condition_premise, rule_premise, said, tied
from recruitprivacy.basis._premise import Premise
from recruitprivacy.basis._withdrawal import agreed
from recruitprivacy.findings import Step
from recruitprivacy.law import Rule
from recruitprivacy.messages import Message, phrase
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import Kind, MarketingPermission

__all__ = [
    "CONTACTING",
    "ELECTRONIC",
    "FIRM_TOPIC",
    "PERSON_TOPIC",
    "Address",
    "Asked",
    "ContactWay",
    "Outreach",
    "ways",
]


class Outreach(StrEnum):
    """
    What a message is about; three things with three rules.
    """

    RUNNING_APPLICATION = "running_application"
    """The person's own application, and nothing besides."""
    ALERT = "alert"
    """Vacancies the person asked to be told about."""
    UNSOLICITED = "unsolicited"
    """Anything that advertises and was not asked for, a vacancy out of the blue included."""


class Address(StrEnum):
    """
    Whose address it is.
    """

    PERSON = "person"
    ORGANISATION = "organisation"


ELECTRONIC: Final = (
    "email",
    "sms",
    "chat",
    "chat_app",
    "professional_network",
    "social_media",
    "app",
)
SPOKEN: Final = ("phone",)
OTHERWISE: Final = ("post", "in_person", "recruiter", "event")
PURPOSES: Final[Mapping[Outreach, str]] = MappingProxyType(
    {
        Outreach.RUNNING_APPLICATION: "application_processing",
        Outreach.ALERT: "job_alerts",
        Outreach.UNSOLICITED: "direct_marketing",
    }
)
PERSON_TOPIC: Final = "marketing.electronic.natural_person"
FIRM_TOPIC: Final = "marketing.electronic.legal_person"
PHONE_TOPIC: Final = "marketing.phone"
BUSINESS: Final = "business_address"
UNLISTED: Final = "contact.unlisted"
CONTACTING: Final = (UNLISTED,)
"""The facts this question asks, beside conditions of the vocabulary."""
CUSTOMER_TOPIC: Final = "marketing.existing_customer"
WHOSE: Final = Message(
    "basis.contact.whose", "it is known whether the address is an organisation’s"
)
NO_RULE: Final = Message(
    "basis.contact.no_rule", "whether the law of the place lets such messages be sent"
)
LET: Final = Message(
    "basis.contact.let", "the law of the place lets it be sent until the person objects"
)
EXCEPTION: Final = Message(
    "basis.contact.exception", "one of the exceptions that the law of the place lists is met"
)
WEIGHED: Final = Message(
    "basis.contact.weighed", "the interest in advertising was weighed against the person’s"
)
BOTH: Final = Message("basis.contact.both", "{one}, and by the law of another country {other}")
ON_NO_LIST: Final = Message(
    "basis.contact.unlisted",
    "the number is on no list of people who want no such calls, where the place keeps one",
)
NO_WIRE: Final = Message(
    "basis.contact.no_wire", "the rules on electronic messages are not about this channel"
)


@attrs.frozen(kw_only=True)
class ContactWay(Answer):
    """
    One permission on which sending can rest.

    Attributes:
        permission: The permission; None where no rule on electronic messages is about it, or where
            the laws of two countries each ask for another.
    """

    permission: MarketingPermission | None = None


@attrs.frozen(kw_only=True)
class Asked:
    """
    A message to a person, under the law of its situation.
    """

    facts: Facts | None
    frame: Frame
    channel: str
    message: Outreach
    address: Address | None
    sender: str
    customer: SoftOptIn
    assessment: InterestsAssessment | None
    given: Given

    @property
    def purpose(self) -> str:
        """
        The purpose the message serves.
        """
        return PURPOSES[self.message]

    def holds(self, condition: str) -> bool | None:
        """
        Tell whether a condition of a rule is met, by what was given, folded or said of the sale.
        """
        known = said(self.given, condition, self.frame.vocabulary)
        if known is None and condition == BUSINESS and self.address is Address.ORGANISATION:
            return True
        if known is None and self.facts is not None:
            known = self.facts.condition(condition)
        return self.customer.condition(condition) if known is None else known

    def reaches(self, *channels: str) -> bool:
        """
        Say whether the channel is one of some, or a kind of one.
        """
        words = self.frame.vocabulary
        return words.is_kind(Kind.CHANNEL, self.channel, *channels)


def ways(asked: Asked) -> Iterator[ContactWay]:
    """
    Yield each permission there may be; only an unsolicited message needs one.
    """
    if asked.message is not Outreach.UNSOLICITED:
        return
    if asked.reaches(*OTHERWISE):
        yield _by_interest(asked)
    elif asked.reaches(*SPOKEN):
        yield from _electronic(asked, PHONE_TOPIC)
    elif asked.address is None:
        for topic in (PERSON_TOPIC, FIRM_TOPIC):
            yield from _whose(asked, topic)
    else:
        firm = asked.address is Address.ORGANISATION
        yield from _electronic(asked, FIRM_TOPIC if firm else PERSON_TOPIC)


def _whose(asked: Asked, topic: str) -> Iterator[ContactWay]:
    open_ = Premise(fact="address", holds=None, what=WHOSE)
    for way in _electronic(asked, topic):
        yield attrs.evolve(way, premises=(open_, *way.premises))


def _electronic(asked: Asked, topic: str) -> Iterator[ContactWay]:
    found = [known for known in asked.frame.asked(topic) if known.rule.jurisdiction != UNION]
    open_ = tuple(premise for known in found for premise in tied(known))
    rules = dict.fromkeys(known.rule for known in found if not known.hangs_on)
    laws: dict[str, list[ContactWay]] = {}
    for rule in rules:
        laws.setdefault(rule.jurisdiction, []).extend(_by_rule(asked, rule))
    if not laws:
        none = Premise(fact=f"law.{topic}", holds=None, what=NO_RULE, unsourced=True)
        yield _way(asked, NO_RULE, None, *(open_ or (none,)))
        return
    for each in product(*laws.values()):
        way = reduce(_under_both, each)
        yield attrs.evolve(way, premises=(*way.premises, *open_))


def _under_both(one: ContactWay, other: ContactWay) -> ContactWay:
    """
    Join the permissions of two laws that both bind: a message needs what each of them asks.
    """
    same = one.permission is other.permission
    return attrs.evolve(
        one,
        what=one.what if same else phrase(BOTH, one=one.what, other=other.what),
        permission=one.permission if same else None,
        premises=tuple(dict.fromkeys((*one.premises, *other.premises))),
        remarks=tuple(dict.fromkeys((*one.remarks, *other.remarks))),
    )


def _by_rule(asked: Asked, rule: Rule) -> Iterator[ContactWay]:
    conditions = tuple(_conditions(asked, rule))
    if rule.value == "opt_in":
        by_consent = MarketingPermission.OPT_IN
        agreement = agreed(asked.frame, asked.facts, asked.purpose, sender=asked.sender)
        cited = tuple(attrs.evolve(each, cites=(*rule.cites, *each.cites)) for each in agreement)
        yield _way(asked, by_consent.label, by_consent, *cited, *conditions, rule=rule)
        if asked.reaches(*ELECTRONIC):
            yield from _by_custom(asked, rule)
    elif rule.value == "soft_opt_in":
        yield _customer(asked, rule)
    elif rule.value == "opt_out":
        by_silence = MarketingPermission.OPT_OUT
        let = rule_premise(rule, rule.topic, LET, holds=True)
        unlisted = tuple(_unlisted(asked, rule))
        yield _way(asked, by_silence.label, by_silence, let, *unlisted, *conditions, rule=rule)
    else:
        excepted = rule_premise(
            rule, "national.exception", EXCEPTION, holds=asked.given.get("national.exception")
        )
        agreement = agreed(asked.frame, asked.facts, asked.purpose, sender=asked.sender)
        by_consent = MarketingPermission.OPT_IN
        yield _way(asked, by_consent.label, by_consent, *agreement, rule=rule)
        yield _way(asked, EXCEPTION, None, *(conditions or (excepted,)), rule=rule)


def _unlisted(asked: Asked, rule: Rule) -> Iterator[Premise]:
    if rule.topic == PHONE_TOPIC:
        yield rule_premise(rule, UNLISTED, ON_NO_LIST, holds=asked.given.get(UNLISTED))


def _by_custom(asked: Asked, rule: Rule) -> Iterator[ContactWay]:
    # The exception one law makes lifts nothing that another asks for.
    for known in asked.frame.asked(CUSTOMER_TOPIC):
        if known.rule.jurisdiction == rule.jurisdiction and not known.hangs_on:
            yield _customer(asked, known.rule)


def _customer(asked: Asked, rule: Rule) -> ContactWay:
    soft = MarketingPermission.SOFT_OPT_IN
    premises = tuple(customer_premises(asked.frame, asked.customer, rule))
    own = {term for _, term in CONDITIONS.values()}
    # What nobody said of a condition is asked already, in the directive's own words.
    more = (
        premise
        for premise in _conditions(asked, rule)
        if premise.holds is not None or premise.fact not in own
    )
    return _way(asked, soft.label, soft, *premises, *more, rule=rule)


def _by_interest(asked: Asked) -> ContactWay:
    assessment = about(asked.frame, asked.assessment, asked.purpose)
    weighed = None if assessment is None else assessment.supports(asked.frame.on)
    cites = asked.frame.cite("GDPR Art. 6(1)(f)", "GDPR Recital 47")
    premise = Premise(fact="assessment", holds=weighed, what=WEIGHED, cites=cites, judged=True)
    return _way(asked, NO_WIRE, None, premise)


def _conditions(asked: Asked, rule: Rule) -> Iterator[Premise]:
    for condition in rule.conditions:
        yield condition_premise(asked.frame, rule, condition, holds=asked.holds(condition))


def _way(
    asked: Asked,
    what: Message,
    permission: MarketingPermission | None,
    *premises: Premise,
    rule: Rule | None = None,
) -> ContactWay:
    frame = asked.frame
    return ContactWay(
        what=what,
        permission=permission,
        premises=premises,
        remarks=() if rule is None else (_told(rule),),
        **frame.parts,
    )


def _told(rule: Rule) -> Step:
    return Step(says=phrase(rule.says), rule=rule.id, cites=rule.cites, weight=rule.weight)
