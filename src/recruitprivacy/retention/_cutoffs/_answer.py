"""
What a schedule says of a record, as questions a row can be asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final

import attrs

from recruitprivacy.retention._clause import Effect
from recruitprivacy.retention._cutoffs._logic import (
    NO,
    UNKNOWN,
    Maybe,
    all_of,
    any_of,
    ended,
    fits,
    over,
    stands,
    used,
)
from recruitprivacy.retention._cutoffs._span import DAY, Span
from recruitprivacy.retention._cutoffs._table import (
    CONTROLLER,
    ROLE,
    VERSION,
    Apart,
    CellKind,
    Cutoffs,
    Lasting,
    Schedule,
    Term,
)
from recruitprivacy.retention._cutoffs._tree import (
    TRUE,
    Flag,
    Named,
    Tree,
    Unflagged,
    Unnamed,
    every,
    opposite,
    some,
)
from recruitprivacy.retention._status import Status

__all__ = ["due", "standing", "undecided"]

ENDS: Final = (Effect.CEILING,)
PLANS: Final = (Effect.CEILING, Effect.WISH)


def due(table: Cutoffs, category: str | None = None) -> Tree:
    """
    Ask whether something of a record is to be erased, whatever is missing.

    Args:
        table: The schedule.
        category: Of which category; None is any.
    """
    clear = every(_is_not(each) for each in table.apart)
    found = some(
        every((_about(each, table), _Asked(schedule=each, on=table.on).due))
        for each in _of(table, category)
    )
    return every((clear, found))


def undecided(table: Cutoffs, category: str | None = None) -> Tree:
    """
    Ask whether comparing days leaves open whether something of a record is to be erased.

    Args:
        table: The schedule.
        category: Of which category; None is any.
    """
    asked = [
        (_about(each, table), _Asked(schedule=each, on=table.on)) for each in _of(table, category)
    ]
    open_ = some(every((about, each.open)) for about, each in asked)
    may_be_due = some(every((about, each.due)) for about, each in asked)
    governed = opposite(_not_governed(table))
    barred = some(_may_be(each) for each in table.apart if each.bars)
    others = some(_may_be(each) for each in table.apart if not each.bars)
    placed = some(_about(each, table) for each in table.schedules)
    return every((governed, some((open_, every((barred, may_be_due)), others, opposite(placed)))))


def standing(table: Cutoffs, schedule: Schedule) -> tuple[tuple[Tree, Status], ...]:
    """
    List where the data of a schedule stand, the first that holds counting.

    Of a record that stands apart the record function says it.
    """
    asked = _Asked(schedule=schedule, on=table.on)
    return tuple((every((_about(schedule, table), tree)), says) for tree, says in asked.statuses)


def _of(table: Cutoffs, category: str | None) -> Iterator[Schedule]:
    for each in table.schedules:
        if category is None or category in each.categories:
            yield each


@attrs.frozen(kw_only=True, slots=False)
class _Asked:
    schedule: Schedule
    on: date

    @property
    def due(self) -> Tree:
        """
        Ask whether its last day or the planned day has passed and nothing forbids erasing.
        """
        planned = every(
            (
                opposite(self.gone.perhaps),
                opposite(self.review.perhaps),
                self.planned.surely,
            )
        )
        # Who has nothing that forbids erasing has no statutes that contradict each other.
        return every((self.clear, some((self.gone.surely, planned))))

    @property
    def open(self) -> Tree:
        """
        Ask whether nobody can tell.
        """
        unsure = every((self.gone.perhaps, opposite(self.gone.surely)))
        planned = every((self.planned.surely, self.kept.perhaps))
        unreviewed = every((opposite(self.review.perhaps), some((unsure, planned))))
        ended = every((self.gone.surely, self.kept.perhaps))
        # What is surely kept is not due, whatever else is missing.
        return every((opposite(self.kept.surely), some((ended, unreviewed))))

    @property
    def statuses(self) -> tuple[tuple[Tree, Status], ...]:
        """
        What can be said, in the order in which it is looked for.
        """
        return (
            (self.conflict, Status.CONFLICT),
            *self._ended(self.gone.surely, Status.OVERDUE),
            (self.review.perhaps, Status.REVIEW_DUE),
            (self.gone.perhaps, Status.INDETERMINATE),
            *self._ended(self.planned.surely, Status.ERASABLE),
            (self.in_use, Status.KEPT),
            (self.kept.surely, Status.SEGREGATED),
            (TRUE, Status.NORMAL_USE_OVER),
        )

    def _ended(self, passed: Tree, erase: Status) -> Iterator[tuple[Tree, Status]]:
        yield every((passed, self.clear)), erase
        yield every((passed, self.kept.surely)), Status.SEGREGATED
        yield passed, Status.INDETERMINATE

    @cached_property
    def gone(self) -> Maybe:
        """
        Ask whether the last day on which the data may exist has passed.
        """
        return self._across(ENDS)

    @cached_property
    def planned(self) -> Maybe:
        """
        Ask whether the day the firm planned has passed.
        """
        if not self._terms(Effect.WISH):
            return NO
        waits = (_waited_for(each) for each in self._terms(Effect.MINIMUM))
        return all_of((self._across(PLANS), *waits))

    @cached_property
    def review(self) -> Maybe:
        """
        Ask whether a look at the need is overdue.
        """
        return any_of(ended(each) for each in self._terms(Effect.REVIEW))

    @cached_property
    def kept(self) -> Maybe:
        """
        Ask whether something forbids erasing still.
        """
        doubts = (UNKNOWN,) if self.schedule.doubts else ()
        return any_of((*(stands(each) for each in self._terms(Effect.FLOOR)), *doubts))

    @property
    def clear(self) -> Tree:
        """
        Ask whether nothing forbids erasing, whatever is missing.
        """
        return opposite(self.kept.perhaps)

    @property
    def conflict(self) -> Tree:
        """
        Ask whether one statute commands what another forbids.
        """
        return some(
            every((ended(one).surely, stands(other).surely))
            for one in self._terms(Effect.CEILING)
            for other in self._terms(Effect.FLOOR)
            if one.statute and other.statute and one.rule != other.rule
        )

    @property
    def in_use(self) -> Tree:
        """
        Ask whether a use goes on, or may.
        """
        uses = self.schedule.uses
        return some(used(each) for each in uses) if uses else TRUE

    def _terms(self, *effects: Effect) -> tuple[Term, ...]:
        return tuple(each for each in self.schedule.terms if each.effect in effects)

    def _across(self, effects: tuple[Effect, ...]) -> Maybe:
        terms = [(each, ended(each)) for each in self._terms(*effects)]
        soonest = any_of(passed for _, passed in terms)
        lasting = (self._inside(terms, going) for going in self.schedule.uses)
        return all_of((soonest, *lasting))

    def _inside(self, terms: Iterable[tuple[Term, Maybe]], going: Lasting) -> Maybe:
        own = (passed for term, passed in terms if term.uses is None or going.use in term.uses)
        return any_of((over(going, Span(last=self.on - DAY)), *own))


def _waited_for(term: Term) -> Maybe:
    """
    Ask whether a length the firm wishes to keep the data for is over, or not about them.
    """
    about, passed = fits(term), ended(term)
    return Maybe(
        some((opposite(about.perhaps), passed.surely)),
        some((opposite(about.surely), passed.perhaps)),
    )


def _about(schedule: Schedule, table: Cutoffs) -> Tree:
    noted = [Named(CONTROLLER, schedule.noted)] if schedule.noted else []
    unnoted = [Unnamed(CONTROLLER)] if schedule.unnoted else []
    version = [Named(VERSION, (schedule.version,))] if len(table.versions) > 1 else []
    return every((Named(ROLE, (schedule.role,)), some((*noted, *unnoted)), *version))


def _not_governed(table: Cutoffs) -> Tree:
    outside = (
        every((Named(ROLE, (role,)), Named(CONTROLLER, (name,)) if name else Unnamed(CONTROLLER)))
        for role, name in table.outside
    )
    return some((Named(ROLE, table.roles, among=False), *outside))


def _is_not(apart: Apart) -> Tree:
    return Unnamed(apart.fact) if apart.kind is CellKind.KEY else Flag(apart.fact, so=False)


def _may_be(apart: Apart) -> Tree:
    if apart.kind is CellKind.KEY:
        return Named(apart.fact, (), among=False)
    return some((Flag(apart.fact, so=True), Unflagged(apart.fact)))
