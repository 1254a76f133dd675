"""
Facts about a host's own terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import FaultsError
from recruitprivacy.messages import Message, Words
from recruitprivacy.vocabulary import (
    BUILT_IN,
    Actor,
    HostTerm,
    Kind,
    Origin,
    Right,
    Sensitivity,
    SpecialCategory,
    Term,
)

CATEGORIES: Final = st.sampled_from(BUILT_IN.terms(Kind.CATEGORY))
SPECIALS: Final = st.lists(st.sampled_from(SpecialCategory), max_size=3)
GUARDED: Final = frozenset(
    {Sensitivity.NATIONAL_IDENTIFIER, Sensitivity.CRIMINAL, Sensitivity.SPECIAL}
)


def one(plural: str, given: Mapping[str, object], name: str = "thing") -> Term:
    """
    Extend by a single term and give it back.
    """
    ours = BUILT_IN.extend("acme", **{plural: {name: cast("HostTerm", given)}})
    (term,) = ours.own.values()
    return term


def faults(plural: str, given: Mapping[str, object], name: str = "thing") -> list[str]:
    """
    Extend by a single term and give what was wrong with it.
    """
    with pytest.raises(FaultsError) as caught:
        one(plural, given, name)
    return [str(fault) for fault in caught.value.faults]


def test_a_host_term_is_found_under_its_namespace() -> None:
    """
    The key carries the namespace, and nothing shipped is hidden by it.
    """
    ours = BUILT_IN.extend("acme", categories={"email": {"under": "contact_details"}})
    assert ours.term(Kind.CATEGORY, "acme:email").namespace == "acme"
    assert ours.term(Kind.CATEGORY, "email") == BUILT_IN.term(Kind.CATEGORY, "email")
    assert BUILT_IN.term(Kind.CATEGORY, "email").namespace == ""


def test_a_host_term_inherits_what_rules_know_of_its_parent() -> None:
    """
    Who acts, whether a right is used, whence data come, what a request opens: as the parent.
    """
    assert one("events", {"under": "unsubscribed"}).exercises_right is True
    assert one("events", {"under": "call.held"}).by is Actor.SUBJECT
    assert one("sources", {"under": "referee"}).origin is Origin.THIRD_PARTY
    assert Right.ERASURE in one("requests", {"under": "forget_me"}).opens
    assert one("triggers", {"under": "hired"}).events == ("hired",)
    assert one("categories", {"under": "phone"}).dpv == "pd:TelephoneNumber"
    assert (
        one("stages", {"under": "interview"}).order == BUILT_IN.term(Kind.STAGE, "interview").order
    )


def test_a_host_may_say_more_than_the_parent() -> None:
    """
    Names in outside vocabularies, firing events and use of a right can be stated.
    """
    given = {
        "under": "preferences",
        "definition": "What we ask.",
        "dpv": "pd:Like",
        "fideslang": "",
    }
    term = one("categories", given)
    assert (term.definition, term.dpv, term.fideslang) == ("What we ask.", "pd:Like", "")
    assert one("events", {"under": "message.inbound", "exercises_right": True}).exercises_right
    events = ["hired", "offer.made"]
    assert one("triggers", {"under": "hired", "events": events}).events == ("hired", "offer.made")


def test_a_term_of_a_host_has_no_release_of_ours() -> None:
    """
    When it was added is not for us to say.
    """
    assert one("roles", {"under": "candidate"}).added == ""


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({}, Message("category.acme:exit_interview", "exit interview")),
        ({"label": "leaving talk"}, Message("category.acme:exit_interview", "leaving talk")),
        ({"labels": {"nl": "exitgesprek"}}, Words.of(nl="exitgesprek")),
    ],
)
def test_a_host_names_its_term(given: Mapping[str, object], label: Message | Words) -> None:
    """
    A term has the host's words, or its English name, or its key with spaces.
    """
    assert one("categories", {"under": "assessment", **given}, "exit_interview").label == label


def test_extending_twice_keeps_both() -> None:
    """
    A second namespace adds to the first.
    """
    first = BUILT_IN.extend("acme", roles={"intern": {"under": "candidate"}})
    both = first.extend("other", roles={"intern": {"under": "candidate"}})
    assert [key for _, key in both.own] == ["acme:intern", "other:intern"]
    assert len(first.own) == 1


def test_a_key_that_is_there_is_not_taken_again() -> None:
    """
    Extending by a key that exists is a fault and not a silent change.
    """
    first = BUILT_IN.extend("acme", roles={"intern": {"under": "candidate"}})
    with pytest.raises(FaultsError, match=r"roles\.intern: 'acme:intern' is there already"):
        first.extend("acme", roles={"intern": {"under": "staff"}})


def test_a_trigger_may_name_an_event_of_the_same_host() -> None:
    """
    Events and the triggers they fire can be added together.
    """
    ours = BUILT_IN.extend(
        "acme",
        events={"badge.returned": {"under": "premises.visited"}},
        triggers={
            "badge_returned": {"under": "employment_ended", "events": ["acme:badge.returned"]}
        },
    )
    assert ours.fires("acme:badge.returned", "acme:badge_returned")


@pytest.mark.parametrize(
    ("plural", "given", "told"),
    [
        ("categories", {}, "categories.thing.under: missing; name the category it is a kind of"),
        (
            "categories",
            {"under": "assesment"},
            "categories.thing.under: unknown category 'assesment'; did you mean 'assessment'?",
        ),
        (
            "categories",
            {"under": "acme:other"},
            (
                "categories.thing.under: 'acme:other' is a host's own term; "
                "name a shipped one, so that the rules for it apply"
            ),
        ),
        (
            "categories",
            {"under": "health", "sensitivity": "ordinary"},
            (
                "categories.thing.sensitivity: 'ordinary' is not at or above 'special', "
                "the parent's; sensitivity may only rise"
            ),
        ),
        (
            "categories",
            {"under": "email", "sensitivity": "specail"},
            "categories.thing.sensitivity: unknown sensitivity 'specail'; did you mean 'special'?",
        ),
        (
            "categories",
            {"under": "email", "sensitivity": "may_reveal_special"},
            "categories.thing.may_reveal: missing; name the special categories it may reveal",
        ),
        (
            "categories",
            {"under": "email", "sensitivity": "financial", "may_reveal": ["health"]},
            (
                "categories.thing.sensitivity: 'financial' does not fit what may reveal a special "
                "category; leave it out, or 'may_reveal_special'"
            ),
        ),
        (
            "categories",
            {"under": "email", "may_reveal": ["helth"]},
            "categories.thing.may_reveal: unknown special category 'helth'; did you mean 'health'?",
        ),
        (
            "triggers",
            {"under": "hired", "events": ["hird"]},
            "triggers.thing.events: unknown event 'hird'; did you mean 'hired'?",
        ),
        (
            "purposes",
            {"under": "matching", "sensitivity": "special"},
            "purposes.thing.sensitivity: a purpose has no sensitivity; only categories do",
        ),
        (
            "purposes",
            {"undr": "matching"},
            "purposes.thing.undr: unknown field 'undr'; did you mean 'under'?",
        ),
        ("purposes", {"under": 3}, "purposes.thing.under: found int; expected a text"),
        (
            "categories",
            {"under": "email", "may_reveal": "health"},
            "categories.thing.may_reveal: found str; expected a list of texts",
        ),
        (
            "categories",
            {"under": "email", "may_reveal": [1]},
            "categories.thing.may_reveal: found list; expected a list of texts",
        ),
        (
            "events",
            {"under": "hired", "exercises_right": "yes"},
            "events.thing.exercises_right: found str; expected true or false",
        ),
        (
            "roles",
            {"under": "staff", "labels": {"nl": 1}},
            "roles.thing.labels: found dict; expected one text per language",
        ),
    ],
)
def test_a_fault_says_where_what_and_how(
    plural: str, given: Mapping[str, object], told: str
) -> None:
    """
    Each fault names its path, the word found, and the way out.
    """
    assert faults(plural, given) == [told]


def test_a_term_that_is_no_table_is_a_fault() -> None:
    """
    A bare word where a table belongs is reported, not tripped over.
    """
    broken = cast("Mapping[str, object]", "assessment")
    assert faults("categories", broken) == [
        "categories.thing: found str; expected a table with 'under'"
    ]


@pytest.mark.parametrize("name", ["Thing", "1st", "a:b", "a b", "a..b", ""])
def test_a_key_is_written_in_small_letters(name: str) -> None:
    """
    A key that could not be told from a namespace or a path is refused.
    """
    (told,) = faults("roles", {"under": "staff"}, name)
    assert f"cannot use {name!r} as a key" in told


@pytest.mark.parametrize("namespace", ["", "Acme", "a:b", "a.b"])
def test_a_namespace_is_one_word(namespace: str) -> None:
    """
    A namespace that would blur into the key is refused.
    """
    with pytest.raises(FaultsError, match="as a namespace"):
        BUILT_IN.extend(namespace)


def test_a_kind_that_does_not_exist_is_a_fault() -> None:
    """
    The plural of a kind is what extending takes, and the nearest is named.
    """
    with pytest.raises(FaultsError, match="unknown kind of term 'category'; did you mean 'cat"):
        BUILT_IN.extend("acme", category={"thing": {"under": "email"}})


def test_all_faults_come_back_at_once() -> None:
    """
    Faults in shape, parent, sensitivity and kind are found in one go.
    """
    with pytest.raises(FaultsError) as caught:
        BUILT_IN.extend(
            "acme",
            categories={
                "one": {"under": "nothing"},
                "two": {"under": "health", "sensitivity": "ordinary"},
                "three": cast("HostTerm", {"under": "email", "colour": "red"}),
            },
            purposes={"four": {}},
            colours={},
        )
    assert sorted(fault.path for fault in caught.value.faults) == [
        "categories.one.under",
        "categories.three.colour",
        "categories.two.sensitivity",
        "colours",
        "purposes.four.under",
    ]


@given(CATEGORIES, SPECIALS)
def test_naming_what_is_revealed_never_lowers(parent: Term, reveals: list[SpecialCategory]) -> None:
    """
    Whatever the parent and whatever is revealed, sensitivity rises or stays.
    """
    term = one("categories", {"under": parent.key, "may_reveal": [str(s) for s in reveals]})
    assert parent.sensitivity.may_rise_to(term.sensitivity)
    assert set(term.may_reveal) == {*parent.may_reveal, *reveals}
    if term.may_reveal:
        assert term.sensitivity in {*GUARDED, Sensitivity.MAY_REVEAL_SPECIAL}


@given(CATEGORIES, st.sampled_from(Sensitivity), SPECIALS)
def test_a_stated_sensitivity_holds_or_is_refused(
    parent: Term, stated: Sensitivity, reveals: list[SpecialCategory]
) -> None:
    """
    What is accepted is exactly what was stated, and never below the parent.
    """
    given_ = {
        "under": parent.key,
        "sensitivity": stated.value,
        "may_reveal": [str(special) for special in reveals],
    }
    try:
        term = one("categories", given_)
    except FaultsError:
        revealing = bool(reveals or parent.may_reveal)
        lowered = not parent.sensitivity.may_rise_to(stated)
        assert lowered or stated not in GUARDED
        assert lowered or revealing is (stated is not Sensitivity.MAY_REVEAL_SPECIAL)
    else:
        assert term.sensitivity is stated
        assert parent.sensitivity.may_rise_to(stated)
