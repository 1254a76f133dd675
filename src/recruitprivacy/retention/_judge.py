"""
From three days to one word.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from recruitprivacy.retention._bars import Bar, BarKind
from recruitprivacy.retention._bound import Interval
from recruitprivacy.retention._combine import Days
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._living import Life
from recruitprivacy.retention._status import Status

__all__ = ["judge"]


def judge(
    days: Days,
    on: date,
    *,
    warned: Interval,
    bars: Iterable[Bar],
    lives: Iterable[Life],
    conflicts: Iterable[tuple[Ending, Ending]],
) -> Status:
    """
    Say where data stand on a day.

    What forbids erasing is looked at first; what is unknown never erases. Where anything has
    ended, that is said, and no warning.

    Args:
        days: The three days.
        on: The day.
        warned: From when on one is warned of the end.
        bars: What stops erasing while it lasts.
        lives: The uses that reach the data.
        conflicts: The statutes that contradict each other.
    """
    standing = {bar.kind for bar in bars}
    contradict = any(erase.days.high < on < keep.days.low for erase, keep in conflicts)
    rows = (
        (BarKind.HOLD in standing, Status.HELD),
        (bool(standing & {BarKind.FREEZE, BarKind.RESTRICTION}), Status.FROZEN),
        (contradict, Status.CONFLICT),
        (days.gone.high < on, _allowed(days, on, Status.OVERDUE)),
        (days.review.low < on, Status.REVIEW_DUE),
        (days.gone.low < on, Status.INDETERMINATE),
        (days.has_plan and days.planned.high < on, _allowed(days, on, Status.ERASABLE)),
    )
    in_use = _in_use(days, on, tuple(lives))
    if in_use is Status.KEPT and warned.high <= on:
        in_use = Status.WARN
    return next((status for holds, status in rows if holds), in_use)


def _allowed(days: Days, on: date, erase: Status) -> Status:
    if days.allowed.high <= on:
        return erase
    return Status.SEGREGATED if days.allowed.low > on else Status.INDETERMINATE


def _in_use(days: Days, on: date, lives: tuple[Life, ...]) -> Status:
    if not lives or any(life.lives is not False for life in lives):
        return Status.KEPT
    return Status.SEGREGATED if days.allowed.low > on else Status.NORMAL_USE_OVER
