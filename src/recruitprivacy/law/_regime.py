"""
How a body of law counts its periods: what runs on, what is stretched, what stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.periods import Period

__all__ = ["COUNTING", "Counting", "Regime"]


class Regime(StrEnum):
    """
    A body of rules on counting time.
    """

    EU_1182_71 = "eu_1182_71"
    """Regulation 1182/71, for periods that EU law sets."""
    NL_ATW = "nl_atw"
    """The Dutch act on time limits, for periods a Dutch act sets."""
    SE_1930_173 = "se_1930_173"
    """The Swedish act on counting time, for periods a Swedish statute sets."""


@attrs.frozen(kw_only=True)
class Counting:
    """
    What one regime does with a period in days, weeks, months or years.

    Attributes:
        starts: Why the day of the event is not counted; None where that is left to custom.
        ends: Why it ends on the day it does.
        rolls: Why an end on a day off runs on to the next working day.
        stretches: Why a short period holds two working days, or None.
        stretched_from: The shortest period so stretched, in days.
        equated: Whether days that national law equates with holidays count as such.
        longest: The longest period that runs on, or None if all do; none of a year does then.
    """

    starts: Citation | None
    ends: Citation | None
    rolls: Citation
    stretches: Citation | None = None
    stretched_from: int = 0
    equated: bool = False
    longest: Period | None = None

    def runs_on(self, period: Period) -> bool:
        """
        Say whether an end of such a period on a day off is moved at all.

        >>> COUNTING[Regime.NL_ATW].runs_on(Period(weeks=6))
        True
        >>> COUNTING[Regime.NL_ATW].runs_on(Period(years=1))
        False
        """
        if self.longest is None:
            return True
        short = period.total_months <= self.longest.total_months
        return short and period.total_days <= self.longest.total_days


def _regulation(*points: str) -> Citation:
    return Citation(act="Reg. 1182/71", unit=Unit.ARTICLE, number="3", points=points)


COUNTING: Final[Mapping[Regime, Counting]] = MappingProxyType(
    {
        Regime.EU_1182_71: Counting(
            starts=_regulation("1"),
            ends=_regulation("2", "c"),
            rolls=_regulation("4"),
            stretches=_regulation("5"),
            stretched_from=2,
        ),
        Regime.NL_ATW: Counting(
            starts=None,
            ends=None,
            rolls=Citation(act="Atw", unit=Unit.ARTICLE, number="1", points=("1",)),
            stretches=Citation(act="Atw", unit=Unit.ARTICLE, number="2"),
            stretched_from=3,
            equated=True,
            # Atw Art. 4: not beyond 90 days, 12 weeks or three months.
            longest=Period(months=3, days=90),
        ),
        Regime.SE_1930_173: Counting(
            starts=Citation(act="Lag (1930:173)", unit=Unit.SECTION, number="1"),
            ends=Citation(act="Lag (1930:173)", unit=Unit.SECTION, number="1"),
            rolls=Citation(act="Lag (1930:173)", unit=Unit.SECTION, number="2"),
            equated=True,
        ),
    }
)
