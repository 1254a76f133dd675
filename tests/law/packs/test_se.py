"""
The rules of the Swedish pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Confidence, Kind, Rule, Situation, due, load
from recruitprivacy.messages import Words
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept

BOOK: Final = load("NL", "SE")
DAY: Final = date(2026, 3, 2)
HERE: Final = Situation(establishment="SE", place_of_work="SE")


def rule(rule_id: str) -> Rule:
    """
    Take a rule as it stands.
    """
    return BOOK.rule(rule_id, on=DAY)


SWEDEN: Final = Situation(establishment="SE", place_of_work="SE", formal_employer="SE")
CLAIMS: Final = Kept(
    role="candidate",
    category="cv",
    situation=SWEDEN,
    purpose="legal_claims",
    outcome="rejected",
    adopted=("se.retention.unsuccessful.2y",),
)


def test_two_years_of_practice() -> None:
    """
    Applications are kept two years for claims alone, by practice; a Saturday moves nothing.
    """
    closed, last = ("procedure.closed", date(2024, 2, 29)), date(2026, 2, 28)
    found = [CLAIMS.on(on, closed) for on in (closed[1], last, date(2026, 3, 1))]
    assert [each.must_be_gone_by for each in found] == [On(day=last)] * 3
    assert [each.status for each in found] == [Status.KEPT, Status.KEPT, Status.OVERDUE]
    practice = rule("se.retention.unsuccessful.2y")
    assert (practice.kind, practice.weight) == (Kind.CEILING, Weight.PRACTICE)


@pytest.mark.parametrize(
    "other", [{"purpose": "matching"}, {"outcome": "hired"}, {"role": "client"}, {"adopted": ()}]
)
def test_two_years_are_for_claims_of_the_rejected(other: dict[str, Any]) -> None:
    """
    The two years bound nothing but claims of candidates who were not hired, where adopted.
    """
    kept = attrs.evolve(CLAIMS, **other)
    assert isinstance(kept.ceiling(DAY, ("procedure.closed", date(2024, 2, 29))), Open)


FLOORS: Final = [
    pytest.param(
        Kept(role="temporary_worker", category="payroll_data", situation=SWEDEN),
        (("employment.started", date(2016, 1, 4)), ("employment.ended", date(2020, 8, 31))),
        "2028-01-01",
        id="wages",
    ),
    pytest.param(
        Kept(role="client", category="invoice_record", situation=SWEDEN),
        (("invoice.paid", date(2020, 12, 31)),),
        "2028-01-01",
        id="a paid invoice",
    ),
    pytest.param(
        Kept(
            role="client", category="invoice_record", situation=SWEDEN, opened_on=date(2021, 1, 1)
        ),
        (),
        "2029-01-01",
        id="an unpaid invoice",
    ),
    pytest.param(
        Kept(role="temporary_worker", category="right_to_work_copy", situation=SWEDEN),
        (("employment.started", date(2016, 1, 4)), ("employment.ended", date(2025, 3, 2))),
        "2026-03-03",
        id="a year after the work: right to work",
    ),
]


@pytest.mark.parametrize(("kept", "events", "first"), FLOORS)
def test_floors(kept: Kept, events: tuple[tuple[str, date], ...], first: str) -> None:
    """
    Accounts are kept through the seventh year after the year, permits a year after the work.
    """
    free = date.fromisoformat(first)
    last = events[-1][1] if events else kept.opened_on
    days = {kept.floor(on, *events) for on in (last, free - timedelta(days=1), free)}
    assert days == {On(day=free)}


def test_other_data_are_no_books() -> None:
    """
    A client's name is under no Swedish floor.
    """
    found = Kept(role="client", category="name", situation=SWEDEN).floor(DAY)
    assert isinstance(found, Open)


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        pytest.param(
            "se.limitation.equal_treatment.outer-2y", "2024-02-29", "2026-03-02", id="leap day"
        ),
        pytest.param(
            "se.limitation.equal_treatment.outer-2y", "2024-06-19", "2026-06-22", id="eve"
        ),
        pytest.param(
            "se.limitation.equal_treatment.knowledge-4m", "2026-10-31", "2027-03-01", id="clamped"
        ),
        pytest.param(
            "se.limitation.equal_treatment.knowledge-4m", "2026-03-02", "2026-07-02", id="plain"
        ),
    ],
)
def test_claims(rule_id: str, event: str, last: str) -> None:
    """
    Four months from knowing, two years from what happened; eves and weekends run on.
    """
    answer = due(rule(rule_id), date.fromisoformat(event), law=BOOK, situation=HERE)
    assert (str(answer.last_day), rule(rule_id).kind) == (last, Kind.LIMITATION)


def test_the_ombudsman_starts_the_period_anew() -> None:
    """
    A notice by the Equality Ombudsman is a hold (Diskrimineringslagen ch. 6 § 5).
    """
    found = rule("se.limitation.equal_treatment.do-interruption")
    assert (found.kind, found.value) == (Kind.HOLD, "restart")


def test_merits_on_request() -> None:
    """
    Whoever is not hired or interviewed gets the other's merits in writing, on request.
    """
    found = rule("se.applicant_rights.merits")
    assert (found.value, str(found.cites[0]), found.confidence) == (
        "merits_on_request",
        "Diskrimineringslagen ch. 2 § 4",
        Confidence.VERIFIED,
    )
    assert [words for words in ("interview", "in writing") if words not in found.because] == []


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("se.digital_consent_age.art8", 13, "Dataskyddslagen ch. 2 § 4"),
        ("se.national_id.personnummer", "restricted", "Dataskyddslagen ch. 3 § 10"),
        ("se.criminal_data.utdrag", "individual_only", "Lag (1998:620) § 9"),
        ("se.criminal_data.dataskyddslagen-3-8", "restricted", "Dataskyddslagen ch. 3 § 8"),
        ("se.diversity_monitoring.dataskyddslagen-3", "restricted", "Dataskyddslagen ch. 3 § 2"),
        ("se.health.dataskyddslagen-3-2", "restricted", "Dataskyddslagen ch. 3 § 2"),
        ("se.working_age.16", 16, "Arbetsmiljölagen ch. 5 § 2"),
        (
            "se.marketing.electronic.natural_person.mfl-19",
            "opt_in",
            "Marknadsföringslagen § 19",
        ),
        ("se.marketing.existing_customer.mfl-19", "soft_opt_in", "Marknadsföringslagen § 19"),
        ("se.marketing.electronic.legal_person.mfl-20", "opt_out", "Marknadsföringslagen § 19"),
        ("se.marketing.phone.mfl-21", "opt_out", "Marknadsföringslagen § 21"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, identifiers, records, health and marketing, as the Swedish acts have them.
    """
    assert (rule(rule_id).value, str(rule(rule_id).cites[0])) == (value, cite)


