"""
What the notice calls things: concepts of the law, and acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, Words
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.vocabulary import (
    Art9Condition,
    Kind,
    LawfulBasis,
    Right,
    TransferInstrument,
)

SEVERAL: Final = Message(
    "check.wording.several", "In one language ({tag}) the notice calls {concept} by {n} names."
)
ONE_NAME: Final = Message(
    "mend.wording.several", "Use one name throughout; a reader looks for a difference."
)
REPEALED: Final = Message(
    "check.law.repealed", "The notice names an act that is not in force: {act}."
)
NAME_ANOTHER: Final = Message("mend.law.repealed", "Name the act that counts now.")

OUTDATED: Final = Message(
    "check.wording.outdated",
    "In one language ({tag}) the notice uses a word of an act that is not in force: {word}. The "
    "law now says: {term}.",
)
SAY_NOW: Final = Message("mend.wording.outdated", "Use the word of the law that counts now.")
ONCE: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "nl": {
        "bewerker": ("Wbp", "verwerker"),
        "bewerkers": ("Wbp", "verwerkers"),
        "gegevensbewerker": ("Wbp", "verwerker"),
        "gegevensbewerkers": ("Wbp", "verwerkers"),
        "bewerkersovereenkomst": ("Wbp", "verwerkersovereenkomst"),
    }
}
"""Words of repealed acts, by language: the act, and what the law says now."""

CLOSED: Final = {
    kind.kind(): kind for kind in (LawfulBasis, Art9Condition, Right, TransferInstrument)
}


def names(subject: Subject) -> Iterator[Finding]:
    """
    Look for concepts that have several names in one language.
    """
    for kind, keys in subject.policy.wording.items():
        for key, by_language in keys.items():
            for language, words in by_language.items():
                if len(words) > 1:
                    concept = label(subject, kind, key)
                    path = f"wording.{kind}.{key}.{language}"
                    yield subject.finding(
                        SEVERAL,
                        Level.NOTE,
                        path,
                        "GDPR Art. 12(1)",
                        mend=ONE_NAME,
                        tag=language,
                        concept=concept,
                        n=len(words),
                    )


def label(subject: Subject, kind: str, key: str) -> Message | Words:
    """
    Give the label of a concept, of a closed list or not.
    """
    closed = CLOSED.get(kind)
    return closed(key).label if closed else subject.vocabulary.term(Kind(kind), key).label


def outdated(subject: Subject) -> Iterator[Finding]:
    """
    Look for words of acts that the law no longer knows.
    """
    for name, entry in subject.policy.recipients.items():
        for tag, word in entry.called.items():
            act, term = ONCE.get(tag.partition("-")[0], {}).get(word.casefold(), ("", ""))
            cites = subject.ended("statute", act)
            if cites and subject.mine(entry.roles):
                yield subject.finding(
                    OUTDATED,
                    Level.NOTE,
                    f"recipients.{name}.called.{tag}",
                    *cites,
                    mend=SAY_NOW,
                    tag=tag,
                    word=word,
                    term=term,
                )


def statutes(subject: Subject) -> Iterator[Finding]:
    """
    Look for acts that the law no longer knows.
    """
    for name in subject.policy.laws:
        cites = subject.ended("statute", name)
        if cites:
            path = f"laws.{name}"
            yield subject.finding(
                REPEALED, Level.WARNING, path, *cites, mend=NAME_ANOTHER, act=name
            )
