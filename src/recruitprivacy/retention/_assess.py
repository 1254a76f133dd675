"""
Deciding: one disposal per controller, record and category.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.policy import EVERYTHING, Policy
from recruitprivacy.retention._applies import SetAside, fit
from recruitprivacy.retention._bars import bars_of, bars_set_aside
from recruitprivacy.retention._bound import ALWAYS, NEVER, Interval, Open
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._combine import Days, combine, conflicts_of
from recruitprivacy.retention._commands import commands_of
from recruitprivacy.retention._disposal import Conflict, Disposal
from recruitprivacy.retention._doubts import (
    findings_of_facts,
    misnamed_controller,
    misnamed_role,
    unread,
)
from recruitprivacy.retention._ending import Ending, ending_of
from recruitprivacy.retention._gather import Gathered, gather
from recruitprivacy.retention._idle import idle_of, not_adopted, not_needed
from recruitprivacy.retention._inputs import Inputs
from recruitprivacy.retention._judge import judge
from recruitprivacy.retention._living import Life, lives_of
from recruitprivacy.retention._names import Names
from recruitprivacy.retention._promised import promised
from recruitprivacy.retention._responsible import answerable, situation_of
from recruitprivacy.retention._status import Status
from recruitprivacy.retention._why import (
    NO_DAY_YET,
    NO_LAST_DAY,
    NO_PLAN,
    NO_RULE,
    NOTHING_FORBIDS,
)
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["assess"]

OUTSIDE: Final = Message("retention.open.outside", "This notice does not govern it.")
NOBODY: Final = Message(
    "retention.finding.role_without_controller",
    "The notice does not say who answers for this role.",
)
UNDECLARED: Final = Message(
    "retention.finding.category_not_declared",
    "The notice does not say that this is held of people in this role.",
)


DEPARTS: Final = Message(
    "retention.finding.departs_from_guidance",
    "Guidance of which no adoption is recorded would have this gone by {day}.",
)
GIVE_REASON: Final = Message(
    "retention.mend.departs_from_guidance", "Write down why the firm keeps it longer."
)


@attrs.frozen(kw_only=True)
class _Ruled:
    """
    A record with the ends of all that is about it, before one looks at a category.
    """

    case: Case
    controller: str
    endings: tuple[Ending, ...]
    gathered: Gathered
    findings: tuple[Finding, ...]
    guidance: tuple[Ending, ...]
    doubts: tuple[str, ...] = ()


def assess(
    policy: Policy,
    facts: Facts,
    law: Law,
    *,
    on: date,
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Disposal, ...]:
    """
    Decide when each category of each record of a person may, must and is meant to be erased.

    Nothing is erased by this, and what is unknown never makes erasing possible.

    Args:
        policy: The declaration, with its earlier versions.
        facts: The facts of one person, as of the same day.
        law: The packs the situation needs.
        on: The day asked about.
        situation: The ties to countries; None takes the establishment from the policy and leaves
            the rest unknown.
        vocabulary: The words of the policy and the facts.

    Returns:
        One disposal per record, controller and category, in that order.

    Law:
        GDPR Art. 5(1)(e): kept no longer than the purposes need.
    """
    asked = Inputs(
        policy=policy, facts=facts, law=law, on=on, situation=situation, vocabulary=vocabulary
    )
    return tuple(each for record in sorted(facts.records) for each in _of_record(asked, record))


def _of_record(asked: Inputs, name: str) -> Iterator[Disposal]:
    record, policy = asked.facts.records[name], asked.policy
    spoken_of = record.role in policy.roles
    role = policy.role_of(record.role) if spoken_of else record.role
    who = answerable(policy, record, role)
    version = promised(policy, asked.facts, name, asked.vocabulary)
    for controller in who.controllers:
        case = Case(
            inputs=asked,
            policy=policy,
            promised=version.policy,
            facts=asked.facts,
            law=asked.law,
            on=asked.on,
            situation=asked.situation or situation_of(policy, controller),
            vocabulary=asked.vocabulary,
            name=name,
            record=record,
            role=role,
        )
        of_names = [
            misnamed_controller(policy, controller),
            None if spoken_of else misnamed_role(policy, record),
        ]
        doubts = [*filter(None, of_names), *findings_of_facts(case)]
        if who.acting or not spoken_of:
            yield from (_outside(case, controller, key, doubts) for key in _categories(case))
            continue
        more = [version.finding, None if who.declared else _undeclared_role(case)]
        ruled = _ruled(case, controller, [*filter(None, more), *doubts])
        yield from (_decided(ruled, key) for key in _categories(case))


def _categories(case: Case) -> tuple[str, ...]:
    return case.categories or (EVERYTHING,)


def _ruled(case: Case, controller: str, doubts: Iterable[Finding]) -> _Ruled:
    gathered = gather(case)
    endings: list[Ending] = []
    aside: list[SetAside] = []
    for clause in gathered.clauses:
        found = fit(clause, case)
        if found.aside is None:
            endings.append(ending_of(clause, case, found))
        else:
            aside.append(_not_applied(clause, found.aside))
    fits = [(clause, fit(clause, case)) for clause in gathered.guidance]
    aside += [_not_applied(each, found.aside) for each, found in fits if found.aside is not None]
    of_clocks = (finding for ending in endings for finding in ending.start.findings)
    return _Ruled(
        case=case,
        controller=controller,
        endings=tuple(endings),
        gathered=attrs.evolve(gathered, set_aside=(*aside, *gathered.set_aside)),
        findings=tuple(dict.fromkeys((*doubts, *gathered.findings, *of_clocks))),
        guidance=tuple(
            ending_of(clause, case, found) for clause, found in fits if found.aside is None
        ),
        doubts=tuple(unread(case, controller, gathered.unloaded)),
    )


def _decided(ruled: _Ruled, category: str) -> Disposal:
    case, on = ruled.case, ruled.case.on
    bars, lives = bars_of(case, category), lives_of(case, category)
    endings = (
        *(each for each in ruled.endings if case.concerns(each.clause, category)),
        *commands_of(case, category, lives),
    )
    days = combine(endings, (*(bar.days for bar in bars), *_unread(ruled)), lives)
    conflicts = conflicts_of(endings)
    idle = idle_of(endings, lives)
    endings = tuple(each for each in endings if each not in idle)
    return Disposal(
        controller=ruled.controller,
        record=case.name,
        category=category,
        role=case.record.role,
        on=on,
        status=judge(days, on, bars=bars, lives=lives, conflicts=conflicts),
        may_erase_from=days.allowed.bound(phrase(NOTHING_FORBIDS)),
        must_be_gone_by=days.gone.bound(_endless(endings, lives)),
        planned_on=days.planned.bound(phrase(NO_PLAN)),
        uses=tuple(life.use for life in lives if life.lives),
        purposes=tuple(each for life in lives for each in life.standings),
        action=_action(endings, days),
        endings=endings,
        deciding=tuple(each for each in endings if _decides(each, days)),
        bars=bars,
        conflicts=tuple(Conflict(erase=erase, keep=keep) for erase, keep in conflicts),
        set_aside=(
            *ruled.gathered.set_aside,
            *(not_adopted(each.clause, case, category) for each in ruled.guidance),
            *(not_needed(each.clause, case, lives) for each in idle),
            *bars_set_aside(case, category),
        ),
        missing=_missing(ruled, days),
        findings=(
            *ruled.findings,
            *_undeclared(case, category),
            *_departures(ruled, category, days),
        ),
        policy=case.policy.id,
        version=case.promised.version_number,
        law=case.law.digest,
        law_version=case.law.version,
        names=_names(case),
    )


def _outside(case: Case, controller: str, category: str, findings: Iterable[Finding]) -> Disposal:
    nothing = Open(because=phrase(OUTSIDE))
    return Disposal(
        controller=controller,
        record=case.name,
        category=category,
        role=case.record.role,
        on=case.on,
        status=Status.OUT_OF_SCOPE,
        may_erase_from=nothing,
        must_be_gone_by=nothing,
        planned_on=nothing,
        findings=tuple(findings),
        policy=case.policy.id,
        version=case.promised.version_number,
        law=case.law.digest,
        law_version=case.law.version,
        names=_names(case),
    )


def _endless(endings: Iterable[Ending], lives: Iterable[Life]) -> Phrase:
    ceilings = [each for each in endings if each.clause.effect is Effect.CEILING]
    waits = ceilings and all(each.days.low == NEVER for each in ceilings)
    if waits:
        return phrase(NO_DAY_YET)
    return phrase(NO_RULE if any(life.lives for life in lives) else NO_LAST_DAY)


def _names(case: Case) -> Names:
    return Names(
        inputs=case.inputs,
        policy=case.policy,
        promised=case.promised,
        law=case.law,
        vocabulary=case.vocabulary,
    )


def _not_applied(clause: Clause, because: Phrase) -> SetAside:
    return SetAside(
        rule=clause.rule,
        because=because,
        clause=clause,
        says=clause.because,
        cites=() if clause.own else clause.cites,
    )


def _unread(ruled: _Ruled) -> Iterator[Interval]:
    """
    Give an unknown first day for each thing that may forbid erasing and that nobody knows.
    """
    yield from (Interval(ALWAYS, NEVER, (fact,)) for fact in ruled.doubts)


def _decides(ending: Ending, days: Days) -> bool:
    of_effect = {
        Effect.FLOOR: days.allowed,
        Effect.CEILING: days.gone,
        Effect.COMMAND: days.gone,
        Effect.WISH: days.planned,
        Effect.MINIMUM: days.planned,
        Effect.REVIEW: days.review,
    }[ending.clause.effect]
    return ending.days.low == of_effect.low or ending.days.high == of_effect.high


def _action(endings: Iterable[Ending], days: Days) -> str:
    last = (Effect.CEILING, Effect.WISH)
    found = (
        each.clause.then
        for each in endings
        if each.clause.effect in last and each.clause.then and _decides(each, days)
    )
    return next(found, "")


def _missing(ruled: _Ruled, days: Days) -> tuple[str, ...]:
    named = () if ruled.controller else ("record.controller",)
    return tuple(
        dict.fromkeys((*named, *days.gone.missing, *days.allowed.missing, *days.planned.missing))
    )


def _undeclared_role(case: Case) -> Finding:
    return _finding(NOBODY, f"responsible.{case.role}", phrase(NOBODY))


def _undeclared(case: Case, category: str) -> Iterator[Finding]:
    holding = case.policy.data.get(case.role)
    held = holding.categories if holding else ()
    if not any(case.is_kind(Kind.CATEGORY, category, each) for each in held):
        yield _finding(UNDECLARED, f"data.{case.role}", phrase(UNDECLARED))


def _departures(ruled: _Ruled, category: str, days: Days) -> Iterator[Finding]:
    for ending in ruled.guidance:
        sooner = ending.days.known and ending.days.high < days.gone.low
        if sooner and ruled.case.concerns(ending.clause, category):
            yield Finding(
                code="retention.departs_from_guidance",
                level=Level.NOTE,
                path=ending.clause.rule,
                says=phrase(DEPARTS, day=ending.days.high),
                mend=phrase(GIVE_REASON),
                cites=ending.clause.cites,
            )


def _finding(message: Message, path: str, says: Phrase) -> Finding:
    code = message.code.replace(".finding.", ".")
    return Finding(code=code, level=Level.WARNING, path=path, says=says)
