"""
What is made when it is first read.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator

from recruitprivacy.law._deferred import Deferred, deferred


def test_it_is_made_once() -> None:
    """
    Read twice it is made once.
    """
    calls: list[int] = []

    def make() -> Iterator[int]:
        calls.append(1)
        yield 7

    row = Deferred(make)
    assert (row.made, row.made, len(calls)) == ((7,), (7,), 1)


def test_what_is_there_is_taken() -> None:
    """
    A row that is there is kept, and one that is deferred is taken as it is.
    """
    row = deferred([1, 2])
    assert (row.made, deferred(row) is row) == ((1, 2), True)


def test_pickled_it_is_made() -> None:
    """
    A pickle holds the row, not what makes it.
    """
    assert pickle.loads(pickle.dumps(Deferred(lambda: [1]))).made == (1,)  # noqa: S301 - our own
