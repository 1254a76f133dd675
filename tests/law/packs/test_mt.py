"""
The rules of the Maltese pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

MT: Final = Home(place="MT", law=load("MT"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("mt.digital_consent_age.art8", "2018-06-01", 13),
    ("mt.national_id.identity-documents", "2018-05-28", "restricted"),
    (
        "mt.gdpr_name.name",
        "2018-05-25",
        {
            "mt": "Regolament Ġenerali dwar il-Protezzjoni tad-Data",
            "en": "General Data Protection Regulation (GDPR)",
        },
    ),
    ("mt.implementing_act.act", "2018-05-28", {"en": "Data Protection Act (Cap. 586)"}),
]


def test_what_it_says() -> None:
    """
    The Maltese pack says this, and nothing else.
    """
    assert MT.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert MT.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        MT.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "mt.digital_consent_age.art8",
        "mt.national_id.identity-documents",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = MT.law.rule(rule_id, on=ON).topic
    here = MT.law.rules(topic, at_home("MT"), on=ON, event_on=ON)
    there = MT.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}
