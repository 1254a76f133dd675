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
    Message("holiday.clean_monday", "Clean Monday"),
    Message("holiday.maundy_thursday", "Maundy Thursday"),
    Message("holiday.good_friday", "Good Friday"),
    Message("holiday.holy_saturday", "Holy Saturday"),
    Message("holiday.easter_sunday", "Easter Sunday"),
    Message("holiday.easter_monday", "Easter Monday"),
    Message("holiday.great_prayer_day", "Great Prayer Day"),
    Message("holiday.kings_day", "King’s Day"),
    Message("holiday.queens_day", "Queen’s Day"),
    Message("holiday.may_day", "May Day"),
    Message("holiday.labour_day", "Labour Day"),
    Message("holiday.liberation_day", "Liberation Day"),
    Message("holiday.ascension_day", "Ascension Day"),
    Message("holiday.national_day", "National Day"),
    Message("holiday.unity_day", "the Day of German Unity"),
    Message("holiday.independence_day", "Independence Day"),
    Message("holiday.constitution_day", "Constitution Day"),
    Message("holiday.republic_day", "Republic Day"),
    Message("holiday.whit_sunday", "Whit Sunday"),
    Message("holiday.whit_monday", "Whit Monday"),
    Message("holiday.corpus_christi", "Corpus Christi"),
    Message("holiday.midsummer_eve", "Midsummer Eve"),
    Message("holiday.midsummer_day", "Midsummer Day"),
    Message("holiday.assumption_day", "the Assumption of Mary"),
    Message("holiday.reformation_day", "Reformation Day"),
    Message("holiday.all_saints_day", "All Saints’ Day"),
    Message("holiday.all_souls_day", "All Souls’ Day"),
    Message("holiday.armistice_day", "Armistice Day"),
    Message("holiday.thanksgiving_day", "Thanksgiving Day"),
    Message("holiday.immaculate_conception", "the Immaculate Conception"),
    Message("holiday.christmas_eve", "Christmas Eve"),
    Message("holiday.christmas_day", "Christmas Day"),
    Message("holiday.second_christmas_day", "the second day of Christmas"),
    Message("holiday.boxing_day", "Boxing Day"),
    Message("holiday.new_years_eve", "New Year’s Eve"),
    Message("holiday.saint_day", "a saint’s day"),
    Message("holiday.remembrance_day", "a day of remembrance"),
    Message("holiday.civic_day", "a civic holiday"),
    Message("holiday.bank_holiday", "a bank holiday"),
    Message("holiday.regional_day", "a regional holiday"),
    Message("holiday.in_lieu", "a day in lieu of a holiday"),
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
