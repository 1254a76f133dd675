"""
The rules of the Irish pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Confidence, Factor, Kind, Rule, Situation, due, load
from recruitprivacy.messages import Words
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import sourced

BOOK: Final = load("IE")
DAY: Final = date(2026, 3, 2)
NEXT: Final = timedelta(days=1)
IRELAND: Final = Situation(
    establishment="IE", place_of_work="IE", formal_employer="IE", residence="IE"
)


def rule(rule_id: str, on: date = DAY) -> Rule:
    """
    Take a rule as it stands on a day.
    """
    return BOOK.rule(rule_id, on=on)


REJECTED: Final = Kept(
    role="candidate",
    category="interview_notes",
    situation=IRELAND,
    outcome="rejected",
    adopted=("ie.retention.unsuccessful.12m",),
)


@pytest.mark.parametrize(
    ("event", "day"), [("2025-03-02", "2026-03-02"), ("2024-02-29", "2025-02-28")]
)
def test_a_year_of_practice(event: str, day: str) -> None:
    """
    Notes on those who were not hired go a year after the decision, by practice.
    """
    closed, last = ("procedure.closed", date.fromisoformat(event)), date.fromisoformat(day)
    found = [REJECTED.on(on, closed, law=BOOK) for on in (closed[1], last, last + NEXT)]
    assert [each.must_be_gone_by for each in found] == [On(day=last)] * 3
    assert [each.status for each in found] == [Status.KEPT, Status.KEPT, Status.OVERDUE]


@pytest.mark.parametrize("other", [{"adopted": ()}, {"outcome": "hired"}, {"role": "client"}])
def test_the_year_is_for_whom_adopted_it(other: dict[str, Any]) -> None:
    """
    The year bounds only the notes on those who were not hired, where it was adopted.
    """
    kept = attrs.evolve(REJECTED, **other)
    found = kept.on(DAY, ("procedure.closed", date(2020, 1, 1)), law=BOOK)
    assert isinstance(found.must_be_gone_by, Open)


def test_the_year_is_practice() -> None:
    """
    No statute sets the year, and it is not confirmed in a text.
    """
    practice = rule("ie.retention.unsuccessful.12m")
    assert (practice.weight, practice.confidence) == (Weight.PRACTICE, Confidence.UNVERIFIED)


MADE: Final = date(2025, 3, 3)
PAID: Final = (("invoice.paid", date(2025, 4, 2)),)
FLOORS: Final = [
    pytest.param("temporary_worker", "leave", (), "2028-03-04", id="working time: 3 years"),
    pytest.param("placed_candidate", "timesheets", (), "2028-03-04", id="hours: 3 years"),
    pytest.param("temporary_worker", "work_permit_status", (), "2030-03-04", id="permit: 5 years"),
    pytest.param("temporary_worker", "payroll_data", (), "2031-03-04", id="tax: 6 years"),
    pytest.param("client", "invoice_record", PAID, "2031-04-03", id="tax: from payment"),
]


@pytest.mark.parametrize(("role", "category", "events", "first"), FLOORS)
def test_floors(role: str, category: str, events: tuple[tuple[str, date], ...], first: str) -> None:
    """
    Hours are kept three years, permits five, tax records six, and free the day after.
    """
    kept = Kept(role=role, category=category, situation=IRELAND, opened_on=MADE)
    free = date.fromisoformat(first)
    begun = events[-1][1] if events else MADE
    days = {kept.on(on, *events, law=BOOK).may_erase_from for on in (begun, free - NEXT, free)}
    assert days == {On(day=free)}


@pytest.mark.parametrize(("role", "category", "events", "first"), FLOORS)
def test_floors_bind_where_their_tie_points(
    role: str, category: str, events: tuple[tuple[str, date], ...], first: str
) -> None:
    """
    What Irish law keeps is not kept where the firm, the employer and the work are elsewhere.
    """
    abroad = Situation(establishment="US", place_of_work="US", formal_employer="US")
    kept = Kept(role=role, category=category, situation=abroad, opened_on=MADE)
    found = kept.on(date.fromisoformat(first), *events, law=BOOK)
    assert [each for each in found.endings if each.clause.rule[:3] == "ie."] == []


def test_other_data_are_no_records_of_work() -> None:
    """
    A client's name is under no Irish floor.
    """
    found = Kept(role="client", category="name", situation=IRELAND).on(DAY, law=BOOK)
    assert isinstance(found.may_erase_from, Open)


@pytest.mark.parametrize(
    ("rule_id", "period", "cite"),
    [
        ("ie.limitation.equal_treatment.6m", "P6M", "Employment Equality Act 1998 § 77(5)(a)"),
        ("ie.limitation.equal_treatment.12m", "P12M", "Employment Equality Act 1998 § 77(5)(b)"),
        ("ie.limitation.general.contract-6y", "P6Y", "Statute of Limitations 1957 § 11(1)(a)"),
    ],
)
def test_claims(rule_id: str, period: str, cite: str) -> None:
    """
    Discrimination is claimed within six months, twelve with leave; a contract within six years.
    """
    found = rule(rule_id)
    assert (str(found.period), str(found.cites[0]), found.kind) == (period, cite, Kind.LIMITATION)


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        ("ie.limitation.equal_treatment.6m", "2026-03-02", "2026-09-01"),
        ("ie.limitation.equal_treatment.12m", "2026-03-02", "2027-03-01"),
    ],
)
def test_the_first_day_counts(rule_id: str, event: str, last: str) -> None:
    """
    In an Irish act a period reckoned from a day includes that day (Interpretation Act 2005).
    """
    answer = due(rule(rule_id), date.fromisoformat(event), law=BOOK, situation=IRELAND)
    assert str(answer.last_day) == last


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("ie.digital_consent_age.art8", 16, "Data Protection Act 2018 § 31(1)"),
        ("ie.working_age.16", 16, "Protection of Young Persons Act 1996 § 1(1)"),
        (
            "ie.national_id.ppsn",
            "statutory_basis_only",
            "Social Welfare Consolidation Act 2005 § 262(9)",
        ),
        ("ie.criminal_data.section-55", "restricted", "Data Protection Act 2018 § 55(1)"),
        ("ie.criminal_data.enforced-access", "prohibited", "Data Protection Act 2018 § 4"),
        ("ie.health.section-46", "restricted", "Data Protection Act 2018 § 46"),
        ("ie.marketing.electronic.natural_person.reg-13", "opt_in", "S.I. 336/2011 reg. 13(1)"),
        ("ie.marketing.electronic.legal_person.reg-13", "opt_out", "S.I. 336/2011 reg. 13"),
        ("ie.marketing.existing_customer.reg-13", "soft_opt_in", "S.I. 336/2011 reg. 13(11)"),
        ("ie.marketing.phone.mobile", "opt_in", "S.I. 336/2011 reg. 13"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, identifiers, criminal and health data and marketing, as the Irish acts have them.
    """
    assert sourced(rule(rule_id)) == (value, cite)


