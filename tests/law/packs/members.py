"""
What the tests of the packs share: a rule's answer, a claim's last day, and a record at home.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs

from recruitprivacy.law import Kind, Law, Rule, Situation, due
from recruitprivacy.messages import Words
from recruitprivacy.retention import Bound, Status
from tests.law.packs.keeping import Kept

DAY: Final = timedelta(days=1)

Event = tuple[str, str]


def at_home(place: str) -> Situation:
    """
    Put the controller, the employer, the work and the person in one country.
    """
    return Situation(
        establishment=place, formal_employer=place, place_of_work=place, residence=place
    )


def said(rule: Rule) -> object:
    """
    Take what a rule answers: a length of time as it is written, a name's languages, or a value.
    """
    if isinstance(rule.value, Words):
        return dict(rule.value.by_language)
    return str(rule.period) if rule.period else rule.value


def sourced(rule: Rule) -> tuple[object, str]:
    """
    Take a rule's value and the provision it rests on first.
    """
    return rule.value, str(rule.cites[0])


def claimed(rule: Rule, event: str, law: Law, situation: Situation) -> tuple[str, int, bool]:
    """
    Count a period for claims: its last day, how long after it is too late, and whether it is one.
    """
    found = due(rule, date.fromisoformat(event), law=law, situation=situation)
    late = found.expires_at.date() - found.last_day
    return str(found.last_day), late.days, rule.kind is Kind.LIMITATION


ABROAD: Final = at_home("SE")


@attrs.frozen(kw_only=True)
class Home:
    """
    One country's law, with everything in that country.
    """

    place: str
    law: Law

    def first_answers(self) -> list[tuple[str, str, object]]:
        """
        List each version of each rule: its id, its first day, and what it says.
        """
        (pack,) = [pack for pack in self.law.packs if pack.jurisdiction == self.place]
        return [(rule.id, str(rule.applies_from), said(rule)) for rule in pack.rules]

    def must_go(self, kept: Kept, event: Event, last: str) -> tuple[list[Bound], list[Status]]:
        """
        Ask on the event's day, on the last day the data may exist, and on the day after.
        """
        happened = (event[0], date.fromisoformat(event[1]))
        end = date.fromisoformat(last)
        found = [kept.on(on, happened, law=self.law) for on in (happened[1], end, end + DAY)]
        return [each.must_be_gone_by for each in found], [each.status for each in found]

    def may_go(self, kept: Kept, events: tuple[Event, ...], first: str) -> list[Bound]:
        """
        Ask on the last event's day, on the last day the data are kept, and on the day after.
        """
        happened = [(what, date.fromisoformat(on)) for what, on in events]
        free = date.fromisoformat(first)
        begun = happened[-1][1] if happened else kept.opened_on
        days = (begun, free - DAY, free)
        return [kept.on(on, *happened, law=self.law).may_erase_from for on in days]

    def floors_abroad(
        self, kept: Kept, events: tuple[Event, ...], on: str, *, abroad: Situation = ABROAD
    ) -> list[str]:
        """
        List the floors of this law that still bind when everything, or some of it, is in Sweden.
        """
        happened = [(what, date.fromisoformat(day)) for what, day in events]
        there = attrs.evolve(kept, situation=abroad)
        found = there.on(date.fromisoformat(on), *happened, law=self.law)
        own = f"{self.place.lower()}."
        return [each.clause.rule for each in found.endings if each.clause.rule.startswith(own)]

    def last_day(self, rule_id: str, event: str) -> str:
        """
        Count the last day of a period for a claim, from an event at home.
        """
        began = date.fromisoformat(event)
        rule = self.law.rule(rule_id, on=began)
        return str(due(rule, began, law=self.law, situation=at_home(self.place)).last_day)
