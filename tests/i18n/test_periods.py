"""
Facts about lengths of time in words.
"""

from __future__ import annotations

import pytest

from recruitprivacy.i18n import languages, period, say
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period


def test_three_units_are_joined_as_a_list() -> None:
    """
    English (GB) puts no comma before the last *and*.
    """
    assert period(Period(years=1, months=2, days=3), "en-GB") == "1 year, 2 months and 3 days"


@pytest.mark.parametrize("language", languages())
def test_days_are_days_and_not_periods_of_twenty_four_hours(language: str) -> None:
    """
    Thirty days are said with the everyday word, as in a notice.
    """
    assert "dygn" not in period(Period(days=30), language)


def test_a_message_chooses_the_frame() -> None:
    """
    A place names the frame it needs; without one the length stands alone.
    """
    message = Message("period.within.mixed", "within {length}")
    assert say(phrase(message, length=Period(years=2)), "sv") == "inom 2 år"
