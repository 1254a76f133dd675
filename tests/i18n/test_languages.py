"""
Facts about how each language says values: days, countries, lists, lengths of time, provisions.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from recruitprivacy import i18n
from recruitprivacy.citations import Act, Citation
from recruitprivacy.i18n import Frame, about, languages
from recruitprivacy.periods import MonthDay, Period
from tests.i18n.spoken import FACTS, lengths, table

LONG: Final = Period(years=1, months=6)
ACTS: Final = {
    act.key: act
    for act in (
        Act(key="GDPR", title="Regulation (EU) 2016/679"),
        Act(key="AGG", title="Allgemeines Gleichbehandlungsgesetz"),
        Act(
            key="DL",
            title="Diskrimineringslag",
            titles=(("en", "Swedish Discrimination Act"), ("sv", "diskrimineringslagen")),
        ),
        Act(key="EDPB 01/2022", title="Guidelines"),
        Act(
            key="Reg. 1182/71",
            title="Regulation",
            titles=(
                ("de", "Verordnung (EWG, Euratom) Nr. 1182/71"),
                ("fr", "règlement (CEE, Euratom) nº 1182/71"),
                ("nl", "Verordening nr. 1182/71"),
                ("sv", "förordning nr 1182/71"),
            ),
        ),
        Act(key="C-311/18", title="Schrems II"),
        Act(key="SI 2003/3319", title="Conduct Regulations"),
        Act(key="VATA 1994", title="Value Added Tax Act"),
    )
}
CITES: Final = table("cites")
"""The language, a provision as we write it, and as its lawyers do."""


def test_every_catalog_that_says_everything_is_looked_at() -> None:
    """
    A language is not shipped without a file of what is true of it.
    """
    assert set(FACTS) == {tag for tag in languages() if not about(tag).inherits}


@pytest.mark.parametrize("tag", FACTS)
def test_values_read_as_the_language_writes_them(tag: str) -> None:
    """
    A day has its month as a word, an instant its offset, a list its own word for *and*.
    """
    instant = datetime(2026, 3, 29, 3, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert FACTS[tag]["says"] == {
        "day": i18n.date(date(2026, 3, 5), tag),
        "month": i18n.month(2026, 3, tag),
        "month_day": i18n.month_day(MonthDay(month=4, day=5), tag),
        "instant": i18n.datetime(instant, tag),
        "country": i18n.country("NL", tag),
        "list": i18n.say(("Art. 6", "Art. 9", "Art. 15"), tag),
        "for_two_units": i18n.period(LONG, tag, Frame.FOR),
        "after_two_units": i18n.period(LONG, tag, Frame.AFTER),
    }


@pytest.mark.parametrize(("tag", "frame", "unit", "n", "expected"), lengths())
def test_a_length_takes_the_form_of_its_frame(
    tag: str, frame: str, unit: str, n: int, expected: str
) -> None:
    """
    Each frame, unit and count has its own words in each language.
    """
    assert i18n.period(Period(**{unit: n}), tag, Frame(frame)) == expected


@pytest.mark.parametrize(
    ("tag", "written", "expected"), CITES, ids=[" ".join(r[:2]) for r in CITES]
)
def test_a_provision_is_written_as_lawyers_do(tag: str, written: str, expected: str) -> None:
    """
    Each language has its own order, its own names of the parts and its own title of the act.
    """
    assert i18n.citation(Citation.parse(written, ACTS), tag, acts=ACTS) == expected
