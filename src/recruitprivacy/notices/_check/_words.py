"""
What the notice calls things: concepts of the law, and acts.
"""

from __future__ import annotations

from collections.abc import Iterator
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
                    concept = _label(subject, kind, key)
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


def _label(subject: Subject, kind: str, key: str) -> Message | Words:
    closed = CLOSED.get(kind)
    return closed(key).label if closed else subject.vocabulary.term(Kind(kind), key).label


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
