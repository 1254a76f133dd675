"""
The rules of the Hungarian pack: its answers, and since when.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

HU: Final = Home(place="HU", law=load("HU"))
ANSWERS: Final = [
    ("hu.digital_consent_age.art8", "2018-05-25", 16),
    ("hu.gdpr_name.name", "2018-05-25", {"hu": "általános adatvédelmi rendelet (GDPR)"}),
    (
        "hu.implementing_act.act",
        "2018-05-25",
        {
            "hu": "2011. évi CXII. törvény az információs önrendelkezési jogról és az "
            "információszabadságról (Infotv.)"
        },
    ),
]


def test_what_it_says() -> None:
    """
    The Hungarian pack says this, and nothing else.
    """
    assert HU.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert HU.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        HU.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


def test_consent_from_sixteen() -> None:
    """
    Whoever lives in Hungary consents alone from sixteen, as it set no lower age.
    """
    here, abroad = (
        HU.law.rules("digital_consent_age", at_home(place), on=date(2026, 3, 2))
        for place in ("HU", "SE")
    )
    assert [rule.value for rule in here.applies] == [16]
    assert [rule.value for rule in abroad.applies] == []
