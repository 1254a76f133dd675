"""
Whom and what a rule is about: each way to select, what it leaves out, and what nobody knows.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import FaultsError
from recruitprivacy.findings import Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Recruitment
from recruitprivacy.messages import Phrase
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import Controller, Policy, Responsibility, RetentionRule, Use, Which
from recruitprivacy.retention import Disposal, On, Status, Unknown
from recruitprivacy.timeline import AnyEvent, ConditionKnown, ConsentGiven, RecordKind
from recruitprivacy.vocabulary import LawfulBasis
from tests.retention.house import HERE, HOUSE, decide, of, with_uses
from tests.timeline.making import happened, make, opened

CAME: Final = date(2024, 1, 10)
DAY: Final = date(2024, 2, 10)
MONTH: Final = RetentionRule(at_most=Period(months=1), after="data_collected")
"""A rule by which everything it is about goes by ``DAY``."""


def ruled(rule: RetentionRule, policy: Policy = HOUSE) -> Policy:
    """
    Give a firm that has this one rule.
    """
    return attrs.evolve(policy, retention=FrozenMap({"only": rule}))


def application(**more: Any) -> AnyEvent:  # noqa: ANN401 - any field
    """
    Open somebody's application.
    """
    return opened("a", CAME, record_kind=RecordKind.APPLICATION, **more)


def ended(outcome: str) -> AnyEvent:
    """
    Let the procedure end in some way.
    """
    return happened("end", "procedure.closed", CAME, record="a", outcome=outcome)


def last_day(rule: RetentionRule, *events: AnyEvent, what: str = "a.cv") -> str:
    """
    Tell by when a category must be gone under one rule.
    """
    return str(of(events, CAME, what=what, policy=ruled(rule)).must_be_gone_by)


@pytest.mark.parametrize(
    ("source", "applies", "other"),
    [
        ("given", "application_form", "staff_referral"),
        ("application_form", "application_form", "website"),
        ("public_source", "linkedin", "application_form"),
        ("staff_referral", "staff_referral", "candidate_referral"),
        ("third_party", "supplier_referral", "application_form"),
        ("supplier_referral", "supplier_referral", "linkedin"),
        ("public_job_board", "public_job_board", "linkedin"),
    ],
    ids=["applied", "by form", "sourced", "referred", "from others", "from an agency", "public"],
)
def test_by_source(source: str, applies: str, other: str) -> None:
    """
    A rule for a source is about it and what is a kind of it; unknown, it may be about the record.
    """
    rule = attrs.evolve(MONTH, sources=(source,))
    assert last_day(rule, application(obtained_from=applies)) == str(DAY)
    assert last_day(rule, application(obtained_from=other)) == "open"
    assert last_day(rule, application()) == "unknown: record.obtained_from"


@pytest.mark.parametrize(
    ("outcome", "applies", "other"),
    [
        ("rejected", "rejected_before_interview", "hired"),
        ("rejected_before_interview", "rejected_before_interview", "rejected_after_interview"),
        ("rejected_after_interview", "rejected_after_interview", "rejected_before_interview"),
        ("withdrew", "offer_declined", "rejected"),
        ("hired", "hired", "rejected"),
        ("kept_in_mind", "kept_in_mind", "rejected"),
        ("registration_refused", "registration_refused", "registration_accepted"),
        ("never_submitted", "never_submitted", "withdrew"),
    ],
)
def test_by_outcome(outcome: str, applies: str, other: str) -> None:
    """
    A rule for an outcome is about it and what is a kind of it; unknown, it may be about the record.
    """
    rule = attrs.evolve(MONTH, outcomes=(outcome,))
    assert last_day(rule, application(), ended(applies)) == str(DAY)
    assert last_day(rule, application(), ended(other)) == "open"
    assert last_day(rule, application()) == "unknown: record.outcome"


@pytest.mark.parametrize(("role", "last"), [("candidate", str(DAY)), ("client", "open")])
def test_by_role(role: str, last: str) -> None:
    """
    A rule for candidates is not about clients.
    """
    events = opened("a", CAME, role=role)
    rule = attrs.evolve(MONTH, roles=("candidate",))
    assert last_day(rule, events, what="a.name") == last


@pytest.mark.parametrize(("category", "last"), [("cv", str(DAY)), ("name", "open")])
def test_by_category(category: str, last: str) -> None:
    """
    A rule for one category leaves its neighbours.
    """
    rule = attrs.evolve(MONTH, data=("cv",))
    assert last_day(rule, application(), what=f"a.{category}") == last


@pytest.mark.parametrize(("purpose", "last"), [("recruitment", str(DAY)), ("alumni", "open")])
def test_by_purpose(purpose: str, last: str) -> None:
    """
    A rule for one use sets no end while another goes on without one.
    """
    policy = ruled(attrs.evolve(MONTH, purpose=purpose))
    if purpose == "alumni":
        alumni = Use(roles=("candidate",), purposes=("satisfaction_survey",))
        policy = with_uses(policy, alumni=alumni)
    found = of([application()], CAME, what="a.cv", policy=policy)
    assert str(found.must_be_gone_by) == last


@pytest.mark.parametrize(
    ("holds", "last"),
    [(True, str(DAY)), (False, "open"), (None, "unknown: condition.looking_for_work")],
)
def test_by_condition(*, holds: bool | None, last: str) -> None:
    """
    A rule under a condition is about records of which it holds; unknown, it may be.
    """
    known = (
        []
        if holds is None
        else [make(ConditionKnown, "k", CAME, condition="looking_for_work", holds=holds)]
    )
    rule = attrs.evolve(MONTH, when=("looking_for_work",))
    assert last_day(rule, application(), *known) == last


@pytest.mark.parametrize(
    ("recruitment", "last"),
    [
        (Recruitment.AGENCY, str(DAY)),
        (Recruitment.OWN_HIRING, "open"),
        (Recruitment.UNKNOWN, "unknown: recruitment"),
    ],
)
def test_by_kind_of_recruitment(recruitment: Recruitment, last: str) -> None:
    """
    A rule for work as an agency is not about one's own hiring; unsaid, it may be.
    """
    policy = ruled(attrs.evolve(MONTH, recruitment=(Recruitment.AGENCY,)))
    situation = attrs.evolve(HERE, recruitment=recruitment)
    found = of([application()], CAME, what="a.cv", policy=policy, situation=situation)
    assert str(found.must_be_gone_by) == last


@pytest.mark.parametrize(
    ("controller", "last"),
    [("nl", str(DAY)), ("se", "open"), (None, "unknown: record.controller")],
)
def test_by_controller(controller: str | None, last: str) -> None:
    """
    A rule of one controller is not about the files of another; unresolved, it may be.
    """
    firms = {"nl": Controller(name="House BV"), "se": Controller(name="House AB")}
    policy = attrs.evolve(
        ruled(attrs.evolve(MONTH, controllers=("nl",))),
        controllers=FrozenMap(firms),
        responsible=FrozenMap({"all": Responsibility(roles=("candidate",), among=("nl", "se"))}),
    )
    found = of([application(controller=controller)], CAME, what="a.cv", policy=policy)
    assert str(found.must_be_gone_by) == last


APPROVED: Final = (date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31))
SHEETS: Final = (
    opened("job", CAME, record_kind=RecordKind.PLACEMENT, categories=("cv",)),
    *(happened(f"h-{day}", "timesheet.approved", day, record="job") for day in APPROVED),
)
PAID: Final = happened("paid", "invoice.paid", date(2024, 4, 30), record="job")
EARLIER: Final = happened("before", "invoice.paid", date(2024, 2, 15), record="job")


def paid(which: Which | None, *events: AnyEvent, on: date = date(2024, 5, 1)) -> Disposal:
    """
    Decide under a month from the payment of an invoice.
    """
    rule = attrs.evolve(MONTH, after="transaction_ended", which=which)
    return of([SHEETS[0], *events], on, what="job.cv", policy=ruled(rule))


@pytest.mark.parametrize(
    ("which", "last"),
    [(Which.FIRST, date(2024, 3, 15)), (Which.LAST, date(2024, 5, 30)), (None, date(2024, 5, 30))],
)
def test_the_first_or_the_last_event(which: Which | None, last: date) -> None:
    """
    A rule says which of several events starts it; where it does not, the trigger does.
    """
    assert paid(which, EARLIER, PAID).must_be_gone_by == On(day=last)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2024, 5, 1), Status.INDETERMINATE),
        (date(2024, 5, 30), Status.INDETERMINATE),
        (date(2024, 5, 31), Status.OVERDUE),
    ],
)
def test_each_event_where_they_share_a_record(on: date, status: Status) -> None:
    """
    Between the first end and the last nobody can tell which part is due; after the last, all is.
    """
    found = paid(Which.EACH, EARLIER, PAID, on=on)
    assert found.status is status
    assert found.must_be_gone_by == Unknown(
        missing=("record.parts",), not_before=date(2024, 3, 15), not_after=date(2024, 5, 30)
    )


def test_each_event_where_there_is_one() -> None:
    """
    A record with one event has one end.
    """
    assert paid(Which.EACH, EARLIER).must_be_gone_by == On(day=date(2024, 3, 15))


def test_each_event_in_a_record_of_its_own() -> None:
    """
    A document of its own has its own event and its own end.
    """
    rule = attrs.evolve(MONTH, after="record_made", which=Which.EACH)
    sheets = [
        opened(f"s{day.month}", day, record_kind=RecordKind.DOCUMENT, part_of="job")
        for day in APPROVED
    ]
    found = decide([SHEETS[0], *sheets], date(2024, 4, 1), policy=ruled(rule))
    ends = [str(found[f"s{day.month}", "cv"].must_be_gone_by) for day in APPROVED]
    assert ends == ["2024-02-29", "2024-03-29", "2024-04-30"]


@pytest.mark.parametrize(
    ("closed", "rule", "last"),
    [
        (date(2024, 6, 30), {"at_once": True}, date(2024, 7, 1)),
        (date(2024, 7, 1), {"at_once": True}, date(2024, 7, 1)),
        (date(2024, 7, 2), {"at_once": True}, date(2025, 7, 1)),
        (date(2024, 7, 2), {"at_most": Period(months=3)}, date(2025, 10, 1)),
    ],
)
def test_the_next_fixed_day_of_a_year(closed: date, rule: dict[str, Any], last: date) -> None:
    """
    A rule may run from the next fixed day of a year on or after its event.
    """
    yearly = RetentionRule(after="procedure_closed", from_next=MonthDay(month=7, day=1), **rule)
    end = happened("end", "procedure.closed", closed, record="a")
    assert last_day(yearly, application(), end) == "open"
    found = of([application(), end], closed, what="a.cv", policy=ruled(yearly))
    assert found.must_be_gone_by == On(day=last)


def test_the_fixed_day_is_named_in_the_step() -> None:
    """
    The step that counts from a fixed day names it beside what came before it.
    """
    yearly = RetentionRule(
        at_once=True, after="procedure_closed", from_next=MonthDay(month=7, day=1)
    )
    end = happened("end", "procedure.closed", date(2024, 6, 30), record="a")
    found = of([application(), end], date(2024, 6, 30), what="a.cv", policy=ruled(yearly))
    start = found.steps[-1].says.values["start"]
    assert isinstance(start, Phrase)
    assert start.values["day"] == date(2024, 7, 1)


def test_a_fixed_day_beyond_the_calendar_never_comes() -> None:
    """
    A next day that no calendar has sets no end.
    """
    yearly = RetentionRule(
        at_once=True, after="procedure_closed", from_next=MonthDay(month=1, day=1)
    )
    end = happened("end", "procedure.closed", date(9999, 6, 1), record="a")
    found = of([application(), end], date(9999, 6, 2), what="a.cv", policy=ruled(yearly))
    assert str(found.must_be_gone_by) == "open"


@pytest.mark.parametrize(
    "given",
    [
        {"review": Period(years=1), "which": Which.FIRST},
        {"review": Period(years=1), "from_next": MonthDay(month=7, day=1)},
        {"at_once": True, "after": "hired", "warn": Period(days=7)},
        {"at_most": Period(years=1), "after": "hired", "warn": Period(hours=7)},
    ],
)
def test_what_selects_or_warns_in_vain_is_refused(given: dict[str, Any]) -> None:
    """
    Choosing among events of no trigger and warning of no end are faults of a declaration.
    """
    with pytest.raises(FaultsError):
        RetentionRule(**given)


def test_nothing_that_would_start_an_end_is_found() -> None:
    """
    Where no last day has begun, the answer says so and asks for ``if_none``.
    """
    rule = RetentionRule(at_most=Period(weeks=4), after="candidate_rejected")
    events = [application()]
    waits = of(events, date(2034, 1, 1), what="a.cv", policy=ruled(rule))
    assert (waits.status, str(waits.must_be_gone_by)) == (Status.KEPT, "open")
    assert [
        (each.path, each.level) for each in waits.findings if each.code == "retention.not_begun"
    ] == [("retention.only.if_none", Level.NOTE)]
    said = attrs.evolve(rule, if_none="data_collected")
    found = of(events, date(2034, 1, 1), what="a.cv", policy=ruled(said))
    assert found.status is Status.OVERDUE
    assert "retention.not_begun" not in {each.code for each in found.findings}


NEEDED: Final = RetentionRule(
    while_="ongoing_business_need", review=Period(years=1), after="data_verified"
)


@pytest.mark.parametrize(
    ("on", "status", "uses"),
    [
        (date(2025, 1, 10), Status.KEPT, ("recruitment",)),
        (date(2025, 1, 11), Status.REVIEW_DUE, ()),
    ],
)
def test_need_is_looked_at_again(on: date, status: Status, uses: tuple[str, ...]) -> None:
    """
    While the look at the need is overdue the data are used for nothing, and nothing is erased.
    """
    events = (
        application(),
        happened("checked", "data.verified", CAME, record="a"),
        make(ConditionKnown, "need", CAME, condition="ongoing_business_need", holds=True),
    )
    found = of(events, on, what="a.cv", policy=ruled(NEEDED))
    assert (found.status, found.uses, found.is_due) == (status, uses, False)
    assert ("they are not used" in found.explain("en")) == (not uses)


@pytest.mark.parametrize(
    ("purpose", "last"),
    [("talent_pool", "2025-08-01"), ("direct_marketing", "2025-02-10")],
)
def test_consent_starts_what_it_was_given_for(purpose: str, last: str) -> None:
    """
    A year from consent runs from consent to that purpose; agreeing to another moves nothing.
    """
    pool = Use(
        roles=("candidate",), purposes=("talent_pool",), basis=(LawfulBasis.CONSENT,), data=("cv",)
    )
    rule = RetentionRule(at_most=Period(years=1), after="consent_given", purpose="pool")
    policy = attrs.evolve(ruled(rule), uses=FrozenMap({"pool": pool}))
    agreed = [
        make(ConsentGiven, f"yes-{day}", day, purposes=(to,))
        for day, to in ((DAY, "talent_pool"), (date(2024, 8, 1), purpose))
    ]
    found = of([application(), *agreed], date(2024, 9, 1), what="a.cv", policy=policy)
    assert str(found.must_be_gone_by) == last
