"""
When the time for an answer ends, and whether any runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.law import Deadline, Law, local_day
from recruitprivacy.rights._exchange import exchange_of
from recruitprivacy.rights._extension import Extension, extensions
from recruitprivacy.rights._local import place_of_controller
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import AnyRequestEvent, Move, RequestStatus, day_of, landing, move_of
from recruitprivacy.vocabulary import Right

__all__ = ["NO_PERIOD", "Counted", "counted"]

# Art. 12(3) speaks of requests under Articles 15 to 22.
NO_PERIOD: Final[Mapping[Right, str]] = MappingProxyType(
    {Right.WITHDRAW_CONSENT: "GDPR Art. 7(3)", Right.COMPLAINT: "GDPR Art. 77(1)"}
)
"""The rights for whose use no month runs."""


@attrs.frozen(kw_only=True)
class Counted:
    """
    The time for an answer.

    Attributes:
        received: From when on it runs: receipt, or the day a withdrawn request was taken up again.
        received_on: The day of it, where the controller is.
        first: Its end without an extension.
        extensions: The extensions recorded.
    """

    received: datetime | date
    received_on: date
    first: Deadline
    extensions: tuple[Extension, ...] = ()

    @property
    def extension(self) -> Extension | None:
        """
        The extension that counts, or None.
        """
        return next((each for each in self.extensions if each.counts), None)

    @property
    def deadline(self) -> Deadline:
        """
        Its end.
        """
        return self.extension.until if self.extension else self.first


def counted(request: RightsRequest, history: Iterable[AnyRequestEvent], law: Law) -> Counted | None:
    """
    Count the time for an answer; None where no right is asked for that has one.

    Args:
        request: The request; one whose rights nobody knows may be of any kind.
        history: What is looked at of its events, in the controller's time zone.
        law: The law.

    Law:
        GDPR Art. 12(3): one month from receipt, for requests under Articles 15 to 22.
    """
    if request.rights and NO_PERIOD.keys() >= set(request.rights):
        return None
    received, happened = _anew(request.received_at, tuple(history))
    ties = request.situation
    exchange = exchange_of(received, request.rights, ties, happened, law)
    return Counted(
        received=received,
        received_on=local_day(received, law.zone(place_of_controller(ties))),
        first=exchange.due(law),
        extensions=extensions(exchange, happened, law),
    )


def _anew(
    received: datetime | date, history: tuple[AnyRequestEvent, ...]
) -> tuple[datetime | date, tuple[AnyRequestEvent, ...]]:
    # Who takes back that they no longer ask, asks anew, be it after a complaint or in court.
    status, withdrawn, since = RequestStatus.RECEIVED, False, 0
    for place, event in enumerate(history):
        move = move_of(event)
        if withdrawn and move is Move.REOPENED and day_of(event.happened):
            since = place
        status = landing(status, move)
        withdrawn = status is RequestStatus.WITHDRAWN or (withdrawn and move is not Move.REOPENED)
    again = history[since].happened if since else None
    return (received, history) if again is None else (again, history[since:])
