"""
Contact as long as it never came too late: the chain by which a clock that nothing revives runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from recruitprivacy.periods import Rounding, add
from recruitprivacy.policy import Clock, ContactWith
from recruitprivacy.timeline._events import RecordOpened
from recruitprivacy.timeline._moments import Absence, Known, Moment, merged
from recruitprivacy.timeline._needs import FactSpec, Fold, Scope, company_specs, counted_specs
from recruitprivacy.timeline._order import moment_of
from recruitprivacy.timeline._places import Entry, in_role
from recruitprivacy.timeline._timeline import Timeline

__all__ = ["clock_facts"]


def clock_facts(opened: RecordOpened, role: str, timeline: Timeline) -> dict[str, Moment]:
    """
    Fold the facts of clocks that nothing revives, for one record.

    Contact of which nobody knows the day or the role may have come in time or too late, so that
    all of them are unknown then.
    """
    return {
        spec.name: _moment(spec, list(_contacts(spec.clock, opened, role, timeline)))
        for spec in timeline.specs
        if spec.clock
    }


def _moment(spec: FactSpec, contacts: list[Moment]) -> Moment:
    known = [each for each in contacts if isinstance(each, Known)]
    if len(known) < len(contacts):
        return Absence.UNKNOWN
    if not known:
        return Absence.NOT_STARTED
    days = sorted({each.day for each in known})
    day = days[0] if spec.fold is Fold.FIRST else _last_in_time(days, spec)
    return merged([each for each in known if each.day == day])


def _last_in_time(days: Iterable[date], spec: FactSpec) -> date:
    first, *later = days
    for day in later:
        if spec.length is None or day > add(first, spec.length, rounding=Rounding.DOWN):
            break
        first = day
    return first


def _contacts(name: str, opened: RecordOpened, role: str, timeline: Timeline) -> Iterator[Moment]:
    ground = timeline.ground
    clock = ground.policy.clocks[name]
    for entry in _own(clock, role, timeline):
        belongs = in_role(entry, role, timeline.roles)
        if belongs is not False:
            yield moment_of(entry.event) if belongs else Absence.UNKNOWN
    # What nobody can read may have been contact.
    if any(in_role(entry, role, timeline.roles) is not False for entry in timeline.unread):
        yield Absence.UNKNOWN
    companies = {ContactWith.COMPANY: opened.company, ContactWith.SUPPLIER: opened.supplier}
    with_whom = {companies[kind] for kind in clock.contact_with if kind in companies} - {None}
    for entry in _of(company_specs(clock, ground.vocabulary), timeline):
        if entry.company in with_whom:
            yield moment_of(entry.event)


def _own(clock: Clock, role: str, timeline: Timeline) -> Iterator[Entry]:
    ground = timeline.ground
    whose = ground.policy.role_of(role) if role in ground.policy.roles else role
    return _of(counted_specs(clock, whose, Scope.ROLE, ground.vocabulary), timeline)


def _of(specs: Iterable[FactSpec], timeline: Timeline) -> Iterator[Entry]:
    for kind in dict.fromkeys(kind for spec in specs for kind in spec.kinds):
        yield from timeline.by_kind.get(kind, ())
