"""
The moment from which a period runs; the rows of the Cluster notice, each with a near miss.
"""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import Clock, ContactWith, Inherited, Policy, RetentionRule, Role
from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    ConditionKnown,
    Moment,
    Reliability,
    RequestReceived,
    Start,
    clock_moment,
    fold,
    start_moment,
    trigger_moment,
)
from recruitprivacy.vocabulary import BUILT_IN
from tests.timeline.making import (
    ON,
    POLICY,
    cluster,
    folded,
    happened,
    known,
    make,
    opened,
)

JAN, FEB, MAR, APR = (date(2026, month, 5) for month in (1, 2, 3, 4))
CLOCK = "meaningful_contact"


def contact(*events: AnyEvent, policy: Policy | None = None, clock: str = CLOCK) -> Start:
    """
    Find the last contact that counts for the record ``r1``.
    """
    declared = policy or cluster()
    return clock_moment(fold(events, declared, on=ON), declared, clock, record="r1")


def candidate() -> AnyEvent:
    """
    Open the record of a candidate who came to the firm by themselves.
    """
    return opened("r1", JAN)


def supplied() -> AnyEvent:
    """
    Open the record of a candidate whom a company supplies.
    """
    return opened("r1", JAN, supplier="s1")


def with_company(what: str, day: date, company: str = "s1") -> AnyEvent:
    """
    Let something happen with a company, whoever it was there.
    """
    return happened(f"{what}-{day}", what, day, person="", role=None, company=company)


def relation_ended(day: date | None) -> AnyEvent:
    """
    Let the supplier report that the person has left it.
    """
    return happened("over", "supplier.relation_ended", day, record="r1", company="s1")


@pytest.mark.row("CLUSTER-174")
def test_the_period_runs_from_the_last_contact_with_the_person() -> None:
    """
    Of several contacts the last one counts, and the step names the fact.
    """
    found = contact(
        candidate(), happened("e1", "message.inbound", FEB), happened("e2", "call.held", MAR)
    )
    assert (found.moment, found.used) == (known(MAR), ("conversation.last",))


@pytest.mark.row("CLUSTER-174")
@pytest.mark.parametrize(
    ("company", "expected"), [("c1", known(APR)), ("c2", known(FEB)), (None, known(FEB))]
)
def test_contact_with_the_company_of_a_client_counts(company: str | None, expected: Moment) -> None:
    """
    It counts for those who act for that company, not for those of another or of none.
    """
    found = contact(
        opened("r1", JAN, role="client", company=company),
        happened("e1", "message.inbound", FEB, role="client"),
        with_company("company.contact", APR, "c1"),
        with_company("website.visited", APR, "c2"),
    )
    assert found.moment == expected


@pytest.mark.row("CLUSTER-174")
def test_a_mail_opened_at_the_company_is_no_contact_with_it() -> None:
    """
    What does not count with the person does not count with their company either.
    """
    found = contact(
        opened("r1", JAN, role="client", company="c1"),
        happened("e1", "message.inbound", FEB, role="client"),
        with_company("message.opened", APR, "c1"),
    )
    assert found.moment == known(FEB)


@pytest.mark.row("CLUSTER-174")
def test_contact_with_a_company_nobody_told_us_of_is_unknown() -> None:
    """
    The company may have been in touch since, so that nobody can say when the period ends.
    """
    found = contact(
        opened("r1", JAN, role="client", company="c1"),
        happened("e1", "message.inbound", FEB, role="client"),
    )
    assert found.moment is Absence.UNKNOWN


@pytest.mark.row("CLUSTER-177")
def test_contact_with_the_supplier_is_contact_with_the_supplied() -> None:
    """
    While the relation lasts, the supplier's contact runs the clock of those it supplies.
    """
    found = contact(supplied(), with_company("supplier.contact", MAR))
    assert found.moment == known(MAR)
    assert found.used == ("company.contact.last",)


@pytest.mark.row("CLUSTER-177")
def test_contact_with_a_supplier_is_no_contact_with_somebody_it_does_not_supply() -> None:
    """
    The near miss: another company, and a candidate without a supplier.
    """
    other = contact(
        supplied(),
        with_company("supplier.contact", MAR, "s2"),
        with_company("premises.visited", FEB),
    )
    alone = contact(candidate(), with_company("supplier.contact", MAR))
    assert (other.moment, alone.moment) == (known(JAN), known(JAN))


