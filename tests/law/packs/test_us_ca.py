"""
The rules of the Californian pack: what it says, since when, and whom it binds.
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
from tests.law.packs.members import DAY, Event, Home, at_home

US_CA: Final = Home(place="US-CA", law=load("US-CA"))
ON: Final = date(2026, 3, 2)
ANSWERS: Final = [
    ("us-ca.retention.unsuccessful.feha-record", "2013-01-01", "P2Y"),
    ("us-ca.retention.unsuccessful.feha-record", "2022-01-01", "P4Y"),
    ("us-ca.retention.unsuccessful.feha-rejected", "2013-01-01", "P2Y"),
    ("us-ca.retention.unsuccessful.feha-rejected", "2022-01-01", "P4Y"),
    ("us-ca.retention.unsuccessful.feha-closed", "2013-01-01", "P2Y"),
    ("us-ca.retention.unsuccessful.feha-closed", "2022-01-01", "P4Y"),
    ("us-ca.legal_hold.feha-complaint", "2013-01-01", "hold"),
    ("us-ca.limitation.equal_treatment.feha", "2018-01-12", "P1Y"),
    ("us-ca.limitation.equal_treatment.feha", "2019-01-01", "P3Y"),
    ("us-ca.criminal_data.fair-chance", "2018-01-01", "prohibited_unless"),
    ("us-ca.applicant_rights.pay-history", "2018-01-01", "pay_history_prohibited"),
    ("us-ca.applicant_rights.pay-scale", "2024-03-05", "pay_range_told"),
    ("us-ca.applicant_rights.ccpa", "2023-01-01", "on_request"),
    ("us-ca.deadline.answer.request", "2023-01-01", "P45D"),
    ("us-ca.deadline.extension.request", "2023-01-01", "P45D"),
    ("us-ca.deadline.acknowledgement.request", "2023-01-01", "P10B"),
    ("us-ca.deadline.opt_out.sale", "2023-01-01", "P15B"),
]
LATER: Final = (
    "2019-01-01",
    "2022-01-01",
)


def test_what_it_says() -> None:
    """
    The Californian pack says this, and nothing else.
    """
    assert US_CA.first_answers() == ANSWERS


@pytest.mark.parametrize(
    ("rule_id", "first"), [each[:2] for each in ANSWERS if each[1] not in LATER]
)
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert US_CA.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        US_CA.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "us-ca.retention.unsuccessful.feha-record",
        "us-ca.retention.unsuccessful.feha-rejected",
        "us-ca.retention.unsuccessful.feha-closed",
        "us-ca.legal_hold.feha-complaint",
        "us-ca.limitation.equal_treatment.feha",
        "us-ca.criminal_data.fair-chance",
        "us-ca.applicant_rights.pay-history",
        "us-ca.applicant_rights.pay-scale",
        "us-ca.applicant_rights.ccpa",
        "us-ca.deadline.answer.request",
        "us-ca.deadline.extension.request",
        "us-ca.deadline.acknowledgement.request",
        "us-ca.deadline.opt_out.sale",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = US_CA.law.rule(rule_id, on=ON).topic
    here = US_CA.law.rules(topic, at_home("US-CA"), on=ON, event_on=ON)
    there = US_CA.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}


HIRING: Final = attrs.evolve(at_home("US-CA"), recruitment=Recruitment.AGENCY)
APPLIED: Final = Kept(role="candidate", category="cv", situation=HIRING, outcome="rejected")


@pytest.mark.parametrize(
    ("opened", "events", "first"),
    [
        pytest.param("2019-02-28", (), "2021-03-01", id="two years, before 2022"),
        pytest.param("2022-02-28", (), "2026-03-01", id="four years"),
        pytest.param(
            "2022-01-03",
            (("candidate.rejected", "2022-06-30"),),
            "2026-07-01",
            id="four years from the refusal",
        ),
        pytest.param(
            "2022-01-03",
            (("procedure.closed", "2024-02-29"),),
            "2028-03-01",
            id="four years from the end of the procedure",
        ),
    ],
)
def test_applications_are_kept(opened: str, events: tuple[Event, ...], first: str) -> None:
    """
    Applications were kept two years, and from 2022 are kept four (Cal. Gov. Code § 12946).
    """
    kept = attrs.evolve(APPLIED, opened_on=date.fromisoformat(opened))
    assert US_CA.may_go(kept, events, first) == [On(day=date.fromisoformat(first))] * 3
    assert US_CA.floors_abroad(kept, events, first) == []


def test_four_years_reach_what_was_there() -> None:
    """
    On 1 January 2022 a record of 2019 that could have gone has two years more to stay.
    """
    kept = attrs.evolve(APPLIED, opened_on=date(2019, 2, 28))
    days = (date(2021, 12, 31), date(2022, 1, 1))
    free = [kept.on(day, law=US_CA.law).may_erase_from for day in days]
    assert free == [On(day=date(2021, 3, 1)), On(day=date(2023, 3, 1))]


@pytest.mark.parametrize(
    "kept", [attrs.evolve(APPLIED, role="client"), attrs.evolve(APPLIED, category="bank_details")]
)
def test_the_years_are_for_applications(kept: Kept) -> None:
    """
    A client's papers, and an applicant's bank details, are under no Californian floor.
    """
    found = kept.on(ON, law=US_CA.law)
    assert isinstance(found.may_erase_from, Open)


@pytest.mark.parametrize(
    ("event", "period"), [("2018-12-31", "P1Y"), ("2019-01-01", "P3Y"), ("2026-03-02", "P3Y")]
)
def test_the_day_of_the_refusal_chooses_the_time_to_complain(event: str, period: str) -> None:
    """
    What had not lapsed when the law changed is open for three years, not for one.
    """
    happened = date.fromisoformat(event)
    rule = US_CA.law.rule("us-ca.limitation.equal_treatment.feha", on=happened)
    assert str(rule.period) == period
