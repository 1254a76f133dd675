"""
What must be kept after an employment is kept while it runs, and when it runs again.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.law import Situation
from recruitprivacy.retention import On, Status, Unknown
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
