"""
One record as a row, and what is said of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Policy
from recruitprivacy.retention._cutoffs._answer import due, standing, undecided
from recruitprivacy.retention._cutoffs._compile import OF_ROLE
from recruitprivacy.retention._cutoffs._table import (
    VERSION,
    CellKind,
    Cutoffs,
    NeededFact,
    Schedule,
)
from recruitprivacy.retention._cutoffs._tree import (
    Absent,
    All,
    AnyOf,
    Flag,
    Leaf,
    Named,
    Tree,
    Unclear,
    Within,
)
from recruitprivacy.retention._promised import Promised, promised
from recruitprivacy.retention._start import runs_between
from recruitprivacy.retention._status import Status
from recruitprivacy.timeline import (
    Absence,
    Facts,
    Known,
    Moment,
    RecordFacts,
    UseFacts,
    day_of,
    latest,
)
from recruitprivacy.timeline._moments import NEVER_DAYS
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = [
    "FIRST",
    "NEVER_DAYS",
    "Cell",
    "Compared",
    "Row",
    "compared",
    "day_in",
    "holds",
    "row_of",
    "statuses_of",
]

Cell: TypeAlias = date | str | bool | Absence | None
Row: TypeAlias = Mapping[str, Cell]

CONDITION: Final = "condition."
RECORD: Final = "record."
UNSURE: Final = "notice.unsure"
USE: Final = "use."
ENDED: Final = ".ended"
FIRST: Final = ".first"
OPEN: Final[Mapping[str, tuple[str, Callable[[Facts], bool]]]] = MappingProxyType(
    {
        "hold.open": (
            "holds",
            lambda facts: any(not isinstance(each.lifted, Known) for each in facts.holds),
        ),
        "request.open": ("freezes", lambda facts: bool(facts.freezes)),
        "restriction.open": (
            "restrictions",
            lambda facts: any(each.stands for each in facts.restrictions),
        ),
        "objection.state": ("objections", lambda facts: bool(facts.objections)),
        "erasure.state": ("erasures", lambda facts: bool(facts.erasures)),
        "consent.state": (
            "consents",
            lambda facts: bool(facts.consents or facts.withdrawals),
        ),
    }
)
"""The ledgers that set a record apart, and when there is something in them."""


def row_of(
    table: Cutoffs,
    policy: Policy,
    facts: Facts,
    record: str,
    *,
    vocabulary: Vocabulary = BUILT_IN,
) -> FrozenMap[str, Cell]:
    """
    Write what is known of a record as the row a schedule asks for.

    What a host folds by itself is left out.

    Args:
        table: The schedule.
        policy: The declaration it was made from.
        facts: The person's facts, as of the day of the schedule.
        record: The record.
        vocabulary: The words of both.

    Raises:
        KeyError: If there is no such record.
    """
    version = promised(policy, facts, record, vocabulary)
    cells = {needed.name: _cell(needed, facts, record, version) for needed in table.facts}
    return FrozenMap({**cells, **dict(_running(table, facts, record))})


def _running(table: Cutoffs, facts: Facts, record: str) -> Iterator[tuple[str, bool | None]]:
    for term in (each for schedule in table.schedules for each in schedule.terms):
        if term.runs_fact:
            ended = latest(_moment(name, facts, record) for name in term.origins[0].facts)
            began = latest(_moment(name, facts, record) for name in term.begins)
            yield term.runs_fact, runs_between(began, ended, facts.records[record].kind)


def _cell(needed: NeededFact, facts: Facts, record: str, version: Promised) -> Cell:
    match needed.kind:
        case CellKind.FLAG:
            return _flag(needed.name, facts, record, version)
        case CellKind.KEY:
            return _key(needed.name, facts.records[record], version)
        case CellKind.DAY:
            return _of_moment(_moment(needed.name, facts, record))


def _flag(name: str, facts: Facts, record: str, version: Promised) -> bool | None:
    if name in OPEN:
        ledger, something = OPEN[name]
        return None if ledger in facts.unknown else something(facts)
    if name == UNSURE:
        unread = "notices" in facts.unknown and bool(version.policy.earlier)
        return version.unsure or bool(version.also) or unread
    return facts.condition(name.removeprefix(CONDITION), record=record)


def _key(name: str, record: RecordFacts, version: Promised) -> str | None:
    if name == VERSION:
        return version.policy.version_number
    found = getattr(record, name.removeprefix(RECORD))
    return None if found is None else str(found)


def _moment(name: str, facts: Facts, record: str) -> Moment:
    whose = facts.records[record]
    if name.startswith(USE):
        return whose.uses.get(name.removeprefix(USE).removesuffix(ENDED), UseFacts()).ended
    if name.startswith(OF_ROLE):
        return facts.moment(name.removeprefix(OF_ROLE), role=whose.role)
    if name in whose.moments:
        return whose.moments[name]
    if whose.role in facts.roles and name in facts.roles[whose.role].moments:
        return facts.moment(name, role=whose.role)
    return facts.moment(name)


def _of_moment(moment: Moment) -> Cell:
    return moment.day if isinstance(moment, Known) else moment


class Compared(StrEnum):
    """
    What comparing days says of some data: whether they are to be erased.
    """

    DUE = "due"
    NOT_DUE = "not_due"
    UNDECIDED = "undecided"
    """The record function is asked."""


def compared(table: Cutoffs, row: Row, category: str) -> Compared:
    """
    Say of a category of a record whether it is to be erased, by comparing days alone.

    A cell that is missing or None is unknown. What is unknown is never due.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.retention import cutoffs, row_of
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> on, policy, book = date(2026, 5, 4), own_hiring(), load("NL")
    >>> table = cutoffs(policy, book, on=on)
    >>> facts = fold(anna_applies(), policy, on=on, law=book)
    >>> row = row_of(table, policy, facts, "anna-record")
    >>> compared(table, row, "cv")
    <Compared.DUE: 'due'>
    >>> compared(table, {**row, "hold.open": True}, "cv")
    <Compared.UNDECIDED: 'undecided'>
    """
    if holds(_due(table, category), row, table.on):
        return Compared.DUE
    open_ = holds(_undecided(table, category), row, table.on)
    return Compared.UNDECIDED if open_ else Compared.NOT_DUE


def statuses_of(table: Cutoffs, row: Row, category: str) -> tuple[tuple[str, Status], ...]:
    """
    List for each controller where a category of a record stands, by comparing days alone.

    That an end is near is not looked for, and what sets a record apart is not looked at.
    """
    return tuple(
        (schedule.controller, status)
        for schedule in table.schedules
        if category in schedule.categories
        if (status := _status(table, schedule, row)) is not None
    )


def _status(table: Cutoffs, schedule: Schedule, row: Row) -> Status | None:
    found = (status for tree, status in _standing(table, schedule) if holds(tree, row, table.on))
    return next(found, None)


@lru_cache(maxsize=1024)
def _due(table: Cutoffs, category: str) -> Tree:
    return due(table, category)


@lru_cache(maxsize=1024)
def _undecided(table: Cutoffs, category: str) -> Tree:
    return undecided(table, category)


@lru_cache(maxsize=1024)
def _standing(table: Cutoffs, schedule: Schedule) -> tuple[tuple[Tree, Status], ...]:
    return standing(table, schedule)


def holds(tree: Tree, row: Row, on: date) -> bool:
    """
    Answer what is asked of a row.
    """
    match tree:
        case All(parts):
            return all(holds(each, row, on) for each in parts)
        case AnyOf(parts):
            return any(holds(each, row, on) for each in parts)
        case _:
            return _answers(tree, row.get(tree.fact), on)


def _answers(tree: Leaf, cell: Cell, on: date) -> bool:
    match tree:
        case Within(fact, span):
            day = day_in(cell, fact, on)
            return isinstance(day, date) and span.has(day)
        case Absent(fact):
            return day_in(cell, fact, on) is Absence.NOT_STARTED
        case Unclear(fact):
            return day_in(cell, fact, on) is Absence.UNKNOWN
        case Named(_, keys, among):
            return cell is not None and (cell in keys) == among
        case Flag(_, so):
            return cell is so
        case _:
            return cell is None


def day_in(cell: Cell, fact: str, on: date) -> date | Absence:
    """
    Read the day in a cell, or why there is none.
    """
    if isinstance(cell, Absence):
        return cell
    day = day_of(cell) if isinstance(cell, date) else None
    if day is None:
        return Absence.UNKNOWN
    if day > on:
        return Absence.NOT_STARTED if fact.endswith(FIRST) else Absence.UNKNOWN
    return day
