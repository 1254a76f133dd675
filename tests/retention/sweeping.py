"""
Made-up schedules with many made-up persons each, and what both ways of deciding say of them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

import attrs

from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.retention import (
    Bound,
    Cell,
    CellKind,
    Compared,
    Cutoffs,
    Row,
    Status,
    assess,
    cutoffs,
    row_of,
)
from recruitprivacy.retention import compared as by_cutoffs
from recruitprivacy.timeline import Absence, fold
from tests.oracles.retention.declared import law_of, policy_of
from tests.oracles.retention.happened import events_of
from tests.oracles.retention.making import START, make_history, make_schedule
from tests.oracles.retention.plain import History, Schedule

FOLDED: Final = ("employment_ended",)
SPAN: Final = 900
EPOCH: Final = date(1970, 1, 1)
"""A day by which databases say that they do not know."""
PLAIN: Final = frozenset(
    {
        *("collected", "known", "known_not", "closed", "closed_other", "hired", "employed"),
        *("left", "talk", "click", "wrote", "told", "ended", "begun", "mailed", "opened"),
        *("optout", "client_talk"),
    }
)
"""What happens to people who neither agree, object nor ask, and whose data nobody holds."""


@attrs.frozen(kw_only=True)
class Decided:
    """
    One category of one record, decided twice.

    Attributes:
        number: The place of its row.
        found: What comparing days says.
        due: Whether the record function says that it is to be erased.
        status: Where the record function says it stands.
        apart: Whether its row stands apart.
        gone: The last day on which the record function lets it exist.
        planned: The last day for which it says that it is kept.
    """

    number: int
    category: str
    found: Compared
    due: bool
    status: Status
    apart: bool
    gone: Bound
    planned: Bound


@attrs.frozen(kw_only=True)
class Swept:
    """
    One schedule, many rows.
    """

    policy: Policy
    law: Law
    table: Cutoffs
    rows: tuple[Row, ...]
    decided: tuple[Decided, ...]

    @property
    def categories(self) -> tuple[str, ...]:
        """
        The categories that were decided.
        """
        return tuple(dict.fromkeys(each.category for each in self.decided))

    def numbers(self, found: Compared, category: str) -> list[int]:
        """
        List the rows of whose category comparing days says something.
        """
        return [
            each.number
            for each in self.decided
            if each.category == category and each.found is found
        ]

    def columns(self) -> dict[str, list[date | str | bool | None]]:
        """
        Write the rows as columns in which an empty day never came.
        """
        found: dict[str, list[date | str | bool | None]] = {"number": []}
        for number, row in enumerate(self.rows):
            found["number"].append(number)  # type: ignore[arg-type] # a number beside the facts
            for name, cell in row.items():
                found.setdefault(name, []).append(_stored(cell))
        return found

    def nulls(self) -> dict[str, Absence]:
        """
        Say that an empty day never came.
        """
        days = (each.name for each in self.table.facts if each.kind is CellKind.DAY)
        return dict.fromkeys(days, Absence.NOT_STARTED)


def _stored(cell: Cell) -> date | str | bool | None:
    if isinstance(cell, Absence):
        return EPOCH if cell is Absence.UNKNOWN else None
    return cell


def swept(number: int, persons: int, folded: Sequence[str] = FOLDED) -> Swept:
    """
    Make up a schedule and persons, and decide each of their records twice.

    Args:
        number: Which schedule; the same number makes the same.
        persons: How many.
        folded: What the host folds beforehand.
    """
    draw = random.Random(f"sweep {number}")  # noqa: S311 - nothing is kept secret with it
    schedule = make_schedule(draw)
    policy, law = policy_of(schedule), law_of(schedule.law)
    histories = [_history(draw, schedule) for _ in range(persons)]
    on = max(START + timedelta(draw.randrange(SPAN)), date(2024, 6, 1))
    table = cutoffs(policy, law, on=_near(draw, policy, law, histories, on), folded=folded)
    rows: list[Row] = []
    decided: list[Decided] = []
    for history in histories:
        for row, found in _decided(table, policy, law, history, len(rows)):
            rows.append(row)
            decided += found
    return Swept(policy=policy, law=law, table=table, rows=tuple(rows), decided=tuple(decided))


def _near(
    draw: random.Random, policy: Policy, law: Law, histories: list[History], on: date
) -> date:
    """
    Choose a day on or beside the last day of somebody.
    """
    facts = fold(events_of(draw.choice(histories)), policy, on=on, law=law)
    ends = [
        day
        for each in assess(policy, facts, law, on=on)
        for bound in (each.must_be_gone_by, each.may_erase_from, each.planned_on)
        if (day := getattr(bound, "day", None)) is not None and day >= START
    ]
    return draw.choice(ends) + timedelta(draw.choice((0, 1))) if ends else on


def _history(draw: random.Random, schedule: Schedule) -> History:
    made = make_history(draw, schedule)
    if draw.random() < 0.3:
        return made
    return tuple(one for one in made if one.what in PLAIN)


def _decided(
    table: Cutoffs, policy: Policy, law: Law, history: History, number: int
) -> Iterator[tuple[Row, list[Decided]]]:
    if any(one.what == "collected" and one.day and one.day > table.on for one in history):
        return
    facts = fold(events_of(history), policy, on=table.on, law=law)
    found = assess(policy, facts, law, on=table.on)
    for name in sorted(facts.records):
        row = row_of(table, policy, facts, name)
        apart = any(row[each.fact] for each in table.apart)
        yield (
            row,
            [
                Decided(
                    number=number,
                    category=each.category,
                    found=by_cutoffs(table, row, each.category),
                    due=each.is_due,
                    status=each.status,
                    apart=apart,
                    gone=each.must_be_gone_by,
                    planned=each.planned_on,
                )
                for each in found
                if each.record == name
            ],
        )
        number += 1
