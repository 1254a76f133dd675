"""
When something is due under a rule, and when a person must be answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.errors import RegimeError, UnknownFactorError
from recruitprivacy.findings import Reading, Step
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._deadline import Deadline
from recruitprivacy.law._kinds import Confidence, Kind
from recruitprivacy.law._law import Law
from recruitprivacy.law._limits import count, last_day, local_day
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._situation import Situation
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Period

__all__ = ["ANSWER", "EXTENSION", "answer_due", "due"]

ANSWER: Final = "eu.deadline.dsar"
"""The rule that sets the time for an answer."""
EXTENSION: Final = "eu.deadline.dsar-extension"
"""The rule that allows further time."""

# A limit of keeping is no period for doing something: it never runs on to a working day.
KEEPING: Final = frozenset({Kind.FLOOR, Kind.CEILING, Kind.FIXED, Kind.HOLD})

SETS: Final = Message("law.step.sets", "The law allows {period}.")
UNVERIFIED: Final = Message(
    "law.step.unverified", "The rule {rule} has not been confirmed in a second source."
)
FROM_END: Final = Message(
    "law.reading.extension_from_first_end",
    "The extension is counted from the end of the first period, not from receipt.",
)
EXTENDED: Final = Message(
    "law.step.extended",
    "With an extension of {extension} the whole period is {period}, counted once from receipt.",
)
CAPPED: Final = Message(
    "law.step.capped", "More than {period} was announced; the law allows no more than that."
)

EXTENDS: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="12", points=("3",), sentence="2")


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
    place = _place(situation, law, calendar)
    regime = _regime_of(rule, law)
    if rule.period is None:
        raise RegimeError(regime, rule.id, "the rule sets no length of time; read its value")
    if rule.kind in KEEPING:
        raise RegimeError(regime, rule.id, "how long data are kept is for retention to answer")
    starts = rule.starts_on(local_day(event, place.zone)) if rule.end_of_year else event
    counted = place.count(starts, rule.period, regime)
    return _under(counted, (rule,), (_sets(rule, rule.period),), law)


def answer_due(
    received: date | datetime,
    *,
    law: Law,
    situation: Situation,
    extension: Period | None = None,
    calendar: Calendar | None = None,
) -> Deadline:
    """
    Find the last day to answer a request under Articles 15 to 22 of the GDPR.

    Args:
        received: The day or the instant at which the request reached the controller.
        law: The law, with the pack of the controller's establishment.
        situation: Its establishment must be known.
        extension: The further time announced to the person, or None. Whether it was announced in
            time and with reasons is not judged here.
        calendar: A calendar of one's own, instead of the one shipped.

    Raises:
        RuleNotInForceError: If it was received before the GDPR applied.
        UnknownFactorError: If the establishment is unknown.

    >>> from recruitprivacy.law import load
    >>> here = Situation(establishment="NL")
    >>> answer = answer_due(date(2026, 3, 5), law=load("NL"), situation=here)
    >>> answer.last_day, str(answer.cites[0])       # 5 April is Easter Sunday
    (datetime.date(2026, 4, 7), 'GDPR Art. 12(3)')
    >>> longer = answer_due(date(2026, 3, 5), law=load("NL"), situation=here,
    ...                     extension=Period(months=2))
    >>> longer.last_day, longer.earliest
    (datetime.date(2026, 6, 5), datetime.date(2026, 6, 5))

    Law:
        GDPR Art. 12(3): one month from receipt, and at most two further months.
    """
    place = _place(situation, law, calendar)
    rule = law.rule(ANSWER, on=local_day(received, place.zone))
    first = due(rule, received, law=law, situation=situation, calendar=place.calendar)
    return _extended(first, received, extension, place, law) if extension else first


@attrs.frozen(kw_only=True)
class _Place:
    calendar: Calendar
    zone: ZoneInfo

    def count(self, event: date | datetime, period: Period, regime: Regime) -> Deadline:
        return count(event, period, calendar=self.calendar, zone=self.zone, regime=regime)

    def last_day(self, event_on: date, period: Period) -> date:
        return last_day(event_on, period, calendar=self.calendar)


def _place(situation: Situation, law: Law, calendar: Calendar | None) -> _Place:
    where = situation.establishment
    if where is None:
        raise UnknownFactorError("establishment")
    return _Place(calendar=calendar or law.calendar(where), zone=law.zone(where))


def _extended(
    first: Deadline, received: date | datetime, extension: Period, place: _Place, law: Law
) -> Deadline:
    further = law.rule(EXTENSION, on=first.event_on)
    allowed = _allowed(first, extension, further, place)
    whole = _together(first.period, allowed)
    counted = place.count(received, whole, first.regime)
    says = phrase(EXTENDED, extension=allowed, period=whole)
    capped = (_step(further, phrase(CAPPED, period=allowed)),) if allowed != extension else ()
    steps = (_sets(first.rules[0], first.period), *capped, _step(further, says))
    readings = (*counted.readings, *_from_first_end(first, allowed, counted, place))
    counted = attrs.evolve(counted, readings=readings)
    return _under(counted, (*first.rules, further), steps, law)


def _allowed(first: Deadline, extension: Period, further: Rule, place: _Place) -> Period:
    longest = further.period or extension
    asked, most = (
        place.last_day(first.event_on, _together(first.period, each))
        for each in (extension, longest)
    )
    return longest if asked > most else extension


def _from_first_end(
    first: Deadline, extension: Period, counted: Deadline, place: _Place
) -> Iterator[Reading]:
    day = place.last_day(first.last_day, extension)
    if day != counted.last_day:
        says = phrase(FROM_END)
        cites = (EXTENDS,)
        yield Reading(key="extension_from_first_end", last_day=day, says=says, cites=cites)


def _regime_of(rule: Rule, law: Law) -> Regime:
    return next(pack.regime for pack in law.packs if pack.jurisdiction == rule.jurisdiction)


def _together(first: Period, further: Period) -> Period:
    fields = (field.name for field in attrs.fields(Period))
    return Period(**{name: getattr(first, name) + getattr(further, name) for name in fields})


def _sets(rule: Rule, period: Period) -> Step:
    return _step(rule, phrase(SETS, period=period))


def _step(rule: Rule, says: Phrase) -> Step:
    return Step(says=says, rule=rule.id, cites=rule.cites, weight=rule.weight)


def _under(
    counted: Deadline, rules: tuple[Rule, ...], steps: tuple[Step, ...], law: Law
) -> Deadline:
    doubts = [
        _step(rule, phrase(UNVERIFIED, rule=rule.id))
        for rule in rules
        if rule.confidence is Confidence.UNVERIFIED
    ]
    told = (*steps, *doubts, *counted.steps)
    return attrs.evolve(counted, rules=rules, law=law.digest, steps=told)
