"""
The rules of the Greek pack: its answers, and since when.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from tests.law.packs.members import DAY, Home, at_home

GR: Final = Home(place="GR", law=load("GR"))
ANSWERS: Final = [
    ("gr.applicant_rights.4624-27", "2019-08-29", "restricted"),
    ("gr.digital_consent_age.art8", "2019-08-29", 15),
    (
        "gr.gdpr_name.name",
        "2018-05-25",
        {"el": "Γενικός Κανονισμός για την Προστασία Δεδομένων (ΓΚΠΔ)"},  # noqa: RUF001 - Greek
    ),
    ("gr.implementing_act.act", "2019-08-29", {"el": "Νόμος 4624/2019"}),
]


def test_what_it_says() -> None:
    """
    The Greek pack says this, and nothing else.
    """
    assert GR.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert GR.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        GR.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


def test_its_other_code() -> None:
    """
    Greece is EL to the institutions of the Union, and one law under both codes.
    """
    assert load("EL").digest == GR.law.digest


def test_consent_from_fifteen() -> None:
    """
    Whoever lives in Greece consents alone from fifteen (Law 4624/2019 Art. 21(1)).
    """
    here, abroad = (
        GR.law.rules("digital_consent_age", at_home(place), on=date(2026, 3, 2))
        for place in ("GR", "SE")
    )
    assert [rule.value for rule in here.applies] == [15]
    assert [rule.value for rule in abroad.applies] == []
