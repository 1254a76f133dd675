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
from recruitprivacy.messages import Message, Value, phrase


class Unstated(Enum):
    """
    The firm does not say; a value of its own, never the same as none.
    """

    UNSTATED = "unstated"


UNSTATED: Final = Unstated.UNSTATED
UnstatedType: TypeAlias = Literal[Unstated.UNSTATED]


class Absence(StrEnum):
    """
    The firm says that it has none, which is more than not saying whether it has one.
    """

    NONE = "none"


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


class Moment(StrEnum):
    """
    When a person is told or asked something.
    """

    BEFORE_COLLECTION = "before_collection"
    AT_COLLECTION = "at_collection"
    WHEN_RELEVANT = "when_relevant"
    """When it comes to that, as the firm says."""


class Third(StrEnum):
    """
    A third of a month or of a year, where no day is written.
    """

    EARLY = "early"
    MIDDLE = "mid"
    LATE = "late"


WRITTEN: Final = re.compile(r"(?:(early|mid|late) )?([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
LAST_DAYS: Final = {Third.EARLY: 10, Third.MIDDLE: 20}
LAST_MONTHS: Final = {Third.EARLY: 4, Third.MIDDLE: 8}


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


THIRDS: Final = {
    Third.EARLY: Message("date.third.early", "early {time}"),
    Third.MIDDLE: Message("date.third.middle", "the middle of {time}"),
    Third.LATE: Message("date.third.late", "late {time}"),
}


@attrs.frozen
class PartialDate:
    """
    A date as precise as the firm wrote it: a year, a month or a day, or a third of the first two.

    A third of a month ends on the 10th, the 20th or its last day; one of a year in April, in
    August or in December.

    >>> PartialDate.parse("2018-05").latest, PartialDate.parse("early 2018-05").latest
    (datetime.date(2018, 5, 31), datetime.date(2018, 5, 10))
    """

    year: int
    month: int = 0
    day: int = 0
    third: Third | None = None

    def __attrs_post_init__(self) -> None:
        """
        Refuse a date that does not exist.
        """
        first = 0 if self.day else 1  # a day needs its month
        try:
            date(self.year, self.month or first, self.day or 1)
        except ValueError:
            refuse([_undated(f"{self} is no date")])
        if self.day and self.third:
            refuse([_undated("a day has no thirds")])

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """
        Read ``2018``, ``2018-05``, ``2018-05-25`` or ``early 2018-05``.

        Raises:
            FaultsError: If it is written otherwise, or no such day exists.
        """
        found = WRITTEN.fullmatch(text)
        if found is None:
            raise FaultsError([_undated(f"{text!r} is no date")])
        third, *parts = found.groups()
        year, month, day = (int(part or 0) for part in parts)
        return cls(year, month, day, third=Third(third) if third else None)

    @property
    def latest(self) -> date:
        """
        The last day it can mean.
        """
        in_year = None if self.month else self.third
        month = self.month or LAST_MONTHS.get(in_year or Third.LATE, 12)
        in_month = self.third if self.month else None
        day = self.day or LAST_DAYS.get(in_month or Third.LATE)
        return date(self.year, month, day or calendar.monthrange(self.year, month)[1])

    def said(self, language: str) -> Value:
        """
        Name it as a reader of a language would.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.

        >>> PartialDate.parse("2018-05").said("nl")
        'mei 2018'
        """
        from recruitprivacy.i18n import month  # noqa: PLC0415 - only who explains pays

        if self.day:
            return self.latest
        time = month(self.year, self.month, language) if self.month else str(self.year)
        return phrase(THIRDS[self.third], time=time) if self.third else time

    def __str__(self) -> str:
        """
        Write it as :meth:`parse` reads it.
        """
        third = f"{self.third.value} " if self.third else ""
        tail = (f"-{part:02}" for part in (self.month, self.day) if part)
        return f"{third}{self.year:04}{''.join(tail)}"


def _undated(problem: str) -> Fault:
    return Fault(path="", problem=problem, way_out="write '2018-05' or 'early 2018-05'")
