"""
What a sweep writes of made-up people is what the record function decides of each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

import polars as pl
import pytest
from click.testing import Result

from recruitprivacy import law, retention, timeline, wire
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Bound, CellKind, Cutoffs, Disposal, On, Status, Unknown, frames
from recruitprivacy.testing import candidate_events, candidates

Run: TypeAlias = Callable[..., Result]

POLICIES: Final = Path(__file__).resolve().parents[2] / "examples" / "policies"
ON: Final = date(2026, 3, 2)
PEOPLE: Final = 150
TYPES: Final = {CellKind.DAY: pl.Date, CellKind.KEY: pl.String, CellKind.FLAG: pl.Boolean}


def upper(bound: Bound) -> date | None:
    """
    Find the latest day a bound can be.
    """
    if isinstance(bound, Unknown):
        return bound.not_after
    return bound.day if isinstance(bound, On) else None


def first(due: list[Disposal]) -> tuple[str, date | None]:
    """
    Say of a record what was due first.
    """
    overdue = [each for each in due if each.status is Status.OVERDUE]
    days = [upper(each.must_be_gone_by) for each in overdue]
    if not overdue:
        days = [upper(each.planned_on) for each in due]
    known = [day for day in days if day is not None]
    return (overdue or due)[0].status.value, min(known, default=None)


def decided(policy: Policy, book: law.Law) -> Iterator[tuple[str, list[Disposal]]]:
    """
    Decide on each record by itself, from the events behind it.
    """
    for events in candidate_events(policy, PEOPLE, law=book):
        facts = timeline.fold(events, policy, on=ON, law=book)
        by_record: dict[str, list[Disposal]] = {}
        for each in retention.assess(policy, facts, book, on=ON):
            by_record.setdefault(each.record, []).extend([each] if each.is_due else [])
        yield from by_record.items()


def map_of(table: Cutoffs) -> str:
    """
    Write the map of columns that bear the names of facts.
    """
    lines = ['id = "id"', "[columns]"]
    for each in table.facts:
        empty = ', empty = "never"' if each.kind is CellKind.DAY else ""
        lines.append(f'"{each.name}" = {{ fact = "{each.name}"{empty} }}')
    return "\n".join(lines)


@pytest.mark.parametrize("firm", ["allegis", "cluster"])
def test_a_sweep_writes_what_is_decided_one_by_one(run: Run, tmp_path: Path, firm: str) -> None:
    """
    What the file lists is due, for that status and since that day; nothing due is lost unseen.
    """
    policy = wire.load_policy(POLICIES / firm)
    countries = {str(each.country) for each in policy.controllers.values()}
    book = law.load(*(countries & set(law.jurisdictions())))
    table = retention.cutoffs(policy, book, on=ON)
    (batch,) = candidates(policy, PEOPLE, law=book, on=ON)
    days = {each.name: pl.Series(batch[each.name], dtype=TYPES[each.kind]) for each in table.facts}
    frame = pl.DataFrame({"id": batch["id"], **days})
    frame.write_parquet(tmp_path / "people.parquet")
    (tmp_path / "map.toml").write_text(map_of(table), encoding="utf-8")
    files = ("--data", tmp_path / "people.parquet", "--map", tmp_path / "map.toml")
    out = tmp_path / "due.parquet"
    result = run(
        *("sweep", POLICIES / firm, *files, "--on", ON, "--out", out),
        *("--at-most", 1, "--format", "json"),
    )
    assert (0, "") == (result.exit_code, result.stderr)
    one_by_one = {record: first(due) for record, due in decided(policy, book) if due}
    rows = pl.read_parquet(out).select("id", "status", "last_day").rows()
    swept = {record: (status, day) for record, status, day in rows}
    assert {record: one_by_one.get(record) for record in swept} == swept
    names = {name: name for name in days}
    nulls = {
        each.name: timeline.Absence.NOT_STARTED for each in table.facts if each.kind is CellKind.DAY
    }
    left = frames.undecided(frame, table, columns=names, nulls=nulls)
    assert set(one_by_one) - set(swept) <= set(left["id"])
