"""
How a provision is written: the act, the article, the points.

A citation has no language here; :mod:`recruitprivacy.i18n` writes it as each language does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypedDict

import attrs

from recruitprivacy.errors import CitationError, UnknownActError
from recruitprivacy.near import nearest

__all__ = ["Act", "Citation", "Unit"]


class Unit(StrEnum):
    """
    What an act calls its parts, as we write it.
    """

    ACT = ""
    """The act as a whole, as one cites a judgment."""
    ARTICLE = "Art."
    SECTION = "§"
    RECITAL = "Recital"
    PARAGRAPH = "para."
    ANNEX = "Annex"
    REGULATION = "reg."
    SCHEDULE = "Sch."


@attrs.frozen(kw_only=True)
class Act:
    """
    A statute, regulation, judgment or guideline that can be cited.

    Attributes:
        key: How it is cited: ``GDPR``, ``Reg. 1182/71``, ``C-311/18``.
        title: Its official or usual title.
        url: Where its text stands, or empty.
        titles: Its short title per language tag, where languages differ (``nl``: ``AVG``).

    Raises:
        CitationError: If the key is empty or has surplus blanks, so that no citation could name it.
    """

    key: str = attrs.field(validator=lambda _, __, key: _refuse_surplus_blanks(key))
    title: str
    url: str = ""
    titles: tuple[tuple[str, str], ...] = ()


WRITTEN: Final = {
    "art": Unit.ARTICLE,
    "article": Unit.ARTICLE,
    "§": Unit.SECTION,
    "s": Unit.SECTION,
    "sec": Unit.SECTION,
    "section": Unit.SECTION,
    "rec": Unit.RECITAL,
    "recital": Unit.RECITAL,
    "para": Unit.PARAGRAPH,
    "par": Unit.PARAGRAPH,
    "annex": Unit.ANNEX,
    "reg": Unit.REGULATION,
    "regulation": Unit.REGULATION,
    "sch": Unit.SCHEDULE,
    "schedule": Unit.SCHEDULE,
}
PROVISION: Final = re.compile(
    r"""
    (?:[Cc]h\.?\s*(?P<chapter>[0-9]+[a-z]?)\s+)?     # the chapter, where numbering restarts in each
    (?P<unit>§|[A-Za-z]+\.?)\s*
    (?P<number>[A-Z]?[0-9]+(?:[a-z]*|[A-Z]{1,2})(?:[:.-](?:[0-9]+[a-z]*|[a-z]+))*|[IVXLC]+(?:\.[0-9]+)?)
    (?P<points>(?:\s*\([0-9A-Za-z]+\))*)
    (?:\s+subpara(?:graph|\.)?\s*(?P<subparagraph>[0-9]+))?
    (?:\s+(?:s\.|sentence)\s*(?P<sentence>[0-9]+))?
    """,
    re.VERBOSE,
)
AFTER_ACT: Final = ("", " ", ",")
BEGINS: Final = re.compile(
    # An act may itself be called a regulation, so that no text begins with the part of one.
    rf"(?:^(?!reg)|\s+)(?=(?:ch|{'|'.join(WRITTEN)})\.?\s*(?:[a-z]?[0-9]|[ivxlc]+\b))",
    re.IGNORECASE,
)


class _Provision(TypedDict):
    unit: Unit
    number: str
    points: tuple[str, ...]
    chapter: str
    subparagraph: str
    sentence: str


@attrs.frozen(kw_only=True)
class Citation:
    """
    One provision of one act.

    Attributes:
        act: The key of the act.
        unit: What the act calls the part cited.
        number: Its number as written: ``12``, ``7a``, ``3:310``.
        points: Paragraph, point and so on, outermost first: ``("6", "f")`` without brackets.
        chapter: The chapter, for acts that number anew in each.
        subparagraph: The unnumbered part of a paragraph, counted from one, or empty.
        sentence: The sentence, or empty.

    Raises:
        CitationError: If the parts together are no provision that can be written and read again.

    >>> gdpr = Act(key="GDPR", title="Regulation (EU) 2016/679")
    >>> cited = Citation.parse("GDPR Art. 6(1)(f)", {"GDPR": gdpr})
    >>> cited.number, cited.points
    ('6', ('1', 'f'))
    >>> str(cited)
    'GDPR Art. 6(1)(f)'
    """

    act: str
    unit: Unit = Unit.ACT
    number: str = ""
    points: tuple[str, ...] = ()
    chapter: str = ""
    subparagraph: str = ""
    sentence: str = ""

    def __attrs_post_init__(self) -> None:
        """
        Refuse what :meth:`parse` would not read back.
        """
        _refuse_surplus_blanks(self.act)
        if {"act": self.act, **(_provision(self._written()) or {})} != attrs.asdict(self):
            raise CitationError(str(self))

    @classmethod
    def parse(cls, text: str, acts: Mapping[str, Act]) -> Citation:
        """
        Read a citation in the form a lawyer writes.

        Args:
            text: ``GDPR Art. 12(3)``, ``AGG § 15(4)``, ``DL ch. 6 § 4``, ``C-311/18``; blanks of
                any kind and number count as one.
            acts: The acts that may be cited, by key.

        Raises:
            UnknownActError: If it begins with none of the acts.
            CitationError: If what follows the act is no provision.
        """
        plain = " ".join(text.split())
        act = _act_of(plain, acts)
        provision = _provision(plain[len(act) :].removeprefix(",").strip()) if act else None
        if provision is None or plain.endswith(","):
            raise CitationError(text)
        return cls(act=act, **provision)

    def __str__(self) -> str:
        """
        Write it as :meth:`parse` reads it.
        """
        return f"{self.act} {self._written()}".rstrip()

    def _written(self) -> str:
        points = "".join(f"({point})" for point in self.points)
        parts = (
            f"ch. {self.chapter}" if self.chapter else "",
            f"{self.unit} {self.number}{points}" if self.unit else "",
            f"subpara. {self.subparagraph}" if self.subparagraph else "",
            f"s. {self.sentence}" if self.sentence else "",
        )
        return " ".join(part for part in parts if part)


def _refuse_surplus_blanks(key: str) -> None:
    if not key or key != " ".join(key.split()):
        raise CitationError(key)


def _provision(text: str) -> _Provision | None:
    found = PROVISION.fullmatch(text)
    unit = WRITTEN.get(found["unit"].rstrip(".").lower()) if found else Unit.ACT
    if unit is None or (text and not found):
        return None
    part = found.groupdict(default="") if found else dict.fromkeys(PROVISION.groupindex, "")
    return {
        "unit": unit,
        "number": part["number"],
        "points": tuple(re.findall(r"[0-9A-Za-z]+", part["points"])),
        "chapter": part["chapter"],
        "subparagraph": part["subparagraph"],
        "sentence": part["sentence"],
    }


def _act_of(text: str, acts: Mapping[str, Act]) -> str:
    ends = (end for end in range(len(text), 0, -1) if text[end : end + 1] in AFTER_ACT)
    for end in ends:  # the longest key first
        if text[:end] in acts:
            return text[:end]
    head = BEGINS.split(text, maxsplit=1)[0]
    near = _nearest(head, acts)
    if not head or (head == text and " " in text and not near):
        return ""
    raise UnknownActError(head, near)


def _nearest(name: str, acts: Mapping[str, Act]) -> str:
    titles = {title.casefold(): key for key, act in acts.items() for _, title in act.titles}
    keys = titles | {key.casefold(): key for key in acts}
    return keys.get(nearest(name.casefold(), keys), "")
