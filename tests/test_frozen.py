"""
Facts about a mapping that does not change.
"""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.frozen import FrozenMap

ITEMS = st.dictionaries(st.text(max_size=3), st.integers())


def test_reads_like_a_mapping() -> None:
    """
    Keys keep the order they were given in.
    """
    terms = FrozenMap([("b", 1), ("a", 2)])
    assert (list(terms), list(terms.values()), len(terms), terms["a"]) == (["b", "a"], [1, 2], 2, 2)


def test_a_missing_key_is_a_key_error() -> None:
    """
    A key nobody gave is a KeyError, as in any mapping.
    """
    with pytest.raises(KeyError, match="absent"):
        FrozenMap({"a": 1})["absent"]


def test_copies_what_it_was_given() -> None:
    """
    Changing the mapping it was made of does not change it.
    """
    given_items = {"a": 1}
    terms = FrozenMap(given_items)
    given_items["a"] = 2
    assert terms == {"a": 1}


def test_attributes_cannot_be_set() -> None:
    """
    Setting an attribute is refused by name.
    """
    terms = FrozenMap({"a": 1})
    with pytest.raises(AttributeError, match="'_items' was not set"):
        terms._items = {}  # noqa: SLF001 - what must be refused


def test_attributes_cannot_be_deleted() -> None:
    """
    Deleting an attribute is refused by name, and the items stay.
    """
    terms = FrozenMap({"a": 1})
    with pytest.raises(AttributeError, match="'_items' was not deleted"):
        del terms._items  # noqa: SLF001 - what must be refused
    assert terms["a"] == 1


def test_has_no_dictionary_of_its_own() -> None:
    """
    An instance is slotted.
    """
    assert not hasattr(FrozenMap({"a": 1}), "__dict__")


def test_repr_shows_the_items() -> None:
    """
    The representation can be read back as Python.
    """
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"


def test_unhashable_values_are_told() -> None:
    """
    A map of lists is no value: hashing it is a TypeError.
    """
    with pytest.raises(TypeError, match="unhashable"):
        hash(FrozenMap({"a": [1]}))


@given(ITEMS)
def test_equal_in_any_order(items: dict[str, int]) -> None:
    """
    Order decides neither equality nor hash.
    """
    turned = FrozenMap(reversed(items.items()))
    assert (FrozenMap(items) == turned, hash(FrozenMap(items))) == (True, hash(turned))


@given(ITEMS, ITEMS)
def test_equality_is_that_of_the_items(one: dict[str, int], other: dict[str, int]) -> None:
    """
    Two maps are equal exactly when their items are.
    """
    assert (FrozenMap(one) == FrozenMap(other)) == (one == other)


@given(ITEMS)
def test_pickled_and_copied(items: dict[str, int]) -> None:
    """
    Pickling and copying keep items and order.
    """
    terms = FrozenMap(items)
    pickled: FrozenMap[str, int] = pickle.loads(pickle.dumps(terms))  # noqa: S301 - our own bytes
    assert list(pickled.items()) == list(copy.deepcopy(terms).items()) == list(items.items())
