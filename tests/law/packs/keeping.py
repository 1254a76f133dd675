"""
A firm that promises nothing, so that nothing but the law says how long its data are kept.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load
from recruitprivacy.policy import Controller, Holding, Policy, Responsibility, Role, Use
from recruitprivacy.retention import Bound, Disposal, assess
from recruitprivacy.timeline import (
    AnyEvent,
    ConditionKnown,
    Happened,
    RecordKind,
    RecordOpened,
    fold,
)

BOOK: Final = load("NL", "SE")
OPENED: Final = date(2015, 2, 2)
ROLES: Final = ("candidate", "placed_candidate", "temporary_worker", "supplier_worker", "client")
SILENT: Final = Policy(
    id="silent",
    firm=("Silent",),
    languages=("en",),
    roles=FrozenMap({role: Role() for role in ROLES}),
    controllers=FrozenMap({"silent": Controller(name="Silent BV", country="NL")}),
    responsible=FrozenMap({"all": Responsibility(roles=ROLES, among=("silent",))}),
    data=FrozenMap({role: Holding(items=("name",)) for role in ROLES}),
)


@attrs.frozen(kw_only=True)
class Kept:
    """
    A record of somebody who does not exist, in one role and with one category.
    """

    role: str
    category: str
    situation: Situation = Situation(establishment="NL", formal_employer="NL", place_of_work="NL")
    adopted: tuple[str, ...] = ()
    purpose: str = "matching"
    outcome: str | None = None
    holds: tuple[str, ...] = ()
    opened_on: date = OPENED

    def on(self, day: date, *happened: tuple[str, date], law: Law = BOOK) -> Disposal:
        """
        Ask the engine for a day, after some kinds of event have happened.
        """
        use = Use(roles=ROLES, purposes=(self.purpose,))
        policy = attrs.evolve(SILENT, adopted=self.adopted, uses=FrozenMap({"placing": use}))
        noted = datetime.combine(day, datetime.min.time(), UTC)
        opening = RecordOpened(
            id="opened",
            person="p1",
            happened=self.opened_on,
            recorded_at=noted,
            record="file",
            record_kind=RecordKind.PERSON,
            role=self.role,
            categories=(self.category,),
        )
        others: list[AnyEvent] = [
            Happened(
                id=f"{what}-{on}",
                person="p1",
                happened=on,
                recorded_at=noted,
                what=what,
                role=self.role,
                record="file",
                outcome=self.outcome,
            )
            for what, on in happened
        ]
        known: list[AnyEvent] = [
            ConditionKnown(
                id=condition,
                person="p1",
                happened=self.opened_on,
                recorded_at=noted,
                condition=condition,
                holds=True,
            )
            for condition in self.holds
        ]
        facts = fold([opening, *others, *known], policy, on=day, law=law)
        (found,) = assess(policy, facts, law, on=day, situation=self.situation)
        return found

    def floor(self, day: date, *happened: tuple[str, date]) -> Bound:
        """
        Ask from which day erasing is allowed.
        """
        return self.on(day, *happened).may_erase_from

    def ceiling(self, day: date, *happened: tuple[str, date]) -> Bound:
        """
        Ask by which day the data must be gone.
        """
        return self.on(day, *happened).must_be_gone_by
