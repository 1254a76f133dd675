"""
The day of a fact, folded by a database.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from recruitprivacy.retention._cutoffs import NEVER_DAYS
from recruitprivacy.retention._event_tables import Folder
from recruitprivacy.timeline import KINDS, FactSpec, Fold, RecordKind, Scope

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select

__all__ = ["selected"]

RECEIVED: Final = "request.received"
UNKNOWN: Final = NEVER_DAYS[0]
TYPED: Final = frozenset(KINDS) - {"happened"}
"""Kinds of event with a type of their own, which belong to the record they name."""


def selected(folder: Folder, specs: Sequence[tuple[str, FactSpec]]) -> Select[Any]:
    """
    Select the days of some facts for each record, under the names they are given.
    """
    from sqlalchemy import and_, select  # noqa: PLC0415 - an extra

    key = folder.mine("record")
    theirs = and_(folder.of("person") == folder.mine("person"), folder.seen)
    source = folder.records.rows.outerjoin(folder.events.rows, theirs)
    ground = _Ground.of(folder)
    for beside, where in ground.beside:
        source = source.outerjoin(beside, where)
    days = [_day(ground, spec).label(name) for name, spec in specs]
    return select(key, *days).select_from(source).group_by(key)


@attrs.frozen(kw_only=True, eq=False)
class _Ground:
    """
    What events can belong to.

    Attributes:
        role: The role an event happened in; empty where nobody knows.
        alone: Whether a record is the only one of its role, but for that of the person.
        whole: Whether a record is everything kept of somebody in one role.
        beside: What is joined to know that.
    """

    folder: Folder
    role: ColumnElement[Any]
    alone: ColumnElement[bool]
    whole: ColumnElement[bool]
    beside: tuple[tuple[FromClause, ColumnElement[bool]], ...]

    @classmethod
    def of(cls, folder: Folder) -> _Ground:
        """
        Find what to join.
        """
        from sqlalchemy import false, func, true  # noqa: PLC0415 - an extra

        roles = [folder.role()]
        beside: list[tuple[FromClause, ColumnElement[bool]]] = []
        if folder.events.record is not None:
            named = folder.records.rows.alias()
            roles.append(named.c[folder.records.role])
            beside.append((named, named.c[folder.records.record] == folder.of("record")))
        if folder.events.role is None or getattr(folder.of("role"), "nullable", True):
            sole = _sole_roles(folder)
            roles.append(sole.c.role)
            beside.append((sole, sole.c.person == folder.mine("person")))
        alone: ColumnElement[bool] = false()
        whole: ColumnElement[bool] = true()
        if folder.records.kind is not None:
            whole = folder.mine("kind") == RecordKind.PERSON.value
            parts = _parts(folder)
            alone = parts.c.parts == 1
            mine = (parts.c.person == folder.mine("person")) & (parts.c.role == folder.mine("role"))
            beside.append((parts, mine))
        return cls(
            folder=folder,
            role=func.coalesce(*roles) if len(roles) > 1 else roles[0],
            alone=alone,
            whole=whole,
            beside=tuple(beside),
        )


def _sole_roles(folder: Folder) -> FromClause:
    """
    Select the role of each person who has but one.
    """
    from sqlalchemy import func, select, union  # noqa: PLC0415 - an extra

    kept = select(folder.mine("person").label("person"), folder.mine("role").label("role"))
    noted = folder.role()
    done = select(folder.of("person").label("person"), noted.label("role")).where(
        noted.is_not(None)
    )
    every = union(kept, done).subquery()
    role = func.min(every.c.role).label("role")
    found = select(every.c.person, role).group_by(every.c.person)
    return found.having(func.count(every.c.role) == 1).subquery()


def _parts(folder: Folder) -> FromClause:
    """
    Count the records of each person in each role, but for that of the person.
    """
    from sqlalchemy import func, select  # noqa: PLC0415 - an extra

    person, role = folder.mine("person").label("person"), folder.mine("role").label("role")
    part = folder.mine("kind") != RecordKind.PERSON.value
    counted = select(person, role, func.count().label("parts")).where(part)
    return counted.group_by(folder.mine("person"), folder.mine("role")).subquery()


def _day(ground: _Ground, spec: FactSpec) -> ColumnElement[Any]:
    """
    Fold one fact: a day nobody knows, or one that may belong here and would count, makes it so.
    """
    from sqlalchemy import Date, and_, case, func, literal, not_, or_  # noqa: PLC0415 - an extra

    folder = ground.folder
    happened, known = folder.of("happened"), folder.known
    first = spec.fold is Fold.FIRST
    best_of = func.min if first else func.max
    counts = _counts(folder, spec)
    sure, doubtful = _belongs(ground, spec)
    best = best_of(case((and_(counts, sure, known), happened)))
    other = best_of(case((and_(counts, doubtful, known), happened)))
    lost = func.max(case((and_(counts, or_(sure, doubtful), not_(known)), 1)))
    upsets = other < best if first else other > best
    unknown = or_(lost.is_not(None), and_(other.is_not(None), or_(best.is_(None), upsets)))
    return case((unknown, literal(UNKNOWN, Date)), else_=best)


def _counts(folder: Folder, spec: FactSpec) -> ColumnElement[bool]:
    from sqlalchemy import and_, false, func, or_  # noqa: PLC0415 - an extra

    what = folder.of("what")
    kind: ColumnElement[bool] = what.in_(spec.kinds)
    if RECEIVED in spec.kinds:
        kind = or_(kind, what.startswith(f"{RECEIVED}.", autoescape=True))
    if folder.events.exercises_right is None:
        return kind
    # Writing "remove me" is a message that uses a right: it is no contact (Art. 12(2)).
    plain = func.coalesce(folder.of("exercises_right"), false()).is_(false())
    return and_(kind, or_(plain, what.in_(folder.rights)))


def _belongs(ground: _Ground, spec: FactSpec) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """
    Ask whether an event belongs to a record, and whether nobody knows.
    """
    from sqlalchemy import false, true  # noqa: PLC0415 - an extra

    match spec.scope:
        case Scope.PERSON:
            return true(), false()
        case Scope.ROLE:
            return ground.role == ground.folder.mine("role"), ground.role.is_(None)
        case _:
            return _on_record(ground, spec)


def _on_record(ground: _Ground, spec: FactSpec) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    from sqlalchemy import and_, false, not_, or_, true  # noqa: PLC0415 - an extra

    folder = ground.folder
    named: ColumnElement[bool] = false()
    unnamed: ColumnElement[bool] = true()
    if folder.events.record is not None:
        named = folder.of("record") == folder.mine("record")
        unnamed = folder.of("record").is_(None)
    ours = ground.role == folder.mine("role")
    plain = folder.of("what").not_in(TYPED.intersection(spec.kinds) or ("",))
    sure = or_(
        named,
        and_(not_(plain), unnamed),
        and_(plain, ours, or_(ground.whole, and_(unnamed, ground.alone))),
    )
    part = and_(ours, not_(or_(ground.whole, ground.alone)))
    return sure, and_(plain, unnamed, or_(ground.role.is_(None), part))
