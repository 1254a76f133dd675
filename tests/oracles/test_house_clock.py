"""
The engine and the day-by-day oracle agree, and the oracle catches planted faults.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from recruitprivacy.periods import add
from recruitprivacy.retention import On, Status
from recruitprivacy.timeline import AnyEvent, earliest
from tests.oracles.house_clock import Story, last_day, overdue
from tests.retention.house import of
from tests.timeline.making import happened, opened

FIRST: Final = date(2022, 1, 1)
KINDS: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "talk": {"what": "conversation"},
        "click": {"what": "message.clicked"},
        "cv": {"what": "cv.updated"},
        "opened": {"what": "message.opened"},
        "optout": {"what": "message.inbound", "exercises_right": True},
        "client_talk": {"what": "conversation", "role": "client"},
        "supplier_talk": {
            "what": "supplier.contact",
            "person": "",
            "role": None,
            "company": "m",
        },
        "supply_over": {"what": "supplier.relation_ended", "company": "m"},
    }
)
DAYS: Final = st.integers(0, 1500).map(lambda days: FIRST + timedelta(days=days))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """
    Make up what happened to a candidate; the supply is over once at most.
    """
    collected = draw(DAYS)
    told = draw(st.lists(st.tuples(DAYS, st.sampled_from(sorted(KINDS))), max_size=6))
    over = [each for each in told if each[1] == "supply_over"]
    others = [each for each in told if each[1] != "supply_over"]
    after = tuple(each for each in (*others, *over[:1]) if each[0] >= collected)
    return Story(collected=collected, supplied=draw(st.booleans()), happened=after)


def _events(story: Story, kinds: Mapping[str, Mapping[str, Any]]) -> list[AnyEvent]:
    supplier = "m" if story.supplied else None
    events: list[AnyEvent] = [opened("profile", story.collected, supplier=supplier)]
    if story.supplied:
        # So that the company is known, though it had nothing to say.
        events.append(
            happened("known", "contract.signed", FIRST, person="", role=None, company="m")
        )
    for place, (day, kind) in enumerate(story.happened):
        given_ = dict(kinds[kind])
        events.append(happened(f"e{place}", given_.pop("what"), day, **given_))
    return events


def _agrees(story: Story, on: date, kinds: Mapping[str, Mapping[str, Any]] = KINDS) -> bool:
    answer = of(_events(story, kinds), on)
    same_day = answer.must_be_gone_by == On(day=last_day(story, on))
    return same_day and (answer.status is Status.OVERDUE) == overdue(story, on)


def _caught(kinds: Mapping[str, Mapping[str, Any]] = KINDS) -> bool:
    on = date(2027, 1, 1)
    quickly = settings(max_examples=400, database=None, derandomize=True, phases=[Phase.generate])
    find(stories(), lambda story: not _agrees(story, on, kinds), settings=quickly)
    return True


@given(story=stories(), later=st.integers(0, 1200))
def test_equal_on_random_histories(story: Story, later: int) -> None:
    """
    Day and verdict are those of the oracle, on every day one asks.
    """
    assert _agrees(story, story.collected + timedelta(days=later))


@pytest.mark.nightly
@settings(max_examples=20_000)
@given(story=stories(), later=st.integers(0, 1200))
def test_equal_on_many_random_histories(story: Story, later: int) -> None:
    """
    The same on many more.
    """
    assert _agrees(story, story.collected + timedelta(days=later))


@pytest.mark.parametrize("days", [-1, 1])
def test_catches_a_last_day_beside_it(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """
    A last day one day off is caught.
    """

    def beside(*given_: Any, **named: Any) -> date:  # noqa: ANN401 - whatever add takes
        return add(*given_, **named) + timedelta(days=days)

    monkeypatch.setattr("recruitprivacy.retention._ending.add", beside)
    assert _caught()


def test_catches_the_earlier_of_two_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The earlier instead of the later start after a supply is caught.
    """
    fault: Callable[..., object] = earliest
    monkeypatch.setattr("recruitprivacy.timeline._clock.latest", fault)
    assert _caught()


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("optout", {"what": "message.inbound"}),
        ("client_talk", {"what": "conversation"}),
        ("opened", {"what": "message.clicked"}),
    ],
)
def test_catches_contact_that_is_none(kind: str, fault: Mapping[str, Any]) -> None:
    """
    An opt-out that renews, a role wall removed and an opened message that counts are caught.
    """
    assert _caught(MappingProxyType({**KINDS, kind: fault}))
