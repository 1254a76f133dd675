"""
The page of rows holds what the tests are marked with.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from recruitprivacy.rights import GROUNDS
from recruitprivacy.vocabulary import (
    AutomatedDecisionException,
    ErasureException,
    ErasureGround,
    RefusalGround,
    RestrictionGround,
    RestrictionUse,
)

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
MARKED = re.compile(r"@pytest\.mark\.row\(([^)]*)\)(?:\n@[^\n]*(?:\n[ )][^\n]*)*)*\ndef (test_\w+)")


def marked() -> set[tuple[str, str]]:
    """
    Collect each row of law with each test that is marked with it.
    """
    texts = (path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    return {
        (row, test)
        for text in texts
        for rows, test in MARKED.findall(text)
        for row in re.findall(r'"([A-Z]\d+[a-z]?)"', rows)
    }


def test_the_page_of_rows_is_whole() -> None:
    """
    Each row a test is marked with stands on the page, with that test, and none stands there twice.
    """
    page = (REFERENCE / "rights-rows.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| ([A-Z]\d+[a-z]?) \|[^|]*\|([^|]*)\|$", page, re.MULTILINE)
    told = {(row, test) for row, tests in lines for test in re.findall(r"`(\w+)`", tests)}
    assert sorted(marked() ^ told) == []
    assert [row for row, count in Counter(row for row, _ in lines).items() if count > 1] == []


def test_the_page_of_grounds_is_whole() -> None:
    """
    Each ground the law knows stands on the page of grounds, with its provision.
    """
    page = (REFERENCE / "grounds.md").read_text(encoding="utf-8")
    lists = (
        ErasureGround,
        ErasureException,
        RestrictionGround,
        RestrictionUse,
        RefusalGround,
        AutomatedDecisionException,
    )
    lines = {f"| `{each.value}` | {each.cites} |" for kind in lists for each in kind}
    assert sorted(line for line in lines if line not in page) == []
    rights = {f"| `{right.value}` | " for right in GROUNDS}
    assert sorted(right for right in rights if right not in page) == []
