"""
Whether an extension of the time for an answer counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.errors import ExtensionNotAllowedError
from recruitprivacy.law import EXTENSION, Deadline, Law, Situation, answer_due
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.rights._local import in_own_zone
from recruitprivacy.timeline import AnyRequestEvent, Extended, day_of

__all__ = [
    "HOURS_A_DAY",
    "LATE",
    "NO_REASON",
    "TOO_LONG",
    "TWICE",
    "UNTOLD",
    "Extension",
    "extensions",
    "refuse_extension",
]

LATE: Final = "late"
TWICE: Final = "twice"
NO_REASON: Final = "no_reason"
UNTOLD: Final = "untold"
TOO_LONG: Final = "too_long"
NO_LAW: Final = "no_law"
HOURS_A_DAY: Final = 24
CUT: Final = "law.step.capped"
WAY_OUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        NO_LAW: "pass law=, so that the first period can be counted",
        LATE: "answer now; an extension is told within the first period",
        TWICE: "answer now; the time is extended once",
        NO_REASON: "give the reason: complexity, or the number of requests",
        UNTOLD: "tell the person, with the reason, and record told=True",
        TOO_LONG: "name a shorter one, or none for as much as the law allows",
    }
)


@attrs.frozen(kw_only=True)
class Extension:
    """
    An extension as recorded, and what stands against it.

    Attributes:
        event: The event.
        told_on: Its day, where the controller is; None where nobody knows.
        until: The time with it, as far as the law allows.
        defects: What stands against it: ``late``, ``twice``, ``no_reason``, ``untold``,
            ``too_long``.
    """

    event: Extended
    told_on: date | None
    until: Deadline
    defects: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """
        Whether it moves the last day; one that is too long does so as far as the law allows.
        """
        return set(self.defects) <= {TOO_LONG}


def extensions(
    received: datetime | date,
    situation: Situation,
    history: Iterable[AnyRequestEvent],
    law: Law,
) -> tuple[Extension, ...]:
    """
    Judge every extension of a history; the first that stands counts.

    Args:
        received: When the request reached the controller.
        situation: The ties to countries.
        history: What happened, in the controller's time zone.
        law: The law.

    Law:
        GDPR Art. 12(3): once, told with reasons within one month of receipt, by two months more.
    """
    recorded = [event for event in history if isinstance(event, Extended)]
    if not recorded:
        return ()
    first = answer_due(received, law=law, situation=situation)
    most = law.rule(EXTENSION, on=first.event_on).period
    judged: list[Extension] = []
    for event in recorded:
        # Where nobody noted by how much, it is as much as the law allows.
        by = _in_days(event.by, first, law) if event.by else most
        until = answer_due(received, law=law, situation=situation, extension=by)
        again = any(earlier.counts for earlier in judged)
        defects = tuple(_defects(event, first, until, again=again))
        told_on = day_of(event.happened)
        judged.append(Extension(event=event, told_on=told_on, until=until, defects=defects))
    return tuple(judged)


def refuse_extension(
    received: datetime | date,
    situation: Situation,
    history: tuple[AnyRequestEvent, ...],
    event: Extended,
    law: Law | None,
) -> None:
    """
    Refuse an extension that would not count, or not in full.

    Raises:
        ExtensionNotAllowedError: With the first thing that stands against it.
    """
    if law is None:
        raise ExtensionNotAllowedError(NO_LAW, WAY_OUT[NO_LAW])
    told = in_own_zone((*history, event), situation, law)
    for defect in extensions(received, situation, told, law)[-1].defects:
        raise ExtensionNotAllowedError(defect, WAY_OUT[defect])


def _in_days(by: Period, first: Deadline, law: Law) -> Period:
    # Working days and hours cannot be added to a month; counted from its end they come to days.
    if by.hours:
        return Period(days=-(-by.hours // HOURS_A_DAY))
    if not by.working_days:
        return by
    ends = add(first.event_on, first.period, rounding=Rounding.DOWN)
    until = add(ends, by, rounding=Rounding.DOWN, calendar=law.calendar(first.calendar))
    return Period(days=(until - ends).days)


def _defects(event: Extended, first: Deadline, until: Deadline, *, again: bool) -> Iterator[str]:
    told_on = day_of(event.happened)
    if told_on is None or told_on > first.last_day:
        yield LATE
    if again:
        yield TWICE
    if event.reason is None:
        yield NO_REASON
    if not event.told:
        yield UNTOLD
    if any(step.says.message.code == CUT for step in until.steps):
        yield TOO_LONG
