"""
Facts folded by a database, from a plain table of what happened: one ``select`` to run or to store.

It needs ``recruitprivacy[sql]``, which is SQLAlchemy. The days that come of it are those that
:func:`recruitprivacy.timeline.fold` finds: an empty cell never happened, and 1 January 1970 is a
day that nobody knows. A record that is part of another, as a document of a placement, is not
folded here: its days are also those of the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import attrs

from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.retention._cutoffs import CellKind, Cutoffs
from recruitprivacy.retention._event_tables import EventTable, Folder, RecordTable
from recruitprivacy.retention._folded_days import selected
from recruitprivacy.timeline import FactSpec, Fold, Scope, facts_needed
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select, Table
    from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
    from sqlalchemy.dialects.sqlite import Insert as SqliteInsert

__all__ = ["Dialect", "EventTable", "RecordTable", "days_on", "is_open", "last_on", "upsert"]

Dialect: TypeAlias = Literal["postgresql", "sqlite"]
"""The databases whose words for "else write its cells anew" are known."""

OF_ROLE: Final = "role."


def last_on(
    events: EventTable,
    records: RecordTable,
    kinds: Iterable[str],
    *,
    on: date,
    scope: Scope = Scope.RECORD,
    first: bool = False,
) -> Select[Any]:
    """
    Select for each record the last day, up to a day, on which something of some kinds happened.

    Which kinds count is an argument: where they change, it is another query over the same events.
    By its scope it counts what happened to the record, in the same role, or to the same person.

    Args:
        events: What happened.
        records: The records.
        kinds: The kinds of event that count.
        on: The last day that counts, inclusive.
        first: Whether the first day is wanted.

    Raises:
        FaultsError: If a table lacks a column.
        ModuleNotFoundError: If SQLAlchemy is not installed.

    >>> import sqlalchemy as sa
    >>> told = sa.table("told", *map(sa.column, ("person", "what", "happened", "role", "record")))
    >>> people = sa.table("people", *map(sa.column, ("id", "person", "role")))
    >>> query = last_on(EventTable(rows=told, exercises_right=None), RecordTable(rows=people),
    ...                 ["message.inbound"], on=date(2026, 5, 4), scope=Scope.ROLE)
    >>> [column.name for column in query.selected_columns]
    ['id', 'day']
    """
    spec = FactSpec(
        name="day", scope=scope, fold=Fold.FIRST if first else Fold.LAST, kinds=tuple(kinds)
    )
    folder = Folder(events=events, records=records, on=on, rights=_rights(BUILT_IN))
    return selected(folder, (("day", spec),))


def days_on(
    table: Cutoffs,
    policy: Policy,
    law: Law,
    *,
    events: EventTable,
    records: RecordTable,
    vocabulary: Vocabulary = BUILT_IN,
) -> Select[Any]:
    """
    Select for each record the days that a schedule asks for, each under the name of its fact.

    The columns are those that :func:`recruitprivacy.retention.sql.due` asks for, but for the days
    on which a use ended and those that a host folds.

    Args:
        table: The schedule, whose day is the last that counts.
        policy: The declaration it was made from.
        law: The packs it was made from.
        events: What happened.
        records: The records.
        vocabulary: The words of the events.

    Raises:
        FaultsError: If a table lacks a column.
        ModuleNotFoundError: If SQLAlchemy is not installed.

    >>> import sqlalchemy as sa
    >>> from recruitprivacy import law, retention
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> book = law.load("NL")
    >>> table = retention.cutoffs(own_hiring(), book, on=date(2026, 5, 4))
    >>> told = sa.table("told", *map(sa.column, ("person", "what", "happened", "role", "record")))
    >>> people = sa.table("people", *map(sa.column, ("id", "person", "role")))
    >>> query = days_on(table, own_hiring(), book, records=RecordTable(rows=people),
    ...                 events=EventTable(rows=told, exercises_right=None))
    >>> [column.name for column in query.selected_columns]
    ['id', 'procedure.closed.last']
    """
    wanted = {each.name for each in table.facts if each.kind is CellKind.DAY}
    specs = [
        (name, spec)
        for name, spec in _named(facts_needed(policy, law, vocabulary=vocabulary))
        if name in wanted
    ]
    folder = Folder(
        events=events,
        records=records,
        on=table.on,
        walls=tuple(_walls(policy, vocabulary)),
        rights=_rights(vocabulary),
    )
    return selected(folder, specs)


def is_open(
    events: EventTable, records: RecordTable, opens: str, closes: str, *, on: date
) -> ColumnElement[bool]:
    """
    Ask whether something that happened to the person of a record has not ended.

    It is true or false, never empty, and stands as a column of its own in
    :func:`recruitprivacy.retention.sql.due`. What ends on the day it began is in doubt, and open.

    Args:
        events: What happened, with the matter that ties an end to its beginning.
        records: The records.
        opens: The kind of event that begins it, as ``hold.placed``.
        closes: The kind of event that ends it, as ``hold.lifted``.
        on: The last day that counts, inclusive.

    Raises:
        FaultsError: If a table lacks a column.
        ModuleNotFoundError: If SQLAlchemy is not installed.

    >>> import sqlalchemy as sa
    >>> told = sa.table("told", *map(sa.column, ("person", "what", "happened", "matter")))
    >>> people = sa.table("people", *map(sa.column, ("id", "person", "role")))
    >>> holds = EventTable(
    ...     rows=told, role=None, record=None, exercises_right=None, matter="matter")
    >>> held = is_open(
    ...     holds, RecordTable(rows=people), "hold.placed", "hold.lifted", on=date(2026, 5, 4))
    >>> "NOT (EXISTS" in str(held)
    True
    """
    from sqlalchemy import case, exists, false, true  # noqa: PLC0415 - an extra

    began = Folder(events=attrs.evolve(events, rows=events.rows.alias()), records=records, on=on)
    ended = Folder(events=attrs.evolve(events, rows=events.rows.alias()), records=records, on=on)
    since, until = began.of("happened"), ended.of("happened")
    same = [began.of("person") == ended.of("person"), until > since, ended.known]
    if events.matter is not None:
        same.append(began.of("matter") == ended.of("matter"))
    over = exists().where(ended.of("what") == closes, ended.seen, began.known, *same)
    still = exists().where(
        began.of("person") == began.mine("person"),
        began.of("what") == opens,
        began.seen,
        ~over,
    )
    return case((still, true()), else_=false())


def upsert(
    target: Table, days: Select[Any], *, dialect: Dialect, key: str = "id"
) -> PostgresInsert | SqliteInsert:
    """
    Write what was folded into a table of facts: a new row for a new record, else its cells anew.

    Cells of the table that were not folded are left alone. To fold only what changed, give
    :class:`RecordTable` the records that something was noted of since the last run.

    Args:
        target: The table of facts, whose key is unique.
        days: What :func:`days_on` selects.
        dialect: The database.
        key: The column that names the record in both.

    Raises:
        ModuleNotFoundError: If SQLAlchemy is not installed.

    >>> import sqlalchemy as sa
    >>> facts = sa.Table("facts", sa.MetaData(), sa.Column("id", sa.String, primary_key=True),
    ...                  sa.Column("procedure.closed.last", sa.Date), sa.Column("note", sa.String))
    >>> folded = sa.select(sa.column("id"), sa.column("procedure.closed.last", sa.Date)
    ...                    ).select_from(sa.table("folded"))
    >>> from sqlalchemy.dialects import sqlite
    >>> written = str(upsert(facts, folded, dialect="sqlite").compile(dialect=sqlite.dialect()))
    >>> written.rpartition("SET ")[2]
    '"procedure.closed.last" = excluded."procedure.closed.last"'
    """
    from sqlalchemy import select, true  # noqa: PLC0415 - an extra
    from sqlalchemy.dialects import postgresql, sqlite  # noqa: PLC0415 - an extra

    insert: PostgresInsert | SqliteInsert
    insert = postgresql.insert(target) if dialect == "postgresql" else sqlite.insert(target)
    names = [column.name for column in days.selected_columns]
    # SQLite reads "on conflict" as part of a join where no condition stands before it.
    rows = select(days.subquery("folded")).where(true())
    anew = {name: insert.excluded[name] for name in names if name != key}
    insert = insert.on_conflict_do_update(index_elements=[key], set_=anew)
    return insert.from_select(names, rows)


def _named(specs: Iterable[FactSpec]) -> list[tuple[str, FactSpec]]:
    asked = [
        spec
        for spec in specs
        if spec.fold in {Fold.FIRST, Fold.LAST}
        and spec.scope is not Scope.COMPANY
        and not spec.clock
    ]
    of_records = {spec.name for spec in asked if spec.scope is Scope.RECORD}
    return [
        (f"{OF_ROLE}{spec.name}" if _is_twice(spec, of_records) else spec.name, spec)
        for spec in asked
    ]


def _is_twice(spec: FactSpec, of_records: set[str]) -> bool:
    return spec.scope is Scope.ROLE and spec.name in of_records


def _walls(policy: Policy, vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    for term in vocabulary.terms(Kind.ROLE):
        above = (each.key for each in vocabulary.lineage(Kind.ROLE, term.key))
        role = next((key for key in above if key in policy.roles), term.key)
        if role != term.key:
            yield term.key, role


def _rights(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(term.key for term in vocabulary.terms(Kind.EVENT) if term.exercises_right)
