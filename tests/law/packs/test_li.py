"""
The rules of the Liechtenstein pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

LI: Final = Home(place="LI", law=load("LI"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("li.limitation.equal_treatment.glg-8", "2011-06-08", "P3M"),
    ("li.digital_consent_age.art8", "2018-07-20", 16),
    ("li.applicant_rights.glg-8", "2011-06-08", "reasons_on_request"),
    ("li.gdpr_name.name", "2018-07-20", {"de": "Datenschutz-Grundverordnung"}),
    ("li.implementing_act.act", "2019-01-01", {"de": "Datenschutzgesetz (DSG)"}),
]


def test_what_it_says() -> None:
    """
    The Liechtenstein pack says this, and nothing else.
    """
    assert LI.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert LI.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        LI.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "li.limitation.equal_treatment.glg-8",
        "li.digital_consent_age.art8",
        "li.applicant_rights.glg-8",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = LI.law.rule(rule_id, on=ON).topic
    here = LI.law.rules(topic, at_home("LI"), on=ON, event_on=ON)
    there = LI.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}
