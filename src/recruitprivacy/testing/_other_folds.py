"""
What the events of a record would come to, folded in the ways in which hosts go wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import attrs

from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.timeline import (
    AnyEvent,
    Facts,
    FactSpec,
    Fold,
    Happened,
    PlainEvent,
    day_of,
    events_of,
    facts_needed,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["Folds", "folds_of"]

ROLE: str = "role."


@attrs.frozen(kw_only=True)
class Folds:
    """
    What a fact would be, folded otherwise; None where that comes to nothing.

    Attributes:
        with_rights: Where events that use a right count, too.
        other_end: The first day for the last, and the last for the first.
        anywhere: Where events of other roles and records count, too.
        others: The other kinds of event of the record, by day.
    """

    with_rights: date | None = None
    other_end: date | None = None
    anywhere: date | None = None
    others: tuple[tuple[date, str], ...] = ()

    def kinds_on(self, day: date | None) -> frozenset[str]:
        """
        Name the other kinds of event there were on a day.
        """
        return frozenset(kind for on, kind in self.others if on == day)


def folds_of(
    events: Iterable[AnyEvent],
    facts: Facts,
    record: str,
    policy: Policy,
    law: Law,
    vocabulary: Vocabulary = BUILT_IN,
) -> Callable[[str], Folds]:
    """
    Fold the events of a record otherwise, fact by fact.
    """
    specs = {spec.name: spec for spec in facts_needed(policy, law, vocabulary=vocabulary)}
    seen = tuple(_seen(events_of(events, facts.person), facts.on))
    ours = tuple(event for event in seen if _is_ours(event, facts, record))

    def folds(fact: str) -> Folds:
        spec = specs.get(fact.removeprefix(ROLE))
        if spec is None or spec.fold not in {Fold.FIRST, Fold.LAST}:
            return Folds()
        return _folds(spec, ours, seen, vocabulary)

    return folds


def _seen(events: Iterable[PlainEvent], on: date) -> Iterator[PlainEvent]:
    for event in events:
        day = day_of(event.happened)
        if day is not None and day <= on:
            yield event


def _is_ours(event: PlainEvent, facts: Facts, record: str) -> bool:
    named = getattr(event, "record", None)
    role = getattr(event, "role", None)
    whose = facts.records[record]
    return named in {None, record} and role in {None, whose.role, whose.recorded_as}


def _folds(
    spec: FactSpec,
    ours: tuple[PlainEvent, ...],
    seen: tuple[PlainEvent, ...],
    vocabulary: Vocabulary,
) -> Folds:
    first = spec.fold is Fold.FIRST
    kinds = frozenset(spec.kinds)
    plain = [event for event in ours if _kind(event) in kinds and not _uses_right(event)]
    wide = [event for event in ours if _kind(event) in kinds or _is_right(event, vocabulary)]
    everywhere = [event for event in seen if _kind(event) in kinds and not _uses_right(event)]
    return Folds(
        with_rights=_end(wide, first=first),
        other_end=_end(plain, first=not first),
        anywhere=_end(everywhere, first=first),
        others=tuple(
            (day, _kind(event))
            for event in ours
            if _kind(event) not in kinds and (day := day_of(event.happened)) is not None
        ),
    )


def _kind(event: PlainEvent) -> str:
    return event.what if isinstance(event, Happened) else event.kind


def _uses_right(event: PlainEvent) -> bool:
    return isinstance(event, Happened) and event.exercises_right


def _is_right(event: PlainEvent, vocabulary: Vocabulary) -> bool:
    kind = _kind(event)
    named = vocabulary.has(Kind.EVENT, kind)
    return _uses_right(event) or (named and vocabulary.term(Kind.EVENT, kind).exercises_right)


def _end(events: Iterable[PlainEvent], *, first: bool) -> date | None:
    days = [day for event in events if (day := day_of(event.happened)) is not None]
    if not days:
        return None
    return min(days) if first else max(days)
