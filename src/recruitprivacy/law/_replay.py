"""
What an answer rests on, so that it can be computed again and compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Protocol

from recruitprivacy.citations import Citation
from recruitprivacy.errors import MissingTranslationError
from recruitprivacy.messages import Message, Phrase, phrase

__all__ = ["Replayable", "law_line", "replay_lines"]

LAW: Final = Message("law.line.packs", "Law: {packs}.")
PACK: Final = Message("law.line.pack", "{place} (checked on {day})")
REPLAY: Final = Message(
    "law.line.replay", "To replay this as of {on}: law {law}, answer {fingerprint}"
)


class Replayable(Protocol):
    """
    An answer that says under which law it was given.
    """

    @property
    def on(self) -> date:
        """
        The day asked about.
        """

    @property
    def law(self) -> str:
        """
        The digest of the law.
        """

    @property
    def law_version(self) -> str:
        """
        The day each pack was last gone through, as :attr:`Law.version` writes it.
        """

    @property
    def fingerprint(self) -> str:
        """
        A hash of the answer and of what it rests on.
        """


def law_line(version: str, language: str) -> Phrase:
    """
    Name the packs of law something rests on, each with the day it was last gone through.

    Args:
        version: The packs and days, as :attr:`Law.version` writes them.
        language: The tag of the language.

    Raises:
        UnknownLanguageError: If no catalog speaks the language.

    >>> from recruitprivacy.i18n import say
    >>> say(law_line("NL 2026-11-22", "nl"), "nl")
    'Recht: Nederland (nagezien op 22 november 2026).'
    """
    return phrase(LAW, packs=tuple(_pack(each, language) for each in version.split(", ")))


def replay_lines(
    answer: Replayable, language: str
) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
    """
    Tell which packs of law stand behind an answer, when each was checked, and how to replay it.

    An answer that names no law has nothing to tell.

    Raises:
        UnknownLanguageError: If no catalog speaks the language.

    >>> from types import SimpleNamespace
    >>> from recruitprivacy.i18n import say
    >>> answer = SimpleNamespace(on=date(2026, 3, 2), law="sha256:01", fingerprint="sha256:02",
    ...                          law_version="EU 2026-11-22, NL 2026-11-22")
    >>> for says, _ in replay_lines(answer, "en"):
    ...     print(say(says, "en"))
    Law: European Union (checked on 22 November 2026) and Netherlands (checked on 22 November 2026).
    To replay this as of 2 March 2026: law sha256:01, answer sha256:02
    """
    if not answer.law_version:
        return
    yield law_line(answer.law_version, language), ()
    says = phrase(REPLAY, on=answer.on, law=answer.law, fingerprint=answer.fingerprint)
    yield says, ()


def _pack(version: str, language: str) -> Phrase:
    place, _, checked = version.rpartition(" ")
    return phrase(PACK, place=_named(place, language), day=date.fromisoformat(checked))


def _named(place: str, language: str) -> str:
    """
    Name a country; a region, or a place nobody knows, stays a code.
    """
    from recruitprivacy.i18n import country  # noqa: PLC0415 - only who explains pays

    try:
        return country(place, language)
    except MissingTranslationError:
        return place
