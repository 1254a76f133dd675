"""
The rules of the German pack: event day, last day, the day after, and outside role or validity.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Factor, Recruitment, Rule, Situation, load
from recruitprivacy.messages import Words
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import claimed, sourced

BOOK: Final = load("DE", "SE")
DAY: Final = date(2026, 3, 2)
HOME: Final = Situation(establishment="DE", formal_employer="DE", place_of_work="DE")
BROKER: Final = attrs.evolve(HOME, recruitment=Recruitment.AGENCY)
OWN: Final = attrs.evolve(HOME, recruitment=Recruitment.OWN_HIRING)


def rule(rule_id: str, on: date = DAY) -> Rule:
    """
    Take a rule as it stands.
    """
    return BOOK.rule(rule_id, on=on)


REJECTED: Final = Kept(
    role="candidate",
    category="cv",
    situation=OWN,
    outcome="rejected",
    adopted=("de.retention.unsuccessful.6m",),
)
MEDIATED: Final = Kept(role="candidate", category="contract_record", situation=BROKER)


@pytest.mark.parametrize(
    ("event", "day"),
    [
        pytest.param("2026-01-31", "2026-07-31", id="AGG § 15(4), ArbGG § 61b(1)"),
        pytest.param("2024-10-31", "2025-04-30", id="a shorter month"),
        pytest.param("2026-06-26", "2026-12-26", id="ends at Christmas"),
    ],
)
def test_rejected_applications_go_after_six_months(event: str, day: str) -> None:
    """
    An adopted six months run from the rejection, and days off move nothing.
    """
    told, last = ("candidate.rejected", date.fromisoformat(event)), date.fromisoformat(day)
    days = (told[1], last, last + timedelta(days=1))
    found = [REJECTED.on(on, told, law=BOOK) for on in days]
    assert [each.must_be_gone_by for each in found] == [On(day=last)] * 3
    assert [each.status for each in found] == [Status.KEPT, Status.KEPT, Status.OVERDUE]


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        pytest.param(attrs.evolve(REJECTED, role="client"), "other_role", id="role"),
        pytest.param(attrs.evolve(REJECTED, outcome="hired"), "other_outcome", id="outcome"),
    ],
)
def test_six_months_are_about_rejected_candidates(kept: Kept, reason: str) -> None:
    """
    Six months are for candidates, and for those who were turned down.
    """
    found = kept.on(DAY, ("candidate.rejected", date(2025, 1, 1)), law=BOOK)
    why = {each.rule: each.because.message.code for each in found.set_aside}
    assert why["de.retention.unsuccessful.6m"] == f"retention.aside.{reason}"


def test_six_months_are_guidance() -> None:
    """
    Whoever did not adopt the six months is not bound by them.
    """
    found = attrs.evolve(REJECTED, adopted=()).on(
        DAY, ("candidate.rejected", date(2025, 1, 1)), law=BOOK
    )
    assert isinstance(found.must_be_gone_by, Open)
    assert rule("de.retention.unsuccessful.6m").weight is Weight.GUIDANCE


def test_what_a_broker_keeps() -> None:
    """
    A job broker keeps its papers three years, no less and no more (SGB III § 298(2)).
    """
    ended, last = ("contract.ended", date(2023, 3, 1)), date(2026, 3, 1)
    days = (ended[1], last, last + timedelta(days=1))
    found = [MEDIATED.on(on, ended, law=BOOK) for on in days]
    assert {each.must_be_gone_by for each in found} == {On(day=last)}
    assert {each.may_erase_from for each in found} == {On(day=last + timedelta(days=1))}
    assert [each.status for each in found] == [Status.KEPT, Status.KEPT, Status.OVERDUE]


def test_who_hires_for_itself_is_no_broker() -> None:
    """
    The three years of a job broker do not bind whoever hires for itself.
    """
    found = BOOK.rules("retention.unsuccessful", OWN, on=DAY)
    aside = {each.rule.id: each.facts for each in found.set_aside if each.rule.id[:2] == "de"}
    assert aside == {
        "de.retention.unsuccessful.broker-3y": ("recruitment",),
        "de.retention.unsuccessful.broker-return": ("recruitment",),
    }


EMPLOYED: Final = ("employment.started", date(2016, 1, 4))
PLACED: Final = ("placement.started", date(2016, 1, 4))
FLOORS: Final = [
    pytest.param(
        Kept(role="temporary_worker", category="payroll_data", situation=HOME),
        (EMPLOYED, ("employment.ended", date(2020, 8, 31))),
        "2029-01-01",
        id="HGB § 257(4): wages",
    ),
    pytest.param(
        Kept(role="placed_candidate", category="tax_info", situation=HOME),
        (EMPLOYED, ("employment.ended", date(2020, 12, 31))),
        "2027-01-01",
        id="EStG § 41(1) s. 9",
    ),
    pytest.param(
        Kept(role="temporary_worker", category="timesheets", situation=HOME),
        (PLACED, ("placement.ended", date(2024, 2, 29))),
        "2027-03-02",
        id="AÜG § 7(2) s. 4",
    ),
    pytest.param(
        Kept(
            role="supplier_worker",
            category="timesheets",
            situation=HOME,
            holds=("law_requires",),
        ),
        (PLACED, ("placement.ended", date(2024, 2, 29))),
        "2026-03-02",
        id="AÜG § 17c(1)",
    ),
    pytest.param(
        Kept(
            role="placed_candidate",
            category="timesheets",
            situation=HOME,
            holds=("law_requires",),
            opened_on=date(2024, 2, 29),
        ),
        (),
        "2026-03-02",
        id="ArbZG § 16(2)",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=HOME),
        (("invoice.paid", date(2021, 1, 1)),),
        "2030-01-01",
        id="HGB § 257(4): a paid invoice",
    ),
    pytest.param(
        Kept(
            role="client",
            category="invoice_record",
            situation=HOME,
            opened_on=date(2020, 2, 29),
        ),
        (),
        "2029-01-01",
        id="HGB § 257(4): an unpaid invoice",
    ),
    pytest.param(
        Kept(role="client", category="correspondence", situation=HOME, opened_on=date(2020, 2, 29)),
        (),
        "2027-01-01",
        id="HGB § 257(4): letters",
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_floors(kept: Kept, events: tuple[tuple[str, date], ...], first: str) -> None:
    """
    Vouchers are kept eight years, wage accounts and letters six, a lender's papers three.
    """
    free = date.fromisoformat(first)
    asked = (date(2025, 1, 1), free - timedelta(days=1), free)
    days = {kept.on(on, *events, law=BOOK).may_erase_from for on in asked}
    assert days == {On(day=free)}


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_floors_bind_where_their_tie_points(
    kept: Kept, events: tuple[tuple[str, date], ...], first: str
) -> None:
    """
    What German law keeps is not kept where controller, employer and work are elsewhere.
    """
    abroad = Situation(establishment="SE", formal_employer="SE", place_of_work="SE")
    found = attrs.evolve(kept, situation=abroad).on(date.fromisoformat(first), *events, law=BOOK)
    assert [each.clause.rule for each in found.endings if each.clause.rule[:2] == "de"] == []


@pytest.mark.parametrize(
    ("on", "first"),
    [
        pytest.param("2024-12-31", "2027-01-01", id="the last day of ten years"),
        pytest.param("2025-01-01", "2025-01-01", id="the first day of eight years"),
    ],
)
def test_vouchers_since_2025(on: str, first: str) -> None:
    """
    A voucher of 2016 was to be kept to the end of 2026, and since 2025 to the end of 2024.
    """
    voucher = Kept(
        role="client", category="invoice_record", situation=HOME, opened_on=date(2016, 3, 14)
    )
    found = voucher.on(date.fromisoformat(on), law=BOOK)
    assert found.may_erase_from == On(day=date.fromisoformat(first))


def test_letters_of_candidates_are_no_commercial_letters() -> None:
    """
    What candidates write is under no German floor.
    """
    letter = Kept(
        role="candidate", category="correspondence", situation=OWN, opened_on=date(2020, 2, 29)
    )
    assert isinstance(letter.on(DAY, law=BOOK).may_erase_from, Open)


def test_hours_where_no_act_asks_for_them() -> None:
    """
    Where no act has hours written down, those of a hired worker are under no floor.
    """
    hours = Kept(role="supplier_worker", category="timesheets", situation=HOME)
    found = hours.on(DAY, PLACED, ("placement.ended", date(2025, 3, 3)), law=BOOK)
    assert found.missing == ("condition.law_requires",)


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        pytest.param(
            "de.limitation.equal_treatment.claim-2m", "2026-01-31", "2026-03-31", id="AGG § 15(4)"
        ),
        pytest.param(
            "de.limitation.equal_treatment.claim-2m-known", "2026-02-13", "2026-04-13", id="Bulicke"
        ),
        pytest.param(
            "de.limitation.equal_treatment.suit-3m", "2026-03-31", "2026-06-30", id="ArbGG § 61b(1)"
        ),
        pytest.param("de.limitation.general.3y", "2026-05-05", "2029-12-31", id="BGB § 199(1)"),
        pytest.param("de.deadline.court.decision", "2026-03-02", "2026-04-02", id="VwGO § 74(1)"),
    ],
)
def test_claims(rule_id: str, event: str, last: str) -> None:
    """
    Two months to claim, three to sue, three years for the rest, a month against the authority.
    """
    assert claimed(rule(rule_id), event, BOOK, HOME) == (last, 1, True)


def test_claims_are_brought_where_the_work_is() -> None:
    """
    The two months are those of the place of work, and the case on them is a case.
    """
    claim = rule("de.limitation.equal_treatment.claim-2m")
    case = rule("de.limitation.equal_treatment.claim-2m-known")
    assert (claim.binds, case.weight) == (Factor.PLACE_OF_WORK, Weight.CASE)
    abroad = attrs.evolve(HOME, place_of_work="SE")
    found = BOOK.rules("limitation.equal_treatment", abroad, on=DAY)
    assert claim in {each.rule for each in found.set_aside}


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("de.retention.unsuccessful.broker-return", "at_once", "SGB III § 298(2) s. 1"),
        ("de.retention.talent_pool.consent", "no_period_set", "BDSG § 26(2)"),
        ("de.retention.right_to_work.copy", "while_employed", "AufenthG § 4a(5)"),
        ("de.legal_hold.open-assessment", "hold", "AO § 147(3)"),
        ("de.agency_rules.consent", "consent_required", "SGB III § 298(1)"),
        ("de.agency_rules.licence", "permit_required", "AÜG § 1(1)"),
        ("de.digital_consent_age.art8", 16, "GDPR Art. 8(1)"),
        ("de.working_age.15", 15, "JArbSchG § 2(1)"),
        ("de.national_id.insurance-number", "statutory_basis_only", "SGB IV § 18f(3)"),
        ("de.national_id.tax-number", "restricted", "AO § 139b(2)"),
        ("de.criminal_data.certificate", "individual_only", "BZRG § 30(1)"),
        ("de.health.bdsg-26", "restricted", "BDSG § 26(3)"),
        ("de.health.genetic", "prohibited", "GenDG § 19"),
        ("de.diversity_monitoring.bdsg-26", "restricted", "BDSG § 26(3)"),
        ("de.marketing.electronic.natural", "opt_in", "UWG § 7(2)"),
        ("de.marketing.electronic.legal", "opt_in", "UWG § 7(2)"),
        ("de.marketing.existing_customer.similar", "soft_opt_in", "UWG § 7(3)"),
        ("de.marketing.phone.consumer", "opt_in", "UWG § 7(2)"),
        ("de.marketing.phone.business", "prohibited_unless", "UWG § 7(2)"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, numbers, sensitive data, agencies and marketing, as the German acts have them.
    """
    assert sourced(rule(rule_id)) == (value, cite)


