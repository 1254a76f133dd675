"""
Comparing days says what the record function says, or leaves it to it.
"""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as hs

from recruitprivacy.errors import CalendarUnknownError, FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation, load, load_calendar
from recruitprivacy.periods import MonthDay, Period, Rounding, add
from recruitprivacy.policy import (
    Capacity,
    ContactWith,
    Policy,
    RetentionRule,
    Which,
)
from recruitprivacy.retention import (
    CellKind,
    Compared,
    Cutoffs,
    Effect,
    Origin,
    Requirement,
    Row,
    Span,
    Status,
    Term,
    assess,
    compared,
    cutoffs,
    row_of,
)
from recruitprivacy.retention._cutoffs._length import Length
from recruitprivacy.retention._cutoffs._logic import stands
from recruitprivacy.retention._cutoffs._row import holds, statuses_of
from recruitprivacy.retention._cutoffs._span import common, others
from recruitprivacy.retention._cutoffs._tree import (
    Absent,
    Flag,
    Named,
    Tree,
    Unclear,
    Unflagged,
    Unnamed,
    Within,
    every,
    opposite,
    some,
)
from recruitprivacy.testing import strategies as st
from recruitprivacy.testing.examples import agency, anna_applies, own_hiring, quiet_candidate
from recruitprivacy.timeline import Absence, fold
from tests.retention.sweeping import Swept, swept

NL: Final = load("NL")
ON: Final = date(2026, 5, 4)
FIRST: Final = date(2000, 1, 1)
LAST: Final = date(2040, 12, 31)
ALL_DAYS: Final = tuple(FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1))
LENGTHS: Final = (
    None,
    Period(days=1),
    Period(days=30),
    Period(weeks=4),
    Period(months=1),
    Period(months=2),
    Period(months=6),
    Period(months=11),
    Period(months=1, days=1),
    Period(years=1),
    Period(years=2),
    Period(years=1, months=6),
    Period(years=3, days=14),
    Period(years=7),
)
MOVES: Final = (
    (),
    (MonthDay(month=12, day=31),),
    (MonthDay(month=2, day=29),),
    (MonthDay(month=7, day=1),),
    (MonthDay(month=6, day=30), MonthDay(month=12, day=31)),
)
ASKED: Final = (
    date(2024, 2, 29),
    date(2025, 3, 1),
    date(2026, 1, 1),
    date(2026, 3, 30),
    date(2026, 12, 31),
)
EACH_BELOW: Final = 40
"""Schedules of the equality test, with as many persons each."""


def last_day(length: Length, day: date) -> date:
    """
    Count a length forward, as the record function does.
    """
    for move in length.moves:
        day = move.next_on_or_after(day)
    if length.period is None:
        return day
    return add(day, length.period, rounding=length.rounding, calendar=length.calendar)


def has(spans: tuple[Span, ...], day: date) -> bool:
    """
    Say whether one of some spans has a day.
    """
    return any(each.has(day) for each in spans)


@pytest.mark.parametrize("rounding", Rounding)
@pytest.mark.parametrize("period", LENGTHS, ids=str)
def test_a_cut_off_is_exact_on_every_day(period: Period | None, rounding: Rounding) -> None:
    """
    Of all days of 2000 to 2040 those up to the cut-off, and no others, have ended before the day.
    """
    length = Length(period=period, rounding=rounding)
    ends = [last_day(length, day) for day in ALL_DAYS]
    for on in ASKED:
        found = length.passed(on)
        wrong = [
            day
            for day, end in zip(ALL_DAYS, ends, strict=True)
            if has(found.surely, day) != (end < on)
        ]
        assert [] == wrong
        assert found.surely == found.perhaps


@pytest.mark.parametrize("moves", MOVES[1:], ids=lambda moves: "+".join(map(str, moves)))
@pytest.mark.parametrize("rounding", Rounding)
def test_a_cut_off_from_a_day_of_the_year_is_exact(
    moves: tuple[MonthDay, ...], rounding: Rounding
) -> None:
    """
    The same holds where a length runs from the end of a year, a quarter or February.
    """
    for period in LENGTHS[::3]:
        length = Length(period=period, moves=moves, rounding=rounding)
        ends = [last_day(length, day) for day in ALL_DAYS[::5]]
        for on in ASKED:
            found = length.passed(on)
            assert [end < on for end in ends] == [has(found.surely, day) for day in ALL_DAYS[::5]]


