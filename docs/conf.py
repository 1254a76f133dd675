"""
How Sphinx builds the documentation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import version as installed
from pathlib import Path

from sphinx.application import Sphinx

from recruitprivacy.cli._words import fired_by
from recruitprivacy.i18n import say
from recruitprivacy.vocabulary import BUILT_IN, Kind

project = "recruitprivacy"
author = "The recruitprivacy contributors"
project_copyright = author
release = installed("recruitprivacy")
version = release

sys.path.insert(0, str(Path(__file__).parent / "_ext"))
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "law_pages",
    "notice_pages",
    "request_pages",
]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "_ext"]
nitpicky = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "show-inheritance": True, "undoc-members": False}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = ["Law"]

WORDS = "reference/words"


def all_words() -> Iterator[str]:
    """
    Yield the terms of the vocabulary, kind by kind, as Markdown.
    """
    for kind in Kind:
        yield f"\n## {kind.plural.replace('_', ' ').capitalize()}\n\n`{kind.value}`\n"
        for term in BUILT_IN.terms(kind):
            events = ", ".join(f"`{event}`" for event in fired_by(term))
            under = f" A kind of `{term.under}`." if term.under else ""
            fires = f" Fired by {events}." if events else ""
            yield f"`{term.key}`\n: *{say(term.label, 'en')}*. {term.definition}{under}{fires}\n"


def add_words(_: Sphinx, page: str, source: list[str]) -> None:
    """
    Write the words below the page that introduces them, anew each time the page is read.
    """
    if page == WORDS:
        source[0] += "\n".join(all_words())


def read_words_again(*_: object) -> list[str]:
    """
    Have that page read in every build, for the words may have changed while it did not.
    """
    return [WORDS]


def setup(app: Sphinx) -> None:
    """
    Tell Sphinx of them.
    """
    app.connect("source-read", add_words)
    app.connect("env-get-outdated", read_words_again)


html_theme = "furo"
html_title = "recruitprivacy"
html_copy_source = False
