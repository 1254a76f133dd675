"""
When something is due under a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

import attrs

from recruitprivacy.errors import RegimeError
from recruitprivacy.findings import Step
from recruitprivacy.law._binding import place_of, regime_of
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._deadline import Deadline
from recruitprivacy.law._deferred import Deferred
from recruitprivacy.law._kinds import Confidence, Kind
from recruitprivacy.law._law import Law
from recruitprivacy.law._limits import count, local_day
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._situation import Situation
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Period

__all__ = ["due", "length_of", "sets", "step_of", "told_under"]

# A limit of keeping is no period for doing something: it never runs on to a working day.
KEEPING: Final = frozenset({Kind.FLOOR, Kind.CEILING, Kind.FIXED, Kind.HOLD})

SETS: Final = Message("law.step.sets", "The law allows {period}.")
UNVERIFIED: Final = Message(
    "law.step.unverified", "What this text says has not been confirmed in a second source."
)


def due(
    rule: Rule,
    event: date | datetime,
    *,
    law: Law,
    situation: Situation,
    calendar: Calendar | None = None,
) -> Deadline:
    """
    Find the last day for something a rule sets a period for.

    The days off and the time zone are those where the controller is established: that is where
    the action is taken.

    Args:
        rule: A rule with a period.
        event: The day of the event, or the instant.
        law: The law the rule stands in.
        situation: Its establishment must be known.
        calendar: A calendar of one's own, instead of the one shipped.

    Raises:
        UnknownFactorError: If the establishment is unknown.
        UnknownJurisdictionError: If the pack of the establishment is not loaded.
        RegimeError: If the rule states no period, or one of keeping.

    >>> from recruitprivacy.law import load
    >>> book = load("NL")
    >>> rule = book.rule("eu.deadline.art14", on=date(2025, 3, 27))
    >>> due(rule, date(2025, 3, 27), law=book, situation=Situation(establishment="NL")).last_day
    datetime.date(2025, 4, 28)
    """
    place, period, regime = (
        place_of(situation, law, calendar),
        length_of(rule),
        regime_of(rule, law),
    )
    on = local_day(event, place.zone)
    starts = rule.starts_on(on, financial_year_ends=situation.financial_year_ends)
    since = event if starts == on else starts
    counted = count(since, period, calendar=place.calendar, zone=place.zone, regime=regime)
    told = told_under(counted, (rule,), (sets(rule, period),))
    return attrs.evolve(counted, rules=(rule,), law=law.digest, steps=told)


def length_of(rule: Rule) -> Period:
    """
    Return the length of time in which a rule asks for something to be done.

    Raises:
        RegimeError: If it states none, or one of keeping.
    """
    whose = rule.jurisdiction
    if rule.period is None:
        raise RegimeError(whose, rule.id, "the rule sets no length of time; read its value")
    if rule.kind in KEEPING:
        raise RegimeError(whose, rule.id, "how long data are kept is for retention to answer")
    return rule.period


def sets(rule: Rule, period: Period) -> Step:
    """
    Tell what length of time a rule sets.
    """
    return step_of(rule, phrase(SETS, period=period))


def step_of(rule: Rule, says: Phrase) -> Step:
    """
    Tell something that rests on a rule.
    """
    return Step(says=says, rule=rule.id, cites=rule.cites, weight=rule.weight)


def told_under(counted: Deadline, rules: tuple[Rule, ...], steps: Iterable[Step]) -> Deferred[Step]:
    """
    Tell what the rules say, which of them is not confirmed, and then how the period was counted.
    """
    return Deferred(lambda: (*steps, *_doubts(rules), *counted.steps))


def _doubts(rules: Iterable[Rule]) -> Iterator[Step]:
    for rule in rules:
        if rule.confidence is Confidence.UNVERIFIED:
            yield step_of(rule, phrase(UNVERIFIED))
