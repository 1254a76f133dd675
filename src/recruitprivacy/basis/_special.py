"""
Special categories: what lifts the prohibition, beside a lawful basis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.basis._activity import Activity
from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._consent import NOTHING, ConsentAsked, consent_premises
from recruitprivacy.basis._frame import UNION, Frame
from recruitprivacy.basis._national import national
from recruitprivacy.basis._premise import Premise
from recruitprivacy.findings import Step
from recruitprivacy.messages import Message, phrase
from recruitprivacy.vocabulary import Art9Condition

__all__ = ["Condition", "national_topics", "special_ways"]

HEALTH: Final = "health"
MONITORING: Final = "diversity_monitoring"
EQUALITY: Final = "equal_opportunities_monitoring"
CONSENTING: Final = frozenset({"consent_required", "explicit_consent_required"})

PUBLIC: Final = Message(
    "basis.art_9.public", "the person manifestly made these data public themselves"
)
CLAIMED: Final = Message(
    "basis.art_9.claimed", "a claim is pending or concretely expected, and needs these data"
)
SECRET: Final = Message(
    "basis.art_9.secret",
    "only an occupational physician or somebody else bound to professional secrecy handles them",
)
STATISTICAL: Final = Message(
    "basis.art_9.statistical", "the purpose is research or statistics, with a law that allows it"
)
IN_DANGER: Final = Message(
    "basis.art_9.in_danger", "somebody’s life hangs on it, and the person cannot consent"
)
NOT_RECRUITING: Final = Message(
    "basis.art_9.not_recruiting", "this condition is made for something like recruiting"
)
BY_LAW: Final = Message(
    "basis.art_9.by_law", "a law or collective agreement of the place allows it, with safeguards"
)


@attrs.frozen(kw_only=True)
class Condition(Answer):
    """
    One condition that lifts the prohibition of special categories, and whether it is met.

    Attributes:
        condition: The condition.
    """

    condition: Art9Condition


@attrs.frozen(kw_only=True)
class Asked:
    """
    An activity with the special categories it reaches.
    """

    activity: Activity
    frame: Frame
    categories: tuple[str, ...]


Premises: TypeAlias = Callable[[Asked], Iterator[Premise]]


def national_topics(frame: Frame, activity: Activity, categories: tuple[str, ...]) -> Iterator[str]:
    """
    Name the questions national law answers about special categories.
    """
    on_health = any(frame.is_category(category, HEALTH) for category in categories)
    if on_health or (categories and frame.names(HEALTH, categories)):
        yield HEALTH
    if frame.is_purpose(activity.purpose, EQUALITY):
        yield MONITORING


def special_ways(
    frame: Frame, activity: Activity, categories: tuple[str, ...]
) -> Iterator[Condition]:
    """
    Yield each condition with what it needs.
    """
    asked = Asked(activity=activity, frame=frame, categories=categories)
    for condition, premises in CONDITIONS.items():
        yield Condition(
            what=condition.label,
            condition=condition,
            premises=tuple(premises(asked)),
            remarks=tuple(_remarks(asked, condition)),
            **frame.parts,
        )


def _explicit(asked: Asked) -> Iterator[Premise]:
    consent = asked.activity.consent or NOTHING
    named: ConsentAsked = attrs.evolve(
        consent, purposes=consent.purposes or (asked.activity.purpose,)
    )
    purpose = asked.activity.purpose
    yield from consent_premises(asked.frame, named, explicit=True, purpose=purpose)


def _by_employment_law(asked: Asked) -> Iterator[Premise]:
    yield from _allowed_by_law(asked, Art9Condition.EMPLOYMENT_LAW)


def _public_interest(asked: Asked) -> Iterator[Premise]:
    yield from _allowed_by_law(asked, Art9Condition.SUBSTANTIAL_PUBLIC_INTEREST)


def _allowed_by_law(asked: Asked, condition: Art9Condition) -> Iterator[Premise]:
    frame, activity = asked.frame, asked.activity
    topics = tuple(national_topics(frame, activity, asked.categories))
    wanted = MONITORING if condition is Art9Condition.SUBSTANTIAL_PUBLIC_INTEREST else HEALTH
    if wanted in topics and not _left_to_consent(asked, wanted):
        yield from national(frame, wanted, asked.categories, activity.given)
    else:
        cites = frame.cite(condition.cites)
        yield Premise(fact="law", holds=None, what=BY_LAW, cites=cites, unsourced=True)


def _left_to_consent(asked: Asked, topic: str) -> bool:
    """
    Say whether all the place has is a rule that asks for consent, which is a condition of its own.
    """
    found = [
        known.rule.value
        for known in asked.frame.asked(topic, asked.categories)
        if known.rule.jurisdiction != UNION
    ]
    return bool(found) and set(found) <= CONSENTING


def _made_public(asked: Asked) -> Iterator[Premise]:
    cites = asked.frame.cite("GDPR Art. 9(2)(e)")
    holds = asked.activity.made_public
    yield Premise(fact="made_public", holds=holds, what=PUBLIC, cites=cites, judged=True)


def _claims(asked: Asked) -> Iterator[Premise]:
    cites = asked.frame.cite("GDPR Art. 9(2)(f)")
    yield Premise(fact="claim", holds=asked.activity.claim, what=CLAIMED, cites=cites)


def _health_care(asked: Asked) -> Iterator[Premise]:
    cites = asked.frame.cite("GDPR Art. 9(2)(h)", "GDPR Art. 9(3)")
    holds = asked.activity.by_professional
    about_health = any(asked.frame.is_category(each, HEALTH) for each in asked.categories)
    yield Premise(
        fact="by_professional", holds=holds if about_health else False, what=SECRET, cites=cites
    )
    if about_health:
        yield from national(asked.frame, HEALTH, asked.categories, asked.activity.given)


def _statistics(asked: Asked) -> Iterator[Premise]:
    purpose = asked.activity.purpose
    counted = any(
        asked.frame.is_purpose(purpose, each) for each in ("research", "analytics_statistics")
    )
    cites = asked.frame.cite("GDPR Art. 9(2)(j)", "GDPR Art. 89(1)")
    holds = None if counted else False
    yield Premise(fact="purpose", holds=holds, what=STATISTICAL, cites=cites, unsourced=counted)


def _vital(asked: Asked) -> Iterator[Premise]:
    cites = asked.frame.cite("GDPR Art. 9(2)(c)")
    emergency = asked.frame.is_purpose(asked.activity.purpose, "emergency_contact_use")
    holds = asked.activity.endangered if emergency else False
    yield Premise(fact="endangered", holds=holds, what=IN_DANGER, cites=cites)


def _never(condition: Art9Condition) -> Premises:
    def premises(asked: Asked) -> Iterator[Premise]:
        cites = asked.frame.cite(condition.cites)
        yield Premise(fact="purpose", holds=False, what=NOT_RECRUITING, cites=cites)

    return premises


CONDITIONS: Final[Mapping[Art9Condition, Premises]] = MappingProxyType(
    {
        Art9Condition.EXPLICIT_CONSENT: _explicit,
        Art9Condition.EMPLOYMENT_LAW: _by_employment_law,
        Art9Condition.VITAL_INTERESTS_INCAPABLE: _vital,
        Art9Condition.MEMBER_ORGANISATION: _never(Art9Condition.MEMBER_ORGANISATION),
        Art9Condition.MADE_PUBLIC: _made_public,
        Art9Condition.LEGAL_CLAIMS: _claims,
        Art9Condition.SUBSTANTIAL_PUBLIC_INTEREST: _public_interest,
        Art9Condition.HEALTH_CARE: _health_care,
        Art9Condition.PUBLIC_HEALTH: _never(Art9Condition.PUBLIC_HEALTH),
        Art9Condition.RESEARCH_STATISTICS: _statistics,
    }
)

STILL_NEEDED: Final = Message(
    "basis.art_9.also_a_basis",
    "The condition lifts the prohibition only; a lawful basis is needed besides.",
)
NATIONAL_BAR: Final = Message(
    "basis.art_9.national_bar",
    "A national law may forbid what consent would allow; what it says here stands with the "
    "question about it.",
)


def _remarks(asked: Asked, condition: Art9Condition) -> Iterator[Step]:
    cites = asked.frame.cite("GDPR Recital 51", "C-667/21")
    yield Step(says=phrase(STILL_NEEDED), cites=cites)
    if condition is Art9Condition.EXPLICIT_CONSENT:
        yield Step(says=phrase(NATIONAL_BAR), cites=asked.frame.cite("GDPR Art. 9(2)(a)"))
