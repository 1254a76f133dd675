"""
Whether data may be collected at a stage, and under which conditions.
"""

from __future__ import annotations

from typing import Any, Final

import pytest

from recruitprivacy.basis import Verdict, may_collect
from recruitprivacy.errors import FaultsError
from recruitprivacy.law import Factor, Situation, load
from recruitprivacy.messages import Phrase
from recruitprivacy.vocabulary import BUILT_IN, Kind
from tests.basis.asking import (
    ARGUABLE,
    BOTH,
    DAY,
    EXCLUDED,
    HERE,
    NL,
    STANDS,
    SWEDEN,
    UNKNOWN,
    country,
    rule,
    union_with,
)

FINE: Final = {"collect.needed": True, "collect.told": True}
THERE: Final = Situation(establishment="XX", place_of_work="XX")


@pytest.mark.parametrize(
    ("category", "stage", "given", "verdict"),
    [
        ("name", "application", {}, ARGUABLE),
        ("name", "application", FINE, STANDS),
        ("name", "application", {**FINE, "collect.needed": False}, EXCLUDED),
        ("marital_status", "application", {"client_requires": True, "voluntary": True}, ARGUABLE),
        ("emergency_contact_details", "application", FINE, EXCLUDED),
        ("emergency_contact_details", "hired", FINE, STANDS),
        ("bank_details", "interview", FINE, STANDS),
        ("bank_details", "interview", {"collect.told": True}, ARGUABLE),
        ("national_id_number", "application", FINE, ARGUABLE),
        ("national_id_number", "hired", {**FINE, "law_requires": True}, STANDS),
        ("national_id_number", "hired", {**FINE, "law_requires": False}, EXCLUDED),
        ("criminal_convictions", "likely_hire", {**FINE, "consent_given": True}, ARGUABLE),
        ("criminal_convictions", "likely_hire", {**FINE, "national.ground": True}, STANDS),
        ("health", "application", {**FINE, "collect.lifted": True}, ARGUABLE),
        (
            "health",
            "likely_hire",
            {
                **FINE,
                "collect.lifted": True,
                "national.exception": True,
                "national.ground": True,
            },
            STANDS,
        ),
        ("reference_feedback", "interview", FINE, ARGUABLE),
        ("reference_feedback", "interview", {**FINE, "collect.released": False}, EXCLUDED),
        ("reference_feedback", "interview", {**FINE, "collect.released": True}, STANDS),
    ],
)
def test_dutch_stage_gate(
    category: str, stage: str, given: dict[str, bool], verdict: Verdict
) -> None:
    """
    Each answer hangs on need, on telling, on the stage, and on what guards the data.
    """
    assert may_collect(category, stage, HERE, NL, on=DAY, given=given).standing is verdict


@pytest.mark.parametrize(
    ("needed", "code"),
    [
        (True, "basis.collect.early"),
        (None, "basis.collect.early"),
        (False, "basis.collect.in_time"),
    ],
)
def test_an_early_question_is_told_as_early(*, needed: bool | None, code: str) -> None:
    """
    What is asked early is said to be needed already, and never that recruiting has come far enough.
    """
    given = {} if needed is None else {"collect.needed": needed}
    found = may_collect("health", "application", HERE, NL, on=DAY, given=given)
    (premise,) = (each for each in found.premises if each.fact == "collect.needed")
    assert isinstance(premise.what, Phrase)
    assert (premise.what.message.code, premise.holds) == (code, needed)


def test_an_answer_always_lists_its_conditions() -> None:
    """
    Even where all is well, the answer is a list of conditions and not a yes.
    """
    found = may_collect("name", "application", HERE, NL, on=DAY, given=FINE)
    assert [premise.fact for premise in found.premises] == [
        "situation.establishment",
        "collect.needed",
        "collect.told",
    ]


def test_wishes_are_no_grounds() -> None:
    """
    That the client wants it and that it is voluntary are remarked on, and decide nothing.
    """
    given = {"client_requests": True, "voluntary": True}
    found = may_collect("criminal_convictions", "likely_hire", HERE, NL, on=DAY, given=given)
    codes = [step.says.message.code for step in found.remarks]
    assert codes[:2] == ["basis.collect.wanted", "basis.collect.voluntary"]
    assert found.standing is ARGUABLE


