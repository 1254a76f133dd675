"""
A clock that contact after the end does not start again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import Clock, ContactWith, Policy, RetentionRule
from recruitprivacy.retention import Disposal, On, Status
from recruitprivacy.timeline import AnyEvent, columns_of, facts_from_columns, fold
from tests.retention.house import BOOK, CLOCK, HOUSE, RULE, of
from tests.timeline.making import at, happened, opened

CAME: Final = date(2018, 1, 10)
FINAL: Final = attrs.evolve(CLOCK, revives=False)


def firm(clock: Clock, rule: RetentionRule = RULE) -> Policy:
    """
    Give a firm with this clock and this rule.
    """
    clocks = FrozenMap({"meaningful_contact": clock})
    return attrs.evolve(HOUSE, clocks=clocks, retention=FrozenMap({"house": rule}))


def talks(*days: date) -> tuple[AnyEvent, ...]:
    """
    Open a profile, and talk on some days.
    """
    events = (happened(f"t-{day}", "conversation", day) for day in days)
    return (opened("profile", CAME), *events)


def decided(
    events: Iterable[AnyEvent], clock: Clock = FINAL, rule: RetentionRule = RULE
) -> Disposal:
    """
    Decide long after all of it.
    """
    return of(events, date(2024, 6, 1), policy=firm(clock, rule))


@pytest.mark.parametrize(
    ("days", "last"),
    [
        ((), date(2020, 1, 10)),
        ((date(2019, 3, 1), date(2020, 12, 1)), date(2022, 12, 1)),
        ((date(2019, 3, 1), date(2021, 3, 1)), date(2023, 3, 1)),
        ((date(2019, 3, 1), date(2021, 3, 2)), date(2021, 3, 1)),
        ((date(2020, 1, 10),), date(2022, 1, 10)),
        ((date(2020, 1, 11),), date(2020, 1, 10)),
    ],
    ids=["none", "in time", "on the last day", "a day late", "first on the last day", "first late"],
)
def test_contact_that_came_too_late(days: tuple[date, ...], last: date) -> None:
    """
    Contact up to the last day moves the end; a day later it moves nothing more.
    """
    found = decided(talks(*days))
    assert (found.must_be_gone_by, found.status) == (On(day=last), Status.OVERDUE)


def test_by_default_it_starts_again() -> None:
    """
    Where the firm does not say otherwise, late contact starts the clock again.
    """
    found = decided(talks(date(2019, 3, 1), date(2023, 3, 2)), CLOCK)
    assert (found.must_be_gone_by, found.status) == (On(day=date(2025, 3, 2)), Status.KEPT)


def test_facts_from_columns_decide_the_same() -> None:
    """
    A host that keeps the two days in columns gets the same answer.
    """
    policy, on = firm(FINAL), date(2024, 6, 1)
    facts = fold(talks(date(2019, 3, 1), date(2023, 3, 2)), policy, on=on, law=BOOK)
    days = facts.records["profile"].moments
    assert {name for name in days if name.startswith("clock.")} == {
        "clock.meaningful_contact.first",
        "clock.meaningful_contact.unbroken.P2Y",
    }
    assert facts_from_columns(columns_of(facts), policy, on=on, law=BOOK).records == facts.records


@pytest.mark.parametrize(
    "doubt",
    [
        attrs.evolve(happened("when", "conversation", None), recorded_at=at(date(2020, 1, 1))),
        happened("what", "conversaton", date(2020, 1, 1)),
    ],
    ids=["no day", "no such kind"],
)
def test_contact_in_doubt_decides_nothing(doubt: AnyEvent) -> None:
    """
    Contact on an unknown day, or what may have been contact, may have bridged the silence.
    """
    assert decided((*talks(date(2019, 3, 1)), doubt)).status is Status.INDETERMINATE


def test_contact_with_the_company_is_one_of_the_chain() -> None:
    """
    Contact with the company somebody works for keeps the chain of their own contact together.
    """
    client = opened("profile", CAME, role="client", company="c")
    own = [
        happened(f"t{year}", "conversation", date(year, 1, 10), role="client")
        for year in (2020, 2023)
    ]
    theirs = happened(
        "call", "company.contact", date(2021, 6, 1), person="", role=None, company="c"
    )
    policy, on = firm(FINAL), date(2024, 6, 1)
    ends = [
        of([client, *own, *more], on, what="profile.name", policy=policy).must_be_gone_by
        for more in ([theirs], [])
    ]
    assert ends == [On(day=date(2025, 1, 10)), On(day=date(2022, 1, 10))]


def test_contact_with_another_company_is_none_of_it() -> None:
    """
    A company somebody does not work for bridges no silence, nor any where only their own counts.
    """
    client = opened("profile", CAME, role="client", company="c")
    own = happened("talk", "conversation", date(2020, 1, 10), role="client")
    calls = [
        happened(f"call-{name}", "company.contact", date(2021, 6, 1), role=None, company=name)
        for name in ("c", "d")
    ]
    alone = attrs.evolve(FINAL, contact_with=(ContactWith.SUBJECT,))
    ends = [
        of([client, own, call], date(2024, 6, 1), what="profile.name", policy=firm(clock))
        for clock, call in ((FINAL, calls[0]), (FINAL, calls[1]), (alone, calls[0]))
    ]
    assert [str(each.must_be_gone_by) for each in ends] == [
        "2023-06-01",
        "2022-01-10",
        "2022-01-10",
    ]


def test_an_unknown_beginning_decides_nothing() -> None:
    """
    Where nobody knows when the data came, the first contact may have come too late.
    """
    unsure = attrs.evolve(opened("profile", CAME), happened=None)
    contact = happened("talk", "conversation", date(2019, 3, 1))
    assert decided([unsure, contact]).status is Status.INDETERMINATE


@pytest.mark.parametrize(
    ("supplier", "rule"),
    [("m", RULE), (None, attrs.evolve(RULE, at_most=Period(working_days=500)))],
    ids=["supplied", "in working days"],
)
def test_what_is_not_followed_is_found(supplier: str | None, rule: RetentionRule) -> None:
    """
    For the supplied, and in working days, late contact starts the clock again, with a finding.
    """
    found = decided([opened("profile", CAME, supplier=supplier)], rule=rule)
    assert "clock.revived" in {each.code for each in found.findings}
    plain = decided([opened("profile", CAME)])
    assert "clock.revived" not in {each.code for each in plain.findings}
