"""
The pages that print the law shipped.
"""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from recruitprivacy.law import TOPICS, jurisdictions, load

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
BUILT: Final = date(2026, 12, 1)


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    """
    Load the extension as Sphinx does.
    """
    found = importlib.util.spec_from_file_location("law_pages", DOCS / "_ext" / "law_pages.py")
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.mark.parametrize("place", jurisdictions())
def test_every_rule_is_on_the_page(place: str, pages: ModuleType) -> None:
    """
    A page prints each rule of its pack, with the reason, the source and the day it was checked.
    """
    text = "\n".join(pages.page(place, BUILT))
    pack = next(pack for pack in load(place).packs if pack.jurisdiction == place)
    lost = [
        rule.id
        for rule in pack.rules
        if not all(
            part.replace("|", "\\|") in text
            for part in (f"`{rule.id}`", rule.because, rule.source, str(rule.checked_on))
        )
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("built_on", "warned"), [(date(2027, 11, 22), False), (date(2027, 11, 23), True)]
)
def test_an_old_pack_is_warned_of(
    built_on: date,
    warned: bool,  # noqa: FBT001 - a table
    pages: ModuleType,
) -> None:
    """
    More than a year after the pack was gone through, its page says so.
    """
    assert (":::{warning}" in "\n".join(pages.page("CY", built_on))) is warned


def test_the_matrix_has_every_question_and_place(pages: ModuleType) -> None:
    """
    Each question is a row, each jurisdiction a column.
    """
    lines = list(pages.matrix(BUILT))
    heads = [line for line in lines if line.startswith("| Question")]
    places = [place for head in heads for place in head.strip("| ").split(" | ")[1:]]
    assert places == list(jurisdictions())
    assert sum(line.startswith("| `") for line in lines) == len(TOPICS) * len(heads)


@pytest.mark.parametrize(
    ("topic", "place", "sign"),
    [
        ("national_id", "NL", "●"),
        ("deadline.answer", "NL", "◆"),
        ("deadline.answer", "EU", "●"),
        ("deadline.answer", "US", ""),
    ],
)
def test_a_cell(topic: str, place: str, sign: str, pages: ModuleType) -> None:
    """
    A cell tells a country's own answer from the Union's and from none.
    """
    assert pages._cell(TOPICS[topic], place, BUILT) == sign  # noqa: SLF001


def test_the_figures_add_up(pages: ModuleType) -> None:
    """
    Verified and unverified rules are all the rules there are.
    """
    rows = [line.strip("| ").split(" | ") for line in list(pages.figures(BUILT))[2:-1]]
    assert [row[0] for row in rows] == list(jurisdictions())
    assert [row for row in rows if int(row[2]) != int(row[3]) + int(row[4])] == []


# Shipped for the way they count alone.
WITHOUT_A_PAGE: Final = {"BR", "CA-QC"}


def test_every_pack_has_its_page() -> None:
    """
    Each pack is printed on a page named after it.
    """
    lacking = {
        place
        for place in jurisdictions()
        if not (path := DOCS / "law" / f"{place.lower()}.md").exists()
        or f"```{{pack}} {place}\n```" not in path.read_text(encoding="utf-8")
    }
    assert lacking <= WITHOUT_A_PAGE
