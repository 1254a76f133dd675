"""
Why a row is due, and since when, as the record function says it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import load
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy
from recruitprivacy.retention import (
    Bound,
    Cell,
    CellKind,
    Compared,
    On,
    Reason,
    Row,
    Status,
    Unknown,
    cutoffs,
    reason,
)
from recruitprivacy.retention._cutoffs import _reason
from recruitprivacy.testing.examples import own_hiring
from recruitprivacy.timeline import Absence
from recruitprivacy.wire import read_policy
from tests.retention.sweeping import swept

MAY: Final = date(2026, 5, 4)
NEVER: Final = Absence.NOT_STARTED
RULE: Final = "retention.after_the_procedure"


def latest(bound: Bound) -> date | None:
    """
    Find the latest day a bound can be.
    """
    if isinstance(bound, Unknown):
        return bound.not_after
    return bound.day if isinstance(bound, On) else None


@pytest.mark.parametrize("number", range(24))
def test_the_day_is_that_of_the_record_function(number: int) -> None:
    """
    Each row that is due is so for the status and since the day the record function finds.
    """
    one = swept(number, 40)
    for each in one.decided:
        found = reason(one.table, one.rows[each.number], each.category)
        assert (found is not None) == (each.found is Compared.DUE)
        if found is not None:
            bound = each.gone if found.status is Status.OVERDUE else each.planned
            assert (each.status, latest(bound)) == (found.status, found.last_day)


def row(policy: Policy, **cells: Cell) -> Row:
    """
    Write the row of an application whose procedure closed on 1 April 2026.
    """
    table = cutoffs(policy, load("NL"), on=MAY)
    plain: dict[CellKind, Cell] = {CellKind.DAY: NEVER, CellKind.KEY: None, CellKind.FLAG: False}
    given = {each.name: plain[each.kind] for each in table.facts}
    known: dict[str, Cell] = {
        "record.role": "candidate",
        "record.controller": "harbour",
        "procedure.closed.last": date(2026, 4, 1),
    }
    return {**given, **known, **cells}


def why(policy: Policy, **cells: Cell) -> Reason | None:
    """
    Ask why an application is due on 4 May 2026.
    """
    return reason(cutoffs(policy, load("NL"), on=MAY), row(policy, **cells))


def keeping(at_most: Period | None, aim: Period | None = None) -> Policy:
    """
    Give the bakery another length.
    """
    (name, kept), *_ = own_hiring().retention.items()
    changed = attrs.evolve(kept, at_most=at_most, aim=aim)
    return attrs.evolve(own_hiring(), retention=FrozenMap({name: changed}))


def test_what_is_not_due_has_no_reason() -> None:
    """
    Of a row that is held no reason is given.
    """
    assert why(own_hiring(), **{"hold.open": True}) is None


def test_working_days_are_left_to_the_record_function() -> None:
    """
    A length in working days has no last day here: which days they are is no fact of a row.
    """
    found = why(keeping(at_most=Period(working_days=5)))
    assert Reason(status=Status.OVERDUE, rules=(RULE,), last_day=None) == found


def test_a_wish_makes_erasable() -> None:
    """
    Where only the day the firm planned has passed, the row is erasable since that day.
    """
    found = why(keeping(at_most=None, aim=Period(weeks=2)))
    assert Reason(status=Status.ERASABLE, rules=(RULE,), last_day=date(2026, 4, 15)) == found


TWO_USES: Final = """
id = "quay"
firm = "Quay"
languages = ["en"]
roles.candidate = {}
controllers.harbour = { name = "Quay", country = "NL" }
responsible.all = { roles = ["candidate"], among = ["harbour"] }
data.candidate.items = ["cv"]
uses.hiring = { roles = ["candidate"], purposes = ["selection"], basis = "precontract" }
uses.pool = { roles = ["candidate"], purposes = ["talent_pool"], basis = "legitimate_interests" }
[retention.short]
at_most = "P2W"
after = "procedure_closed"
purpose = "hiring"
[retention.long]
at_most = "P4W"
after = "procedure_closed"
purpose = "pool"
"""


def test_across_uses_the_later_end_decides() -> None:
    """
    Where each use has a rule of its own, the data are due when the last of them has ended.
    """
    found = why(read_policy(TWO_USES))
    later = Reason(status=Status.OVERDUE, rules=("retention.long",), last_day=date(2026, 4, 29))
    assert later == found


def test_a_use_that_stopped_needs_no_rule() -> None:
    """
    A use that ended decides by the day it ended, and the rule named is the one that had ended.
    """
    found = why(read_policy(TWO_USES), **{"use.pool.ended": date(2026, 4, 20)})
    assert (
        Reason(status=Status.OVERDUE, rules=("retention.short",), last_day=date(2026, 4, 20))
        == found
    )


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Rows between the same cut-offs are answered alike; what is remembered of them does not grow.
    """
    monkeypatch.setattr(_reason, "REMEMBERED", 1)
    days = (date(2026, 4, 1), date(2026, 5, 1), date(2026, 3, 1), date(2026, 5, 2))
    found = [why(own_hiring(), **{"procedure.closed.last": day}) for day in days]
    assert [date(2026, 4, 29), None, date(2026, 3, 29), None] == [
        each.last_day if each else None for each in found
    ]
