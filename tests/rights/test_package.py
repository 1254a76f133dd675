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
from recruitprivacy.policy import Authority, Capacity, Policy
from recruitprivacy.rights import (
    AccessPackage,
    AnswerPart,
    ClosedUnproved,
    Fate,
    Forwarded,
    HeldItem,
    IdentityAsked,
    IdentityProved,
    Instructed,
    Instruction,
    Mark,
    MarkKind,
    PortablePackage,
    Provenance,
    Refused,
    RequestReceived,
    RequestWithdrawn,
    RightsRequest,
    ThirdParty,
    access_package,
    open_request,
    portable_package,
    receive,
    redacted,
)
from recruitprivacy.testing.examples import anna_applies, own_hiring
from recruitprivacy.timeline import (
    Disclosed,
    Facts,
    Mandate,
    PersonsMerged,
    RecordFacts,
    RecordKind,
    RecordOpened,
    fold,
)
from recruitprivacy.vocabulary import LawfulBasis, RefusalGround, Right
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
    assert nameless.recipients == ("it_providers",)
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
        ({"category": "awards"}, True),
        ({"category": "awards", "source": "website"}, True),
        ({"category": "awards", "source": "referee"}, False),
        ({}, False),
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
    copy = _portable(_item(**{"category": "interview_notes", **more}))
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


TOO_MUCH: Final = RefusalGround.EXCESSIVE
DAY: Final[dict[str, Any]] = {
    "person": "anna",
    "request": "r-1",
    "happened": noon(TODAY),
    "recorded_at": noon(TODAY),
}


def told_to(instruction: Instruction) -> Instructed:
    """
    Tell what the controller we act for told us to do.
    """
    return Instructed(id="e-2", instruction=instruction, **DAY)


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
        ([Forwarded(id="e-1", to="c-1", **DAY), told_to(Instruction.NOTHING)], "forwarded"),
        ([Forwarded(id="e-1", to="c-1", **DAY), told_to(Instruction.ASSIST)], ""),
        ([Forwarded(id="e-1", to="c-1", **DAY), told_to(Instruction.ANSWER)], ""),
        ([RequestWithdrawn(id="e-1", **DAY)], "closed"),
        ([Refused(id="e-1", ground=TOO_MUCH, told=tuple(AnswerPart), **DAY)], "closed"),
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


@pytest.mark.row("H5")
@pytest.mark.parametrize("make", [access_package, portable_package])
def test_who_acts_for_another_gets_a_copy_once_they_showed_that_they_may(make: Any) -> None:  # noqa: ANN401 - either
    """
    H5: a parent, a lawyer or a portal shows the mandate before anything is handed over.
    """
    receipt = RequestReceived(
        id="e-0", rights=(Right.ACCESS, Right.PORTABILITY), mandate=Mandate.PORTAL, **DAY
    )
    request = receive(receipt, situation=HERE)
    given: dict[str, Any] = {"law": NL, "items": [_item()], "on": TODAY}
    with pytest.raises(PackageNotReadyError) as caught:
        make(request, own_hiring(), _facts(), **given)
    assert caught.value.why == "unauthorised"
    shown = request.apply(IdentityProved(id="e-1", by="mandate", **DAY))
    assert make(shown, own_hiring(), _facts(), **given).items


@pytest.mark.parametrize("make", [access_package, portable_package])
def test_facts_of_somebody_else_make_no_copy(make: Any) -> None:  # noqa: ANN401 - either
    """
    What is held of one person is not handed to another, whose request it is.
    """
    zoe = attrs.evolve(_asked(), person="zoe")
    with pytest.raises(FaultsError, match="of another person") as caught:
        make(zoe, own_hiring(), _facts(), NL, [_item()], on=TODAY)
    assert "zoe" not in str(caught.value)


def test_a_request_of_who_was_merged_gets_the_copy() -> None:
    """
    Where facts were folded with the request of an id that went, they are that person's.
    """
    old = attrs.evolve(_asked().history[0], person="anna-old")
    request = attrs.evolve(_asked(), person="anna-old", history=(old,))
    merged = PersonsMerged(
        id="m-1", person="anna", happened=TODAY, recorded_at=noon(TODAY), absorbed="anna-old"
    )
    facts = fold((*anna_applies(), old, merged), own_hiring(), on=TODAY, law=NL)
    assert facts.person == "anna"
    assert access_package(request, own_hiring(), facts, NL, [_item()], on=TODAY).items


