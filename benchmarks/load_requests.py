"""
How long stored requests take to load, beside ``json.loads`` and a construction written by hand.

Both read the same rows, each one the stored form of a request with its history, and are first
checked to give equal values. Give the number of rounds as the only argument.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any, Final

from side_by_side import Beside, DiffersError, Task, Way, main

from recruitprivacy.law import Situation
from recruitprivacy.rights import (
    Acknowledged,
    Answered,
    IdentityAsked,
    IdentityProved,
    RequestReceived,
    RequestStatus,
    RightsRequest,
    open_request,
)
from recruitprivacy.vocabulary import Right
from recruitprivacy.wire import from_json, to_json

COUNT: Final = 10_000
DIFFERENT: Final = 500
BASE: Final = datetime(2026, 3, 3, 9, tzinfo=UTC)


def request(number: int) -> RightsRequest:
    """
    Make a request that was answered after a doubt about who asked.
    """
    at = BASE + timedelta(minutes=number)
    name, person = f"request-{number}", f"person-{number}"
    asked = open_request(
        Right.ACCESS,
        Right.ERASURE,
        request=name,
        person=person,
        received_at=at,
        channel="email",
        situation=Situation(establishment="NL", place_of_work="SE"),
    )
    moves = (Acknowledged, IdentityAsked, IdentityProved, Answered)
    for days, move in enumerate(moves, start=1):
        later = at + timedelta(days=days)
        more: dict[str, Any] = {"doubt": "name_differs"} if move is IdentityAsked else {}
        asked = asked.apply(
            move(
                id=f"{name}/{days}",
                person=person,
                request=name,
                happened=later.date() if days % 2 else later,
                recorded_at=later,
                source="desk",
                **more,
            )
        )
    return asked


def by_hand(data: bytes) -> RightsRequest:
    """
    Read a request as somebody would who knows that it is one of these.
    """
    found = json.loads(data)
    ties = found["situation"]
    return RightsRequest(
        id=found["id"],
        person=found["person"],
        rights=tuple(Right(each) for each in found["rights"]),
        received_at=datetime.fromisoformat(found["received_at"]),
        channel=found["channel"],
        situation=Situation(
            establishment=ties["establishment"], place_of_work=ties["place_of_work"]
        ),
        status=RequestStatus(found["status"]),
        history=tuple(EVENTS[each["kind"]](each) for each in found["history"]),
    )


def _received(event: Mapping[str, Any]) -> RequestReceived:
    rights = tuple(Right(each) for each in event["rights"])
    return RequestReceived(**_common(event), rights=rights, channel=event["channel"])


def _identity_asked(event: Mapping[str, Any]) -> IdentityAsked:
    return IdentityAsked(**_common(event), doubt=event["doubt"])


def _later(kind: type) -> Callable[[Mapping[str, Any]], Any]:
    return lambda event: kind(**_common(event))


def _common(event: Mapping[str, Any]) -> dict[str, Any]:
    happened = event["happened"]
    return {
        "id": event["id"],
        "person": event["person"],
        "request": event["request"],
        "happened": (datetime if "T" in happened else date).fromisoformat(happened),
        "recorded_at": datetime.fromisoformat(event["recorded_at"]),
        "source": event.get("source", ""),
    }


EVENTS: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    RequestReceived.kind: _received,
    IdentityAsked.kind: _identity_asked,
    **{kind.kind: _later(kind) for kind in (Acknowledged, IdentityProved, Answered)},
}


def by_wire(data: bytes) -> RightsRequest:
    """
    Read a request as a host does.
    """
    return from_json(RightsRequest, data)


def all_of(read: Callable[[bytes], object], rows: list[bytes]) -> None:
    """
    Read as many as asked, one after the other.
    """
    for number in range(COUNT):
        read(rows[number % len(rows)])


def tasks() -> Iterator[Task]:
    """
    Give the ways, which read equal values.
    """
    rows = [to_json(request(number)) for number in range(DIFFERENT)]
    if different := [row for row in rows if by_hand(row) != by_wire(row)]:
        raise DiffersError("load_requests", len(different))
    ways = {"json.loads, by hand": by_hand, "from_json": by_wire}
    yield Task(
        name="load_requests",
        about=f"{COUNT:,} requests of {len(rows[0]):,} bytes, one with five events",
        ways=tuple(
            Way(name=name, run=partial(all_of, read, rows), count=COUNT)
            for name, read in ways.items()
        ),
        beside=(
            Beside(
                what="loading a request", ours="from_json", peer="json.loads, by hand", at_most=3
            ),
        ),
    )


if __name__ == "__main__":
    main(tasks())