@pytest.mark.parametrize(
    ("rule_id", "en", "ga"),
    [
        (
            "ie.gdpr_name.name",
            "General Data Protection Regulation (GDPR)",
            "An Rialachán Ginearálta maidir le Cosaint Sonraí (RGCS)",
        ),
        (
            "ie.implementing_act.act",
            "Data Protection Act 2018",
            "An tAcht um Chosaint Sonraí 2018",
        ),
    ],
)
def test_names(rule_id: str, en: str, ga: str) -> None:
    """
    The regulation and the act have a name in each of the two official languages.
    """
    assert rule(rule_id).value == Words.of(en=en, ga=ga)


@pytest.mark.parametrize(
    ("rule_id", "outside"),
    [
        ("ie.retention.unsuccessful.12m", date(2018, 5, 24)),
        ("ie.retention.placed_worker.working-time-3y", date(1997, 9, 29)),
        ("ie.retention.accounts.tca-6y", date(1997, 11, 29)),
        ("ie.retention.right_to_work.permit-5y", date(2024, 9, 9)),
        ("ie.marketing.phone.mobile", date(2011, 7, 4)),
    ],
)
def test_outside_its_validity(rule_id: str, outside: date) -> None:
    """
    On the day before the first one that was read a rule is not in force.
    """
    assert rule(rule_id, outside + NEXT).id == rule_id
    with pytest.raises(RuleNotInForceError):
        rule(rule_id, outside)


@pytest.mark.parametrize(
    ("rule_id", "tie"),
    [
        ("ie.limitation.equal_treatment.6m", Factor.PLACE_OF_WORK),
        ("ie.retention.right_to_work.permit-5y", Factor.PLACE_OF_WORK),
        ("ie.digital_consent_age.art8", Factor.RESIDENCE),
        ("ie.national_id.ppsn", Factor.ESTABLISHMENT),
    ],
)
def test_outside_its_reach(rule_id: str, tie: Factor) -> None:
    """
    A rule does not bind where its tie points elsewhere.
    """
    found = rule(rule_id)
    abroad = Situation(establishment="US", place_of_work="US", formal_employer="US", residence="US")
    aside = BOOK.rules(found.topic, abroad, on=DAY, event_on=DAY).set_aside
    assert (rule_id, (tie.value,)) in [(each.rule.id, each.facts) for each in aside]


def test_the_authority() -> None:
    """
    The Data Protection Commission has a name in both languages; its address is not confirmed.
    """
    authority = BOOK.authority("IE", on=DAY)
    assert authority is not None
    names = Words.of(en="Data Protection Commission", ga="An Coimisiún um Chosaint Sonraí")
    assert (authority.name, authority.confidence) == (names, Confidence.UNVERIFIED)
