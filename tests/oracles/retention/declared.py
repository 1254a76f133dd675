"""
Plain schedules said in the words of the library: a declaration and a pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, read_pack
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import (
    Clock,
    Controller,
    Holding,
    PartialDate,
    Policy,
    Requests,
    Responsibility,
    RetentionRule,
    Role,
    Use,
    Version,
    Which,
)
from recruitprivacy.vocabulary import LawfulBasis
from tests.oracles.retention.happened import CONTACTS, PURPOSES
from tests.oracles.retention.making import CATEGORIES
from tests.oracles.retention.plain import (
    CONSENTED,
    Contact,
    Edition,
    Length,
    Rule,
    Schedule,
    Statute,
)

TRIGGERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "closed": "procedure_closed",
        "collected": "data_collected",
        "contact": "contact",
        "hired": "hired",
        "left": "employment_ended",
    }
)
BOOK: Final = """
jurisdiction = "XX"
checked_on = 2026-01-01

[acts.LAW]
title = "Some Act"
"""


@lru_cache(maxsize=64)
def policy_of(schedule: Schedule) -> Policy:
    """
    Say a schedule as a declaration with its earlier version.
    """
    *earlier, now = (_edition(schedule, each) for each in schedule.editions)
    return attrs.evolve(now, earlier=tuple(earlier))


@cache
def law_of(statutes: tuple[Statute, ...]) -> Law:
    """
    Say some statutes as a pack of our own.
    """
    rules = "".join(
        _in_toml(place, one, since, length)
        for place, one in enumerate(statutes)
        for since, length in one.versions
    )
    return Law(packs=(read_pack(BOOK + rules, source="made up"),))


def _edition(schedule: Schedule, edition: Edition) -> Policy:
    since = edition.since
    return Policy(
        id="made-up",
        firm=("Made Up",),
        languages=("en",),
        version=Version(
            number=edition.number, published_on=PartialDate(since.year, since.month, since.day)
        ),
        roles=FrozenMap({"candidate": Role(), "client": Role()}),
        controllers=FrozenMap({"us": Controller(name="Made Up BV", country="XX")}),
        responsible=FrozenMap(
            {"all": Responsibility(roles=("candidate", "client"), among=("us",))}
        ),
        data=FrozenMap({"candidate": Holding(items=CATEGORIES)}),
        uses=FrozenMap({use: _use(use) for use in schedule.uses}),
        clocks=FrozenMap({"contact": _clock(edition.contact)}),
        retention=FrozenMap(
            {f"rule-{place}": _rule(rule) for place, rule in enumerate(edition.rules)}
        ),
        adopted=tuple(
            f"xx.retention.rule-{place}" for place, one in enumerate(schedule.law) if one.adopted
        ),
        requests=Requests(unproved_freeze=Period(days=schedule.stranger_days)),
    )


def _use(use: str) -> Use:
    consented = use == CONSENTED
    basis = LawfulBasis.CONSENT if consented else LawfulBasis.LEGITIMATE_INTERESTS
    return Use(roles=("candidate",), purposes=(PURPOSES[use],), basis=(basis,))


def _clock(contact: Contact) -> Clock:
    return Clock(
        counts=tuple(CONTACTS[each] for each in contact.counts),
        if_none=TRIGGERS[contact.instead],
        at_most=None if contact.cap is None else _period(contact.cap),
    )


def _rule(rule: Rule) -> RetentionRule:
    length = _period(rule.length) if rule.length != Length() else None
    return RetentionRule(
        at_once=length is None,
        at_most=length if rule.does == "ceiling" else None,
        aim=length if rule.does == "wish" else None,
        after=TRIGGERS[rule.starts],
        which=Which(rule.which) if rule.which else None,
        if_none=TRIGGERS[rule.instead] if rule.instead else None,
        purpose=rule.use or None,
        from_next=MonthDay(month=rule.next_on[0], day=rule.next_on[1]) if rule.next_on else None,
        data=(rule.category,) if rule.category else ("*",),
        roles=(rule.role,) if rule.role else (),
        sources=(rule.source,) if rule.source else (),
        outcomes=(rule.outcome,) if rule.outcome else (),
        when=(rule.when,) if rule.when else (),
    )


def _period(length: Length) -> Period:
    return Period(years=length.years, months=length.months, days=length.days)


def _in_toml(place: int, one: Statute, since: date, length: Length) -> str:
    categories = f'categories = ["{one.category}"]' if one.category else ""
    agreed = f'unless_agreed = ["{PURPOSES[CONSENTED]}"]' if one.unless_agreed else ""
    return f"""
[[rules]]
id = "xx.retention.rule-{place}"
topic = "retention.unsuccessful"
kind = "{one.does}"
trigger = "{TRIGGERS[one.starts]}"
selects = "{"event_day" if one.by_event else "decision_day"}"
end_of_year = {str(one.year_end).lower()}
period = "{_period(length)}"
{categories}
{agreed}
applies_from = {since}
weight = "{"statute" if one.adopted is None else "guidance"}"
confidence = "verified"
checked_on = 2026-01-01
cites = ["LAW Art. {place + 1}"]
because = "The act of these tests says so."
source = "made up"
"""
