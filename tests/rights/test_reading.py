"""
How a request is read: in whose name, about what, and as which rights.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.basis import Automated, Effect
from recruitprivacy.errors import FaultsError, UnknownTermError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation, load
from recruitprivacy.rights import (
    Circumstances,
    Duty,
    DutyKind,
    First,
    IdentityAsked,
    IdentityProved,
    Judgement,
    Mandate,
    Plea,
    Provenance,
    RightsRequest,
    Verdict,
    assess,
    duties,
    may_use,
    open_request,
    opens,
    receive,
)
from recruitprivacy.rights import RequestReceived as Received
from recruitprivacy.timeline import Facts, Known, RecordFacts, RecordKind, RestrictionFacts
from recruitprivacy.vocabulary import (
    AutomatedDecisionException,
    ErasureException,
    RefusalGround,
    RestrictionGround,
    Right,
)
from tests.rights.making import RECEIVED, asked, noon, step
from tests.rights.weighing import (
    CONSENT,
    CONTRACT,
    DAY,
    DUTY,
    HERE,
    INTERESTS,
    MOMENTS,
    NL,
    agreed,
    codes,
    explained_by,
    firm,
    judge,
    one,
    owed,
    person,
    unfilled,
)

COMPLY: Final = Verdict.COMPLY
KEEP: Final = Verdict.KEEP
MAY_REFUSE: Final = Verdict.MAY_REFUSE
ELSEWHERE: Final = Verdict.OUT_OF_SCOPE
FORGET_ME: Final = opens("forget_me")
NOT_TO_A_MACHINE: Final = Right.NOT_SUBJECT_TO_AUTOMATED_DECISION
BY_HUMAN: Final = Automated(effect=Effect.REJECTS, looked_at=True, may_overturn=True)
ALONE: Final = Automated(effect=Effect.REJECTS, looked_at=False)
MAILING: Final = firm(INTERESTS, purpose="direct_marketing", uses=[("matching", (CONTRACT,))])


def worded(wording: str, *, situation: Situation = HERE) -> RightsRequest:
    """
    Open a request by what the person called it.
    """
    return open_request(
        request="r-1",
        person="p-1",
        wording=wording,
        received_at=noon(RECEIVED),
        situation=situation,
    )


def verdicts(request: RightsRequest, **more: Any) -> dict[Right | None, Judgement]:  # noqa: ANN401
    """
    Judge a request about one category of one record, by right.
    """
    facts = more.pop("facts", None) or person()
    found = assess(request, more.pop("policy"), facts, NL, on=DAY, situation=HERE, **more)
    return {each.right: each for each in found}


def kinds(found: tuple[Duty, ...]) -> list[DutyKind]:
    """
    Name what is owed, in order.
    """
    return [each.kind for each in found]


def the(kind: DutyKind, found: tuple[Duty, ...]) -> Duty:
    """
    Give the one duty of a kind.
    """
    (only,) = [each for each in found if each.kind is kind]
    return only


@pytest.mark.parametrize("wording", ["forget_me", "copy", "merits"])
def test_a_wording_opens_its_rights(wording: str) -> None:
    """
    What the person called it opens its rights, unless the rights are named.
    """
    assert worded(wording).rights == opens(wording)
    named = open_request(
        Right.ERASURE,
        request="r-1",
        person="p-1",
        wording=wording,
        received_at=noon(RECEIVED),
        situation=HERE,
    )
    assert named.rights == (Right.ERASURE,)


def test_a_wording_nobody_knows_is_an_error() -> None:
    """
    A wording that is no term names the nearest one.
    """
    with pytest.raises(UnknownTermError, match="forget_me"):
        worded("forgetme")


@pytest.mark.row("R12")
@pytest.mark.parametrize(
    ("policy", "verdict"), [(firm(INTERESTS), ELSEWHERE), (firm(CONTRACT), MAY_REFUSE)]
)
def test_delete_me_is_met_by_the_right_that_is_there(policy: Any, verdict: Verdict) -> None:  # noqa: ANN401
    """
    Without consent "delete me" is an objection and an erasure, and for a human where neither is.
    """
    found = verdicts(asked(*FORGET_ME), policy=policy)
    withdrawn = found[Right.WITHDRAW_CONSENT]
    assert withdrawn.verdict is verdict
    assert unfilled(withdrawn.steps) == set()
    assert withdrawn.told == () or verdict is MAY_REFUSE
    if verdict is ELSEWHERE:
        assert withdrawn.instead == (Right.OBJECT, Right.ERASURE)
        assert "rights.verdict.read_as" in codes(withdrawn.steps)
    alone = one(Right.WITHDRAW_CONSENT, policy=policy)
    assert alone.verdict is MAY_REFUSE


def test_unsubscribing_takes_no_letter_of_refusal() -> None:
    """
    Who unsubscribes from mail that rests on interests objects to it, and nothing is refused.
    """
    request = worded("unsubscribe")
    found = verdicts(request, policy=MAILING)
    assert found[Right.WITHDRAW_CONSENT].verdict is ELSEWHERE
    assert found[Right.WITHDRAW_CONSENT].instead == (Right.OBJECT_MARKETING,)
    letters = {DutyKind.DECIDE, DutyKind.SAY_WHY}
    assert letters.isdisjoint(kinds(owed(policy=MAILING, request=request)))
    by_name = owed(Right.WITHDRAW_CONSENT, Right.OBJECT_MARKETING, policy=MAILING)
    assert letters <= set(kinds(by_name))


def test_leaving_mediation_under_a_contract_is_for_a_human() -> None:
    """
    That the mail stops does not answer who wants the work itself to stop.
    """
    request = worded("unsubscribe_from_mediation")
    assert verdicts(request, policy=MAILING)[Right.OBJECT].verdict is COMPLY
    assert verdicts(request, policy=firm(CONTRACT))[Right.OBJECT].verdict is MAY_REFUSE


@pytest.mark.parametrize(("automation", "verdict"), [(BY_HUMAN, ELSEWHERE), (ALONE, COMPLY)])
def test_an_explanation_is_access_where_a_human_decided(
    automation: Automated, verdict: Verdict
) -> None:
    """
    Who wants to know how a program decided gets access, and is refused nothing if none did.
    """
    given = Circumstances(automation=automation)
    found = verdicts(worded("explain_decision"), policy=firm(CONTRACT), given=given)
    assert found[NOT_TO_A_MACHINE].verdict is verdict
    assert one(NOT_TO_A_MACHINE, policy=firm(CONTRACT), given=given).verdict is (
        MAY_REFUSE if verdict is ELSEWHERE else COMPLY
    )


@pytest.mark.row("E4", "O3")
@pytest.mark.parametrize("right", [Right.ERASURE, Right.OBJECT])
def test_advertising_ends_whatever_the_right_is_called(right: Right) -> None:
    """
    Who asks for erasure, or objects, gets no more advertising, at once and for good.
    """
    found = owed(right, policy=MAILING)
    stop = the(DutyKind.STOP_MARKETING, found)
    assert (stop.right, stop.due_on, stop.at_once, stop.first) == (right, RECEIVED, True, ())
    assert DutyKind.SUPPRESS in kinds(found)
    assert DutyKind.STOP_MARKETING not in kinds(owed(right, policy=firm(INTERESTS)))


@pytest.mark.row("O3")
def test_advertising_is_never_weighed() -> None:
    """
    Beside what is weighed, advertising objected to stops without reasons asked.
    """
    both = firm(INTERESTS, purpose="direct_marketing", uses=[("matching", (INTERESTS,))])
    found = one(Right.OBJECT, policy=both)
    assert found.stops == ("direct_marketing", "matching")
    assert {"rights.ground.objection", "rights.ground.marketing"} <= codes(found.steps)
    only = one(Right.OBJECT, policy=firm(INTERESTS, purpose="direct_marketing"))
    assert (only.decides, codes(only.steps)) == ((), {"rights.ground.marketing"})


@pytest.mark.row("X5")
@pytest.mark.parametrize(
    ("policy", "apart"),
    [
        (firm(INTERESTS), True),
        (MAILING, True),
        (firm(DUTY), False),
    ],
)
def test_what_is_kept_is_used_for_nothing_else(policy: Any, *, apart: bool) -> None:  # noqa: ANN401
    """
    What an exception keeps is set apart at once, unless something else still needs all of it.
    """
    kept = Plea(ground=ErasureException.LEGAL_CLAIMS, by="r7", reasons="memo-1")
    found = owed(Right.ERASURE, policy=policy, pleas=[kept])
    assert (DutyKind.SET_APART in kinds(found)) is apart
    if apart:
        duty = the(DutyKind.SET_APART, found)
        assert (duty.due_on, dict(duty.data)) == (RECEIVED, {"r1": ("cv",)})
    assert DutyKind.SET_APART not in kinds(owed(Right.ERASURE, policy=firm(INTERESTS)))


def test_what_must_be_kept_and_is_needed_besides_is_said_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    A part that a contract still needs is not said to be kept for the exception alone.
    """
    kept = Plea(ground=ErasureException.LEGAL_CLAIMS, by="r7", reasons="memo-1")
    needed = one(Right.ERASURE, policy=firm(CONTRACT), pleas=[kept])
    alone = one(Right.ERASURE, policy=firm(INTERESTS), pleas=[kept])
    assert (needed.verdict, alone.verdict) == (KEEP, KEEP)
    said = explained_by(monkeypatch)
    for found, code in ((needed, "rights.verdict.still_needed"), (alone, "rights.verdict.keep")):
        found.explain("en")
        assert code in said
        said.clear()


