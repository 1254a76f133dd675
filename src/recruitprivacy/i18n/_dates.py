"""
Days and instants, in the long form that cannot be misread.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from recruitprivacy.errors import NaiveDatetimeError
from recruitprivacy.i18n._catalog import Catalog
from recruitprivacy.messages import Message
from recruitprivacy.periods import MonthDay

A_LEAP_YEAR: Final = 2024
INSTANT: Final = Message("date.instant", "{day} at {time} ({zone})")


def say_date(day: dt.date, catalog: Catalog) -> str:
    """
    Say a day: ``5 March 2026``.
    """
    from babel.dates import format_date

    return _numbered(day, format_date(day, format="long", locale=catalog.about.locale), catalog)


def say_month(year: int, month: int, catalog: Catalog) -> str:
    """
    Say a month of a year: ``March 2026``.
    """
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", dt.date(year, month, 1), locale=catalog.about.locale)


def say_month_day(yearly: MonthDay, catalog: Catalog) -> str:
    """
    Say a day that comes back every year: ``5 April``.
    """
    from babel.dates import format_skeleton

    day = yearly.on(A_LEAP_YEAR)
    return _numbered(day, format_skeleton("MMMMd", day, locale=catalog.about.locale), catalog)


def say_datetime(instant: dt.datetime, catalog: Catalog) -> str:
    """
    Say an instant with its distance from universal time.

    Raises:
        NaiveDatetimeError: If it has no time zone.
    """
    from babel.dates import format_time

    offset = instant.utcoffset()
    if offset is None:
        raise NaiveDatetimeError("instant")
    return catalog.text(INSTANT).format(
        day=say_date(instant.date(), catalog),
        time=format_time(instant.time(), format="short", locale=catalog.about.locale),
        zone=dt.timezone(offset),
    )


def _numbered(day: dt.date, said: str, catalog: Catalog) -> str:
    first = catalog.about.first if day.day == 1 else ""
    return first + said.removeprefix("1") if first else said