@pytest.mark.row("H15")
@pytest.mark.parametrize("make", [access_package, portable_package])
def test_what_we_hold_for_another_is_not_ours_to_give(
    make: Any,  # noqa: ANN401 - either
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    H15: a processor's data are left out by id, and asked of nobody as missing.
    """
    ours = own_hiring()
    acting = {
        key: attrs.evolve(each, capacity=Capacity.PROCESSOR, acting_for="clients")
        for key, each in ours.responsible.items()
    }
    policy = attrs.evolve(ours, responsible=FrozenMap(acting))
    facts = _facts(policy=policy)
    copy = make(_asked(), policy, facts, NL, [_item(**PROVIDED)], on=TODAY)
    assert (copy.items, copy.not_ours) == ((), ("i-1",))
    said = explained_by(monkeypatch)
    copy.explain("en")
    assert said == ["rights.package.not_ours"]
    assert make(_asked(), ours, _facts(), NL, [_item(**PROVIDED)], on=TODAY).not_ours == ()
    if isinstance(copy, AccessPackage):
        assert (copy.not_supplied, copy.particulars.kept) == ((), ())


def test_two_things_have_two_ids() -> None:
    """
    The manifest names things by id, so one id for two of them is a fault.
    """
    with pytest.raises(FaultsError, match=r"items\.1\.id: has the id of items\.0"):
        _access(_item(), _item(value="y"))


def test_what_no_copy_can_be_written_of() -> None:
    """
    A float is refused when it is handed over, with what to do, and without what it is.
    """
    with pytest.raises(FaultsError, match="as a float; hand it over as text") as caught:
        _item(value=87.5)
    assert "87" not in str(caught.value)
    assert _item(value="87.5").value == "87.5"


def test_data_nobody_knows_the_kind_of_are_given_and_looked_at() -> None:
    """
    A category that is no word is no reason to keep data back; a human looks what it is.
    """
    odd = _item(category="acme:odd")
    assert [_access(odd).decides, _portable(odd).decides] == [("i-1",), ("i-1",)]
    assert [len(_access(odd).items), len(_portable(odd).items)] == [1, 1]
    assert _access(_item()).decides == ()


def test_the_source_of_a_record_says_nothing_of_an_unknown_kind() -> None:
    """
    That a record came from the website does not make a score of the firm's the person's own.
    """
    known = _facts().records["anna-record"]
    record: RecordFacts = attrs.evolve(
        known, obtained_from="website", categories=("cv", "acme:odd")
    )
    facts = attrs.evolve(_facts(), records=FrozenMap({"anna-record": record}))
    copy = _portable(_item(), _item(id="i-2", category="acme:odd"), facts=facts)
    assert copy.decides == ("i-2",)


@pytest.mark.row("P5", "P6")
@pytest.mark.parametrize(
    ("more", "given"),
    [
        ({"category": "suitability_score", "value": 87}, False),
        ({"category": "reference_feedback"}, False),
        ({"category": "cv", "source": "referee"}, False),
        ({"category": "cv", "source": "supplier_referral"}, False),
        ({"category": "cv", "source": "website"}, True),
        ({"category": "cv", "source": "referee", **PROVIDED}, True),
    ],
)
def test_what_a_thing_is_and_where_it_came_from_tell_who_provided_it(
    more: dict[str, Any],
    given: bool,  # noqa: FBT001 - a table
) -> None:
    """
    P5, P6: without a provenance the category tells, then the source; what was found out rules.
    """
    assert bool(_portable(_item(**more)).items) is given


@pytest.mark.row("H6")
@pytest.mark.parametrize(
    ("kind", "give", "back"),
    [
        (MarkKind.IDENTITY, None, False),
        (MarkKind.ABOUT_THEM, False, False),
        (MarkKind.OPINION, None, False),
        (MarkKind.OPINION, False, True),
        (MarkKind.SECRET, None, True),
        (MarkKind.SECRET, True, False),
        (MarkKind.IN_CONFIDENCE, False, True),
    ],
)
def test_a_copy_that_holds_back_is_an_answer_in_part(
    kind: MarkKind,
    give: bool | None,  # noqa: FBT001 - a table
    back: bool,  # noqa: FBT001 - a table
) -> None:
    """
    H6: names of others taken out leave the answer whole; a secret or a confidence does not.
    """
    mark = Mark(start=0, end=1, kind=kind, of=ThirdParty.OTHER, give=give)
    assert _access(_item(marks=(mark,))).holds_back is back


def test_where_things_came_from_is_told() -> None:
    """
    The source of a thing is told as that of a record is, once, and only if it is another's.
    """
    found = _access(
        _item(source="website"),
        _item(id="i-2", category="reference_feedback", source="referee"),
        _item(id="i-3", category="reference_feedback", source="referee"),
    ).particulars
    assert found.sources == (("anna-record", "referee"),)
    assert "sources" not in found.missing
    assert "sources" in _access(_item()).particulars.missing


def test_of_whom_nothing_is_held_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A person of whom nothing is held is told that, and no particulars are wanting.
    """
    facts = fold(_asked().history, own_hiring(), on=TODAY, law=NL)
    copy = access_package(_asked(), own_hiring(), facts, NL, [], on=TODAY)
    assert (copy.items, copy.not_supplied, copy.particulars.missing) == ((), (), ())
    said = explained_by(monkeypatch)
    copy.explain("en")
    assert said == ["rights.package.nothing_held"]


def test_the_provision_is_that_of_the_copy() -> None:
    """
    What is taken out of data to be taken elsewhere rests on the article on portability.
    """
    item = _item(value=NOTE, marks=(NAMES, THINKS), **PROVIDED)
    cites = {
        make: {str(cite) for line in make(item).redactions for cite in line.cites}
        for make in (_access, _portable)
    }
    assert cites[_access] == {"GDPR Art. 15(4)", "GDPR Art. 15(3)", "C-434/16"}
    assert cites[_portable] == {"GDPR Art. 20(4)", "GDPR Art. 4(1)", "C-434/16"}


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
