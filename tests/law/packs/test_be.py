"""
The rules of the Belgian pack: event day, last day, the day after, and outside role or validity.
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
from recruitprivacy.retention import On, Open
from tests.law.packs.keeping import Kept
from tests.law.packs.members import claimed, sourced

BOOK: Final = load("BE", "NL")
DAY: Final = date(2026, 3, 2)
HOME: Final = Situation(establishment="BE", formal_employer="BE", place_of_work="BE")


def rule(rule_id: str, on: date = DAY) -> Rule:
    """
    Take a rule as it stands.
    """
    return BOOK.rule(rule_id, on=on)


def test_no_period_for_applications() -> None:
    """
    No Belgian text says how long an application is kept, and none of a neighbour is taken.
    """
    rejected = Kept(role="candidate", category="cv", situation=HOME, outcome="rejected")
    found = rejected.on(DAY, ("procedure.closed", date(2020, 1, 2)), law=BOOK)
    assert isinstance(found.must_be_gone_by, Open)
    silent = ("be.retention.unsuccessful.none", "be.retention.talent_pool.none")
    assert {(rule(each).value, rule(each).weight) for each in silent} == {
        ("no_period_set", Weight.PRACTICE)
    }


EMPLOYED: Final = ("employment.started", date(2016, 1, 4))
LEFT: Final = ("employment.ended", date(2020, 8, 31))
FLOORS: Final = [
    pytest.param(
        Kept(role="placed_candidate", category="payroll_data", situation=HOME),
        (EMPLOYED, ("employment.ended", date(2019, 8, 31))),
        "2025-01-01",
        id="the individual account",
    ),
    pytest.param(
        Kept(role="temporary_worker", category="contract_record", situation=HOME),
        (EMPLOYED, LEFT),
        "2025-09-01",
        id="the contract for temporary work",
    ),
    pytest.param(
        Kept(
            role="client", category="invoice_record", situation=HOME, opened_on=date(2021, 12, 31)
        ),
        (),
        "2029-01-01",
        id="an invoice of 2021",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=HOME, opened_on=date(2022, 1, 1)),
        (),
        "2033-01-01",
        id="an invoice of 2022",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=HOME),
        (("invoice.paid", date(2021, 12, 31)),),
        "2029-01-01",
        id="a payment of 2021",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=HOME),
        (("invoice.paid", date(2022, 1, 1)),),
        "2033-01-01",
        id="a payment of 2022",
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_floors(kept: Kept, events: tuple[tuple[str, date], ...], first: str) -> None:
    """
    Social documents are kept five years, tax papers seven, and ten from income year 2022 on.
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
    What Belgian law keeps is not kept where controller, employer and work are elsewhere.
    """
    abroad = Situation(establishment="NL", formal_employer="NL", place_of_work="NL")
    found = attrs.evolve(kept, situation=abroad).on(date.fromisoformat(first), *events, law=BOOK)
    assert [each.clause.rule for each in found.endings if each.clause.rule[:2] == "be"] == []


@pytest.mark.parametrize("role", ["placed_candidate", "client"])
def test_contracts_of_others(role: str) -> None:
    """
    The five years for contracts are those of temporary workers.
    """
    contract = Kept(role=role, category="contract_record", situation=HOME)
    found = contract.on(DAY, EMPLOYED, LEFT, law=BOOK)
    why = {each.rule: each.because.message.code for each in found.set_aside}
    assert why["be.retention.temporary_worker.contracts-5y"] == "retention.aside.other_role"


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        pytest.param(
            "be.limitation.equal_treatment.known-5y", "2024-03-05", "2029-03-05", id="from knowing"
        ),
        pytest.param(
            "be.limitation.equal_treatment.outer-20y", "2012-03-05", "2032-03-05", id="whatever"
        ),
        pytest.param("be.deadline.court.decision", "2026-03-02", "2026-04-01", id="thirty days"),
    ],
)
def test_claims(rule_id: str, event: str, last: str) -> None:
    """
    Damages within five years of knowing and twenty in all, thirty days against the authority.
    """
    assert claimed(rule(rule_id), event, BOOK, HOME) == (last, 1, True)


def test_claims_are_brought_where_the_work_is() -> None:
    """
    The five years are those of the place of work.
    """
    claim = rule("be.limitation.equal_treatment.known-5y")
    found = BOOK.rules("limitation.equal_treatment", attrs.evolve(HOME, place_of_work="NL"), on=DAY)
    assert claim.binds is Factor.PLACE_OF_WORK
    assert claim in {each.rule for each in found.set_aside}


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("be.retention.right_to_work.copy", "while_employed", "Wet 11 februari 2013"),
        ("be.retention.criminal_data.after-decision", "at_once", "GBA guidance"),
        ("be.applicant_rights.relevance", "restricted", "CAO 38 Art. 11"),
        ("be.agency_rules.recognition", "permit_required", "Decreet 10 december 2010"),
        ("be.digital_consent_age.art8", 13, "Wet 30 juli 2018 Art. 7"),
        ("be.working_age.15", 15, "Arbeidswet Art. 7.1"),
        ("be.national_id.national-register", "statutory_basis_only", "Wet 8 augustus 1983 Art. 8"),
        ("be.criminal_data.grounds", "restricted", "Wet 30 juli 2018 Art. 10"),
        ("be.criminal_data.extract", "individual_only", "Sv Art. 595"),
        ("be.security_of_record.access-list", "required", "Wet 30 juli 2018 Art. 9"),
        ("be.health.tests", "prohibited_unless", "Wet 28 januari 2003 Art. 3"),
        ("be.diversity_monitoring.gdpr", "explicit_consent_required", "GDPR Art. 9(2)(a)"),
        ("be.marketing.electronic.natural", "opt_in", "WER Art. XII.13"),
        ("be.marketing.electronic.legal", "opt_out", "WER Art. XII.13"),
        ("be.marketing.existing_customer.similar", "soft_opt_in", "WER Art. XII.13"),
        ("be.marketing.phone.list", "opt_out", "WER Art. VI.111"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, the national number, sensitive data, agencies and marketing, as Belgian texts have them.
    """
    assert sourced(rule(rule_id)) == (value, cite)


