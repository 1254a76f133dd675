"""
Requests and what happens to them, for the tests of the rights; nobody in them exists.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any, Final, TypeVar

from recruitprivacy.law import Law, Situation, load
from recruitprivacy.rights import RequestReceived, RightsRequest, open_request
from recruitprivacy.timeline import AnswerPart, RequestEvent
from recruitprivacy.vocabulary import Right

E = TypeVar("E", bound=RequestEvent)

NL: Final = load("NL")
HERE: Final = Situation(establishment="NL")
RECEIVED: Final = date(2026, 3, 5)
WHOLE: Final = tuple(AnswerPart)
"""All that is told of what is not done."""


def noon(day: date) -> datetime:
    """
    Give noon of a day, in UTC.
    """
    return datetime.combine(day, time(12), UTC)


def asked(*rights: Right, on: date = RECEIVED, situation: Situation = HERE) -> RightsRequest:
    """
    Open a request received at noon; for access, if nothing else is said.
    """
    return open_request(
        *(rights or (Right.ACCESS,)),
        request="r-1",
        person="p-1",
        received_at=noon(on),
        channel="email",
        situation=situation,
    )


def step(kind: type[E], day: date | None, /, *, hour: int = 0, **more: Any) -> E:  # noqa: ANN401 - any field
    """
    Make an event of that request; the hour only orders those noted on one day.
    """
    noted = noon(day or RECEIVED).replace(hour=12 + hour)
    given = {
        "id": f"{kind.kind}-{day}-{hour}",
        "person": "p-1",
        "request": "r-1",
        "recorded_at": noted,
        **more,
    }
    return kind(happened=day, **given)


def receipt(*rights: Right, day: date | None = RECEIVED) -> RequestReceived:
    """
    Make the receipt of that request.
    """
    return step(RequestReceived, day, id="r-1/received", rights=rights or (Right.ACCESS,))


def law() -> Law:
    """
    Give the Dutch law.
    """
    return NL
