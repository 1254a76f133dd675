"""
Which version of the notice binds, and by which facts.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import PartialDate, Policy, RetentionRule, Version
from recruitprivacy.retention import On, Status, impact
from recruitprivacy.timeline import AnyEvent, NoticeGiven, fold
from tests.retention.house import BOOK, HERE, HOUSE, RULE, of
from tests.timeline.making import at, happened, make, opened

CAME: Final = date(2024, 1, 10)
CLOSED: Final = date(2024, 3, 1)
MONTH: Final = RetentionRule(at_most=Period(months=1), after="procedure_closed")
OLD: Final = attrs.evolve(HOUSE, retention=FrozenMap({"closed": MONTH}))
NEW: Final = attrs.evolve(
    HOUSE,
    version=Version(number="2", published_on=PartialDate(2024, 1, 1)),
    retention=FrozenMap({"house": RULE}),
    earlier=(OLD,),
)


def told(version: str, day: date | None = CAME) -> AnyEvent:
    """
    Give a version of the notice.
    """
    name = f"told-{version}-{day}"
    noted = at(day or CAME)
    return make(
        NoticeGiven, name, day, recorded_at=noted, version=version, language="en", role="candidate"
    )


def last_day(*notices: AnyEvent, policy: Policy = NEW) -> On:
    """
    Tell by when a résumé must be gone, where the procedure ended and the person was told so.
    """
    events = (
        opened("profile", CAME),
        happened("talk", "conversation", CAME),
        happened("no", "procedure.closed", CLOSED, record="profile"),
    )
    found = of([*events, *notices], CLOSED, policy=policy).must_be_gone_by
    assert isinstance(found, On)
    return found


@pytest.mark.parametrize(
    ("versions", "last"),
    [(("1",), date(2024, 4, 1)), (("2",), date(2026, 1, 10))],
)
def test_the_version_given_counts_by_its_own_trigger(versions: tuple[str, ...], last: date) -> None:
    """
    The facts an earlier version asks for are gathered, though today's version asks for others.
    """
    assert last_day(*map(told, versions)) == On(day=last)


def test_of_two_days_the_later_notice_counts() -> None:
    """
    Who was given a newer version later has the newer promise.
    """
    assert last_day(told("1"), told("2", CLOSED)) == On(day=date(2026, 1, 10))


@pytest.mark.parametrize("order", [("1", "2"), ("2", "1")])
def test_of_one_day_both_notices_bind(order: tuple[str, str]) -> None:
    """
    Of two versions given on one day nobody knows the last, so both promises hold, and it is found.
    """
    notices = [told(each) for each in order]
    assert last_day(*notices) == On(day=date(2024, 4, 1))
    found = of([opened("profile", CAME), *notices], CLOSED, policy=NEW)
    assert "retention.several_notices" in {each.code for each in found.findings}


def test_a_version_nobody_knows_beside_another() -> None:
    """
    Where one of the versions given is not on file, today's is used, with a finding.
    """
    found = of([opened("profile", CAME), told("1"), told("9")], CLOSED, policy=NEW)
    assert "retention.no_version" in {each.code for each in found.findings}
    assert found.version == "2"


LATE: Final = date(2030, 1, 1)


@pytest.mark.parametrize(
    ("notices", "last", "status"),
    [
        ((("1", None), ("2", CAME)), date(2026, 1, 10), Status.INDETERMINATE),
        ((("2", None), ("1", CAME)), date(2024, 4, 1), Status.INDETERMINATE),
        ((("1", None), ("1", CAME)), date(2024, 4, 1), Status.OVERDUE),
        ((("1", None),), date(2024, 4, 1), Status.OVERDUE),
        ((("1", None), ("2", None)), date(2024, 4, 1), Status.INDETERMINATE),
    ],
    ids=["older undated", "newer undated", "the same", "alone", "both undated"],
)
def test_a_notice_without_a_day_beats_none_that_has_one(
    notices: tuple[tuple[str, date | None], ...], last: date, status: Status
) -> None:
    """
    The version known to be last counts, and where another may have been, nothing is erased.
    """
    history = (
        opened("profile", CAME),
        happened("talk", "conversation", CAME),
        happened("no", "procedure.closed", CLOSED, record="profile"),
        *(told(*each) for each in notices),
    )
    found = of(history, LATE, policy=NEW)
    assert (found.must_be_gone_by, found.status) == (On(day=last), status)
    unsure = status is Status.INDETERMINATE
    codes = {each.code for each in found.findings}
    assert ("retention.undated_notice" in codes, "notice.state" in found.missing) == (
        unsure,
        unsure,
    )


@pytest.mark.parametrize(
    ("notices", "to_tell"),
    [((("1", None), ("2", CAME)), None), ((("1", None),), True), ((("2", None),), False)],
)
def test_whom_to_tell_hangs_on_the_last_notice(
    notices: tuple[tuple[str, date | None], ...], *, to_tell: bool | None
) -> None:
    """
    Where nobody knows which notice came last, nobody knows whether the person is to be told.
    """
    history = [opened("profile", CAME, categories=("cv",)), *(told(*each) for each in notices)]
    facts = fold(history, NEW, on=CLOSED, law=BOOK)
    (moved,) = impact(OLD, NEW, facts, BOOK, on=CLOSED, situation=HERE).compared
    assert moved.to_tell is to_tell
