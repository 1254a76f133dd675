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
from recruitprivacy.notices._gaps import MISSING, REST, WHOLE
from recruitprivacy.policy import Capacity, Policy, Resolver, Responsibility
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
        return bool(mine) and not any(map(answers, mine))

    @property
    def nothing_held(self) -> bool:
        """
        Whether the declaration says that nothing at all is held of these people.
        """
        holding = self.policy.data.get(self.whose)
        return holding is not None and holding.exhaustive is True and not holding.categories

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

        What a text that is cut off does not say, its rest may say; that is a note.
        """
        said = phrase(says, **values)
        open_ = says in MISSING and not self.policy.version.complete
        return Finding(
            code=says.code.removeprefix("check."),
            level=Level.NOTE if open_ else level,
            path=path,
            says=phrase(REST, missing=said) if open_ else said,
            mend=phrase(WHOLE if open_ else mend),
            cites=self.cites(*cites),
        )


def answers(entry: Responsibility) -> bool:
    """
    Say whether the firm answers for the data itself, and not its client.
    """
    return entry.capacity is not Capacity.PROCESSOR and entry.by is not Resolver.CUSTOMER
