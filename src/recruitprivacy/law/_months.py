"""
Adding months to a day, for what is counted often.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

__all__ = ["months_later"]

MONTHS_A_YEAR: Final = 12
SHORTEST: Final = 28


def months_later(day: date, months: int, *, up: bool = False) -> date:
    """
    Find the same date some months later.

    A month without it yields its last day, or the first of the month after if rounded up. It is
    what :func:`recruitprivacy.periods.add` finds for months alone, several times as fast.

    Raises:
        ValueError: If the day lies outside the years 1 to 9999.

    >>> months_later(date(2026, 1, 31), 1), months_later(date(2026, 1, 31), 1, up=True)
    (datetime.date(2026, 2, 28), datetime.date(2026, 3, 1))
    """
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    if day.day <= SHORTEST:
        return date(year, month, day.day)
    longest = monthrange(year, month)[1]
    if day.day <= longest:
        return date(year, month, day.day)
    return date(year, month, longest) + timedelta(days=up)
