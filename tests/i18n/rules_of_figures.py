"""
What a figure, a length, a day or a place of a message may not become in another language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from babel.dates import get_month_names

from tests.i18n.said import PLACE, Facts, Said, pattern

MONTHS: Final = dict(enumerate(get_month_names("wide", locale="en").values(), 1))
DATED: Final = "|".join(MONTHS.values())
ONES: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
TENS: Final = {"fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30}
NUMBERS: Final = {word: n for n, word in enumerate(ONES, 1)} | TENS
UNITS: Final = ("year", "month", "week", "day", "hour")
NUMERIC: Final = re.compile(r"\b\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b|\b[^\W\d]+ \d{1,2}, \d{4}\b")
POINT: Final = re.compile(r"\d\.\d(?!\d\d\b)")
THOUSANDS: Final = re.compile(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}\b)")


def places_differ(facts: Facts, said: Said) -> bool:
    """
    A place is lost, renamed, doubled, or read in another frame.
    """
    del facts
    ours, theirs = (
        Counter(re.sub(r":(capital|or|cell)\}$", "}", each) for each in PLACE.findall(text))
        for text in (said.english, said.text)
    )
    return ours != theirs


def numbers_differ(facts: Facts, said: Said) -> bool:
    """
    A figure of the English is lost, or one is new: a day, a length, an article.
    """
    del facts
    ours, theirs = (
        Counter(re.findall(r"\d+", THOUSANDS.sub("", text))) for text in (said.asked, said.answer)
    )
    return bool(ours - theirs) or not set(theirs) <= set(ours)


def lengths_of(text: str, words: Mapping[str, str], units: Iterable[str]) -> set[tuple[int, int]]:
    """
    Read the lengths of time in a text: how many, and the place of the unit among the units.
    """
    counts = {n: rf"(?:{n}|{words[word]})" for word, n in NUMBERS.items() if word in words}
    return {
        (n, place)
        for n, said in counts.items()
        for place, unit in enumerate(units)
        if pattern(rf"(?<![\w-]){said}(?:\s|(?<=’))(?:[^\W\d]+\s)?(?:{unit})\b").search(text)
    }


def lengths_differ(facts: Facts, said: Said) -> bool:
    """
    A length of time is another, or has another unit: thirty days are not a month.
    """
    if "lengths" not in facts:
        return False
    counts, units = facts["lengths"]["counts"], facts["lengths"]["units"]
    english = {word: word for word in NUMBERS}
    ours = lengths_of(said.asked, english | {"one": "one|an?"}, [f"{unit}s?" for unit in UNITS])
    theirs = lengths_of(said.answer, counts, units)
    bare = {n for word, n in NUMBERS.items() if pattern(rf"\b{word}\b").search(said.asked)}
    bare -= {n for n, _ in ours}
    new = {each for each in theirs - ours if each[0] > 1 and each[0] not in bare}
    return bool(new) or not ours - {(1, UNITS.index("day"))} <= theirs


def unit_differs(facts: Facts, said: Said) -> bool:
    """
    A length that takes its count is said in another unit, or of one as of several.
    """
    found = re.fullmatch(r"period\.\w+\.(\w+)", said.code)
    if not found or found[1] not in facts["units"]:
        return False
    several = said.english.endswith("s") or "s " in said.english
    tables = [facts["units"], *(facts[each] for each in facts.get("cases", {}).values())]
    forms = {table[found[1]][several] for table in tables if found[1] in table}
    return not any(re.search(rf"\b{form}\b", said.text) for form in forms)


def months_differ(facts: Facts, said: Said) -> bool:
    """
    A month of a date is another.
    """
    asked = set(re.findall(rf"\b(?:\d+ )({DATED})\b|\b({DATED}) \d{{4}}", said.asked))
    ours = {each for found in asked for each in found if each}
    names = get_month_names("wide", locale=facts["language"])
    theirs = {
        MONTHS[n]
        for n, name in names.items()
        if re.search(rf"\d(?:er|\.)?[\s\u00a0]{name}\b|\b{name} \d{{4}}", said.answer)
    }
    return ours != theirs


def dated_by_numbers(facts: Facts, said: Said) -> bool:
    """
    A day is written in numbers, or in the American order.
    """
    del facts
    return NUMERIC.search(said.answer) is not None and not NUMERIC.search(said.asked)


def point_for_comma(facts: Facts, said: Said) -> bool:
    """
    A decimal number has the English point; a provision may have one.
    """
    return POINT.search(re.sub(facts.get("provision", "$^"), "", said.answer)) is not None
