"""
Which rule on a deadline binds a controller, and where it acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

import attrs

from recruitprivacy.errors import (
    NoRuleError,
    RegimeError,
    RuleNotInForceError,
    UnknownFactorError,
)
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._kinds import Factor
from recruitprivacy.law._law import Law
from recruitprivacy.law._pack import country_of
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._selection import EVENT_ON, IN_FORCE, Considered, Selection
from recruitprivacy.law._situation import Situation

__all__ = ["Place", "beside", "binding", "place_of", "regime_of"]


@attrs.frozen(kw_only=True)
class Place:
    """
    Where a controller acts: its days off and its clock.
    """

    key: str
    calendar: Calendar
    zone: ZoneInfo


def place_of(situation: Situation, law: Law, calendar: Calendar | None) -> Place:
    """
    Find where a controller acts: where it is established.

    Raises:
        UnknownFactorError: If the establishment is unknown.
        UnknownJurisdictionError: If its pack is not loaded.
    """
    where = situation.establishment
    if where is None:
        raise UnknownFactorError("establishment")
    return Place(key=where, calendar=calendar or law.calendar(where), zone=law.zone(where))


def regime_of(rule: Rule, law: Law) -> Regime:
    """
    Find how the jurisdiction of a rule counts.

    Raises:
        RegimeError: If no pack loaded says so.
    """
    own = (pack.counts(rule.topic) for pack in law.packs if pack.jurisdiction == rule.jurisdiction)
    regime = next(filter(None, own), None)
    if regime is None:
        way_out = "write a [counting] table into its pack, or count with a regime of your own"
        raise RegimeError(rule.jurisdiction, rule.id, way_out)
    return regime


def binding(topic: str, law: Law, situation: Situation, place: str, on: date) -> Selection:
    """
    Find the rules of a topic that bind a controller for what reached it on a day; one at least.

    Raises:
        RuleNotInForceError: If the rule that would bind it did not apply yet, or no longer.
        UnknownFactorError: If it hangs on an unknown tie which one binds it.
        NoRuleError: If there is none.
    """
    found = law.rules(topic, situation, on=on, event_on=on)
    if found.applies:
        return found
    for rule, joined_on in _out_of_days(found.set_aside, law, place):
        versions = law.history(rule.id)
        first, last = versions[0].applies_from, versions[-1].applies_until
        raise RuleNotInForceError(rule.id, on, joined_on or first, last)
    for unsure in found.open:
        raise UnknownFactorError(unsure.facts[0])
    raise NoRuleError(topic, place, on)


def _out_of_days(
    considered: tuple[Considered, ...], law: Law, place: str
) -> Iterator[tuple[Rule, date | None]]:
    for each in considered:
        apart = set(each.facts).difference({EVENT_ON, IN_FORCE})
        joined_on = _joined_on(each.rule, law, place)
        if not apart or (joined_on and apart == {Factor.ESTABLISHMENT.value}):
            yield each.rule, joined_on


def _joined_on(rule: Rule, law: Law, place: str) -> date | None:
    # In some members the law of the whole began later than in the others.
    packs = (pack for pack in law.packs if pack.jurisdiction == rule.jurisdiction)
    return next((pack.joined.get(country_of(place)) for pack in packs), None)


def beside(rule: Rule, topic: str, law: Law, on: date) -> tuple[Rule, ...]:
    """
    Find the rules of another topic that the same jurisdiction had in force on a day.
    """
    return tuple(
        each
        for each in law.every_rule(topic)
        if each.jurisdiction == rule.jurisdiction and each.topic == topic and each.in_force(on)
    )