def test_swedish_extract_is_shown_by_the_person() -> None:
    """
    In Sweden the extract is asked for and shown by the person alone.
    """
    found = may_collect("conduct_certificate", "likely_hire", SWEDEN, BOTH, on=DAY, given=FINE)
    assert (found.standing, "national.shown_by_person" in found.needs) == (ARGUABLE, True)


@pytest.mark.parametrize("category", ["criminal_convictions", "national_id_number", "health"])
def test_no_rule_is_no_permission(category: str) -> None:
    """
    Where the place has no rule, guarded data may not be collected as far as anybody knows.
    """
    given = {**FINE, "law_permits": True, "law_requires": True, "collect.lifted": True}
    found = may_collect(category, "hired", THERE, union_with(), on=DAY, given=given)
    assert found.standing is UNKNOWN


@pytest.mark.parametrize(
    ("value", "verdict"), [("pay_history_prohibited", EXCLUDED), ("pay_range_told", STANDS)]
)
def test_earlier_pay(value: str, verdict: Verdict) -> None:
    """
    Where a rule forbids asking for earlier pay, it is not asked.
    """
    law = union_with().with_pack(country(rule("applicant_rights", value)))
    found = may_collect("current_salary_benefits", "interview", THERE, law, on=DAY, given=FINE)
    assert found.standing is verdict


@pytest.mark.parametrize(("value", "verdict"), [("prohibited", EXCLUDED), ("required", ARGUABLE)])
def test_monitoring_where_a_rule_speaks_of_it(value: str, verdict: Verdict) -> None:
    """
    A rule on monitoring that is about these data asks its conditions here as well.
    """
    own = rule("diversity_monitoring", value, categories=("race_ethnic_origin",))
    law = union_with().with_pack(country(own))
    given = {**FINE, "collect.lifted": True}
    found = may_collect("race_ethnic_origin", "application", THERE, law, on=DAY, given=given)
    assert found.standing is verdict


@pytest.mark.parametrize("category", [term.key for term in BUILT_IN.terms(Kind.CATEGORY)])
def test_every_category_has_an_answer_and_never_a_bare_yes(category: str) -> None:
    """
    With nothing known, no category at all may simply be collected.
    """
    found = may_collect(category, "application", HERE, NL, on=DAY)
    assert found.standing is not STANDS


def test_unknown_words_are_refused_together() -> None:
    """
    An unknown category, stage and fact are three faults of one error.
    """
    with pytest.raises(FaultsError) as refused:
        may_collect("helth", "aplication", HERE, NL, on=DAY, given={"nation.ground": True})
    assert [(fault.path, fault.nearest) for fault in refused.value.faults] == [
        ("category", "health"),
        ("stage", "application"),
        ("given.nation.ground", "national.ground"),
    ]


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, ARGUABLE),
        ({"national.ground": True}, ARGUABLE),
        ({"national.ground": True, "national.allowed": True}, STANDS),
        ({"national.ground": True, "national.allowed": False}, EXCLUDED),
    ],
)
def test_a_prohibition_of_a_part(given: dict[str, bool], verdict: Verdict) -> None:
    """
    Where one rule lists grounds and another forbids a way, a person says that it is another way.
    """
    of: dict[str, Any] = {"categories": ("criminal_convictions",)}
    grounds = rule("criminal_data", "restricted", **of)
    forbidden = rule("criminal_data", "prohibited", id="xx.criminal_data.forced", **of)
    law = union_with().with_pack(country(grounds, forbidden))
    found = may_collect(
        "criminal_convictions", "likely_hire", THERE, law, on=DAY, given={**FINE, **given}
    )
    assert found.standing is verdict


@pytest.mark.parametrize(("given", "verdict"), [({}, ARGUABLE), ({"law_requires": False}, STANDS)])
def test_a_prohibition_under_a_condition(given: dict[str, bool], verdict: Verdict) -> None:
    """
    A prohibition that waits for a national act is open until somebody says whether there is one.
    """
    own = rule("applicant_rights", "pay_history_prohibited", conditions=("law_requires",))
    law = union_with().with_pack(country(own))
    found = may_collect(
        "current_salary_benefits", "interview", THERE, law, on=DAY, given={**FINE, **given}
    )
    assert found.standing is verdict


def test_what_a_rule_on_applicants_forbids() -> None:
    """
    A rule that forbids asking for opinions forbids collecting them.
    """
    own = rule("applicant_rights", "prohibited", categories=("political_opinions",))
    law = union_with().with_pack(country(own))
    given = {**FINE, "collect.lifted": True}
    found = may_collect("political_opinions", "interview", THERE, law, on=DAY, given=given)
    assert found.standing is EXCLUDED


