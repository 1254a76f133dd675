"""
Histories of one person, invented: few days and few records, so that much coincides.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from recruitprivacy.timeline import (
    Answered,
    AnyEvent,
    ConditionKnown,
    ConsentGiven,
    ConsentWithdrawn,
    Corrected,
    Disclosed,
    ErasureGranted,
    Happened,
    HoldLifted,
    HoldPlaced,
    IdentityAsked,
    IdentityProved,
    LiftAnnounced,
    NoticeGiven,
    Objected,
    ObjectionDecided,
    PersonsMerged,
    PlainEvent,
    PurposeEnded,
    PurposeStarted,
    RecordKind,
    RecordOpened,
    Reliability,
    Reopened,
    RequestReceived,
    RestrictionAnnounced,
    RestrictionLifted,
    RestrictionPlaced,
)
from recruitprivacy.vocabulary import ObjectionGround, RestrictionGround, Right

FIRST: Final = date(2026, 1, 1)
DAYS: Final = st.integers(0, 9).map(lambda days: FIRST + timedelta(days=days))
INSTANTS: Final = st.builds(
    lambda day, hour: datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
    DAYS,
    st.integers(8, 10),
)
WHEN: Final = DAYS | INSTANTS | st.none()
RECORDS: Final = st.sampled_from(["r1", "r2", "r3"])
ROLES: Final = st.sampled_from(["candidate", "client"])
KINDS: Final = (
    *("message.inbound", "call.held", "cv.updated", "message.opened", "unsubscribed"),
    *("procedure.closed", "employment.ended", "company.contact", "supplier.relation_ended"),
    *("profile.registered", "data.collected"),
)

Fields: TypeAlias = dict[str, SearchStrategy[Any]]


def maybe(some: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """
    Draw something or nothing.
    """
    return st.none() | some


def few(some: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    """
    Draw up to two of something.
    """
    return st.lists(some, max_size=2, unique=True).map(tuple)


COMPANIES: Final = st.sampled_from(["c1", "c2"])
PURPOSES: Final = st.sampled_from(["marketing", "matching"])
IDS: Final = st.integers(0, 11).map("e{}".format)
REQUESTS: Final = st.sampled_from(["q1", "q2"])
RIGHTS: Final = st.sampled_from([Right.ACCESS, Right.ERASURE, Right.PORTABILITY])

SHAPES: Final[dict[type[PlainEvent], Fields]] = {
    Happened: {
        "what": st.sampled_from(KINDS),
        "role": maybe(ROLES),
        "record": maybe(RECORDS),
        "vacancy": maybe(st.just("v1")),
        "company": maybe(COMPANIES),
        "outcome": maybe(st.sampled_from(["hired", "rejected"])),
        "exercises_right": st.booleans(),
    },
    RecordOpened: {
        "record": RECORDS,
        "record_kind": st.sampled_from(RecordKind),
        "role": ROLES,
        "company": maybe(COMPANIES),
        "supplier": maybe(COMPANIES),
        "vacancy": maybe(st.just("v1")),
        "part_of": maybe(RECORDS),
    },
    NoticeGiven: {"version": st.just("1"), "language": st.just("en"), "role": ROLES},
    ConsentGiven: {"purposes": few(PURPOSES), "expires_on": maybe(DAYS)},
    ConsentWithdrawn: {"purposes": few(PURPOSES)},
    Objected: {"grounds": few(st.sampled_from(ObjectionGround)), "purposes": few(PURPOSES)},
    ObjectionDecided: {"objection": IDS, "upheld": st.booleans()},
    RestrictionPlaced: {"ground": st.sampled_from(RestrictionGround), "records": few(RECORDS)},
    RestrictionAnnounced: {"restriction": st.just("") | IDS},
    RestrictionLifted: {"restriction": st.just("") | IDS},
    HoldPlaced: {
        "matter": st.sampled_from(["m1", "m2"]),
        "ground": st.just("anticipated_litigation"),
        "records": few(RECORDS),
        "review_on": maybe(DAYS),
    },
    HoldLifted: {"matter": st.sampled_from(["m1", "m2"])},
    PurposeStarted: {"use": st.just("matching"), "record": maybe(RECORDS)},
    PurposeEnded: {"use": st.just("matching"), "record": maybe(RECORDS)},
    Disclosed: {"recipient": st.just("client"), "records": few(RECORDS)},
    ConditionKnown: {
        "condition": st.just("law_permits"),
        "holds": st.booleans(),
        "record": maybe(RECORDS),
    },
    RequestReceived: {"request": REQUESTS, "rights": few(RIGHTS)},
    IdentityAsked: {"request": REQUESTS},
    IdentityProved: {"request": REQUESTS},
    Answered: {"request": REQUESTS},
    Reopened: {"request": REQUESTS},
    LiftAnnounced: {"request": REQUESTS},
    ErasureGranted: {"request": REQUESTS, "records": few(RECORDS)},
}
OFTEN: Final = (*([Happened] * 12), *([RecordOpened] * 4), *SHAPES)


def plain(draw: DrawFn, name: str, *, whose: SearchStrategy[str]) -> PlainEvent:
    """
    Draw one event.
    """
    kind: Callable[..., PlainEvent] = draw(st.sampled_from(OFTEN))
    fields = {field: draw(some) for field, some in SHAPES[kind].items()}  # type: ignore[index]
    return kind(
        id=name,
        person=draw(whose),
        happened=draw(WHEN),
        recorded_at=draw(INSTANTS),
        reliability=draw(st.sampled_from(Reliability)),
        **fields,
    )


@st.composite
def histories(draw: DrawFn) -> list[PlainEvent]:
    """
    Draw up to twelve events of one person and the companies around.
    """
    whose = st.sampled_from(["p1", "p1", "p1", ""])
    count = draw(st.integers(0, 12))
    return [plain(draw, f"e{number}", whose=whose) for number in range(count)]


@st.composite
def corrected_histories(draw: DrawFn, ids: tuple[str, ...] = ("p1",)) -> list[AnyEvent]:
    """
    Draw a history of one or more ids, with corrections of events and of corrections.
    """
    whose = st.sampled_from([*ids, *ids, ""])
    count = draw(st.integers(0, 8))
    events: list[AnyEvent] = [plain(draw, f"e{number}", whose=whose) for number in range(count)]
    for number in range(draw(st.integers(0, 3))):
        by = plain(draw, f"b{number}", whose=whose) if draw(st.booleans()) else None
        wrong = [name for name in ("e0", "e1", "b0", "c0", "c1") if not name.endswith(f"{number}")]
        events.append(
            Corrected(
                id=f"c{number}",
                person="p1",
                happened=FIRST,
                recorded_at=draw(INSTANTS),
                replaces=draw(st.sampled_from(["e0", "e1", *wrong])),
                by=by,
            )
        )
    return events


MERGED: Final = PersonsMerged(
    id="m1",
    person="p1",
    absorbed="p2",
    happened=FIRST,
    recorded_at=datetime(2025, 12, 31, tzinfo=UTC),
)
