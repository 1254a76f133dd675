"""
The rules of the Dutch pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Factor, Kind, Rule, Situation, due, load
from recruitprivacy.messages import Words
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept

BOOK: Final = load("NL", "SE")
DAY: Final = date(2026, 3, 2)


def rule(rule_id: str) -> Rule:
    """
    Take a rule as it stands.
    """
    return BOOK.rule(rule_id, on=DAY)


REJECTED: Final = Kept(
    role="candidate", category="cv", outcome="rejected", adopted=("nl.retention.unsuccessful.4w",)
)
POOL: Final = Kept(
    role="candidate",
    category="cv",
    holds=("consent_given",),
    adopted=("nl.retention.talent_pool.1y-consent",),
)


@pytest.mark.parametrize(
    ("kept", "event", "day"),
    [
        pytest.param(REJECTED, "2026-03-02", "2026-03-30", id="AP guidance: 4 weeks"),
        pytest.param(REJECTED, "2025-11-27", "2025-12-25", id="ends at Christmas"),
        pytest.param(POOL, "2025-03-31", "2026-03-31", id="a year"),
        pytest.param(POOL, "2028-02-29", "2029-02-28", id="a leap day"),
    ],
)
def test_ceilings(kept: Kept, event: str, day: str) -> None:
    """
    Rejected applications go after four weeks, with consent after a year; days off move nothing.
    """
    closed, last = ("procedure.closed", date.fromisoformat(event)), date.fromisoformat(day)
    found = [kept.on(on, closed) for on in (closed[1], last, last + timedelta(days=1))]
    assert [each.must_be_gone_by for each in found] == [On(day=last)] * 3
    assert [each.status for each in found] == [Status.KEPT, Status.KEPT, Status.OVERDUE]


@pytest.mark.parametrize("kept", [REJECTED, POOL])
def test_guidance_binds_whom_adopted_it(kept: Kept) -> None:
    """
    Whoever did not adopt the guidance is not bound by it.
    """
    closed = ("procedure.closed", date(2025, 1, 1))
    found = attrs.evolve(kept, adopted=()).on(DAY, closed)
    assert isinstance(found.must_be_gone_by, Open)
    assert set(kept.adopted) <= {each.rule for each in found.set_aside}


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        pytest.param(attrs.evolve(REJECTED, role="client"), "other_role", id="role"),
        pytest.param(attrs.evolve(REJECTED, outcome="hired"), "other_outcome", id="outcome"),
    ],
)
def test_ceilings_are_about_rejected_candidates(kept: Kept, reason: str) -> None:
    """
    Four weeks are for candidates, and for those who were not hired.
    """
    found = kept.on(DAY, ("procedure.closed", date(2025, 1, 1)))
    why = {each.rule: each.because.message.code for each in found.set_aside}
    assert why["nl.retention.unsuccessful.4w"] == f"retention.aside.{reason}"


EMPLOYED: Final = ("employment.started", date(2016, 1, 4))
PLACED: Final = ("placement.started", date(2016, 1, 4))
FLOORS: Final = [
    pytest.param(
        Kept(role="temporary_worker", category="payroll_data"),
        (EMPLOYED, ("employment.ended", date(2020, 8, 31))),
        "2028-01-01",
        id="AWR Art. 52(4): wages",
    ),
    pytest.param(
        Kept(role="temporary_worker", category="timesheets"),
        (PLACED, ("placement.ended", date(2020, 12, 31))),
        "2028-01-01",
        id="AWR Art. 52(4): hours",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record"),
        (("invoice.paid", date(2021, 1, 1)),),
        "2029-01-01",
        id="AWR Art. 52(4): a paid invoice",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", opened_on=date(2020, 2, 29)),
        (),
        "2028-01-01",
        id="AWR Art. 52(4): an unpaid invoice",
    ),
    pytest.param(
        Kept(role="temporary_worker", category="id_document_copy"),
        (EMPLOYED, ("employment.ended", date(2026, 1, 31))),
        "2032-01-01",
        id="URLB 2011 Art. 7.5(4)",
    ),
    pytest.param(
        Kept(role="placed_candidate", category="tax_info"),
        (EMPLOYED, ("employment.ended", date(2020, 12, 31))),
        "2026-01-01",
        id="URLB 2011 Art. 7.9(2)",
    ),
    pytest.param(
        Kept(role="supplier_worker", category="right_to_work_copy"),
        (PLACED, ("placement.ended", date(2026, 1, 1))),
        "2032-01-01",
        id="Wav Art. 15(3)",
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_floors(kept: Kept, events: tuple[tuple[str, date], ...], first: str) -> None:
    """
    Books are kept seven years, identity copies five after the year the work ended, and no longer.
    """
    free = date.fromisoformat(first)
    last = events[-1][1] if events else kept.opened_on
    days = {kept.floor(on, *events) for on in (last, free - timedelta(days=1), free)}
    assert days == {On(day=free)}


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_floors_bind_where_their_tie_points(
    kept: Kept, events: tuple[tuple[str, date], ...], first: str
) -> None:
    """
    What Dutch law keeps is not kept where controller, employer and work are elsewhere.
    """
    abroad = Situation(establishment="SE", formal_employer="SE", place_of_work="SE")
    found = attrs.evolve(kept, situation=abroad).on(date.fromisoformat(first), *events)
    assert [each.clause.rule for each in found.endings if each.clause.rule[:2] == "nl"] == []


def test_floors_are_about_workers() -> None:
    """
    A client's identity copy is under no Dutch floor.
    """
    ended = ("employment.ended", date(2026, 1, 31))
    found = Kept(role="client", category="id_document_copy").floor(DAY, EMPLOYED, ended)
    assert isinstance(found, Open)


def test_guidance_is_no_statute() -> None:
    """
    Four weeks and a year are guidance: they bind whoever adopted them.
    """
    weights = {
        rule(rule_id).weight
        for rule_id in ("nl.retention.unsuccessful.4w", "nl.retention.talent_pool.1y-consent")
    }
    assert weights == {Weight.GUIDANCE}


def test_a_year_takes_consent() -> None:
    """
    The year in the talent pool stands only where the person consented.
    """
    assert rule("nl.retention.talent_pool.1y-consent").conditions == ("consent_given",)


def test_petition_to_the_court() -> None:
    """
    Six weeks from the answer to go to court (UAVG Art. 35(2) s. 1); the day after is too late.
    """
    answer = due(
        rule("nl.deadline.court-petition"),
        date(2026, 3, 2),
        law=BOOK,
        situation=Situation(establishment="NL"),
    )
    too_late = answer.expires_at.date()
    assert (answer.last_day, too_late - answer.last_day) == (date(2026, 4, 13), timedelta(days=1))


def test_no_limit_where_no_answer_came() -> None:
    """
    Whoever was not answered in time goes to court without a limit (UAVG Art. 35(2) s. 2).
    """
    found = rule("nl.deadline.court-petition.unanswered")
    assert (found.value, found.period, [str(cite) for cite in found.cites]) == (
        "no_time_limit",
        None,
        ["UAVG Art. 35(2) s. 2"],
    )


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        pytest.param(
            "nl.limitation.equal_treatment.tort-5y", "2025-02-28", "2030-02-28", id="from knowing"
        ),
        pytest.param(
            "nl.limitation.equal_treatment.tort-20y", "2024-02-29", "2044-02-29", id="whatever"
        ),
    ],
)
def test_claims(rule_id: str, event: str, last: str) -> None:
    """
    Damages are claimed within five years of knowing, and within twenty of what caused them.
    """
    found = due(
        rule(rule_id),
        date.fromisoformat(event),
        law=BOOK,
        situation=Situation(establishment="NL", place_of_work="NL"),
    )
    codes = {step.says.message.code for step in found.steps}
    assert (str(found.last_day), "law.step.unverified" in codes) == (last, False)
    assert (rule(rule_id).binds, rule(rule_id).kind) == (Factor.PLACE_OF_WORK, Kind.LIMITATION)


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("nl.digital_consent_age.art8", 16, "UAVG Art. 5"),
        ("nl.working_age.16", 16, "Arbeidstijdenwet Art. 1:2(1)"),
        ("nl.national_id.bsn", "statutory_basis_only", "UAVG Art. 46(1)"),
        ("nl.criminal_data.uavg-31-33", "restricted", "UAVG Art. 31"),
        ("nl.health.wmk", "prohibited_unless", "WMK Art. 4(1)"),
        ("nl.health.uavg-30", "restricted", "UAVG Art. 30(1)"),
        ("nl.diversity_monitoring.uavg-25b", "restricted", "UAVG Art. 25(b)"),
        ("nl.criminal_data.vog", "individual_only", "Wjsg Art. 28"),
        ("nl.marketing.electronic.natural_person.tw-11-7", "opt_in", "Tw Art. 11.7(1)"),
        ("nl.marketing.electronic.legal_person.tw-11-7", "opt_in", "Tw Art. 11.7(1)"),
        ("nl.marketing.existing_customer.tw-11-7", "soft_opt_in", "Tw Art. 11.7"),
        ("nl.marketing.phone.tw-11-7", "opt_in", "Tw Art. 11.7(2)"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, identifiers, criminal, health and origin data, marketing, as the Dutch acts have them.
    """
    assert (rule(rule_id).value, str(rule(rule_id).cites[0])) == (value, cite)


