"""
Tests of plans as they are kept: a list to approve and to compare with, never a way to erase.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import load
from recruitprivacy.periods import Period
from recruitprivacy.retention import DataMap, Disposal, Place, Plan, assess, plan
from recruitprivacy.testing.examples import anna_applies, own_hiring
from recruitprivacy.timeline import AnyEvent, HoldPlaced, fold
from recruitprivacy.wire import Does, StoredPlan, from_json, to_json
from tests.timeline.making import make

BOOK: Final = load("NL")
MAP: Final = DataMap(
    places=FrozenMap(
        {
            "ats": Place(kind="candidate_system"),
            "client": Place(kind="client", data=("cv",), holder="client-1", decides=True),
            "tapes": Place(kind="backup", can=(), overwritten_after=Period(days=35)),
        }
    )
)
PERSON: Final = anna_applies()[0].person
MONDAY: Final = date(2026, 5, 4)
TUESDAY: Final = date(2026, 5, 5)


def answers(on: date, events: Iterable[AnyEvent] = ()) -> tuple[Disposal, ...]:
    """
    Decide what is due of Anna, who was not hired.
    """
    history = [*anna_applies(), *events]
    return assess(own_hiring(), fold(history, own_hiring(), on=on, law=BOOK), BOOK, on=on)


def run(on: date, data_map: DataMap = MAP, events: Iterable[AnyEvent] = ()) -> Plan:
    """
    Make the plan of a day.
    """
    return plan(answers(on, events), data_map)


def test_what_is_kept_of_a_plan() -> None:
    """
    The stored plan names each step, the answer under it and the plan, and no reason.
    """
    planned = run(MONDAY)
    stored = from_json(StoredPlan, to_json(planned))
    assert [(step.does, step.place, step.answer.fingerprint) for step in stored.steps] == [
        (
            Does.TELL if step.place == "client" else Does.ERASE,
            step.place,
            step.disposal.fingerprint,
        )
        for step in planned.steps
    ]
    assert (stored.on, stored.fingerprint) == (MONDAY, planned.fingerprint)


def test_a_plan_and_what_is_kept_of_it_are_stored_alike() -> None:
    """
    A plan, and the list read back from it, have the same bytes.
    """
    planned = run(MONDAY)
    assert to_json(planned) == to_json(StoredPlan.of(planned))


def test_what_was_agreed_runs_on_the_answer_of_today() -> None:
    """
    The day after, what was agreed is all of the new plan, made of the answers of that day.
    """
    monday, tuesday = StoredPlan.of(run(MONDAY)), run(TUESDAY)
    assert monday.agreed(tuesday) == tuesday
    assert {step.disposal.on for step in monday.agreed(tuesday).steps} == {TUESDAY}
    assert monday.new_in(tuesday).steps == ()


def test_what_is_held_since_does_not_run() -> None:
    """
    A hold placed after the yes leaves nothing of what was agreed.
    """
    hold = make(
        HoldPlaced, "hold", TUESDAY, matter="matter-1", ground="legal_claims", person=PERSON
    )
    held = run(TUESDAY, events=[hold])
    assert StoredPlan.of(run(MONDAY)).agreed(held).steps == ()


def test_what_is_new_waits() -> None:
    """
    A place that was not in the plan agreed to is new in that of today, and not agreed.
    """
    fewer = attrs.evolve(MAP, places=FrozenMap({"ats": MAP.places["ats"]}))
    monday, tuesday = StoredPlan.of(run(MONDAY, fewer)), run(TUESDAY)
    assert {step.place for step in monday.agreed(tuesday).steps} == {"ats"}
    assert {step.place for step in monday.new_in(tuesday).steps} == {"client", "tapes"}


@pytest.mark.parametrize(
    ("before", "agreed", "new"), [(DataMap(places=FrozenMap()), True, False), (MAP, False, True)]
)
def test_what_has_no_place(before: DataMap, agreed: bool, new: bool) -> None:  # noqa: FBT001 - a table
    """
    What is due and has no place is told once, and is new only where it had one before.
    """
    monday = StoredPlan.of(run(MONDAY, before))
    tuesday = run(TUESDAY, DataMap(places=FrozenMap()))
    found = (bool(monday.agreed(tuesday).without_place), bool(monday.new_in(tuesday).without_place))
    assert found == (agreed, new)


def test_what_is_blocked_is_kept_and_told_apart() -> None:
    """
    What cannot go, as something held would go along, is stored, and is new only where it was not.
    """
    whole = DataMap(places=FrozenMap({"ats": Place(kind="candidate_system", whole=True)}))
    hold = make(
        HoldPlaced,
        "hold",
        date(2026, 4, 1),
        person=PERSON,
        matter="m",
        ground="anticipated_litigation",
        categories=("cv",),
    )
    free, held = run(MONDAY, whole), run(TUESDAY, whole, [hold])
    stored = from_json(StoredPlan, to_json(held))
    assert held.blocked
    assert [each.key for each in stored.blocked] == [
        (each.disposal.controller, each.disposal.record, each.disposal.category, each.place)
        for each in held.blocked
    ]
    assert {part.category for each in stored.blocked for part in each.by} == {"cv"}
    assert (stored.agreed(held).blocked, stored.new_in(held).blocked) == (held.blocked, ())
    assert StoredPlan.of(free).new_in(held).blocked == held.blocked
