"""
Entries made twice, corrected, merged and split.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from recruitprivacy.errors import NaiveDatetimeError, SeveralPersonsError
from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    Corrected,
    PersonsMerged,
    PersonSplit,
    day_of,
    events_of,
    fold,
    in_zone,
)
from tests.timeline.making import ON, POLICY, at, codes, folded, happened, known, make, paths

JAN, FEB, MAR = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)
INBOUND = "message.inbound.last"


def last(*events: AnyEvent, known_at: datetime | None = None) -> object:
    """
    Tell when the candidate last wrote.
    """
    facts = fold(events, POLICY, on=ON, known_at=known_at)
    return facts.moment(INBOUND, role="candidate")


def wrote(name: str, day: date, **more: object) -> AnyEvent:
    """
    Let the candidate write.
    """
    return happened(name, "message.inbound", day, **more)


def test_an_event_twice_is_once() -> None:
    """
    The same entry delivered twice changes nothing and is no fault.
    """
    once, twice = folded(wrote("e1", JAN)), folded(wrote("e1", JAN), wrote("e1", JAN))
    assert twice == once
    assert codes(twice) == []


def test_two_events_with_one_id_both_count_and_are_reported() -> None:
    """
    Nothing is lost when an id is used again for something else.
    """
    facts = folded(wrote("e1", JAN), wrote("e1", FEB))
    assert facts.moment(INBOUND, role="candidate") == known(FEB)
    assert paths(facts, "timeline.id_reused") == ["e1"]


def test_a_correction_takes_an_entry_back() -> None:
    """
    What a correction replaces by nothing did not happen.
    """
    events = [wrote("e1", JAN), wrote("e2", FEB), make(Corrected, "c1", MAR, replaces="e2")]
    assert last(*events) == known(JAN)


def test_a_correction_counts_for_the_past() -> None:
    """
    Asked about a day before the mistake was found, today's knowledge counts all the same.
    """
    fixed = make(Corrected, "c1", MAR, replaces="e1", by=wrote("e2", FEB))
    facts = folded(wrote("e1", JAN), fixed, on=FEB)
    assert facts.moment(INBOUND, role="candidate") == known(FEB)


def test_what_was_known_before_the_correction_can_be_replayed() -> None:
    """
    With a moment of knowledge before the correction, the wrong entry counts as it did then.
    """
    events = [wrote("e1", JAN), make(Corrected, "c1", MAR, replaces="e1", by=wrote("e2", FEB))]
    assert last(*events, known_at=at(FEB)) == known(JAN)
    assert last(*events, known_at=at(MAR, 21)) == known(FEB)


def test_a_correction_that_was_itself_wrong_has_no_effect() -> None:
    """
    Correcting a correction brings the first entry back.
    """
    wrong = make(Corrected, "c1", FEB, replaces="e1")
    assert last(wrote("e1", JAN), wrong, make(Corrected, "c2", MAR, replaces="c1")) == known(JAN)


def test_of_two_corrections_of_one_entry_the_last_recorded_counts() -> None:
    """
    The later word replaces the earlier one, however they are listed.
    """
    first = make(Corrected, "c1", FEB, replaces="e1", by=wrote("e2", FEB))
    second = make(Corrected, "c2", MAR, replaces="e1", by=wrote("e3", JAN))
    assert last(second, first, wrote("e1", JAN)) == known(JAN)


def test_a_replacement_can_be_corrected_too() -> None:
    """
    Corrections of corrections' replacements follow one another.
    """
    first = make(Corrected, "c1", FEB, replaces="e1", by=wrote("e2", FEB))
    second = make(Corrected, "c2", MAR, replaces="e2", by=wrote("e3", MAR))
    assert last(wrote("e1", JAN), first, second) == known(MAR)


def test_a_correction_of_nothing_is_reported() -> None:
    """
    A reference to an entry that is not there is a finding, and nothing else changes.
    """
    facts = folded(wrote("e1", JAN), make(Corrected, "c1", MAR, replaces="e9"))
    assert paths(facts, "timeline.dangling") == ["c1"]
    assert facts.moment(INBOUND, role="candidate") == known(JAN)


def test_events_of_several_persons_are_not_folded() -> None:
    """
    The error counts the persons and names none.
    """
    with pytest.raises(SeveralPersonsError) as caught:
        folded(wrote("e1", JAN, person="secret-1"), wrote("e2", JAN, person="secret-2"))
    assert caught.value.count == 2
    assert "secret" not in str(caught.value)


def test_after_a_merge_two_persons_are_one() -> None:
    """
    The duplicate's events are the remaining person's, those recorded later too.
    """
    merged = make(PersonsMerged, "m1", FEB, person="p1", absorbed="p2")
    facts = folded(wrote("e1", JAN), merged, wrote("e2", MAR, person="p2"))
    assert facts.person == "p1"
    assert facts.moment(INBOUND, role="candidate") == known(MAR)


def split_again() -> list[AnyEvent]:
    """
    Merge two persons and split them again.
    """
    return [
        wrote("e1", JAN),
        wrote("e2", FEB, person="p2"),
        make(PersonsMerged, "m1", MAR, person="p1", absorbed="p2", recorded_at=at(MAR, 1)),
        make(PersonSplit, "s1", MAR, person="p1", into="p2", events=("e2",)),
        wrote("e3", date(2026, 4, 5), person="p2"),
    ]


@pytest.mark.parametrize(("person", "theirs"), [("p1", {"e1"}), ("p2", {"e2", "e3"})])
def test_after_a_split_each_has_their_own(person: str, theirs: set[str]) -> None:
    """
    The events listed go with the other human, and so does what is recorded of them later.
    """
    assert {event.id for event in events_of(split_again(), person)} == theirs


def test_the_merge_can_be_replayed_before_the_split() -> None:
    """
    As it was known before the split, all events were one person's.
    """
    found = events_of(split_again(), "p1", known_at=at(MAR, 2))
    assert {event.id for event in found} == {"e1", "e2"}


def test_a_corrected_event_goes_with_the_split() -> None:
    """
    What replaces an event that was split off is the other human's, too.
    """
    fixed = make(Corrected, "c1", MAR, replaces="e2", by=wrote("e4", MAR))
    split = make(PersonSplit, "s1", MAR, into="p2", events=("e2",))
    events = [wrote("e1", JAN), wrote("e2", FEB), fixed, split]
    assert {event.id for event in events_of(events, "p2")} == {"e4"}


def test_a_split_of_unknown_events_is_reported() -> None:
    """
    A split that lists an event nobody has is a finding.
    """
    split = make(PersonSplit, "s1", MAR, into="p2", events=("e9",))
    assert paths(folded(wrote("e1", JAN), split), "timeline.dangling") == ["s1"]


def test_the_moment_of_knowledge_has_an_offset() -> None:
    """
    A naive moment of knowledge is refused.
    """
    with pytest.raises(NaiveDatetimeError):
        fold([], POLICY, on=ON, known_at=datetime(2026, 1, 1))  # noqa: DTZ001 - refused


def test_nothing_known_is_nothing_happened() -> None:
    """
    An empty timeline is nobody's and has no facts but those of the person.
    """
    facts = folded()
    assert (facts.person, len(facts.roles), len(facts.records)) == ("", 0, 0)
    assert facts.moment("consent.given.last") is Absence.NOT_STARTED


def test_times_are_moved_to_the_controllers_zone() -> None:
    """
    Half past eleven at night in UTC is the next day in Amsterdam, in a correction, too.
    """
    late = wrote("e2", datetime(2026, 3, 3, 23, 30, tzinfo=UTC))
    fixed = make(Corrected, "c1", MAR, replaces="e1", by=late)
    moved = in_zone([late, fixed], ZoneInfo("Europe/Amsterdam"))
    assert day_of(moved[0].happened) == date(2026, 3, 4)
    assert day_of(moved[1].happened) == MAR
    assert last(wrote("e1", JAN), *moved[1:]) == known(date(2026, 3, 4))
