"""
The rules of the Italian pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from recruitprivacy.retention import On, Open
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Home, at_home

IT: Final = Home(place="IT", law=load("IT"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("it.retention.accounts.lul-5y", "2008-08-18", "P5Y"),
    ("it.digital_consent_age.art8", "2018-09-19", 14),
    ("it.applicant_rights.opinions", "1970-06-11", "prohibited"),
    ("it.applicant_rights.unasked-cv", "2018-09-19", "allowed_with_safeguards"),
    ("it.gdpr_name.name", "2018-05-25", {"it": "regolamento generale sulla protezione dei dati"}),
    (
        "it.implementing_act.act",
        "2018-09-19",
        {"it": "Codice in materia di protezione dei dati personali (D.Lgs. 196/2003)"},
    ),
]


def test_what_it_says() -> None:
    """
    The Italian pack says this, and nothing else.
    """
    assert IT.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert IT.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        IT.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "it.retention.accounts.lul-5y",
        "it.digital_consent_age.art8",
        "it.applicant_rights.opinions",
        "it.applicant_rights.unasked-cv",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = IT.law.rule(rule_id, on=ON).topic
    here = IT.law.rules(topic, at_home("IT"), on=ON, event_on=ON)
    there = IT.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}


LEDGER: Final = Kept(role="temporary_worker", category="payroll_data", situation=at_home("IT"))


@pytest.mark.parametrize(
    ("opened", "first"),
    [
        pytest.param("2020-03-02", "2025-03-03", id="the day after five years"),
        pytest.param("2020-02-29", "2025-03-02", id="a leap day rounds up"),
    ],
)
def test_the_ledger_is_kept_five_years(opened: str, first: str) -> None:
    """
    Wages in the ledger are kept five years from the record (D.M. 9 luglio 2008 Art. 6).
    """
    kept = attrs.evolve(LEDGER, opened_on=date.fromisoformat(opened))
    assert IT.may_go(kept, (), first) == [On(day=date.fromisoformat(first))] * 3
    assert IT.floors_abroad(kept, (), first) == []


def test_the_ledger_is_about_wages() -> None:
    """
    A CV is under no Italian floor.
    """
    found = attrs.evolve(LEDGER, category="cv").on(ON, law=IT.law)
    assert isinstance(found.may_erase_from, Open)
