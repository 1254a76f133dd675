"""
Requests with a life.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from recruitprivacy.errors import RecruitPrivacyError
from recruitprivacy.law import Situation
from recruitprivacy.rights import (
    Answered,
    AnyRequestEvent,
    Refused,
    RequestReceived,
    RightsRequest,
    receive,
    replay,
)
from recruitprivacy.testing._built import World, draw_class
from recruitprivacy.timeline import AnswerPart

LATER: Final = tuple(kind for kind in get_args(AnyRequestEvent) if kind is not RequestReceived)
ENDS: Final = (Answered, Refused)
"""Tried last in many a life, since few would come to an end by chance."""


@st.composite
def lived_request(draw: DrawFn) -> RightsRequest:
    """
    Draw a request, and what happened to it, lawful or not.
    """
    pools = {"person": st.just("person-1"), "request": st.just("request-1")}
    world = World(pools={**pools, "id": st.just("event-0")})
    received = draw_class(draw, RequestReceived, world)
    kinds = draw(st.lists(st.sampled_from(LATER), max_size=5))
    later = [
        attrs.evolve(draw_class(draw, kind, world), id=f"event-{number}")
        for number, kind in enumerate(kinds, start=1)
    ]
    situation = draw_class(draw, Situation, World())
    return replay([received, *later], situation=situation).request


@st.composite
def allowed_events(draw: DrawFn) -> tuple[AnyRequestEvent, ...]:
    """
    Draw what happened to one request, each step one that could be taken from where it stood.
    """
    day = draw(st.dates(date(2019, 1, 1), date(2026, 12, 31)))
    world = World(pools={name: st.just(name) for name in ("person", "request")})
    received = attrs.evolve(draw_class(draw, RequestReceived, world), id="event-0", happened=day)
    request = receive(received, situation=Situation(establishment="NL"))
    for kinds in [LATER] * draw(st.integers(0, 8)) + [ENDS] * draw(st.integers(0, 2)):
        day += timedelta(days=draw(st.integers(0, 20)))
        may_follow = [each for each in kinds if _may_follow(request, each)]
        if not may_follow:
            continue
        step = attrs.evolve(
            draw_class(draw, draw(st.sampled_from(may_follow)), world),
            id=f"event-{len(request.history)}",
            happened=day,
        )
        if isinstance(step, ENDS):
            step = attrs.evolve(step, told=tuple(AnswerPart))
        try:
            request = request.apply(step)
        except RecruitPrivacyError:
            continue
    return request.history


def _may_follow(request: RightsRequest, kind: type[AnyRequestEvent]) -> bool:
    return any(move.value.removesuffix("_in_part") == kind.kind for move in request.next_moves)


@st.composite
def hostile_events(draw: DrawFn) -> tuple[AnyRequestEvent, ...]:
    """
    Draw what a careless system may tell of requests: in any order, undated, twice, of another.
    """
    pools = {
        "id": st.sampled_from([f"event-{number}" for number in range(8)]),
        "person": st.sampled_from(["person", "person", "another"]),
        "request": st.sampled_from(["request", "request", "another"]),
    }
    world = World(pools=pools)
    kinds = draw(st.lists(st.sampled_from([RequestReceived, *LATER]), min_size=1, max_size=10))
    told = [draw_class(draw, kind, world) for kind in kinds]
    return tuple(draw(st.permutations([*told, *told[:1]])))
