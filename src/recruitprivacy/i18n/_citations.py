"""
Provisions as each language writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recruitprivacy.citations import Act, Citation, Unit
from recruitprivacy.i18n._citing import Citing

GDPR: Final = "GDPR"
ENGLISH: Final = "en"
LISTS: Final = frozenset({(GDPR, "4")})
"""Articles whose numbers are the points of a list, as in Art. 4 GDPR, and no paragraphs."""

Part = tuple[str, str]


def say_citation(cited: Citation, citing: Citing, acts: Mapping[str, Act]) -> str:
    """
    Write a provision as lawyers do in a language.

    >>> from recruitprivacy.i18n._catalog import load
    >>> cited = Citation(act="GDPR", unit=Unit.ARTICLE, number="6", points=("1", "f"))
    >>> say_citation(cited, load("nl").citing, {})
    'artikel 6, lid 1, punt f), AVG'
    """
    if cited.unit is Unit.ACT:
        return _title(cited.act, citing, acts, citing.gdpr)
    form = citing.form(cited.unit)
    parts = [("provision", cited.number), *_points(cited)]
    last = len(parts) - 1
    written = [
        form.pattern(part, last=index == last).format(number=text, part=citing.letter(text))
        for index, (part, text) in enumerate(parts)
    ]
    provision = "".join(reversed(written) if citing.innermost_first else written)
    provision += "".join(_unnumbered(cited, citing))
    if cited.chapter:
        provision = citing.chapter.format(chapter=cited.chapter, provision=provision)
    whole = form.act_after_comma if "," in provision and form.act_after_comma else form.act
    act = citing.joined(_title(cited.act, citing, acts, citing.gdpr_of))
    return whole.format(provision=provision, act=act)


def _title(key: str, citing: Citing, acts: Mapping[str, Act], gdpr: str) -> str:
    titles = dict(acts[key].titles) if key in acts else {}
    spoken = (titles[tag] for tag in citing.tags if tag in titles)
    if key == GDPR:
        return next(spoken, gdpr)
    native = (text for tag, text in titles.items() if ENGLISH not in {tag, *citing.tags})
    return next(spoken, next(native, key))


def _points(cited: Citation) -> Iterator[Part]:
    left = cited.points
    if left and left[0].isdigit():
        yield ("item" if (cited.act, cited.number) in LISTS else "paragraph"), left[0]
        left = left[1:]
    yield from zip(("point", *("below",) * len(left)), left, strict=False)


def _unnumbered(cited: Citation, citing: Citing) -> Iterator[str]:
    if cited.subparagraph:
        yield citing.nth_of("subparagraph", cited.subparagraph)
    if cited.sentence:
        yield citing.nth_of("sentence", cited.sentence)
