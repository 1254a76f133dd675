"""
The named examples.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.law import load
from recruitprivacy.policy import Policy
from recruitprivacy.retention import assess
from recruitprivacy.testing import examples
from recruitprivacy.timeline import AnyEvent, fold

BOOK: Final = load("NL", "SE")


def answers(policy: Policy, events: tuple[AnyEvent, ...], on: date) -> set[tuple[str, str]]:
    """
    Decide on an example, and name each status with its last day.
    """
    decided = assess(policy, fold(events, policy, on=on, law=BOOK), BOOK, on=on)
    return {(each.status.value, str(each.must_be_gone_by)) for each in decided}


@pytest.mark.parametrize(
    ("on", "status"), [(date(2026, 4, 29), "kept"), (date(2026, 4, 30), "overdue")]
)
def test_anna(on: date, status: str) -> None:
    """
    What is held of Anna goes four weeks after the procedure closed on 1 April 2026.
    """
    found = answers(examples.own_hiring(), examples.anna_applies(), on)
    assert found == {(status, "2026-04-29")}


def test_anna_asks() -> None:
    """
    While Anna waits for a copy of her data nothing is erased by schedule.
    """
    found = answers(examples.own_hiring(), examples.anna_asks(), date(2026, 5, 4))
    assert found == {("frozen", "2026-04-29")}


def test_bo() -> None:
    """
    Bo's last message counts, the mail opened a year later does not.
    """
    found = answers(examples.agency(), examples.quiet_candidate(), date(2026, 3, 2))
    assert found == {("overdue", "2025-06-10")}


def test_cleo() -> None:
    """
    Once the supplier has reported the end of the relation, the two years run from that day.
    """
    found = answers(examples.agency(), examples.supplied_candidate(), date(2026, 3, 2))
    assert found == {("kept", "2027-09-30")}
