"""
What holds from one day and until another.
"""

from __future__ import annotations

from datetime import date

import attrs

__all__ = ["Dated"]


@attrs.frozen(kw_only=True)
class Dated:
    """
    A statement with the days on which it holds.

    Attributes:
        applies_from: The first day.
        applies_until: The last day, inclusive; None while it lasts.

    >>> shield = Dated(applies_from=date(2016, 7, 12), applies_until=date(2020, 7, 15))
    >>> shield.in_force(date(2020, 7, 15)), shield.in_force(date(2020, 7, 16))
    (True, False)
    """

    applies_from: date
    applies_until: date | None = None

    def in_force(self, on: date) -> bool:
        """
        Say whether it holds on a day.
        """
        return self.applies_from <= on and (self.applies_until is None or on <= self.applies_until)
