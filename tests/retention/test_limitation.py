"""
Times within which a claim can be brought: they justify, and decide nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.i18n import say
from recruitprivacy.law import Law, Situation, load
from recruitprivacy.retention import Disposal, On
from recruitprivacy.timeline import AnyEvent
from tests.retention.house import of
from tests.timeline.making import happened, opened

BOOK: Final = load("NL", "SE", "DE", "GB", "BG")
DAY: Final = date(2026, 3, 2)


def everywhere(country: str) -> Situation:
    """
    Tie everything to one country.
    """
    return Situation(
        establishment=country, place_of_work=country, formal_employer=country, residence=country
    )


def rejected(
    country: str,
    *more: AnyEvent,
    day: date = DAY,
    role: str = "candidate",
    situation: Situation | None = None,
    law: Law = BOOK,
) -> Disposal:
    """
    Let somebody be rejected under the law of a country, and decide on that day.
    """
    told = happened("no", "candidate.rejected", day, record="profile", role=role)
    events = [opened("profile", date(2026, 1, 5), role=role), told, *more]
    where = everywhere(country) if situation is None else situation
    return of(events, max(day, DAY), what="profile.name", law=law, situation=where)


@pytest.mark.parametrize(
    ("country", "rule", "last"),
    [
        ("SE", "se.limitation.equal_treatment.outer-2y", date(2028, 3, 2)),
        ("DE", "de.limitation.equal_treatment.claim-2m", date(2026, 5, 4)),
        ("NL", "nl.limitation.equal_treatment.tort-20y", date(2046, 3, 2)),
    ],
)
def test_the_last_day_rolls_as_the_place_rolls_it(country: str, rule: str, last: date) -> None:
    """
    The last day of a claim runs on to a working day where the law there says so.
    """
    found = rejected(country).limitations
    assert [(each.rule, each.last_day) for each in found] == [(rule, last)]


def test_it_decides_nothing() -> None:
    """
    With the claim and without it the three days are the same.
    """
    with_it, without = rejected("SE"), rejected("SE", situation=Situation(establishment="SE"))
    assert (len(with_it.limitations), len(without.limitations)) == (1, 0)
    assert with_it.must_be_gone_by == without.must_be_gone_by == On(day=date(2028, 1, 5))
    assert with_it.may_erase_from == without.may_erase_from


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        (date(2026, 9, 30), {"gb.limitation.equal_treatment.tribunal"}),
        (date(2010, 9, 30), set()),
    ],
)
def test_the_day_of_the_event_chooses_where_the_law_says_so(day: date, rules: set[str]) -> None:
    """
    A rule chosen by its event counts for events within its days alone.
    """
    assert {each.rule for each in rejected("GB", day=day).limitations} == rules


def test_it_is_about_people_in_its_role() -> None:
    """
    What an applicant can claim a client cannot.
    """
    assert rejected("SE", role="client").limitations == ()


def test_what_cannot_be_counted_is_told_without_a_day() -> None:
    """
    Where nobody knows how a law counts, the claim is named and its last day is not.
    """
    (claim,) = rejected("BG").limitations
    assert claim.last_day is None
    assert claim.says.message.code == "retention.line.limitation_uncounted"


def test_the_answer_says_until_when_and_why_it_matters() -> None:
    """
    The line names the last day and the provision, and says that it obliges to nothing.
    """
    found = rejected("SE")
    line = say(found.limitations[0].says, "en", acts=BOOK.acts)
    assert "2 March 2028" in line
    assert line in found.explain("en")


def test_without_a_rejection_there_is_no_claim() -> None:
    """
    A time that has not begun is not shown.
    """
    profile = opened("profile", date(2026, 1, 5))
    found = of([profile], DAY, law=BOOK, situation=everywhere("SE"))
    assert found.limitations == ()
