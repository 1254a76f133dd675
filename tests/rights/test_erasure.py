"""
When data are erased because the person asks, and what is kept all the same.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import PleaLacksProvisionError, UnknownRuleError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Capacity,
    DisposalMeaning,
    End,
    Policy,
    Responsibility,
    RetentionRule,
    RightOffered,
)
from recruitprivacy.retention import On, Unknown
from recruitprivacy.rights import Circumstances, First, Judgement, Plea, Verdict, assess
from recruitprivacy.timeline import (
    Absence,
    AnswerPart,
    Freeze,
    HoldFacts,
    Known,
    ObjectionFacts,
    RestrictionFacts,
)
from recruitprivacy.vocabulary import (
    ErasureException,
    ErasureGround,
    LawfulBasis,
    ObjectionGround,
    RefusalGround,
    RestrictionGround,
    Right,
)
from tests.rights.making import asked
from tests.rights.weighing import (
    CONSENT,
    CONTRACT,
    DAY,
    DUTY,
    INTERESTS,
    LIFE,
    NL,
    PRECONTRACT,
    TASK,
    agreed,
    codes,
    explained_by,
    firm,
    judge,
    one,
    person,
    unfilled,
)

COMPLY: Final = Verdict.COMPLY
KEEP: Final = Verdict.KEEP
MAY_REFUSE: Final = Verdict.MAY_REFUSE
FORGET_ME: Final = (
    Right.WITHDRAW_CONSENT,
    Right.OBJECT,
    Right.OBJECT_MARKETING,
    Right.ERASURE,
)
WEIGHED: Final = firm(INTERESTS)
REPLAY: Final = ["law.line.packs", "law.line.replay"]
STOPPING: Final = ["rights.verdict.stops", "rights.verdict.suspends"]
NEEDED: Final = firm(CONTRACT)
HOLD: Final = HoldFacts(
    event="h-1",
    matter="m-1",
    ground="equal_treatment_claim",
    owner="counsel",
    review_on=date(2026, 6, 1),
    records=("r1",),
    categories=(),
    vacancy=None,
    art_9=None,
    art_10=None,
    placed=Known(day=date(2026, 2, 1)),
)


def erasure(**more: Any) -> Judgement:  # noqa: ANN401 - anything one() takes
    """
    Judge a request for erasure alone.
    """
    return one(Right.ERASURE, **more)


def claims(**more: Any) -> Plea:  # noqa: ANN401 - any field of a plea
    """
    Plead legal claims, shown by a human.
    """
    shown = {"ground": ErasureException.LEGAL_CLAIMS, "by": "r7", "reasons": "memo-1"}
    return Plea(**{**shown, **more})


THERE: Final = Situation(establishment="XX")
PACK: Final = """
jurisdiction = "XX"
extends = "EU"
checked_on = 2026-01-15
calendar = "NL"
time_zone = "Europe/Amsterdam"

[acts.Test]
title = "An act made up for these tests"

[[rules]]
id = "xx.retention.vouchers"
topic = "retention.tests:vouchers"
kind = "{kind}"
trigger = "data_collected"
period = "{period}"
categories = ["cv"]
applies_from = 2018-05-25
weight = "statute"
confidence = "verified"
checked_on = 2026-01-15
cites = ["Test Art. 1"]
because = "A statute of these tests."
source = "made up"

