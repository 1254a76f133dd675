"""
The rules of the British pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Confidence, Factor, Kind, Recruitment, Rule, Situation, due, load
from recruitprivacy.messages import Words
from recruitprivacy.periods import Period
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import claimed, sourced

BOOK: Final = load("GB")
DAY: Final = date(2026, 9, 30)
NEXT: Final = timedelta(days=1)
BRITAIN: Final = Situation(
    establishment="GB",
    place_of_work="GB",
    formal_employer="GB",
    residence="GB",
    recruitment=Recruitment.AGENCY,
)


def rule(rule_id: str, on: date = DAY) -> Rule:
    """
    Take a rule as it stands on a day.
    """
    return BOOK.rule(rule_id, on=on)


def test_the_kingdom_is_known_by_two_codes() -> None:
    """
    The pack of the United Kingdom is found as GB and as UK.
    """
    assert load("UK").packs == load("GB").packs


REJECTED: Final = Kept(
    role="candidate",
    category="cv",
    situation=BRITAIN,
    outcome="rejected",
    adopted=("gb.retention.unsuccessful.6m",),
)
CERTIFICATE: Final = Kept(
    role="candidate",
    category="conduct_certificate",
    situation=BRITAIN,
    adopted=("gb.retention.criminal_data.dbs-6m",),
)


@pytest.mark.parametrize("kept", [REJECTED, CERTIFICATE], ids=["practice", "DBS code"])
@pytest.mark.parametrize(
    ("event", "day"), [("2026-03-02", "2026-09-02"), ("2025-08-31", "2026-02-28")]
)
def test_six_months(kept: Kept, event: str, day: str) -> None:
    """
    Applications by practice, and certificates by the code, go six months after the decision.
    """
    closed, last = ("procedure.closed", date.fromisoformat(event)), date.fromisoformat(day)
    found = [kept.on(on, closed, law=BOOK) for on in (closed[1], last, last + NEXT)]
    assert [each.must_be_gone_by for each in found] == [On(day=last)] * 3
    assert [each.status for each in found] == [Status.KEPT, Status.KEPT, Status.OVERDUE]


@pytest.mark.parametrize("kept", [REJECTED, CERTIFICATE], ids=["practice", "DBS code"])
def test_six_months_bind_whom_adopted_them(kept: Kept) -> None:
    """
    Whoever did not adopt the practice or the code is not bound by it.
    """
    closed = ("procedure.closed", date(2025, 1, 1))
    found = attrs.evolve(kept, adopted=()).on(DAY, closed, law=BOOK)
    assert isinstance(found.must_be_gone_by, Open)


def test_applications_of_the_hired_are_another_matter() -> None:
    """
    The six months are about those who were not hired.
    """
    closed = ("procedure.closed", date(2025, 1, 1))
    found = attrs.evolve(REJECTED, outcome="hired").on(DAY, closed, law=BOOK)
    assert isinstance(found.must_be_gone_by, Open)


MADE: Final = date(2024, 2, 29)
WORKED: Final = (("placement.started", date(2024, 3, 1)), ("placement.ended", date(2025, 3, 2)))
EMPLOYED: Final = (("employment.started", date(2024, 3, 1)), ("employment.ended", date(2025, 3, 2)))
SUBMITTED: Final = (("candidate.submitted", date(2025, 2, 28)),)
FLOORS: Final = [
    pytest.param("candidate", "application_record", (), "2025-03-02", id="agency: from making"),
    pytest.param("temporary_worker", "placement_history", WORKED, "2026-03-03", id="agency: last"),
    pytest.param("candidate", "application_record", SUBMITTED, "2026-03-01", id="agency: put"),
    pytest.param("temporary_worker", "payroll_data", (), "2030-03-02", id="minimum wage"),
    pytest.param("placed_candidate", "timesheets", (), "2030-03-02", id="minimum wage: hours"),
    pytest.param("client", "invoice_record", (), "2030-03-02", id="value added tax"),
]


@pytest.mark.parametrize(("role", "category", "events", "first"), FLOORS)
def test_floors(role: str, category: str, events: tuple[tuple[str, date], ...], first: str) -> None:
    """
    Agency records are kept a year, pay records and invoices six, and free the day after.
    """
    kept = Kept(role=role, category=category, situation=BRITAIN, opened_on=MADE)
    free = date.fromisoformat(first)
    begun = events[-1][1] if events else MADE
    days = {kept.on(on, *events, law=BOOK).may_erase_from for on in (begun, free - NEXT, free)}
    assert days == {On(day=free)}


@pytest.mark.parametrize(("role", "category", "events", "first"), FLOORS)
def test_floors_bind_where_their_tie_points(
    role: str, category: str, events: tuple[tuple[str, date], ...], first: str
) -> None:
    """
    What British law keeps is not kept where the firm, the employer and the work are elsewhere.
    """
    abroad = Situation(establishment="US", place_of_work="US", formal_employer="US")
    kept = Kept(role=role, category=category, situation=abroad, opened_on=MADE)
    found = kept.on(date.fromisoformat(first), *events, law=BOOK)
    assert [each for each in found.endings if each.clause.rule[:3] == "gb."] == []


def test_agency_records_are_for_agencies() -> None:
    """
    Whoever hires for itself is under no duty to keep an agency's records (SI 2003/3319 reg. 29).
    """
    own = attrs.evolve(BRITAIN, recruitment=Recruitment.OWN_HIRING)
    kept = Kept(role="candidate", category="application_record", situation=own, opened_on=MADE)
    assert isinstance(kept.on(DAY, law=BOOK).may_erase_from, Open)


def test_right_to_work_copies() -> None:
    """
    Who adopted the guidance keeps a right to work copy until two years after the employment.
    """
    kept = Kept(
        role="temporary_worker",
        category="right_to_work_copy",
        situation=BRITAIN,
        adopted=("gb.retention.right_to_work.2y",),
    )
    found = kept.on(DAY, *EMPLOYED, law=BOOK)
    assert found.must_be_gone_by == On(day=date(2027, 3, 2))
    two_years = rule("gb.retention.right_to_work.2y")
    assert (two_years.kind, two_years.weight) == (Kind.FIXED, Weight.GUIDANCE)


@pytest.mark.parametrize(
    ("rule_id", "before", "after", "changed_on"),
    [
        ("gb.retention.placed_worker.minimum-wage", "P3Y", "P6Y", date(2021, 4, 1)),
        ("gb.limitation.equal_treatment.tribunal", "P3M", "P6M", date(2026, 10, 1)),
    ],
)
def test_periods_that_grew(rule_id: str, before: str, after: str, changed_on: date) -> None:
    """
    Pay records went from three years to six, and claims of discrimination from three months to six.
    """
    periods = [str(rule(rule_id, on).period) for on in (changed_on - NEXT, changed_on)]
    assert periods == [before, after]


def test_the_longer_time_for_claims_is_not_confirmed() -> None:
    """
    That six months begin on 1 October 2026 was expected, and not seen in an instrument.
    """
    sure = [
        rule("gb.limitation.equal_treatment.tribunal", on).confidence for on in (DAY, DAY + NEXT)
    ]
    assert sure == [Confidence.VERIFIED, Confidence.UNVERIFIED]


@pytest.mark.parametrize("on", [DAY, DAY + NEXT])
def test_the_day_of_the_act_chooses_the_time_for_a_claim(on: date) -> None:
    """
    An act before the change stays under three months, whenever one asks.
    """
    asked = BOOK.rules(
        "limitation.equal_treatment", BRITAIN, on=date(2026, 12, 1), event_on=on
    ).applies
    found = [each.period for each in asked if each.kind is Kind.LIMITATION]
    assert found == [Period(months=3 if on == DAY else 6)]


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("gb.digital_consent_age.art8", 13, "UK GDPR Art. 8(1)"),
        ("gb.national_id.ni-number", "restricted", "UK GDPR Art. 5(1)(c)"),
        ("gb.criminal_data.schedule-1", "restricted", "DPA 2018 § 10(5)"),
        ("gb.criminal_data.enforced-access", "prohibited", "DPA 2018 § 184(1)"),
        ("gb.health.section-60", "prohibited_unless", "Equality Act 2010 § 60(1)"),
        ("gb.diversity_monitoring.schedule-1-8", "allowed_with_safeguards", "DPA 2018 Sch. 1(8)"),
        ("gb.agency_rules.schedule-4", "required", "SI 2003/3319 reg. 29(1)(a)"),
        ("gb.marketing.electronic.natural_person.pecr-22", "opt_in", "PECR 2003 reg. 22(2)"),
        ("gb.marketing.existing_customer.pecr-22", "soft_opt_in", "PECR 2003 reg. 22(3)"),
        ("gb.marketing.electronic.legal_person.pecr-22", "opt_out", "PECR 2003 reg. 22(1)"),
        ("gb.marketing.phone.pecr-21", "opt_out", "PECR 2003 reg. 21(1)"),
        ("gb.retention.talent_pool.no-period", "no_period_set", "UK GDPR Art. 5(1)(e)"),
        ("gb.limitation.equal_treatment.conciliation", "suspend", "Equality Act 2010 § 140B"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, identifiers, criminal and health data, monitoring and marketing, as the acts have them.
    """
    assert sourced(rule(rule_id)) == (value, cite)


