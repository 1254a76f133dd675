"""
By when the firm itself says that it answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Finding, Level, Reading
from recruitprivacy.law import Deadline, Law, count
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import AnswerPromise
from recruitprivacy.rights._extension import Extension
from recruitprivacy.rights._local import place_of_controller
from recruitprivacy.rights._request import RightsRequest

__all__ = ["of_promise", "promised"]

PATH: Final = "requests.answer.within"
ROLLED: Final = Message(
    "rights.reading.promise_rolled",
    "The firm's own word is counted as the law counts its periods, on to the next working day: "
    "until {day}.",
)
LATE: Final = Message(
    "rights.finding.promise_late",
    "The firm promises an answer within {period}; the law asks for it by {day}.",
)
MEND: Final = Message("rights.mend.promise_late", "Promise no later day than the law allows.")
ROLLS: Final = Citation(act="Reg. 1182/71", unit=Unit.ARTICLE, number="3", points=("4",))


def promised(
    request: RightsRequest, answer: AnswerPromise, law: Law, extension: Extension | None = None
) -> Deadline | None:
    """
    Find the last day under the firm's own promise, or None where it promises none.

    It ends on its plain day: the Regulation counts what the law sets, not what a firm says. That
    some would count it by analogy is a reading. The firm's clause on extending moves it where an
    extension counts.

    Args:
        request: The request.
        answer: What the firm promises.
        law: The law.
        extension: The extension that counts, or None.
    """
    within = answer.within
    if not isinstance(within, Period):
        return None
    place = place_of_controller(request.situation)
    counts = count(request.received_at, within, calendar=law.calendar(place), zone=law.zone(place))
    if within.hours:
        return counts
    plain = add(counts.event_on, within, rounding=Rounding.DOWN, calendar=law.calendar(place))
    found = _ending(counts, plain, law)
    more = _further(answer, extension)
    return found if more is None else _extended(request, found, more, law)


def of_promise(promise: Deadline | None, first: Deadline | None) -> Iterator[Finding]:
    """
    Find a promise of a later day than the law's.
    """
    if promise is not None and first is not None and promise.last_day > first.last_day:
        yield Finding(
            code="request.promise_late",
            level=Level.ERROR,
            path=PATH,
            says=phrase(LATE, period=promise.period, day=first.last_day),
            mend=phrase(MEND),
            cites=first.cites[:1],
        )


def _further(answer: AnswerPromise, extension: Extension | None) -> Period | None:
    if extension is None or not (answer.extension or answer.extension_as_lawful):
        return None
    lawful = extension.until.rules[-1].period
    return extension.event.by or answer.extension or lawful


def _extended(request: RightsRequest, first: Deadline, more: Period, law: Law) -> Deadline:
    raise NotImplementedError


def _ending(counts: Deadline, plain: date, law: Law) -> Deadline:
    zone = law.zone(counts.calendar)
    rolled = counts.last_day
    reading = Reading(
        key="promise_rolled", last_day=rolled, says=phrase(ROLLED, day=rolled), cites=(ROLLS,)
    )
    return attrs.evolve(
        counts,
        last_day=plain,
        expires_at=datetime.combine(plain + timedelta(days=1), time(), tzinfo=zone),
        readings=() if rolled == plain else (reading,),
        steps=(),
    )
