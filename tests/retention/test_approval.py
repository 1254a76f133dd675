"""
Above a share of all records, one person is not enough.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

import pytest

from recruitprivacy.errors import FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.retention import DataMap, Place, Plan, plan, release, second_approver
from recruitprivacy.timeline import fold
from tests.retention.house import BOOK, HERE, HOUSE, decide
from tests.timeline.making import opened

ON: Final = date(2027, 1, 1)
HISTORY: Final = (opened("one", date(2024, 1, 1)), opened("two", date(2024, 1, 1)))
MAP: Final = DataMap(
    places=FrozenMap(
        {
            "ats": Place(kind="candidate_system"),
            "client": Place(kind="client", holder="client-1", decides=True),
        }
    )
)
PLAN: Final = plan(decide(HISTORY, ON).values(), MAP)


@pytest.mark.parametrize(
    ("base", "asks"), [(100, False), (99, True), (0, True), (1, True), (10**6, False)]
)
def test_above_the_share_a_second_person_is_asked(base: int, *, asks: bool) -> None:
    """
    Two records of a hundred are one fiftieth, which one person may release; of fewer they are more.
    """
    found = second_approver(PLAN, base=base, share=Fraction(1, 50))
    assert (found is not None) == asks
    facts = fold(HISTORY, HOUSE, on=ON, law=BOOK)
    may = release(PLAN, HOUSE, facts, BOOK, on=ON, situation=HERE)
    assert second_approver(may, base=base, share=Fraction(1, 50)) == found


def test_what_erases_nothing_needs_nobody() -> None:
    """
    An empty plan is within any share; a plan to erase all is not within none.
    """
    assert second_approver(Plan(on=None), base=0, share=Fraction(0)) is None
    assert second_approver(PLAN, base=2, share=Fraction(1)) is None
    found = second_approver(PLAN, base=2, share=Fraction(0))
    assert found is not None
    assert dict(found.says.values) == {"found": 2, "base": 2, "limit": 0}


def test_what_is_no_share_is_refused_with_all_its_faults() -> None:
    """
    A negative base and a share above all are named together.
    """
    with pytest.raises(FaultsError) as caught:
        second_approver(PLAN, base=-1, share=Fraction(3, 2))
    assert [each.path for each in caught.value.faults] == ["base", "share"]
