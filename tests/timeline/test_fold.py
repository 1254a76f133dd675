"""
Roles, records, companies, and what belongs to which.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    ConditionKnown,
    Disclosed,
    NoticeGiven,
    PurposeEnded,
    PurposeStarted,
    RecordKind,
    Reliability,
    UseFacts,
    fold,
)
from recruitprivacy.vocabulary import BUILT_IN
from tests.timeline.making import ON, POLICY, folded, happened, known, make, opened, paths

JAN, FEB, MAR = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)
INBOUND, CLOSED = "message.inbound.last", "procedure.closed.last"
APPLICATION, DOCUMENT = RecordKind.APPLICATION, RecordKind.DOCUMENT


def test_the_last_day_counts() -> None:
    """
    What happened on the day asked about is seen, what happens the day after is not.
    """
    events = [happened("e1", "message.inbound", ON)]
    facts = folded(*events, happened("e2", "message.inbound", ON + timedelta(days=1)))
    assert facts.moment(INBOUND, role="candidate") == known(ON)


def test_a_wall_stands_between_roles() -> None:
    """
    What somebody does as a client never moves a day of theirs as a candidate.
    """
    facts = folded(
        happened("e1", "message.inbound", JAN),
        happened("e2", "message.inbound", MAR, role="client"),
    )
    days = [facts.moment(INBOUND, role=role) for role in ("candidate", "client")]
    assert days == [known(JAN), known(MAR)]


def test_a_narrower_role_is_the_one_the_policy_speaks_of() -> None:
    """
    An applicant is a candidate where the policy knows no applicants.
    """
    facts = folded(happened("e1", "message.inbound", JAN, role="applicant"))
    assert facts.moment(INBOUND, role="candidate") == known(JAN)


@pytest.mark.parametrize(
    ("day", "expected"), [(JAN, known(FEB)), (MAR, Absence.UNKNOWN), (None, Absence.UNKNOWN)]
)
def test_an_event_in_no_noted_role_makes_later_days_doubtful(
    day: date | None, expected: object
) -> None:
    """
    It may have happened in either role; only where it comes earlier is that of no matter.
    """
    facts = folded(
        happened("e1", "message.inbound", FEB),
        opened("r1", JAN, role="client"),
        happened("e2", "message.inbound", day, role=None),
    )
    assert facts.moment(INBOUND, role="candidate") == expected


def test_an_event_in_no_noted_role_is_in_the_only_one() -> None:
    """
    Where somebody has one role, everything happened in it.
    """
    facts = folded(opened("r1", JAN), happened("e2", "message.inbound", MAR, role=None))
    assert facts.moment(INBOUND, role="candidate") == known(MAR)


def test_an_event_on_a_record_is_in_the_role_of_the_record() -> None:
    """
    Nobody need note the role twice.
    """
    facts = folded(
        opened("r1", JAN),
        opened("r2", JAN, role="client"),
        happened("e1", "message.inbound", MAR, role=None, record="r2"),
    )
    days = [facts.moment(INBOUND, role=role) for role in ("candidate", "client")]
    assert days == [Absence.NOT_STARTED, known(MAR)]


@pytest.mark.parametrize("kind", ["call.held", "interview.held", "conversation.role"])
def test_a_kind_of_a_kind_counts_as_it(kind: str) -> None:
    """
    A telephone call, an interview and a talk about roles are conversations.
    """
    facts = folded(happened("e1", kind, JAN))
    assert facts.moment("conversation.last", role="candidate") == known(JAN)


def test_a_hosts_own_kind_counts_as_its_parent() -> None:
    """
    A term a host put under a shipped one fires what its parent fires.
    """
    ours = BUILT_IN.extend("acme", events={"chat": {"under": "message.inbound"}})
    events = [happened("e1", "acme:chat", JAN)]
    facts = fold(events, POLICY, on=ON, vocabulary=ours)
    assert facts.moment(INBOUND, role="candidate") == known(JAN)


def test_a_kind_nobody_knows_is_reported() -> None:
    """
    A misspelt kind of event may have been any, so nobody knows what it moved; it is found.
    """
    facts = folded(happened("e1", "message.inbuond", JAN))
    assert facts.moment(INBOUND, role="candidate") is Absence.UNKNOWN
    assert paths(facts, "timeline.kind_unknown") == ["e1"]


@pytest.mark.parametrize("exercises_right", [True, False])
def test_a_message_that_uses_a_right_is_no_contact(*, exercises_right: bool) -> None:
    """
    "Remove me" by e-mail moves no day; "thank you" by e-mail does.
    """
    event = happened("e1", "message.inbound", MAR, exercises_right=exercises_right)
    seen = folded(event).moment(INBOUND, role="candidate")
    assert seen == (Absence.NOT_STARTED if exercises_right else known(MAR))


def test_an_unknown_day_makes_the_last_day_unknown() -> None:
    """
    A placeholder for a day is not an old day, and a finding says so.
    """
    facts = folded(
        happened("e1", "message.inbound", JAN),
        happened("e2", "message.inbound", date(1970, 1, 1)),
    )
    assert facts.moment(INBOUND, role="candidate") is Absence.UNKNOWN
    assert paths(facts, "timeline.day_unknown") == ["e2"]


def test_what_nobody_folded_is_unknown() -> None:
    """
    A fact, role, record or company that was not asked for is unknown, not absent.
    """
    facts = folded(opened("r1", JAN))
    found = [
        facts.moment("hired.last", role="candidate"),
        facts.moment(INBOUND, role="referee"),
        facts.moment(CLOSED, record="r9"),
        facts.moment("company.contact.last", company="x"),
        facts.moment("hired.last"),
    ]
    assert found == [Absence.UNKNOWN] * 5


def applications() -> list[AnyEvent]:
    """
    Open the record of a person with two applications and a letter in one.
    """
    return [
        opened("person", JAN),
        opened("a1", JAN, record_kind=APPLICATION, vacancy="v1"),
        opened("a2", JAN, record_kind=APPLICATION, vacancy="v2"),
        opened("letter", JAN, record_kind=DOCUMENT, part_of="a1"),
    ]


YES, NO, MAYBE = known(MAR), Absence.NOT_STARTED, Absence.UNKNOWN


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"record": "a1"}, [YES, YES, NO, YES]),
        ({"vacancy": "v2"}, [YES, NO, YES, NO]),
        ({"record": "letter"}, [YES, NO, NO, YES]),
        ({}, [YES, MAYBE, MAYBE, MAYBE]),
        ({"role": "client"}, [NO, NO, NO, NO]),
    ],
)
def test_what_happens_to_a_record_happens_to_its_parts_and_its_person(
    where: dict[str, object], expected: list[object]
) -> None:
    """
    An event belongs by record, by vacancy, or nobody knows to which of several.
    """
    facts = folded(*applications(), happened("e1", "procedure.closed", MAR, **where))
    found = [facts.moment(CLOSED, record=name) for name in ("person", "a1", "a2", "letter")]
    assert found == expected


def test_an_event_without_a_record_belongs_to_the_only_one() -> None:
    """
    With one application a closed procedure is that one's, and its documents'.
    """
    facts = folded(
        opened("person", JAN),
        opened("a1", JAN, record_kind=APPLICATION),
        opened("letter", JAN, record_kind=DOCUMENT, part_of="a1"),
        happened("e1", "procedure.closed", MAR),
    )
    found = [facts.moment(CLOSED, record=name) for name in ("a1", "letter")]
    assert found == [known(MAR), known(MAR)]


def test_records_that_are_part_of_each_other_do_no_harm() -> None:
    """
    A circle of records is walked once.
    """
    facts = folded(
        opened("a", JAN, record_kind=DOCUMENT, part_of="b"),
        opened("b", JAN, record_kind=DOCUMENT, part_of="a"),
        happened("e1", "procedure.closed", MAR, record="a"),
    )
    assert facts.moment(CLOSED, record="b") == known(MAR)


def test_opening_one_record_is_no_opening_of_another() -> None:
    """
    The record of a person was made when it was made, not with its first application.
    """
    facts = folded(opened("person", FEB), opened("a1", JAN, record_kind=APPLICATION))
    assert facts.moment("record.opened.first", record="person") == known(FEB)


def test_particulars_noted_anew_replace_the_old() -> None:
    """
    The last entry of a record tells what it is; the first tells when it was opened.
    """
    facts = folded(opened("r1", JAN), opened("r1", MAR, supplier="s1"))
    assert facts.records["r1"].supplier == "s1"
    assert facts.moment("record.opened.first", record="r1") == known(JAN)


def test_an_event_of_a_record_never_opened_is_reported() -> None:
    """
    A dangling record is found, and the event still happened in its role.
    """
    facts = folded(happened("e1", "message.inbound", JAN, record="r9"))
    assert paths(facts, "timeline.record_unknown") == ["e1"]
    assert facts.moment(INBOUND, role="candidate") == known(JAN)


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        ((), None),
        ((("a1", "rejected", FEB),), "rejected"),
        ((("a1", "rejected", FEB), ("a1", "hired", MAR)), "hired"),
        ((("a1", "rejected", FEB), ("a1", "hired", FEB)), None),
        ((("a2", "rejected", FEB),), None),
        (((None, "rejected", FEB),), None),
        ((("a1", "hired", FEB), (None, "rejected", MAR)), None),
        ((("a1", "hired", FEB), (None, "rejected", JAN)), "hired"),
    ],
)
def test_the_outcome_is_the_last_that_is_surely_the_records(
    events: tuple[tuple[str | None, str, date], ...], outcome: str | None
) -> None:
    """
    Contradictions of one day, and what may be another record's, leave it unknown.
    """
    made = [
        happened(f"e{n}", "candidate.rejected", day, record=record, outcome=what)
        for n, (record, what, day) in enumerate(events)
    ]
    assert folded(*applications(), *made).records["a1"].outcome == outcome


def test_companies_have_days_of_their_own() -> None:
    """
    Contact with a company is the company's, told by an event without a person.
    """
    facts = folded(
        opened("r1", JAN, role="client", company="c1"),
        happened("e1", "company.contact", MAR, person="", role=None, company="c1"),
        happened("e2", "message.inbound", FEB, person="", role=None, company="c1"),
    )
    assert facts.moment("company.contact.last", company="c1") == known(MAR)
    assert facts.moment(INBOUND, company="c1") == known(FEB)
    assert facts.moment(INBOUND, role="client") is Absence.NOT_STARTED


def test_a_company_nobody_told_us_of_is_unknown() -> None:
    """
    A company a record names, without an event of its own, may have been in touch or not.
    """
    facts = folded(opened("r1", JAN, role="client", company="c1"))
    assert facts.moment("company.contact.last", company="c1") is Absence.UNKNOWN


def ended(day: date | None, record: str | None = None) -> AnyEvent:
    """
    End the matching of a record, or of all.
    """
    return make(PurposeEnded, "u2", day, use="matching", record=record)


def started(day: date | None, record: str | None = None) -> AnyEvent:
    """
    Start the matching of a record, or of all.
    """
    return make(PurposeStarted, "u1", day, use="matching", record=record)


@pytest.mark.parametrize(
    ("events", "lives"),
    [
        ((), True),
        ((started(JAN),), True),
        ((started(JAN), ended(FEB)), False),
        ((started(JAN), ended(JAN)), False),
        ((ended(JAN), started(FEB)), True),
        ((started(JAN), ended(FEB, "a2")), True),
        ((started(JAN), ended(FEB, "a1")), False),
        ((started(JAN), ended(None)), None),
    ],
)
def test_a_use_lives_from_its_start_to_its_end(
    *, events: tuple[AnyEvent, ...], lives: bool | None
) -> None:
    """
    Within a day a use starts before it ends; one without a record is of every record.
    """
    facts = folded(*applications(), *events)
    assert facts.lives("a1", "matching") is lives


def test_a_use_remembers_its_days() -> None:
    """
    Both days of a use are facts, and documents share the uses of what they are part of.
    """
    facts = folded(*applications(), started(JAN, "a1"), ended(FEB, "a1"))
    use = UseFacts(started=known(JAN), ended=known(FEB))
    assert facts.records["letter"].uses == {"matching": use}
    assert facts.records["person"].uses == {}


def told(name: str, day: date, *, holds: bool, record: str | None = None) -> AnyEvent:
    """
    Find out whether a condition holds.
    """
    return make(ConditionKnown, name, day, condition="law_permits", holds=holds, record=record)


@pytest.mark.parametrize(
    ("events", "holds"),
    [
        ((), None),
        ((told("c1", JAN, holds=True),), True),
        ((told("c1", JAN, holds=True), told("c2", FEB, holds=False)), False),
        ((told("c1", JAN, holds=True), told("c2", JAN, holds=False)), None),
        ((told("c1", JAN, holds=True), told("c2", JAN, holds=False, record="a1")), False),
        ((told("c1", JAN, holds=True, record="a2"),), None),
    ],
)
def test_a_condition_is_what_was_last_found_out(
    *, events: tuple[AnyEvent, ...], holds: bool | None
) -> None:
    """
    Absent and contradicted are unknown; what is known of the record comes before the person.
    """
    facts = folded(*applications(), *events)
    assert facts.condition("law_permits", record="a1") is holds


def test_a_condition_of_the_person_holds_for_records_nobody_knows() -> None:
    """
    Asked without a record, or about another, what is known of the person counts.
    """
    facts = folded(told("c1", JAN, holds=True))
    assert facts.condition("law_permits") is True
    assert facts.condition("law_permits", record="r9") is True


def test_contradicted_conditions_are_reported() -> None:
    """
    Two entries of one day that cannot both be true are a finding.
    """
    facts = folded(told("c1", JAN, holds=True), told("c2", JAN, holds=False))
    assert paths(facts, "timeline.contradicted") == ["c1"]


def test_notices_and_disclosures_stand_in_order() -> None:
    """
    What the person was given, and who got data, is listed first to last.
    """
    facts = folded(
        make(NoticeGiven, "n2", MAR, version="2", language="en", role="candidate"),
        make(NoticeGiven, "n1", JAN, version="1", language="nl", role="applicant"),
        make(NoticeGiven, "n3", FEB, version="1", language="nl", role="client"),
        make(Disclosed, "d1", FEB, recipient="client", to="x", records=("a1",)),
    )
    assert [each.version for each in facts.notices_of("candidate")] == ["1", "2"]
    assert [(each.to, each.disclosed) for each in facts.disclosures] == [("x", known(FEB))]


@pytest.mark.parametrize("kind", ["disclosed", "happened"])
def test_a_disclosure_is_a_day_of_the_record(kind: str) -> None:
    """
    Both ways to write a disclosure down fire its trigger; without a record it is of all.
    """
    event: AnyEvent = make(Disclosed, "d1", FEB, recipient="client")
    if kind == "happened":
        event = happened("d1", "data.disclosed", FEB, record="a1")
    facts = fold([*applications(), event], POLICY, on=ON)
    assert len(facts.disclosures) == (kind == "disclosed")


def test_facts_say_how_sure_they_are_and_of_whom() -> None:
    """
    The reliability of the deciding event and the policy are kept; the person is not shown.
    """
    event = happened("e1", "message.inbound", JAN, reliability=Reliability.ASSUMED, person="secret")
    facts = folded(event)
    moment = facts.moment(INBOUND, role="candidate")
    assert getattr(moment, "reliability", None) is Reliability.ASSUMED
    assert (facts.policy, facts.version, facts.on) == ("acme", "", ON)
    assert "secret" not in repr(facts)
    assert hash(facts) == hash(folded(event))
