"""
Requests with a life.
"""

from __future__ import annotations

from typing import Final, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from recruitprivacy.law import Situation
from recruitprivacy.rights import AnyRequestEvent, RequestReceived, RightsRequest, replay
from recruitprivacy.testing._built import World, draw_class

LATER: Final = tuple(kind for kind in get_args(AnyRequestEvent) if kind is not RequestReceived)


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
