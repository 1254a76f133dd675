"""
Whether some data may be collected, at a stage of recruiting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._national import (
    ABOUT_NO_DATA,
    Given,
    authorised,
    given_faults,
    national,
    rule_premises,
    rule_remarks,
    said,
)
from recruitprivacy.basis._premise import Premise
from recruitprivacy.citations import Citation
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.vocabulary import BUILT_IN, Kind, Sensitivity, Vocabulary

__all__ = ["COLLECTING", "Collecting", "may_collect"]

NEEDED: Final = Message(
    "basis.collect.needed", "this purpose, at this stage, cannot be reached without it"
)
IN_TIME: Final = Message(
    "basis.collect.in_time", "recruiting has come far enough for it (from: {stage})"
)
EARLY: Final = Message(
    "basis.collect.early",
    "it is needed now, although recruiting hardly ever needs it before this: {stage}",
)
TOLD: Final = Message("basis.collect.told", "the person is told, when it is asked, what it is for")
LIFTED: Final = Message(
    "basis.collect.lifted",
    "a condition lifts the prohibition of special categories, besides a basis",
)
VOLUNTARY: Final = Message(
    "basis.collect.voluntary", "That the person may leave it out is a fact, and no ground."
)
WANTED: Final = Message(
    "basis.collect.wanted", "That the client wants it is a fact, and no ground."
)
RELEASED: Final = Message(
    "basis.collect.released", "the candidate has agreed that the referee is contacted"
)
REVEALING: Final = Message(
    "basis.collect.revealing", "It may reveal special categories; what is not needed is not taken."
)

EARLIEST: Final[Mapping[str, str]] = MappingProxyType(
    {
        "emergency_contact_details": "hired",
        "next_of_kin_details": "hired",
        "bank_details": "hired",
        "tax_info": "hired",
        "tax_number": "hired",
        "payroll_data": "hired",
        "national_id_number": "hired",
        "id_document_copy": "hired",
        "right_to_work_copy": "job_offered",
        "health": "likely_hire",
        "criminal_convictions": "likely_hire",
        "financial_background": "likely_hire",
        "background_check_result": "likely_hire",
        "reference_details": "interview",
        "reference_feedback": "interview",
    }
)
"""From which stage on each may be needed at all; before it, that is for the firm to show."""
TOO_EARLY: Final = frozenset({"emergency_contact_details", "next_of_kin_details"})
"""What nothing at an earlier stage can need."""

TOPICS: Final[Mapping[Sensitivity, str]] = MappingProxyType(
    {Sensitivity.CRIMINAL: "criminal_data", Sensitivity.NATIONAL_IDENTIFIER: "national_id"}
)
APPLICANTS: Final = "applicant_rights"
NO_PAY_HISTORY: Final = "pay_history_prohibited"
PAY: Final = "current_salary_benefits"
COLLECTING: Final = (
    "collect.needed",
    "collect.told",
    "collect.lifted",
    "collect.released",
    "voluntary",
)
"""The facts this question asks, beside conditions of the vocabulary and of national rules."""


@attrs.frozen(kw_only=True)
class Collecting(Answer):
    """
    Whether a category may be collected at a stage, and under which conditions.

    Attributes:
        category: The data.
        stage: How far recruiting has come.
    """

    category: str
    stage: str


def may_collect(  # noqa: PLR0913 - the facts and the words beside the question
    category: str,
    stage: str,
    situation: Situation,
    law: Law,
    *,
    on: date,
    given: Given = FrozenMap(),  # noqa: B008 - it cannot change
    vocabulary: Vocabulary = BUILT_IN,
) -> Collecting:
    """
    List the conditions under which data may be collected at a stage; never a bare yes.

    Args:
        category: The data, as in ``criminal_convictions``.
        stage: How far recruiting has come, as in ``application``.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about.
        given: The facts known, by name: conditions of the vocabulary, those in
            :data:`COLLECTING`, and those that an answer names under ``needs``.
        vocabulary: The words.

    Raises:
        FaultsError: If a word or a fact is unknown, or the situation names no place.

    >>> from recruitprivacy.law import load
    >>> asked = may_collect("national_id_number", "application", Situation(establishment="NL"),
    ...                     load("NL"), on=date(2026, 3, 2))
    >>> asked.standing.value, asked.needs
    ('arguable', ('collect.needed', 'collect.told', 'law_requires'))

    Law:
        GDPR Art. 5(1)(c): no more than the purpose needs.
        GDPR Art. 9(1): special categories.
        GDPR Art. 10: criminal data.
        GDPR Art. 87: national identification numbers.
    """
    _refuse(category, stage, given, vocabulary)
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    term = vocabulary.term(Kind.CATEGORY, category)
    return Collecting(
        what=term.label,
        category=category,
        stage=stage,
        premises=(
            frame.in_force,
            *_needed(frame, category, stage, given),
            *_guarded(frame, category, given),
        ),
        remarks=tuple(_remarks(frame, category, given)),
        **frame.parts,
    )


def _refuse(category: str, stage: str, given: Given, vocabulary: Vocabulary) -> None:
    words = ((Kind.CATEGORY, "category", category), (Kind.STAGE, "stage", stage))
    faults = [
        Fault(
            path=path,
            problem=f"unknown {kind.value} {key!r}",
            nearest=vocabulary.nearest(kind, key),
        )
        for kind, path, key in words
        if not vocabulary.has(kind, key)
    ]
    faults += given_faults(given, vocabulary, COLLECTING)
    if faults:
        raise FaultsError(faults)


def _needed(frame: Frame, category: str, stage: str, given: Given) -> Iterator[Premise]:
    cites = (*frame.cite("GDPR Art. 5(1)(c)"), *_relevance(frame, category))
    earliest, too_early = _earliest(frame, category)
    order = [term.key for term in frame.vocabulary.terms(Kind.STAGE)]
    early = earliest is not None and order.index(stage) < order.index(earliest)
    if early and earliest is not None:
        label = frame.vocabulary.term(Kind.STAGE, earliest).label
        never = too_early or given.get("collect.needed") is False
        yield Premise(
            fact="collect.needed",
            holds=False if never else given.get("collect.needed"),
            what=phrase(IN_TIME if never else EARLY, stage=label),
            cites=cites,
            judged=True,
        )
    else:
        holds = given.get("collect.needed")
        yield Premise(fact="collect.needed", holds=holds, what=NEEDED, cites=cites)
    if frame.is_category(category, "reference_feedback"):
        holds = given.get("collect.released")
        cites = frame.cite("GDPR Art. 5(1)(a)", "GDPR Art. 14(3)(b)")
        yield Premise(fact="collect.released", holds=holds, what=RELEASED, cites=cites)
    told = frame.cite("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    yield Premise(fact="collect.told", holds=given.get("collect.told"), what=TOLD, cites=told)


def _earliest(frame: Frame, category: str) -> tuple[str | None, bool]:
    for term in frame.vocabulary.lineage(Kind.CATEGORY, category):
        if term.key in EARLIEST:
            return EARLIEST[term.key], term.key in TOO_EARLY
    return None, False


def _guarded(frame: Frame, category: str, given: Given) -> Iterator[Premise]:
    sensitivity = frame.vocabulary.term(Kind.CATEGORY, category).sensitivity
    topic = TOPICS.get(sensitivity)
    if topic:
        yield from national(frame, topic, (category,), given)
    if sensitivity is Sensitivity.CRIMINAL:
        yield authorised(frame, (category,), given)
    if sensitivity is Sensitivity.SPECIAL:
        cites = frame.cite("GDPR Art. 9(2)")
        holds = given.get("collect.lifted")
        yield Premise(fact="collect.lifted", holds=holds, what=LIFTED, cites=cites)
        yield from _on_special(frame, category, given)
    yield from _of_applicants(frame, category, given)


def _on_special(frame: Frame, category: str, given: Given) -> Iterator[Premise]:
    for topic in _topics(frame, category):
        yield from national(frame, topic, (category,), given)


def _topics(frame: Frame, category: str) -> Iterator[str]:
    if frame.is_category(category, "health") or frame.names("health", (category,)):
        yield "health"
    elif frame.names("diversity_monitoring", (category,)):
        yield "diversity_monitoring"


def _of_applicants(frame: Frame, category: str, given: Given) -> Iterator[Premise]:
    """
    List what the rules on applicants that name the data ask, or forbid to be asked.
    """
    for known in frame.asked(APPLICANTS, (category,)):
        on_pay = known.rule.value == NO_PAY_HISTORY and frame.is_category(category, PAY)
        if known.rule.value not in ABOUT_NO_DATA and (known.rule.categories or on_pay):
            yield from rule_premises(frame, known, given)


def _relevance(frame: Frame, category: str) -> Iterator[Citation]:
    """
    Cite what the place says of every question to an applicant: that the post has to need it.
    """
    for known in frame.asked(APPLICANTS, (category,)):
        if known.rule.value == "restricted" and not (known.rule.categories or known.hangs_on):
            yield from known.rule.cites


def _remarks(frame: Frame, category: str, given: Given) -> Iterator[Step]:
    cites = frame.cite("GDPR Art. 5(1)(c)", "GDPR Art. 6(1)")
    wishes = ("client_requires", "contract_requires")
    if any(said(given, wish, frame.vocabulary) for wish in wishes):
        yield Step(says=phrase(WANTED), cites=cites, fact="client_requires")
    if given.get("voluntary"):
        yield Step(says=phrase(VOLUNTARY), cites=cites, fact="voluntary")
    term = frame.vocabulary.term(Kind.CATEGORY, category)
    if term.may_reveal:
        cites = frame.cite("GDPR Art. 5(1)(c)", "GDPR Art. 9(1)")
        yield Step(says=phrase(REVEALING), cites=cites)
    special = _topics(frame, category) if term.sensitivity is Sensitivity.SPECIAL else ()
    for topic in (TOPICS.get(term.sensitivity), *special, APPLICANTS):
        yield from rule_remarks(frame, topic, (category,)) if topic else ()
