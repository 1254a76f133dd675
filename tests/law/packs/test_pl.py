"""
The rules of the Polish pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Event, Home, at_home

PL: Final = Home(place="PL", law=load("PL"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("pl.retention.unsuccessful.uodo-at-once", "2018-10-01", "at_once"),
    ("pl.retention.unsuccessful.courts-3y", "2022-08-04", "P3Y"),
    ("pl.retention.placed_worker.personnel-10y", "2019-01-01", "P10Y"),
    ("pl.limitation.equal_treatment.kp-291", "2018-05-25", "P3Y"),
    ("pl.digital_consent_age.art8", "2018-05-25", 16),
    ("pl.applicant_rights.kp-22-1", "2019-05-04", "restricted"),
    ("pl.national_id.pesel", "2019-05-04", "statutory_basis_only"),
    ("pl.criminal_data.kp-22-1a", "2019-05-04", "statutory_basis_only"),
    ("pl.health.kp-22-1b", "2019-05-04", "restricted"),
    ("pl.marketing.electronic.natural_person.pke", "2024-11-10", "opt_in"),
    ("pl.marketing.phone.pke", "2024-11-10", "opt_in"),
    ("pl.gdpr_name.name", "2018-05-25", {"pl": "ogólne rozporządzenie o ochronie danych (RODO)"}),
    (
        "pl.implementing_act.act",
        "2018-05-25",
        {"pl": "ustawa z dnia 10 maja 2018 r. o ochronie danych osobowych"},
    ),
]


def test_what_it_says() -> None:
    """
    The Polish pack says this, and nothing else.
    """
    assert PL.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert PL.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        PL.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "pl.retention.unsuccessful.uodo-at-once",
        "pl.retention.unsuccessful.courts-3y",
        "pl.retention.placed_worker.personnel-10y",
        "pl.limitation.equal_treatment.kp-291",
        "pl.digital_consent_age.art8",
        "pl.applicant_rights.kp-22-1",
        "pl.national_id.pesel",
        "pl.criminal_data.kp-22-1a",
        "pl.health.kp-22-1b",
        "pl.marketing.electronic.natural_person.pke",
        "pl.marketing.phone.pke",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = PL.law.rule(rule_id, on=ON).topic
    here = PL.law.rules(topic, at_home("PL"), on=ON, event_on=ON)
    there = PL.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}


COURTS: Final = "pl.retention.unsuccessful.courts-3y"
REFUSED: Final = Kept(
    role="candidate",
    category="cv",
    situation=at_home("PL"),
    purpose="legal_claims",
    outcome="rejected",
    adopted=(COURTS,),
)


@pytest.mark.parametrize(
    ("closed", "last"),
    [
        pytest.param("2023-03-02", "2026-03-02", id="three years"),
        pytest.param("2024-02-29", "2027-02-28", id="a leap day"),
    ],
)
def test_the_courts_three_years(closed: str, last: str) -> None:
    """
    A firm that follows the courts keeps an application for claims three years at the most.
    """
    gone = [On(day=date.fromisoformat(last))] * 3
    found = PL.must_go(REFUSED, ("procedure.closed", closed), last)
    assert found == (gone, [Status.KEPT, Status.KEPT, Status.OVERDUE])


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(attrs.evolve(REFUSED, adopted=()), id="not adopted"),
        pytest.param(attrs.evolve(REFUSED, purpose="matching"), id="not for claims"),
        pytest.param(attrs.evolve(REFUSED, outcome="hired"), id="hired"),
    ],
)
def test_the_courts_bind_whom_adopted_them(kept: Kept) -> None:
    """
    The courts' reading is for claims of those not hired, and only where the firm adopted it.
    """
    found = kept.on(ON, ("procedure.closed", date(2020, 1, 7)), law=PL.law)
    assert isinstance(found.must_be_gone_by, Open)


def test_two_readings_of_one_question() -> None:
    """
    The authority's reading and the courts' stand side by side, each with its weight.
    """
    found = PL.law.rules("retention.unsuccessful", at_home("PL"), on=ON).applies
    weights = {each.id: each.weight.value for each in found if each.jurisdiction == "PL"}
    assert weights == {
        "pl.retention.unsuccessful.uodo-at-once": "guidance",
        "pl.retention.unsuccessful.courts-3y": "case",
    }


FILE: Final = Kept(role="temporary_worker", category="contract_record", situation=at_home("PL"))
WORKED: Final[tuple[Event, ...]] = (
    ("employment.started", "2019-01-07"),
    ("employment.ended", "2020-08-31"),
)


def test_staff_records_are_kept_ten_years() -> None:
    """
    Staff records are kept ten years from the end of the year in which the employment ended.
    """
    assert PL.may_go(FILE, WORKED, "2031-01-01") == [On(day=date(2031, 1, 1))] * 3
    assert PL.floors_abroad(FILE, WORKED, "2031-01-01") == []


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2023-03-02", "2026-03-02", id="a Monday"),
        pytest.param("2023-05-03", "2026-05-04", id="3 May 2026 is a Sunday and a holiday"),
        pytest.param("2022-08-15", "2025-08-18", id="a holiday, then a Saturday"),
    ],
)
def test_three_years_to_claim(event: str, last: str) -> None:
    """
    A claim lapses three years after the refusal, counted by Art. 111 and 115 of the Civil Code.
    """
    assert PL.last_day("pl.limitation.equal_treatment.kp-291", event) == last
