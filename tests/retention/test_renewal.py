"""
Agreements that run out, are renewed, or are taken back.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Consent,
    PartialDate,
    Permission,
    Policy,
    Renewal,
    RetentionRule,
    Use,
    Version,
)
from recruitprivacy.retention import Asking, Disposal, Status, assess, renewals
from recruitprivacy.retention import Renewal as Found
from recruitprivacy.timeline import (
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    ErasureGranted,
    Event,
    Facts,
    NoticeGiven,
    Objected,
    columns_of,
    facts_from_columns,
    fold,
)
from recruitprivacy.vocabulary import LawfulBasis, ObjectionGround
from tests.retention.house import BOOK, HERE, HOUSE
from tests.timeline.making import make, opened

STARTED: Final = date(2024, 3, 10)
LAST: Final = date(2025, 3, 10)
WINDOW: Final = date(2025, 2, 8)
POOL: Final = Consent(
    kind=(Permission.CONSENT,),
    purposes=("talent_pool",),
    lasts=Period(years=1),
    renewal=Renewal(window=Period(days=30)),
)
CONSENTED: Final = attrs.evolve(
    HOUSE,
    uses=FrozenMap(
        {"pool": Use(roles=("candidate",), purposes=("talent_pool",), basis=(LawfulBasis.CONSENT,))}
    ),
    consents=FrozenMap({"pool": POOL}),
    retention=FrozenMap(
        {
            "pool": RetentionRule(
                at_most=Period(years=1), after="consent_given", purpose="pool", then="delete"
            )
        }
    ),
)
RECORD: Final = opened("profile", STARTED, categories=("cv",))
AGREED: Final = make(ConsentGiven, "yes", STARTED, purposes=("talent_pool",))


def asking(**changes: Any) -> Policy:  # noqa: ANN401 - any field of a consent
    """
    Make the policy ask for consent on other terms.
    """
    pool = attrs.evolve(POOL, **changes)
    return attrs.evolve(CONSENTED, consents=FrozenMap({"pool": pool}))


def known(*events: AnyEvent, on: date, policy: Policy = CONSENTED) -> Facts:
    """
    Fold the history of somebody in the pool.
    """
    return fold([RECORD, *events], policy, on=on, law=BOOK)


def renewal(
    *events: AnyEvent, on: date, policy: Policy = CONSENTED, asked: tuple[date, ...] = ()
) -> Found:
    """
    Ask whether the person may be asked again.
    """
    facts = known(*events, on=on, policy=policy)
    (found,) = renewals(policy, facts, on=on, asked={"talent_pool": asked})
    return found


def kept(*events: AnyEvent, on: date, policy: Policy = CONSENTED) -> Disposal:
    """
    Decide on the one category of somebody in the pool.
    """
    facts = known(*events, on=on, policy=policy)
    (found,) = assess(policy, facts, BOOK, on=on, situation=HERE)
    return found


@pytest.mark.parametrize(
    ("on", "status"), [(LAST, Status.KEPT), (date(2025, 3, 11), Status.OVERDUE)]
)
def test_what_rests_on_consent_ends_with_it(on: date, status: Status) -> None:
    """
    The purpose goes on through the last day the notice gives; then the gate decides.
    """
    found = kept(AGREED, on=on)
    assert (found.status, bool(found.uses)) == (status, status is Status.KEPT)


def test_another_purpose_outlives_it() -> None:
    """
    Where a purpose with a basis of its own goes on, the end of consent ends one use and no data.
    """
    policy = attrs.evolve(CONSENTED, uses=FrozenMap({**CONSENTED.uses, **HOUSE.uses}))
    found = kept(AGREED, on=date(2025, 3, 11), policy=policy)
    assert (found.status, found.uses) == (Status.KEPT, ("recruitment",))


@pytest.mark.parametrize(
    ("on", "asked", "standing"),
    [
        (date(2025, 2, 7), (), Asking.TOO_EARLY),
        (WINDOW, (), Asking.MAY_ASK),
        (LAST, (), Asking.MAY_ASK),
        (LAST, (date(2025, 2, 7),), Asking.MAY_ASK),
        (LAST, (WINDOW,), Asking.ASKED_ENOUGH),
        (date(2025, 3, 11), (), Asking.LAPSED),
        (date(2025, 3, 11), (WINDOW,), Asking.LAPSED),
    ],
)
def test_who_may_be_asked_and_how_often(
    on: date, asked: tuple[date, ...], standing: Asking
) -> None:
    """
    From the window's first day to the last day, as often as the firm says, and never after.
    """
    found = renewal(AGREED, on=on, asked=asked)
    assert (found.standing, found.last_day) == (standing, LAST)


def test_how_often_is_declared() -> None:
    """
    A firm that asks twice may ask a second time, and no third.
    """
    twice = asking(renewal=Renewal(window=Period(days=30), times=2))
    second = renewal(AGREED, on=LAST, policy=twice, asked=(WINDOW,))
    third = renewal(AGREED, on=LAST, policy=twice, asked=(WINDOW, date(2025, 3, 1)))
    assert (second.standing, second.asked, third.standing) == (
        Asking.MAY_ASK,
        (WINDOW,),
        Asking.ASKED_ENOUGH,
    )


def test_silence_is_no_consent() -> None:
    """
    Whoever was asked in the window and did not answer is due the day after the last day.
    """
    assert renewal(AGREED, on=LAST, asked=(WINDOW,)).standing is Asking.ASKED_ENOUGH
    assert kept(AGREED, on=LAST).status is Status.KEPT
    assert kept(AGREED, on=date(2025, 3, 11)).status is Status.OVERDUE


@pytest.mark.parametrize(
    ("lasts", "until"), [(None, date(2026, 3, 1)), (Period(months=6), date(2025, 9, 1))]
)
def test_a_renewal_lasts_as_long_as_the_firm_says(lasts: Period | None, until: date) -> None:
    """
    As long as the first, unless the notice gives a renewed agreement another length.
    """
    policy = asking(renewal=Renewal(window=Period(days=30), lasts=lasts))
    on = date(2025, 3, 1)
    assert renewal(AGREED, on=on, policy=policy).until == until
    again = make(ConsentGiven, "again", on, purposes=("talent_pool",))
    assert renewal(AGREED, again, on=on, policy=policy).last_day == until


def test_a_first_agreement_after_a_gap_is_no_renewal() -> None:
    """
    Whoever agrees anew after theirs ran out has the first length again.
    """
    policy = asking(renewal=Renewal(window=Period(days=30), lasts=Period(months=6)))
    anew = make(ConsentGiven, "anew", date(2025, 5, 1), purposes=("talent_pool",))
    found = renewal(AGREED, anew, on=date(2025, 5, 1), policy=policy)
    assert found.last_day == date(2026, 5, 1)


NO: Final[dict[str, AnyEvent]] = {
    "withdrawn": make(ConsentWithdrawn, "no", date(2024, 9, 1)),
    "objected": make(Objected, "no", date(2024, 9, 1), grounds=(ObjectionGround.DIRECT_MARKETING,)),
    "objected to the pool": make(
        Objected,
        "no",
        date(2024, 9, 1),
        grounds=(ObjectionGround.LEGITIMATE_INTERESTS,),
        purposes=("talent_pool",),
    ),
    "to be erased": make(ErasureGranted, "no", date(2024, 9, 1), request="r"),
}


@pytest.mark.parametrize("said", NO)
def test_whoever_said_no_is_left_alone(said: str) -> None:
    """
    A withdrawal, an objection or a granted erasure after the agreement ends the asking.
    """
    assert renewal(AGREED, NO[said], on=WINDOW).standing is Asking.LEFT_ALONE


@pytest.mark.parametrize("said", NO)
def test_a_no_before_the_agreement_was_overcome(said: str) -> None:
    """
    What the person said before they agreed does not stand against asking again.
    """
    before = attrs.evolve(NO[said], happened=date(2023, 9, 1))
    assert renewal(before, AGREED, on=WINDOW).standing is Asking.MAY_ASK


def test_an_objection_to_something_else_stops_nothing() -> None:
    """
    Whoever objects to another purpose may still be asked about this one.
    """
    other = attrs.evolve(NO["objected to the pool"], purposes=("matching",))  # type: ignore[arg-type]
    assert renewal(AGREED, other, on=WINDOW).standing is Asking.MAY_ASK


@pytest.mark.parametrize(
    ("policy", "event"),
    [
        (asking(renewal=None), AGREED),
        (asking(lasts=None, renewal=None), AGREED),
    ],
)
def test_nobody_is_asked_where_nothing_says_so(policy: Policy, event: AnyEvent) -> None:
    """
    Without a last day or a way of asking in the notice there is nothing to renew.
    """
    assert renewal(event, on=WINDOW, policy=policy).standing is Asking.NOT_ASKED


def test_an_agreement_of_no_day_is_unknown() -> None:
    """
    Of what was given nobody knows when, nobody knows the last day; it never erases.
    """
    noted = attrs.evolve(AGREED, happened=None, recorded_at=RECORD.recorded_at)
    assert renewal(noted, on=WINDOW).standing is Asking.UNKNOWN
    assert not kept(noted, on=date(2030, 1, 1)).is_due


def test_a_day_that_was_recorded_stands() -> None:
    """
    The last day the person was told of counts, not what the notice says today.
    """
    told = attrs.evolve(AGREED, expires_on=date(2024, 12, 31))
    assert renewal(told, on=STARTED).last_day == date(2024, 12, 31)


def test_the_notice_of_then_counts() -> None:
    """
    An agreement has the term of the notice the person had, whatever a later one says.
    """
    later = attrs.evolve(
        asking(lasts=Period(years=3)),
        version=Version(number="2", published_on=PartialDate(2024, 6, 1)),
        earlier=(CONSENTED,),
    )
    told = attrs.evolve(AGREED, notice_version="1")
    assert renewal(told, on=STARTED, policy=later).last_day == LAST
    assert renewal(AGREED, on=STARTED, policy=later).last_day == date(2027, 3, 10)


def test_columns_have_the_term_too() -> None:
    """
    An agreement kept in a column, without a last day, has the one of the notice.
    """
    facts = known(AGREED, on=WINDOW)
    (consent,) = facts.consents
    columns = columns_of(facts)
    bare = attrs.evolve(columns, consents=(attrs.evolve(consent, expires_on=None),))
    assert facts_from_columns(bare, CONSENTED, on=WINDOW, law=BOOK).consents == facts.consents


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"lasts": Period(hours=5)}, "lasts"),
        ({"lasts": Period(working_days=5)}, "lasts"),
        ({"lasts": None}, "renewal"),
    ],
)
def test_terms_that_make_no_sense(changes: dict[str, Any], path: str) -> None:
    """
    A term is counted in days, and only what ends is renewed.
    """
    with pytest.raises(FaultsError) as caught:
        attrs.evolve(POOL, **changes)
    assert [fault.path for fault in caught.value.faults] == [path]


@pytest.mark.parametrize(
    ("changes", "path"),
    [({"times": 0}, "times"), ({"window": Period(hours=1)}, "window")],
)
def test_asking_that_asks_nobody(changes: dict[str, Any], path: str) -> None:
    """
    Who asks again asks at least once, within a time counted in days.
    """
    with pytest.raises(FaultsError) as caught:
        attrs.evolve(Renewal(window=Period(days=30)), **changes)
    assert [fault.path for fault in caught.value.faults] == [path]


@given(on=st.dates(date(2024, 1, 1), date(2027, 1, 1)), days=st.lists(st.dates(STARTED, LAST)))
def test_asking_prolongs_nothing(on: date, days: list[date]) -> None:
    """
    However often somebody was asked, the last day stays where it was.
    """
    found = renewal(AGREED, on=max(on, STARTED), asked=tuple(days))
    assert found.last_day == LAST
    assert (found.standing is Asking.LAPSED) == (on > LAST)


OTHER_BASIS: Final = attrs.evolve(
    CONSENTED,
    version=Version(number="2", published_on=PartialDate(2024, 6, 1)),
    uses=FrozenMap(
        {"pool": attrs.evolve(CONSENTED.uses["pool"], basis=(LawfulBasis.LEGITIMATE_INTERESTS,))}
    ),
    earlier=(CONSENTED,),
)


def notice(version: str, day: date) -> Event:
    """
    Give a version of the notice on a day.
    """
    return make(
        NoticeGiven, f"told-{version}", day, version=version, language="en", role="candidate"
    )


@pytest.mark.parametrize(
    ("told", "stopped"),
    [
        ((("1", STARTED),), True),
        ((("1", STARTED), ("2", date(2024, 10, 1))), True),
        ((("1", STARTED), ("2", date(2024, 8, 1))), False),
        ((), False),
    ],
    ids=["before", "another after", "another before", "nobody knows"],
)
def test_after_a_withdrawal_only_what_was_told_before_counts(
    told: tuple[tuple[str, date], ...], *, stopped: bool
) -> None:
    """
    A basis the person was first told of after they took consent back does not carry the purpose.
    """
    events: list[Any] = [notice(version, day) for version, day in told]
    found = kept(AGREED, NO["withdrawn"], *events, on=date(2024, 11, 1), policy=OTHER_BASIS)
    assert (found.status is Status.OVERDUE) is stopped
