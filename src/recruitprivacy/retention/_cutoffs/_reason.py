"""
Why a row is due: the rules that ended, and the last of its days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

import attrs

from recruitprivacy.periods import MonthDay, Period, Rounding, add
from recruitprivacy.retention._clause import Effect
from recruitprivacy.retention._cutoffs._answer import due, standing
from recruitprivacy.retention._cutoffs._logic import ended
from recruitprivacy.retention._cutoffs._row import Cell, Row, day_in, holds
from recruitprivacy.retention._cutoffs._span import DAY
from recruitprivacy.retention._cutoffs._table import (
    ROLE,
    Cap,
    CellKind,
    Cutoffs,
    Lasting,
    Origin,
    Schedule,
    Term,
)
from recruitprivacy.retention._cutoffs._tree import (
    FALSE,
    Absent,
    All,
    AnyOf,
    Leaf,
    Tree,
    Unclear,
    Within,
)
from recruitprivacy.retention._status import Status

__all__ = ["Reason", "reason"]

REMEMBERED: Final = 65_536
COMMANDS: Final = frozenset({Effect.CEILING})
PLANS: Final = frozenset({Effect.CEILING, Effect.WISH, Effect.MINIMUM})


@attrs.frozen(kw_only=True)
class Reason:
    """
    Why something of a record is to be erased.

    Attributes:
        status: Overdue, or erasable where only the day the firm planned has passed.
        rules: The rules whose end decides, by path in the policy or id in the law.
        last_day: The last day on which the data might exist or were meant to; None where it is
            counted in working days, for which the record function is asked.
    """

    status: Status
    rules: tuple[str, ...]
    last_day: date | None


@attrs.frozen
class _Asked:
    """
    A schedule with the questions that are asked of a row.
    """

    schedule: Schedule
    due: Tree
    overdue: Tree
    ended: tuple[tuple[Term, Tree], ...]


@attrs.frozen
class _Plan:
    """
    What is so of every row whose days lie between the same cut-offs.
    """

    overdue: bool
    past: tuple[Term, ...]
    uses: tuple[Lasting, ...]


@attrs.define
class _Asker:
    """
    A schedule that remembers what it was asked.

    Attributes:
        asked: Its parts.
        apart: What is so of every row that does not stand apart, by fact.
        bounds: The days at which an answer may change, by fact, rising.
        on: The day asked about.
        known: The plans, by the cells between the bounds.
    """

    asked: tuple[_Asked, ...]
    apart: Mapping[str, bool | None]
    bounds: Mapping[str, tuple[date, ...]]
    on: date
    known: dict[tuple[object, ...], tuple[_Plan, ...]] = attrs.field(factory=dict)

    def plans(self, row: Row, category: str | None) -> tuple[_Plan, ...]:
        """
        Find what ended of a row.
        """
        if any(row.get(fact) is not cell for fact, cell in self.apart.items()):
            return ()
        key = (category, *(self._between(fact, row.get(fact)) for fact in self.bounds))
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            found = self.known[key] = tuple(dict.fromkeys(self._made(row, category)))
        return found

    def _between(self, fact: str, cell: Cell) -> object:
        bounds = self.bounds[fact]
        if not bounds:
            return cell
        day = day_in(cell, fact, self.on)
        return bisect_right(bounds, day) if isinstance(day, date) else day

    def _made(self, row: Row, category: str | None) -> Iterator[_Plan]:
        for each in self.asked:
            about = category is None or category in each.schedule.categories
            if about and holds(each.due, row, self.on):
                overdue = holds(each.overdue, row, self.on)
                effects = COMMANDS if overdue else PLANS
                ends = ((term, tree) for term, tree in each.ended if term.effect in effects)
                past = tuple(term for term, tree in ends if holds(tree, row, self.on))
                # A use that every one of them limits ends no later than the first of them.
                uses = (going for going in each.schedule.uses if not _limited(going, past))
                yield _Plan(overdue, past, tuple(uses))


def _limited(going: Lasting, past: Iterable[Term]) -> bool:
    return all(term.uses is None or going.use in term.uses for term in past)


@attrs.frozen
class _End:
    day: date | None
    rules: tuple[str, ...]


def reason(table: Cutoffs, row: Row, category: str | None = None) -> Reason | None:
    """
    Say why something of a record is due, of several things the one that was due first.

    It is for the rows a sweep found, and takes no more than their cells. What surely ended is
    looked at: where a fact is missing, the last day is the latest it can be.

    Args:
        table: The schedule.
        row: What is known of the record, by fact.
        category: The category looked for; None is any.

    Returns:
        The reason, or None where nothing is due.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.retention import cutoffs, row_of
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> on, policy, book = date(2026, 5, 4), own_hiring(), load("NL")
    >>> table = cutoffs(policy, book, on=on)
    >>> facts = fold(anna_applies(), policy, on=on, law=book)
    >>> why = reason(table, row_of(table, policy, facts, "anna-record"))
    >>> why.status, *why.rules, str(why.last_day)
    (<Status.OVERDUE: 'overdue'>, 'retention.after_the_procedure', '2026-04-29')
    """
    plans = _asker(table, str(row.get(ROLE))).plans(row, category)
    return min((_reason(each, row, table.on) for each in plans), key=_first, default=None)


def _first(each: Reason) -> tuple[bool, date]:
    return each.status is not Status.OVERDUE, each.last_day or date.max


@lru_cache(maxsize=64)
def _asker(table: Cutoffs, role: str) -> _Asker:
    asked = tuple(_of(table, each) for each in table.schedules if each.role == role)
    apart = {each.fact: None if each.kind is CellKind.KEY else False for each in table.apart}
    found: dict[str, set[date]] = {}
    for each in asked:
        for tree in (each.due, each.overdue, *(tree for _, tree in each.ended)):
            for leaf in _leaves(tree):
                found.setdefault(leaf.fact, set()).update(_bounds(leaf))
    bounds = {fact: tuple(sorted(days)) for fact, days in found.items() if fact not in apart}
    return _Asker(asked, apart, bounds, table.on)


def _of(table: Cutoffs, schedule: Schedule) -> _Asked:
    asked = standing(table, schedule)
    ends = ((each, ended(each).surely) for each in schedule.terms)
    return _Asked(
        schedule,
        due(attrs.evolve(table, schedules=(schedule,))),
        next((tree for tree, status in asked if status is Status.OVERDUE), FALSE),
        tuple((term, tree) for term, tree in ends if tree != FALSE),
    )


def _leaves(tree: Tree) -> Iterator[Leaf]:
    if isinstance(tree, All | AnyOf):
        for each in tree.parts:
            yield from _leaves(each)
    else:
        yield tree


def _bounds(leaf: Leaf) -> Iterator[date]:
    if isinstance(leaf, Within):
        # Between no bounds at all, every day is like another, but no day is like one.
        yield leaf.span.first or date.min
        if leaf.span.last is not None and leaf.span.last < date.max:
            yield leaf.span.last + DAY
    elif isinstance(leaf, Absent | Unclear):
        yield date.min


def _reason(plan: _Plan, row: Row, on: date) -> Reason:
    past = [(term, _end(term, row, on)) for term in plan.past]
    waits = [end for term, end in past if term.effect is Effect.MINIMUM]
    ends = [(term, end) for term, end in past if term.effect is not Effect.MINIMUM]
    end = _latest((_across(ends, plan.uses, row, on), *waits))
    status = Status.OVERDUE if plan.overdue else Status.ERASABLE
    return Reason(status=status, rules=end.rules, last_day=end.day)


def _across(past: Iterable[tuple[Term, _End]], uses: Iterable[Lasting], row: Row, on: date) -> _End:
    ends = tuple(past)
    soonest = _earliest(end for _, end in ends)
    inside = (_inside(ends, going, row, on) for going in uses)
    last = _latest((soonest, *filter(None, inside)))
    return last if last.rules else _End(last.day, soonest.rules)


def _inside(ends: Iterable[tuple[Term, _End]], going: Lasting, row: Row, on: date) -> _End | None:
    own = [end for term, end in ends if term.uses is None or going.use in term.uses]
    stopped = day_in(row.get(going.fact), going.fact, on)
    if isinstance(stopped, date):
        own.append(_End(stopped, ()))
    elif going.agreed:
        return None
    return _earliest(own)


def _earliest(ends: Iterable[_End]) -> _End:
    return _chosen(tuple(ends), min)


def _latest(ends: Iterable[_End]) -> _End:
    return _chosen(tuple(ends), max)


def _chosen(ends: tuple[_End, ...], best: Callable[[Iterable[date]], date]) -> _End:
    days = [each.day for each in ends if each.day is not None]
    if len(days) < len(ends):
        return _End(None, tuple(dict.fromkeys(rule for each in ends for rule in each.rules)))
    day = best(days)
    rules = (rule for each in ends if each.day == day for rule in each.rules)
    return _End(day, tuple(dict.fromkeys(rules)))


def _end(term: Term, row: Row, on: date) -> _End:
    starts = (_start(each, row, on) for each in (term.origins, term.first_origins) if each)
    up = term.effect is Effect.MINIMUM
    return _End(_last_day(max(starts), term.period, term.moves, up=up), (term.rule,))


def _start(origins: Iterable[Origin], row: Row, on: date) -> date:
    return next(day for each in origins for day in _moved(each, row, on))


def _moved(origin: Origin, row: Row, on: date) -> Iterator[date]:
    days = _days(origin.facts, row, on)
    if days:
        day = min(days) if origin.first else max(days)
        yield day if origin.cap is None else min(day, _capped(origin.cap, row, on))


def _capped(cap: Cap, row: Row, on: date) -> date:
    first = cap.facts[0].endswith(".first")
    days = _days(cap.facts, row, on)
    return add(min(days) if first else max(days), cap.period, rounding=Rounding.DOWN)


def _days(facts: Iterable[str], row: Row, on: date) -> list[date]:
    found = (day_in(row.get(fact), fact, on) for fact in facts)
    return [day for day in found if isinstance(day, date)]


@lru_cache(maxsize=65536)
def _last_day(
    start: date, period: Period | None, moves: tuple[MonthDay, ...], *, up: bool
) -> date | None:
    for move in moves:
        start = move.next_on_or_after(start)
    if period is None:
        return start
    if period.working_days:
        return None
    return add(start, period, rounding=Rounding.UP if up else Rounding.DOWN)
