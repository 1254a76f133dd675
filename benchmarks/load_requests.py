"""
How long stored requests take to load, beside ``json.loads`` and a construction written by hand.

Run it as ``python benchmarks/load_requests.py [count]``. Both read the same rows, each one the
stored form of a request with its history, and are first checked to give equal values; then they
take turns, and the medians of the rounds are compared.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from typing import Any

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

COUNT = 100_000
ROUNDS = 5
DIFFERENT = 500
BASE = datetime(2026, 3, 3, 9, tzinfo=UTC)


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
        asked = asked.apply(
            move(
                id=f"{name}/{days}",
                person=person,
                request=name,
                happened=later.date() if days % 2 else later,
                recorded_at=later,
                source="desk",
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
    **{kind.kind: _later(kind) for kind in (Acknowledged, IdentityAsked, IdentityProved, Answered)},
}


def by_wire(data: bytes) -> RightsRequest:
    """
    Read a request as a host does.
    """
    return from_json(RightsRequest, data)


def seconds(read: Callable[[bytes], object], rows: list[bytes], count: int) -> float:
    """
    Time one way to read them.
    """
    start = perf_counter()
    for number in range(count):
        read(rows[number % len(rows)])
    return perf_counter() - start


def main(count: int) -> None:
    """
    Compare, and print the medians and their ratio.
    """
    rows = [to_json(request(number)) for number in range(DIFFERENT)]
    assert all(by_hand(row) == by_wire(row) for row in rows)  # noqa: S101 - before timing
    ways = (by_hand, by_wire)
    times = [{way: seconds(way, rows, count) for way in ways} for _ in range(ROUNDS)]
    hand, wire = (statistics.median(each[way] for each in times) for way in ways)
    print(f"{count} requests of {len(rows[0])} bytes, median of {ROUNDS} rounds")
    print(f"by hand   {hand:7.2f} s")
    print(f"from_json {wire:7.2f} s")
    print(f"ratio     {wire / hand:7.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
