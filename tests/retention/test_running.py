"""
What must be kept after an employment is kept while it runs, and when it runs again.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.law import Law, Situation, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.retention import Effect, On, Status, Unknown
from recruitprivacy.timeline import AnyEvent, RecordKind
from tests.retention.house import of
from tests.timeline.making import at, happened, opened

DUTCH: Final = Situation(establishment="NL", formal_employer="NL", place_of_work="NL")
JOB: Final = opened(
    "job",
    date(2015, 1, 10),
    record_kind=RecordKind.PLACEMENT,
    role="placed_candidate",
    categories=("id_document_copy",),
)


def work(what: str, day: date | None) -> AnyEvent:
    """
    Let an employment start or end.
    """
    event = happened(
        f"{what}-{day}", f"employment.{what}", day, record="job", role="placed_candidate"
    )
    return event if day else attrs.evolve(event, recorded_at=at(date(2015, 2, 1)))


STARTED: Final = work("started", date(2015, 2, 1))
ENDED: Final = work("ended", date(2015, 8, 31))
AGAIN: Final = work("started", date(2020, 3, 1))
ON: Final = date(2022, 6, 1)


@pytest.mark.parametrize(
    ("events", "status", "free"),
    [
        ((STARTED,), Status.SEGREGATED, None),
        ((STARTED, ENDED), Status.OVERDUE, On(day=date(2021, 1, 1))),
        ((STARTED, ENDED, AGAIN), Status.SEGREGATED, None),
        ((work("started", None), ENDED), Status.INDETERMINATE, None),
        ((), Status.INDETERMINATE, None),
    ],
    ids=["runs", "over", "runs again", "began nobody knows when", "nothing noted"],
)
def test_while_it_runs_the_copy_is_kept(
    events: tuple[AnyEvent, ...], status: Status, free: On | None
) -> None:
    """
    An employment that runs, for the first time or again, keeps what its end would keep.
    """
    found = of([JOB, *events], ON, what="job.id_document_copy", situation=DUTCH)
    assert found.status is status
    assert (
        isinstance(found.may_erase_from, Unknown) if free is None else found.may_erase_from == free
    )


def test_a_running_employment_is_no_missing_fact_in_words() -> None:
    """
    What goes on is said to go on; only where nobody knows is something said to be missing.
    """

    def said(*events: AnyEvent) -> set[str]:
        found = of([JOB, *events], ON, what="job.id_document_copy", situation=DUTCH)
        return {each.says.message.code for each in found.steps}

    assert "retention.step.running" in said(STARTED, ENDED, AGAIN)
    assert "retention.step.hangs" not in said(STARTED, ENDED, AGAIN)
    assert "retention.step.hangs" in said()


BY_EVENT: Final = """
[[rules]]
id = "xx.retention.work"
topic = "retention.placed_worker"
kind = "floor"
trigger = "employment_ended"
selects = "event_day"
period = "P{years}Y"
applies_from = {since}
{until}
weight = "statute"
confidence = "verified"
checked_on = 2026-01-01
cites = ["LAW Art. 1"]
because = "The act of this test says so."
source = "made up"
"""
BOOKS: Final = Law(
    packs=(
        read_pack(
            'jurisdiction = "XX"\nchecked_on = 2026-01-01\n[acts.LAW]\ntitle = "Some Act"\n'
            + BY_EVENT.format(years=2, since="2000-01-01", until="applies_until = 2019-12-31")
            + BY_EVENT.format(years=5, since="2020-01-01", until=""),
            source="made up",
        ),
    )
)


@pytest.mark.parametrize(
    ("events", "status", "free"),
    [
        ((STARTED,), Status.SEGREGATED, None),
        ((STARTED, ENDED), Status.OVERDUE, On(day=date(2017, 9, 1))),
        ((STARTED, ENDED, AGAIN), Status.SEGREGATED, None),
        ((work("started", None), ENDED), Status.INDETERMINATE, None),
    ],
    ids=["runs", "over", "runs again", "began nobody knows when"],
)
def test_while_it_runs_the_version_of_today_keeps(
    events: tuple[AnyEvent, ...], status: Status, free: On | None
) -> None:
    """
    Where the day of the end chooses the version, an end yet to come is taken to come today.
    """
    here = Situation(establishment="XX", formal_employer="XX", place_of_work="XX")
    found = of([JOB, *events], ON, what="job.id_document_copy", situation=here, law=BOOKS)
    assert found.status is status
    lengths = {each.clause.period for each in found.endings if each.clause.effect is Effect.FLOOR}
    assert lengths >= {Period(years=2) if free else Period(years=5)}
    assert free in {None, found.may_erase_from}
