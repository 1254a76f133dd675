"""
The rules of the Portuguese pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

PT: Final = Home(place="PT", law=load("PT"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("pt.digital_consent_age.art8", "2019-08-09", 13),
    ("pt.health.ct-17", "2009-02-17", "prohibited_unless"),
    ("pt.diversity_monitoring.register-5y", "2009-02-17", "required"),
    (
        "pt.gdpr_name.name",
        "2018-05-25",
        {"pt": "Regulamento Geral sobre a Proteção de Dados (RGPD)"},
    ),
    ("pt.implementing_act.act", "2019-08-09", {"pt": "Lei n.º 58/2019, de 8 de agosto"}),
]


def test_what_it_says() -> None:
    """
    The Portuguese pack says this, and nothing else.
    """
    assert PT.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert PT.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        PT.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "pt.digital_consent_age.art8",
        "pt.health.ct-17",
        "pt.diversity_monitoring.register-5y",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = PT.law.rule(rule_id, on=ON).topic
    here = PT.law.rules(topic, at_home("PT"), on=ON, event_on=ON)
    there = PT.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}