@given(
    day=hs.dates(FIRST, LAST),
    on=hs.dates(date(2001, 1, 1), LAST),
    months=hs.integers(0, 120),
    days=hs.integers(0, 400),
    rounding=hs.sampled_from(Rounding),
    moves=hs.sampled_from(MOVES),
)
def test_a_cut_off_is_exact_for_any_length(
    *,
    day: date,
    on: date,
    months: int,
    days: int,
    rounding: Rounding,
    moves: tuple[MonthDay, ...],
) -> None:
    """
    For every length in months and days a trigger is up to the cut-off iff its last day has passed.
    """
    period = Period(months=months, days=days) if months or days else None
    length = Length(period=period, moves=moves, rounding=rounding)
    assert (last_day(length, day) < on) == has(length.passed(on).surely, day)


@pytest.mark.parametrize("working_days", [1, 10, 260])
@pytest.mark.parametrize("on", [date(2024, 4, 2), date(2026, 5, 4), date(2027, 1, 1)])
def test_a_cut_off_in_working_days_is_exact_where_the_calendar_tells(
    working_days: int, on: date
) -> None:
    """
    In working days, what has ended is known where the calendar reaches, and else may have.
    """
    calendar = load_calendar("NL")
    length = Length(period=Period(working_days=working_days), calendar=calendar)
    found = length.passed(on)
    for day in ALL_DAYS[::7]:
        try:
            ended = last_day(length, day) < on
        except CalendarUnknownError:
            assert (False, day < on) == (has(found.surely, day), has(found.perhaps, day))
        else:
            assert (ended, ended) == (has(found.surely, day), has(found.perhaps, day))


def test_without_a_calendar_nothing_has_surely_ended() -> None:
    """
    Where nobody knows which days are worked, a length that has begun may have ended.
    """
    found = Length(period=Period(working_days=5)).passed(ON)
    assert ((), (Span(last=date(2026, 5, 3)),)) == (found.surely, found.perhaps)


def test_a_length_longer_than_the_calendar_never_ends() -> None:
    """
    Of a length that reaches back before the year 1 no trigger has ended.
    """
    found = Length(period=Period(years=9000)).passed(ON)
    moved = Length(period=None, moves=(MonthDay(month=12, day=31),)).passed(date(1, 3, 1))
    assert ((), ()) == (found.surely, moved.surely)


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        ((), (Span(),)),
        ((Span(),), ()),
        ((Span(last=ON),), (Span(first=ON + timedelta(1)),)),
        (
            (Span(first=ON, last=ON),),
            (Span(last=ON - timedelta(1)), Span(first=ON + timedelta(1))),
        ),
        ((Span(last=date.max),), ()),
        ((Span(first=date.min),), ()),
    ],
)
def test_what_spans_leave(spans: tuple[Span, ...], left: tuple[Span, ...]) -> None:
    """
    The days outside some spans are spans again, and none is in both.
    """
    assert left == others(spans)
    assert () == common(spans, left)


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Span(), "any day"),
        (Span(last=ON), "up to 2026-05-04"),
        (Span(first=ON, last=ON), "from 2026-05-04 up to 2026-05-04"),
    ],
)
def test_how_a_span_is_written(span: Span, written: str) -> None:
    """
    A span is written with the bounds it has.
    """
    assert written == str(span)


CELLS: Final[tuple[dict[str, date | str | bool | Absence | None], ...]] = tuple(
    {"day.last": day, "key": key, "flag": flag}
    for day in (Absence.NOT_STARTED, Absence.UNKNOWN, date(2026, 1, 1), date(2026, 6, 1), None)
    for key in ("a", "b", None)
    for flag in (True, False, None)
)
LEAVES: Final[tuple[Tree, ...]] = (
    Within("day.last", Span(last=date(2026, 2, 1))),
    Within("day.last", Span(first=date(2026, 1, 1), last=date(2026, 2, 1))),
    Absent("day.last"),
    Unclear("day.last"),
    Named("key", ("a",)),
    Named("key", ("a",), among=False),
    Unnamed("key"),
    Flag("flag", so=True),
    Flag("flag", so=False),
    Unflagged("flag"),
)
TREES: Final = hs.recursive(
    hs.sampled_from(LEAVES),
    lambda parts: hs.lists(parts, max_size=3).map(every) | hs.lists(parts, max_size=3).map(some),
)


