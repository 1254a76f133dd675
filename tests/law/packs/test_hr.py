"""
The rules of the Croatian pack: its answers, and since when.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import Confidence, load
from tests.law.packs.members import DAY, Home, at_home

HR: Final = Home(place="HR", law=load("HR"))
ANSWERS: Final = [
    ("hr.applicant_rights.zr-25", "2018-05-25", "restricted"),
    ("hr.digital_consent_age.art8", "2018-05-25", 16),
    ("hr.gdpr_name.name", "2018-05-25", {"hr": "Opća uredba o zaštiti podataka (GDPR)"}),
    (
        "hr.implementing_act.act",
        "2018-05-25",
        {"hr": "Zakon o provedbi Opće uredbe o zaštiti podataka"},
    ),
]


def test_what_it_says() -> None:
    """
    The Croatian pack says this, and nothing else.
    """
    assert HR.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert HR.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        HR.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


def test_the_article_of_the_labour_act_is_unverified() -> None:
    """
    The rule on questions was found, the number of its article was not.
    """
    rule = HR.law.rule("hr.applicant_rights.zr-25", on=date(2026, 3, 2))
    assert rule.confidence is Confidence.UNVERIFIED


def test_consent_from_sixteen() -> None:
    """
    Whoever lives in Croatia consents alone from sixteen, by an express provision.
    """
    here, abroad = (
        HR.law.rules("digital_consent_age", at_home(place), on=date(2026, 3, 2))
        for place in ("HR", "SE")
    )
    assert [rule.value for rule in here.applies] == [16]
    assert [rule.value for rule in abroad.applies] == []
