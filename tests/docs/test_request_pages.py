"""
The diagram of the life of a request.
"""

from __future__ import annotations

import importlib.util
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from recruitprivacy.rights import MOVES, RequestStatus

EXT: Final = Path(__file__).resolve().parents[2] / "docs" / "_ext" / "request_pages.py"
SVG: Final = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    """
    Load the extension as Sphinx does.
    """
    found = importlib.util.spec_from_file_location("request_pages", EXT)
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_every_move_is_in_the_table(pages: ModuleType) -> None:
    """
    The page lists each move of the table, from where it is allowed.
    """
    text = "\n".join(pages.table())
    for (start, move), to in MOVES.items():
        lines = [line for line in text.splitlines() if line.startswith(f"| `{start.value}` |")]
        leads = "stays there" if start is to else f"`{to.value}`"
        assert any(f"`{move.name}`" in line and line.endswith(f"| {leads} |") for line in lines)


def test_every_status_and_way_is_drawn(pages: ModuleType) -> None:
    """
    Each status is a box in a place of its own, and each way between two an arrow that says why.
    """
    drawn = ET.fromstring(pages.diagram())  # noqa: S314 - our own
    assert len(drawn.findall(f"{SVG}g")) == len(RequestStatus)
    assert len(set(pages.places().values())) == len(RequestStatus)
    arrows = drawn.findall(f"{SVG}path")
    ways = {(start, to) for (start, _), to in MOVES.items() if start is not to}
    assert len(arrows) == len(ways)
    assert all(arrow.findtext(f"{SVG}title") for arrow in arrows)
