"""
One record before the question: everything a rule may look at.
"""

from __future__ import annotations

from datetime import date

import attrs

from recruitprivacy.law import Law, Situation
from recruitprivacy.policy import EVERYTHING, Policy, Use
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._inputs import Inputs
from recruitprivacy.timeline import Facts, RecordFacts, Start, trigger_moment
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
        facts: The facts.
        law: The law.
        on: The day asked about.
        situation: The ties to countries.
        vocabulary: The words of all of them.
        name: The record's id.
        record: What is known of it.
        role: The role whose parts of the policy apply to it.
    """

    inputs: Inputs
    policy: Policy
    promised: Policy
    facts: Facts
    law: Law
    on: date
    situation: Situation
    vocabulary: Vocabulary
    name: str
    record: RecordFacts
    role: str

    def is_kind(self, kind: Kind, key: str, of: str) -> bool:
        """
        Say whether a term is another or a kind of it; a term nobody knows is only itself.
        """
        return self.vocabulary.is_kind(kind, key, of)

    def happened(self, trigger: str) -> Start:
        """
        Find when a trigger fired for the record.
        """
        return trigger_moment(self.facts, trigger, record=self.name, vocabulary=self.vocabulary)

    def concerns(self, clause: Clause, category: str) -> bool:
        """
        Say whether a clause is about a category.

        A floor for a part of a category keeps the whole: what cannot be told apart is not erased.
        """
        if not clause.names_categories:
            return True
        if any(self.is_kind(Kind.CATEGORY, category, named) for named in clause.categories):
            return True
        return clause.effect is Effect.FLOOR and any(
            self.is_kind(Kind.CATEGORY, named, category) for named in clause.categories
        )

    def reached_by(self, use: Use, category: str) -> bool:
        """
        Say whether a use reaches a category.

        A star stands for the plain items; a category nobody declared is taken for a plain one.
        """
        named = {*use.data, *(key for but in use.but.values() for key in but.data or ())}
        if any(self.is_kind(Kind.CATEGORY, category, key) for key in named):
            return True
        holding = self.policy.data.get(self.role)
        return EVERYTHING in named and not (holding and category in holding.but)

    @property
    def categories(self) -> tuple[str, ...]:
        """
        The categories in the record; where nobody noted them, all that are held in this role.
        """
        if self.record.categories is not None:
            return self.record.categories
        holding = self.policy.data.get(self.role)
        return holding.categories if holding else ()
