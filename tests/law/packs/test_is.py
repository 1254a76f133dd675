"""
The rules of the Icelandic pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

IS: Final = Home(place="IS", law=load("IS"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("is.digital_consent_age.art8", "2018-07-15", 13),
    ("is.gdpr_name.name", "2018-07-20", {"is": "almenna persónuverndarreglugerðin"}),
    (
        "is.implementing_act.act",
        "2018-07-15",
        {"is": "lög nr. 90/2018 um persónuvernd og vinnslu persónuupplýsinga"},
    ),
]


def test_what_it_says() -> None:
    """
    The Icelandic pack says this, and nothing else.
    """
    assert IS.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert IS.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        IS.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "is.digital_consent_age.art8",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = IS.law.rule(rule_id, on=ON).topic
    here = IS.law.rules(topic, at_home("IS"), on=ON, event_on=ON)
    there = IS.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}
