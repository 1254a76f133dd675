"""
Facts about the terms that are shipped.
"""

from __future__ import annotations

import csv
import json
import pickle
import re
from itertools import chain
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary import (
    BUILT_IN,
    Actor,
    Kind,
    Origin,
    Right,
    Sensitivity,
    SpecialCategory,
    Term,
)

TERMS: Final = tuple(chain.from_iterable(BUILT_IN.terms(kind) for kind in Kind))
CATEGORIES: Final = BUILT_IN.terms(Kind.CATEGORY)
EVENTS: Final = BUILT_IN.terms(Kind.EVENT)
VOCAB: Final = Path(__file__).parents[3] / "shared/vocab"
beside = pytest.mark.skipif(not VOCAB.exists(), reason="the outside vocabularies are not beside us")
each_kind = pytest.mark.parametrize("kind", Kind)


def named(terms: tuple[Term, ...]) -> list[str]:
    """
    Show terms by their keys.
    """
    return [term.key for term in terms]


@each_kind
def test_every_kind_has_terms_of_its_own(kind: Kind) -> None:
    """
    No kind is empty, and a kind's terms say that they are of it.
    """
    assert {term.kind for term in BUILT_IN.terms(kind)} == {kind}


@each_kind
def test_every_term_stands_under_one_of_its_kind(kind: Kind) -> None:
    """
    A parent exists, and following parents ends at a root.
    """
    for term in BUILT_IN.terms(kind):
        lineage = BUILT_IN.lineage(kind, term.key)
        assert lineage[-1].under == ""


@each_kind
def test_labels_do_not_repeat_within_a_kind(kind: Kind) -> None:
    """
    A reader of a list can tell its terms apart.
    """
    labels = [term.label for term in BUILT_IN.terms(kind)]
    texts = [label.text for label in labels if isinstance(label, Message)]
    assert sorted(set(texts)) == sorted(texts)
    assert len(texts) == len(labels)


def test_every_term_has_a_label_to_print_and_a_definition() -> None:
    """
    A label is a phrase under the term's own code; a definition is one sentence.
    """
    for term in TERMS:
        assert isinstance(term.label, Message)
        assert term.label.code == f"{term.kind.value}.{term.key}"
        assert term.label.text.strip(" .:{}") == term.label.text != ""
        assert re.fullmatch(r"[A-Z][^\n]+\.", term.definition), term.key


def test_keys_are_stable_words() -> None:
    """
    A key is written in small letters, digits and underscores, with dots between parts.
    """
    assert [t.key for t in TERMS if not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)*", t.key)] == []


def test_every_term_says_when_it_came() -> None:
    """
    Releases are numbered by year and month; none is deprecated without another to use instead.
    """
    assert [term.key for term in TERMS if not re.fullmatch(r"20\d\d\.\d\d", term.added)] == []
    assert [t.key for t in TERMS if bool(t.deprecated) != bool(t.replaced_by)] == []


def test_a_child_is_never_less_guarded_than_its_parent() -> None:
    """
    Down the tree of categories sensitivity rises or stays, and nothing revealed is forgotten.
    """
    for term in CATEGORIES:
        if term.under:
            parent = BUILT_IN.term(Kind.CATEGORY, term.under)
            assert parent.sensitivity.may_rise_to(term.sensitivity), term.key
            assert set(parent.may_reveal) <= set(term.may_reveal), term.key


def test_what_may_reveal_says_what() -> None:
    """
    Data that may reveal something special name it; ordinary and financial data reveal nothing.
    """
    for term in CATEGORIES:
        if term.sensitivity is Sensitivity.MAY_REVEAL_SPECIAL:
            assert term.may_reveal, term.key
        if term.sensitivity in {Sensitivity.ORDINARY, Sensitivity.FINANCIAL}:
            assert term.may_reveal == (), term.key


@pytest.mark.parametrize("special", SpecialCategory)
def test_each_special_category_is_a_category(special: SpecialCategory) -> None:
    """
    What Art. 9(1) lists can be declared as held under the same key.
    """
    assert BUILT_IN.term(Kind.CATEGORY, special.value).sensitivity is Sensitivity.SPECIAL


@pytest.mark.parametrize(
    ("key", "sensitivity"),
    [
        ("email", "ordinary"),
        ("bank_details", "financial"),
        ("current_salary_benefits", "financial"),
        ("photo", "may_reveal_special"),
        ("volunteered_info", "may_reveal_special"),
        ("next_of_kin_details", "may_reveal_special"),
        ("national_id_number", "national_identifier"),
        ("id_document_copy", "national_identifier"),
        ("criminal_convictions", "criminal"),
        ("conduct_certificate", "criminal"),
        ("disability", "special"),
        ("diversity_information", "special"),
    ],
)
def test_a_category_is_in_the_class_the_law_puts_it_in(key: str, sensitivity: str) -> None:
    """
    Classes are stated where a branch begins and inherited below.
    """
    assert BUILT_IN.term(Kind.CATEGORY, key).sensitivity.value == sensitivity


def test_a_fitness_test_is_not_diversity_information() -> None:
    """
    Health stands beside the answers given for monitoring, so a rule for one spares the other.
    """
    assert BUILT_IN.is_under(Kind.CATEGORY, "fitness_for_work_test", "health")
    assert not BUILT_IN.is_under(Kind.CATEGORY, "health", "diversity_information")


