"""
The controller's own place and time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, get_args

from recruitprivacy.errors import UnknownFactorError
from recruitprivacy.law import Law, Situation
from recruitprivacy.timeline import AnyEvent, AnyRequestEvent, in_zone

__all__ = ["REQUEST_EVENTS", "in_own_zone", "place_of_controller"]

REQUEST_EVENTS: Final = get_args(AnyRequestEvent)


def place_of_controller(situation: Situation) -> str:
    """
    Tell where the controller is established.

    Raises:
        UnknownFactorError: If nobody said.
    """
    if situation.establishment is None:
        raise UnknownFactorError("establishment")
    return situation.establishment


def in_own_zone(
    events: Iterable[AnyEvent], situation: Situation, law: Law
) -> tuple[AnyRequestEvent, ...]:
    """
    Bring what happened to a request to the controller's time zone, so that it has its day there.

    Raises:
        UnknownFactorError: If the establishment is unknown.
    """
    moved = in_zone(events, law.zone(place_of_controller(situation)))
    return tuple(event for event in moved if isinstance(event, REQUEST_EVENTS))
