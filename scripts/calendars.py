"""
Write the calendars of src/recruitprivacy/law/calendars from the package ``holidays``.

Run it as ``python scripts/calendars.py``. What that package gets otherwise than the lists the
Member States send to the Commission is mended by the rows below, each with where it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from importlib.metadata import version as installed
from pathlib import Path
from typing import Final

import holidays

FIRST: Final = 2010
LAST: Final = 2035
TARGET: Final = Path(__file__).parent.parent / "src" / "recruitprivacy" / "law" / "calendars"

KEYS: Final = {
    "New Year's Day": "new_year",
    "Epiphany": "epiphany",
    "Good Friday": "good_friday",
    "Easter Sunday": "easter_sunday",
    "Easter Monday": "easter_monday",
    "King's Day": "kings_day",
    "Queen's Day": "queens_day",
    "May Day": "may_day",
    "Liberation Day": "liberation_day",
    "Ascension Day": "ascension_day",
    "National Day": "national_day",
    "Pentecost": "whit_sunday",
    "Whit Sunday": "whit_sunday",
    "Pentecost Monday": "whit_monday",
    "Whit Monday": "whit_monday",
    "Midsummer Eve": "midsummer_eve",
    "Midsummer Day": "midsummer_day",
    "All Saints' Day": "all_saints_day",
    "Christmas Eve": "christmas_eve",
    "Christmas Day": "christmas_day",
    "Second Day of Christmas": "second_christmas_day",
    "New Year's Eve": "new_years_eve",
}

LUSTRUM: Final = 5
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

EQUATED_BY: Final = {"NL": ("Atw", "Art. 3(3)"), "SE": ("Lag (1930:173)", "§ 2")}

HEAD: Final = """\
# Written by scripts/calendars.py: change that script, not this file.
jurisdiction = "{code}"
made_with = "holidays {version}"
checked_on = 2026-11-22
equated_by = {{ act = "{act}", at = "{at}" }}
equated_years = {equated_years}
official_years = [2025, 2026]  # OJ C/2024/7517 of 20.12.2024, OJ C/2025/6771 of 22.12.2025
"""

Days = tuple[dict[date, str], dict[date, str], list[date], list[int]]


def days(code: str, *categories: str) -> dict[date, str]:
    """
    Take the days of a country as ``holidays`` has them, under our keys.
    """
    years = range(FIRST, LAST + 1)
    found = holidays.country_holidays(code, years=years, categories=categories, language="en_US")
    return {
        day: KEYS[name] for day, names in sorted(found.items()) for name in names.split("; ")[:1]
    }


def netherlands() -> Days:
    """
    List the Dutch days: 5 May stands in the list every year, and so does Good Friday.
    """
    listed = days("NL", "public")
    fifths = {date(year, 5, 5): "liberation_day" for year in range(FIRST, LAST + 1)}
    listed = {**fifths, **listed, DECREED_AND_LISTED: "decree_day"}
    doubted = [
        *(day for day, key in listed.items() if key == "good_friday"),
        *(day for day, key in listed.items() if key == "liberation_day" and day.year % LUSTRUM),
        DECREED_AND_LISTED,
    ]
    return listed, dict.fromkeys(DECREED, "decree_day"), doubted, list(DECREES_SEEN)


def sweden() -> Days:
    """
    List the Swedish days: the three eves count for Swedish statutory periods only, every year.
    """
    return days("SE", "public"), days("SE", "de_facto"), [], list(range(FIRST, LAST + 1))


def table(title: str, found: dict[date, str]) -> Iterable[str]:
    """
    Write one table, a day a line.
    """
    return (f"\n[{title}]\n", *(f'{day} = "{key}"\n' for day, key in sorted(found.items())))


def write(code: str, make: Callable[[], Days]) -> None:
    """
    Write one calendar.
    """
    listed, equated, doubted, years = make()
    act, at = EQUATED_BY[code]
    known = installed("holidays")
    head = HEAD.format(code=code, version=known, act=act, at=at, equated_years=years)
    lines = "".join(f"  {day},\n" for day in sorted(doubted))
    doubts = f"doubted = [\n{lines}]\n" if lines else "doubted = []\n"
    text = head + doubts + "".join((*table("holidays", listed), *table("equated", equated)))
    (TARGET / f"{code.lower()}.toml").write_text(text, encoding="utf-8")


def main() -> None:
    """
    Write them all.
    """
    write("NL", netherlands)
    write("SE", sweden)


if __name__ == "__main__":
    main()
