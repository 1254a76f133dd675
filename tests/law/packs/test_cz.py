"""
The rules of the Czech pack: its answers, its first days, and how it counts.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import Confidence, load, load_regime
from tests.law.packs.members import DAY, Home, at_home

CZ: Final = Home(place="CZ", law=load("CZ"))
ANSWERS: Final = [
    ("cz.limitation.general.3y", "2014-01-01", "P3Y"),
    ("cz.applicant_rights.zp-30", "2017-03-13", "restricted"),
    ("cz.applicant_rights.zz-12", "2004-10-01", "restricted"),
    ("cz.digital_consent_age.art8", "2019-04-24", 15),
    ("cz.national_id.rodne-cislo", "2025-01-01", "restricted"),
    (
        "cz.gdpr_name.name",
        "2018-05-25",
        {"cs": "obecné nařízení o ochraně osobních údajů (GDPR)"},
    ),
    (
        "cz.implementing_act.act",
        "2019-04-24",
        {"cs": "zákon č. 110/2019 Sb., o zpracování osobních údajů"},
    ),
]


def test_what_it_says() -> None:
    """
    The Czech pack says this, and nothing else.
    """
    assert CZ.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert CZ.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        CZ.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2023-05-06", "2026-05-06", id="a Wednesday"),
        pytest.param("2023-05-08", "2026-05-11", id="8 May is a holiday, then a weekend"),
        pytest.param("2024-02-29", "2027-03-01", id="28 February is a Sunday"),
    ],
)
def test_three_years_for_claims(event: str, last: str) -> None:
    """
    A claim lapses three years after it was known (Civil Code § 629), and a day off moves its end.
    """
    assert CZ.last_day("cz.limitation.general.3y", event) == last


def test_how_it_counts() -> None:
    """
    The day of the event is not counted, and an end on a day off runs on (Civil Code §§ 605, 607).
    """
    regime = load_regime("CZ")
    assert [str(cite) for cite in (regime.starts, regime.ends, regime.rolls)] == [
        "Zákon 89/2012 Sb. § 605(1)",
        "Zákon 89/2012 Sb. § 605(2)",
        "Zákon 89/2012 Sb. § 607",
    ]


def test_what_was_read_in_an_old_text_is_unverified() -> None:
    """
    What was read in a text of 2004 alone is shipped as unverified.
    """
    on = date(2026, 3, 2)
    rules = CZ.law.rules("applicant_rights", at_home("CZ"), on=on).applies
    assert {rule.id.rpartition(".")[2]: rule.confidence for rule in rules} == {
        "zp-30": Confidence.VERIFIED,
        "zz-12": Confidence.UNVERIFIED,
    }