@given(tree=TREES, row=hs.sampled_from(CELLS))
def test_each_question_has_an_opposite(tree: Tree, row: Row) -> None:
    """
    Of a question and its opposite exactly one holds of each row, whatever is missing in it.
    """
    assert holds(tree, row, ON) is not holds(opposite(tree), row, ON)


def as_found(made: Swept) -> list[tuple[int, str]]:
    """
    List what comparing days calls due and the record function does not, or the other way round.
    """
    return [
        (each.number, each.category)
        for each in made.decided
        if each.found is not Compared.UNDECIDED
        if each.due is not (each.found is Compared.DUE)
    ]


@pytest.mark.parametrize("number", range(EACH_BELOW))
def test_comparing_days_says_what_the_record_function_says(number: int) -> None:
    """
    Nothing is called due that the record function would keep, and nothing kept that it calls due.
    """
    assert [] == as_found(swept(number, 50))


@pytest.mark.parametrize("number", range(EACH_BELOW, EACH_BELOW + 20))
def test_nobody_need_fold_whether_an_employment_runs_again(number: int) -> None:
    """
    Where that is not folded, some more is left to the record function, and nothing is wrong.
    """
    assert [] == as_found(swept(number, 50, folded=()))


EMPLOYED: Final = frozenset({"employment.started.last", "employment.ended.last"})


@pytest.mark.parametrize("number", range(EACH_BELOW, EACH_BELOW + 20))
def test_an_employment_with_one_day_is_decided(number: int) -> None:
    """
    Where that is not folded, only who began and left before the cut-off is left undecided for it.
    """
    made = swept(number, 50, folded=())
    both = {
        place
        for place, row in enumerate(made.rows)
        if all(isinstance(row.get(fact), date) for fact in EMPLOYED)
    }
    plain = [
        each.status
        for each in made.decided
        if each.found is Compared.UNDECIDED and not each.apart and each.number not in both
    ]
    assert set(plain) <= {Status.INDETERMINATE}


EARLY, LATE = date(2019, 1, 1), date(2025, 1, 1)
NEVER: Final = Absence.NOT_STARTED
UNKNOWN: Final = Absence.UNKNOWN


@pytest.mark.parametrize(
    ("began", "ended", "sure", "possible"),
    [
        (NEVER, NEVER, False, False),
        (NEVER, EARLY, False, False),
        (NEVER, LATE, True, True),
        (EARLY, NEVER, True, True),
        (EARLY, EARLY, False, True),
        (EARLY, LATE, True, True),
        (LATE, EARLY, True, True),
        (LATE, UNKNOWN, False, True),
        (UNKNOWN, EARLY, False, True),
        (UNKNOWN, LATE, True, True),
        (UNKNOWN, NEVER, False, True),
    ],
)
def test_a_floor_stands_while_what_it_follows_runs(
    began: date | Absence,
    ended: date | Absence,
    sure: bool,  # noqa: FBT001 - a table
    possible: bool,  # noqa: FBT001 - a table
) -> None:
    """
    What must be kept for years after an employment is kept while it runs, and after a new one.
    """
    past = (Span(last=date(2020, 5, 4)),)
    floor = Term(
        effect=Effect.FLOOR,
        rule="nl.wages",
        origins=(Origin(facts=("employment.ended.last",)),),
        surely=past,
        perhaps=past,
        begins=("employment.started.last",),
    )
    row: Row = {
        "employment.started.last": began,
        "employment.ended.last": ended,
        "record.kind": "application",
    }
    found = stands(floor)
    assert (sure, possible) == (holds(found.surely, row, ON), holds(found.perhaps, row, ON))


