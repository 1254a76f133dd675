"""
The rules of the Estonian pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import RegimeError, RuleNotInForceError
from recruitprivacy.law import Situation, load
from recruitprivacy.retention import On, Open
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Event, Home, at_home

EE: Final = Home(place="EE", law=load("EE"))
ANSWERS: Final = [
    ("ee.retention.placed_worker.tls-10y", "2026-02-13", "P10Y"),
    ("ee.limitation.equal_treatment.1y", "2009-01-01", "P1Y"),
    ("ee.applicant_rights.tls-11", "2009-07-01", "restricted"),
    ("ee.digital_consent_age.art8", "2019-01-15", 13),
    ("ee.marketing.electronic.natural_person.ess-103-1", "2011-05-25", "opt_in"),
    ("ee.marketing.electronic.legal_person.ess-103-1", "2011-05-25", "opt_out"),
    ("ee.marketing.existing_customer.ess-103-1", "2011-05-25", "soft_opt_in"),
    ("ee.gdpr_name.name", "2018-05-25", {"et": "isikuandmete kaitse üldmäärus (IKÜM)"}),
    ("ee.implementing_act.act", "2019-01-15", {"et": "isikuandmete kaitse seadus (IKS)"}),
]


def test_what_it_says() -> None:
    """
    The Estonian pack says this, and nothing else.
    """
    assert EE.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert EE.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        EE.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


CONTRACT: Final = Kept(
    role="temporary_worker",
    category="contract_record",
    situation=at_home("EE"),
    opened_on=date(2026, 3, 2),
)
ENDED: Final[tuple[Event, ...]] = (
    ("employment.started", "2026-03-02"),
    ("employment.ended", "2026-08-31"),
)


def test_contracts_are_kept_ten_years() -> None:
    """
    An employer keeps a contract of employment ten years after it ended (TLS § 5(5)), no longer.
    """
    free = On(day=date(2036, 9, 1))
    assert EE.may_go(CONTRACT, ENDED, "2036-09-01") == [free] * 3


@pytest.mark.parametrize("other", [{"role": "client"}, {"category": "cv"}])
def test_ten_years_are_for_contracts_of_workers(other: dict[str, Any]) -> None:
    """
    The ten years are for contracts of those who worked.
    """
    ended = ("employment.ended", date(2026, 8, 31))
    found = attrs.evolve(CONTRACT, **other).on(date(2026, 9, 1), ended, law=EE.law)
    assert isinstance(found.may_erase_from, Open)


def test_ten_years_bind_the_employer() -> None:
    """
    The ten years do not bind where the employer on paper is abroad.
    """
    leased = Situation(establishment="EE", formal_employer="SE", place_of_work="EE")
    assert EE.floors_abroad(CONTRACT, ENDED, "2026-09-01", abroad=leased) == []


def test_counting_is_unknown() -> None:
    """
    How Estonian law moves an end on a day off was not found, and saying so beats guessing.
    """
    with pytest.raises(RegimeError):
        EE.last_day("ee.limitation.equal_treatment.1y", "2026-03-02")


def test_firms_are_told_apart_from_persons() -> None:
    """
    A person agrees first; a firm may refuse after (ESS § 103-1(1), (2)).
    """
    on = date(2026, 3, 2)
    found = {
        who: EE.law.rules(f"marketing.electronic.{who}", at_home("EE"), on=on).applies[0].value
        for who in ("natural_person", "legal_person")
    }
    assert found == {"natural_person": "opt_in", "legal_person": "opt_out"}
