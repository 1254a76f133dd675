"""
A policy and a law turned round: from what they ask of a record to the days of its triggers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Final, TypeAlias

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation
from recruitprivacy.near import nearest
from recruitprivacy.policy import EVERYTHING, ContactWith, Policy, Use
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._cutoffs._compile import Compiler, dated_rules
from recruitprivacy.retention._cutoffs._table import (
    Apart,
    CellKind,
    Cutoffs,
    Lasting,
    Schedule,
    Term,
)
from recruitprivacy.retention._doubts import unread
from recruitprivacy.retention._gather import Gathered, gather
from recruitprivacy.retention._inputs import Inputs
from recruitprivacy.retention._responsible import answerable, situation_of
from recruitprivacy.timeline import Facts, RecordFacts, RecordKind, Scope, facts_needed
from recruitprivacy.vocabulary import BUILT_IN, Kind, LawfulBasis, Vocabulary

__all__ = ["cutoffs"]

CONSENT: Final = "consent."
NOBODY: Final = ""
ON_CONSENT: Final = (LawfulBasis.CONSENT,)
ALWAYS_APART: Final = (
    Apart(fact="hold.open", bars=True),
    Apart(fact="request.open", bars=True),
    Apart(fact="restriction.open", bars=True),
    Apart(fact="notice.unsure"),
    Apart(fact="objection.state"),
    Apart(fact="erasure.state"),
    Apart(fact="record.recorded_as", kind=CellKind.KEY),
)
Refuse: TypeAlias = Callable[[Fault], None]


@attrs.frozen(kw_only=True)
class _Asked:
    policy: Policy
    law: Law
    on: date
    situation: Situation | None
    vocabulary: Vocabulary
    folded: frozenset[str]
    twice: frozenset[str] = frozenset()
    faults: list[Fault] = attrs.field(factory=list)

    def refuse(self, fault: Fault) -> None:
        """
        Note what cannot be turned round.
        """
        if fault not in self.faults:
            self.faults.append(fault)


def cutoffs(
    policy: Policy,
    law: Law,
    *,
    on: date,
    situation: Situation | None = None,
    folded: Collection[str] = (),
    vocabulary: Vocabulary = BUILT_IN,
) -> Cutoffs:
    """
    Turn a policy and the law round: find for each rule the days after which it has ended.

    What is found is data. To compare days a database needs no calendar: whoever was last in touch
    up to the cut-off is due, whatever the length of the months between. Asked for a later day, it
    is a forecast.

    Args:
        policy: The declaration, with its earlier versions.
        law: The packs the situation needs.
        on: The day asked about.
        situation: The ties to countries of all the records; None takes the establishment from the
            policy and leaves the rest unknown.
        folded: The clocks and rules whose start the host works out beforehand, one day for each
            record: ``clocks.contact``, whose day is then the fact ``clocks.contact.moment``, or
            ``retention.forgotten``, with ``retention.forgotten.ceiling.start``.
        vocabulary: The words of the policy.

    Raises:
        FaultsError: If a rule compares two days of one record, or cannot be told from another; each
            is named, with the fact to fold instead. If nothing is called as in ``folded``.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> bakery = cutoffs(own_hiring(), load("NL"), on=date(2026, 5, 4))
    >>> print(bakery.schedules[0].terms[0])
    ceiling retention.after_the_procedure: procedure.closed.last: up to 2026-04-05
    """
    asked = _Asked(
        policy=policy,
        law=law,
        on=on,
        situation=situation,
        vocabulary=vocabulary,
        folded=frozenset(folded),
        twice=_twice(policy, law, vocabulary),
    )
    _refuse_unnumbered(asked)
    cases = [
        (case, who, gather(case)) for role in policy.roles for case, who in _cases(asked, role)
    ]
    _refuse_unfoldable(asked, [found for *_, found in cases])
    schedules = tuple(each for case in cases for each in _schedules(asked, *case))
    if asked.faults:
        raise FaultsError(asked.faults, source=policy.id)
    return Cutoffs(
        policy=policy.id,
        version=policy.version_number,
        law=law.digest,
        on=on,
        roles=tuple(policy.roles),
        outside=tuple(each for role in policy.roles for each in _outside(policy, role)),
        versions=tuple(each.version_number for each in policy.versions()),
        schedules=schedules,
        apart=(*ALWAYS_APART, *_apart(asked, [found for *_, found in cases], schedules)),
    )


def _twice(policy: Policy, law: Law, vocabulary: Vocabulary) -> frozenset[str]:
    needed = facts_needed(policy, law, vocabulary=vocabulary)
    names = [each.name for each in needed if each.scope is not Scope.COMPANY]
    return frozenset(name for name, count in Counter(names).items() if count > 1)


def _refuse_unnumbered(asked: _Asked) -> None:
    numbers = [each.version_number for each in asked.policy.versions()]
    if len(set(numbers)) < len(numbers):
        asked.refuse(
            Fault(
                path="version.number",
                problem="two versions of the policy cannot be told apart",
                way_out="give each version a number of its own",
            )
        )


def _refuse_unfoldable(asked: _Asked, cases: Iterable[Gathered]) -> None:
    known = {each.rule for found in cases for each in found.clauses}
    known |= {each.key for each in asked.vocabulary.terms(Kind.TRIGGER)}
    for version in asked.policy.versions():
        known |= {f"clocks.{name}" for name in version.clocks}
        known |= {f"retention.{name}" for name in version.retention}
    for name in sorted(asked.folded - known):
        problem = f"there is no clock or rule {name!r}"
        asked.refuse(Fault(path="folded", problem=problem, nearest=nearest(name, known)))


@attrs.frozen
class _Who:
    """
    The controllers that may be noted with a record, where they come to one answer.
    """

    noted: tuple[str, ...]
    unnoted: bool


def _answers(policy: Policy, role: str) -> Iterator[tuple[str | None, tuple[str, ...], bool]]:
    for noted in (*policy.controllers, None):
        record = RecordFacts(kind=RecordKind.PERSON, role=role, controller=noted)
        found = answerable(policy, record, policy.role_of(role))
        yield noted, found.controllers, found.acting


def _outside(policy: Policy, role: str) -> Iterator[tuple[str, str]]:
    for noted, _, acting in _answers(policy, role):
        if acting:
            yield role, noted or NOBODY


def _cases(asked: _Asked, role: str) -> Iterator[tuple[Case, _Who]]:
    found: dict[str, list[str | None]] = {}
    for noted, controllers, acting in _answers(asked.policy, role):
        for controller in () if acting else controllers:
            found.setdefault(controller, []).append(noted)
    for controller, whoever in found.items():
        names = tuple(name for name in whoever if name is not None)
        for version in asked.policy.versions():
            yield _case(asked, role, controller, version), _Who(names, None in whoever)


def _case(asked: _Asked, role: str, controller: str, version: Policy) -> Case:
    record = RecordFacts(kind=RecordKind.PERSON, role=role, controller=controller or None)
    facts = Facts(
        person=NOBODY,
        on=asked.on,
        policy=asked.policy.id,
        version=asked.policy.version_number,
        records=FrozenMap({NOBODY: record}),
    )
    inputs = Inputs(
        policy=asked.policy,
        facts=facts,
        law=asked.law,
        on=asked.on,
        situation=asked.situation,
        vocabulary=asked.vocabulary,
    )
    return Case(
        inputs=inputs,
        policy=asked.policy,
        promised=version,
        facts=facts,
        law=asked.law,
        on=asked.on,
        situation=asked.situation or situation_of(asked.policy, controller),
        vocabulary=asked.vocabulary,
        controller=controller,
        name=NOBODY,
        record=record,
        role=asked.policy.role_of(role),
    )


def _schedules(asked: _Asked, case: Case, who: _Who, gathered: Gathered) -> Iterator[Schedule]:
    windows = dated_rules(case)
    compiler = Compiler(
        case=case,
        folded=asked.folded,
        windows=windows,
        twice=asked.twice,
        refuse=asked.refuse,
    )
    triggers = {each.after for each in windows}
    for clause in gathered.clauses:
        _refuse_dated_minimum(asked, clause, triggers)
    pairs = ((clause, compiler.term(clause)) for clause in gathered.clauses)
    terms = [(clause, term) for clause, term in pairs if term is not None]
    doubts = tuple(unread(case, case.controller, gathered.unloaded))
    found: dict[tuple[tuple[Term, ...], tuple[Lasting, ...]], list[str]] = {}
    for category in case.categories or (EVERYTHING,):
        about = tuple(term for clause, term in terms if case.concerns(clause, category))
        found.setdefault((about, tuple(_uses(case, category))), []).append(category)
    for (about, uses), categories in found.items():
        yield Schedule(
            role=case.record.role,
            controller=case.controller,
            noted=who.noted,
            unnoted=who.unnoted,
            version=case.promised.version_number,
            categories=tuple(categories),
            terms=about,
            uses=uses,
            doubts=doubts,
        )


def _refuse_dated_minimum(asked: _Asked, clause: Clause, triggers: Collection[str]) -> None:
    founded = clause.own and clause.effect is Effect.FLOOR
    if founded and not set(clause.hangs_on).isdisjoint(triggers):
        asked.refuse(
            Fault(
                path=f"{clause.rule}.at_least",
                problem="whether a statute stands behind it hangs on the day of its event",
                way_out="drop the minimum; the statute keeps the data by itself",
            )
        )


def _uses(case: Case, category: str) -> Iterator[Lasting]:
    for name, use in case.policy.uses_of(case.role).items():
        if case.reached_by(use, category):
            agreed = bool(use.purposes) and all(_on_consent(use, each) for each in use.purposes)
            yield Lasting(use=name, fact=f"use.{name}.ended", agreed=agreed)


def _on_consent(use: Use, purpose: str) -> bool:
    return use.basis_of(purpose) == ON_CONSENT


def _apart(
    asked: _Asked, cases: Iterable[Gathered], schedules: Iterable[Schedule]
) -> Iterator[Apart]:
    if _asks_consent(asked, cases) or _from_consent(schedules):
        yield Apart(fact="consent.state")
    clocks = [
        clock
        for version in asked.policy.versions()
        for name, clock in version.clocks.items()
        if f"clocks.{name}" not in asked.folded
    ]
    with_whom = {each for clock in clocks for each in clock.contact_with}
    if any(clock.supplied for clock in clocks) or ContactWith.SUPPLIER in with_whom:
        yield Apart(fact="record.supplier", kind=CellKind.KEY)
    if ContactWith.COMPANY in with_whom:
        yield Apart(fact="record.company", kind=CellKind.KEY)


def _from_consent(schedules: Iterable[Schedule]) -> bool:
    """
    Say whether a rule runs from an agreement; to which of them, a day alone does not tell.
    """
    terms = (term for schedule in schedules for term in schedule.terms)
    origins = (origin for term in terms for origin in (*term.origins, *term.first_origins))
    return any(fact.startswith(CONSENT) for origin in origins for fact in origin.facts)


def _asks_consent(asked: _Asked, cases: Iterable[Gathered]) -> bool:
    uses = (use for version in asked.policy.versions() for use in version.uses.values())
    if any(_on_consent(use, purpose) for use in uses for purpose in use.purposes):
        return True
    return any(clause.unless_agreed for each in cases for clause in each.clauses)
