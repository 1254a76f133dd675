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
from recruitprivacy.law import Deadline, Law, Situation
from recruitprivacy.law import Extension as Further
from recruitprivacy.rights._exchange import Exchange, exchange_of
from recruitprivacy.rights._local import in_own_zone
from recruitprivacy.timeline import AnyRequestEvent, Extended, day_of
from recruitprivacy.vocabulary import Right

__all__ = [
    "HOURS_A_DAY",
    "LATE",
    "NOT_FORESEEN",
    "NO_LENGTH",
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
NO_LENGTH: Final = "no_length"
NOT_FORESEEN: Final = "not_foreseen"
NO_LAW: Final = "no_law"
HOURS_A_DAY: Final = 24
WAY_OUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        NO_LAW: "pass law=, so that the first period can be counted",
        LATE: "answer now; an extension is told within the first period",
        TWICE: "answer now; the time is extended once",
        NO_REASON: "give the reason: complexity, or the number of requests",
        UNTOLD: "tell the person, with the reason, and record told=True",
        TOO_LONG: "name a shorter one, or none for as much as the law allows",
        NO_LENGTH: "say by when; that law sets no longest extension",
        NOT_FORESEEN: "answer in time; that law knows no further time",
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
            ``no_length``, ``not_foreseen``, ``too_long``.
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
    exchange: Exchange, history: Iterable[AnyRequestEvent], law: Law
) -> tuple[Extension, ...]:
    """
    Judge every extension of a history; the first that stands counts.

    Args:
        exchange: What passed between the person and the controller.
        history: What happened, in the controller's time zone.
        law: The law.

    Law:
        GDPR Art. 12(3): once, told with reasons within one month of receipt, by two months more.
    """
    judged: list[Extension] = []
    for event in history:
        if not isinstance(event, Extended):
            continue
        told_on = day_of(event.happened)
        reason = event.reason or ""
        taken = Further(told_on=told_on, reason=reason, by=event.by, told=event.told)
        until = exchange.due(law, taken)
        again = any(earlier.counts for earlier in judged)
        defects = tuple(_defects(until, again=again))
        judged.append(Extension(event=event, told_on=told_on, until=until, defects=defects))
    return tuple(judged)


def refuse_extension(
    received: datetime | date,
    rights: tuple[Right, ...],
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
    exchange = exchange_of(received, rights, situation, told, law)
    for defect in extensions(exchange, told, law)[-1].defects:
        raise ExtensionNotAllowedError(defect, WAY_OUT[defect])


def _defects(until: Deadline, *, again: bool) -> Iterator[str]:
    # Whether it is late comes before whether it is the second; the rest as the law lists it.
    yield from (defect for defect in until.defects if defect == LATE)
    if again:
        yield TWICE
    yield from (defect for defect in until.defects if defect != LATE)
