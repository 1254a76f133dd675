"""
Plain histories said in the words of the library: events of one candidate, and of nobody else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypeAlias

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
    IdentityAsked,
    LiftAnnounced,
    NoticeGiven,
    Objected,
    ObjectionDecided,
    PurposeEnded,
    PurposeStarted,
    RecordKind,
    RecordOpened,
    RequestReceived,
    RestrictionLifted,
    RestrictionPlaced,
)
from recruitprivacy.vocabulary import ObjectionGround, RestrictionGround, Right
from tests.oracles.retention.making import CATEGORIES, START
from tests.oracles.retention.plain import CONSENTED, Happening, History
from tests.timeline.making import at, make

Fields: TypeAlias = Mapping[str, Any]

NO_DAY: Final = (None, date(1970, 1, 1), date(9999, 12, 31))
"""How databases say that they do not know."""
NAMED: Final[Mapping[str, str]] = MappingProxyType(
    {"object": "o-", "restrict": "p-", "restrict_for_me": "p-"}
)
"""What other events refer to by its id."""
PURPOSES: Final[Mapping[str, str]] = MappingProxyType(
    {"search": "matching", CONSENTED: "talent_pool", "advice": "interview_salary_advice"}
)
CONTACTS: Final[Mapping[str, str]] = MappingProxyType(
    {"talk": "conversation", "click": "message.clicked", "wrote": "message.inbound"}
)
OPENED: Final[Fields] = MappingProxyType(
    {"role": "candidate", "record_kind": RecordKind.APPLICATION, "categories": CATEGORIES}
)
HAPPENED: Final[Mapping[str, Fields]] = MappingProxyType(
    {
        **{name: {"what": what} for name, what in CONTACTS.items()},
        "optout": {"what": "message.inbound", "exercises_right": True},
        "client_talk": {"what": "conversation", "role": "client"},
        "mailed": {"what": "message.outbound"},
        "opened": {"what": "message.opened"},
        "closed": {"what": "procedure.closed", "record": "r"},
        "closed_other": {"what": "procedure.closed", "record": "other"},
        "hired": {"what": "hired", "record": "r"},
        "employed": {"what": "employment.started", "record": "r"},
        "left": {"what": "employment.ended", "record": "r"},
    }
)


def events_of(history: History) -> tuple[AnyEvent, ...]:
    """
    Say a history as events; another application is there where something is about it.
    """
    told = tuple(_event(f"e{place}", place, one) for place, one in enumerate(history))
    if any(one.reach == "other" or one.what == "closed_other" for one in history):
        return (make(RecordOpened, "other", START, record="other", **OPENED), *told)
    return told


def _event(name: str, place: int, one: Happening) -> AnyEvent:
    if one.what in HAPPENED:
        kind: type[AnyEvent] = Happened
        given: Fields = {"role": "candidate", "outcome": one.which or None, **HAPPENED[one.what]}
    else:
        kind, fields = KINDS[one.what]
        given = fields(one)
    if one.what in NAMED:
        name = f"{NAMED[one.what]}{one.which}"
    day = one.day or NO_DAY[place % len(NO_DAY)]
    return make(kind, name, day, recorded_at=at(one.day or START), **given)


def _opened(one: Happening) -> Fields:
    return {"record": "r", "obtained_from": one.which or None, **OPENED}


def _told(one: Happening) -> Fields:
    return {"version": one.which, "language": "en", "role": "candidate"}


def _agreed(one: Happening) -> Fields:
    return {"purposes": (PURPOSES[CONSENTED],), "expires_on": one.until}


def _withdrew(_: Happening) -> Fields:
    return {"purposes": (PURPOSES[CONSENTED],)}


def _use(one: Happening) -> Fields:
    return {"use": one.which, "record": "r"}


def _known(one: Happening) -> Fields:
    return {"condition": one.which, "holds": one.what == "known", "record": "r"}


def _objected(one: Happening) -> Fields:
    grounds = (ObjectionGround.LEGITIMATE_INTERESTS,)
    return {"grounds": grounds, "purposes": (PURPOSES[one.which],)}


def _decided(one: Happening) -> Fields:
    return {"objection": f"o-{one.which}", "upheld": one.what == "upheld"}


def _received(one: Happening) -> Fields:
    right = Right.ACCESS if one.what == "ask" else Right.ERASURE
    return {"request": one.which, "rights": (right,)}


def _request(one: Happening) -> Fields:
    return {"request": one.which}


def _granted(one: Happening) -> Fields:
    return {"request": one.which, **_reached(one, None)}


def _held(one: Happening) -> Fields:
    return {"matter": one.which, "ground": "pending_litigation", **_reached(one, ())}


def _lifted(one: Happening) -> Fields:
    return {"matter": one.which}


def _restricted(one: Happening) -> Fields:
    for_them = one.what == "restrict_for_me"
    ground = RestrictionGround.NEEDED_FOR_CLAIMS if for_them else _CONTESTED
    return {"ground": ground, **_reached(one, None)}


def _freed(one: Happening) -> Fields:
    return {"restriction": f"p-{one.which}"}


def _reached(one: Happening, everything: tuple[str, ...] | None) -> Fields:
    records = {"record": ("r",), "other": ("other",)}.get(one.reach, ())
    categories = (one.reach,) if one.reach in CATEGORIES else everything
    return {"categories": categories, "records": records}


_CONTESTED: Final = RestrictionGround.ACCURACY_CONTESTED
KINDS: Final[Mapping[str, tuple[type[AnyEvent], Callable[[Happening], Fields]]]] = MappingProxyType(
    {
        "collected": (RecordOpened, _opened),
        "told": (NoticeGiven, _told),
        "agreed": (ConsentGiven, _agreed),
        "withdrew": (ConsentWithdrawn, _withdrew),
        "ended": (PurposeEnded, _use),
        "begun": (PurposeStarted, _use),
        "known": (ConditionKnown, _known),
        "known_not": (ConditionKnown, _known),
        "object": (Objected, _objected),
        "upheld": (ObjectionDecided, _decided),
        "overruled": (ObjectionDecided, _decided),
        "ask": (RequestReceived, _received),
        "asked_erasure": (RequestReceived, _received),
        "told_lift": (LiftAnnounced, _request),
        "doubted": (IdentityAsked, _request),
        "answer": (Answered, _request),
        "grant": (ErasureGranted, _granted),
        "hold": (HoldPlaced, _held),
        "lift": (HoldLifted, _lifted),
        "restrict": (RestrictionPlaced, _restricted),
        "restrict_for_me": (RestrictionPlaced, _restricted),
        "unrestrict": (RestrictionLifted, _freed),
    }
)