def two_records() -> Facts:
    """
    Give somebody with two records, of which one holds another category.
    """
    facts = person("cv", "interview_notes")
    other = RecordFacts(
        kind=RecordKind.PERSON,
        role="candidate",
        categories=("cv", "reference_feedback"),
        obtained_from="application_form",
        moments=FrozenMap(MOMENTS),
    )
    return Facts(
        person="p-1",
        on=DAY,
        policy="house",
        version="1",
        records=FrozenMap({**facts.records, "r2": other}),
    )


def test_a_duty_says_which_data_of_which_record() -> None:
    """
    What one record keeps is not among what is erased because another record lets it go.
    """
    kept = Plea(
        ground=ErasureException.LEGAL_CLAIMS,
        by="r7",
        reasons="memo-1",
        records=("r1",),
        categories=("cv",),
    )
    found = owed(Right.ERASURE, policy=firm(INTERESTS), facts=two_records(), pleas=[kept])
    erase = the(DutyKind.ERASE, found)
    assert dict(erase.data) == {
        "r1": ("interview_notes",),
        "r2": ("cv", "reference_feedback"),
    }
    assert dict(the(DutyKind.SET_APART, found).data) == {"r1": ("cv",)}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, {("r1", "cv"), ("r1", "interview_notes"), ("r2", "cv"), ("r2", "reference_feedback")}),
        ({"categories": ("interview_notes",)}, {("r1", "interview_notes")}),
        ({"records": ("r2",)}, {("r2", "cv"), ("r2", "reference_feedback")}),
        ({"categories": ("application_material",), "records": ("r1",)}, {("r1", "cv")}),
    ],
)
def test_a_request_about_some_data_is_about_no_others(
    given: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    """
    Who says that their interview notes are wrong has those looked at, and the rest left alone.
    """
    found = judge(
        Right.RECTIFICATION,
        policy=firm(INTERESTS),
        facts=two_records(),
        given=Circumstances(**given),
    )
    assert {(each.record, each.category) for each in found} == expected


WORK: Final = firm(
    INTERESTS,
    purpose="matching",
    uses=[("selection", (INTERESTS,)), ("talent_pool", (CONSENT,)), ("job_alerts", (CONSENT,))],
)


@pytest.mark.parametrize(
    ("right", "purposes", "stops"),
    [
        (Right.OBJECT, (), ("matching", "selection")),
        (Right.OBJECT, ("matching",), ("matching",)),
        (Right.OBJECT, ("profiling",), ()),
        (Right.WITHDRAW_CONSENT, (), ("talent_pool", "job_alerts")),
        (Right.WITHDRAW_CONSENT, ("job_alerts",), ("job_alerts",)),
    ],
)
def test_an_objection_hits_a_purpose_and_not_a_file(
    right: Right, purposes: tuple[str, ...], stops: tuple[str, ...]
) -> None:
    """
    What the person names stops, and all of it where they name nothing.
    """
    facts = person(consents=(agreed("talent_pool"), agreed("job_alerts")))
    given = Circumstances(purposes=purposes)
    found = one(right, policy=WORK, facts=facts, given=given)
    assert (found.verdict, set(found.stops)) == (COMPLY, set(stops))


def test_what_is_declared_with_more_stops_with_it() -> None:
    """
    Where a purpose is declared only as part of another, objecting to the part stops the whole.
    """
    whole = firm(INTERESTS, purpose="recruitment_services")
    given = Circumstances(purposes=("matching",))
    assert one(Right.OBJECT, policy=whole, given=given).stops == ("recruitment_services",)
    both = firm(INTERESTS, purpose="recruitment_services", uses=[("matching", (INTERESTS,))])
    assert one(Right.OBJECT, policy=both, given=given).stops == ("matching",)


@pytest.mark.row("E9")
@pytest.mark.parametrize(
    ("policy", "suppressed"), [(firm(INTERESTS), True), (firm(CONTRACT), False)]
)
def test_who_objects_to_a_part_is_not_left_alone(policy: Any, *, suppressed: bool) -> None:  # noqa: ANN401
    """
    A token is kept for who objected to all that went on; who stays in something does not need one.
    """
    found = owed(Right.OBJECT, policy=policy)
    assert (DutyKind.SUPPRESS in kinds(found)) is suppressed
    part = owed(Right.OBJECT, policy=WORK, given=Circumstances(purposes=("matching",)))
    assert DutyKind.SUPPRESS not in kinds(part)


def through(mandate: Mandate | None, *rights: Right) -> RightsRequest:
    """
    Open a request that somebody made, perhaps in another's name.
    """
    receipt = step(Received, RECEIVED, id="r-1/received", rights=rights, mandate=mandate)
    return receive(receipt, situation=HERE)


@pytest.mark.row("H5")
@pytest.mark.parametrize("mandate", [*Mandate, None])
def test_who_asks_in_anothers_name_shows_that_they_may(mandate: Mandate | None) -> None:
    """
    A parent, a union or a portal is handed nothing before the mandate is clear; mail stops anyway.
    """
    request = through(mandate, Right.ACCESS, Right.OBJECT_MARKETING)
    found = owed(policy=MAILING, request=request)
    assert (DutyKind.CHECK_MANDATE in kinds(found)) is (mandate is not None)
    waits = (First.MANDATE,) if mandate else ()
    assert the(DutyKind.GIVE_ACCESS, found).first == waits
    assert the(DutyKind.STOP_MARKETING, found).first == ()
    asking = step(IdentityAsked, DAY, doubt="through_third_party", checks=("mandate",))
    proved = step(IdentityProved, DAY, hour=1, by="mandate")
    clear = owed(policy=MAILING, request=request.apply(asking).apply(proved))
    assert the(DutyKind.GIVE_ACCESS, clear).first == ()
    assert DutyKind.CHECK_MANDATE not in kinds(clear)


def test_what_a_human_decided_is_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where somebody decided on a ground and wrote down why, nobody is asked to decide again.
    """
    open_ = Plea(ground=RefusalGround.EXCESSIVE)
    decided = Plea(ground=RefusalGround.EXCESSIVE, by="counsel", reasons="memo-1")
    policy, said = firm(INTERESTS), explained_by(monkeypatch)
    for plea, by in ((open_, ()), (decided, ("counsel",))):
        found = one(Right.ACCESS, policy=policy, pleas=[plea])
        found.explain("en")
        assert ("rights.verdict.decided" in said) is bool(by)
        assert (found.verdict, found.decided_by) == (MAY_REFUSE, by)
        assert bool(found.decides) is not bool(by)
        asks = DutyKind.DECIDE in kinds(owed(Right.ACCESS, policy=policy, pleas=[plea]))
        assert asks is not bool(by)
    assert one(Right.ACCESS, policy=policy, pleas=[open_]).fingerprint != (
        one(Right.ACCESS, policy=policy, pleas=[decided]).fingerprint
    )


@pytest.mark.parametrize(
    ("cite", "known"), [("UAVG Art. 41(1)", True), ("Nobody's Act Art. 3", False)]
)
def test_a_provision_of_an_act_nobody_knows_is_unverified(cite: str, *, known: bool) -> None:
    """
    A law that no pack has heard of restricts nothing until a person looked it up.
    """
    plea = Plea(
        ground=RefusalGround.NATIONAL_RESTRICTION, by="counsel", reasons="memo-1", cites=(cite,)
    )
    found = one(Right.ACCESS, policy=firm(INTERESTS), pleas=[plea])
    assert found.verdict is MAY_REFUSE
    assert ("rights.against.unverified" in codes(found.steps)) is not known
    assert (found.decides == ()) is known


@pytest.mark.row("A7")
@pytest.mark.parametrize("exception", [*AutomatedDecisionException])
def test_who_objects_to_a_machine_is_heard_all_the_same(
    exception: AutomatedDecisionException,
) -> None:
    """
    Where a machine may decide, a human still looks again for whoever says no to it.
    """
    given = Circumstances(automation=ALONE)
    plea = Plea(ground=exception, by="r7", reasons="memo-1")
    found = one(NOT_TO_A_MACHINE, policy=firm(CONTRACT), given=given, pleas=[plea])
    by_law = exception is AutomatedDecisionException.AUTHORISED_BY_LAW
    assert ("rights.against.safeguards" in codes(found.steps)) is not by_law
    more: dict[str, Any] = {"policy": firm(CONTRACT), "given": given}
    assert DutyKind.LOOK_AGAIN in kinds(owed(NOT_TO_A_MACHINE, pleas=[plea], **more))
    excessive = Plea(ground=RefusalGround.EXCESSIVE)
    assert DutyKind.LOOK_AGAIN not in kinds(owed(NOT_TO_A_MACHINE, pleas=[excessive], **more))


@pytest.mark.parametrize("right", [*Right])
def test_every_judgement_says_why(right: Right) -> None:
    """
    What must be met says on what it rests, as what may be refused does.
    """
    given = Circumstances(automation=ALONE, automated_means=True)
    found = one(right, policy=firm(CONSENT), facts=person(consents=(agreed(),)), given=given)
    assert found.verdict is COMPLY
    assert found.cites != ()


def test_restriction_nobody_can_tell_stops_everything() -> None:
    """
    While somebody finds out whether a ground is there, nothing goes on.
    """
    found = one(Right.RESTRICTION, policy=firm(CONTRACT))
    assert (found.verdict, found.stops) == (COMPLY, ("talent_pool",))


@pytest.mark.parametrize(
    ("place", "kind"), [("SE", DutyKind.GIVE_DOCUMENT), ("NL", DutyKind.READ_REQUEST)]
)
def test_merits_are_told_where_a_law_says_so(place: str, kind: DutyKind) -> None:
    """
    A rejected applicant is told the merits of the chosen one in Sweden; elsewhere a human reads it.
    """
    ties = Situation(establishment=place, place_of_work=place)
    request = worded("merits", situation=ties)
    found = duties(request, firm(INTERESTS), person(), load(place), on=DAY)
    assert found[0].kind is kind
    cites = [str(each) for each in found[0].cites]
    assert ("Diskrimineringslagen ch. 2 § 4" in cites) is (place == "SE")


def test_the_two_ways_to_use_data_have_names_of_their_own() -> None:
    """
    That data may not be used freely is not said in the words that say whether they may be used.
    """
    locked = RestrictionFacts(
        event="s-1",
        ground=RestrictionGround.ACCURACY_CONTESTED,
        categories=None,
        records=(),
        placed=Known(day=date(2026, 2, 1)),
    )
    found = may_use(person(restrictions=(locked,)), HERE, NL, on=DAY, record="r1", category="cv")
    assert found.what not in {each.what for each in found.ways}


def by_category(*given: Circumstances, right: Right = Right.PORTABILITY) -> dict[str, Verdict]:
    """
    Judge a right over a CV and a score, by category.
    """
    facts = person("cv", "test_results", "name")
    found = judge(right, policy=firm(CONTRACT), facts=facts, given=given)
    return {each.category: each.verdict for each in found}


SCORES: Final = Circumstances(categories=("test_results",), provenance=Provenance.DERIVED)
REST: Final = Circumstances(provenance=Provenance.PROVIDED, automated_means=True)


def test_what_was_found_out_may_differ_from_one_part_to_the_next() -> None:
    """
    The earlier finding counts for the data it names, and the later for the rest.
    """
    found = by_category(SCORES, REST)
    assert found == {"cv": COMPLY, "test_results": MAY_REFUSE, "name": COMPLY}
    assert by_category(REST, SCORES)["test_results"] is COMPLY
    assert by_category() == by_category(Circumstances())


def test_a_request_is_about_what_any_finding_names() -> None:
    """
    Two findings that name one category each make a request about those two.
    """
    cv = Circumstances(categories=("cv",), provenance=Provenance.PROVIDED)
    assert set(by_category(SCORES, cv)) == {"cv", "test_results"}
    assert set(by_category(SCORES)) == {"test_results"}


def test_where_one_finding_is_silent_the_next_speaks() -> None:
    """
    What the narrower finding says nothing of is taken from the wider one.
    """
    opinion = Circumstances(categories=("test_results",), opinion=True)
    gone = Circumstances(identified=False)
    assert set(by_category(opinion, gone, right=Right.RECTIFICATION).values()) == {MAY_REFUSE}
    told = owed(Right.ACCESS, policy=firm(CONTRACT), given=[opinion, Circumstances(deceased=True)])
    assert DutyKind.LOOK_AT_NATIONAL_LAW in [each.kind for each in told]


def test_the_facts_of_somebody_else_are_no_answer() -> None:
    """
    A request is not judged on another person's facts, and the fault names nobody.
    """
    facts = attrs.evolve(person(), person="zoe")
    with pytest.raises(FaultsError, match="of another person") as caught:
        judge(Right.ERASURE, policy=firm(CONTRACT), facts=facts)
    assert "zoe" not in str(caught.value)


def test_pleas_reach_all_the_data() -> None:
    """
    Pleas that come one by one, from an iterator, stand against each of the data.
    """
    claims = Plea(ground=ErasureException.LEGAL_CLAIMS, by="r7", reasons="memo-1")
    facts = person("cv", "name")
    found = judge(Right.ERASURE, policy=firm(CONSENT), facts=facts, pleas=iter([claims]))
    assert [each.verdict for each in found] == [KEEP, KEEP]
