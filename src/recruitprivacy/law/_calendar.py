"""
Which days are worked in a place, and how sure anybody can be of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.errors import CalendarUnknownError
from recruitprivacy.frozen import FrozenMap

__all__ = ["SATURDAY", "Calendar"]

SATURDAY: Final = 5


def _by_day(days: Mapping[date, str]) -> FrozenMap[date, str]:
    return FrozenMap(days)


def _having(days: Mapping[date, tuple[str, ...]]) -> FrozenMap[date, tuple[str, ...]]:
    return FrozenMap(days)


def _set(days: Iterable[date]) -> frozenset[date]:
    return frozenset(days)


@attrs.frozen(kw_only=True, cache_hash=True)
class Calendar:
    """
    The public holidays of one place, for the years it covers.

    Saturdays and Sundays are never worked. A caller's own calendar is a value like ours.

    Attributes:
        id: Its name, as answers give it: ``NL``.
        jurisdiction: The place.
        years: The first and the last year covered, inclusive.
        holidays: The days of the list that counts under Reg. 1182/71 Art. 2(1), each with its
            key, or with a name of one's own.
        equated: Further days that national law treats like holidays for its own periods.
        equated_by: The provision that equates them.
        equated_years: The years of which it is known which days are equated; None is all.
        doubted: Days of the list that careful people count as worked all the same.
        official_years: The years whose list was published; the others are computed.
        regional: The days that are off in some regions alone, each with their codes; in a region
            whose own days stand in its list, those of the others.
        regions: The regions with a calendar of their own: ``BW``, ``BY``.
        all_regions: Whether these are all there are; else a region may have its country's.
        made_with: What computed it, with its version.
        checked_on: The day somebody last compared it with a list, or None.
        digest: The hash of the file it came from, or empty.

    >>> own = Calendar(id="acme", jurisdiction="NL", years=(2026, 2026),
    ...                holidays={date(2026, 3, 2): "Founders' Day"})
    >>> own.is_working_day(date(2026, 3, 2)), own.is_working_day(date(2026, 3, 3))
    (False, True)
    """

    id: str
    jurisdiction: str
    years: tuple[int, int]
    holidays: FrozenMap[date, str] = attrs.field(
        factory=FrozenMap, converter=_by_day, repr=lambda days: f"<{len(days)} days>"
    )
    equated: FrozenMap[date, str] = attrs.field(
        factory=FrozenMap, converter=_by_day, repr=lambda days: f"<{len(days)} days>"
    )
    equated_by: tuple[Citation, ...] = ()
    equated_years: tuple[int, ...] | None = None
    doubted: frozenset[date] = attrs.field(
        factory=frozenset, converter=_set, repr=lambda days: f"<{len(days)} days>"
    )
    official_years: tuple[int, ...] = ()
    regional: FrozenMap[date, tuple[str, ...]] = attrs.field(
        factory=FrozenMap, converter=_having, repr=lambda days: f"<{len(days)} days>"
    )
    regions: tuple[str, ...] = ()
    all_regions: bool = False
    made_with: str = ""
    checked_on: date | None = None
    digest: str = ""

    def is_holiday(self, day: date) -> bool:
        """
        Say whether a day is a public holiday of the list, whatever day of the week it is.

        Raises:
            CalendarUnknownError: If the day lies outside the years covered.
        """
        first, last = self.years
        if not first <= day.year <= last:
            raise CalendarUnknownError(self.id, day, first, last)
        return day in self.holidays

    def is_working_day(self, day: date, /) -> bool:
        """
        Say whether a day is worked.

        Raises:
            CalendarUnknownError: If the day lies outside the years covered.

        Law:
            Reg. 1182/71 Art. 2(2): all days but holidays, Sundays and Saturdays.
        """
        return not self.is_holiday(day) and day.weekday() < SATURDAY

    def is_official(self, year: int) -> bool:
        """
        Say whether the list of a year was published, and not computed by us.
        """
        return year in self.official_years

    def knows_equated(self, year: int) -> bool:
        """
        Say whether it is known which days of a year national law equates with holidays.

        >>> from recruitprivacy.law import load_calendar
        >>> load_calendar("NL").knows_equated(2026), load_calendar("NL").knows_equated(2029)
        (True, False)
        """
        return self.equated_years is None or year in self.equated_years

    def with_equated(self) -> Calendar:
        """
        Count the days that national law equates with holidays as holidays.
        """
        return self._with_equated

    def without_doubted(self) -> Calendar:
        """
        Count the doubted days of the list as worked.
        """
        return self._without_doubted

    @cached_property
    def _with_equated(self) -> Calendar:
        return attrs.evolve(self, holidays={**self.holidays, **self.equated})

    @cached_property
    def _without_doubted(self) -> Calendar:
        kept = {day: key for day, key in self.holidays.items() if day not in self.doubted}
        return attrs.evolve(self, holidays=kept)
