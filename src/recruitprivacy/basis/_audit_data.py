"""
Guarded data on too little, data asked for too early, and duties nobody finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._audited import Audited, counted_with_its_like
from recruitprivacy.basis._collect import EARLIEST, TOO_EARLY
from recruitprivacy.basis._frame import UNION
from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level, Weight
from recruitprivacy.law import Rule
from recruitprivacy.messages import Message, Words
from recruitprivacy.policy import UNSTATED, Item, Permission
from recruitprivacy.vocabulary import Art9Condition, Kind, LawfulBasis, Sensitivity

__all__ = ["asked_as_well", "duties", "guarded"]

APPLYING: Final = "candidate"
ON_CONSENT: Final = frozenset({Art9Condition.EXPLICIT_CONSENT, LawfulBasis.CONSENT})
CONSENTING: Final = frozenset({Permission.CONSENT, Permission.EXPLICIT_CONSENT})
AT_HIRING: Final = frozenset({"id_document_copy"})
"""What somebody who applies need not hand over, whatever it may be needed for once hired."""
LISTING: Final = frozenset(
    {"restricted", "prohibited_unless", "consent_required", "explicit_consent_required"}
)
"""Answers of a law that lists grounds, among which consent may be one."""


WISHES: Final = frozenset({"client_requires", "client_requests", "contract_requires"})
LAW_OF: Final[Mapping[Sensitivity, tuple[str, ...]]] = MappingProxyType(
    {
        Sensitivity.SPECIAL: ("GDPR Art. 9(2)",),
        Sensitivity.CRIMINAL: ("GDPR Art. 10",),
        Sensitivity.NATIONAL_IDENTIFIER: ("GDPR Art. 87",),
    }
)


@attrs.frozen(kw_only=True)
class _Declared:
    """
    One category of data, as declared of people in one role.
    """

    audited: Audited
    role: str
    category: str
    item: Item
    path: str

    @property
    def applying(self) -> bool:
        return self.audited.vocabulary.is_under(Kind.ROLE, self.role, APPLYING)

    @property
    def label(self) -> Message | Words:
        return self.audited.label(Kind.CATEGORY, self.category)

    @property
    def sensitivity(self) -> Sensitivity:
        return self.audited.vocabulary.term(Kind.CATEGORY, self.category).sensitivity

    @property
    def consented(self) -> bool:
        asked = (
            self.category in entry.data
            for entry in self.audited.policy.consents.values()
            if not entry.roles or self.role in entry.roles
        )
        return self.item.also in ON_CONSENT or any(asked)

    def not_before(self, stage: str) -> bool:
        """
        Say whether the data are asked for at a stage or later.
        """
        order = [term.key for term in self.audited.vocabulary.terms(Kind.STAGE)]
        return self.item.stage is not None and order.index(self.item.stage) >= order.index(stage)

    def national(self, topic: str) -> tuple[Rule, ...]:
        """
        Find the rules of the places, and not of the Union, on a topic.
        """
        frames = self.audited.frames
        known = (each for frame in frames for each in frame.asked(topic, (self.category,)))
        rules = (each.rule for each in known if not each.hangs_on)
        return tuple(dict.fromkeys(rule for rule in rules if rule.jurisdiction != UNION))


def guarded(audited: Audited) -> Iterator[Finding]:
    """
    Find guarded data on too little, and data asked for too early.
    """
    for one in _declared(audited):
        yield from GUARDS.get(one.sensitivity, _nothing)(one)
        yield from _wished(one)
        yield from _early(one)


def _declared(audited: Audited) -> Iterator[_Declared]:
    for role, holding in audited.policy.data.items():
        if role not in audited.policy.roles or audited.theirs(role):
            continue
        for category in holding.categories:
            if counted_with_its_like(holding, category, audited.vocabulary):
                continue
            yield _Declared(
                audited=audited,
                role=role,
                category=category,
                item=next(iter(holding.said_of(category).values()), Item()),
                path=f"data.{role}.{holding.place_of(category)}",
            )


def _nothing(_: _Declared) -> Iterator[Finding]:
    return iter(())


def _special(one: _Declared) -> Iterator[Finding]:
    if one.applying and one.item.art_9 is Art9Condition.EXPLICIT_CONSENT:
        yield one.audited.finding(
            words.ON_CONSENT,
            Level.WARNING,
            one.path,
            "GDPR Art. 9(2)(a)",
            "GDPR Recital 43",
            *_on_special(one),
            mend=words.FREE_IT,
            category=one.label,
        )


def _on_special(one: _Declared) -> Iterator[Citation]:
    """
    Cite what the places have on a special category by name, whatever the person agrees to.
    """
    for topic in ("health", "diversity_monitoring"):
        for rule in one.national(topic):
            yield from rule.cites if rule.categories else ()


def _criminal(one: _Declared) -> Iterator[Finding]:
    if one.consented and one.item.art_10 is UNSTATED:
        rules = one.national("criminal_data")
        listed = any(rule.value in LISTING for rule in rules)
        yield one.audited.finding(
            words.CRIMINAL,
            Level.WARNING if listed else Level.ERROR,
            one.path,
            "GDPR Art. 10",
            *(cite for rule in rules for cite in rule.cites),
            mend=words.FIND_LAW,
            category=one.label,
        )


def _number(one: _Declared) -> Iterator[Finding]:
    rules = () if one.item.required_by else one.national("national_id")
    strict = [rule for rule in rules if rule.value == "statutory_basis_only"]
    if strict and one.applying and not one.not_before("hired"):
        cites = (cite for rule in strict for cite in rule.cites)
        yield one.audited.finding(
            words.NUMBER,
            Level.WARNING,
            one.path,
            *cites,
            mend=words.STATUTE,
            category=one.label,
        )


GUARDS: Final[Mapping[Sensitivity, Callable[[_Declared], Iterator[Finding]]]] = MappingProxyType(
    {
        Sensitivity.SPECIAL: _special,
        Sensitivity.CRIMINAL: _criminal,
        Sensitivity.NATIONAL_IDENTIFIER: _number,
    }
)


def _wished(one: _Declared) -> Iterator[Finding]:
    """
    Find guarded data that only somebody's wish lets in.
    """
    wanted = WISHES.intersection((*one.item.when, *one.item.when_any))
    stated = one.item.art_9 is not UNSTATED or one.item.art_10 is not UNSTATED
    if one.sensitivity in GUARDS and wanted and not (stated or one.item.required_by):
        law = LAW_OF[one.sensitivity]
        yield one.audited.finding(
            words.ON_WISH, Level.WARNING, one.path, *law, mend=words.NAME_GROUND, category=one.label
        )


def _early(one: _Declared) -> Iterator[Finding]:
    earliest = EARLIEST.get(one.category)
    if earliest is None or not one.applying or one.not_before(earliest):
        return
    if one.category in TOO_EARLY | AT_HIRING or one.item.stage is not None:
        yield one.audited.finding(
            words.TOO_EARLY,
            Level.WARNING,
            one.path,
            "GDPR Art. 5(1)(c)",
            mend=words.LATER,
            stage=one.audited.label(Kind.STAGE, earliest),
            category=one.label,
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


def asked_as_well(audited: Audited) -> Iterator[Finding]:
    """
    Find data that a law is said to demand, and that wait for consent elsewhere.
    """
    asked = {
        category
        for entry in audited.policy.consents.values()
        for category in entry.data
        if CONSENTING.intersection(entry.kind)
    }
    for name, entry in audited.policy.obligations.items():
        both = [each for each in entry.data if each in asked]
        if LawfulBasis.LEGAL_OBLIGATION in entry.required_by and both:
            yield audited.finding(
                words.AND_CONSENT,
                Level.WARNING,
                f"obligations.{name}.data",
                "GDPR Art. 6(1)(c)",
                "GDPR Art. 7(3)",
                "GDPR Art. 13(2)(e)",
                mend=words.ONE_GROUND,
                categories=audited.labels(Kind.CATEGORY, both),
            )


def _demanded(audited: Audited, category: str) -> bool:
    known = (each for frame in audited.frames for each in frame.asked("retention", (category,)))
    return any(
        each.rule.categories and each.rule.weight is Weight.STATUTE and each.rule.kind is not None
        for each in known
    )