def test_a_plan_waits_for_an_overdue_review() -> None:
    """
    Where the need was not looked at in time, nothing is erased because it was planned.
    """
    (rule,) = own_hiring().retention.values()
    changes = {"aim": Period(weeks=4), "at_most": Period(years=9)}
    facts = fold(anna_applies(), own_hiring(), on=ON, law=NL)
    found = []
    for more in ({}, {"review": Period(weeks=2)}):
        policy = decorated(own_hiring(), rule, {**changes, **more})
        table = cutoffs(policy, NL, on=ON)
        found.append(compared(table, row_of(table, policy, facts, "anna-record"), "cv"))
    assert [Compared.DUE, Compared.NOT_DUE] == found


@pytest.mark.nightly
@pytest.mark.parametrize("number", range(1000, 5000))
def test_comparing_days_says_so_of_many(number: int) -> None:
    """
    The same holds for two hundred thousand made-up persons.
    """
    assert [] == as_found(swept(number, 50))


@pytest.mark.parametrize("number", range(EACH_BELOW, EACH_BELOW + 10))
def test_only_what_is_unknown_is_left_undecided(number: int) -> None:
    """
    Who does not stand apart is left to the record function only where that cannot tell, either.
    """
    made = swept(number, 30)
    undecided = [each for each in made.decided if each.found is Compared.UNDECIDED]
    assert set() == {each.status for each in undecided if not each.apart} - {Status.INDETERMINATE}


@pytest.mark.parametrize("number", range(EACH_BELOW, EACH_BELOW + 10))
def test_where_data_stand_is_the_same(number: int) -> None:
    """
    Who does not stand apart stands where the record function says, but for being warned.
    """
    made = swept(number, 30)
    plain = [each for each in made.decided if not each.apart]
    found = [
        [status for _, status in statuses_of(made.table, made.rows[each.number], each.category)]
        for each in plain
    ]
    assert [[each.status] for each in plain] == found


def test_the_made_up_cases_are_of_every_kind() -> None:
    """
    Among the made-up persons some are due, some are not, and some are left undecided.
    """
    kinds = {each.found for number in range(4) for each in swept(number, 30).decided}
    assert set(Compared) == kinds


def decorated(policy: Policy, rule: RetentionRule, changes: dict[str, Any]) -> Policy:
    """
    Give a policy one rule, changed.
    """
    changed = attrs.evolve(rule, **changes)
    return attrs.evolve(policy, retention=FrozenMap({"house": changed}))


MORE: Final[tuple[dict[str, object], ...]] = (
    {},
    {"review": Period(months=3)},
    {"at_most": None, "review": Period(months=3)},
    {"aim": Period(months=1), "at_most": Period(years=9), "review": Period(months=2)},
    {"while_": "ongoing_business_need"},
    {"at_most": None, "after": None, "while_": "ongoing_business_need"},
    {"at_most": Period(working_days=20)},
    {"at_least": Period(months=9)},
    {"aim": Period(months=2), "at_least": Period(months=3)},
    {"aim": Period(months=2), "when": ("role_requires",)},
    {"from_next": MonthDay(month=12, day=31)},
    {"which": Which.EACH, "after": "procedure_closed"},
    {"outcomes": ("rejected",)},
    {"sources": ("referee",)},
    {"where": "website"},
    {"controllers": ("harbour", "north")},
    {"at_most": None, "at_once": True},
    {"if_none": "record_made", "after": "procedure_closed"},
    {"after": "calendar_year_ended"},
    {"warn": Period(days=20)},
)
TIES: Final = (
    None,
    Situation(),
    Situation(establishment="NL", place_of_work="NL", formal_employer="NL", residence="NL"),
    Situation(establishment="SE", place_of_work="SE", formal_employer="SE", residence="SE"),
)


@given(data=hs.data())
def test_any_kind_of_rule_agrees(data: hs.DataObject) -> None:
    """
    Reviews, needs, minimums, working days and all other kinds of rule are compared alike.
    """
    base = data.draw(hs.sampled_from((own_hiring(), agency())))
    (rule,) = base.retention.values()
    policy = decorated(base, rule, data.draw(hs.sampled_from(MORE)))
    law, situation = load("NL", "SE"), data.draw(hs.sampled_from(TIES))
    on = data.draw(hs.dates(date(2020, 1, 1), date(2027, 12, 31)))
    facts = fold(data.draw(st.histories(policy=policy, last_on=on)), policy, on=on, law=law)
    table = cutoffs(policy, law, on=on, situation=situation, folded=("employment_ended",))
    for each in assess(policy, facts, law, on=on, situation=situation):
        row = row_of(table, policy, facts, each.record)
        found = compared(table, row, each.category)
        if found is not Compared.UNDECIDED and _is_declared(table, each.role, each.category):
            assert each.is_due is (found is Compared.DUE)


