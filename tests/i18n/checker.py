"""
What can be wrong with the words of a catalog, as far as rules can tell.

Each rule reads one message in English and in the language, its places blanked, and says whether
something is wrong. What a rule needs to know of a language stands in ``languages``; where good
words look wrong, the message is named there under ``free``, for that rule alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from gettext import c2py
from typing import Final

from babel.messages.catalog import Catalog, Message

from recruitprivacy.i18n import about
from scripts.catalogs import Entries, lacks
from tests.i18n import rules_of_figures as figures
from tests.i18n import rules_of_meaning as meaning
from tests.i18n import rules_of_writing as writing
from tests.i18n.said import Facts, Rule, Said
from tests.i18n.spoken import ADDRESS, ENGLISH, FACTS, base

RULES: Final[Mapping[str, Rule]] = {
    rule.__name__: rule
    for rule in (
        figures.places_differ,
        figures.numbers_differ,
        figures.lengths_differ,
        figures.unit_differs,
        figures.months_differ,
        figures.dated_by_numbers,
        figures.point_for_comma,
        meaning.untranslated,
        meaning.no_english,
        meaning.no_other_language,
        meaning.unofficial,
        meaning.weight_lost,
        meaning.false_friend,
        meaning.other_address,
        meaning.negation_lost,
        meaning.negation_halved,
        meaning.negation_added,
        meaning.duty_lost,
        meaning.leave_lost,
        meaning.duty_added,
        writing.wrong_quotes,
        writing.straight_apostrophe,
        writing.wrong_spaces,
        writing.joined,
        writing.other_end,
        writing.sentence_lost,
        writing.word_doubled,
        writing.small_letter,
        writing.brackets_open,
        writing.not_composed,
    )
}
"""What is looked at in each message, by name."""
NAMES: Final = re.compile(r"(authority|tracker|source\.linkedin)\b")
"""Messages that name somebody, and may be in the language of whoever it is."""
TRANSLATES: Final = frozenset({"untranslated", "no_english", "no_other_language", "sentence_lost"})
"""The rules a name is free of."""


@cache
def facts_of(tag: str) -> Facts:
    """
    Find what is true of a language; a variant differs from its parent in how it says you.
    """
    facts = FACTS[base(tag)]
    return {**facts, "language": base(tag), "address": ADDRESS[tag]}


def free(facts: Facts, rule: str, code: str) -> bool:
    """
    Say whether a message is known to be right though a rule doubts it.
    """
    if rule in TRANSLATES and NAMES.match(code):
        return True
    return any(code.startswith(each) for each in facts.get("free", {}).get(rule, ()))


def forms(message: Message) -> Iterator[Said]:
    """
    Pair each form of a message with its English; what is not translated is found elsewhere.
    """
    english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    string = message.string or ""
    texts = (string,) if isinstance(string, str) else tuple(string)
    for place, text in enumerate(texts):
        if text:
            yield Said(message.context or "", english[min(place, len(english) - 1)], text)


def doubts(tag: str, said: Said) -> Iterator[str]:
    """
    Name the rules a message breaks.
    """
    facts = facts_of(tag)
    for name, rule in RULES.items():
        if not free(facts, name, said.code) and rule(facts, said):
            yield name


def worded(tag: str, catalog: Iterable[Message]) -> Iterator[str]:
    """
    Say what is wrong with the words of a catalog, each as rule and code.
    """
    for message in catalog:
        if message.context and tag != ENGLISH:
            for said in forms(message):
                yield from (f"{name}: {said.code}" for name in doubts(tag, said))
        elif message.context and message.id != message.string:
            yield f"source: {message.context}"


def counted(tag: str, catalog: Catalog) -> Iterator[str]:
    """
    Say whether the plural header gives counts a form other than the language does.
    """
    header = re.fullmatch(r"nplurals=\d+; plural=(.*?);?", catalog.plural_forms)
    first = set(FACTS[base(tag)]["one"])
    form = c2py(header[1]) if header else lambda n: n
    wrong = any(form(n) != int(n not in first) for n in range(201))
    if wrong or about(tag).plural_forms.rstrip(";") != catalog.plural_forms.rstrip(";"):
        yield "counted: Plural-Forms"


QUOTED: Final = {"notice.object.title": "notice.right.object"}
"""Headings, and the sentence that points to each by its words."""


def quoted(catalog: Catalog) -> Iterator[str]:
    """
    Say which headings are not quoted as they stand.
    """
    said = {each.context: str(each.string) for each in catalog}
    for heading, sentence in QUOTED.items():
        if heading in said and said[heading] not in said.get(sentence, ""):
            yield f"quoted: {heading}"


def check(
    tag: str, catalog: Catalog, entries: Entries, codes: frozenset[str] = frozenset()
) -> set[str]:
    """
    Say everything that is wrong with a catalog, each as rule and code.

    Where there are codes, only the words of these messages are read.
    """
    read = [each for each in catalog if not codes or each.context in codes]
    whole = not about(tag).inherits
    lacking = (f"{fault}: {code}" for code, fault in _split(lacks(catalog, entries, whole=whole)))
    return {*lacking, *counted(tag, catalog), *quoted(catalog), *worded(tag, read)}


def _split(found: Iterable[str]) -> Iterator[tuple[str, str]]:
    for each in found:
        code, _, fault = each.partition(": ")
        yield code, fault
