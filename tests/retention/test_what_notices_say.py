"""
What four firms' notices say of the end of data, each with a near miss.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.errors import UnattestedError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import Closed, End, Policy, Residue
from recruitprivacy.retention import (
    DataMap,
    Disposal,
    EraseStep,
    On,
    Outcome,
    Place,
    Status,
    StepResult,
    assess,
    plan,
)
from recruitprivacy.timeline import (
    AnyEvent,
    ConditionKnown,
    ErasureGranted,
    PurposeEnded,
    RecordKind,
    RequestReceived,
    fold,
)
from recruitprivacy.vocabulary import Right
from recruitprivacy.wire import load_policy
from tests.retention.house import BOOK, HERE
from tests.timeline.making import happened, make, opened

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
CAME: Final = date(2024, 1, 10)
DONE: Final = date(2024, 3, 1)
NEXT: Final = date(2024, 3, 2)
TWO_YEARS_ON: Final = date(2026, 1, 11)


@cache
def firm(name: str) -> Policy:
    """
    Load the declaration of a firm.
    """
    return load_policy(POLICIES / name)


def decided(name: str, *events: AnyEvent, on: date, what: str) -> Disposal:
    """
    Decide under a firm's declaration what becomes of one category, written ``record.category``.
    """
    facts = fold(events, firm(name), on=on, law=BOOK)
    found = assess(firm(name), facts, BOOK, on=on, situation=HERE)
    (only,) = [each for each in found if f"{each.record}.{each.category}" == what]
    return only


def website_copy(kept_in: str | None) -> tuple[AnyEvent, ...]:
    """
    Let somebody register on the website, of which a copy stays in a place of its own.
    """
    return (
        opened("file", CAME, categories=("cv",)),
        opened(
            "copy",
            CAME,
            record_kind=RecordKind.DOCUMENT,
            part_of="file",
            categories=("cv",),
            kept_in=kept_in,
        ),
        happened("taken", "registration.accepted", DONE, record="file"),
    )


@pytest.mark.row("ALLEGRO-038")
@pytest.mark.parametrize(
    ("what", "kept_in", "on", "status"),
    [
        ("copy.cv", "website", DONE, Status.KEPT),
        ("copy.cv", "website", NEXT, Status.OVERDUE),
        ("file.cv", "website", NEXT, Status.KEPT),
        ("copy.cv", "archive", NEXT, Status.KEPT),
        ("copy.cv", None, NEXT, Status.KEPT),
    ],
)
def test_the_copy_on_the_website_goes_at_once(
    what: str, kept_in: str | None, on: date, status: Status
) -> None:
    """
    The website's copy goes when the registration is done; the candidate's file stays.
    """
    assert decided("allegro", *website_copy(kept_in), on=on, what=what).status is status


PLACES: Final = DataMap(
    places=FrozenMap(
        {
            "ats": Place(kind="candidate_system"),
            "archive": Place(
                kind="archive",
                can=(End.BEYOND_USE, End.ISOLATED, End.ANONYMISED),
                overwritten_after=Period(days=90),
            ),
        }
    )
)


def ends(answer: Disposal, places: DataMap = PLACES) -> dict[str, End]:
    """
    Tell what is aimed at in each place.
    """
    steps = plan([answer], places).steps
    return {step.place: step.end for step in steps if isinstance(step, EraseStep)}


@pytest.mark.row("CLUSTER-288")
def test_deleting_may_mean_put_beyond_use() -> None:
    """
    What is due is erased, and put beyond use for a while where that cannot be done at once.
    """
    candidate = opened("file", CAME, categories=("cv",))
    due = decided("cluster", candidate, on=TWO_YEARS_ON, what="file.cv")
    assert ends(due) == {"ats": End.ERASED, "archive": End.BEYOND_USE}
    (waits,) = [step for step in plan([due], PLACES).steps if step.place == "archive"]
    result = StepResult.of(waits, Outcome.BEYOND_USE, done_on=TWO_YEARS_ON)
    assert result.residual_until == date(2026, 4, 11)
    assert due.residue is not None
    assert due.residue.present_in == ("archive",)
    assert set(due.residue.closed_to) == set(Closed)
    early = decided("cluster", candidate, on=date(2026, 1, 10), what="file.cv")
    assert ends(early) == {}


ASKED: Final = make(RequestReceived, "asked", CAME, request="r", rights=(Right.ERASURE,))


def granted(*categories: str) -> AnyEvent:
    """
    Let an erasure be granted, for everything unless told otherwise.
    """
    return make(ErasureGranted, "yes", DONE, request="r", categories=categories or None)


@pytest.mark.row("CLUSTER-211")
def test_a_granted_request_deletes_as_the_notice_means_it() -> None:
    """
    A granted request is carried out by the steps of the firm's own word; an open one by none.
    """
    candidate = opened("file", CAME, categories=("cv",))
    found = decided("cluster", candidate, ASKED, granted(), on=NEXT, what="file.cv")
    assert (found.status, found.action) == (Status.OVERDUE, "delete")
    assert ends(found) == {"ats": End.ERASED, "archive": End.BEYOND_USE}
    undecided = decided("cluster", candidate, ASKED, on=NEXT, what="file.cv")
    assert (undecided.is_due, ends(undecided)) == (False, {})


@pytest.mark.row("CLUSTER-185")
def test_the_record_of_a_request_outlives_what_it_erased() -> None:
    """
    The record of the dealings stays when all else is erased, unless it was asked for by name.
    """
    held = ("request_record", "cv")
    dealings = opened("dealings", CAME, record_kind=RecordKind.DOCUMENT, categories=held)

    def statuses(grant: AnyEvent) -> list[Status]:
        return [
            decided("cluster", dealings, ASKED, grant, on=NEXT, what=f"dealings.{category}").status
            for category in held
        ]

    assert statuses(granted()) == [Status.KEPT, Status.OVERDUE]
    assert statuses(granted("request_record")) == [Status.OVERDUE, Status.KEPT]


def visitor(on: date, *, needed: bool, age: date | None = None) -> Disposal:
    """
    Decide on a visitor of the website, whom the firm may need or not, and may find to be a child.
    """
    uses = () if needed else firm("allegis").uses_of("website_user")
    child = [happened("age", "person.found_under_age", age, role=None)] if age else []
    return decided(
        "allegis",
        opened(
            "file",
            CAME,
            role="website_user",
            categories=("email",),
            controller="allegis_group_limited",
        ),
        make(ConditionKnown, "need", DONE, condition="ongoing_business_need", holds=needed),
        *(make(PurposeEnded, f"over-{use}", DONE, use=use) for use in uses),
        *child,
        on=on,
        what="file.email",
    )


def only_step(answer: Disposal, *can: End) -> EraseStep:
    """
    Give the one step in a place that can do this.
    """
    place = Place(kind="archive", can=can, overwritten_after=Period(days=90))
    (step,) = plan([answer], DataMap(places=FrozenMap({"there": place}))).steps
    assert isinstance(step, EraseStep)
    return step


@pytest.mark.row("ALLEGIS-168")
def test_without_a_need_data_go_or_are_made_anonymous() -> None:
    """
    What is no longer needed is erased or made anonymous, and that only where somebody attests it.
    """
    found = visitor(NEXT, needed=False)
    assert (found.status, found.action) == (Status.OVERDUE, "end_of_need")
    assert only_step(found, End.ERASED, End.ANONYMISED).end is End.ERASED
    step = only_step(found, End.ANONYMISED)
    assert step.end is End.ANONYMISED
    attested = StepResult.of(step, Outcome.ANONYMISED, done_on=NEXT, assessment="a-1")
    assert attested.assessment == "a-1"
    with pytest.raises(UnattestedError):
        StepResult.of(step, Outcome.ANONYMISED, done_on=NEXT)
    assert visitor(NEXT, needed=True).status is Status.KEPT


@pytest.mark.row("ALLEGIS-169")
def test_what_cannot_go_yet_is_set_apart_until_it_can() -> None:
    """
    A back-up is isolated and closed to every process until it is overwritten; a system is not.
    """
    found = visitor(NEXT, needed=False)
    step = only_step(found, End.ISOLATED)
    assert (step.end, step.gone_on) == (End.ISOLATED, date(2024, 5, 31))
    assert found.residue == Residue(present_in=("backup",), closed_to=(Closed.PROCESSES,))
    assert only_step(found, End.ISOLATED, End.ERASED).end is End.ERASED


@pytest.mark.row("ALLEGIS-172")
@pytest.mark.parametrize(
    ("found_on", "on", "status"),
    [(DONE, DONE, Status.KEPT), (DONE, NEXT, Status.OVERDUE), (None, NEXT, Status.KEPT)],
    ids=["the day itself", "the day after", "nobody found out"],
)
def test_the_data_of_a_child_go_when_it_is_found_out(
    found_on: date | None, on: date, status: Status
) -> None:
    """
    Whatever the need, the data go once the firm learns that the person is a child.
    """
    assert visitor(on, needed=True, age=found_on).status is status


def test_of_a_child_nobody_found_nothing_is_said() -> None:
    """
    Where nobody found out, the promise about children is no line of the answer.
    """
    rules = {ending.clause.rule for ending in visitor(NEXT, needed=True).endings}
    assert "children.then" not in rules
    assert visitor(NEXT, needed=True, age=DONE).must_be_gone_by == On(day=DONE)
