"""
What holds of every judgement, whatever is asked, declared, pleaded and known.
"""

from __future__ import annotations

from typing import Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.policy import Policy
from recruitprivacy.rights import GROUNDS, Circumstances, Judgement, Plea, Verdict
from recruitprivacy.timeline import AnswerPart, Facts
from recruitprivacy.vocabulary import (
    AutomatedDecisionException,
    ErasureException,
    LawfulBasis,
    RefusalGround,
    Right,
)
from tests.rights.test_erasure import FORGET_ME, HOLD
from tests.rights.weighing import agreed, firm, judge, person, unfilled

PURPOSES: Final = ("talent_pool", "direct_marketing", "matching", "job_alerts", "research")
FOUND: Final = ("unlawful", "contested", "inaccurate", "needed_for_claims", "identified")


@st.composite
def firms(draw: st.DrawFn) -> Policy:
    """
    Draw a firm with some purposes on some bases.
    """
    bases = st.lists(st.sampled_from(LawfulBasis), unique=True, max_size=2)
    first, *others = draw(st.lists(st.sampled_from(PURPOSES), unique=True, min_size=1))
    uses = [(name, tuple(draw(bases)) or (LawfulBasis.CONTRACT,)) for name in others]
    return firm(*draw(bases), purpose=first, uses=uses)


@st.composite
def people(draw: st.DrawFn) -> Facts:
    """
    Draw somebody, perhaps with consents, holds and ledgers nobody folded.
    """
    consents = draw(st.lists(st.sampled_from(PURPOSES), unique=True))
    unknown = draw(st.sets(st.sampled_from(["holds", "objections", "consents"])))
    return person(
        draw(st.sampled_from(["cv", "interview_notes", "reference_feedback"])),
        consents=tuple(agreed(each) for each in consents),
        holds=draw(st.sampled_from([(), (HOLD,), (attrs.evolve(HOLD, records=("r2",)),)])),
        unknown=tuple(sorted(unknown)),
    )


GROUND: Final = st.sampled_from([*ErasureException, *RefusalGround, *AutomatedDecisionException])


@st.composite
def pleas(draw: st.DrawFn) -> Plea:
    """
    Draw what a controller says, shown or not.
    """
    return Plea(
        ground=draw(GROUND),
        by=draw(st.sampled_from(["", "r7"])),
        reasons=draw(st.sampled_from(["", "memo-1"])),
        cites=("GDPR Art. 23(1)",),
    )


ASKED: Final = st.sets(st.sampled_from(Right), min_size=1).map(sorted)


@st.composite
def findings(draw: st.DrawFn) -> Circumstances:
    """
    Draw what somebody found out.
    """
    found: dict[str, Any] = {each: draw(st.none() | st.booleans()) for each in FOUND}
    return Circumstances(**found)


def of(found: tuple[Judgement, ...], right: Right) -> Judgement:
    """
    Give the one judgement of a right.
    """
    (only,) = [each for each in found if each.right is right]
    return only


@given(
    asked=ASKED,
    policy=firms(),
    facts=people(),
    plea=st.lists(pleas(), max_size=2),
    known=findings(),
)
def test_whatever_is_not_done_has_a_reason(
    asked: list[Right], policy: Policy, facts: Facts, plea: list[Plea], known: Circumstances
) -> None:
    """
    What is met, perhaps as another right, has no ground against it; what is not has one, and says.
    """
    found = judge(*asked, policy=policy, facts=facts, pleas=plea, given=known)
    assert {each.right for each in found} == set(asked)
    for each in found:
        done = each.verdict in {Verdict.COMPLY, Verdict.OUT_OF_SCOPE}
        assert bool(each.against) is not done
        assert each.told == (() if done else tuple(AnswerPart))
        assert (each.keeps_until is not None) is (each.verdict is Verdict.KEEP)
        assert unfilled(each.steps) == set()
        if each.verdict is Verdict.OUT_OF_SCOPE:
            assert set() < set(each.instead) < set(asked)


@given(
    asked=ASKED,
    policy=firms(),
    facts=people(),
    plea=st.lists(pleas(), max_size=2),
    known=findings(),
)
def test_marketing_and_complaints_are_always_met(
    asked: list[Right], policy: Policy, facts: Facts, plea: list[Plea], known: Circumstances
) -> None:
    """
    Nothing whatever stands against ending marketing or complaining.
    """
    rights = {*asked, Right.OBJECT_MARKETING, Right.COMPLAINT}
    found = judge(*sorted(rights), policy=policy, facts=facts, pleas=plea, given=known)
    assert of(found, Right.OBJECT_MARKETING).verdict is Verdict.COMPLY
    assert of(found, Right.COMPLAINT).verdict is Verdict.COMPLY


@given(
    asked=ASKED,
    policy=firms(),
    facts=people(),
    plea=st.lists(pleas(), max_size=2),
    known=findings(),
)
def test_nothing_held_is_erased(
    asked: list[Right], policy: Policy, facts: Facts, plea: list[Plea], known: Circumstances
) -> None:
    """
    What a hold covers is kept, whatever else is asked, pleaded or known.
    """
    held = attrs.evolve(facts, holds=(HOLD,))
    rights = {*asked, Right.ERASURE}
    found = judge(*sorted(rights), policy=policy, facts=held, pleas=plea, given=known)
    assert of(found, Right.ERASURE).verdict is Verdict.KEEP


@given(right=st.sampled_from(Right), policy=firms(), facts=people(), plea=pleas())
def test_only_open_grounds_change_anything(
    right: Right, policy: Policy, facts: Facts, plea: Plea
) -> None:
    """
    A plea that is no ground against the right leaves the verdict; one that is never eases it.
    """
    ask: dict[str, Any] = {"policy": policy, "facts": facts}
    plain, pleaded = of(judge(right, **ask), right), of(judge(right, pleas=[plea], **ask), right)
    if not any(plea.ground is each for each in GROUNDS[right]):
        overrides = right is Right.ERASURE and isinstance(plea.ground, RefusalGround)
        assert overrides or pleaded.verdict is plain.verdict
    else:
        assert pleaded.verdict is not Verdict.COMPLY
    if not plea.shown and plain.verdict is not Verdict.KEEP:
        assert pleaded.verdict is not Verdict.KEEP


@given(asked=ASKED, policy=firms(), facts=people())
def test_asking_for_more_never_keeps_more(asked: list[Right], policy: Policy, facts: Facts) -> None:
    """
    "Delete me" opens erasing at least as far as asking for erasing alone, or with anything else.
    """
    wide = of(judge(*FORGET_ME, policy=policy, facts=facts), Right.ERASURE)
    narrow = of(judge(*sorted({*asked, Right.ERASURE}), policy=policy, facts=facts), Right.ERASURE)
    assert set(narrow.grounds) <= set(wide.grounds)
    if narrow.verdict is Verdict.COMPLY:
        assert wide.verdict is Verdict.COMPLY