@pytest.mark.parametrize(
    ("rule_id", "nl"),
    [
        ("nl.gdpr_name.name", "Algemene verordening gegevensbescherming (AVG)"),
        (
            "nl.implementing_act.act",
            "Uitvoeringswet Algemene verordening gegevensbescherming (UAVG)",
        ),
    ],
)
def test_names(rule_id: str, nl: str) -> None:
    """
    The GDPR is the AVG in the Netherlands, and the UAVG goes with it.
    """
    assert rule(rule_id).value == Words.of(nl=nl)


@pytest.mark.parametrize(
    ("on", "standing"), [(date(2018, 5, 24), True), (date(2018, 5, 25), False)]
)
def test_the_wbp_ended_with_the_uavg(on: date, standing: bool) -> None:  # noqa: FBT001 - a table
    """
    The Wbp stood until 24 May 2018.
    """
    assert BOOK.history("nl.statute.wbp")[0].in_force(on) is standing


@pytest.mark.parametrize(
    ("rule_id", "outside"),
    [
        ("nl.retention.unsuccessful.4w", date(2018, 5, 24)),
        ("nl.retention.placed_worker.awr-7y", date(2009, 1, 31)),
        ("nl.retention.accounts.awr-7y", date(2009, 1, 31)),
        ("nl.retention.placed_worker.id-copy-5y", date(2010, 12, 31)),
        ("nl.retention.placed_worker.wav-hirer-5y", date(2004, 12, 31)),
        ("nl.marketing.phone.tw-11-7", date(2021, 6, 30)),
    ],
)
def test_outside_its_validity(rule_id: str, outside: date) -> None:
    """
    On the day before the first one that was read a rule is not in force.
    """
    assert BOOK.rule(rule_id, on=outside + timedelta(days=1)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        BOOK.rule(rule_id, on=outside)


@pytest.mark.parametrize(
    "rule_id", ["nl.retention.placed_worker.id-copy-5y", "nl.retention.placed_worker.wav-hirer-5y"]
)
def test_outside_its_reach(rule_id: str) -> None:
    """
    A floor on identity copies does not bind for an employer and work abroad.
    """
    abroad = Situation(establishment="NL", formal_employer="SE", place_of_work="SE")
    found = BOOK.rules(rule(rule_id).topic, abroad, on=DAY)
    assert rule_id in {each.rule.id for each in found.set_aside}


def test_the_hirers_duty_moved_down() -> None:
    """
    The copy of a supplied worker's document is kept as before, a paragraph further down.
    """
    found = BOOK.history("nl.retention.placed_worker.wav-hirer-5y")
    assert [(str(each.cites[0]), str(each.period)) for each in found] == [
        ("Wav Art. 15(3)", "P5Y"),
        ("Wav Art. 15(4)", "P5Y"),
    ]


def test_claims_in_general() -> None:
    """
    Damages in general are claimed within five years of knowing (BW Art. 3:310(1)).
    """
    found = due(
        rule("nl.limitation.general.damages-5y"),
        date(2025, 2, 28),
        law=BOOK,
        situation=Situation(establishment="NL"),
    )
    assert str(found.last_day) == "2030-02-28"
