"""
The rules of the French pack: event day, last day, the day after, and outside role or validity.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Confidence, Factor, Rule, Situation, load
from recruitprivacy.messages import Words
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import claimed, sourced

BOOK: Final = load("FR", "SE")
DAY: Final = date(2026, 9, 1)
HOME: Final = Situation(establishment="FR", formal_employer="FR", place_of_work="FR")


def rule(rule_id: str, on: date = DAY) -> Rule:
    """
    Take a rule as it stands.
    """
    return BOOK.rule(rule_id, on=on)


REJECTED: Final = Kept(
    role="candidate",
    category="cv",
    situation=HOME,
    outcome="rejected",
    adopted=("fr.retention.unsuccessful.explain-3m",),
)
POOL: Final = Kept(
    role="candidate",
    category="cv",
    situation=HOME,
    purpose="talent_pool",
    adopted=("fr.retention.talent_pool.last-contact-2y",),
)
EVIDENCE: Final = Kept(
    role="candidate",
    category="cv",
    situation=HOME,
    purpose="legal_claims",
    outcome="rejected",
    adopted=("fr.retention.unsuccessful.evidence-5y",),
)


@pytest.mark.parametrize(
    ("kept", "what", "event", "day"),
    [
        pytest.param(REJECTED, "procedure.closed", "2026-01-31", "2026-04-30", id="three months"),
        pytest.param(REJECTED, "procedure.closed", "2026-09-25", "2026-12-25", id="Christmas"),
        pytest.param(POOL, "conversation", "2024-02-29", "2026-02-28", id="a leap day"),
        pytest.param(POOL, "application.submitted", "2024-05-06", "2026-05-06", id="two years"),
        pytest.param(EVIDENCE, "candidate.rejected", "2023-05-01", "2028-05-01", id="five years"),
    ],
)
def test_ceilings(kept: Kept, what: str, event: str, day: str) -> None:
    """
    Three months to explain, two years in the pool, five for evidence; days off move nothing.
    """
    start, last = (what, date.fromisoformat(event)), date.fromisoformat(day)
    days = (start[1], last, last + timedelta(days=1))
    found = [kept.on(on, start, law=BOOK) for on in days]
    assert [each.must_be_gone_by for each in found] == [On(day=last)] * 3
    assert [each.status for each in found] == [Status.KEPT, Status.KEPT, Status.OVERDUE]


def test_an_unanswered_message_is_no_contact() -> None:
    """
    What was sent to a person who did not answer does not make the two years begin anew.
    """
    spoke, sent = ("conversation", date(2024, 2, 29)), ("message.outbound", date(2025, 6, 1))
    found = POOL.on(date(2025, 7, 1), spoke, sent, law=BOOK)
    assert found.must_be_gone_by == On(day=date(2026, 2, 28))


def test_a_later_contact_counts() -> None:
    """
    The two years run from the last contact with the person themselves.
    """
    applied, spoke = (
        ("application.submitted", date(2024, 1, 8)),
        ("conversation", date(2024, 6, 3)),
    )
    found = POOL.on(date(2025, 7, 1), applied, spoke, law=BOOK)
    assert found.must_be_gone_by == On(day=date(2026, 6, 3))


@pytest.mark.parametrize("kept", [REJECTED, POOL])
def test_guidance_binds_whom_adopted_it(kept: Kept) -> None:
    """
    Whoever did not adopt the guidance of the CNIL is not bound by it.
    """
    start = ("procedure.closed", date(2025, 1, 1)), ("conversation", date(2024, 1, 2))
    found = attrs.evolve(kept, adopted=()).on(DAY, *start, law=BOOK)
    assert isinstance(found.must_be_gone_by, Open)
    assert {rule(rule_id).weight for rule_id in kept.adopted} == {Weight.GUIDANCE}


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        pytest.param(attrs.evolve(REJECTED, role="client"), "other_role", id="role"),
        pytest.param(attrs.evolve(REJECTED, outcome="hired"), "other_outcome", id="outcome"),
    ],
)
def test_ceilings_are_about_rejected_candidates(kept: Kept, reason: str) -> None:
    """
    Three months are for candidates, and for those who were not hired.
    """
    found = kept.on(DAY, ("procedure.closed", date(2025, 1, 1)), law=BOOK)
    why = {each.rule: each.because.message.code for each in found.set_aside}
    assert why["fr.retention.unsuccessful.explain-3m"] == f"retention.aside.{reason}"


EMPLOYED: Final = ("employment.started", date(2018, 9, 3))
LEFT: Final = ("employment.ended", date(2021, 3, 31))
PLACED: Final = ("placement.started", date(2018, 9, 3))
FLOORS: Final = [
    pytest.param(
        Kept(role="temporary_worker", category="date_of_birth", situation=HOME),
        (EMPLOYED, LEFT),
        "2026-04-01",
        id="R1221-26",
    ),
    pytest.param(
        Kept(
            role="placed_candidate",
            category="payroll_data",
            situation=HOME,
            opened_on=date(2018, 9, 3),
        ),
        (EMPLOYED, LEFT),
        "2026-04-01",
        id="L3243-4",
    ),
    pytest.param(
        Kept(role="temporary_worker", category="timesheets", situation=HOME),
        (PLACED, ("placement.ended", date(2024, 2, 28))),
        "2025-03-01",
        id="D3171-16",
    ),
    pytest.param(
        Kept(role="temporary_worker", category="work_permit_status", situation=HOME),
        (EMPLOYED, LEFT),
        "2026-04-01",
        id="D1221-23",
    ),
    pytest.param(
        Kept(role="temporary_worker", category="right_to_work_copy", situation=HOME),
        (EMPLOYED, LEFT),
        "2026-04-01",
        id="D1221-24",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=HOME, opened_on=date(2019, 5, 6)),
        (),
        "2030-01-01",
        id="L123-22: an unpaid invoice",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=HOME),
        (("invoice.paid", date(2020, 1, 1)),),
        "2031-01-01",
        id="L123-22: a paid invoice",
    ),
    pytest.param(
        Kept(role="candidate", category="payroll_data", situation=HOME, opened_on=date(2019, 5, 6)),
        (),
        "2025-05-07",
        id="L102B",
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_floors(kept: Kept, events: tuple[tuple[str, date], ...], first: str) -> None:
    """
    Register and payslips are kept five years, hours one, vouchers ten, tax papers six.
    """
    free = date.fromisoformat(first)
    last = events[-1][1] if events else kept.opened_on
    asked = (last, free - timedelta(days=1), free)
    days = {kept.on(on, *events, law=BOOK).may_erase_from for on in asked}
    assert days == {On(day=free)}


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_floors_bind_where_their_tie_points(
    kept: Kept, events: tuple[tuple[str, date], ...], first: str
) -> None:
    """
    What French law keeps is not kept where controller, employer and work are elsewhere.
    """
    abroad = Situation(establishment="SE", formal_employer="SE", place_of_work="SE")
    found = attrs.evolve(kept, situation=abroad).on(date.fromisoformat(first), *events, law=BOOK)
    assert [each.clause.rule for each in found.endings if each.clause.rule[:2] == "fr"] == []


def test_each_payslip_has_five_years_of_its_own() -> None:
    """
    A payslip is kept five years from its own day, before the employment has ended too (L3243-4).
    """
    payslip = Kept(
        role="placed_candidate",
        category="payroll_data",
        situation=HOME,
        opened_on=date(2026, 9, 30),
    )
    found = payslip.on(date(2026, 10, 1), EMPLOYED, law=BOOK)
    free = {each.clause.rule: each.days.low for each in found.endings}
    assert free["fr.retention.accounts.payslips-5y"] == date(2031, 10, 1)


def test_floors_are_about_workers() -> None:
    """
    The permit of a client's contact person is under no French floor.
    """
    other = Kept(role="client", category="work_permit_status", situation=HOME)
    assert isinstance(other.on(DAY, EMPLOYED, LEFT, law=BOOK).may_erase_from, Open)


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        pytest.param(
            "fr.limitation.equal_treatment.revealed-5y", "2024-03-05", "2029-03-05", id="L1134-5"
        ),
        pytest.param(
            "fr.limitation.equal_treatment.offence-6y", "2024-03-05", "2030-03-05", id="CPP 8"
        ),
        pytest.param("fr.limitation.general.5y", "2024-03-05", "2029-03-05", id="C. civ. 2224"),
        pytest.param("fr.deadline.court.decision", "2026-03-04", "2026-05-04", id="CJA R421-1"),
    ],
)
def test_claims(rule_id: str, event: str, last: str) -> None:
    """
    Five years from the discrimination coming to light, two months against the authority.
    """
    assert claimed(rule(rule_id), event, BOOK, HOME) == (last, 1, True)


def test_claims_are_brought_where_the_work_is() -> None:
    """
    The five years are those of the place of work.
    """
    claim = rule("fr.limitation.equal_treatment.revealed-5y")
    found = BOOK.rules("limitation.equal_treatment", attrs.evolve(HOME, place_of_work="SE"), on=DAY)
    assert claim.binds is Factor.PLACE_OF_WORK
    assert claim in {each.rule for each in found.set_aside}


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("fr.applicant_rights.relevance", "restricted", "Code du travail Art. L1221-6"),
        ("fr.agency_rules.declaration", "allowed_with_safeguards", "Code du travail Art. L1251-45"),
        ("fr.digital_consent_age.art45", 15, "Loi 78-17 Art. 45"),
        ("fr.working_age.16", 16, "Code du travail Art. L4153-1"),
        ("fr.national_id.nir", "statutory_basis_only", "Loi 78-17 Art. 30"),
        ("fr.criminal_data.b3", "individual_only", "CPP Art. 777"),
        ("fr.retention.criminal_data.not-kept", "at_once", "CNIL recrutement"),
        ("fr.health.no-questions", "prohibited_unless", "Code du travail Art. L1132-1"),
        ("fr.diversity_monitoring.no-ethnic-data", "prohibited_unless", "Décision 2007-557 DC"),
        ("fr.marketing.electronic.natural", "opt_in", "CPCE Art. L34-5"),
        ("fr.marketing.electronic.legal", "opt_out", "CNIL prospection"),
        ("fr.marketing.existing_customer.similar", "soft_opt_in", "CPCE Art. L34-5"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, the NIR, sensitive data, agencies and marketing, as the French texts have them.
    """
    assert sourced(rule(rule_id)) == (value, cite)


