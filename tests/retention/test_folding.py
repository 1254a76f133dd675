"""
Facts folded by a database are the facts folded from the same events.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final, TypeAlias

import attrs
import pytest
import sqlalchemy as sa

from recruitprivacy.errors import FaultsError
from recruitprivacy.law import load
from recruitprivacy.policy import Policy
from recruitprivacy.retention import CellKind, Cutoffs, cutoffs, row_of, sql
from recruitprivacy.retention.folding import (
    Dialect,
    EventTable,
    RecordTable,
    days_on,
    is_open,
    last_on,
    upsert,
)
from recruitprivacy.testing import candidate_events, candidates
from recruitprivacy.testing.examples import agency, own_hiring
from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    Happened,
    HoldLifted,
    HoldPlaced,
    PersonsMerged,
    RecordKind,
    RecordOpened,
    Scope,
    day_of,
    fold,
)

Days: TypeAlias = dict[str, dict[str, date | None]]

BOOK: Final = load("NL", "SE")
ON: Final = date(2026, 5, 4)
EPOCH: Final = date(1970, 1, 1)
PEOPLE: Final = 400
META: Final = sa.MetaData()
TOLD: Final = sa.Table(
    "told",
    META,
    sa.Column("person", sa.String, index=True),
    sa.Column("what", sa.String),
    sa.Column("happened", sa.Date),
    sa.Column("noted_on", sa.Date),
    sa.Column("role", sa.String),
    sa.Column("record", sa.String),
    sa.Column("exercises_right", sa.Boolean),
    sa.Column("matter", sa.String),
)
PEOPLED: Final = sa.Table(
    "records",
    META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("person", sa.String),
    sa.Column("role", sa.String),
    sa.Column("kind", sa.String),
)
EVENTS: Final = EventTable(rows=TOLD, noted_on="noted_on", matter="matter")
RECORDS: Final = RecordTable(rows=PEOPLED, kind="kind")


@cache
def table_of(policy: Policy) -> Cutoffs:
    """
    Turn a schedule round.
    """
    return cutoffs(policy, BOOK, on=ON)


def told_rows(events: tuple[AnyEvent, ...]) -> Iterator[dict[str, Any]]:
    """
    Write events as a host's table holds them, under the person that remains.
    """
    for event in events:
        if not isinstance(event, PersonsMerged) and event.recorded_at.date() <= ON:
            yield {
                "person": events[0].person,
                "what": event.what if isinstance(event, Happened) else event.kind,
                "happened": day_of(event.happened),
                "noted_on": event.recorded_at.date(),
                "role": getattr(event, "role", None),
                "record": getattr(event, "record", None),
                "exercises_right": getattr(event, "exercises_right", False),
                "matter": getattr(event, "matter", None),
            }


def record_rows(policy: Policy, events: tuple[AnyEvent, ...]) -> Iterator[dict[str, Any]]:
    """
    Write the records that events made.
    """
    for record, facts in fold(events, policy, on=ON, law=BOOK).records.items():
        yield {
            "id": record,
            "person": events[0].person,
            "role": facts.role,
            "kind": facts.kind.value,
        }


def stored(policy: Policy, people: Sequence[tuple[AnyEvent, ...]]) -> sa.Engine:
    """
    Store events and records in a database, SQLite unless another is named.
    """
    engine = sa.create_engine(os.environ.get("RECRUITPRIVACY_POSTGRES", "sqlite://"))
    META.drop_all(engine)
    META.create_all(engine)
    with engine.begin() as connection:
        for events in people:
            connection.execute(TOLD.insert(), [*told_rows(events)])
            connection.execute(PEOPLED.insert(), [*record_rows(policy, events)])
    return engine


def ran(engine: sa.Engine, query: sa.Select[Any]) -> Days:
    """
    Run a query, and give each record its row.
    """
    with engine.connect() as connection:
        rows = [row._asdict() for row in connection.execute(query)]
    return {row.pop("id"): row for row in rows}


@pytest.mark.parametrize("policy", [agency(), own_hiring()], ids=["agency", "own hiring"])
def test_a_database_folds_what_events_fold_to(policy: Policy) -> None:
    """
    The days a database folds are those of the same people's columns, record by record.
    """
    known = [
        tuple(event for event in events if event.recorded_at.date() <= ON)
        for events in candidate_events(policy, PEOPLE, 2, law=BOOK)
    ]
    engine = stored(policy, known)
    found = ran(engine, days_on(table_of(policy), policy, BOOK, events=EVENTS, records=RECORDS))
    engine.dispose()
    (columns,) = candidates(policy, PEOPLE, 2, law=BOOK, on=ON)
    names = next(iter(found.values())).keys()
    assert len(names) > 0
    for number, record in enumerate(columns["id"]):
        assert {name: columns[name][number] for name in names} == found[str(record)]


def test_all_days_but_the_ends_of_uses_are_folded() -> None:
    """
    Of the days an agency's schedule asks for a database folds all but those on which a use ends.
    """
    table = table_of(agency())
    days = {each.name for each in table.facts if each.kind is CellKind.DAY}
    query = days_on(table, agency(), BOOK, events=EVENTS, records=RECORDS)
    assert {"use.recruitment.ended"} == days - {column.name for column in query.selected_columns}


def head(number: int, day: date | None, noted: date | None = None) -> dict[str, Any]:
    """
    Say of an event whose and when.
    """
    on = noted or day or date(2025, 1, 1)
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    return {"id": f"e{number:02d}", "person": "eve", "happened": day, "recorded_at": at}


def opened(
    number: int, record: str, role: str = "candidate", kind: RecordKind = RecordKind.PERSON
) -> RecordOpened:
    """
    Make a record.
    """
    return RecordOpened(
        **head(number, date(2023, 1, 2)),
        record=record,
        record_kind=kind,
        role=role,
        controller="north",
    )


def wrote(number: int, day: date | None, **more: Any) -> Happened:  # noqa: ANN401 - fields
    """
    Tell that somebody wrote.
    """
    return Happened(**head(number, day), what="message.inbound", **more)


def collected(number: int, day: date | None, **more: Any) -> Happened:  # noqa: ANN401 - fields
    """
    Tell that data were collected.
    """
    return Happened(**head(number, day), what="data.collected", **more)


APPLIED: Final = RecordKind.APPLICATION
STORIES: Final[dict[str, tuple[AnyEvent, ...]]] = {
    "nothing noted, one record": (opened(1, "a"), wrote(2, date(2024, 1, 1))),
    "no role noted, two roles": (
        opened(1, "a"),
        opened(2, "b", "client"),
        wrote(3, date(2024, 1, 1)),
    ),
    "no role noted, too early to matter": (
        opened(1, "a"),
        opened(2, "b", "client"),
        wrote(3, date(2024, 1, 1)),
        wrote(4, date(2024, 6, 1), role="candidate"),
        wrote(5, date(2024, 7, 1), role="client"),
    ),
    "no role noted, but a record": (
        opened(1, "a"),
        opened(2, "b", "client"),
        wrote(3, date(2024, 1, 1), record="b"),
    ),
    "a role elsewhere": (
        opened(1, "a"),
        wrote(2, date(2024, 1, 1)),
        wrote(3, date(2023, 7, 1), role="client"),
    ),
    "narrower role": (opened(1, "a"), wrote(2, date(2024, 1, 1), role="freelancer")),
    "a day nobody knows": (
        opened(1, "a"),
        wrote(2, None, role="candidate", record="a"),
        wrote(3, date(2024, 1, 1), role="candidate", record="a"),
    ),
    "a day nobody knows, noted later": (
        opened(1, "a"),
        Happened(
            **head(2, None, date(2027, 1, 1)), what="message.inbound", role="candidate", record="a"
        ),
    ),
    "a filler": (opened(1, "a"), wrote(2, date(9999, 12, 31), role="candidate", record="a")),
    "tomorrow": (opened(1, "a"), wrote(2, date(2026, 5, 5), role="candidate", record="a")),
    "today": (opened(1, "a"), wrote(2, ON, role="candidate", record="a")),
    "a right used": (
        opened(1, "a"),
        wrote(2, date(2024, 1, 1), role="candidate", record="a", exercises_right=True),
    ),
    "two applications": (
        opened(1, "a", kind=APPLIED),
        opened(2, "b", kind=APPLIED),
        collected(3, date(2022, 2, 2), role="candidate"),
        collected(4, date(2023, 2, 2), role="candidate", record="a"),
    ),
    "one application": (
        opened(1, "a", kind=APPLIED),
        collected(2, date(2022, 2, 2), role="candidate"),
    ),
    "a person and an application": (
        opened(1, "a"),
        opened(2, "b", kind=APPLIED),
        collected(3, date(2022, 2, 2), role="candidate", record="b"),
        collected(4, date(2022, 1, 1), role="candidate"),
    ),
    "a record that was never made": (
        opened(1, "a"),
        collected(2, date(2022, 2, 2), role="candidate", record="z"),
        collected(3, date(2022, 1, 1), record="z"),
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_where_an_event_belongs(name: str) -> None:
    """
    What belongs to a record, and what may, comes to the day that folding the events gives.
    """
    events, policy = STORIES[name], agency()
    engine = stored(policy, [events])
    table = table_of(policy)
    found = ran(engine, days_on(table, policy, BOOK, events=EVENTS, records=RECORDS))
    engine.dispose()
    facts = fold(events, policy, on=ON, law=BOOK)
    for record, days in found.items():
        row = row_of(table, policy, facts, record)
        assert {fact: _stored(row[fact]) for fact in days} == days


def _stored(cell: object) -> object:
    if isinstance(cell, Absence):
        return EPOCH if cell is Absence.UNKNOWN else None
    return cell


def test_tables_without_roles_and_records() -> None:
    """
    Where events note neither role nor record, only those of people with one role are known.
    """
    sole = (opened(1, "a"), wrote(2, date(2024, 1, 1)))
    both = tuple(
        attrs.evolve(event, person="fay")
        for event in (opened(3, "b"), opened(4, "c", "client"), wrote(5, date(2024, 1, 1)))
    )
    engine = stored(agency(), [sole, both])
    bare = EventTable(rows=TOLD, role=None, record=None, exercises_right=None)
    records = RecordTable(rows=PEOPLED)
    query = last_on(bare, records, ["message.inbound"], on=ON, scope=Scope.ROLE)
    found = {record: row["day"] for record, row in ran(engine, query).items()}
    engine.dispose()
    assert {"a": date(2024, 1, 1), "b": EPOCH, "c": EPOCH} == found


def test_tables_without_records_and_roles_that_are_always_noted() -> None:
    """
    Where each event notes its role, and none its record, it belongs to the record of that role.
    """
    told = sa.Table(
        "told_of_roles",
        sa.MetaData(),
        *(sa.Column(each.name, each.type, nullable=each.name != "role") for each in TOLD.c),
    )
    events = (opened(1, "a"), wrote(2, date(2024, 1, 1), role="candidate"))
    engine = stored(agency(), [events])
    told.drop(engine, checkfirst=True)
    told.create(engine)
    with engine.begin() as connection:
        connection.execute(told.insert(), [*told_rows(events)])
    bare = EventTable(rows=told, record=None)
    query = last_on(bare, RecordTable(rows=PEOPLED), ["message.inbound"], on=ON)
    found = ran(engine, query)
    engine.dispose()
    assert {"a": {"day": date(2024, 1, 1)}} == found


def test_a_request_in_any_words_is_one_of_the_person() -> None:
    """
    A request noted by what it was called counts as a request, for every record of the person.
    """
    day = date(2025, 3, 31)
    engine = stored(agency(), [(opened(1, "a"), opened(2, "b", "client"))])
    asked = {"person": "eve", "what": "request.received.forget_me", "happened": day}
    with engine.begin() as connection:
        connection.execute(TOLD.insert(), [asked])
    query = last_on(EVENTS, RECORDS, ["request.received"], on=ON, scope=Scope.PERSON)
    found = ran(engine, query)
    engine.dispose()
    assert {"a": {"day": day}, "b": {"day": day}} == found


def test_a_changed_classifier_is_another_query() -> None:
    """
    Which kinds of event count is an argument, over the same events.
    """
    events = (
        opened(1, "a"),
        wrote(2, date(2024, 1, 1), role="candidate", record="a"),
        Happened(**head(3, date(2025, 1, 1)), what="message.opened", record="a"),
    )
    engine = stored(agency(), [events])
    found = [
        ran(engine, last_on(EVENTS, RECORDS, kinds, on=ON, first=first))["a"]["day"]
        for kinds, first in (
            (["message.inbound"], False),
            (["message.inbound", "message.opened"], False),
            (["message.inbound", "message.opened"], True),
        )
    ]
    engine.dispose()
    assert [date(2024, 1, 1), date(2025, 1, 1), date(2024, 1, 1)] == found


def held(number: int, day: date, matter: str) -> HoldPlaced:
    """
    Place a hold.
    """
    return HoldPlaced(**head(number, day), matter=matter, ground="legal_hold")


def lifted(number: int, day: date | None, matter: str) -> HoldLifted:
    """
    Lift a hold.
    """
    return HoldLifted(**head(number, day), matter=matter)


@pytest.mark.parametrize(
    ("more", "open_"),
    [
        ((), False),
        ((held(2, date(2024, 1, 1), "m"),), True),
        ((held(2, date(2024, 1, 1), "m"), lifted(3, date(2024, 2, 1), "m")), False),
        ((held(2, date(2024, 1, 1), "m"), lifted(3, date(2024, 2, 1), "n")), True),
        ((held(2, date(2024, 1, 1), "m"), lifted(3, date(2024, 1, 1), "m")), True),
        ((held(2, date(2024, 1, 1), "m"), lifted(3, None, "m")), True),
        ((held(2, date(2024, 1, 1), "m"), lifted(3, date(2026, 5, 5), "m")), True),
        ((held(2, date(2026, 5, 5), "m"),), False),
    ],
)
def test_a_hold_is_open_until_it_is_surely_lifted(
    more: tuple[AnyEvent, ...],
    open_: bool,  # noqa: FBT001 - a row of a table
) -> None:
    """
    A hold lifted on the day it was placed, or on a day nobody knows, is open, as the fold says.
    """
    events = (opened(1, "a"), *more)
    engine = stored(agency(), [events])
    asked = is_open(EVENTS, RECORDS, "hold.placed", "hold.lifted", on=ON)
    found = ran(engine, sa.select(PEOPLED.c.id, asked.label("held")))
    engine.dispose()
    row = row_of(table_of(agency()), agency(), fold(events, agency(), on=ON, law=BOOK), "a")
    assert {"held": open_} == found["a"]
    assert open_ is row["hold.open"]


def test_without_a_matter_any_end_ends_it() -> None:
    """
    Where no matter is noted, a later lift lifts every hold.
    """
    events = (opened(1, "a"), held(2, date(2024, 1, 1), "m"), lifted(3, date(2024, 2, 1), "n"))
    engine = stored(agency(), [events])
    told = attrs.evolve(EVENTS, matter=None)
    asked = is_open(told, RECORDS, "hold.placed", "hold.lifted", on=ON)
    found = ran(engine, sa.select(PEOPLED.c.id, asked.label("held")))
    engine.dispose()
    assert {"a": {"held": False}} == found


def test_a_table_of_facts_is_written_and_written_again() -> None:
    """
    New records get a row, known ones new days, and what is not folded stays.
    """
    policy, table = agency(), table_of(agency())
    query = days_on(table, policy, BOOK, events=EVENTS, records=RECORDS)
    days = [column.name for column in query.selected_columns if column.name != "id"]
    facts = sa.Table(
        "facts",
        sa.MetaData(),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("note", sa.String),
        *(sa.Column(name, sa.Date) for name in days),
    )
    engine = stored(policy, [(opened(1, "a"), wrote(2, date(2024, 1, 1), record="a"))])
    facts.drop(engine, checkfirst=True)
    facts.create(engine)
    dialect: Dialect = "postgresql" if engine.dialect.name == "postgresql" else "sqlite"
    with engine.begin() as connection:
        connection.execute(upsert(facts, query, dialect=dialect))
        connection.execute(facts.update().values(note="ours"))
        later = (opened(1, "a"), wrote(3, date(2025, 1, 1), record="a"))
        connection.execute(TOLD.insert(), [*told_rows(later[1:])])
        connection.execute(upsert(facts, query, dialect=dialect))
        rows = [row._asdict() for row in connection.execute(sa.select(facts))]
    engine.dispose()
    assert [("ours", date(2025, 1, 1))] == [
        (row["note"], row["message.inbound.last"]) for row in rows
    ]


def test_folded_days_stand_in_a_sweep() -> None:
    """
    A schedule is asked of what was folded, and of open holds beside it, in one query.
    """
    policy, table = agency(), table_of(agency())
    people = [
        (opened(1, "a"), wrote(2, date(2024, 5, 3), record="a")),
        tuple(
            attrs.evolve(event, person="fay")
            for event in (opened(3, "b"), wrote(4, date(2024, 5, 4), record="b"))
        ),
        tuple(
            attrs.evolve(event, person="gus")
            for event in (
                opened(5, "c"),
                wrote(6, date(2024, 5, 3), record="c"),
                held(7, date(2025, 1, 1), "m"),
            )
        ),
    ]
    engine = stored(policy, people)
    folded = days_on(table, policy, BOOK, events=EVENTS, records=RECORDS)
    rows = folded.add_columns(
        is_open(EVENTS, RECORDS, "hold.placed", "hold.lifted", on=ON).label("held")
    ).subquery()
    days = {column.name: column.name for column in rows.c if column.name not in {"id", "held"}}
    given = {
        "record.role": "candidate",
        "record.controller": "north",
        "use.recruitment.ended": Absence.NOT_STARTED,
        **dict.fromkeys(
            each.name
            for each in table.facts
            if each.name in {"record.recorded_as", "record.supplier"}
        ),
        **{
            each.name: False
            for each in table.facts
            if each.kind is CellKind.FLAG and each.name != "hold.open"
        },
    }
    query = sql.due(
        rows,
        table,
        columns={**days, "held": "hold.open"},
        given=given,
        nulls=dict.fromkeys(days, Absence.NOT_STARTED),
    )
    found = ran(engine, query)
    engine.dispose()
    assert ["a"] == [*found]


def test_a_table_without_the_column_is_refused() -> None:
    """
    A column that is missing is told before anything is selected, with the nearest one.
    """
    with pytest.raises(FaultsError) as raised:
        last_on(EventTable(rows=TOLD, what="wat"), RECORDS, ["hired"], on=ON)
    assert ["what.wat: the table has no such column; did you mean 'what'?"] == [
        str(each) for each in raised.value.faults
    ]
