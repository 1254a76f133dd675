"""
The rules of the Slovak pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

SK: Final = Home(place="SK", law=load("SK"))
ON: Final = date(2026, 7, 31)
ANSWERS: Final = [
    ("sk.limitation.general.oz-101", "2026-07-31", "P3Y"),
    ("sk.digital_consent_age.art8", "2018-05-25", 16),
    ("sk.national_id.rodne-cislo", "2018-05-25", "restricted"),
    ("sk.applicant_rights.zp-41", "2018-05-25", "restricted"),
    ("sk.marketing.electronic.natural_person.zek-116", "2022-02-01", "opt_in"),
    ("sk.gdpr_name.name", "2018-05-25", {"sk": "všeobecné nariadenie o ochrane údajov"}),
    (
        "sk.implementing_act.act",
        "2018-05-25",
        {"sk": "zákon č. 18/2018 Z. z. o ochrane osobných údajov"},
    ),
]


def test_what_it_says() -> None:
    """
    The Slovak pack says this, and nothing else.
    """
    assert SK.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert SK.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        SK.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "sk.limitation.general.oz-101",
        "sk.digital_consent_age.art8",
        "sk.national_id.rodne-cislo",
        "sk.applicant_rights.zp-41",
        "sk.marketing.electronic.natural_person.zek-116",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = SK.law.rule(rule_id, on=ON).topic
    here = SK.law.rules(topic, at_home("SK"), on=ON, event_on=ON)
    there = SK.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2026-08-03", "2029-08-03", id="a Friday"),
        pytest.param("2026-08-05", "2029-08-06", id="5 August 2029 is a Sunday"),
        pytest.param("2026-12-24", "2029-12-27", id="Christmas"),
    ],
)
def test_three_years_to_claim(event: str, last: str) -> None:
    """
    A claim lapses after three years, counted by § 122 of the Civil Code.
    """
    assert SK.last_day("sk.limitation.general.oz-101", event) == last