def test_conditions() -> None:
    """
    A pool takes consent; a customer was in touch, hears of similar things, and can object.
    """
    pool, similar = (
        rule("de.retention.talent_pool.consent"),
        rule("de.marketing.existing_customer.similar"),
    )
    assert pool.conditions == ("consent_given",)
    assert similar.conditions == ("prior_contact", "similar_recruitment_services", "not_opted_out")


@pytest.mark.parametrize(
    ("rule_id", "de"),
    [
        ("de.gdpr_name.name", "Datenschutz-Grundverordnung (DSGVO)"),
        ("de.implementing_act.act", "Bundesdatenschutzgesetz (BDSG)"),
    ],
)
def test_names(rule_id: str, de: str) -> None:
    """
    The GDPR is the DSGVO in Germany, and the BDSG goes with it.
    """
    assert rule(rule_id).value == Words.of(de=de)


LAENDER: Final = {
    "BW": "LfDI BW",
    "BY": "BayLDA",
    "BE": "BlnBDI",
    "BB": "LDA",
    "HB": "LfDI HB",
    "HH": "HmbBfDI",
    "HE": "HBDI",
    "MV": "LfDI MV",
    "NI": "LfD",
    "NW": "LDI NRW",
    "RP": "LfDI RLP",
    "SL": "UDZ",
    "SN": "SDTB",
    "ST": "LfD ST",
    "SH": "ULD",
    "TH": "TLfDI",
}


