"""
What is left of a timeline once all it was about is erased.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.errors import StillNeededError
from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, phrase
from recruitprivacy.policy import EVERYTHING, Policy, RetentionRule
from recruitprivacy.timeline._any import AnyEvent, PlainEvent
from recruitprivacy.timeline._events import (
    ConsentGiven,
    ConsentWithdrawn,
    Happened,
    Objected,
    ObjectionDecided,
    RecordKind,
    RecordOpened,
)
from recruitprivacy.timeline._facts import Facts
from recruitprivacy.timeline._fold import fold
from recruitprivacy.timeline._freezes import courses
from recruitprivacy.timeline._history import history
from recruitprivacy.timeline._order import in_order
from recruitprivacy.timeline._request_events import ErasureGranted, Forwarded, RequestEvent
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["Proof", "minimal_proof"]

TIMELINE: Final = "timeline_record"
ERASED: Final = "data.erased"
STAYS: Final = (RequestEvent, Objected, ObjectionDecided, ConsentWithdrawn)

UNSTATED_PERIOD: Final = Message(
    "timeline.proof_period_unstated",
    "No rule of the policy says how long proof of what was asked and erased is kept.",
)
STATE_IT: Final = Message(
    "timeline.mend.proof_period",
    "Write a retention rule for the category “timeline_record”, counted from “data_erased”.",
)
STORAGE_LIMITATION: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="5", points=("1", "e"))


@attrs.frozen(kw_only=True)
class Proof:
    """
    What is left of one person's timeline after the last of their data was erased.

    Attributes:
        events: What is kept instead of the timeline; it holds no id of an erased record and none
            of a company.
        dropped: How many events go.
        findings: What the policy does not say about keeping it.
    """

    events: tuple[AnyEvent, ...]
    dropped: int = 0
    findings: tuple[Finding, ...] = ()


def minimal_proof(
    events: Iterable[AnyEvent],
    policy: Policy,
    *,
    erased: Mapping[str, date],
    record: str,
    at: datetime,
    vocabulary: Vocabulary = BUILT_IN,
) -> Proof:
    """
    Reduce a timeline of which all data are erased to the least that shows what was done.

    What stays: requests and their outcome, objections, consents taken back or still standing, and
    the days of erasing. They make a record of their own, of the category ``timeline_record``, on
    which :func:`recruitprivacy.retention.assess` decides by the policy's rule like on any other.
    Suppression tokens stand outside the timeline and are reviewed there. Doing it twice changes
    nothing.

    Args:
        events: The person's events.
        policy: The declaration.
        erased: Every record of the person, with the day on which the last of it was erased.
        record: A new id, for the proof.
        at: When this is done, with offset.
        vocabulary: The words of the events.

    Raises:
        SeveralPersonsError: If the events are of several persons.
        StillNeededError: If a record is not erased, a request is open, a hold or restriction
            stands, or nobody can read whether one does.

    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from datetime import UTC
    >>> proof = minimal_proof(anna_applies(), own_hiring(), record="proof-1",
    ...                       erased={"anna-record": date(2026, 5, 4)},
    ...                       at=datetime(2026, 5, 4, 9, tzinfo=UTC))
    >>> {event.kind for event in proof.events} == {"record.opened", "happened"}, proof.dropped
    (True, 6)
    >>> [finding.code for finding in proof.findings]
    ['timeline.proof_period_unstated']

    Law:
        GDPR Art. 5(1)(c): no more than is necessary.
        GDPR Art. 5(1)(e): no longer than is necessary.
        GDPR Art. 5(2): the controller can show what it did.
    """
    known = history(events)
    person = known.sole_person()
    listed = in_order(_under(person, known.of(person)))
    facts = fold(listed, policy, on=at.date(), vocabulary=vocabulary)
    _refuse(listed, facts, {*erased, *_proofs(listed)})
    kept = tuple(_kept(listed, facts))
    return Proof(
        events=tuple(in_order([*kept, *_made(listed, erased, record, at)])),
        dropped=len(listed) - len(kept),
        findings=() if _ruled(policy, vocabulary) else (_unstated(),),
    )


def _under(person: str, events: Iterable[PlainEvent]) -> Iterator[PlainEvent]:
    for event in events:
        yield attrs.evolve(event, person=person) if event.person else event


def _proofs(listed: Iterable[PlainEvent]) -> set[str]:
    """
    Name the records that are proofs themselves.
    """
    opened = (event for event in listed if isinstance(event, RecordOpened))
    return {event.record for event in opened if event.categories == (TIMELINE,)}


def _refuse(listed: Sequence[PlainEvent], facts: Facts, done: set[str]) -> None:
    requests = courses(event for event in listed if isinstance(event, RequestEvent))
    opened = {event.record for event in listed if isinstance(event, RecordOpened)}
    stands = {
        "records": not opened <= done,
        "requests": any(course.open for course in requests),
        "holds": any(hold.stands for hold in facts.holds),
        "restrictions": any(each.stands for each in facts.restrictions),
    }
    because = tuple(dict.fromkeys([*(name for name in stands if stands[name]), *facts.unknown]))
    if because:
        raise StillNeededError(because)


def _kept(listed: Sequence[PlainEvent], facts: Facts) -> Iterator[PlainEvent]:
    standing = {each.event for each in facts.consents if each.stands(facts.on)}
    proofs = _proofs(listed)
    for event in listed:
        match event:
            case ErasureGranted() if event.records:
                # Without the records it would reach everything; the answer tells that it was done.
                continue
            case Forwarded():
                yield attrs.evolve(event, to="")
            case ConsentGiven() if event.id in standing:
                yield event
            case Happened() if event.what == ERASED and event.record in proofs:
                yield event
            case RecordOpened() if event.record in proofs:
                yield event
            case _ if isinstance(event, STAYS):
                yield event


def _made(
    listed: Iterable[PlainEvent], erased: Mapping[str, date], record: str, at: datetime
) -> Iterator[PlainEvent]:
    opened = [event for event in listed if isinstance(event, RecordOpened)]
    gone = [event for event in opened if event.record in erased and event.record != record]
    if not gone:
        return
    last = gone[-1]
    if record not in {event.record for event in opened}:
        yield RecordOpened(
            id=f"{record}-opened",
            person=last.person,
            happened=at.date(),
            recorded_at=at,
            record=record,
            record_kind=RecordKind.PERSON,
            role=last.role,
            controller=last.controller,
            categories=(TIMELINE,),
        )
    for day in sorted({erased[event.record] for event in gone}):
        yield Happened(
            id=f"{record}-{ERASED}-{day.isoformat()}",
            person=last.person,
            happened=day,
            recorded_at=at,
            what=ERASED,
            record=record,
        )


def _ruled(policy: Policy, vocabulary: Vocabulary) -> bool:
    return any(_is_about_proof(rule, vocabulary) for rule in policy.retention.values())


def _is_about_proof(rule: RetentionRule, vocabulary: Vocabulary) -> bool:
    named = (key for key in rule.data if key != EVERYTHING)
    return vocabulary.is_kind(Kind.CATEGORY, TIMELINE, *named)


def _unstated() -> Finding:
    return Finding(
        code=UNSTATED_PERIOD.code,
        level=Level.GAP,
        path="retention",
        says=phrase(UNSTATED_PERIOD),
        mend=phrase(STATE_IT),
        cites=(STORAGE_LIMITATION,),
    )
