"""
Tests of what a host stores: bytes that are read back the same, in this release and the next.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as hs

from recruitprivacy.canonical import dumps
from recruitprivacy.errors import FaultsError, NewerSchemaError, TooLargeError, UnknownTermError
from recruitprivacy.policy import Policy
from recruitprivacy.retention import DataMap, Plan
from recruitprivacy.rights import RequestStatus, RightsRequest
from recruitprivacy.testing import strategies as st
from recruitprivacy.testing.examples import agency, anna_asks
from recruitprivacy.timeline import AnyEvent, AnyRequestEvent, Facts
from recruitprivacy.vocabulary import BUILT_IN, Right
from recruitprivacy.wire import _migrate as migrate
from recruitprivacy.wire import (
    events_from_json,
    events_to_json,
    from_json,
    load_events,
    read_policy,
    to_json,
    to_plain,
)
from recruitprivacy.wire._kinds import CLASSES
from tests.wire.a_policy import whole
from tests.wire.kinds import KINDS
from tests.wire.samples import SAMPLES
from tests.wire.toml_text import written

GOLDEN: Final = Path(__file__).parents[1] / "golden"
POLICY: Final = read_policy(written(whole()))


@given(st.policies())
def test_a_policy(policy: Policy) -> None:
    """
    A declaration is read back the same, and stored again in the same bytes.
    """
    again = from_json(Policy, to_json(policy))
    assert (again, to_json(again)) == (policy, to_json(policy))


@given(st.facts())
def test_facts(facts: Facts) -> None:
    """
    Facts are read back the same, and stored again in the same bytes.
    """
    again = from_json(Facts, to_json(facts))
    assert (again, to_json(again)) == (facts, to_json(facts))


@given(hs.lists(st.events(), max_size=4))
def test_events(events: list[AnyEvent]) -> None:
    """
    Events are read back the same in their order, and stored again in the same bytes.
    """
    again = events_from_json(events_to_json(events))
    assert (again, events_to_json(again)) == (tuple(events), events_to_json(events))


REQUEST_EVENTS: Final = st.events().filter(
    lambda event: isinstance(event, get_args(AnyRequestEvent))
)


@given(
    hs.builds(
        RightsRequest,
        id=hs.just("request-1"),
        person=hs.just("person-1"),
        rights=hs.lists(hs.sampled_from(Right)).map(tuple),
        received_at=st.instants() | st.days(),
        channel=hs.sampled_from((None, "email")),
        situation=st.situations(),
        status=hs.sampled_from(RequestStatus),
        history=hs.lists(REQUEST_EVENTS, max_size=2).map(tuple),
    )
)
def test_a_request(request: RightsRequest) -> None:
    """
    A request is read back the same, and stored again in the same bytes.
    """
    again = from_json(RightsRequest, to_json(request))
    assert (again, to_json(again)) == (request, to_json(request))


@pytest.mark.parametrize("kind", SAMPLES)
@given(hs.data())
def test_any_kind(kind: str, data: hs.DataObject) -> None:
    """
    Whatever has a schema is read back the same, and stored again in the same bytes.
    """
    cls, strategy = KINDS[kind]
    value = data.draw(strategy)
    again: Any = from_json(cls, to_json(value))
    assert (again, to_json(again)) == (value, to_json(value))


def test_every_kind_has_a_strategy() -> None:
    """
    Each kind that has a schema is drawn and read back in these tests.
    """
    assert {*KINDS, "events"} == set(migrate.KNOWN)


def test_the_page_lists_every_kind() -> None:
    """
    The reference names each kind that has a schema, beside its class.
    """
    page = (Path(__file__).parents[2] / "docs" / "reference" / "wire.md").read_text("utf-8")
    listed = re.findall(
        r"^\| `(\w+)` \| \{py:class\}`recruitprivacy\.([\w.]+)`", page, re.MULTILINE
    )
    assert listed == [(kind, name) for name, kind in CLASSES.items()]


@pytest.mark.parametrize("kind", SAMPLES)
def test_samples_say_everything(kind: str) -> None:
    """
    The value of a golden file has every field of its class off the default.
    """
    written = json.loads(to_json(SAMPLES[kind]))
    assert {field.name for field in attrs.fields(KINDS[kind][0])} | {"schema"} == set(written)


def test_faults_of_a_kind() -> None:
    """
    All that is wrong in a stored map of places comes at once, with the near word.
    """
    document = json.loads(to_json(SAMPLES["data_map"]))
    document["places"]["ats"]["roels"] = document["places"]["ats"].pop("roles")
    document["places"]["tapes"]["overwritten_after"] = "35 days"
    document["nowhere"] = "no cameras"
    with pytest.raises(FaultsError) as raised:
        from_json(DataMap, dumps(document))
    assert [(fault.path, fault.nearest) for fault in raised.value.faults] == [
        ("nowhere", ""),
        ("places.ats.roels", "roles"),
        ("places.tapes.overwritten_after", ""),
    ]


def test_a_plan_is_read_back_as_a_list() -> None:
    """
    A file makes no plan that could run; the class that may be read is named.
    """
    kind: Any = Plan
    with pytest.raises(UnknownTermError, match="'Plan'; did you mean 'StoredPlan'"):
        from_json(kind, to_json(Plan(on=None)))


@given(st.policies())
def test_the_bytes_are_canonical(policy: Policy) -> None:
    """
    What is stored is the one canonical form of its own content, with its schema.
    """
    data = to_json(policy)
    plain = json.loads(data)
    assert (dumps(plain), plain["schema"]) == (data, "recruitprivacy.policy/1")


def test_checked_again_where_asked() -> None:
    """
    The words of a stored declaration are checked where a vocabulary is given, else not again.
    """
    strange = attrs.evolve(POLICY, languages=("nl_NL",))
    data = to_json(strange)
    with pytest.raises(FaultsError, match="languages: 'nl_NL' is no language tag"):
        from_json(Policy, data, vocabulary=BUILT_IN)
    assert from_json(Policy, data) == strange


def test_earlier_versions_are_checked_too() -> None:
    """
    A fault of an earlier version comes out as well.
    """
    strange = attrs.evolve(POLICY, languages=("nl_NL",))
    data = to_json(attrs.evolve(POLICY, earlier=(strange,)))
    with pytest.raises(FaultsError, match="languages: 'nl_NL'"):
        from_json(Policy, data, vocabulary=BUILT_IN)


def test_another_kind() -> None:
    """
    A class that is not stored by itself is refused by name.
    """
    kind: Any = dict
    with pytest.raises(UnknownTermError, match="unknown stored kind 'dict'"):
        from_json(kind, b"{}")


@pytest.mark.parametrize(
    ("kind", "data", "found"),
    [
        (b"{}", Policy, "the data"),
        ("{}", Policy, "the data"),
        (Policy, Path("policy.json"), "a type"),
        ([], b"{}", "a list"),
    ],
)
def test_the_wrong_way_round(kind: Any, data: Any, found: str) -> None:  # noqa: ANN401 - the point
    """
    A class and data in each other's place are refused with the way to write it.
    """
    with pytest.raises(FaultsError, match=rf"found {found} first; write from_json\(Policy, data\)"):
        from_json(kind, data)


Reading = Callable[[bytes], object]
READINGS: Final[dict[str, Reading]] = {
    **{kind: partial(from_json, cls) for kind, (cls, _) in KINDS.items()},
    "events": events_from_json,
}


@pytest.mark.parametrize("kind", READINGS)
def test_a_newer_schema(kind: str) -> None:
    """
    What a newer release stored is refused as such, whatever is in it.
    """
    data = dumps({"schema": f"recruitprivacy.{kind}/2", "colour": "red"})
    with pytest.raises(NewerSchemaError) as raised:
        READINGS[kind](data)
    assert raised.value.known == f"recruitprivacy.{kind}/1"


@pytest.mark.parametrize("kind", READINGS)
@pytest.mark.parametrize("document", [{}, {"schema": "recruitprivacy.tale/1"}, {"schema": 1}])
def test_no_schema_of_its_kind(kind: str, document: dict[str, Any]) -> None:
    """
    What is stored says what it is; what says nothing, or something else, is refused.
    """
    with pytest.raises(FaultsError, match=f"expected 'recruitprivacy.{kind}/1'"):
        READINGS[kind](dumps(document))


BAD: list[tuple[bytes, str]] = [
    (b"", "line 1, column 1: is not JSON"),
    (b'{"schema": ', "line 1, column 12: is not JSON"),
    (b"[]", "expected an object"),
    (b'{"a": {"b": 1, "b": 2}}', "an object has a key twice; keep one"),
    (b'{"a": NaN}', "holds a number JSON does not know"),
    (b'{"a": ' + b"9" * 5_000 + b"}", "holds a number nobody can read"),
    (b"[" * 100_000, "is nested too deeply"),
    (b'{"a": "\xff"}', "is not UTF-8 text; save it in UTF-8"),
]


@pytest.mark.parametrize(("data", "problem"), BAD)
def test_no_json(data: bytes, problem: str) -> None:
    """
    Bytes that are no JSON object are one fault.
    """
    with pytest.raises(FaultsError, match=problem) as raised:
        events_from_json(data)
    assert len(raised.value.faults) == 1


def test_too_large() -> None:
    """
    More bytes than told are refused before they are read.
    """
    data = events_to_json(anna_asks())
    with pytest.raises(TooLargeError):
        events_from_json(data, max_bytes=len(data) - 1)
    assert events_from_json(data, max_bytes=len(data)) == anna_asks()


def test_events_of_a_file(tmp_path: Path) -> None:
    """
    Events are read from a file as from bytes.
    """
    file = tmp_path / "anna.json"
    file.write_bytes(events_to_json(anna_asks()))
    assert load_events(file) == anna_asks()


def test_all_the_faults_of_events() -> None:
    """
    The faults of all events come at once, each under its place.
    """
    document = json.loads(events_to_json(anna_asks()))
    document["events"][0]["colour"] = "red"
    document["events"][1]["kind"] = "notice.gven"
    document["events"][2]["happened"] = "2026-02-30"
    document["events"][3]["recorded_at"] = "2026-03-17T09:00:00"
    del document["events"][4]["what"]
    document["events"][5] = "procedure.closed"
    with pytest.raises(FaultsError) as raised:
        events_from_json(dumps(document))
    assert [(fault.path, fault.nearest) for fault in raised.value.faults] == [
        ("events[0].colour", ""),
        ("events[1].kind", "notice.given"),
        ("events[2].happened", ""),
        ("events[3].recorded_at", ""),
        ("events[4].what", ""),
        ("events[5]", ""),
    ]


PERSONAL = "Anna Andersson, anna@example.org"


@pytest.mark.parametrize(
    "planted",
    [
        {"kind": PERSONAL},
        {"happened": PERSONAL},
        {"recorded_at": PERSONAL},
        {"reliability": PERSONAL},
        {"id": [PERSONAL]},
        {"record": {PERSONAL: PERSONAL}},
        {PERSONAL: PERSONAL},
    ],
)
def test_nothing_personal_is_repeated(planted: dict[str, Any]) -> None:
    """
    What stands in a wrong place of an event is not repeated, for it may be about somebody.
    """
    document = json.loads(events_to_json(anna_asks()))
    document["events"][0] |= planted
    with pytest.raises(FaultsError) as raised:
        events_from_json(dumps(document))
    assert "Anna" not in str(raised.value) + repr(raised.value.faults)


def _from_0(document: dict[str, Any]) -> dict[str, Any]:
    # A schema that never was: it called the firm "company" and knew one language.
    return {
        **{key: part for key, part in document.items() if key not in {"company", "language"}},
        "firm": [document["company"]],
        "languages": [document["language"]],
    }


def test_an_older_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What an older release stored is brought up to date, and stored anew in the present schema.
    """
    data = (GOLDEN / "policy-0.json").read_bytes()
    with pytest.raises(FaultsError, match="schema"):
        from_json(Policy, data)
    monkeypatch.setitem(migrate.STEPS, ("policy", 0), _from_0)
    policy = from_json(Policy, data)
    stored = json.loads(to_json(policy))
    assert (policy.firm, policy.languages, stored["schema"]) == (
        ("Acme",),
        ("nl",),
        "recruitprivacy.policy/1",
    )


