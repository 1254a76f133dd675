"""
Made-up lives told as events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Any, Final

import attrs

from recruitprivacy.testing._lives import Deed, Kept, Life
from recruitprivacy.timeline import (
    Answered,
    AnyEvent,
    ConditionKnown,
    ConsentGiven,
    ConsentWithdrawn,
    ErasureGranted,
    Happened,
    HoldLifted,
    HoldPlaced,
    NoticeGiven,
    Objected,
    PersonsMerged,
    PurposeEnded,
    RecordOpened,
    RequestReceived,
    RestrictionLifted,
    RestrictionPlaced,
)
from recruitprivacy.vocabulary import ObjectionGround, RestrictionGround, Right

__all__ = ["events_of_life", "person_of", "record_of"]

NOON: Final = time(12)
CLOSED: Final = "procedure.closed"
RIGHT: Final = "right"


def person_of(number: int) -> str:
    """
    Name a person.
    """
    return f"person-{number:07d}"


def record_of(number: int, place: int) -> str:
    """
    Name a record of a person.
    """
    return f"{person_of(number)}-{place + 1}"


@attrs.frozen
class _Told:
    life: Life
    deed: Deed
    language: str
    head: dict[str, Any]

    @property
    def kept(self) -> Kept:
        """
        The record it belongs to.
        """
        return self.life.records[self.deed.record]

    @property
    def record(self) -> str:
        """
        The name of that record.
        """
        return record_of(self.life.number, self.deed.record)

    @property
    def request(self) -> str:
        """
        The name of the request it belongs to.
        """
        return f"{person_of(self.life.number)}-{self.deed.detail}"


def _opened(told: _Told) -> AnyEvent:
    kept = told.kept
    return RecordOpened(
        **told.head,
        record=told.record,
        record_kind=kept.kind,
        role=kept.role,
        controller=kept.controller,
        company=kept.company,
        supplier=kept.supplier,
        obtained_from=kept.source,
    )


def _known(told: _Told) -> AnyEvent:
    condition, _, holds = told.deed.detail.partition("=")
    return ConditionKnown(
        **told.head, condition=condition, holds=holds == "yes", record=told.record
    )


def _received(told: _Told) -> AnyEvent:
    right = Right(told.deed.detail)
    return RequestReceived(**told.head, request=told.request, rights=(right,), channel="email")


def _noticed(told: _Told) -> AnyEvent:
    return NoticeGiven(
        **told.head,
        version=told.deed.detail,
        language=told.language,
        role=told.kept.role,
    )


def _objected(told: _Told) -> AnyEvent:
    return Objected(**told.head, grounds=(ObjectionGround.LEGITIMATE_INTERESTS,))


def _restricted(told: _Told) -> AnyEvent:
    return RestrictionPlaced(**told.head, ground=RestrictionGround.ACCURACY_CONTESTED)


TOLD: Final[Mapping[str, Callable[[_Told], AnyEvent]]] = MappingProxyType(
    {
        "condition.known": _known,
        "consent.given": lambda told: ConsentGiven(**told.head, purposes=(told.deed.detail,)),
        "consent.withdrawn": lambda told: ConsentWithdrawn(**told.head),
        "hold.lifted": lambda told: HoldLifted(**told.head, matter=told.deed.detail),
        "hold.placed": lambda told: HoldPlaced(
            **told.head, matter=told.deed.detail, ground="legal_hold"
        ),
        "notice.given": _noticed,
        "objection.made": _objected,
        "purpose.ended": lambda told: PurposeEnded(
            **told.head, use=told.deed.detail, record=told.record
        ),
        "record.opened": _opened,
        "request.answered": lambda told: Answered(**told.head, request=told.request),
        "request.erasure_granted": lambda told: ErasureGranted(**told.head, request=told.request),
        "request.received": _received,
        "restriction.lifted": lambda told: RestrictionLifted(**told.head),
        "restriction.placed": _restricted,
    }
)


def _happened(told: _Told) -> AnyEvent:
    deed = told.deed
    return Happened(
        **told.head,
        what=deed.what,
        role=told.kept.role,
        record=told.record,
        outcome=deed.detail if deed.what == CLOSED and deed.detail else None,
        exercises_right=deed.detail == RIGHT,
    )


def events_of_life(life: Life, language: str) -> tuple[AnyEvent, ...]:
    """
    Tell a life.
    """
    return tuple(_events(life, language))


def _events(life: Life, language: str) -> Iterator[AnyEvent]:
    person = person_of(life.number)
    other = f"{person}-again"
    for place, deed in enumerate(life.deeds):
        head = {
            "id": f"{person}-{place:03d}",
            "person": other if life.twice and place % 2 else person,
            "happened": date.fromordinal(deed.day) if deed.day else None,
            "recorded_at": _at(deed.noted),
            "source": "ats",
        }
        yield TOLD.get(deed.what, _happened)(_Told(life, deed, language, head))
    if life.twice:
        first = min(deed.noted for deed in life.deeds)
        yield PersonsMerged(
            id=f"{person}-merge",
            person=person,
            happened=date.fromordinal(first),
            recorded_at=_at(first),
            absorbed=other,
        )


def _at(day: int) -> datetime:
    return datetime.combine(date.fromordinal(day), NOON, tzinfo=UTC)
