"""
What is promised of the values the strategies draw.
"""

from __future__ import annotations

import pickle
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as hypothesis
from hypothesis.strategies import SearchStrategy

from recruitprivacy.i18n import languages as spoken
from recruitprivacy.law import Calendar, Deadline, load
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy, faults
from recruitprivacy.retention import Disposal
from recruitprivacy.testing import strategies as st
from recruitprivacy.testing.examples import agency, own_hiring
from recruitprivacy.timeline import AnyEvent, RecordOpened, day_of, fold
from recruitprivacy.vocabulary import BUILT_IN, Kind, Term, Vocabulary

PLAIN = [name for name in st.__all__ if name != "terms"]


def strategy(name: str) -> SearchStrategy[object]:
    """
    Call a strategy with its defaults.
    """
    made: SearchStrategy[object] = getattr(st, name)()
    return made


@pytest.mark.parametrize("name", PLAIN)
@given(data=hypothesis.data())
def test_values_are_values(name: str, data: hypothesis.DataObject) -> None:
    """
    Whatever is drawn is hashable, survives pickling and can be shown.
    """
    value = data.draw(strategy(name))
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
    assert hash(value) == hash(value)
    assert repr(value)


@given(st.policies())
def test_policies_have_no_fault(policy: Policy) -> None:
    """
    Every declaration drawn would load.
    """
    assert list(faults(policy, BUILT_IN)) == []


@given(hypothesis.data())
def test_policies_speak_the_vocabulary_given(data: hypothesis.DataObject) -> None:
    """
    Declarations are made of the words they are told to use.
    """
    vocabulary = data.draw(st.vocabularies())
    policy = data.draw(st.policies(vocabulary=vocabulary))
    assert list(faults(policy, vocabulary)) == []


@given(st.vocabularies())
def test_own_terms_stand_under_shipped_ones(vocabulary: Vocabulary) -> None:
    """
    A host's term is a kind of a shipped one.
    """
    assert [
        term for term in vocabulary.own.values() if not BUILT_IN.has(term.kind, term.under)
    ] == []


@given(st.terms(Kind.ROLE))
def test_terms_are_of_the_kind_asked_for(term: Term) -> None:
    """
    Only terms of the kind asked for are drawn.
    """
    assert term.kind is Kind.ROLE


@given(st.periods(calendar_only=True))
def test_calendar_periods(period: Period) -> None:
    """
    Calendar periods are made of neither hours nor working days.
    """
    assert (period.hours, period.working_days) == (0, 0)


@given(st.languages(with_catalog=True))
def test_spoken_languages(tag: str) -> None:
    """
    Languages with a catalog are those there are words in.
    """
    assert tag in spoken()


@given(st.histories(role="client", first_on=date(2024, 1, 1), last_on=date(2024, 12, 31)))
def test_histories(history: tuple[AnyEvent, ...]) -> None:
    """
    A history is of one person, begins with their record in the role, and lies between its days.
    """
    first = history[0]
    assert isinstance(first, RecordOpened)
    assert first.role == "client"
    assert {event.person for event in history} == {"person-1"}
    assert len({event.id for event in history}) == len(history)
    days = (day_of(event.happened) for event in history)
    assert [day for day in days if day is not None and day.year != 2024] == []


@given(st.policies(), st.histories())
def test_every_history_folds(policy: Policy, history: tuple[AnyEvent, ...]) -> None:
    """
    Whatever happened, and whatever the policy: facts can be folded from it.
    """
    assert fold(history, policy, on=date(2026, 3, 2)).policy == policy.id


@pytest.mark.parametrize("policy", [agency(), own_hiring()], ids=lambda policy: policy.id)
@given(data=hypothesis.data())
def test_histories_under_a_policy(policy: Policy, data: hypothesis.DataObject) -> None:
    """
    Under a policy a history names nobody and nothing that the policy does not declare.
    """
    history = data.draw(st.histories(policy=policy))
    purposes = {purpose for use in policy.uses.values() for purpose in use.purposes}
    for event in history:
        assert getattr(event, "role", None) in {None, *policy.roles}
        assert getattr(event, "controller", None) in {None, *policy.controllers}
        assert getattr(event, "version", policy.version.number) == policy.version.number
        assert {*getattr(event, "purposes", ())} <= purposes
        assert {*(getattr(event, "categories", ()) or ())} <= {"name", "contact_details", "cv"}


@given(st.disposals(policy=own_hiring()))
def test_disposals_under_a_policy(disposal: Disposal) -> None:
    """
    A disposal drawn under a policy is one of its own, of the period the strategies cover.
    """
    assert disposal.policy == own_hiring().id
    assert st.FIRST <= disposal.on <= st.LAST
    assert disposal.explain("en")


@given(st.calendars())
def test_calendars_cover_their_years(calendar: Calendar) -> None:
    """
    A calendar drawn can be asked about every day of the years it covers.
    """
    assert calendar.is_working_day(date(calendar.years[0], 1, 1)) in {True, False}


@given(st.deadlines())
def test_deadlines_follow_their_event(deadline: Deadline) -> None:
    """
    The last day lies after the day of the event, and is worked.
    """
    assert deadline.last_day > deadline.event_on
    assert load("NL", "SE").calendar(deadline.calendar).is_working_day(deadline.last_day)


@given(st.facts())
def test_facts_are_of_this_schema(facts: object) -> None:
    """
    What is stored is drawn in the schema of this release.
    """
    assert attrs.asdict(facts, recurse=False)["schema"] == "recruitprivacy.facts/1"  # type: ignore[arg-type]
