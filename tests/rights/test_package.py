"""
The copy a person is given, and the one they take elsewhere.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import FaultsError, PackageNotReadyError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Authority, Policy
from recruitprivacy.rights import (
    AccessPackage,
    ClosedUnproved,
    Fate,
    Forwarded,
    HeldItem,
    IdentityAsked,
    IdentityProved,
    Mark,
    MarkKind,
    PortablePackage,
    Provenance,
    RequestWithdrawn,
    RightsRequest,
    ThirdParty,
    access_package,
    open_request,
    portable_package,
    redacted,
)
from recruitprivacy.testing.examples import anna_applies, own_hiring
from recruitprivacy.timeline import (
    Disclosed,
    Facts,
    RecordFacts,
    RecordKind,
    RecordOpened,
    fold,
)
from recruitprivacy.vocabulary import LawfulBasis, Right
from recruitprivacy.wire import load_policy, package_schema, package_to_json
from tests.rights.making import HERE, NL, noon
from tests.rights.weighing import explained_by

TODAY: Final = date(2026, 4, 8)
NOTE: Final = "R. Roe (interviewer) found her clear; J. Doe scored lower."
NAMES: Final = Mark(start=0, end=6, kind=MarkKind.IDENTITY, of=ThirdParty.INTERVIEWER)
THINKS: Final = Mark(start=21, end=36, kind=MarkKind.OPINION, of=ThirdParty.INTERVIEWER)
OTHER: Final = Mark(start=38, end=57, kind=MarkKind.ABOUT_THEM, of=ThirdParty.OTHER_CANDIDATE)
SENT: Final = Disclosed(
    id="d-1",
    person="anna",
    happened=date(2026, 3, 20),
    recorded_at=noon(date(2026, 3, 20)),
    recipient="clients_prospective_employers",
    to="client-7",
    categories=("cv",),
)


def _asked(*rights: Right) -> RightsRequest:
    return open_request(
        *(rights or (Right.ACCESS, Right.PORTABILITY)),
        request="r-1",
        person="anna",
        received_at=noon(TODAY),
        channel="email",
        situation=HERE,
    )


def _facts(*more: Disclosed, policy: Policy | None = None) -> Facts:
    return fold((*anna_applies(), *more), policy or own_hiring(), on=TODAY, law=NL)


def _item(**more: Any) -> HeldItem:  # noqa: ANN401 - any field
    return HeldItem(
        **{"id": "i-1", "record": "anna-record", "category": "cv", "value": "x", **more}
    )


def _access(*items: HeldItem, **more: Any) -> AccessPackage:  # noqa: ANN401 - any argument
    told = {"policy": own_hiring(), "facts": _facts(SENT), **more}
    return access_package(_asked(), law=NL, items=items, on=TODAY, **told)


def _portable(*items: HeldItem, **more: Any) -> PortablePackage:  # noqa: ANN401 - any argument
    told = {"policy": own_hiring(), "facts": _facts(), **more}
    return portable_package(_asked(), law=NL, items=items, on=TODAY, **told)


def _resting_on(*bases: LawfulBasis) -> Policy:
    policy = own_hiring()
    use = attrs.evolve(policy.uses["hiring"], basis=bases)
    return attrs.evolve(policy, uses=FrozenMap({"hiring": use}))


@pytest.mark.row("H6")
def test_who_others_are_is_taken_out_and_what_they_think_stays() -> None:
    """
    H6: names of others and what is about them go, an opinion of the person stays.
    """
    copy = _access(_item(value=NOTE, marks=(NAMES, THINKS, OTHER)))
    assert copy.items[0].value == "[…] (interviewer) found her clear; […]."
    assert [each.fate for each in copy.redactions] == [Fate.TAKEN_OUT, Fate.KEPT, Fate.TAKEN_OUT]
    assert copy.decides == ()


@pytest.mark.row("H6")
@pytest.mark.parametrize("kind", [MarkKind.IN_CONFIDENCE, MarkKind.SECRET])
@pytest.mark.parametrize(
    ("give", "fate", "value", "decides"),
    [
        (None, Fate.WAITS, "[…] told", ("i-1",)),
        (True, Fate.KEPT, "secret told", ()),
        (False, Fate.TAKEN_OUT, "[…] told", ()),
    ],
)
def test_what_may_harm_others_waits_for_a_human(
    kind: MarkKind,
    give: bool | None,  # noqa: FBT001 - a table
    fate: Fate,
    value: str,
    decides: tuple[str, ...],
) -> None:
    """
    H6: a confidence or a secret is taken out until a human has weighed it; the rest is given.
    """
    mark = Mark(start=0, end=6, kind=kind, of=ThirdParty.REFEREE, give=give)
    copy = _access(_item(value="secret told", marks=(mark,)))
    assert (copy.items[0].value, copy.redactions[0].fate) == (value, fate)
    assert copy.decides == decides


@pytest.mark.row("H9")
def test_everything_handed_over_is_in_the_copy() -> None:
    """
    H9: notes, scores and messages go in as they are, of whatever kind and provenance.
    """
    held = [
        _item(id=f"i-{place}", category=category, value=value, provenance=provenance)
        for place, (category, value, provenance) in enumerate(
            [
                ("cv", "x", Provenance.PROVIDED),
                ("cv", 87, Provenance.DERIVED),
                ("cv", True, Provenance.OBSERVED),
                ("name", "y", Provenance.OTHERS),
            ]
        )
    ]
    assert [each.id for each in _access(*held).items] == [each.id for each in held]


def test_what_nobody_handed_over_is_named() -> None:
    """
    What the facts say is held and the copy lacks is told before it goes.
    """
    assert _access(_item()).not_supplied == (
        ("anna-record", "name"),
        ("anna-record", "contact_details"),
    )


def test_the_particulars_are_those_of_the_declaration() -> None:
    """
    Art. 15(1): the purposes, the time, the rights and what is missing come from the declaration.
    """
    told = _access(_item()).particulars
    assert [each.name for each in told.uses] == ["uses.hiring"]
    assert {each.gone_by for each in told.kept} == {date(2026, 4, 29)}
    assert {rule for each in told.kept for rule in each.rules} == {"retention.after_the_procedure"}
    assert told.missing == ("authorities", "sources")
    assert told.rights == tuple(Right)


@pytest.mark.row("H7")
def test_recipients_are_those_who_got_it() -> None:
    """
    H7: who got the data is named; only where nobody noted it do the kinds declared stand in.
    """
    assert [(each.to, each.on) for each in _access(_item()).particulars.passed] == [
        ("client-7", date(2026, 3, 20))
    ]
    assert _access(_item()).particulars.recipients == ()
    nameless = _access(_item(), facts=_facts(attrs.evolve(SENT, to=""))).particulars
    assert nameless.recipients == ("service_providers",)
    assert "recipients" in nameless.missing


def test_a_declaration_without_uses_or_times_lacks_them() -> None:
    """
    Without a use nobody can say what the data are for, and without a rule not how long.
    """
    policy = attrs.evolve(own_hiring(), uses=FrozenMap(), retention=FrozenMap())
    told = _access(_item(), policy=policy, facts=_facts(SENT, policy=policy)).particulars
    assert {"purposes", "kept"} <= set(told.missing)


def test_authorities_and_sources_once_known() -> None:
    """
    With an authority declared and a source noted, neither is missing; only others' are sources.
    """
    policy = attrs.evolve(
        own_hiring(), authorities=FrozenMap({"NL": Authority(name="Data Protection Authority")})
    )
    known = _facts(policy=policy)
    for source, sources in (("website", ()), ("job_board", (("anna-record", "job_board"),))):
        record: RecordFacts = attrs.evolve(known.records["anna-record"], obtained_from=source)
        facts = attrs.evolve(known, records=FrozenMap({"anna-record": record}))
        told = _access(_item(), policy=policy, facts=facts).particulars
        assert (told.missing, told.sources) == ((), sources)
        assert told.authorities == ("Data Protection Authority",)


PROVIDED: Final[dict[str, Any]] = {"provenance": Provenance.PROVIDED}


@pytest.mark.row("P1", "P2", "P3", "P4", "P5", "P6", "P11")
@pytest.mark.parametrize(
    ("row", "more", "bases", "given"),
    [
        ("P1", PROVIDED, (LawfulBasis.CONSENT,), True),
        ("P1", PROVIDED, (LawfulBasis.LEGITIMATE_INTERESTS,), False),
        ("P1", PROVIDED, (LawfulBasis.LEGAL_OBLIGATION,), False),
        ("P2", {**PROVIDED, "on_paper": True}, (LawfulBasis.CONTRACT,), False),
        ("P3", PROVIDED, (LawfulBasis.CONTRACT,), True),
        ("P4", {"provenance": Provenance.OBSERVED}, (LawfulBasis.CONTRACT,), True),
        ("P5", {"provenance": Provenance.DERIVED}, (LawfulBasis.CONTRACT,), False),
        ("P6", {"provenance": Provenance.OTHERS}, (LawfulBasis.CONTRACT,), False),
        ("P11", PROVIDED, (LawfulBasis.PRECONTRACT,), True),
    ],
)
def test_what_may_be_taken_elsewhere(
    row: str,
    more: dict[str, Any],
    bases: tuple[LawfulBasis, ...],
    given: bool,  # noqa: FBT001 - a table
) -> None:
    """
    Provided or observed, by machine, on consent or a contract; anything else is in the other copy.
    """
    policy = _resting_on(*bases)
    copy = _portable(_item(**more), policy=policy, facts=_facts(policy=policy))
    assert bool(copy.items) is given
    assert bool(copy.left_out) is not given
    assert all(each.steps for each in copy.left_out)
    assert bool(copy.disputed) is (row == "P11")
    assert [each.key for each in copy.readings] == ["precontract_no_contract"] * (row == "P11")


def test_what_nobody_can_tell_is_given_and_told() -> None:
    """
    Where nobody knows who provided it, it is given, and a human is told.
    """
    copy = _portable(_item())
    assert [each.id for each in copy.items] == list(copy.decides) == ["i-1"]


@pytest.mark.parametrize(
    ("more", "given"),
    [
        (PROVIDED, True),
        ({}, True),
        ({"provenance": Provenance.DERIVED}, False),
        ({**PROVIDED, "on_paper": True}, False),
    ],
)
def test_what_the_declaration_forgot(
    more: dict[str, Any],
    given: bool,  # noqa: FBT001 - a table
) -> None:
    """
    Data no declaration names are given and told, unless the person surely did not provide them.
    """
    copy = _portable(_item(category="interview_notes", **more))
    assert bool(copy.items) is given
    assert copy.decides == (("i-1",) if given else ())


@pytest.mark.row("P7")
def test_third_parties_are_taken_out_here_too() -> None:
    """
    P7: the rights of others are kept in what is taken elsewhere.
    """
    copy = _portable(_item(value=NOTE, marks=(NAMES,), **PROVIDED))
    assert str(copy.items[0].value).startswith("[…]")


@pytest.mark.row("P9")
def test_straight_to_another() -> None:
    """
    P9: it may go straight to another controller; P10: it erases nothing.
    """
    assert _portable(_item(), to="c-9").to == "c-9"


DAY: Final[dict[str, Any]] = {
    "person": "anna",
    "request": "r-1",
    "happened": noon(TODAY),
    "recorded_at": noon(TODAY),
}


@pytest.mark.parametrize("make", [access_package, portable_package])
@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([IdentityAsked(id="e-1", doubt="name_differs", **DAY)], "unproved"),
        (
            [
                IdentityAsked(id="e-1", doubt="name_differs", **DAY),
                ClosedUnproved(id="e-2", **DAY),
            ],
            "unproved",
        ),
        ([Forwarded(id="e-1", to="c-1", **DAY)], "forwarded"),
        ([RequestWithdrawn(id="e-1", **DAY)], "closed"),
        (
            [
                IdentityAsked(id="e-1", doubt="name_differs", **DAY),
                IdentityProved(id="e-2", **DAY),
            ],
            "",
        ),
    ],
)
def test_no_copy_for_whom_it_may_not_be(make: Any, events: list[Any], why: str) -> None:  # noqa: ANN401 - either
    """
    Nobody in doubt, no withdrawn request and none that is another's gets a copy.
    """
    request = _asked()
    for event in events:
        request = request.apply(event)
    given: dict[str, Any] = {"law": NL, "items": [_item()], "on": TODAY}
    if not why:
        assert make(request, own_hiring(), _facts(), **given).items
        return
    with pytest.raises(PackageNotReadyError) as caught:
        make(request, own_hiring(), _facts(), **given)
    assert caught.value.why == why


def test_no_copy_that_nobody_asked_for() -> None:
    """
    A copy is put together for a request for one.
    """
    with pytest.raises(PackageNotReadyError, match="not_asked"):
        portable_package(_asked(Right.ACCESS), own_hiring(), _facts(), NL, [], on=TODAY)


def test_somebody_elses_data_are_refused() -> None:
    """
    What belongs to no record of the person is a fault, and does not slip into the copy.
    """
    with pytest.raises(FaultsError, match=r"items\.1: belongs to no record") as caught:
        _access(_item(), _item(record="bo-record", value="private"))
    assert "private" not in str(caught.value)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (1, 1), (0, 2), (2, 1)])
def test_a_mark_marks_something(start: int, end: int) -> None:
    """
    A mark lies within the text.
    """
    mark = Mark(start=start, end=end, kind=MarkKind.IDENTITY, of=ThirdParty.OTHER)
    with pytest.raises(FaultsError, match=r"marks\.0"):
        _item(marks=(mark,))


def test_numbers_have_no_parts() -> None:
    """
    What is no text is given whole, and cannot be marked.
    """
    assert redacted(_item(value=87)) == 87
    mark = Mark(start=0, end=1, kind=MarkKind.IDENTITY, of=ThirdParty.OTHER)
    with pytest.raises(FaultsError):
        _item(value=87, marks=(mark,))


@given(data=st.data())
def test_nothing_that_is_taken_out_is_left(data: st.DataObject) -> None:
    """
    However marks overlap, each character outside the ones taken out is given, and no other.
    """
    text = data.draw(st.text("abc", min_size=1, max_size=30))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    kinds = st.sampled_from(MarkKind)
    marks = tuple(
        Mark(start=start, end=end, kind=kind, of=ThirdParty.OTHER)
        for (start, end), kind in data.draw(st.lists(st.tuples(spans, kinds), max_size=5))
        if start < end
    )
    out = {
        place
        for mark in marks
        if mark.kind is not MarkKind.OPINION
        for place in range(mark.start, mark.end)
    }
    kept = "".join(char for place, char in enumerate(text) if place not in out)
    assert str(redacted(_item(value=text, marks=marks), "")) == kept


def test_it_says_what_is_given_and_why_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Either copy tells what is in it and what is not, by kinds of data and reasons.
    """
    said = explained_by(monkeypatch)
    assert _access(_item(value=NOTE, marks=(NAMES, NAMES))).explain("en") == "en"
    assert said == [
        "rights.package.copied",
        "rights.redaction.identity",
        "rights.package.not_supplied",
    ]
    said.clear()
    derived = _item(provenance=Provenance.DERIVED)
    _portable(derived, _item(id="i-2", **PROVIDED)).explain("en")
    assert said[:2] == ["rights.package.copied", "rights.package.left_out"]
    assert "rights.ground.lacks" in said
    assert said[-1] == "rights.reading.precontract"
    said.clear()
    every = [_item(id=key, category=key) for key in ("name", "contact_details", "cv")]
    _access(*every).explain("en")
    _portable().explain("en")
    assert said == ["rights.package.copied"]