[[rules]]
id = "xx.rights.archive"
topic = "applicant_rights"
value = "restricted"
applies_from = 2018-05-25
weight = "statute"
confidence = "{confidence}"
checked_on = 2026-01-15
cites = ["Test Art. 2"]
because = "A statute of these tests restricts a right."
source = "made up"
"""


def statute(period: str, *, kind: str = "floor", confidence: str = "verified") -> Law:
    """
    Give a law with one statute that keeps, or ends, CVs.
    """
    text = PACK.format(period=period, kind=kind, confidence=confidence)
    return load().with_pack(read_pack(text))


@pytest.mark.row("E1")
def test_no_longer_necessary() -> None:
    """
    What no purpose needs any more is erased on request, whatever it rested on.
    """
    over = erasure(policy=NEEDED, facts=person(ended=("talent_pool",)))
    assert (over.verdict, over.grounds) == (COMPLY, (ErasureGround.NO_LONGER_NECESSARY,))
    assert erasure(policy=NEEDED).verdict is MAY_REFUSE


@pytest.mark.row("E1")
@pytest.mark.parametrize(("weeks", "verdict"), [(4, COMPLY), (52, MAY_REFUSE)])
def test_after_the_promised_time(weeks: int, verdict: Verdict) -> None:
    """
    Once the firm's own time is over, it is no longer necessary; before, a contract may need it.
    """
    rule = RetentionRule(at_most=Period(weeks=weeks), after="data_collected", then="delete")
    promise = firm(
        CONTRACT,
        retention=FrozenMap({"house": rule}),
        disposals=FrozenMap({"delete": DisposalMeaning(ends=(End.ERASED,))}),
    )
    found = erasure(policy=promise)
    assert found.verdict is verdict
    assert ErasureGround.LEGAL_OBLIGATION_TO_ERASE not in found.grounds


@pytest.mark.row("E1")
def test_what_was_done_at_the_persons_own_request() -> None:
    """
    Steps before a contract are taken because the person asks; who asks to be erased asks no more.
    """
    applicant = erasure(policy=firm(PRECONTRACT))
    assert (applicant.verdict, applicant.grounds) == (COMPLY, (ErasureGround.NO_LONGER_NECESSARY,))
    assert "rights.ground.asked_back" in codes(applicant.steps)
    assert unfilled(applicant.steps) == set()
    assert erasure(policy=firm(PRECONTRACT, CONTRACT)).verdict is MAY_REFUSE
    held = erasure(policy=firm(PRECONTRACT), facts=person(holds=(HOLD,)))
    assert (held.verdict, held.against) == (KEEP, (ErasureException.LEGAL_CLAIMS,))


@pytest.mark.row("E2")
def test_consent_taken_back_and_no_other_basis() -> None:
    """
    Consent alone falls with the request; another basis that was declared keeps the data.
    """
    facts = person(consents=(agreed(),))
    alone = erasure(policy=firm(CONSENT), facts=facts)
    assert alone.grounds == (ErasureGround.CONSENT_WITHDRAWN_NO_OTHER_BASIS,)
    assert alone.verdict is COMPLY
    both = erasure(policy=firm(CONSENT, CONTRACT), facts=facts)
    assert (both.verdict, both.grounds) == (MAY_REFUSE, ())


@pytest.mark.row("E3")
@pytest.mark.parametrize("basis", [INTERESTS, TASK])
def test_an_objection_nothing_overrides(basis: LawfulBasis) -> None:
    """
    A request is an objection too, until a human shows compelling grounds.
    """
    found = erasure(policy=firm(basis))
    assert (found.verdict, found.grounds) == (COMPLY, (ErasureGround.OBJECTION_UPHELD,))
    compelling = Plea(ground=RefusalGround.COMPELLING_GROUNDS, by="r7", reasons="memo-1")
    assert erasure(policy=firm(basis), pleas=[compelling]).verdict is MAY_REFUSE
    unshown = attrs.evolve(compelling, by="")
    assert erasure(policy=firm(basis), pleas=[unshown]).verdict is COMPLY


@pytest.mark.row("E3")
@pytest.mark.parametrize(
    ("purposes", "ground", "verdict"),
    [
        ((), RefusalGround.COMPELLING_GROUNDS, MAY_REFUSE),
        (("talent_pool",), RefusalGround.LEGAL_CLAIMS, MAY_REFUSE),
        (("profiling",), RefusalGround.COMPELLING_GROUNDS, COMPLY),
        ((), None, COMPLY),
    ],
)
def test_an_objection_that_was_decided(
    purposes: tuple[str, ...], ground: RefusalGround | None, verdict: Verdict
) -> None:
    """
    An objection to this purpose that was overruled on a ground stands against erasing.
    """
    overruled = ObjectionFacts(
        event="o-1",
        grounds=(ObjectionGround.LEGITIMATE_INTERESTS,),
        purposes=purposes,
        made=Known(day=date(2026, 1, 10)),
        decided=Known(day=date(2026, 2, 1)),
        upheld=False,
        ground=ground,
    )
    assert erasure(policy=WEIGHED, facts=person(objections=(overruled,))).verdict is verdict
    pending = attrs.evolve(overruled, upheld=None)
    assert erasure(policy=WEIGHED, facts=person(objections=(pending,))).verdict is COMPLY


@pytest.mark.row("E4")
def test_marketing_goes_and_the_rest_may_stay() -> None:
    """
    An objection to marketing ends that purpose; data a contract needs may stay for it.
    """
    rights = (Right.OBJECT_MARKETING, Right.ERASURE)
    only = one(*rights, of=Right.ERASURE, policy=firm(INTERESTS, purpose="direct_marketing"))
    assert (only.verdict, only.grounds) == (COMPLY, (ErasureGround.MARKETING_OBJECTION,))
    both = firm(INTERESTS, purpose="direct_marketing", uses=[("matching", (CONTRACT,))])
    partly = one(*rights, of=Right.ERASURE, policy=both)
    assert (partly.verdict, partly.stops) == (MAY_REFUSE, ("direct_marketing",))


@pytest.mark.row("E5")
@pytest.mark.parametrize(("unlawful", "verdict"), [(True, COMPLY), (None, MAY_REFUSE)])
def test_unlawful_data_go(*, unlawful: bool | None, verdict: Verdict) -> None:
    """
    What is processed unlawfully is erased on request, whatever needs it.
    """
    found = erasure(policy=NEEDED, given=Circumstances(unlawful=unlawful))
    assert found.verdict is verdict
    assert (ErasureGround.UNLAWFUL in found.grounds) is bool(unlawful)


@pytest.mark.row("E6")
def test_a_law_commands_erasing() -> None:
    """
    A statute whose term is over commands erasing, and so does one a human names; else a need stays.
    """
    ended = statute("P1M", kind="ceiling")
    found = erasure(policy=NEEDED, law=ended, situation=THERE)
    assert ErasureGround.LEGAL_OBLIGATION_TO_ERASE in found.grounds
    assert found.verdict is COMPLY
    running = erasure(policy=NEEDED, law=statute("P5Y", kind="ceiling"), situation=THERE)
    assert running.verdict is MAY_REFUSE
    assert erasure(policy=NEEDED, given=Circumstances(must_erase=True)).verdict is COMPLY


@pytest.mark.row("E7")
@pytest.mark.parametrize(("child", "verdict"), [(True, COMPLY), (False, MAY_REFUSE)])
def test_collected_from_a_child_online(*, child: bool, verdict: Verdict) -> None:
    """
    What an online service collected from a child goes on request.
    """
    assert erasure(policy=NEEDED, given=Circumstances(child_service=child)).verdict is verdict


@pytest.mark.row("E0")
@pytest.mark.parametrize("basis", [CONTRACT, DUTY, LIFE])
def test_without_a_ground_a_human_decides(basis: LawfulBasis) -> None:
    """
    Where no ground is there it may be refused, by a human who is told what to decide.
    """
    found = erasure(policy=firm(basis))
    assert (found.verdict, found.against) == (MAY_REFUSE, (RefusalGround.RIGHT_DOES_NOT_APPLY,))
    assert found.decides == ("use.talent_pool.necessary",)
    assert found.told == tuple(AnswerPart)
    assert erasure(policy=WEIGHED).told == ()


def test_a_purpose_of_which_nobody_knows_whether_it_goes_on() -> None:
    """
    Where nobody knows whether a contract still needs it, a human finds out.
    """
    facts = person(unknown=("objections",))
    found = erasure(policy=NEEDED, facts=facts)
    assert (found.verdict, found.decides) == (MAY_REFUSE, ("objection.state",))


@pytest.mark.row("X1", "X3", "X4", "X5")
@pytest.mark.parametrize("ground", [*ErasureException])
def test_an_exception_that_was_shown_keeps_its_part(ground: ErasureException) -> None:
    """
    An exception keeps the data it is about, once a human showed it; before, a human has to.
    """
    facts = person("cv", "interview_notes")
    plea = Plea(ground=ground, categories=("cv",), by="r7", reasons="memo-1")
    found = {
        each.category: each
        for each in judge(Right.ERASURE, policy=WEIGHED, facts=facts, pleas=[plea])
    }
    assert {name: each.verdict for name, each in found.items()} == {
        "cv": KEEP,
        "interview_notes": COMPLY,
    }
    assert found["cv"].against == (ground,)
    assert found["cv"].keeps_until == Unknown(missing=(f"plea.{ground.value}",))
    unshown = attrs.evolve(plea, reasons="")
    assert erasure(policy=WEIGHED, pleas=[unshown]).verdict is MAY_REFUSE


@pytest.mark.row("X5")
@pytest.mark.parametrize(
    ("until", "verdict", "keeps"),
    [(date(2026, 3, 10), KEEP, date(2026, 3, 11)), (date(2026, 3, 9), COMPLY, None)],
)
def test_an_exception_has_an_end(until: date, verdict: Verdict, keeps: date | None) -> None:
    """
    What was claimed until a day keeps nothing from the next.
    """
    found = erasure(policy=WEIGHED, pleas=[claims(until=until)])
    assert (found.verdict, found.keeps_until) == (verdict, keeps and On(day=keeps))


@pytest.mark.row("X2")
@pytest.mark.parametrize(
    ("period", "verdict", "keeps"),
    [
        ("P5Y", KEEP, On(day=date(2031, 1, 6))),
        ("P64D", KEEP, On(day=date(2026, 3, 11))),
        ("P63D", COMPLY, None),
    ],
)
def test_a_statute_keeps_its_part(period: str, verdict: Verdict, keeps: On | None) -> None:
    """
    A statute that forbids erasing keeps its part until the day after its last, and says so.
    """
    facts = person("cv", "interview_notes")
    law = statute(period)
    found = judge(Right.ERASURE, policy=WEIGHED, facts=facts, law=law, situation=THERE)
    cv, notes = found
    assert (cv.verdict, cv.keeps_until) == (verdict, keeps)
    assert notes.verdict is COMPLY
    cites = {str(cite) for cite in cv.cites}
    assert ("Test Art. 1" in cites) is (verdict is KEEP)


@pytest.mark.row("X2")
def test_a_statute_whose_day_nobody_knows() -> None:
    """
    A statute that may still run is for a human, who is told which day is missing.
    """
    undated = person(moments={"data.collected.first": Absence.UNKNOWN})
    found = erasure(policy=WEIGHED, facts=undated, law=statute("P5Y"), situation=THERE)
    assert found.verdict is MAY_REFUSE
    assert found.decides == ("data.collected.first",)


@pytest.mark.row("X5")
@pytest.mark.parametrize(
    ("lifted", "verdict"),
    [(Absence.NOT_STARTED, KEEP), (Known(day=date(2026, 3, 1)), COMPLY)],
)
def test_a_hold_keeps_what_it_covers(lifted: Any, verdict: Verdict) -> None:  # noqa: ANN401
    """
    A hold keeps what it covers while it stands, and no longer.
    """
    facts = person(holds=(attrs.evolve(HOLD, lifted=lifted),))
    assert erasure(policy=WEIGHED, facts=facts).verdict is verdict
    elsewhere = person(holds=(attrs.evolve(HOLD, records=("r2",), lifted=lifted),))
    assert erasure(policy=WEIGHED, facts=elsewhere).verdict is COMPLY


def test_a_blanket_hold_is_remarked_on() -> None:
    """
    A hold that names nothing keeps everything, and a human is asked what the matter needs.
    """
    blanket = attrs.evolve(HOLD, records=())
    found = erasure(policy=WEIGHED, facts=person(holds=(blanket,)))
    assert found.verdict is KEEP
    assert "rights.against.blanket" in codes(found.steps)
    named = erasure(policy=WEIGHED, facts=person(holds=(HOLD,)))
    assert "rights.against.blanket" not in codes(named.steps)


@pytest.mark.row("X5")
@pytest.mark.parametrize("right", [Right.OBJECT_MARKETING, Right.WITHDRAW_CONSENT, Right.OBJECT])
def test_a_hold_never_keeps_a_purpose_alive(right: Right) -> None:
    """
    A hold stops erasing alone: marketing, consent and what was objected to stop all the same.
    """
    policy = firm(INTERESTS, purpose="direct_marketing")
    facts = person(holds=(HOLD,), consents=(agreed("direct_marketing"),))
    found = {each.right: each.verdict for each in judge(*FORGET_ME, policy=policy, facts=facts)}
    assert (found[Right.ERASURE], found[Right.OBJECT_MARKETING]) == (KEEP, COMPLY)
    on_consent = firm(CONSENT, purpose="direct_marketing")
    assert one(right, policy=on_consent, facts=facts).verdict is COMPLY


def test_holds_nobody_folded_are_for_a_human() -> None:
    """
    Where nobody knows whether a hold stands, nothing is erased before a human has looked.
    """
    found = erasure(policy=WEIGHED, facts=person(unknown=("holds",)))
    assert (found.verdict, found.decides) == (MAY_REFUSE, ("hold.open",))
    assert erasure(policy=WEIGHED).verdict is COMPLY


def test_a_plea_is_about_its_records() -> None:
    """
    What is pleaded for one record keeps nothing of another.
    """
    assert erasure(policy=WEIGHED, pleas=[claims(records=("r1",))]).verdict is KEEP
    assert erasure(policy=WEIGHED, pleas=[claims(records=("r2",))]).verdict is COMPLY


def test_how_long_the_firm_means_to_keep_is_no_ground() -> None:
    """
    A house period or a wish keeps nothing from a person who asks, which the answer says.
    """
    rule = RetentionRule(
        at_most=Period(years=4), aim=Period(years=2), after="data_collected", then="delete"
    )
    policy = firm(
        INTERESTS,
        retention=FrozenMap({"house": rule}),
        disposals=FrozenMap({"delete": DisposalMeaning(ends=(End.ERASED,))}),
    )
    found = erasure(policy=policy)
    assert (found.verdict, found.against) == (COMPLY, ())
    assert "rights.aside.house" in codes(found.steps)
    assert "rights.aside.house" not in codes(erasure(policy=WEIGHED).steps)


def test_delete_me_is_four_things_at_once() -> None:
    """
    "Delete me" ends consent, interests and marketing, and erases what nothing else needs.
    """
    policy = firm(CONSENT, uses=[("matching", (INTERESTS,)), ("direct_marketing", (INTERESTS,))])
    found = {
        each.right: each
        for each in judge(*FORGET_ME, policy=policy, facts=person(consents=(agreed(),)))
    }
    assert {each.verdict for each in found.values()} == {COMPLY}
    assert found[Right.WITHDRAW_CONSENT].stops == ("talent_pool",)
    assert found[Right.OBJECT].stops == ("direct_marketing", "matching")
    assert found[Right.OBJECT_MARKETING].stops == ("direct_marketing",)
    assert found[Right.ERASURE].grounds == (
        ErasureGround.CONSENT_WITHDRAWN_NO_OTHER_BASIS,
        ErasureGround.OBJECTION_UPHELD,
        ErasureGround.MARKETING_OBJECTION,
    )


@pytest.mark.parametrize("ground", [*RestrictionGround])
def test_ones_own_restriction_is_announced_before_it_ends(ground: RestrictionGround) -> None:
    """
    A restriction or freeze of the person's own stops no erasure they ask for; they are told first.
    """
    restriction = RestrictionFacts(
        event="s-1", ground=ground, categories=None, records=(), placed=Known(day=date(2026, 2, 1))
    )
    found = erasure(policy=WEIGHED, facts=person(restrictions=(restriction,)))
    assert (found.verdict, found.first) == (COMPLY, (First.ANNOUNCE,))
    assert erasure(policy=WEIGHED).first == ()


@pytest.mark.row("H13")
def test_access_comes_before_erasing() -> None:
    """
    Who asks for a copy and for erasing, at once or in two requests, gets the copy first.
    """
    both = one(Right.ACCESS, Right.ERASURE, of=Right.ERASURE, policy=WEIGHED)
    assert both.first == (First.ACCESS,)
    open_one = Freeze(
        request="r-0", rights=(Right.PORTABILITY,), since=Known(day=date(2026, 3, 1)), proved=True
    )
    found = erasure(policy=WEIGHED, facts=person(freezes=(open_one,)))
    assert found.first == (First.ACCESS, First.ANNOUNCE)
    own = attrs.evolve(open_one, request="r-1")
    itself = erasure(policy=WEIGHED, facts=person(freezes=(own,)))
    assert itself.first == (First.ACCESS,)


def test_statutes_that_contradict_each_other_are_for_a_human() -> None:
    """
    Where one statute wants it gone and another kept, a human decides.
    """
    ceiling = PACK[PACK.index("[[rules]]") : PACK.rindex("[[rules]]")]
    text = PACK.format(period="P5Y", kind="floor", confidence="verified")
    text += ceiling.format(period="P1M", kind="ceiling").replace("vouchers", "limits")
    law = load().with_pack(read_pack(text))
    found = erasure(policy=WEIGHED, law=law, situation=THERE)
    assert (found.verdict, found.decides) == (MAY_REFUSE, ("law.conflict",))
    alone = erasure(policy=WEIGHED, law=statute("P5Y"), situation=THERE)
    assert alone.verdict is KEEP


@pytest.mark.parametrize(
    ("ground", "rights"),
    [
        (ErasureException.LEGAL_CLAIMS, Right.ACCESS),
        (ErasureException.LEGAL_CLAIMS, Right.OBJECT),
        (RefusalGround.COMPELLING_GROUNDS, Right.ERASURE),
        (RefusalGround.RIGHTS_OF_OTHERS, Right.RECTIFICATION),
        (RefusalGround.EXCESSIVE, Right.OBJECT_MARKETING),
    ],
)
def test_a_ground_of_another_right_is_set_aside(
    ground: ErasureException | RefusalGround, rights: Right
) -> None:
    """
    What is no ground against a right changes nothing, and the answer says so.
    """
    plea = Plea(ground=ground, by="r7", reasons="memo-1")
    plain, pleaded = (
        one(rights, policy=firm(CONTRACT)),
        one(rights, policy=firm(CONTRACT), pleas=[plea]),
    )
    assert (pleaded.verdict, pleaded.against) == (plain.verdict, plain.against)
    assert "rights.aside.no_ground" in codes(pleaded.steps)


def test_a_promise_to_refuse_on_no_others_binds() -> None:
    """
    A notice that names its grounds as the only ones loses those it left out.
    """
    offered = RightOffered(erasure_exceptions=(ErasureException.LEGAL_CLAIMS,), only_these=True)
    policy = firm(INTERESTS, rights=FrozenMap({Right.ERASURE: offered}))
    expression = claims(ground=ErasureException.EXPRESSION)
    assert erasure(policy=policy, pleas=[claims()]).verdict is KEEP
    assert erasure(policy=policy, pleas=[expression]).verdict is COMPLY
    said = codes(erasure(policy=policy, pleas=[expression]).steps)
    assert "rights.aside.promised" in said
    assert erasure(policy=WEIGHED, pleas=[expression]).verdict is KEEP


@pytest.mark.parametrize(
    ("confidence", "verdict"), [("verified", KEEP), ("unverified", MAY_REFUSE)]
)
def test_a_plea_may_rest_on_a_rule_of_a_pack(confidence: str, verdict: Verdict) -> None:
    """
    A plea that rests on a rule of a pack carries its provision; unverified, it is for a human.
    """
    law = statute("P1D", confidence=confidence)
    plea = claims(ground=ErasureException.ARCHIVING_RESEARCH, rule="xx.rights.archive")
    found = erasure(policy=WEIGHED, law=law, situation=THERE, pleas=[plea])
    assert found.verdict is verdict
    assert "Test Art. 2" in {str(cite) for cite in found.cites}
    with pytest.raises(UnknownRuleError):
        erasure(policy=WEIGHED, law=law, situation=THERE, pleas=[claims(rule="xx.nothing")])


def test_the_ties_of_the_request_count() -> None:
    """
    Where no other ties are given, those of the request decide which statutes bind.
    """
    for ties, verdict in ((THERE, KEEP), (Situation(establishment="NL"), COMPLY)):
        law = statute("P5Y").with_pack(load("NL").pack("NL"))
        request = asked(Right.ERASURE, situation=ties)
        (found,) = assess(request, WEIGHED, person(), law, on=DAY)
        assert found.verdict is verdict


def test_a_national_restriction_names_its_law() -> None:
    """
    A restriction by national law needs its provision, and is then for a human.
    """
    ground = RefusalGround.NATIONAL_RESTRICTION
    with pytest.raises(PleaLacksProvisionError):
        Plea(ground=ground, by="r7", reasons="memo-1")
    plea = Plea(ground=ground, by="r7", reasons="memo-1", cites=("GDPR Art. 23(1)",))
    assert one(Right.ACCESS, policy=WEIGHED, pleas=[plea]).verdict is MAY_REFUSE
    assert one(Right.ACCESS, policy=WEIGHED).verdict is COMPLY


def test_what_we_hold_for_another_is_out_of_scope() -> None:
    """
    What we process for somebody else is not decided on here.
    """
    acting = Responsibility(
        roles=("candidate",),
        among=("house",),
        capacity=Capacity.PROCESSOR,
        acting_for="client",
    )
    policy = attrs.evolve(WEIGHED, responsible=FrozenMap({"all": acting}))
    found = erasure(policy=policy)
    assert (found.verdict, found.told) == (Verdict.OUT_OF_SCOPE, ())


def test_a_request_nobody_understands_is_never_refused() -> None:
    """
    Where nobody knows what is asked, the answer is to read it, for each of the data.
    """
    request = attrs.evolve(asked(), rights=())
    found = assess(request, WEIGHED, person("cv", "name"), NL, on=DAY)
    assert {(each.right, each.verdict, each.decides) for each in found} == {
        (None, COMPLY, ("request.rights",))
    }


@pytest.mark.parametrize("policy", [WEIGHED, NEEDED, firm()])
def test_every_sentence_is_whole(policy: Policy) -> None:
    """
    No sentence of an answer lacks a value, whatever is asked.
    """
    facts = person("cv", "interview_notes", holds=(HOLD, attrs.evolve(HOLD, records=())))
    pleas = [claims(), claims(until=DAY), claims(until=date(2025, 1, 1)), claims(by="")]
    found = judge(*Right, policy=policy, facts=facts, pleas=pleas)
    assert unfilled(step for each in found for step in each.steps) == set()
    assert len({each.fingerprint for each in found}) > len(Right)


@pytest.mark.parametrize(
    ("more", "first", "last"),
    [
        ({"policy": WEIGHED}, "rights.verdict.comply", "rights.ground.erasure"),
        ({"policy": NEEDED}, "rights.verdict.may_refuse", "rights.ground.needed"),
        (
            {"policy": WEIGHED, "facts": person(holds=(HOLD,))},
            "rights.verdict.keep",
            "rights.keeps.while",
        ),
        (
            {"policy": WEIGHED, "pleas": [claims(until=DAY)]},
            "rights.verdict.keep",
            "rights.keeps.until",
        ),
    ],
)
def test_an_answer_is_said_from_the_verdict_down(
    more: dict[str, Any], first: str, last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The verdict comes first, then whose it is and the reasons, then until when a part is kept.
    """
    said = explained_by(monkeypatch)
    erasure(**more).explain("en")
    assert (said[:2], said[-2:]) == ([first, "rights.verdict.who"], REPLAY)
    assert last in said[2:-2]


