"""
What is left of a timeline once all it was about is erased.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import StillNeededError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import Holding, Policy, RetentionRule
from recruitprivacy.testing import strategies
from recruitprivacy.testing.examples import agency
from recruitprivacy.timeline import (
    Answered,
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    ErasureGranted,
    Forwarded,
    HoldLifted,
    HoldPlaced,
    Objected,
    PersonsMerged,
    Proof,
    RecordOpened,
    RequestReceived,
    RestrictionPlaced,
    fold,
    minimal_proof,
)
from recruitprivacy.vocabulary import ObjectionGround, RestrictionGround, Right
from tests.timeline.making import POLICY, happened, make, opened

OPENED: Final = date(2024, 1, 8)
GONE: Final = date(2026, 3, 2)
AT: Final = datetime(2026, 3, 3, 9, tzinfo=UTC)
RECORD: Final = opened("file-1", OPENED, company="company-1", supplier="company-2", vacancy="v-1")
ASKED: Final = make(
    RequestReceived, "asked", date(2026, 2, 2), request="r", rights=(Right.ERASURE,)
)
GRANTED: Final = make(ErasureGranted, "granted", date(2026, 2, 9), request="r")
DONE: Final = make(Answered, "done", GONE, request="r")


def left(*events: AnyEvent, policy: Policy = POLICY) -> Proof:
    """
    Reduce the timeline of one person whose one record is erased.
    """
    return minimal_proof(
        [RECORD, *events], policy, erased={"file-1": GONE}, record="proof-1", at=AT
    )


def texts(value: object) -> Iterator[str]:
    """
    Yield every text in a value, however deep.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from texts([*value.items()])
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from texts(part)
    elif attrs.has(type(value)):
        yield from texts(attrs.astuple(value, recurse=False))  # type: ignore[arg-type]


def ids(proof: Proof) -> set[str]:
    """
    List the ids of the events that are left.
    """
    return {event.id for event in proof.events}


def test_what_was_asked_and_done_is_left() -> None:
    """
    The request, its outcome and the day of erasing stay; what the person did in the file goes.
    """
    talk = happened("talk", "conversation", date(2024, 5, 1), record="file-1")
    proof = left(talk, ASKED, GRANTED, DONE)
    made = {"proof-1-opened", "proof-1-data.erased-2026-03-02"}
    assert ids(proof) == {"asked", "granted", "done", *made}
    assert proof.dropped == 2


def test_it_is_a_record_of_its_own_category() -> None:
    """
    The proof is a record of the category of timelines, in the role of what was erased.
    """
    facts = fold(left(ASKED, DONE).events, POLICY, on=AT.date())
    (name, record), *_ = facts.records.items()
    assert (name, record.categories, record.role) == ("proof-1", ("timeline_record",), "candidate")


@pytest.mark.parametrize(
    ("event", "stays"),
    [
        (make(Objected, "o", OPENED, grounds=(ObjectionGround.DIRECT_MARKETING,)), True),
        (make(ConsentWithdrawn, "no", OPENED, purposes=("talent_pool",)), True),
        (make(ConsentGiven, "yes", OPENED, purposes=("talent_pool",)), True),
        (make(ConsentGiven, "was", OPENED, purposes=("matching",), expires_on=OPENED), False),
        (make(ErasureGranted, "part", GONE, request="r", records=("file-1",)), False),
        (happened("talk", "conversation", OPENED), False),
    ],
)
def test_what_protects_the_person_stays(event: AnyEvent, *, stays: bool) -> None:
    """
    A no stays, a yes that still stands too; what ran out, or names what is gone, does not.
    """
    assert (event.id in ids(left(ASKED, DONE, event))) is stays


def test_nobody_else_is_named() -> None:
    """
    A request that was passed on stays without whom it was passed on to.
    """
    passed = make(Forwarded, "passed", date(2026, 2, 3), request="r", to="company-1")
    proof = left(ASKED, passed, DONE)
    assert "passed" in ids(proof)
    assert {"file-1", "company-1", "company-2", "v-1"}.isdisjoint(texts(proof.events))


