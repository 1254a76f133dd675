"""
Data for another purpose, and people who are not told of it.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from recruitprivacy.basis import (
    Balance,
    Exemption,
    NewPurpose,
    Verdict,
    exemption_stands,
    may_reuse,
)
from recruitprivacy.errors import FaultsError
from recruitprivacy.vocabulary import InformationExemption, LawfulBasis
from tests.basis.asking import ARGUABLE, BOTH, DAY, EXCLUDED, HERE, NL, SOUND, STANDS, changed

WEIGHED: Final = {"outcome": Balance.FAVOURABLE, "reviewer": "r7", "told": True}


def reuse(collected_for: str, wanted_for: str, **facts: Any) -> Verdict:  # noqa: ANN401
    """
    Judge a new purpose.
    """
    new = NewPurpose(collected_for=collected_for, wanted_for=wanted_for, **facts)
    return may_reuse(new, HERE, NL, on=DAY).standing


def compatible(collected_for: str, wanted_for: str, **facts: Any) -> Verdict:  # noqa: ANN401
    """
    Judge compatibility alone.
    """
    new = NewPurpose(collected_for=collected_for, wanted_for=wanted_for, **facts)
    (way,) = (
        each
        for each in may_reuse(new, HERE, NL, on=DAY).ways
        if each.what.code == "basis.reuse.weighed"  # type: ignore[union-attr]
    )
    return way.standing


class TestWorkedExamples:
    """
    The weekly cases.
    """

    @pytest.mark.parametrize(
        ("facts", "verdict"),
        [
            ({}, ARGUABLE),
            ({**WEIGHED, "collected_on": LawfulBasis.PRECONTRACT}, STANDS),
            ({**WEIGHED, "collected_on": LawfulBasis.CONSENT}, ARGUABLE),
            ({**WEIGHED, "collected_on": LawfulBasis.PRECONTRACT, "told": False}, EXCLUDED),
        ],
    )
    def test_a_cv_for_another_vacancy(self, facts: dict[str, Any], verdict: Verdict) -> None:
        """
        Another vacancy is near the first; somebody weighs it, and the person is told before.
        """
        assert reuse("application_processing", "matching", **facts) is verdict

    def test_a_referee_turned_lead(self) -> None:
        """
        Nobody who speaks for a friend expects to be sold to; weighing does not change that.
        """
        facts = {"role": "referee", "becomes": "client", **WEIGHED}
        assert compatible("obtain_reference", "business_development", **facts) is EXCLUDED

    @pytest.mark.parametrize(
        ("expected", "verdict"), [(None, ARGUABLE), (False, EXCLUDED), (True, STANDS)]
    )
    def test_notes_for_training_a_model(self, *, expected: bool | None, verdict: Verdict) -> None:
        """
        Making a product out of interview notes hangs on what people could expect.
        """
        facts = {**WEIGHED, "collected_on": LawfulBasis.LEGITIMATE_INTERESTS}
        found = compatible("selection", "product_development", expected=expected, **facts)
        assert found is verdict

    def test_that_it_is_rarely_so_is_told(self) -> None:
        """
        The answer about training says that it rarely goes together.
        """
        new = NewPurpose(collected_for="selection", wanted_for="product_development")
        codes = [step.says.message.code for step in may_reuse(new, HERE, NL, on=DAY).remarks]
        assert "basis.reuse.rarely" in codes


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [(Balance.FAVOURABLE, STANDS), (Balance.UNCLEAR, ARGUABLE), (Balance.OVERRIDDEN, EXCLUDED)],
)
def test_the_outcome_decides(outcome: Balance, verdict: Verdict) -> None:
    """
    What whoever weighed found decides on linked purposes.
    """
    found = compatible(
        "application_processing",
        "matching",
        collected_on=LawfulBasis.PRECONTRACT,
        outcome=outcome,
        reviewer="r7",
    )
    assert found is verdict


def test_a_kind_of_the_old_purpose_is_not_new() -> None:
    """
    Checking qualifications is part of checking.
    """
    assert reuse("verification_screening", "verify_qualifications") is STANDS


def test_consent_to_the_new_purpose_is_enough() -> None:
    """
    Where the person agrees anew and was told, nothing need be compatible.
    """
    assert reuse("application_processing", "direct_marketing", consent=SOUND, told=True) is STANDS


@pytest.mark.parametrize(("safeguards", "verdict"), [(True, STANDS), (None, ARGUABLE)])
def test_statistics_are_compatible_with_safeguards(
    *, safeguards: bool | None, verdict: Verdict
) -> None:
    """
    Statistics with their safeguards go with any purpose.
    """
    facts = {"safeguards": safeguards, "told": True}
    assert reuse("application_processing", "placement_statistics", **facts) is verdict


def test_statistics_out_of_consent_need_a_basis() -> None:
    """
    Consent to a pool carries no statistics on those in it; what does is for a person to say.
    """
    facts = {"safeguards": True, "told": True, "collected_on": LawfulBasis.CONSENT}
    assert reuse("talent_pool", "placement_statistics", **facts) is ARGUABLE


@pytest.mark.parametrize(
    ("categories", "code"),
    [
        (("name",), "basis.premise.held"),
        (("health",), "basis.premise.failed"),
        ((), "basis.premise.open"),
    ],
)
def test_the_nature_of_the_data_is_looked_at(categories: tuple[str, ...], code: str) -> None:
    """
    Guarded data weigh against a new purpose; data nobody names are unknown.
    """
    new = NewPurpose(
        collected_for="selection", wanted_for="matching", categories=categories, linked=True
    )
    (step,) = (s for s in may_reuse(new, HERE, NL, on=DAY).remarks if s.fact == "categories")
    assert step.says.message.code == code


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"wanted_for": "matchin"}, "wanted_for"),
        ({"becomes": "cliënt"}, "becomes"),
        ({"categories": ("helth",)}, "categories"),
    ],
)
def test_unknown_words_are_refused(facts: dict[str, Any], path: str) -> None:
    """
    A word nobody knows is named.
    """
    fields = {"collected_for": "selection", "wanted_for": "matching", **facts}
    with pytest.raises(FaultsError) as refused:
        may_reuse(NewPurpose(**fields), HERE, NL, on=DAY)
    assert [fault.path for fault in refused.value.faults] == [path]


def test_an_outcome_has_somebody_who_found_it() -> None:
    """
    An outcome without a reviewer is refused.
    """
    with pytest.raises(FaultsError, match="reviewer"):
        NewPurpose(collected_for="selection", wanted_for="matching", outcome=Balance.UNCLEAR)


HARD: Final = Exemption(
    ground=InformationExemption.IMPOSSIBLE_OR_DISPROPORTIONATE,
    proof=("memo-7",),
    reviewer="r7",
    decided_on=date(2026, 1, 5),
    effort=True,
    measures=("public notice",),
    address_known=False,
)


class TestExemptions:
    """
    Not telling people of data obtained elsewhere.
    """

    @pytest.mark.parametrize(
        ("facts", "verdict"),
        [
            ({}, STANDS),
            ({"proof": ()}, ARGUABLE),
            ({"reviewer": ""}, ARGUABLE),
            ({"decided_on": date(2026, 3, 3)}, ARGUABLE),
            ({"effort": False}, EXCLUDED),
            ({"measures": ()}, EXCLUDED),
            ({"measures": None}, ARGUABLE),
        ],
    )
    def test_too_much_effort(self, facts: dict[str, Any], verdict: Verdict) -> None:
        """
        It takes proof, a decision, an effort out of proportion, and measures; a code shows nothing.
        """
        exemption = changed(HARD, **facts)
        assert exemption_stands(exemption, HERE, NL, on=DAY).standing is verdict

    @pytest.mark.parametrize(
        ("informed", "verdict"), [(True, STANDS), (False, EXCLUDED), (None, ARGUABLE)]
    )
    def test_whoever_knows_already(self, *, informed: bool | None, verdict: Verdict) -> None:
        """
        Whoever has the information need not be told again.
        """
        facts = {"ground": InformationExemption.ALREADY_INFORMED, "informed": informed}
        exemption = changed(HARD, **facts)
        assert exemption_stands(exemption, HERE, NL, on=DAY).standing is verdict

    @pytest.mark.parametrize(
        ("duties", "verdict"),
        [
            (("nl.retention.accounts.awr-7y",), STANDS),
            (("se.retention.accounts.bfl-7y",), EXCLUDED),
            (None, ARGUABLE),
        ],
    )
    def test_obtaining_laid_down_by_law(
        self, duties: tuple[str, ...] | None, verdict: Verdict
    ) -> None:
        """
        A law that binds the firm must lay the obtaining down.
        """
        facts = {"ground": InformationExemption.LAID_DOWN_BY_LAW, "duties": duties}
        exemption = changed(HARD, **facts)
        assert exemption_stands(exemption, HERE, BOTH, on=DAY).standing is verdict

    def test_secrecy_is_for_a_person_to_judge(self) -> None:
        """
        Whether a professional secrecy covers the data, no rule of ours says.
        """
        facts = {
            "ground": InformationExemption.PROFESSIONAL_SECRECY,
            "duties": ("nl.retention.accounts.awr-7y",),
        }
        exemption = changed(HARD, **facts)
        assert exemption_stands(exemption, HERE, NL, on=DAY).needs == ("secrecy",)

    @pytest.mark.parametrize(("known", "told"), [(False, False), (True, True), (None, True)])
    def test_an_address_at_hand(self, *, known: bool | None, told: bool) -> None:
        """
        That an address makes telling easy is pointed out.
        """
        exemption = changed(HARD, address_known=known)
        assert bool(exemption_stands(exemption, HERE, NL, on=DAY).remarks) is told

    def test_an_effort_with_an_address_at_hand(self) -> None:
        """
        Whoever has people's addresses has to judge anew what makes telling them so hard.
        """
        found = exemption_stands(changed(HARD, address_known=True), HERE, NL, on=DAY)
        assert (found.standing, found.needs) == (ARGUABLE, ("effort",))
