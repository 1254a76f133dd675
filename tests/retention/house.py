"""
A firm that promises two years from the last meaningful contact, and people who do not exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, cast

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Clock,
    ContactWith,
    Controller,
    DisposalMeaning,
    End,
    Holding,
    Inherited,
    PartialDate,
    Policy,
    Responsibility,
    RetentionRule,
    Role,
    Use,
    Version,
)
from recruitprivacy.retention import Disposal, assess
from recruitprivacy.timeline import AnyEvent, Event, fold
from recruitprivacy.vocabulary import LawfulBasis

CLOCK: Final = Clock(
    counts=("conversation", "message.inbound", "message.clicked", "online_service.used"),
    counts_for=FrozenMap({"candidate": ("cv.uploaded", "training.taken")}),
    ignores=("message.delivered", "message.opened"),
    contact_with=(ContactWith.SUBJECT, ContactWith.COMPANY),
    if_none="data_collected",
    supplied=Inherited(
        until="supplier.relation_ended", then=("supplier.relation_ended", "contact_after")
    ),
)
RULE: Final = RetentionRule(at_most=Period(years=2), after="meaningful_contact", then="delete")
HOUSE: Final = Policy(
    id="house",
    firm=("House",),
    languages=("en",),
    version=Version(number="1", published_on=PartialDate(2018, 5, 25)),
    roles=FrozenMap({"candidate": Role(), "client": Role()}),
    controllers=FrozenMap({"house": Controller(name="House BV", country="NL")}),
    responsible=FrozenMap({"all": Responsibility(roles=("candidate", "client"), among=("house",))}),
    data=FrozenMap(
        {
            "candidate": Holding(items=("name", "cv", "timesheets")),
            "client": Holding(items=("name",)),
        }
    ),
    uses=FrozenMap(
        {
            "recruitment": Use(
                roles=("candidate",),
                purposes=("matching",),
                basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
            ),
            "services": Use(roles=("client",), purposes=("client_submission",)),
        }
    ),
    clocks=FrozenMap({"meaningful_contact": CLOCK}),
    retention=FrozenMap({"house": RULE}),
    disposals=FrozenMap({"delete": DisposalMeaning(ends=(End.ERASED,))}),
)
HERE: Final = Situation(establishment="NL")
BOOK: Final = load("NL")


def with_rules(policy: Policy = HOUSE, /, **rules: RetentionRule) -> Policy:
    """
    Add retention rules to a policy.
    """
    return attrs.evolve(policy, retention=FrozenMap({**policy.retention, **rules}))


def with_uses(policy: Policy = HOUSE, /, **uses: Use) -> Policy:
    """
    Add uses to a policy.
    """
    return attrs.evolve(policy, uses=FrozenMap({**policy.uses, **uses}))


def decide(
    events: Iterable[Event],
    on: date,
    *,
    policy: Policy = HOUSE,
    law: Law = BOOK,
    situation: Situation | None = HERE,
) -> dict[tuple[str, str], Disposal]:
    """
    Decide on a day, by record and category.
    """
    facts = fold(cast("Iterable[AnyEvent]", events), policy, on=on, law=law)
    found = assess(policy, facts, law, on=on, situation=situation)
    return {(each.record, each.category): each for each in found}


def of(
    events: Iterable[Event],
    on: date,
    *,
    what: str = "profile.cv",
    policy: Policy = HOUSE,
    law: Law = BOOK,
    situation: Situation | None = HERE,
) -> Disposal:
    """
    Decide on a day what becomes of one category of one record, written ``record.category``.
    """
    record, _, category = what.partition(".")
    return decide(events, on, policy=policy, law=law, situation=situation)[record, category]
