"""
What the rules of a place ask, as premises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.basis._frame import UNION, Frame, Known
from recruitprivacy.basis._premise import Premise, all_of
from recruitprivacy.errors import Fault
from recruitprivacy.findings import Step
from recruitprivacy.law import Confidence, Rule
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.near import nearest
from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = [
    "FACTS",
    "Given",
    "authorised",
    "condition_premise",
    "given_faults",
    "national",
    "rule_premise",
    "rule_premises",
    "rule_remarks",
    "said",
    "tied",
]

Given = Mapping[str, bool]
"""Facts by name: a condition of the vocabulary, or one of :data:`FACTS`; absent is unknown."""

CRIMINAL: Final = "criminal_data"
NO_RULE: Final = Message("basis.national.no_rule", "what the law of the place says about it")
TIED: Final = Message(
    "basis.national.tied", "the place or tie by which the law decides whether its rule reaches this"
)
FORBIDDEN: Final = Message("basis.national.forbidden", "the law of the place allows it")
OUTSIDE: Final = Message(
    "basis.national.outside", "it is not what a law of the place forbids altogether"
)
LISTED: Final = Message(
    "basis.national.listed", "one of the grounds that the law of the place lists is met"
)
EXCEPTED: Final = Message(
    "basis.national.excepted", "one of the exceptions that the law of the place lists is met"
)
STATUTE: Final = Message("basis.national.statute", "a statute asks for it in this very case")
SHOWN: Final = Message("basis.national.shown", "the person asks for the document and only shows it")
PERMIT: Final = Message("basis.national.permit", "the permit that the law of the place asks for")
CONSENT: Final = Message("basis.national.consent", "the person has consented")
EXPLICIT: Final = Message("basis.national.explicit", "the person has consented explicitly")
SAFEGUARDS: Final = Message(
    "basis.national.safeguards", "the safeguards that the law of the place asks for are there"
)
AS_ASKED: Final = Message("basis.national.as_asked", "it goes no further than the law asks")
AUTHORISED: Final = Message(
    "basis.collect.authorised", "a law, and not only the person, authorises it"
)
CONDITION: Final = Message("basis.national.condition", "this condition is met: {condition}")

ASKED_BY_VALUE: Final[Mapping[str, tuple[str, Message]]] = MappingProxyType(
    {
        "prohibited": ("national.allowed", FORBIDDEN),
        "pay_history_prohibited": ("national.allowed", FORBIDDEN),
        "prohibited_unless": ("national.exception", EXCEPTED),
        "restricted": ("national.ground", LISTED),
        "statutory_basis_only": ("law_requires", STATUTE),
        "individual_only": ("national.shown_by_person", SHOWN),
        "permit_required": ("national.permit", PERMIT),
        "consent_required": ("consent_given", CONSENT),
        "explicit_consent_required": ("explicit_consent_given", EXPLICIT),
        "allowed_with_safeguards": ("national.safeguards", SAFEGUARDS),
        "required": ("national.as_asked", AS_ASKED),
    }
)
"""What each answer of a rule asks to be shown: the fact, and the fact in words."""

FORBIDDING: Final = frozenset({"prohibited", "pay_history_prohibited"})
BY_CONDITIONS: Final = frozenset({"prohibited_unless", "restricted", "allowed_with_safeguards"})
"""The answers whose conditions, where a rule names any, are what must be shown."""
SHOWING: Final = FORBIDDING | {"individual_only"}
"""Answers that say how a document is asked for, or that it is not; neither authorises anything."""
ABOUT_NO_DATA: Final = frozenset(
    {"on_request", "merits_on_request", "reasons_on_request", "pay_range_told"}
)
"""Answers that owe the person something, and forbid no data."""
JUDGED: Final = frozenset(
    {"national.allowed", "national.exception", "national.ground", "national.safeguards"}
)

FACTS: Final = tuple(
    dict.fromkeys(fact for fact, _ in ASKED_BY_VALUE.values() if fact.startswith("national."))
)
"""The facts national rules ask for that are no conditions of the vocabulary."""


def said(given: Given, fact: str, vocabulary: Vocabulary) -> bool | None:
    """
    Tell whether a fact was given; a condition also holds where a narrower one does.
    """
    if fact in given:
        return given[fact]
    if not vocabulary.has(Kind.CONDITION, fact):
        return None
    narrower = (
        key
        for key, holds in given.items()
        if holds and vocabulary.has(Kind.CONDITION, key)
        if vocabulary.is_under(Kind.CONDITION, key, fact)
    )
    return True if any(narrower) else None


def given_faults(given: Given, vocabulary: Vocabulary, own: Iterable[str] = ()) -> Iterator[Fault]:
    """
    Yield the facts nobody asks about, with the nearest name there is.
    """
    known = [*FACTS, *own, *(term.key for term in vocabulary.terms(Kind.CONDITION))]
    for fact in given:
        if fact not in known:
            problem = f"unknown fact {fact!r}"
            yield Fault(path=f"given.{fact}", problem=problem, nearest=nearest(fact, known))


def national(
    frame: Frame, topic: str, categories: Iterable[str], given: Given
) -> tuple[Premise, ...]:
    """
    List what the rules of the place ask for some data; where there is no rule, that is unknown.

    Args:
        frame: The law, the ties and the day.
        topic: The topic of the rules, as in ``national_id``.
        categories: The data.
        given: The facts the rules ask for, by name.

    >>> from datetime import date
    >>> from recruitprivacy.basis import Frame
    >>> from recruitprivacy.law import Situation, load
    >>> here = Frame(law=load("SE"), situation=Situation(establishment="SE"), on=date(2026, 3, 2))
    >>> [(each.fact, each.holds) for each in
    ...  national(here, "national_id", ("national_id_number",), {})]
    [('national.ground', None)]

    Law:
        GDPR Art. 87: a place may set conditions for its national numbers.
    """
    # What the Union says of it is asked by its own articles; it leaves this question to the place.
    found = [
        known
        for known in frame.asked(topic, categories)
        if known.rule.jurisdiction != UNION
        if known.rule.value not in ABOUT_NO_DATA and known.rule.value is not None
    ]
    if not any(not known.hangs_on for known in found):
        ties = (premise for known in found for premise in tied(known))
        none = Premise(fact=f"law.{topic}", holds=None, what=NO_RULE, unsourced=True)
        return tuple(dict.fromkeys((*ties, *(() if found else (none,)))))
    values = {known.rule.value for known in found if not known.hangs_on}
    partly = len(values) > 1
    return tuple(
        premise for known in found for premise in rule_premises(frame, known, given, partly=partly)
    )


def authorised(frame: Frame, categories: Iterable[str], given: Given) -> Premise:
    """
    Judge whether a law of the place authorises criminal data.

    One that lists grounds does; one that only says who may ask for a document leaves that to a
    person, and silence is unknown.
    """
    found = [
        known.rule
        for known in frame.asked(CRIMINAL, categories)
        if known.rule.jurisdiction != UNION
    ]
    listed = any(rule.value not in SHOWING for rule in found)
    permitted = "law_permits"
    return Premise(
        fact=permitted if found else f"law.{CRIMINAL}",
        holds=True if listed else said(given, permitted, frame.vocabulary),
        what=AUTHORISED,
        cites=frame.cite("GDPR Art. 10"),
        unsourced=not found,
        judged=not listed,
    )


def rule_premises(
    frame: Frame, known: Known, given: Given, *, partly: bool = False
) -> Iterator[Premise]:
    """
    List what one rule asks.

    Args:
        frame: The law.
        known: The rule.
        given: The facts.
        partly: Whether other rules allow some of it, so that a prohibition is about a part: whether
            this is that part, a person must say.
    """
    if known.hangs_on:
        yield from tied(known)
        return
    rule = known.rule
    value = str(rule.value)
    if value in FORBIDDING:
        yield from _forbidden(frame, rule, given, partly=partly)
        return
    if not (rule.conditions and value in BY_CONDITIONS) and value in ASKED_BY_VALUE:
        fact, what = ASKED_BY_VALUE[value]
        yield rule_premise(rule, fact, what, holds=said(given, fact, frame.vocabulary))
    for condition in rule.conditions:
        holds = said(given, condition, frame.vocabulary)
        yield condition_premise(frame, rule, condition, holds=holds)


def rule_remarks(frame: Frame, topic: str, categories: Iterable[str]) -> Iterator[Step]:
    """
    Yield what each rule on a topic says, in a sentence.

    >>> from datetime import date
    >>> from recruitprivacy.basis import Frame
    >>> from recruitprivacy.law import Situation, load
    >>> here = Frame(law=load("SE"), situation=Situation(establishment="SE"), on=date(2026, 3, 2))
    >>> [bool(each.cites) for each in
    ...  rule_remarks(here, "national_id", ("national_id_number",))]
    [True]
    """
    for known in frame.asked(topic, categories):
        rule = known.rule
        if not known.hangs_on and rule.value not in ABOUT_NO_DATA:
            yield Step(says=phrase(rule.says), rule=rule.id, cites=rule.cites, weight=rule.weight)


def _forbidden(frame: Frame, rule: Rule, given: Given, *, partly: bool) -> Iterator[Premise]:
    facts = [said(given, condition, frame.vocabulary) for condition in rule.conditions]
    forbids = all_of(*facts)
    if forbids is False:
        return
    if forbids is None:
        fact = rule.conditions[facts.index(None)]
        yield rule_premise(rule, fact, FORBIDDEN, holds=None)
        return
    fact = "national.allowed"
    what, holds = (OUTSIDE, given.get(fact)) if partly else (FORBIDDEN, False)
    yield rule_premise(rule, fact, what, holds=holds)


def tied(known: Known) -> Iterator[Premise]:
    """
    Ask for the ties on which it hangs whether a rule applies at all.
    """
    for fact in known.hangs_on:
        yield rule_premise(known.rule, f"situation.{fact}", TIED, holds=None)


def rule_premise(rule: Rule, fact: str, what: Message | Phrase, *, holds: bool | None) -> Premise:
    """
    Make a premise out of what a rule asks.
    """
    return Premise(
        fact=fact,
        holds=holds,
        what=what,
        cites=rule.cites,
        weight=rule.weight,
        rule=rule.id,
        judged=fact in JUDGED,
        doubted=rule.confidence is Confidence.UNVERIFIED,
    )


def condition_premise(frame: Frame, rule: Rule, condition: str, *, holds: bool | None) -> Premise:
    """
    Make a premise out of a condition of the vocabulary that a rule names.
    """
    label = frame.vocabulary.term(Kind.CONDITION, condition).label
    return rule_premise(rule, condition, phrase(CONDITION, condition=label), holds=holds)
