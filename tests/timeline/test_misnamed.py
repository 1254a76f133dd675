"""
Words in events that nobody knows, and values of another type.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import EventTypeError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import Use
from recruitprivacy.timeline import (
    KINDS,
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    Extended,
    Happened,
    HoldPlaced,
    Objected,
    PurposeEnded,
    RecordOpened,
    RestrictionPlaced,
    fold,
)
from recruitprivacy.vocabulary import ObjectionGround, RestrictionGround
from tests.timeline.making import ON, POLICY, codes, folded, happened, make, opened

JAN: Final = date(2026, 1, 5)
OPENED: Final = opened("r1", JAN)


@pytest.mark.parametrize(
    ("event", "ledger"),
    [
        (make(ConsentGiven, "e", JAN, purposes=("matchng",)), "consents"),
        (make(ConsentGiven, "e", JAN, purposes=("matching",), categories=("cvv",)), "consents"),
        (make(ConsentWithdrawn, "e", JAN, purposes=("matchng",)), "consents"),
        (
            make(
                Objected,
                "e",
                JAN,
                grounds=(ObjectionGround.DIRECT_MARKETING,),
                purposes=("matchng",),
            ),
            "objections",
        ),
        (make(HoldPlaced, "e", JAN, matter="m", ground="x", categories=("cvv",)), "holds"),
        (
            make(
                RestrictionPlaced,
                "e",
                JAN,
                ground=RestrictionGround.NEEDED_FOR_CLAIMS,
                categories=("cvv",),
            ),
            "restrictions",
        ),
    ],
)
def test_a_word_nobody_knows_leaves_its_ledger_unknown(event: AnyEvent, ledger: str) -> None:
    """
    A purpose or category nobody knows is a finding with the nearest, and nothing is sure.
    """
    facts = folded(OPENED, event)
    (finding,) = [each for each in facts.findings if each.code.endswith("_unknown")]
    assert (facts.unknown, finding.path) == ((ledger,), "e")
    assert finding.mend is not None


def test_a_use_is_no_purpose() -> None:
    """
    Who names a use where a purpose is asked for probably means its purpose.
    """
    uses = FrozenMap({"pool": Use(roles=("candidate",), purposes=("talent_pool",))})
    given = make(ConsentGiven, "e", JAN, purposes=("pool",))
    facts = fold([OPENED, given], attrs.evolve(POLICY, uses=uses), on=ON)
    (finding,) = facts.findings
    assert finding.mend is not None
    assert dict(finding.mend.values) == {"nearest": "talent_pool"}


def test_a_word_like_no_other_has_none_near() -> None:
    """
    Nothing is guessed where nothing is near.
    """
    (finding,) = folded(OPENED, make(ConsentGiven, "e", JAN, purposes=("zzz",))).findings
    assert finding.mend is None


def test_an_end_of_no_use() -> None:
    """
    An end of a use the policy does not have is reported.
    """
    assert codes(folded(OPENED, make(PurposeEnded, "e", JAN, use="pol"))) == [
        "timeline.use_unknown"
    ]


@pytest.mark.parametrize(
    ("what", "meant"),
    [("procedure_closed", "procedure.closed"), ("conversaton", "conversation")],
)
def test_a_kind_nobody_knows_names_the_nearest(what: str, meant: str) -> None:
    """
    A trigger written for an event, or a misspelt event, is a finding that names what was meant.
    """
    (finding,) = folded(OPENED, happened("e", what, JAN)).findings
    assert finding.mend is not None
    assert dict(finding.mend.values) == {"nearest": meant}


def test_findings_know_their_records() -> None:
    """
    A finding about one record is not about another; one about no record is about all.
    """
    other = opened("r2", JAN, role="client")
    facts = folded(OPENED, other, happened("e", "hugged", JAN), happened("f", "hugged", None))
    assert {each.path for each in facts.findings_about("r1")} == {"e", "f"}
    assert facts.findings_about("r2") == ()
    person = folded(OPENED, other, make(ConsentGiven, "e", JAN, purposes=("zzz",)))
    assert [each.path for each in person.findings_about("r2")] == ["e"]


TYPES: Final[list[tuple[type[Event], dict[str, Any], str, str]]] = [
    (RecordOpened, {"id": 17}, "id", "text"),
    (RecordOpened, {"person": 17}, "person", "text"),
    (RecordOpened, {"record": 17}, "record", "text"),
    (RecordOpened, {"record_kind": "person"}, "record_kind", "RecordKind"),
    (RecordOpened, {"happened": "2025-01-01"}, "happened", "date, datetime or None"),
    (RecordOpened, {"recorded_at": date(2025, 1, 1)}, "recorded_at", "datetime"),
    (RecordOpened, {"recorded_at": "2025-01-01"}, "recorded_at", "datetime"),
    (RecordOpened, {"categories": ["cv"]}, "categories", "a tuple of text or None"),
    (RecordOpened, {"categories": "cv"}, "categories", "a tuple of text or None"),
    (ConsentGiven, {"purposes": "talent_pool"}, "purposes", "a tuple of text"),
    (ConsentGiven, {"purposes": (1,)}, "purposes", "a tuple of text"),
    (ConsentGiven, {"expires_on": datetime(2026, 1, 1, tzinfo=UTC)}, "expires_on", "date or None"),
    (Happened, {"exercises_right": "no"}, "exercises_right", "True or False"),
    (Extended, {"by": "P2M"}, "by", "Period or None"),
]
RIGHT: Final[dict[type[Event], dict[str, Any]]] = {
    RecordOpened: {
        "record": "r1",
        "record_kind": OPENED.record_kind,
        "role": "candidate",
    },
    ConsentGiven: {"purposes": ("talent_pool",)},
    Happened: {"what": "conversation"},
    Extended: {"request": "q", "by": Period(months=2)},
}


@pytest.mark.parametrize(("kind", "wrong", "field", "expected"), TYPES)
def test_another_type_is_refused(
    kind: type[Event], wrong: dict[str, Any], field: str, expected: str
) -> None:
    """
    A value of another type is refused at once, by class, field and what it takes, and not quoted.
    """
    given = {"id": "e", "person": "p1", "happened": JAN, "recorded_at": OPENED.recorded_at}
    with pytest.raises(EventTypeError) as refused:
        kind(**{**given, **RIGHT[kind], **wrong})
    error = refused.value
    assert (error.event, error.field, error.expected) == (kind.__name__, field, expected)
    assert "17" not in str(error)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_looks_at_its_fields(kind: str) -> None:
    """
    No kind of event takes a number for an id.
    """
    needed = {
        each.name: None for each in attrs.fields(KINDS[kind]) if each.default is attrs.NOTHING
    }
    with pytest.raises(EventTypeError, match=r"\.id takes text"):
        KINDS[kind](**{**needed, "id": 17})
