"""
Facts about lengths of time in words.
"""

from __future__ import annotations

from typing import Final

import pytest

from recruitprivacy.i18n import Frame, languages, period, say
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period

UNITS: Final = {
    "en": {
        "years": ("year", "years"),
        "months": ("month", "months"),
        "weeks": ("week", "weeks"),
        "days": ("day", "days"),
        "working_days": ("working day", "working days"),
        "hours": ("hour", "hours"),
    },
    "nl": {
        "years": ("jaar", "jaar"),
        "months": ("maand", "maanden"),
        "weeks": ("week", "weken"),
        "days": ("dag", "dagen"),
        "working_days": ("werkdag", "werkdagen"),
        "hours": ("uur", "uur"),
    },
    "sv": {
        "years": ("år", "år"),
        "months": ("månad", "månader"),
        "weeks": ("vecka", "veckor"),
        "days": ("dag", "dagar"),
        "working_days": ("arbetsdag", "arbetsdagar"),
        "hours": ("timme", "timmar"),
    },
}
FRAMES: Final = {
    "en": {"for": "for ", "after": "after ", "within": "within ", "cell": ""},
    "nl": {"for": "gedurende ", "after": "na ", "within": "binnen ", "cell": ""},
    "sv": {"for": "i ", "after": "efter ", "within": "inom ", "cell": ""},
}
ROWS: Final = [
    (language, frame, unit, n, f"{words}{n} {several if n > 1 else one}")
    for language, frames in FRAMES.items()
    for frame, words in frames.items()
    for unit, (one, several) in UNITS[language].items()
    for n in (1, 2, 21)
]


@pytest.mark.parametrize(("language", "frame", "unit", "n", "expected"), ROWS)
def test_a_length_takes_the_form_of_its_frame(
    language: str, frame: str, unit: str, n: int, expected: str
) -> None:
    """
    Each frame, unit and count has its own words in each language.
    """
    assert period(Period(**{unit: n}), language, Frame(frame)) == expected


@pytest.mark.parametrize(
    ("language", "frame", "expected"),
    [
        ("en", Frame.FOR, "for 1 year and 6 months"),
        ("nl", Frame.AFTER, "na 1 jaar en 6 maanden"),
        ("sv", Frame.WITHIN, "inom 1 år och 6 månader"),
        ("nl", Frame.CELL, "1 jaar en 6 maanden"),
    ],
)
def test_two_units_are_joined_inside_the_frame(language: str, frame: Frame, expected: str) -> None:
    """
    A length of several units is one frame around a list, not a list of frames.
    """
    assert period(Period(years=1, months=6), language, frame) == expected


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
