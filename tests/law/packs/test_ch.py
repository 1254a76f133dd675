"""
The rules of the Swiss pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import Recruitment, load
from recruitprivacy.retention import On, Open
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Home, at_home

CH: Final = Home(place="CH", law=load("CH"))
ON: Final = date(2026, 11, 21)
ANSWERS: Final = [
    ("ch.retention.principle.dsg-6", "2023-09-01", "no_longer_than_necessary"),
    ("ch.retention.unsuccessful.return", "2023-09-01", "at_once"),
    ("ch.retention.talent_pool.avv-19", "2001-01-01", "at_once"),
    ("ch.retention.temporary_worker.avv-47", "2001-01-01", "at_once"),
    ("ch.retention.accounts.or-958f", "2022-01-01", "P10Y"),
    ("ch.limitation.equal_treatment.glg-8", "1996-07-01", "P3M"),
    ("ch.limitation.general.or-127", "2026-11-21", "P10Y"),
    ("ch.limitation.general.or-128", "2026-11-21", "P5Y"),
    ("ch.applicant_rights.glg-8", "1996-07-01", "reasons_on_request"),
    ("ch.agency_rules.avg-7", "1991-07-01", "restricted"),
    ("ch.agency_rules.avv-19", "2001-01-01", "consent_required"),
    ("ch.health.or-328b", "2026-11-21", "restricted"),
    (
        "ch.implementing_act.act",
        "2023-09-01",
        {
            "de": "Datenschutzgesetz (DSG)",
            "fr": "loi fédérale sur la protection des données (LPD)",
            "it": "legge federale sulla protezione dei dati (LPD)",
            "en": "Data Protection Act (FADP)",
        },
    ),
    (
        "ch.implementing_act.ordinance",
        "2023-09-01",
        {
            "de": "Datenschutzverordnung (DSV)",
            "fr": "ordonnance sur la protection des données (OPDo)",
            "it": "ordinanza sulla protezione dei dati (OPDa)",
            "en": "Data Protection Ordinance (DPO)",
        },
    ),
    ("ch.deadline.answer.access", "2023-09-01", "P30D"),
    ("ch.deadline.extension.access", "2023-09-01", "no_period_set"),
    ("ch.deadline.start.fee", "2023-09-01", "P10D"),
    ("ch.deadline.refusal.access", "2023-09-01", "P30D"),
]


def test_what_it_says() -> None:
    """
    The Swiss pack says this, and nothing else.
    """
    assert CH.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert CH.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        CH.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "ch.retention.principle.dsg-6",
        "ch.retention.unsuccessful.return",
        "ch.retention.accounts.or-958f",
        "ch.limitation.equal_treatment.glg-8",
        "ch.limitation.general.or-127",
        "ch.limitation.general.or-128",
        "ch.applicant_rights.glg-8",
        "ch.health.or-328b",
        "ch.deadline.answer.access",
        "ch.deadline.extension.access",
        "ch.deadline.start.fee",
        "ch.deadline.refusal.access",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = CH.law.rule(rule_id, on=ON).topic
    here = CH.law.rules(topic, at_home("CH"), on=ON, event_on=ON)
    there = CH.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}


BOOKS: Final = Kept(
    role="client",
    category="invoice_record",
    situation=at_home("CH"),
    opened_on=date(2022, 2, 28),
)


def test_books_are_kept_ten_years() -> None:
    """
    Vouchers are kept ten years from the end of the year (OR Art. 958f), and no longer.
    """
    assert CH.may_go(BOOKS, (), "2033-01-01") == [On(day=date(2033, 1, 1))] * 3
    assert CH.floors_abroad(BOOKS, (), "2033-01-01") == []


def test_books_are_no_applications() -> None:
    """
    A CV is under no Swiss floor.
    """
    found = attrs.evolve(BOOKS, role="candidate", category="cv").on(ON, law=CH.law)
    assert isinstance(found.may_erase_from, Open)


@pytest.mark.parametrize(
    ("recruitment", "applies"),
    [(Recruitment.AGENCY, True), (Recruitment.OWN_HIRING, False)],
)
def test_agencies_ask_for_consent(recruitment: Recruitment, applies: bool) -> None:  # noqa: FBT001 - a table
    """
    The rules for private placement bind agencies, and not whoever hires for themselves.
    """
    situation = attrs.evolve(at_home("CH"), recruitment=recruitment)
    found = CH.law.rules("agency_rules", situation, on=ON).applies
    assert ("ch.agency_rules.avv-19" in {each.id for each in found}) is applies


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2026-03-02", "2026-06-02", id="three months"),
        pytest.param("2025-11-30", "2026-02-28", id="a day that does not exist"),
    ],
)
def test_three_months_to_sue(event: str, last: str) -> None:
    """
    Whoever was refused because of their sex sues within three months (GlG Art. 8(2)).
    """
    assert CH.last_day("ch.limitation.equal_treatment.glg-8", event) == last