def test_a_rule_on_health_that_names_other_data() -> None:
    """
    A rule on health that names genetic data is asked about them.
    """
    own = rule("health", "prohibited", categories=("genetic_data",))
    law = union_with().with_pack(country(own))
    given = {**FINE, "collect.lifted": True}
    found = may_collect("genetic_data", "likely_hire", THERE, law, on=DAY, given=given)
    assert found.standing is EXCLUDED


def test_a_rule_of_a_place_nobody_knows() -> None:
    """
    Where the only rule hangs on an unknown place, that place is asked for.
    """
    own = rule("national_id", "restricted", binds=Factor.PLACE_OF_WORK)
    law = union_with().with_pack(country(own))
    where = Situation(establishment="XX")
    found = may_collect("national_id_number", "hired", where, law, on=DAY, given=FINE)
    assert found.needs == ("situation.place_of_work",)


def test_two_rules_of_which_one_hangs_on_a_place() -> None:
    """
    Where one rule applies and another might, both are asked.
    """
    here = rule("national_id", "restricted")
    there = rule(
        "national_id", "permit_required", id="xx.national_id.there", binds=Factor.PLACE_OF_WORK
    )
    law = union_with().with_pack(country(here, there))
    where = Situation(establishment="XX")
    found = may_collect("national_id_number", "hired", where, law, on=DAY, given=FINE)
    assert found.needs == ("national.ground", "situation.place_of_work")


@pytest.mark.parametrize("place", ["DE", "FR", "ES"])
@pytest.mark.parametrize(
    ("permitted", "verdict"), [({}, ARGUABLE), ({"law_permits": True}, STANDS)]
)
def test_showing_a_certificate_authorises_nothing(
    place: str, permitted: dict[str, bool], verdict: Verdict
) -> None:
    """
    Where the law only says who shows a certificate, a person must find one that allows it.
    """
    where = Situation(establishment=place, place_of_work=place)
    given = {**FINE, "national.shown_by_person": True, **permitted}
    found = may_collect(
        "criminal_convictions", "likely_hire", where, load(place), on=DAY, given=given
    )
    assert found.standing is verdict


def test_the_unions_article_is_no_law_of_the_place() -> None:
    """
    Where the place has no rule on criminal data, no law is said to authorise them.
    """
    where = Situation(establishment="IT", place_of_work="IT")
    found = may_collect("criminal_convictions", "hired", where, load("IT"), on=DAY, given=FINE)
    (premise,) = (p for p in found.premises if "GDPR Art. 10" in map(str, p.cites))
    assert (premise.holds, found.standing) == (None, UNKNOWN)


@pytest.mark.parametrize(
    ("place", "category", "fact"),
    [("LT", "reference_feedback", "consent_given"), ("IT", "cv", "national.safeguards")],
)
def test_a_rule_on_applicants_asks_what_it_asks(place: str, category: str, fact: str) -> None:
    """
    A rule on applicants that names the data asks for its condition, as Lithuanian law for consent.
    """
    where = Situation(establishment=place, place_of_work=place)
    found = may_collect(category, "interview", where, load(place), on=DAY, given=FINE)
    assert fact in found.needs


def test_a_rule_on_no_data_forbids_none() -> None:
    """
    That questions must not discriminate, as in Spain, is told, and forbids no single one.
    """
    where = Situation(establishment="ES", place_of_work="ES")
    found = may_collect(
        "current_salary_benefits", "interview", where, load("ES"), on=DAY, given=FINE
    )
    told = [step.rule for step in found.remarks if step.rule]
    assert (found.standing, told) == (STANDS, ["es.applicant_rights.lisos-16"])


@pytest.mark.parametrize(("place", "cited"), [("FR", True), ("NL", False)])
def test_what_a_post_needs_is_cited_by_place(place: str, *, cited: bool) -> None:
    """
    A law that asks of every question that the post needs it stands beside the GDPR.
    """
    where = Situation(establishment=place, place_of_work=place)
    found = may_collect("name", "application", where, load(place), on=DAY)
    (premise,) = (each for each in found.premises if each.fact == "collect.needed")
    assert ("Code du travail Art. L1221-6" in map(str, premise.cites)) is cited
