"""
A day that may be known, may not exist, or may hang on a fact nobody recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeAlias

import attrs

from recruitprivacy.messages import Phrase

__all__ = ["ALWAYS", "NEVER", "Bound", "Interval", "On", "Open", "Unknown", "earliest", "latest"]

ALWAYS: Final = date.min
NEVER: Final = date.max


@attrs.frozen(kw_only=True)
class On:
    """
    A day that is known.

    >>> print(On(day=date(2027, 2, 28)))
    2027-02-28
    """

    day: date

    def __str__(self) -> str:
        """
        Write the day.
        """
        return self.day.isoformat()


@attrs.frozen(kw_only=True)
class Open:
    """
    No day at all: nothing sets a bound on this side.

    Attributes:
        because: Why there is none.
    """

    because: Phrase

    def __str__(self) -> str:
        """
        Write that it is open.
        """
        return "open"


@attrs.frozen(kw_only=True)
class Unknown:
    """
    A day that hangs on facts nobody recorded.

    Attributes:
        missing: The names of those facts.
        not_before: The earliest it can be, or None.
        not_after: The latest it can be, or None.

    >>> print(Unknown(missing=("employment.ended.last",)))
    unknown: employment.ended.last
    """

    missing: tuple[str, ...]
    not_before: date | None = None
    not_after: date | None = None

    def __str__(self) -> str:
        """
        Write that it is unknown, and for want of what.
        """
        return f"unknown: {', '.join(self.missing)}"


Bound: TypeAlias = On | Open | Unknown


@attrs.frozen
class Interval:
    """
    The days between which a bound lies; one day where it is known.

    ``ALWAYS`` and ``NEVER`` stand for no day at all, before and after all others.

    Attributes:
        low: The earliest it can be.
        high: The latest it can be.
        missing: The facts for want of which the two differ.
    """

    low: date
    high: date
    missing: tuple[str, ...] = ()

    @classmethod
    def at(cls, day: date) -> Interval:
        """
        Take a known day.
        """
        return cls(day, day)

    @property
    def known(self) -> bool:
        """
        Whether it is one day, or none.
        """
        return self.low == self.high

    def bound(self, because: Phrase) -> Bound:
        """
        Say it in the three values users see.

        Args:
            because: Why there is no day, where there is none.
        """
        if not self.known:
            return Unknown(
                missing=self.missing,
                not_before=None if self.low == ALWAYS else self.low,
                not_after=None if self.high == NEVER else self.high,
            )
        return Open(because=because) if self.low in {ALWAYS, NEVER} else On(day=self.low)


def earliest(intervals: Iterable[Interval], *, default: Interval) -> Interval:
    """
    Find the earlier end of several, as far as it can be known.

    >>> earliest([Interval.at(date(2026, 5, 1)), Interval(date(2026, 1, 1), NEVER, ("x",))],
    ...          default=Interval.at(NEVER))
    Interval(low=datetime.date(2026, 1, 1), high=datetime.date(2026, 5, 1), missing=('x',))
    """
    parts = tuple(intervals)
    if not parts:
        return default
    return _joined(min(part.low for part in parts), min(part.high for part in parts), parts)


def latest(intervals: Iterable[Interval], *, default: Interval) -> Interval:
    """
    Find the later end of several, as far as it can be known.
    """
    parts = tuple(intervals)
    if not parts:
        return default
    return _joined(max(part.low for part in parts), max(part.high for part in parts), parts)


def _joined(low: date, high: date, parts: tuple[Interval, ...]) -> Interval:
    if low == high:
        return Interval(low, high)
    missing = (name for part in parts for name in part.missing)
    return Interval(low, high, tuple(dict.fromkeys(missing)))
