"""
What was said to the person too late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Deadline, Law, due
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

__all__ = ["late", "refusal_ends"]

REFUSAL: Final = "deadline.refusal"
ANSWERED_LATE: Final = Message(
    "rights.breach.answered_late", "The answer came on {answered}; the last day for it was {day}."
)
REFUSED_LATE: Final = Message(
    "rights.breach.refused_late",
    "The person heard on {refused} that nothing will be done; the last day to say so was {day}, "
    "and nothing extends it.",
)
AGAIN_LATE: Final = Message(
    "rights.breach.answered_again_late",
    "The request was taken up again and answered on {answered}; the last day had been {day}, and "
    "no text gives more time for that.",
)

ANSWERED_BEFORE: Final = frozenset(
    {
        RequestStatus.ANSWERED,
        RequestStatus.PARTLY_ANSWERED,
        RequestStatus.REFUSED,
        RequestStatus.COMPLAINT,
        RequestStatus.COURT,
    }
)
"""Where a request may be that was answered; a withdrawn one may be in court, too."""


@attrs.frozen(kw_only=True)
class _Word:
    """
    An answer or a refusal, and what came before.

    Attributes:
        event: It.
        before: The events before it.
        again: From where the request was taken up again before it, or None where it was not.
    """

    event: Answered | Refused
    before: tuple[AnyRequestEvent, ...]
    again: RequestStatus | None


def late(
    request: RightsRequest, history: tuple[AnyRequestEvent, ...], law: Law
) -> Iterator[Finding]:
    """
    Find an answer or a refusal that came after its last day.

    Where a request was closed for want of proof, a pause that some hold possible excuses as far as
    it goes. What follows once an answered one was taken up again is a warning: no text says how
    long that may take.

    Args:
        request: The request.
        history: What is looked at of its events, in the controller's time zone.
        law: The law.

    Law:
        GDPR Art. 12(3): one month from receipt, or three where extended in time and told.
        GDPR Art. 12(4): whoever takes no action says so within one month.
    """
    for word in _words(history):
        time = counted(request, word.before, law)
        said_on = day_of(word.event.happened)
        if time is None or said_on is None:
            continue
        if word.again in ANSWERED_BEFORE and _was_answered(word.before):
            yield from _again_late(word.event, said_on, time)
        elif isinstance(word.event, Refused):
            yield from _refused_late(word.event, said_on, request, time, law)
        elif said_on > time.deadline.last_day and not time.deadline.waits_for:
            yield _answered_late(word, said_on, time)


def _answered_late(word: _Word, said_on: date, time: Counted) -> Finding:
    paused = [each.last_day for each in time.deadline.readings if each.last_day is not None]
    unproved = word.again is RequestStatus.CLOSED_UNPROVED
    excused = unproved and any(said_on <= each for each in paused)
    says = phrase(ANSWERED_LATE, answered=said_on, day=time.deadline.last_day)
    level = Level.WARNING if excused else Level.ERROR
    return _finding("answered_late", word.event, says, time.deadline.rules[0].cites, level)


def _again_late(event: AnyRequestEvent, said_on: date, time: Counted) -> Iterator[Finding]:
    if said_on > time.deadline.last_day and not time.deadline.waits_for:
        says = phrase(AGAIN_LATE, answered=said_on, day=time.deadline.last_day)
        cites = time.deadline.rules[0].cites
        yield _finding("answered_again_late", event, says, cites, Level.WARNING)


def _refused_late(
    event: Refused, said_on: date, request: RightsRequest, time: Counted, law: Law
) -> Iterator[Finding]:
    ends = refusal_ends(request, time, law)
    if said_on > ends.last_day and not time.first.waits_for:
        says = phrase(REFUSED_LATE, refused=said_on, day=ends.last_day)
        yield _finding("refused_late", event, says, ends.rules[0].cites)


def refusal_ends(request: RightsRequest, time: Counted, law: Law) -> Deadline:
    """
    Find by when a person hears that nothing will be done.

    Where no rule of its own sets a time for it, a refusal is an answer like others.

    Law:
        GDPR Art. 12(4): within one month of receipt.
    """
    on, ties = time.received_on, request.situation
    rules = law.rules(REFUSAL, ties, on=on, event_on=on).applies
    found = [due(rule, time.received, law=law, situation=ties) for rule in rules]
    return min(found, key=lambda each: each.last_day) if found else time.deadline


def _words(history: tuple[AnyRequestEvent, ...]) -> Iterator[_Word]:
    # A second word without being taken up again adds to the first, and has no day of its own.
    status, again, said = RequestStatus.RECEIVED, None, False
    for place, event in enumerate(history):
        lands = landing(status, move_of(event))
        if status.is_closed and not lands.is_closed:
            again, said = status, False
        if isinstance(event, Answered | Refused) and not said:
            said = True
            yield _Word(event=event, before=history[:place], again=again)
        status = lands


def _was_answered(history: tuple[AnyRequestEvent, ...]) -> bool:
    return any(isinstance(event, Answered | Refused) for event in history)


def _finding(
    code: str,
    event: AnyRequestEvent,
    says: Phrase,
    cites: tuple[Citation, ...],
    level: Level = Level.ERROR,
) -> Finding:
    return Finding(code=f"request.{code}", level=level, path=event.id, says=says, cites=cites)
