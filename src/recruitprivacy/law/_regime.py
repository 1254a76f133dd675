"""
How a body of law counts its periods: what runs on, what is stretched, what stays as it is.
"""

from __future__ import annotations

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.periods import Period

__all__ = ["Regime"]


@attrs.frozen(kw_only=True, cache_hash=True)
class Regime:
    """
    What the law of one jurisdiction does with a period it sets; the table ``[counting]`` of a pack.

    Attributes:
        id: Whose periods are counted so: ``EU``, ``NL``; with the topic, if only those of one.
        starts: Why the day of the event is not counted, or is; None where that is left to custom.
        first_day_counted: Whether the day of the event is the first of the period.
        starts_otherwise: Who counts the first day the other way, or None where nobody does.
        ends: Why it ends on the day it does.
        rolls: Why an end on a day off runs on to the next working day; None where none does.
        rolls_otherwise: Who moves such an end where ``rolls`` names nothing, or None.
        stretches: Why a short period holds two working days, or None.
        stretched_from: The shortest period so stretched, in days.
        regional: Whether holidays of a region, and days equated with them, count as such.
        saturday_works: Whether an end on a Saturday stays there.
        longest: The longest period that runs on, or None if all do; none of a year does then.

    >>> from recruitprivacy.law import load_regime
    >>> dutch = load_regime("NL")
    >>> str(dutch.rolls), dutch.stretched_from, str(dutch.longest)
    ('Atw Art. 1(1)', 3, 'P3M90D')
    """

    id: str
    starts: Citation | None = None
    first_day_counted: bool = False
    starts_otherwise: Citation | None = None
    ends: Citation | None = None
    rolls: Citation | None = None
    rolls_otherwise: Citation | None = None
    stretches: Citation | None = None
    stretched_from: int = 0
    regional: bool = False
    saturday_works: bool = False
    longest: Period | None = None

    def runs_on(self, period: Period) -> bool:
        """
        Say whether an end of such a period on a day off is moved at all.

        >>> from recruitprivacy.law import load_regime
        >>> load_regime("NL").runs_on(Period(weeks=6)), load_regime("NL").runs_on(Period(years=1))
        (True, False)
        """
        if self.rolls is None or self.longest is None:
            return self.rolls is not None
        short = period.total_months <= self.longest.total_months
        return short and period.total_days <= self.longest.total_days
