"""
Events, and histories of one person made of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any, Final, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from recruitprivacy.policy import UNSTATED, Holding, Policy
from recruitprivacy.testing._built import World, among, draw_class, terms
from recruitprivacy.timeline import (
    AnyEvent,
    Corrected,
    Happened,
    PersonsMerged,
    PersonSplit,
    RecordKind,
    RecordOpened,
    facts_needed,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

KINDS: Final[tuple[type, ...]] = get_args(AnyEvent)
PLAIN: Final = tuple(kind for kind in KINDS if kind not in {Corrected, PersonsMerged, PersonSplit})
OFTEN: Final = (*KINDS, *([Corrected] * 9))
"""Corrections more often: each may hold any other event."""
RECORDS: Final = ("record-1", "record-2")
LONGEST: Final = 12
ANYBODY: Final = "candidate"

UNIQUE: Final = st.uuids(version=4).map(str)


def _instead(draw: DrawFn, world: World) -> object:
    return draw_class(draw, draw(among(PLAIN)), _with_id(world, UNIQUE))


def world_of(vocabulary: Vocabulary) -> World:
    """
    Make the world in which any event can happen.
    """
    return World(vocabulary=vocabulary, special={(Corrected, "by"): _instead}, pools={})


@st.composite
def any_event(draw: DrawFn, vocabulary: Vocabulary = BUILT_IN) -> AnyEvent:
    """
    Draw an event of any kind.
    """
    event: AnyEvent = draw_class(draw, draw(among(OFTEN)), world_of(vocabulary))
    return event


@st.composite
def one_history(
    draw: DrawFn,
    role: str | None,
    first_on: date,
    last_on: date,
    vocabulary: Vocabulary,
    policy: Policy | None,
) -> tuple[AnyEvent, ...]:
    """
    Draw what happened to one person, beginning with a record.
    """
    role = role or (draw(among(tuple(policy.roles))) if policy else ANYBODY)
    world = _world_of_one(draw, role, first_on, last_on, vocabulary)
    if policy:
        world = attrs.evolve(world, pools={**world.pools, **pools_of(policy, role, vocabulary)})
    kinds = draw(st.lists(st.sampled_from((*([Happened] * 8), *PLAIN)), max_size=LONGEST - 1))
    events = [_opened(draw, role, world)]
    for number, kind in enumerate(kinds, start=2):
        events.append(draw_class(draw, kind, _with_id(world, st.just(f"event-{number}"))))
    return tuple(events)


def _world_of_one(
    draw: DrawFn, role: str, first_on: date, last_on: date, vocabulary: Vocabulary
) -> World:
    days = st.dates(first_on, last_on)
    instants = st.datetimes(
        datetime.combine(first_on, time()),
        datetime.combine(last_on, time()),
        timezones=st.just(UTC),
    )
    other = draw(terms(Kind.ROLE, vocabulary))
    pools: dict[str, SearchStrategy[object]] = {
        "person": st.just("person-1"),
        "record": st.sampled_from(RECORDS),
        "records": st.lists(st.sampled_from(RECORDS), max_size=2, unique=True).map(tuple),
        "role": st.sampled_from((role, role, role, other)),
        "request": st.sampled_from(("request-1", "request-2")),
        "matter": st.sampled_from(("matter-1", "matter-2")),
        "vacancy": st.just("vacancy-1"),
        "company": st.just("company-1"),
        "supplier": st.just("company-1"),
        "happened": st.one_of(days, days, instants, st.none()),
        "recorded_at": instants,
    }
    return attrs.evolve(world_of(vocabulary), pools=pools)


def pools_of(policy: Policy, role: str, vocabulary: Vocabulary) -> dict[str, SearchStrategy[Any]]:
    """
    Draw what events name from what a policy declares, where it declares any.

    Args:
        policy: The declaration.
        role: The role most events are in.
        vocabulary: The words it is made of.
    """
    numbers = [version.version.number for version in policy.versions()]
    held = policy.data.get(policy.role_of(role), Holding()).categories
    purposes = [purpose for use in policy.uses.values() for purpose in use.purposes]
    happens = [
        kind
        for spec in facts_needed(policy, vocabulary=vocabulary)
        for kind in spec.kinds
        if vocabulary.has(Kind.EVENT, kind)
    ]
    named = {
        "controller": policy.controllers,
        "language": policy.languages,
        "notice_version": [number for number in numbers if number is not UNSTATED],
        "role": [role, role, role, *policy.roles],
        "use": policy.uses,
        "version": [number for number in numbers if number is not UNSTATED],
        "what": happens,
    }
    lists = {"categories": held, "controllers": policy.controllers, "purposes": purposes}
    pools = {name: st.sampled_from([*words]) for name, words in named.items() if words}
    return pools | {name: _some(words) for name, words in lists.items() if words}


def _some(words: Iterable[str]) -> SearchStrategy[Any]:
    one = st.sampled_from([*words])
    return st.lists(one, min_size=1, max_size=3, unique=True).map(tuple)


def _with_id(world: World, ids: SearchStrategy[str]) -> World:
    return attrs.evolve(world, pools={**world.pools, "id": ids})


def _opened(draw: DrawFn, role: str, world: World) -> AnyEvent:
    drawn = draw_class(draw, RecordOpened, _with_id(world, st.just("event-1")))
    kind = RecordKind.PERSON
    return attrs.evolve(drawn, role=role, record=RECORDS[0], record_kind=kind)