def _is_declared(table: Cutoffs, role: str, category: str) -> bool:
    return any(each.role == role and category in each.categories for each in table.schedules)


def term(table: Cutoffs, effect: Effect = Effect.CEILING) -> Term:
    """
    Give the first rule of an effect.
    """
    return next(
        each for schedule in table.schedules for each in schedule.terms if each.effect is effect
    )


def test_a_schedule_prints_its_cut_offs() -> None:
    """
    Printed, a schedule names whose data it is about, and each rule with the day.
    """
    table = cutoffs(own_hiring(), NL, on=ON)
    assert str(table) == (
        "candidate · harbour · 1 · name, contact_details, cv\n"
        "  ceiling retention.after_the_procedure: procedure.closed.last: up to 2026-04-05"
    )


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            {"while_": "ongoing_business_need"},
            (
                "ceiling retention.house: procedure.closed.last: up to 2026-04-05 "
                "if not condition.ongoing_business_need"
            ),
        ),
        (
            {"at_most": Period(years=9000)},
            "ceiling retention.house: procedure.closed.last: never",
        ),
        (
            {"after": "calendar_year_ended"},
            "ceiling retention.house: unknown: up to 2026-04-05",
        ),
    ],
)
def test_how_a_rule_is_printed(change: dict[str, object], line: str) -> None:
    """
    A rule is printed with what it depends on, and with never and unknown where that is so.
    """
    (rule,) = own_hiring().retention.values()
    table = cutoffs(decorated(own_hiring(), rule, change), NL, on=ON)
    assert line == str(term(table))


def test_a_forecast_is_the_schedule_of_a_later_day() -> None:
    """
    Asked for a later day, a schedule finds who will be due by then, as things are today.
    """
    policy = own_hiring()
    facts = fold(anna_applies(), policy, on=date(2026, 4, 2), law=NL)
    found = []
    for on in (date(2026, 4, 29), date(2026, 4, 30)):
        table = cutoffs(policy, NL, on=on)
        found.append(compared(table, row_of(table, policy, facts, "anna-record"), "cv"))
    assert [Compared.NOT_DUE, Compared.DUE] == found


def test_a_schedule_is_a_value() -> None:
    """
    A schedule can be compared, hashed, pickled and kept.
    """
    table = cutoffs(own_hiring(), NL, on=ON)
    assert table == pickle.loads(pickle.dumps(table))  # noqa: S301 - our own bytes
    assert hash(table) == hash(cutoffs(own_hiring(), NL, on=ON))


def test_a_schedule_says_which_facts_it_asks_for() -> None:
    """
    Each fact of a row is named with what stands in its cell.
    """
    kinds = {each.name: each.kind for each in cutoffs(own_hiring(), NL, on=ON).facts}
    assert (CellKind.DAY, CellKind.FLAG, CellKind.KEY) == (
        kinds["procedure.closed.last"],
        kinds["hold.open"],
        kinds["record.role"],
    )


def refused(policy: Policy, folded: tuple[str, ...] = ()) -> list[str]:
    """
    List what cannot be turned round, by path and with the way out.
    """
    try:
        cutoffs(policy, NL, on=ON, folded=folded)
    except FaultsError as error:
        return [f"{each.path}: {each.problem}; {each.way_out}" for each in error.faults]
    return []


def test_contact_only_within_the_running_length_is_refused() -> None:
    """
    A clock that contact after the end does not revive compares contact with the end before it.
    """
    clock = attrs.evolve(agency().clocks["meaningful_contact"], revives=False)
    policy = attrs.evolve(agency(), clocks=FrozenMap({"meaningful_contact": clock}))
    told = (
        "retention.house: compares two days of one record: each contact and the end of the "
        "length before it; fold it into one day, 'retention.house.ceiling.start', and name the "
        "rule in folded"
    )
    assert [told] == refused(policy)
    assert [] == refused(policy, ("retention.house",))