def test_the_age_moved_into_the_regulation() -> None:
    """
    Thirteen stood in the act until the end of 2020, and stands in the UK GDPR since.
    """
    days = (date(2020, 12, 31), date(2021, 1, 1))
    cites = [str(rule("gb.digital_consent_age.art8", on).cites[0]) for on in days]
    assert cites == ["DPA 2018 § 9", "UK GDPR Art. 8(1)"]


def test_decisions_by_machine_became_lawful_with_safeguards() -> None:
    """
    Since 5 February 2026 a decision by a machine alone is allowed, with safeguards (SI 2026/82).
    """
    asked = [
        BOOK.rules("automated_decisions", BRITAIN, on=on).applies
        for on in (date(2026, 2, 4), date(2026, 2, 5))
    ]
    values = [[each.value for each in found] for found in asked]
    assert values == [["prohibited_unless"], ["allowed_with_safeguards"]]


@pytest.mark.parametrize(
    ("rule_id", "en"),
    [
        ("gb.gdpr_name.name", "UK General Data Protection Regulation (UK GDPR)"),
        ("gb.implementing_act.act", "Data Protection Act 2018"),
    ],
)
def test_names(rule_id: str, en: str) -> None:
    """
    The regulation is the UK GDPR, and the act of 2018 goes with it.
    """
    assert rule(rule_id).value == Words.of(en=en)


