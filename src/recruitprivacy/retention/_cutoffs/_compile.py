"""
One clause turned round: what it asks of a record, and the days after which it has ended.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

import attrs

from recruitprivacy.errors import Fault, UnknownJurisdictionError
from recruitprivacy.law import Calendar, Rule
from recruitprivacy.periods import MonthDay, Rounding
from recruitprivacy.policy import Clock, Policy, Which
from recruitprivacy.retention._applies import FORGET_ME, fit
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect, law_clauses
from recruitprivacy.retention._cutoffs._length import Length, Passed
from recruitprivacy.retention._cutoffs._span import Span
from recruitprivacy.retention._cutoffs._table import Cap, Origin, Requirement, Term
from recruitprivacy.retention._gather import EVENT_ON, TOPIC
from recruitprivacy.timeline import beginning_of
from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = ["OF_ROLE", "Compiler", "clock_fact", "dated_rules", "start_fact"]

CONDITION: Final = "condition."
ASKED_OF_ROWS: Final = frozenset({"record.outcome", "record.obtained_from", "consent.state"})
"""Facts of which a rule asks, and which stand in a row."""

OF_ROLE: Final = "role."
"""Stands before a fact of a role that a record has, too, under the same name."""
Windows: TypeAlias = Mapping[Clause, tuple[tuple[Span, ...], bool, tuple[str, ...]]]


def dated_rules(case: Case) -> Windows:
    """
    Find the clauses of laws that the day of their event selects: the days, and what else is open.
    """
    found: dict[Clause, tuple[tuple[Span, ...], bool, tuple[str, ...]]] = {}
    for considered in case.law.rules(TOPIC, case.situation, on=case.on).open:
        rule, facts = considered.rule, considered.facts
        if EVENT_ON not in facts:
            continue
        hangs_on = tuple(rule.trigger if fact == EVENT_ON else fact for fact in facts)
        for clause in law_clauses(rule, hangs_on, verified=True):
            spans, runs_on, _ = found.get(clause, ((), False, ()))
            left = tuple(fact for fact in facts if fact != EVENT_ON)
            found[clause] = ((*spans, _window(rule)), runs_on or rule.in_force(case.on), left)
    return found


def _window(rule: Rule) -> Span:
    return Span(first=rule.applies_from, last=rule.applies_until)


@attrs.frozen(kw_only=True)
class Compiler:
    """
    What turns the clauses of one role, controller and version round.

    Attributes:
        case: A record of that role, of which nothing is known.
        folded: The clocks and rules whose start the host folds into a day of its own.
        windows: The clauses of laws that the day of their event selects.
        twice: The facts that roles and records have under one name.
        refuse: Takes what cannot be turned round.
    """

    # Many clauses run from one clock; what moves it is looked for once.
    _clocks: dict[tuple[str, bool], tuple[Origin, ...]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    case: Case
    folded: Collection[str]
    windows: Windows
    twice: frozenset[str]
    refuse: Callable[[Fault], None]

    def term(self, clause: Clause) -> Term | None:
        """
        Turn a clause round; None where it is about no record of this role and controller.
        """
        found = fit(clause, self._placed(clause))
        if found.aside is not None:
            return None
        window = self.windows.get(_confirmed(clause)) if self.windows else None
        hangs_on = [each for each in found.missing if each not in clause.hangs_on]
        hangs_on += clause.hangs_on if window is None else window[2]
        passed = self._passed(clause)
        return Term(
            effect=clause.effect,
            rule=clause.rule,
            statute=clause.is_statute,
            tests=tuple(self._tests(clause)),
            hangs_on=tuple(each for each in hangs_on if not _of_rows(each)),
            origins=tuple(self._origins(clause, clause.which)),
            first_origins=self._first(clause),
            surely=passed.surely,
            perhaps=passed.perhaps,
            window=None if window is None else window[0],
            begins=self._begins(clause),
            runs_fact=self._runs(clause),
            runs_on=window is None or window[1],
            uses=_limits(clause, self.case),
            period=clause.period,
            moves=tuple(self._moves(clause)),
        )

    def _placed(self, clause: Clause) -> Case:
        if not clause.where:
            return self.case
        record = attrs.evolve(self.case.record, kept_in=clause.where)
        return attrs.evolve(self.case, record=record)

    def _passed(self, clause: Clause) -> Passed:
        up = clause.effect in {Effect.FLOOR, Effect.MINIMUM}
        worked = clause.period is not None and bool(clause.period.working_days)
        length = Length(
            period=clause.period,
            moves=tuple(self._moves(clause)),
            rounding=Rounding.UP if up else Rounding.DOWN,
            calendar=self._calendar() if worked else None,
        )
        return length.passed(self.case.on)

    def _moves(self, clause: Clause) -> Iterator[MonthDay]:
        if clause.financial_year:
            yield self.case.situation.financial_year_ends
        if clause.from_next:
            yield clause.from_next

    def _calendar(self) -> Calendar | None:
        try:
            return self.case.law.calendar(self.case.situation.establishment or "")
        except UnknownJurisdictionError:
            return None

    def _tests(self, clause: Clause) -> Iterator[Requirement]:
        for fact, kind, wanted in (
            ("record.outcome", Kind.OUTCOME, clause.outcomes),
            ("record.obtained_from", Kind.SOURCE, clause.sources),
        ):
            if wanted:
                yield Requirement(fact=fact, keys=_under(self.case.vocabulary, kind, wanted))
        if clause.where:
            yield Requirement(
                fact="record.kept_in",
                keys=_under(self.case.vocabulary, Kind.SYSTEM, (clause.where,)),
                sure=True,
            )
        for condition in clause.when:
            yield Requirement(fact=f"{CONDITION}{condition}")
        if clause.while_ is not None and clause.effect is not Effect.FLOOR:
            yield Requirement(fact=f"{CONDITION}{clause.while_}", so=False)

    def _begins(self, clause: Clause) -> tuple[str, ...]:
        if clause.effect is not Effect.FLOOR:
            return ()
        begins = beginning_of(clause.after, self.case.vocabulary)
        return () if begins is None else self.case.happened(begins, Which.LAST).used

    def _runs(self, clause: Clause) -> str:
        told = clause.after in self.folded and clause.effect is Effect.FLOOR
        return f"{clause.after}.runs" if told else ""

    def _first(self, clause: Clause) -> tuple[Origin, ...]:
        each = clause.which is Which.EACH and clause.rule not in self.folded
        return tuple(self._origins(clause, Which.FIRST)) if each else ()

    def _origins(self, clause: Clause, which: Which | None) -> Iterator[Origin]:
        if clause.rule in self.folded:
            yield Origin(facts=(start_fact(clause),))
            return
        if clause.effect is not Effect.FLOOR and self._is_forgetting(clause):
            self.refuse(_beyond(clause, "the day of asking and the day the data came"))
        yield from self._start(clause, clause.after, which)
        if clause.if_none is not None:
            yield from self._start(clause, clause.if_none, None)

    def _is_forgetting(self, clause: Clause) -> bool:
        return self.case.is_kind(Kind.TRIGGER, clause.after, FORGET_ME)

    def _start(self, clause: Clause, after: str, which: Which | None) -> Iterator[Origin]:
        policy = self.case.promised if clause.effect is Effect.CEILING else self.case.policy
        if not after:
            yield Origin(facts=())
        elif clause.own and after in policy.clocks:
            yield from self._clock(clause, after, policy)
        else:
            yield self._trigger(after, which)

    def _trigger(self, trigger: str, which: Which | None) -> Origin:
        facts = self.case.happened(trigger, Which.LAST if which is Which.EACH else which).used
        return Origin(facts=facts, first=_is_first(facts))

    def _clock(self, clause: Clause, name: str, policy: Policy) -> Iterator[Origin]:
        path = f"clocks.{name}"
        if path in self.folded:
            yield Origin(facts=(clock_fact(name),))
            return
        clock = policy.clocks[name]
        length = clause.period
        if not clock.revives and not (length and length.working_days):
            self.refuse(_beyond(clause, "each contact and the end of the length before it"))
        asked = (name, policy is self.case.policy)
        if asked not in self._clocks:
            self._clocks[asked] = tuple(self._contact(name, clock, policy))
        yield from self._clocks[asked]

    def _contact(self, name: str, clock: Clock, policy: Policy) -> Iterator[Origin]:
        instead = self._trigger(clock.if_none, None)
        contact = self.case.started(name, policy, None).used
        facts = tuple(f"{OF_ROLE}{each}" if each in self.twice else each for each in contact)
        if facts and facts != instead.facts:
            cap = None
            if clock.at_most is not None:
                cap = Cap(facts=instead.facts, period=clock.at_most)
            yield Origin(facts=facts, cap=cap)
        yield instead


@lru_cache(maxsize=1024)
def _under(words: Vocabulary, kind: Kind, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """
    Name some keys and all that are kinds of them.
    """
    under = (
        term.key
        for term in words.terms(kind)
        if any(words.is_kind(kind, term.key, each) for each in wanted)
    )
    return tuple(sorted({*wanted, *under}))


def _confirmed(clause: Clause) -> Clause:
    return clause if clause.verified else attrs.evolve(clause, verified=True)


def _limits(clause: Clause, case: Case) -> tuple[str, ...] | None:
    if not clause.purposes:
        return clause.uses
    uses = case.policy.uses_of(case.role).items()
    return tuple(name for name, use in uses if not set(clause.purposes).isdisjoint(use.purposes))


def _is_first(facts: tuple[str, ...]) -> bool:
    return bool(facts) and facts[0].endswith(f".{Which.FIRST}")


def _of_rows(fact: str) -> bool:
    return fact in ASKED_OF_ROWS or fact.startswith(CONDITION)


def start_fact(clause: Clause) -> str:
    """
    Name the fact that is the day from which a clause runs, where the host folds it.
    """
    return f"{clause.rule}.{clause.effect}.start"


def clock_fact(name: str) -> str:
    """
    Name the fact that is the day a clock runs from, where the host folds it.
    """
    return f"clocks.{name}.moment"


def _beyond(clause: Clause, days: str) -> Fault:
    return Fault(
        path=clause.rule,
        problem=f"compares two days of one record: {days}",
        way_out=f"fold it into one day, {start_fact(clause)!r}, and name the rule in folded",
    )
