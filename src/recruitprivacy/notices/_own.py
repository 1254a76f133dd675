"""
A firm's own words for single sentences, which may not drop what the law wants said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter
from typing import Final

import attrs

from recruitprivacy import i18n
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.i18n._catalog import load
from recruitprivacy.i18n._lists import join
from recruitprivacy.messages import Message, Phrase, Value
from recruitprivacy.near import nearest
from recruitprivacy.periods import Period

__all__ = ["DEMANDED", "Wording", "sentences"]

PACKAGE: Final = "recruitprivacy.notices"
SPOKEN_FOR: Final = ("notice.", "letter.", "end.", "practice.", "lifetime.")
"""How the codes begin of what a notice or a letter says."""
FRAMES: Final = frozenset({"", "for", "after", "within", "cell", "or", "capital"})
DEMANDED: Final[Mapping[str, str]] = FrozenMap(
    {
        "notice.object.interests": "GDPR Art. 21(4)",
        "notice.object.marketing": "GDPR Art. 21(4)",
        "notice.right.object_elsewhere": "GDPR Art. 13(2)(b)",
        "notice.right.access": "GDPR Art. 13(2)(b)",
        "notice.right.rectification": "GDPR Art. 13(2)(b)",
        "notice.right.erasure": "GDPR Art. 13(2)(b)",
        "notice.right.restriction": "GDPR Art. 13(2)(b)",
        "notice.right.portability": "GDPR Art. 13(2)(b)",
        "notice.right.automated": "GDPR Art. 22(1)",
        "notice.consent.withdraw": "GDPR Art. 13(2)(c)",
        "notice.complaint.authority": "GDPR Art. 13(2)(d)",
        "letter.court": "GDPR Art. 12(4)",
        "letter.renewal.silence": "GDPR Recital 32",
    }
)
"""What has to be said, and no place in the sentence would show that it still is."""


def _by_language(texts: Mapping[str, Mapping[str, str]]) -> FrozenMap[str, FrozenMap[str, str]]:
    return FrozenMap((code, FrozenMap(words)) for code, words in texts.items())


@attrs.frozen
class Wording:
    """
    A firm's own words, by the code of the sentence they replace and the language.

    A sentence keeps every place it has, so that no day, length or name is lost. One that the law
    wants said and that has no place is not replaced: nobody could tell that it still says so.

    Attributes:
        texts: The words, per code and language tag.

    Raises:
        FaultsError: If a code is unknown, a place is lost or made up, or a sentence may not go.

    >>> ours = Wording({"notice.title": {"en": "What we know about you, and why"}})
    >>> ours.say(Message("notice.title", "Privacy notice"), "en")
    'What we know about you, and why'
    >>> Wording({"notice.rights.within": {"en": "We answer soon."}})
    Traceback (most recent call last):
    recruitprivacy.errors.FaultsError: 1 thing to mend
      notice.rights.within.en: lost the place {within}; put it where it is to stand
    """

    texts: FrozenMap[str, FrozenMap[str, str]] = attrs.field(
        default=FrozenMap[str, FrozenMap[str, str]](), converter=_by_language
    )

    def __attrs_post_init__(self) -> None:
        """
        Refuse words that would leave something unsaid.

        Raises:
            FaultsError: With everything that is wrong with them.
        """
        faults = tuple(self._faults())
        if faults:
            raise FaultsError(faults)

    def say(self, value: Value, language: str) -> str:
        """
        Put a value into words, the firm's own where it wrote some.

        >>> Wording().say(("name", "address"), "en")
        'name and address'
        """
        return i18n.say(self._ours(value, language) if self.texts else value, language)

    def _ours(self, value: Value, language: str) -> Value:
        if isinstance(value, tuple):
            return tuple(self._ours(each, language) for each in value)
        if isinstance(value, Message):
            value = Phrase(value)
        if not isinstance(value, Phrase):
            return value
        values = {name: self._ours(each, language) for name, each in value.values.items()}
        text = self._text(value.message.code, language)
        return _filled(text, values, language) if text else Phrase(value.message, FrozenMap(values))

    def _text(self, code: str, language: str) -> str:
        words = self.texts.get(code)
        if words is None:
            return ""
        return next((words[tag] for tag in load(language).tags if tag in words), "")

    def _faults(self) -> Iterator[Fault]:
        known = sentences() if self.texts else {}
        for code, words in self.texts.items():
            if code not in known:
                near = nearest(code, known)
                hint = f"did you mean {near!r}?" if near else "see sentences() for those there are"
                yield Fault(path=code, problem="is no sentence of a notice", way_out=hint)
            elif code in DEMANDED:
                problem = f"says what {DEMANDED[code]} asks for, and has no place to tell it by"
                yield Fault(path=code, problem=problem, way_out="leave it; say more beside it")
            else:
                for language, text in words.items():
                    yield from _unlike(f"{code}.{language}", text, known[code])


def sentences() -> dict[str, Message]:
    """
    Collect every sentence and heading that notices and letters are made of, by code.

    >>> sentences()["notice.title"].text
    'Privacy notice'
    """
    return dict(_sentences())


@cache
def _sentences() -> Mapping[str, Message]:
    found: dict[str, Message] = {}
    for module in walk_packages(import_module(PACKAGE).__path__, f"{PACKAGE}."):
        for value in vars(import_module(module.name)).values():
            found.update({each.code: each for each in _messages(value)})
    return FrozenMap(found)


def _messages(value: object) -> Iterator[Message]:
    parts = value.values() if isinstance(value, Mapping) else (value,)
    for part in parts:
        if isinstance(part, Message) and part.code.startswith(SPOKEN_FOR):
            yield part


def _places(text: str) -> dict[str, str]:
    return {name: frame or "" for _, name, frame, _ in Formatter().parse(text) if name is not None}


def _unlike(path: str, text: str, message: Message) -> Iterator[Fault]:
    try:
        written = _places(text)
    except ValueError:
        yield Fault(path=path, problem="has a brace that is not closed", way_out="close it")
        return
    asked = _places(message.text)
    if not text.strip():
        yield Fault(path=path, problem="is empty", way_out="write the sentence, or leave it out")
    for name in sorted(asked.keys() - written.keys()):
        yield Fault(
            path=path, problem=f"lost the place {{{name}}}", way_out="put it where it is to stand"
        )
    for name in sorted(written.keys() - asked.keys()):
        yield Fault(path=path, problem=f"has no value for {{{name}}}", way_out="leave it out")
    for frame in sorted({*written.values()} - FRAMES):
        yield Fault(
            path=path, problem=f"has an unknown form {frame!r}", way_out="write none, or as in ours"
        )


def _filled(text: str, values: Mapping[str, Value], language: str) -> str:
    return "".join(
        literal + ("" if name is None else _framed(values[name], frame or "", language))
        for literal, name, frame, _ in Formatter().parse(text)
    )


def _framed(value: Value, frame: str, language: str) -> str:
    if isinstance(value, Period) and frame in {each.value for each in i18n.Frame}:
        return i18n.period(value, language, i18n.Frame(frame))
    if isinstance(value, tuple) and frame == "or":
        return join([i18n.say(each, language) for each in value], load(language), "or")
    said = i18n.say(value, language)
    return said[:1].upper() + said[1:] if frame == "capital" else said
