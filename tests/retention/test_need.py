"""
A day on which something still justified keeping data is no day on which they had to be gone.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation, load
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy, RetentionRule, Use
from recruitprivacy.retention import Disposal, Effect, On, Open, Status, Unknown
from recruitprivacy.retention._told import told
from recruitprivacy.timeline import (
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    Objected,
    ObjectionDecided,
    PurposeEnded,
    Standing,
)
from recruitprivacy.vocabulary import LawfulBasis, ObjectionGround
from tests.retention.house import HOUSE, of, with_uses
from tests.timeline.making import happened, make, opened

MADE: Final = date(2024, 1, 1)
LAST: Final = date(2025, 9, 1)
NEXT: Final = date(2025, 9, 2)
DATA: Final = ("cv", "name")
SEARCH: Final = RetentionRule(
    at_most=Period(months=6), after="record_made", purpose="recruitment", then="delete"
)
POOL: Final = attrs.evolve(SEARCH, at_most=Period(years=2), purpose="pool")
FIRM: Final = attrs.evolve(
    with_uses(
        pool=Use(roles=("candidate",), purposes=("talent_pool",), basis=(LawfulBasis.CONSENT,))
    ),
    retention=FrozenMap({"search": SEARCH, "pool": POOL}),
)
UNRULED: Final = attrs.evolve(FIRM, retention=FrozenMap({"search": SEARCH}))
SHORT: Final = attrs.evolve(
    FIRM,
    retention=FrozenMap({"search": SEARCH, "pool": attrs.evolve(POOL, at_most=Period(years=1))}),
)
OPENED: Final = opened("profile", MADE)
AGREED: Final = make(ConsentGiven, "yes", date(2024, 1, 5), purposes=("talent_pool",))
UNTIL: Final = attrs.evolve(AGREED, expires_on=LAST)
WITHDRAWN: Final = make(ConsentWithdrawn, "no", LAST, purposes=("talent_pool",))
ENDED: Final = make(PurposeEnded, "over", LAST, use="pool")


def kept(*events: AnyEvent, on: date = NEXT, policy: Policy = FIRM) -> Disposal:
    """
    Decide on somebody who agreed to be kept in mind.
    """
    return of([OPENED, *events], on, policy=policy)


@pytest.mark.parametrize("on", [date(2024, 6, 1), LAST, NEXT, date(2027, 1, 1)])
@pytest.mark.parametrize("policy", [FIRM, UNRULED], ids=["two rules", "one rule"])
def test_the_last_day_is_that_of_the_agreement_on_whatever_day_one_asks(
    on: date, policy: Policy
) -> None:
    """
    The shorter period ended in July 2024; until the agreement ran out, keeping was lawful.
    """
    found = kept(UNTIL, on=on, policy=policy)
    status = Status.KEPT if on <= LAST else Status.OVERDUE
    assert (found.must_be_gone_by, found.status) == (On(day=LAST), status)
    assert found.action == "delete"


@pytest.mark.parametrize("end", [WITHDRAWN, ENDED], ids=["withdrawn", "ended"])
def test_an_end_that_came_unforeseen_is_the_last_day(end: AnyEvent) -> None:
    """
    Where the longer use was ended, the data had to be gone by that day, and not a year before.
    """
    before, after = kept(AGREED, on=date(2025, 8, 1)), kept(AGREED, end)
    assert before.must_be_gone_by == On(day=date(2026, 1, 1))
    assert (after.must_be_gone_by, after.status) == (On(day=LAST), Status.OVERDUE)


def test_a_use_justifies_nothing_after_its_own_period() -> None:
    """
    A use that ended after its period moves the last day to the end of the period only.
    """
    found = kept(AGREED, ENDED, policy=SHORT)
    assert found.must_be_gone_by == On(day=date(2025, 1, 1))
    assert [each.clause.rule for each in found.deciding] == ["retention.pool"]
    assert "retention.pool" not in {each.rule for each in found.set_aside}


def test_what_justified_it_is_told() -> None:
    """
    The use that decides is an end of its own, with the provision, before and after its day.
    """
    for on, says in ((LAST, "retention.step.runs_out"), (NEXT, "retention.step.went_on")):
        found = kept(UNTIL, on=on)
        (need,) = found.deciding
        assert (need.clause.effect, need.clause.rule) == (Effect.NEED, "uses.pool")
        assert found.steps[-1].says.message.code == says
        assert [str(cite) for cite in found.steps[-1].cites] == ["GDPR Art. 5(1)(e)"]


def test_an_end_without_a_day_moves_nothing_and_saves_nothing() -> None:
    """
    Nobody knows since when the use is over, but it is, and the other period has passed.
    """
    found = kept(AGREED, attrs.evolve(WITHDRAWN, happened=None))
    assert isinstance(found.must_be_gone_by, Unknown)
    assert found.must_be_gone_by.not_before == date(2024, 7, 1)
    assert (found.must_be_gone_by.not_after, found.status) == (LAST, Status.OVERDUE)


def test_a_use_without_purposes_counts_until_it_ended() -> None:
    """
    What was kept for a use that names no purpose was kept lawfully until that ended.
    """
    plain = attrs.evolve(
        UNRULED, uses=FrozenMap({**HOUSE.uses, "pool": Use(roles=("candidate",), purposes=())})
    )
    assert isinstance(kept(policy=plain).must_be_gone_by, Open)
    assert kept(ENDED, policy=plain).must_be_gone_by == On(day=LAST)
    undated = kept(attrs.evolve(ENDED, happened=None), policy=plain)
    assert undated.status is Status.INDETERMINATE


def test_with_a_plan_too_the_use_counts() -> None:
    """
    The firm means to keep data at least for as long as what they are for goes on.
    """
    aims = attrs.evolve(SEARCH, at_most=None, aim=Period(months=3))
    planned = attrs.evolve(FIRM, retention=FrozenMap({**FIRM.retention, "aims": aims}))
    assert kept(UNTIL, policy=planned).planned_on == On(day=LAST)


ONE: Final = attrs.evolve(
    HOUSE,
    uses=FrozenMap({"pool": FIRM.uses["pool"]}),
    retention=FrozenMap({"pool": attrs.evolve(POOL, at_most=Period(years=9))}),
)
EARLY: Final = date(2024, 7, 1)
LATE: Final = date(2024, 7, 9)
OBJECTED: Final = make(
    Objected,
    "object",
    date(2024, 7, 5),
    grounds=(ObjectionGround.LEGITIMATE_INTERESTS,),
    purposes=("talent_pool",),
)


@pytest.mark.parametrize(
    "later",
    [
        [make(PurposeEnded, "over", LATE, use="pool")],
        [OBJECTED, make(ObjectionDecided, "d", LATE, objection="object", upheld=True)],
    ],
    ids=["an end noted", "an objection upheld"],
)
def test_what_comes_later_puts_a_withdrawal_off_no_day(later: list[AnyEvent]) -> None:
    """
    Erasing is commanded from the day the person withdrew, whatever was noted after it.
    """
    taken = attrs.evolve(WITHDRAWN, happened=EARLY)
    found = kept(AGREED, taken, *later, policy=ONE)
    assert (found.must_be_gone_by, found.status) == (On(day=EARLY), Status.OVERDUE)
    (pool,) = found.purposes
    assert (pool.standing, pool.by_person) == (Standing.STOPPED, True)


def test_a_withdrawal_after_the_end_still_commands() -> None:
    """
    The use was over on the day its end was noted; erasing is commanded from the withdrawal on.
    """
    ended = make(PurposeEnded, "over", EARLY, use="pool")
    found = kept(AGREED, ended, attrs.evolve(WITHDRAWN, happened=LATE), policy=ONE)
    (pool,) = found.purposes
    assert (str(found.must_be_gone_by), getattr(pool.since, "day", None)) == ("2024-07-09", EARLY)


@pytest.mark.parametrize("purposes", [("talent_pool",), ()], ids=["named", "everything"])
def test_what_was_taken_back_had_been_given(purposes: tuple[str, ...]) -> None:
    """
    A withdrawal counts also where nobody noted the agreement; one of another purpose does not.
    """
    taken = attrs.evolve(WITHDRAWN, purposes=purposes)
    other = attrs.evolve(WITHDRAWN, purposes=("direct_marketing",))
    assert kept(taken, policy=ONE).must_be_gone_by == On(day=LAST)
    assert kept(other, policy=ONE).status is Status.NORMAL_USE_OVER


ADOPTED: Final = attrs.evolve(ONE, adopted=("nl.retention.unsuccessful.4w",))
CLOSED: Final = happened(
    "end", "procedure.closed", date(2024, 2, 1), record="profile", outcome="rejected"
)


@pytest.mark.parametrize(
    ("events", "last"),
    [
        ([], date(2024, 2, 29)),
        ([UNTIL], LAST),
        ([AGREED, WITHDRAWN], LAST),
        ([attrs.evolve(AGREED, expires_on=date(2024, 2, 2))], date(2024, 2, 29)),
    ],
    ids=["not agreed", "ran out", "withdrawn", "ran out before"],
)
def test_what_the_person_agreed_to_puts_an_end_off_as_long_as_it_stood(
    events: list[AnyEvent], last: date
) -> None:
    """
    Four weeks after the procedure, but for as long as the applicant had agreed to more.
    """
    found = of([OPENED, CLOSED, *events], NEXT, policy=ADOPTED)
    assert found.must_be_gone_by == On(day=last)
    weeks = [each for each in found.endings if each.clause.rule in ADOPTED.adopted]
    assert [each.agreed for each in weeks] == [last == LAST]


def test_it_is_told_that_the_person_agreed_to_longer() -> None:
    """
    The step says so; without an end to the agreement, the rule is set aside.
    """
    found = of([OPENED, CLOSED, UNTIL], NEXT, policy=ADOPTED)
    assert "retention.step.agreed_longer" in {each.says.message.code for each in found.steps}
    endless = of([OPENED, CLOSED, AGREED], NEXT, policy=ADOPTED)
    assert ADOPTED.adopted[0] in {each.rule for each in endless.set_aside}


def test_an_undated_withdrawal_of_what_was_agreed_leaves_the_end_in_doubt() -> None:
    """
    The agreement may have stood until yesterday, or not have put anything off.
    """
    undated = attrs.evolve(WITHDRAWN, happened=None)
    found = of([OPENED, CLOSED, AGREED, undated], NEXT, policy=ADOPTED)
    (weeks,) = [each for each in found.endings if each.clause.rule in ADOPTED.adopted]
    assert (weeks.days.low, weeks.days.high) == (date(2024, 2, 29), LAST)


def test_what_was_agreed_for_some_data_keeps_no_others() -> None:
    """
    Who agreed to the pool for the résumé alone agreed to nothing for the rest.
    """
    only_cv = attrs.evolve(AGREED, categories=("cv",))
    both = {what: of([OPENED, only_cv], LAST, what=f"profile.{what}", policy=FIRM) for what in DATA}
    assert {what: str(each.must_be_gone_by) for what, each in both.items()} == {
        "cv": "2026-01-01",
        "name": "2024-07-01",
    }
    assert {what: each.uses for what, each in both.items()} == {"cv": ("pool",), "name": ()}
    before = of([OPENED, only_cv], date(2024, 7, 1), policy=FIRM)
    assert before.uses == ("pool", "recruitment")


def test_a_use_whose_time_is_over_uses_the_data_no_longer() -> None:
    """
    What is kept for the pool is not searched for the post it came for; the reader is told so.
    """
    found = kept(UNTIL, on=LAST)
    names = attrs.evolve(found._names, language="en")  # noqa: SLF001 - as explain() has them
    said = {each.message.code for each in told(found, names)}
    assert found.uses == ("pool",)
    assert {"retention.line.time_over", "retention.line.needed"} <= said


def test_a_rule_for_a_purpose_that_does_not_go_on_is_set_aside() -> None:
    """
    Guidance on the pool, adopted, says nothing of somebody who is not in it, and that is told.
    """
    rule = "fr.retention.talent_pool.last-contact-2y"
    firm = attrs.evolve(FIRM, adopted=(rule,), retention=FrozenMap({"search": SEARCH}))
    talk = happened("talk", "conversation", MADE)
    french = Situation(establishment="FR")

    def asked(*events: AnyEvent) -> Disposal:
        return of([OPENED, talk, *events], LAST, policy=firm, law=load("FR"), situation=french)

    out, inside = asked(), asked(AGREED)
    assert rule in {each.rule for each in out.set_aside}
    assert rule in {each.clause.rule for each in inside.deciding}
    assert (str(out.must_be_gone_by), str(inside.must_be_gone_by)) == ("2024-07-01", "2026-01-01")