@pytest.mark.row("CLUSTER-178")
@pytest.mark.parametrize(
    ("own", "expected"),
    [(None, known(FEB)), (JAN, known(FEB)), (FEB, known(FEB)), (APR, known(APR))],
)
def test_after_the_relation_the_later_of_its_end_and_own_contact_counts(
    own: date | None, expected: Moment
) -> None:
    """
    Contact with the person counts once it comes after the end that the company reported.
    """
    events = [supplied(), with_company("supplier.contact", MAR), relation_ended(FEB)]
    if own is not None:
        events.append(happened("e1", "message.inbound", own))
    assert contact(*events).moment == expected


@pytest.mark.row("CLUSTER-178")
def test_the_suppliers_contact_after_the_relation_no_longer_counts() -> None:
    """
    The near miss: the company goes on talking to us, but not about this person.
    """
    found = contact(supplied(), relation_ended(FEB), with_company("supplier.contact", APR))
    assert found.moment == known(FEB)


@pytest.mark.row("CLUSTER-178")
def test_a_relation_that_ended_nobody_knows_when_is_unknown() -> None:
    """
    A placeholder for the day of the end gives no day to count from.
    """
    found = contact(supplied(), with_company("supplier.contact", MAR), relation_ended(None))
    assert found.moment is Absence.UNKNOWN


@pytest.mark.row("CLUSTER-179")
@pytest.mark.parametrize(
    ("what", "counts"),
    [
        ("call.held", True),
        ("meeting.held", True),
        ("message.inbound", True),
        ("online_service.used", True),
        ("website.visited", False),
        ("call.attempted", False),
        ("message.outbound", False),
    ],
)
def test_talking_writing_and_using_a_service_are_contact(what: str, *, counts: bool) -> None:
    """
    What both sides or the person did counts; a visit, a missed call and the firm's mail do not.
    """
    assert contact(candidate(), happened("e1", what, MAR)).moment == known(MAR if counts else JAN)


@pytest.mark.row("CLUSTER-180")
@pytest.mark.parametrize(
    ("what", "role", "counts"),
    [
        ("cv.updated", "candidate", True),
        ("training.taken", "candidate", True),
        ("training.taken", "client", False),
        ("test.taken", "candidate", False),
    ],
)
def test_a_new_cv_and_a_training_are_contact_of_candidates(
    what: str, role: str, *, counts: bool
) -> None:
    """
    They count for candidates, and not for a client who takes a training.
    """
    found = contact(opened("r1", JAN, role=role), happened("e1", what, MAR, role=role))
    assert found.moment == known(MAR if counts else JAN)


@pytest.mark.row("CLUSTER-181")
@pytest.mark.parametrize(
    ("what", "counts"),
    [("conversation.role", True), ("message.clicked", True), ("message.delivered", False)],
)
def test_talking_of_roles_and_clicking_through_are_contact(what: str, *, counts: bool) -> None:
    """
    A click in a marketing message counts, its delivery does not.
    """
    assert contact(candidate(), happened("e1", what, MAR)).moment == known(MAR if counts else JAN)


@pytest.mark.row("CLUSTER-182")
@pytest.mark.parametrize(
    ("what", "counts"),
    [
        ("message.delivered", False),
        ("message.opened", False),
        ("message.clicked", True),
        ("message.inbound", True),
    ],
)
def test_getting_or_opening_a_message_is_no_contact(what: str, *, counts: bool) -> None:
    """
    Only clicking through and replying are.
    """
    assert contact(candidate(), happened("e1", what, MAR)).moment == known(MAR if counts else JAN)


@pytest.mark.row("CLUSTER-182")
@pytest.mark.parametrize(
    "event",
    [
        happened("e1", "unsubscribed", MAR),
        happened("e1", "account.deleted", MAR),
        happened("e1", "message.inbound", MAR, exercises_right=True),
        happened("e1", "message.inbound", MAR, role="client"),
    ],
    ids=["unsubscribed", "account deleted", "a reply that says stop", "as a client"],
)
def test_using_a_right_or_another_role_moves_nothing(event: AnyEvent) -> None:
    """
    An opt-out never renews, and contact as a client does not move a candidate's clock.
    """
    assert contact(candidate(), event).moment == known(JAN)


