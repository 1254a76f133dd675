"""
What holds of every disposal, whatever happened.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.law import Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy, RetentionRule
from recruitprivacy.retention import Disposal, On, Open, Status, Unknown
from recruitprivacy.timeline import (
    AnyEvent,
    HoldPlaced,
    RequestReceived,
    RestrictionPlaced,
)
from recruitprivacy.vocabulary import RestrictionGround, Right
from tests.retention.house import BOOK, HERE, HOUSE, decide, of, with_rules
from tests.retention.test_rules import A_RULE, PACK
from tests.timeline.making import happened, make, opened

FIRST: Final = date(2022, 1, 1)
DAYS: Final = st.integers(0, 1500).map(lambda days: FIRST + timedelta(days=days))
LATER: Final = st.integers(1501, 3000).map(lambda days: FIRST + timedelta(days=days))
PERIODS: Final = st.builds(Period, months=st.integers(1, 40))
KINDS: Final = ("conversation", "message.clicked", "message.opened", "profile.registered")
ACTS: Final = load("NL")


@st.composite
def histories(draw: st.DrawFn) -> list[AnyEvent]:
    """
    Make up a candidate's history, some days of it unknown.
    """
    told = draw(st.lists(st.tuples(st.none() | DAYS, st.sampled_from(KINDS)), max_size=5))
    return [
        opened("profile", draw(DAYS)),
        *(happened(f"e{place}", kind, day) for place, (day, kind) in enumerate(told)),
    ]


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """
    Make up periods for the firm of these tests.
    """
    starts = st.sampled_from(["meaningful_contact", "registered", "data_collected"])
    rules = {
        f"r{place}": RetentionRule(
            at_most=period,
            after=draw(starts),
            purpose=draw(st.sampled_from([None, "recruitment"])),
            data=draw(st.sampled_from([("*",), ("cv",)])),
        )
        for place, period in enumerate(draw(st.lists(PERIODS, max_size=3)))
    }
    return with_rules(HOUSE, **rules)


@st.composite
def barriers(draw: st.DrawFn) -> AnyEvent:
    """
    Make up something that stops erasing.
    """
    day = draw(st.none() | DAYS)
    records = draw(st.sampled_from([(), ("profile",)]))
    categories = draw(st.sampled_from([(), ("cv",)]))
    made: list[AnyEvent] = [
        make(
            HoldPlaced,
            "bar",
            day,
            matter="m",
            ground="anticipated_litigation",
            records=records,
            categories=categories,
        ),
        make(
            RestrictionPlaced,
            "bar",
            day,
            ground=draw(st.sampled_from(RestrictionGround)),
            categories=categories or None,
            records=records,
        ),
        make(RequestReceived, "bar", day, request="r", rights=(Right.ACCESS,)),
    ]
    return draw(st.sampled_from(made))


def _soonest(found: Disposal) -> date:
    """
    Give the earliest day on which erasing may turn out to be allowed.
    """
    bound = found.may_erase_from
    if isinstance(bound, On):
        return bound.day
    return date.min if isinstance(bound, Open) else bound.not_before or date.min


def _last(found: Disposal) -> date:
    """
    Give the latest day that may turn out to be the last.
    """
    bound = found.must_be_gone_by
    if isinstance(bound, On):
        return bound.day
    return date.max if isinstance(bound, Open) else bound.not_after or date.max


@given(events=histories(), policy=policies(), bar=barriers(), on=LATER)
def test_a_barrier_never_makes_erasing_possible_sooner(
    events: list[AnyEvent], policy: Policy, bar: AnyEvent, on: date
) -> None:
    """
    A hold, a restriction or an open request never frees anything; while it stands nothing is due.
    """
    before, after = of(events, on, policy=policy), of([*events, bar], on, policy=policy)
    assert _soonest(after) >= _soonest(before)
    if after.bars:
        assert not after.is_due
    else:
        assert after.status == before.status


@given(events=histories(), policy=policies(), months=st.integers(1, 60), on=LATER)
def test_a_floor_never_makes_erasing_possible_sooner(
    events: list[AnyEvent], policy: Policy, months: int, on: date
) -> None:
    """
    A statute that keeps never frees anything.
    """
    rule = A_RULE.format(place="xx", kind="floor", period=f"P{months}M")
    book = load().with_pack(read_pack(PACK.format(place="XX", rules=rule)))
    empty = load().with_pack(read_pack(PACK.format(place="XX", rules="")))
    there = Situation(establishment="XX")
    before = of(events, on, policy=policy, law=empty, situation=there)
    after = of(events, on, policy=policy, law=book, situation=there)
    assert _soonest(after) >= _soonest(before)
    assert before.is_due or not after.is_due
    assert after.must_be_gone_by == before.must_be_gone_by


@given(
    events=histories(),
    policy=policies(),
    period=PERIODS,
    on=LATER,
    data=st.sampled_from([("*",), ("cv",)]),
)
def test_a_ceiling_never_moves_the_end_later(
    events: list[AnyEvent], policy: Policy, period: Period, on: date, data: tuple[str, ...]
) -> None:
    """
    One more ceiling brings the last day forward, or leaves it.
    """
    more = RetentionRule(at_most=period, after="registered", data=data)
    before = of(events, on, policy=policy)
    after = of(events, on, policy=with_rules(policy, more=more))
    assert _last(after) <= _last(before)


@given(events=histories(), policy=policies(), on=LATER, blank=st.integers(0, 5))
def test_unknown_never_erases(events: list[AnyEvent], policy: Policy, on: date, blank: int) -> None:
    """
    Forgetting the day of one event never makes due what was not.
    """
    place = blank % len(events)
    forgot = [*events]
    forgot[place] = attrs.evolve(events[place], happened=None, recorded_at=events[0].recorded_at)
    known, unknown = of(events, on, policy=policy), decide(forgot, on, policy=policy)
    found = unknown.get(("profile", "cv"))
    assert found is None or known.is_due or not found.is_due


@given(events=histories(), on=LATER)
def test_nothing_is_due_while_its_end_is_unknown(events: list[AnyEvent], on: date) -> None:
    """
    Where the last day is unknown and may lie ahead, nothing is erased.
    """
    found = of(events, on)
    if isinstance(found.must_be_gone_by, Unknown) and _last(found) >= on:
        assert not found.is_due


@given(events=histories(), policy=policies(), day=DAYS, on=LATER)
def test_an_opened_message_moves_nothing(
    events: list[AnyEvent], policy: Policy, day: date, on: date
) -> None:
    """
    A message that is opened changes no part of the answer.
    """
    more = [*events, happened("opened", "message.opened", day)]
    assert of(more, on, policy=policy) == of(events, on, policy=policy)


@given(events=histories(), policy=policies(), on=LATER)
def test_overdue_exactly_after_the_last_day(
    events: list[AnyEvent], policy: Policy, on: date
) -> None:
    """
    With nothing in the way, data are overdue if and only if their last day has passed.
    """
    found = of(events, on, policy=policy)
    assert (found.status is Status.OVERDUE) == (_last(found) < on)


@given(events=histories(), policy=policies(), on=LATER)
def test_an_answer_can_be_told_and_hashed(events: list[AnyEvent], policy: Policy, on: date) -> None:
    """
    Every answer is a value, has a fingerprint of its own making, and can be put into words.
    """
    found = of(events, on, policy=policy)
    again = of(list(reversed(events)), on, policy=policy, law=BOOK, situation=HERE)
    assert hash(found) == hash(again)
    assert found.fingerprint == again.fingerprint
    assert len(found.explain("en").splitlines()) >= len(found.steps)
