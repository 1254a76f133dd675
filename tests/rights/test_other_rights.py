"""
When each of the other rights is met, for some data, and when a human decides.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.basis import Automated, Effect
from recruitprivacy.basis import Verdict as Standing
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import RightOffered
from recruitprivacy.rights import (
    GROUNDS,
    Circumstances,
    Dependence,
    First,
    IdentityAsked,
    Judgement,
    Plea,
    Provenance,
    Verdict,
    assess,
    grounds_against,
    may_use,
)
from recruitprivacy.timeline import Known, ObjectionFacts, RestrictionFacts
from recruitprivacy.vocabulary import (
    AutomatedDecisionException,
    LawfulBasis,
    ObjectionGround,
    RefusalGround,
    RestrictionGround,
    RestrictionUse,
    Right,
)
from tests.rights.making import asked, step
from tests.rights.weighing import (
    CONSENT,
    CONTRACT,
    DAY,
    DUTY,
    HERE,
    INTERESTS,
    NL,
    PRECONTRACT,
    TASK,
    agreed,
    codes,
    firm,
    judge,
    one,
    person,
)

COMPLY: Final = Verdict.COMPLY
MAY_REFUSE: Final = Verdict.MAY_REFUSE
WEIGHED: Final = firm(INTERESTS)
MACHINES: Final = (Right.NOT_SUBJECT_TO_AUTOMATED_DECISION, Right.HUMAN_INTERVENTION)
ALONE: Final = Automated(effect=Effect.REJECTS, looked_at=False)
BY_HUMAN: Final = Automated(effect=Effect.REJECTS, looked_at=True, may_overturn=True)
OBJECTED: Final = ObjectionFacts(
    event="o-1",
    grounds=(ObjectionGround.LEGITIMATE_INTERESTS,),
    purposes=(),
    made=Known(day=date(2026, 2, 1)),
)


def known(**facts: Any) -> Circumstances:  # noqa: ANN401 - any of them
    """
    Say what somebody found out.
    """
    return Circumstances(**facts)


def shown(ground: Any, **more: Any) -> Plea:  # noqa: ANN401 - any ground
    """
    Plead a ground that a human showed.
    """
    return Plea(ground=ground, by="r7", reasons="memo-1", **more)


@pytest.mark.row("H9", "R1")
@pytest.mark.parametrize("category", ["cv", "interview_notes", "reference_feedback"])
def test_access_covers_evaluations(category: str) -> None:
    """
    Notes, scores and what others said are given too; none of them can be carried over.
    """
    facts = person(category, source="given", conditions={"automated_means": True})
    policy = firm(CONTRACT)
    assert one(Right.ACCESS, policy=policy, facts=facts).verdict is COMPLY
    carried = one(Right.PORTABILITY, policy=policy, facts=facts)
    assert carried.verdict is (COMPLY if category == "cv" else MAY_REFUSE)


@pytest.mark.row("H6")
def test_others_are_left_out_and_the_rest_is_given() -> None:
    """
    Rights of others are for a human, about the data named, and never a refusal of everything.
    """
    facts = person("cv", "interview_notes")
    plea = shown(RefusalGround.RIGHTS_OF_OTHERS, categories=("interview_notes",))
    found = {
        each.category: each
        for each in judge(Right.ACCESS, policy=WEIGHED, facts=facts, pleas=[plea])
    }
    assert {name: each.verdict for name, each in found.items()} == {
        "cv": COMPLY,
        "interview_notes": MAY_REFUSE,
    }
    assert "rights.against.others" in codes(found["interview_notes"].steps)


@pytest.mark.row("R16")
def test_who_cannot_be_found_is_for_a_human() -> None:
    """
    Where the controller cannot tell whose data they are, a human decides; marketing stops.
    """
    rights = (Right.ACCESS, Right.OBJECT_MARKETING)
    given = known(identified=False)
    found = {each.right: each for each in judge(*rights, policy=WEIGHED, given=given)}
    access = found[Right.ACCESS]
    assert (access.verdict, access.against) == (MAY_REFUSE, (RefusalGround.NOT_IDENTIFIABLE,))
    assert found[Right.OBJECT_MARKETING].verdict is COMPLY
    assert one(Right.ACCESS, policy=WEIGHED).verdict is COMPLY


@pytest.mark.row("R2")
@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, COMPLY),
        ({"inaccurate": True}, COMPLY),
        ({"inaccurate": False}, MAY_REFUSE),
        ({"inaccurate": False, "opinion": True}, COMPLY),
    ],
)
def test_what_is_wrong_is_put_right(facts: dict[str, bool], verdict: Verdict) -> None:
    """
    What is wrong is put right; only data found to be right may be left, and opinions get a word.
    """
    found = one(Right.RECTIFICATION, policy=WEIGHED, given=known(**facts))
    assert found.verdict is verdict
    assert ("rights.ground.opinion" in codes(found.steps)) is facts.get("opinion", False)


NO_GROUND: Final = {"contested": False, "unlawful": False, "needed_for_claims": False}


@pytest.mark.row("S1")
@pytest.mark.parametrize(("contested", "verdict"), [(True, COMPLY), (False, MAY_REFUSE)])
def test_accuracy_contested(*, contested: bool, verdict: Verdict) -> None:
    """
    Who contests accuracy has the data restricted while it is verified.
    """
    given = known(**{**NO_GROUND, "contested": contested})
    found = one(Right.RESTRICTION, policy=firm(CONTRACT), given=given)
    assert found.verdict is verdict
    assert (RestrictionGround.ACCURACY_CONTESTED in found.grounds) is contested


@pytest.mark.row("S1")
def test_asking_for_rectification_contests_accuracy() -> None:
    """
    Who asks for rectification and restriction contests accuracy.
    """
    rights, given = (Right.RESTRICTION, Right.RECTIFICATION), known(**NO_GROUND)
    found = one(*rights, policy=firm(CONTRACT), given=given)
    assert found.grounds == (RestrictionGround.ACCURACY_CONTESTED,)


@pytest.mark.row("S2")
@pytest.mark.parametrize(("prefers", "verdict"), [(True, COMPLY), (False, MAY_REFUSE)])
def test_restriction_rather_than_erasing(*, prefers: bool, verdict: Verdict) -> None:
    """
    What is unlawful is restricted where the person prefers that to erasing.
    """
    given = known(**{**NO_GROUND, "unlawful": True, "prefers_restriction": prefers})
    assert one(Right.RESTRICTION, policy=firm(CONTRACT), given=given).verdict is verdict


@pytest.mark.row("S3")
@pytest.mark.parametrize(("ended", "verdict"), [(("talent_pool",), COMPLY), ((), MAY_REFUSE)])
def test_needed_for_claims_of_ones_own(ended: tuple[str, ...], verdict: Verdict) -> None:
    """
    What the firm needs no more and the person needs for claims is restricted.
    """
    given = known(**{**NO_GROUND, "needed_for_claims": True})
    facts = person(ended=ended)
    found = one(Right.RESTRICTION, policy=firm(CONTRACT), facts=facts, given=given)
    assert found.verdict is verdict


@pytest.mark.row("S4")
@pytest.mark.parametrize(
    ("basis", "objections", "verdict"),
    [
        (INTERESTS, (OBJECTED,), COMPLY),
        (TASK, (attrs.evolve(OBJECTED, grounds=(ObjectionGround.PUBLIC_TASK,)),), COMPLY),
        (INTERESTS, (), MAY_REFUSE),
        (CONTRACT, (OBJECTED,), MAY_REFUSE),
        (INTERESTS, (attrs.evolve(OBJECTED, upheld=False),), MAY_REFUSE),
    ],
)
def test_while_an_objection_is_pending(
    basis: LawfulBasis, objections: tuple[ObjectionFacts, ...], verdict: Verdict
) -> None:
    """
    An objection nobody has decided restricts what rests on a task or on interests.
    """
    found = one(
        Right.RESTRICTION,
        policy=firm(basis),
        facts=person(objections=objections),
        given=known(**NO_GROUND),
    )
    assert found.verdict is verdict


def test_a_ground_nobody_knows_of_is_granted_and_asked_for() -> None:
    """
    Where it is not known whether there is a ground, data are restricted and somebody asks.
    """
    found = one(Right.RESTRICTION, policy=firm(CONTRACT))
    assert found.verdict is COMPLY
    assert found.decides == (
        "accuracy_contested",
        "unlawful_prefers_restriction",
    )


LOCKED: Final = RestrictionFacts(
    event="s-1",
    ground=RestrictionGround.ACCURACY_CONTESTED,
    categories=("cv",),
    records=("r1",),
    placed=Known(day=date(2026, 2, 1)),
)


def using(
    reason: RestrictionUse | None = None,
    *,
    restriction: RestrictionFacts = LOCKED,
    shown: bool | None = None,
) -> Standing:
    """
    Ask whether a CV may be used.
    """
    return may_use(
        person(restrictions=(restriction,)),
        HERE,
        NL,
        on=DAY,
        record="r1",
        category="cv",
        reason=reason,
        shown=shown,
    ).standing


@pytest.mark.row("S5")
def test_restricted_data_are_stored() -> None:
    """
    Storing is allowed without more; anything else needs a reason.
    """
    assert using(RestrictionUse.STORAGE) is Standing.STANDS
    assert using() is Standing.EXCLUDED


@pytest.mark.row("S6", "S7", "S8", "S9")
@pytest.mark.parametrize("reason", [each for each in RestrictionUse if each.value != "storage"])
def test_restricted_data_are_used_for_four_reasons(reason: RestrictionUse) -> None:
    """
    Consent, claims, others' rights and public interest open them, as far as somebody shows it.
    """
    assert using(reason, shown=True) is Standing.STANDS
    assert using(reason) is Standing.ARGUABLE
    assert using(reason, shown=False) is Standing.EXCLUDED


@pytest.mark.row("S10")
@pytest.mark.parametrize(
    ("change", "standing"),
    [
        ({}, Standing.EXCLUDED),
        ({"lifted": Known(day=date(2026, 3, 1))}, Standing.STANDS),
        ({"records": ("r2",)}, Standing.STANDS),
        ({"categories": ("interview_notes",)}, Standing.STANDS),
        ({"categories": ("application_material",)}, Standing.EXCLUDED),
        ({"categories": None, "records": ()}, Standing.EXCLUDED),
    ],
)
def test_anything_else_waits(change: dict[str, Any], standing: Standing) -> None:
    """
    Searching, matching, proposing and erasing wait until the restriction on these data is lifted.
    """
    assert using(restriction=attrs.evolve(LOCKED, **change)) is standing


def test_a_restriction_nobody_folded_is_unknown() -> None:
    """
    Where the restrictions are unknown, nothing but storing stands.
    """
    facts = person(unknown=("restrictions",))
    asked: dict[str, Any] = {"on": DAY, "record": "r1", "category": "cv"}
    assert may_use(facts, HERE, NL, **asked).standing is Standing.ARGUABLE
    stored = may_use(facts, HERE, NL, reason=RestrictionUse.STORAGE, **asked)
    assert stored.standing is Standing.STANDS


def carried(**more: Any) -> Judgement:  # noqa: ANN401 - anything one() takes
    """
    Judge a request to carry data over.
    """
    return one(Right.PORTABILITY, **more)


DIGITAL: Final = {"automated_means": True}


@pytest.mark.row("P1")
@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_only_consent_and_contract_are_carried_over(basis: LawfulBasis) -> None:
    """
    Data on other bases may be left out, and a copy is named instead.
    """
    facts = person(conditions=DIGITAL, consents=(agreed(),))
    found = carried(policy=firm(basis), facts=facts)
    is_carried = basis in {CONSENT, CONTRACT, PRECONTRACT}
    assert found.verdict is (COMPLY if is_carried else MAY_REFUSE)
    assert found.instead == (() if is_carried else (Right.ACCESS,))


@pytest.mark.row("P2")
@pytest.mark.parametrize(
    ("means", "verdict", "decides"),
    [
        (True, COMPLY, ()),
        (False, MAY_REFUSE, ()),
        (None, COMPLY, (Dependence.AUTOMATED_MEANS,)),
    ],
)
def test_only_what_machines_process(
    *,
    means: bool | None,
    verdict: Verdict,
    decides: tuple[str, ...],
) -> None:
    """
    Paper may be left out; where nobody knows, it is carried over and somebody asks.
    """
    found = carried(policy=firm(CONTRACT), given=known(automated_means=means))
    assert (found.verdict, found.decides) == (verdict, decides)


BY_GUIDANCE: Final = {
    "interview_recording",
    "online_activity",
    "suitability_score",
    "interview_notes",
}
"""What only guidelines sort into provided and not."""


@pytest.mark.row("P3", "P4", "P5", "P6")
@pytest.mark.parametrize(
    ("category", "source", "provenance", "verdict"),
    [
        ("cv", "application_form", None, COMPLY),
        ("cv", "linkedin", None, MAY_REFUSE),
        ("cv", "linkedin", Provenance.PROVIDED, COMPLY),
        ("interview_recording", "interview", None, COMPLY),
        ("online_activity", "cookies", None, COMPLY),
        ("suitability_score", "given", None, MAY_REFUSE),
        ("interview_notes", "interview", None, MAY_REFUSE),
        ("reference_feedback", "given", None, MAY_REFUSE),
        ("cv", "application_form", Provenance.DERIVED, MAY_REFUSE),
    ],
)
def test_only_what_the_person_provided(
    category: str, source: str, provenance: Provenance | None, verdict: Verdict
) -> None:
    """
    What was typed, uploaded or left behind is carried over; scores, notes, references are not.
    """
    facts = person(category, source=source, conditions=DIGITAL)
    found = carried(policy=firm(CONTRACT), facts=facts, given=known(provenance=provenance))
    assert found.verdict is verdict
    by_guidance = category in BY_GUIDANCE or provenance is Provenance.DERIVED
    assert ("rights.ground.by_guidance" in codes(found.steps)) is by_guidance


@pytest.mark.parametrize(("source", "condition"), [(None, None), (None, True), ("acme:x", False)])
def test_a_source_nobody_noted(*, source: str | None, condition: bool | None) -> None:
    """
    Without a source the condition decides; without either it is carried over and somebody asks.
    """
    conditions = DIGITAL if condition is None else {**DIGITAL, "provided_by_subject": condition}
    facts = person(source=source, conditions=conditions)
    found = carried(policy=firm(CONTRACT), facts=facts)
    assert found.verdict is (MAY_REFUSE if condition is False else COMPLY)
    assert bool(found.decides) is (condition is None)


@pytest.mark.row("P7")
def test_third_parties_are_left_out_of_what_is_carried_over() -> None:
    """
    What is about others is for a human, and the rest is carried over.
    """
    facts = person(conditions=DIGITAL)
    plea = shown(RefusalGround.RIGHTS_OF_OTHERS)
    assert carried(policy=firm(CONTRACT), facts=facts, pleas=[plea]).verdict is MAY_REFUSE
    assert carried(policy=firm(CONTRACT), facts=facts).verdict is COMPLY


@pytest.mark.row("P10")
def test_carrying_over_erases_nothing() -> None:
    """
    A request to carry data over opens no erasure, and stops no purpose.
    """
    facts = person(conditions=DIGITAL)
    assert {
        each.right for each in judge(Right.PORTABILITY, policy=firm(CONTRACT), facts=facts)
    } == {Right.PORTABILITY}
    assert carried(policy=WEIGHED, facts=facts).stops == ()
    assert one(Right.OBJECT, policy=WEIGHED, facts=facts).stops == ("talent_pool",)


@pytest.mark.row("O1", "O2")
@pytest.mark.parametrize("basis", [INTERESTS, TASK])
def test_an_objection_stops_until_a_human_shows_grounds(basis: LawfulBasis) -> None:
    """
    What was objected to stops; compelling grounds, or claims, are for a human to show.
    """
    found = one(Right.OBJECT, policy=firm(basis))
    assert (found.verdict, found.stops) == (COMPLY, ("talent_pool",))
    for ground in (RefusalGround.COMPELLING_GROUNDS, RefusalGround.LEGAL_CLAIMS):
        weighed = one(Right.OBJECT, policy=firm(basis), pleas=[shown(ground)])
        assert (weighed.verdict, weighed.stops) == (MAY_REFUSE, ("talent_pool",))
        compelling = ground is RefusalGround.COMPELLING_GROUNDS
        assert ("rights.against.compelling" in codes(weighed.steps)) is compelling


@pytest.mark.row("R14", "O1")
def test_the_person_is_asked_for_their_situation() -> None:
    """
    An objection is met at once, and the person asked for what in their situation speaks for it.
    """
    assert one(Right.OBJECT, policy=WEIGHED).decides == (Dependence.SITUATION,)
    stated = one(Right.OBJECT, policy=WEIGHED, given=known(situation_stated=True))
    assert stated.decides == ()


@pytest.mark.row("R12")
@pytest.mark.parametrize("basis", [CONTRACT, DUTY])
def test_an_objection_to_what_carries_none(basis: LawfulBasis) -> None:
    """
    Where the basis carries no objection it may be refused, with reasons and other rights named.
    """
    found = one(Right.OBJECT, policy=firm(basis))
    assert (found.verdict, found.against) == (MAY_REFUSE, (RefusalGround.RIGHT_DOES_NOT_APPLY,))
    assert found.instead == (Right.WITHDRAW_CONSENT, Right.ERASURE, Right.RESTRICTION)
    over = one(Right.OBJECT, policy=firm(basis), facts=person(ended=("talent_pool",)))
    assert over.verdict is COMPLY


@pytest.mark.row("R13")
def test_an_objection_to_what_was_agreed_to() -> None:
    """
    An objection to what rests on consent is met as a withdrawal, which is said to be unverified.
    """
    facts = person(consents=(agreed(),))
    found = one(Right.OBJECT, policy=firm(CONSENT), facts=facts)
    assert (found.verdict, found.stops) == (COMPLY, ("talent_pool",))
    assert "rights.ground.as_withdrawal" in codes(found.steps)
    assert one(Right.OBJECT, policy=firm(CONTRACT), facts=facts).verdict is MAY_REFUSE


@pytest.mark.row("R15")
@pytest.mark.parametrize("right", [Right.OBJECT, Right.WITHDRAW_CONSENT, Right.ERASURE])
def test_a_basis_nobody_states_carries_everything(right: Right) -> None:
    """
    Where no basis is stated each right is met; stated, a duty carries none of these.
    """
    assert one(right, policy=firm()).verdict is COMPLY
    assert one(right, policy=firm(DUTY)).verdict is MAY_REFUSE


@pytest.mark.row("R9")
def test_what_rests_on_consent_is_withdrawn() -> None:
    """
    Withdrawal ends what rests on consent; where nothing does, it may be refused.
    """
    facts = person(consents=(agreed(),))
    found = one(Right.WITHDRAW_CONSENT, policy=firm(CONSENT), facts=facts)
    assert (found.verdict, found.stops) == (COMPLY, ("talent_pool",))
    nothing = one(Right.WITHDRAW_CONSENT, policy=firm(CONTRACT), facts=facts)
    assert (nothing.verdict, nothing.instead[0]) == (MAY_REFUSE, Right.OBJECT)


@pytest.mark.row("O3", "R7")
@pytest.mark.parametrize("ground", [*RefusalGround])
def test_nothing_stands_against_ending_marketing(ground: RefusalGround) -> None:
    """
    No ground whatever stands against an objection to marketing; against another one some do.
    """
    plea = shown(ground, cites=("GDPR Art. 23(1)",))
    policy = firm(INTERESTS, purpose="direct_marketing")
    found = one(Right.OBJECT_MARKETING, policy=policy, pleas=[plea])
    assert (found.verdict, found.stops, found.against) == (COMPLY, ("direct_marketing",), ())
    other = one(Right.OBJECT, policy=policy, pleas=[plea])
    assert (other.verdict is MAY_REFUSE) is (ground in GROUNDS[Right.OBJECT])


@pytest.mark.row("O4")
def test_research_is_objected_to() -> None:
    """
    Research can be objected to on any basis, unless a public task needs it, which is for a human.
    """
    for basis in (CONSENT, DUTY, INTERESTS):
        policy = firm(basis, purpose="research")
        facts = person(consents=(agreed("research"),))
        assert one(Right.OBJECT, policy=policy, facts=facts).stops == ("research",)
        plea = shown(RefusalGround.PUBLIC_INTEREST_RESEARCH)
        found = one(Right.OBJECT, policy=policy, facts=facts, pleas=[plea])
        assert found.verdict is MAY_REFUSE
    assert one(Right.OBJECT, policy=firm(DUTY)).stops == ()


@pytest.mark.row("O7")
def test_job_alerts_stop_and_a_human_asks() -> None:
    """
    Alerts stop with an objection to marketing, and a human asks whether that was meant.
    """
    found = one(Right.OBJECT_MARKETING, policy=firm(INTERESTS, purpose="job_alerts"))
    assert (found.stops, found.decides) == (("job_alerts",), ("use.job_alerts.marketing",))
    assert "rights.ground.job_alerts" in codes(found.steps)
    running = one(Right.OBJECT_MARKETING, policy=firm(INTERESTS, purpose="application_processing"))
    assert (running.stops, running.decides) == ((), ())


@pytest.mark.row("A1", "A2")
@pytest.mark.parametrize("right", MACHINES)
@pytest.mark.parametrize(
    ("machine", "verdict", "open_"),
    [
        (ALONE, COMPLY, 0),
        (BY_HUMAN, MAY_REFUSE, 0),
        (attrs.evolve(ALONE, effect=Effect.RECOMMENDS), MAY_REFUSE, 0),
        (None, COMPLY, 2),
    ],
)
def test_no_decision_by_machine_alone(
    right: Right, machine: Automated | None, verdict: Verdict, open_: int
) -> None:
    """
    A human looks again where a machine decided alone, and where nobody knows whether it did.
    """
    found = one(right, policy=firm(PRECONTRACT), given=known(automation=machine))
    assert (found.verdict, len(found.decides)) == (verdict, open_)


@pytest.mark.row("A3")
def test_a_score_somebody_else_draws_on() -> None:
    """
    A look by a human does not count where the decision draws strongly on a score.
    """
    right = Right.NOT_SUBJECT_TO_AUTOMATED_DECISION
    drawn = known(automation=attrs.evolve(BY_HUMAN, drawn_on=True))
    found = one(right, policy=firm(PRECONTRACT), given=drawn)
    assert (found.verdict, "rights.ground.drawn_on" in codes(found.steps)) == (COMPLY, True)
    plain = one(right, policy=firm(PRECONTRACT), given=known(automation=BY_HUMAN))
    assert plain.verdict is MAY_REFUSE


@pytest.mark.row("A4", "A5", "A6")
@pytest.mark.parametrize("exception", [*AutomatedDecisionException])
def test_exceptions_for_machines_are_for_a_human(exception: AutomatedDecisionException) -> None:
    """
    Contract, law and explicit consent may let a machine decide, and a human has to say so.
    """
    given = known(automation=ALONE)
    right = Right.NOT_SUBJECT_TO_AUTOMATED_DECISION
    found = one(right, policy=firm(PRECONTRACT), given=given, pleas=[shown(exception)])
    assert (found.verdict, found.against) == (MAY_REFUSE, (exception,))
    assert one(right, policy=firm(PRECONTRACT), given=given).verdict is COMPLY


@pytest.mark.row("A7")
@pytest.mark.parametrize("exception", [*AutomatedDecisionException])
def test_safeguards_stay_under_every_exception(exception: AutomatedDecisionException) -> None:
    """
    No exception takes away that a human looks again; where one decided anyway, nothing is owed.
    """
    right, plea = Right.HUMAN_INTERVENTION, shown(exception)
    found = one(right, policy=firm(CONTRACT), given=known(automation=ALONE), pleas=[plea])
    assert (found.verdict, found.against) == (COMPLY, ())
    looked = one(right, policy=firm(CONTRACT), given=known(automation=BY_HUMAN), pleas=[plea])
    assert looked.verdict is MAY_REFUSE


@pytest.mark.row("R10")
def test_nothing_stands_against_a_complaint() -> None:
    """
    The authority is open whatever the firm says, and no ground is against it.
    """
    assert grounds_against(Right.COMPLAINT) == ()
    plea = shown(RefusalGround.EXCESSIVE)
    assert one(Right.COMPLAINT, policy=WEIGHED, pleas=[plea]).verdict is COMPLY
    assert one(Right.ACCESS, policy=WEIGHED, pleas=[plea]).verdict is MAY_REFUSE


@pytest.mark.row("H16")
@pytest.mark.parametrize(("deceased", "verdict"), [(True, Verdict.OUT_OF_SCOPE), (None, COMPLY)])
def test_the_dead_are_for_national_law(
    *,
    deceased: bool | None,
    verdict: Verdict,
) -> None:
    """
    The regulation is about the living; for the dead a human looks at national law.
    """
    found = one(Right.ACCESS, policy=WEIGHED, given=known(deceased=deceased))
    assert found.verdict is verdict
    assert found.decides == (("law.national",) if deceased else ())


@pytest.mark.parametrize("right", [*Right])
def test_a_stranger_is_handed_nothing(right: Right) -> None:
    """
    Who was asked who they are shows it first, but for marketing, consent and complaints.
    """
    request = asked(right, situation=HERE).apply(
        step(IdentityAsked, date(2026, 3, 6), doubt="address_changed")
    )
    (found,) = assess(request, WEIGHED, person(), NL, on=DAY)
    free = {Right.OBJECT_MARKETING, Right.WITHDRAW_CONSENT, Right.COMPLAINT}
    assert (First.IDENTITY in found.first) is (right not in free)
    (plain,) = assess(asked(right, situation=HERE), WEIGHED, person(), NL, on=DAY)
    assert plain.first == ()


def test_a_ground_the_notice_made_up_is_pointed_out() -> None:
    """
    A ground for refusing that only the notice knows changes nothing, and is pointed out.
    """
    offered = RightOffered(own_refusals=("disproportionate_burden",))
    policy = firm(INTERESTS, rights=FrozenMap({Right.ACCESS: offered}))
    found = one(Right.ACCESS, policy=policy)
    assert found.verdict is COMPLY
    assert "rights.aside.invented" in codes(found.steps)
    assert "rights.aside.invented" not in codes(one(Right.ACCESS, policy=WEIGHED).steps)
