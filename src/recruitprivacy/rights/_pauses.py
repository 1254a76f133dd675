"""
The later days that some hold possible while one waits for the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

import attrs

from recruitprivacy.citations import Act, Citation, Unit
from recruitprivacy.findings import Reading
from recruitprivacy.law import Calendar, Deadline, last_day
from recruitprivacy.messages import Message, phrase
from recruitprivacy.timeline import AnyRequestEvent, IdentityAsked, Move, day_of, move_of

__all__ = ["pause_readings"]

Wait: TypeAlias = tuple[date, date | None]

IDENTITY: Final = Message(
    "rights.reading.paused_for_identity",
    "the days between asking who the person is and knowing it are not counted, "
    "if there was reason for doubt and it was raised at once.",
)
CLARIFICATION: Final = Message(
    "rights.reading.paused_for_clarification",
    "the days between asking what the person means and hearing it are not counted, "
    "if a large amount of data made the question necessary and it was asked at once.",
)
FROM_PROOF: Final = Message(
    "rights.reading.from_proof",
    "the whole period begins when the person has shown who they are.",
)
GUIDELINES: Final = "EDPB 01/2022"


@attrs.frozen(kw_only=True)
class _Pause:
    key: str
    says: Message
    asked: Move
    heard: Move
    needs: str
    """The fact without which nobody holds it possible."""


PAUSES: Final = (
    _Pause(
        key="paused_for_identity",
        says=IDENTITY,
        asked=Move.IDENTITY_ASKED,
        heard=Move.IDENTITY_PROVED,
        needs="request.identity_asked.doubt",
    ),
    _Pause(
        key="paused_for_clarification",
        says=CLARIFICATION,
        asked=Move.CLARIFICATION_ASKED,
        heard=Move.CLARIFIED,
        needs="request.large_amount_of_data",
    ),
)


def pause_readings(
    history: Iterable[AnyRequestEvent],
    deadline: Deadline,
    calendar: Calendar,
    acts: Mapping[str, Act],
) -> Iterator[Reading]:
    """
    Give the days under the readings by which waiting for the person stops the clock.

    The regulation knows no pause; the guidelines say that there may be one.

    Law:
        GDPR Art. 12(3): one month of receipt, and nothing of a pause.
        GDPR Art. 12(6): additional information on reasonable doubt.
    """
    events = tuple(history)
    cites = _guidelines(acts)
    for pause in PAUSES:
        waits = tuple(_waits(events, pause))
        if waits:
            doubted = any(isinstance(each, IdentityAsked) and each.doubt for each in events)
            needs = "" if doubted and pause.asked is Move.IDENTITY_ASKED else pause.needs
            yield Reading(
                key=pause.key,
                last_day=_paused(waits, deadline, calendar),
                says=phrase(pause.says),
                cites=cites,
                needs=needs,
            )
            if pause.asked is Move.IDENTITY_ASKED:
                yield _from_proof(waits, deadline, calendar, needs)


def _waits(events: tuple[AnyRequestEvent, ...], pause: _Pause) -> Iterator[Wait]:
    since: date | None = None
    for event in events:
        move, day = move_of(event), day_of(event.happened)
        if move is pause.asked and since is None:
            since = day
        elif move is pause.heard and since is not None:
            yield since, day
            since = None
    if since is not None:
        yield since, None


def _paused(waits: tuple[Wait, ...], deadline: Deadline, calendar: Calendar) -> date | None:
    lengths = [(until - since).days for since, until in waits if until is not None]
    if len(lengths) < len(waits):
        return None
    longer = attrs.evolve(deadline.period, days=deadline.period.days + sum(lengths))
    return last_day(deadline.event_on, longer, calendar=calendar, regime=deadline.regime)


def _from_proof(
    waits: tuple[Wait, ...], deadline: Deadline, calendar: Calendar, needs: str
) -> Reading:
    proved = waits[-1][1]
    day = (
        last_day(proved, deadline.period, calendar=calendar, regime=deadline.regime)
        if proved
        else None
    )
    return Reading(key="from_proof", last_day=day, says=phrase(FROM_PROOF), needs=needs)


def _guidelines(acts: Mapping[str, Act]) -> tuple[Citation, ...]:
    cited = Citation(act=GUIDELINES, unit=Unit.PARAGRAPH, number="159")
    return (cited,) if GUIDELINES in acts else ()
