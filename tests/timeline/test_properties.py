"""
What holds of every history.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

import attrs
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    ConsentWithdrawn,
    Facts,
    Happened,
    HoldPlaced,
    Known,
    PlainEvent,
    RestrictionPlaced,
    columns_of,
    day_of,
    facts_from_columns,
    fold,
)
from recruitprivacy.vocabulary import RestrictionGround
from tests.timeline.inventing import (
    DAYS,
    FIRST,
    INSTANTS,
    MERGED,
    ROLES,
    corrected_histories,
    histories,
)
from tests.timeline.making import ON, POLICY, happened, make

LAST = FIRST + timedelta(days=20)


def seen(events: Sequence[AnyEvent], on: date = LAST) -> Facts:
    """
    Fold under the policy of these tests.
    """
    return fold(events, POLICY, on=on)


@given(corrected_histories(("p1", "p2")), st.randoms())
def test_the_order_of_the_list_is_of_no_matter(events: list[AnyEvent], random: Random) -> None:
    """
    However events are listed, the facts are the same, findings included.
    """
    turned = random.sample([*events, MERGED], len(events) + 1)
    assert seen(turned) == seen([*events, MERGED])


@given(corrected_histories(), st.data())
def test_events_twice_are_events_once(events: list[AnyEvent], data: st.DataObject) -> None:
    """
    A history delivered again in part changes nothing.
    """
    again = data.draw(st.lists(st.sampled_from(events))) if events else []
    assert seen([*events, *again]) == seen(events)


@given(histories(), DAYS)
def test_what_happens_later_is_not_seen(events: list[PlainEvent], on: date) -> None:
    """
    Facts as of a day are those of the events up to that day.
    """
    before = [event for event in events if (day_of(event.happened) or on) <= on]
    known = [event for event in before if event.happened or event.recorded_at.date() <= on]
    facts = attrs.evolve(seen(known, on), person=seen(events, on).person)
    assert facts == seen(events, on)


@given(corrected_histories(), INSTANTS)
def test_what_was_recorded_later_was_not_known(events: list[AnyEvent], then: datetime) -> None:
    """
    Facts as known at a moment are those of the entries made up to then.
    """
    known = [event for event in events if event.recorded_at <= then]
    facts = fold(events, POLICY, on=LAST, known_at=then)
    assert attrs.evolve(facts, known_at=None) == seen(known)


@given(corrected_histories(("p1", "p2")))
def test_facts_from_columns_are_the_facts_folded_from_events(events: list[AnyEvent]) -> None:
    """
    A host that keeps columns and one that keeps events know the same.
    """
    facts = seen([*events, MERGED])
    read = facts_from_columns(columns_of(facts), POLICY, on=facts.on)
    assert read == facts
    assert hash(read) == hash(facts)


@given(histories(), st.data())
def test_forgetting_a_day_only_makes_days_unknown(
    events: list[PlainEvent], data: st.DataObject
) -> None:
    """
    Without the day of one event each day is as before, or unknown; never another.
    """
    happenings = [event for event in events if isinstance(event, Happened)]
    if not happenings:
        return
    chosen = data.draw(st.sampled_from(happenings))
    vague = [attrs.evolve(e, happened=None) if e is chosen else e for e in events]
    before, after = seen(events), seen(vague)
    for role, known in after.roles.items():
        for name, moment in known.moments.items():
            assert moment in {before.roles[role].moments[name], Absence.UNKNOWN}
    for record, facts in after.records.items():
        for name, moment in facts.moments.items():
            assert moment in {before.records[record].moments[name], Absence.UNKNOWN}


@given(histories(), DAYS, st.sampled_from(["message.inbound", "call.held", "cv.updated"]))
def test_a_wall_stands_between_the_roles(events: list[PlainEvent], day: date, what: str) -> None:
    """
    Contact as a client moves no day of the candidate, once the person is known as both.
    """
    both = [
        *events,
        happened("x1", "survey.answered", FIRST),
        happened("x2", "survey.answered", FIRST, role="client"),
    ]
    more = [*both, happened("x3", what, day, role="client")]
    assert seen(more).roles["candidate"] == seen(both).roles["candidate"]


@given(histories(), DAYS, ROLES)
def test_using_a_right_moves_no_day(events: list[PlainEvent], day: date, role: str) -> None:
    """
    A message that says stop leaves every day where it was.
    """
    both = [*events, happened("x1", "survey.answered", FIRST, role=role)]
    stop = happened("x2", "message.inbound", day, role=role, exercises_right=True)
    assert seen([*both, stop]).roles == seen(both).roles


@given(histories(), DAYS)
def test_a_later_contact_never_moves_a_last_day_back(events: list[PlainEvent], day: date) -> None:
    """
    Adding contact makes the last day later, the same or unknown, and a first day is no later.
    """
    base = [*events, happened("x1", "message.inbound", FIRST)]
    more = [*base, happened("x2", "message.inbound", day)]
    before = seen(base).moment("message.inbound.last", role="candidate")
    after = seen(more).moment("message.inbound.last", role="candidate")
    if isinstance(before, Known) and isinstance(after, Known):
        assert after.day >= max(before.day, day)


@given(histories(), DAYS)
def test_what_protects_the_person_only_adds(events: list[PlainEvent], day: date) -> None:
    """
    A further hold, restriction or withdrawal leaves every other that stands standing.
    """
    more = [
        *events,
        make(HoldPlaced, "x1", day, matter="m1", ground="anticipated_litigation"),
        make(RestrictionPlaced, "x2", day, ground=RestrictionGround.ACCURACY_CONTESTED),
        make(ConsentWithdrawn, "x3", day),
    ]
    before, after = seen(events), seen(more)
    assert {hold.event for hold in before.holds if hold.stands} <= {
        hold.event for hold in after.holds if hold.stands
    }
    assert {each.event for each in before.restrictions if each.stands} <= {
        each.event for each in after.restrictions if each.stands
    }
    assert {(c.event, c.purpose) for c in after.consents if c.stands(ON)} <= {
        (c.event, c.purpose) for c in before.consents if c.stands(ON)
    }
