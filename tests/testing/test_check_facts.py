"""
A host's columns held against its events: planted mistakes are found, and named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, Final, TypeAlias

import pytest

from recruitprivacy.errors import FaultsError
from recruitprivacy.findings import Finding
from recruitprivacy.law import load
from recruitprivacy.retention import Cell, CellKind, Cutoffs, cutoffs
from recruitprivacy.testing import candidate_events, candidates, check_facts
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import (
    Absence,
    AnyEvent,
    Happened,
    RecordKind,
    RecordOpened,
    day_of,
)

Row: TypeAlias = dict[str, Cell]
Told: TypeAlias = tuple[AnyEvent, ...]

BOOK: Final = load("SE")
ON: Final = date(2026, 5, 4)
EPOCH: Final = date(1970, 1, 1)
NEVER: Final = Absence.NOT_STARTED
END: Final = datetime.combine(ON, time.max, tzinfo=UTC)
PEOPLE: Final = 120
INBOUND: Final = "message.inbound.last"


@cache
def table() -> Cutoffs:
    """
    Turn the schedule of an agency round.
    """
    return cutoffs(agency(), BOOK, on=ON)


COLUMNS: Final = {each.name: each.name for each in table().facts}
NULLS: Final = {each.name: NEVER for each in table().facts if each.kind is CellKind.DAY}


@cache
def events() -> Mapping[str, Told]:
    """
    Tell of some people what was noted by the day, by the name of each of their records.
    """
    found = {}
    for told in candidate_events(agency(), PEOPLE, 4, law=BOOK):
        known = tuple(event for event in told if event.recorded_at <= END)
        for event in known:
            if isinstance(event, RecordOpened):
                found[event.record] = known
    return found


def rows() -> list[Row]:
    """
    Write the same people as rows, as a careful host does.
    """
    (columns,) = candidates(agency(), PEOPLE, 4, law=BOOK, on=ON)
    return [dict(zip(columns, each, strict=True)) for each in zip(*columns.values(), strict=True)]


def checked(
    some: Iterable[Row],
    *,
    columns: Mapping[str, str] = COLUMNS,
    nulls: Mapping[str, Absence] = NULLS,
    given: Mapping[str, Cell] | None = None,
) -> list[Finding]:
    """
    Hold rows against the events.
    """
    found = check_facts(
        some,
        table(),
        agency(),
        BOOK,
        columns=columns,
        events=lambda record: events().get(record, ()),
        nulls=nulls,
        given=given or {},
    )
    return [*found]


def test_a_careful_host_agrees_with_the_fold() -> None:
    """
    Of columns that hold what the events come to there is nothing to say.
    """
    assert [] == checked(rows())


def test_no_rows_say_nothing() -> None:
    """
    Of no rows there is nothing to say.
    """
    assert [] == checked([])


def days(row: Row, wanted: Callable[[Happened], bool]) -> list[date]:
    """
    List the days of some events of the person of a row, sorted.
    """
    told = events()[str(row["id"])]
    found = (
        day_of(event.happened) for event in told if isinstance(event, Happened) if wanted(event)
    )
    return sorted(day for day in found if day is not None)


def inbound(event: Happened) -> bool:
    """
    Say whether somebody wrote.
    """
    return event.what == "message.inbound" and not event.exercises_right


def first_contact(row: Row) -> Cell:
    """
    Take the first message for the last.
    """
    return min(days(row, inbound), default=row[INBOUND])


def with_rights(row: Row) -> Cell:
    """
    Count an opt-out as contact.
    """
    return max(days(row, lambda event: event.what == "message.inbound"), default=row[INBOUND])


def with_opened(row: Row) -> Cell:
    """
    Count an opened mail as contact.
    """
    kinds = {"message.inbound", "message.opened", "message.outbound"}
    return max(days(row, lambda event: event.what in kinds), default=row[INBOUND])


def moved(row: Row) -> Cell:
    """
    Take the day of another zone.
    """
    day = row[INBOUND]
    return day - timedelta(days=1) if isinstance(day, date) and day != EPOCH else day


def filled(row: Row) -> Cell:
    """
    Write 1970 where nobody ever wrote.
    """
    return row[INBOUND] or EPOCH


def emptied(_: Row) -> Cell:
    """
    Forget the day.
    """
    return None


def ahead(_: Row) -> Cell:
    """
    Write a day that has not come.
    """
    return ON + timedelta(days=30)


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        (first_contact, "testing.facts.other_end"),
        (with_rights, "testing.facts.rights"),
        (with_opened, "testing.facts.other_kind"),
        (moved, "testing.facts.zone"),
        (filled, "testing.facts.filler"),
        (emptied, "testing.facts.not_never"),
        (ahead, "testing.facts.ahead"),
    ],
)
def test_a_planted_mistake_is_named(slip: Callable[[Row], Cell], code: str) -> None:
    """
    The column that slipped is named, with what the host may have done, and no other.
    """
    slipped = [{**row, INBOUND: slip(row)} for row in rows()]
    assert [(code, INBOUND)] == [(each.code, each.path) for each in checked(slipped)]


def test_empty_read_as_unknown_where_nothing_happened() -> None:
    """
    A host that leaves a cell empty where nothing happened is told to say so.
    """
    nulls = {fact: absence for fact, absence in NULLS.items() if fact != INBOUND}
    (found,) = checked(rows(), nulls=nulls)
    assert ("testing.facts.say_never", INBOUND) == (found.code, found.path)


def test_yes_for_no() -> None:
    """
    A flag that is turned round is told to be.
    """
    slipped = [{**row, "hold.open": not row["hold.open"]} for row in rows()]
    (found,) = checked(slipped)
    assert ("testing.facts.inverted", "hold.open") == (found.code, found.path)


def in_two_roles() -> Told:
    """
    Tell of somebody who is a candidate, and speaks for a client.
    """

    def head(number: int, day: date) -> dict[str, Any]:
        noted = datetime.combine(day, time(9), tzinfo=UTC)
        return {"id": f"e{number}", "person": "dee", "happened": day, "recorded_at": noted}

    def opened(number: int, role: str) -> RecordOpened:
        return RecordOpened(
            **head(number, date(2025, 1, 7)),
            record=role,
            record_kind=RecordKind.PERSON,
            role=role,
            controller="north",
        )

    def wrote(number: int, day: date, role: str) -> Happened:
        return Happened(**head(number, day), what="message.inbound", role=role, record=role)

    return (
        opened(1, "candidate"),
        opened(2, "client"),
        wrote(3, date(2025, 2, 3), "candidate"),
        wrote(4, date(2025, 9, 9), "client"),
    )


def test_a_day_of_another_record() -> None:
    """
    A host that keeps one day for all roles of a person counts what belongs to another record.
    """
    book: Mapping[str, Cell] = {
        **dict.fromkeys(COLUMNS),
        **{each.name: False for each in table().facts if each.kind is CellKind.FLAG},
        "id": "candidate",
        "record.role": "candidate",
        "record.controller": "north",
        "record.opened.first": date(2025, 1, 7),
        INBOUND: date(2025, 9, 9),
    }
    (found,) = check_facts(
        [book],
        table(),
        agency(),
        BOOK,
        columns=COLUMNS,
        events=lambda _: in_two_roles(),
        nulls=NULLS,
    )
    assert ("testing.facts.other_record", INBOUND) == (found.code, found.path)


def test_what_nothing_explains_is_told_all_the_same() -> None:
    """
    A column whose cells were shuffled is wrong, though nobody can say how.
    """
    cells = [row[INBOUND] for row in rows()]
    slipped = [
        {**row, INBOUND: cell} for row, cell in zip(rows(), cells[7:] + cells[:7], strict=True)
    ]
    (found,) = checked(slipped)
    assert ("testing.facts.differs", INBOUND) == (found.code, found.path)
    assert found.mend is not None
    assert "testing.facts.look" == found.mend.message.code


def test_what_is_given_for_every_row_is_held_against_the_events_too() -> None:
    """
    A fact that is said to be the same for every row is found where it is not.
    """
    columns = {name: fact for name, fact in COLUMNS.items() if fact != "objection.state"}
    (found,) = checked(rows(), columns=columns, given={"objection.state": False})
    assert "given.objection.state" == found.path


def test_rows_without_events_are_counted() -> None:
    """
    Rows of which no event says that the record was made are counted, and not compared.
    """
    slipped = [{**row, "id": f"row-{number}"} for number, row in enumerate(rows())]
    (found,) = checked(slipped)
    assert ("testing.facts.unopened", "id") == (found.code, found.path)


def test_two_columns_are_two_findings() -> None:
    """
    Each column that slipped is told apart, with how many rows.
    """
    slipped = [{**row, INBOUND: moved(row), "cv.uploaded.last": ahead(row)} for row in rows()]
    found = checked(slipped)
    assert ["cv.uploaded.last", INBOUND] == [each.path for each in found]
    assert (len(slipped), len(slipped)) == tuple(
        found[0].says.values[name] for name in ("wrong", "rows")
    )


def test_a_map_that_does_not_fit_is_refused() -> None:
    """
    A fact that no rule asks for is refused before an event is read.
    """
    with pytest.raises(FaultsError):
        checked(rows(), columns={**COLUMNS, "x": "hold.opened"})
