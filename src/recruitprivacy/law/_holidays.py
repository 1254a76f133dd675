"""
The names of the holidays our calendars know.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.messages import Message

__all__ = ["HOLIDAYS", "holiday_name"]

_NAMES: Final = (
    Message("holiday.new_year", "New Year’s Day"),
    Message("holiday.epiphany", "Epiphany"),
    Message("holiday.good_friday", "Good Friday"),
    Message("holiday.easter_sunday", "Easter Sunday"),
    Message("holiday.easter_monday", "Easter Monday"),
    Message("holiday.kings_day", "King’s Day"),
    Message("holiday.queens_day", "Queen’s Day"),
    Message("holiday.may_day", "May Day"),
    Message("holiday.liberation_day", "Liberation Day"),
    Message("holiday.ascension_day", "Ascension Day"),
    Message("holiday.national_day", "National Day"),
    Message("holiday.whit_sunday", "Whit Sunday"),
    Message("holiday.whit_monday", "Whit Monday"),
    Message("holiday.midsummer_eve", "Midsummer Eve"),
    Message("holiday.midsummer_day", "Midsummer Day"),
    Message("holiday.all_saints_day", "All Saints’ Day"),
    Message("holiday.christmas_eve", "Christmas Eve"),
    Message("holiday.christmas_day", "Christmas Day"),
    Message("holiday.second_christmas_day", "the second day of Christmas"),
    Message("holiday.new_years_eve", "New Year’s Eve"),
    Message("holiday.decree_day", "a day off by decree"),
)

HOLIDAYS: Final[Mapping[str, Message]] = MappingProxyType(
    {name.code.removeprefix("holiday."): name for name in _NAMES}
)


def holiday_name(key: str) -> Message | str:
    """
    Name a holiday by its key; a name of the caller's own is returned as it is.

    >>> holiday_name("good_friday").text
    'Good Friday'
    >>> holiday_name("Company Day")
    'Company Day'
    """
    return HOLIDAYS.get(key, key)
