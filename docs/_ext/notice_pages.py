"""
What the declarations under ``examples`` make notices of: pages to look at, and a matrix.

``notice-previews`` lists a page for each firm, language and role, which is written when the build
is done; ``notice-matrix`` says which element of a notice is produced for whom, ``letter-table``
what each letter demands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import attrs
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from recruitprivacy import i18n, law, notices
from recruitprivacy.errors import MissingTranslationError
from recruitprivacy.policy import Policy
from recruitprivacy.vocabulary import BUILT_IN, Kind
from recruitprivacy.wire import load_policy

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
ON: Final = date(2026, 11, 22)
HERE: Final = "notices"
PREVIEW: Final = "preview"
ALL: Final = "all"
ELEMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "who answers, and how they are reached": ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)"),
    "the data protection officer": ("GDPR Art. 13(1)(b)", "GDPR Art. 14(1)(b)"),
    "purposes and lawful basis": ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)"),
    "legitimate interests": ("GDPR Art. 13(1)(d)", "GDPR Art. 14(2)(b)"),
    "recipients": ("GDPR Art. 13(1)(e)", "GDPR Art. 14(1)(e)"),
    "transfers and safeguards": ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)"),
    "how long": ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)"),
    "rights": ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)"),
    "withdrawal of consent": ("GDPR Art. 13(2)(c)", "GDPR Art. 14(2)(d)", "GDPR Art. 7(3)"),
    "complaint": ("GDPR Art. 13(2)(d)", "GDPR Art. 14(2)(e)"),
    "must one give the data": ("GDPR Art. 13(2)(e)",),
    "automated decisions": ("GDPR Art. 13(2)(f)", "GDPR Art. 14(2)(g)"),
    "categories of data": ("GDPR Art. 14(1)(d)",),
    "source": ("GDPR Art. 14(2)(f)",),
    "when one is told of data from others": ("GDPR Art. 14(3)(a)",),
    "objection, set apart": ("GDPR Art. 21(4)",),
}
"""What a notice says, and the provisions that ask for it."""
LEGEND: Final = (
    "● said; ◐ said, and something of it that is unstated is reported; ○ not said, because "
    "unstated, and reported; an empty cell: nothing of the kind is declared or called for."
)


@attrs.frozen(kw_only=True)
class Preview:
    """
    One page to look at.

    Attributes:
        firm: Whose.
        role: For whom; ``all`` for everybody.
        language: In which language.
        layer: How much of it.
    """

    firm: str
    role: str
    language: str
    layer: notices.Layer = notices.Layer.FULL

    @property
    def file(self) -> str:
        """
        The name of its file.
        """
        card = "-card" if self.layer is notices.Layer.CARD else ""
        return f"{self.firm}-{self.role}-{self.language}{card}.html"

    def html(self) -> str:
        """
        Write the page.

        Raises:
            MissingTranslationError: If the language lacks a sentence of it.
        """
        full = attrs.evolve(self, layer=notices.Layer.FULL).file
        notice = notices.compose(
            declared(self.firm),
            None if self.role == ALL else self.role,
            language=self.language,
            law=book(),
            on=ON,
            layer=self.layer,
            full_at=f"./{full}",
        )
        return notices.to_html(notice)


@cache
def book() -> law.Law:
    """
    Load the law the notices are under.
    """
    return law.load("NL", "BE", "SE")


@cache
def declared(firm: str) -> Policy:
    """
    Load a firm's declaration.
    """
    return load_policy(POLICIES / firm)


def firms() -> tuple[str, ...]:
    """
    List the firms.
    """
    return tuple(sorted(path.parent.name for path in POLICIES.glob("*/policy.toml")))


def roles(firm: str) -> tuple[str, ...]:
    """
    List whom a firm speaks to.
    """
    return tuple(name for name, role in declared(firm).roles.items() if role.addressed)


def languages(firm: str) -> tuple[str, ...]:
    """
    List the languages that have a catalog and in which the firm wrote words of its own.
    """
    return tuple(tag for tag in i18n.languages() if tag in declared(firm).texts)


def previews() -> Iterator[Preview]:
    """
    Yield every page: a card and a notice for each role, and a notice for all.
    """
    for firm in firms():
        for language in languages(firm):
            for role in (ALL, *roles(firm)):
                yield Preview(firm=firm, role=role, language=language)
                if role != ALL:
                    card = notices.Layer.CARD
                    yield Preview(firm=firm, role=role, language=language, layer=card)


def listed() -> Iterator[str]:
    """
    Write the list of pages, a table for each firm.
    """
    for firm in firms():
        spoken = languages(firm)
        yield from (f"**{declared(firm).firm[0]}**", "")
        rows = (
            (_role(role), *(_links(firm, role, language) for language in spoken))
            for role in (ALL, *roles(firm))
        )
        yield from table(("For", *spoken), rows)


def matrix() -> Iterator[str]:
    """
    Write which element is produced for whom, a table for each firm.
    """
    yield from (LEGEND, "")
    for firm in firms():
        yield from (f"**{declared(firm).firm[0]}**", "")
        found = {role: cells(firm, role) for role in roles(firm)}
        rows = (
            (f"{element} ({', '.join(cites)})", *(each[element] for each in found.values()))
            for element, cites in ELEMENTS.items()
        )
        yield from table(("Element", *map(_role, found)), rows)


def cells(firm: str, role: str) -> dict[str, str]:
    """
    Say of each element whether it is produced for a role.
    """
    notice = notices.compose(declared(firm), role, language="en", law=book(), on=ON)
    said = set(map(str, notice.serves))
    lacking = {str(cite) for found in notice.unstated for cite in found.cites}
    return {element: _cell(set(cites), said, lacking) for element, cites in ELEMENTS.items()}


def letters() -> Iterator[str]:
    """
    Write what each kind of letter demands.
    """
    rows = (
        (
            f"{{py:class}}`~recruitprivacy.notices.{each.__name__}`",
            _doc(each),
            ", ".join(each.demands),
        )
        for each in notices.CONTENTS.values()
    )
    yield from table(("Letter", "When", "Demanded"), rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """
    Write a table as Markdown.
    """
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _doc(content: type[notices.Content]) -> str:
    return (content.__doc__ or "").strip().splitlines()[0]


def _cell(cites: set[str], said: set[str], lacking: set[str]) -> str:
    if cites & said:
        return "◐" if cites & lacking else "●"
    return "○" if cites & lacking else ""


def _role(role: str) -> str:
    return "everybody" if role == ALL else i18n.say(BUILT_IN.term(Kind.ROLE, role).label, "en")


def _links(firm: str, role: str, language: str) -> str:
    page = Preview(firm=firm, role=role, language=language)
    links = [f'<a href="{PREVIEW}/{page.file}">notice</a>']
    if role != ALL:
        card = attrs.evolve(page, layer=notices.Layer.CARD)
        links.append(f'<a href="{PREVIEW}/{card.file}">card</a>')
    return ", ".join(links)


class _Printed(SphinxDirective):
    """
    A directive whose content is Markdown we make.
    """

    def lines(self) -> Iterable[str]:
        """
        Write the Markdown.
        """
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """
        Have what was written read as if it stood on the page.
        """
        self.env.note_reread()
        found: nodes.Element = nodes.container()
        written = StringList(list(self.lines()), source="notice_pages")
        self.state.nested_parse(written, self.content_offset, found)
        return list(found.children)


class PreviewsDirective(_Printed):
    """
    List the pages.
    """

    def lines(self) -> Iterable[str]:
        """
        Write the list.
        """
        return listed()


class MatrixDirective(_Printed):
    """
    Print which element is produced for whom.
    """

    def lines(self) -> Iterable[str]:
        """
        Write the matrix.
        """
        return matrix()


class LettersDirective(_Printed):
    """
    Print what each kind of letter demands.
    """

    def lines(self) -> Iterable[str]:
        """
        Write the table.
        """
        return letters()


def write_previews(app: Sphinx, failed: Exception | None) -> None:
    """
    Write the pages beside the page that lists them; what a language cannot say yet says so.
    """
    if failed is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / HERE / PREVIEW
    folder.mkdir(parents=True, exist_ok=True)
    for page in previews():
        try:
            text = page.html()
        except MissingTranslationError as error:
            text = (
                f"<!DOCTYPE html><title>{page.language}</title><p>{error.code}: not translated yet"
            )
        (folder / page.file).write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """
    Tell Sphinx of the directives.
    """
    app.add_directive("notice-previews", PreviewsDirective)
    app.add_directive("notice-matrix", MatrixDirective)
    app.add_directive("letter-table", LettersDirective)
    app.connect("build-finished", write_previews)
    return {"parallel_read_safe": True}