def test_the_agreement_on_recruitment_is_advice() -> None:
    """
    What collective agreement no. 38 says of private life is read as advice.
    """
    assert rule("be.applicant_rights.relevance").weight is Weight.GUIDANCE


def test_names() -> None:
    """
    The GDPR has a name in each of the three languages.
    """
    assert rule("be.gdpr_name.name").value == Words.of(
        nl="Algemene verordening gegevensbescherming (AVG)",
        fr="règlement général sur la protection des données (RGPD)",
        de="Datenschutz-Grundverordnung (DSGVO)",
    )


def test_the_act_has_a_name_in_each_language() -> None:
    """
    The act of 2018 is named in Dutch, French and German.
    """
    names = rule("be.implementing_act.act").value
    assert isinstance(names, Words)
    assert {tag: name.partition(" 2018")[0] for tag, name in names.by_language.items()} == {
        "nl": "wet van 30 juli",
        "fr": "loi du 30 juillet",
        "de": "Gesetz vom 30. Juli",
    }


@pytest.mark.parametrize(("on", "standing"), [(date(2018, 9, 4), True), (date(2018, 9, 5), False)])
def test_the_act_of_1992_ended(on: date, standing: bool) -> None:  # noqa: FBT001 - a table
    """
    The privacy act of 1992 stood until the act of 2018 was published.
    """
    assert BOOK.history("be.statute.act_1992")[0].in_force(on) is standing


def test_the_authority() -> None:
    """
    The authority has a name in each of the three languages.
    """
    found = BOOK.authority("BE", on=DAY)
    assert found is not None
    assert (found.key, set(found.name.by_language)) == ("apd_gba", {"nl", "fr", "de"})


def test_what_was_not_confirmed() -> None:
    """
    Three Belgian rules could not be confirmed.
    """
    unsure = {each.id for each in BOOK.pack("BE").rules if each.confidence is Confidence.UNVERIFIED}
    assert unsure == {
        "be.diversity_monitoring.gdpr",
        "be.limitation.equal_treatment.known-5y",
        "be.limitation.equal_treatment.outer-20y",
    }


@pytest.mark.parametrize(
    ("rule_id", "outside"),
    [
        ("be.retention.unsuccessful.none", date(2018, 5, 24)),
        ("be.retention.placed_worker.individual-account-5y", date(2018, 5, 24)),
        ("be.retention.temporary_worker.contracts-5y", date(2018, 5, 24)),
        ("be.retention.right_to_work.copy", date(2013, 3, 3)),
        ("be.digital_consent_age.art8", date(2018, 9, 4)),
        ("be.criminal_data.grounds", date(2018, 9, 4)),
        ("be.security_of_record.access-list", date(2018, 9, 4)),
        ("be.marketing.phone.list", date(2015, 7, 10)),
    ],
)
def test_outside_its_validity(rule_id: str, outside: date) -> None:
    """
    On the day before the first one that was read a rule is not in force.
    """
    assert rule(rule_id, outside + timedelta(days=1)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        rule(rule_id, outside)
