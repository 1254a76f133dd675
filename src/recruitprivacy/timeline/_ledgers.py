"""
What stands of consents, objections, restrictions and holds.

Where two opposed events cannot be told apart in time, what protects the person stands: held beats
lifted, withdrawn beats given, restricted beats lifted, objected beats overruled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, phrase
from recruitprivacy.policy import EVERYTHING
from recruitprivacy.timeline._events import (
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    HoldLifted,
    HoldPlaced,
    Objected,
    ObjectionDecided,
    RestrictionAnnounced,
    RestrictionLifted,
    RestrictionPlaced,
)
from recruitprivacy.timeline._facts import (
    ConsentFacts,
    ErasureFacts,
    HoldFacts,
    ObjectionFacts,
    RestrictionFacts,
)
from recruitprivacy.timeline._history import dangling
from recruitprivacy.timeline._moments import Known, Moment, earliest, latest
from recruitprivacy.timeline._order import in_doubt, last_of, moment_of, surely_later
from recruitprivacy.timeline._request_events import ErasureGranted
from recruitprivacy.vocabulary import Kind, ObjectionGround, Vocabulary

OPPOSED: Final = Message(
    "timeline.opposed",
    "Nobody can tell whether this came before or after an event that undoes it; "
    "what protects the person counts.",
)
GIVE_TIMES: Final = Message("timeline.give_times", "Record the time of both, with its offset.")
UNTOLD: Final = Message(
    "timeline.lifted_untold", "A restriction was lifted before the person was told."
)
NEVER_OVERRULED: Final = Message(
    "timeline.marketing_overruled",
    "An objection to direct marketing was turned down; it stands all the same.",
)
BLANKET: Final = Message(
    "timeline.hold_blanket", "A hold names no record, category or vacancy, so it holds everything."
)
OVERDUE: Final = Message(
    "timeline.hold_overdue", "A hold should have been looked at again on {day}."
)
ART_18_3: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="18", points=("3",))
ART_21_3: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="21", points=("3",))


def consents(
    given: Iterable[ConsentGiven], taken: Sequence[ConsentWithdrawn], vocabulary: Vocabulary
) -> tuple[ConsentFacts, ...]:
    """
    Tell of each agreement whether it was taken back; withdrawing a purpose withdraws its kinds.
    """
    return tuple(
        ConsentFacts(
            event=event.id,
            purpose=purpose,
            permission=event.permission,
            given=moment_of(event),
            withdrawn=earliest(
                moment_of(one)
                for one in taken
                if _covers(one, purpose, vocabulary) and not surely_later(one, event)
            ),
            expires_on=event.expires_on,
            categories=event.categories,
            notice_version=event.notice_version,
            notice_digest=event.notice_digest,
            language=event.language,
            controllers=event.controllers,
            how=event.how,
        )
        for event in given
        for purpose in event.purposes
    )


def withdrawals(taken: Iterable[ConsentWithdrawn]) -> FrozenMap[str, Moment]:
    """
    Tell when agreement was last taken back, also where none was noted before.
    """
    found: dict[str, list[Moment]] = {}
    for event in taken:
        for purpose in event.purposes or (EVERYTHING,):
            found.setdefault(purpose, []).append(moment_of(event))
    return FrozenMap({purpose: latest(found[purpose]) for purpose in sorted(found)})


def objections(
    made: Iterable[Objected], decisions: Sequence[ObjectionDecided]
) -> tuple[ObjectionFacts, ...]:
    """
    Tell of each objection what was decided.
    """
    return tuple(_objection(event, decisions) for event in made)


def restrictions(
    placed: Iterable[RestrictionPlaced],
    announced: Sequence[RestrictionAnnounced],
    lifted: Sequence[RestrictionLifted],
) -> tuple[RestrictionFacts, ...]:
    """
    Tell of each restriction whether it was lifted.
    """
    return tuple(
        RestrictionFacts(
            event=event.id,
            ground=event.ground,
            categories=event.categories,
            records=event.records,
            placed=moment_of(event),
            announced=earliest(
                moment_of(one) for one in announced if one.restriction in {"", event.id}
            ),
            lifted=_undone(event, [one for one in lifted if one.restriction in {"", event.id}]),
        )
        for event in placed
    )


def holds(placed: Iterable[HoldPlaced], lifted: Sequence[HoldLifted]) -> tuple[HoldFacts, ...]:
    """
    Tell of each hold whether it was lifted.
    """
    return tuple(
        HoldFacts(
            event=event.id,
            matter=event.matter,
            ground=event.ground,
            owner=event.owner,
            review_on=event.review_on,
            records=event.records,
            categories=event.categories,
            vacancy=event.vacancy,
            art_9=event.art_9,
            art_10=event.art_10,
            placed=moment_of(event),
            lifted=_undone(event, [one for one in lifted if one.matter == event.matter]),
        )
        for event in placed
    )


def erasures(granted: Iterable[ErasureGranted]) -> tuple[ErasureFacts, ...]:
    """
    Tell which erasures were granted, and when.
    """
    return tuple(
        ErasureFacts(
            event=event.id,
            request=event.request,
            categories=event.categories,
            records=event.records,
            granted=moment_of(event),
        )
        for event in granted
    )


def doubts(pairs: Iterable[tuple[Event, Iterable[Event]]]) -> Iterator[Finding]:
    """
    Say of which protecting events nobody can tell whether they came before what undoes them.
    """
    for event, others in pairs:
        if any(in_doubt(event, other) for other in others):
            yield Finding(
                code=OPPOSED.code,
                level=Level.WARNING,
                path=event.id,
                says=phrase(OPPOSED),
                mend=phrase(GIVE_TIMES),
            )


def opposed_consents(
    given: Sequence[ConsentGiven], taken: Iterable[ConsentWithdrawn], vocabulary: Vocabulary
) -> Iterator[Finding]:
    """
    Say which withdrawals cannot be told apart in time from an agreement they reach.
    """
    yield from doubts(
        (one, (event for event in given if _reaches(one, event, vocabulary))) for one in taken
    )


def opposed_holds(placed: Sequence[HoldPlaced], lifted: Sequence[HoldLifted]) -> Iterator[Finding]:
    """
    Say which holds cannot be told apart in time from a lift, and which lifts lift nothing.
    """
    yield from doubts(
        (event, (one for one in lifted if one.matter == event.matter)) for event in placed
    )
    matters = {event.matter for event in placed}
    yield from (dangling(one) for one in lifted if one.matter not in matters)


def doubtful_holds(found: Iterable[HoldFacts], on: date) -> Iterator[Finding]:
    """
    Say which standing holds hold everything, or should have been looked at again.
    """
    for hold in found:
        if hold.stands and hold.blanket:
            yield Finding(
                code=BLANKET.code, level=Level.WARNING, path=hold.event, says=phrase(BLANKET)
            )
        if hold.stands and hold.review_on is not None and hold.review_on < on:
            yield Finding(
                code=OVERDUE.code,
                level=Level.WARNING,
                path=hold.event,
                says=phrase(OVERDUE, day=hold.review_on),
            )


def opposed_restrictions(
    placed: Sequence[RestrictionPlaced], lifted: Sequence[RestrictionLifted]
) -> Iterator[Finding]:
    """
    Say which restrictions cannot be told apart in time from a lift, and which lifts lift nothing.
    """
    yield from doubts(
        (event, (one for one in lifted if one.restriction in {"", event.id})) for event in placed
    )
    ids = {"", *(event.id for event in placed)}
    yield from (dangling(one) for one in lifted if one.restriction not in ids)


def lifted_untold(found: Iterable[RestrictionFacts]) -> Iterator[Finding]:
    """
    Say which restrictions were lifted before the person was told.

    Law:
        GDPR Art. 18(3): the person is told before a restriction is lifted.
    """
    for each in found:
        if not each.stands and not _told(each):
            yield Finding(
                code=UNTOLD.code,
                level=Level.ERROR,
                path=each.event,
                says=phrase(UNTOLD),
                cites=(ART_18_3,),
            )


def opposed_objections(
    made: Sequence[Objected], decisions: Sequence[ObjectionDecided]
) -> Iterator[Finding]:
    """
    Say which decisions decide nothing, cannot be placed in time, or are not theirs to make.
    """
    against = [one for one in decisions if not one.upheld]
    yield from doubts(
        (event, (one for one in against if one.objection == event.id)) for event in made
    )
    ids = {event.id for event in made}
    yield from (dangling(one) for one in decisions if one.objection not in ids)
    marketing = {event.id for event in made if ObjectionGround.DIRECT_MARKETING in event.grounds}
    for one in against:
        if one.objection in marketing:
            yield Finding(
                code=NEVER_OVERRULED.code,
                level=Level.ERROR,
                path=one.id,
                says=phrase(NEVER_OVERRULED),
                cites=(ART_21_3,),
            )


def _told(restriction: RestrictionFacts) -> bool:
    told, lifted = restriction.announced, restriction.lifted
    if not isinstance(told, Known):
        return False
    return not isinstance(lifted, Known) or told.day <= lifted.day


def _undone(event: Event, lifts: Iterable[Event]) -> Moment:
    return earliest(moment_of(one) for one in lifts if surely_later(event, one))


def _objection(event: Objected, decisions: Sequence[ObjectionDecided]) -> ObjectionFacts:
    ours = [
        one
        for one in decisions
        if one.objection == event.id
        if (not surely_later(one, event) if one.upheld else surely_later(event, one))
    ]
    last = sorted(last_of(ours), key=lambda one: (not one.upheld, one.id))
    if not last:
        return ObjectionFacts(
            event=event.id, grounds=event.grounds, purposes=event.purposes, made=moment_of(event)
        )
    return ObjectionFacts(
        event=event.id,
        grounds=event.grounds,
        purposes=event.purposes,
        made=moment_of(event),
        decided=moment_of(last[0]),
        upheld=last[0].upheld,
        ground=last[0].ground,
    )


def _covers(withdrawn: ConsentWithdrawn, purpose: str, vocabulary: Vocabulary) -> bool:
    if not withdrawn.purposes or purpose in withdrawn.purposes:
        return True
    if not vocabulary.has(Kind.PURPOSE, purpose):
        return False
    above = {term.key for term in vocabulary.lineage(Kind.PURPOSE, purpose)}
    return not above.isdisjoint(withdrawn.purposes)


def _reaches(withdrawn: ConsentWithdrawn, given: ConsentGiven, vocabulary: Vocabulary) -> bool:
    return any(_covers(withdrawn, purpose, vocabulary) for purpose in given.purposes)
