"""
Facts about looking terms up.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import UnknownTermError
from recruitprivacy.vocabulary import BUILT_IN, Kind, Term, Vocabulary

OURS: Final = BUILT_IN.extend(
    "acme", categories={"video_interview": {"under": "assessment", "may_reveal": ["health"]}}
)
TERMS: Final = st.sampled_from(Kind).flatmap(lambda kind: st.sampled_from(OURS.terms(kind)))


def test_a_term_is_found_by_kind_and_key() -> None:
    """
    The same key may name a channel and a category; the kind tells them apart.
    """
    assert BUILT_IN.term(Kind.CHANNEL, "email") != BUILT_IN.term(Kind.CATEGORY, "email")


@pytest.mark.parametrize(
    ("kind", "key", "nearest"),
    [
        (Kind.CATEGORY, "criminal_convicitons", "criminal_convictions"),
        (Kind.ROLE, "candidat", "candidate"),
        (Kind.EVENT, "message.inbond", "message.inbound"),
        (Kind.PURPOSE, "zzzz", ""),
        (Kind.CATEGORY, "acme:video_interview", ""),
    ],
)
def test_an_unknown_term_names_the_nearest(kind: Kind, key: str, nearest: str) -> None:
    """
    The error carries the kind, the word as written and the nearest word of that kind.
    """
    with pytest.raises(UnknownTermError) as caught:
        BUILT_IN.term(kind, key)
    found = (caught.value.kind, caught.value.key, caught.value.nearest)
    assert found == (kind.value, key, nearest)


@pytest.mark.parametrize(
    ("key", "ancestor"), [("email", "contact_detials"), ("emial", "contact_details")]
)
def test_asking_about_an_unknown_term_is_an_error(key: str, ancestor: str) -> None:
    """
    Neither side of "is it under" is answered for a word nobody knows.
    """
    with pytest.raises(UnknownTermError):
        BUILT_IN.is_under(Kind.CATEGORY, key, ancestor)


@given(TERMS)
def test_a_term_is_under_all_it_descends_from_and_nothing_below(term: Term) -> None:
    """
    Being under is reflexive, follows parents, and never runs downwards.
    """
    lineage = OURS.lineage(term.kind, term.key)
    assert lineage[0] == term
    assert all(OURS.is_under(term.kind, term.key, above.key) for above in lineage)
    assert not any(OURS.is_under(term.kind, above.key, term.key) for above in lineage[1:])


@given(TERMS)
def test_every_listed_term_is_found(term: Term) -> None:
    """
    What is listed exists and is what looking up returns.
    """
    assert OURS.has(term.kind, term.key)
    assert OURS.term(term.kind, term.key) == term


@given(st.sampled_from(Kind), st.text(max_size=20))
def test_has_agrees_with_term(kind: Kind, key: str) -> None:
    """
    Whatever the word, it exists exactly if looking it up does not fail.
    """
    try:
        found = OURS.term(kind, key).key == key
    except UnknownTermError:
        found = False
    assert OURS.has(kind, key) is found


@pytest.mark.parametrize(
    ("event", "trigger", "fires"),
    [
        ("procedure.closed", "procedure_closed", True),
        ("data.received", "data_collected", True),
        ("conversation.role", "last_contact", True),
        ("message.delivered", "last_contact", False),
        ("unsubscribed", "last_contact", False),
        ("right.exercised", "contact_after", False),
        ("procedure.closed", "purpose_ended", False),
    ],
)
def test_events_fire_triggers(event: str, trigger: str, *, fires: bool) -> None:
    """
    An event fires a trigger that names it or something it is a kind of.
    """
    assert BUILT_IN.fires(event, trigger) is fires


def test_a_host_event_fires_what_its_parent_fires() -> None:
    """
    A rule for calls holds for a host's own kind of call.
    """
    ours = BUILT_IN.extend("acme", events={"video_call": {"under": "call.held"}})
    assert ours.fires("acme:video_call", "last_contact")


def test_a_vocabulary_is_a_value() -> None:
    """
    Two with the same host terms are equal and hash alike, also after pickling.
    """
    again = BUILT_IN.extend(
        "acme", categories={"video_interview": {"under": "assessment", "may_reveal": ["health"]}}
    )
    assert again == OURS == pickle.loads(pickle.dumps(OURS))  # noqa: S301 - our own bytes
    assert len({again, OURS, BUILT_IN, Vocabulary()}) == 2


def test_a_vocabulary_does_not_print_all_it_holds() -> None:
    """
    Its repr counts the host's terms.
    """
    assert repr(OURS) == "Vocabulary(own=<1 terms>)"


def test_importing_reads_no_terms() -> None:
    """
    The files of terms are read when one is asked for, not when the package is imported.
    """
    code = (
        "import recruitprivacy.vocabulary\n"
        "from recruitprivacy.vocabulary._built_in import built_in\n"
        "print(built_in.cache_info().currsize)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "0\n"
