"""
Lengths of time as people promise them: years, months, weeks, days, working days, hours.

Thirty days are not a month, and a fraction of a month is nobody's promise: both are refused.
A day that comes back every year, as the end of a tax year does, is a :class:`MonthDay`.
"""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

import attrs

from recruitprivacy.errors import BeyondCalendarError, MonthDayError, PeriodError

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

__all__ = ["MonthDay", "Period", "Rounding", "WorkingDays", "add", "subtract"]

MONTHS_A_YEAR: Final = 12
DAYS_A_WEEK: Final = 7
A_LEAP_YEAR: Final = 2024
LEAP_DAY: Final = (2, 29)
MOST: Final = 999_999
WRITTEN: Final = re.compile(
    r"P(?=.)(?:(?P<years>\d{1,6})Y)?(?:(?P<months>\d{1,6})M)?(?:(?P<weeks>\d{1,6})W)?"
    r"(?:(?P<days>\d{1,6})D)?(?:(?P<working_days>\d{1,6})B)?(?:T(?P<hours>\d{1,6})H)?",
    re.ASCII,
)
YEARLY: Final = re.compile(r"(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)


class Rounding(StrEnum):
    """
    Where a day goes that its month does not have: 31 June, 29 February.
    """

    DOWN = "down"
    """To the last day of the month: for a limit that must not be passed."""
    UP = "up"
    """To the first day of the next month: for a minimum that must not be undercut."""


class WorkingDays(Protocol):
    """
    Whatever knows which days are worked: a calendar of one place.
    """

    def is_working_day(self, day: date, /) -> bool:
        """
        Say whether a day is worked.
        """
        ...  # pragma: no cover - a protocol has no body to run


def _whole(_: Period, attribute: attrs.Attribute[int], value: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or -MOST <= value < 0:
        raise PeriodError(f"{attribute.name}={value!r}")
    if abs(value) > MOST:
        raise PeriodError(attribute.name, f"each unit counts to {MOST} at most")


@attrs.frozen(kw_only=True)
class Period:
    """
    A length of time in whole units.

    Calendar units (years, months, weeks, days) go together; working days stand alone, and so do
    hours. Two periods are equal when they are written with the same units: twelve months end on
    the same day as a year, yet they are another promise.

    Attributes:
        years: Calendar years; counted as twelve months each, added once.
        months: Calendar months.
        weeks: Weeks of seven days.
        days: Calendar days.
        working_days: Days that a calendar says are worked, written ``P10B``.
        hours: Hours of elapsed time, written ``PT72H``.

    Raises:
        PeriodError: If nothing is given, a number is negative, no whole number or above 999999,
            or units are mixed that nobody can add.

    >>> Period.parse("P1Y6M")
    Period(years=1, months=6, weeks=0, days=0, working_days=0, hours=0)
    >>> str(Period(working_days=10))
    'P10B'
    """

    years: int = attrs.field(default=0, validator=_whole)
    months: int = attrs.field(default=0, validator=_whole)
    weeks: int = attrs.field(default=0, validator=_whole)
    days: int = attrs.field(default=0, validator=_whole)
    working_days: int = attrs.field(default=0, validator=_whole)
    hours: int = attrs.field(default=0, validator=_whole)

    def __attrs_post_init__(self) -> None:
        """
        Refuse an empty length and units that do not go together.
        """
        calendar = self.years or self.months or self.weeks or self.days
        kinds = sum(bool(part) for part in (calendar, self.working_days, self.hours))
        if kinds != 1:
            way_out = (
                "calendar units, working days and hours each stand alone"
                if kinds
                else "a period lasts at least one unit"
            )
            raise PeriodError(str(self) if kinds else "P0D", way_out)

    @classmethod
    def parse(cls, text: str) -> Period:
        """
        Read a period: ``P2Y``, ``P1Y6M``, ``P4W``, ``P10B`` (working days), ``PT72H``.

        Raises:
            PeriodError: If it is written otherwise, or has a fraction.
        """
        found = WRITTEN.fullmatch(text)
        if found is None:
            raise PeriodError(text)
        counts = {unit: int(count) for unit, count in found.groupdict(default="0").items()}
        try:
            return cls(**counts)
        except PeriodError as error:
            raise PeriodError(text, error.way_out) from None

    @property
    def total_months(self) -> int:
        """
        Count years and months together, in months.
        """
        return self.years * MONTHS_A_YEAR + self.months

    @property
    def total_days(self) -> int:
        """
        Count weeks and days together, in days; months are not days and are left out.
        """
        return self.weeks * DAYS_A_WEEK + self.days

    def __str__(self) -> str:
        """
        Write it as :meth:`parse` reads it.
        """
        units = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        dated = "".join(
            f"{count}{unit}" for count, unit in (*units, (self.working_days, "B")) if count
        )
        return f"P{dated}T{self.hours}H" if self.hours else f"P{dated}"


@attrs.frozen(kw_only=True)
class MonthDay:
    """
    A day that comes back every year: the end of a tax year, a fixed day for clearing out.

    29 February stands for the last day of February, so it comes back in every year.

    Attributes:
        month: From 1 to 12.
        day: From 1 to the last day of that month.

    Raises:
        MonthDayError: If no year has that day.

    >>> MonthDay.parse("04-05")
    MonthDay(month=4, day=5)
    >>> str(MonthDay(month=7, day=1))
    '07-01'
    """

    month: int
    day: int

    def __attrs_post_init__(self) -> None:
        """
        Refuse a day that no year has.
        """
        given = (self.month, self.day)
        if any(not isinstance(number, int) or isinstance(number, bool) for number in given):
            raise MonthDayError(f"{self.month!r}-{self.day!r}")
        try:
            date(A_LEAP_YEAR, *given)
        except (ValueError, OverflowError):
            raise MonthDayError(str(self)) from None

    @classmethod
    def parse(cls, text: str) -> MonthDay:
        """
        Read a month and a day, two digits each: ``04-05`` is 5 April.

        Raises:
            MonthDayError: If it is written otherwise, or no year has that day.
        """
        found = YEARLY.fullmatch(text)
        if found is None:
            raise MonthDayError(text)
        return cls(month=int(found["month"]), day=int(found["day"]))

    def on(self, year: int) -> date:
        """
        Return the day in one year.

        Raises:
            BeyondCalendarError: If the year is not one of 1 to 9999.

        >>> MonthDay.parse("02-29").on(2026)
        datetime.date(2026, 2, 28)
        """
        leapless = (self.month, self.day) == LEAP_DAY and not isleap(year)
        try:
            return date(year, self.month, self.day - leapless)
        except (OverflowError, ValueError):
            raise BeyondCalendarError(str(self)) from None

    def next_on_or_after(self, day: date) -> date:
        """
        Return the first such day from a day on, that day included.

        Raises:
            BeyondCalendarError: If that lies after the year 9999.

        >>> MonthDay.parse("04-05").next_on_or_after(date(2026, 4, 5))
        datetime.date(2026, 4, 5)
        >>> MonthDay.parse("04-05").next_on_or_after(date(2026, 4, 6))
        datetime.date(2027, 4, 5)
        """
        this = self.on(day.year)
        return this if this >= day else self.on(day.year + 1)

    def last_on_or_before(self, day: date) -> date:
        """
        Return the last such day up to a day, that day included.

        Whatever happened after it has its next such day later than the day asked about.

        Raises:
            BeyondCalendarError: If that lies before the year 1.

        >>> MonthDay.parse("07-01").last_on_or_before(date(2026, 6, 30))
        datetime.date(2025, 7, 1)
        """
        this = self.on(day.year)
        return this if this <= day else self.on(day.year - 1)

    def __str__(self) -> str:
        """
        Write it as :meth:`parse` reads it.
        """
        return f"{self.month:02}-{self.day:02}"


def add(
    day: date, period: Period, *, rounding: Rounding, calendar: WorkingDays | None = None
) -> date:
    """
    Find the day a period after another.

    The months are added once, then the days. A month that lacks the day rounds as told.

    Args:
        day: The day from which to count; not itself counted.
        period: The length; hours are not days, and are refused.
        rounding: Down for a limit, up for a minimum.
        calendar: Which days are worked; needed for working days.

    Raises:
        PeriodError: If the period is in hours, or in working days without a calendar.
        BeyondCalendarError: If the day lies outside the years 1 to 9999.

    >>> add(date(2026, 1, 31), Period(months=1), rounding=Rounding.DOWN)
    datetime.date(2026, 2, 28)
    >>> add(date(2026, 1, 31), Period(months=1), rounding=Rounding.UP)
    datetime.date(2026, 3, 1)
    >>> add(date(2024, 2, 29), Period(years=2), rounding=Rounding.DOWN)
    datetime.date(2026, 2, 28)
    """
    return _move(day, period, rounding, calendar, forward=True)


def subtract(
    day: date, period: Period, *, rounding: Rounding, calendar: WorkingDays | None = None
) -> date:
    """
    Find the day a period before another; rounding means what it means in :func:`add`.

    >>> subtract(date(2026, 3, 31), Period(months=1), rounding=Rounding.DOWN)
    datetime.date(2026, 2, 28)
    """
    return _move(day, period, rounding, calendar, forward=False)


def _move(
    day: date, period: Period, rounding: Rounding, calendar: WorkingDays | None, *, forward: bool
) -> date:
    if period.hours:
        raise PeriodError(str(period), "hours are counted from an instant, not from a day")
    sign = 1 if forward else -1
    if period.working_days:
        if calendar is None:
            raise PeriodError(str(period), "working days need a calendar")
        return _step(day, sign, period, calendar)
    try:
        moved = _months(day, sign * period.total_months, rounding)
        return moved + timedelta(days=sign * period.total_days)
    except (OverflowError, ValueError):  # dateutil complains of the year by a ValueError
        raise BeyondCalendarError(str(period)) from None


def _months(day: date, months: int, rounding: Rounding) -> date:
    landed = day + _delta(months)
    missing = landed.day != day.day
    return landed + timedelta(days=1) if missing and rounding is Rounding.UP else landed


@lru_cache(maxsize=1024)
def _delta(months: int) -> relativedelta:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - only who counts pays for it

    return relativedelta(months=months)


def _step(day: date, sign: int, period: Period, calendar: WorkingDays) -> date:
    left = period.working_days
    while left:
        try:
            day += timedelta(days=sign)
        except OverflowError:
            raise BeyondCalendarError(str(period)) from None
        left -= calendar.is_working_day(day)
    return day