def test_names() -> None:
    """
    The GDPR is dataskyddsförordningen, and dataskyddslagen goes with it.
    """
    name, act = (rule(f"se.{part}").value for part in ("gdpr_name.name", "implementing_act.act"))
    assert name == Words.of(sv="dataskyddsförordningen (GDPR)")
    assert isinstance(act, Words)
    assert "dataskyddslagen" in act.by_language["sv"]


@pytest.mark.parametrize(
    ("rule_id", "outside"),
    [
        ("se.retention.placed_worker.bfl-7y", date(2010, 12, 31)),
        ("se.retention.unsuccessful.2y", date(2008, 12, 31)),
        ("se.retention.right_to_work.12m", date(2013, 7, 31)),
        ("se.criminal_data.dataskyddslagen-3-8", date(2018, 5, 24)),
        ("se.digital_consent_age.art8", date(2018, 5, 24)),
        ("se.statute.pul", date(2018, 5, 25)),
    ],
)
def test_outside_its_validity(rule_id: str, outside: date) -> None:
    """
    On a day a rule does not cover it is not in force.
    """
    with pytest.raises(RuleNotInForceError):
        BOOK.rule(rule_id, on=outside)


def test_outside_its_reach() -> None:
    """
    Swedish claim periods do not bind for work done in the Netherlands.
    """
    abroad = Situation(establishment="SE", place_of_work="NL")
    found = BOOK.rules("limitation.equal_treatment", abroad, on=DAY)
    assert {rule.jurisdiction for rule in found.applies} == {"NL"}


def test_claims_in_general() -> None:
    """
    A claim lapses ten years after it arose (Preskriptionslagen § 2).
    """
    answer = due(
        rule("se.limitation.general.claims-10y"), date(2025, 3, 3), law=BOOK, situation=HERE
    )
    assert str(answer.last_day) == "2035-03-05"


def test_nothing_swedish_is_unverified() -> None:
    """
    Every Swedish rule was read in a text, or in sources that agree.
    """
    assert {each.confidence for each in BOOK.pack("SE").rules} == {Confidence.VERIFIED}


def test_consent_opens_no_criminal_data() -> None:
    """
    A private firm needs a claim, a duty or the authority for criminal data (2018:219 § 5).
    """
    found = rule("se.criminal_data.dataskyddslagen-3-8")
    assert "Förordning (2018:219) § 5" in [str(cite) for cite in found.cites]
    assert "consent is not on the list" in found.because
