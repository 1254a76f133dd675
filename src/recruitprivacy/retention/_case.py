"""
One record before the question: everything a rule may look at.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache

import attrs

from recruitprivacy.law import Law, Situation
from recruitprivacy.periods import Period, WorkingDays
from recruitprivacy.policy import EVERYTHING, Policy, Use, Which
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._inputs import Inputs
from recruitprivacy.timeline import (
    Facts,
    PurposeStanding,
    RecordFacts,
    Start,
    clock_moment,
    purposes_of,
    trigger_moment,
)
from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = ["Case"]


@attrs.frozen(kw_only=True)
class Case:
    """
    One record of one person, under one policy and one law, on one day.

    Attributes:
        inputs: What was asked.
        policy: The declaration as it stands.
        promised: The version whose promises bind for this record.
        also_promised: Other versions that bind, given on the same day.
        notice_unsure: Whether another version may have been given last.
        facts: The facts.
        law: The law.
        on: The day asked about.
        situation: The ties to countries.
        vocabulary: The words of all of them.
        controller: Who decides, by name in the policy; empty where nobody can tell.
        name: The record's id.
        record: What is known of it.
        role: The role whose parts of the policy apply to it.
    """

    # Several rules run from one moment; it is looked for once.
    _starts: dict[tuple[object, ...], Start] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    inputs: Inputs
    policy: Policy
    promised: Policy
    facts: Facts
    law: Law
    on: date
    situation: Situation
    vocabulary: Vocabulary
    controller: str
    name: str
    record: RecordFacts
    role: str
    also_promised: tuple[Policy, ...] = ()
    notice_unsure: bool = False

    def is_kind(self, kind: Kind, key: str, *of: str) -> bool:
        """
        Say whether a term is one of others or a kind of one; a term nobody knows is only itself.
        """
        return self.vocabulary.is_kind(kind, key, *of)

    def happened(
        self, trigger: str, which: Which | None = None, *, purposes: tuple[str, ...] = ()
    ) -> Start:
        """
        Find when a trigger fired for the record.

        Args:
            trigger: The trigger.
            which: Which of several events counts.
            purposes: The purposes it is asked for.
        """
        asked = (trigger, which, purposes)
        if asked not in self._starts:
            self._starts[asked] = trigger_moment(
                self.facts,
                trigger,
                record=self.name,
                which=which,
                purposes=purposes,
                vocabulary=self.vocabulary,
            )
        return self._starts[asked]

    def started(self, clock: str, policy: Policy, length: Period | None) -> Start:
        """
        Find when a clock of a version of the policy started for the record.

        Args:
            clock: Its name in the policy.
            policy: The version.
            length: The length that runs from it; it matters where nothing revives the clock.
        """
        matters = None if policy.clocks[clock].revives else length
        asked = (clock, matters, policy.version_number, policy is self.policy)
        if asked not in self._starts:
            self._starts[asked] = clock_moment(
                self.facts,
                policy,
                clock,
                record=self.name,
                length=matters,
                vocabulary=self.vocabulary,
            )
        return self._starts[asked]

    def version_of(self, clause: Clause) -> Policy:
        """
        Find the version of the policy a promise of the firm stands in.
        """
        also = (each for each in self.also_promised if each.version_number == clause.version)
        return next(also, self.promised)

    def concerns(self, clause: Clause, category: str) -> bool:
        """
        Say whether a clause is about a category.

        A floor for a part of a category keeps the whole: what cannot be told apart is not erased.
        """
        if EVERYTHING in clause.categories:
            return True
        if not _line(self.vocabulary, category).isdisjoint(clause.categories):
            return True
        return clause.effect is Effect.FLOOR and any(
            category in _line(self.vocabulary, named) for named in clause.categories
        )

    def purposes(self, category: str) -> tuple[PurposeStanding, ...]:
        """
        List each purpose the record's data were declared for, and how it stands for a category.
        """
        if not any(each.categories for each in self.facts.consents):
            return self._purposes
        return self._purposes_of(category)

    @cached_property
    def _purposes(self) -> tuple[PurposeStanding, ...]:
        return self._purposes_of(None)

    def _purposes_of(self, category: str | None) -> tuple[PurposeStanding, ...]:
        return purposes_of(
            self.facts,
            self.policy,
            record=self.name,
            on=self.on,
            vocabulary=self.vocabulary,
            category=category,
        )

    def reached_by(self, use: Use, category: str) -> bool:
        """
        Say whether a use reaches a category.

        A star stands for the plain items; a category nobody declared is taken for a plain one.
        """
        named = {*use.data, *(key for but in use.but.values() for key in but.data or ())}
        if self.is_kind(Kind.CATEGORY, category, *named):
            return True
        holding = self.policy.data.get(self.role)
        return EVERYTHING in named and not (holding and category in holding.but)

    @property
    def calendar(self) -> WorkingDays:
        """
        The working days of the controller's country.

        Raises:
            UnknownJurisdictionError: If nobody knows the country, or its pack is not loaded.
        """
        return self.law.calendar(self.situation.establishment or "")

    @property
    def categories(self) -> tuple[str, ...]:
        """
        The categories in the record; where nobody noted them, all that are held in this role.
        """
        if self.record.categories is not None:
            return self.record.categories
        holding = self.policy.data.get(self.role)
        return holding.categories if holding else ()


@lru_cache(maxsize=4096)
def _line(vocabulary: Vocabulary, category: str) -> frozenset[str]:
    """
    Name a category and those it is a kind of.
    """
    if not vocabulary.has(Kind.CATEGORY, category):
        return frozenset({category})
    return frozenset(term.key for term in vocabulary.lineage(Kind.CATEGORY, category))