STANDING: Final[dict[str, tuple[AnyEvent, ...]]] = {
    "requests": (ASKED,),
    "holds": (make(HoldPlaced, "h", OPENED, matter="m", ground="anticipated_litigation"),),
    "restrictions": (
        make(RestrictionPlaced, "l", OPENED, ground=RestrictionGround.ACCURACY_CONTESTED),
    ),
    "records": (opened("file-2", OPENED),),
    "consents": (make(ConsentGiven, "c", OPENED, purposes=("no such purpose",)),),
}


@pytest.mark.parametrize("because", STANDING)
def test_what_still_hangs_on_it_keeps_it(because: str) -> None:
    """
    With a record, request, hold or restriction left, or one nobody can read, nothing is dropped.
    """
    with pytest.raises(StillNeededError) as caught:
        left(*STANDING[because])
    assert because in caught.value.because


def test_what_was_closed_keeps_nothing() -> None:
    """
    A hold that was lifted goes with the rest.
    """
    lifted = make(HoldLifted, "up", GONE, matter="m")
    assert {"h", "up"}.isdisjoint(ids(left(*STANDING["holds"], lifted)))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (("*",), ["timeline.proof_period_unstated"]),
        (("cv",), ["timeline.proof_period_unstated"]),
        (("timeline_record",), []),
        (("accountability_records",), []),
    ],
)
def test_a_proof_without_a_period_is_a_finding(data: tuple[str, ...], found: list[str]) -> None:
    """
    The policy says by name, or by a kind above it, how long proof is kept.
    """
    rule = RetentionRule(at_most=Period(years=3), after="data_erased", data=data)
    policy = attrs.evolve(POLICY, retention=FrozenMap({"proof": rule}))
    assert [finding.code for finding in left(policy=policy).findings] == found


def test_ids_that_were_merged_stay_merged() -> None:
    """
    What happened under an id that is gone stands under the one that remains.
    """
    other = attrs.evolve(ASKED, person="p0")
    merged = make(PersonsMerged, "same", GONE, absorbed="p0")
    assert {event.person for event in left(other, DONE, merged).events} == {"p1"}


def test_nothing_comes_of_nothing() -> None:
    """
    Somebody of whom there never was a record leaves no proof of erasing.
    """
    proof = minimal_proof([ASKED, DONE], POLICY, erased={}, record="proof-1", at=AT)
    assert ids(proof) == {"asked", "done"}


def test_a_second_end_is_added_to_the_first() -> None:
    """
    Whoever came back and was erased again has one proof with both days.
    """
    again = attrs.evolve(RECORD, id="opened-again", record="file-9", happened=date(2026, 5, 1))
    proof = minimal_proof(
        [*left(ASKED, DONE).events, again],
        POLICY,
        erased={"file-9": date(2026, 9, 1)},
        record="proof-1",
        at=datetime(2026, 9, 2, 9, tzinfo=UTC),
    )
    days = sorted(event.id for event in proof.events if event.kind == "happened")
    assert days == ["proof-1-data.erased-2026-03-02", "proof-1-data.erased-2026-09-01"]
    assert sum(isinstance(event, RecordOpened) for event in proof.events) == 1


HELD: Final = attrs.evolve(
    agency(), data=FrozenMap({**agency().data, "candidate": Holding(items=("cv",))})
)


@given(data=st.data())
def test_what_remains_names_nothing_erased_and_twice_is_once(data: st.DataObject) -> None:
    """
    Whatever happened: no id of a record or company is left, and doing it again changes nothing.
    """
    history = data.draw(strategies.histories(policy=HELD))
    asked: dict[str, Any] = {
        "erased": dict.fromkeys(("record-1", "record-2"), GONE),
        "record": "proof-1",
        "at": datetime(2027, 1, 1, 9, tzinfo=UTC),
    }
    try:
        proof = minimal_proof(history, HELD, **asked)
    except StillNeededError:
        return
    gone = {"record-1", "record-2", "company-1", "vacancy-1"}
    assert gone.isdisjoint(texts(proof.events))
    again = minimal_proof(proof.events, HELD, **asked)
    assert (again.events, again.dropped) == (proof.events, 0)
