"""
Where an event belongs: in which role, to which record, with which company.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from recruitprivacy.policy import Policy
from recruitprivacy.timeline._any import PlainEvent
from recruitprivacy.timeline._events import (
    Disclosed,
    Happened,
    NoticeGiven,
    PurposeEnded,
    PurposeStarted,
    RecordKind,
    RecordOpened,
)
from recruitprivacy.timeline._moments import Absence, Known, Moment, earliest, latest
from recruitprivacy.timeline._needs import Fold
from recruitprivacy.timeline._order import day, moment_of
from recruitprivacy.timeline._request_events import RequestReceived
from recruitprivacy.vocabulary import Kind, Vocabulary


@attrs.frozen(kw_only=True)
class Entry:
    """
    An event as the folds see it.

    Attributes:
        event: The event.
        kinds: The kinds of event it counts as.
        role: The role it happened in, or None where nobody noted it.
        records: The records it belongs to; empty where nobody noted it.
    """

    event: PlainEvent
    kinds: tuple[str, ...]
    role: str | None = None
    records: tuple[str, ...] = ()
    vacancy: str | None = None
    company: str | None = None


@attrs.frozen(kw_only=True)
class Ground:
    """
    What events can belong to.

    Attributes:
        policy: The declaration, whose roles are walls.
        vocabulary: The words of the events.
        opened: Each record, as it was last noted.
    """

    policy: Policy
    vocabulary: Vocabulary
    opened: Mapping[str, RecordOpened]

    def role(self, role: str | None) -> str | None:
        """
        Find the role the policy speaks of for a role as it was noted.
        """
        if role is None or role in self.policy.roles or not self.vocabulary.has(Kind.ROLE, role):
            return role
        above = (term.key for term in self.vocabulary.lineage(Kind.ROLE, role))
        return next((key for key in above if key in self.policy.roles), role)

    def role_of(self, record: str) -> str | None:
        """
        Tell the role of a record; None if it was never opened.
        """
        return self.role(self.opened[record].role) if record in self.opened else None

    def family(self, record: str) -> Iterator[str]:
        """
        Name a record and those it is part of.
        """
        met: set[str] = set()
        at: str | None = record
        while at is not None and at not in met:
            met.add(at)
            yield at
            at = self.opened[at].part_of if at in self.opened else None


def entry_of(event: PlainEvent, ground: Ground) -> Entry:
    """
    See an event as the folds do.
    """
    if isinstance(event, Happened):
        return _happened(event, ground)
    kinds: tuple[str, ...] = (event.kind,)
    role: str | None = None
    records: tuple[str, ...] = ()
    match event:
        case RecordOpened():
            role, records = ground.role(event.role), (event.record,)
        case NoticeGiven():
            role = ground.role(event.role)
        case RequestReceived(wording=str(wording)):
            kinds = (event.kind, f"{event.kind}.{wording}")
        case Disclosed():
            records = event.records or tuple(ground.opened)
        case PurposeStarted() | PurposeEnded():
            records = tuple(ground.opened) if event.record is None else (event.record,)
        case _:
            pass
    return Entry(event=event, kinds=kinds, role=role, records=records)


def _happened(event: Happened, ground: Ground) -> Entry:
    words = ground.vocabulary
    known = words.has(Kind.EVENT, event.what)
    # Writing "remove me" is a message that uses a right: it is no contact (Art. 12(2)).
    hidden = event.exercises_right and not (
        known and words.term(Kind.EVENT, event.what).exercises_right
    )
    role = ground.role(event.role)
    if role is None and event.record is not None:
        role = ground.role_of(event.record)
    return Entry(
        event=event,
        kinds=() if hidden else (event.what,),
        role=role,
        records=() if event.record is None else (event.record,),
        vacancy=event.vacancy,
        company=event.company,
    )


def in_role(entry: Entry, role: str, roles: frozenset[str]) -> bool | None:
    """
    Say whether an event happened in a role; None where nobody knows.
    """
    if not entry.event.person:
        return False
    if entry.role is None:
        return True if roles <= {role} else None
    return entry.role == role


def on_record(entry: Entry, record: str, ground: Ground, roles: frozenset[str]) -> bool | None:
    """
    Say whether an event belongs to a record; None where nobody knows.

    What happens to an application or placement happens to the documents that are part of it, and
    to the record of the person in that role.
    """
    role = ground.role_of(record) or ""
    ours = in_role(entry, role, roles)
    # A document is made on its own day, whenever what it is part of was begun.
    made = isinstance(entry.event, RecordOpened)
    family = (record,) if made else tuple(ground.family(record))
    if entry.records and not isinstance(entry.event, Happened):
        return not set(family).isdisjoint(entry.records)
    if ours is True and ground.opened[record].record_kind is RecordKind.PERSON:
        return True
    if entry.records:
        return not set(family).isdisjoint(entry.records)
    opened = [ground.opened[each] for each in family if each in ground.opened]
    if entry.vacancy is not None:
        return entry.vacancy in {each.vacancy for each in opened}
    suppliers = {each.supplier for each in opened if each.supplier}
    if entry.company is not None and suppliers:
        return entry.company in suppliers
    return None if ours and not _alone(role, ground) else ours


def _alone(role: str, ground: Ground) -> bool:
    # Documents go with what they are part of, and the record of the person with everything.
    tops = {
        tuple(ground.family(name))[-1]
        for name, record in ground.opened.items()
        if record.record_kind is not RecordKind.PERSON and ground.role_of(name) == role
    }
    return len(tops) == 1


def folded(found: Iterable[tuple[Entry, bool | None]], fold: Fold) -> Moment:
    """
    Make one moment of the events that belong here, unknown if one that may belong would change it.
    """
    sure: list[Moment] = []
    doubtful: list[date | None] = []
    for entry, belongs in found:
        if belongs:
            sure.append(moment_of(entry.event))
        elif belongs is None:
            doubtful.append(day(entry.event))
    best = earliest(sure) if fold is Fold.FIRST else latest(sure)
    return Absence.UNKNOWN if any(_upsets(best, one, fold) for one in doubtful) else best


def _upsets(best: Moment, doubtful: date | None, fold: Fold) -> bool:
    if doubtful is None or not isinstance(best, Known):
        return True
    return doubtful < best.day if fold is Fold.FIRST else doubtful > best.day
