"""
Time the deciding of one person, ours against a loop of ``relativedelta`` comparisons, as a table.

The person has twelve events, the firm twenty rules: ceilings and plans, from triggers and a clock,
for all data or for one category; the law of the place adds none. The loop is what one writes by
hand: it knows nothing of holds, requests, roles, outcomes, missing facts, law or reasons, and
returns the days alone. Both find the same days, which is checked first. Give the number of rounds
as the only argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import cycle, islice
from typing import Final, TypeAlias

from dateutil.relativedelta import relativedelta
from side_by_side import Beside, DiffersError, Task, Way, main

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Clock,
    Controller,
    Holding,
    Policy,
    Responsibility,
    RetentionRule,
    Role,
    Use,
)
from recruitprivacy.retention import On, assess
from recruitprivacy.timeline import Happened, RecordKind, RecordOpened, fold
from recruitprivacy.vocabulary import LawfulBasis

TIMES: Final = 50
ON: Final = date(2026, 6, 1)
DATA: Final = ("name", "cv", "interview_notes", "test_results")
STARTS: Final = ("procedure_closed", "candidate_rejected", "data_collected", "meaningful_contact")
CONTACT: Final = ("message.inbound", "conversation", "message.clicked")
FIRED: Final = {
    "procedure_closed": ("procedure.closed",),
    "candidate_rejected": ("candidate.rejected",),
    "data_collected": ("record.opened",),
    "meaningful_contact": CONTACT,
}

Rule: TypeAlias = tuple[str, str, int, str]
"""What it does, what starts it, its months, and its category; a star is every one."""
Days: TypeAlias = dict[str, tuple[date | None, date | None]]
"""By when each category must be gone, and until when the firm means to keep it."""

SCHEDULE: Final[tuple[Rule, ...]] = tuple(
    (effect, start, 12 + number, category)
    for number, effect, start, category in zip(
        range(20),
        cycle(("at_most", "at_most", "aim")),
        cycle(STARTS),
        islice(cycle(("*", *DATA)), 20),
        strict=False,
    )
)
HISTORY: Final = (
    ("record.opened", date(2024, 1, 8)),
    ("application.submitted", date(2024, 1, 8)),
    ("message.outbound", date(2024, 1, 9)),
    ("message.inbound", date(2024, 1, 11)),
    ("interview.held", date(2024, 1, 31)),
    ("message.outbound", date(2024, 2, 5)),
    ("message.inbound", date(2024, 2, 29)),
    ("candidate.rejected", date(2024, 3, 31)),
    ("procedure.closed", date(2024, 4, 2)),
    ("message.outbound", date(2024, 6, 1)),
    ("message.clicked", date(2025, 2, 28)),
    ("message.opened", date(2025, 8, 31)),
)
MONTHS: Final = {months: relativedelta(months=months) for _, _, months, _ in SCHEDULE}

POLICY: Final = Policy(
    id="bench",
    firm=("Bench",),
    languages=("en",),
    roles=FrozenMap({"candidate": Role()}),
    controllers=FrozenMap({"bench": Controller(name="Bench BV")}),
    responsible=FrozenMap({"all": Responsibility(roles=("candidate",), among=("bench",))}),
    data=FrozenMap({"candidate": Holding(items=DATA)}),
    uses=FrozenMap(
        {
            "recruitment": Use(
                roles=("candidate",),
                purposes=("matching",),
                basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
            )
        }
    ),
    clocks=FrozenMap({"meaningful_contact": Clock(counts=CONTACT, if_none="data_collected")}),
    retention=FrozenMap(
        {
            f"rule_{number}": RetentionRule(
                after=start,
                data=(category,),
                at_most=Period(months=months) if effect == "at_most" else None,
                aim=Period(months=months) if effect == "aim" else None,
            )
            for number, (effect, start, months, category) in enumerate(SCHEDULE)
        }
    ),
)
BARE: Final = """
jurisdiction = "XX"
extends = "EU"
checked_on = 2026-01-15
calendar = "NL"
time_zone = "Europe/Amsterdam"
"""
LAW: Final = load().with_pack(read_pack(BARE))
SITUATION: Final = Situation(establishment="XX")


def _event(number: int, kind: str, day: date) -> Happened | RecordOpened:
    noted = datetime.combine(day, time(9), UTC)
    if kind == "record.opened":
        return RecordOpened(
            id="opened",
            person="p",
            happened=day,
            recorded_at=noted,
            record="r",
            record_kind=RecordKind.PERSON,
            role="candidate",
        )
    return Happened(
        id=f"e{number}",
        person="p",
        happened=day,
        recorded_at=noted,
        what=kind,
        role="candidate",
        record="r",
    )


EVENTS: Final = tuple(_event(number, *each) for number, each in enumerate(HISTORY))
FACTS: Final = fold(EVENTS, POLICY, on=ON, law=LAW)


def by_hand() -> Days:
    """
    Compare days rule by rule.
    """
    found: Days = {}
    for category in DATA:
        gone: date | None = None
        planned: date | None = None
        for effect, start, months, about in SCHEDULE:
            if about not in {"*", category}:
                continue
            days = [day for kind, day in HISTORY if kind in FIRED[start]]
            if not days:
                continue
            end = (min(days) if start == "data_collected" else max(days)) + MONTHS[months]
            if effect == "at_most" and (gone is None or end < gone):
                gone = end
            if planned is None or end < planned:
                planned = end
        found[category] = gone, planned
    return found


def from_facts() -> Days:
    """
    Decide from facts that were folded before.
    """
    return {
        each.category: (
            each.must_be_gone_by.day if isinstance(each.must_be_gone_by, On) else None,
            each.planned_on.day if isinstance(each.planned_on, On) else None,
        )
        for each in assess(POLICY, FACTS, LAW, on=ON, situation=SITUATION)
    }


def from_events() -> Days:
    """
    Fold the events, and decide.
    """
    facts = fold(EVENTS, POLICY, on=ON, law=LAW)
    assess(POLICY, facts, LAW, on=ON, situation=SITUATION)
    return from_facts() if facts != FACTS else {}


NOTE: Final = "The loop knows nothing of holds, requests, missing facts, law or reasons."
HAND: Final = "relativedelta, by hand"
WAYS: Final[dict[str, Callable[[], Days]]] = {
    HAND: by_hand,
    "assess, from facts": from_facts,
    "fold and assess": from_events,
}


def some_times(way: Callable[[], Days]) -> None:
    """
    Decide the person again and again.
    """
    for _ in range(TIMES):
        way()


def tasks() -> Iterator[Task]:
    """
    Give the ways, which find the same days.
    """
    if by_hand() != from_facts():
        raise DiffersError("decide", (by_hand(), from_facts()))
    yield Task(
        name="decide",
        about=f"{len(HISTORY)} events, {len(SCHEDULE)} rules, {len(DATA)} categories",
        ways=tuple(
            Way(name=name, run=partial(some_times, way), count=TIMES) for name, way in WAYS.items()
        ),
        beside=(
            Beside(what="deciding a person", ours="assess, from facts", peer=HAND, at_most=8),
            Beside(what="the same, from events", ours="fold and assess", peer=HAND),
        ),
        note=NOTE,
    )


if __name__ == "__main__":
    main(tasks())
