"""
Which rights a person has over one use of their data, and on what they depend.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.basis import Activity, Automated, Effect, Verdict
from recruitprivacy.basis import assess as bases_of
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation, load
from recruitprivacy.policy import UNSTATED, Exceptional, Use
from recruitprivacy.rights import (
    TABLE,
    Circumstances,
    Dependence,
    Entitlement,
    Provenance,
    rights_for,
)
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis, Right
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
    codes,
    unfilled,
)

STANDS: Final = Verdict.STANDS
ARGUABLE: Final = Verdict.ARGUABLE
EXCLUDED: Final = Verdict.EXCLUDED
ALL: Final = frozenset(LawfulBasis)
REJECTS: Final = Automated(effect=Effect.REJECTS, looked_at=False)


def used(*bases: LawfulBasis, **more: Any) -> Use:  # noqa: ANN401 - any field of a use
    """
    Declare a use on some bases; none is unstated.
    """
    return Use(purposes=("talent_pool",), basis=bases or UNSTATED, **more)


def of(right: Right, use: Use | Activity, **more: Any) -> Entitlement:  # noqa: ANN401
    """
    Ask for one right over a use.
    """
    found = rights_for(use, HERE, NL, on=DAY, **more)
    return next(each for each in found if each.right is right)


def known(**facts: Any) -> Circumstances:  # noqa: ANN401 - any of them
    """
    Say what somebody found out.
    """
    return Circumstances(**facts)


def test_every_right_is_answered() -> None:
    """
    The table and the answer name every right there is, in the same order.
    """
    found = rights_for(used(CONSENT), HERE, NL, on=DAY)
    assert [each.right for each in found] == list(Right)
    assert set(TABLE) == set(Right)


@pytest.mark.row("R1")
@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_access_under_every_basis(basis: LawfulBasis) -> None:
    """
    Access exists whatever the basis is, as long as the person can be found in the data.
    """
    assert of(Right.ACCESS, used(basis)).standing is STANDS
    assert of(Right.ACCESS, used(basis), given=known(identified=False)).standing is ARGUABLE


@pytest.mark.row("R2")
@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_rectification_under_every_basis(basis: LawfulBasis) -> None:
    """
    Rectification exists whatever the basis is, and an opinion gets a statement beside it.
    """
    found = of(Right.RECTIFICATION, used(basis))
    assert found.standing is STANDS
    assert "rights.ground.opinion" in codes(found.steps)
    assert of(Right.RECTIFICATION, used(basis), given=known(identified=False)).needs == (
        "identified",
    )


@pytest.mark.row("R3")
@pytest.mark.parametrize("fact", ["unlawful", "child_service", "must_erase", "marketing"])
def test_erasure_needs_a_ground(fact: str) -> None:
    """
    Erasure exists under every basis as soon as a ground for it does.
    """
    for basis in LawfulBasis:
        assert of(Right.ERASURE, used(basis)).needs == (Dependence.ERASURE_GROUND,)
        assert of(Right.ERASURE, used(basis), given=known(**{fact: True})).standing is STANDS


@pytest.mark.row("R4")
@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({}, ARGUABLE),
        ({"contested": True}, STANDS),
        ({"needed_for_claims": True}, STANDS),
        ({"unlawful": True}, ARGUABLE),
        ({"unlawful": True, "prefers_restriction": True}, STANDS),
    ],
)
def test_restriction_needs_a_ground(facts: dict[str, bool], standing: Verdict) -> None:
    """
    Restriction exists under every basis as soon as one of its grounds does.
    """
    assert of(Right.RESTRICTION, used(DUTY), given=known(**facts)).standing is standing


@pytest.mark.row("R5", "P1")
@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_portability_under_consent_or_contract(basis: LawfulBasis) -> None:
    """
    Portability exists under consent and contract alone; elsewhere a copy is to be had.
    """
    given = known(automated_means=True, provenance=Provenance.PROVIDED)
    found = of(Right.PORTABILITY, used(basis), given=given)
    carried = basis in {CONSENT, CONTRACT, PRECONTRACT}
    assert found.standing is (STANDS if carried else EXCLUDED)
    assert found.instead == (Right.ACCESS,)


@pytest.mark.row("R5")
def test_explicit_consent_carries_portability() -> None:
    """
    Explicit consent to special categories carries it beside a basis that does not.
    """
    given = known(automated_means=True, provenance=Provenance.PROVIDED)
    explicit = used(DUTY, art_9=Art9Condition.EXPLICIT_CONSENT)
    assert of(Right.PORTABILITY, explicit, given=given).standing is STANDS
    assert of(Right.PORTABILITY, used(DUTY), given=given).standing is EXCLUDED
    also = attrs.evolve(given, explicit_consent=True)
    assert of(Right.PORTABILITY, used(DUTY), given=also).standing is STANDS


@pytest.mark.row("P2")
def test_paper_is_not_portable() -> None:
    """
    What is on paper only is not carried over; nobody having said leaves it open.
    """
    for means, standing in ((True, STANDS), (False, EXCLUDED), (None, ARGUABLE)):
        given = known(automated_means=means, provenance=Provenance.PROVIDED)
        assert of(Right.PORTABILITY, used(CONSENT), given=given).standing is standing


@pytest.mark.row("P3", "P4", "P5", "P6")
@pytest.mark.parametrize(
    ("provenance", "standing"),
    [
        (Provenance.PROVIDED, STANDS),
        (Provenance.OBSERVED, STANDS),
        (Provenance.DERIVED, EXCLUDED),
        (Provenance.OTHERS, EXCLUDED),
        (None, ARGUABLE),
    ],
)
def test_what_the_person_provided_is_portable(
    provenance: Provenance | None, standing: Verdict
) -> None:
    """
    Typed, uploaded and left behind by the person is portable; concluded or told by others is not.
    """
    given = known(automated_means=True, provenance=provenance)
    assert of(Right.PORTABILITY, used(CONSENT), given=given).standing is standing


@pytest.mark.row("P11")
def test_steps_before_a_contract_are_disputed() -> None:
    """
    Whether steps before a contract are one is disputed, and it is granted with that remark.
    """
    given = known(automated_means=True, provenance=Provenance.PROVIDED)
    before = of(Right.PORTABILITY, used(PRECONTRACT), given=given)
    assert before.standing is STANDS
    assert "rights.which.precontract" in codes(before.steps)
    found = of(Right.PORTABILITY, used(CONTRACT), given=given)
    assert "rights.which.precontract" not in codes(found.steps)


@pytest.mark.row("R6")
@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_objection_under_a_task_or_interests(basis: LawfulBasis) -> None:
    """
    Objection exists under a public task and legitimate interests, once the person says why.
    """
    stated = known(situation_stated=True)
    carried = basis in {TASK, INTERESTS}
    assert of(Right.OBJECT, used(basis)).standing is (ARGUABLE if carried else EXCLUDED)
    found = of(Right.OBJECT, used(basis), given=stated)
    assert found.standing is (STANDS if carried else EXCLUDED)


@pytest.mark.row("R7")
@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_marketing_can_always_be_objected_to(basis: LawfulBasis) -> None:
    """
    An objection to direct marketing needs no basis and no reason, the other objection does.
    """
    assert of(Right.OBJECT_MARKETING, used(basis)).standing is STANDS
    assert of(Right.OBJECT, used(basis)).standing is not STANDS


@pytest.mark.row("R8", "A1", "A2")
@pytest.mark.parametrize(
    ("machine", "standing"),
    [
        (REJECTS, STANDS),
        (attrs.evolve(REJECTS, looked_at=True, may_overturn=True), EXCLUDED),
        (attrs.evolve(REJECTS, effect=Effect.RECOMMENDS), EXCLUDED),
        (attrs.evolve(REJECTS, looked_at=None), ARGUABLE),
        (None, ARGUABLE),
    ],
)
def test_machines_that_decide_alone(machine: Automated | None, standing: Verdict) -> None:
    """
    The right is about decisions by machine alone that matter; a human who may overturn ends it.
    """
    given = known(automation=machine)
    for right in (Right.NOT_SUBJECT_TO_AUTOMATED_DECISION, Right.HUMAN_INTERVENTION):
        assert of(right, used(PRECONTRACT), given=given).standing is standing


@pytest.mark.row("A3")
def test_a_score_that_is_drawn_on_decides() -> None:
    """
    A score on which somebody else's decision draws strongly is a decision already.
    """
    looked = attrs.evolve(REJECTS, looked_at=True, may_overturn=True)
    drawn = attrs.evolve(looked, drawn_on=True)
    right = Right.NOT_SUBJECT_TO_AUTOMATED_DECISION
    assert of(right, used(CONSENT), given=known(automation=looked)).standing is EXCLUDED
    assert of(right, used(CONSENT), given=known(automation=drawn)).standing is STANDS


@pytest.mark.row("R9")
@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_only_consent_is_withdrawn(basis: LawfulBasis) -> None:
    """
    What rests on consent can be withdrawn, and what rests on explicit consent beside it.
    """
    found = of(Right.WITHDRAW_CONSENT, used(basis))
    assert found.standing is (STANDS if basis is CONSENT else EXCLUDED)
    also = of(Right.WITHDRAW_CONSENT, used(basis), given=known(explicit_consent=True))
    assert also.standing is STANDS


@pytest.mark.row("R10")
@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_the_authority_is_open_to_everybody(basis: LawfulBasis) -> None:
    """
    A complaint needs no basis and nothing else either; the right of objection does.
    """
    found = of(Right.COMPLAINT, used(basis))
    assert (found.standing, found.depends_on) == (STANDS, ())
    assert of(Right.OBJECT, used(basis)).depends_on != ()


@pytest.mark.row("R11")
def test_recipients_are_named_after_a_change() -> None:
    """
    Who was told is said after a change; before one, access is the way.
    """
    found = of(Right.RECIPIENTS_INFORMATION, used(INTERESTS))
    assert found.needs == (Dependence.CHANGED,)
    assert (found.instead, of(Right.ACCESS, used(INTERESTS)).standing) == ((Right.ACCESS,), STANDS)


@pytest.mark.row("R12")
@pytest.mark.parametrize("basis", [CONSENT, INTERESTS])
def test_another_right_is_named_instead(basis: LawfulBasis) -> None:
    """
    A right that the basis does not carry names those that may fit.
    """
    objection = of(Right.OBJECT, used(basis))
    assert objection.instead == (Right.WITHDRAW_CONSENT, Right.ERASURE, Right.RESTRICTION)
    assert (objection.standing is EXCLUDED) is (basis is CONSENT)


@pytest.mark.row("R13")
def test_an_objection_to_consent_is_a_withdrawal() -> None:
    """
    Who objects to what they agreed to takes it back, which is said to be unverified.
    """
    told = "rights.which.read_as_withdrawal"
    assert told in codes(of(Right.OBJECT, used(CONSENT)).steps)
    assert told not in codes(of(Right.OBJECT, used(INTERESTS)).steps)


@pytest.mark.row("R14")
def test_no_reason_is_needed_but_for_objections() -> None:
    """
    No right asks for a reason but objection, which asks what speaks against it.
    """
    asks = {right for right, row in TABLE.items() if Dependence.SITUATION in row.depends_on}
    assert asks == {Right.OBJECT}


@pytest.mark.row("R15")
def test_an_unstated_basis_opens_everything() -> None:
    """
    Without a stated basis no right is lost, which is said to be unverified; stating one narrows it.
    """
    widest = rights_for(used(), HERE, NL, on=DAY)
    assert EXCLUDED not in {each.standing for each in widest}
    told = codes(of(Right.OBJECT, used()).steps)
    assert told >= {"rights.which.widest", "basis.premise.doubted"}
    narrow = rights_for(used(DUTY), HERE, NL, on=DAY)
    assert {each.right for each in narrow if each.standing is EXCLUDED} == {
        Right.PORTABILITY,
        Right.OBJECT,
        Right.WITHDRAW_CONSENT,
    }


@pytest.mark.row("R15")
def test_a_wrong_basis_takes_no_right_away() -> None:
    """
    A basis that was found not to stand counts as none.
    """
    search = Activity(role="prospective_candidate", purpose="sourcing", stated=(CONTRACT,))
    found = bases_of(search, HERE, NL, on=DAY)
    assert of(Right.OBJECT, search).standing is EXCLUDED
    assert of(Right.OBJECT, search, assessed=found).standing is ARGUABLE
    also = attrs.evolve(search, stated=(CONTRACT, CONSENT))
    assert of(Right.OBJECT, also, assessed=found).standing is EXCLUDED


@pytest.mark.row("R16")
@pytest.mark.parametrize("right", [*Right])
def test_who_cannot_be_found(right: Right) -> None:
    """
    Articles 15 to 20 wait for more where the person cannot be found; the others never do.
    """
    lost = of(right, used(), given=known(identified=False))
    waits = {
        Right.ACCESS,
        Right.RECTIFICATION,
        Right.ERASURE,
        Right.RESTRICTION,
        Right.PORTABILITY,
    }
    assert ("identified" in lost.needs) is (right in waits)


def test_one_purpose_of_a_use() -> None:
    """
    A purpose that has a basis of its own is asked by itself; all together have all bases.
    """
    use = Use(
        purposes=("talent_pool", "matching"),
        basis=(CONSENT,),
        but=FrozenMap({"matching": Exceptional(basis=(INTERESTS,))}),
    )
    standings = [
        of(Right.OBJECT, use, purpose=purpose).standing
        for purpose in ("talent_pool", "matching", None)
    ]
    assert standings == [EXCLUDED, ARGUABLE, ARGUABLE]
    unstated = attrs.evolve(use, basis=UNSTATED)
    assert of(Right.OBJECT, unstated).standing is ARGUABLE


def test_a_law_nobody_knows_refuses_nothing() -> None:
    """
    Where no regulation is known to bind, the answer is unknown and says that this refuses nothing.
    """
    there = Situation(establishment="US")
    found = rights_for(used(CONSENT), there, load("US"), on=date(2026, 3, 2))
    assert {each.standing for each in found} <= {Verdict.UNKNOWN, EXCLUDED}
    assert found[0].headline.says.message.code == "rights.which.unknown"


@pytest.mark.parametrize("basis", [*LawfulBasis])
def test_each_answer_cites_its_article(basis: LawfulBasis) -> None:
    """
    Each answer cites the article the right stands in, and every sentence of it is whole.
    """
    for each in rights_for(used(basis), HERE, NL, on=DAY):
        article = each.right.cites.partition("(")[0]
        assert any(str(cite).startswith(article) for step in each.steps for cite in step.cites)
        assert each.headline.says.values["right"] == each.right.label
        assert unfilled((each.headline, *each.steps)) == set()
