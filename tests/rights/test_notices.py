"""
What the notices say of rights, refusals, fees and complaints, put to work.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.basis import Verdict as Standing
from recruitprivacy.basis import rests_on
from recruitprivacy.errors import AnswerLacksPartsError, RefusalNotOpenError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation
from recruitprivacy.policy import Permission, Policy, Version, Waiver
from recruitprivacy.rights import (
    Acknowledged,
    Answered,
    Circumstances,
    DutyKind,
    Excess,
    Judgement,
    Plea,
    Refused,
    RequestStatus,
    Sign,
    Verdict,
    assess,
    complaint_routes,
    duties,
    excess,
    grounds_against,
    may_charge,
    may_use,
    next_duties,
    open_request,
    opens,
    replay,
    rights_for,
)
from recruitprivacy.timeline import (
    ConsentFacts,
    DisclosureFacts,
    Facts,
    HoldFacts,
    Known,
    NoticeFacts,
    ObjectionFacts,
    RecordFacts,
    RecordKind,
    RequestReceived,
    RestrictionFacts,
    UseFacts,
)
from recruitprivacy.vocabulary import (
    ErasureException,
    ErasureGround,
    ObjectionGround,
    RefusalGround,
    RestrictionGround,
    RestrictionUse,
    Right,
)
from recruitprivacy.wire import load_policy
from tests.rights.making import WHOLE, asked, noon, step
from tests.rights.weighing import COLLECTED, DAY, HERE, MOMENTS, NL

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
COMPLY: Final = Verdict.COMPLY
KEEP: Final = Verdict.KEEP
MAY_REFUSE: Final = Verdict.MAY_REFUSE


@cache
def declared(firm: str) -> Policy:
    """
    Load a firm's declaration.
    """
    return load_policy(POLICIES / firm)


def somebody(
    firm: str,
    *,
    role: str = "candidate",
    over: bool = False,
    category: str = "cv",
    conditions: dict[str, bool] | None = None,
    **ledgers: Any,  # noqa: ANN401 - any ledger
) -> Facts:
    """
    Give a person in a role of whom a firm keeps one record, all of whose uses may be over.
    """
    policy = declared(firm)
    ended = policy.uses_of(role) if over else ()
    record = RecordFacts(
        kind=RecordKind.PERSON,
        role=role,
        controller=next(iter(policy.controllers), None),
        categories=(category,),
        obtained_from="given",
        moments=FrozenMap(MOMENTS),
        conditions=FrozenMap(conditions or {}),
        uses=FrozenMap({name: UseFacts(ended=Known(day=COLLECTED)) for name in ended}),
    )
    return Facts(
        person="p-1", on=DAY, policy=policy.id, records=FrozenMap({"r1": record}), **ledgers
    )


def judged(
    firm: str,
    *rights: Right,
    facts: Facts | None = None,
    pleas: Iterable[Plea] = (),
    given: Circumstances | None = None,
) -> Judgement:
    """
    Judge what somebody asks of a firm: the first right, for their one record.
    """
    found = assess(
        asked(*rights, situation=HERE),
        declared(firm),
        facts or somebody(firm),
        NL,
        on=DAY,
        given=given,
        pleas=pleas,
        situation=HERE,
    )
    return next(each for each in found if each.right is rights[0])


def agreed(purpose: str) -> ConsentFacts:
    """
    Give a consent to a purpose.
    """
    return ConsentFacts(
        event="c-1", purpose=purpose, permission=Permission.CONSENT, given=Known(day=COLLECTED)
    )


def shown(ground: ErasureException | RefusalGround) -> Plea:
    """
    Plead a ground that a human showed.
    """
    return Plea(ground=ground, by="r7", reasons="memo-1")


# --- Cluster -----------------------------------------------------------------------------------


@pytest.mark.row("CLUSTER-144", "CLUSTER-191")
def test_cluster_always_ends_marketing() -> None:
    """
    An objection to marketing is always met: no ground refuses it, and a hold changes nothing.
    """
    hold = HoldFacts(
        event="h-1",
        matter="m-1",
        ground="pending_litigation",
        owner="counsel",
        review_on=None,
        records=("r1",),
        categories=(),
        vacancy=None,
        art_9=None,
        art_10=None,
        placed=Known(day=COLLECTED),
    )
    facts = somebody("cluster", holds=(hold,))
    assert judged("cluster", Right.OBJECT_MARKETING, facts=facts).verdict is COMPLY
    assert judged("cluster", Right.ERASURE, facts=facts).verdict is KEEP
    refused = step(Refused, DAY, ground=RefusalGround.EXCESSIVE, told=WHOLE)
    with pytest.raises(RefusalNotOpenError):
        asked(Right.OBJECT_MARKETING).apply(refused)


@pytest.mark.row("CLUSTER-186", "CLUSTER-200", "CLUSTER-224")
def test_rights_over_what_rests_on_interests() -> None:
    """
    Recruiting on legitimate interests can be objected to and erased on a ground, not carried over.
    """
    use = declared("cluster").uses["recruitment"]
    purpose = use.purposes[0]
    found = {
        each.right: each.standing for each in rights_for(use, HERE, NL, on=DAY, purpose=purpose)
    }
    assert found[Right.OBJECT] is found[Right.ERASURE] is Standing.ARGUABLE
    assert found[Right.OBJECT_MARKETING] is Standing.STANDS
    assert found[Right.PORTABILITY] is Standing.EXCLUDED


@pytest.mark.row("CLUSTER-142", "CLUSTER-153", "CLUSTER-160", "CLUSTER-188", "ALLEGIS-152")
@pytest.mark.parametrize(
    ("firm", "role"),
    [
        ("cluster", "candidate"),
        ("cluster", "client"),
        ("cluster", "supplier"),
        ("cluster", "referee"),
        ("cluster", "emergency_contact"),
        ("allegis", "candidate"),
    ],
)
def test_an_objection_stops_what_rests_on_interests(firm: str, role: str) -> None:
    """
    An objection stops it at once, and a human decides in time whether grounds override.
    """
    facts = somebody(firm, role=role, category="name")
    found = judged(firm, Right.OBJECT, facts=facts)
    assert found.verdict is COMPLY
    assert found.stops
    plea = shown(RefusalGround.COMPELLING_GROUNDS)
    weighed = judged(firm, Right.OBJECT, facts=facts, pleas=[plea])
    assert (weighed.verdict, weighed.stops) == (MAY_REFUSE, found.stops)


@pytest.mark.row("CLUSTER-189", "CLUSTER-190")
@pytest.mark.parametrize("ground", [RefusalGround.COMPELLING_GROUNDS, RefusalGround.LEGAL_CLAIMS])
def test_clusters_grounds_against_an_objection(ground: RefusalGround) -> None:
    """
    Both grounds the notice names may stand against an objection; each is for a human to show.
    """
    assert ground in declared("cluster").rights[Right.OBJECT].refusals
    found = judged("cluster", Right.OBJECT, pleas=[shown(ground)])
    assert (found.verdict, found.against) == (MAY_REFUSE, (ground,))
    assert judged("cluster", Right.OBJECT).against == ()


@pytest.mark.row("CLUSTER-192", "CLUSTER-269")
def test_withdrawing_from_cluster_stops_at_once() -> None:
    """
    Consent is taken back at any time, and what rests on it stops the same day.
    """
    consented = next(
        purpose
        for use in declared("cluster").uses_of("candidate").values()
        for purpose in use.purposes
        if use.basis_of(purpose) == ("consent",)
    )
    facts = somebody("cluster", consents=(agreed(consented),))
    request = asked(Right.WITHDRAW_CONSENT, situation=HERE)
    found = judged("cluster", Right.WITHDRAW_CONSENT, facts=facts)
    assert (found.verdict, found.stops) == (COMPLY, (consented,))
    first = duties(request, declared("cluster"), facts, NL, on=DAY, situation=HERE)[0]
    assert (first.kind, first.at_once) == (DutyKind.STOP_USE, True)
    nothing = judged("cluster", Right.WITHDRAW_CONSENT)
    assert nothing.stops == ()


@pytest.mark.row("CLUSTER-193")
def test_another_basis_after_a_withdrawal_must_have_been_told() -> None:
    """
    A purpose goes on after a withdrawal only on a basis the notice had named for it before.
    """
    policy = attrs.evolve(declared("cluster"), version=Version(number="1"))
    given = Known(day=COLLECTED)
    noticed = NoticeFacts(version="1", language="nl", role="candidate", given=given)
    for notices, counted in (((noticed,), True), ((), False)):
        facts = somebody("cluster", notices=notices)
        purpose = policy.uses["recruitment"].purposes[0]
        found = rests_on(facts, policy, HERE, NL, record="r1", purpose=purpose, on=DAY)
        assert bool(found.bases) is counted


@pytest.mark.row("CLUSTER-194", "ALLEGIS-128", "ALLEGIS-148", "ALLEGIS-149")
@pytest.mark.parametrize("firm", ["cluster", "allegis"])
@pytest.mark.parametrize("right", [Right.ACCESS, Right.RECTIFICATION, Right.ERASURE])
def test_access_rectification_and_erasure(firm: str, right: Right) -> None:
    """
    Access, rectification and erasure are asked for at any time and met, before and after the end.
    """
    facts = somebody(firm, over=True)
    assert judged(firm, right, facts=facts).verdict is COMPLY
    plea = shown(RefusalGround.EXCESSIVE)
    assert judged(firm, right, facts=facts, pleas=[plea]).verdict is (
        COMPLY if (firm, right) == ("cluster", Right.ERASURE) else MAY_REFUSE
    )


@pytest.mark.row("CLUSTER-220")
@pytest.mark.parametrize(("inaccurate", "verdict"), [(True, COMPLY), (False, MAY_REFUSE)])
def test_cluster_puts_right_what_is_wrong(*, inaccurate: bool, verdict: Verdict) -> None:
    """
    What is wrong is put right; what was found to be right may be left, with reasons.
    """
    found = judged("cluster", Right.RECTIFICATION, given=Circumstances(inaccurate=inaccurate))
    assert (found.verdict, bool(found.told)) == (verdict, verdict is MAY_REFUSE)


@pytest.mark.row("CLUSTER-201", "CLUSTER-202", "CLUSTER-203", "CLUSTER-204", "CLUSTER-205")
@pytest.mark.parametrize(
    ("ground", "over", "given"),
    [
        (ErasureGround.NO_LONGER_NECESSARY, True, {}),
        (ErasureGround.CONSENT_WITHDRAWN_NO_OTHER_BASIS, False, {}),
        (ErasureGround.UNLAWFUL, False, {"unlawful": True}),
        (ErasureGround.LEGAL_OBLIGATION_TO_ERASE, False, {"must_erase": True}),
        (ErasureGround.OBJECTION_UPHELD, False, {}),
    ],
)
def test_clusters_grounds_for_erasure(
    *, ground: ErasureGround, over: bool, given: dict[str, Any]
) -> None:
    """
    Each of the five grounds the notice names opens erasure, and only where it is there.
    """
    assert ground in declared("cluster").rights[Right.ERASURE].erasure_grounds
    facts = somebody("cluster", over=over, consents=(agreed("profiling"), *_consents()))
    found = judged("cluster", Right.ERASURE, facts=facts, given=Circumstances(**given))
    assert ground in found.grounds
    without = somebody("cluster", over=not over)
    if ground is not ErasureGround.NO_LONGER_NECESSARY:
        without = somebody("cluster", over=True)
    assert ground not in judged("cluster", Right.ERASURE, facts=without).grounds


def _consents() -> tuple[ConsentFacts, ...]:
    uses = declared("cluster").uses_of("candidate").values()
    return tuple(
        agreed(purpose)
        for use in uses
        for purpose in use.purposes
        if use.basis_of(purpose) == ("consent",)
    )


@pytest.mark.row("CLUSTER-206", "CLUSTER-207", "CLUSTER-208", "CLUSTER-209", "CLUSTER-210")
@pytest.mark.parametrize("exception", [*ErasureException])
def test_clusters_exceptions_are_a_closed_list(exception: ErasureException) -> None:
    """
    Each of the five exceptions keeps its part once shown; the notice closed the list to others.
    """
    offered = declared("cluster").rights[Right.ERASURE]
    assert offered.only_these
    assert exception in offered.erasure_exceptions
    found = judged("cluster", Right.ERASURE, pleas=[shown(exception)])
    assert (found.verdict, found.against) == (KEEP, (exception,))
    other = judged("cluster", Right.ERASURE, pleas=[shown(RefusalGround.EXCESSIVE)])
    assert other.verdict is COMPLY


LOCKED: Final = RestrictionFacts(
    event="s-1",
    ground=RestrictionGround.NEEDED_FOR_CLAIMS,
    categories=None,
    records=(),
    placed=Known(day=COLLECTED),
)


@pytest.mark.row("CLUSTER-212", "CLUSTER-213")
@pytest.mark.parametrize("use", [*RestrictionUse])
def test_clusters_restricted_data(use: RestrictionUse) -> None:
    """
    Restricted data are stored, and used for the reasons the notice names; lifted, for anything.
    """
    assert use in declared("cluster").rights[Right.RESTRICTION].restriction_uses
    asks: dict[str, Any] = {"on": DAY, "record": "r1", "category": "cv"}
    facts = somebody("cluster", restrictions=(LOCKED,))
    assert may_use(facts, HERE, NL, reason=use, shown=True, **asks).standing is Standing.STANDS
    assert may_use(facts, HERE, NL, **asks).standing is Standing.EXCLUDED
    lifted = somebody("cluster", restrictions=(attrs.evolve(LOCKED, lifted=Known(day=COLLECTED)),))
    assert may_use(lifted, HERE, NL, **asks).standing is Standing.STANDS


NONE_OF_THEM: Final[dict[str, Any]] = {
    "contested": False,
    "unlawful": False,
    "needed_for_claims": False,
}
PENDING: Final = ObjectionFacts(
    event="o-1",
    grounds=(ObjectionGround.LEGITIMATE_INTERESTS,),
    purposes=(),
    made=Known(day=COLLECTED),
)


@pytest.mark.row("CLUSTER-214", "CLUSTER-215", "CLUSTER-216", "CLUSTER-217", "ALLEGIS-150")
@pytest.mark.parametrize("firm", ["cluster", "allegis"])
@pytest.mark.parametrize(
    ("ground", "given", "facts"),
    [
        (RestrictionGround.ACCURACY_CONTESTED, {"contested": True}, {}),
        (RestrictionGround.OBJECTION_PENDING, {}, {"objections": (PENDING,)}),
        (
            RestrictionGround.UNLAWFUL_PREFERS_RESTRICTION,
            {"unlawful": True, "prefers_restriction": True},
            {},
        ),
        (RestrictionGround.NEEDED_FOR_CLAIMS, {"needed_for_claims": True}, {"over": True}),
    ],
)
def test_grounds_for_restriction(
    firm: str, ground: RestrictionGround, given: dict[str, Any], facts: dict[str, Any]
) -> None:
    """
    Each of the four grounds restricts the data; where none is there it may be refused.
    """
    found = judged(
        firm,
        Right.RESTRICTION,
        facts=somebody(firm, **facts),
        given=Circumstances(**{**NONE_OF_THEM, **given}),
    )
    assert (found.verdict, found.grounds) == (COMPLY, (ground,))
    assert (
        judged(firm, Right.RESTRICTION, given=Circumstances(**NONE_OF_THEM)).verdict is MAY_REFUSE
    )


@pytest.mark.row("CLUSTER-227", "ALLEGIS-151")
@pytest.mark.parametrize("firm", ["cluster", "allegis"])
def test_what_can_be_carried_over(firm: str) -> None:
    """
    Given by the person, on consent or contract, by machine: one missing, it may be refused.
    """
    by_machine = {"automated_means": True}
    found = {
        category: judged(
            firm,
            Right.PORTABILITY,
            facts=somebody(firm, category=category, conditions=conditions),
        ).verdict
        for category, conditions in (
            ("cv", by_machine),
            ("name", {"automated_means": False}),
            ("reference_feedback", by_machine),
        )
    }
    assert found == {"cv": COMPLY, "name": MAY_REFUSE, "reference_feedback": MAY_REFUSE}


@pytest.mark.row("CLUSTER-218", "CLUSTER-221")
@pytest.mark.parametrize("right", [Right.RESTRICTION, Right.RECTIFICATION, Right.ERASURE])
def test_cluster_tells_who_has_the_data(right: Right) -> None:
    """
    Who got the data is told of each, erasure too though the notice is silent, unless it cannot be.
    """
    sent = DisclosureFacts(
        recipient="clients_prospective_employers",
        to="client-7",
        records=("r1",),
        categories=None,
        disclosed=Known(day=COLLECTED),
    )
    for disclosed, whom in (((sent,), ["client-7"]), ((), [])):
        found = duties(
            asked(right, situation=HERE),
            declared("cluster"),
            somebody("cluster", disclosures=disclosed),
            NL,
            on=DAY,
            situation=HERE,
        )
        told = [each for each in found if each.kind is DutyKind.TELL_RECIPIENT]
        assert [each.whom for each in told] == whom
        assert all(each.unless == tuple(Waiver) for each in told)


def owed(firm: str, *rights: Right, facts: Facts | None = None) -> set[DutyKind]:
    """
    Name what a firm owes for a request.
    """
    found = duties(
        asked(*rights, situation=HERE),
        declared(firm),
        facts or somebody(firm),
        NL,
        on=DAY,
        situation=HERE,
    )
    return {each.kind for each in found}


@pytest.mark.row("CLUSTER-219")
def test_cluster_tells_before_lifting() -> None:
    """
    The person is told before their restriction ends; without one there is nothing to tell.
    """
    facts = somebody("cluster", restrictions=(LOCKED,))
    assert DutyKind.ANNOUNCE_LIFT in owed("cluster", Right.ERASURE, facts=facts)
    assert DutyKind.ANNOUNCE_LIFT not in owed("cluster", Right.ERASURE)


@pytest.mark.row("CLUSTER-222")
def test_cluster_says_who_had_wrong_data() -> None:
    """
    The notice promises to say who had the wrong data; it promises that of rectification only.
    """
    assert DutyKind.NAME_RECIPIENTS in owed("cluster", Right.RECTIFICATION)
    assert DutyKind.NAME_RECIPIENTS not in owed("cluster", Right.ERASURE)


@pytest.mark.row("CLUSTER-198", "CLUSTER-199", "CLUSTER-223", "ALLEGIS-132")
@pytest.mark.parametrize("right", [Right.ACCESS, Right.RECTIFICATION])
def test_a_refusal_is_always_explained(right: Right) -> None:
    """
    A refusal has a ground the law knows, and goes out only with reasons and both remedies.
    """
    request = asked(right)
    assert RefusalGround.COMPELLING_GROUNDS not in grounds_against(right)
    bare = step(Refused, DAY, ground=RefusalGround.EXCESSIVE)
    with pytest.raises(AnswerLacksPartsError):
        request.apply(bare)
    whole = attrs.evolve(bare, told=WHOLE)
    assert request.apply(whole).status is RequestStatus.REFUSED
    with pytest.raises(RefusalNotOpenError):
        request.apply(attrs.evolve(whole, ground=RefusalGround.COMPELLING_GROUNDS))


@pytest.mark.row("CLUSTER-196")
@pytest.mark.parametrize(
    ("signs", "standing"),
    [
        ((), Standing.EXCLUDED),
        ((Sign.EFFORT,), Standing.EXCLUDED),
        ((Sign.PATTERN,), Standing.ARGUABLE),
    ],
)
def test_access_to_cluster_is_free(signs: tuple[Sign, ...], standing: Standing) -> None:
    """
    Access is free unless a human shows that it is unfounded or excessive.
    """
    fees = declared("cluster").requests.fees
    assert fees.unless == (RefusalGround.MANIFESTLY_UNFOUNDED, RefusalGround.EXCESSIVE)
    request = asked(Right.ACCESS, situation=HERE)
    found: Excess = excess(request, NL, on=DAY, signs=signs)
    assert may_charge(request, NL, on=DAY, judged=found, warned=True).standing is standing


@pytest.mark.row("CLUSTER-197")
@pytest.mark.parametrize(("copies", "standing"), [(1, Standing.EXCLUDED), (2, Standing.STANDS)])
def test_a_further_copy_may_cost(copies: int, standing: Standing) -> None:
    """
    The first copy is free, a further one may cost what it costs to make.
    """
    assert declared("cluster").requests.fees.further_copies
    request = asked(Right.ACCESS, situation=HERE)
    assert may_charge(request, NL, on=DAY, copies=copies, warned=True).standing is standing


@pytest.mark.row("CLUSTER-229")
@pytest.mark.parametrize("channel", ["post", "email", "in_person"])
@pytest.mark.parametrize("right", [Right.ACCESS, Right.WITHDRAW_CONSENT])
def test_cluster_takes_every_request_by_post_and_mail(channel: str, right: Right) -> None:
    """
    Every right is asked for by the channels the notice names, and by any other one.
    """
    request = open_request(
        right,
        request="r-1",
        person="p-1",
        received_at=noon(DAY),
        channel=channel,
        situation=HERE,
    )
    assert (request.channel, request.rights) == (channel, (right,))
    assert request.status is RequestStatus.RECEIVED


# --- Allegis, PageGroup ------------------------------------------------------------------------


@pytest.mark.row("ALLEGIS-131")
def test_a_burden_is_no_ground_against_access() -> None:
    """
    Rights of others may limit access, for a human; a disproportionate burden, as named, may not.
    """
    offered = declared("allegis").rights[Right.ACCESS]
    assert offered.own_refusals == ("disproportionate_burden",)
    plain = judged("allegis", Right.ACCESS)
    assert plain.verdict is COMPLY
    assert any(step.says.message.code == "rights.aside.invented" for step in plain.steps)
    others = judged("allegis", Right.ACCESS, pleas=[shown(RefusalGround.RIGHTS_OF_OTHERS)])
    assert others.verdict is MAY_REFUSE


@pytest.mark.row("ALLEGIS-134")
def test_limiting_use_is_more_than_restriction() -> None:
    """
    Asking to limit use and disclosure opens restriction and objection; asking for a copy neither.
    """
    assert "limit_use_disclosure" in declared("allegis").further_requests
    assert opens("limit_use_disclosure") == (Right.RESTRICTION, Right.OBJECT)
    assert opens("copy") == (Right.ACCESS,)


@pytest.mark.row("ALLEGIS-135")
def test_allegis_confirms_and_reports() -> None:
    """
    Receipt is confirmed and progress told, as promised, until the request is closed.
    """
    policy, facts = declared("allegis"), somebody("allegis")
    request = asked(Right.ACCESS, situation=HERE)
    promised = {DutyKind.ACKNOWLEDGE, DutyKind.TELL_PROGRESS}
    ask: dict[str, Any] = {"on": DAY, "situation": HERE}
    assert promised <= {each.kind for each in next_duties(request, policy, facts, NL, **ask)}
    confirmed = request.apply(step(Acknowledged, DAY))
    left = {each.kind for each in next_duties(confirmed, policy, facts, NL, **ask)}
    assert promised & left == {DutyKind.TELL_PROGRESS}
    closed = confirmed.apply(step(Answered, DAY, hour=1))
    assert not promised & {each.kind for each in next_duties(closed, policy, facts, NL, **ask)}
    assert not promised & owed("cluster", Right.ACCESS)


@pytest.mark.row("ALLEGIS-137")
def test_requests_are_kept_with_their_days() -> None:
    """
    A request is read back from its events, with its id, where it stands and when what happened.
    """
    live = asked(Right.ACCESS).apply(step(Acknowledged, DAY))
    told = replay(live.history, situation=HERE).request
    assert (told.id, told.status) == ("r-1", RequestStatus.IN_PROGRESS)
    assert [event.kind for event in told.history] == ["request.received", "request.acknowledged"]
    with_proof = owed("allegis", Right.ACCESS)
    assert DutyKind.KEEP_PROOF in with_proof


SETTLED: Final = {"not_satisfied": False, "not_acknowledged_in_time": False}


@pytest.mark.row("ALLEGIS-140", "ALLEGIS-144", "ALLEGIS-146")
@pytest.mark.parametrize(
    ("tried", "known", "open_"),
    [
        ((), {}, {"firm", "authority"}),
        (("firm",), {"not_satisfied": True}, {"firm", "authority", "dispute_body"}),
        (
            ("firm",),
            SETTLED,
            {"firm", "authority"},
        ),
        ((), {"not_satisfied": True}, {"firm", "authority"}),
        (
            ("firm", "dispute_body"),
            {"not_satisfied": True, "residual_claims": True},
            {"firm", "authority", "dispute_body", "arbitration"},
        ),
        (("firm",), {"residual_claims": True, "not_satisfied": False}, {"firm", "authority"}),
    ],
)
def test_allegis_complaints_go_step_by_step(
    tried: tuple[str, ...], known: dict[str, bool], open_: set[str]
) -> None:
    """
    The firm's own steps open one after the other; the authority is open all along.
    """
    there = Situation(establishment="NL")
    found = complaint_routes(
        declared("allegis"), there, NL, on=date(2026, 3, 2), tried=tried, known=known
    )
    standing = {each.route for each in found if each.standing is Standing.STANDS}
    assert standing == open_


def test_no_notice_closes_the_authority() -> None:
    """
    Whatever a notice asks before, an authority is open; the firm's own body is as it says.
    """
    declares = declared("allegis")
    for to, standing in (
        ("supervisory_authority", Standing.STANDS),
        ("dispute_resolution_body", Standing.EXCLUDED),
    ):
        route = attrs.evolve(declares.complaints["dispute_body"], to=to)
        policy = attrs.evolve(declares, complaints=FrozenMap({**declares.complaints, "x": route}))
        (found,) = [
            each
            for each in complaint_routes(policy, HERE, NL, on=DAY, known=SETTLED)
            if each.route == "x"
        ]
        assert found.standing is standing


@pytest.mark.row("ALLEGIS-122", "PAGE-093", "PAGE-113")
@pytest.mark.parametrize(
    ("firm", "wording"),
    [
        ("allegis", "copy_of_safeguards"),
        ("pagegroup", "copy_of_safeguards"),
        ("pagegroup", "copy_of_lia"),
    ],
)
def test_papers_of_the_firm_are_given(firm: str, wording: str) -> None:
    """
    Who asks for a paper by its name is given it; what nobody understands is read by a human.
    """
    assert wording in declared(firm).further_requests
    received = RequestReceived(
        id="r-1/received",
        person="p-1",
        request="r-1",
        happened=noon(DAY),
        recorded_at=noon(DAY),
        rights=(),
        wording=wording,
    )
    for receipt, kind in (
        (received, DutyKind.GIVE_DOCUMENT),
        (attrs.evolve(received, wording=None), DutyKind.READ_REQUEST),
    ):
        request = replay([receipt], situation=HERE).request
        found = duties(request, declared(firm), somebody(firm), NL, on=DAY, situation=HERE)
        assert kind in {each.kind for each in found}
        assert bool(assess(request, declared(firm), somebody(firm), NL, on=DAY)) is (
            kind is DutyKind.READ_REQUEST
        )
