"""
Which purposes an answer says go on, and which rules it says do not count.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation, load
from recruitprivacy.periods import Period
from recruitprivacy.policy import RetentionRule, Use
from recruitprivacy.retention import Disposal, Status, assess
from recruitprivacy.timeline import (
    Answered,
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    Objected,
    ObjectionDecided,
    PurposeEnded,
    RequestReceived,
    Standing,
    fold,
)
from recruitprivacy.vocabulary import BUILT_IN, HostTerm, LawfulBasis, ObjectionGround, Right
from tests.law.packs.keeping import Kept
from tests.retention.house import BOOK, HERE, HOUSE, RULE, of, with_rules, with_uses
from tests.timeline.making import codes, folded, happened, make, opened

EVENTS: Final = (
    opened("profile", date(2024, 1, 1)),
    happened("talk", "conversation", date(2024, 3, 10)),
)
AFTER: Final = date(2026, 3, 11)
BOTH: Final = with_uses(
    mail=Use(
        roles=("candidate",),
        purposes=("direct_marketing", "satisfaction_survey"),
        basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
    ),
    pool=Use(roles=("candidate",), purposes=("talent_pool",), basis=(LawfulBasis.CONSENT,)),
)
YES: Final = make(ConsentGiven, "yes", date(2024, 2, 1), purposes=("talent_pool",))
NO_MAIL: Final = make(Objected, "no", date(2024, 5, 1), grounds=(ObjectionGround.DIRECT_MARKETING,))
NO: Final = make(Objected, "no", date(2024, 5, 1), grounds=(ObjectionGround.LEGITIMATE_INTERESTS,))


def standings(*events: Event) -> dict[str, tuple[Standing, tuple[str, ...]]]:
    """
    Tell how each purpose stands, and by which provisions.
    """
    found = of([*EVENTS, *events], AFTER, policy=BOTH).purposes
    return {each.purpose: (each.standing, tuple(map(str, each.cites))) for each in found}


def test_each_purpose_of_a_use_is_told() -> None:
    """
    An objection to marketing stops the one purpose of a use and not the other.
    """
    found = standings(YES, NO_MAIL)
    assert found == {
        "matching": (Standing.GOES_ON, ()),
        "direct_marketing": (Standing.STOPPED, ("GDPR Art. 21(3)",)),
        "satisfaction_survey": (Standing.GOES_ON, ()),
        "talent_pool": (Standing.GOES_ON, ()),
    }


def test_an_open_objection_suspends() -> None:
    """
    What was objected to stands still until that is decided, and stops where it was right.
    """
    open_ = standings(YES, NO)["satisfaction_survey"]
    assert open_ == (Standing.SUSPENDED, ("GDPR Art. 21(1)", "GDPR Art. 18(1)(d)"))
    decided = make(ObjectionDecided, "d", date(2024, 6, 1), objection="no", upheld=True)
    upheld = standings(YES, NO, decided)["satisfaction_survey"]
    assert upheld == (Standing.STOPPED, ("GDPR Art. 21(1)",))


def test_without_consent_it_has_stopped() -> None:
    """
    What rests on consent alone stops with it; an end that was noted ends it.
    """
    taken = make(ConsentWithdrawn, "taken", date(2024, 5, 1))
    assert standings(YES, taken)["talent_pool"] == (Standing.STOPPED, ("GDPR Art. 7(3)",))
    ended = make(PurposeEnded, "over", date(2024, 5, 1), use="pool")
    assert standings(YES, ended)["talent_pool"] == (Standing.ENDED, ())


def test_an_unknown_end_is_not_going_on() -> None:
    """
    A use that ended on an unknown day is told apart from one that goes on.
    """
    ended = make(PurposeEnded, "over", None, use="pool")
    found = of([*EVENTS, YES, ended], AFTER, policy=BOTH)
    lines = found.explain("en").splitlines()
    assert "pool" not in found.uses
    assert any(line.startswith("Purposes of which nobody knows") for line in lines)


def test_the_groups_are_said() -> None:
    """
    What stopped is said with its provision, and not among what goes on.
    """
    lines = of([*EVENTS, NO_MAIL], AFTER, policy=BOTH).explain("en").splitlines()
    (goes_on,) = [line for line in lines if line.startswith("Purposes that go on")]
    (stopped,) = [line for line in lines if line.startswith("Purposes that have stopped")]
    assert "marketing" not in goes_on
    assert ("Article 21(3)" in stopped, "Article 7(3)" in stopped) == (True, True)


@pytest.mark.parametrize(
    ("events", "because"),
    [
        ([], "No consent is in force for: keeping candidates in mind for later vacancies."),
        (
            [YES, make(PurposeEnded, "over", date(2024, 5, 1), use="pool")],
            "What it is for does not go on with these data.",
        ),
    ],
)
def test_a_later_end_that_does_not_count_is_set_aside(events: list[Event], because: str) -> None:
    """
    A period for a use that does not go on is said not to count, and why.
    """
    policy = with_rules(
        BOTH, pool=RetentionRule(at_most=Period(years=9), after="record_made", purpose="pool")
    )
    found = of([*EVENTS, *events], AFTER, policy=policy)
    assert found.status is Status.OVERDUE
    assert "retention.pool" not in {each.clause.rule for each in found.endings}
    assert because in found.explain("en")
    kept = of([*EVENTS, YES], AFTER, policy=policy)
    assert "retention.pool" in {each.clause.rule for each in kept.endings}


def test_guidance_is_set_aside_for_the_right_reason() -> None:
    """
    Guidance about other people is no guidance that was not adopted.
    """
    found = of(EVENTS, AFTER)
    weeks = [each for each in found.set_aside if each.rule == "nl.retention.unsuccessful.4w"]
    assert [each.because.message.code for each in weeks] == ["retention.aside.not_adopted"]
    client = opened("profile", date(2024, 1, 1), role="client")
    other = of([client], date(2024, 2, 1), what="profile.name")
    weeks = [each for each in other.set_aside if each.rule == "nl.retention.unsuccessful.4w"]
    assert [each.because.message.code for each in weeks] == ["retention.aside.other_role"]


@pytest.mark.parametrize(("role", "hangs"), [("temporary_worker", False), ("candidate", True)])
def test_the_role_as_recorded_binds_a_floor(role: str, *, hangs: bool) -> None:
    """
    A floor for temporary workers binds one whom the policy treats as a candidate, for sure.
    """
    opening = opened("profile", date(2020, 1, 1), role=role, categories=("payroll_data",))
    over = happened("end", "employment.ended", date(2022, 1, 1), record="profile", role=role)
    found = of([opening, over], AFTER, what="profile.payroll_data")
    assert found.role == "candidate"
    assert ("record.role" in found.missing) == hangs
    assert Kept(role="client", category="payroll_data").on(AFTER).role == "client"


def test_a_pending_request_to_be_erased_is_told() -> None:
    """
    The schedule does not answer a request; an open one is a finding, a closed one is not.
    """
    asked = make(RequestReceived, "r", date(2026, 1, 5), request="q", rights=(Right.ERASURE,))
    answered = make(Answered, "a", date(2026, 1, 9), request="q")
    code = "timeline.erasure_pending"
    assert code in {each.code for each in of([*EVENTS, asked], AFTER).findings}
    assert code not in {each.code for each in of([*EVENTS, asked, answered], AFTER).findings}


def test_a_death_is_told() -> None:
    """
    What holds for the dead is not modelled, and every answer says so.
    """
    facts = folded(EVENTS[0], happened("death", "person.died", date(2026, 1, 1)))
    assert codes(facts) == ["timeline.deceased"]
    assert [str(cite) for cite in facts.findings[0].cites] == ["GDPR Recital 27"]


def fingerprint(change: Callable[[dict[str, object]], dict[str, object]] = dict) -> str:
    """
    Give the fingerprint of an answer, one input of which may be another one.
    """
    asked: dict[str, object] = {
        "policy": HOUSE,
        "facts": fold(EVENTS, HOUSE, on=AFTER, law=BOOK),
        "law": BOOK,
        "on": AFTER,
        "situation": HERE,
        "vocabulary": BUILT_IN,
    }
    given_ = {**asked, **change(asked)}
    policy, facts, law = given_.pop("policy"), given_.pop("facts"), given_.pop("law")
    found: tuple[Disposal, ...] = assess(policy, facts, law, **given_)  # type: ignore[arg-type]
    return found[0].fingerprint


@given(months=st.integers(1, 100))
def test_the_fingerprint_hangs_on_the_policy(months: int) -> None:
    """
    A period more, even one that decides nothing, makes another fingerprint.
    """
    rule = attrs.evolve(RULE, at_most=Period(months=months), roles=("client",))
    policy = attrs.evolve(HOUSE, retention=FrozenMap({**HOUSE.retention, "more": rule}))
    assert fingerprint(lambda _: {"policy": policy}) != fingerprint()


@given(day=st.dates(date(2024, 3, 11), date(2026, 3, 1)))
def test_the_fingerprint_hangs_on_the_facts(day: date) -> None:
    """
    Another day in the facts makes another fingerprint.
    """
    facts = fold([*EVENTS, happened("x", "conversation", day)], HOUSE, on=AFTER, law=BOOK)
    assert fingerprint(lambda _: {"facts": facts}) != fingerprint()


@given(places=st.sampled_from([("NL", "SE"), ("SE", "NL"), ()]))
def test_the_fingerprint_hangs_on_the_law(places: tuple[str, ...]) -> None:
    """
    Another set of packs makes another fingerprint.
    """
    assert fingerprint(lambda _: {"law": load(*places)}) != fingerprint()


@given(day=st.dates(date(2026, 3, 12), date(2030, 1, 1)))
def test_the_fingerprint_hangs_on_the_day(day: date) -> None:
    """
    Another day asked about makes another fingerprint.
    """
    assert fingerprint(lambda _: {"on": day}) != fingerprint()


@given(place=st.sampled_from(["SE", "DE", None]))
def test_the_fingerprint_hangs_on_the_situation(place: str | None) -> None:
    """
    Another tie makes another fingerprint, also where it decides nothing.
    """
    there = Situation(establishment="NL", residence=place, place_of_work="NL")
    assert fingerprint(lambda _: {"situation": there}) != fingerprint()


@given(word=st.sampled_from(["one", "two"]))
def test_the_fingerprint_hangs_on_own_words(word: str) -> None:
    """
    A word of the host's own makes another fingerprint.
    """
    term = HostTerm(label=word, definition="A word.", under="candidate")
    words = BUILT_IN.extend("host", roles={word: term})
    assert fingerprint(lambda _: {"vocabulary": words}) != fingerprint()
    assert fingerprint() == fingerprint()
