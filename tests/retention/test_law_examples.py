"""
Worked examples of the law of several countries, in our unit: controller, record and category.

Each example is told once, as the events of one invented person; each row is one category of one
record. A ceiling is shown by its last day and by the state on that day and the next; a floor by
the day from which erasing is allowed, one after the last on which the data must exist. Guidance
and practice bind here because the firm of these tests adopted them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final

import attrs
import pytest

from recruitprivacy import rights
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Recruitment, Situation, load
from recruitprivacy.periods import Period
from recruitprivacy.policy import Holding, Policy, RetentionRule, Role, Use
from recruitprivacy.retention import Bound, Disposal, On, Status, Unknown
from recruitprivacy.timeline import (
    AnyEvent,
    ConditionKnown,
    ConsentGiven,
    ErasureGranted,
    HoldLifted,
    HoldPlaced,
    PurposeEnded,
    RecordKind,
    RequestReceived,
)
from recruitprivacy.vocabulary import LawfulBasis, Right
from tests.retention.house import HOUSE, decide
from tests.timeline.making import happened, make, opened

DAY: Final = timedelta(days=1)
BOOK: Final = load("NL", "SE", "DE", "FR", "GB")
ADOPTED: Final = (
    "nl.retention.unsuccessful.4w",
    "nl.retention.talent_pool.1y-consent",
    "se.retention.unsuccessful.2y",
    "de.retention.unsuccessful.6m",
    "fr.retention.talent_pool.last-contact-2y",
    "gb.retention.unsuccessful.6m",
    "gb.retention.criminal_data.dbs-6m",
)
DATA: Final = (
    "cv",
    "cover_letter",
    "interview_notes",
    "test_results",
    "payroll_data",
    "id_document_copy",
    "national_id_number",
    "tax_info",
    "name",
    "conduct_certificate",
    "employment_history",
    "marketing_preferences",
)


def _use(*purposes: str) -> Use:
    return Use(
        roles=("candidate", "temporary_worker"),
        purposes=purposes,
        basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
    )


FIRM: Final = attrs.evolve(
    HOUSE,
    roles=FrozenMap({"candidate": Role(), "temporary_worker": Role()}),
    responsible=FrozenMap(),
    data=FrozenMap({"candidate": Holding(items=DATA), "temporary_worker": Holding(items=DATA)}),
    uses=FrozenMap({"recruitment": _use("matching")}),
    adopted=ADOPTED,
    retention=FrozenMap(),
)
DEFENDING: Final = attrs.evolve(
    FIRM, uses=FrozenMap({**FIRM.uses, "defence": _use("legal_claims")})
)
POOLING: Final = attrs.evolve(FIRM, uses=FrozenMap({"pool": _use("talent_pool")}))


def here(country: str, *, recruitment: Recruitment = Recruitment.UNKNOWN) -> Situation:
    """
    Tie everything to one country.
    """
    return Situation(
        establishment=country,
        place_of_work=country,
        formal_employer=country,
        residence=country,
        recruitment=recruitment,
    )


def application(record: str, day: date, *categories: str, vacancy: str | None = None) -> AnyEvent:
    """
    Open an application that holds some categories.
    """
    return opened(
        record, day, record_kind=RecordKind.APPLICATION, categories=categories, vacancy=vacancy
    )


def closed(record: str, day: date, outcome: str = "rejected") -> AnyEvent:
    """
    Close the procedure of an application.
    """
    return happened(f"{record}-closed", "procedure.closed", day, record=record, outcome=outcome)


def rejected(record: str, day: date) -> AnyEvent:
    """
    Tell the person that they were not chosen.
    """
    return happened(
        f"{record}-rejected", "candidate.rejected", day, record=record, outcome="rejected"
    )


def at(
    on: date,
    events: Iterable[AnyEvent],
    what: str,
    country: str,
    *,
    policy: Policy = FIRM,
    recruitment: Recruitment = Recruitment.UNKNOWN,
) -> Disposal:
    """
    Decide on a day of one category of one record, written ``record.category``.
    """
    record, _, category = what.partition(".")
    situation = here(country, recruitment=recruitment)
    found = decide(events, on, policy=policy, law=BOOK, situation=situation)
    return found[record, category]


def around(
    last: date, events: Iterable[AnyEvent], what: str, country: str, *, policy: Policy = FIRM
) -> list[tuple[Bound, Status]]:
    """
    Decide on the last day and on the next.
    """
    known = tuple(events)
    found = [at(on, known, what, country, policy=policy) for on in (last, last + DAY)]
    return [(each.must_be_gone_by, each.status) for each in found]


def gone_after(last: date, kept: Status = Status.KEPT) -> list[tuple[Bound, Status]]:
    """
    Say what is expected around a last day.
    """
    return [(On(day=last), kept), (On(day=last), Status.OVERDUE)]


APPLICATION: Final = ("cv", "cover_letter", "interview_notes", "test_results")
PLAIN: Final = (
    application("a", date(2026, 2, 2), *APPLICATION),
    closed("a", date(2026, 3, 2)),
)


@pytest.mark.parametrize("category", APPLICATION)
def test_1_a_plain_rejection_in_the_netherlands(category: str) -> None:
    """
    Without consent everything in a Dutch application goes 28 days after the procedure ended.
    """
    assert around(date(2026, 3, 30), PLAIN, f"a.{category}", "NL") == gone_after(date(2026, 3, 30))


LEAP: Final = date(2028, 2, 29)
AGREED: Final = (
    application("a", date(2028, 1, 10), *APPLICATION),
    closed("a", LEAP),
    make(ConsentGiven, "yes", LEAP, purposes=("talent_pool",), categories=("cv", "cover_letter")),
    make(ConditionKnown, "agreed", LEAP, condition="consent_given", holds=True),
)


@pytest.mark.parametrize(
    ("category", "last"),
    [
        ("cv", date(2029, 2, 28)),
        ("cover_letter", date(2029, 2, 28)),
        ("interview_notes", date(2028, 3, 28)),
        ("test_results", date(2028, 3, 28)),
    ],
)
def test_3_consent_on_a_leap_day(category: str, last: date) -> None:
    """
    A Dutch consent of 29 February keeps for a year what it names, and the rest goes as without it.
    """
    assert around(last, AGREED, f"a.{category}", "NL") == gone_after(last)


PLACED: Final = (
    opened(
        "job",
        date(2026, 1, 20),
        record_kind=RecordKind.PLACEMENT,
        role="temporary_worker",
        categories=("payroll_data", "id_document_copy", "tax_info"),
    ),
    opened("profile", date(2026, 1, 5), role="temporary_worker", categories=DATA),
    happened(
        "start", "employment.started", date(2026, 2, 1), record="job", role="temporary_worker"
    ),
    *(
        happened(what, what, date(2026, 8, 31), record="job", role="temporary_worker")
        for what in ("employment.ended", "placement.ended")
    ),
    application("second", date(2026, 1, 6), "cv"),
    closed("second", date(2026, 1, 20)),
)
DROPPING: Final = attrs.evolve(
    FIRM,
    retention=FrozenMap(
        {
            "number": RetentionRule(
                at_once=True, after="employment_ended", data=("national_id_number",)
            )
        }
    ),
)


@pytest.mark.parametrize(
    ("category", "first_free"),
    [
        ("payroll_data", date(2034, 1, 1)),
        ("id_document_copy", date(2032, 1, 1)),
        ("tax_info", date(2032, 1, 1)),
    ],
)
def test_5_two_floors_for_a_placed_worker(category: str, first_free: date) -> None:
    """
    Dutch wage records are kept seven years and the copy of the document five, each to year's end.
    """
    found = at(date(2026, 9, 1), PLACED, f"job.{category}", "NL")
    assert found.may_erase_from == On(day=first_free)


def test_5_a_second_application_goes_beside_them() -> None:
    """
    The same person's other, rejected application goes four weeks after its own end.
    """
    last = date(2026, 2, 17)
    assert around(last, PLACED, "second.cv", "NL") == gone_after(last)


def test_5_the_number_leaves_the_profile_with_the_employment() -> None:
    """
    The law gives no day for the number in the profile, so the firm's own rule sets it.
    """
    last = date(2026, 8, 31)
    found = around(last, PLACED, "profile.national_id_number", "NL", policy=DROPPING)
    assert found == gone_after(last)
    open_ended = at(last, PLACED, "profile.national_id_number", "NL")
    assert str(open_ended.must_be_gone_by) == "open"


RESTRICTED: Final = make(PurposeEnded, "over", date(2024, 2, 29), use="recruitment", record=None)
SWEDISH: Final = (
    application("a", date(2024, 1, 10), *APPLICATION),
    closed("a", date(2024, 2, 29)),
    rejected("a", date(2024, 2, 29)),
    RESTRICTED,
)


@pytest.mark.parametrize("category", APPLICATION)
def test_7_two_swedish_years_from_a_leap_day(category: str) -> None:
    """
    Kept for claims alone, a Swedish application goes on the Saturday: a ceiling never rolls.
    """
    last = date(2026, 2, 28)
    found = around(last, SWEDISH, f"a.{category}", "SE", policy=DEFENDING)
    assert found == gone_after(last)


@pytest.mark.parametrize(
    ("on", "rule", "last"),
    [
        (date(2024, 3, 1), "se.limitation.equal_treatment.outer-2y", date(2026, 3, 2)),
        (date(2027, 1, 1), "se.limitation.equal_treatment.outer-2y", date(2026, 3, 2)),
    ],
)
def test_7_the_claim_may_come_on_the_monday(on: date, rule: str, last: date) -> None:
    """
    The last step of a claim is in time on the Monday; that justifies, and erasing goes by its day.
    """
    found = at(on, SWEDISH, "a.cv", "SE", policy=DEFENDING)
    assert [(each.rule, each.last_day) for each in found.limitations] == [(rule, last)]
    assert found.must_be_gone_by == On(day=date(2026, 2, 28))


def _of_vacancy(record: str, vacancy: str) -> tuple[AnyEvent, ...]:
    day = date(2025, 5, 31)
    return (
        application(record, date(2025, 4, 1), "cv", vacancy=vacancy),
        happened(f"{record}-closed", "procedure.closed", day, record=record, outcome="rejected"),
    )


INTERRUPTED: Final = (
    *_of_vacancy("a", "v"),
    *_of_vacancy("b", "w"),
    attrs.evolve(RESTRICTED, happened=date(2025, 5, 31)),
    make(
        HoldPlaced,
        "hold",
        date(2026, 10, 31),
        matter="claim",
        ground="anticipated_litigation",
        owner="counsel",
        vacancy="v",
    ),
)
SETTLED: Final = make(HoldLifted, "settled", date(2027, 3, 10), matter="claim")


def test_9_who_has_no_dispute_goes_on_time() -> None:
    """
    A hold on one vacancy leaves the application for another where it was.
    """
    last = date(2027, 5, 31)
    assert around(last, INTERRUPTED, "b.cv", "SE", policy=DEFENDING) == gone_after(last)


def test_9_a_dispute_holds_the_vacancy_and_its_comparators() -> None:
    """
    While the dispute goes on nothing of its vacancy goes, and no day is promised for its end.

    The prepared example names the outer end of the claim instead. A hold ends when a human lifts
    it; it carries a day for looking at it again, and never an end of its own.
    """
    found = at(date(2027, 6, 1), INTERRUPTED, "a.cv", "SE", policy=DEFENDING)
    assert found.status is Status.HELD
    assert isinstance(found.may_erase_from, Unknown)


def test_9_settled_it_goes_by_its_own_clock() -> None:
    """
    The hold stopped the erasing and not the clock, which ends after it was lifted.
    """
    last = date(2027, 5, 31)
    events = (*INTERRUPTED, SETTLED)
    assert around(last, events, "a.cv", "SE", policy=DEFENDING) == gone_after(last)


def test_11_month_ends_in_germany() -> None:
    """
    Six months from 31 January are counted once, to 31 July.
    """
    events = (application("a", date(2026, 1, 5), "cv"), rejected("a", date(2026, 1, 31)))
    last = date(2026, 7, 31)
    assert around(last, events, "a.cv", "DE") == gone_after(last)


def test_11_each_leg_of_the_claim_from_its_own_event() -> None:
    """
    Two months to assert the claim are counted from the rejection, three to sue from asserting it.

    Nothing in a timeline says when a claim was asserted, so the second leg is not counted here.
    """
    events = (application("a", date(2026, 1, 5), "cv"), rejected("a", date(2026, 1, 31)))
    found = at(date(2026, 2, 1), events, "a.cv", "DE").limitations
    assert [(each.rule, each.last_day) for each in found] == [
        ("de.limitation.equal_treatment.claim-2m", date(2026, 3, 31))
    ]


CLAIMED: Final = (
    application("a", date(2026, 4, 1), "cv"),
    rejected("a", date(2026, 4, 30)),
    make(
        HoldPlaced,
        "hold",
        date(2026, 6, 15),
        matter="claim",
        ground="anticipated_litigation",
        owner="counsel",
        records=("a",),
    ),
    make(HoldLifted, "lifted", date(2026, 9, 16), matter="claim"),
)


def test_13_a_hold_that_ends_before_the_clock() -> None:
    """
    A German claim that comes to nothing delays nothing: the clock ran on beneath the hold.
    """
    last = date(2026, 10, 30)
    assert around(last, CLAIMED, "a.cv", "DE") == gone_after(last)
    assert at(date(2026, 7, 1), CLAIMED, "a.cv", "DE").status is Status.HELD
    assert at(last, CLAIMED, "a.cv", "DE").may_erase_from == On(day=date(2026, 9, 16))


def _voucher(day: date) -> AnyEvent:
    return opened("voucher", day, record_kind=RecordKind.DOCUMENT, categories=("invoice_record",))


@pytest.mark.parametrize(
    ("made", "on", "first_free"),
    [
        (date(2016, 3, 14), date(2024, 12, 31), date(2027, 1, 1)),
        (date(2016, 3, 14), date(2025, 1, 1), date(2025, 1, 1)),
        (date(2024, 10, 10), date(2025, 1, 1), date(2033, 1, 1)),
    ],
    ids=["A, law until 2024", "A, law from 2025", "B"],
)
def test_15_vouchers_across_a_change_of_law(made: date, on: date, first_free: date) -> None:
    """
    The law of the day of the decision says how long a German voucher is kept.
    """
    found = at(on, [_voucher(made)], "voucher.invoice_record", "DE")
    assert found.may_erase_from == On(day=first_free)


def test_15_the_application_beside_the_voucher() -> None:
    """
    The application of whom the voucher names goes six months after the rejection.
    """
    events = (application("b", date(2024, 10, 1), "cv"), rejected("b", date(2024, 10, 31)))
    last = date(2025, 4, 30)
    assert around(last, events, "b.cv", "DE") == gone_after(last)


def test_17_the_last_contact_on_a_leap_day() -> None:
    """
    Two French years run from the last talk; a mailing nobody answered is none.
    """
    events = (
        opened("profile", date(2023, 5, 1), categories=("cv",)),
        happened("call", "conversation", date(2024, 2, 29)),
        happened("news", "message.outbound", date(2025, 6, 1)),
    )
    last = date(2026, 2, 28)
    assert around(last, events, "profile.cv", "FR", policy=POOLING) == gone_after(last)


def _french(record: str, made: date, category: str) -> AnyEvent:
    return opened(
        record,
        made,
        record_kind=RecordKind.DOCUMENT,
        role="temporary_worker",
        part_of="job",
        categories=(category,),
    )


LEFT: Final = (
    opened(
        "job",
        date(2026, 9, 1),
        record_kind=RecordKind.PLACEMENT,
        role="temporary_worker",
        categories=("name",),
    ),
    _french("first", date(2026, 9, 30), "payroll_data"),
    _french("last", date(2027, 3, 31), "payroll_data"),
    happened(
        "start", "employment.started", date(2026, 9, 1), record="job", role="temporary_worker"
    ),
    happened("end", "employment.ended", date(2027, 3, 31), record="job", role="temporary_worker"),
    opened("profile", date(2026, 8, 1), categories=("cv",)),
    happened("talk", "conversation", date(2027, 4, 15)),
)


@pytest.mark.parametrize(
    ("what", "rule", "last"),
    [
        ("last.payroll_data", "fr.retention.placed_worker.payslips-5y", date(2032, 3, 31)),
        ("job.name", "fr.retention.placed_worker.register-5y", date(2032, 3, 31)),
        ("last.payroll_data", "fr.retention.accounts.tax-6y", date(2033, 3, 31)),
    ],
)
def test_19_floors_after_a_french_contract(what: str, rule: str, last: date) -> None:
    """
    Payslips, register and tax documents of a worker who left are each kept for their own time.
    """
    found = at(date(2029, 4, 16), LEFT, what, "FR")
    (ending,) = [each for each in found.endings if each.clause.rule == rule]
    assert ending.bound == On(day=last + DAY)


def test_19_the_first_payslip_stays_with_the_last() -> None:
    """
    Our row counts a payslip's five years from the end of the employment, which is never sooner.

    The prepared example counts each from its own day: 30 September 2031 for the first.
    """
    found = at(date(2029, 4, 16), LEFT, "first.payroll_data", "FR")
    rule = "fr.retention.placed_worker.payslips-5y"
    (ending,) = [each for each in found.endings if each.clause.rule == rule]
    assert ending.bound == On(day=date(2032, 4, 1))


def test_19_the_profile_goes_before_the_payroll() -> None:
    """
    The candidate's profile goes two years after the last talk, while the payroll stays.
    """
    last = date(2029, 4, 15)
    assert around(last, LEFT, "profile.cv", "FR", policy=POOLING) == gone_after(last)
    payroll = at(last + DAY, LEFT, "last.payroll_data", "FR", policy=POOLING)
    assert not payroll.is_due


SERVED: Final = (
    opened(
        "work",
        date(2025, 7, 15),
        record_kind=RecordKind.PLACEMENT,
        role="temporary_worker",
        categories=("employment_history", "marketing_preferences"),
    ),
    happened("over", "placement.ended", date(2026, 2, 28), record="work", role="temporary_worker"),
    make(
        RequestReceived,
        "asked",
        datetime(2026, 9, 1, 9, tzinfo=UTC),
        request="r",
        rights=(Right.ERASURE,),
    ),
    make(ErasureGranted, "granted", date(2026, 10, 1), request="r"),
)


@pytest.mark.parametrize(
    ("category", "status", "first_free"),
    [
        ("employment_history", Status.SEGREGATED, "2027-03-01"),
        ("marketing_preferences", Status.OVERDUE, "open"),
    ],
)
def test_21_an_agency_refuses_a_part(category: str, status: Status, first_free: str) -> None:
    """
    What British agencies must keep stays for that alone; the rest goes with the request.
    """
    found = at(date(2026, 10, 2), SERVED, f"work.{category}", "GB", recruitment=Recruitment.AGENCY)
    assert (found.status, str(found.may_erase_from)) == (status, first_free)
    assert found.must_be_gone_by == On(day=date(2026, 10, 1))


def test_21_the_latest_day_of_the_answer() -> None:
    """
    The request of 1 September is answered by 1 October at the latest.
    """
    request = rights.open_request(
        Right.ERASURE,
        request="r",
        person="p1",
        received_at=datetime(2026, 9, 1, 9, tzinfo=UTC),
        channel="email",
        situation=here("GB"),
    )
    assert rights.due(request, BOOK, on=date(2026, 9, 2)).last_day == date(2026, 10, 1)


@pytest.mark.parametrize("category", ["conduct_certificate", "cv"])
def test_23_a_certificate_and_the_application(category: str) -> None:
    """
    In Britain two texts give a certificate and the application the same six months.
    """
    events = (
        application("a", date(2026, 7, 1), "conduct_certificate", "cv"),
        closed("a", date(2026, 8, 31)),
    )
    last = date(2027, 2, 28)
    assert around(last, events, f"a.{category}", "GB") == gone_after(last)


def test_23_a_claim_holds_the_application_alone() -> None:
    """
    A hold on the application's papers does not keep the certificate, which needs its own reason.
    """
    events = (
        application("a", date(2026, 7, 1), "conduct_certificate", "cv"),
        closed("a", date(2026, 8, 31)),
        make(
            HoldPlaced,
            "hold",
            date(2026, 9, 15),
            matter="claim",
            ground="anticipated_litigation",
            owner="counsel",
            records=("a",),
            categories=("cv",),
        ),
    )
    on = date(2027, 3, 1)
    found = [at(on, events, f"a.{each}", "GB").status for each in ("conduct_certificate", "cv")]
    assert found == [Status.OVERDUE, Status.HELD]


MONTH_END: Final = (
    opened("profile", date(2024, 5, 10)),
    happened("cv", "cv.updated", date(2024, 5, 10)),
    happened("click", "message.clicked", date(2025, 2, 28)),
    happened("opened", "message.opened", date(2025, 12, 1)),
)
SUPPLIED: Final = (
    opened("profile", date(2023, 5, 2), supplier="m"),
    happened("talks", "supplier.contact", date(2026, 1, 10), person="", role=None, company="m"),
    happened("over", "supplier.relation_ended", date(2026, 3, 31), company="m"),
    happened("phone", "call.inbound", date(2026, 12, 31)),
    happened("talk", "conversation", date(2026, 12, 31)),
)


@pytest.mark.parametrize(
    ("events", "on", "last"),
    [
        (MONTH_END, date(2026, 1, 1), date(2027, 2, 28)),
        (SUPPLIED, date(2026, 4, 1), date(2028, 3, 31)),
        (SUPPLIED, date(2027, 1, 1), date(2028, 12, 31)),
    ],
    ids=["25 click-through", "27 as known on 1 April", "27 after the call"],
)
def test_25_27_the_house_clock(events: tuple[AnyEvent, ...], on: date, last: date) -> None:
    """
    Two years run from the last click, from the supplier's report, or from a later call.
    """
    assert at(on, events, "profile.cv", "NL", policy=HOUSE).must_be_gone_by == On(day=last)


def _hold(name: str, placed: date, lifted: date, ground: str, **scope: object) -> list[AnyEvent]:
    return [
        make(HoldPlaced, name, placed, matter=name, ground=ground, owner="counsel", **scope),
        make(HoldLifted, f"{name}-over", lifted, matter=name),
    ]


HOLDS: Final = (
    opened("profile", date(2023, 1, 1), categories=("cv",)),
    application("a", date(2023, 2, 1), "cv"),
    application("b", date(2023, 3, 1), "cv"),
    opened("hours", date(2023, 4, 1), record_kind=RecordKind.DOCUMENT, categories=("cv",)),
    happened("talk", "conversation", date(2024, 10, 31)),
    *_hold(
        "claim", date(2026, 10, 15), date(2027, 2, 10), "anticipated_litigation", records=("a",)
    ),
    *_hold(
        "tax", date(2026, 11, 20), date(2027, 9, 1), "tax_authority_request", records=("hours",)
    ),
)


@pytest.mark.parametrize(
    ("what", "first_free"),
    [("profile.cv", "open"), ("b.cv", "open"), ("a.cv", "2027-02-10"), ("hours.cv", "2027-09-01")],
)
def test_29_holds_have_a_scope(what: str, first_free: str) -> None:
    """
    Each hold delays what it covers to the day it was lifted; the clock of all ended on one day.
    """
    found = at(date(2027, 9, 2), HOLDS, what, "NL", policy=HOUSE)
    assert (str(found.must_be_gone_by), str(found.may_erase_from)) == ("2026-10-31", first_free)
    assert found.status is Status.OVERDUE


def test_29_a_floor_keeps_the_hours_longer() -> None:
    """
    Where the hours belong to a Dutch wage administration, seven years to year's end follow.
    """
    hours = opened(
        "hours", date(2025, 12, 31), record_kind=RecordKind.DOCUMENT, categories=("timesheets",)
    )
    found = at(date(2027, 9, 2), [hours], "hours.timesheets", "NL", policy=HOUSE)
    assert found.may_erase_from == On(day=date(2033, 1, 1))


def test_the_firm_counts_from_its_own_trigger_alone() -> None:
    """
    A period of another country of the same file is set aside: it does not bind here.
    """
    found = at(date(2026, 3, 30), PLAIN, "a.cv", "DE")
    assert "nl.retention.unsuccessful.4w" not in {each.clause.rule for each in found.endings}
    assert Period(weeks=4) not in {each.clause.period for each in found.endings}
