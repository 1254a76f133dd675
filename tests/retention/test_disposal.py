"""
What an answer says of itself.
"""

from __future__ import annotations

import pickle
from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import UnknownLanguageError
from recruitprivacy.findings import Weight
from recruitprivacy.periods import Period
from recruitprivacy.policy import RetentionRule
from recruitprivacy.retention import On, Open, Status, Unknown, assess
from recruitprivacy.timeline import HoldPlaced, fold
from tests.retention.house import BOOK, HERE, HOUSE, RULE, decide, of, with_rules
from tests.timeline.making import happened, make, opened

EVENTS: Final = (
    opened("profile", date(2024, 1, 1)),
    happened("talk", "conversation", date(2024, 3, 10)),
)
AFTER: Final = date(2026, 3, 11)


def test_explains_itself_in_words() -> None:
    """
    The explanation says the verdict, the days, the fact used, the rule and its provision.
    """
    lines = of(EVENTS, AFTER).explain("en").splitlines()
    assert (
        lines[0]
        == "Overdue on 11 March 2026: its last day has passed and nothing forbids erasing it."
    )
    assert "It must be gone by 10 March 2026; that is the last day it may exist." in lines
    assert "The last contact that counts was on 10 March 2024: conversation." in lines
    assert (
        "The firm's promise: it is kept for 2 years at most (counted from: the last contact that "
        "counts), so until 10 March 2026. (Article 5(1)(e) GDPR)"
    ) in lines


def test_refuses_a_language_nobody_speaks() -> None:
    """
    There is no silent fall-back to English.
    """
    with pytest.raises(UnknownLanguageError):
        of(EVENTS, AFTER).explain("tlh")


def test_explains_what_is_missing() -> None:
    """
    An answer that hangs on a fact names the fact.
    """
    undated = attrs.evolve(EVENTS[1], happened=None)
    found = of([EVENTS[0], undated], AFTER)
    assert found.status is Status.INDETERMINATE
    assert found.missing == ("conversation.last",)
    assert "because this is not recorded: the day of “conversation”." in found.explain("en")


def test_steps_carry_rule_weight_fact_and_day() -> None:
    """
    A step names what it rests on and the day it led to.
    """
    contact, ceiling = of(EVENTS, AFTER).steps
    assert (contact.fact, contact.after) == ("conversation.last", date(2024, 3, 10))
    assert (ceiling.rule, ceiling.weight, ceiling.after) == (
        "retention.house@1",
        Weight.PROMISE,
        date(2026, 3, 10),
    )


def test_a_hold_stands_in_the_explanation() -> None:
    """
    A hold gives its matter, its day and its provision.
    """
    hold = make(HoldPlaced, "h", date(2026, 1, 5), matter="m-7", ground="anticipated_litigation")
    found = of([*EVENTS, hold], AFTER)
    assert "m-7" in found.explain("en")
    assert [str(cite) for cite in found.cites] == ["GDPR Art. 5(1)(e)", "GDPR Art. 17(3)(e)"]


def test_the_action_is_that_of_the_deciding_rule() -> None:
    """
    The rule that sets the last day says what is done then.
    """
    policy = with_rules(
        first=RetentionRule(at_most=Period(years=1), after="meaningful_contact", then="hide"),
        house=RULE,
    )
    found = of(EVENTS, AFTER, policy=policy)
    assert (found.action, [each.clause.rule for each in found.deciding]) == (
        "hide",
        ["retention.first"],
    )


def test_rests_on_a_policy_and_a_law() -> None:
    """
    An answer carries the version of the notice and the digest of the law.
    """
    found = of(EVENTS, AFTER)
    assert (found.policy, found.version, found.law, found.law_version) == (
        "house",
        "1",
        BOOK.digest,
        BOOK.version,
    )


def test_the_fingerprint_changes_with_the_answer() -> None:
    """
    Another day that decides otherwise has another fingerprint.
    """
    assert of(EVENTS, AFTER).fingerprint != of(EVENTS, date(2026, 3, 10)).fingerprint
    assert of(EVENTS, AFTER).fingerprint == of(EVENTS, AFTER).fingerprint


def test_is_a_value() -> None:
    """
    An answer can be hashed, compared and pickled.
    """
    found = of(EVENTS, AFTER)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
    assert len({found, of(EVENTS, AFTER)}) == 1


def test_bounds_can_be_printed() -> None:
    """
    A bound prints as its day, as open, or as unknown with what is missing.
    """
    found = of(EVENTS, AFTER)
    assert str(found.must_be_gone_by) == "2026-03-10"
    assert str(found.may_erase_from) == "open"
    assert str(Unknown(missing=("a", "b"))) == "unknown: a, b"
    assert isinstance(found.may_erase_from, Open)
    assert isinstance(found.must_be_gone_by, On)


def test_one_answer_per_record_and_category() -> None:
    """
    Where nobody noted what a record holds, all that is held in the role is judged.
    """
    assert list(decide(EVENTS, AFTER)) == [
        ("profile", "name"),
        ("profile", "cv"),
        ("profile", "timesheets"),
    ]


def test_facts_of_another_day_are_reported() -> None:
    """
    Facts that were folded for another day than the one asked about are a finding.
    """
    facts = fold(EVENTS, HOUSE, on=AFTER, law=BOOK)
    found = assess(HOUSE, facts, BOOK, on=date(2026, 4, 1), situation=HERE)
    codes = {finding.code for finding in found[0].findings}
    assert "retention.facts_of_another_day" in codes


def test_only_an_uncertain_rule_hangs() -> None:
    """
    A passed ceiling beside an unknown one of the same purpose is due all the same.
    """
    policy = with_rules(other=RetentionRule(at_most=Period(years=9), after="registered"))
    undated = happened("sign-up", "profile.registered", None)
    found = of([*EVENTS, undated], AFTER, policy=policy)
    assert found.status is Status.OVERDUE
    later = of([*EVENTS, undated], date(2026, 3, 10), policy=policy)
    assert later.must_be_gone_by == Unknown(
        missing=("profile.registered.first",), not_after=date(2026, 3, 10)
    )
    assert later.status is Status.INDETERMINATE