@pytest.mark.parametrize(
    ("on", "value"),
    [
        pytest.param(date(2026, 8, 10), "opt_out", id="the list of those who object"),
        pytest.param(date(2026, 8, 11), "opt_in", id="Act 2025-594, Art. 13"),
    ],
)
def test_calling_consumers(on: date, value: str) -> None:
    """
    Consumers could be called unless they objected, and since 11 August 2026 if they consented.
    """
    assert rule("fr.marketing.phone.consumer", on).value == value


def test_calling_was_announced() -> None:
    """
    The act on calls was published more than a year before it applied.
    """
    assert rule("fr.marketing.phone.consumer").announced_on == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("rule_id", "fr"),
    [
        ("fr.gdpr_name.name", "règlement général sur la protection des données (RGPD)"),
        (
            "fr.implementing_act.act",
            (
                "loi n° 78-17 du 6 janvier 1978 relative à l’informatique, aux fichiers et aux "
                "libertés (loi Informatique et Libertés)"
            ),
        ),
    ],
)
def test_names(rule_id: str, fr: str) -> None:
    """
    The GDPR is the RGPD in France, and the act of 1978 goes with it.
    """
    assert rule(rule_id).value == Words.of(fr=fr)


def test_the_authority() -> None:
    """
    The CNIL watches over data protection in France.
    """
    found = BOOK.authority("FR", on=DAY)
    assert found is not None
    assert (found.key, found.abbreviation) == ("cnil", "CNIL")


