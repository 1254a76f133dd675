"""
One category of one record, as it is told up to the day of the question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from tests.oracles.retention.day_sets import DAY, end
from tests.oracles.retention.plain import (
    UNKNOWN,
    Contact,
    Edition,
    Happening,
    History,
    Rule,
    Schedule,
)

Began: TypeAlias = dt.date | str | None
"""When something happened: a day, unknown, or None for never."""

FIRST_COUNTS: Final = frozenset({"collected", "employed", "hired"})
"""What is meant by its first time; all else is meant by its last."""
KNOWN: Final = frozenset({"known", "known_not"})


@dataclass(frozen=True)
class Story:
    """
    What a firm says and what had happened by a day.
    """

    schedule: Schedule
    history: History
    category: str
    on: dt.date

    def of(self, what: str, which: str | None = None) -> list[Happening]:
        """
        List what happened of one kind, about one thing or any.
        """
        return [one for one in self.history if one.what == what and which in {None, one.which}]

    def days(self, what: str, which: str | None = None) -> list[dt.date]:
        """
        List the days on which something happened, as far as they are known.
        """
        return [one.day for one in self.of(what, which) if one.day is not None]

    def reached(self, one: Happening) -> bool:
        """
        Say whether a hold, a restriction or an erasure reaches this category of this record.
        """
        return one.reach in {"", self.category, "record"}

    def began(self, what: str, which: str = "") -> Began:
        """
        Tell when something happened: the first time, or the last.
        """
        days = self.days(what)
        if len(days) < len(self.of(what)):
            return UNKNOWN
        first = which == "first" or (not which and what in FIRST_COUNTS)
        return (min if first else max)(days, default=None)

    def starts(self, rule: Rule, which: str, contact: Contact) -> Began:
        """
        Tell from when a rule of the firm runs: by an event, or by contact.
        """
        began = self._named(rule.starts, which, contact)
        if began is None and rule.instead:
            began = self._named(rule.instead, "", contact)
        while isinstance(began, dt.date) and rule.next_on not in {None, (began.month, began.day)}:
            began += DAY
        return began

    def fits(self, rule: Rule) -> bool | None:
        """
        Say whether a rule is about these data; None where nobody knows.
        """
        known = {one.which: one.what == "known" for one in self.history if one.what in KNOWN}
        source = self.of("collected")[-1].which
        outcome = next((one.which for one in self.of("closed")), "")
        answers: list[bool | None] = [rule.role in {"", "candidate"}]
        answers += [known.get(rule.when)] if rule.when else []
        for wanted, found in ((rule.source, source), (rule.outcome, outcome)):
            answers += [found == wanted if found else None] if wanted else []
        if False in answers:
            return False
        return None if None in answers else True

    def promises(self) -> Iterator[tuple[Rule, Edition]]:
        """
        List the ceilings the person was promised, and the wishes of today.

        The edition the person was given binds; without one, that of the day the data came.
        """
        promised = [("ceiling", edition) for edition in self._given()]
        for does, edition in (*promised, ("wish", self.schedule.editions[-1])):
            for rule in edition.rules:
                if rule.does == does and rule.category in {"", self.category}:
                    yield rule, edition

    def _given(self) -> list[Edition]:
        """
        Find the edition the person was given last; of several on one day, each binds.
        """
        editions = self.schedule.editions
        last = max(self.days("told"), default=None)
        if last is not None:
            given = {one.which for one in self.of("told") if one.day == last}
            return [one for one in editions if one.number in given]
        collected = self.began("collected")
        out = [one for one in editions if isinstance(collected, dt.date) and one.since <= collected]
        return (out or list(editions))[-1:]

    def _named(self, what: str, which: str, contact: Contact) -> Began:
        return self._contact(contact) if what == "contact" else self.began(what, which)

    def _contact(self, clock: Contact) -> Began:
        """
        Tell the last contact that counts: in the role, by the person, not by using a right.
        """
        last = [self.began(what) for what in clock.counts]
        if UNKNOWN in last:
            return UNKNOWN
        moved = max((day for day in last if isinstance(day, dt.date)), default=None)
        instead = self.began(clock.instead)
        if moved is None:
            return instead
        if clock.cap is None:
            return moved
        if not isinstance(instead, dt.date):
            return UNKNOWN
        return min(moved, end(instead, clock.cap, up=False))
