"""
Events and a policy for the tests of the timeline; nobody in them exists.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from recruitprivacy import wire
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Clock,
    ContactWith,
    Controller,
    Inherited,
    Policy,
    RetentionRule,
    Role,
)
from recruitprivacy.timeline import (
    AnyEvent,
    Event,
    Facts,
    Happened,
    Known,
    RecordKind,
    RecordOpened,
    fold,
)

E = TypeVar("E", bound=Event)

ON: Final = date(2026, 6, 1)
CLUSTER: Final = Path(__file__).parents[2] / "examples" / "policies" / "cluster" / "policy.toml"

POLICY: Final = Policy(
    id="acme",
    firm=("Acme",),
    languages=("en",),
    roles=FrozenMap({"candidate": Role(), "client": Role()}),
    controllers=FrozenMap({"acme": Controller(name="Acme BV")}),
    clocks=FrozenMap(
        {
            "contact": Clock(
                counts=("message.inbound", "conversation"),
                counts_for=FrozenMap({"candidate": ("cv.updated",)}),
                contact_with=(ContactWith.SUBJECT, ContactWith.COMPANY),
                if_none="registered",
                supplied=Inherited(
                    until="supplier.relation_ended",
                    then=("supplier.relation_ended", "contact_after"),
                ),
            )
        }
    ),
    retention=FrozenMap(
        {
            "rejected": RetentionRule(at_most=Period(weeks=4), after="procedure_closed"),
            "payroll": RetentionRule(aim=Period(years=7), after="employment_ended"),
            "consented": RetentionRule(at_most=Period(years=1), after="consent_given"),
            "collected": RetentionRule(at_most=Period(years=2), after="data_collected"),
        }
    ),
)


def at(day: date, hour: int = 9) -> datetime:
    """
    Give an hour of a day, in UTC.
    """
    return datetime.combine(day, time(hour), UTC)


def make(kind: type[E], name: str, happened: date | datetime | None, **more: Any) -> E:  # noqa: ANN401 - any field of any event
    """
    Make an event of one person, recorded when it happened unless told otherwise.
    """
    day = happened or date(2026, 1, 1)
    noted = day if isinstance(day, datetime) else at(day, 20)
    given = {"person": "p1", "recorded_at": noted, **more}
    return kind(id=name, happened=happened, **given)


def happened(name: str, what: str, day: date | datetime | None, **more: Any) -> Happened:  # noqa: ANN401 - any field
    """
    Make an event of the open vocabulary, as a candidate unless told otherwise.
    """
    return make(Happened, name, day, **{"what": what, "role": "candidate", **more})


def opened(record: str, day: date, **more: Any) -> RecordOpened:  # noqa: ANN401 - any field
    """
    Open a record, of a candidate as a person unless told otherwise.
    """
    given = {"role": "candidate", "record_kind": RecordKind.PERSON, **more}
    return make(RecordOpened, f"opened-{record}-{day}", day, record=record, **given)


def folded(*events: AnyEvent, on: date = ON) -> Facts:
    """
    Fold events under the policy of these tests.
    """
    return fold(events, POLICY, on=on)


def known(day: date) -> Known:
    """
    Say that something is known to have happened on a day.
    """
    return Known(day=day)


def codes(facts: Facts) -> list[str]:
    """
    List the codes of the findings.
    """
    return [finding.code for finding in facts.findings]


def paths(facts: Facts, code: str) -> list[str]:
    """
    List where the findings of one code were found.
    """
    return [finding.path for finding in facts.findings if finding.code == code]


@cache
def cluster() -> Policy:
    """
    Load the policy of the Cluster example.
    """
    return wire.load_policy(CLUSTER)


def shuffled(events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """
    Turn a list of events around.
    """
    return list(events)[::-1]
