"""
The pages that show what notices the examples make.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

import html5lib  # type: ignore[import-untyped]  # it has none
import pytest

from recruitprivacy import i18n, law, notices

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
ALWAYS: Final = ("who answers", "purposes", "how long", "rights", "complaint", "categories")
"""What every notice has to say, as the elements of the matrix begin."""
NOTHING_HELD: Final = {("allegro", "website_user")}
"""Of whom the firm says that it holds nothing."""
THEIRS: Final = {("allegis", "end_consumer")}
"""For whom the firm only acts on behalf of others."""


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    """
    Load the extension as Sphinx does.
    """
    found = importlib.util.spec_from_file_location(
        "notice_pages", DOCS / "_ext" / "notice_pages.py"
    )
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    sys.modules["notice_pages"] = module  # attrs looks a class up where it says it is
    found.loader.exec_module(module)
    return module


def test_every_firm_role_and_language_has_its_page(pages: ModuleType) -> None:
    """
    Each firm has a page for each role it speaks to and one for all, in each language it wrote in.
    """
    found = {(each.firm, each.role, each.language) for each in pages.previews()}
    asked = {
        (firm, role, language)
        for firm in pages.firms()
        for role in ("all", *pages.roles(firm))
        for language in pages.languages(firm)
    }

    assert asked == found
    assert {"en", "nl", "sv"} <= {language for _, _, language in found}
    assert 4 == len(pages.firms())


def test_every_page_is_linked(pages: ModuleType) -> None:
    """
    Each page that is written stands in the list, under its own name.
    """
    text = "\n".join(pages.listed())
    files = [each.file for each in pages.previews()]

    assert len(set(files)) == len(files)
    assert [] == [file for file in files if f'href="preview/{file}"' not in text]


@pytest.mark.parametrize("layer", notices.Layer)
def test_a_page_is_in_its_language(pages: ModuleType, layer: notices.Layer) -> None:
    """
    A page is what the renderer makes of the notice, in its language, without a mistake.
    """
    page = pages.Preview(firm="cluster", role="candidate", language="en", layer=layer).html()
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)

    assert "en" == parser.parse(page).get("lang")
    assert ("./cluster-candidate-en.html" in page) == (layer is notices.Layer.CARD)


def test_the_matrix_leaves_nothing_in_silence(pages: ModuleType) -> None:
    """
    What every notice must say is said or reported, for each firm and each role it answers for.
    """
    silent = {
        (firm, role, element)
        for firm in pages.firms()
        for role in pages.roles(firm)
        for element, cell in pages.cells(firm, role).items()
        if element.startswith(ALWAYS) and not cell
    }

    assert {(firm, role) for firm, role, _ in silent} <= NOTHING_HELD | THEIRS


def test_the_matrix_has_every_firm_and_role(pages: ModuleType) -> None:
    """
    Each firm has a table, each role a column, each element a row.
    """
    text = list(pages.matrix())
    heads = [line for line in text if line.startswith("| Element")]

    assert [len(pages.roles(firm)) + 1 for firm in pages.firms()] == [
        len(head.strip("| ").split(" | ")) for head in heads
    ]
    assert len(pages.ELEMENTS) * len(heads) == sum(
        line.endswith("|") and "GDPR Art." in line for line in text
    )


def test_the_elements_can_be_cited(pages: ModuleType) -> None:
    """
    Each provision of the matrix is one a notice can serve or a finding can cite.
    """
    texts = {text for cites in pages.ELEMENTS.values() for text in cites}
    notice = notices.compose(
        pages.declared("cluster"), "candidate", language="en", law=law.load("NL"), on=pages.ON
    )
    known = {str(cite) for cite in notice.serves}
    known |= {str(cite) for found in notice.unstated for cite in found.cites}

    assert {"GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)"} >= texts - known


def test_every_letter_is_in_the_table(pages: ModuleType) -> None:
    """
    Each kind of letter is a row, with what it demands.
    """
    text = list(pages.letters())

    for each in notices.CONTENTS.values():
        (row,) = (line for line in text if f"notices.{each.__name__}`" in line)
        assert all(cite in row for cite in each.demands)


def test_a_language_without_a_catalog_has_no_page(pages: ModuleType) -> None:
    """
    Pages are in languages that are spoken here.
    """
    spoken = set(i18n.languages())

    assert {each.language for each in pages.previews()} <= spoken
