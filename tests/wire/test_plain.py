"""
Tests of values as plain ones: how each kind is written, and what is no value of ours.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import CanonicalError, FaultsError
from recruitprivacy.findings import Finding, Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Deadline
from recruitprivacy.messages import Message, Phrase, Words, phrase
from recruitprivacy.periods import Period
from recruitprivacy.policy import UNSTATED, PartialDate
from recruitprivacy.retention import Disposal
from recruitprivacy.testing import strategies as st
from recruitprivacy.timeline import ConditionKnown
from recruitprivacy.vocabulary import Right
from recruitprivacy.wire import to_json, to_plain
from recruitprivacy.wire._leaves import citation_of
from recruitprivacy.wire._reader import reader
from recruitprivacy.wire._unread import UnreadError, quoted, silent

CEST = timezone(timedelta(hours=2))
WRITTEN: list[tuple[object, object]] = [
    (None, None),
    (True, True),
    (3, 3),
    ("text", "text"),
    (UNSTATED, "unstated"),
    (Right.ACCESS, "access"),
    (date(2026, 4, 7), "2026-04-07"),
    (datetime(2026, 4, 7, 9, tzinfo=UTC), "2026-04-07T09:00:00+00:00"),
    (datetime(2026, 4, 7, 9, tzinfo=CEST), "2026-04-07T09:00:00+02:00"),
    (PartialDate(2018, 5), "2018-05"),
    (Period(years=1, months=6), "P1Y6M"),
    ((1, (2,)), [1, [2]]),
    (FrozenMap({Right.ERASURE: ()}), {"erasure": []}),
    (Words.of(nl="Werk"), {"by_language": {"nl": "Werk"}}),
    (
        phrase(Message("a", "{x}"), x=("a", date(2026, 1, 1), Period(days=3))),
        {
            "message": {"code": "a", "text": "{x}", "plural": ""},
            "values": {"x": ["a", {"day": "2026-01-01"}, {"period": "P3D"}]},
        },
    ),
]


@pytest.mark.parametrize(("value", "plain"), WRITTEN)
def test_written(value: object, plain: object) -> None:
    """
    Each kind of value is written in one way.
    """
    assert to_plain(value) == plain


def test_an_event_names_its_kind() -> None:
    """
    A class that is one of several is told apart by its kind.
    """
    event = ConditionKnown(
        id="event-1",
        person="person-1",
        happened=None,
        recorded_at=datetime(2026, 4, 7, tzinfo=UTC),
        condition="registered",
        holds=True,
    )
    plain = to_plain(event, sparse=True)
    assert isinstance(plain, dict)
    assert (plain["kind"], plain["happened"]) == ("condition.known", None)


@pytest.mark.parametrize("value", [1.5, object(), b"bytes", {1: 2}, {date(2026, 1, 1)}])
def test_no_value_of_ours(value: object) -> None:
    """
    A fraction, an unknown object, bytes, a key that is no text: refused by the name of the type.
    """
    with pytest.raises(TypeError):
        to_plain(value)


def test_half_a_character() -> None:
    """
    Text that UTF-8 cannot write is refused when written, and when read.
    """
    with pytest.raises(CanonicalError):
        to_json(Words.of(nl="\ud800"))
    with pytest.raises(UnreadError):
        reader(str, quoted)("\ud800")


@given(st.findings())
def test_a_finding_is_written_whole(finding: Finding) -> None:
    """
    A finding for others to read has every field, and is one canonical document.
    """
    plain = json.loads(to_json(finding))
    assert set(plain) == {"code", "level", "path", "says", "mend", "cites"}


@given(st.deadlines())
def test_a_deadline_is_written(deadline: Deadline) -> None:
    """
    A deadline can be written for others to read, with its last day.
    """
    assert json.loads(to_json(deadline))["last_day"] == deadline.last_day.isoformat()


@given(st.findings())
def test_a_finding_is_read_back(finding: Finding) -> None:
    """
    A finding, with its phrases, citations and levels, is read back the same.
    """
    read = reader(Finding, silent)
    assert [read(to_plain(finding, sparse=sparse)) for sparse in (True, False)] == [finding] * 2


@given(st.steps())
def test_a_step_is_read_back(step: Step) -> None:
    """
    A step of an explanation is read back the same.
    """
    assert reader(Step, silent)(to_plain(step, sparse=True)) == step


@given(st.phrases())
def test_a_phrase_is_read_back(said: Phrase) -> None:
    """
    A phrase is read back with each value of the kind it was.
    """
    assert reader(Phrase, silent)(to_plain(said, sparse=True)) == said


@given(st.citations())
def test_a_citation_is_read_back(cited: Citation) -> None:
    """
    A provision is read back from its text without knowing any act.
    """
    assert citation_of(str(cited)) == cited


@pytest.mark.parametrize(
    "text",
    [
        "GDPR Art. 12(3)",
        "Reg. 1182/71 Art. 3(4)",
        "DL ch. 6 § 4",
        "C-311/18",
        "EDPB 01/2022 para. 17",
    ],
)
def test_a_citation_as_lawyers_write_it(text: str) -> None:
    """
    What is read without the acts is what is read with them.
    """
    cited = citation_of(text)
    assert cited == Citation.parse(text, {cited.act: Act(key=cited.act, title="an act")})


SAID: list[tuple[object, str]] = [
    ({"day": "2026-02-30"}, "values.x"),
    ({"colour": "red"}, "values.x"),
    ({"day": "2026-01-01", "period": "P1D"}, "values.x"),
    ({}, "values.x"),
    ([1, {"day": 1}], "values.x[1]"),
    (1.5, "values.x"),
    (True, "values.x"),
    (None, "values.x"),
]


@pytest.mark.parametrize(("value", "path"), SAID)
def test_no_value_of_a_phrase(value: object, path: str) -> None:
    """
    What is no value of a sentence is a fault at its path.
    """
    document = {"message": {"code": "a", "text": "{x}"}, "values": {"x": value}}
    with pytest.raises(UnreadError) as raised:
        reader(Phrase, silent)(document)
    assert [fault.path for fault in raised.value.faults] == [path]


INSTANTS: list[tuple[object, object]] = [
    ("2026-03-03T09:00:00Z", datetime(2026, 3, 3, 9, tzinfo=UTC)),
    ("2026-03-03T09:00:00+02:00", datetime(2026, 3, 3, 9, tzinfo=CEST)),
    (datetime(2026, 3, 3, 9, tzinfo=UTC), datetime(2026, 3, 3, 9, tzinfo=UTC)),
    ("2026-03-03", date(2026, 3, 3)),
    (date(2026, 3, 3), date(2026, 3, 3)),
]


@pytest.mark.parametrize(("given_as", "when"), INSTANTS)
def test_a_day_or_an_instant(given_as: object, when: object) -> None:
    """
    A day stays a day and an instant an instant, in each spelling of it.
    """
    read = reader(date | datetime | None, quoted)(given_as)
    assert (type(read), read) == (type(when), when)


@pytest.mark.parametrize(
    "given_as",
    ["2026-03-03T09:00:00", "20260303", "3 March 2026", "2026-02-30", "", 20260303, 1.5, True, []],
)
def test_neither_a_day_nor_an_instant(given_as: object) -> None:
    """
    A time without an offset, a day that does not exist, a number: one fault each.
    """
    with pytest.raises(UnreadError) as raised:
        reader(date | datetime | None, quoted)(given_as)
    assert len(raised.value.faults) == 1


def test_what_nobody_taught_it() -> None:
    """
    A type it was not taught is refused when its reader is made, not when data come.
    """
    with pytest.raises(NotImplementedError, match="cannot read"):
        reader(complex, quoted)


def test_pairs() -> None:
    """
    A list of fixed length has a type for each place.
    """
    read = reader(tuple[str, int], quoted)
    assert read(["a", 1]) == ("a", 1)
    for wrong in (["a"], [1, "a"], "a"):
        with pytest.raises(UnreadError):
            read(wrong)


def test_faults_name_the_way_out() -> None:
    """
    A fault of a value says what is expected there.
    """
    with pytest.raises(UnreadError) as raised:
        reader(Period, quoted)("P1.5Y")
    with pytest.raises(FaultsError, match=r"cannot read 'P1\.5Y' as a period; write whole units"):
        raise FaultsError(raised.value.faults)


@given(st.disposals())
def test_an_answer_is_written_with_its_way_and_fingerprint(disposal: Disposal) -> None:
    """
    What a disposal works out only when asked for is written beside its fields, and not stored.
    """
    plain = to_plain(disposal)
    sparse = to_plain(disposal, sparse=True)
    assert isinstance(plain, dict)
    assert isinstance(sparse, dict)
    assert plain["fingerprint"] == disposal.fingerprint
    assert plain["steps"] == to_plain(disposal.steps)
    assert not {"steps", "fingerprint"} & set(sparse)
