"""
The rules of the Latvian pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

LV: Final = Home(place="LV", law=load("LV"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("lv.digital_consent_age.art8", "2018-07-05", 13),
    ("lv.gdpr_name.name", "2018-05-25", {"lv": "Vispārīgā datu aizsardzības regula"}),
    ("lv.implementing_act.act", "2018-07-05", {"lv": "Fizisko personu datu apstrādes likums"}),
]


def test_what_it_says() -> None:
    """
    The Latvian pack says this, and nothing else.
    """
    assert LV.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert LV.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        LV.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "lv.digital_consent_age.art8",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = LV.law.rule(rule_id, on=ON).topic
    here = LV.law.rules(topic, at_home("LV"), on=ON, event_on=ON)
    there = LV.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}
