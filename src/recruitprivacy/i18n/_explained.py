"""
Explanations: sentences, one a line, each with the provisions it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import cited
from recruitprivacy.i18n._say import NO_ACTS, say
from recruitprivacy.messages import Phrase


def explained(
    lines: Iterable[tuple[Phrase, tuple[Citation, ...]]],
    language: str,
    *,
    acts: Mapping[str, Act] = NO_ACTS,
) -> str:
    """
    Say sentences one a line, the provisions behind each.

    Args:
        lines: The sentences with what they rest on.
        language: The tag of the language.
        acts: The acts that are cited, whose titles are used; the GDPR needs none.

    Raises:
        UnknownLanguageError: If no catalog speaks the language.
        MissingTranslationError: If the catalog lacks a sentence.

    >>> from recruitprivacy.citations import Unit
    >>> from recruitprivacy.messages import Message, phrase
    >>> cite = Citation(act="GDPR", unit=Unit.ARTICLE, number="12", points=("3",))
    >>> explained([(phrase(Message("list.none", "none")), (cite,))], "en")
    'none (Article 12(3) GDPR)'
    """
    return "\n".join(say(cited(says, cites), language, acts=acts) for says, cites in lines)
