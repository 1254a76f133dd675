"""
Which requests are open, so that nothing is erased by schedule meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

import attrs

from recruitprivacy.findings import Finding
from recruitprivacy.timeline._facts import Freeze, RestrictionFacts
from recruitprivacy.timeline._history import dangling
from recruitprivacy.timeline._lifecycle import may_be_open
from recruitprivacy.timeline._moments import Absence, Known, Moment, earliest
from recruitprivacy.timeline._order import moment_of, surely_later
from recruitprivacy.timeline._request_events import (
    IdentityAsked,
    IdentityProved,
    LiftAnnounced,
    RequestEvent,
    RequestReceived,
    RequestWithdrawn,
)
from recruitprivacy.vocabulary import RestrictionGround, Right

R = TypeVar("R", bound=RequestEvent)

FREEZING: Final = frozenset({Right.ACCESS, Right.PORTABILITY})
FOR_THE_PERSON: Final = frozenset(
    {RestrictionGround.UNLAWFUL_PREFERS_RESTRICTION, RestrictionGround.NEEDED_FOR_CLAIMS}
)
"""Restrictions that last until the person says otherwise."""


@attrs.frozen(kw_only=True)
class Course:
    """
    The events of one request, and what they come to.

    Attributes:
        request: Its id.
        events: Its events.
    """

    request: str
    events: tuple[RequestEvent, ...]

    def of(self, kind: type[R]) -> list[R]:
        """
        List its events of one type.
        """
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def received(self) -> Moment:
        """
        When it first came in; unknown where nobody noted it.
        """
        found = [moment_of(event) for event in self.of(RequestReceived)]
        return earliest(found) if found else Absence.UNKNOWN

    @property
    def rights(self) -> tuple[Right, ...]:
        """
        The rights it opens; none where nobody noted them.
        """
        named = {right for event in self.of(RequestReceived) for right in event.rights}
        return tuple(right for right in Right if right in named)

    @property
    def open(self) -> bool:
        """
        Whether it is open, or may be; see :data:`~recruitprivacy.timeline.MOVES`.
        """
        return may_be_open(self.events)

    @property
    def proved(self) -> bool:
        """
        Whether nobody doubts, or doubts no longer, who asks.
        """
        return all(
            any(not surely_later(proof, asked) for proof in self.of(IdentityProved))
            for asked in self.of(IdentityAsked)
        )

    @property
    def lifts(self) -> Moment:
        """
        When the person was told that this request, their own, ends what they asked for before.
        """
        if Right.ERASURE not in self.rights or not self.proved or self.of(RequestWithdrawn):
            return Absence.NOT_STARTED
        return earliest(moment_of(event) for event in self.of(LiftAnnounced))


def courses(events: Iterable[RequestEvent]) -> tuple[Course, ...]:
    """
    Sort the events of requests by request.
    """
    found: dict[str, list[RequestEvent]] = {}
    for event in events:
        found.setdefault(event.request, []).append(event)
    return tuple(Course(request=name, events=tuple(found[name])) for name in sorted(found))


def freezes(found: Sequence[Course]) -> tuple[Freeze, ...]:
    """
    List the open requests for access or portability, and those of which nobody noted what for.

    A proved request for erasure ends them, once the person was told so.
    """
    return tuple(
        Freeze(
            request=course.request,
            rights=course.rights,
            since=course.received,
            proved=course.proved,
        )
        for course in found
        if course.open and (not course.rights or FREEZING.intersection(course.rights))
        if _released(course.received, [other for other in found if other is not course])
        is Absence.NOT_STARTED
    )


def released(
    found: Iterable[RestrictionFacts], requests: Sequence[Course]
) -> tuple[RestrictionFacts, ...]:
    """
    Lift the restrictions a person asked for who now asks for erasure, and was told.

    Law:
        GDPR Art. 18(3): the person is told before a restriction is lifted.
    """
    return tuple(_released_restriction(each, requests) for each in found)


def unreceived(found: Iterable[Course]) -> Iterator[Finding]:
    """
    Say which requests have events but never came in.
    """
    for course in found:
        if not course.of(RequestReceived):
            yield dangling(course.events[0])


def _released(since: Moment, others: Iterable[Course]) -> Moment:
    return earliest(
        other.lifts
        for other in others
        if isinstance(since, Known)
        and isinstance(other.lifts, Known)
        and other.lifts.day >= since.day
        and _not_before(other.received, since)
    )


def _not_before(moment: Moment, since: Known) -> bool:
    return isinstance(moment, Known) and moment.day >= since.day


def _released_restriction(
    restriction: RestrictionFacts, requests: Sequence[Course]
) -> RestrictionFacts:
    if restriction.ground not in FOR_THE_PERSON or not restriction.stands:
        return restriction
    lifts = _released(restriction.placed, requests)
    return attrs.evolve(
        restriction, lifted=lifts, announced=earliest([restriction.announced, lifts])
    )
