"""
What a check looks at: a declaration for people in one role, under a law, on a day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from recruitprivacy.basis._audited import unless_whole
from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, Value, Words, phrase
from recruitprivacy.policy import Policy
from recruitprivacy.vocabulary import Kind, Vocabulary

BY_ROLE: Final = frozenset({"roles", "data", "ways"})
"""The sections whose entries are named by the role they are about."""


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
        return bool(mine) and not any(entry.answers for entry in mine)

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
        return self.policy.is_about(self.role, roles)

    def concerns(self, path: str) -> bool:
        """
        Say whether what stands at a path of the declaration, or of one of its texts, is on them.
        """
        section, _, rest = path.partition(".")
        name, _, inside = rest.partition(".")
        if section == "variants":
            return self.concerns(inside)
        if section in BY_ROLE:
            return not name or name in {self.role, self.whose}
        entries = getattr(self.policy, section)
        entry = entries.get(name) if isinstance(entries, FrozenMap) else None
        return self.mine(getattr(entry, "roles", ()))

    def ended(self, topic: str, value: str) -> tuple[str, ...]:
        """
        Give what ended something the law once knew; empty where it stands, or was never known.
        """
        rules = [
            rule
            for pack in self.law.packs
            for rule in pack.rules
            if rule.topic == topic and rule.value == value
        ]
        if any(rule.in_force(self.on) for rule in rules):
            return ()
        cites = (str(cite) for rule in rules for cite in (*rule.ended_by, *rule.cites))
        return tuple(dict.fromkeys(cites))

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

    def lacks(
        self, says: Message, level: Level, path: str, *cites: str, mend: Message, **values: Value
    ) -> Finding:
        """
        Make a finding of something that is not said.

        What a text that is cut off does not say, its rest may say; that is a note.
        """
        return unless_whole(
            self.policy, self.finding(says, level, path, *cites, mend=mend, **values)
        )
