"""
The rules of the Finnish pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import Confidence, Kind, load
from recruitprivacy.messages import Words
from recruitprivacy.retention import On
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Event, Home, at_home

FI: Final = Home(place="FI", law=load("FI"))
HERE: Final = at_home("FI")
ANSWERS: Final = [
    ("fi.retention.placed_worker.kpl-6y", "2020-02-27", "P6Y"),
    ("fi.retention.accounts.kpl-6y", "2020-02-27", "P6Y"),
    ("fi.retention.accounts.kpl-6y-paid", "2020-02-27", "P6Y"),
    ("fi.limitation.equal_treatment.hiring-1y", "2015-01-01", "P1Y"),
    ("fi.limitation.equal_treatment.tribunal", "2023-06-01", "suspend"),
    ("fi.applicant_rights.necessity", "2004-10-01", "restricted"),
    ("fi.digital_consent_age.art8", "2019-01-01", 13),
    ("fi.national_id.henkilotunnus", "2019-01-01", "restricted"),
    ("fi.criminal_data.tietosuojalaki-7", "2019-01-01", "restricted"),
    ("fi.criminal_data.work-with-children", "2003-01-01", "individual_only"),
    ("fi.health.working-life-5", "2004-10-01", "restricted"),
    (
        "fi.gdpr_name.name",
        "2018-05-25",
        {
            "fi": "yleinen tietosuoja-asetus (GDPR)",
            "sv": "allmänna dataskyddsförordningen (GDPR)",
        },
    ),
    (
        "fi.implementing_act.act",
        "2019-01-01",
        {"fi": "tietosuojalaki (1050/2018)", "sv": "dataskyddslagen (1050/2018)"},
    ),
]


def test_what_it_says() -> None:
    """
    The Finnish pack says this, and nothing else.
    """
    assert FI.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert FI.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        FI.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


WAGES: Final = Kept(role="placed_candidate", category="payroll_data", situation=HERE)
WORKED: Final[tuple[Event, ...]] = (
    ("employment.started", "2016-01-04"),
    ("employment.ended", "2021-01-01"),
)
FLOORS: Final = [
    pytest.param(WAGES, WORKED, "2028-01-01", id="wages"),
    pytest.param(
        Kept(
            role="client",
            category="invoice_record",
            situation=HERE,
            opened_on=date(2020, 12, 31),
        ),
        (),
        "2027-01-01",
        id="an unpaid invoice",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=HERE),
        (("invoice.paid", "2021-03-31"),),
        "2028-01-01",
        id="a paid invoice",
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_vouchers_are_kept_six_years(kept: Kept, events: tuple[Event, ...], first: str) -> None:
    """
    Vouchers are kept six years from the end of the year (Kirjanpitolaki ch. 2 § 10), no longer.
    """
    assert FI.may_go(kept, events, first) == [On(day=date.fromisoformat(first))] * 3
    assert FI.floors_abroad(kept, events, first) == []


@pytest.mark.parametrize("other", [{"role": "client"}, {"category": "cv"}])
def test_six_years_are_for_vouchers(other: dict[str, Any]) -> None:
    """
    The six years from the end of an employment are for the wages of those who worked.
    """
    on = date(2021, 1, 2)
    happened = [(what, date.fromisoformat(day)) for what, day in WORKED]
    found = attrs.evolve(WAGES, **other).on(on, *happened, law=FI.law).endings
    assert "fi.retention.placed_worker.kpl-6y" not in {each.clause.rule for each in found}


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2025-03-02", "2026-03-02", id="a Monday"),
        pytest.param("2025-06-19", "2026-06-22", id="Midsummer Eve is a day off"),
        pytest.param("2024-12-24", "2025-12-29", id="so are Christmas Eve and the days after"),
    ],
)
def test_a_year_to_claim(event: str, last: str) -> None:
    """
    An applicant claims within a year of the choice; Laki 150/1930 moves an end on an eve.
    """
    assert FI.last_day("fi.limitation.equal_treatment.hiring-1y", event) == last


def test_the_year_is_unverified() -> None:
    """
    The year was found in one source, which is why every answer that uses it says so.
    """
    rules = FI.law.rules("limitation.equal_treatment", HERE, on=date(2026, 3, 2)).applies
    assert {rule.kind: rule.confidence for rule in rules} == {
        Kind.LIMITATION: Confidence.UNVERIFIED,
        Kind.HOLD: Confidence.VERIFIED,
    }


def test_its_authority_has_two_names() -> None:
    """
    A notice in Swedish for Finland names the Finnish authority in Swedish.
    """
    authority = FI.law.authority("FI", on=date(2026, 3, 2))
    assert authority is not None
    assert authority.name == Words.of(
        fi="Tietosuojavaltuutetun toimisto", sv="Dataombudsmannens byrå"
    )
