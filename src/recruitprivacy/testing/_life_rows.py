"""
Made-up lives told as rows: one for each record, with what folding their events would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypeAlias

import attrs

from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.testing._life_events import CLOSED, RIGHT, record_of
from recruitprivacy.testing._lives import BEGIN, LATEST, Deed, Kept, Life, Stage
from recruitprivacy.timeline import FactSpec, Fold, RecordKind, Scope, facts_needed
from recruitprivacy.vocabulary import Vocabulary

__all__ = ["Cell", "Writer", "writer_of"]

Cell: TypeAlias = date | str | bool | None
Row: TypeAlias = list[int | str | bool | None]

UNKNOWN: Final = 0
EPOCH: Final = date(1970, 1, 1)
DAYS: Final[Mapping[int | str | bool | None, Cell]] = {
    None: None,
    UNKNOWN: EPOCH,
    **{day: date.fromordinal(day) for day in range(BEGIN, LATEST + 1)},
}
KEYS: Final = (
    "notice.version",
    "record.company",
    "record.controller",
    "record.kept_in",
    "record.kind",
    "record.obtained_from",
    "record.outcome",
    "record.recorded_as",
    "record.role",
    "record.supplier",
)
FLAGS: Final = (
    "consent.state",
    "erasure.state",
    "hold.open",
    "notice.unsure",
    "objection.state",
    "request.open",
    "restriction.open",
)
SETS: Final[Mapping[str, str]] = {
    "consent.given": "consent.state",
    "consent.withdrawn": "consent.state",
    "hold.placed": "hold.open",
    "objection.made": "objection.state",
    "request.erasure_granted": "erasure.state",
    "restriction.placed": "restriction.open",
}
CLEARS: Final[Mapping[str, str]] = {
    "hold.lifted": "hold.open",
    "request.answered": "request.open",
    "restriction.lifted": "restriction.open",
}
TYPED: Final = frozenset({*SETS, *CLEARS, "record.opened", "purpose.ended", "request.received"})
"""Events with a type of their own, which belong to the record they name and to no other."""


@attrs.frozen
class _Slot:
    """
    Where the day of a kind of event goes.
    """

    place: int
    scope: Scope
    first: bool


@attrs.frozen(kw_only=True, slots=False)
class Writer:
    """
    What writes rows.

    Attributes:
        names: The columns.
        slots: The columns that each kind of event fills.
        on: The day as of which they are written, as an ordinal.
    """

    policy: Policy
    stage: Stage
    names: tuple[str, ...]
    slots: Mapping[str, tuple[_Slot, ...]]
    on: int

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.names)}

    @cached_property
    def _days(self) -> frozenset[str]:
        filled = {self.names[slot.place] for each in self.slots.values() for slot in each}
        return frozenset({*filled, *(f"use.{name}.ended" for name in self.policy.uses)})

    @cached_property
    def _blank(self) -> Row:
        return [False if name in FLAGS else None for name in self.names]

    @cached_property
    def _published(self) -> dict[int, str]:
        return {}

    def columns(self, lives: Iterable[Life]) -> dict[str, list[Cell]]:
        """
        Write lives as columns.
        """
        rows = [row for life in lives for row in self._rows(life)]
        columns = [*zip(*rows, strict=True)] or [()] * len(self.names)
        return {
            name: [DAYS[cell] for cell in column] if name in self._days else [*column]
            for name, column in zip(self.names, columns, strict=True)
        }

    def _rows(self, life: Life) -> Iterator[Row]:
        seen = [deed for deed in life.deeds if deed.noted <= self.on]
        for place, kept in enumerate(life.records):
            if kept.opened <= self.on:
                yield self._row(life, place, kept, seen)

    def _row(self, life: Life, place: int, kept: Kept, seen: list[Deed]) -> Row:
        row = self._blank.copy()
        at = self._places
        row[at["id"]] = record_of(life.number, place)
        row[at["record.role"]] = kept.walled
        row[at["record.kind"]] = kept.kind.value
        row[at["record.controller"]] = kept.controller
        row[at["record.company"]] = kept.company
        row[at["record.supplier"]] = kept.supplier
        row[at["record.obtained_from"]] = kept.source
        if kept.role != kept.walled:
            row[at["record.recorded_as"]] = kept.role
        alone = len(life.records) == 1
        for deed in seen:
            self._mark(row, deed, ours=alone or deed.record == place)
            self._fill(row, deed, life, place if not alone else None)
        row[at["record.outcome"]] = _outcome(life, place, seen)
        self._notice(row, life, place, seen)
        return row

    def _mark(self, row: Row, deed: Deed, *, ours: bool) -> None:
        what, at = deed.what, self._places
        if what in SETS:
            row[at[SETS[what]]] = True
        elif what in CLEARS:
            row[at[CLEARS[what]]] = False
        elif what == "request.received" and deed.detail == "access":
            row[at["request.open"]] = True
        elif not ours:
            return
        elif what == "purpose.ended":
            ended = at[f"use.{deed.detail}.ended"]
            had = row[ended]
            row[ended] = min(had, deed.day) if isinstance(had, int) else deed.day
        elif what == "condition.known":
            condition, _, holds = deed.detail.partition("=")
            row[at[f"condition.{condition}"]] = holds == "yes"

    def _fill(self, row: Row, deed: Deed, life: Life, place: int | None) -> None:
        if deed.detail == RIGHT:
            return
        for slot in self.slots.get(deed.what, ()):
            if place is not None and not _belongs(deed, slot.scope, life, place):
                continue
            had = row[slot.place]
            if had is None or _counts(deed.day, had, slot):
                row[slot.place] = deed.day

    def _notice(self, row: Row, life: Life, place: int, seen: list[Deed]) -> None:
        at, kept = self._places, life.records[place]
        if not self.policy.earlier:
            row[at["notice.version"]] = self.policy.version_number
            return
        given = self._given(life, kept, seen)
        if given:
            last = [each.detail for each in reversed(given) if each.day == given[-1].day]
            row[at["notice.version"]] = last[0]
            row[at["notice.unsure"]] = len(set(last)) > 1
        else:
            row[at["notice.version"]] = self._version(self._collected(row, kept))

    def _given(self, life: Life, kept: Kept, seen: list[Deed]) -> list[Deed]:
        notices = [deed for deed in seen if deed.what == "notice.given"]
        notices.sort(key=lambda deed: deed.day)
        roles = dict.fromkeys((self.policy.role_of(kept.walled), kept.walled))
        return [
            deed for role in roles for deed in notices if life.records[deed.record].walled == role
        ]

    def _collected(self, row: Row, kept: Kept) -> int:
        names = ("data.collected.first", "data.received.first", "record.opened.first")
        days = [row[self._places[name]] for name in names]
        return min((day for day in days if isinstance(day, int)), default=kept.opened)

    def _version(self, day: int) -> str:
        found = self._published.get(day)
        if found is None:
            published = self.policy.published_by(date.fromordinal(day)) or self.policy
            found = self._published[day] = published.version_number
        return found


def _counts(day: int, had: object, slot: _Slot) -> bool:
    # A day nobody knows may have been any, so nothing is known any more.
    if day == UNKNOWN:
        return True
    return isinstance(had, int) and had != UNKNOWN and (day < had) == slot.first


def _belongs(deed: Deed, scope: Scope, life: Life, place: int) -> bool:
    if scope is Scope.PERSON or deed.record == place:
        return True
    mine, theirs = life.records[place], life.records[deed.record]
    if mine.walled != theirs.walled:
        return False
    if scope is Scope.ROLE:
        return True
    return mine.kind is RecordKind.PERSON and deed.what not in TYPED


def _outcome(life: Life, place: int, seen: Iterable[Deed]) -> str | None:
    ends = [
        deed
        for deed in seen
        if deed.what == CLOSED and deed.detail and _belongs(deed, Scope.RECORD, life, place)
    ]
    last = max((deed.day for deed in ends), default=UNKNOWN)
    found = {deed.detail for deed in ends if deed.day == last}
    return found.pop() if len(found) == 1 else None


def writer_of(
    policy: Policy, law: Law | None, stage: Stage, vocabulary: Vocabulary, on: date
) -> Writer:
    """
    Find the columns, and what fills them.
    """
    needed = tuple(_of_rows(facts_needed(policy, law, vocabulary=vocabulary)))
    days = {name for name, _ in needed}
    uses = (f"use.{name}.ended" for name in policy.uses)
    conditions = (f"condition.{name}" for name in stage.conditions)
    names = ("id", *sorted({*days, *KEYS, *FLAGS, *uses, *conditions}))
    places = {name: place for place, name in enumerate(names)}
    slots: dict[str, list[_Slot]] = {}
    for name, spec in needed:
        slot = _Slot(places[name], spec.scope, spec.fold is Fold.FIRST)
        for kind in spec.kinds:
            slots.setdefault(kind, []).append(slot)
    return Writer(
        policy=policy,
        stage=stage,
        names=names,
        slots={kind: tuple(each) for kind, each in slots.items()},
        on=on.toordinal(),
    )


def _of_rows(specs: Iterable[FactSpec]) -> Iterator[tuple[str, FactSpec]]:
    asked = [
        spec
        for spec in specs
        if spec.fold in {Fold.FIRST, Fold.LAST}
        and spec.scope is not Scope.COMPANY
        and not spec.clock
    ]
    of_records = {spec.name for spec in asked if spec.scope is Scope.RECORD}
    for spec in asked:
        twice = spec.scope is Scope.ROLE and spec.name in of_records
        yield f"role.{spec.name}" if twice else spec.name, spec
