"""
Reading the calendars that are shipped.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import attrs

from recruitprivacy.canonical import digest
from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import UnknownJurisdictionError
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.near import nearest

__all__ = ["calendars", "load_calendar"]

FOLDER: Final = Path(__file__).parent / "calendars"

Days = dict[date, str]


@attrs.frozen(kw_only=True)
class _File:
    """
    A calendar's file: one line of days a year, each with its key and, where regional, its regions.
    """

    jurisdiction: str
    made_with: str
    checked_on: date
    holidays: Mapping[str, str]
    equated: Mapping[str, str] = attrs.field(factory=dict)
    regional: Mapping[str, str] = attrs.field(factory=dict)
    official_years: tuple[int, ...] = attrs.field(default=(), converter=tuple)
    equated_years: tuple[int, ...] | None = attrs.field(
        default=None, converter=attrs.converters.optional(tuple)
    )
    equated_by: Mapping[str, str] = attrs.field(factory=dict)
    doubted: str = ""
    regions: str = ""
    all_regions: bool = False
    regional_listed: bool = False
    digest: str

    def calendar(self) -> Calendar:
        """
        Make the calendar of the whole country.
        """
        found = dict(_days(self.holidays))
        years = tuple(int(year) for year in self.holidays)
        return Calendar(
            id=self.jurisdiction,
            jurisdiction=self.jurisdiction,
            years=(min(years), max(years)),
            holidays=found,
            equated=dict(_days(self.equated)),
            equated_by=tuple(self._equates()),
            equated_years=self.equated_years,
            doubted=frozenset(map(date.fromisoformat, self.doubted.split())),
            official_years=self.official_years,
            regional=dict(self._regional()),
            regions=tuple(self.regions.split()),
            all_regions=self.all_regions,
            made_with=self.made_with,
            checked_on=self.checked_on,
            digest=self.digest,
        )

    def of_region(self, whole: Calendar, region: str) -> Calendar:
        """
        Make the calendar of a region: the country's, and what is off there alone.
        """
        own = dict(_days(self.regional, region))
        place = f"{whole.jurisdiction}-{region}"
        wider = attrs.evolve(whole, id=place, jurisdiction=place, regions=(), all_regions=False)
        if self.regional_listed:
            others = {day: having for day, having in whole.regional.items() if day not in own}
            return attrs.evolve(wider, holidays={**whole.holidays, **own}, regional=others)
        return attrs.evolve(wider, equated={**whole.equated, **own}, regional={})

    def _regional(self) -> Iterator[tuple[date, tuple[str, ...]]]:
        for year, line in self.regional.items():
            for entry in line.split(", "):
                day, _, *having = entry.split()
                yield _day(year, day), tuple(having)

    def _equates(self) -> Iterator[Citation]:
        if self.equated_by:
            act, at = self.equated_by["act"], self.equated_by["at"]
            yield Citation.parse(f"{act} {at}", {act: Act(key=act, title=act)})


@cache
def calendars() -> tuple[str, ...]:
    """
    List the calendars that are shipped, in alphabetical order.
    """
    return tuple(sorted(path.stem.upper() for path in FOLDER.glob("*.toml")))


@cache
def load_calendar(key: str) -> Calendar:
    """
    Read a calendar that is shipped with us: a country's, or with a region that of the region.

    The further days of a region are its equated ones: they count where national law counts, not
    under Reg. 1182/71, whose list is the country's. Where there is no such list they are holidays
    like the others: in the nations of the United Kingdom and the cantons of Switzerland. A region
    whose days off are not known to differ has its country's.

    Args:
        key: As in ``DE`` or ``DE-BY``.

    Raises:
        UnknownJurisdictionError: If none is shipped under that key, or there is no such region.

    >>> load_calendar("NL").holidays[date(2026, 4, 3)]
    'good_friday'
    >>> load_calendar("DE-BY").equated[date(2026, 1, 6)]
    'epiphany'
    >>> load_calendar("GB-SCT").is_working_day(date(2026, 4, 6))        # Easter Monday
    True
    """
    if key in calendars():
        return _file(key).calendar()
    country, _, region = key.partition("-")
    if country not in calendars():
        raise UnknownJurisdictionError(key, nearest(key.upper(), calendars()), shipped=calendars())
    whole = load_calendar(country)
    if region in whole.regions:
        return _file(country).of_region(whole, region)
    if whole.all_regions:
        places = tuple(f"{country}-{each}" for each in whole.regions)
        near = nearest(region.upper(), whole.regions)
        raise UnknownJurisdictionError(key, near and f"{country}-{near}", shipped=places)
    return whole


@cache
def _file(key: str) -> _File:
    raw = (FOLDER / f"{key.lower()}.toml").read_bytes()
    return _File(**tomllib.loads(raw.decode("utf-8")), digest=digest(raw))


def _days(lines: Mapping[str, str], region: str = "") -> Iterator[tuple[date, str]]:
    for year, line in lines.items():
        for entry in line.split(", "):
            day, key, *having = entry.split()
            if not region or region in having:
                yield _day(year, day), key


def _day(year: str, day: str) -> date:
    return date(int(year), int(day[:2]), int(day[3:]))