def test_every_step_is_there() -> None:
    """
    From each schema ever released a way leads to the present one.
    """
    released = {(kind, step) for kind, last in migrate.KNOWN.items() for step in range(1, last)}
    assert released <= set(migrate.STEPS)


GOLDEN_FILES: Final = sorted(GOLDEN.glob("*-[1-9]*.json"))


@pytest.mark.parametrize("file", GOLDEN_FILES, ids=lambda file: file.stem)
def test_golden_files_load_for_ever(file: Path) -> None:
    """
    What a release stored is read by each later one, and means what it meant.

    A file of the present schema is also written again in the same bytes; one that is not shows
    that a default or a name changed, which asks for a new schema and a step to it.
    """
    kind, number = file.stem.split("-")
    value = READINGS[kind](file.read_bytes())
    if int(number) == migrate.KNOWN[kind]:
        data = events_to_json(value) if kind == "events" else to_json(value)  # type: ignore[arg-type]
        assert data == file.read_bytes().rstrip(b"\n")


def test_every_kind_has_a_golden_file() -> None:
    """
    Each schema that was ever released is kept as a golden file.
    """
    released = {f"{kind}-{n}" for kind, last in migrate.KNOWN.items() for n in range(1, last + 1)}
    assert {file.stem for file in GOLDEN_FILES} == released


def test_what_is_stored_and_what_is_told() -> None:
    """
    What is stored leaves out the usual; what is told to others says all of it.
    """
    (controller,) = agency().controllers.values()
    assert (to_plain(controller, sparse=True), to_plain(controller)) == (
        {
            "name": "North Recruitment AB",
            "country": "SE",
            "contact": {"reasons": ["questions"], "email": "privacy@north.example"},
        },
        {
            "name": "North Recruitment AB",
            "country": "SE",
            "contact": {
                "reasons": ["questions"],
                "email": "privacy@north.example",
                "phone": "unstated",
                "url": "unstated",
                "address": [],
                "attention": "",
                "country": "unstated",
                "person_in": [],
            },
            "dpo": "unstated",
            "representative": "unstated",
            "services": [],
            "financial_year_ends": "12-31",
        },
    )
