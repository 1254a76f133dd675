"""
Tests that whatever is read is either read or refused with faults, never with a traceback.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.canonical import dumps
from recruitprivacy.errors import RecruitPrivacyError
from recruitprivacy.testing.examples import anna_asks
from recruitprivacy.wire import events_from_json, events_to_json, read_policy
from tests.wire.a_policy import whole
from tests.wire.toml_text import written

WORDS: Final = st.sampled_from(
    ("name", "candidate", "P1Y", "2018-05", "unstated", "*", "", "x y", "@people", "@", "without")
)
LEAVES: Final = st.one_of(
    WORDS, st.text(max_size=5), st.integers(-9, 9), st.booleans(), st.floats(0, 1), st.dates()
)
PLAIN: Final = st.recursive(
    LEAVES,
    lambda parts: st.lists(parts, max_size=2) | st.dictionaries(WORDS, parts, max_size=2),
    max_leaves=4,
)


def places(part: object) -> list[tuple[Any, Any]]:
    """
    List every place of a document where a value can be replaced: a container and a key.
    """
    if isinstance(part, dict):
        inner = list(part.items())
    else:
        inner = list(enumerate(part)) if isinstance(part, list) else []
    return [place for key, value in inner for place in ((part, key), *places(value))]


def refused(read: Callable[[Any], object], data: object) -> bool:
    """
    Read something; tell whether it was refused, with words that fit on printable lines.
    """
    try:
        read(data)
    except RecruitPrivacyError as error:
        return str(error).replace("\n", "").isprintable()
    return False


@given(st.data())
def test_a_declaration_with_anything_in_any_place(data: st.DataObject) -> None:
    """
    Anything may stand in any place of a declaration: it is read, or refused with faults.
    """
    groups = {"role": {"people": ["candidate", "client"]}, "category": {"reached": ["email"]}}
    document = {"groups": groups, **whole()}
    found = places(document)
    for index in data.draw(st.lists(st.integers(0, len(found) - 1), max_size=4, unique=True)):
        container, key = found[index]
        container[key] = data.draw(PLAIN)
    assert refused(read_policy, written(document)) in {True, False}


@given(st.data())
def test_events_with_anything_in_any_place(data: st.DataObject) -> None:
    """
    Anything may stand in any place of stored events: it is read, or refused with faults.
    """
    document = json.loads(events_to_json(anna_asks()))
    found = places(document)
    container, key = found[data.draw(st.integers(0, len(found) - 1))]
    without = st.recursive(
        LEAVES.filter(lambda leaf: not isinstance(leaf, float | date)),
        lambda parts: st.lists(parts, max_size=2) | st.dictionaries(WORDS, parts, max_size=2),
        max_leaves=4,
    )
    container[key] = data.draw(without)
    assert refused(events_from_json, dumps(document)) in {True, False}


@given(st.binary(max_size=40) | st.text(max_size=40))
def test_any_bytes(data: bytes | str) -> None:
    """
    Any bytes and any text are refused as a declaration, and as events.
    """
    assert (refused(read_policy, data), refused(events_from_json, data)) == (True, True)