@pytest.mark.parametrize(
    ("place", "conditions"),
    [("EEA", ()), ("CA", ("recipient_commercial",)), ("KR", ()), ("US", ("recipient_listed",))],
)
def test_adequate_places(place: str, conditions: tuple[str, ...]) -> None:
    """
    A transfer to Europe needs no tool; one to the United States only if the firm is on the list.
    """
    (found,) = [
        each for each in BOOK.rules("adequacy", BRITAIN, on=DAY).applies if each.value == place
    ]
    assert found.conditions == conditions


@pytest.mark.parametrize(
    ("rule_id", "outside"),
    [
        ("gb.retention.unsuccessful.claims", date(2023, 12, 11)),
        ("gb.retention.unsuccessful.agency-1y", date(2004, 4, 5)),
        ("gb.retention.placed_worker.paye-3y", date(2009, 3, 31)),
        ("gb.retention.placed_worker.working-time-2y", date(1998, 9, 30)),
        ("gb.deadline.acknowledgement.complaint-30d", date(2026, 6, 18)),
        ("gb.adequacy.us", date(2023, 10, 11)),
        ("gb.adequacy.kr", date(2022, 12, 18)),
    ],
)
def test_outside_its_validity(rule_id: str, outside: date) -> None:
    """
    On the day before its first one a rule is not in force.
    """
    assert rule(rule_id, outside + NEXT).id == rule_id
    with pytest.raises(RuleNotInForceError):
        rule(rule_id, outside)


@pytest.mark.parametrize(
    ("rule_id", "tie"),
    [
        ("gb.health.section-60", Factor.PLACE_OF_WORK),
        ("gb.limitation.equal_pay.tribunal-6m", Factor.PLACE_OF_WORK),
        ("gb.retention.right_to_work.2y", Factor.FORMAL_EMPLOYER),
        ("gb.digital_consent_age.art8", Factor.RESIDENCE),
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
    The Information Commissioner's Office watches; the day of its successor was not found.
    """
    authority = BOOK.authority("GB", on=DAY)
    assert authority is not None
    assert (authority.abbreviation, authority.confidence) == ("ICO", Confidence.UNVERIFIED)


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        pytest.param(
            "gb.limitation.equal_treatment.tribunal",
            "2026-03-02",
            "2026-06-01",
            id="three months less a day",
        ),
        pytest.param(
            "gb.limitation.equal_treatment.tribunal",
            "2026-10-01",
            "2027-03-31",
            id="six months less a day",
        ),
        pytest.param(
            "gb.limitation.equal_pay.tribunal-6m", "2026-01-31", "2026-07-30", id="equal pay"
        ),
    ],
)
def test_claims(rule_id: str, event: str, last: str) -> None:
    """
    The day of the act is the first of the period (Equality Act 2010 s. 123(1)(a), 129(3)).
    """
    on = date.fromisoformat(event)
    assert claimed(rule(rule_id, on), event, BOOK, BRITAIN) == (last, 1, True)


def test_a_complaint_is_acknowledged_within_thirty_days() -> None:
    """
    The thirty days run from the day after a complaint came in (DPA 2018 s. 164A).
    """
    on = date(2026, 7, 1)
    answer = due(
        rule("gb.deadline.acknowledgement.complaint-30d", on), on, law=BOOK, situation=BRITAIN
    )
    assert answer.last_day == date(2026, 7, 31)


@pytest.mark.parametrize(
    ("on", "standing"), [(date(2024, 3, 21), True), (date(2024, 3, 22), False)]
)
def test_the_old_clauses_of_the_union_ended(on: date, standing: bool) -> None:  # noqa: FBT001 - a table
    """
    Contracts on the Union's old clauses carried transfers until 21 March 2024.
    """
    assert BOOK.history("gb.transfer_instrument.old_eu_clauses")[0].in_force(on) is standing