@pytest.mark.parametrize(("land", "abbreviation"), LAENDER.items())
def test_each_land_has_its_authority(land: str, abbreviation: str) -> None:
    """
    Private firms answer to the authority of their Land.
    """
    found = BOOK.authority(f"DE-{land}", on=DAY)
    assert found is not None
    assert (found.abbreviation, found.regions) == (abbreviation, (f"DE-{land}",))


def test_the_federal_authority_is_that_of_the_country() -> None:
    """
    For the country as a whole the federal authority is recorded.
    """
    found = BOOK.authority("DE", on=DAY)
    assert found is not None
    assert (found.abbreviation, found.regions) == ("BfDI", ())


@pytest.mark.parametrize(
    ("rule_id", "outside"),
    [
        ("de.retention.unsuccessful.6m", date(2022, 12, 31)),
        ("de.retention.unsuccessful.broker-3y", date(2019, 11, 25)),
        ("de.retention.placed_worker.vouchers", date(2018, 5, 24)),
        ("de.retention.placed_worker.wage-account-6y", date(2018, 5, 24)),
        ("de.retention.temporary_worker.lender-3y", date(2018, 5, 24)),
        ("de.retention.temporary_worker.hours-2y", date(2018, 5, 24)),
        ("de.retention.accounts.vouchers", date(2018, 5, 24)),
        ("de.retention.accounts.vouchers-paid", date(2018, 5, 24)),
        ("de.retention.accounts.letters-6y", date(2018, 5, 24)),
        ("de.retention.right_to_work.copy", date(2020, 2, 29)),
        ("de.limitation.equal_treatment.claim-2m", date(2006, 8, 17)),
        ("de.limitation.equal_treatment.suit-3m", date(2006, 8, 17)),
        ("de.marketing.phone.consumer", date(2021, 9, 30)),
    ],
)
def test_outside_its_validity(rule_id: str, outside: date) -> None:
    """
    On the day before the first one that was read a rule is not in force.
    """
    assert rule(rule_id, outside + timedelta(days=1)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        rule(rule_id, outside)
