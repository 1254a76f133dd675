"""
Being warned that an end is near, counted backwards from it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation
from recruitprivacy.periods import Period
from recruitprivacy.policy import RetentionRule
from recruitprivacy.retention import Disposal, On, Open, Status, Unknown
from recruitprivacy.timeline import HoldPlaced, PurposeEnded
from tests.retention.house import HERE, HOUSE, RULE, of, with_rules
from tests.timeline.making import happened, make, opened

TALKED: Final = date(2024, 3, 31)
LAST: Final = date(2026, 3, 31)
EVENTS: Final = (opened("profile", date(2024, 1, 1)), happened("talk", "conversation", TALKED))


def warned(
    warn: Period, on: date, *, situation: Situation = HERE, **more: RetentionRule
) -> Disposal:
    """
    Decide under two years from the last contact, with a warning.
    """
    policy = with_rules(house=attrs.evolve(RULE, warn=warn), **more)
    return of(EVENTS, on, policy=policy, situation=situation)


@pytest.mark.parametrize(
    ("warn", "first"),
    [
        (Period(days=30), date(2026, 3, 1)),
        (Period(months=1), date(2026, 2, 28)),
        (Period(weeks=2), date(2026, 3, 17)),
        (Period(working_days=1), date(2026, 3, 30)),
        (Period(working_days=10), date(2026, 3, 17)),
        (Period(days=2), date(2026, 3, 29)),
    ],
    ids=["days", "a shorter month", "weeks", "a working day", "ten of them", "a Sunday"],
)
def test_counted_backwards(warn: Period, first: date) -> None:
    """
    The day is counted back from the end, rounds to the earlier and is never moved off a weekend.
    """
    assert warned(warn, TALKED).warn_on == On(day=first)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2026, 2, 28), Status.KEPT),
        (date(2026, 3, 1), Status.WARN),
        (LAST, Status.WARN),
        (LAST + timedelta(days=1), Status.OVERDUE),
    ],
)
def test_between_the_warning_and_the_end(on: date, status: Status) -> None:
    """
    From the day of the warning to the last day one is warned, and no longer.
    """
    assert warned(Period(days=30), on).status is status


def test_without_a_rule_that_asks_nobody_is_warned() -> None:
    """
    A rule that asks for no warning gives none.
    """
    found = of(EVENTS, LAST)
    assert isinstance(found.warn_on, Open)
    assert found.status is Status.KEPT


def test_only_the_end_that_decides_is_warned_of() -> None:
    """
    A later end that does not decide gives no warning of its own.
    """
    later = attrs.evolve(RULE, at_most=Period(years=3), warn=Period(days=30))
    found = of(EVENTS, LAST, policy=with_rules(later=later))
    assert (found.status, isinstance(found.warn_on, Open)) == (Status.KEPT, True)


def test_of_a_plan_one_is_warned_too() -> None:
    """
    The firm's own plan may ask for a warning before its day.
    """
    plan = RetentionRule(aim=Period(years=1), after="meaningful_contact", warn=Period(days=7))
    found = of(EVENTS, date(2025, 3, 24), policy=with_rules(plan=plan))
    assert (found.status, found.warn_on) == (Status.WARN, On(day=date(2025, 3, 24)))


def test_what_has_ended_is_said_rather_than_a_warning() -> None:
    """
    A hold, and a use that is over, are said instead of the warning, whose day stays.
    """
    on = date(2026, 3, 10)
    policy = with_rules(house=attrs.evolve(RULE, warn=Period(days=30)))
    hold = make(HoldPlaced, "h", TALKED, matter="m", ground="anticipated_litigation", owner="o")
    over = make(PurposeEnded, "over", TALKED, use="recruitment", record=None)
    found = [of([*EVENTS, more], on, policy=policy) for more in (hold, over)]
    assert [each.status for each in found] == [Status.HELD, Status.NORMAL_USE_OVER]
    assert {each.warn_on for each in found} == {On(day=date(2026, 3, 1))}


def test_working_days_nobody_can_count() -> None:
    """
    Without a calendar nobody knows from when one is warned, and nobody is.
    """
    found = warned(Period(working_days=5), date(2026, 3, 30), situation=Situation())
    assert isinstance(found.warn_on, Unknown)
    assert (found.warn_on.missing, found.status) == (("calendar",), Status.KEPT)


def test_a_warning_longer_than_time_itself() -> None:
    """
    A warning counted back beyond the calendar stands from its beginning.
    """
    assert warned(Period(years=9000), TALKED).status is Status.WARN


def test_the_answer_says_from_when() -> None:
    """
    The day of the warning, or what it hangs on, is a line of the answer; without one none is.
    """
    lines = [
        warned(Period(days=30), LAST).explain("en"),
        warned(Period(working_days=5), LAST, situation=Situation()).explain("en"),
        of(EVENTS, LAST).explain("en"),
    ]
    assert ["warned" in each for each in lines] == [True, True, False]


def test_of_an_end_that_never_comes_nobody_is_warned() -> None:
    """
    Where what starts the length never happened, there is nothing to be warned of.
    """
    rule = RetentionRule(at_most=Period(years=1), after="candidate_rejected", warn=Period(days=7))
    policy = attrs.evolve(HOUSE, retention=FrozenMap({"only": rule}))
    assert isinstance(of(EVENTS, LAST, policy=policy).warn_on, Open)
