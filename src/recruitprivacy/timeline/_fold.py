"""
From events to facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

import attrs

from recruitprivacy.findings import Finding
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.timeline import _freezes, _ledgers
from recruitprivacy.timeline._any import AnyEvent, PlainEvent
from recruitprivacy.timeline._events import (
    ConditionKnown,
    ConsentGiven,
    ConsentWithdrawn,
    Disclosed,
    Happened,
    HoldLifted,
    HoldPlaced,
    NoticeGiven,
    Objected,
    ObjectionDecided,
    PurposeEnded,
    PurposeStarted,
    RecordOpened,
    RestrictionAnnounced,
    RestrictionLifted,
    RestrictionPlaced,
)
from recruitprivacy.timeline._facts import (
    CompanyFacts,
    DisclosureFacts,
    Facts,
    NoticeFacts,
    RecordFacts,
    RoleFacts,
    UseFacts,
)
from recruitprivacy.timeline._history import history
from recruitprivacy.timeline._misnamed import unread
from recruitprivacy.timeline._moments import Absence, Moment, earliest
from recruitprivacy.timeline._needs import Scope, facts_needed, is_moment, scope_of
from recruitprivacy.timeline._order import in_order, last_of, moment_of, seen, surely_later
from recruitprivacy.timeline._places import (
    Entry,
    Ground,
    entry_of,
    folded,
    in_role,
    on_record,
)
from recruitprivacy.timeline._request_events import ErasureGranted, RequestEvent
from recruitprivacy.timeline._terms import with_terms
from recruitprivacy.timeline._timeline import Timeline, findings_of
from recruitprivacy.timeline._unbroken import clock_facts
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary


def fold(
    events: Iterable[AnyEvent],
    policy: Policy,
    *,
    on: date,
    known_at: datetime | None = None,
    law: Law | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Facts:
    """
    Work out the facts of one person from what happened up to a day.

    Args:
        events: The person's events in any order, and those of companies they act for or are
            supplied by (with an empty person). A company without any event is unknown.
        policy: The declaration whose clocks and periods ask for facts.
        on: The last day that counts, inclusive. A time counts on the day it names in its own
            offset; see :func:`in_zone`.
        known_at: The moment of knowledge: what was recorded later is left out. None is now.
        law: The packs whose triggers ask for facts, too.
        vocabulary: The words of the events.

    Raises:
        SeveralPersonsError: If the events are of several persons, merges and splits considered.

    >>> from datetime import UTC
    >>> from recruitprivacy.policy import Clock, Controller, Role
    >>> from recruitprivacy.timeline import Happened
    >>> policy = Policy(
    ...     id="acme", firm=("Acme",), languages=("en",),
    ...     roles=FrozenMap({"candidate": Role()}),
    ...     controllers=FrozenMap({"acme": Controller(name="Acme BV")}),
    ...     clocks=FrozenMap({"contact": Clock(counts=("message.inbound",), if_none="registered")}),
    ... )
    >>> hello = Happened(id="e1", person="p1", what="profile.registered", role="candidate",
    ...                  happened=date(2026, 3, 3),
    ...                  recorded_at=datetime(2026, 3, 3, 9, tzinfo=UTC))
    >>> facts = fold([hello, hello], policy, on=date(2026, 4, 1))
    >>> facts.moment("profile.registered.first", role="candidate").day
    datetime.date(2026, 3, 3)
    """
    known = history(events, known_at=known_at)
    person = known.sole_person()
    counted = in_order(event for event in known.of(person) if seen(event, on))
    timeline = _timeline(counted, policy, law, vocabulary)
    facts = Facts(
        person=person,
        on=on,
        known_at=known_at,
        policy=policy.id,
        version=policy.version_number,
        moments=_moments(Scope.PERSON, timeline, lambda entry: bool(entry.event.person)),
        roles=FrozenMap({role: _role(role, timeline) for role in sorted(timeline.roles)}),
        records=FrozenMap({name: _record(name, timeline) for name in sorted(timeline.opened)}),
        companies=_companies(timeline),
        notices=tuple(_notice(event, timeline) for event in timeline.of(NoticeGiven)),
        disclosures=tuple(_disclosure(event) for event in timeline.of(Disclosed)),
        conditions=_conditions(timeline.of(ConditionKnown), None),
    )
    return _with_findings(_with_ledgers(facts, timeline), timeline, known.findings)


def _timeline(
    events: Sequence[PlainEvent], policy: Policy, law: Law | None, vocabulary: Vocabulary
) -> Timeline:
    ground = Ground(policy=policy, vocabulary=vocabulary, opened=_opened(events))
    entries = tuple(entry_of(event, ground) for event in events)
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries:
        for kind in entry.kinds:
            by_kind.setdefault(kind, []).append(entry)
    return Timeline(
        events=tuple(events),
        entries=entries,
        by_kind=by_kind,
        ground=ground,
        roles=frozenset(entry.role for entry in entries if entry.role is not None),
        specs=tuple(filter(is_moment, facts_needed(policy, law, vocabulary=vocabulary))),
    )


def _opened(events: Iterable[PlainEvent]) -> dict[str, RecordOpened]:
    noted: dict[str, list[RecordOpened]] = {}
    for event in events:
        if isinstance(event, RecordOpened):
            noted.setdefault(event.record, []).append(event)
    return {
        record: max(last_of(found), key=lambda event: (event.recorded_at, event.id))
        for record, found in noted.items()
    }


def _moments(
    scope: Scope, timeline: Timeline, belongs: Callable[[Entry], bool | None]
) -> FrozenMap[str, Moment]:
    # What nobody can read may have been anything, so it may have been each of these.
    unread = [(entry, None) for entry in timeline.unread if belongs(entry) is not False]
    return FrozenMap(
        {
            spec.name: folded(
                [
                    *unread,
                    *(
                        (entry, belongs(entry))
                        for kind in spec.kinds
                        for entry in timeline.by_kind.get(kind, ())
                    ),
                ],
                spec.fold,
            )
            for spec in timeline.specs
            if spec.scope is scope and not spec.clock
        }
    )


def _role(role: str, timeline: Timeline) -> RoleFacts:
    def belongs(entry: Entry) -> bool | None:
        return in_role(entry, role, timeline.roles)

    return RoleFacts(moments=_moments(Scope.ROLE, timeline, belongs))


def _companies(timeline: Timeline) -> FrozenMap[str, CompanyFacts]:
    named = {entry.company for entry in timeline.entries}
    for record in timeline.opened.values():
        named |= {record.company, record.supplier}
    known = {entry.company for entry in timeline.entries if _tells_of_company(entry, timeline)}
    return FrozenMap(
        {
            company: _company(company, timeline) if company in known else _unheard(timeline)
            for company in sorted(name for name in named if name is not None)
        }
    )


def _tells_of_company(entry: Entry, timeline: Timeline) -> bool:
    words = timeline.ground.vocabulary
    with_it = any(scope_of(kind, words) is Scope.COMPANY for kind in entry.kinds)
    return not entry.event.person or with_it


def _company(company: str, timeline: Timeline) -> CompanyFacts:
    def belongs(entry: Entry) -> bool:
        return entry.company == company

    return CompanyFacts(moments=_moments(Scope.COMPANY, timeline, belongs))


def _unheard(timeline: Timeline) -> CompanyFacts:
    # Nobody gave us anything of that company, so that nothing can be said of it either way.
    asked = (spec.name for spec in timeline.specs if spec.scope is Scope.COMPANY)
    return CompanyFacts(moments=FrozenMap(dict.fromkeys(asked, Absence.UNKNOWN)))


def _record(name: str, timeline: Timeline) -> RecordFacts:
    ground, opened = timeline.ground, timeline.opened[name]
    role = ground.role(opened.role) or opened.role

    def belongs(entry: Entry) -> bool | None:
        return on_record(entry, name, ground, timeline.roles)

    return RecordFacts(
        kind=opened.record_kind,
        role=role,
        recorded_as=None if role == opened.role else opened.role,
        controller=opened.controller,
        company=opened.company,
        supplier=opened.supplier,
        vacancy=opened.vacancy,
        part_of=opened.part_of,
        categories=opened.categories,
        obtained_from=opened.obtained_from,
        kept_in=opened.kept_in,
        outcome=_outcome(_outcomes(timeline, belongs)),
        moments=FrozenMap(
            {**_moments(Scope.RECORD, timeline, belongs), **clock_facts(opened, role, timeline)}
        ),
        uses=_uses(name, timeline),
        conditions=_conditions(timeline.of(ConditionKnown), name),
    )


def _outcomes(
    timeline: Timeline, belongs: Callable[[Entry], bool | None]
) -> list[tuple[Happened, bool | None]]:
    return [
        (entry.event, belongs(entry))
        for entry in timeline.entries
        if isinstance(entry.event, Happened) and entry.event.outcome is not None
    ]


def _outcome(found: Iterable[tuple[Happened, bool | None]]) -> str | None:
    may = [event for event, belongs in found if belongs is not False]
    ends = {event.outcome for event in last_of(may)}
    sure = {event.outcome for event, belongs in found if belongs}
    return ends.pop() if len(ends) == 1 and ends <= sure else None


def _uses(name: str, timeline: Timeline) -> FrozenMap[str, UseFacts]:
    of_it = {None, *timeline.ground.family(name)}
    starts = [event for event in timeline.of(PurposeStarted) if event.record in of_it]
    ends = [event for event in timeline.of(PurposeEnded) if event.record in of_it]
    return FrozenMap(
        {
            use: UseFacts(
                started=earliest(moment_of(event) for event in starts if event.use == use),
                ended=_ended(
                    [event for event in ends if event.use == use],
                    [event for event in starts if event.use == use],
                ),
            )
            for use in sorted({*(event.use for event in starts), *(event.use for event in ends)})
        }
    )


def _ended(ends: Iterable[PurposeEnded], starts: Iterable[PurposeStarted]) -> Moment:
    again = tuple(starts)
    return earliest(
        moment_of(end) for end in ends if not any(surely_later(end, start) for start in again)
    )


def _notice(event: NoticeGiven, timeline: Timeline) -> NoticeFacts:
    return NoticeFacts(
        version=event.version,
        language=event.language,
        role=timeline.ground.role(event.role) or event.role,
        given=moment_of(event),
    )


def _disclosure(event: Disclosed) -> DisclosureFacts:
    return DisclosureFacts(
        recipient=event.recipient,
        to=event.to,
        records=event.records,
        categories=event.categories,
        disclosed=moment_of(event),
    )


def _conditions(events: Iterable[ConditionKnown], record: str | None) -> FrozenMap[str, bool]:
    found: dict[str, list[ConditionKnown]] = {}
    for event in events:
        if event.record == record:
            found.setdefault(event.condition, []).append(event)
    holds = {key: {event.holds for event in last_of(found[key])} for key in sorted(found)}
    return FrozenMap({key: said.pop() for key, said in holds.items() if len(said) == 1})


def _with_ledgers(facts: Facts, timeline: Timeline) -> Facts:
    requests = _freezes.courses(timeline.of(RequestEvent))
    taken = timeline.of(ConsentWithdrawn)
    restrictions = _ledgers.restrictions(
        timeline.of(RestrictionPlaced),
        timeline.of(RestrictionAnnounced),
        timeline.of(RestrictionLifted),
    )
    return attrs.evolve(
        facts,
        consents=with_terms(
            _ledgers.consents(timeline.of(ConsentGiven), taken, timeline.ground.vocabulary),
            timeline.ground.policy,
            timeline.ground.vocabulary,
        ),
        withdrawals=_ledgers.withdrawals(taken),
        objections=_ledgers.objections(timeline.of(Objected), timeline.of(ObjectionDecided)),
        restrictions=_freezes.released(restrictions, requests),
        holds=_ledgers.holds(timeline.of(HoldPlaced), timeline.of(HoldLifted)),
        freezes=_freezes.freezes(requests),
        erasures=_ledgers.erasures(timeline.of(ErasureGranted)),
        unknown=unread(timeline.events, timeline.ground),
    )


def _with_findings(facts: Facts, timeline: Timeline, before: Iterable[Finding]) -> Facts:
    found = (
        *before,
        *findings_of(timeline),
        *_ledgers.doubtful_holds(facts.holds, facts.on),
        *_ledgers.lifted_untold(facts.restrictions),
    )
    ordered = sorted(dict.fromkeys(found), key=lambda finding: (finding.code, finding.path))
    paths = {finding.path for finding in ordered}
    return attrs.evolve(facts, findings=tuple(ordered), concerns=_concerns(timeline, paths))


def _concerns(timeline: Timeline, ids: set[str]) -> FrozenMap[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for entry in timeline.entries:
        if entry.event.id in ids:
            found.setdefault(entry.event.id, set()).update(_may_touch(entry, timeline))
    everywhere: set[str] = set(timeline.opened)
    return FrozenMap(
        {each: tuple(sorted(found[each])) for each in sorted(found) if found[each] != everywhere}
    )


def _may_touch(entry: Entry, timeline: Timeline) -> set[str]:
    opened = timeline.opened
    touched = {
        name
        for name in opened
        if on_record(entry, name, timeline.ground, timeline.roles) is not False
    }
    return touched or set(opened)
