"""
By when the firm itself says that it answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Finding, Level, Reading
from recruitprivacy.law import Calendar, Deadline, Law, count
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import AnswerPromise
from recruitprivacy.rights._extension import HOURS_A_DAY, TOO_LONG, Extension
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
    calendar, zone = law.calendar(place), law.zone(place)
    rolled = count(request.received_at, within, calendar=calendar, zone=zone)
    if within.hours:
        return rolled
    on = rolled.event_on
    days = [_plain(on, within, more, calendar) for more in _further(answer, extension)]
    if not days:
        return _ending(rolled, add(on, within, rounding=Rounding.DOWN, calendar=calendar), zone)
    return attrs.evolve(_ending(rolled, min(days), zone), readings=())


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


def _further(answer: AnswerPromise, extension: Extension | None) -> Iterator[Period]:
    if extension is None or not (answer.extension or answer.extension_as_lawful):
        return
    lawful = extension.until.rules[-1].period
    recorded = None if TOO_LONG in extension.defects else extension.event.by
    yield from filter(None, (recorded or lawful, answer.extension))


def _plain(on: date, within: Period, more: Period, calendar: Calendar) -> date:
    # What nobody can add to one length is counted one after the other.
    if more.hours:
        return _plain(on, within, Period(days=-(-more.hours // HOURS_A_DAY)), calendar)
    if within.working_days or more.working_days:
        first = add(on, within, rounding=Rounding.DOWN, calendar=calendar)
        return add(first, more, rounding=Rounding.DOWN, calendar=calendar)
    names = [field.name for field in attrs.fields(Period)]
    whole = Period(**{name: getattr(within, name) + getattr(more, name) for name in names})
    return add(on, whole, rounding=Rounding.DOWN)


def _ending(rolled: Deadline, plain: date, zone: ZoneInfo) -> Deadline:
    day = rolled.last_day
    reading = Reading(
        key="promise_rolled", last_day=day, says=phrase(ROLLED, day=day), cites=(ROLLS,)
    )
    return attrs.evolve(
        rolled,
        last_day=plain,
        expires_at=datetime.combine(plain + timedelta(days=1), time(), tzinfo=zone),
        readings=() if day == plain else (reading,),
        steps=(),
    )
