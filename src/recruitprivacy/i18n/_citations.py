"""
Provisions as each language writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recruitprivacy.citations import Act, Citation, Unit
from recruitprivacy.errors import MissingTranslationError
from recruitprivacy.i18n._catalog import Catalog, Form

GDPR: Final = "GDPR"
LISTS: Final = frozenset({(GDPR, "4")})
"""Articles whose numbers are the points of a list, as in Art. 4 GDPR, and no paragraphs."""


def say_citation(cited: Citation, catalog: Catalog, acts: Mapping[str, Act]) -> str:
    """
    Write a provision as lawyers do in a language.

    >>> from recruitprivacy.i18n._catalog import load
    >>> cited = Citation(act="GDPR", unit=Unit.ARTICLE, number="6", points=("1", "f"))
    >>> say_citation(cited, load("nl"), {})
    'artikel 6, lid 1, punt f), AVG'
    """
    act = _title(cited.act, catalog, acts)
    if cited.unit is Unit.ACT:
        return act
    form = catalog.citing.forms[cited.unit.name.lower()]
    provision = form.provision.format(number=cited.number) + "".join(_parts(cited, form, catalog))
    if cited.chapter:
        provision = catalog.citing.chapter.format(chapter=cited.chapter, provision=provision)
    whole = form.act_after_comma if "," in provision else form.act
    return whole.format(provision=provision, act=act)


def _title(key: str, catalog: Catalog, acts: Mapping[str, Act]) -> str:
    titles = dict(acts[key].titles) if key in acts else {}
    own = catalog.about.gdpr if key == GDPR else key
    return next((titles[tag] for tag in catalog.tags if tag in titles), own)


def _parts(cited: Citation, form: Form, catalog: Catalog) -> Iterator[str]:
    yield from _points(cited, form)
    if cited.subparagraph:
        yield catalog.citing.subparagraph.format(nth=_nth(cited.subparagraph, catalog))
    if cited.sentence:
        yield catalog.citing.sentence.format(nth=_nth(cited.sentence, catalog))


def _points(cited: Citation, form: Form) -> Iterator[str]:
    first = form.item if (cited.act, cited.number) in LISTS else form.paragraph
    left = cited.points
    if left and left[0].isdigit():
        yield first.format(part=left[0])
        left = left[1:]
    for pattern, part in zip((form.point, *(form.below,) * len(left)), left, strict=False):
        yield pattern.format(part=part)


def _nth(number: str, catalog: Catalog) -> str:
    known = dict(enumerate(catalog.citing.nth, start=1))
    if int(number) not in known:
        raise MissingTranslationError(f"citations.nth.{number}", catalog.about.language)
    return known[int(number)]
