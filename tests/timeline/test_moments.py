"""
When something happened, if it did, if we know.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.timeline import Absence, Known, Moment, Reliability, day_of, earliest, latest

A: Moment = Known(day=date(2026, 1, 1))
B: Moment = Known(day=date(2026, 2, 1))
NOT_STARTED: Moment = Absence.NOT_STARTED
UNKNOWN: Moment = Absence.UNKNOWN

MOMENTS = st.sampled_from([A, B, NOT_STARTED, UNKNOWN])


@pytest.mark.parametrize(
    ("happened", "day"),
    [
        (date(2026, 3, 3), date(2026, 3, 3)),
        (datetime(2026, 3, 3, 23, 30, tzinfo=UTC), date(2026, 3, 3)),
        (None, None),
        (date(1970, 1, 1), None),
        (date(9999, 12, 31), None),
        (datetime(1970, 1, 1, tzinfo=UTC), None),
        (datetime(1969, 12, 31, 19, tzinfo=timezone(timedelta(hours=-5))), None),
        (datetime(9999, 12, 31, 23, 59, tzinfo=UTC), None),
        (date(1970, 1, 2), date(1970, 1, 2)),
        (date(9999, 12, 30), date(9999, 12, 30)),
    ],
)
def test_a_day_is_the_local_one_and_placeholders_are_unknown(
    happened: date | datetime | None, day: date | None
) -> None:
    """
    A time counts on the day of its own offset; null, 1970 and 9999 are no days.
    """
    assert day_of(happened) == day


@pytest.mark.parametrize(
    ("moments", "last", "first"),
    [
        ((), NOT_STARTED, NOT_STARTED),
        ((NOT_STARTED,), NOT_STARTED, NOT_STARTED),
        ((A, B), B, A),
        ((A, NOT_STARTED), A, A),
        ((A, UNKNOWN), UNKNOWN, UNKNOWN),
        ((NOT_STARTED, UNKNOWN), UNKNOWN, UNKNOWN),
    ],
)
def test_latest_and_earliest_are_three_valued(
    moments: tuple[Moment, ...], last: Moment, first: Moment
) -> None:
    """
    What is unknown could be later or earlier than all that is known.
    """
    assert (latest(moments), earliest(moments)) == (last, first)


@given(st.lists(MOMENTS), st.randoms())
def test_the_order_of_moments_is_of_no_matter(moments: list[Moment], random: object) -> None:
    """
    The latest of several moments is the same however they are listed.
    """
    turned = sorted(moments, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert (latest(turned), earliest(turned)) == (latest(moments), earliest(moments))


def test_a_day_two_sources_agree_on_is_as_sure_as_the_surer() -> None:
    """
    Two events of one day make one moment, with both events and the better reliability.
    """
    guessed = Known(day=date(2026, 1, 1), reliability=Reliability.ASSUMED, events=("e2",))
    noted = Known(day=date(2026, 1, 1), events=("e1",))
    found = latest([guessed, noted])
    assert isinstance(found, Known)
    assert (found.reliability, found.events) == (Reliability.RECORDED, ("e1", "e2"))


def test_moments_that_say_the_same_are_equal_whatever_proves_them() -> None:
    """
    The events behind a day are no part of what it says; its reliability is.
    """
    day = date(2026, 1, 1)
    assert Known(day=day, events=("e1",)) == Known(day=day)
    assert Known(day=day, reliability=Reliability.IMPORTED) != Known(day=day)