def test_a_clock_that_never_moved_says_what_stands_in() -> None:
    """
    The steps tell that no contact counted and which day counts instead.
    """
    found = contact(candidate())
    codes = [step.says.message.code for step in found.steps]
    assert codes == ["clock.no_contact", "clock.first"]
    assert found.used == ("record.opened.first",)


def test_how_sure_the_contact_is_stands_in_the_step() -> None:
    """
    A day somebody assumed is told as assumed.
    """
    event = happened("e1", "message.inbound", MAR, reliability=Reliability.ASSUMED)
    (step,) = contact(candidate(), event).steps
    assert (step.reliability, step.after, step.rule) == ("assumed", MAR, f"clocks.{CLOCK}")


def test_a_clock_without_a_cap_is_reported() -> None:
    """
    It computes all the same, with a finding that names its place in the policy.
    """
    assert [each.path for each in contact(candidate()).findings] == [f"clocks.{CLOCK}.at_most"]


def with_clock(**more: object) -> Policy:
    """
    Make a policy with a clock of one kind of contact.
    """
    given = {"counts": ("message.inbound",), "if_none": "data_collected", **more}
    clock = Clock(**given)  # type: ignore[arg-type]
    return attrs.evolve(POLICY, clocks=FrozenMap({"contact": clock}))


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 2, 5), known(date(2026, 2, 5))), (date(2026, 2, 6), known(date(2026, 2, 5)))],
)
def test_contact_moves_a_capped_clock_no_further(day: date, expected: Moment) -> None:
    """
    The cap runs from the day that stands in where nothing has counted.
    """
    policy = with_clock(at_most=Period(months=1))
    found = contact(
        candidate(), happened("e1", "message.inbound", day), policy=policy, clock="contact"
    )
    assert (found.moment, found.findings) == (expected, ())


@pytest.mark.parametrize("began", [None, "never"])
def test_a_cap_from_an_unknown_day_is_unknown(began: str | None) -> None:
    """
    Nobody can say whether the clock had come to its cap.
    """
    policy = with_clock(at_most=Period(months=1), if_none="registered")
    events = [candidate(), happened("e1", "message.inbound", MAR)]
    if began is None:
        events.append(happened("e2", "profile.registered", None))
    assert contact(*events, policy=policy, clock="contact").moment is Absence.UNKNOWN


def test_a_kind_that_cannot_count_is_reported() -> None:
    """
    A clock that names the firm's own mail moves by what else it names, with a finding.
    """
    policy = with_clock(counts=("message.inbound", "message.outbound"))
    event = happened("e1", "message.outbound", MAR)
    found = contact(candidate(), event, policy=policy, clock="contact")
    assert found.moment == known(JAN)
    assert {each.code for each in found.findings} == {"clock.uncapped", "clock.not_counted"}


INHERITS = Inherited(
    until="supplier.relation_ended", then=("contact_after",), when=("law_permits",)
)


def permitted(*, holds: bool) -> AnyEvent:
    """
    Find out whether the condition of the inheriting holds.
    """
    return make(ConditionKnown, "c1", JAN, condition="law_permits", holds=holds)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ((), known(MAR)),
        ((permitted(holds=True),), known(MAR)),
        ((permitted(holds=False),), known(FEB)),
    ],
)
def test_inheriting_ends_where_its_condition_fails(
    condition: tuple[AnyEvent, ...], expected: Moment
) -> None:
    """
    A named supplier is enough unless the condition is known not to hold.
    """
    events = [supplied(), happened("e1", "message.inbound", FEB), *condition]
    policy = with_clock(supplied=INHERITS)
    found = contact(*events, with_company("supplier.contact", MAR), policy=policy, clock="contact")
    assert found.moment == expected


def test_a_clock_that_waits_for_own_contact_falls_back_without_any() -> None:
    """
    A policy that does not count from the end of the relation starts anew with its fall-back.
    """
    policy = with_clock(supplied=INHERITS)
    found = contact(supplied(), relation_ended(FEB), policy=policy, clock="contact")
    assert found.moment == known(JAN)


