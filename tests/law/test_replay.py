"""
What an answer says of the law it rests on.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import UnknownLanguageError
from recruitprivacy.i18n import say
from recruitprivacy.law import load, replay_lines

DAY: Final = date(2026, 3, 2)


@attrs.frozen(kw_only=True)
class Answered:
    """
    Any answer.
    """

    on: date = DAY
    law: str = "sha256:01"
    law_version: str = ""
    fingerprint: str = "sha256:02"


def _said(version: str, language: str = "en") -> list[str]:
    lines = replay_lines(Answered(law_version=version), language)
    return [say(says, language) for says, _ in lines]


def test_each_pack_is_named_with_the_day_it_was_checked() -> None:
    """
    The packs are countries by name, in the language, with the day each was gone through.
    """
    assert _said("EU 2026-11-22, NL 2025-01-02", "nl")[0] == (
        "Recht: Europese Unie (nagezien op 22 november 2026) en Nederland (nagezien op 2 januari "
        "2025)."
    )


def test_the_replay_names_day_law_and_answer() -> None:
    """
    The last line holds all that a replay needs: the day, the law, and what must come out.
    """
    assert _said("EU 2026-11-22")[-1] == (
        "To replay this as of 2 March 2026: law sha256:01, answer sha256:02"
    )


def test_a_region_stays_a_code() -> None:
    """
    A region, or a pack of a host's own, is named by its code.
    """
    version = load("US-CA").version
    assert "US-CA (checked on " in _said(version)[0]


def test_an_answer_without_law_tells_nothing() -> None:
    """
    What rests on no pack has none to name.
    """
    assert _said("") == []


def test_a_language_nobody_speaks() -> None:
    """
    A language without a catalog is refused.
    """
    with pytest.raises(UnknownLanguageError):
        _said("EU 2026-11-22", "xx")
