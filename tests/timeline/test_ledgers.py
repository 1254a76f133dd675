"""
Consents, objections, restrictions and holds.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    HoldLifted,
    HoldPlaced,
    LiftAnnounced,
    Objected,
    ObjectionDecided,
    RequestReceived,
    RestrictionAnnounced,
    RestrictionLifted,
    RestrictionPlaced,
)
from recruitprivacy.vocabulary import ObjectionGround, RestrictionGround, Right
from tests.timeline.making import ON, at, folded, known, make, paths

JAN, FEB, MAR = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)
When = date | datetime | None


def given(day: When, *purposes: str, name: str = "g1", **more: object) -> AnyEvent:
    """
    Let the person agree.
    """
    return make(ConsentGiven, name, day, purposes=purposes or ("marketing",), **more)


def taken(day: When, *purposes: str) -> AnyEvent:
    """
    Let the person take an agreement back.
    """
    return make(ConsentWithdrawn, "w1", day, purposes=purposes)


SAME_DAY_CASES = [
    pytest.param(JAN, FEB, False, [], id="withdrawn later"),
    pytest.param(FEB, JAN, True, [], id="given again later"),
    pytest.param(JAN, JAN, False, ["w1"], id="same day, no time"),
    pytest.param(at(JAN, 9), at(JAN, 10), False, [], id="withdrawn an hour later"),
    pytest.param(at(JAN, 10), at(JAN, 9), True, [], id="given an hour later"),
    pytest.param(at(JAN, 9), at(JAN, 9), False, ["w1"], id="same instant"),
    pytest.param(at(JAN, 23), JAN, False, ["w1"], id="one without a time"),
    pytest.param(None, JAN, False, ["w1"], id="given nobody knows when"),
    pytest.param(JAN, None, False, ["w1"], id="withdrawn nobody knows when"),
    pytest.param(None, None, False, ["w1"], id="both nobody knows when"),
]


@pytest.mark.parametrize(("gave", "took", "stands", "doubted"), SAME_DAY_CASES)
def test_withdrawn_beats_given_unless_given_surely_later(
    *, gave: When, took: When, stands: bool, doubted: list[str]
) -> None:
    """
    What cannot be told apart in time is withdrawn, and a finding says so.
    """
    facts = folded(given(gave), taken(took))
    assert facts.consents[0].stands(ON) is stands
    assert paths(facts, "timeline.opposed") == doubted


@pytest.mark.parametrize(
    ("withdrawn", "stands"),
    [((), False), (("marketing",), False), (("job_alerts",), True), (("recruitment",), True)],
)
def test_a_withdrawal_reaches_what_it_names(*, withdrawn: tuple[str, ...], stands: bool) -> None:
    """
    Without a purpose it reaches everything; a narrower or another purpose leaves this one alone.
    """
    facts = folded(given(JAN), taken(FEB, *withdrawn))
    assert facts.consents[0].stands(ON) is stands


@pytest.mark.parametrize(
    ("agreed", "withdrawn", "stands"),
    [
        ("matching", "recruitment_services", False),
        ("recruitment_services", "matching", True),
        ("a_purpose_nobody_knows", "recruitment_services", True),
    ],
)
def test_withdrawing_a_purpose_withdraws_its_kinds(
    *, agreed: str, withdrawn: str, stands: bool
) -> None:
    """
    Matching goes with the services it is a part of, and not the other way round.
    """
    facts = folded(given(JAN, agreed), taken(FEB, withdrawn))
    assert facts.consents[0].stands(ON) is stands


@pytest.mark.parametrize(
    ("expires_on", "stands"), [(ON, True), (ON - timedelta(days=1), False), (None, True)]
)
def test_consent_stands_on_the_day_it_expires(*, expires_on: date | None, stands: bool) -> None:
    """
    The last day counts, the day after does not.
    """
    facts = folded(given(JAN, expires_on=expires_on))
    assert facts.consents[0].stands(ON) is stands


def test_each_purpose_is_withdrawn_by_itself() -> None:
    """
    Two purposes agreed to at once are two agreements.
    """
    facts = folded(given(JAN, "marketing", "matching"), taken(FEB, "matching"))
    assert {each.purpose: each.withdrawn for each in facts.consents} == {
        "marketing": Absence.NOT_STARTED,
        "matching": known(FEB),
    }


def test_a_withdrawal_without_consent_is_kept() -> None:
    """
    A soft opt-in is taken back though nobody ever gave it.
    """
    facts = folded(taken(FEB, "marketing"))
    assert facts.consents == ()
    assert dict(facts.withdrawals) == {"marketing": known(FEB)}


def test_the_trigger_of_consent_is_the_last_time_it_was_given() -> None:
    """
    Consent renewed moves the day from which a period of consent runs.
    """
    facts = folded(given(JAN), given(FEB, name="g2"))
    assert facts.moment("consent.given.last") == known(FEB)


def held(day: When, name: str = "h1", **more: Any) -> AnyEvent:  # noqa: ANN401 - any field
    """
    Place a hold on one record.
    """
    more = {"records": ("r1",), "ground": "anticipated_litigation", "matter": "m1", **more}
    return make(HoldPlaced, name, day, **more)


def freed(day: When, matter: str = "m1") -> AnyEvent:
    """
    Lift the holds of a matter.
    """
    return make(HoldLifted, "l1", day, matter=matter)


@pytest.mark.parametrize(
    ("placed", "lifted", "stands", "doubted"),
    [
        (JAN, FEB, False, []),
        (FEB, JAN, True, []),
        (JAN, JAN, True, ["h1"]),
        (at(JAN, 9), at(JAN, 10), False, []),
        (JAN, None, True, ["h1"]),
        (None, FEB, True, ["h1"]),
    ],
)
def test_held_beats_lifted_unless_lifted_surely_later(
    *, placed: When, lifted: When, stands: bool, doubted: list[str]
) -> None:
    """
    A lift that may have come before the hold does not lift it.
    """
    facts = folded(held(placed), freed(lifted))
    assert facts.holds[0].stands is stands
    assert paths(facts, "timeline.opposed") == doubted


def test_a_hold_placed_again_stands_beside_the_lifted_one() -> None:
    """
    Two holds of one matter are two entries, each with its own end.
    """
    facts = folded(held(JAN), freed(FEB), held(MAR, "h2"))
    assert [hold.stands for hold in facts.holds] == [False, True]


def test_lifting_one_matter_leaves_the_other() -> None:
    """
    A lift names its matter; one that lifts nothing is reported.
    """
    facts = folded(held(JAN), freed(FEB, "m2"))
    assert facts.holds[0].stands
    assert paths(facts, "timeline.dangling") == ["l1"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"records": ()}, ["timeline.hold_blanket"]),
        ({"records": (), "vacancy": "v1"}, []),
        ({"records": (), "categories": ("cv",)}, []),
        ({"review_on": ON}, []),
        ({"review_on": ON - timedelta(days=1)}, ["timeline.hold_overdue"]),
    ],
)
def test_a_blanket_or_overdue_hold_is_reported(more: dict[str, Any], code: list[str]) -> None:
    """
    A hold has a scope and a day on which somebody looks at it again; that day itself is in time.
    """
    assert [each.code for each in folded(held(JAN, **more)).findings] == code


def test_a_lifted_hold_needs_no_review() -> None:
    """
    What was lifted is reported no more.
    """
    facts = folded(held(JAN, records=(), review_on=FEB), freed(MAR))
    assert facts.findings == ()


def restricted(
    day: When, ground: RestrictionGround = RestrictionGround.ACCURACY_CONTESTED
) -> AnyEvent:
    """
    Restrict processing.
    """
    return make(RestrictionPlaced, "r1", day, ground=ground)


def lifted(day: When, restriction: str = "r1") -> AnyEvent:
    """
    Lift a restriction.
    """
    return make(RestrictionLifted, "l1", day, restriction=restriction)


def told(day: When) -> AnyEvent:
    """
    Announce that every restriction is to be lifted.
    """
    return make(RestrictionAnnounced, "a1", day)


@pytest.mark.parametrize(
    ("lift", "stands"), [(FEB, False), (JAN, True), (None, True), (date(2025, 12, 1), True)]
)
def test_restricted_beats_lifted_unless_lifted_surely_later(*, lift: When, stands: bool) -> None:
    """
    A lift that may have come before the restriction does not lift it.
    """
    assert folded(restricted(JAN), told(JAN), lifted(lift)).restrictions[0].stands is stands


@pytest.mark.parametrize(
    ("announced", "codes"),
    [(FEB, []), (MAR, []), (date(2026, 3, 6), ["r1"]), (None, ["r1"])],
)
def test_lifting_before_telling_is_reported(announced: When, codes: list[str]) -> None:
    """
    The person is told by the day of the lift at the latest.
    """
    facts = folded(restricted(JAN), told(announced), lifted(MAR))
    assert paths(facts, "timeline.lifted_untold") == codes


def test_a_lift_of_nothing_is_reported() -> None:
    """
    A lift names a restriction that is there, or every one.
    """
    facts = folded(restricted(JAN), lifted(FEB, "r9"))
    assert facts.restrictions[0].stands
    assert paths(facts, "timeline.dangling") == ["l1"]


def objected(day: When, ground: ObjectionGround = ObjectionGround.LEGITIMATE_INTERESTS) -> AnyEvent:
    """
    Let the person object.
    """
    return make(Objected, "o1", day, grounds=(ground,), purposes=("matching",))


def decided(day: When, *, upheld: bool, name: str = "d1", objection: str = "o1") -> AnyEvent:
    """
    Let the controller decide.
    """
    return make(ObjectionDecided, name, day, objection=objection, upheld=upheld)


@pytest.mark.parametrize(
    ("decision", "upheld", "suspends"),
    [
        ((), None, True),
        ((decided(FEB, upheld=True),), True, True),
        ((decided(FEB, upheld=False),), False, False),
        ((decided(JAN, upheld=False),), None, True),
        ((decided(JAN, upheld=True),), True, True),
        ((decided(date(2025, 12, 1), upheld=True),), None, True),
        ((decided(FEB, upheld=True), decided(FEB, upheld=False, name="d2")), True, True),
        ((decided(FEB, upheld=True), decided(MAR, upheld=False, name="d2")), False, False),
        ((decided(FEB, upheld=False, objection="o9"),), None, True),
    ],
)
def test_an_objection_suspends_until_it_is_surely_overruled(
    *, decision: tuple[AnyEvent, ...], upheld: bool | None, suspends: bool
) -> None:
    """
    Only a later decision against the person lets a purpose go on.
    """
    found = folded(objected(JAN), *decision).objections[0]
    assert (found.upheld, found.suspends) == (upheld, suspends)


def test_an_objection_to_marketing_is_never_overruled() -> None:
    """
    A decision against it is noted and reported, and the purpose stays suspended.
    """
    marketing = objected(JAN, ObjectionGround.DIRECT_MARKETING)
    facts = folded(marketing, decided(FEB, upheld=False))
    assert facts.objections[0].suspends
    assert paths(facts, "timeline.marketing_overruled") == ["d1"]


def test_a_decision_about_nothing_is_reported() -> None:
    """
    A decision names an objection that is there.
    """
    assert paths(folded(decided(FEB, upheld=True)), "timeline.dangling") == ["d1"]


def erasure(day: date) -> AnyEvent:
    """
    Let the person ask for erasure.
    """
    return make(RequestReceived, "q1", day, request="q", rights=(Right.ERASURE,))


def announced(day: date) -> AnyEvent:
    """
    Tell the person that this ends what they asked for before.
    """
    return make(LiftAnnounced, "q2", day, request="q")


NEEDED = RestrictionGround.NEEDED_FOR_CLAIMS


@pytest.mark.parametrize(
    ("ground", "events", "stands"),
    [
        (NEEDED, (erasure(FEB), announced(MAR)), False),
        (NEEDED, (erasure(FEB),), True),
        (NEEDED, (erasure(date(2026, 1, 4)), announced(MAR)), True),
        (RestrictionGround.ACCURACY_CONTESTED, (erasure(FEB), announced(MAR)), True),
    ],
)
def test_a_restriction_the_person_wanted_ends_when_they_ask_for_erasure(
    *, ground: RestrictionGround, events: tuple[AnyEvent, ...], stands: bool
) -> None:
    """
    It ends only once they were told, only by a later request, and only if it was theirs to end.
    """
    facts = folded(restricted(JAN, ground), *events)
    assert facts.restrictions[0].stands is stands
    assert paths(facts, "timeline.lifted_untold") == []
