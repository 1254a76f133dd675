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
from recruitprivacy.law import Law, Situation, answer_due, local_day
from recruitprivacy.timeline import AnyRequestEvent, Extended

__all__ = [
    "LATE",
    "NO_REASON",
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
NO_LAW: Final = "no_law"
WAY_OUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        NO_LAW: "pass law=, so that the first period can be counted",
        LATE: "answer now; an extension is told within the first period",
        TWICE: "answer now; the time is extended once",
        NO_REASON: "give the reason: complexity, or the number of requests",
        UNTOLD: "tell the person, with the reason, and record told=True",
    }
)


@attrs.frozen(kw_only=True)
class Extension:
    """
    An extension as recorded, and what stands against it.

    Attributes:
        event: The event.
        told_on: Its day, where the controller is; None where nobody knows.
        defects: What stands against it: ``late``, ``twice``, ``no_reason``, ``untold``.
    """

    event: Extended
    told_on: date | None
    defects: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """
        Whether it moves the last day.
        """
        return not self.defects


def extensions(
    received: datetime | date,
    situation: Situation,
    history: Iterable[AnyRequestEvent],
    law: Law,
) -> tuple[Extension, ...]:
    """
    Judge every extension of a history; the first without a defect counts.

    Law:
        GDPR Art. 12(3): once, told with reasons within one month of receipt.
    """
    recorded = [event for event in history if isinstance(event, Extended)]
    if not recorded:
        return ()
    first = answer_due(received, law=law, situation=situation).last_day
    judged: list[Extension] = []
    for event in recorded:
        told_on = _day(event, situation, law)
        again = any(earlier.counts for earlier in judged)
        defects = tuple(_defects(event, told_on, first, again=again))
        judged.append(Extension(event=event, told_on=told_on, defects=defects))
    return tuple(judged)


def refuse_extension(
    received: datetime | date,
    situation: Situation,
    history: tuple[AnyRequestEvent, ...],
    event: Extended,
    law: Law | None,
) -> None:
    """
    Refuse an extension that would not count.

    Raises:
        ExtensionNotAllowedError: With the first thing that stands against it.
    """
    if law is None:
        raise ExtensionNotAllowedError(NO_LAW, WAY_OUT[NO_LAW])
    last = extensions(received, situation, (*history, event), law)[-1]
    for defect in last.defects:
        raise ExtensionNotAllowedError(defect, WAY_OUT[defect])


def _defects(event: Extended, told_on: date | None, first: date, *, again: bool) -> Iterator[str]:
    if told_on is None or told_on > first:
        yield LATE
    if again:
        yield TWICE
    if event.reason is None:
        yield NO_REASON
    if not event.told:
        yield UNTOLD


def _day(event: Extended, situation: Situation, law: Law) -> date | None:
    happened = event.happened
    zone = law.zone(situation.establishment or "")
    return None if happened is None else local_day(happened, zone)
