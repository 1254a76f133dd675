"""
What a place can do: keep a record whole, be put back from a copy, be named wrongly.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import NotErasableError
from recruitprivacy.findings import Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import End, RetentionRule
from recruitprivacy.retention import (
    DataMap,
    Disposal,
    EraseStep,
    Outcome,
    Place,
    Plan,
    StepResult,
    again,
    assess,
    gaps,
    plan,
    release,
)
from recruitprivacy.timeline import AnyEvent, HoldPlaced, RecordKind, fold
from tests.retention.house import BOOK, HERE, HOUSE, RULE, with_rules
from tests.timeline.making import happened, make, opened

ON: Final = date(2026, 3, 11)
PROFILE: Final = opened("profile", date(2024, 1, 1), categories=("name", "cv"))
TALK: Final = happened("talk", "conversation", date(2024, 3, 10))
HELD: Final = make(
    HoldPlaced,
    "hold",
    date(2024, 5, 1),
    matter="m",
    ground="anticipated_litigation",
    categories=("cv",),
)
PART: Final = opened(
    "scan",
    date(2024, 1, 1),
    record_kind=RecordKind.DOCUMENT,
    part_of="profile",
    categories=("id_document_copy",),
)
ROWS: Final = DataMap(places=FrozenMap({"ats": Place(kind="candidate_system", whole=True)}))
CELLS: Final = DataMap(places=FrozenMap({"ats": Place(kind="candidate_system")}))


def answers(*events: AnyEvent, on: date = ON) -> tuple[Disposal, ...]:
    """
    Decide on a profile, with more that happened.
    """
    facts = fold([PROFILE, TALK, *events], HOUSE, on=on, law=BOOK)
    return assess(HOUSE, facts, BOOK, on=on, situation=HERE)


def keys(made: Plan) -> list[tuple[str, str]]:
    """
    Name the records and categories of the steps of a plan.
    """
    return [(step.key[1], step.key[2]) for step in made.steps]


def test_a_row_goes_as_a_whole_or_not_at_all() -> None:
    """
    Where a record goes as a whole, one category that is held keeps the others; cells go alone.
    """
    found = answers(HELD)
    assert keys(plan(found, CELLS)) == [("profile", "name")]
    whole = plan(found, ROWS)
    (blocked,) = whole.blocked
    assert (whole.steps, blocked.disposal.category, blocked.by) == (
        (),
        "name",
        (("profile", "cv"),),
    )


def test_a_row_without_anything_kept_goes() -> None:
    """
    Where all of a record is due, it goes.
    """
    whole = plan(answers(), ROWS)
    assert (keys(whole), whole.blocked) == ([("profile", "cv"), ("profile", "name")], ())


def test_what_is_part_of_a_record_goes_with_it() -> None:
    """
    A parent is not erased over the head of a part that a hold keeps.
    """
    on_part = attrs.evolve(HELD, categories=(), records=("scan",))
    found = plan(answers(PART, on_part), ROWS)
    (blocked,) = found.blocked
    assert (found.steps, blocked.disposal.category) == ((), "cv")
    assert ("scan", "id_document_copy") in blocked.by


def test_what_nobody_asked_about_stays() -> None:
    """
    A plan made of a part of the answers erases no row whose rest it cannot see.
    """
    name = [each for each in answers() if each.category == "name"]
    assert plan(name, ROWS).steps == ()
    assert keys(plan(name, CELLS)) == [("profile", "name")]


def test_what_is_elsewhere_does_not_go_along() -> None:
    """
    A category that is in another place keeps no row here.
    """
    apart = DataMap(
        places=FrozenMap(
            {
                "ats": Place(kind="candidate_system", data=("name",), whole=True),
                "files": Place(kind="archive", data=("cv",)),
            }
        )
    )
    assert keys(plan(answers(HELD), apart)) == [("profile", "name")]


@pytest.mark.parametrize(
    ("later", "stopped"),
    [((), 0), ((HELD,), 2), ((PART,), 2)],
    ids=["nothing new", "a hold on one", "a new part"],
)
def test_a_row_is_judged_again_as_a_whole(later: tuple[AnyEvent, ...], stopped: int) -> None:
    """
    What came up meanwhile for one part stops the row, and so does a part nobody knew of.
    """
    facts = fold([PROFILE, TALK, *later], HOUSE, on=ON, law=BOOK)
    found = release(plan(answers(), ROWS), HOUSE, facts, BOOK, on=ON, situation=HERE)
    assert len(found.stopped) == stopped


def test_a_row_of_one_category_is_judged_again_too() -> None:
    """
    A record that had one category when planned, and has two now, stays.
    """
    one = attrs.evolve(PROFILE, categories=("cv",))
    before = fold([one, TALK], HOUSE, on=ON, law=BOOK)
    planned = plan(assess(HOUSE, before, BOOK, on=ON, situation=HERE), ROWS)
    now = fold([PROFILE, TALK], HOUSE, on=ON, law=BOOK)
    assert len(planned.steps) == 1
    assert release(planned, HOUSE, now, BOOK, on=ON, situation=HERE).run == ()


def test_no_step_for_a_parent_can_be_made_of_what_is_kept() -> None:
    """
    A row under a hold makes no step by hand either; it fails before anything is written.
    """
    (held,) = [each for each in answers(HELD) if each.category == "cv"]
    with pytest.raises(NotErasableError):
        EraseStep(disposal=held, place="ats")


TAPES: Final = DataMap(
    places=FrozenMap({"tapes": Place(kind="backup", can=(), overwritten_after=Period(days=35))})
)


def test_what_is_left_is_counted_from_the_day_it_was_done() -> None:
    """
    A step done a week after its plan leaves its residue a week longer.
    """
    step = plan(answers(), TAPES).steps[0]
    result = StepResult.of(step, Outcome.ERASED, done_on=date(2026, 3, 18))
    assert isinstance(step, EraseStep)
    assert (step.gone_on, result.residual_until) == (date(2026, 4, 15), date(2026, 4, 22))


def test_a_release_on_a_later_day_counts_anew() -> None:
    """
    Judged again later, a step tells the residue from that day.
    """
    later = date(2026, 3, 20)
    facts = fold([PROFILE, TALK], HOUSE, on=later, law=BOOK)
    found = release(plan(answers(), TAPES), HOUSE, facts, BOOK, on=later, situation=HERE)
    assert {step.gone_on for step in found.run if isinstance(step, EraseStep)} == {
        date(2026, 4, 24)
    }


@pytest.mark.parametrize(
    ("since", "runs"), [((), 2), ((HELD,), 1)], ids=["as before", "a hold since"]
)
def test_a_restored_copy_goes_through_the_gate(since: tuple[AnyEvent, ...], runs: int) -> None:
    """
    What a copy brought back is planned and judged anew; a hold placed since keeps it.
    """
    done = [
        StepResult.of(step, Outcome.ERASED, done_on=ON) for step in plan(answers(), CELLS).steps
    ]
    back = {
        (each.record, each.category) for each in again(done, place="ats", as_of=date(2026, 3, 1))
    }
    later = date(2026, 4, 1)
    facts = fold([PROFILE, TALK, *since], HOUSE, on=later, law=BOOK)
    found = assess(HOUSE, facts, BOOK, on=later, situation=HERE)
    anew = plan([each for each in found if (each.record, each.category) in back], CELLS)
    assert len(release(anew, HOUSE, facts, BOOK, on=later, situation=HERE).run) == runs


def test_what_was_set_apart_comes_back_too() -> None:
    """
    A copy made before data were set apart has them in daily use again.
    """
    step = plan(answers(), CELLS).steps[0]
    apart = StepResult.of(step, Outcome.SEGREGATED, done_on=ON)
    assert list(again([apart], place="ats", as_of=ON)) == [apart]


@pytest.mark.parametrize(
    "other",
    [
        Place(kind="candidate_system", can=(End.ANONYMISED,)),
        Place(kind="candidate_system", overwritten_after=Period(days=1)),
    ],
)
def test_another_aim_is_another_plan(other: Place) -> None:
    """
    The fingerprint covers what is aimed at and how long something is left.
    """
    both = attrs.evolve(HOUSE.disposals["delete"], ends=(End.ANONYMISED, End.ERASED))
    policy = attrs.evolve(HOUSE, disposals=FrozenMap({"delete": both}))
    facts = fold([PROFILE, TALK], policy, on=ON, law=BOOK)
    found = assess(policy, facts, BOOK, on=ON, situation=HERE)
    changed = DataMap(places=FrozenMap({"ats": other}))
    assert plan(found, CELLS).fingerprint != plan(found, changed).fingerprint


PLACES: Final = {
    "kind": Place(kind="candidate_sytem"),
    "roles": Place(kind="archive", roles=("kandidate",)),
}


@pytest.mark.parametrize(
    ("wrong", "code", "path", "near"),
    [
        ("kind", "kind_unknown", "places.ats.kind", "candidate_system"),
        ("roles", "role_unknown", "places.ats.roles.kandidate", "candidate"),
    ],
)
def test_a_place_named_wrongly_is_an_error(wrong: str, code: str, path: str, near: str) -> None:
    """
    A kind of system or a role nobody knows is an error with the nearest there is.
    """
    wrongly = DataMap(places=FrozenMap({"ats": PLACES[wrong]}))
    (found,) = [each for each in gaps(wrongly, HOUSE) if each.path == path]
    assert (found.code, found.level) == (f"retention.data_map.{code}", Level.ERROR)
    assert found.mend is not None
    assert found.mend.values["nearest"] == near


@pytest.mark.parametrize("exempt", ["cv", "photo"])
def test_a_stale_exemption_fails(exempt: str) -> None:
    """
    An exemption for what has a place, or for what nobody declares, is an error.
    """
    stale = attrs.evolve(CELLS, nowhere=FrozenMap({exempt: "is not kept"}))
    (found,) = gaps(stale, HOUSE)
    assert (found.path, found.level) == (f"nowhere.{exempt}", Level.ERROR)


def test_an_exemption_that_holds_passes() -> None:
    """
    A declared category that is truly nowhere needs no place.
    """
    data = tuple(key for key in HOUSE.data["candidate"].categories if key != "timesheets")
    some = DataMap(
        places=FrozenMap({"ats": Place(kind="candidate_system", data=data)}),
        nowhere=FrozenMap({"timesheets": "are kept by the client"}),
    )
    assert gaps(some, HOUSE) == ()


def test_every_category_has_a_rule() -> None:
    """
    A rule for one category leaves the others without one.
    """
    only = attrs.evolve(RULE, data=("cv",))
    found = gaps(CELLS, attrs.evolve(with_rules(), retention=FrozenMap({"house": only})))
    assert {each.path for each in found if each.code == "retention.data_map.no_rule"} == {
        "data.candidate.name",
        "data.candidate.timesheets",
        "data.client.name",
    }
    assert isinstance(only, RetentionRule)
