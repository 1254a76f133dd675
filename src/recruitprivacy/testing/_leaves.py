"""
Single values: text, days, periods, provisions, phrases.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from recruitprivacy.citations import Act, Citation, Unit
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Phrase, Value, Words
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import PartialDate, Third

ACTS: Final = tuple(
    Act(key=key, title=title)
    for key, title in (
        ("GDPR", "Regulation (EU) 2016/679"),
        ("Reg. 1182/71", "Regulation (EEC, Euratom) No 1182/71"),
        ("AGG", "Allgemeines Gleichbehandlungsgesetz"),
        ("C-311/18", "Judgment in Case C-311/18"),
    )
)
LANGUAGES: Final = ("en", "nl", "sv", "nl-BE", "nl-x-je", "sv-FI", "de", "pl")
COUNTRIES: Final = ("BE", "DE", "FI", "NL", "SE", "US")
ODD_DAYS: Final = (date(1970, 1, 1), date(9999, 12, 31), date(2024, 2, 29))

COUNTS: Final = st.integers(1, 999).map(str)
FEW: Final = st.integers(0, 60)
TEXTS: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
IDS: Final = st.text(string.ascii_lowercase + string.digits + "_-.:", min_size=1, max_size=6)
DAYS: Final = st.dates(date(1950, 1, 1), date(2100, 12, 31)) | st.sampled_from(ODD_DAYS)
OFFSETS: Final = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timedelta(minutes=minutes))
INSTANTS: Final = st.datetimes(
    datetime(1950, 1, 1),  # noqa: DTZ001 - the offset is drawn beside it
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=OFFSETS.map(timezone),
)

CALENDAR_PERIODS: Final = (
    st.tuples(FEW, FEW, FEW, FEW)
    .filter(any)
    .map(lambda counts: Period(years=counts[0], months=counts[1], weeks=counts[2], days=counts[3]))
)
MONTH_DAYS: Final = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(
    lambda day: MonthDay(month=day.month, day=day.day)
)
WORKING_PERIODS: Final = st.builds(Period, working_days=st.integers(1, 60))
HOUR_PERIODS: Final = st.builds(Period, hours=st.integers(1, 9999))
DAY_PERIODS: Final = CALENDAR_PERIODS | WORKING_PERIODS
PERIODS: Final = DAY_PERIODS | HOUR_PERIODS

NUMBERS: Final = st.builds("{}{}".format, COUNTS, st.sampled_from(("", "a", "bis"))) | st.builds(
    "{}{}{}".format, COUNTS, st.sampled_from(":.-"), COUNTS
)
POINTS: Final = st.lists(st.from_regex(r"[0-9]{1,2}|[a-z]{1,3}", fullmatch=True), max_size=3)
MAYBE_COUNTS: Final = st.just("") | COUNTS
CITATIONS: Final = st.builds(
    Citation,
    act=st.sampled_from(ACTS).map(lambda act: act.key),
    unit=st.sampled_from([unit for unit in Unit if unit]),
    number=NUMBERS,
    points=POINTS.map(tuple),
    chapter=MAYBE_COUNTS,
    subparagraph=MAYBE_COUNTS,
    sentence=MAYBE_COUNTS,
) | st.sampled_from(ACTS).map(lambda act: Citation(act=act.key))

PARTIAL_DATES: Final = st.dates(date(1990, 1, 1), date(2100, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        (
            PartialDate(day.year),
            PartialDate(day.year, day.month),
            PartialDate(day.year, day.month, day.day),
            *(PartialDate(day.year, third=third) for third in Third),
            *(PartialDate(day.year, day.month, third=third) for third in Third),
        )
    )
)
MESSAGES: Final = st.builds(Message, IDS, TEXTS, TEXTS)
WORDS: Final = st.dictionaries(st.sampled_from(LANGUAGES), TEXTS, max_size=2).map(Words)


def _phrases(values: SearchStrategy[Value]) -> SearchStrategy[Phrase]:
    filled = st.dictionaries(IDS, values, max_size=2).map(FrozenMap)
    return st.builds(Phrase, MESSAGES, filled)


PLAIN_VALUES: Final[SearchStrategy[Value]] = st.one_of(
    TEXTS, st.integers(-(2**53) + 1, 2**53 - 1), DAYS, INSTANTS, PERIODS, CITATIONS, MESSAGES, WORDS
)
VALUES: Final[SearchStrategy[Value]] = st.recursive(
    PLAIN_VALUES,
    lambda inner: _phrases(inner) | st.lists(inner, max_size=2).map(tuple),
    max_leaves=4,
)
PHRASES: Final = _phrases(VALUES)

LEAVES: Final[Mapping[Any, SearchStrategy[Any]]] = MappingProxyType(
    {
        Act: st.sampled_from(ACTS),
        str: TEXTS,
        int: st.integers(-(2**31), 2**31),
        bool: st.booleans(),
        date: DAYS,
        datetime: INSTANTS,
        Period: PERIODS,
        MonthDay: MONTH_DAYS,
        Citation: CITATIONS,
        PartialDate: PARTIAL_DATES,
        Message: MESSAGES,
        Phrase: PHRASES,
        Words: WORDS,
        type(None): st.none(),
    }
)