def test_what_was_not_confirmed() -> None:
    """
    One French rule could not be confirmed.
    """
    unsure = {each.id for each in BOOK.pack("FR").rules if each.confidence is Confidence.UNVERIFIED}
    assert unsure == {"fr.retention.right_to_work.copy-5y"}


@pytest.mark.parametrize(
    ("rule_id", "outside"),
    [
        ("fr.retention.unsuccessful.explain-3m", date(2023, 1, 29)),
        ("fr.retention.unsuccessful.evidence-5y", date(2023, 1, 29)),
        ("fr.retention.talent_pool.last-contact-2y", date(2023, 1, 29)),
        ("fr.retention.placed_worker.register-5y", date(2018, 5, 24)),
        ("fr.retention.placed_worker.payslips-5y", date(2008, 4, 30)),
        ("fr.retention.temporary_worker.hours-1y", date(2018, 5, 24)),
        ("fr.retention.right_to_work.register-5y", date(2018, 5, 24)),
        ("fr.retention.right_to_work.copy-5y", date(2018, 5, 24)),
        ("fr.retention.accounts.vouchers-10y", date(2003, 1, 3)),
        ("fr.retention.accounts.vouchers-10y-paid", date(2003, 1, 3)),
        ("fr.retention.accounts.tax-6y", date(2018, 5, 24)),
        ("fr.limitation.equal_treatment.revealed-5y", date(2016, 11, 19)),
        ("fr.limitation.general.5y", date(2008, 6, 18)),
        ("fr.national_id.nir", date(2019, 5, 31)),
    ],
)
def test_outside_its_validity(rule_id: str, outside: date) -> None:
    """
    On the day before the first one that was read a rule is not in force.
    """
    assert rule(rule_id, outside + timedelta(days=1)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        rule(rule_id, outside)
