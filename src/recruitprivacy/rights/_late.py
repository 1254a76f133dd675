"""
What was said to the person too late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law, due
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.rights._counted import Counted, counted
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import (
    Answered,
    AnyRequestEvent,
    Refused,
    RequestStatus,
    day_of,
    landing,
    move_of,
)

__all__ = ["late"]

REFUSAL: Final = "deadline.refusal"
ANSWERED_LATE: Final = Message(
    "rights.breach.answered_late", "The answer came on {answered}; the last day for it was {day}."
)
REFUSED_LATE: Final = Message(
    "rights.breach.refused_late",
    "The person heard on {refused} that nothing will be done; the last day to say so was {day}, "
    "and nothing extends it.",
)


def late(
    request: RightsRequest, history: tuple[AnyRequestEvent, ...], law: Law
) -> Iterator[Finding]:
    """
    Find an answer or a refusal that came after its last day.

    What follows once a request was taken up again is not judged: no text says how long it may take.

    Args:
        request: The request.
        history: What is looked at of its events, in the controller's time zone.
        law: The law.

    Law:
        GDPR Art. 12(3): one month from receipt, or three where extended in time and told.
        GDPR Art. 12(4): whoever takes no action says so within one month.
    """
    found = _first_word(history)
    if found is None:
        return
    place, event = found
    time = counted(request, history[:place], law)
    said_on = day_of(event.happened)
    if time is None or said_on is None:
        return
    if isinstance(event, Refused):
        yield from _refused_late(event, said_on, request, time, law)
    elif said_on > time.deadline.last_day and not time.deadline.waits_for:
        says = phrase(ANSWERED_LATE, answered=said_on, day=time.deadline.last_day)
        yield _finding("answered_late", event, says, time.deadline.rules[0].cites)


def _refused_late(
    event: Refused, said_on: date, request: RightsRequest, time: Counted, law: Law
) -> Iterator[Finding]:
    on, ties = time.received_on, request.situation
    rules = law.rules(REFUSAL, ties, on=on, event_on=on).applies
    found = [due(rule, request.received_at, law=law, situation=ties) for rule in rules]
    # Where no rule of its own sets a time for it, a refusal is an answer like others.
    ends = min(found, key=lambda each: each.last_day) if found else time.deadline
    if said_on > ends.last_day and not time.first.waits_for:
        says = phrase(REFUSED_LATE, refused=said_on, day=ends.last_day)
        yield _finding("refused_late", event, says, ends.rules[0].cites)


def _first_word(history: tuple[AnyRequestEvent, ...]) -> tuple[int, AnyRequestEvent] | None:
    status = RequestStatus.RECEIVED
    for place, event in enumerate(history):
        if isinstance(event, Answered | Refused):
            return place, event
        status = landing(status, move_of(event))
        if status.is_closed:
            return None
    return None


def _finding(
    code: str, event: AnyRequestEvent, says: Phrase, cites: tuple[Citation, ...]
) -> Finding:
    return Finding(code=f"request.{code}", level=Level.ERROR, path=event.id, says=says, cites=cites)
