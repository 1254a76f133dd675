"""
Which facts a policy and the law ask for.
"""

from __future__ import annotations

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import load
from recruitprivacy.periods import Period
from recruitprivacy.policy import Clock, Policy, RetentionRule
from recruitprivacy.timeline import FactSpec, Fold, IfAbsent, Scope, facts_needed
from recruitprivacy.vocabulary import BUILT_IN
from tests.timeline.making import POLICY, cluster


def needs(policy: Policy = POLICY, **more: object) -> dict[tuple[str, str], FactSpec]:
    """
    List the facts asked for, by scope and name.
    """
    found = facts_needed(policy, **more)  # type: ignore[arg-type]
    return {(spec.scope.value, spec.name): spec for spec in found}


@pytest.mark.parametrize(
    ("scope", "name", "fold"),
    [
        ("role", "message.inbound.last", Fold.LAST),
        ("role", "conversation.last", Fold.LAST),
        ("role", "cv.updated.last", Fold.LAST),
        ("role", "profile.registered.first", Fold.FIRST),
        ("company", "company.contact.last", Fold.LAST),
        ("company", "message.inbound.last", Fold.LAST),
        ("record", "supplier.relation_ended.last", Fold.LAST),
        ("record", "procedure.closed.last", Fold.LAST),
        ("record", "employment.ended.last", Fold.LAST),
        ("record", "record.opened.first", Fold.FIRST),
        ("person", "consent.given.last", Fold.LAST),
        ("person", "hold.open", Fold.OPEN),
        ("person", "consent.state", Fold.STATE),
        ("record", "use.state", Fold.STATE),
    ],
)
def test_each_fact_a_period_hangs_on_is_asked_for(scope: str, name: str, fold: Fold) -> None:
    """
    Clocks ask for the last of each kind they count, triggers for the first or the last.
    """
    assert needs()[scope, name].fold is fold


def test_nothing_is_asked_for_that_no_rule_reads() -> None:
    """
    A kind no clock, rule or trigger names is no fact.
    """
    assert ("role", "message.opened.last") not in needs()
    assert {spec.scope for spec in facts_needed(cluster())} == set(Scope)


def test_a_fact_names_every_kind_that_moves_it() -> None:
    """
    A host that keeps columns sees which of its events go into one.
    """
    assert needs()["role", "conversation.last"].kinds == (
        "conversation",
        "conversation.role",
        "call.held",
        "meeting.held",
        "interview.held",
    )


def test_a_clock_that_never_moved_falls_back() -> None:
    """
    Contact that never happened is replaced by the clock's own fall-back.
    """
    spec = needs()["role", "message.inbound.last"]
    assert (spec.if_absent, spec.instead) == (IfAbsent.USE_ANOTHER, ("profile.registered.first",))


def test_a_trigger_that_never_fired_has_not_started_unless_another_stands_in() -> None:
    """
    A rule with an ``if_none`` says by which fact its own is replaced.
    """
    rule = RetentionRule(at_most=Period(years=1), after="hired", if_none="registered")
    policy = attrs.evolve(POLICY, retention=FrozenMap({"new": rule}))
    assert needs()["record", "procedure.closed.last"].if_absent is IfAbsent.NOT_STARTED
    assert needs(policy)["record", "hired.first"].instead == ("profile.registered.first",)


def test_the_law_asks_for_its_triggers() -> None:
    """
    The Dutch pack counts from the end of employment and placement.
    """
    rules = FrozenMap[str, RetentionRule]()
    policy = attrs.evolve(POLICY, retention=rules)
    asked = set(needs(policy, law=load("NL"))) - set(needs(policy))
    assert ("record", "procedure.closed.last") in asked


def test_what_the_calendar_fires_is_no_fact() -> None:
    """
    Nobody records that a year ended.
    """
    rule = RetentionRule(aim=Period(years=1), after="calendar_year_ended")
    policy = attrs.evolve(POLICY, retention=FrozenMap({"year": rule}))
    assert [name for _, name in needs(policy) if "year" in name] == []


def test_conditions_of_rules_are_unknown_until_told() -> None:
    """
    A rule that holds only on a condition asks for it, and its absence says nothing.
    """
    rule = RetentionRule(aim=Period(years=1), after="hired", when=("law_permits",))
    policy = attrs.evolve(POLICY, retention=FrozenMap({"new": rule}))
    assert needs(policy)["person", "condition.law_permits"].if_absent is IfAbsent.UNKNOWN


def with_clock(*counts: str, ignores: tuple[str, ...] = ()) -> Policy:
    """
    Make a policy whose clock counts some kinds of event.
    """
    clock = Clock(counts=counts, ignores=ignores, if_none="registered")
    return attrs.evolve(POLICY, clocks=FrozenMap({"contact": clock}))


def test_what_a_clock_ignores_is_left_out_of_what_it_counts() -> None:
    """
    A clock that counts conversations but no interviews asks for a fact of its own.
    """
    spec = needs(with_clock("conversation", ignores=("interview.held",)))[
        "role", "conversation.last.but.interview.held"
    ]
    assert "interview.held" not in spec.kinds
    assert "call.held" in spec.kinds


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("message.inbound", True),
        ("message.outbound", False),
        ("message.opened", False),
        ("unsubscribed", False),
        ("account.deleted", False),
    ],
)
def test_only_what_the_person_did_without_using_a_right_moves_a_clock(
    kind: str, *, counts: bool
) -> None:
    """
    The firm's own mail, a machine's note and an opt-out are no contact, whatever a policy says.
    """
    assert (("role", f"{kind}.last") in needs(with_clock(kind))) is counts


def test_a_hosts_kind_that_uses_a_right_is_left_out_of_its_parent() -> None:
    """
    A reply that says stop is a message, and moves no clock.
    """
    ours = BUILT_IN.extend(
        "acme",
        events={
            "stop": {"under": "message.inbound", "exercises_right": True},
            "chat": {"under": "message.inbound"},
        },
    )
    spec = needs(POLICY, vocabulary=ours)["role", "message.inbound.last"]
    assert spec.kinds == ("message.inbound", "acme:chat")
