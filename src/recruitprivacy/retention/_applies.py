"""
Whether a clause is about a record at all: yes, no, or for want of which fact nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.law import Recruitment
from recruitprivacy.messages import Message, Phrase, Words, phrase
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.timeline import Absence, ConsentFacts, Known
from recruitprivacy.vocabulary import Kind

__all__ = ["AGREED", "Fit", "SetAside", "agreements", "fit"]

OTHER_ROLE: Final = Message("retention.aside.other_role", "It is about people in another role.")
OTHER_OUTCOME: Final = Message(
    "retention.aside.other_outcome", "It is about another outcome of the procedure."
)
OTHER_SOURCE: Final = Message(
    "retention.aside.other_source", "It is about data from another source."
)
NOT_SO: Final = Message("retention.aside.condition", "What it depends on is not so: {condition}.")
OTHER_CONTROLLER: Final = Message(
    "retention.aside.other_controller", "It is a rule of another controller."
)
OTHER_RECRUITMENT: Final = Message(
    "retention.aside.other_recruitment", "It is about another kind of recruitment."
)
COLLECTED_LATER: Final = Message(
    "retention.aside.collected_later",
    "These data were collected on {day}, after the person had asked.",
)
AGREED: Final = Message("retention.aside.agreed", "The person agreed to be kept longer.")
ONE_PLACE: Final = Message(
    "retention.aside.one_place", "It is about one place only, and not about records."
)

COLLECTED: Final = "data_collected"
FORGET_ME: Final = "forget_me"


@attrs.frozen(kw_only=True)
class SetAside:
    """
    A rule that was looked at and not applied.

    Attributes:
        rule: The path in the policy, or the id of the law's rule.
        because: Why it was not applied.
        clause: The clause, where it is a rule of the firm or a law that bounds keeping, else None.
        says: What it asks, where it is a rule of the law, else None.
        cites: The provisions of a rule of the law.
    """

    rule: str
    because: Phrase
    clause: Clause | None = None
    says: Message | None = None
    cites: tuple[Citation, ...] = ()


@attrs.frozen(kw_only=True)
class Fit:
    """
    Whether a clause is about a record.

    Attributes:
        aside: Why it is not, or None.
        missing: The facts on which it hangs whether it is.
    """

    aside: Phrase | None = None
    missing: tuple[str, ...] = ()


def fit(clause: Clause, case: Case) -> Fit:
    """
    Find out whether a clause is about a record.
    """
    found = tuple(_answers(clause, case))
    for answer in found:
        if isinstance(answer, Phrase):
            return Fit(aside=answer)
    missing = (name for name in found if isinstance(name, str))
    return Fit(missing=tuple(dict.fromkeys((*clause.hangs_on, *missing))))


def _answers(clause: Clause, case: Case) -> Iterator[Phrase | str]:
    yield from _of_place(clause, case)
    yield from _of_role(clause, case)
    yield from _of_situation(clause, case)
    record = case.record
    yield from _of_terms(
        case, Kind.OUTCOME, (record.outcome, clause.outcomes), ("record.outcome", OTHER_OUTCOME)
    )
    yield from _of_terms(
        case,
        Kind.SOURCE,
        (record.obtained_from, clause.sources),
        ("record.obtained_from", OTHER_SOURCE),
    )
    if clause.unless_agreed and "consents" in case.facts.unknown:
        yield "consent.state"
    yield from _held_when_asked(clause, case)
    for condition in clause.when:
        holds = case.facts.condition(condition, record=case.name)
        if holds is None:
            yield f"condition.{condition}"
        elif not holds:
            yield phrase(NOT_SO, condition=_label(case, Kind.CONDITION, condition))


def agreements(clause: Clause, case: Case, category: str) -> tuple[ConsentFacts, ...]:
    """
    List what the person agreed to that has a category kept longer than a clause would.
    """
    return tuple(
        consent
        for purpose in clause.unless_agreed
        for consent in case.facts.consents
        if case.is_kind(Kind.PURPOSE, consent.purpose, purpose)
        if _reaches(consent, case, category)
    )


def _reaches(consent: ConsentFacts, case: Case, category: str) -> bool:
    named = consent.categories
    return not named or case.is_kind(Kind.CATEGORY, category, *named)


def _held_when_asked(clause: Clause, case: Case) -> Iterator[Phrase | str]:
    # Who asks to be forgotten and applies again is not forgotten anew.
    if clause.effect is Effect.FLOOR or not case.is_kind(Kind.TRIGGER, clause.after, FORGET_ME):
        return
    asked = case.happened(clause.after)
    collected = case.happened(COLLECTED)
    if not isinstance(asked.moment, Known):
        return
    if collected.moment is Absence.UNKNOWN:
        yield from collected.used
    elif isinstance(collected.moment, Known) and collected.moment.day > asked.moment.day:
        yield phrase(COLLECTED_LATER, day=collected.moment.day)


def _of_role(clause: Clause, case: Case) -> Iterator[Phrase | str]:
    walls, recorded = {case.record.role, case.role}, case.record.recorded_as
    exact = {recorded} if recorded else walls
    if not clause.roles or _any_kind(case, Kind.ROLE, walls | exact, clause.roles):
        return
    # A temporary worker is a candidate: a floor for the one may bind what is kept of the other.
    if clause.effect is Effect.FLOOR and _any_kind(case, Kind.ROLE, clause.roles, exact):
        yield "record.role"
    else:
        yield phrase(OTHER_ROLE)


def _of_place(clause: Clause, case: Case) -> Iterator[Phrase]:
    kept_in = case.record.kept_in
    if clause.where and not (kept_in and case.is_kind(Kind.SYSTEM, kept_in, clause.where)):
        yield phrase(ONE_PLACE)


def _of_situation(clause: Clause, case: Case) -> Iterator[Phrase | str]:
    if clause.controllers and case.controller not in clause.controllers:
        yield phrase(OTHER_CONTROLLER) if case.controller else "record.controller"
    recruitment = case.situation.recruitment
    if clause.recruitment and recruitment not in clause.recruitment:
        unknown = recruitment is Recruitment.UNKNOWN
        yield "recruitment" if unknown else phrase(OTHER_RECRUITMENT)


def _any_kind(case: Case, kind: Kind, keys: Iterable[str], of: Iterable[str]) -> bool:
    wanted = tuple(of)
    return any(case.is_kind(kind, key, *wanted) for key in keys)


def _of_terms(
    case: Case,
    kind: Kind,
    known: tuple[str | None, tuple[str, ...]],
    says: tuple[str, Message],
) -> Iterator[Phrase | str]:
    (key, wanted), (name, other) = known, says
    if not wanted:
        return
    if key is None or not case.vocabulary.has(kind, key):
        yield name
    elif not _any_kind(case, kind, (key,), wanted):
        yield phrase(other)


def _label(case: Case, kind: Kind, key: str) -> Message | Words | str:
    return case.vocabulary.term(kind, key).label if case.vocabulary.has(kind, key) else key
