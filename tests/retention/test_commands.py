"""
What a person may ask to have erased goes, whatever the schedule says, unless something keeps it.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Policy, Use
from recruitprivacy.retention import Disposal, Effect, On, Status, Unknown
from recruitprivacy.timeline import (
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    ErasureGranted,
    HoldPlaced,
    Objected,
    ObjectionDecided,
    PurposeEnded,
    RecordKind,
    RequestReceived,
    RestrictionPlaced,
)
from recruitprivacy.vocabulary import LawfulBasis, ObjectionGround, RestrictionGround, Right
from tests.retention.house import HOUSE, decide, of
from tests.timeline.making import at, happened, make, opened

STARTED: Final = date(2024, 1, 1)
GRANTED: Final = date(2024, 6, 3)
NEXT: Final = date(2024, 6, 4)
RECORDS: Final = (
    opened("profile", STARTED),
    opened("hire", STARTED, record_kind=RecordKind.PLACEMENT),
    happened("talk", "conversation", date(2024, 3, 10)),
)


def asked() -> RequestReceived:
    """
    Let the person ask for erasure.
    """
    return make(RequestReceived, "asked", date(2024, 6, 1), request="r", rights=(Right.ERASURE,))


def granted(day: date | None = GRANTED, **reach: Any) -> ErasureGranted:  # noqa: ANN401 - any field
    """
    Grant it, as far as told.
    """
    return make(ErasureGranted, "granted", day, request="r", **reach)


def on_consent(*purposes: str) -> Policy:
    """
    Let the one use rest on consent.
    """
    use = Use(roles=("candidate",), purposes=purposes, basis=(LawfulBasis.CONSENT,))
    return attrs.evolve(HOUSE, uses=FrozenMap({"pool": use}))


@pytest.mark.parametrize(
    ("on", "status"), [(GRANTED, Status.KEPT), (NEXT, Status.OVERDUE)], ids=["day", "next day"]
)
def test_a_granted_erasure_ends_that_day(on: date, status: Status) -> None:
    """
    The day of granting is the last day the data may exist, though purposes go on.
    """
    found = of([*RECORDS, asked(), granted()], on)
    assert (found.status, found.must_be_gone_by) == (status, On(day=GRANTED))


@pytest.mark.parametrize(
    ("reach", "what", "gone"),
    [
        ({}, "profile.cv", True),
        ({}, "hire.cv", True),
        ({"records": ("profile",)}, "profile.cv", True),
        ({"records": ("profile",)}, "hire.cv", False),
        ({"categories": ("cv",)}, "profile.cv", True),
        ({"categories": ("cv",)}, "profile.name", False),
        ({"categories": ()}, "profile.cv", False),
    ],
)
def test_it_reaches_what_was_granted(reach: dict[str, Any], what: str, *, gone: bool) -> None:
    """
    Records and categories that were not granted are untouched.
    """
    found = of([*RECORDS, asked(), granted(**reach)], NEXT, what=what)
    assert (found.status is Status.OVERDUE) == gone


def test_what_came_later_stays() -> None:
    """
    Who is forgotten and applies again is not forgotten anew.
    """
    again = opened("again", date(2024, 7, 1))
    found = decide([*RECORDS, asked(), granted(), again], date(2024, 8, 1))
    assert (found["profile", "cv"].status, found["again", "cv"].status) == (
        Status.OVERDUE,
        Status.KEPT,
    )


def test_a_grant_without_a_day_erases_nothing_by_itself() -> None:
    """
    Where nobody noted when it was granted, the answer names that fact.
    """
    found = of([*RECORDS, asked(), granted(None, recorded_at=at(GRANTED))], NEXT)
    assert found.status is Status.INDETERMINATE
    assert isinstance(found.must_be_gone_by, Unknown)
    assert found.must_be_gone_by.missing == ("request.r.granted",)
    assert "the day on which the erasure asked for" in found.explain("en")


HOLD: Final = make(
    HoldPlaced, "hold", date(2024, 5, 1), matter="m", ground="anticipated_litigation", owner="dpo"
)
RESTRICTION: Final = make(
    RestrictionPlaced, "limit", date(2024, 5, 1), ground=RestrictionGround.ACCURACY_CONTESTED
)
ENDED: Final = happened(
    "left", "employment.ended", date(2024, 5, 31), record="hire", role="placed_candidate"
)


@pytest.mark.parametrize(
    ("bar", "status"),
    [(HOLD, Status.HELD), (RESTRICTION, Status.FROZEN)],
    ids=["hold", "restriction"],
)
def test_a_bar_stops_it_all_the_same(bar: AnyEvent, status: Status) -> None:
    """
    A hold or a restriction stops a granted erasure too.
    """
    found = of([*RECORDS, bar, asked(), granted()], NEXT)
    assert (found.status, found.must_be_gone_by) == (status, On(day=GRANTED))


CONSENT: Final = make(ConsentGiven, "yes", date(2024, 1, 2), purposes=("matching",))
WITHDRAWN: Final = make(ConsentWithdrawn, "no", GRANTED, purposes=("matching",))


def _pool(
    *events: AnyEvent, on: date = NEXT, purposes: tuple[str, ...] = ("matching",)
) -> Disposal:
    return of([*RECORDS, *events], on, policy=on_consent(*purposes))


@pytest.mark.parametrize(
    ("on", "status"), [(GRANTED, Status.NORMAL_USE_OVER), (NEXT, Status.OVERDUE)]
)
def test_withdrawal_of_the_last_consent_commands(on: date, status: Status) -> None:
    """
    Use stops on the day consent is taken back, and that is the last day of the data.
    """
    found = _pool(CONSENT, WITHDRAWN, on=on)
    assert (found.status, found.must_be_gone_by) == (status, On(day=GRANTED))


def test_a_withdrawal_without_a_day_erases_nothing_by_itself() -> None:
    """
    Where nobody noted when consent was taken back, nothing is due.
    """
    undated = attrs.evolve(WITHDRAWN, happened=None)
    found = _pool(CONSENT, undated)
    assert found.status is Status.INDETERMINATE
    assert isinstance(found.must_be_gone_by, Unknown)


def test_another_purpose_keeps_the_data() -> None:
    """
    Where another purpose goes on, withdrawal ends one use and no data.
    """
    two = make(ConsentGiven, "yes", date(2024, 1, 2), purposes=("matching", "direct_marketing"))
    found = _pool(two, WITHDRAWN, purposes=("matching", "direct_marketing"))
    assert found.status is Status.KEPT


def test_expiry_is_no_withdrawal() -> None:
    """
    Consent that merely ran out ends the use; erasing is for the schedule.
    """
    brief = attrs.evolve(CONSENT, expires_on=GRANTED)
    found = _pool(brief)
    assert (found.status, found.must_be_gone_by) == (
        Status.NORMAL_USE_OVER,
        On(day=date(2026, 3, 10)),
    )


def test_no_consent_at_all_is_no_withdrawal() -> None:
    """
    Where nobody ever agreed, nobody took anything back.
    """
    assert _pool().status is Status.NORMAL_USE_OVER


@pytest.mark.parametrize(
    ("upheld", "status"), [(True, Status.OVERDUE), (False, Status.KEPT)], ids=["upheld", "not"]
)
def test_an_upheld_objection_commands(*, upheld: bool, status: Status) -> None:
    """
    An objection that is upheld ends the purpose and the data; one turned down ends neither.
    """
    objects = make(
        Objected, "object", date(2024, 5, 1), grounds=(ObjectionGround.LEGITIMATE_INTERESTS,)
    )
    decided = make(ObjectionDecided, "decided", GRANTED, objection="object", upheld=upheld)
    assert of([*RECORDS, objects, decided], NEXT).status is status


def test_a_purpose_that_ended_later_counts() -> None:
    """
    The data go on the day the last purpose ended, if the person stopped another before.
    """
    objects = make(Objected, "object", STARTED, grounds=(ObjectionGround.DIRECT_MARKETING,))
    both = attrs.evolve(
        HOUSE,
        uses=FrozenMap(
            {
                "mail": Use(roles=("candidate",), purposes=("direct_marketing",)),
                "work": Use(roles=("candidate",), purposes=("matching",)),
            }
        ),
    )
    over = make(PurposeEnded, "over", GRANTED, use="work", record=None)
    found = of([*RECORDS, objects, over], NEXT, policy=both)
    assert (found.status, found.must_be_gone_by) == (Status.OVERDUE, On(day=GRANTED))


def test_it_is_told_with_its_ground() -> None:
    """
    The explanation names the article and what it is counted from.
    """
    found = of([*RECORDS, asked(), granted()], NEXT)
    (command,) = [each for each in found.endings if each.clause.effect is Effect.COMMAND]
    assert command in found.deciding
    assert "GDPR Art. 17(1)" in {str(cite) for cite in found.cites}
    assert "granting of an erasure" in found.explain("en")
