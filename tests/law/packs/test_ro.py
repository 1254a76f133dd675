"""
The rules of the Romanian pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

RO: Final = Home(place="RO", law=load("RO"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("ro.limitation.equal_treatment.cncd-1y", "2008-08-21", "P1Y"),
    ("ro.digital_consent_age.art8", "2018-05-25", 16),
    ("ro.national_id.cnp", "2018-07-31", "allowed_with_safeguards"),
    ("ro.gdpr_name.name", "2018-05-25", {"ro": "Regulamentul general privind protecția datelor"}),
    ("ro.implementing_act.act", "2018-07-31", {"ro": "Legea nr. 190/2018"}),
]


def test_what_it_says() -> None:
    """
    The Romanian pack says this, and nothing else.
    """
    assert RO.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert RO.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        RO.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "ro.limitation.equal_treatment.cncd-1y",
        "ro.digital_consent_age.art8",
        "ro.national_id.cnp",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = RO.law.rule(rule_id, on=ON).topic
    here = RO.law.rules(topic, at_home("RO"), on=ON, event_on=ON)
    there = RO.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}
