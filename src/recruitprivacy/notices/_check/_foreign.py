"""
Names for concepts of the law that the law does not use, and words that mean something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.notices._check._words import label

OWN_WORD: Final = Message(
    "check.wording.not_of_law",
    "In one language ({tag}) the notice has a word of its own for {concept}: {words}. The law "
    "says: {term}.",
)
LAWS_WORD: Final = Message(
    "mend.wording.not_of_law", "Use the word of the law, so that people can look it up."
)
MISLEADS: Final = Message(
    "check.wording.misleading",
    "In one language ({tag}) the words for {concept} mean something else: {words}. The law says: "
    "{term}.",
)
CORRECT: Final = Message("mend.wording.misleading", "Put the right words in that text.")

OFFICIAL: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "lawful_basis.consent": {"nl": ("toestemming",), "sv": ("samtycke",)},
        "lawful_basis.legitimate_interests": {
            "nl": ("gerechtvaardigde belangen", "gerechtvaardigd belang"),
            "sv": ("berättigade intressen", "berättigat intresse"),
            "de": ("berechtigte Interessen", "berechtigtes Interesse"),
            "fr": ("intérêts légitimes", "intérêt légitime"),
        },
        "lawful_basis.vital_interests": {
            "nl": ("vitale belangen", "vitaal belang"),
            "sv": ("intressen av grundläggande betydelse",),
        },
        "contact_role.controller": {
            "nl": ("verwerkingsverantwoordelijke",),
            "sv": ("personuppgiftsansvarig",),
            "de": ("Verantwortlicher",),
            "fr": ("responsable du traitement",),
        },
        "contact_role.dpo": {
            "nl": ("functionaris voor gegevensbescherming",),
            "sv": ("dataskyddsombud",),
            "de": ("Datenschutzbeauftragter",),
            "fr": ("délégué à la protection des données",),
        },
        "recipient.processors": {
            "nl": ("verwerker", "verwerkers"),
            "sv": ("personuppgiftsbiträde", "personuppgiftsbiträden"),
            "de": ("Auftragsverarbeiter",),
            "fr": ("sous-traitant", "sous-traitants"),
        },
        "transfer_instrument.binding_corporate_rules": {
            "nl": ("bindende bedrijfsvoorschriften",),
            "sv": ("bindande företagsbestämmelser",),
            "de": ("verbindliche interne Datenschutzvorschriften",),
            "fr": ("règles d'entreprise contraignantes",),
        },
        "purpose.legal_claims": {
            "nl": ("rechtsvordering", "rechtsvorderingen"),
            "sv": ("rättsliga anspråk",),
            "de": ("Rechtsansprüche",),
            "fr": ("droits en justice",),
        },
    }
)
"""Words of the GDPR, by kind, key and language; the first is said to be the law's."""
ELSE: Final = frozenset({"strafrechtelijke procedures", "viktiga affärsintressen"})
"""Words that name another thing altogether."""


def foreign(subject: Subject) -> Iterator[Finding]:
    """
    Look for names the law does not use.
    """
    for kind, keys in subject.policy.wording.items():
        for key, by_language in keys.items():
            for tag, words in by_language.items():
                yield from _told(subject, (kind, key, tag), words)


def _told(
    subject: Subject, place: tuple[str, str, str], words: tuple[str, ...]
) -> Iterator[Finding]:
    kind, key, tag = place
    official = OFFICIAL.get(f"{kind}.{key}", {}).get(tag.partition("-")[0], ())
    own = [word for word in words if official and word.casefold() not in _folded(official)]
    wrong = tuple(word for word in own if word.casefold() in ELSE)
    other = tuple(word for word in own if word not in wrong)
    values = {"tag": tag, "concept": label(subject, kind, key), "term": "".join(official[:1])}
    path, law = f"wording.{kind}.{key}.{tag}", "GDPR Art. 12(1)"
    if wrong:
        yield subject.finding(
            MISLEADS, Level.WARNING, path, law, mend=CORRECT, words=wrong, **values
        )
    if other:
        yield subject.finding(
            OWN_WORD, Level.NOTE, path, law, mend=LAWS_WORD, words=other, **values
        )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
