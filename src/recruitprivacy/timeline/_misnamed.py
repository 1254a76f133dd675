"""
Words in events that nobody knows, and which ledger is in doubt for them.

Who agreed to, or took back, something that cannot be read may have agreed to anything: the ledger
is unknown, so that nothing is erased for want of what may stand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.findings import DID_YOU_MEAN, Finding, Level
from recruitprivacy.messages import Message, phrase
from recruitprivacy.near import nearest
from recruitprivacy.policy import Policy
from recruitprivacy.timeline._events import (
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    HoldPlaced,
    Objected,
    PurposeEnded,
    PurposeStarted,
    RestrictionPlaced,
)
from recruitprivacy.timeline._places import Ground
from recruitprivacy.timeline._request_events import ErasureGranted
from recruitprivacy.vocabulary import Kind, Vocabulary

Word: TypeAlias = tuple[Kind, str]

PURPOSE_UNKNOWN: Final = Message(
    "timeline.purpose_unknown",
    "Nobody knows the purpose “{key}”, so nobody knows what the person said yes or no to.",
)
CATEGORY_UNKNOWN: Final = Message(
    "timeline.category_unknown",
    "Nobody knows the category “{key}”, so nobody knows which data this is about.",
)
USE_UNKNOWN: Final = Message(
    "timeline.use_unknown", "The policy has no use “{key}”; this starts and ends none."
)
SAYS: Final[Mapping[Kind, Message]] = MappingProxyType(
    {Kind.PURPOSE: PURPOSE_UNKNOWN, Kind.CATEGORY: CATEGORY_UNKNOWN}
)
LEDGERS: Final[Mapping[type[Event], str]] = MappingProxyType(
    {
        ConsentGiven: "consents",
        ConsentWithdrawn: "consents",
        Objected: "objections",
        HoldPlaced: "holds",
        RestrictionPlaced: "restrictions",
        ErasureGranted: "erasures",
    }
)


def unread(events: Iterable[Event], ground: Ground) -> tuple[str, ...]:
    """
    Name the ledgers that hold a word nobody knows.
    """
    found = {LEDGERS[type(event)] for event in events if any(_misnamed(event, ground))}
    return tuple(sorted(found))


def misnamed(events: Iterable[Event], ground: Ground) -> Iterator[Finding]:
    """
    Say which words nobody knows, and which ones were probably meant.
    """
    for event in events:
        for kind, key in _misnamed(event, ground):
            yield _finding(event, SAYS[kind], key, _meant(kind, key, ground))
        if isinstance(event, PurposeStarted | PurposeEnded) and not _used(event.use, ground.policy):
            yield _finding(event, USE_UNKNOWN, event.use, nearest(event.use, ground.policy.uses))


def event_meant(what: str, vocabulary: Vocabulary) -> str:
    """
    Find the kind of event that was probably meant, also where a trigger was named instead.
    """
    if vocabulary.has(Kind.TRIGGER, what):
        fired_by = vocabulary.term(Kind.TRIGGER, what).events
        if fired_by:
            return fired_by[0]
    return vocabulary.nearest(Kind.EVENT, what)


def did_you_mean(finding: Finding, near: str) -> Finding:
    """
    Add to a finding what was probably meant, where something is near.
    """
    return attrs.evolve(finding, mend=phrase(DID_YOU_MEAN, nearest=near)) if near else finding


def _misnamed(event: Event, ground: Ground) -> Iterator[Word]:
    if type(event) not in LEDGERS:
        return
    for kind, name in ((Kind.PURPOSE, "purposes"), (Kind.CATEGORY, "categories")):
        for key in getattr(event, name, ()) or ():
            if not ground.vocabulary.has(kind, key):
                yield kind, key


def _meant(kind: Kind, key: str, ground: Ground) -> str:
    use = ground.policy.uses.get(key) if kind is Kind.PURPOSE else None
    if use is not None and use.purposes:
        return use.purposes[0]
    return ground.vocabulary.nearest(kind, key)


def _used(use: str, policy: Policy) -> bool:
    return any(use in version.uses for version in policy.versions())


def _finding(event: Event, says: Message, key: str, near: str) -> Finding:
    found = Finding(code=says.code, level=Level.WARNING, path=event.id, says=phrase(says, key=key))
    return did_you_mean(found, near)
