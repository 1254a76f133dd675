"""
What the four notices leave to the law, answered by the packs.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.errors import PeriodError
from recruitprivacy.law import Law, Situation, answer_due, due, load
from recruitprivacy.policy import Policy
from recruitprivacy.vocabulary import Right
from recruitprivacy.wire import load_policy

ON = date(2026, 3, 2)
EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "policies"
NOTICE: Final = "notice"


@pytest.fixture(scope="module")
def allegis() -> Policy:
    """
    Give the declaration of Allegis.
    """
    return load_policy(EXAMPLES / "allegis" / "policy.toml")


@pytest.mark.row("CLUSTER-172", "CLUSTER-173", "ALLEGRO-061")
@pytest.mark.parametrize(
    ("known_at", "expires_at"),
    [
        ((2026, 3, 2, 9), "2026-03-05T10:00:00+01:00"),
        ((2026, 3, 27, 16), "2026-03-30T18:00:00+02:00"),
    ],
    ids=["a Monday", "over the change of the clock"],
)
def test_the_clock_of_a_breach_runs_from_the_report(
    known_at: tuple[int, int, int, int], expires_at: str
) -> None:
    """
    From the hour in which a breach is known there are 72 hours, weekends included.
    """
    book = load("NL")
    rule = book.rule("eu.deadline.breach", on=ON)
    answer = due(
        rule,
        datetime(*known_at, tzinfo=UTC),
        law=book,
        situation=Situation(establishment="NL"),
    )
    assert answer.expires_at.isoformat() == expires_at


@pytest.mark.row("CLUSTER-228")
@pytest.mark.parametrize(
    ("place", "on", "abbreviation"),
    [
        ("NL", ON, "AP"),
        ("SE", ON, "IMY"),
        ("SE", date(2020, 12, 31), "DI"),
        ("DE-BY", ON, "BayLDA"),
    ],
)
def test_each_place_has_its_authority(place: str, on: date, abbreviation: str) -> None:
    """
    The authority is that of the place, under the name it bore on the day.
    """
    authority = load("NL", "SE", "DE").authority(place, on=on)
    assert authority is not None
    assert authority.abbreviation == abbreviation


def in_force(book: Law, on: date) -> set[str]:
    """
    List the transfer instruments that hold on a day for a controller in the Netherlands.
    """
    found = book.rules("transfer_instrument", Situation(establishment="NL"), on=on)
    return {rule.id for rule in found.applies}


@pytest.mark.row("ALLEGIS-006", "ALLEGIS-121")
@pytest.mark.parametrize(
    ("on", "stands"),
    [
        (date(2016, 7, 11), False),
        (date(2016, 7, 12), True),
        (date(2020, 7, 15), True),
        (date(2020, 7, 16), False),
        (ON, False),
    ],
)
def test_the_shield_held_on_its_days_only(on: date, *, stands: bool) -> None:
    """
    The Privacy Shield carried transfers from 12 July 2016 to 15 July 2020.
    """
    assert ("eu.transfer.privacy_shield_eu_us" in in_force(load("NL"), on)) == stands


@pytest.mark.row("ALLEGIS-170")
@pytest.mark.parametrize(("residence", "age"), [("NL", 16), ("SE", 13), ("DE", 16)])
def test_from_what_age_one_consents_alone(residence: str, age: int) -> None:
    """
    The age is that of the country in which the young person lives.
    """
    found = load("NL", "SE", "DE").rules(
        "digital_consent_age", Situation(residence=residence), on=ON
    )
    assert [rule.value for rule in found.applies] == [age]


@pytest.mark.row("ALLEGIS-147")
def test_rights_differ_by_the_law_of_the_place() -> None:
    """
    Whoever was not hired may ask for the merits of the one who was, in Sweden and not next door.
    """
    book = load("NL", "SE")
    asked = {
        place: [
            rule.value
            for rule in book.rules(
                "applicant_rights", Situation(establishment=place, place_of_work=place), on=ON
            ).applies
        ]
        for place in ("SE", "NL")
    }
    assert ("merits_on_request" in asked["SE"], "merits_on_request" in asked["NL"]) == (
        True,
        False,
    )


@pytest.mark.row("ALLEGIS-166")
def test_what_a_person_reports_starts_the_clock(allegis: Policy) -> None:
    """
    The 72 hours can run from the hour in which a person told that their account is not safe.

    A report of which only the day is known starts no clock of hours.
    """
    book, here = load("NL"), Situation(establishment="NL")
    rule = book.rule("eu.deadline.breach", on=ON)
    reported = datetime(2026, 10, 23, 22, 15, tzinfo=UTC)
    answer = due(rule, reported, law=book, situation=here)
    assert ([str(who) for who in allegis.breach.reported_by], allegis.breach.at_once) == (
        ["data_subject"],
        True,
    )
    assert answer.expires_at.isoformat() == "2026-10-26T23:15:00+01:00"
    with pytest.raises(PeriodError, match="from an instant"):
        due(rule, reported.date(), law=book, situation=here)


def regimes(policy: Policy, residence: str, on: date) -> list[str]:
    """
    List under what a request for access is handled, as declared and as far as it stands.
    """
    book, access = load("NL", "SE"), policy.rights[Right.ACCESS]
    in_europe = any(pack.reaches(residence) for pack in book.packs if pack.members)
    if not ({residence} | ({"EEA"} if in_europe else set())) & set(access.person_in):
        return []
    found = book.rules("transfer_instrument", Situation(establishment="NL"), on=on)
    standing = {rule.value for rule in found.applies}
    return [str(each) for each in access.under if each.value in standing]


@pytest.mark.row("ALLEGIS-156")
@pytest.mark.parametrize(
    ("residence", "on", "under"),
    [
        ("NL", date(2020, 7, 15), ["privacy_shield_eu_us"]),
        ("NL", date(2020, 7, 16), []),
        ("SE", ON, []),
        ("US", date(2020, 7, 15), []),
    ],
)
def test_under_what_access_is_given(
    allegis: Policy, residence: str, on: date, under: list[str]
) -> None:
    """
    The Shield named for residents of Europe stood until 15 July 2020.

    The month of the Regulation runs on all days, and for whoever lives elsewhere as well.
    """
    answer = answer_due(on, law=load("NL"), situation=Situation(establishment="NL"))
    assert regimes(allegis, residence, on) == under
    assert str(answer.cites[0]) == "GDPR Art. 12(3)"


@pytest.mark.row("ALLEGIS-124")
@pytest.mark.parametrize(
    ("on", "order"),
    [
        (date(2016, 7, 11), [NOTICE]),
        (date(2016, 7, 12), ["privacy_shield_eu_us", NOTICE]),
        (date(2020, 7, 15), ["privacy_shield_eu_us", NOTICE]),
        (date(2020, 7, 16), [NOTICE]),
    ],
)
def test_what_prevails_over_the_notice(allegis: Policy, on: date, order: list[str]) -> None:
    """
    Where notice and Principles differ the Principles go first, on the days on which they stood.
    """
    clause = allegis.statements["shield_prevails"]
    found = load("NL").rules("transfer_instrument", Situation(establishment="NL"), on=on)
    standing = {rule.value for rule in found.applies}
    first = [str(each) for each in clause.under if each.value in standing]
    assert (clause.about, [*first, NOTICE]) == ("precedence_clause", order)