def test_forgetting_what_was_there_when_they_asked_is_refused() -> None:
    """
    Who asked to be forgotten and came back has two days that would have to be compared.
    """
    (rule,) = own_hiring().retention.values()
    policy = decorated(own_hiring(), rule, {"after": "forget_me"})
    assert ["retention.house"] == [each.partition(":")[0] for each in refused(policy)]
    assert [] == refused(policy, ("retention.house",))


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("retention.hosue", "retention.house"),
        ("clocks.meaningful_contat", "clocks.meaningful_contact"),
        ("employment_endet", "employment_ended"),
        ("x", ""),
    ],
)
def test_what_cannot_be_folded_is_refused(name: str, near: str) -> None:
    """
    A name under folded that no clock, rule or trigger bears folds nothing, and says so.
    """
    with pytest.raises(FaultsError) as error:
        cutoffs(agency(), NL, on=ON, folded=(name, "retention.house", "employment_ended"))
    (fault,) = error.value.faults
    assert ("folded", f"there is no clock or rule {name!r}", near) == (
        fault.path,
        fault.problem,
        fault.nearest,
    )


def test_versions_that_cannot_be_told_apart_are_refused() -> None:
    """
    Two versions with one number bind nobody knows whom.
    """
    policy = attrs.evolve(own_hiring(), earlier=(own_hiring(),))
    assert ["version.number"] == [each.partition(":")[0] for each in refused(policy)]


def test_a_minimum_that_a_dated_statute_founds_is_refused() -> None:
    """
    Whether a statute stands behind a minimum may hang on the day of its event.
    """
    book = load("BE")
    dated = next(
        rule
        for rule in book.every_rule("retention")
        if rule.selects.value == "event_day" and rule.kind is not None and rule.kind == "floor"
    )
    (rule,) = own_hiring().retention.values()
    changes: dict[str, object] = {
        "at_least": dated.period,
        "cites": tuple(str(each) for each in dated.cites),
    }
    tie = Situation(establishment="BE", place_of_work="BE", formal_employer="BE", residence="BE")
    with pytest.raises(FaultsError) as raised:
        cutoffs(decorated(own_hiring(), rule, changes), book, on=ON, situation=tie)
    assert ["retention.house.at_least"] == [each.path for each in raised.value.faults]


BO: Final = fold(quiet_candidate(), agency(), on=ON)


def bo(**changes: object) -> Compared:
    """
    Compare the record of somebody who has long been quiet, with other cells in its row.
    """
    table = cutoffs(agency(), load("SE"), on=ON)
    row = {**row_of(table, agency(), BO, "bo-record"), **changes}
    return compared(table, row, "cv")  # type: ignore[arg-type] # the tests give cells


@pytest.mark.parametrize(
    "fact",
    [
        "hold.open",
        "request.open",
        "restriction.open",
        "notice.unsure",
        "objection.state",
        "erasure.state",
    ],
)
@pytest.mark.parametrize("cell", [True, None])
def test_who_stands_apart_is_never_due(fact: str, cell: bool | None) -> None:  # noqa: FBT001
    """
    Whoever is held, has asked or has objected, or may have, is left to the record function.
    """
    assert Compared.DUE is bo()
    assert Compared.UNDECIDED is bo(**{fact: cell})


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"message.inbound.last": None}, Compared.UNDECIDED),
        ({"message.inbound.last": date(1970, 1, 1)}, Compared.UNDECIDED),
        ({"message.inbound.last": date(9999, 12, 31)}, Compared.UNDECIDED),
        ({"message.inbound.last": ON + timedelta(1)}, Compared.UNDECIDED),
        ({"message.inbound.last": ON}, Compared.NOT_DUE),
        ({"record.role": "stranger"}, Compared.NOT_DUE),
        ({"record.role": None}, Compared.UNDECIDED),
        ({"record.controller": "nobody"}, Compared.UNDECIDED),
        ({"record.supplier": "temps"}, Compared.UNDECIDED),
        ({"use.recruitment.ended": Absence.UNKNOWN}, Compared.DUE),
    ],
)
def test_what_is_unknown_is_never_due(changes: dict[str, object], found: Compared) -> None:
    """
    Empty, placeholder and future days, and names nobody declared, are never due.
    """
    assert found is bo(**changes)


