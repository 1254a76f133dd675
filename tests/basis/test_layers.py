"""
What guarded data, children and machines need beside a lawful basis.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from recruitprivacy.basis import (
    Activity,
    AskedBy,
    Automated,
    Condition,
    ConsentAct,
    Effect,
    Guard,
    Layer,
    MachineWay,
    Verdict,
    layers,
)
from recruitprivacy.errors import FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Confidence, Factor, Law, Situation, load
from recruitprivacy.vocabulary import Art9Condition
from tests.basis.asking import (
    ARGUABLE,
    BOTH,
    DAY,
    EXCLUDED,
    HERE,
    NL,
    SOUND,
    STANDS,
    SWEDEN,
    UNKNOWN,
    changed,
    country,
    rule,
    union_with,
)

CHOOSING: Final = Activity(role="candidate", purpose="selection")
CHOSEN: Final = changed(SOUND, purposes=(CHOOSING.purpose,))
THERE: Final = Situation(establishment="XX", place_of_work="XX", residence="XX")


def guarded(
    activity: Activity,
    guard: Guard,
    *,
    situation: Situation = HERE,
    law: Law = NL,
    on: date = DAY,
) -> Layer | None:
    """
    Judge one guard, or find that it is not asked about.
    """
    found = layers(activity, situation, law, on=on)
    return next((layer for layer in found if layer.guard is guard), None)


def standing(activity: Activity, guard: Guard, **where: Any) -> Verdict | None:  # noqa: ANN401
    """
    Give the verdict on one guard; None where it is not asked about.
    """
    layer = guarded(activity, guard, **where)
    return None if layer is None else layer.standing


def condition(activity: Activity, wanted: Art9Condition, **where: Any) -> Verdict:  # noqa: ANN401
    """
    Give the verdict on one condition that lifts the prohibition.
    """
    layer = guarded(activity, Guard.SPECIAL_CATEGORIES, **where)
    assert layer is not None
    (found,) = (way for way in layer.ways if isinstance(way, Condition) and way.condition is wanted)
    return found.standing


class TestSpecialCategories:
    """
    What lifts the prohibition of special categories.
    """

    ASKED: Final = changed(CHOOSING, categories=("health",))

    @pytest.mark.row("N1")
    @pytest.mark.parametrize(
        ("facts", "verdict"),
        [
            ({}, STANDS),
            ({"act": ConsentAct.PRESSED, "explicit": None}, ARGUABLE),
            ({"act": ConsentAct.PRESSED, "explicit": False}, EXCLUDED),
            ({"act": ConsentAct.SILENCE}, EXCLUDED),
        ],
    )
    def test_explicit_consent(self, facts: dict[str, Any], verdict: Verdict) -> None:
        """
        Consent must be stated in words, by signing or by a box whose words do.
        """
        asked = changed(self.ASKED, consent=changed(CHOSEN, **facts))
        assert condition(asked, Art9Condition.EXPLICIT_CONSENT) is verdict

    @pytest.mark.row("N1")
    def test_national_law_stands_beside_consent(self) -> None:
        """
        With explicit consent the prohibition is lifted, and the Dutch rules on health still ask.
        """
        asked = changed(self.ASKED, consent=CHOSEN)
        verdicts = {layer.guard: layer.standing for layer in layers(asked, HERE, NL, on=DAY)}
        assert verdicts == {Guard.SPECIAL_CATEGORIES: STANDS, Guard.HEALTH: ARGUABLE}

    @pytest.mark.row("N2")
    @pytest.mark.parametrize(
        ("given", "verdict"),
        [
            ({}, ARGUABLE),
            ({"national.safeguards": True}, STANDS),
            ({"national.safeguards": False}, EXCLUDED),
        ],
    )
    def test_employment_law(self, given: dict[str, bool], verdict: Verdict) -> None:
        """
        Employment law lifts it where a rule of the place allows it and its safeguards are there.
        """
        law = union_with().with_pack(country(rule("health", "allowed_with_safeguards")))
        asked = changed(self.ASKED, given=given)
        where = {"situation": THERE, "law": law}
        assert condition(asked, Art9Condition.EMPLOYMENT_LAW, **where) is verdict

    @pytest.mark.row("N2")
    def test_employment_law_without_a_rule_is_unknown(self) -> None:
        """
        Where no rule of the place was found, employment law allows nothing.
        """
        where = {"situation": THERE, "law": union_with()}
        assert condition(self.ASKED, Art9Condition.EMPLOYMENT_LAW, **where) is UNKNOWN

    @pytest.mark.row("N3")
    @pytest.mark.parametrize(
        ("public", "verdict"), [(None, ARGUABLE), (True, STANDS), (False, EXCLUDED)]
    )
    def test_made_public(self, *, public: bool | None, verdict: Verdict) -> None:
        """
        What the person manifestly made public themselves is lifted, and nothing else public is.
        """
        asked = changed(self.ASKED, made_public=public)
        assert condition(asked, Art9Condition.MADE_PUBLIC) is verdict

    @pytest.mark.row("N4")
    @pytest.mark.parametrize(
        ("claim", "verdict"), [(None, ARGUABLE), (True, STANDS), (False, EXCLUDED)]
    )
    def test_legal_claims(self, *, claim: bool | None, verdict: Verdict) -> None:
        """
        A pending or concretely expected claim lifts it for the case file.
        """
        asked = Activity(
            role="candidate", purpose="legal_claims", categories=("health",), claim=claim
        )
        assert condition(asked, Art9Condition.LEGAL_CLAIMS) is verdict

    @pytest.mark.row("N5")
    @pytest.mark.parametrize(
        ("purpose", "verdict"),
        [("equal_opportunities_monitoring", ARGUABLE), ("selection", UNKNOWN)],
    )
    def test_public_interest(self, purpose: str, verdict: Verdict) -> None:
        """
        Monitoring equal opportunities is open where a rule of the place lists its grounds.
        """
        asked = Activity(role="candidate", purpose=purpose, categories=("race_ethnic_origin",))
        assert condition(asked, Art9Condition.SUBSTANTIAL_PUBLIC_INTEREST) is verdict

    @pytest.mark.row("N5")
    def test_a_rule_that_asks_for_consent_is_no_public_interest(self) -> None:
        """
        Where all the place asks is explicit consent, as in Belgium, consent has to be one.
        """
        asked = Activity(
            role="candidate",
            purpose="equal_opportunities_monitoring",
            categories=("race_ethnic_origin",),
            given={"explicit_consent_given": True},
        )
        where = {"situation": Situation(establishment="BE"), "law": load("BE")}
        found = condition(asked, Art9Condition.SUBSTANTIAL_PUBLIC_INTEREST, **where)
        assert (found, standing(asked, Guard.SPECIAL_CATEGORIES, **where)) == (UNKNOWN, ARGUABLE)

    @pytest.mark.row("N6")
    @pytest.mark.parametrize(
        ("facts", "verdict"),
        [
            ({"by_professional": False}, EXCLUDED),
            ({"by_professional": True}, ARGUABLE),
            (
                {
                    "by_professional": True,
                    "given": {"national.exception": True, "national.ground": True},
                },
                STANDS,
            ),
            ({"by_professional": True, "categories": ("race_ethnic_origin",)}, EXCLUDED),
        ],
    )
    def test_occupational_medicine(self, facts: dict[str, Any], verdict: Verdict) -> None:
        """
        Health is for the occupational physician, and for the recruiter never.
        """
        asked = changed(self.ASKED, **facts)
        assert condition(asked, Art9Condition.HEALTH_CARE) is verdict

    @pytest.mark.row("N7")
    @pytest.mark.parametrize(
        ("purpose", "verdict"), [("placement_statistics", UNKNOWN), ("selection", EXCLUDED)]
    )
    def test_statistics(self, purpose: str, verdict: Verdict) -> None:
        """
        Statistics need a law that allows them; without one found they are unknown.
        """
        asked = Activity(role="candidate", purpose=purpose, categories=("health",))
        assert condition(asked, Art9Condition.RESEARCH_STATISTICS) is verdict

    @pytest.mark.row("N8")
    def test_without_any_condition_it_stays_prohibited(self) -> None:
        """
        Where each condition fails, the prohibition stands.
        """
        law = union_with().with_pack(
            country(rule("health", "prohibited"), rule("diversity_monitoring", "prohibited"))
        )
        asked = Activity(
            role="candidate",
            purpose="equal_opportunities_monitoring",
            categories=("health",),
            made_public=False,
            claim=False,
            by_professional=False,
            consent=changed(CHOSEN, act=ConsentAct.SILENCE),
        )
        found = standing(asked, Guard.SPECIAL_CATEGORIES, situation=THERE, law=law)
        assert found is EXCLUDED

    @pytest.mark.row("N9")
    def test_what_may_reveal_is_remarked_on(self) -> None:
        """
        A photo beside health data is pointed out, and is no special category by itself.
        """
        layer = guarded(changed(CHOOSING, categories=("health", "photo")), Guard.SPECIAL_CATEGORIES)
        assert layer is not None
        codes = [step.says.message.code for step in layer.remarks]
        assert (layer.categories, codes) == (("health",), ["basis.art_9.reveals"])

    @pytest.mark.row("N9")
    def test_a_photo_alone_is_no_special_category(self) -> None:
        """
        Only what is worked on to identify or to infer is special.
        """
        assert standing(changed(CHOOSING, categories=("photo",)), Guard.SPECIAL_CATEGORIES) is None


class TestNationalRules:
    """
    What the rules of a place ask.
    """

    @pytest.mark.row("N10")
    @pytest.mark.parametrize(
        ("given", "verdict"),
        [
            ({}, ARGUABLE),
            ({"explicit_consent_given": True}, ARGUABLE),
            ({"national.ground": True}, STANDS),
            ({"national.ground": False}, EXCLUDED),
        ],
    )
    def test_dutch_criminal_data(self, given: dict[str, bool], verdict: Verdict) -> None:
        """
        In the Netherlands one of the grounds the act lists must be shown.
        """
        asked = changed(CHOOSING, categories=("criminal_convictions",), given=given)
        assert standing(asked, Guard.CRIMINAL_DATA) is verdict

    @pytest.mark.row("N10")
    @pytest.mark.parametrize(
        ("given", "verdict"),
        [
            ({}, ARGUABLE),
            ({"national.shown_by_person": True}, ARGUABLE),
            ({"national.shown_by_person": True, "law_permits": True}, STANDS),
            ({"national.shown_by_person": False, "law_permits": True}, EXCLUDED),
        ],
    )
    def test_swedish_criminal_data(self, given: dict[str, bool], verdict: Verdict) -> None:
        """
        In Sweden it is the person who shows the extract, and that alone authorises nothing.
        """
        law = union_with().with_pack(country(rule("criminal_data", "individual_only")))
        asked = changed(CHOOSING, categories=("criminal_convictions",), given=given)
        assert standing(asked, Guard.CRIMINAL_DATA, situation=THERE, law=law) is verdict

    @pytest.mark.row("N10")
    @pytest.mark.parametrize(
        ("shared", "verdict"), [((), STANDS), (("clients_prospective_employers",), ARGUABLE)]
    )
    def test_passing_criminal_data_on(self, shared: tuple[str, ...], verdict: Verdict) -> None:
        """
        Passing them on to clients may need a permit of its own.
        """
        of: dict[str, Any] = {"categories": ("criminal_convictions",)}
        pack = country(
            rule("criminal_data", "restricted", **of), rule("agency_rules", "permit_required", **of)
        )
        asked = changed(
            CHOOSING,
            categories=("conduct_certificate",),
            given={"national.ground": True},
            shared_with=shared,
        )
        law = union_with().with_pack(pack)
        assert standing(asked, Guard.CRIMINAL_DATA, situation=THERE, law=law) is verdict

    @pytest.mark.row("N11")
    @pytest.mark.parametrize(
        ("given", "verdict"),
        [({}, ARGUABLE), ({"law_requires": True}, STANDS), ({"law_requires": False}, EXCLUDED)],
    )
    def test_a_citizen_service_number(self, given: dict[str, bool], verdict: Verdict) -> None:
        """
        The Dutch number is used only where a statute prescribes it.
        """
        asked = changed(CHOOSING, categories=("national_id_number",), given=given)
        assert standing(asked, Guard.NATIONAL_ID) is verdict

    @pytest.mark.row("N11")
    def test_client_wish_is_no_statute(self) -> None:
        """
        That the client requires the number is a fact, and no statute.
        """
        given = {"client_requires": True, "consent_given": True}
        asked = changed(CHOOSING, categories=("national_id_number",), given=given)
        assert standing(asked, Guard.NATIONAL_ID) is ARGUABLE

    @pytest.mark.parametrize(
        ("category", "guard"),
        [
            ("criminal_convictions", Guard.CRIMINAL_DATA),
            ("national_id_number", Guard.NATIONAL_ID),
            ("health", Guard.HEALTH),
        ],
    )
    def test_no_rule_is_unknown(self, category: str, guard: Guard) -> None:
        """
        A country without a rule on it allows nothing.
        """
        asked = changed(CHOOSING, categories=(category,), given={"law_permits": True})
        assert standing(asked, guard, situation=THERE, law=union_with()) is UNKNOWN

    @pytest.mark.parametrize(
        ("value", "fact", "verdict"),
        [
            ("prohibited", "national.allowed", EXCLUDED),
            ("prohibited_unless", "national.exception", STANDS),
            ("permit_required", "national.permit", STANDS),
            ("consent_required", "explicit_consent_given", STANDS),
            ("explicit_consent_required", "explicit_consent_given", STANDS),
            ("required", "national.as_asked", STANDS),
        ],
    )
    def test_each_answer_asks_for_its_fact(self, value: str, fact: str, verdict: Verdict) -> None:
        """
        Each answer a rule can give names the fact that meets it; nothing meets a prohibition.
        """
        law = union_with().with_pack(country(rule("national_id", value)))
        asked = changed(CHOOSING, categories=("national_id_number",), given={fact: True})
        assert standing(asked, Guard.NATIONAL_ID, situation=THERE, law=law) is verdict

    @pytest.mark.parametrize(
        ("given", "verdict"), [({}, ARGUABLE), ({"role_requires": True}, STANDS)]
    )
    def test_a_rule_with_conditions_asks_for_them(
        self, given: dict[str, bool], verdict: Verdict
    ) -> None:
        """
        Where a rule names its conditions, those are what must be shown.
        """
        named = rule("health", "prohibited_unless", conditions=("role_requires",))
        law = union_with().with_pack(country(named))
        asked = changed(CHOOSING, categories=("health",), given=given)
        assert standing(asked, Guard.HEALTH, situation=THERE, law=law) is verdict

    def test_a_rule_that_hangs_on_an_unknown_place(self) -> None:
        """
        A rule tied to the place of work is open while nobody knows that place.
        """
        law = union_with().with_pack(
            country(rule("national_id", "restricted", binds=Factor.PLACE_OF_WORK))
        )
        asked = changed(CHOOSING, categories=("national_id_number",))
        layer = guarded(asked, Guard.NATIONAL_ID, situation=Situation(establishment="XX"), law=law)
        assert layer is not None
        assert (layer.standing, layer.needs) == (ARGUABLE, ("situation.place_of_work",))

    def test_an_unverified_rule_says_so(self) -> None:
        """
        An answer that uses a rule nobody verified says so.
        """
        law = union_with().with_pack(
            country(rule("national_id", "restricted", confidence=Confidence.UNVERIFIED))
        )
        asked = changed(CHOOSING, categories=("national_id_number",))
        layer = guarded(asked, Guard.NATIONAL_ID, situation=THERE, law=law)
        assert layer is not None
        assert [each.message.code for each in layer.because] == ["basis.premise.doubted"]


class TestMinors:
    """
    Young people at work.
    """

    @pytest.mark.parametrize(
        ("age", "excepted", "verdict"),
        [
            (None, None, ARGUABLE),
            (14, None, ARGUABLE),
            (14, True, STANDS),
            (14, False, EXCLUDED),
            (15, False, STANDS),
        ],
    )
    def test_the_age_to_work(
        self, age: int | None, *, excepted: bool | None, verdict: Verdict
    ) -> None:
        """
        Where a rule sets the age for work, it counts; below it an exception must cover the work.
        """
        old_enough = rule("working_age", "15", binds=Factor.PLACE_OF_WORK)
        law = union_with().with_pack(country(old_enough))
        given = {} if excepted is None else {"national.exception": excepted}
        consent = changed(CHOSEN, age=age)
        asked = changed(CHOOSING, child=True, consent=consent, given=FrozenMap(given))
        assert standing(asked, Guard.MINORS, situation=THERE, law=law) is verdict

    @pytest.mark.parametrize(
        ("child", "age", "asked"),
        [(None, 15, True), (None, 18, False), (True, None, True), (None, None, False)],
    )
    def test_an_age_says_who_is_a_child(
        self, *, child: bool | None, age: int | None, asked: bool
    ) -> None:
        """
        Whoever is asked at fifteen is a child, whether or not somebody said so.
        """
        activity = changed(CHOOSING, child=child, consent=changed(CHOSEN, age=age))
        assert (guarded(activity, Guard.MINORS) is not None) is asked

    def test_the_rule_on_young_people_is_told(self) -> None:
        """
        The answer says what the rule of the place says, its exceptions for light work included.
        """
        asked = changed(CHOOSING, child=True, consent=changed(CHOSEN, age=15))
        found = layers(asked, HERE, NL, on=DAY)
        (layer,) = (each for each in found if each.guard is Guard.MINORS)
        assert [step.rule for step in layer.remarks] == ["nl.working_age.16"]

    def test_the_age_to_work_without_a_rule(self) -> None:
        """
        Where no rule sets it, it is unknown.
        """
        asked = changed(CHOOSING, child=True)
        assert standing(asked, Guard.MINORS, situation=THERE, law=union_with()) is UNKNOWN


class TestMachines:
    """
    Decisions by machines.
    """

    KNOCK_OUT: Final = changed(
        CHOOSING,
        automation=Automated(effect=Effect.REJECTS, looked_at=False, infers_emotions=False),
    )

    def machine(self, **facts: Any) -> Activity:  # noqa: ANN401 - any field
        """
        Give a knock-out with other facts.
        """
        assert self.KNOCK_OUT.automation is not None
        return changed(self.KNOCK_OUT, automation=changed(self.KNOCK_OUT.automation, **facts))

    @pytest.mark.row("A1")
    @pytest.mark.parametrize(
        ("facts", "verdict"),
        [
            ({"looked_at": True, "may_overturn": True}, STANDS),
            ({"looked_at": True, "may_overturn": False}, ARGUABLE),
            ({"looked_at": True}, ARGUABLE),
        ],
    )
    def test_a_human_who_may_overturn(self, facts: dict[str, Any], verdict: Verdict) -> None:
        """
        A human who looks and may decide otherwise takes it out of the prohibition.
        """
        assert standing(self.machine(**facts), Guard.AUTOMATED_DECISIONS) is verdict

    @pytest.mark.row("A1")
    @pytest.mark.parametrize(
        ("overturned", "verdict"), [(0, ARGUABLE), (3, STANDS), (None, STANDS)]
    )
    def test_a_rubber_stamp_shows(self, overturned: int | None, verdict: Verdict) -> None:
        """
        A human who never once decided otherwise in hundreds of cases may be none.
        """
        facts = {"looked_at": True, "may_overturn": True, "cases": 400, "overturned": overturned}
        assert standing(self.machine(**facts), Guard.AUTOMATED_DECISIONS) is verdict

    @pytest.mark.row("A2")
    @pytest.mark.parametrize(
        ("facts", "verdict"),
        [
            ({"effect": Effect.REJECTS}, ARGUABLE),
            ({"effect": Effect.RECOMMENDS}, STANDS),
            ({"effect": Effect.RANKS, "unseen": True}, ARGUABLE),
            (
                {"effect": Effect.RANKS, "unseen": True, "looked_at": True, "may_overturn": True},
                ARGUABLE,
            ),
            ({"effect": Effect.RANKS, "unseen": False}, STANDS),
            ({"effect": Effect.ADVANCES}, ARGUABLE),
        ],
    )
    def test_what_follows_for_the_person(self, facts: dict[str, Any], verdict: Verdict) -> None:
        """
        Rejecting decides; recommending does not; ranking does for those nobody looks at.
        """
        assert standing(self.machine(**facts), Guard.AUTOMATED_DECISIONS) is verdict

    @pytest.mark.row("A3")
    @pytest.mark.parametrize(("drawn_on", "verdict"), [(True, ARGUABLE), (False, STANDS)])
    def test_a_score_that_is_drawn_on(self, *, drawn_on: bool, verdict: Verdict) -> None:
        """
        A human who draws strongly on a score does not take the decision from the machine.
        """
        facts = {"looked_at": True, "may_overturn": True, "drawn_on": drawn_on}
        assert standing(self.machine(**facts), Guard.AUTOMATED_DECISIONS) is verdict

    @pytest.mark.row("A4", "A7")
    @pytest.mark.parametrize(
        ("facts", "machine", "verdict"),
        [
            ({}, {"necessary": True, "intervention": True}, STANDS),
            ({}, {"necessary": True, "intervention": False}, EXCLUDED),
            ({}, {"necessary": False, "intervention": True}, EXCLUDED),
            ({"asked_by": AskedBy.CLIENT}, {"necessary": True, "intervention": True}, EXCLUDED),
            ({"necessary": False}, {"necessary": True, "intervention": True}, EXCLUDED),
            ({"necessary": True}, {"intervention": True}, ARGUABLE),
        ],
    )
    def test_necessary_for_a_contract(
        self, *, facts: dict[str, Any], machine: dict[str, bool], verdict: Verdict
    ) -> None:
        """
        A contract with the person allows it where it cannot do without, with a human to turn to.

        That the data are needed does not make the machine's deciding alone needed.
        """
        asked = changed(self.machine(**machine), **facts)
        found = guarded(asked, Guard.AUTOMATED_DECISIONS)
        assert found is not None
        (way,) = (
            way for way in found.ways if isinstance(way, MachineWay) and way.exception == "contract"
        )
        assert way.standing is verdict

    @pytest.mark.row("A5")
    @pytest.mark.parametrize(
        ("given", "verdict"), [({}, ARGUABLE), ({"national.safeguards": True}, STANDS)]
    )
    def test_allowed_by_law(self, given: dict[str, bool], verdict: Verdict) -> None:
        """
        A law that allows it with safeguards does, where they are there.
        """
        law = union_with().with_pack(
            country(rule("automated_decisions", "allowed_with_safeguards"))
        )
        asked = changed(self.KNOCK_OUT, given=given)
        assert standing(asked, Guard.AUTOMATED_DECISIONS, situation=THERE, law=law) is verdict

    @pytest.mark.row("A6")
    def test_explicit_consent_to_a_machine(self) -> None:
        """
        Explicit consent that is truly free allows it, and the doubt is told.
        """
        layer = guarded(
            changed(self.machine(intervention=True), consent=CHOSEN), Guard.AUTOMATED_DECISIONS
        )
        assert layer is not None
        codes = [step.says.message.code for step in layer.remarks]
        assert (layer.standing, "basis.machine.doubtful_consent" in codes) == (STANDS, True)

    @pytest.mark.row("A8")
    @pytest.mark.parametrize(("special", "verdict"), [(True, ARGUABLE), (False, STANDS)])
    def test_machines_on_special_categories(self, *, special: bool, verdict: Verdict) -> None:
        """
        On special categories a person must judge whether the narrower grounds are met.
        """
        asked = changed(self.machine(special_categories=special, intervention=True), consent=CHOSEN)
        assert standing(asked, Guard.AUTOMATED_DECISIONS) is verdict

    @pytest.mark.row("A8")
    @pytest.mark.parametrize(
        ("categories", "machine", "verdict"),
        [
            ((), {}, STANDS),
            (("health",), {}, ARGUABLE),
            (("health",), {"special_categories": False}, STANDS),
            (("health",), {"looked_at": True, "may_overturn": True}, STANDS),
        ],
    )
    def test_special_categories_at_hand(
        self, categories: tuple[str, ...], machine: dict[str, bool], verdict: Verdict
    ) -> None:
        """
        Among the data, they are to be kept from a machine that decides alone, and that be said.
        """
        facts = {"intervention": True, **machine}
        asked = changed(self.machine(**facts), consent=CHOSEN, categories=categories)
        assert standing(asked, Guard.AUTOMATED_DECISIONS) is verdict

    @pytest.mark.row("A9")
    @pytest.mark.parametrize(("child", "told"), [(True, True), (False, False)])
    def test_machines_and_children(self, *, child: bool, told: bool) -> None:
        """
        That such a decision should not concern a child is told.
        """
        layer = guarded(changed(self.KNOCK_OUT, child=child), Guard.AUTOMATED_DECISIONS)
        assert layer is not None
        codes = [step.says.message.code for step in layer.remarks]
        assert ("basis.machine.children" in codes) is told

    @pytest.mark.row("A10")
    def test_the_person_is_told(self) -> None:
        """
        The duty to tell of the logic is named with its provisions.
        """
        layer = guarded(self.KNOCK_OUT, Guard.AUTOMATED_DECISIONS)
        assert layer is not None
        (step,) = (s for s in layer.remarks if s.says.message.code == "basis.machine.tell")
        assert [str(cite) for cite in step.cites] == [
            "GDPR Art. 13(2)(f)",
            "GDPR Art. 14(2)(g)",
            "GDPR Art. 15(1)(h)",
            "C-203/22",
        ]

    @pytest.mark.row("A11")
    @pytest.mark.parametrize(
        ("on", "verdict"), [(date(2026, 2, 4), ARGUABLE), (date(2026, 2, 5), STANDS)]
    )
    def test_the_united_kingdom_has_its_own_rule(self, on: date, verdict: Verdict) -> None:
        """
        From 5 February 2026 British law allows it with safeguards.
        """
        britain = Situation(establishment="GB", place_of_work="GB")
        asked = changed(self.KNOCK_OUT, given={"national.safeguards": True})
        found = standing(asked, Guard.AUTOMATED_DECISIONS, situation=britain, law=load("GB"), on=on)
        assert found is verdict

    @pytest.mark.row("A11")
    @pytest.mark.parametrize(("on", "cited"), [(date(2026, 2, 4), True), (date(2026, 2, 5), False)])
    def test_the_article_it_replaced_is_no_longer_cited(self, on: date, *, cited: bool) -> None:
        """
        From that day neither a contract nor consent is asked for under the article that is gone.
        """
        britain = Situation(establishment="GB", place_of_work="GB")
        asked = changed(self.KNOCK_OUT, categories=("health",))
        found = guarded(asked, Guard.AUTOMATED_DECISIONS, situation=britain, law=load("GB"), on=on)
        assert found is not None
        numbers = {
            cite.number for step in found.steps for cite in step.cites if cite.act == "UK GDPR"
        }
        assert ("22" in numbers, "22B" in numbers) == (cited, not cited)

    @pytest.mark.row("A12")
    @pytest.mark.parametrize(
        ("on", "infers", "verdict"),
        [
            (date(2025, 2, 1), True, UNKNOWN),
            (date(2025, 2, 2), True, EXCLUDED),
            (date(2025, 2, 2), None, ARGUABLE),
            (date(2025, 2, 2), False, None),
        ],
    )
    def test_inferring_emotions(
        self, *, on: date, infers: bool | None, verdict: Verdict | None
    ) -> None:
        """
        From 2 February 2025 on nothing may infer emotions while people are recruited.
        """
        asked = self.machine(infers_emotions=infers)
        assert standing(asked, Guard.PROHIBITED_PRACTICES, on=on) is verdict

    def test_emotions_where_the_place_of_work_is_unknown(self) -> None:
        """
        The prohibition hangs on the place of work.
        """
        asked = self.machine(infers_emotions=True)
        where = Situation(establishment="NL")
        layer = guarded(asked, Guard.PROHIBITED_PRACTICES, situation=where)
        assert layer is not None
        assert layer.needs == ("situation.place_of_work",)

    def test_impossible_numbers_are_refused(self) -> None:
        """
        More cases cannot be overturned than were looked at, and no fewer than none were.
        """
        with pytest.raises(FaultsError, match="overturned: more cases"):
            Automated(cases=3, overturned=4)
        with pytest.raises(FaultsError, match="cases: there cannot be less than none"):
            Automated(cases=-3)


def test_ordinary_data_have_no_layer() -> None:
    """
    A name asks for no more than a basis.
    """
    assert layers(changed(CHOOSING, categories=("name",)), SWEDEN, BOTH, on=DAY) == ()
