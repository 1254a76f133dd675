"""
The lawful bases of an activity: which stand, which are arguable, which are excluded.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from recruitprivacy.basis import (
    Activity,
    AskedBy,
    Balance,
    ConsentAct,
    ConsentAsked,
    ContractWith,
    InterestsAssessment,
    Verdict,
    assess,
)
from recruitprivacy.errors import FaultsError
from recruitprivacy.law import Law, Recruitment, Situation, load
from recruitprivacy.vocabulary import LawfulBasis
from tests.basis.asking import (
    APPLYING,
    ARGUABLE,
    BOTH,
    DAY,
    EXCLUDED,
    HERE,
    NL,
    POOLING,
    SEARCHING,
    SOUND,
    STANDS,
    SWEDEN,
    UNKNOWN,
    WEIGHED,
    changed,
    option,
)

CONSENT: Final = LawfulBasis.CONSENT
CONTRACT: Final = LawfulBasis.CONTRACT
PRECONTRACT: Final = LawfulBasis.PRECONTRACT
DUTY: Final = LawfulBasis.LEGAL_OBLIGATION
VITAL: Final = LawfulBasis.VITAL_INTERESTS
TASK: Final = LawfulBasis.PUBLIC_TASK
INTERESTS: Final = LawfulBasis.LEGITIMATE_INTERESTS

PAYING: Final = Activity(role="placed_candidate", purpose="payroll_invoicing")
AGREED: Final = changed(POOLING, consent=SOUND)
WANTED: Final = changed(APPLYING, necessary=True)
HIRED: Final = changed(PAYING, contract=ContractWith.PERSON, necessary=True)
BOOKS: Final = changed(PAYING, categories=("payroll_data",), necessary=True)
CALLED: Final = Activity(role="emergency_contact", purpose="emergency_contact_use")
INTERESTED: Final = changed(
    SEARCHING, public_task=False, interests=("client_service",), assessment=WEIGHED
)


def consent(**facts: Any) -> Activity:  # noqa: ANN401 - any field
    """
    Give a pool with consent asked otherwise than soundly.
    """
    return changed(AGREED, consent=changed(SOUND, **facts))


class TestConsent:
    """
    Consent as a basis.
    """

    @pytest.mark.row("L1")
    def test_consent_with_everything_stands(self) -> None:
        """
        A free, specific, informed, clear and provable consent to a pool stands.
        """
        assert option(CONSENT, AGREED).standing is STANDS

    @pytest.mark.row("L1")
    @pytest.mark.parametrize(
        ("facts", "standing", "article"),
        [
            ({"withdrawal_easy": False}, EXCLUDED, "GDPR Art. 7(3)"),
            ({"withdrawal_easy": None}, ARGUABLE, "GDPR Art. 7(3)"),
            ({"distinguishable": False}, EXCLUDED, "GDPR Art. 7(2)"),
            ({"told": ()}, EXCLUDED, "GDPR Art. 4(11)"),
            ({"notice_digest": ""}, ARGUABLE, "GDPR Art. 7(1)"),
            ({"detriment": True}, EXCLUDED, "GDPR Art. 4(11)"),
        ],
    )
    def test_each_element_counts(
        self, facts: dict[str, Any], standing: Verdict, article: str
    ) -> None:
        """
        One element that is missing, or that nobody knows of, takes the standing away.
        """
        found = option(CONSENT, consent(**facts))
        assert (found.standing, str(found.cites[0])) == (standing, article)

    @pytest.mark.row("L1a")
    @pytest.mark.parametrize(("detriment", "standing"), [(None, ARGUABLE), (False, STANDS)])
    def test_an_applicant_is_free_only_where_a_no_has_no_effect(
        self, *, detriment: bool | None, standing: Verdict
    ) -> None:
        """
        While an application runs, consent is arguable until it is known that a no harms nobody.
        """
        asked = changed(consent(detriment=detriment), stage="application")
        assert option(CONSENT, asked).standing is standing

    @pytest.mark.row("L1a")
    def test_the_imbalance_is_told(self) -> None:
        """
        Consent in recruitment comes with the authorities' warning.
        """
        codes = [step.says.message.code for step in option(CONSENT, AGREED).remarks]
        assert "basis.consent.unequal" in codes

    @pytest.mark.row("L1b")
    @pytest.mark.parametrize(("conditional", "standing"), [(True, EXCLUDED), (False, STANDS)])
    def test_consent_bundled_with_applying_is_none(
        self, *, conditional: bool, standing: Verdict
    ) -> None:
        """
        Whoever must agree to the pool in order to apply has not consented.
        """
        assert option(CONSENT, consent(conditional=conditional)).standing is standing

    @pytest.mark.row("L1c")
    @pytest.mark.parametrize(
        ("act", "standing"),
        [
            (ConsentAct.TICKED, STANDS),
            (ConsentAct.SIGNED, STANDS),
            (ConsentAct.PRE_TICKED, EXCLUDED),
            (ConsentAct.SILENCE, EXCLUDED),
            (ConsentAct.BROWSER_SETTINGS, EXCLUDED),
            (ConsentAct.APPLIED, EXCLUDED),
            (None, ARGUABLE),
        ],
    )
    def test_only_a_clear_act_agrees(self, act: ConsentAct | None, standing: Verdict) -> None:
        """
        A box ticked beforehand, silence, and settings left as they were agree to nothing.
        """
        assert option(CONSENT, consent(act=act)).standing is standing

    @pytest.mark.row("L1d")
    @pytest.mark.parametrize(("open_ended", "standing"), [(True, EXCLUDED), (False, STANDS)])
    def test_consent_to_everything_by_everybody_is_not_specific(
        self, *, open_ended: bool, standing: Verdict
    ) -> None:
        """
        Consent for all companies of a group and all purposes names nothing.
        """
        assert option(CONSENT, consent(open_ended=open_ended)).standing is standing

    @pytest.mark.row("L1d")
    @pytest.mark.parametrize(("separate", "standing"), [(False, EXCLUDED), (True, STANDS)])
    def test_two_purposes_are_two_questions(self, *, separate: bool, standing: Verdict) -> None:
        """
        Pool and newsletter under one box are consent to neither.
        """
        asked = consent(purposes=("talent_pool", "direct_marketing"), separate=separate)
        assert option(CONSENT, asked).standing is standing

    @pytest.mark.row("L1e")
    @pytest.mark.parametrize(
        ("given_on", "told"), [(date(2018, 5, 24), True), (date(2018, 5, 25), False)]
    )
    def test_an_old_consent_is_pointed_out(self, *, given_on: date, told: bool) -> None:
        """
        Consent given before 25 May 2018 counts only if it meets the GDPR, and the answer says so.
        """
        found = option(CONSENT, consent(given_on=given_on))
        codes = [step.says.message.code for step in found.remarks]
        assert ("basis.consent.old" in codes) is told

    @pytest.mark.row("L1f")
    def test_no_day_ends_consent(self) -> None:
        """
        Consent given eight years ago stands; that the law sets no end is told.
        """
        found = option(CONSENT, consent(given_on=date(2018, 6, 1)))
        codes = [step.says.message.code for step in found.remarks]
        assert (found.standing, "basis.consent.no_expiry" in codes) == (STANDS, True)

    @pytest.mark.row("L1g")
    @pytest.mark.parametrize(
        ("residence", "age", "standing"),
        [("NL", 15, EXCLUDED), ("NL", 16, STANDS), ("SE", 12, EXCLUDED), ("SE", 13, STANDS)],
    )
    def test_a_child_agrees_alone_from_the_age_of_its_country(
        self, residence: str, age: int, standing: Verdict
    ) -> None:
        """
        For an online service a young person agrees alone from 16 in the Netherlands, 13 in Sweden.
        """
        asked = consent(age=age, online_service=True)
        where = Situation(establishment="NL", residence=residence)
        assert option(CONSENT, asked, situation=where, law=BOTH).standing is standing

    @pytest.mark.row("L1g")
    @pytest.mark.parametrize(
        "facts",
        [
            {"age": 15, "online_service": False},
            {"age": 15, "online_service": True, "parent_agreed": True},
        ],
    )
    def test_the_age_matters_online_and_alone(self, facts: dict[str, Any]) -> None:
        """
        A plain job application is not governed by the age for online services, nor a parent's yes.
        """
        assert option(CONSENT, consent(**facts)).standing is STANDS

    @pytest.mark.row("L1g")
    def test_an_age_in_a_country_without_a_rule_is_unknown(self) -> None:
        """
        Where no rule sets the age, whether a child agreed alone is unknown.
        """
        asked = consent(age=15, online_service=True)
        where = Situation(establishment="NL", residence="ZZ")
        assert option(CONSENT, asked, situation=where).standing is UNKNOWN


class TestWhatNobodySaid:
    """
    Consent nobody described.
    """

    @pytest.mark.parametrize(
        ("facts", "standing"),
        [
            ({"open_ended": None}, ARGUABLE),
            ({"entities": ()}, ARGUABLE),
            ({"open_ended": True, "purposes": ()}, EXCLUDED),
            ({"age": None, "online_service": True}, ARGUABLE),
        ],
    )
    def test_what_is_not_said_is_open(self, facts: dict[str, Any], standing: Verdict) -> None:
        """
        What it covers and how old the person is are asked for where nobody said.
        """
        assert option(CONSENT, consent(**facts)).standing is standing

    def test_a_consent_without_a_purpose_names_nothing(self) -> None:
        """
        A consent that names no purpose is specific only if somebody shows what it is for.
        """
        assert [
            ConsentAsked(open_ended=open_ended).specific for open_ended in (None, False, True)
        ] == [None, None, False]

    @pytest.mark.row("L1")
    @pytest.mark.parametrize(
        ("on", "standing"), [(date(2026, 1, 14), EXCLUDED), (date(2026, 1, 15), STANDS)]
    )
    def test_consent_carries_nothing_before_it_was_given(self, on: date, standing: Verdict) -> None:
        """
        On the day before somebody agreed nothing rested on their consent.
        """
        assert option(CONSENT, AGREED, on=on).standing is standing

    def test_an_outcome_without_its_reasons_is_refused(self) -> None:
        """
        Whoever found an outcome on some interest, some day, is named.
        """
        with pytest.raises(FaultsError) as refused:
            InterestsAssessment(id="x", purpose="sourcing", outcome=Balance.UNCLEAR)
        assert [fault.path for fault in refused.value.faults] == [
            "interests",
            "reviewer",
            "assessed_on",
        ]


class TestContract:
    """
    A contract with the person, and the steps before one.
    """

    @pytest.mark.row("L2")
    @pytest.mark.parametrize(
        ("facts", "standing"),
        [
            ({}, STANDS),
            ({"necessary": None}, ARGUABLE),
            ({"necessary": False}, EXCLUDED),
            ({"contract": ContractWith.OTHER}, EXCLUDED),
            ({"contract": None}, ARGUABLE),
        ],
    )
    def test_a_contract_with_the_person_that_needs_it(
        self, facts: dict[str, Any], standing: Verdict
    ) -> None:
        """
        The contract must be with the person, and must need the data.
        """
        assert option(CONTRACT, changed(HIRED, **facts)).standing is standing

    @pytest.mark.row("L2")
    @pytest.mark.parametrize(
        ("facts", "standing"),
        [
            ({}, STANDS),
            ({"necessary": None}, ARGUABLE),
            ({"contract": ContractWith.OTHER}, ARGUABLE),
        ],
    )
    def test_handling_an_application(self, facts: dict[str, Any], standing: Verdict) -> None:
        """
        Handling an application is asked for; towards another's contract, a person must judge.
        """
        assert option(PRECONTRACT, changed(WANTED, **facts)).standing is standing

    @pytest.mark.row("L2")
    @pytest.mark.parametrize(
        "purpose", ["sourcing", "talent_pool", "direct_marketing", "referral_request"]
    )
    @pytest.mark.parametrize("basis", [CONTRACT, PRECONTRACT])
    def test_what_no_contract_can_call_for(self, purpose: str, basis: LawfulBasis) -> None:
        """
        Sourcing, pooling and advertising are no part of any contract with the person.
        """
        asked = Activity(role="candidate", purpose=purpose, necessary=True)
        assert option(basis, asked).standing is EXCLUDED

    @pytest.mark.row("L2")
    @pytest.mark.parametrize(
        ("by", "standing"),
        [(AskedBy.PERSON, STANDS), (AskedBy.CONTROLLER, EXCLUDED), (AskedBy.CLIENT, EXCLUDED)],
    )
    def test_a_check_on_ones_own_initiative(self, by: AskedBy, standing: Verdict) -> None:
        """
        A background check is a step before a contract only where the person asked for it.
        """
        asked = Activity(
            role="candidate", purpose="verification_screening", asked_by=by, necessary=True
        )
        assert option(PRECONTRACT, asked).standing is standing

    @pytest.mark.parametrize(
        ("recruitment", "told"),
        [
            (Recruitment.OWN_HIRING, []),
            (Recruitment.AGENCY, ["basis.contract.agency"]),
            (Recruitment.OUTSOURCED, ["basis.use.for_another"]),
        ],
    )
    def test_whose_contract_it_is(self, recruitment: Recruitment, told: list[str]) -> None:
        """
        Agencies are told that the contract is the client's; processors, that the basis is.
        """
        where = Situation(establishment="NL", recruitment=recruitment)
        found = option(PRECONTRACT, WANTED, situation=where)
        assert [step.says.message.code for step in found.remarks] == told


class TestDuty:
    """
    Legal duties, and tasks in the public interest.
    """

    @pytest.mark.row("L3")
    @pytest.mark.parametrize(
        ("facts", "standing"),
        [
            ({}, STANDS),
            ({"categories": ("cv",)}, ARGUABLE),
            ({"duties": ()}, STANDS),
            ({"duties": (), "categories": ()}, EXCLUDED),
            ({"duties": ("nl.retention.accounts.awr-7y",)}, STANDS),
            ({"duties": ("AWR Art. 52(4)",)}, ARGUABLE),
            ({"duties": ("Bokföringslagen ch. 7 § 2",)}, EXCLUDED),
            ({"duties": ("se.retention.accounts.bfl-7y",)}, EXCLUDED),
            ({"duties": ("nl.retention.unsuccessful.4w",)}, EXCLUDED),
        ],
    )
    def test_a_duty_is_a_statute_that_binds_here(
        self, facts: dict[str, Any], standing: Verdict
    ) -> None:
        """
        A rule that makes the controller keep books is a duty; guidance and foreign law are none.
        """
        assert option(DUTY, changed(BOOKS, **facts), law=BOTH).standing is standing

    @pytest.mark.row("L3")
    def test_a_duty_of_a_tie_nobody_knows(self) -> None:
        """
        A duty of the formal employer is open while nobody knows who that is.
        """
        where = Situation(establishment="NL")
        asked = changed(BOOKS, duties=("nl.retention.placed_worker.id-copy-5y",))
        found = option(DUTY, asked, situation=where)
        assert (found.standing, found.needs) == (ARGUABLE, ("situation.formal_employer",))

    @pytest.mark.row("L3")
    @pytest.mark.parametrize(
        ("role", "standing"), [("candidate", ARGUABLE), ("placed_candidate", STANDS)]
    )
    def test_a_duty_about_workers_is_none_about_applicants(
        self, role: str, standing: Verdict
    ) -> None:
        """
        That a worker's identity document is kept obliges nobody to copy an applicant's.
        """
        asked = Activity(
            role=role,
            purpose="verification_screening",
            categories=("id_document_copy",),
            necessary=True,
        )
        assert option(DUTY, asked).standing is standing

    @pytest.mark.row("L3")
    def test_a_contract_is_no_duty(self) -> None:
        """
        That the client wants it is a fact and no ground, and the answer says so.
        """
        asked = Activity(
            role="candidate",
            purpose="verification_screening",
            asked_by=AskedBy.CLIENT,
            duties=(),
            given={"client_requires": True},
        )
        found = option(DUTY, asked)
        codes = [step.says.message.code for step in found.remarks]
        assert (found.standing, codes) == (EXCLUDED, ["basis.duty.no_contract"])

    def test_a_provision_nobody_can_read(self) -> None:
        """
        What is no provision of an act we know is refused, with the place.
        """
        with pytest.raises(FaultsError, match="duties"):
            option(DUTY, changed(BOOKS, duties=("some law",)))

    @pytest.mark.row("L5")
    @pytest.mark.parametrize(
        ("facts", "standing"),
        [
            ({}, ARGUABLE),
            ({"public_task": False}, EXCLUDED),
            ({"tasks": ("UAVG Art. 35",)}, ARGUABLE),
            ({"tasks": ()}, EXCLUDED),
        ],
    )
    def test_a_task_is_laid_down_in_law(self, facts: dict[str, Any], standing: Verdict) -> None:
        """
        A private recruiter has no task in the public interest; a public one names the law.
        """
        assert option(TASK, changed(WANTED, **facts)).standing is standing


class TestVital:
    """
    Vital interests.
    """

    @pytest.mark.row("L4")
    @pytest.mark.parametrize(
        ("activity", "standing"),
        [
            (APPLYING, EXCLUDED),
            (CALLED, ARGUABLE),
            (changed(CALLED, endangered=True), STANDS),
            (changed(CALLED, endangered=False), EXCLUDED),
        ],
    )
    def test_lives_hardly_hang_on_recruiting(self, activity: Activity, standing: Verdict) -> None:
        """
        Only where somebody is in danger does the basis of vital interests stand.
        """
        assert option(VITAL, activity).standing is standing


class TestInterests:
    """
    Legitimate interests.
    """

    @pytest.mark.row("L6")
    @pytest.mark.parametrize(
        ("facts", "standing"),
        [
            ({}, STANDS),
            ({"assessment": None, "necessary": True}, ARGUABLE),
            ({"public_task": True}, EXCLUDED),
            ({"public_task": None}, ARGUABLE),
            ({"interests": ()}, EXCLUDED),
            ({"necessary": False}, EXCLUDED),
        ],
    )
    def test_the_three_steps(self, facts: dict[str, Any], standing: Verdict) -> None:
        """
        A named interest, necessity and a recorded balance are all needed, and no public task.
        """
        assert option(INTERESTS, changed(INTERESTED, **facts)).standing is standing

    @pytest.mark.row("L6")
    @pytest.mark.parametrize(
        ("outcome", "standing"),
        [("favourable", STANDS), ("overridden", EXCLUDED), ("unclear", ARGUABLE)],
    )
    def test_the_balance_decides(self, outcome: str, standing: Verdict) -> None:
        """
        An interest that is overridden is no basis, and an unclear one is for a person to weigh.
        """
        weighed = InterestsAssessment(
            id="lia-2",
            purpose="sourcing",
            interests=("client_service",),
            necessary=True,
            outcome=type(WEIGHED.outcome)(outcome) if WEIGHED.outcome else None,
            reviewer="r7",
            assessed_on=DAY,
        )
        assert option(INTERESTS, changed(INTERESTED, assessment=weighed)).standing is standing

    @pytest.mark.parametrize(
        ("on", "standing"),
        [
            (date(2026, 1, 4), ARGUABLE),
            (date(2026, 1, 5), STANDS),
            (date(2027, 1, 5), STANDS),
            (date(2027, 1, 6), ARGUABLE),
        ],
    )
    def test_an_assessment_has_its_time(self, on: date, standing: Verdict) -> None:
        """
        An assessment carries from the day it was made to the day it is looked at again.
        """
        assert option(INTERESTS, INTERESTED, on=on).standing is standing

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"expected": False}, "basis.interests.unexpected"),
            ({"child": True}, "basis.interests.young"),
            ({"marketing": True}, "basis.interests.marketed"),
        ],
    )
    def test_what_weighs_is_told(self, facts: dict[str, Any], code: str) -> None:
        """
        What people do not expect, children and advertising are pointed out.
        """
        found = option(INTERESTS, changed(INTERESTED, **facts))
        assert code in [step.says.message.code for step in found.remarks]


@pytest.mark.parametrize(("place", "told"), [("GB", True), ("NL", False)])
def test_what_is_not_modelled_is_told(place: str, *, told: bool) -> None:
    """
    That British law recognises some interests without a balance is told, there alone.
    """
    where = Situation(establishment=place)
    found = option(INTERESTS, INTERESTED, situation=where, law=load(place))
    codes = [step.says.message.code for step in found.remarks]
    assert ("basis.interests.recognised" in codes) is told


class TestNoBasis:
    """
    No basis at all, and no law.
    """

    @pytest.mark.row("L7")
    def test_nothing_stands_on_nothing(self) -> None:
        """
        Pooling without consent, interest or task has no basis left.
        """
        asked = changed(
            POOLING,
            consent=changed(SOUND, act=ConsentAct.SILENCE),
            interests=(),
            duties=(),
            public_task=False,
        )
        assert {each.standing for each in assess(asked, HERE, NL, on=DAY)} == {EXCLUDED}

    @pytest.mark.parametrize(
        ("situation", "law", "on"),
        [
            (Situation(residence="NL"), NL, DAY),
            (Situation(establishment="US"), NL, DAY),
            (HERE, Law(packs=()), DAY),
            (HERE, NL, date(2018, 5, 24)),
        ],
    )
    def test_without_a_regulation_nothing_stands(
        self, situation: Situation, law: Law, on: date
    ) -> None:
        """
        Where no regulation is known to bind the controller, not even consent stands.
        """
        asked = consent(given_on=None)
        assert option(CONSENT, asked, situation=situation, law=law, on=on).standing is UNKNOWN

    def test_the_regulation_reaches_members_without_a_pack_of_their_own(self) -> None:
        """
        Sweden's own rules need not be loaded to know that the GDPR binds there.
        """
        assert option(CONSENT, AGREED, situation=SWEDEN).standing is STANDS


@pytest.mark.parametrize(
    ("purpose", "verdict"),
    [("sourcing", STANDS), ("recruitment_services", STANDS), ("direct_marketing", ARGUABLE)],
)
def test_an_assessment_is_of_its_purpose(purpose: str, verdict: Verdict) -> None:
    """
    What was weighed for one purpose, or a wider one, says nothing of another.
    """
    asked = changed(
        SEARCHING,
        necessary=True,
        public_task=False,
        interests=("client_service",),
        assessment=changed(WEIGHED, purpose=purpose),
    )
    assert option(INTERESTS, asked).standing is verdict


@pytest.mark.parametrize(
    ("purposes", "verdict"),
    [(("talent_pool",), STANDS), (("job_alerts",), EXCLUDED), ((), STANDS)],
)
def test_a_consent_is_to_its_purpose(purposes: tuple[str, ...], verdict: Verdict) -> None:
    """
    An agreement to something else, however sound, carries nothing here.
    """
    asked = changed(POOLING, stage="ended", consent=changed(SOUND, purposes=purposes))
    assert option(CONSENT, asked).standing is verdict


@pytest.mark.parametrize(
    ("source", "told"),
    [("linkedin", True), ("staff_referral", True), ("application_form", False), (None, False)],
)
def test_when_people_are_told_whose_data_come_from_others(
    source: str | None, *, told: bool
) -> None:
    """
    Whoever is found or named by others is to be told in time, and the answer says by when.
    """
    found = option(INTERESTS, changed(SEARCHING, source=source))
    codes = {step.says.message.code for step in found.remarks}
    assert ("basis.interests.from_others" in codes) is told


class TestBadInput:
    """
    What makes no sense is refused, with the place.
    """

    @pytest.mark.parametrize(
        ("activity", "says"),
        [
            (changed(SEARCHING, asked_by=AskedBy.PERSON), "asked_by: the person asked for it"),
            (changed(APPLYING, asked_by=AskedBy.CLIENT), "asked_by: 'application_processing' is"),
            (changed(APPLYING, stage="aplication"), "stage: unknown stage 'aplication'; did you"),
            (changed(APPLYING, role="candidat"), "role: unknown role 'candidat'; did you mean"),
            (changed(APPLYING, given={"role_require": True}), "given.role_require: unknown fact"),
            (
                changed(POOLING, purpose="direct_marketing", marketing=False),
                "marketing: 'direct_marketing' advertises",
            ),
            (
                changed(BOOKS, asked_by=AskedBy.STATUTE, duties=()),
                "duties: a statute asks for it, and no duty",
            ),
            (
                changed(SEARCHING, source="client", made_public=True),
                "made_public: the person made the data public",
            ),
            (
                changed(POOLING, child=True, consent=ConsentAsked(age=30)),
                "child: the person is said to be 30, and a child",
            ),
            (
                changed(POOLING, child=False, consent=ConsentAsked(age=15)),
                "child: the person is said to be 15, and no child",
            ),
        ],
    )
    def test_a_faulty_activity_is_refused(self, activity: Activity, says: str) -> None:
        """
        Unknown words and contradictions are named where they stand.
        """
        with pytest.raises(FaultsError) as refused:
            assess(activity, HERE, NL, on=DAY)
        assert says in str(refused.value)

    @pytest.mark.parametrize(("age", "child"), [(15, True), (18, False), (15, None)])
    def test_an_age_that_fits(self, age: int, *, child: bool | None) -> None:
        """
        An age that fits what is said of childhood, or of which nothing is said, is fine.
        """
        asked = changed(POOLING, child=child, consent=ConsentAsked(age=age))
        assert option(CONSENT, asked).standing is ARGUABLE

    def test_all_faults_come_at_once(self) -> None:
        """
        Two unknown words are two faults of one error.
        """
        with pytest.raises(FaultsError) as refused:
            assess(changed(APPLYING, stage="x", categories=("y",)), HERE, NL, on=DAY)
        assert [fault.path for fault in refused.value.faults] == ["stage", "categories"]

    def test_a_client_in_own_hiring(self) -> None:
        """
        Whoever recruits for itself has no client that asks.
        """
        asked = Activity(
            role="candidate", purpose="verification_screening", asked_by=AskedBy.CLIENT
        )
        where = Situation(establishment="NL", recruitment=Recruitment.OWN_HIRING)
        with pytest.raises(FaultsError, match="recruits for itself"):
            assess(asked, where, NL, on=DAY)

    @pytest.mark.parametrize("source", ["linkedin", None])
    def test_what_the_person_published_themselves(self, source: str | None) -> None:
        """
        Data the person published may come from where they published it, or from nobody knows where.
        """
        asked = changed(SEARCHING, source=source, made_public=True)
        assert len(assess(asked, HERE, NL, on=DAY)) == 7

    def test_a_situation_without_a_place(self) -> None:
        """
        Without any place there is no law to ask.
        """
        with pytest.raises(FaultsError, match="situation: names no place"):
            assess(APPLYING, Situation(), NL, on=DAY)

    @pytest.mark.parametrize("place", ["Netherlands", "nl", "NLD", "Ñ1"])
    def test_a_place_nobody_can_look_up(self, place: str) -> None:
        """
        A place that is no country code is refused where it stands, and not taken for unknown.
        """
        with pytest.raises(FaultsError) as refused:
            assess(APPLYING, Situation(establishment="NL", residence=place), NL, on=DAY)
        assert [fault.path for fault in refused.value.faults] == ["situation.residence"]


def test_every_answer_explains_itself() -> None:
    """
    Each option says its verdict first, then each premise with its provision.
    """
    told = option(CONSENT, consent(conditional=True)).explain("en").splitlines()
    assert told[0] == "Consent: this is excluded."
    assert told[3] == (
        "This is not so: nothing depends on agreeing that does not need the data. "
        "(Article 7(4) GDPR)"
    )
