"""
Catalogs: the words of one language, read once and never changed.
"""

from __future__ import annotations

import gettext
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs

from recruitprivacy.errors import (
    MissingTranslationError,
    MissingValueError,
    UncompiledCatalogError,
    UnknownLanguageError,
)
from recruitprivacy.i18n._citing import Citing, citing_without_catalog, make_citing
from recruitprivacy.i18n._language import Language
from recruitprivacy.messages import Message

LOCALES: Final = Path(__file__).parent / "locale"
WORDS: Final = Path("LC_MESSAGES") / "recruitprivacy.mo"


@attrs.frozen(kw_only=True)
class About:
    """
    What is to be known about a catalog before one prints it.

    Attributes:
        language: Its tag.
        inherits: The catalog that speaks where this one is silent, or empty.
        locale: The locale whose days and lists it uses: ``en_GB``.
        address: How it addresses the reader: ``u``, ``du``.
        plural_forms: Which plural form a count takes, in the notation of gettext.
        authority_names: Which name of a supervisory authority it prints.
        gdpr: What it calls Regulation (EU) 2016/679.
        status: ``draft`` until a lawyer who speaks it has reviewed it, then ``reviewed``.
        reviewer: Who did, or that nobody did yet.
        dated_on: The day its words were last gone through.
        first: How it writes the first day of a month, where that is no plain number.
    """

    language: str
    inherits: str
    locale: str
    address: str
    plural_forms: str
    authority_names: str
    gdpr: str
    status: str
    reviewer: str
    dated_on: date
    first: str = ""


@attrs.frozen(kw_only=True, eq=False)
class Catalog:
    """
    The words of one language, with those of the parents it declares.

    Attributes:
        tags: Its own tag, then those it inherits from.
        about: What is to be known about it.
        citing: How it cites.
        words: Its sentences.
    """

    tags: tuple[str, ...]
    about: About
    citing: Citing
    words: gettext.NullTranslations

    def text(self, message: Message, n: object = None) -> str:
        """
        Find the words of a message; its places are still empty.

        Args:
            message: The message.
            n: The count, for a message that has a plural.

        Raises:
            MissingTranslationError: If there are none.
            MissingValueError: If the message has a plural and there is no count.
        """
        if not message.plural:
            return self.words.pgettext(message.code, message.text)
        if not isinstance(n, int):
            raise MissingValueError(message.code, "n")
        return self.words.npgettext(message.code, message.text, message.plural, n)


class Untranslated(gettext.NullTranslations):
    """
    The end of every chain of catalogs: it has no words, and says so.
    """

    def __init__(self, language: str) -> None:
        """
        Remember the language that was asked for.
        """
        super().__init__()
        self.language = language

    def pgettext(self, context: str, message: str) -> str:
        """
        Refuse.
        """
        del message
        raise MissingTranslationError(context, self.language)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """
        Refuse.
        """
        del msgid1, msgid2, n
        raise MissingTranslationError(context, self.language)


def languages() -> tuple[str, ...]:
    """
    List the languages that have words of their own here.

    Some have few, and inherit the rest: ``nl-x-je`` says only what addresses the reader. A tag such
    as ``nl-NL`` is spoken too where its own ``meta.toml`` names the parent it inherits.

    >>> "nl-x-je" in languages(), "nl-NL" in languages()
    (True, False)
    """
    return tuple(sorted(path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/*.po")))


def about(language: str) -> About:
    """
    Say what is to be known about the catalog of a language.

    Raises:
        UnknownLanguageError: If no catalog speaks it.

    >>> about("nl").address, about("nl-NL").inherits
    ('u', 'nl')
    """
    return load(language).about


@cache
def load(tag: str) -> Catalog:
    """
    Read the catalog of a language, once.

    Raises:
        UnknownLanguageError: If no catalog speaks it.
        UncompiledCatalogError: If its sentences were not compiled.
    """
    tags = _chain(str(Language.parse(tag)))
    meta: dict[str, Any] = {}
    for each in reversed(tags):
        meta |= _meta(each)
    citations = meta.pop("citations")
    meta["inherits"] = next(iter(tags[1:]), "")
    return Catalog(
        tags=tags,
        about=About(language=tags[0], **meta),
        citing=make_citing(citations, tags, meta["gdpr"]),
        words=_words(tags),
    )


def citing_of(tag: str) -> Citing:
    """
    Find how a language cites, whether it has a catalog or not; a region changes nothing.

    Raises:
        UnknownLanguageError: If that is not known.

    >>> citing_of("nl").gdpr, citing_of("fi").gdpr_of
    ('AVG', 'yleisen tietosuoja-asetuksen')
    """
    try:
        return load(tag).citing
    except UnknownLanguageError:
        language = Language.parse(tag).language
        if language in languages():
            return load(language).citing
        found = citing_without_catalog(language)
        if found is None:
            raise
        return found


def _chain(tag: str) -> tuple[str, ...]:
    if not (LOCALES / tag / "meta.toml").is_file():
        raise UnknownLanguageError(tag, languages())
    parent = _meta(tag).get("inherits", "")
    return (tag, *_chain(parent)) if parent else (tag,)


def _meta(tag: str) -> dict[str, Any]:
    return tomllib.loads((LOCALES / tag / "meta.toml").read_text(encoding="utf-8"))


def _words(tags: tuple[str, ...]) -> gettext.NullTranslations:
    chain: gettext.NullTranslations = Untranslated(tags[0])
    for tag in reversed(tags):
        compiled = LOCALES / tag / WORDS
        if compiled.is_file():
            with compiled.open("rb") as stream:
                words = gettext.GNUTranslations(stream)
            words.add_fallback(chain)
            chain = words
        elif compiled.with_suffix(".po").is_file():
            raise UncompiledCatalogError(tag)
    return chain
