"""
Every citation in a ``Law:`` section of a docstring names a provision of an act we ship.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

import recruitprivacy
from recruitprivacy import law
from recruitprivacy.citations import Citation
from recruitprivacy.errors import CitationError, UnknownActError

SOURCE: Final = Path(inspect.getfile(recruitprivacy)).parent
SECTION: Final = re.compile(r"^Law:\n((?:[ ]{4}.*(?:\n|$)|\n)+)", re.MULTILINE)
Documented = ast.Module | ast.ClassDef | ast.FunctionDef


class Cited(NamedTuple):
    """
    One entry of a ``Law:`` section, and where it stands.
    """

    place: str
    entry: str


def entries(docstring: str) -> Iterator[str]:
    r"""
    Yield each citation that leads a statement; a statement ends at a semicolon or a new line.

    A line that is indented deeper continues the one above it.

    >>> list(entries("X.\n\nLaw:\n    GDPR Art. 12(3): a month; Reg. 1182/71 Art. 3(4): rolls."))
    ['GDPR Art. 12(3)', 'Reg. 1182/71 Art. 3(4)']
    """
    for section in SECTION.findall(docstring):
        joined = re.sub(r"\n {5,}", " ", section)
        for line in filter(str.strip, joined.splitlines()):
            for statement in line.split("; "):
                yield statement.partition(": ")[0].strip()


def cited() -> Iterator[Cited]:
    """
    Walk the source of the package, and yield what its ``Law:`` sections cite.
    """
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Documented):
                name = getattr(node, "name", "the module")
                place = f"{path.relative_to(SOURCE).as_posix()}: {name}"
                for entry in entries(ast.get_docstring(node) or ""):
                    yield Cited(place, entry)


@pytest.mark.parametrize("found", sorted(set(cited())), ids=" ".join)
def test_docstrings_cite_what_is_shipped(found: Cited) -> None:
    """
    The citation is written as a lawyer writes it, and its act stands in a shipped pack.
    """
    acts = law.load("NL", "SE").acts
    assert str(Citation.parse(found.entry, acts)) == found.entry


def test_code_that_applies_law_cites_it() -> None:
    """
    At least one docstring has a ``Law:`` section, so the table above is not empty.
    """
    assert list(cited()) != []


@pytest.mark.parametrize(
    ("docstring", "problem"),
    [
        ("Law:\n    see the GDPR: somewhere.", CitationError),
        ("Law:\n    GPDR Art. 12(3): a month.", UnknownActError),
    ],
)
def test_a_wrong_citation_is_found(docstring: str, problem: type[Exception]) -> None:
    """
    A citation nobody can look up does not pass.
    """
    (entry,) = entries(docstring)
    with pytest.raises(problem):
        Citation.parse(entry, law.load("NL", "SE").acts)
