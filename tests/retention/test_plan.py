"""
Steps are made of answers, judged again before they run, and noted without personal data.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import (
    FaultsError,
    NotErasableError,
    SeveralDaysError,
    UnattestedError,
)
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import End
from recruitprivacy.retention import (
    DataMap,
    Disposal,
    EraseStep,
    Outcome,
    Place,
    Plan,
    SegregateStep,
    Status,
    StepResult,
    TellStep,
    again,
    assess,
    gaps,
    plan,
    release,
)
from recruitprivacy.timeline import (
    AnyEvent,
    Facts,
    HoldPlaced,
    RecordKind,
    RequestReceived,
    RestrictionPlaced,
    fold,
)
from recruitprivacy.vocabulary import RestrictionGround, Right
from tests.retention.house import BOOK, HERE, HOUSE, decide, of
from tests.timeline.making import happened, make, opened

ON: Final = date(2026, 3, 11)
EVENTS: Final[tuple[AnyEvent, ...]] = (
    opened("profile", date(2024, 1, 1)),
    happened("talk", "conversation", date(2024, 3, 10)),
)
ATS: Final = Place(kind="candidate_system")
MAP: Final = DataMap(
    places=FrozenMap(
        {
            "index": Place(kind="active_file", derived_from="ats"),
            "ats": ATS,
            "tapes": Place(kind="backup", can=(), overwritten_after=Period(days=35)),
            "client": Place(
                kind="relationship_system", data=("cv",), holder="c-1", decides=True, can=()
            ),
        }
    )
)
HOLD: Final = make(
    HoldPlaced, "hold", date(2024, 5, 1), matter="m", ground="anticipated_litigation", owner="dpo"
)
FREEZE: Final = make(RequestReceived, "ask", date(2026, 3, 1), request="r", rights=(Right.ACCESS,))
RESTRICTION: Final = make(
    RestrictionPlaced, "limit", date(2024, 5, 1), ground=RestrictionGround.ACCURACY_CONTESTED
)
FLOOR: Final[tuple[AnyEvent, ...]] = (
    opened("hire", date(2024, 1, 1), role="candidate", record_kind=RecordKind.PLACEMENT),
)


def facts(*events: AnyEvent, on: date = ON) -> Facts:
    """
    Fold the history of one candidate, with more.
    """
    return fold([*EVENTS, *events], HOUSE, on=on, law=BOOK)


def answers(*events: AnyEvent, on: date = ON) -> tuple[Disposal, ...]:
    """
    Decide on all of it.
    """
    return assess(HOUSE, facts(*events, on=on), BOOK, on=on, situation=HERE)


def test_every_place_has_its_step() -> None:
    """
    What is due goes wherever it is, what is derived after what it comes from.
    """
    cv = of(EVENTS, ON)
    steps = plan([cv], MAP).steps
    assert [(type(step), step.place) for step in steps] == [
        (EraseStep, "ats"),
        (TellStep, "client"),
        (EraseStep, "tapes"),
        (EraseStep, "index"),
    ]


def test_a_back_up_says_until_when() -> None:
    """
    In what is overwritten as a whole, the data are until that has happened.
    """
    (tapes,) = [step for step in plan([of(EVENTS, ON)], MAP).steps if step.place == "tapes"]
    assert isinstance(tapes, EraseStep)
    assert tapes.gone_on == date(2026, 4, 15)


def test_the_aim_is_what_the_notice_calls_deleting() -> None:
    """
    A step aims at the first end of the firm's word that can be had in the place.
    """
    cv = of(EVENTS, ON)
    (step,) = plan([cv], DataMap(places=FrozenMap({"ats": ATS}))).steps
    assert (cv.ends, step.end if isinstance(step, EraseStep) else None) == (
        (End.ERASED,),
        End.ERASED,
    )


def test_the_same_answers_make_the_same_plan() -> None:
    """
    A plan is pure: order and repetition of the answers do not matter.
    """
    found = answers()
    one, two = plan(found, MAP), plan([*reversed(found), *found], MAP)
    assert (one, one.fingerprint) == (two, two.fingerprint)


def test_another_day_is_another_plan() -> None:
    """
    The fingerprint covers the answers the steps rest on.
    """
    later = plan(answers(on=date(2026, 3, 12)), MAP)
    assert plan(answers(), MAP).fingerprint != later.fingerprint


def test_nothing_is_planned_before_its_day() -> None:
    """
    What is kept makes no step.
    """
    assert plan(answers(on=date(2026, 3, 10)), MAP).steps == ()


def test_no_answers_make_an_empty_plan() -> None:
    """
    Of nothing comes a plan without a day and without steps.
    """
    assert plan([], MAP) == Plan(on=None)


def test_what_has_no_place_is_named() -> None:
    """
    What is due and is in no place of the map is not forgotten.
    """
    nowhere = plan([of(EVENTS, ON)], DataMap(places=FrozenMap({})))
    assert [each.category for each in nowhere.without_place] == ["cv"]


def test_answers_of_two_days_make_no_plan() -> None:
    """
    A plan takes the answers of one day.
    """
    with pytest.raises(SeveralDaysError, match="2026-03-11, 2026-03-12"):
        plan([of(EVENTS, ON), of(EVENTS, date(2026, 3, 12))], MAP)


@pytest.mark.parametrize("bar", [HOLD, FREEZE, RESTRICTION], ids=["hold", "freeze", "restriction"])
def test_what_came_up_meanwhile_stops_the_step(bar: AnyEvent) -> None:
    """
    A hold, a freeze or a restriction placed after planning stops every step.
    """
    planned = plan(answers(), MAP)
    found = release(planned, HOUSE, facts(bar), BOOK, on=ON, situation=HERE)
    assert (found.run, len(found.stopped)) == ((), len(planned.steps))
    assert {each.now.status for each in found.stopped if each.now} <= {Status.HELD, Status.FROZEN}


def test_nothing_new_lets_it_run() -> None:
    """
    Where nothing changed, all steps run, on the answer of now.
    """
    planned, later = plan(answers(), MAP), date(2026, 3, 20)
    found = release(planned, HOUSE, [facts(on=later)], BOOK, on=later, situation=HERE)
    assert [step.key for step in found.run] == [step.key for step in planned.steps]
    assert ({step.disposal.on for step in found.run}, found.stopped) == ({later}, ())


def test_a_record_nobody_gave_facts_of_is_stopped() -> None:
    """
    Without the facts of now nothing runs.
    """
    found = release(plan(answers(), MAP), HOUSE, (), BOOK, on=ON, situation=HERE)
    assert (found.run, {each.now for each in found.stopped}) == ((), {None})


@pytest.mark.parametrize(
    ("step", "more"),
    [(EraseStep, {}), (SegregateStep, {}), (TellStep, {"to": "c-1"})],
)
@pytest.mark.parametrize("bar", [HOLD, FREEZE, RESTRICTION], ids=["hold", "freeze", "restriction"])
def test_no_step_without_an_answer_that_calls_for_it(
    step: Any,  # noqa: ANN401 - one of three classes
    more: dict[str, str],
    bar: AnyEvent,
) -> None:
    """
    A step cannot be made by hand for what is held, frozen or restricted.
    """
    stopped = of([*EVENTS, bar], ON)
    with pytest.raises(NotErasableError, match="calls for no such step"):
        step(disposal=stopped, place="ats", **more)


def test_what_a_floor_keeps_is_set_apart() -> None:
    """
    Past its end and under a floor, data are set apart in our places and told to nobody.
    """
    hired = [
        opened("hire", date(2020, 1, 1), record_kind=RecordKind.PLACEMENT),
        happened("pay", "placement.ended", date(2021, 5, 1), record="hire"),
    ]
    found = decide([*EVENTS, *hired], date(2026, 6, 1))["hire", "timesheets"]
    if found.status is not Status.SEGREGATED:
        found = attrs.evolve(found, status=Status.SEGREGATED)
    steps = plan([found], MAP).steps
    assert {type(step) for step in steps} == {SegregateStep}


def test_a_result_holds_ids_and_days() -> None:
    """
    What came of a step is noted with its residue and the answer's fingerprint.
    """
    tapes = next(step for step in plan([of(EVENTS, ON)], MAP).steps if step.place == "tapes")
    result = StepResult.of(tapes, Outcome.ERASED, done_on=ON)
    assert (result.record, result.residual_until, result.fingerprint) == (
        "profile",
        date(2026, 4, 15),
        tapes.disposal.fingerprint,
    )


def test_anonymous_is_attested() -> None:
    """
    Data are called anonymous only with an assessment.
    """
    step = plan([of(EVENTS, ON)], MAP).steps[0]
    with pytest.raises(UnattestedError):
        StepResult.of(step, Outcome.ANONYMISED, done_on=ON)
    told = StepResult.of(step, Outcome.ANONYMISED, done_on=ON, assessment="a-7")
    assert told.assessment == "a-7"


@pytest.mark.parametrize(
    ("as_of", "outcome", "back"),
    [
        (ON, Outcome.ERASED, True),
        (date(2026, 3, 12), Outcome.ERASED, False),
        (ON, Outcome.FAILED, False),
    ],
)
def test_a_back_up_brings_back_what_was_erased_since(
    as_of: date, outcome: Outcome, *, back: bool
) -> None:
    """
    What was erased on the day of the copy or later may be in it again.
    """
    result = StepResult.of(plan([of(EVENTS, ON)], MAP).steps[0], outcome, done_on=ON)
    assert bool(list(again([result], place="ats", as_of=as_of))) == back


@pytest.mark.parametrize(
    ("places", "path"),
    [
        ({"a": {"derived_from": "b"}}, "places.a.derived_from"),
        ({"a": {"derived_from": "a"}}, "places.a.derived_from"),
    ],
)
def test_places_hang_on_places(places: dict[str, dict[str, Any]], path: str) -> None:
    """
    A place made from one that is not there, or from itself, is refused.
    """
    made = {name: Place(kind="archive", **given) for name, given in places.items()}
    with pytest.raises(FaultsError) as caught:
        DataMap(places=FrozenMap(made))
    assert [fault.path for fault in caught.value.faults] == [path]


@pytest.mark.parametrize(("given", "path"), [({"can": ()}, "can"), ({"decides": True}, "holder")])
def test_a_place_promises_something(given: dict[str, Any], path: str) -> None:
    """
    A place in which nothing can be done says how long; who decides has a name.
    """
    with pytest.raises(FaultsError) as caught:
        Place(kind="backup", **given)
    assert [fault.path for fault in caught.value.faults] == [path]


def test_gaps_between_map_and_policy() -> None:
    """
    A category without a place, a stale exemption and a place for what is not declared are found.
    """
    houses = DataMap(
        places=FrozenMap(
            {
                "ats": Place(kind="candidate_system", data=("cv",), roles=("candidate",)),
                "odd": Place(kind="archive", data=("photo",)),
            }
        ),
        nowhere=FrozenMap({"cv": "is not kept", "name": "is not kept"}),
    )
    found = {(each.code, each.path) for each in gaps(houses, HOUSE)}
    assert found == {
        ("retention.data_map.nowhere", "data.candidate.timesheets"),
        ("retention.data_map.stale", "nowhere.cv"),
        ("retention.data_map.not_declared", "places.odd.data.photo"),
    }
