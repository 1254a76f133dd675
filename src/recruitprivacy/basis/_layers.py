"""
What guarded data, children and machines need beside a lawful basis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.basis._activity import Activity, refuse_faulty
from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._machines import machine_remarks, machine_ways
from recruitprivacy.basis._national import authorised, national, rule_premise, rule_remarks
from recruitprivacy.basis._premise import Premise, negated
from recruitprivacy.basis._special import MONITORING, national_topics, special_ways
from recruitprivacy.findings import Step
from recruitprivacy.law import Law, Rule, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.vocabulary import BUILT_IN, Kind, Sensitivity, Vocabulary

__all__ = ["Guard", "Layer", "layers"]


class Guard(StrEnum):
    """
    What is guarded by a rule of its own.
    """

    SPECIAL_CATEGORIES = "special_categories"
    HEALTH = "health"
    DIVERSITY = "diversity"
    CRIMINAL_DATA = "criminal_data"
    NATIONAL_ID = "national_id"
    MINORS = "minors"
    AUTOMATED_DECISIONS = "automated_decisions"
    PROHIBITED_PRACTICES = "prohibited_practices"


SPECIAL: Final = Message("basis.guard.special_categories", "special categories of personal data")
ON_HEALTH: Final = Message("basis.guard.health", "questions about health")
ON_DIVERSITY: Final = Message("basis.guard.diversity", "monitoring of equal opportunities")
CRIMINAL: Final = Message("basis.guard.criminal_data", "criminal convictions and offences")
IDENTIFIERS: Final = Message("basis.guard.national_id", "national identification numbers")
MINORS: Final = Message("basis.guard.minors", "young people at work")
MACHINES: Final = Message("basis.guard.automated_decisions", "decisions by machines")
PRACTICES: Final = Message("basis.guard.prohibited_practices", "inferring emotions from people")

NOT_BY_CONSENT: Final = Message(
    "basis.art_10.not_by_consent",
    "The person’s consent is not enough by itself, nor that the client wants it, nor that it is "
    "voluntary.",
)
REVEALS: Final = Message(
    "basis.art_9.reveals",
    "These data can reveal special categories; whoever infers those processes them: {categories}.",
)
EXCEPTED: Final = Message(
    "basis.minors.excepted", "an exception for people so young, as for light work, covers this work"
)
OLD_ENOUGH: Final = Message("basis.minors.old_enough", "the person is old enough to work there")
NO_EMOTIONS: Final = Message(
    "basis.practice.no_emotions", "nothing infers what people feel while they are recruited"
)
WORKING_AGE: Final = "working_age"
AUTOMATED: Final = "automated_decisions"
EMOTIONS: Final = "automation.infers_emotions"


@attrs.frozen(kw_only=True)
class Layer(Answer):
    """
    What one guard asks of an activity.

    Attributes:
        guard: What is guarded.
        categories: The data that are.
    """

    guard: Guard
    categories: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Asked:
    """
    An activity under the law of its situation.
    """

    activity: Activity
    frame: Frame

    def of(self, *classes: Sensitivity) -> tuple[str, ...]:
        """
        List the categories of some classes.
        """
        words = self.frame.vocabulary
        return tuple(
            category
            for category in self.activity.categories
            if words.term(Kind.CATEGORY, category).sensitivity in classes
        )


Making: TypeAlias = Callable[[Asked], Iterator[Layer]]


def _layer(asked: Asked, guard: Guard, **parts: object) -> Layer:
    frame = asked.frame
    return Layer(
        guard=guard,
        what=SAYS[guard],
        **frame.parts,
        **parts,  # type: ignore[arg-type]  # the parts of an answer
    )


def _special(asked: Asked) -> Iterator[Layer]:
    categories = asked.of(Sensitivity.SPECIAL)
    revealing = asked.of(Sensitivity.MAY_REVEAL_SPECIAL)
    remarks = tuple(_revealing(asked, revealing))
    if categories:
        ways = tuple(special_ways(asked.frame, asked.activity, categories))
        yield _layer(
            asked,
            Guard.SPECIAL_CATEGORIES,
            categories=categories,
            premises=(asked.frame.in_force,),
            ways=ways,
            remarks=remarks,
        )


def _revealing(asked: Asked, categories: tuple[str, ...]) -> Iterator[Step]:
    if categories:
        words = asked.frame.vocabulary
        labels = tuple(words.term(Kind.CATEGORY, each).label for each in categories)
        cites = asked.frame.cite("GDPR Art. 9(1)", "GDPR Recital 51", "C-184/20")
        yield Step(says=phrase(REVEALS, categories=labels), cites=cites)


def _nationally(asked: Asked) -> Iterator[Layer]:
    """
    Ask national law about health and monitoring, whatever lifts the prohibition.
    """
    categories = asked.of(Sensitivity.SPECIAL)
    for topic in national_topics(asked.frame, asked.activity, categories):
        guard = Guard.DIVERSITY if topic == MONITORING else Guard.HEALTH
        premises = national(asked.frame, topic, categories, asked.activity.given)
        remarks = tuple(rule_remarks(asked.frame, topic, categories))
        yield _layer(asked, guard, categories=categories, premises=premises, remarks=remarks)


def _criminal(asked: Asked) -> Iterator[Layer]:
    categories = asked.of(Sensitivity.CRIMINAL)
    if not categories:
        return
    given = asked.activity.given
    premises = national(asked.frame, "criminal_data", categories, given)
    passing = asked.frame.asked("agency_rules", categories) if asked.activity.shared_with else ()
    if any(known.rule.categories for known in passing):
        premises = (*premises, *national(asked.frame, "agency_rules", categories, given))
    cites = asked.frame.cite("GDPR Art. 10")
    yield _layer(
        asked,
        Guard.CRIMINAL_DATA,
        categories=categories,
        premises=(
            asked.frame.in_force,
            *premises,
            authorised(asked.frame, categories, given),
        ),
        remarks=(
            Step(says=phrase(NOT_BY_CONSENT), cites=cites),
            *rule_remarks(asked.frame, "criminal_data", categories),
        ),
    )


def _identifiers(asked: Asked) -> Iterator[Layer]:
    categories = asked.of(Sensitivity.NATIONAL_IDENTIFIER)
    if categories:
        premises = national(asked.frame, "national_id", categories, asked.activity.given)
        remarks = tuple(rule_remarks(asked.frame, "national_id", categories))
        yield _layer(
            asked, Guard.NATIONAL_ID, categories=categories, premises=premises, remarks=remarks
        )


def _minors(asked: Asked) -> Iterator[Layer]:
    if not asked.activity.young:
        return
    consent = asked.activity.consent
    age = None if consent is None else consent.age
    rules = [known.rule for known in asked.frame.asked(WORKING_AGE) if not known.hangs_on]
    premises = tuple(_old_enough(asked, rule, age) for rule in rules)
    none = Premise(fact="law.working_age", holds=None, what=OLD_ENOUGH, unsourced=True)
    remarks = tuple(rule_remarks(asked.frame, WORKING_AGE, ()))
    yield _layer(asked, Guard.MINORS, premises=premises or (none,), remarks=remarks)


def _old_enough(asked: Asked, rule: Rule, age: int | None) -> Premise:
    if age is None or age >= int(str(rule.value)):
        holds = None if age is None else True
        return rule_premise(rule, "consent.age", OLD_ENOUGH, holds=holds)
    # Every country has exceptions for the young; whether one covers this work is not in the rule.
    fact = "national.exception"
    return rule_premise(rule, fact, EXCEPTED, holds=asked.activity.given.get(fact))


def _machines(asked: Asked) -> Iterator[Layer]:
    automation = asked.activity.automation
    if automation is not None:
        yield _layer(
            asked,
            Guard.AUTOMATED_DECISIONS,
            premises=(asked.frame.in_force,),
            ways=tuple(machine_ways(asked.frame, asked.activity, automation)),
            remarks=tuple(machine_remarks(asked.frame, asked.activity, automation)),
        )


def _practices(asked: Asked) -> Iterator[Layer]:
    automation = asked.activity.automation
    if automation is None or automation.infers_emotions is False:
        return
    rules = [known for known in asked.frame.asked(AUTOMATED) if _is_practice(known.rule)]
    inferring = automation.infers_emotions
    premises = tuple(
        Premise(
            fact=f"situation.{known.hangs_on[0]}" if known.hangs_on else EMOTIONS,
            holds=None if known.hangs_on else negated(inferring),
            what=NO_EMOTIONS,
            cites=known.rule.cites,
            weight=known.rule.weight,
            rule=known.rule.id,
        )
        for known in rules
    )
    none = Premise(fact=EMOTIONS, holds=None, what=NO_EMOTIONS, unsourced=True)
    yield _layer(asked, Guard.PROHIBITED_PRACTICES, premises=premises or (none,))


def _is_practice(rule: Rule) -> bool:
    # AI Act Art. 5(1)(f): emotions at the workplace, for which a candidate is on the way.
    return any(
        (cite.act, cite.number, cite.points) == ("AI Act", "5", ("1", "f")) for cite in rule.cites
    )


SAYS: Final[Mapping[Guard, Message]] = MappingProxyType(
    {
        Guard.SPECIAL_CATEGORIES: SPECIAL,
        Guard.HEALTH: ON_HEALTH,
        Guard.DIVERSITY: ON_DIVERSITY,
        Guard.CRIMINAL_DATA: CRIMINAL,
        Guard.NATIONAL_ID: IDENTIFIERS,
        Guard.MINORS: MINORS,
        Guard.AUTOMATED_DECISIONS: MACHINES,
        Guard.PROHIBITED_PRACTICES: PRACTICES,
    }
)
MAKING: Final[tuple[Making, ...]] = (
    _special,
    _nationally,
    _criminal,
    _identifiers,
    _minors,
    _machines,
    _practices,
)


def layers(
    activity: Activity,
    situation: Situation,
    law: Law,
    *,
    on: date,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Layer, ...]:
    """
    Judge what guarded data, children and machines need, each beside a lawful basis.

    No layer means that none of what is guarded is in the activity as described. A country whose
    rule on a guard nobody loaded is unknown, never allowed.

    Args:
        activity: What is done, in facts; only its ``categories`` are looked at, and those of them
            that only may reveal something are remarked on.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about.
        vocabulary: The words of the activity.

    Raises:
        FaultsError: If the activity contradicts itself or uses unknown words, or the situation
            names no place.

    >>> from recruitprivacy.law import load
    >>> asked = Activity(role="candidate", purpose="selection",
    ...                  categories=("national_id_number", "health"))
    >>> for layer in layers(asked, Situation(establishment="NL", place_of_work="NL"), load("NL"),
    ...                     on=date(2026, 3, 2)):
    ...     print(layer.guard.value, layer.standing.value)
    special_categories arguable
    health arguable
    national_id arguable

    Law:
        GDPR Art. 9(1): special categories are prohibited unless a condition is met.
        GDPR Art. 10: criminal data need official authority or a law.
        GDPR Art. 22(1): nobody is subject to a decision by a machine alone.
        GDPR Art. 87: Member States set the conditions for identification numbers.
    """
    refuse_faulty(activity, situation, vocabulary)
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    asked = Asked(activity=activity, frame=frame)
    return tuple(layer for making in MAKING for layer in making(asked))