def test_what_comes_first_is_said_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What has to happen before is said at the end; a request nobody understands says that.
    """
    said = explained_by(monkeypatch)
    one(Right.ACCESS, Right.ERASURE, of=Right.ERASURE, policy=WEIGHED).explain("en")
    assert said[-3:] == [First.ACCESS.what.code, *REPLAY]
    said.clear()
    (unread,) = assess(attrs.evolve(asked(), rights=()), WEIGHED, person(), NL, on=DAY)
    unread.explain("en")
    assert said == ["rights.verdict.unread", "rights.verdict.who", *REPLAY]


@pytest.mark.parametrize(
    ("policy", "pleas", "told"),
    [(WEIGHED, [], 0), (WEIGHED, [claims(until=DAY)], 1), (NEEDED, [], 1)],
)
def test_what_the_person_is_told_is_said(
    policy: Policy, pleas: list[Plea], told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Where not all is done, the answer says what the person must be told of it.
    """
    said = explained_by(monkeypatch)
    erasure(policy=policy, pleas=pleas).explain("en")
    assert said.count("rights.verdict.told") == told


@pytest.mark.parametrize(
    ("pleas", "code"),
    [([], "rights.verdict.stops"), ([claims(by="")], "rights.verdict.suspends")],
)
def test_the_purposes_that_stop_are_named(
    pleas: list[Plea], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    What stops for good is told apart from what stands still until a person has decided.
    """
    said = explained_by(monkeypatch)
    erasure(policy=WEIGHED, pleas=pleas).explain("en")
    assert [each for each in said if each in STOPPING] == [code]


def test_what_to_look_at_instead_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where a right does not exist, the answer names the one that may.
    """
    said = explained_by(monkeypatch)
    found = judge(Right.WITHDRAW_CONSENT, policy=firm(INTERESTS), facts=person())
    assert {bool(each.instead) for each in found} == {True}
    for each in found:
        each.explain("en")
    assert "rights.verdict.instead" in said


def test_another_fact_makes_another_fingerprint() -> None:
    """
    An answer can be told from one that rests on other facts.
    """
    found = erasure(policy=WEIGHED)
    assert found.fingerprint == erasure(policy=WEIGHED).fingerprint
    assert found.fingerprint != erasure(policy=WEIGHED, facts=person(holds=(HOLD,))).fingerprint
    assert found.fingerprint != erasure(policy=NEEDED).fingerprint
