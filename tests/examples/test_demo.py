"""
What the demonstration writes and prints.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import html5lib  # type: ignore[import-untyped]
import pytest

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
LINK: Final = re.compile(r'(?:href|src)="([^"]*)"')
LANGUAGES: Final = ("de", "en", "fr", "nl", "sv")


@cache
def printed(folder: Path) -> str:
    """
    Run the demonstration once into a folder, and return what it prints.
    """
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "demo.py"), str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Give the folder of the pages.
    """
    folder = tmp_path_factory.mktemp("demo")
    printed(folder)
    return folder


def pages(folder: Path) -> list[Path]:
    """
    List the pages written.
    """
    return sorted(folder.rglob("*.html"))


def test_the_summary_ends_with_the_page_to_open(demo: Path) -> None:
    """
    A dozen lines a firm are printed at most, on average; the last one names the page to open.
    """
    lines = printed(demo).splitlines()
    firms = len(list(EXAMPLES.glob("policies/*/policy.toml")))
    assert 4 * firms < len(lines) <= 15 * firms
    assert lines[-1] == f"Open {demo / 'index.html'}"


def test_the_summary_tells_of_every_question(demo: Path) -> None:
    """
    The check, the notices, the disposals and a due date are all in it.
    """
    told = printed(demo)
    assert [word for word in ("check", "notices", "retention", "due") if word not in told] == []
    assert "must be answered by 7 April 2026" in told


def test_no_country_is_no_due_date(demo: Path) -> None:
    """
    Where no single country of the controllers is named that we know, that is said instead.
    """
    index = (demo / "index.html").read_text(encoding="utf-8")
    assert index.count("must be answered by") == 1
    assert index.count("No due date: ") == len(list(EXAMPLES.glob("policies/*/policy.toml"))) - 1


def test_every_link_leads_to_a_page(demo: Path) -> None:
    """
    No link of ours leads nowhere.
    """
    lost = [
        f"{page.name}: {link}"
        for page in pages(demo)
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if ":" not in link and not (page.parent / unquote(link.partition("#")[0])).exists()
    ]
    assert lost == []


def test_every_page_is_reached_from_the_index(demo: Path) -> None:
    """
    The index links to every page there is.
    """
    links = set(LINK.findall((demo / "index.html").read_text(encoding="utf-8")))
    there = {page.relative_to(demo).as_posix() for page in pages(demo)}
    assert there - {"index.html"} == links


def test_every_language_is_there(demo: Path) -> None:
    """
    The candidate's notice is there in five languages, each marked as what it is.
    """
    for tag in LANGUAGES:
        page = demo / "cluster" / f"notice.candidate.{tag}.html"
        assert f'<html lang="{tag}">' in page.read_text(encoding="utf-8")


def test_pages_are_html_without_script(demo: Path) -> None:
    """
    Every page parses without an error, runs nothing and fetches nothing.
    """
    for page in pages(demo):
        text = page.read_text(encoding="utf-8")
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(text)
        assert "<script" not in text
        assert "<link" not in text
