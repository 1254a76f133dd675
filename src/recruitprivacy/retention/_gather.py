"""
Every clause that may be about a record: the firm's and the law's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.errors import CitationError, UnknownActError
from recruitprivacy.findings import Finding, Level, Weight
from recruitprivacy.law import Confidence, Considered, Rule, Selection
from recruitprivacy.messages import Message, Phrase, Value, phrase
from recruitprivacy.periods import Period
from recruitprivacy.policy import RetentionRule
from recruitprivacy.retention._applies import SetAside
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import (
    CHILD_FOUND,
    Clause,
    Effect,
    law_clauses,
    policy_clauses,
)
from recruitprivacy.retention._start import runs
from recruitprivacy.timeline import Absence, Known

__all__ = ["Gathered", "gather"]

TOPIC: Final = "retention"
EVENT_ON: Final = "event_on"

ELSEWHERE: Final = Message("retention.aside.other_tie", "It does not bind in this situation.")
MINIMUM_UNFOUNDED: Final = Message(
    "retention.finding.minimum_unfounded",
    "The firm keeps this for a minimum time, but cites no statute that binds it here; "
    "it counts as a wish only.",
)
CITE_IT: Final = Message(
    "retention.mend.cite_statute", "Cite the statute that asks for it, or drop the minimum."
)
MINIMUM_LONGER: Final = Message(
    "retention.finding.minimum_longer",
    "The firm keeps this for longer than the law asks ({cites}); "
    "beyond that it counts as a wish only.",
)
UNVERIFIED: Final = Message(
    "retention.finding.unverified", "{cites:capital}: this was not confirmed in a second source."
)
GUIDANCE_KEEPS: Final = Message(
    "retention.aside.guidance_keeps",
    "Guidance can ask for erasing only; it cannot forbid it, even where the firm adopted it.",
)
ADOPTED_UNKNOWN: Final = Message(
    "retention.finding.adopted_unknown",
    "The firm adopted the rule {rule}, which the law that was loaded does not have.",
)
NAME_IT: Final = Message(
    "retention.mend.adopted_unknown", "Mend its name, or load the pack it stands in."
)
UNLOADED: Final = Message(
    "retention.finding.unloaded",
    "The law of {place} was not loaded, so nobody knows what must be kept under it.",
)
LOAD_IT: Final = Message("retention.mend.load_pack", "Load the pack of {place}, or bring your own.")


@attrs.frozen(kw_only=True)
class Gathered:
    """
    The clauses for a record.

    Attributes:
        clauses: Those that bind or may bind.
        set_aside: The rules of the law that do not.
        findings: What is doubtful about them.
        unloaded: The places whose law nobody loaded.
        guidance: The last days that guidance asks for, where the firm did not adopt it.
    """

    clauses: tuple[Clause, ...]
    set_aside: tuple[SetAside, ...] = ()
    findings: tuple[Finding, ...] = ()
    unloaded: tuple[str, ...] = ()
    guidance: tuple[Clause, ...] = ()


def gather(case: Case) -> Gathered:
    """
    Collect the clauses of the notice given, of the policy as it stands, and of the law.
    """
    selection = case.law.rules(TOPIC, case.situation, on=case.on)
    legal = tuple(_of_law(case, selection))
    statutes = [clause for clause in legal if clause.is_statute]
    soft = [clause for clause in legal if not clause.is_statute]
    ceilings = [clause for clause in soft if clause.effect is Effect.CEILING]
    adopted = [clause for clause in ceilings if clause.rule in case.policy.adopted]
    binding = [*statutes, *adopted]
    own = policy_clauses(case.policy)
    given = own if case.promised is case.policy else policy_clauses(case.promised)
    more = (clause for each in case.also_promised for clause in policy_clauses(each))
    promises = filter(partial(_may_run, case), (*given, *more))
    minimums = [each for each in own if each.effect is Effect.MINIMUM]
    founded = [_founded(case, each, statutes) for each in minimums]
    return Gathered(
        clauses=(
            *(each for each in promises if each.effect is Effect.CEILING),
            *(each for each in own if each.effect in {Effect.WISH, Effect.REVIEW}),
            *(clause for each in founded for clause in each.clauses),
            *binding,
        ),
        set_aside=(
            *_elsewhere(selection),
            *(_aside(each, GUIDANCE_KEEPS) for each in soft if each not in ceilings),
        ),
        findings=(
            *(finding for each in founded for finding in each.findings),
            *_unverified(binding),
            *_unknown(case),
            *_unloaded(selection.unloaded),
        ),
        unloaded=selection.unloaded,
        guidance=tuple(each for each in ceilings if each not in adopted),
    )


def _may_run(case: Case, clause: Clause) -> bool:
    # Of a child nobody found there is nothing to say.
    found = case.happened(CHILD_FOUND).moment if clause.after == CHILD_FOUND else None
    return found is not Absence.NOT_STARTED


def _of_law(case: Case, selection: Selection) -> Iterator[Clause]:
    for rule in selection.applies:
        yield from _clauses(rule, ())
    for considered in selection.open:
        for clause in _clauses(considered.rule, considered.facts):
            hangs_on = _hangs_on(case, considered, clause)
            if hangs_on is not None:
                yield attrs.evolve(clause, hangs_on=hangs_on)


def _clauses(rule: Rule, hangs_on: tuple[str, ...]) -> Iterator[Clause]:
    return law_clauses(rule, hangs_on, verified=rule.confidence is Confidence.VERIFIED)


def _hangs_on(case: Case, considered: Considered, clause: Clause) -> tuple[str, ...] | None:
    """
    Name the unknown facts a rule hangs on; None where its event lies outside its days.
    """
    if EVENT_ON not in considered.facts:
        return considered.facts
    rule = considered.rule
    found = case.happened(rule.trigger).moment
    running = runs(rule.trigger, found, case) if clause.effect is Effect.FLOOR else False
    # What must be kept after an end that is yet to come is kept as if it came today.
    if running:
        chosen = rule.in_force(case.on)
    elif not isinstance(found, Known) or (
        running is None and rule.in_force(case.on) != rule.in_force(found.day)
    ):
        return tuple(rule.trigger if fact == EVENT_ON else fact for fact in considered.facts)
    else:
        chosen = rule.in_force(found.day)
    return tuple(fact for fact in considered.facts if fact != EVENT_ON) if chosen else None


def _founded(case: Case, clause: Clause, binding: Iterable[Clause]) -> Gathered:
    """
    Take a minimum of the firm for a floor as far as a statute it cites asks for it.
    """
    rule = case.policy.retention[clause.rule.removeprefix("retention.")]
    cited = tuple(_parsed(case, rule))
    floors = [
        each
        for each in binding
        if each.effect is Effect.FLOOR and not set(cited).isdisjoint(each.cites)
    ]
    if not floors:
        finding = _finding(clause, MINIMUM_UNFOUNDED, mend=phrase(CITE_IT))
        return Gathered(clauses=(clause,), findings=(finding,))
    statute = max(floors, key=lambda each: _length(each.period))
    floor = attrs.evolve(
        clause,
        effect=Effect.FLOOR,
        weight=Weight.STATUTE,
        cites=tuple(cite for cite in cited if cite in statute.cites),
        hangs_on=statute.hangs_on,
    )
    if _length(clause.period) <= _length(statute.period):
        return Gathered(clauses=(floor,))
    longer = _finding(clause, MINIMUM_LONGER, cites=statute.cites)
    shorter = attrs.evolve(floor, period=statute.period)
    return Gathered(clauses=(shorter, clause), findings=(longer,))


def _length(period: Period | None) -> tuple[int, int, int]:
    return (period.total_months, period.total_days, period.working_days) if period else (0, 0, 0)


def _parsed(case: Case, rule: RetentionRule) -> Iterator[Citation]:
    for text in rule.cites:
        try:
            yield Citation.parse(text, case.law.acts)
        except (CitationError, UnknownActError):
            continue


def _elsewhere(selection: Selection) -> Iterator[SetAside]:
    # Of a rule that another version stands in for, nothing is left to say.
    in_force = {rule.id for rule in selection.applies}
    in_force |= {considered.rule.id for considered in selection.open}
    for considered in selection.set_aside:
        rule = considered.rule
        if rule.id in in_force:
            continue
        yield SetAside(rule=rule.id, because=phrase(ELSEWHERE), says=rule.says, cites=rule.cites)


def _aside(clause: Clause, because: Message) -> SetAside:
    return SetAside(
        rule=clause.rule, because=phrase(because), says=clause.because, cites=clause.cites
    )


def _unknown(case: Case) -> Iterator[Finding]:
    known = {rule.id for pack in case.law.packs for rule in pack.rules}
    for rule in case.policy.adopted:
        if rule not in known:
            yield Finding(
                code="retention.adopted_unknown",
                level=Level.WARNING,
                path="adopted",
                says=phrase(ADOPTED_UNKNOWN, rule=rule),
                mend=phrase(NAME_IT),
            )


def _unverified(clauses: Iterable[Clause]) -> Iterator[Finding]:
    for clause in clauses:
        if not clause.verified:
            yield _finding(clause, UNVERIFIED, cites=clause.cites)


def _unloaded(places: Iterable[str]) -> Iterator[Finding]:
    for place in places:
        yield Finding(
            code="retention.unloaded",
            level=Level.WARNING,
            path=f"law.{place}",
            says=phrase(UNLOADED, place=place),
            mend=phrase(LOAD_IT, place=place),
        )


def _finding(
    clause: Clause, says: Message, *, mend: Phrase | None = None, **values: Value
) -> Finding:
    return Finding(
        code=says.code.replace(".finding.", "."),
        level=Level.WARNING,
        path=clause.rule,
        says=phrase(says, **values),
        mend=mend,
        cites=clause.cites,
    )
