"""
One person's events as they count, and what does not fit together in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeVar

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, phrase
from recruitprivacy.timeline import _ledgers
from recruitprivacy.timeline._any import PlainEvent
from recruitprivacy.timeline._events import (
    ConditionKnown,
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    Happened,
    HoldLifted,
    HoldPlaced,
    Objected,
    ObjectionDecided,
    RecordOpened,
    RestrictionLifted,
    RestrictionPlaced,
)
from recruitprivacy.timeline._freezes import courses, unreceived
from recruitprivacy.timeline._misnamed import did_you_mean, event_meant, misnamed
from recruitprivacy.timeline._needs import FactSpec
from recruitprivacy.timeline._order import day, last_of
from recruitprivacy.timeline._places import Entry, Ground
from recruitprivacy.timeline._request_events import RequestEvent
from recruitprivacy.vocabulary import Kind, Right

E = TypeVar("E", bound=Event)

DAY_UNKNOWN: Final = Message("timeline.day_unknown", "Nobody knows on which day this happened.")
KIND_UNKNOWN: Final = Message(
    "timeline.kind_unknown",
    "The vocabulary does not know this kind of event; it may have been any.",
)
RECORD_UNKNOWN: Final = Message(
    "timeline.record_unknown", "This event belongs to a record that was never opened."
)
ERASURE_PENDING: Final = Message(
    "timeline.erasure_pending",
    "The person asked to be erased, and the request is open; the schedule does not answer it.",
)
DECEASED: Final = Message(
    "timeline.deceased",
    "The person is noted as having died; what holds for the dead is not modelled here.",
)
DIED: Final = "person.died"
RECITAL_27: Final = Citation(act="GDPR", unit=Unit.RECITAL, number="27")
CONTRADICTED: Final = Message(
    "timeline.contradicted", "Two entries contradict each other, and neither is believed."
)


@attrs.frozen(kw_only=True)
class Timeline:
    """
    The events of one person that count, first to last, and what they can belong to.

    Attributes:
        events: The events.
        entries: The same, as the folds see them.
        by_kind: The entries by the kind of event they count as.
        ground: What they can belong to.
        roles: The roles the person has.
        specs: The days that are asked for.
    """

    events: tuple[PlainEvent, ...]
    entries: tuple[Entry, ...]
    by_kind: Mapping[str, Sequence[Entry]]
    ground: Ground
    roles: frozenset[str]
    specs: tuple[FactSpec, ...]

    @property
    def opened(self) -> Mapping[str, RecordOpened]:
        """
        Each record, as it was last noted.
        """
        return self.ground.opened

    @cached_property
    def unread(self) -> tuple[Entry, ...]:
        """
        What happened and cannot be read: its kind is not in the vocabulary.
        """
        return tuple(
            entry
            for entry in self.entries
            if isinstance(entry.event, Happened) and entry.kinds and not _known(entry, self)
        )

    def of(self, kind: type[E]) -> list[E]:
        """
        List the events of one type, first to last.
        """
        return [event for event in self.events if isinstance(event, kind)]


def findings_of(timeline: Timeline) -> Iterator[Finding]:
    """
    Say what is unknown, contradicts itself or cannot be placed in time.
    """
    yield from _unknown(timeline)
    yield from _pending(timeline)
    yield from misnamed(timeline.events, timeline.ground)
    yield from _contradicted(timeline.of(ConditionKnown))
    yield from unreceived(courses(timeline.of(RequestEvent)))
    taken, given = timeline.of(ConsentWithdrawn), timeline.of(ConsentGiven)
    yield from _ledgers.opposed_consents(given, taken, timeline.ground.vocabulary)
    yield from _ledgers.opposed_holds(timeline.of(HoldPlaced), timeline.of(HoldLifted))
    yield from _ledgers.opposed_restrictions(
        timeline.of(RestrictionPlaced), timeline.of(RestrictionLifted)
    )
    yield from _ledgers.opposed_objections(timeline.of(Objected), timeline.of(ObjectionDecided))


def _pending(timeline: Timeline) -> Iterator[Finding]:
    for course in courses(timeline.of(RequestEvent)):
        if course.open and Right.ERASURE in course.rights:
            yield _note(ERASURE_PENDING, course.events[0])
    for entry in timeline.by_kind.get(DIED, ()):
        yield attrs.evolve(_note(DECEASED, entry.event), level=Level.NOTE, cites=(RECITAL_27,))


def _unknown(timeline: Timeline) -> Iterator[Finding]:
    for entry in timeline.entries:
        event = entry.event
        if day(event) is None:
            yield _note(DAY_UNKNOWN, event)
        if isinstance(event, Happened) and not timeline.ground.vocabulary.has(
            Kind.EVENT, event.what
        ):
            near = event_meant(event.what, timeline.ground.vocabulary)
            yield did_you_mean(_note(KIND_UNKNOWN, event), near)
        if not timeline.opened.keys() >= set(entry.records):
            yield _note(RECORD_UNKNOWN, event)


def _known(entry: Entry, timeline: Timeline) -> bool:
    return all(timeline.ground.vocabulary.has(Kind.EVENT, kind) for kind in entry.kinds)


def _contradicted(events: Iterable[ConditionKnown]) -> Iterator[Finding]:
    found: dict[tuple[str, str | None], list[ConditionKnown]] = {}
    for event in events:
        found.setdefault((event.condition, event.record), []).append(event)
    for said in found.values():
        last = last_of(said)
        if len({event.holds for event in last}) > 1:
            yield _note(CONTRADICTED, last[0])


def _note(message: Message, event: Event) -> Finding:
    return Finding(code=message.code, level=Level.WARNING, path=event.id, says=phrase(message))
