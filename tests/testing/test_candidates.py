"""
Made-up candidates: the same everywhere, and the same as events and as columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Final

import attrs
import pytest

from recruitprivacy import wire
from recruitprivacy.canonical import digest
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import load
from recruitprivacy.policy import PartialDate, Policy, Role
from recruitprivacy.retention import Cell, Cutoffs, cutoffs, row_of
from recruitprivacy.testing import candidate_events, candidates
from recruitprivacy.testing._lives import Stage, lives
from recruitprivacy.testing.examples import agency, own_hiring
from recruitprivacy.timeline import Absence, AnyEvent, PersonsMerged, RecordOpened, fold

BOOK: Final = load("NL", "SE")
TODAY: Final = date(2026, 5, 4)
LEAP_DAY: Final = date(2024, 2, 29)
EPOCH: Final = date(1970, 1, 1)
EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "policies"
FIRMS: Final = ("allegis", "allegro", "cluster", "pagegroup")
STAGE: Final = Stage(
    roles=("candidate", "candidate", "client"),
    notes={"candidate": ("candidate", "freelancer"), "client": ("client",)},
    candidates=frozenset({"candidate"}),
    controllers=("us", None),
    sources=("email", "linkedin"),
    outcomes=("rejected", "hired"),
    conditions=("agreed",),
    uses={"candidate": ("recruitment",), "client": ()},
    versions=("1", "2"),
    purposes=("recruitment_services",),
    others=("invoice.paid",),
)
FIFTY: Final = {"seed": 11, "start": 0, "count": 50}
DIGEST: Final = "sha256:17e36c5d78e679222005b8269ccf4273113f68f71af75c28cde92bdde748c854"


@cache
def policy_of(name: str) -> Policy:
    """
    Find a declaration by its name.
    """
    if name in FIRMS:
        return wire.load_policy(EXAMPLES / name / "policy.toml")
    return {"agency": agency(), "harbour": own_hiring(), "two versions": two_versions()}[name]


def two_versions() -> Policy:
    """
    Give the agency an earlier version of its notice.
    """
    policy = agency()
    since = attrs.evolve(policy.version, number="1", published_on=PartialDate(2019, 3, 31))
    return attrs.evolve(policy, earlier=(attrs.evolve(policy, version=since),))


@cache
def table_of(name: str, on: date) -> Cutoffs:
    """
    Turn a declaration round.
    """
    folded = ("retention.forgotten",) if name == "allegro" else ()
    return cutoffs(policy_of(name), BOOK, on=on, folded=folded)


def rows_of(columns: Mapping[str, list[Cell]]) -> dict[str, dict[str, Cell]]:
    """
    Turn columns into rows, by the name of the record.
    """
    rows = [dict(zip(columns, each, strict=True)) for each in zip(*columns.values(), strict=True)]
    return {str(row["id"]): row for row in rows}


def stored(cell: Cell) -> Cell:
    """
    Write a cell as a column holds it.
    """
    if isinstance(cell, Absence):
        return EPOCH if cell is Absence.UNKNOWN else None
    return cell


def folded_rows(name: str, count: int, on: date) -> dict[str, dict[str, Cell]]:
    """
    Fold the events of some people, and write each of their records as a row.
    """
    policy, table = policy_of(name), table_of(name, on)
    end = datetime.combine(on, time.max, tzinfo=UTC)
    rows = {}
    for events in candidate_events(policy, count, 7, law=BOOK):
        facts = fold(events, policy, on=on, law=BOOK, known_at=end)
        for record in facts.records:
            row = row_of(table, policy, facts, record)
            rows[record] = {fact: stored(cell) for fact, cell in row.items()}
    return rows


@pytest.mark.parametrize("on", [TODAY, LEAP_DAY])
@pytest.mark.parametrize("name", ["agency", "harbour", "two versions", *FIRMS])
def test_columns_are_what_the_events_fold_to(name: str, on: date) -> None:
    """
    What stands in the columns of a record is what its events, as noted by that day, fold to.
    """
    (columns,) = candidates(policy_of(name), 250, 7, law=BOOK, on=on)
    asked = {each.name for each in table_of(name, on).facts} & columns.keys()
    told = rows_of(columns)
    folds = folded_rows(name, 250, on)
    assert told.keys() == folds.keys()
    for record, row in folds.items():
        assert {fact: row[fact] for fact in asked} == {fact: told[record][fact] for fact in asked}


@pytest.mark.parametrize("name", ["agency", "harbour", "two versions", *FIRMS])
def test_each_fact_a_schedule_asks_for_has_a_column(name: str) -> None:
    """
    A schedule finds each fact it asks for among the columns, but for what a host folds.
    """
    (columns,) = candidates(policy_of(name), 1, law=BOOK)
    missing = {each.name for each in table_of(name, TODAY).facts} - columns.keys()
    assert ({"retention.forgotten.ceiling.start"} if name == "allegro" else set()) == missing


def test_the_same_seed_makes_the_same_people_everywhere() -> None:
    """
    The lives of a seed are fixed, whatever the machine and the version of Python.
    """
    told = [[number, len(deeds), deeds[-1]] for number, _, _, deeds in lives(STAGE, **FIFTY)]
    assert DIGEST == digest(repr(told).encode())


def test_another_seed_makes_other_people() -> None:
    """
    Two seeds have no column of days in common.
    """
    (one,), (other,) = (candidates(agency(), 50, seed) for seed in (1, 2))
    assert one["record.opened.first"] != other["record.opened.first"]


def test_people_are_the_same_however_they_are_batched() -> None:
    """
    The size of the batches, and where a run begins, change nobody.
    """
    (whole,) = candidates(agency(), 90, 5)
    parts = [
        *candidates(agency(), 40, 5, size=25),
        *candidates(agency(), 50, 5, start=40, size=50),
    ]
    assert whole == {name: [cell for part in parts for cell in part[name]] for name in whole}
    assert [True] * 3 == [bool(part["id"]) for part in parts]


def test_nobody_has_no_rows() -> None:
    """
    Before anybody came in every column is empty.
    """
    (columns,) = candidates(agency(), 20, on=date(2016, 1, 1))
    assert {0} == {len(cells) for cells in columns.values()}


def test_a_role_the_vocabulary_lacks_is_noted_as_it_is() -> None:
    """
    People in a role of the firm's own making are made up like others.
    """
    policy = attrs.evolve(agency(), roles=FrozenMap({"acme:guild": Role()}))
    (columns,) = candidates(policy, 10)
    assert {"acme:guild"} == {*columns["record.role"]}
    assert {None} == {*columns["record.recorded_as"]}


@cache
def many() -> dict[str, list[Cell]]:
    """
    Make up some thousands.
    """
    (columns,) = candidates(agency(), 4000, 3, law=BOOK)
    return {name: [*cells] for name, cells in columns.items()}


def test_ends_of_months_come_often() -> None:
    """
    At least a fifth of the days are the last or the first of a month; leap days are among them.
    """
    days = [cell for cell in many()["message.inbound.last"] if isinstance(cell, date)]
    edges = [day for day in days if 1 in {day.day, (day + timedelta(days=1)).day}]
    assert len(edges) > len(days) / 5
    assert {date(2020, 2, 29), date(2024, 2, 29)} <= {*days}


@pytest.mark.parametrize(
    "fact",
    [
        *("consent.state", "erasure.state", "hold.open", "objection.state", "request.open"),
        "restriction.open",
    ],
)
def test_what_sets_people_apart_is_seldom_but_there(fact: str) -> None:
    """
    Some people are held, ask, object or agree; most do not.
    """
    counted = Counter(many()[fact])
    assert 0 < counted[True] < counted[False] / 5


@pytest.mark.parametrize(
    "fact", ["record.supplier", "record.recorded_as", "record.company", "record.obtained_from"]
)
def test_what_is_noted_of_some_records_differs(fact: str) -> None:
    """
    Suppliers, companies, sources and narrower roles are noted of some records and not of others.
    """
    cells = {*many()[fact]}
    assert None in cells
    assert len(cells) > 2


def test_some_days_nobody_knows() -> None:
    """
    Among the days are some that never came, and some that nobody knows.
    """
    assert {None, EPOCH} <= {*many()["conversation.last"]}


def some_events() -> list[tuple[AnyEvent, ...]]:
    """
    Tell of some hundreds.
    """
    return [*candidate_events(agency(), 600, 3)]


def test_some_were_in_the_books_twice() -> None:
    """
    Of some people two ids turned out to be one; their events stand under both.
    """
    merged = [events for events in some_events() if isinstance(events[-1], PersonsMerged)]
    assert {2} == {len({event.person for event in events}) for events in merged}


def test_some_have_two_records_and_some_two_roles() -> None:
    """
    A few people have two records, in one role or in two.
    """
    roles = [
        [event.role for event in events if isinstance(event, RecordOpened)]
        for events in some_events()
    ]
    two = [each for each in roles if len(each) > 1]
    assert {1, 2} == {len({*each}) for each in two}
    assert len(two) < len(roles) / 10


def test_some_entries_are_made_late() -> None:
    """
    Some of what happened was noted weeks later, so that a day's sweep could not know it.
    """
    late = [
        event
        for events in some_events()
        for event in events
        if event.happened and event.recorded_at.date() - _day(event) > timedelta(days=28)
    ]
    assert late


def _day(event: AnyEvent) -> date:
    happened = event.happened
    assert happened is not None
    return happened.date() if isinstance(happened, datetime) else happened
