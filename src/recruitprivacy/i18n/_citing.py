"""
How languages cite: patterns as data, for those with a catalog and for those without.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs

from recruitprivacy.citations import Unit
from recruitprivacy.errors import MissingTranslationError
from recruitprivacy.frozen import FrozenMap

__all__ = ["Citing", "Form", "citing_without_catalog", "make_citing"]

FILE: Final = Path(__file__).parent / "citing.toml"
ALSO: Final = {"no": "nb", "nn": "nb"}
"""Languages that cite like another."""


@attrs.frozen(kw_only=True)
class Form:
    """
    How a language writes the provisions of one unit: articles, sections, recitals.

    Attributes:
        provision: The part that is numbered.
        paragraph: A numbered paragraph of it.
        item: A numbered point, where a provision has points but no paragraphs.
        point: A point of the paragraph, or of the provision itself.
        below: Whatever is under a point.
        act: The provision with its act.
        act_after_comma: The same, where the provision has a comma in it; else as without.
        before: What differs of the first four where another part follows, in languages that
            inflect.
    """

    provision: str
    paragraph: str = " {part}"
    item: str = " {part}"
    point: str = " {part}"
    below: str = " {part}"
    act: str
    act_after_comma: str = ""
    before: FrozenMap[str, str] = attrs.field(factory=FrozenMap, converter=FrozenMap[str, str])

    def pattern(self, part: str, *, last: bool) -> str:
        """
        Give the pattern of a part.
        """
        alone: str = getattr(self, part)
        return alone if last else self.before.get(part, alone)


@attrs.frozen(kw_only=True)
class Citing:
    """
    How a language cites.

    Attributes:
        tags: Its own tag, then those it inherits from.
        gdpr: What it calls Regulation (EU) 2016/679.
        gdpr_of: The same beside a provision.
        forms: The form of each unit, by the name of the unit.
        chapter: A provision in an act that numbers anew in each chapter.
        subparagraph: An unnumbered part of a paragraph.
        sentence: A sentence of a provision.
        nth: The ordinals these two take, from the first on.
        letters: What it writes for a, b, c; empty where it writes those.
        joins: What it writes between a provision and its act, by the first word of the title, in
            languages whose articles go with the noun; nothing before other words.
        innermost_first: Whether it names the smallest part first.
    """

    tags: tuple[str, ...]
    gdpr: str
    gdpr_of: str
    forms: Mapping[str, Form]
    chapter: str = ""
    subparagraph: str = ""
    sentence: str = ""
    nth: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    joins: FrozenMap[str, str] = attrs.field(factory=FrozenMap, converter=FrozenMap[str, str])
    innermost_first: bool = False

    def form(self, unit: Unit) -> Form:
        """
        Find how a unit is written.

        Raises:
            MissingTranslationError: If that is not known in the language.
        """
        key = unit.name.lower()
        if key not in self.forms:
            raise MissingTranslationError(f"citations.units.{key}", self.tags[0])
        return self.forms[key]

    def nth_of(self, what: str, number: str) -> str:
        """
        Write which subparagraph or sentence is meant.

        Args:
            what: ``subparagraph`` or ``sentence``.
            number: As in ``2``.

        Raises:
            MissingTranslationError: If that is not known in the language.
        """
        known = dict(enumerate(self.nth, start=1))
        pattern: str = getattr(self, what)
        if not pattern:
            raise MissingTranslationError(f"citations.{what}", self.tags[0])
        if int(number) not in known:
            raise MissingTranslationError(f"citations.nth.{number}", self.tags[0])
        return pattern.format(nth=known[int(number)])

    def joined(self, act: str) -> str:
        """
        Write the title of an act as it stands after a provision.
        """
        return self.joins.get(act.partition(" ")[0], "") + act

    def letter(self, part: str) -> str:
        """
        Write the letter of a point in the language's own alphabet.
        """
        place = ord(part) - ord("a") if len(part) == 1 and part.islower() else len(self.letters)
        return self.letters[place] if place < len(self.letters) else part


def make_citing(table: Mapping[str, Any], tags: tuple[str, ...], gdpr: str) -> Citing:
    """
    Make it from what a file says.

    Args:
        table: The table ``[citations]`` of a catalog, or that of a language in ours.
        tags: The language's own tag, then those it inherits from.
        gdpr: What it calls the GDPR.
    """
    rest = {key: value for key, value in table.items() if key not in {"gdpr", "units"}}
    lists = {key: tuple(value) for key, value in rest.items() if isinstance(value, list)}
    forms = {unit: Form(**form) for unit, form in table["units"].items()}
    of = {"gdpr_of": gdpr, **rest, **lists}
    return Citing(tags=tags, gdpr=gdpr, forms=FrozenMap(forms), **of)


@cache
def citing_without_catalog(language: str) -> Citing | None:
    """
    Find how a language cites that has no catalog here; None if that is not known either.

    >>> citing_without_catalog("pl").gdpr
    'RODO'
    """
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    found = table.get(ALSO.get(language, language))
    return found and make_citing(found, (language,), found["gdpr"])