def test_nobody_started_is_unknown() -> None:
    """
    A person of whom nothing at all is noted is undecided, not due.
    """
    table = cutoffs(agency(), load("SE"), on=ON)
    row: Row = {"record.role": "candidate", "record.controller": "north"}
    assert Compared.UNDECIDED is compared(table, row, "cv")


def test_contact_with_a_company_stands_apart_unless_folded() -> None:
    """
    Where contact with a company counts, records with one stand apart, or the host folds the clock.
    """
    clock = attrs.evolve(
        agency().clocks["meaningful_contact"],
        contact_with=(ContactWith.SUBJECT, ContactWith.COMPANY),
    )
    policy = attrs.evolve(agency(), clocks=FrozenMap({"meaningful_contact": clock}))
    asked = {each.fact for each in cutoffs(policy, NL, on=ON).apart}
    name = "clocks.meaningful_contact"
    folded = cutoffs(policy, NL, on=ON, folded=(name,))
    assert {"record.company", "record.supplier"} <= asked
    assert (f"{name}.moment",) == term(folded).origins[0].facts
    assert asked - {each.fact for each in folded.apart} == {"record.company", "record.supplier"}


def test_nothing_is_due_where_nobody_knows_which_days_are_worked() -> None:
    """
    In working days of an unknown country a length may have ended, and has not surely.
    """
    (rule,) = own_hiring().retention.values()
    policy = decorated(own_hiring(), rule, {"at_most": Period(working_days=20)})
    table = cutoffs(policy, NL, on=ON, situation=Situation())
    facts = fold(anna_applies(), policy, on=ON, law=NL)
    row = row_of(table, policy, facts, "anna-record")
    assert ((), Compared.UNDECIDED) == (term(table).surely, compared(table, row, "cv"))


def test_where_another_governs_nothing_is_ours_to_erase() -> None:
    """
    Records of which we are the processor stand outside the schedule.
    """
    whose = attrs.evolve(
        own_hiring().responsible["everybody"], capacity=Capacity.PROCESSOR, acting_for="clients"
    )
    policy = attrs.evolve(own_hiring(), responsible=FrozenMap({"everybody": whose}))
    table = cutoffs(policy, NL, on=ON)
    facts = fold(anna_applies(), policy, on=ON, law=NL)
    found = compared(table, row_of(table, policy, facts, "anna-record"), "cv")
    assert ((), Compared.NOT_DUE) == (table.schedules, found)


def test_a_record_of_one_controller_is_asked_by_its_rules_alone() -> None:
    """
    Of two joint controllers each has a schedule, and a record noted for one is asked by that one.
    """
    policy = agency()
    both = {**policy.controllers, "south": policy.controllers["north"]}
    whose = attrs.evolve(
        policy.responsible["everybody"], among=("north", "south"), capacity=Capacity.JOINT
    )
    (rule,) = policy.retention.values()
    policy = attrs.evolve(
        policy,
        controllers=FrozenMap(both),
        responsible=FrozenMap({"everybody": whose}),
        retention=FrozenMap({"house": attrs.evolve(rule, controllers=("south",))}),
    )
    table = cutoffs(policy, load("SE"), on=ON)
    row = row_of(table, policy, BO, "bo-record")
    found = [
        compared(table, {**row, "record.controller": name}, "cv")
        for name in ("north", "south", None)
    ]
    assert [Compared.NOT_DUE, Compared.DUE, Compared.DUE] == found


def test_a_requirement_is_written() -> None:
    """
    What must be so is written with its keys, or with not.
    """
    written = [
        str(each)
        for each in (
            Requirement(fact="record.outcome", keys=("rejected", "hired")),
            Requirement(fact="condition.x"),
            Requirement(fact="condition.x", so=False),
        )
    ]
    assert ["record.outcome in rejected, hired", "condition.x", "not condition.x"] == written
