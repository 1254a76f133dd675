"""
The timeline as it is known: each entry once, corrected, and under the right person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Final, TypeVar

import attrs

from recruitprivacy.errors import SeveralPersonsError
from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, phrase
from recruitprivacy.timeline._any import AnyEvent, Corrected, IdentityEvent, PlainEvent
from recruitprivacy.timeline._events import Event, PersonsMerged, PersonSplit
from recruitprivacy.timeline._moments import refuse_naive

E = TypeVar("E", bound=Event)

REUSED: Final = Message("timeline.id_reused", "Two different events have one id; both are counted.")
DANGLING: Final = Message(
    "timeline.dangling", "This entry refers to an entry that is not in the timeline."
)
CORRECT_IT: Final = Message("timeline.correct_it", "Record a correction of the wrong one.")


@attrs.frozen(kw_only=True)
class History:
    """
    What is known to have happened, and to whom.

    Attributes:
        owners: Each event that stands, with the person whose it is.
        findings: What does not fit together.
    """

    owners: tuple[tuple[PlainEvent, str], ...]
    findings: tuple[Finding, ...]

    def of(self, person: str) -> tuple[PlainEvent, ...]:
        """
        List the events of one person, and those of companies.
        """
        return tuple(event for event, owner in self.owners if owner in {person, ""})

    def sole_person(self) -> str:
        """
        Name the one person these events are of; empty where they are of nobody.

        Raises:
            SeveralPersonsError: If they are of several.
        """
        persons = {owner for _, owner in self.owners if owner}
        if len(persons) > 1:
            raise SeveralPersonsError(len(persons))
        return next(iter(persons), "")


def in_zone(events: Iterable[AnyEvent], zone: tzinfo) -> tuple[AnyEvent, ...]:
    """
    Move the times of events to the controller's zone, so that each counts on the day it was there.

    >>> from datetime import UTC, date
    >>> from zoneinfo import ZoneInfo
    >>> from recruitprivacy.timeline import Happened, day_of
    >>> late = Happened(id="e1", person="p1", what="message.inbound",
    ...                 happened=datetime(2026, 3, 3, 23, 30, tzinfo=UTC),
    ...                 recorded_at=datetime(2026, 3, 3, 23, 30, tzinfo=UTC))
    >>> day_of(in_zone([late], ZoneInfo("Europe/Amsterdam"))[0].happened)
    datetime.date(2026, 3, 4)
    """
    return tuple(_moved(event, zone) for event in events)


def events_of(
    events: Iterable[AnyEvent], person: str, *, known_at: datetime | None = None
) -> tuple[PlainEvent, ...]:
    """
    List the events of one person after corrections, merges and splits.

    Args:
        events: Events of any number of persons.
        person: Whose.
        known_at: The moment of knowledge: what was recorded later is left out. None is now.
    """
    return history(events, known_at=known_at).of(person)


def history(events: Iterable[AnyEvent], *, known_at: datetime | None = None) -> History:
    """
    Read a timeline as it was known at a moment.
    """
    refuse_naive("known_at", known_at)
    known = [event for event in events if known_at is None or event.recorded_at <= known_at]
    once = tuple(dict.fromkeys(known))
    standing, roots = _corrected(once)
    moves = sorted(
        (event for event in standing if isinstance(event, IdentityEvent)),
        key=lambda move: (move.recorded_at, move.id),
    )
    owners = tuple(
        (event, _owner(event, roots, moves))
        for event in standing
        if not isinstance(event, IdentityEvent | Corrected)
    )
    return History(owners=owners, findings=(*_reused(once), *_dangling(once)))


def _corrected(events: Sequence[AnyEvent]) -> tuple[list[AnyEvent], Mapping[str, str]]:
    corrections = sorted(
        (event for event in events if isinstance(event, Corrected)),
        key=lambda correction: (correction.recorded_at, correction.id),
        reverse=True,
    )
    gone: set[str] = set()
    roots: dict[str, str] = {}
    instead: list[AnyEvent] = []
    # The last word first, so that a correction that was itself corrected has no effect.
    for correction in corrections:
        if correction.id in gone or correction.replaces in gone:
            continue
        gone.add(correction.replaces)
        if correction.by is not None:
            instead.append(correction.by)
            roots[correction.by.id] = correction.replaces
    standing = dict.fromkeys((*events, *instead))
    return [event for event in standing if event.id not in gone], roots


def _owner(event: PlainEvent, roots: Mapping[str, str], moves: Iterable[IdentityEvent]) -> str:
    owner = event.person
    for move in moves:
        if isinstance(move, PersonsMerged):
            owner = move.person if owner == move.absorbed else owner
        elif owner == move.person and _goes(event, roots, move):
            owner = move.into
    return owner


def _goes(event: PlainEvent, roots: Mapping[str, str], split: PersonSplit) -> bool:
    # What is recorded under the old id after the split is the other human's, whatever was merged.
    if event.person == split.into and event.recorded_at > split.recorded_at:
        return True
    ids = {event.id}
    root = roots.get(event.id)
    while root is not None and root not in ids:
        ids.add(root)
        root = roots.get(root)
    return not ids.isdisjoint(split.events)


def _reused(events: Iterable[AnyEvent]) -> Iterator[Finding]:
    met: set[str] = set()
    for event in events:
        if event.id in met:
            yield Finding(
                code=REUSED.code,
                level=Level.ERROR,
                path=event.id,
                says=phrase(REUSED),
                mend=phrase(CORRECT_IT),
            )
        met.add(event.id)


def _dangling(events: Sequence[AnyEvent]) -> Iterator[Finding]:
    ids = {event.id for event in events}
    ids |= {event.by.id for event in events if isinstance(event, Corrected) and event.by}
    for event in events:
        if not ids.issuperset(_named(event)):
            yield dangling(event)


def _named(event: AnyEvent) -> tuple[str, ...]:
    if isinstance(event, Corrected):
        return (event.replaces,)
    return event.events if isinstance(event, PersonSplit) else ()


def dangling(event: Event) -> Finding:
    """
    Say that an event refers to something that is not there.
    """
    return Finding(code=DANGLING.code, level=Level.WARNING, path=event.id, says=phrase(DANGLING))


def _moved(event: E, zone: tzinfo) -> E:
    happened = event.happened
    moved = attrs.evolve(
        event,
        recorded_at=event.recorded_at.astimezone(zone),
        happened=happened.astimezone(zone) if isinstance(happened, datetime) else happened,
    )
    if isinstance(moved, Corrected) and moved.by is not None:
        return attrs.evolve(moved, by=_moved(moved.by, zone))
    return moved