@pytest.mark.parametrize(("company", "expected"), [("c1", known(APR)), (None, known(JAN))])
def test_a_clock_may_run_on_the_contact_of_the_company_instead(
    company: str | None, expected: Moment
) -> None:
    """
    A policy says whose contact runs the clock of the supplied: here the company's they act for.
    """
    inherited = attrs.evolve(INHERITS, when=(), contact_with=ContactWith.COMPANY)
    found = contact(
        opened("r1", JAN, supplier="s1", company=company),
        with_company("supplier.contact", MAR),
        with_company("company.contact", APR, "c1"),
        policy=with_clock(supplied=inherited),
        clock="contact",
    )
    assert found.moment == expected


def test_inheriting_is_for_the_roles_it_names() -> None:
    """
    A role that is treated as another inherits as that other does; a third does not.
    """
    inherited = attrs.evolve(INHERITS, roles=("candidate",), when=())
    policy = attrs.evolve(
        with_clock(supplied=inherited),
        roles=FrozenMap(
            {
                "candidate": Role(),
                "client": Role(),
                "supplier_worker": Role(treated_as="candidate"),
            }
        ),
    )
    moments = [
        contact(
            opened("r1", JAN, role=role, supplier="s1"),
            with_company("supplier.contact", MAR),
            policy=policy,
            clock="contact",
        ).moment
        for role in ("candidate", "supplier_worker", "client")
    ]
    assert moments == [known(MAR), known(MAR), known(JAN)]


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ("procedure_closed", known(MAR)),
        ("employment_ended", Absence.NOT_STARTED),
        ("consent_given", Absence.NOT_STARTED),
        ("data_collected", known(JAN)),
        ("calendar_year_ended", Absence.UNKNOWN),
        ("nobody_knows_this", Absence.UNKNOWN),
        ("hired", Absence.UNKNOWN),
    ],
)
def test_a_trigger_fires_for_its_record(trigger: str, expected: Moment) -> None:
    """
    One no event fires, and one whose facts nobody folded, is unknown.
    """
    facts = folded(candidate(), happened("e1", "procedure.closed", MAR, record="r1"))
    assert trigger_moment(facts, trigger, record="r1").moment == expected


@pytest.mark.parametrize(
    ("wording", "expected"),
    [("forget_me", known(MAR)), ("delete_account", known(MAR)), ("copy", Absence.NOT_STARTED)],
)
def test_being_forgotten_is_a_trigger_of_requests_so_called(wording: str, expected: Moment) -> None:
    """
    A period that runs from such a request starts with its receipt, and with no other's.
    """
    rule = RetentionRule(at_most=Period(years=1), after="forget_me")
    policy = attrs.evolve(POLICY, retention=FrozenMap({"note": rule}))
    asked = make(RequestReceived, "q1", MAR, request="q", rights=(), wording=wording)
    facts = fold([candidate(), asked], policy, on=ON)
    assert trigger_moment(facts, "forget_me", record="r1").moment == expected


def test_a_hosts_trigger_fires_as_its_parent() -> None:
    """
    A trigger a host put under a shipped one needs no events of its own.
    """
    ours = BUILT_IN.extend("acme", triggers={"filled": {"under": "procedure_closed"}})
    facts = folded(candidate(), happened("e1", "procedure.closed", MAR, record="r1"))
    found = trigger_moment(facts, "acme:filled", record="r1", vocabulary=ours)
    assert found.moment == known(MAR)


@pytest.mark.parametrize(("after", "expected"), [("contact", FEB), ("procedure_closed", MAR)])
def test_a_period_runs_after_a_clock_or_a_trigger(after: str, expected: date) -> None:
    """
    A rule names either, and one function answers both.
    """
    facts = folded(
        candidate(),
        happened("e1", "message.inbound", FEB),
        happened("e2", "procedure.closed", MAR, record="r1"),
    )
    assert start_moment(facts, POLICY, after, record="r1").moment == known(expected)


def test_contact_with_a_company_as_a_trigger_is_of_the_records_company() -> None:
    """
    A record without a company has had no contact with one.
    """
    events = [
        candidate(),
        opened("r2", JAN, company="c1"),
        with_company("company.contact", MAR, "c1"),
    ]
    facts = folded(*events)
    moments = [
        trigger_moment(facts, "company.contact", record=name).moment for name in ("r1", "r2")
    ]
    assert moments == [Absence.NOT_STARTED, known(MAR)]
