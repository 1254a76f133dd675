"""
What holds of every answer under every schedule, whatever happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from recruitprivacy import wire
from recruitprivacy.errors import StillNeededError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import Holding, Policy, RetentionRule, Use
from recruitprivacy.retention import Disposal, On, Open, Status, assess
from recruitprivacy.testing import strategies
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    Columns,
    ConsentGiven,
    ConsentWithdrawn,
    Corrected,
    Facts,
    Happened,
    HoldLifted,
    HoldPlaced,
    Ledgers,
    Objected,
    ObjectionDecided,
    RequestReceived,
    RestrictionLifted,
    RestrictionPlaced,
    columns_of,
    day_of,
    facts_from_columns,
    facts_needed,
    fold,
    minimal_proof,
)
from recruitprivacy.vocabulary import (
    BUILT_IN,
    Kind,
    LawfulBasis,
    ObjectionGround,
    RestrictionGround,
    Right,
)
from tests.retention.test_rules import A_RULE, PACK
from tests.timeline.making import happened, make, opened

AGENCY: Final = attrs.evolve(
    agency(),
    uses=FrozenMap(
        {
            **agency().uses,
            "pool": Use(
                roles=("candidate",), purposes=("talent_pool",), basis=(LawfulBasis.CONSENT,)
            ),
        }
    ),
    data=FrozenMap({**agency().data, "candidate": Holding(items=("name", "cv"))}),
)
BOOK: Final = load("SE")
SCHEDULES: Final = strategies.schedules(policy=AGENCY)
HISTORIES: Final = strategies.histories(policy=AGENCY, role="candidate")
LATER: Final = st.dates(date(2027, 1, 1), date(2034, 12, 31))
AFTERWARDS: Final = datetime(2027, 1, 1, 9, tzinfo=UTC)


def decided(
    events: Sequence[AnyEvent],
    policy: Policy,
    on: date,
    *,
    law: Law = BOOK,
    situation: Situation | None = None,
) -> dict[tuple[str, str, str], Disposal]:
    """
    Decide on a history, by controller, record and category.
    """
    facts = fold(events, policy, on=on, law=law)
    return by_key(assess(policy, facts, law, on=on, situation=situation))


def by_key(found: Sequence[Disposal]) -> dict[tuple[str, str, str], Disposal]:
    """
    Look answers up by what they are about.
    """
    return {(each.controller, each.record, each.category): each for each in found}


def days(found: Disposal) -> tuple[object, ...]:
    """
    Take what an answer decides, without the reasons.
    """
    bounds = (found.may_erase_from, found.must_be_gone_by, found.planned_on)
    return found.status, *bounds, frozenset(found.uses)


def soonest(found: Disposal) -> date:
    """
    Give the earliest day on which erasing may turn out to be allowed.
    """
    bound = found.may_erase_from
    if isinstance(bound, On):
        return bound.day
    return date.min if isinstance(bound, Open) else bound.not_before or date.min


def last(found: Disposal) -> date:
    """
    Give the latest day that may turn out to be the last.
    """
    bound = found.must_be_gone_by
    if isinstance(bound, On):
        return bound.day
    return date.max if isinstance(bound, Open) else bound.not_after or date.max


@st.composite
def barriers(draw: st.DrawFn) -> AnyEvent:
    """
    Make up something that stops erasing a record, or all.
    """
    day = draw(st.dates(date(2019, 1, 1), date(2026, 12, 31)))
    records = draw(st.sampled_from([(), ("record-1",)]))
    hold = make(
        HoldPlaced,
        "bar",
        day,
        person="person-1",
        matter="bar",
        ground="anticipated_litigation",
        records=records,
    )
    limit = make(
        RestrictionPlaced,
        "bar",
        day,
        person="person-1",
        ground=draw(st.sampled_from(RestrictionGround)),
        records=records,
    )
    asks = make(
        RequestReceived, "bar", day, person="person-1", request="bar", rights=(Right.ACCESS,)
    )
    made: list[AnyEvent] = [hold, limit, asks]
    return draw(st.sampled_from(made))


@given(history=HISTORIES, policy=SCHEDULES, bar=barriers(), on=LATER)
def test_a_barrier_never_frees(
    history: tuple[AnyEvent, ...], policy: Policy, bar: AnyEvent, on: date
) -> None:
    """
    Adding a hold, a freeze or a restriction never makes erasing possible sooner, or due.
    """
    before, after = decided(history, policy, on), decided([*history, bar], policy, on)
    for key, found in after.items():
        assert soonest(found) >= soonest(before[key])
        assert before[key].is_due or not found.is_due


@given(history=HISTORIES, policy=SCHEDULES, months=st.integers(1, 120), on=LATER)
def test_a_floor_never_frees(
    history: tuple[AnyEvent, ...], policy: Policy, months: int, on: date
) -> None:
    """
    Adding a statute that keeps never makes erasing possible sooner, or due.
    """
    rule = A_RULE.format(place="xx", kind="floor", period=f"P{months}M")
    more, none = (
        load().with_pack(read_pack(PACK.format(place="XX", rules=rules))) for rules in (rule, "")
    )
    there = Situation(establishment="XX")
    facts = fold(history, policy, on=on, law=more)
    before = by_key(assess(policy, facts, none, on=on, situation=there))
    after = by_key(assess(policy, facts, more, on=on, situation=there))
    for key, found in after.items():
        assert soonest(found) >= soonest(before[key])
        assert before[key].is_due or not found.is_due


@given(
    history=HISTORIES,
    policy=SCHEDULES,
    months=st.integers(1, 60),
    purpose=st.sampled_from([None, "recruitment"]),
    on=LATER,
)
def test_a_ceiling_never_prolongs(
    history: tuple[AnyEvent, ...], policy: Policy, months: int, purpose: str | None, on: date
) -> None:
    """
    Adding a promise to erase never moves the last day later.
    """
    more = RetentionRule(at_most=Period(months=months), after="data_collected", purpose=purpose)
    rules = FrozenMap({**policy.retention, "more": more})
    before = decided(history, policy, on)
    after = decided(history, attrs.evolve(policy, retention=rules), on)
    for key, found in after.items():
        assert last(found) <= last(before[key])


@given(data=st.data(), history=HISTORIES, policy=SCHEDULES, on=LATER)
def test_what_nothing_names_moves_nothing(
    data: st.DataObject, history: tuple[AnyEvent, ...], policy: Policy, on: date
) -> None:
    """
    An event that no rule, clock or trigger asks for changes no answer, known day or not.
    """
    asked = {kind for spec in facts_needed(policy, BOOK) for kind in spec.kinds}
    others = [term.key for term in BUILT_IN.terms(Kind.EVENT) if term.key not in asked]
    event = happened(
        "other",
        data.draw(st.sampled_from(others)),
        data.draw(st.none() | st.dates(date(2019, 1, 1), date(2026, 12, 31))),
        person="person-1",
        record=data.draw(st.sampled_from([None, "record-1"])),
    )
    before, after = decided(history, policy, on), decided([*history, event], policy, on)
    assert {key: days(each) for key, each in after.items()} == {
        key: days(each) for key, each in before.items()
    }


@given(data=st.data(), history=HISTORIES, policy=SCHEDULES, on=LATER)
def test_the_order_of_telling_does_not_matter(
    data: st.DataObject, history: tuple[AnyEvent, ...], policy: Policy, on: date
) -> None:
    """
    Events may be listed in any order, and twice, and are answered alike.
    """
    shuffled = data.draw(st.permutations([*history, history[-1]]))
    assert decided(shuffled, policy, on) == decided(history, policy, on)


@given(data=st.data(), history=HISTORIES, policy=SCHEDULES, on=LATER)
def test_independent_events_of_one_day(
    data: st.DataObject, history: tuple[AnyEvent, ...], policy: Policy, on: date
) -> None:
    """
    What happened on one day is answered alike, whichever of its entries has the smaller id.
    """
    one_day = [
        attrs.evolve(event, happened=date(2025, 5, 5))
        for event in history
        if isinstance(event, Happened) and event.outcome is None
    ]
    others = [event for event in history if not isinstance(event, Happened | Corrected)]
    names = data.draw(st.permutations([f"same-{place}" for place in range(len(one_day))]))
    plain = [attrs.evolve(each, id=f"same-{place}") for place, each in enumerate(one_day)]
    named = [attrs.evolve(each, id=name) for each, name in zip(one_day, names, strict=True)]
    before, after = (decided([*others, *each], policy, on) for each in (plain, named))
    assert {key: days(each) for key, each in after.items()} == {
        key: days(each) for key, each in before.items()
    }


DAY: Final = date(2024, 5, 5)
OPPOSED: Final[Mapping[str, tuple[AnyEvent, AnyEvent, Status]]] = {
    "held beats lifted": (
        make(HoldPlaced, "x", DAY, matter="m", ground="anticipated_litigation"),
        make(HoldLifted, "y", DAY, matter="m"),
        Status.HELD,
    ),
    "restricted beats lifted": (
        make(RestrictionPlaced, "x", DAY, ground=RestrictionGround.ACCURACY_CONTESTED),
        make(RestrictionLifted, "y", DAY),
        Status.FROZEN,
    ),
    "withdrawn beats given": (
        make(ConsentGiven, "x", DAY, purposes=("talent_pool",)),
        make(ConsentWithdrawn, "y", DAY),
        Status.OVERDUE,
    ),
    "objected beats overruled": (
        make(Objected, "x", DAY, grounds=(ObjectionGround.LEGITIMATE_INTERESTS,)),
        make(ObjectionDecided, "y", DAY, objection="x", upheld=False, by="dpo"),
        Status.INDETERMINATE,
    ),
}
OPEN_ENDED: Final = attrs.evolve(AGENCY, retention=FrozenMap())


@pytest.mark.parametrize("case", OPPOSED)
@given(swapped=st.booleans(), ids=st.permutations(["a-1", "b-2"]))
def test_opposed_events_of_one_day_resolve_for_the_person(
    case: str, *, swapped: bool, ids: list[str]
) -> None:
    """
    Where nobody can tell which came first, what protects the person counts, in any order.
    """
    first, second, status = OPPOSED[case]
    pair: list[Any] = [attrs.evolve(first, id=ids[0]), attrs.evolve(second, id=ids[1])]
    if isinstance(second, ObjectionDecided):
        pair[1] = attrs.evolve(pair[1], objection=ids[0])
    if swapped:
        pair.reverse()
    opening = opened("profile", date(2020, 1, 1), categories=("cv",))
    bare = attrs.evolve(OPEN_ENDED, uses=FrozenMap({"pool": AGENCY.uses["pool"]}))
    policy = bare if case == "withdrawn beats given" else with_ceiling(case)
    (found,) = decided([opening, *pair], policy, date(2026, 1, 1)).values()
    assert found.status is status


def with_ceiling(case: str) -> Policy:
    """
    Give a schedule under which the record of the opposed events is due, or may turn out to be.
    """
    purpose = "pool" if case == "objected beats overruled" else None
    rule = RetentionRule(at_most=Period(years=1), after="data_collected", purpose=purpose)
    uses = FrozenMap({"recruitment": AGENCY.uses["recruitment"]})
    return attrs.evolve(AGENCY, uses=uses, retention=FrozenMap({"one": rule}))


@given(history=HISTORIES, policy=SCHEDULES, on=LATER)
def test_columns_decide_as_events(history: tuple[AnyEvent, ...], policy: Policy, on: date) -> None:
    """
    Facts read from columns are answered as facts folded from events.
    """
    facts = fold(history, policy, on=on, law=BOOK)
    read = facts_from_columns(columns_of(facts), policy, on=on, law=BOOK)
    assert assess(policy, read, BOOK, on=on) == assess(policy, facts, BOOK, on=on)


@given(history=HISTORIES, policy=SCHEDULES, on=LATER)
def test_the_order_of_a_policy_decides_nothing(
    history: tuple[AnyEvent, ...], policy: Policy, on: date
) -> None:
    """
    A policy that names its uses, clocks and rules the other way round is answered alike.
    """
    parts = ("uses", "clocks", "retention", "roles", "controllers", "responsible", "consents")
    turned: dict[str, Any] = {
        part: FrozenMap(reversed(list(getattr(policy, part).items()))) for part in parts
    }
    other = attrs.evolve(policy, **turned)
    assert decided(history, policy, on) == decided(history, other, on)


@given(history=HISTORIES, policy=SCHEDULES, on=LATER)
def test_what_was_stored_decides_the_same(
    history: tuple[AnyEvent, ...], policy: Policy, on: date
) -> None:
    """
    Events, facts and a policy that were written and read back are answered alike.
    """
    again = wire.from_json(Policy, wire.to_json(policy))
    events = wire.events_from_json(wire.events_to_json(history))
    facts = wire.from_json(Facts, wire.to_json(fold(events, again, on=on, law=BOOK)))
    before, after = decided(history, policy, on), by_key(assess(again, facts, BOOK, on=on))
    assert {key: (days(each), each.fingerprint) for key, each in after.items()} == {
        key: (days(each), each.fingerprint) for key, each in before.items()
    }


@given(
    data=st.data(),
    history=HISTORIES,
    policy=SCHEDULES,
    bars=st.lists(barriers(), max_size=1),
    on=LATER,
)
def test_what_is_forgotten_never_erases(
    data: st.DataObject,
    history: tuple[AnyEvent, ...],
    policy: Policy,
    bars: list[AnyEvent],
    on: date,
) -> None:
    """
    Whatever days and ledgers a host loses: nothing becomes due that was not.
    """
    brief = RetentionRule(at_most=Period(months=1), after="data_collected")
    policy = attrs.evolve(policy, retention=FrozenMap({**policy.retention, "brief": brief}))
    facts = fold([*history, *bars], policy, on=on, law=BOOK)
    columns = columns_of(facts)
    some = st.sets(st.sampled_from(sorted(LEDGERS)))
    lost = data.draw(st.just(LEDGERS) | st.just(set[str]()) | some)
    gone: dict[str, Any] = dict.fromkeys(lost, Absence.UNKNOWN)
    names = sorted({name for row in rows(columns) for name in row})
    forgotten = st.sets(st.sampled_from(names)) if names else st.nothing()
    days_lost = data.draw(st.just(set[str]()) | forgotten)
    blank = attrs.evolve(
        columns,
        moments=without(columns.moments, days_lost),
        roles=each_without(columns.roles, days_lost),
        record_days=each_without(columns.record_days, days_lost),
        companies=each_without(columns.companies, days_lost),
        **gone,
    )
    read = facts_from_columns(blank, policy, on=on, law=BOOK)
    before = by_key(assess(policy, facts, BOOK, on=on))
    for key, found in by_key(assess(policy, read, BOOK, on=on)).items():
        assert before[key].is_due or not found.is_due


LEDGERS: Final = {
    each.name for each in attrs.fields(Ledgers) if each.name in {"notices", "consents", "holds"}
} | {"objections", "restrictions", "freezes", "erasures", "withdrawals"}


def rows(columns: Columns) -> list[Mapping[str, object]]:
    """
    List every row of days.
    """
    kept = (columns.roles, columns.record_days, columns.companies)
    return [columns.moments, *(row for table in kept for row in table.values())]


def without(row: Mapping[str, Any], lost: set[str]) -> FrozenMap[str, Any]:
    """
    Leave some days out of a row.
    """
    return FrozenMap({name: cell for name, cell in row.items() if name not in lost})


def each_without(table: Mapping[str, Any], lost: set[str]) -> FrozenMap[str, Any]:
    """
    Leave some days out of every row.
    """
    return FrozenMap({name: without(row, lost) for name, row in table.items()})


@given(history=HISTORIES, policy=SCHEDULES, months=st.integers(0, 30), on=LATER)
def test_a_proof_erases_nothing_that_its_timeline_kept(
    history: tuple[AnyEvent, ...], policy: Policy, months: int, on: date
) -> None:
    """
    Whoever comes back is due no sooner for what was dropped when their timeline was reduced.
    """
    read = [event for event in history if day_of(event.happened) is not None]
    asked = dict.fromkeys(("record-1", "record-2"), date(2026, 12, 31))
    try:
        proof = minimal_proof(read, policy, erased=asked, record="proof", at=AFTERWARDS)
    except StillNeededError:
        reject()
    start = datetime.combine(date(2027, 1, 2), time(), UTC) + timedelta(days=30 * months)
    back = opened("back", start.date(), person="person-1", recorded_at=start, categories=("cv",))
    whole = decided([*read, back], policy, on)
    for key, found in decided([*proof.events, back], policy, on).items():
        if found.record == "back":
            assert whole[key].is_due or not found.is_due
