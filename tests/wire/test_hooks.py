"""
Tests of our values in a host's own models, which cattrs structures.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, Final

import attrs
import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as hs

from recruitprivacy.citations import Citation
from recruitprivacy.errors import (
    Fault,
    FaultsError,
    NewerSchemaError,
    RecruitPrivacyError,
    UnknownTermError,
)
from recruitprivacy.findings import Finding, Reading, Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Deadline, Situation
from recruitprivacy.messages import Phrase
from recruitprivacy.periods import Period
from recruitprivacy.policy import PartialDate, Policy
from recruitprivacy.retention import DataMap, Disposal, Plan
from recruitprivacy.testing import strategies as st
from recruitprivacy.testing.examples import anna_asks, own_hiring
from recruitprivacy.timeline import Absence, AnyEvent, Keyring, Known, Moment
from recruitprivacy.vocabulary import BUILT_IN, Right
from recruitprivacy.wire import (
    StoredPlan,
    converter,
    events_to_json,
    faults_of,
    register_hooks,
    to_json,
)
from tests.wire.kinds import KINDS
from tests.wire.samples import SAMPLES

DAY: Final = date(2026, 3, 2)
AT: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)
CONVERTER: Final = converter()


@attrs.frozen(kw_only=True)
class Row:
    """
    A row of a host's own, with values of ours in it.
    """

    number: int
    seen_on: date | None = None
    since: date | datetime = DAY
    keep: Period | None = None
    rights: tuple[Right, ...] = ()
    cites: list[Citation] = attrs.field(factory=list)
    event: AnyEvent | None = None
    moments: FrozenMap[str, Moment] = FrozenMap()
    rest: FrozenMap[Any, Any] = FrozenMap()
    places: DataMap | None = None


MOMENTS: Final[dict[str, Moment]] = {
    "cv.updated.last": Known(day=DAY),
    "other": Absence.UNKNOWN,
}
FULL: Final = Row(
    number=1,
    seen_on=DAY,
    since=AT,
    keep=Period(years=2),
    rights=(Right.ACCESS,),
    cites=[Citation(act="GDPR")],
    event=anna_asks()[0],
    moments=FrozenMap(MOMENTS),
    rest=FrozenMap({"colour": "red"}),
    places=DataMap(places=FrozenMap()),
)


@pytest.mark.parametrize("kind", KINDS)
@given(hs.data())
def test_a_stored_kind(kind: str, data: hs.DataObject) -> None:
    """
    A converter writes what is stored as the bytes say it, and reads it back the same.
    """
    cls, strategy = KINDS[kind]
    value = data.draw(strategy)
    plain = CONVERTER.unstructure(value)
    assert plain == json.loads(to_json(value))
    assert CONVERTER.structure(plain, cls) == value


@given(st.events())
def test_an_event(event: AnyEvent) -> None:
    """
    An event is read back as the type it is, by its kind, also from the form it is stored in.
    """
    union: Any = AnyEvent
    assert CONVERTER.structure(CONVERTER.unstructure(event), union) == event
    (stored,) = json.loads(events_to_json([event]))["events"]
    assert CONVERTER.structure(stored, union) == event


VALUES: Final[list[tuple[type, hs.SearchStrategy[Any]]]] = [
    (Citation, st.citations()),
    (Finding, st.findings()),
    (PartialDate, st.partial_dates()),
    (Period, st.periods()),
    (Phrase, st.phrases()),
    (Reading, st.readings()),
    (Situation, st.situations()),
    (Step, st.steps()),
    (date, st.days()),
    (datetime, st.instants()),
]


@pytest.mark.parametrize(("cls", "strategy"), VALUES, ids=[cls.__name__ for cls, _ in VALUES])
@given(hs.data())
def test_a_value(cls: type, strategy: hs.SearchStrategy[Any], data: hs.DataObject) -> None:
    """
    What others of our values are made of is written as everywhere, and read back the same.
    """
    value = data.draw(strategy)
    plain = CONVERTER.unstructure(value)
    assert plain == json.loads(to_json([value]))[0]
    assert CONVERTER.structure(plain, cls) == value


@given(st.disposals())
def test_an_answer(disposal: Disposal) -> None:
    """
    An answer is written whole, and nobody can make one from a file.
    """
    plain = CONVERTER.unstructure(disposal)
    assert plain == json.loads(to_json(disposal))
    with pytest.raises(RecruitPrivacyError):
        CONVERTER.structure(plain, Disposal)


@pytest.mark.parametrize("cls", [Disposal, Deadline, Plan])
def test_no_answer_is_read(cls: type) -> None:
    """
    What is computed is refused by name, whatever is given for it.
    """
    with pytest.raises(UnknownTermError, match=f"unknown stored kind '{cls.__name__}'"):
        CONVERTER.structure({}, cls)


def test_no_key_is_read() -> None:
    """
    What was never stored is refused as such.
    """
    with pytest.raises(UnknownTermError, match="unknown stored kind 'Keyring'"):
        CONVERTER.structure({"keys": {"key-1": "secret"}}, Keyring)


def test_a_plan_is_written_as_it_is_stored() -> None:
    """
    A plan is written under the schema by which it is read back as a list.
    """
    plan = Plan(on=None)
    assert CONVERTER.structure(CONVERTER.unstructure(plan), StoredPlan) == StoredPlan.of(plan)


def test_a_row() -> None:
    """
    A host's class with our values in it comes back the same from JSON.
    """
    written = json.dumps(CONVERTER.unstructure(FULL))
    assert CONVERTER.structure(json.loads(written), Row) == FULL


def test_an_empty_row() -> None:
    """
    What is not there stays away.
    """
    empty = Row(number=1)
    assert CONVERTER.structure(CONVERTER.unstructure(empty), Row) == empty


@pytest.mark.parametrize("made", [cattrs.Converter(), cattrs.Converter(forbid_extra_keys=True)])
def test_a_host_s_own_converter(made: cattrs.Converter) -> None:
    """
    A converter of a host's own learns our values.
    """
    register_hooks(made)
    assert [type(each) for each in made.unstructure(FULL)["rights"]] == [str]
    assert made.structure(made.unstructure(FULL), Row) == FULL


def test_a_host_s_own_text() -> None:
    """
    What a host does with its own text it still does, and our words are left alone.
    """
    made = cattrs.Converter()
    made.register_structure_hook(str, lambda value, _: value.upper())
    made.register_unstructure_hook(str, str.title)
    register_hooks(made)
    assert (made.structure("desk", str), made.unstructure("desk")) == ("DESK", "Desk")
    assert made.structure(made.unstructure(Right.ACCESS), Right) == Right.ACCESS


def test_all_faults_of_a_row() -> None:
    """
    The faults of all our values in a host's class come with their paths, and repeat nothing.
    """
    plain = CONVERTER.unstructure(FULL)
    plain |= {
        "keep": "Anna's two years",
        "seen_on": "2026-02-30",
        "rights": ["access", "acces"],
        "moments": {"Anna, born 1990": "Anna"},
    }
    plain["event"] |= {"reliability": "Anna", "colour": "red"}
    plain["places"]["places"] = {"ats": {"kind": 1}}
    del plain["number"]
    with pytest.raises(cattrs.ClassValidationError) as raised:
        CONVERTER.structure(plain, Row)
    found = faults_of(raised.value)
    assert sorted(fault.path for fault in found) == [
        "event.colour",
        "event.reliability",
        "keep",
        "moments.…",
        "number",
        "places.places.ats.kind",
        "rights[1]",
        "seen_on",
    ]
    assert "Anna" not in "".join(map(str, found))


def test_faults_of_the_host_s_own() -> None:
    """
    Keys a host does not know, and what only it can read, are faults as well.
    """
    made = cattrs.Converter(forbid_extra_keys=True)
    register_hooks(made)
    with pytest.raises(cattrs.ClassValidationError) as raised:
        made.structure({"number": "one", "size": 1, "colour": "red"}, Row)
    assert faults_of(raised.value) == (
        Fault(path="number", problem="cannot be read"),
        Fault(path="colour", problem="unknown key"),
        Fault(path="size", problem="unknown key"),
    )


def test_notes_of_the_host_s_own() -> None:
    """
    What a host noted on an error is no part of a path.
    """
    made = converter()

    def refuse(_: object, __: object) -> int:
        error = ValueError("one")
        error.add_note("Anna")
        raise error

    made.register_structure_hook(int, refuse)
    with pytest.raises(cattrs.ClassValidationError) as raised:
        made.structure({"number": "one"}, Row)
    assert faults_of(raised.value) == (Fault(path="number", problem="cannot be read"),)


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_newer_schema(kind: str) -> None:
    """
    What a newer release stored is refused as such.
    """
    plain = CONVERTER.unstructure(SAMPLES[kind]) | {"schema": f"recruitprivacy.{kind}/2"}
    with pytest.raises(NewerSchemaError):
        CONVERTER.structure(plain, KINDS[kind][0])


def test_no_table() -> None:
    """
    What is stored as a table is not read from text.
    """
    with pytest.raises(FaultsError, match="expected a table, found text"):
        CONVERTER.structure("policy", Policy)


def test_words_of_a_policy() -> None:
    """
    A converter with a vocabulary checks the words of each policy it reads.
    """
    plain = CONVERTER.unstructure(attrs.evolve(own_hiring(), languages=("nl_NL",)))
    assert CONVERTER.structure(plain, Policy).languages == ("nl_NL",)
    with pytest.raises(FaultsError, match="languages: 'nl_NL'"):
        converter(vocabulary=BUILT_IN).structure(plain, Policy)
