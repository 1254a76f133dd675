"""
How many faults the checker of the catalogs finds when somebody makes them.
"""

from __future__ import annotations

import copy
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

import attrs
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from recruitprivacy.i18n import languages
from scripts.catalogs import catalogs, extract, read
from tests.i18n.checker import check, counted

TABLE: Final = tomllib.loads(Path(__file__).with_name("planted.toml").read_text("utf-8"))
PATHS: Final = {path.parts[-3]: path for path in catalogs()}
UNTRANSLATED, FUZZY, OBSOLETE = "-", "~", "+"
UNCAUGHT: Final = {
    "another thing named": "what a word means, no rule knows",
    "meaning turned without a word of ours": "what a word means, no rule knows",
    "misspelt": "there is no dictionary here",
    "wrong gender or number": "there is no grammar here",
}
"""The kinds of which none needs be found, with why: these are left to a reader."""
MASKED: Final = {
    "fr a right called otherwise: notice.consent.withdraw": "the right word stands there once more",
}
"""Single faults that are not found, with why."""
FEWEST: Final = 150
RATE: Final = 0.9
"""The part of all that is found at least, those left to a reader counted in."""


@attrs.frozen
class Fault:
    """
    What is wrong in one message of one language.
    """

    kind: str
    language: str
    code: str
    was: str
    now: str

    def __str__(self) -> str:
        """
        Name it.
        """
        return f"{self.language} {self.kind}: {self.code}"


FAULTS: Final = tuple(
    Fault(kind, language, *fault)
    for kind, by_language in TABLE.items()
    for language, faults in by_language.items()
    for fault in faults
)
SPOKEN: Final = tuple(sorted({fault.language for fault in FAULTS}))


def of(language: str) -> list[Fault]:
    """
    List the faults of a language.
    """
    return [fault for fault in FAULTS if fault.language == language]


def messages(catalog: Catalog, code: str) -> list[Message]:
    """
    Find the messages of a code: the versions of a rule share one.
    """
    return [message for message in catalog if message.context == code]


def planted(fault: Fault, catalog: Catalog) -> bool:
    """
    Make the fault in every message of its code that has the words; say whether there was one.
    """
    if fault.now == OBSOLETE:
        catalog.add("This is gone.", "Weg.", context=fault.code)
        return True
    found = [each for each in messages(catalog, fault.code) if fault.was in " ".join(texts(each))]
    for message in found:
        if fault.now == FUZZY:
            message.flags.add("fuzzy")
        else:
            forms = tuple(changed(text, fault) for text in texts(message))
            message.string = forms if isinstance(message.string, tuple) else forms[0]
    return bool(found)


def texts(message: Message) -> tuple[str, ...]:
    """
    List the forms of a translation.
    """
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def changed(text: str, fault: Fault) -> str:
    """
    Put the fault into a text.
    """
    now = "" if fault.now == UNTRANSLATED else fault.now
    return text.replace(fault.was, now) if fault.was else now


@cache
def missed(language: str) -> tuple[Fault, ...]:
    """
    Plant every fault of a language in its catalog, and list those the checker does not find.
    """
    entries = extract()[0]
    sound = read(PATHS[language])
    wrong = copy.deepcopy(sound)
    for fault in of(language):
        assert planted(fault, wrong), f"{fault}: {fault.was!r} is not there"
    touched = frozenset(fault.code for fault in of(language))
    found = check(language, wrong, entries, touched) - check(language, sound, entries, touched)
    codes = {each.split(": ")[1] for each in found}
    return tuple(fault for fault in of(language) if fault.code not in codes)


def all_missed() -> Iterator[Fault]:
    """
    Yield what is missed in any language.
    """
    for language in SPOKEN:
        yield from missed(language)


def test_faults_in_every_language() -> None:
    """
    Faults are made in every catalog we ship, and no two in one message.
    """
    assert set(SPOKEN) == set(languages())
    twice = Counter((fault.language, fault.code) for fault in FAULTS)
    assert [key for key, n in twice.items() if n > 1] == []


@pytest.mark.parametrize("language", SPOKEN)
def test_what_a_rule_can_find_is_found(language: str) -> None:
    """
    Every fault is found but those of the kinds left to a reader.
    """
    by_rule = [str(fault) for fault in missed(language) if fault.kind not in UNCAUGHT]
    assert [fault for fault in by_rule if fault not in MASKED] == []


def test_how_many_are_found() -> None:
    """
    Of all the faults, those counted in that no rule can find, nine of ten are found.
    """
    assert len(FAULTS) >= FEWEST
    assert len(FAULTS) - len(list(all_missed())) >= RATE * len(FAULTS)


def test_what_is_left_to_a_reader_is_not_found() -> None:
    """
    What is said to be left to a reader is not found, or it would not have to be.
    """
    left = list(all_missed())
    assert {each.kind for each in left if str(each) not in MASKED} == set(UNCAUGHT)
    assert set(MASKED) <= set(map(str, left))


@pytest.mark.parametrize("header", ["(n > 1)", "0", "(n != 2)", "(n == 1)"])
def test_a_wrong_plural_header_is_found(header: str) -> None:
    """
    Another rule for counts than the language's is found.
    """
    written = PATHS["nl"].read_text(encoding="utf-8").replace("(n != 1)", header, 1)
    wrong = read_po(BytesIO(written.encode()), locale="nl")
    assert list(counted("nl", wrong)) == ["counted: Plural-Forms"]


def test_no_plural_header_is_found() -> None:
    """
    A catalog that says nothing of counts has the rule of its language, and is sound.
    """
    assert list(counted("nl", Catalog(locale="nl"))) == []
