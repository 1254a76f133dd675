"""
Facts from a host's own columns.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest

from recruitprivacy.errors import EventTypeError, NaiveDatetimeError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Permission
from recruitprivacy.timeline import (
    Absence,
    Cell,
    Columns,
    ConsentFacts,
    Known,
    Moment,
    RecordFacts,
    RecordKind,
    Reliability,
    columns_of,
    facts_from_columns,
)
from tests.timeline.making import ON, POLICY, at, folded, happened, known, opened

JAN = date(2026, 1, 5)
INBOUND, REGISTERED = "message.inbound.last", "profile.registered.first"


def read(name: str, cell: Cell, nulls: dict[str, Absence] | None = None) -> Moment:
    """
    Read one cell of somebody's days as a candidate.
    """
    row = FrozenMap({name: cell})
    columns = Columns(
        person="p1", roles=FrozenMap({"candidate": row}), nulls=FrozenMap(nulls or {})
    )
    return facts_from_columns(columns, POLICY, on=ON).moment(name, role="candidate")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (JAN, known(JAN)),
        (at(JAN), known(JAN)),
        (None, Absence.UNKNOWN),
        (Absence.NOT_STARTED, Absence.NOT_STARTED),
        (date(1970, 1, 1), Absence.UNKNOWN),
        (date(9999, 12, 31), Absence.UNKNOWN),
        (ON, known(ON)),
        (ON + timedelta(days=1), Absence.UNKNOWN),
        (
            Known(day=JAN, reliability=Reliability.IMPORTED),
            Known(day=JAN, reliability=Reliability.IMPORTED),
        ),
    ],
)
def test_a_cell_is_a_day_or_says_why_not(cell: Cell, expected: Moment) -> None:
    """
    Nothing, a placeholder and a last day still to come are unknown.
    """
    assert read(INBOUND, cell) == expected


def test_a_first_day_still_to_come_has_not_come() -> None:
    """
    Who registers tomorrow has not registered today.
    """
    assert read(REGISTERED, ON + timedelta(days=1)) is Absence.NOT_STARTED


def test_a_host_says_what_its_nulls_mean() -> None:
    """
    Only where a host says so, nothing means never.
    """
    assert read(INBOUND, None, {INBOUND: Absence.NOT_STARTED}) is Absence.NOT_STARTED


def test_a_column_the_host_does_not_have_is_unknown() -> None:
    """
    What nobody keeps may have happened, in a row, a role or a company.
    """
    record = RecordFacts(kind=RecordKind.PERSON, role="candidate", company="c1")
    columns = Columns(person="p1", records=FrozenMap({"r1": record}))
    facts = facts_from_columns(columns, POLICY, on=ON)
    found = {
        *facts.moments.values(),
        *facts.roles["candidate"].moments.values(),
        *facts.records["r1"].moments.values(),
        *facts.companies["c1"].moments.values(),
    }
    assert found == {Absence.UNKNOWN}


def test_a_column_nobody_asked_for_is_left_out() -> None:
    """
    Facts hold what the policy needs, whatever else a host keeps.
    """
    row = FrozenMap[str, Cell]({"hired.last": JAN})
    columns = Columns(person="p1", roles=FrozenMap({"candidate": row}))
    facts = facts_from_columns(columns, POLICY, on=ON)
    assert "hired.last" not in facts.roles["candidate"].moments


def test_a_naive_cell_is_refused() -> None:
    """
    A time without an offset is on no day, and the error names the column.
    """
    with pytest.raises(NaiveDatetimeError, match=r"message\.inbound\.last"):
        read(INBOUND, datetime(2026, 1, 5))  # noqa: DTZ001 - refused


def test_a_cell_of_text_is_refused() -> None:
    """
    What is no day is no day, also where it looks like one; the error names the column.
    """
    text: Any = "2026-01-05"
    with pytest.raises(EventTypeError, match=r"Columns\.message\.inbound\.last takes date.*text"):
        read(INBOUND, text)


@pytest.mark.parametrize("stated", [JAN, at(JAN), known(JAN)])
def test_a_bare_day_in_a_ledger_was_recorded(stated: date | Known) -> None:
    """
    A ledger takes its days as a column does.
    """
    given = ConsentFacts(
        event="e1", purpose="matching", permission=Permission.CONSENT, given=stated
    )
    assert given.given == known(JAN)


def test_a_ledger_refuses_what_is_no_day() -> None:
    """
    A number is no day, and the error does not repeat it.
    """
    number: Any = 20260105
    with pytest.raises(EventTypeError, match=r"and was given int$"):
        ConsentFacts(event="e1", purpose="pool", permission=Permission.CONSENT, given=number)


RECORD = RecordFacts(kind=RecordKind.APPLICATION, role="candidate")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            {"record_days": {"r1": {"procedure.closed": JAN}}},
            ("timeline.column_unknown", "record_days.r1.procedure.closed"),
        ),
        ({"moments": {"hird": JAN}}, ("timeline.column_unknown", "moments.hird")),
        (
            {"roles": {"candidate": {"message.inbuond.last": None}}},
            ("timeline.column_unknown", "roles.candidate.message.inbuond.last"),
        ),
        ({"moments": {INBOUND: JAN}}, ("timeline.column_elsewhere", f"moments.{INBOUND}")),
        (
            {"companies": {"c1": {REGISTERED: JAN}}},
            ("timeline.column_elsewhere", f"companies.c1.{REGISTERED}"),
        ),
        ({"record_days": {"r2": {}}}, ("timeline.record_unlisted", "record_days.r2")),
        (
            {"nulls": {"procedure.closed": Absence.NOT_STARTED}},
            ("timeline.column_unknown", "nulls.procedure.closed"),
        ),
    ],
)
def test_a_column_nobody_can_read_is_a_finding(
    more: dict[str, Any], expected: tuple[str, str]
) -> None:
    """
    A misspelt column, one in another row and days of a record nobody listed do not go in silence.
    """
    columns = Columns(person="p1", records={"r1": RECORD}, **more)
    found = facts_from_columns(columns, POLICY, on=ON).findings
    assert [(finding.code, finding.path) for finding in found] == [expected]


def test_the_finding_names_the_fact_that_was_meant() -> None:
    """
    The nearest fact that is asked for is named.
    """
    columns = Columns(person="p1", roles={"candidate": {"message.inbuond.last": JAN}})
    (found,) = facts_from_columns(columns, POLICY, on=ON).findings
    assert found.mend is not None
    assert found.mend.values["nearest"] == INBOUND


@pytest.mark.parametrize(
    "name", ["candidate.rejected.last", "invoice.paid.first", "clock.pool.first"]
)
def test_a_fact_that_nobody_asked_for_is_no_finding(name: str) -> None:
    """
    A host may keep more than one policy asks for.
    """
    columns = Columns(
        person="p1",
        records={"r1": RECORD},
        record_days={"r1": {name: JAN}},
    )
    assert facts_from_columns(columns, POLICY, on=ON).findings == ()


def test_columns_of_plain_tables_can_be_hashed() -> None:
    """
    A host hands over what it has, and gets a value.
    """
    columns = Columns(
        person="p1",
        records={"r1": RECORD},
        record_days={"r1": {"procedure.closed.last": JAN}},
        withdrawals={"matching": JAN},
    )
    assert {columns} == {attrs.evolve(columns)}


def test_columns_do_not_show_the_person() -> None:
    """
    The repr of a row names nobody.
    """
    assert "secret" not in repr(Columns(person="secret"))


def test_written_and_read_again_facts_are_the_same() -> None:
    """
    A plain day stays plain; one less sure says so.
    """
    facts = folded(
        opened("r1", JAN, supplier="s1"),
        happened("e1", "message.inbound", JAN),
        happened("e2", "cv.updated", JAN, reliability=Reliability.ASSUMED),
    )
    columns = columns_of(facts)
    assert columns.roles["candidate"][INBOUND] == JAN
    assert isinstance(columns.roles["candidate"]["cv.updated.last"], Known)
    assert facts_from_columns(columns, POLICY, on=ON) == facts


def test_a_changed_column_makes_other_facts() -> None:
    """
    The equality is not empty: a day moved by one makes facts that differ.
    """
    facts = folded(opened("r1", JAN), happened("e1", "message.inbound", JAN))
    columns = columns_of(facts)
    row = FrozenMap({**columns.roles["candidate"], INBOUND: JAN + timedelta(days=1)})
    changed = attrs.evolve(columns, roles=FrozenMap({"candidate": row}))
    assert facts_from_columns(changed, POLICY, on=ON) != facts


def test_a_ledger_left_out_is_unknown() -> None:
    """
    A ledger nobody gave is named; an empty one is empty, written as a plain mapping or not.
    """
    plain: Any = {}
    facts = facts_from_columns(Columns(person="p1", holds=(), withdrawals=plain), POLICY, on=ON)
    assert facts.unknown == (
        *("consents", "disclosures", "erasures", "freezes", "notices", "objections"),
        "restrictions",
    )
    assert facts.withdrawals == FrozenMap()
    assert columns_of(facts).unknown == facts.unknown


def test_folded_ledgers_are_known() -> None:
    """
    Whoever hands over events hands over all of them.
    """
    assert folded(opened("r1", JAN)).unknown == ()
