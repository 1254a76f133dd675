"""
Guarded data on too little, data asked for too early, and duties nobody finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._audited import Audited, counted_with_its_like
from recruitprivacy.basis._collect import EARLIEST, TOO_EARLY
from recruitprivacy.basis._frame import UNION
from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level, Weight
from recruitprivacy.law import Rule
from recruitprivacy.policy import UNSTATED, Item
from recruitprivacy.vocabulary import Art9Condition, Kind, LawfulBasis, Sensitivity

__all__ = ["duties", "guarded"]

APPLYING: Final = "candidate"
ON_CONSENT: Final = frozenset({Art9Condition.EXPLICIT_CONSENT, LawfulBasis.CONSENT})
LISTING: Final = frozenset(
    {"restricted", "prohibited_unless", "consent_required", "explicit_consent_required"}
)
"""Answers of a law that lists grounds, among which consent may be one."""


def guarded(audited: Audited) -> Iterator[Finding]:
    """
    Find guarded data on too little, and data asked for too early.
    """
    for role, holding in audited.policy.data.items():
        if role not in audited.policy.roles or audited.theirs(role):
            continue
        for category in holding.categories:
            if counted_with_its_like(holding, category, audited.vocabulary):
                continue
            item = next(iter(holding.said_of(category).values()), Item())
            path = f"data.{role}.{holding.place_of(category)}"
            yield from _guarded(audited, role, category, item, path)
            yield from _early(audited, role, category, item, path)


def _guarded(
    audited: Audited, role: str, category: str, item: Item, path: str
) -> Iterator[Finding]:
    label = audited.label(Kind.CATEGORY, category)
    sensitivity = audited.vocabulary.term(Kind.CATEGORY, category).sensitivity
    applying = audited.vocabulary.is_under(Kind.ROLE, role, APPLYING)
    if sensitivity is Sensitivity.SPECIAL and item.art_9 is Art9Condition.EXPLICIT_CONSENT:
        if applying:
            yield audited.finding(
                words.ON_CONSENT,
                Level.WARNING,
                path,
                "GDPR Art. 9(2)(a)",
                "GDPR Recital 43",
                *_on_special(audited, category),
                mend=words.FREE_IT,
                category=label,
            )
    elif sensitivity is Sensitivity.CRIMINAL and _consented(audited, role, category, item):
        if item.art_10 is UNSTATED:
            rules = _national(audited, "criminal_data", category)
            listed = any(rule.value in LISTING for rule in rules)
            cites = [cite for rule in rules for cite in rule.cites]
            level = Level.WARNING if listed else Level.ERROR
            yield audited.finding(
                words.CRIMINAL,
                level,
                path,
                "GDPR Art. 10",
                *cites,
                mend=words.FIND_LAW,
                category=label,
            )
    elif sensitivity is Sensitivity.NATIONAL_IDENTIFIER and not item.required_by:
        rules = _national(audited, "national_id", category)
        strict = [rule for rule in rules if rule.value == "statutory_basis_only"]
        if strict and applying and not _late(audited, item, "hired"):
            cites = [cite for rule in strict for cite in rule.cites]
            yield audited.finding(
                words.NUMBER, Level.WARNING, path, *cites, mend=words.STATUTE, category=label
            )


def _on_special(audited: Audited, category: str) -> Iterator[Citation]:
    """
    Cite what the places have on a special category by name, whatever the person agrees to.
    """
    for topic in ("health", "diversity_monitoring"):
        for rule in _national(audited, topic, category):
            yield from rule.cites if rule.categories else ()


def _consented(audited: Audited, role: str, category: str, item: Item) -> bool:
    asked = (
        category in entry.data
        for entry in audited.policy.consents.values()
        if not entry.roles or role in entry.roles
    )
    return item.also in ON_CONSENT or any(asked)


def _national(audited: Audited, topic: str, category: str) -> tuple[Rule, ...]:
    known = (each for frame in audited.frames for each in frame.asked(topic, (category,)))
    rules = (each.rule for each in known if not each.hangs_on)
    return tuple(dict.fromkeys(rule for rule in rules if rule.jurisdiction != UNION))


def _late(audited: Audited, item: Item, stage: str) -> bool:
    order = [term.key for term in audited.vocabulary.terms(Kind.STAGE)]
    return item.stage is not None and order.index(item.stage) >= order.index(stage)


def _early(audited: Audited, role: str, category: str, item: Item, path: str) -> Iterator[Finding]:
    applying = audited.vocabulary.is_under(Kind.ROLE, role, APPLYING)
    earliest = EARLIEST.get(category)
    if earliest is None or not applying or _late(audited, item, earliest):
        return
    if category in TOO_EARLY or item.stage is not None:
        yield audited.finding(
            words.TOO_EARLY,
            Level.WARNING,
            path,
            "GDPR Art. 5(1)(c)",
            mend=words.LATER,
            stage=audited.label(Kind.STAGE, earliest),
            category=audited.label(Kind.CATEGORY, category),
        )


def duties(audited: Audited) -> Iterator[Finding]:
    """
    Find data that a law is said to demand, where none was found that does.
    """
    for name, entry in audited.policy.obligations.items():
        if LawfulBasis.LEGAL_OBLIGATION not in entry.required_by or not audited.frames:
            continue
        missing = [each for each in entry.data if not _demanded(audited, each)]
        if missing:
            yield audited.finding(
                words.NO_DUTY,
                Level.WARNING,
                f"obligations.{name}.data",
                "GDPR Art. 6(1)(c)",
                "GDPR Art. 6(3)",
                mend=words.NAME_DUTY,
                categories=audited.labels(Kind.CATEGORY, missing),
            )


def _demanded(audited: Audited, category: str) -> bool:
    known = (each for frame in audited.frames for each in frame.asked("retention", (category,)))
    return any(
        each.rule.categories and each.rule.weight is Weight.STATUTE and each.rule.kind is not None
        for each in known
    )
