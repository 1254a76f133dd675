"""
Periods that run from the end of a year, and what goes at once, through the engine.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import CALENDAR_YEAR, Recruitment, Situation, load
from recruitprivacy.periods import MonthDay
from recruitprivacy.policy import Controller
from recruitprivacy.retention import On, Open, Status
from recruitprivacy.retention._responsible import situation_of
from tests.law.packs.keeping import SILENT, Kept

HALF_YEAR: Final = MonthDay(month=6, day=30)
REJECTED: Final = date(2026, 3, 2)
DAY: Final = timedelta(days=1)


def tied(place: str, year: MonthDay = CALENDAR_YEAR) -> Situation:
    """
    Tie an agency to one country in every way, with the end of its financial year.
    """
    return Situation(
        establishment=place,
        formal_employer=place,
        place_of_work=place,
        recruitment=Recruitment.AGENCY,
        financial_year_ends=year,
    )


@pytest.mark.parametrize(
    ("place", "year", "ended", "erasable"),
    [
        ("GB", CALENDAR_YEAR, date(2026, 4, 5), date(2029, 4, 6)),
        ("GB", CALENDAR_YEAR, date(2026, 4, 6), date(2030, 4, 6)),
        ("GB", HALF_YEAR, date(2026, 4, 6), date(2030, 4, 6)),
        ("NL", CALENDAR_YEAR, date(2026, 6, 30), date(2034, 1, 1)),
        ("NL", HALF_YEAR, date(2026, 6, 30), date(2033, 7, 1)),
        ("NL", HALF_YEAR, date(2026, 7, 1), date(2034, 7, 1)),
        ("SE", CALENDAR_YEAR, date(2026, 7, 1), date(2034, 1, 1)),
        ("SE", HALF_YEAR, date(2026, 6, 30), date(2034, 1, 1)),
        ("SE", HALF_YEAR, date(2026, 7, 1), date(2035, 1, 1)),
        ("DE", HALF_YEAR, date(2026, 7, 1), date(2035, 1, 1)),
    ],
)
def test_whose_year_it_is(place: str, year: MonthDay, ended: date, erasable: date) -> None:
    """
    The British tax year ends on 5 April, and the year of the Dutch books with the firm's.

    The Swedish ends with the calendar year in which that ended, the German with the calendar's.
    """
    kept = Kept(role="placed_candidate", category="payroll_data", situation=tied(place, year))
    found = kept.on(ended, ("employment.ended", ended), law=load(place))
    assert found.may_erase_from == On(day=erasable)


AT_ONCE: Final = {
    "CH practice": ("CH", "ch.retention.unsuccessful.return", "candidate", "cv"),
    "CH agency": ("CH", "", "temporary_worker", "cv"),
    "LU": ("LU", "", "candidate", "criminal_convictions"),
    "PL authority": ("PL", "pl.retention.unsuccessful.uodo-at-once", "candidate", "cv"),
}
STARTS: Final = {"CH agency": "employment.ended", "PL authority": "procedure.closed"}


@pytest.mark.parametrize("name", AT_ONCE)
def test_what_goes_at_once(name: str) -> None:
    """
    Where the law erases at once, the day of the event is the last; the day after is too late.
    """
    place, adopted, role, category = AT_ONCE[name]
    kept = Kept(
        role=role,
        category=category,
        situation=tied(place),
        adopted=(adopted,) if adopted else (),
        outcome="rejected",
    )
    event = (STARTS.get(name, "candidate.rejected"), REJECTED)
    found = [kept.on(day, event, law=load(place)) for day in (REJECTED, REJECTED + DAY)]
    assert [(each.must_be_gone_by, each.status is Status.OVERDUE) for each in found] == [
        (On(day=REJECTED), False),
        (On(day=REJECTED), True),
    ]


@pytest.mark.parametrize(
    "kept",
    [
        Kept(role="client", category="criminal_convictions", situation=tied("LU")),
        Kept(role="candidate", category="cv", situation=tied("LU")),
        Kept(role="candidate", category="criminal_convictions", situation=tied("DE")),
    ],
    ids=["another role", "another category", "work elsewhere"],
)
def test_what_does_not_go_at_once(kept: Kept) -> None:
    """
    A rule of Luxembourg on criminal records of candidates commands nothing of others.
    """
    rejected = attrs.evolve(kept, outcome="rejected")
    law = load("DE", "LU")
    found = rejected.on(REJECTED, ("candidate.rejected", REJECTED), law=law)
    assert isinstance(found.must_be_gone_by, Open)


@pytest.mark.parametrize("year", [CALENDAR_YEAR, HALF_YEAR], ids=str)
def test_a_firm_says_when_its_year_ends(year: MonthDay) -> None:
    """
    What a policy says of a controller's financial year is what its books are kept by.
    """
    firm = Controller(name="Books BV", country="NL", financial_year_ends=year)
    policy = attrs.evolve(SILENT, controllers=FrozenMap({"silent": firm}))
    assert situation_of(policy, "silent") == Situation(establishment="NL", financial_year_ends=year)


def test_of_an_unknown_firm_the_year_is_the_calendars() -> None:
    """
    Where nobody knows which firm answers, the calendar year is taken.
    """
    assert situation_of(SILENT, "") == Situation()
