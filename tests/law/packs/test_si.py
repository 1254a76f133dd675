"""
The rules of the Slovenian pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

SI: Final = Home(place="SI", law=load("SI"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("si.digital_consent_age.art8", "2023-01-26", 15),
    ("si.gdpr_name.name", "2018-05-25", {"sl": "Splošna uredba o varstvu podatkov"}),
    ("si.implementing_act.act", "2023-01-26", {"sl": "Zakon o varstvu osebnih podatkov (ZVOP-2)"}),
]


def test_what_it_says() -> None:
    """
    The Slovenian pack says this, and nothing else.
    """
    assert SI.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert SI.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        SI.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "si.digital_consent_age.art8",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = SI.law.rule(rule_id, on=ON).topic
    here = SI.law.rules(topic, at_home("SI"), on=ON, event_on=ON)
    there = SI.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}
