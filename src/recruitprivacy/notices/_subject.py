"""
What a check looks at: a declaration for people in one role, under a law, on a day.
"""

from __future__ import annotations

from datetime import date

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, Value, Words, phrase
from recruitprivacy.policy import Capacity, Policy
from recruitprivacy.vocabulary import Kind, Vocabulary


@attrs.frozen(kw_only=True)
class Subject:
    """
    What is checked: a declaration for one role, under a law, on a day.
    """

    policy: Policy
    role: str
    law: Law
    on: date
    vocabulary: Vocabulary

    @property
    def whose(self) -> str:
        """
        The role whose parts of the declaration apply.
        """
        return self.policy.role_of(self.role)

    @property
    def theirs(self) -> bool:
        """
        Whether the firm only acts for other controllers here.
        """
        mine = [entry for entry in self.policy.responsible.values() if self.mine(entry.roles)]
        return bool(mine) and all(entry.capacity is Capacity.PROCESSOR for entry in mine)

    @property
    def label(self) -> Message | Words:
        """
        The role's label.
        """
        return self.vocabulary.term(Kind.ROLE, self.role).label

    def mine(self, roles: tuple[str, ...]) -> bool:
        """
        Say whether a part for these roles concerns this one.
        """
        return not roles or self.whose in roles or self.role in roles

    def cites(self, *texts: str) -> tuple[Citation, ...]:
        """
        Read citations.
        """
        return tuple(Citation.parse(text, self.law.acts) for text in texts)

    def finding(
        self, says: Message, level: Level, path: str, *cites: str, mend: Message, **values: Value
    ) -> Finding:
        """
        Make a finding; its code is that of its message without the leading ``check``.
        """
        return Finding(
            code=says.code.removeprefix("check."),
            level=level,
            path=path,
            says=phrase(says, **values),
            mend=phrase(mend),
            cites=self.cites(*cites),
        )
