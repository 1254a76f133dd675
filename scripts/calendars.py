"""
Write the calendars of src/recruitprivacy/law/calendars from the package ``holidays``.

Run it as ``python scripts/calendars.py``. What that package gets otherwise than the lists the
Member States send to the Commission is mended by the rows below, each with where it was read.
A name that stands in no row here stops the script, so that a new release is looked at first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from importlib.metadata import version as installed
from itertools import groupby
from pathlib import Path
from typing import Final

import attrs
import holidays

FIRST: Final = 2010
LAST: Final = 2035
YEARS: Final = range(FIRST, LAST + 1)
TARGET: Final = Path(__file__).parent.parent / "src" / "recruitprivacy" / "law" / "calendars"

# One day by several names, and days alike in kind, go under one key: a key is what is translated.
NAMES: Final = {
    "new_year": (
        "New Year's Day",
        "New Year Holiday",
        "Universal Fraternization Day",
        "Day of the Establishment of the Slovak Republic",
    ),
    "epiphany": ("Epiphany", "Epiphany (Three Kings' Day and Orthodox Christmas)"),
    "clean_monday": ("Green Monday",),
    "maundy_thursday": ("Maundy Thursday",),
    "good_friday": ("Good Friday",),
    "holy_saturday": ("Holy Saturday",),
    "easter_sunday": ("Easter Sunday", "Easter"),
    "easter_monday": ("Easter Monday",),
    "great_prayer_day": ("Great Prayer Day",),
    "kings_day": ("King's Day",),
    "queens_day": ("Queen's Day",),
    "may_day": (
        "May Day",
        "Labor Day",
        "Labor Day and International Workers' Solidarity Day",
        "International Workers' Day",
        "Worker's Day",
    ),
    "labour_day": (),
    "liberation_day": ("Liberation Day", "Freedom Day", "Victory Day"),
    "ascension_day": ("Ascension Day",),
    "national_day": (
        "National Day",
        "Cyprus National Day",
        "National Day of the Third of May",
        "State Foundation Day",
        "Statehood Day",
        "Day of Restoration of the State of Lithuania",
        "Republic of Latvia Proclamation Day",
        "Constitutional Assembly Convocation Day",
        "Canada Day",
        "Day of Portugal, Camões, and the Portuguese Communities",
        "Independent Czech State Restoration Day",
        "Independent Czechoslovak State Day",
        "Unification Day",
        "Unification of the Romanian Principalities Day",
        "Anniversary of the Unification of Italy",
        "National Unity Day",
    ),
    "unity_day": ("German Unity Day",),
    "independence_day": (
        "Independence Day",
        "Cyprus Independence Day",
        "Greek Independence Day",
        "Independence Restoration Day",
        "Independence and Unity Day",
        "National Independence Day",
        "Day of Restoration of Independence of Lithuania",
        "Restoration of Independence Day",
        "Proclamation of Declaration of Independence Day",
    ),
    "constitution_day": ("Constitution Day",),
    "republic_day": ("Republic Day", "Republic Proclamation Day"),
    "whit_sunday": ("Pentecost", "Whit Sunday"),
    "whit_monday": ("Pentecost Monday", "Whit Monday"),
    "corpus_christi": ("Corpus Christi",),
    "midsummer_eve": ("Midsummer Eve",),
    "midsummer_day": ("Midsummer Day", "Day of Dew and Saint John"),
    "assumption_day": (
        "Assumption Day",
        "Assumption Of Mary Day",
        "Feast of the Assumption",
        "Dormition of the Mother of God",
    ),
    "reformation_day": ("Reformation Day",),
    "all_saints_day": ("All Saints' Day",),
    "all_souls_day": ("All Souls' Day", "Day of Remembrance for the Dead"),
    "armistice_day": ("Armistice Day",),
    "thanksgiving_day": ("Thanksgiving Day",),
    "immaculate_conception": (
        "Immaculate Conception",
        "Feast of the Immaculate Conception",
    ),
    "christmas_eve": ("Christmas Eve",),
    "christmas_day": ("Christmas Day",),
    "second_christmas_day": (
        "Second Day of Christmas",
        "Day After Christmas",
        "Saint Stephen's Day",
        "Glorifying Mother of God",
    ),
    "boxing_day": ("Boxing Day",),
    "new_years_eve": ("New Year's Eve",),
    "saint_day": (
        "Candlemas",
        "Day of Our Lady of the Seven Sorrows",
        "Feast of Our Lady of Victories",
        "Feast of Saint Joseph",
        "Feast of Saint Paul's Shipwreck",
        "Feast of Saint Peter and Saint Paul",
        "Nativity of Mary",
        "Our Lady of Aparecida",
        "Saint Andrew's Day",
        "Saint Brigid's Day",
        "Saint Francis of Assisi, Patron Saint of Italy",
        "Saint George's Day, Day of the Bulgarian Army",
        "Saint John the Baptist",
        "Saint John the Baptist Day",
        "Saint Joseph's Day",
        "Saint Patrick's Day",
        "Saints Cyril and Methodius Day",
    ),
    "remembrance_day": (
        "Anti-Fascist Struggle Day",
        "Columbus Day",
        "Day of Uprising Against Occupation",
        "Day of Victory over Fascism",
        "Jan Hus Day",
        "Juneteenth National Independence Day",
        "Martin Luther King Jr. Day",
        "Memorial Day",
        "National Day of Zumbi and Black Awareness",
        "Ohi Day",
        "Remembrance Day",
        "Sette Giugno",
        "Slovak National Uprising Anniversary",
        "Struggle for Freedom and Democracy Day",
        "Struggle for Freedom and Democracy Day and International Students' Day",
        "Tiradentes' Day",
        "Veterans Day",
        "Victory and Homeland Thanksgiving Day and Croatian Veterans Day",
        "Washington's Birthday",
        "Cesar Chavez Day",
        "National Patriots' Day",
    ),
    "civic_day": (
        "Children's Day",
        "Day After Thanksgiving",
        "Day of Bulgarian Enlightenment and Culture and Slavonic Alphabet",
        "Day of Slavonic Alphabet, Bulgarian Enlightenment and Culture",
        "Diwali",
        "Europe Day",
        "Father's Day",
        "First Day of Summer",
        "Mother's Day",
        "Prešeren's Day, the Slovenian Cultural Holiday",
    ),
    "bank_holiday": (
        "August Bank Holiday",
        "Commerce Day",
        "June Bank Holiday",
        "Late Summer Bank Holiday",
        "May Bank Holiday",
        "October Bank Holiday",
        "Spring Bank Holiday",
        "Summer Bank Holiday",
    ),
    "decree_day": (
        "100th anniversary of the adoption of the Declaration of the Slovak Nation",
        "Coronation of Charles III",
        "Day of Remembrance and Recognition",
        "Day of the Latvian Ice Hockey Team's Bronze Medal Win at the 2023 IIHF World Championship",
        "Day of the Pastoral Visit of His Holiness Pope Francis to Latvia",
        "Diamond Jubilee of Elizabeth II",
        "National Day of Mourning",
        "National Independence Day - 100th anniversary",
        "Nationwide Latvian Song and Dance Celebration Final Day",
        "Platinum Jubilee of Elizabeth II",
        "Scotland's participation in the FIFA World Cup final",
        "Solidarity Day",
        "State Funeral of Queen Elizabeth II",
        "Wedding of William and Catherine",
        "Non-working day",
    ),
}
KEYS: Final = {name: key for key, names in NAMES.items() for name in names}
MOVED: Final = "Day off (substituted"
INSTEAD: Final = ("(observed)", "Monday following", "Day following")

LUSTRUM: Final = 5
FRIDAY: Final = 4
EVE_OF_VETERANS_DAY: Final = (11, 10)
BY_CHOICE: Final = ("Diwali", "Susan B. Anthony Day")
# Atw Art. 3(3): of 2017 to 2019 the decree of 24 October 2016 (wetten.overheid.nl, BWBR0038666);
# of 2023 to 2028 sterfgeval.nl, 4 October 2025, and a public repository that names both decrees.
# The decrees of other years were not found. 30 May 2025 stands in the OJ list, the others not.
DECREED: Final = (
    date(2017, 4, 28),
    date(2017, 5, 26),
    date(2018, 5, 11),
    date(2018, 12, 24),
    date(2018, 12, 31),
    date(2019, 5, 31),
    date(2019, 12, 27),
    date(2023, 4, 28),
    date(2023, 5, 19),
    date(2024, 5, 10),
    date(2024, 12, 27),
    date(2026, 1, 2),
    date(2026, 5, 15),
    date(2027, 5, 7),
    date(2028, 4, 28),
    date(2028, 5, 26),
)
DECREED_AND_LISTED: Final = date(2025, 5, 30)
DECREES_SEEN: Final = (2017, 2018, 2019, 2023, 2024, 2025, 2026, 2027, 2028)
# Moved working days are announced a year ahead; those up to this year are known.
ANNOUNCED: Final = tuple(range(FIRST, 2027))
# In the transcription of the OJ list of 2026, unlike those of other years.
LATVIAN_AND_LISTED: Final = (date(2026, 1, 2), date(2026, 6, 22))
# Not in the transcription of the OJ list of 2026, though `holidays` has it as a public holiday.
HUNGARIAN_AND_DOUBTED: Final = date(2026, 12, 24)

# OJ C/2024/7517 of 20.12.2024 and OJ C/2025/6771 of 22.12.2025, as transcribed in a public
# repository (github.com/bdamokos/eu-time-limit-calculator), compared on every day from Monday to
# Friday with `holidays` on 22 November 2026. They agree for these. Not taken as seen: Italy, Cyprus
# and Poland, where the transcription is wrong on its face; Slovakia, where it differs both ways;
# Belgium in 2026 (it has Monday 2 November, All Saints' being a Sunday).
LISTED: Final = (2025, 2026)
AGREE: Final = frozenset(
    [
        *("AT", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR"),
        *("HU", "IE", "LT", "LU", "LV", "MT", "NL", "PT", "RO", "SE", "SI"),
    ]
)
OFFICIAL: Final = {**dict.fromkeys(AGREE, LISTED), "BE": (2025,)}

ELSEWHERE: Final = ("BE", "CY", "IT", "PL", "SK", "IS", "LI", "NO", "US", "BR")
FRENCH: Final = ("57", "6AE", "971", "972", "973", "974", "976", *("BL", "MF", "NC", "PF", "WF"))
ALSATIAN: Final = ("67", "68")  # the two departments that 6AE joins

HEAD: Final = """\
# Written by scripts/calendars.py: change that script, not this file.
jurisdiction = "{place}"
made_with = "holidays {version}"
checked_on = 2026-11-22
"""


@attrs.frozen(kw_only=True)
class Made:
    """
    What a file says.
    """

    listed: Mapping[date, str]
    equated: Mapping[date, str] = {}
    doubted: Iterable[date] = ()
    equated_years: tuple[int, ...] | None = None
    equated_by: tuple[str, str] | None = None
    regions: Mapping[str, Mapping[date, str]] = {}
    all_regions: bool = False
    regional_listed: bool = False


def keyed(country: str, name: str, *, regional: bool = False) -> str:
    """
    Find our key for a name; that of a regional day may be unknown.
    """
    name = name.partition("; ")[0].removesuffix(" (estimated)")
    if any(mark in name for mark in INSTEAD):
        return "in_lieu"
    if name.startswith(MOVED):
        return "decree_day"
    if name == "Labor Day" and country in {"US", "CA"}:
        return "labour_day"
    return KEYS.get(name, "regional_day") if regional else KEYS[name]


def days(country: str, *categories: str, region: str | None = None) -> dict[date, str]:
    """
    Take the days of a country as ``holidays`` has them, under our keys.
    """
    found = holidays.country_holidays(
        country, subdiv=region, years=YEARS, categories=categories or ("public",), language="en_US"
    )
    regional = region is not None
    return {day: keyed(country, name, regional=regional) for day, name in sorted(found.items())}


def parts(country: str) -> tuple[str, ...]:
    """
    List the regions of a country; those with longer codes are cities.
    """
    known: tuple[str, ...] = getattr(holidays, country).subdivisions
    return tuple(region for region in known if len(region) in {2, 3})


def further(country: str, regions: Iterable[str]) -> dict[str, dict[date, str]]:
    """
    Take the days of regions that are not days of the whole country.
    """
    everywhere = days(country)
    return {
        region: {
            day: key for day, key in days(country, region=region).items() if day not in everywhere
        }
        for region in regions
    }


def plain(country: str) -> Made:
    """
    List the days of a country that needs no mending.
    """
    return Made(listed=days(country))


def regional(
    country: str, regions: Iterable[str], *, whole: bool = True, listed: bool = False
) -> Made:
    """
    List the days of a country and the further ones of its regions.
    """
    return Made(
        listed=days(country),
        regions=further(country, regions),
        all_regions=whole,
        regional_listed=listed,
    )


def france() -> Made:
    """
    List the French days, with those of departments and territories that have days of their own.
    """
    made = regional("FR", FRENCH, whole=False)
    alsace = dict.fromkeys(ALSATIAN, made.regions["6AE"])
    return attrs.evolve(made, regions={**made.regions, **alsace})


def moved(country: str, *kept: date, lieu: bool = False, doubted: Iterable[date] = ()) -> Made:
    """
    List the days, but those moved by decree, which the OJ lists leave out.

    Args:
        country: The country.
        kept: Moved days that stand in the lists all the same.
        lieu: Whether days in lieu of a holiday on a weekend are left out as well.
        doubted: Further days to be doubted.
    """
    found = days(country)
    aside = {day for day in found if _is_moved(country, day)}
    aside |= {day for day, key in found.items() if lieu and key == "in_lieu"}
    return Made(
        listed={day: key for day, key in found.items() if day not in aside or day in kept},
        equated={day: found[day] for day in sorted(aside.difference(kept))},
        equated_years=ANNOUNCED,
        doubted=(*kept, *doubted),
    )


@cache
def _names(country: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country, years=YEARS, language="en_US")


def _is_moved(country: str, day: date) -> bool:
    name: str = _names(country)[day]
    return name.startswith((MOVED, "Non-working day"))


def netherlands() -> Made:
    """
    List the Dutch days: 5 May stands in the list every year, and so does Good Friday.
    """
    fifths = {date(year, 5, 5): "liberation_day" for year in YEARS}
    listed = {**fifths, **days("NL"), DECREED_AND_LISTED: "decree_day"}
    doubted = (
        *(day for day, key in listed.items() if key == "good_friday"),
        *(day for day, key in listed.items() if key == "liberation_day" and day.year % LUSTRUM),
        DECREED_AND_LISTED,
    )
    return Made(
        listed=listed,
        equated=dict.fromkeys(DECREED, "decree_day"),
        equated_by=("Atw", "Art. 3(3)"),
        equated_years=DECREES_SEEN,
        doubted=doubted,
    )


def sweden() -> Made:
    """
    List the Swedish days: the three eves count for Swedish statutory periods only, every year.
    """
    eves = days("SE", "de_facto")
    return Made(listed=days("SE"), equated=eves, equated_by=("Lag (1930:173)", "§ 2"))


def austria() -> Made:
    """
    List the Austrian days: Good Friday moves the end of Austrian periods, and is no public holiday.
    """
    fridays = {day: key for day, key in days("SE").items() if key == "good_friday"}
    return Made(listed=days("AT"), equated=fridays, equated_by=("EuFrÜb", "Art. 5"))


def california() -> Made:
    """
    List the Californian days, without those that are off for some only.

    A holiday on a Saturday is kept on the Friday in Veterans Day's case alone (Cal. Gov. Code
    § 6701, law.onecle.com); the other Fridays are federal. The named days are observed by choice.
    """
    found = days("US", region="CA")
    names = holidays.country_holidays("US", subdiv="CA", years=YEARS, language="en_US")
    aside = {
        day: key
        for day, key in found.items()
        if names[day] in BY_CHOICE or (key == "in_lieu" and _is_federal_friday(day))
    }
    listed = {day: key for day, key in found.items() if day not in aside}
    return Made(listed=listed, equated=aside)


def _is_federal_friday(day: date) -> bool:
    return day.weekday() == FRIDAY and (day.month, day.day) != EVE_OF_VETERANS_DAY


def part(country: str, region: str) -> Made:
    """
    List all the days of one region as a calendar of its own.
    """
    return Made(listed=days(country, region=region))


CALENDARS: Final[Mapping[str, Callable[[], Made]]] = {
    **{country: partial(plain, country) for country in (*sorted(AGREE), *ELSEWHERE)},
    "AT": austria,
    "BG": partial(moved, "BG", lieu=True),
    "CA-QC": partial(part, "CA", "QC"),
    "CH": partial(regional, "CH", parts("CH"), listed=True),
    "DE": partial(regional, "DE", parts("DE")),
    "ES": partial(regional, "ES", parts("ES")),
    "FI": partial(regional, "FI", ("01",), whole=False),
    "FR": france,
    "GB": partial(regional, "GB", parts("GB"), listed=True),
    "HU": partial(moved, "HU", doubted=(HUNGARIAN_AND_DOUBTED,)),
    "IT": partial(regional, "IT", ("BZ",), whole=False),
    "LV": partial(moved, "LV", *LATVIAN_AND_LISTED),
    "NL": netherlands,
    "PT": partial(regional, "PT", ("20", "30"), whole=False),
    "SE": sweden,
    "US-CA": california,
}


def table(title: str, found: Mapping[date, str]) -> Iterator[str]:
    """
    Write one table of days, a line a year.
    """
    if found:
        yield f"\n[{title}]"
    for year, several in groupby(sorted(found), key=lambda day: day.year):
        yield f"{year} = '{', '.join(f'{day:%m-%d} {found[day]}' for day in several)}'"


def by_region(regions: Mapping[str, Mapping[date, str]]) -> dict[date, str]:
    """
    Name after each day the regions that have it: ``epiphany BW BY ST``.
    """
    found: defaultdict[tuple[date, str], list[str]] = defaultdict(list)
    for region, theirs in sorted(regions.items()):
        for day, key in theirs.items():
            found[day, key].append(region)
    texts: defaultdict[date, list[str]] = defaultdict(list)
    for (day, key), having in sorted(found.items()):
        texts[day].append(f"{key} {' '.join(having)}")
    # Two names of one day in different regions become two entries of the day.
    return {day: f", {day:%m-%d} ".join(several) for day, several in texts.items()}


def head(place: str, made: Made) -> Iterator[str]:
    """
    Write what a file says of itself.
    """
    yield HEAD.format(place=place, version=installed("holidays")).rstrip()
    if official := OFFICIAL.get(place):
        yield f"official_years = {list(official)}"
    if made.equated_by:
        act, at = made.equated_by
        yield f'equated_by = {{ act = "{act}", at = "{at}" }}'
    if made.equated_years:
        yield f"equated_years = {list(made.equated_years)}"
    if made.doubted:
        yield f"doubted = '{' '.join(day.isoformat() for day in sorted(made.doubted))}'"
    if made.regions:
        yield f"regions = '{' '.join(sorted(made.regions))}'"
        yield f"all_regions = {str(made.all_regions).lower()}"
        yield f"regional_listed = {str(made.regional_listed).lower()}"


def text(place: str, made: Made) -> str:
    """
    Write one calendar.
    """
    lines = (
        *head(place, made),
        *table("holidays", made.listed),
        *table("equated", made.equated),
        *table("regional", by_region(made.regions)),
    )
    return "\n".join((*lines, ""))


def main() -> None:
    """
    Write them all.
    """
    for place, make in CALENDARS.items():
        path = TARGET / f"{place.lower()}.toml"
        path.write_text(text(place, make()), encoding="utf-8")


if __name__ == "__main__":
    main()
