"""
Write the golden file of a schema that has none yet: ``python -m tests.wire.golden``.

A file once released is never written again: it shows what that release stored.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

import attrs
from hypothesis import given, seed, settings
from hypothesis.strategies import SearchStrategy

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation
from recruitprivacy.rights import RightsRequest, open_request
from recruitprivacy.testing import strategies as st
from recruitprivacy.testing.examples import anna_asks
from recruitprivacy.timeline import AnyEvent, AnyRequestEvent, Facts, RequestReceived
from recruitprivacy.wire import _migrate as migrate
from recruitprivacy.wire import events_to_json, read_policy, to_json
from tests.wire.a_policy import whole
from tests.wire.samples import SAMPLES
from tests.wire.toml_text import written

FOLDER: Final = Path(__file__).parents[1] / "golden"
MANY: Final = 3000
FEW: Final = 12

T = TypeVar("T")


def drawn(strategy: SearchStrategy[T], count: int) -> list[T]:
    """
    Draw values, always the same.
    """
    values: list[T] = []

    @seed(1)
    @settings(max_examples=count, database=None, deadline=None)
    @given(strategy)
    def collect(value: T) -> None:
        values.append(value)

    collect()
    return values


def one_of_each_kind() -> tuple[AnyEvent, ...]:
    """
    Draw an event of each kind, of those drawn the one that says most.
    """
    found: dict[str, AnyEvent] = {}
    for event in drawn(st.events(), MANY):
        kept = found.get(event.kind)
        if kept is None or len(events_to_json([event])) > len(events_to_json([kept])):
            found[event.kind] = event
    return tuple(found[kind.kind] for kind in get_args(AnyEvent))


def facts() -> Facts:
    """
    Put many drawn facts together in one.
    """
    several = drawn(st.facts(), MANY)
    together: dict[str, Any] = {}
    alone = Facts(person="person-1", on=date(2026, 3, 3), policy="acme", version="3")
    for field in attrs.fields(Facts):
        parts = [getattr(each, field.name) for each in several]
        if isinstance(field.default, FrozenMap):
            items = [item for part in parts for item in part.items()]
            together[field.name] = FrozenMap(items[:FEW])
        elif isinstance(field.default, tuple):
            together[field.name] = tuple(each for part in parts for each in part)[:FEW]
    return attrs.evolve(alone, **together)


def request() -> RightsRequest:
    """
    Make a request to which everything happened that can.
    """
    received = anna_asks()[-1]
    assert isinstance(received, RequestReceived)
    assert received.happened is not None
    opened = open_request(
        *received.rights,
        request=received.request,
        person=received.person,
        received_at=received.recorded_at,
        channel=received.channel,
        situation=Situation(establishment="NL", place_of_work="SE"),
    )
    kinds = get_args(AnyRequestEvent)
    later = tuple(event for event in one_of_each_kind() if isinstance(event, kinds))
    return attrs.evolve(opened, history=(*opened.history, *later))


def main() -> None:
    """
    Write what is missing.
    """
    files: dict[str, Callable[[], bytes]] = {
        **{kind: partial(to_json, sample) for kind, sample in SAMPLES.items()},
        "policy": lambda: to_json(read_policy(written(whole()))),
        "events": lambda: events_to_json(one_of_each_kind()),
        "facts": lambda: to_json(facts()),
        "request": lambda: to_json(request()),
    }
    for kind, make in files.items():
        file = FOLDER / f"{kind}-{migrate.KNOWN[kind]}.json"
        if not file.exists():
            file.write_bytes(make() + b"\n")


if __name__ == "__main__":
    main()
