"""
Laws of the one byte form.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Final, cast

from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.canonical import Plain, digest, dumps
from recruitprivacy.errors import CanonicalError

TEXTS: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
EXACT: Final = st.integers(1 - 2**53, 2**53 - 1)
PLAIN: Final[st.SearchStrategy[Plain]] = st.recursive(
    st.none() | st.booleans() | EXACT | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
ANYTHING: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner)
        | st.dictionaries(st.text() | st.integers(), inner, max_size=3)
    ),
    max_leaves=10,
)


def turned(value: Plain) -> Plain:
    """
    Turn the order of the keys round, at every depth.
    """
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(part) for part in value] if isinstance(value, list) else value


def typed(value: Plain) -> object:
    """
    Tell true from one, which Python takes for equal.
    """
    if isinstance(value, dict):
        return {key: typed(part) for key, part in value.items()}
    return [typed(part) for part in value] if isinstance(value, list) else (type(value), value)


@given(PLAIN)
def test_written_and_read(value: Plain) -> None:
    """
    Any JSON reader gives the value back, and it has the same bytes again.
    """
    read = json.loads(dumps(value))
    assert (typed(read), dumps(read)) == (typed(value), dumps(value))


@given(PLAIN)
def test_order_of_keys_does_not_matter(value: Plain) -> None:
    """
    The order in which keys were put in leaves no trace.
    """
    assert digest(dumps(turned(value))) == digest(dumps(value))


@given(PLAIN, PLAIN)
def test_two_values_have_two_byte_forms(one: Plain, other: Plain) -> None:
    """
    Bytes are equal exactly when values are, true and one told apart.
    """
    assert (dumps(one) == dumps(other)) == (typed(one) == typed(other))


@given(PLAIN)
def test_nothing_is_padded(value: Plain) -> None:
    """
    No bytes stand outside texts that a reader does not need.
    """
    apart = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert dumps(value).decode() == apart


@given(ANYTHING)
def test_anything_is_written_or_refused(value: object) -> None:
    """
    Whatever is given has bytes that are read back, or is refused by our error.
    """
    with suppress(CanonicalError):
        assert json.loads(dumps(cast("Plain", value))) == value
