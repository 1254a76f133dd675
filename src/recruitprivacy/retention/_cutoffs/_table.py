"""
A schedule on a day, as data: rules and the days of their triggers after which they have ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.retention._clause import Effect
from recruitprivacy.retention._cutoffs._span import Span

__all__ = [
    "Apart",
    "Cap",
    "CellKind",
    "Cutoffs",
    "Lasting",
    "NeededFact",
    "Origin",
    "Requirement",
    "Schedule",
    "Term",
]

CONTROLLER: Final = "record.controller"
KIND: Final = "record.kind"
ROLE: Final = "record.role"
VERSION: Final = "notice.version"


class CellKind(StrEnum):
    """
    What a row holds of a fact.
    """

    DAY = "day"
    KEY = "key"
    """A word of the policy or the vocabulary."""
    FLAG = "flag"
    """Yes, no, or nobody knows."""


@attrs.frozen(kw_only=True)
class NeededFact:
    """
    One fact of a row.

    Attributes:
        name: Its name.
        kind: What stands in its cell.
    """

    name: str
    kind: CellKind


@attrs.frozen(kw_only=True)
class Requirement:
    """
    What must be so of a record for a rule to be about it.

    Attributes:
        fact: The fact asked.
        keys: The keys of which it must name one; empty where it must be so or not.
        so: Whether it must be so, where it names no key.
        sure: Whether a record of which nothing is noted is not meant; else nobody knows.
    """

    fact: str
    keys: tuple[str, ...] = ()
    so: bool = True
    sure: bool = False

    def __str__(self) -> str:
        """
        Write what must be so.
        """
        if self.keys:
            return f"{self.fact} in {', '.join(self.keys)}"
        return self.fact if self.so else f"not {self.fact}"


@attrs.frozen(kw_only=True)
class Cap:
    """
    How far a clock can be moved at most.

    Attributes:
        facts: The days it is counted from.
        period: The length from there.
    """

    facts: tuple[str, ...]
    period: Period


@attrs.frozen(kw_only=True)
class Origin:
    """
    The facts that say from which day a rule runs.

    Attributes:
        facts: The days; none where nobody can know.
        first: Whether the first of them counts; else the last.
        cap: How far they can be moved, or None.
    """

    facts: tuple[str, ...]
    first: bool = False
    cap: Cap | None = None

    def __str__(self) -> str:
        """
        Write which of the facts counts.
        """
        if len(self.facts) > 1:
            return f"{'first' if self.first else 'last'} of {', '.join(self.facts)}"
        return next(iter(self.facts), "unknown")


@attrs.frozen(kw_only=True, cache_hash=True)
class Term:
    """
    A rule that may be about the records of a schedule, turned round.

    Attributes:
        effect: What it does at its end.
        rule: The path in the policy, or the id of the law's rule.
        statute: Whether a statute stands behind it.
        tests: What must be so for it to be about a record; all of them.
        hangs_on: What nobody knows of the situation, on which it hangs whether it binds.
        origins: The facts it runs from; the next where what the one before tells never happened.
        first_origins: Where each of several events counts, the facts of the first one.
        surely: The days of its start after which it has ended by the day asked about.
        perhaps: The days after which it may have ended; more only where no calendar tells.
        window: The days of its trigger on which the law was in force that it stands in, or None.
        begins: The facts of what begins that its trigger ends; empty where nothing does.
        runs_fact: The fact whether that runs, where the host folds it; else empty.
        runs_on: Whether it binds while that runs.
        uses: The uses it limits; None is all.
        period: Its length; None where the day it runs from is its last.
        moves: The days of a year on whose next return it begins, in the order they are applied.
    """

    effect: Effect
    rule: str
    statute: bool = False
    tests: tuple[Requirement, ...] = ()
    hangs_on: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    first_origins: tuple[Origin, ...] = ()
    surely: tuple[Span, ...] = ()
    perhaps: tuple[Span, ...] = ()
    window: tuple[Span, ...] | None = None
    begins: tuple[str, ...] = ()
    runs_fact: str = ""
    runs_on: bool = True
    uses: tuple[str, ...] | None = None
    period: Period | None = None
    moves: tuple[MonthDay, ...] = ()

    def __str__(self) -> str:
        """
        Write the effect, the rule, the facts and the days after which it has ended.
        """
        start = ", else ".join(str(each) for each in self.origins)
        days = " or ".join(str(each) for each in self.surely) or "never"
        only = "; ".join(str(each) for each in (*self.tests, *self.hangs_on))
        return f"{self.effect} {self.rule}: {start}: {days}{f' if {only}' if only else ''}"


@attrs.frozen(kw_only=True)
class Lasting:
    """
    A use of the data, and how one knows that it goes on.

    Attributes:
        use: Its name in the policy.
        fact: The day it ended.
        agreed: Whether all its purposes rest on consent, so that without one it never began.
    """

    use: str
    fact: str
    agreed: bool = False


@attrs.frozen(kw_only=True)
class Apart:
    """
    Records that a comparison of days does not decide: the record function is asked about them.

    Attributes:
        fact: What is so of them.
        kind: Whether the fact is so, or names something.
        bars: Whether it can only stop erasing, so that where nothing has ended nothing is due.
    """

    fact: str
    kind: CellKind = CellKind.FLAG
    bars: bool = False


@attrs.frozen(kw_only=True, cache_hash=True)
class Schedule:
    """
    The rules for some categories of the records of one role, controller and version of the notice.

    Attributes:
        role: The role of the records.
        controller: Who decides, by name in the policy; empty where nobody can tell.
        noted: The controllers that may be noted with the record.
        unnoted: Whether it is about records with which none is noted.
        version: The number of the version whose promises bind.
        categories: The categories.
        terms: The rules that may be about them.
        uses: The uses of them.
        doubts: What nobody knows of the situation, so that nothing may be erased.
    """

    role: str
    controller: str
    noted: tuple[str, ...] = ()
    unnoted: bool = False
    version: str = ""
    categories: tuple[str, ...]
    terms: tuple[Term, ...] = ()
    uses: tuple[Lasting, ...] = ()
    doubts: tuple[str, ...] = ()

    def __str__(self) -> str:
        """
        Write whose data they are, and each rule on a line of its own.
        """
        whose = " · ".join(filter(None, (self.role, self.controller, self.version)))
        head = f"{whose} · {', '.join(self.categories)}"
        return "\n  ".join((head, *(str(each) for each in self.terms)))


@attrs.frozen(kw_only=True, cache_hash=True)
class Cutoffs:
    """
    What a policy and the law ask on a day, as comparisons of days.

    Attributes:
        policy: The policy's id.
        version: The number of its version, or empty.
        law: The digest of the law.
        on: The day asked about; a last day before it has passed.
        roles: The roles of which the policy speaks; it does not govern others.
        outside: The roles and controllers for whom we only act for another, whose declaration
            governs.
        versions: The numbers of the versions that may bind; one, where there is no choice.
        schedules: The rules, by role, controller, version and category.
        apart: The records about which the record function is asked.
    """

    policy: str
    version: str = ""
    law: str = ""
    on: date
    roles: tuple[str, ...]
    outside: tuple[tuple[str, str], ...] = ()
    versions: tuple[str, ...]
    schedules: tuple[Schedule, ...]
    apart: tuple[Apart, ...]

    @property
    def facts(self) -> tuple[NeededFact, ...]:
        """
        What must be known of each record, by name.
        """
        found = dict(sorted(self._facts()))
        return tuple(NeededFact(name=name, kind=kind) for name, kind in found.items())

    def __str__(self) -> str:
        """
        Write each schedule.
        """
        return "\n".join(str(each) for each in self.schedules)

    def _facts(self) -> Iterator[tuple[str, CellKind]]:
        yield ROLE, CellKind.KEY
        yield CONTROLLER, CellKind.KEY
        yield from ((each.fact, each.kind) for each in self.apart)
        if len(self.versions) > 1:
            yield VERSION, CellKind.KEY
        for schedule in self.schedules:
            yield from ((each.fact, CellKind.DAY) for each in schedule.uses)
            for term in schedule.terms:
                yield from _of(term)


def _of(term: Term) -> Iterator[tuple[str, CellKind]]:
    for test in term.tests:
        yield test.fact, CellKind.KEY if test.keys else CellKind.FLAG
    for origin in (*term.origins, *term.first_origins):
        capped = origin.cap.facts if origin.cap else ()
        yield from ((fact, CellKind.DAY) for fact in (*origin.facts, *capped))
    if term.runs_fact:
        yield term.runs_fact, CellKind.FLAG
    elif term.begins:
        yield KIND, CellKind.KEY
        yield from ((fact, CellKind.DAY) for fact in term.begins)
