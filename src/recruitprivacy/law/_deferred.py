"""
A row of values that is made when it is first read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

__all__ = ["Deferred", "deferred"]

T = TypeVar("T")


class Deferred(Generic[T]):
    """
    A tuple that whoever only wants the day never pays for.

    >>> Deferred(lambda: iter([1, 2])).made
    (1, 2)
    """

    __slots__ = ("_made", "_make")
    _make: Callable[[], Iterable[T]] | None
    _made: tuple[T, ...]

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        """
        Keep what makes it: a function of frozen values, which gives the same each time.
        """
        self._make = make

    @property
    def made(self) -> tuple[T, ...]:
        """
        The tuple itself.
        """
        make = self._make
        if make is not None:  # two threads may both make it, and make the same
            self._made = tuple(make())
            self._make = None
        return self._made

    def __reduce__(self) -> tuple[object, ...]:
        """
        Pickle the tuple, not what makes it.
        """
        return deferred, (self.made,)


def deferred(values: Deferred[T] | Iterable[T]) -> Deferred[T]:
    """
    Take a row that is deferred already, or one that is there.

    >>> deferred([1, 2]).made
    (1, 2)
    """
    if isinstance(values, Deferred):
        return values
    there = tuple(values)
    return Deferred(lambda: there)
