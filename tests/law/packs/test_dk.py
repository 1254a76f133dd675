"""
The rules of the Danish pack: event day, last day, the day after, and what changed when.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import RegimeError, RuleNotInForceError
from recruitprivacy.law import Confidence, load
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Event, Home, at_home

DK: Final = Home(place="DK", law=load("DK"))
HERE: Final = at_home("DK")
ANSWERS: Final = [
    ("dk.retention.unsuccessful.datatilsynet", "2020-05-25", "P6M"),
    ("dk.retention.unsuccessful.datatilsynet", "2021-05-28", "P3Y"),
    ("dk.retention.talent_pool.no-period", "2018-05-25", "no_period_set"),
    ("dk.retention.placed_worker.bogforing-5y", "2006-06-15", "P5Y"),
    ("dk.retention.placed_worker.bogforing-5y", "2022-07-01", "P5Y"),
    ("dk.retention.accounts.bogforing-5y", "2006-06-15", "P5Y"),
    ("dk.retention.accounts.bogforing-5y", "2022-07-01", "P5Y"),
    ("dk.limitation.equal_treatment.3y", "2008-01-01", "P3Y"),
    ("dk.digital_consent_age.art8", "2018-05-25", 13),
    ("dk.digital_consent_age.art8", "2024-01-01", 15),
    ("dk.national_id.cpr", "2018-05-25", "restricted"),
    ("dk.criminal_data.dbl-8", "2018-05-25", "restricted"),
    ("dk.health.hol-2", "2018-05-25", "prohibited_unless"),
    ("dk.marketing.electronic.natural_person.mfl-10", "2018-05-25", "opt_in"),
    ("dk.marketing.electronic.legal_person.mfl-10", "2018-05-25", "opt_in"),
    ("dk.marketing.existing_customer.mfl-10", "2018-05-25", "soft_opt_in"),
    ("dk.gdpr_name.name", "2018-05-25", {"da": "databeskyttelsesforordningen (GDPR)"}),
    (
        "dk.implementing_act.act",
        "2018-05-25",
        {"da": "databeskyttelsesloven (lov nr. 502 af 23. maj 2018)"},
    ),
]


def test_what_it_says() -> None:
    """
    The Danish pack says this, and nothing else.
    """
    assert DK.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), {each[0]: each[1] for each in ANSWERS[::-1]}.items())
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from the first day of its first version, and not the day before.
    """
    assert DK.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        DK.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    ("rule_id", "on", "answer"),
    [
        ("dk.digital_consent_age.art8", date(2023, 12, 31), 13),
        ("dk.digital_consent_age.art8", date(2024, 1, 1), 15),
        ("dk.retention.unsuccessful.datatilsynet", date(2021, 5, 27), "P6M"),
        ("dk.retention.unsuccessful.datatilsynet", date(2021, 5, 28), "P3Y"),
    ],
)
def test_what_changed(rule_id: str, on: date, answer: int | str) -> None:
    """
    The age of consent rose with 2024, and the agency accepts three years since 28 May 2021.
    """
    rule = DK.law.rule(rule_id, on=on)
    assert (rule.value or str(rule.period)) == answer


REJECTED: Final = Kept(
    role="candidate",
    category="cv",
    situation=HERE,
    outcome="rejected",
    adopted=("dk.retention.unsuccessful.datatilsynet",),
)


@pytest.mark.parametrize(
    ("closed", "last"), [("2023-03-02", "2026-03-02"), ("2024-02-29", "2027-02-28")]
)
def test_three_years_of_guidance(closed: str, last: str) -> None:
    """
    Whoever adopted the agency's view lets applications go three years after the procedure.
    """
    gone = [On(day=date.fromisoformat(last))] * 3
    assert DK.must_go(REJECTED, ("procedure.closed", closed), last) == (
        gone,
        [Status.KEPT, Status.KEPT, Status.OVERDUE],
    )


@pytest.mark.parametrize("other", [{"outcome": "hired"}, {"role": "client"}, {"adopted": ()}])
def test_three_years_bind_whom_adopted_them(other: dict[str, Any]) -> None:
    """
    The three years bound candidates who were not hired, of a firm that adopted them.
    """
    closed = ("procedure.closed", date(2020, 1, 1))
    found = attrs.evolve(REJECTED, **other).on(date(2026, 3, 2), closed, law=DK.law)
    assert isinstance(found.must_be_gone_by, Open)


FLOORS: Final = [
    pytest.param(
        Kept(role="temporary_worker", category="payroll_data", situation=HERE),
        (("employment.started", "2016-01-04"), ("employment.ended", "2023-08-31")),
        "2029-01-01",
        id="wages",
    ),
    pytest.param(
        Kept(
            role="client",
            category="invoice_record",
            situation=HERE,
            opened_on=date(2023, 2, 28),
        ),
        (),
        "2029-01-01",
        id="an invoice",
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_books_are_kept_five_years(kept: Kept, events: tuple[Event, ...], first: str) -> None:
    """
    Accounting material is kept five years from the end of the year, and no longer.
    """
    assert DK.may_go(kept, events, first) == [On(day=date.fromisoformat(first))] * 3
    assert DK.floors_abroad(kept, events, first) == []


@pytest.mark.parametrize(
    ("on", "confidence"),
    [(date(2022, 6, 30), Confidence.VERIFIED), (date(2022, 7, 1), Confidence.UNVERIFIED)],
)
def test_the_new_bookkeeping_act_is_unverified(on: date, confidence: Confidence) -> None:
    """
    The five years were read in the former act; in that of July 2022 they were not.
    """
    assert DK.law.rule("dk.retention.accounts.bogforing-5y", on=on).confidence is confidence


def test_counting_is_unknown() -> None:
    """
    How Danish law counts its three years was not found, and saying so beats guessing.
    """
    with pytest.raises(RegimeError):
        DK.last_day("dk.limitation.equal_treatment.3y", "2026-03-02")


def test_a_pool_takes_consent() -> None:
    """
    Nothing sets how long a pool lasts, but it takes consent.
    """
    (rule,) = DK.law.rules("retention.talent_pool", HERE, on=date(2026, 3, 2)).applies
    assert (rule.value, rule.conditions) == ("no_period_set", ("consent_given",))