def test_a_copy_keeps_the_person_out_of_its_repr() -> None:
    """
    Neither whose it is nor what is in it is shown by accident.
    """
    shown = repr(_access(_item(value="private")))
    assert "private" not in shown
    assert "person=" not in shown


POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"


def _cluster(*items: HeldItem, to: str = "") -> PortablePackage:
    policy = load_policy(POLICIES / "cluster")
    opened = RecordOpened(
        id="o-1",
        person="anna",
        happened=date(2026, 3, 2),
        recorded_at=noon(date(2026, 3, 2)),
        record="anna-record",
        record_kind=RecordKind.PERSON,
        role="candidate",
        categories=("cv",),
    )
    facts = fold([opened], policy, on=TODAY, law=NL)
    return portable_package(_asked(), policy, facts, NL, items, on=TODAY, to=to)


@pytest.mark.row("P8", "CLUSTER-225")
def test_cluster_gives_a_copy_machines_read() -> None:
    """
    What it promises machine-readable is JSON with a published shape; the password is the host's.
    """
    offered = load_policy(POLICIES / "cluster").rights[Right.PORTABILITY]
    assert offered.machine_readable
    assert offered.password_protected
    written = json.loads(package_to_json(_cluster(_item(id="cv-1"))))
    assert [each["id"] for each in written["items"]] == ["cv-1"]
    assert written["schema"] == package_schema()["properties"]["schema"]["const"]  # type: ignore[call-overload, index]  # a plain value


@pytest.mark.row("CLUSTER-226")
def test_cluster_may_send_the_copy_straight_on() -> None:
    """
    Where it goes straight to another controller, the copy says to which.
    """
    offered = load_policy(POLICIES / "cluster").rights[Right.PORTABILITY]
    assert offered.direct is not None
    assert _cluster(to="c-9").to == "c-9"
