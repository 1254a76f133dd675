"""
The rules of the Austrian pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import due, load
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Event, Home, at_home

AT: Final = Home(place="AT", law=load("AT"))
HERE: Final = at_home("AT")
ASKED: Final = date(2026, 3, 3)
ANSWERS: Final = [
    ("at.retention.unsuccessful.application-7m", "2018-08-27", "P7M"),
    ("at.retention.unsuccessful.rejection-7m", "2018-08-27", "P7M"),
    ("at.retention.placed_worker.bao-7y", "2018-05-25", "P7Y"),
    ("at.retention.accounts.bao-7y", "2018-05-25", "P7Y"),
    ("at.retention.accounts.bao-7y-paid", "2018-05-25", "P7Y"),
    ("at.limitation.equal_treatment.glbg-6m", "2013-08-01", "P6M"),
    ("at.digital_consent_age.art8", "2018-05-25", 14),
    ("at.gdpr_name.name", "2018-05-25", {"de": "Datenschutz-Grundverordnung (DSGVO)"}),
    ("at.implementing_act.act", "2018-05-25", {"de": "Datenschutzgesetz (DSG)"}),
]


def test_what_it_says() -> None:
    """
    The Austrian pack says this, and nothing else.
    """
    assert AT.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert AT.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        AT.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


REJECTED: Final = Kept(
    role="candidate",
    category="cv",
    situation=HERE,
    purpose="legal_claims",
    outcome="rejected",
    adopted=("at.retention.unsuccessful.application-7m",),
)


@pytest.mark.parametrize(
    ("adopted", "event", "last"),
    [
        ("application-7m", ("application.submitted", "2025-07-31"), "2026-02-28"),
        ("application-7m", ("application.submitted", "2025-05-09"), "2025-12-09"),
        ("rejection-7m", ("candidate.rejected", "2026-03-02"), "2026-10-02"),
    ],
)
def test_seven_months(adopted: str, event: Event, last: str) -> None:
    """
    An application kept for claims goes after seven months, from whichever day the firm adopted.
    """
    kept = attrs.evolve(REJECTED, adopted=(f"at.retention.unsuccessful.{adopted}",))
    gone = [On(day=date.fromisoformat(last))] * 3
    assert AT.must_go(kept, event, last) == (gone, [Status.KEPT, Status.KEPT, Status.OVERDUE])


@pytest.mark.parametrize(
    "other", [{"outcome": "hired"}, {"role": "client"}, {"purpose": "matching"}, {"adopted": ()}]
)
def test_seven_months_are_for_claims_of_the_rejected(other: dict[str, Any]) -> None:
    """
    The seven months bound nothing but claims of those not hired, and only where adopted.
    """
    sent = ("application.submitted", date(2025, 1, 1))
    found = attrs.evolve(REJECTED, **other).on(date(2026, 3, 2), sent, law=AT.law)
    assert isinstance(found.must_be_gone_by, Open)


EMPLOYED: Final = ("employment.started", "2016-01-04")
FLOORS: Final = [
    pytest.param(
        Kept(role="temporary_worker", category="payroll_data", situation=HERE),
        (EMPLOYED, ("employment.ended", "2020-08-31")),
        "2028-01-01",
        id="wages",
    ),
    pytest.param(
        Kept(
            role="client",
            category="invoice_record",
            situation=HERE,
            opened_on=date(2020, 2, 29),
        ),
        (),
        "2028-01-01",
        id="an unpaid invoice",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=HERE),
        (("invoice.paid", "2021-01-01"),),
        "2029-01-01",
        id="a paid invoice",
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_books_are_kept_seven_years(kept: Kept, events: tuple[Event, ...], first: str) -> None:
    """
    Books are kept seven years from the end of the calendar year (BAO § 132(1)), and no longer.
    """
    assert AT.may_go(kept, events, first) == [On(day=date.fromisoformat(first))] * 3
    assert AT.floors_abroad(kept, events, first) == []


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2026-03-03", "2026-09-03", id="a Thursday"),
        pytest.param("2025-08-31", "2026-03-02", id="28 February is a Saturday"),
        pytest.param("2025-10-02", "2026-04-02", id="Maundy Thursday"),
        pytest.param("2025-10-03", "2026-04-07", id="Good Friday, EuFrÜb Art. 5"),
        pytest.param("2025-10-06", "2026-04-07", id="Easter Monday"),
    ],
)
def test_six_months_to_sue(event: str, last: str) -> None:
    """
    A refused applicant sues within six months (GlBG § 15(1)), counted by ABGB §§ 902 and 903.
    """
    assert AT.last_day("at.limitation.equal_treatment.glbg-6m", event) == last


def test_good_friday_moves_no_end_of_the_gdpr() -> None:
    """
    Good Friday stands in no Austrian list of public holidays; the later day is a reading.
    """
    found = due(AT.law.rule("eu.deadline.dsar", on=ASKED), ASKED, law=AT.law, situation=HERE)
    later = {reading.last_day for reading in found.readings}
    assert (found.last_day, later) == (date(2026, 4, 3), {date(2026, 4, 7)})
