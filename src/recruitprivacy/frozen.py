"""
A mapping that cannot change, so that a value holding one can be hashed and shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

__all__ = ["FrozenMap"]

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(Mapping[K, V], Generic[K, V]):
    """
    An immutable, hashable mapping that keeps the order it was given.

    Two maps are equal when their items are, whatever the order.

    >>> terms = FrozenMap({"name": "full name"})
    >>> terms["name"], len(terms)
    ('full name', 1)
    >>> hash(terms) == hash(FrozenMap([("name", "full name")]))
    True
    """

    __slots__ = ("_hash", "_items")
    _hash: int
    _items: dict[K, V]

    def __init__(self, items: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        """
        Copy the items.
        """
        object.__setattr__(self, "_items", dict(items))

    def __getitem__(self, key: K) -> V:
        """
        Return the value under a key.
        """
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        """
        Iterate over the keys, in their order.
        """
        return iter(self._items)

    def __contains__(self, key: object) -> bool:
        """
        Say whether there is such a key.
        """
        return key in self._items

    def __len__(self) -> int:
        """
        Count the items.
        """
        return len(self._items)

    def __hash__(self) -> int:
        """
        Hash the items, whatever their order.
        """
        try:
            return self._hash
        except AttributeError:
            object.__setattr__(self, "_hash", hash(frozenset(self._items.items())))
            return self._hash

    def __setattr__(self, name: str, value: object) -> None:
        """
        Refuse: a frozen map does not change.
        """
        message = f"a FrozenMap does not change; {name!r} was not set"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """
        Refuse: a frozen map does not change.
        """
        message = f"a FrozenMap does not change; {name!r} was not deleted"
        raise AttributeError(message)

    def __repr__(self) -> str:
        """
        Show the items.
        """
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[object, ...]:
        """
        Pickle by the items.
        """
        return type(self), (dict(self._items),)
