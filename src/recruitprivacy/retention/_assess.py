"""
Deciding: one disposal per controller, record and category.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.policy import EVERYTHING, Policy
from recruitprivacy.retention._applies import AGREED, SetAside, fit
from recruitprivacy.retention._bars import bars_of, bars_set_aside
from recruitprivacy.retention._bound import ALWAYS, NEVER, Interval, Open
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._combine import Days, combine, conflicts_of, decides, ended
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
from recruitprivacy.retention._limitation import Limitation, limitations_of
from recruitprivacy.retention._living import Life, lives_of
from recruitprivacy.retention._names import Names
from recruitprivacy.retention._need import needs_of, prolonged
from recruitprivacy.retention._promised import promised
from recruitprivacy.retention._responsible import answerable, situation_of
from recruitprivacy.retention._status import Status
from recruitprivacy.retention._untold import untold
from recruitprivacy.retention._warning import warned_from
from recruitprivacy.retention._why import (
    NO_DAY_YET,
    NO_LAST_DAY,
    NO_PLAN,
    NO_RULE,
    NO_WARNING,
    NOTHING_FORBIDS,
)
from recruitprivacy.timeline import Absence, Facts
from recruitprivacy.vocabulary import BUILT_IN, Kind, Right, Vocabulary

__all__ = ["assess"]

SAY_WHAT: Final = frozenset({Effect.CEILING, Effect.WISH, Effect.NEED})
OUTSIDE: Final = Message("retention.open.outside", "This notice does not govern it.")
NOBODY: Final = Message(
    "retention.finding.role_without_controller",
    "The notice does not say who answers for this role.",
)
UNDECLARED: Final = Message(
    "retention.finding.category_not_declared",
    "The notice does not say that this is held of people in this role.",
)


NOT_BEGUN: Final = Message(
    "retention.finding.not_begun",
    "Nothing that would start a last day has happened, so there is none.",
)
SAY_IF_NONE: Final = Message(
    "retention.mend.if_none",
    "Say under “if_none” what counts where it never happens, or record what did happen.",
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
    limitations: tuple[Limitation, ...] = ()
    untold: tuple[Finding, ...] = ()
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

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> on, book = date(2026, 5, 4), load("NL")
    >>> facts = fold(anna_applies(), own_hiring(), on=on, law=book)
    >>> for each in assess(own_hiring(), facts, book, on=on):
    ...     print(each.category, each.status, each.must_be_gone_by)
    name overdue 2026-04-29
    contact_details overdue 2026-04-29
    cv overdue 2026-04-29

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
            also_promised=version.also,
            notice_unsure=version.unsure,
            facts=asked.facts,
            law=asked.law,
            on=asked.on,
            situation=asked.situation or situation_of(policy, controller),
            vocabulary=asked.vocabulary,
            controller=controller,
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
    overdue = untold(case)
    return _Ruled(
        case=case,
        controller=controller,
        endings=tuple(endings),
        gathered=attrs.evolve(gathered, set_aside=(*aside, *gathered.set_aside)),
        findings=tuple(dict.fromkeys((*overdue, *doubts, *gathered.findings, *of_clocks))),
        limitations=tuple(limitations_of(case)),
        untold=overdue,
        guidance=tuple(
            ending_of(clause, case, found) for clause, found in fits if found.aside is None
        ),
        doubts=tuple(unread(case, controller, gathered.unloaded)),
    )


def _decided(ruled: _Ruled, category: str) -> Disposal:
    case, on = ruled.case, ruled.case.on
    bars, lives = bars_of(case, category), lives_of(case, category)
    about = [each for each in ruled.endings if case.concerns(each.clause, category)]
    standing = [(each, prolonged(each, case, category)) for each in about]
    endings = (
        *(later for _, later in standing if later),
        *commands_of(case, category, lives),
    )
    days = combine(endings, (*(bar.days for bar in bars), *_unread(ruled)), lives)
    conflicts = conflicts_of(endings)
    idle, needs = idle_of(endings, lives, days), tuple(needs_of(endings, lives, days))
    endings = (*(each for each in endings if each not in idle), *needs)
    deciding = tuple(each for each in endings if decides(each, days))
    warned = warned_from(deciding, days, case)
    status = judge(days, on, warned=warned, bars=bars, lives=lives, conflicts=conflicts)
    return Disposal(
        controller=ruled.controller,
        record=case.name,
        category=category,
        role=case.record.role,
        on=on,
        status=status,
        may_erase_from=days.allowed.bound(phrase(NOTHING_FORBIDS)),
        must_be_gone_by=days.gone.bound(_endless(endings, lives)),
        planned_on=days.planned.bound(phrase(NO_PLAN)),
        warn_on=warned.bound(phrase(NO_WARNING)),
        uses=()
        if ruled.untold or status is Status.REVIEW_DUE
        else tuple(_uses(lives, endings, on)),
        purposes=tuple(each for life in lives for each in life.standings),
        action=_action(case, deciding),
        endings=endings,
        deciding=deciding,
        bars=bars,
        conflicts=tuple(Conflict(erase=erase, keep=keep) for erase, keep in conflicts),
        limitations=ruled.limitations,
        set_aside=(
            *ruled.gathered.set_aside,
            *(_not_applied(each.clause, phrase(AGREED)) for each, later in standing if not later),
            *(not_adopted(each.clause, case, category) for each in ruled.guidance),
            *(not_needed(each.clause, case, lives) for each in idle),
            *bars_set_aside(case, category),
        ),
        missing=_missing(ruled, days),
        findings=(
            *ruled.findings,
            *_undeclared(case, category),
            *_departures(ruled, category, days),
            *_unbounded(endings, lives),
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
        warn_on=nothing,
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


def _uses(lives: Iterable[Life], endings: Sequence[Ending], on: date) -> Iterator[str]:
    yield from (life.use for life in lives if life.lives and not ended(life, endings, on))


def _action(case: Case, deciding: Iterable[Ending]) -> str:
    return next(filter(None, (_then(case, each.clause) for each in deciding)), "")


def _then(case: Case, clause: Clause) -> str:
    if clause.effect is Effect.COMMAND:
        offered = case.promised.rights.get(Right.ERASURE)
        return (offered.then or "") if offered else ""
    return clause.then if clause.effect in SAY_WHAT else ""


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
    if not case.is_kind(Kind.CATEGORY, category, *held):
        yield _finding(UNDECLARED, f"data.{case.role}", phrase(UNDECLARED))


def _departures(ruled: _Ruled, category: str, days: Days) -> Iterator[Finding]:
    about = (each for each in ruled.guidance if ruled.case.concerns(each.clause, category))
    for ending in filter(None, (prolonged(each, ruled.case, category) for each in about)):
        if ending.days.known and ending.days.high < days.gone.low:
            yield Finding(
                code="retention.departs_from_guidance",
                level=Level.NOTE,
                path=ending.clause.rule,
                says=phrase(DEPARTS, day=ending.days.high),
                mend=phrase(GIVE_REASON),
                cites=ending.clause.cites,
            )


def _unbounded(endings: Iterable[Ending], lives: Iterable[Life]) -> Iterator[Finding]:
    # While a use goes on, an end that has not begun is how it should be.
    level = Level.NOTE if any(life.lives for life in lives) else Level.WARNING
    ceilings = [each for each in endings if each.clause.effect is Effect.CEILING]
    waits = [each for each in ceilings if each.start.moment is Absence.NOT_STARTED]
    if waits and len(waits) == len(ceilings):
        rule = waits[0].clause.rule
        found = _finding(NOT_BEGUN, f"{rule}.if_none", phrase(NOT_BEGUN))
        yield attrs.evolve(found, level=level, mend=phrase(SAY_IF_NONE))


def _finding(message: Message, path: str, says: Phrase) -> Finding:
    code = message.code.replace(".finding.", ".")
    return Finding(code=code, level=Level.WARNING, path=path, says=says)