def test_every_event_says_who_did_it() -> None:
    """
    Events have an actor, and nothing else has one.
    """
    assert {term.kind for term in TERMS if term.by} == {Kind.EVENT}
    assert [term.key for term in EVENTS if term.by is None] == []


def test_reading_a_message_is_nobodys_act() -> None:
    """
    A message that arrives or is shown is done by a machine, following its link by the person.
    """
    acts = {key: BUILT_IN.term(Kind.EVENT, f"message.{key}").by for key in ("opened", "clicked")}
    assert acts == {"opened": Actor.SYSTEM, "clicked": Actor.SUBJECT}


def test_using_a_right_is_marked() -> None:
    """
    Only acts of the person use their rights, and the marked ones are these.
    """
    using = [term for term in EVENTS if term.exercises_right]
    assert named(tuple(using)) == ["unsubscribed", "account.deleted", "right.exercised"]
    assert {term.by for term in using} == {Actor.SUBJECT}


def test_no_trigger_is_fired_by_using_a_right_but_those_named_for_it() -> None:
    """
    An opt-out or a request starts no period that would keep data longer by contact.
    """
    rights = {term.key for term in EVENTS if term.exercises_right}
    fired = [t.key for t in BUILT_IN.terms(Kind.TRIGGER) if rights.intersection(t.events)]
    assert fired == ["request_received", "forget_me", "unsubscribed"]


def test_triggers_are_fired_by_events_that_exist() -> None:
    """
    Only triggers name events, and every event they name is a term.
    """
    assert {term.kind for term in TERMS if term.events} == {Kind.TRIGGER}
    fired = chain.from_iterable(term.events for term in BUILT_IN.terms(Kind.TRIGGER))
    assert set(fired) - set(named(EVENTS)) == set()


def test_every_source_says_from_whom() -> None:
    """
    Sources have an origin, that of their parent unless the person acts, and nothing else has.
    """
    assert {term.kind for term in TERMS if term.origin} == {Kind.SOURCE}
    sources = BUILT_IN.terms(Kind.SOURCE)
    assert [term.key for term in sources if term.origin is None] == []
    parents = {t.key: BUILT_IN.term(Kind.SOURCE, t.under).origin for t in sources if t.under}
    assert [t.key for t in sources if parents.get(t.key, t.origin) is not t.origin] == []


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ("website", Origin.SUBJECT),
        ("cookies", Origin.OBSERVED),
        ("referee", Origin.THIRD_PARTY),
        ("linkedin", Origin.PUBLIC),
    ],
)
def test_a_source_decides_which_article_informs(source: str, origin: Origin) -> None:
    """
    A website and cookies collect from the person; a referee and a network do not.
    """
    assert BUILT_IN.term(Kind.SOURCE, source).origin is origin


def test_delete_me_opens_four_rights() -> None:
    """
    Being forgotten is read as withdrawal, objection, marketing objection and erasure at once.
    """
    assert BUILT_IN.term(Kind.REQUEST, "forget_me").opens == (
        Right.WITHDRAW_CONSENT,
        Right.OBJECT,
        Right.OBJECT_MARKETING,
        Right.ERASURE,
    )


def test_stages_follow_each_other() -> None:
    """
    The order of recruiting is kept, from searching to after the placement.
    """
    stages = BUILT_IN.terms(Kind.STAGE)
    assert [term.order for term in stages] == list(range(len(stages)))
    assert named(stages)[0] == "sourcing"
    order = {term.key: term.order for term in stages}
    assert order["interview"] < order["likely_hire"] < order["job_offered"] < order["hired"]


def test_the_library_can_name_its_own_records() -> None:
    """
    Proof of consent, of requests, of suppression and the timeline are categories with ends.
    """
    for key in ("consent_record", "request_record", "suppression_record", "timeline_record"):
        assert BUILT_IN.is_under(Kind.CATEGORY, key, "accountability_records")


@each_kind
def test_terms_are_values(kind: Kind) -> None:
    """
    A term is hashable, and a pickled one is equal to the one it was made from.
    """
    terms = BUILT_IN.terms(kind)
    assert len(set(terms)) == len(terms)
    assert pickle.loads(pickle.dumps(terms)) == terms  # noqa: S301 - our own bytes


@beside
def test_names_in_the_data_privacy_vocabulary_exist() -> None:
    """
    Every DPV name given stands in the core or in the personal data extension.
    """
    known: set[str] = set()
    for prefix in ("dpv", "pd"):
        with (VOCAB / f"dpv-2.3/{prefix}_{prefix}.csv").open(encoding="utf-8") as file:
            known |= {f"{prefix}:{row['term']}" for row in csv.DictReader(file)}
    assert {term.dpv for term in TERMS if term.dpv} - known == set()


@beside
def test_keys_of_fideslang_exist() -> None:
    """
    Categories, purposes and roles name keys of the matching fideslang list.
    """
    lists = {
        Kind.CATEGORY: "data_categories.json",
        Kind.PURPOSE: "data_uses.json",
        Kind.ROLE: "data_subjects.json",
    }
    assert {term.kind for term in TERMS if term.fideslang} == set(lists)
    for kind, name in lists.items():
        (entries,) = json.loads((VOCAB / "fideslang" / name).read_text("utf-8")).values()
        known = {entry["fides_key"] for entry in entries}
        ours = {term.fideslang for term in BUILT_IN.terms(kind) if term.fideslang}
        assert ours - known == set()
