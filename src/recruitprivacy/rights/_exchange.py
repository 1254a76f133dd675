"""
What was asked of the person and what came, as the values that law counts with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TypeAlias

import attrs

from recruitprivacy.law import (
    Clarification,
    Deadline,
    Doubt,
    Exchanged,
    Extension,
    Fee,
    Law,
    Proof,
    Situation,
    answer_due,
    local_day,
)
from recruitprivacy.rights._local import place_of_controller
from recruitprivacy.timeline import AnyRequestEvent, IdentityAsked, Move, day_of, move_of
from recruitprivacy.vocabulary import Right

__all__ = ["Exchange", "exchange_of"]

Dated: TypeAlias = tuple[AnyRequestEvent, date | None]


@attrs.frozen(kw_only=True)
class Exchange:
    """
    What passed between the person and the controller about one request.

    Attributes:
        received: When the request reached the controller.
        situation: The ties to countries.
        values: What was asked of the person and what came.
    """

    received: datetime | date
    situation: Situation
    values: tuple[Exchanged, ...] = ()

    def due(self, law: Law, extension: Extension | None = None) -> Deadline:
        """
        Find the last day to answer, with an extension or without.
        """
        return answer_due(
            self.received,
            law=law,
            situation=self.situation,
            exchange=self.values,
            extension=extension,
        )


def exchange_of(
    received: datetime | date,
    rights: tuple[Right, ...],
    situation: Situation,
    history: Iterable[AnyRequestEvent],
    law: Law,
) -> Exchange:
    """
    Take from a history what law counts with; what nobody dated, or dated before receipt, is none.

    Args:
        received: When the request reached the controller.
        rights: What is asked for; nothing where nobody knows.
        situation: The ties to countries.
        history: What is looked at of its events, in the controller's time zone.
        law: The law.
    """
    received_on = local_day(received, law.zone(place_of_controller(situation)))
    events = [
        (event, day)
        for event in history
        if (day := day_of(event.happened)) is None or day >= received_on
    ]
    # Only who asks for access is asked what they mean; a right nobody knows may be that one.
    access = not rights or Right.ACCESS in rights
    values = (*_identity(events), *(_clarifications(events) if access else ()), *_fees(events))
    return Exchange(received=received, situation=situation, values=values)


def _identity(events: Sequence[Dated]) -> Iterator[Doubt | Proof]:
    doubts = [
        Doubt(asked_on=day, reason=event.doubt or "")
        for event, day in events
        if isinstance(event, IdentityAsked) and day
    ]
    proved = [day for event, day in events if move_of(event) is Move.IDENTITY_PROVED and day]
    yield from doubts
    if doubts:
        since = min(doubt.asked_on for doubt in doubts)
        yield from (Proof(given_on=day) for day in proved if day >= since)


def _clarifications(events: Sequence[Dated]) -> Iterator[Clarification]:
    for asked, given in _pairs(events, Move.CLARIFICATION_ASKED, Move.CLARIFIED):
        yield Clarification(asked_on=asked, given_on=given)


def _fees(events: Sequence[Dated]) -> Iterator[Fee]:
    for asked, paid in _pairs(events, Move.FEE_ASKED, Move.FEE_PAID):
        yield Fee(asked_on=asked, paid_on=paid)


def _pairs(events: Sequence[Dated], asked: Move, came: Move) -> Iterator[tuple[date, date | None]]:
    since: date | None = None
    for event, day in events:
        move = move_of(event)
        if move is asked and since is None:
            since = day
        elif move is came and since is not None:
            yield since, day if day is None or day >= since else None
            since = None
    if since is not None:
        yield since, None
