"""
The rules of the Cypriot pack: its answers, and since when.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

CY: Final = Home(place="CY", law=load("CY"))
ANSWERS: Final = [
    ("cy.digital_consent_age.art8", "2018-07-31", 14),
    (
        "cy.gdpr_name.name",
        "2018-05-25",
        {"el": "Γενικός Κανονισμός για την Προστασία Δεδομένων (ΓΚΠΔ)"},  # noqa: RUF001 - Greek
    ),
    ("cy.implementing_act.act", "2018-07-31", {"el": "Νόμος 125(Ι)/2018"}),  # noqa: RUF001 - Greek
]


def test_what_it_says() -> None:
    """
    The Cypriot pack says this, and nothing else.
    """
    assert CY.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert CY.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        CY.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


def test_consent_from_fourteen() -> None:
    """
    Whoever lives in Cyprus consents alone from fourteen (Law 125(I)/2018 Art. 8(1)).
    """
    here, abroad = (
        CY.law.rules("digital_consent_age", at_home(place), on=date(2026, 3, 2))
        for place in ("CY", "SE")
    )
    assert [rule.value for rule in here.applies] == [14]
    assert [rule.value for rule in abroad.applies] == []
