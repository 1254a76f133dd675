"""
What the law says otherwise on one day than on another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.law._rule import Rule

__all__ = ["Change", "ChangeKind", "changes"]

DAY = timedelta(days=1)


class ChangeKind(StrEnum):
    """
    What happened to a rule.
    """

    BEGAN = "began"
    """It is new, or applies again after a gap."""
    CHANGED = "changed"
    """Another version of it took over."""
    ENDED = "ended"
    """It no longer applies, and nothing of its id took over."""


@attrs.frozen(kw_only=True)
class Change:
    """
    A rule that began, changed or ended.

    Attributes:
        on: The first day on which the law is otherwise.
        before: The version that applied the day before, or None.
        after: The version that applies on that day, or None.
    """

    on: date
    before: Rule | None = None
    after: Rule | None = None

    @property
    def kind(self) -> ChangeKind:
        """
        Say what happened.
        """
        if self.before is None:
            return ChangeKind.BEGAN
        return ChangeKind.ENDED if self.after is None else ChangeKind.CHANGED

    @property
    def rule(self) -> str:
        """
        Give the rule's id.
        """
        stands = self.after or self.before
        return stands.id if stands else ""

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        Give the provisions of what applies now, or of what ended the rule.
        """
        if self.after is not None:
            return self.after.cites
        return self.before.ended_by if self.before else ()


def changes(versions: Iterable[Rule]) -> Iterator[Change]:
    """
    Tell every change in the versions of one rule, given the oldest first.
    """
    before: Rule | None = None
    for after in versions:
        if before and before.applies_until and before.applies_until + DAY < after.applies_from:
            yield Change(on=before.applies_until + DAY, before=before)
            before = None
        yield Change(on=after.applies_from, before=before, after=after)
        before = after
    if before and before.applies_until:
        yield Change(on=before.applies_until + DAY, before=before)
