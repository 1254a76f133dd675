"""
The rules of the Spanish pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import Situation, load
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Event, Home, at_home

ES: Final = Home(place="ES", law=load("ES"))
HERE: Final = at_home("ES")
ANSWERS: Final = [
    ("es.retention.unsuccessful.practice-1y", "2018-05-25", "P1Y"),
    ("es.security_of_record.bloqueo", "2018-12-07", "required"),
    ("es.retention.placed_worker.lisos-4y", "2002-01-01", "P4Y"),
    ("es.retention.placed_worker.lisos-4y-record", "2002-01-01", "P4Y"),
    ("es.limitation.equal_treatment.lisos-3y", "2001-01-01", "P3Y"),
    ("es.applicant_rights.lisos-16", "2023-03-02", "prohibited"),
    ("es.digital_consent_age.art8", "2018-12-07", 14),
    ("es.criminal_data.lo-8-2021", "2021-06-25", "individual_only"),
    ("es.marketing.electronic.natural_person.lssi-21", "2003-11-05", "opt_in"),
    ("es.marketing.electronic.legal_person.lssi-21", "2003-11-05", "opt_in"),
    ("es.marketing.existing_customer.lssi-21", "2003-11-05", "soft_opt_in"),
    (
        "es.gdpr_name.name",
        "2018-05-25",
        {"es": "Reglamento General de Protección de Datos (RGPD)"},
    ),
    (
        "es.implementing_act.act",
        "2018-12-07",
        {
            "es": "Ley Orgánica 3/2018, de 5 de diciembre, de Protección de Datos Personales y "
            "garantía de los derechos digitales (LOPDGDD)"
        },
    ),
]


def test_what_it_says() -> None:
    """
    The Spanish pack says this, and nothing else.
    """
    assert ES.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert ES.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        ES.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


REJECTED: Final = Kept(
    role="candidate",
    category="cv",
    situation=HERE,
    outcome="rejected",
    adopted=("es.retention.unsuccessful.practice-1y",),
)


def test_a_year_of_practice() -> None:
    """
    Whoever follows the practice lets applications go a year after the procedure.
    """
    gone = [On(day=date(2026, 3, 2))] * 3
    assert ES.must_go(REJECTED, ("procedure.closed", "2025-03-02"), "2026-03-02") == (
        gone,
        [Status.KEPT, Status.KEPT, Status.OVERDUE],
    )


@pytest.mark.parametrize("other", [{"outcome": "hired"}, {"role": "client"}, {"adopted": ()}])
def test_the_practice_binds_whom_adopted_it(other: dict[str, Any]) -> None:
    """
    No act sets the year: it bounds candidates not hired, of a firm that adopted it.
    """
    closed = ("procedure.closed", date(2020, 1, 1))
    found = attrs.evolve(REJECTED, **other).on(date(2026, 3, 2), closed, law=ES.law)
    assert isinstance(found.must_be_gone_by, Open)


WAGES: Final = Kept(role="temporary_worker", category="payroll_data", situation=HERE)
WORKED: Final[tuple[Event, ...]] = (
    ("employment.started", "2016-01-04"),
    ("employment.ended", "2022-02-28"),
)
FLOORS: Final = [
    pytest.param(WAGES, WORKED, "2026-03-01", id="from the end of the employment"),
    pytest.param(
        attrs.evolve(WAGES, opened_on=date(2024, 2, 29)), (), "2028-03-01", id="from the record"
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_wage_receipts_are_kept_four_years(
    kept: Kept, events: tuple[Event, ...], first: str
) -> None:
    """
    An employer keeps receipts of wages four years (LISOS Art. 21(1)), and no longer.
    """
    assert ES.may_go(kept, events, first) == [On(day=date.fromisoformat(first))] * 3
    assert ES.floors_abroad(kept, events, first) == []


@pytest.mark.parametrize("other", [{"role": "client"}, {"category": "cv"}])
def test_four_years_are_for_wages_of_workers(other: dict[str, Any]) -> None:
    """
    The four years are for wages of those who worked.
    """
    happened = [(what, date.fromisoformat(on)) for what, on in WORKED]
    found = attrs.evolve(WAGES, **other).on(date(2022, 3, 1), *happened, law=ES.law)
    assert isinstance(found.may_erase_from, Open)


def test_four_years_bind_the_employer() -> None:
    """
    The four years do not bind where the employer on paper is abroad.
    """
    leased = Situation(establishment="ES", formal_employer="SE", place_of_work="ES")
    assert ES.floors_abroad(WAGES, WORKED, "2022-03-01", abroad=leased) == []


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2023-03-02", "2026-03-02", id="a Monday"),
        pytest.param("2023-03-01", "2026-03-01", id="a Sunday"),
    ],
)
def test_three_years_for_fines(event: str, last: str) -> None:
    """
    Discrimination can be fined for three years (LISOS Art. 4(1)), and days off move nothing.
    """
    assert ES.last_day("es.limitation.equal_treatment.lisos-3y", event) == last
