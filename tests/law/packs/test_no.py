"""
The rules of the Norwegian pack: what it says, since when, and whom it binds.
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
from tests.law.packs.members import DAY, Home, at_home

NO: Final = Home(place="NO", law=load("NO"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("no.retention.unsuccessful.practice-1y", "2018-07-20", "P1Y"),
    ("no.retention.accounts.bookkeeping-5y", "2005-01-01", "P5Y"),
    ("no.retention.accounts.contracts-3y6m", "2005-01-01", "P3Y6M"),
    ("no.limitation.general.3y", "1980-01-01", "P3Y"),
    ("no.digital_consent_age.art8", "2018-07-20", 13),
    ("no.applicant_rights.merits", "2018-01-01", "merits_on_request"),
    ("no.health.ldl-30", "2018-01-01", "prohibited_unless"),
    ("no.health.aml-9-3", "2006-01-01", "prohibited_unless"),
    ("no.national_id.fodselsnummer", "2018-07-20", "restricted"),
    ("no.criminal_data.popplyl-11", "2018-07-20", "restricted"),
    ("no.criminal_data.politiattest", "2018-07-20", "statutory_basis_only"),
    ("no.marketing.electronic.natural_person.mfl-15", "2026-01-01", "opt_in"),
    ("no.marketing.existing_customer.mfl-15", "2026-01-01", "soft_opt_in"),
    ("no.marketing.phone.mfl-12", "2026-01-01", "opt_out"),
    ("no.gdpr_name.name", "2018-07-20", {"nb": "personvernforordningen"}),
    ("no.implementing_act.act", "2018-07-20", {"nb": "personopplysningsloven"}),
]


def test_what_it_says() -> None:
    """
    The Norwegian pack says this, and nothing else.
    """
    assert NO.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert NO.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        NO.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "no.retention.unsuccessful.practice-1y",
        "no.retention.accounts.bookkeeping-5y",
        "no.retention.accounts.contracts-3y6m",
        "no.limitation.general.3y",
        "no.digital_consent_age.art8",
        "no.applicant_rights.merits",
        "no.health.ldl-30",
        "no.health.aml-9-3",
        "no.national_id.fodselsnummer",
        "no.criminal_data.popplyl-11",
        "no.criminal_data.politiattest",
        "no.marketing.electronic.natural_person.mfl-15",
        "no.marketing.existing_customer.mfl-15",
        "no.marketing.phone.mfl-12",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = NO.law.rule(rule_id, on=ON).topic
    here = NO.law.rules(topic, at_home("NO"), on=ON, event_on=ON)
    there = NO.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2026-03-02", "2029-03-02", id="a Friday"),
        pytest.param("2023-05-17", "2026-05-18", id="17 May 2026 is a Sunday"),
        pytest.param("2023-12-26", "2026-12-28", id="a Saturday, and the second day of Christmas"),
    ],
)
def test_three_years_to_claim(event: str, last: str) -> None:
    """
    A claim lapses after three years (foreldelsesloven § 2), counted by domstolloven §§ 148, 149.
    """
    assert NO.last_day("no.limitation.general.3y", event) == last


BOOKS: Final = Kept(role="client", category="invoice_record", situation=at_home("NO"))


@pytest.mark.parametrize(
    ("category", "first"),
    [
        pytest.param("invoice_record", "2026-01-01", id="five years"),
        pytest.param("payroll_data", "2026-01-01", id="wages, five years"),
        pytest.param("contract_record", "2024-07-02", id="31 June 2024 rounds up"),
    ],
)
def test_books_are_kept(category: str, first: str) -> None:
    """
    Invoices and wages of 2020 are kept five years, contracts three and a half (§ 13).
    """
    kept = attrs.evolve(BOOKS, category=category, opened_on=date(2020, 2, 29))
    assert NO.may_go(kept, (), first) == [On(day=date.fromisoformat(first))] * 3
    assert NO.floors_abroad(kept, (), first) == []


REFUSED: Final = Kept(
    role="candidate",
    category="cv",
    situation=at_home("NO"),
    outcome="rejected",
    adopted=("no.retention.unsuccessful.practice-1y",),
)


def test_a_year_in_practice() -> None:
    """
    A firm that follows the practice keeps a refused application a year after the procedure.
    """
    found = NO.must_go(REFUSED, ("procedure.closed", "2025-03-31"), "2026-03-31")
    gone = [On(day=date(2026, 3, 31))] * 3
    assert found == (gone, [Status.KEPT, Status.KEPT, Status.OVERDUE])


@pytest.mark.parametrize(
    "kept", [attrs.evolve(REFUSED, adopted=()), attrs.evolve(REFUSED, outcome="hired")]
)
def test_practice_binds_whom_adopted_it(kept: Kept) -> None:
    """
    The year is for those not hired, and only where the firm adopted it.
    """
    found = kept.on(ON, ("procedure.closed", date(2020, 1, 7)), law=NO.law)
    assert isinstance(found.must_be_gone_by, Open)
