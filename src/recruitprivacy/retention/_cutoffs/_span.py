"""
Days from one to another, and what is left of all days without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

import attrs

__all__ = ["EVER", "Span", "common", "others"]

DAY: Final = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Span:
    """
    The days from one to another, both included; None has no bound on that side.

    Attributes:
        first: The first day, or None.
        last: The last day, or None.

    >>> print(Span(last=date(2024, 2, 29)))
    up to 2024-02-29
    """

    first: date | None = None
    last: date | None = None

    def has(self, day: date) -> bool:
        """
        Say whether a day is one of them.
        """
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        """
        Write the bounds there are.
        """
        parts = (("from", self.first), ("up to", self.last))
        return " ".join(f"{word} {day}" for word, day in parts if day is not None) or "any day"


EVER: Final = Span()


def common(ours: Iterable[Span], theirs: Iterable[Span]) -> tuple[Span, ...]:
    """
    Find the days two sets of spans share.

    >>> print(*common([Span(last=date(2026, 5, 1))], [Span(first=date(2026, 1, 1))]))
    from 2026-01-01 up to 2026-05-01
    """
    more = tuple(theirs)
    return tuple(each for one in ours for other in more if (each := _both(one, other)))


def others(spans: Iterable[Span]) -> tuple[Span, ...]:
    """
    Find the days that are in none of the spans.

    >>> print(*others([Span(last=date(2026, 5, 1))]))
    from 2026-05-02
    """
    left: tuple[Span, ...] = (EVER,)
    for each in spans:
        left = common(left, _around(each))
    return left


def _both(one: Span, other: Span) -> Span | None:
    first = max(filter(None, (one.first, other.first)), default=None)
    last = min(filter(None, (one.last, other.last)), default=None)
    empty = first is not None and last is not None and last < first
    return None if empty else Span(first=first, last=last)


def _around(span: Span) -> Iterator[Span]:
    if span.first is not None and span.first > date.min:
        yield Span(last=span.first - DAY)
    if span.last is not None and span.last < date.max:
        yield Span(first=span.last + DAY)
