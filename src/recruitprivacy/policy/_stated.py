"""
What a firm says, what it leaves out, and how firmly it says it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from enum import Enum, StrEnum
from typing import Final, Literal, TypeAlias

import attrs

from recruitprivacy.errors import Fault, FaultsError


class Unstated(Enum):
    """
    The firm does not say; a value of its own, never the same as none.
    """

    UNSTATED = "unstated"


UNSTATED: Final = Unstated.UNSTATED
UnstatedType: TypeAlias = Literal[Unstated.UNSTATED]


class Modality(StrEnum):
    """
    How firmly something is said.
    """

    DOES = "does"
    MAY = "may"
    MUST = "must"
    SHOULD = "should"
    ASKS = "asks"
    ONLY = "only"
    ALWAYS = "always"
    NEVER = "never"


WRITTEN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def refuse(faults: Iterable[Fault]) -> None:
    """
    Raise all the faults of a value being made, if it has any.

    Raises:
        FaultsError: If there is at least one.
    """
    found = tuple(faults)
    if found:
        raise FaultsError(found)


class Declared:
    """
    An entry of a declaration, refused with all its faults at once where it makes no sense.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        """
        Refuse an entry with faults of its own.

        Raises:
            FaultsError: If its parts contradict one another.
        """
        refuse(self._faults())

    def _faults(self) -> Iterable[Fault]:
        return ()


@attrs.frozen
class PartialDate:
    """
    A date as precise as the firm wrote it: a year, a month or a day.

    >>> PartialDate.parse("2018-05").latest
    datetime.date(2018, 5, 31)
    """

    year: int
    month: int = 0
    day: int = 0

    def __attrs_post_init__(self) -> None:
        """
        Refuse a date that does not exist.
        """
        first = 0 if self.day else 1  # a day needs its month
        try:
            date(self.year, self.month or first, self.day or 1)
        except ValueError:
            refuse([Fault(path="", problem=f"{self} is no date", way_out="write '2018-05'")])

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """
        Read ``2018``, ``2018-05`` or ``2018-05-25``.

        Raises:
            FaultsError: If it is written otherwise, or no such day exists.
        """
        found = WRITTEN.fullmatch(text)
        if found is None:
            raise FaultsError(
                [Fault(path="", problem=f"{text!r} is no date", way_out="write '2018-05'")]
            )
        return cls(*(int(part or 0) for part in found.groups()))

    @property
    def latest(self) -> date:
        """
        The last day it can mean.
        """
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """
        Write it as :meth:`parse` reads it.
        """
        tail = (f"-{part:02}" for part in (self.month, self.day) if part)
        return f"{self.year:04}{''.join(tail)}"
