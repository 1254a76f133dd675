"""
What a change of policy or of law would do, before it applies.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.findings import Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import PartialDate, Policy, RetentionRule, Version
from recruitprivacy.retention import Disposal, Impact, Moved, Shift, impact
from recruitprivacy.testing import strategies
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    Facts,
    NoticeGiven,
    columns_of,
    facts_from_columns,
    fold,
)
from tests.retention.house import BOOK, HERE, HOUSE, RULE
from tests.retention.test_rules import A_RULE, PACK
from tests.timeline.making import at, happened, make, opened

ON: Final = date(2025, 6, 2)
EVENTS: Final[tuple[AnyEvent, ...]] = (
    opened("profile", date(2024, 1, 1), categories=("cv",)),
    happened("talk", "conversation", date(2024, 3, 10)),
    happened("sign-up", "profile.registered", date(2024, 1, 1)),
)
GIVEN: Final = make(
    NoticeGiven, "told", date(2024, 1, 1), version="1", language="en", role="candidate"
)


def version(number: str, *, policy: Policy = HOUSE, **changes: object) -> Policy:
    """
    Make another version of the firm's notice, published in 2025.
    """
    published = Version(number=number, published_on=PartialDate(2025, 1, 1))
    return attrs.evolve(policy, version=published, **changes)  # type: ignore[arg-type]


def lasting(length: Period, *, number: str = "2", **more: object) -> Policy:
    """
    Make a version that keeps data for another length.
    """
    rule = attrs.evolve(RULE, at_most=length, **more)  # type: ignore[arg-type]
    return version(number, retention=FrozenMap({"house": rule}))


def facts(*events: AnyEvent, on: date = ON, policy: Policy = HOUSE) -> Facts:
    """
    Fold the history of one candidate, with more.
    """
    return fold([*EVENTS, *events], policy, on=on, law=BOOK)


def compare(new: Policy, *events: AnyEvent, on: date = ON, old: Policy = HOUSE) -> Impact:
    """
    Compare a new version with the old.
    """
    known = facts(*events, on=on, policy=new)
    return impact(old, new, known, BOOK, on=on, situation=HERE)


def only(found: Impact) -> Moved:
    """
    Take the one category compared.
    """
    (moved,) = found.compared
    return moved


SHORTER, LONGER = Period(years=1), Period(years=3)


@pytest.mark.parametrize(
    ("length", "on", "shifts"),
    [
        (SHORTER, date(2025, 3, 10), (Shift.SHORTENED,)),
        (SHORTER, date(2025, 3, 11), (Shift.NEWLY_ERASABLE, Shift.SHORTENED)),
        (LONGER, date(2026, 3, 10), (Shift.PROLONGED,)),
        (LONGER, date(2026, 3, 11), (Shift.NO_LONGER_ERASABLE, Shift.PROLONGED)),
        (Period(months=24), date(2026, 3, 11), ()),
    ],
)
def test_days_before_and_after(length: Period, on: date, shifts: tuple[Shift, ...]) -> None:
    """
    A shorter or longer promise moves the last day, and from the day after it what is due.
    """
    # Without a history the new version counts for everybody.
    new = attrs.evolve(lasting(length, number="1"), version=HOUSE.version)
    moved = only(compare(new, on=on))
    assert moved.shifts == shifts
    assert moved.before is not None
    assert str(moved.before.must_be_gone_by) == "2026-03-10"


@pytest.mark.parametrize("length", [SHORTER, LONGER])
def test_who_was_promised_keeps_it_and_is_told(length: Period) -> None:
    """
    Whoever was given the older notice keeps its ceiling, and must be told of the new one.
    """
    found = compare(lasting(length), GIVEN)
    moved = only(found)
    assert (moved.shifts, moved.keeps, moved.to_tell) == ((), "1", True)
    assert found.to_tell == ("p1",)
    assert {str(cite) for cite in found.cites} == {"GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)"}


def test_who_has_the_new_notice_is_told_nothing() -> None:
    """
    Whoever was given the new version is under it, and has been told.
    """
    new = lasting(LONGER)
    later = attrs.evolve(GIVEN, id="told-2", version="2", happened=date(2025, 2, 1))
    moved = only(compare(new, GIVEN, later))
    assert (moved.keeps, moved.to_tell, moved.shifts) == ("", False, (Shift.PROLONGED,))


def test_what_is_not_about_the_person_is_not_told() -> None:
    """
    A change for another role, another category or inside the firm only concerns nobody here.
    """
    other = RetentionRule(at_most=LONGER, after="registered", roles=("client",))
    photos = RetentionRule(at_most=LONGER, after="registered", data=("timesheets",))
    plan = RetentionRule(aim=Period(months=20), after="registered")
    rules = FrozenMap({"house": RULE, "other": other, "photos": photos, "plan": plan})
    moved = only(compare(version("2", retention=rules), GIVEN))
    assert (moved.to_tell, moved.shifts) == (False, (Shift.PLANNED_SOONER,))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"after": "registered"}, True),
        ({"then": None}, True),
        ({"aim": SHORTER}, False),
    ],
)
def test_another_start_is_another_promise(changed: dict[str, object], *, told: bool) -> None:
    """
    From when one counts, and what happens then, is promised as much as the length; a plan is not.
    """
    rule = attrs.evolve(RULE, **changed)  # type: ignore[arg-type]
    new = version("2", retention=FrozenMap({"house": rule}))
    assert only(compare(new, GIVEN)).to_tell is told


def test_nobody_knows_who_was_told_what() -> None:
    """
    Where a host does not keep which notice was given, it is unknown whether to tell.
    """
    columns = attrs.evolve(columns_of(facts()), notices=Absence.UNKNOWN)
    unknown = facts_from_columns(columns, HOUSE, on=ON, law=BOOK)
    found = impact(HOUSE, lasting(LONGER), unknown, BOOK, on=ON, situation=HERE)
    assert (only(found).to_tell, found.to_tell) == (None, ())
    assert only(found).shifts == (Shift.NEWLY_UNKNOWN,)


def test_a_change_without_a_number_is_an_error() -> None:
    """
    Two promises under one number leave nobody able to tell who has which.
    """
    new = attrs.evolve(lasting(LONGER), version=HOUSE.version)
    (found,) = compare(new, GIVEN).findings
    assert (found.code, found.level) == ("retention.change_without_version", Level.ERROR)
    assert compare(lasting(LONGER), GIVEN).findings == ()
    assert compare(HOUSE, GIVEN).findings == ()


def test_a_history_that_is_there_is_kept() -> None:
    """
    A new version that already knows the old one is taken as it is.
    """
    new = attrs.evolve(lasting(LONGER), earlier=(HOUSE,))
    assert only(compare(new, GIVEN)) == only(compare(lasting(LONGER), GIVEN))


def test_a_rule_that_asks_for_more_is_unknown_before_it_applies() -> None:
    """
    A period that counts from a day nobody keeps is found before it is published.
    """
    noted = at(date(2025, 1, 1))
    blank = happened("end", "procedure.closed", None, record="profile", recorded_at=noted)
    closing = version(
        "2",
        retention=FrozenMap(
            {"house": RULE, "closed": RetentionRule(at_most=SHORTER, after="procedure_closed")}
        ),
    )
    told = attrs.evolve(GIVEN, version="2")
    known = fold([*EVENTS, told, blank], closing, on=ON, law=BOOK)
    found = impact(HOUSE, closing, known, BOOK, on=ON, situation=HERE)
    assert only(found).shifts == (Shift.NEWLY_UNKNOWN,)
    back = impact(
        closing,
        attrs.evolve(HOUSE, version=Version(number="3")),
        attrs.evolve(known, notices=()),
        BOOK,
        on=ON,
        situation=HERE,
    )
    assert Shift.NOW_KNOWN in only(back).shifts


def law(*rules: str) -> Law:
    """
    Make up the law of a country that asks for what these rules say.
    """
    return load().with_pack(read_pack(PACK.format(place="XX", rules="".join(rules))))


@pytest.mark.parametrize(
    ("before", "after", "shift"),
    [
        ((), ("P10Y",), Shift.BARRED_LONGER),
        (("P10Y",), (), Shift.BARRED_SHORTER),
        (("P9Y",), ("P10Y",), Shift.BARRED_LONGER),
    ],
)
def test_a_change_of_law(before: tuple[str, ...], after: tuple[str, ...], shift: Shift) -> None:
    """
    A floor that begins, grows or ends moves the first day, and nobody is told by the notice.
    """
    old, new = (
        law(*(A_RULE.format(place="xx", kind="floor", period=each) for each in lengths))
        for lengths in (before, after)
    )
    known = fold(
        [*EVENTS, GIVEN],
        HOUSE,
        on=ON,
        law=law(A_RULE.format(place="xx", kind="floor", period="P1Y")),
    )
    found = impact(
        HOUSE,
        HOUSE,
        known,
        old,
        on=ON,
        new_law=new,
        situation=Situation(establishment="XX"),
    )
    assert (only(found).shifts, found.to_tell) == ((shift,), ())


def test_statutes_that_come_to_contradict() -> None:
    """
    A ceiling that enters beside a longer floor is a conflict before it applies.
    """
    floor = A_RULE.format(place="xx", kind="floor", period="P10Y")
    ceiling = A_RULE.format(place="xx", kind="ceiling", period="P1Y").replace("xx.", "xx.other_")
    old, new = law(floor), law(floor, ceiling)
    known = fold(EVENTS, HOUSE, on=ON, law=new)
    there = Situation(establishment="XX")
    found = impact(HOUSE, HOUSE, known, old, on=ON, new_law=new, situation=there)
    assert Shift.NEWLY_IN_CONFLICT in only(found).shifts
    back = impact(HOUSE, HOUSE, known, new, on=ON, new_law=old, situation=there)
    assert Shift.NO_LONGER_IN_CONFLICT in only(back).shifts


def test_a_role_that_comes_or_goes() -> None:
    """
    People a notice does not speak of are not covered by it.
    """
    roles = FrozenMap({"client": HOUSE.roles["client"]})
    without = attrs.evolve(HOUSE, roles=roles, version=Version(number="0"))
    assert only(compare(without)).shifts == (Shift.NO_LONGER_COVERED,)
    known = facts()
    found = impact(without, HOUSE, known, BOOK, on=ON, situation=HERE)
    assert only(found).shifts == (Shift.NEWLY_COVERED,)


def test_several_people_at_once() -> None:
    """
    Facts of many are compared together, each told once.
    """
    other = [attrs.evolve(each, person="p2") for each in (*EVENTS, GIVEN)]
    both = [facts(GIVEN), fold(other, HOUSE, on=ON, law=BOOK)]
    found = impact(HOUSE, lasting(SHORTER), both, BOOK, on=ON, situation=HERE)
    assert (len(found.compared), found.to_tell) == (2, ("p1", "p2"))
    assert "p1" not in repr(found)


def test_it_says_itself() -> None:
    """
    The counts come first, then who is told, then each that moves with its days.
    """
    new = attrs.evolve(lasting(SHORTER), version=HOUSE.version)
    said = [says.message.code for says, _ in compare(new, GIVEN, on=ON).lines]
    assert said == [
        *["retention.impact.counted"] * 2,
        "retention.impact.same",
        "retention.finding.change_without_version",
        "retention.impact.together",
    ]
    told = [says.message.code for says, _ in compare(lasting(SHORTER), GIVEN).lines]
    assert told == ["retention.impact.same", "retention.impact.tell"]


def test_what_moves_and_keeps_its_promise_says_both() -> None:
    """
    A plan may move under a promise that stays.
    """
    aim = RetentionRule(aim=Period(months=3), after="registered")
    rule = attrs.evolve(RULE, at_most=SHORTER)
    new = version("2", retention=FrozenMap({"house": rule, "aim": aim}))
    last = compare(new, GIVEN).lines[-1][0]
    kept = last.values["then"]
    assert getattr(kept, "message").code == "retention.impact.keeps"  # noqa: B009 - a phrase


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ({}, "retention.impact.no_day"),
        ({"house": attrs.evolve(RULE, after="contract_ended")}, "retention.impact.unknown_day"),
    ],
)
def test_a_last_day_that_is_none_is_said(rules: dict[str, RetentionRule], code: str) -> None:
    """
    Where no day is set, or nobody knows it, that is said in its place.
    """
    new = attrs.evolve(version("1", retention=FrozenMap(rules)), version=HOUSE.version)
    ended = happened("end", "contract.ended", None, record="profile", recorded_at=at(ON))
    days: Any = compare(new, ended).lines[-1][0].values["then"]
    assert days.values["after"].code == code


def test_a_category_nobody_knows_is_named_by_its_key() -> None:
    """
    What the vocabulary has no word for is said as it was written.
    """
    odd = opened("profile", date(2024, 1, 1), categories=("acme:odd",))
    new = attrs.evolve(lasting(SHORTER), version=HOUSE.version)
    known = fold([odd, *EVENTS[1:]], new, on=ON, law=BOOK)
    line: Any = impact(HOUSE, new, known, BOOK, on=ON, situation=HERE).lines[-1][0].values["first"]
    assert line.values["category"] == "acme:odd"


def test_it_is_said_in_words() -> None:
    """
    Each line is a sentence in the language asked for.
    """
    found = compare(lasting(SHORTER), GIVEN)
    assert len(found.explain("en").splitlines()) == len(found.lines)


@given(
    history=strategies.histories(policy=agency()), on=st.dates(date(2020, 1, 1), date(2026, 12, 31))
)
def test_no_change_moves_nothing(history: tuple[AnyEvent, ...], on: date) -> None:
    """
    Whatever happened: a policy compared with itself leaves everything as it is.
    """
    book = load("SE")
    known = fold(history, agency(), on=on, law=book)
    found = impact(agency(), agency(), known, book, on=on)
    assert found.moved == ()
    assert found.to_tell == ()
    assert {type(each.before) for each in found.compared} <= {Disposal}


def test_what_an_older_notice_counts_from_is_asked_for() -> None:
    """
    Facts gathered for a new version hold the days the older promise counts from.
    """
    rule = RetentionRule(at_most=SHORTER, after="procedure_closed")
    old = attrs.evolve(HOUSE, retention=FrozenMap({"house": rule}))
    new = attrs.evolve(lasting(LONGER), earlier=(old,))
    closed = happened("end", "procedure.closed", date(2024, 6, 1), record="profile")
    moved = only(compare(new, GIVEN, closed, old=old))
    assert moved.after is not None
    assert (str(moved.after.must_be_gone_by), moved.keeps) == ("2025-06-01", "1")
