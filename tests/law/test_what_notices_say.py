"""
What the four notices leave to the law, answered by the packs.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from recruitprivacy.law import Law, Situation, due, load

ON = date(2026, 3, 2)


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
