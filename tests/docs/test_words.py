"""
The page of all words, which is made when the documentation is built.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from recruitprivacy.vocabulary import BUILT_IN, Kind

CONF: Final = Path(__file__).resolve().parents[2] / "docs" / "conf.py"


@pytest.fixture
def conf(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """
    Load what Sphinx is told, in an environment where nothing is installed.
    """
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "0")
    found = importlib.util.spec_from_file_location("conf", CONF)
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_every_word_is_on_the_page(conf: ModuleType) -> None:
    """
    Every term of every kind stands on the page with its definition.
    """
    source = ["# All words"]
    conf.add_words(None, "reference/words", source)
    terms = [term for kind in Kind for term in BUILT_IN.terms(kind)]
    lost = [term.key for term in terms if f"`{term.key}`\n: *" not in source[0]]
    assert lost == []
    assert [term.key for term in terms if term.definition not in source[0]] == []


def test_triggers_name_their_events(conf: ModuleType) -> None:
    """
    A trigger stands with the event that fires it.
    """
    (line,) = (part for part in conf.all_words() if part.startswith("`procedure_closed`"))
    assert "Fired by `procedure.closed`." in line


def test_other_pages_are_left_alone(conf: ModuleType) -> None:
    """
    The words are added to their own page only.
    """
    source = ["# Glossary"]
    conf.add_words(None, "glossary", source)
    assert source == ["# Glossary"]
