"""
A host's tables of events and records, and their columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.near import nearest
from recruitprivacy.retention._cutoffs import NEVER_DAYS

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

__all__ = ["EventTable", "Folder", "RecordTable"]


@attrs.frozen(kw_only=True, eq=False)
class EventTable:
    """
    A table of what happened, a row for each event, and its columns.

    Attributes:
        rows: The table, or what stands for one; corrected already, under the persons that remain.
        person: The person's id.
        what: The kind of event, as in ``message.inbound``.
        happened: The day, in the controller's time zone; empty where nobody knows.
        role: The role in which the person did it, or None where the table has no such column.
        record: The record it belongs to, or None where the table has no such column.
        exercises_right: Whether the person used a right with it, or None.
        noted_on: The day on which it was noted, or None.
        matter: What ties the end of something to its beginning, as the code of a hold, or None.
    """

    rows: FromClause
    person: str = "person"
    what: str = "what"
    happened: str = "happened"
    role: str | None = "role"
    record: str | None = "record"
    exercises_right: str | None = "exercises_right"
    noted_on: str | None = None
    matter: str | None = None


@attrs.frozen(kw_only=True, eq=False)
class RecordTable:
    """
    A table with a row for each record, and its columns.

    Attributes:
        rows: The table, or what stands for one.
        record: The record's id.
        person: The person's id.
        role: The role, as the policy names it.
        kind: What it is about, as in :class:`~recruitprivacy.timeline.RecordKind`; None where
            each is everything kept of somebody in one role.
    """

    rows: FromClause
    record: str = "id"
    person: str = "person"
    role: str = "role"
    kind: str | None = None


@attrs.frozen(kw_only=True, eq=False)
class Folder:
    """
    What folds events into the days of records.

    Attributes:
        walls: The role the policy speaks of, for each role that is noted more narrowly.
        rights: The kinds of event by which a right is used.
    """

    events: EventTable
    records: RecordTable
    on: date
    walls: Sequence[tuple[str, str]] = ()
    rights: Sequence[str] = ()

    def __attrs_post_init__(self) -> None:
        """
        Refuse tables that lack a column.
        """
        faults = [*_missing(self.events), *_missing(self.records)]
        if faults:
            raise FaultsError(faults)

    def of(self, name: str) -> ColumnElement[Any]:
        """
        Find a column of the events.
        """
        column: ColumnElement[Any] = self.events.rows.c[getattr(self.events, name)]
        return column

    def mine(self, name: str) -> ColumnElement[Any]:
        """
        Find a column of the records.
        """
        column: ColumnElement[Any] = self.records.rows.c[getattr(self.records, name)]
        return column

    @property
    def known(self) -> ColumnElement[bool]:
        """
        Ask whether the day of an event is known.
        """
        from sqlalchemy import and_  # noqa: PLC0415 - an extra

        day = self.of("happened")
        return and_(day.is_not(None), *(day != never for never in NEVER_DAYS))

    @property
    def seen(self) -> ColumnElement[bool]:
        """
        Ask whether an event had happened; on an unknown day it had when it was noted.
        """
        from sqlalchemy import and_, not_, or_, true  # noqa: PLC0415 - an extra

        noted = true() if self.events.noted_on is None else self.of("noted_on") <= self.on
        return or_(and_(self.known, self.of("happened") <= self.on), and_(not_(self.known), noted))

    def role(self) -> ColumnElement[Any]:
        """
        Find the role of an event as the policy names it; empty where nobody noted it.
        """
        from sqlalchemy import String, case, null  # noqa: PLC0415 - an extra

        if self.events.role is None:
            return null().cast(String)
        noted = self.of("role")
        return case(dict(self.walls), value=noted, else_=noted) if self.walls else noted


def _missing(table: EventTable | RecordTable) -> Iterable[Fault]:
    for field in attrs.fields(type(table)):
        column = getattr(table, field.name)
        if field.name != "rows" and column is not None and column not in table.rows.c:
            yield Fault(
                path=f"{field.name}.{column}",
                problem="the table has no such column",
                nearest=nearest(column, [each.name for each in table.rows.c]),
            )
