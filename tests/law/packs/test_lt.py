"""
The rules of the Lithuanian pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

LT: Final = Home(place="LT", law=load("LT"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("lt.digital_consent_age.art8", "2018-07-16", 14),
    ("lt.national_id.adtai-3", "2018-07-16", "allowed_with_safeguards"),
    ("lt.criminal_data.adtai-5", "2018-07-16", "prohibited_unless"),
    ("lt.applicant_rights.references", "2018-07-16", "consent_required"),
    ("lt.gdpr_name.name", "2018-05-25", {"lt": "Bendrasis duomenų apsaugos reglamentas (BDAR)"}),
    (
        "lt.implementing_act.act",
        "2018-07-16",
        {"lt": "Asmens duomenų teisinės apsaugos įstatymas (ADTAĮ)"},
    ),
]


def test_what_it_says() -> None:
    """
    The Lithuanian pack says this, and nothing else.
    """
    assert LT.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert LT.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        LT.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "lt.digital_consent_age.art8",
        "lt.national_id.adtai-3",
        "lt.criminal_data.adtai-5",
        "lt.applicant_rights.references",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = LT.law.rule(rule_id, on=ON).topic
    here = LT.law.rules(topic, at_home("LT"), on=ON, event_on=ON)
    there = LT.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}
