"""
Which data are held, under which conditions, and where they come from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.basis._audited import counted_with_its_like
from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import EVERYTHING, UNSTATED, Holding, Permission
from recruitprivacy.vocabulary import Art9Condition, Kind, Sensitivity

OPEN_DATA: Final = Message("check.data.open_ended", "The list of data is said not to be complete.")
CLOSE_DATA: Final = Message("mend.data.open_ended", "Name every category, and say so.")
NO_DATA: Final = Message(
    "check.data.none", "No category of data is declared for these people: {role}."
)
ADD_DATA: Final = Message("mend.data.none", "Add what is held under 'data'.")
NO_ART_9: Final = Message(
    "check.data.art_9_unstated",
    "No condition of Art. 9(2) is given for this special category of data: {category}.",
)
ADD_ART_9: Final = Message(
    "mend.data.art_9_unstated",
    "State the condition under 'art_9', for the category or for each use of it.",
)
NO_ART_10: Final = Message(
    "check.data.art_10_unstated",
    "No law that allows it is given for data on convictions or offences: {category}.",
)
ADD_ART_10: Final = Message(
    "mend.data.art_10_unstated",
    "State under 'art_10' that national law allows it, or do not hold it.",
)
NO_SOURCE: Final = Message(
    "check.source.unstated", "It is not said where data of these people come from: {role}."
)
ADD_SOURCE: Final = Message("mend.source.unstated", "Add the sources under 'ways'.")
POSTPONED: Final = Message(
    "check.obligation.postponed",
    "What follows from not giving the data is left to another moment.",
)
SAY_NOW: Final = Message(
    "mend.obligation.postponed", "Say it in the notice, too, under 'consequences'."
)
UNSPECIFIC: Final = Message(
    "check.obligation.unspecific", "It is not said which data must be given, or what demands them."
)
SPECIFY: Final = Message("mend.obligation.unspecific", "Name the data, or what 'required_by' asks.")
NO_OBLIGATION: Final = Message(
    "check.obligation.unstated", "It is not said whether these people must give their data: {role}."
)
ADD_OBLIGATION: Final = Message(
    "mend.obligation.unstated",
    "Add under 'obligations' what must be given, why, and what follows if not.",
)
NO_CONSEQUENCES: Final = Message(
    "check.obligation.consequences_unstated",
    "Data are said to be given freely; what follows from not giving them is not said: {role}.",
)
ADD_CONSEQUENCES: Final = Message(
    "mend.obligation.consequences_unstated",
    "Add under 'obligations' what happens without them, or that nothing does.",
)
FREELY: Final = "unspecified_voluntary"


def _from_others(subject: Subject) -> bool:
    """
    Say whether data come from others, as far as is said; only then Art. 14 asks for their kinds.
    """
    ways = subject.policy.ways.get(subject.whose)
    return ways is None or bool(ways.received)


def data(subject: Subject) -> Iterator[Finding]:
    """
    Look for the categories of data, and for what lets the protected ones be held.
    """
    holding = subject.policy.data.get(subject.whose)
    path = f"data.{subject.whose}"
    law = "GDPR Art. 14(1)(d)"
    if holding is None:
        if _from_others(subject):
            yield subject.lacks(NO_DATA, Level.GAP, path, law, mend=ADD_DATA, role=subject.label)
        return
    if holding.exhaustive is False and _from_others(subject):
        where = f"{path}.exhaustive"
        yield subject.finding(OPEN_DATA, Level.WARNING, where, law, mend=CLOSE_DATA)
    for category in holding.categories:
        if not counted_with_its_like(holding, category, subject.vocabulary):
            yield from _protected(subject, path, category)


def _protected(subject: Subject, path: str, category: str) -> Iterator[Finding]:
    term, holding = subject.vocabulary.term(Kind.CATEGORY, category), _held(subject)
    where = f"{path}.{holding.place_of(category)}"
    if term.sensitivity is Sensitivity.SPECIAL and not _has_condition(subject, category):
        law, mend = "GDPR Art. 9(2)", ADD_ART_9
        yield subject.lacks(NO_ART_9, Level.GAP, where, law, mend=mend, category=term.label)
    if term.sensitivity is Sensitivity.CRIMINAL and _nothing_allows(subject, category):
        law, mend = "GDPR Art. 10", ADD_ART_10
        yield subject.lacks(NO_ART_10, Level.GAP, where, law, mend=mend, category=term.label)


def _held(subject: Subject) -> Holding:
    return subject.policy.data[subject.whose]


def _nothing_allows(subject: Subject, category: str) -> bool:
    """
    Say whether nothing at all is said to allow criminal data; that consent does, the audit judges.
    """
    said = _held(subject).said_of(category).values()
    consents = subject.policy.consents.values()
    asked = any(category in each.data for each in consents if subject.mine(each.roles))
    return not asked and all(item.art_10 is UNSTATED and item.also is None for item in said)


def _has_condition(subject: Subject, category: str) -> bool:
    items = _held(subject).said_of(category)
    names = {category, *items}
    if category in _held(subject).items:
        names.add(EVERYTHING)
    stated = (
        item.art_9 is not UNSTATED or isinstance(item.also, Art9Condition)
        for item in items.values()
    )
    asked = (
        bool(names.intersection(asked.data)) and Permission.EXPLICIT_CONSENT in asked.kind
        for asked in subject.policy.consents.values()
        if subject.mine(asked.roles)
    )
    uses = subject.policy.uses_of(subject.role).values()
    reaching = [use.art_9 is not UNSTATED for use in uses if names.intersection(use.data)]
    return any(stated) or any(asked) or (bool(reaching) and all(reaching))


def sources(subject: Subject) -> Iterator[Finding]:
    """
    Look for where data come from.
    """
    held = subject.whose in subject.policy.data and not subject.nothing_held
    if held and subject.whose not in subject.policy.ways:
        path = f"ways.{subject.whose}"
        law = "GDPR Art. 14(2)(f)"
        yield subject.lacks(NO_SOURCE, Level.GAP, path, law, mend=ADD_SOURCE, role=subject.label)


def obligations(subject: Subject) -> Iterator[Finding]:
    """
    Look for whether data must be given, which, and what follows if they are not.
    """
    law = "GDPR Art. 13(2)(e)"
    ways = subject.policy.ways.get(subject.whose)
    duties = subject.policy.obligations.items()
    mine = {name: duty for name, duty in duties if subject.mine(duty.roles)}
    if ways is not None and ways.given and not mine:
        freely = any(
            each.about == FREELY
            for each in subject.policy.statements.values()
            if subject.mine(each.roles)
        )
        says, mend = (
            (NO_CONSEQUENCES, ADD_CONSEQUENCES) if freely else (NO_OBLIGATION, ADD_OBLIGATION)
        )
        path, role = f"roles.{subject.role}", subject.label
        yield subject.lacks(says, Level.GAP, path, law, mend=mend, role=role)
    for name, duty in mine.items():
        path = f"obligations.{name}"
        if duty.told is not None and not duty.consequences:
            where = f"{path}.consequences"
            yield subject.lacks(POSTPONED, Level.WARNING, where, law, mend=SAY_NOW)
        if not (duty.data or duty.required_by or duty.purposes):
            where = f"{path}.required_by"
            yield subject.lacks(UNSPECIFIC, Level.WARNING, where, law, mend=SPECIFY)
