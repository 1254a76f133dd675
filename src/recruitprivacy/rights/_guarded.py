"""
What we are about to record of restrictions and objections, refused where the law forbids it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeVar, cast

from recruitprivacy.errors import ObjectionStandsError, RestrictionStandsError
from recruitprivacy.timeline import (
    AnyEvent,
    Facts,
    Known,
    ObjectionDecided,
    RestrictionFacts,
    RestrictionLifted,
    day_of,
)
from recruitprivacy.vocabulary import ObjectionGround, RestrictionGround

__all__ = ["guarded"]

E = TypeVar("E", bound=AnyEvent)

UNTOLD: Final = "tell the person first, and record RestrictionAnnounced"
UNDECIDED: Final = "decide on the objection first, and record ObjectionDecided"
MARKETING: Final = "uphold it; nothing outweighs an objection to direct marketing"
NOBODY: Final = "name the person who decided, as an opaque id"
NO_GROUND: Final = "name the ground that was shown, as in compelling_grounds"


def guarded(event: E, facts: Facts) -> E:
    """
    Give back an event that may be recorded, and refuse one that the law forbids.

    It guards what we are about to do, as :meth:`RightsRequest.apply` does; what happened already,
    lawful or not, is recorded as it is, and the facts say what is wrong with it.

    Args:
        event: Lifting a restriction, or a decision on an objection; any other passes.
        facts: The facts of the person, as of the day of the event.

    Raises:
        RestrictionStandsError: If a restriction is lifted before the person was told, or one for
            an objection before that is decided.
        ObjectionStandsError: If an objection is turned down that is about direct marketing, or by
            nobody, or without a ground.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import HoldLifted, fold
    >>> from datetime import UTC, datetime
    >>> facts = fold(anna_applies(), own_hiring(), on=date(2026, 4, 8), law=load("NL"))
    >>> lifted = HoldLifted(id="e-9", person="anna", happened=date(2026, 4, 8), matter="m-1",
    ...                     recorded_at=datetime(2026, 4, 8, 9, tzinfo=UTC))
    >>> guarded(lifted, facts) is lifted
    True

    Law:
        GDPR Art. 18(3): the person is told before a restriction is lifted.
        GDPR Art. 21(1): the controller shows compelling grounds.
        GDPR Art. 21(3): an objection to direct marketing is never overruled.
    """
    guard = GUARDS.get(type(event))
    if guard is not None:
        guard(event, facts)
    return event


def _lifting(event: AnyEvent, facts: Facts) -> None:
    lifted = cast("RestrictionLifted", event)
    for each in facts.restrictions:
        if each.stands and lifted.restriction in {"", each.event}:
            _refuse_lift(each, day_of(lifted.happened), facts)


def _refuse_lift(restriction: RestrictionFacts, on: date | None, facts: Facts) -> None:
    told = restriction.announced
    if not isinstance(told, Known) or on is None or told.day > on:
        raise RestrictionStandsError(restriction.event, "untold", UNTOLD)
    waits = restriction.ground is RestrictionGround.OBJECTION_PENDING
    if waits and any(each.upheld is None for each in facts.objections):
        raise RestrictionStandsError(restriction.event, "undecided", UNDECIDED)


def _deciding(event: AnyEvent, facts: Facts) -> None:
    decided = cast("ObjectionDecided", event)
    if decided.upheld:
        return
    made = [each for each in facts.objections if each.event == decided.objection]
    if any(ObjectionGround.DIRECT_MARKETING in each.grounds for each in made):
        raise ObjectionStandsError(decided.objection, "marketing", MARKETING)
    if not decided.by:
        raise ObjectionStandsError(decided.objection, "nobody_decided", NOBODY)
    if decided.ground is None:
        raise ObjectionStandsError(decided.objection, "no_ground", NO_GROUND)


GUARDS: Final[Mapping[type, Callable[[AnyEvent, Facts], None]]] = MappingProxyType(
    {RestrictionLifted: _lifting, ObjectionDecided: _deciding}
)
