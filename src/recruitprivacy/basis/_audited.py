"""
What an audit looks at: a declaration, under the law of its places, on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final

import attrs

from recruitprivacy.basis._activity import Activity
from recruitprivacy.basis._declared import activities, situations
from recruitprivacy.basis._frame import UNION, Frame
from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, Value, Words, phrase
from recruitprivacy.policy import Holding, Policy
from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = ["WHOLE", "Audited", "counted_with_its_like", "unless_whole"]

REST: Final = Message(
    "check.version.rest", "{missing} The part of the text that we do not have may say it."
)
WHOLE: Final = Message("mend.version.truncated", "Supply the rest.")


@attrs.frozen(kw_only=True)
class Audited:
    """
    A declaration under audit.
    """

    policy: Policy
    law: Law
    on: date
    vocabulary: Vocabulary

    @cached_property
    def situations(self) -> tuple[Situation, ...]:
        """
        The places whose law is asked: those declared, else those whose law was loaded.
        """
        loaded = [pack.jurisdiction for pack in self.law.packs if not pack.members]
        asked = (Situation(establishment=place) for place in loaded or (UNION,))
        return situations(self.policy) or tuple(asked)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """
        The law of each place.
        """
        return tuple(
            Frame(law=self.law, situation=each, on=self.on, vocabulary=self.vocabulary)
            for each in self.situations
        )

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """
        What the firm answers for itself, purpose by purpose.
        """
        return tuple(each for each in activities(self.policy) if not self.theirs(each.role))

    def theirs(self, role: str) -> bool:
        """
        Say whether the firm only acts for other controllers with people in a role.
        """
        known = role in self.policy.roles
        whose = {role, self.policy.role_of(role)} if known else {role}
        entries = [
            each for each in self.policy.responsible.values() if whose.intersection(each.roles)
        ]
        return bool(entries) and not any(each.answers for each in entries)

    def label(self, kind: Kind, key: str) -> Message | Words:
        """
        Give the label of a term.
        """
        return self.vocabulary.term(kind, key).label

    def labels(self, kind: Kind, keys: Iterable[str]) -> tuple[Message | Words, ...]:
        """
        Give the labels of terms.
        """
        return tuple(self.label(kind, key) for key in keys)

    def cites(self, texts: Iterable[str | Citation]) -> Iterator[Citation]:
        """
        Read citations; acts of which no loaded pack knows are left out.
        """
        acts = tuple(self.law.acts)
        for text in texts:
            if isinstance(text, Citation):
                yield text
            elif text.startswith(acts):
                yield Citation.parse(text, self.law.acts)

    def finding(
        self,
        says: Message,
        level: Level,
        path: str,
        *cites: str | Citation,
        mend: Message,
        **values: Value,
    ) -> Finding:
        """
        Make a finding; its code is that of its message without the leading ``audit``.
        """
        return Finding(
            code=says.code.removeprefix("audit."),
            level=level,
            path=path,
            says=phrase(says, **values),
            mend=phrase(mend),
            cites=tuple(dict.fromkeys(self.cites(cites))),
        )

    def lacks(
        self,
        says: Message,
        level: Level,
        path: str,
        *cites: str | Citation,
        mend: Message,
        **values: Value,
    ) -> Finding:
        """
        Make a finding of something that is not said.
        """
        return unless_whole(
            self.policy, self.finding(says, level, path, *cites, mend=mend, **values)
        )


def unless_whole(policy: Policy, found: Finding) -> Finding:
    """
    Make a note of a finding of what a text does not say, where its rest may say it.
    """
    if policy.version.complete:
        return found
    said = phrase(REST, missing=found.says)
    return attrs.evolve(found, level=Level.NOTE, says=said, mend=phrase(WHOLE))


def counted_with_its_like(holding: Holding, category: str, vocabulary: Vocabulary) -> bool:
    """
    Say whether a category is only counted under another that is guarded in the same way.

    What is wrong with both is found once, of the other.
    """
    own = category in holding.items or category in holding.but
    terms = (category, *holding.said_of(category))
    guards = {vocabulary.term(Kind.CATEGORY, each).sensitivity for each in terms}
    return not own and len(guards) == 1
