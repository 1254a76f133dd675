"""
Two years from the last meaningful contact, on worked examples and around the last day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.law import Situation
from recruitprivacy.periods import Period
from recruitprivacy.retention import On, Status, Unknown
from recruitprivacy.timeline import (
    AnyEvent,
    HoldLifted,
    HoldPlaced,
    RecordKind,
    RequestReceived,
)
from recruitprivacy.vocabulary import Right
from tests.retention.house import HERE, RULE, decide, of, with_rules
from tests.timeline.making import happened, make, opened

MONTH_END: Final = (
    opened("profile", date(2024, 5, 1)),
    happened("cv", "cv.updated", date(2024, 5, 10)),
    happened("click", "message.clicked", date(2025, 2, 28)),
    happened("opened", "message.opened", date(2025, 12, 1)),
)


@pytest.mark.row("CLUSTER-174")
@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2027, 2, 27), Status.KEPT),
        (date(2027, 2, 28), Status.KEPT),
        (date(2027, 3, 1), Status.OVERDUE),
    ],
)
def test_around_the_last_day(on: date, status: Status) -> None:
    """
    The last day is still within the promise; the data are overdue from the next.
    """
    answer = of(MONTH_END, on)
    assert (answer.status, answer.must_be_gone_by) == (status, On(day=date(2027, 2, 28)))


@pytest.mark.row("CLUSTER-174")
def test_opening_a_message_is_no_contact() -> None:
    """
    A message that is opened moves nothing: the answer is as if it had not been.
    """
    on = date(2026, 6, 1)
    assert of(MONTH_END, on).must_be_gone_by == of(MONTH_END[:-1], on).must_be_gone_by


@pytest.mark.row("CLUSTER-174")
def test_clicking_a_message_is_contact() -> None:
    """
    A click instead of the opening would have moved the last day.
    """
    clicked = happened("again", "message.clicked", date(2025, 12, 1))
    found = of([*MONTH_END[:-1], clicked], date(2026, 6, 1))
    assert found.must_be_gone_by == On(day=date(2027, 12, 1))


def test_a_contact_nobody_can_read_never_erases() -> None:
    """
    A misspelt contact may have been one, so nothing is decided; behind the wall it is no matter.
    """
    ours = happened("typo", "conversaton", date(2026, 6, 1))
    theirs = happened("typo", "conversaton", date(2026, 6, 1), role="client")
    assert of([*MONTH_END, ours], date(2027, 3, 1)).status is Status.INDETERMINATE
    assert of([*MONTH_END, theirs], date(2027, 3, 1)).status is Status.OVERDUE


@pytest.mark.row("CLUSTER-174")
def test_contact_with_the_company_counts() -> None:
    """
    For somebody who works for a company, contact with that company moves the last day.
    """
    client = opened("profile", date(2024, 1, 1), role="client", company="c-1")
    call = happened("call", "company.contact", date(2025, 1, 1), company="c-1", role="client")
    other = happened("call", "company.contact", date(2025, 1, 1), company="c-2", role="client")
    days = [
        of([client, contact], date(2025, 6, 1), what="profile.name").must_be_gone_by
        for contact in (call, other)
    ]
    assert days[0] == On(day=date(2027, 1, 1))
    assert days[1] != days[0]


@pytest.mark.parametrize(
    ("contact", "last"),
    [
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2022, 2, 28), date(2024, 2, 28)),
        (date(2024, 12, 31), date(2026, 12, 31)),
        (date(2024, 8, 31), date(2026, 8, 31)),
    ],
)
def test_leap_days_and_month_ends(contact: date, last: date) -> None:
    """
    A day its last month lacks rounds down; a month end does not stick.
    """
    events = [opened("profile", contact), happened("talk", "conversation", contact)]
    assert of(events, contact).must_be_gone_by == On(day=last)


SUPPLIED: Final = (
    opened("profile", date(2023, 5, 2), supplier="m"),
    happened("talks", "supplier.contact", date(2026, 1, 10), person="", role=None, company="m"),
    happened("over", "supplier.relation_ended", date(2026, 3, 31), company="m"),
    happened("phone", "call.inbound", date(2026, 12, 31)),
    happened("talk", "conversation", date(2026, 12, 31)),
)


@pytest.mark.row("CLUSTER-177")
@pytest.mark.parametrize(("supplier", "last"), [("m", date(2028, 1, 10)), (None, date(2025, 5, 2))])
def test_contact_with_the_supplier_counts(supplier: str | None, last: date) -> None:
    """
    For a candidate supplied by a company its contact counts; for another it does not.
    """
    profile = opened("profile", date(2023, 5, 2), supplier=supplier)
    found = of([profile, SUPPLIED[1]], date(2026, 2, 1))
    assert found.must_be_gone_by == On(day=last)


@pytest.mark.row("CLUSTER-178")
@pytest.mark.parametrize(
    ("on", "last"),
    [(date(2026, 4, 1), date(2028, 3, 31)), (date(2027, 1, 1), date(2028, 12, 31))],
)
def test_end_of_the_supply(on: date, last: date) -> None:
    """
    Two years run from the end of the supplier's relation, or from own contact after it if later.
    """
    assert of(SUPPLIED, on).must_be_gone_by == On(day=last)


@pytest.mark.row("CLUSTER-178")
def test_own_contact_before_the_end_of_the_supply() -> None:
    """
    Contact before the supplier's relation ended does not shorten the two years from its end.
    """
    before = happened("talk", "conversation", date(2026, 3, 30))
    found = of([*SUPPLIED[:3], before], date(2026, 4, 1))
    assert found.must_be_gone_by == On(day=date(2028, 3, 31))


@pytest.mark.row("CLUSTER-178")
def test_two_readings_of_the_end_of_the_supply() -> None:
    """
    Some read the company's report as an outer limit, beside which its last contact counts on.
    """
    found = of(SUPPLIED[:3], date(2026, 4, 1))
    assert found.must_be_gone_by == On(day=date(2028, 3, 31))
    assert [(each.key, each.last_day) for each in found.readings] == [
        ("last_company_contact", date(2028, 1, 10))
    ]


@pytest.mark.parametrize(
    ("situation", "says"),
    [(HERE, "by which they may exist until"), (Situation(), "Another reading: ")],
    ids=["counted", "in days nobody can count"],
)
def test_another_reading_is_told(situation: Situation, says: str) -> None:
    """
    Each reading is a line of the answer, with its day where that can be counted.
    """
    rule = attrs.evolve(RULE, at_most=Period(working_days=500))
    policy = with_rules(house=rule)
    found = of(SUPPLIED[:3], date(2026, 4, 1), policy=policy, situation=situation)
    assert says in found.explain("en")


@pytest.mark.parametrize(
    "events",
    [SUPPLIED, SUPPLIED[:2], (SUPPLIED[0], SUPPLIED[2]), MONTH_END],
    ids=["called later", "still supplied", "never any contact", "came by themselves"],
)
def test_where_there_is_one_reading(events: tuple[AnyEvent, ...]) -> None:
    """
    Where nothing hangs on how the report is read, no other reading is shown.
    """
    assert of(events, date(2027, 1, 1)).readings == ()


def test_a_right_renews_no_clock() -> None:
    """
    Writing to use a right is no contact, whether by a word of the list or marked as one.
    """
    plain = of(MONTH_END, date(2026, 6, 1)).must_be_gone_by
    marked = happened("remove", "message.inbound", date(2026, 5, 1), exercises_right=True)
    asked = make(
        RequestReceived, "asked", date(2026, 5, 1), request="r", rights=(Right.RECTIFICATION,)
    )
    found = [of([*MONTH_END, each], date(2026, 6, 1)).must_be_gone_by for each in (marked, asked)]
    assert found == [plain, plain]
    wrote = attrs.evolve(marked, exercises_right=False)
    assert of([*MONTH_END, wrote], date(2026, 6, 1)).must_be_gone_by == On(day=date(2028, 5, 1))


def _hold(name: str, placed: date, lifted: date | None, **scope: object) -> list[AnyEvent]:
    ground = "tax_authority_request" if "tax" in name else "anticipated_litigation"
    holds: list[AnyEvent] = [make(HoldPlaced, name, placed, matter=name, ground=ground, **scope)]
    if lifted is not None:
        holds.append(make(HoldLifted, f"{name}-over", lifted, matter=name))
    return holds


TWO_HOLDS: Final = (
    opened("profile", date(2023, 1, 1), categories=("cv", "name")),
    opened("a", date(2023, 2, 1), record_kind=RecordKind.APPLICATION, categories=("cv",)),
    opened("b", date(2023, 3, 1), record_kind=RecordKind.APPLICATION, categories=("cv",)),
    opened("hours", date(2023, 4, 1), record_kind=RecordKind.DOCUMENT, categories=("cv",)),
    happened("talk", "conversation", date(2024, 10, 31)),
    *_hold("claim", date(2026, 10, 15), date(2027, 2, 10), records=("a",)),
    *_hold("tax", date(2026, 11, 20), date(2027, 9, 1), records=("hours",)),
)


@pytest.mark.row("CLUSTER-175")
@pytest.mark.parametrize(
    ("record", "on", "status"),
    [
        ("profile", date(2026, 11, 1), Status.OVERDUE),
        ("b", date(2026, 10, 31), Status.KEPT),
        ("b", date(2026, 11, 1), Status.OVERDUE),
        ("a", date(2026, 11, 1), Status.HELD),
        ("a", date(2027, 2, 9), Status.HELD),
        ("a", date(2027, 2, 11), Status.OVERDUE),
        ("hours", date(2027, 2, 11), Status.HELD),
        ("hours", date(2027, 9, 2), Status.OVERDUE),
    ],
)
def test_holds_have_a_scope(record: str, on: date, status: Status) -> None:
    """
    A hold suspends erasing of what it covers and of nothing else; lifted, the clock has run on.
    """
    assert of(TWO_HOLDS, on, what=f"{record}.cv").status == status


def test_a_held_day_hangs_on_the_lifting() -> None:
    """
    While a hold stands nobody knows from when erasing is allowed; lifted, it is from that day.
    """
    held = of(TWO_HOLDS, date(2026, 12, 1), what="a.cv").may_erase_from
    assert isinstance(held, Unknown)
    assert held.missing == ("hold.claim.lifted",)
    lifted = of(TWO_HOLDS, date(2027, 3, 1), what="a.cv").may_erase_from
    assert lifted == On(day=date(2027, 2, 10))


def test_the_clock_runs_on_under_a_hold() -> None:
    """
    A hold lifted before the last day leaves the last day where it was.
    """
    events = [
        opened("profile", date(2025, 1, 1)),
        happened("talk", "conversation", date(2025, 4, 30)),
        *_hold("claim", date(2026, 6, 15), date(2026, 9, 16)),
    ]
    found = of(events, date(2026, 10, 1))
    assert (found.status, found.must_be_gone_by) == (Status.KEPT, On(day=date(2027, 4, 30)))


def test_a_held_application_keeps_whose_it_is() -> None:
    """
    A hold on an application keeps the name in the profile, and not the rest of the profile.
    """
    found = decide(TWO_HOLDS, date(2026, 12, 1))
    assert found["profile", "name"].status == Status.HELD
    assert found["profile", "cv"].status == Status.OVERDUE
