"""
What can be written down, and what cannot.
"""

from __future__ import annotations

import pickle
from datetime import date, datetime
from typing import get_args

import attrs
import pytest

from recruitprivacy.errors import FaultsError, NaiveDatetimeError
from recruitprivacy.timeline import (
    KINDS,
    AnyEvent,
    Corrected,
    Event,
    PersonsMerged,
    PersonSplit,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind
from tests.timeline.making import at, happened, make

DAY = date(2026, 3, 3)


@pytest.mark.parametrize("field", ["happened", "recorded_at"])
def test_a_time_without_an_offset_is_refused(field: str) -> None:
    """
    A naive date and time names no instant, and the error names the field.
    """
    naive = datetime(2026, 3, 3, 9)  # noqa: DTZ001 - it is the naive one that is refused
    with pytest.raises(NaiveDatetimeError) as caught:
        attrs.evolve(happened("e1", "hired", at(DAY)), **{field: naive})  # type: ignore[arg-type]
    assert caught.value.name == field


def test_each_type_of_event_has_a_name_of_its_own() -> None:
    """
    The names by which events are stored tell the types apart.
    """
    assert set(KINDS.values()) == set(get_args(AnyEvent))
    assert all(kind and each.kind == kind for kind, each in KINDS.items())


def test_no_stored_name_is_also_a_kind_of_the_open_vocabulary_by_accident() -> None:
    """
    Only disclosures have a type and a term of one name, and the two mean the same.
    """
    assert [kind for kind in KINDS if BUILT_IN.has(Kind.EVENT, kind)] == ["data.disclosed"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_events_are_values_without_a_place_for_a_name(kind: type[Event]) -> None:
    """
    Every type is frozen, documented and keeps ids of persons out of its repr.
    """
    shown = {field.name for field in attrs.fields(kind) if field.repr}
    assert kind.__doc__
    assert shown.isdisjoint({"person", "absorbed", "into"})


def test_events_are_hashed_and_pickled() -> None:
    """
    An event is a value.
    """
    event = happened("e1", "hired", DAY)
    assert pickle.loads(pickle.dumps(event)) == event  # noqa: S301 - our own bytes
    assert {event, event} == {event}


def test_the_id_of_a_person_is_not_shown() -> None:
    """
    The repr of an event, a merge or a split names nobody.
    """
    events = [
        happened("e1", "hired", DAY, person="secret"),
        make(PersonsMerged, "e2", DAY, person="secret", absorbed="secret"),
        make(PersonSplit, "e3", DAY, person="secret", into="secret", events=("e1",)),
    ]
    assert "secret" not in repr(events)


@pytest.mark.parametrize("taken", ["c1", "e1"])
def test_a_replacement_has_an_id_of_its_own(taken: str) -> None:
    """
    What happened instead is another entry than the correction and than the wrong one.
    """
    with pytest.raises(FaultsError, match=r"by\.id"):
        make(Corrected, "c1", DAY, replaces="e1", by=happened(taken, "hired", DAY))
