"""
A host's columns held against the events behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import attrs

from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, phrase
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Cell, CellKind, Cutoffs, Row, row_of
from recruitprivacy.retention._cutoffs import (
    NO_NULLS,
    NOTHING,
    Given,
    Nulls,
    Placed,
    Places,
    placed,
)
from recruitprivacy.retention._cutoffs._row import day_in
from recruitprivacy.testing._mistakes import LOOK, OTHER_KIND, Case, day_in_cell, likeliest
from recruitprivacy.testing._other_folds import Folds, folds_of
from recruitprivacy.timeline import Absence, AnyEvent, fold
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["check_facts"]

Events: TypeAlias = Callable[[str], Iterable[AnyEvent]]

DIFFERS: Final = Message(
    "testing.facts.differs",
    "In {wrong} of {rows} rows the column “{column}” says something else than the events of "
    "“{fact}” come to.",
)
UNOPENED: Final = Message(
    "testing.facts.unopened",
    "For {wrong} of {rows} rows there is no event that a record of that name was made.",
)
NAME_IT: Final = Message(
    "testing.facts.name_it", "Name the record in the row as its events name it."
)


def check_facts(  # noqa: PLR0913 - a map, some rows, and what they are held against
    rows: Iterable[Row],
    table: Cutoffs,
    policy: Policy,
    law: Law,
    *,
    columns: Mapping[str, str],
    events: Events,
    given: Given = NOTHING,
    nulls: Nulls = NO_NULLS,
    record: str = "id",
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Finding, ...]:
    """
    Hold some rows of a host against the events behind them, and find what each column misses.

    A column that means something else than the library thinks is one finding, which says what the
    host may have done. That there is none says that these rows agree, not that all do: take some
    hundreds, with people who objected, were held, came back and never answered. The map is the one
    that :func:`recruitprivacy.retention.frames.due` takes.

    Args:
        rows: Some rows, by column.
        table: The schedule, whose day is the one the rows are of.
        policy: The declaration it was made from.
        law: The packs it was made from.
        columns: The fact each column holds.
        events: Gives the events of the person a record belongs to, by the name of the record.
        given: The facts that are the same for every row.
        nulls: What an empty cell of a day means, by fact; unknown where that is not said.
        record: The column that names the record as its events do.
        vocabulary: The words of the policy.

    Raises:
        FaultsError: If the map does not fit the schedule.
        KeyError: If a row lacks a column.

    >>> from datetime import date
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.retention import cutoffs
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> book = load("NL")
    >>> table = cutoffs(own_hiring(), book, on=date(2026, 5, 4))
    >>> given = {each.name: False for each in table.facts if each.kind == "flag"} | {
    ...     "record.role": "candidate", "record.controller": "harbour",
    ...     "record.recorded_as": None, "use.hiring.ended": Absence.NOT_STARTED}
    >>> row = {"id": "anna-record", "closed_on": date(2026, 3, 31)}
    >>> (found,) = check_facts(
    ...     [row], table, own_hiring(), book, columns={"closed_on": "procedure.closed.last"},
    ...     events=lambda record: anna_applies(), given=given)
    >>> found.code, found.path
    ('testing.facts.zone', 'closed_on')
    """
    where = placed(table, Places(columns, given, nulls))
    checker = _Checker(
        table=table, policy=policy, law=law, where=where, vocabulary=vocabulary, events=events
    )
    told = [(row, checker.told(str(row[record]))) for row in rows]
    wrong: dict[tuple[str, str], list[Case]] = {}
    for row, each in told:
        for place, case in checker.cases(row, each) if each else ():
            wrong.setdefault(place, []).append(case)
    lost = sum(each is None for _, each in told)
    found = [_finding(*place, wrong[place], len(told)) for place in sorted(wrong)]
    return (*_unopened(record, lost, len(told)), *found)


@attrs.frozen(kw_only=True)
class _Told:
    """
    What the events of a record come to.
    """

    row: Row
    folds: Callable[[str], Folds]


@attrs.frozen(kw_only=True, slots=False)
class _Checker:
    table: Cutoffs
    policy: Policy
    law: Law
    where: Placed[str]
    vocabulary: Vocabulary
    events: Events

    def told(self, record: str) -> _Told | None:
        """
        Fold the events of a record; None where none of them made it.
        """
        events = tuple(self.events(record))
        facts = fold(
            events, self.policy, on=self.table.on, law=self.law, vocabulary=self.vocabulary
        )
        if record not in facts.records:
            return None
        row = row_of(self.table, self.policy, facts, record, vocabulary=self.vocabulary)
        folds = folds_of(events, facts, record, self.policy, self.law, self.vocabulary)
        return _Told(row=row, folds=folds)

    def cases(self, row: Row, told: _Told) -> Iterator[tuple[tuple[str, str], Case]]:
        """
        Find the cells that say something else than the events come to.
        """
        cells = [(column, fact, row[column]) for fact, column in self.where.columns.items()]
        cells += [(f"given.{fact}", fact, cell) for fact, cell in self.where.given.items()]
        for place, fact, cell in cells:
            # What a host folds by itself has no events of its own.
            if fact in told.row and self._read(fact, cell) != told.row[fact]:
                yield (place, fact), self._case(fact, cell, told)

    def _case(self, fact: str, cell: Cell, told: _Told) -> Case:
        return Case(
            stated=cell,
            expected=told.row[fact],
            folds=told.folds(fact),
            on=self.table.on,
            never=self.where.nulls.get(fact) is Absence.NOT_STARTED,
        )

    def _read(self, fact: str, cell: Cell) -> Cell:
        if fact not in self._days:
            return cell
        empty = self.where.nulls.get(fact, Absence.UNKNOWN)
        return empty if cell is None else day_in(cell, fact, self.table.on)

    @cached_property
    def _days(self) -> frozenset[str]:
        return frozenset(each.name for each in self.table.facts if each.kind is CellKind.DAY)


def _unopened(record: str, wrong: int, rows: int) -> Iterator[Finding]:
    if wrong:
        yield Finding(
            code=UNOPENED.code,
            level=Level.ERROR,
            path=record,
            says=phrase(UNOPENED, wrong=wrong, rows=rows),
            mend=phrase(NAME_IT),
        )


def _finding(column: str, fact: str, cases: Sequence[Case], rows: int) -> Finding:
    mistake = likeliest(cases)
    kinds = sorted(
        {kind for case in cases for kind in case.folds.kinds_on(day_in_cell(case.stated))}
    )
    named = {"kinds": ", ".join(kinds)} if mistake is OTHER_KIND else {}
    return Finding(
        code=DIFFERS.code if mistake is LOOK else mistake.code,
        level=Level.ERROR,
        path=column,
        says=phrase(DIFFERS, wrong=len(cases), rows=rows, column=column, fact=fact),
        mend=phrase(mistake, **named),
    )
