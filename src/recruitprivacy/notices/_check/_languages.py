"""
The languages of a notice: whether we speak them, and whether they say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy import i18n
from recruitprivacy.errors import UnknownLanguageError
from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, Value
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import Difference, differences
from recruitprivacy.vocabulary import Kind, LawfulBasis, TransferInstrument

UNSPOKEN: Final = Message(
    "check.language.unspoken", "We cannot compose a notice in this language: {tag}."
)
SPEAK: Final = Message(
    "mend.language.unspoken", "Check the tag, as in 'sv' for Swedish; or add a catalog."
)
OTHERWISE: Final = Message(
    "check.language.otherwise",
    "One text of the notice ({tag}) says here {said}, and another {declared}.",
)
ADDED: Final = Message(
    "check.language.added", "Only one text of the notice ({tag}) says here: {said}."
)
LEFT_OUT: Final = Message(
    "check.language.left_out", "One text of the notice ({tag}) does not say here: {declared}."
)
AGREE: Final = Message(
    "mend.language.otherwise",
    "Find out which of them is meant, and say it in every language; until then both are promised.",
)

YES: Final = Message("check.language.yes", "yes")
NO: Final = Message("check.language.no", "no")
YES_NO: Final = {"true": YES, "false": NO}
CLOSED: Final[Mapping[str, type[LawfulBasis | TransferInstrument]]] = MappingProxyType(
    {"basis": LawfulBasis, "under": TransferInstrument, "instruments": TransferInstrument}
)
"""Fields whose words come from a closed list."""

NAMES: Final = frozenset({"called", "named"})
"""What a thing is called differs with the language, and promises nothing."""


def languages(subject: Subject) -> Iterator[Finding]:
    """
    Look for languages nobody here speaks.
    """
    for tag in subject.policy.languages:
        try:
            i18n.about(tag)
        except UnknownLanguageError:
            yield subject.finding(
                UNSPOKEN,
                Level.NOTE,
                "languages",
                "GDPR Art. 12(1)",
                mend=SPEAK,
                tag=tag,
            )


def differing(subject: Subject) -> Iterator[Finding]:
    """
    Look for what the text in one language says, and that in another does not.
    """
    for language in subject.policy.variants:
        for each in differences(subject.policy, language):
            if each.path.rpartition(".")[2] not in NAMES and subject.concerns(each.path):
                yield _told(subject, language, each)


def _worded(subject: Subject, path: str, word: str) -> Value:
    """
    Say a word of a declaration as its label, where it is one term's alone.
    """
    if word in YES_NO:
        return YES_NO[word]
    closed = CLOSED.get(path.rpartition(".")[2])
    if closed is not None:
        return closed(word).label
    if "." not in path:
        return word  # the name of an entry, which says nothing of itself
    labels = {
        subject.vocabulary.term(kind, word).label
        for kind in Kind
        if subject.vocabulary.has(kind, word)
    }
    return labels.pop() if len(labels) == 1 else word


def _told(subject: Subject, language: str, each: Difference) -> Finding:
    declared, said = (
        tuple(_worded(subject, each.path, word) for word in words if word)
        for words in (each.declared, each.said)
    )
    says = LEFT_OUT if not said else OTHERWISE if declared else ADDED
    law = ("GDPR Art. 5(1)(a)", "GDPR Art. 12(1)")
    values = {"declared": declared, "said": said}
    given = {name: words for name, words in values.items() if words}
    return subject.finding(says, Level.WARNING, each.path, *law, mend=AGREE, tag=language, **given)
