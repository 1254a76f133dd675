"""
What a type checker infers at the bottom of the library; mypy reads the assertions.
"""

from __future__ import annotations

from datetime import date
from typing import assert_type

from recruitprivacy.citations import Act, Citation
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Period, Rounding, add


def test_a_parsed_period_is_a_period() -> None:
    """
    Reading a period gives a period, and adding one to a day gives a day.
    """
    assert_type(Period.parse("P2Y"), Period)
    assert_type(add(date(2026, 1, 31), Period.parse("P1M"), rounding=Rounding.DOWN), date)


def test_a_parsed_citation_is_a_citation() -> None:
    """
    Reading a citation gives a citation, and its points are a tuple of texts.
    """
    gdpr = Act(key="GDPR", title="General Data Protection Regulation")
    cited = assert_type(Citation.parse("GDPR Art. 6(1)(f)", {"GDPR": gdpr}), Citation)
    assert_type(cited.points, tuple[str, ...])


def test_a_filled_message_is_a_phrase() -> None:
    """
    Filling a message gives a phrase, which is not yet text.
    """
    assert_type(phrase(Message("greeting", "Until {day}."), day=date(2026, 4, 7)), Phrase)
