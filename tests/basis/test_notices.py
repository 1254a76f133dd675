"""
What the four notices say of bases, consent, messages, machines and transfers, put to work.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.basis import (
    Activity,
    Address,
    Automated,
    Balance,
    ConsentAct,
    Effect,
    Guard,
    InterestsAssessment,
    Outreach,
    Relation,
    Sending,
    SoftOptIn,
    Telling,
    Verdict,
    activities,
    assess,
    audit,
    consent_stands,
    layers,
    may_contact,
    may_transfer,
    places,
    record_of_processing,
    rests_on,
)
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, jurisdictions, load
from recruitprivacy.notices import check
from recruitprivacy.policy import CookieClass, Permission, Policy
from recruitprivacy.timeline import (
    ConsentFacts,
    Facts,
    Known,
    NoticeFacts,
    ObjectionFacts,
    RecordFacts,
    RecordKind,
    Standing,
    purposes_of,
)
from recruitprivacy.vocabulary import LawfulBasis, ObjectionGround
from recruitprivacy.wire import load_policy
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
    changed,
)

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
GIVEN: Final = date(2026, 1, 15)
TAKEN: Final = date(2026, 2, 10)
LISTED: Final = {"recipient_listed": True, "transfer.covers_workers": True}


@cache
def declared(firm: str) -> Policy:
    """
    Load a firm's declaration.
    """
    return load_policy(POLICIES / firm)


def law_of(policy: Policy) -> Law:
    """
    Load the law of the places a declaration names.
    """
    return load(*(place for place in places(policy) if place in jurisdictions()))


def found(firm: str) -> set[tuple[str, str]]:
    """
    Give what an audit finds in a declaration: code and path.
    """
    policy = declared(firm)
    return {(each.code, each.path) for each in audit(policy, law_of(policy), on=DAY)}


def activity(firm: str, use: str, purpose: str, **facts: Any) -> Activity:  # noqa: ANN401
    """
    Take one activity from a declaration, and add facts.
    """
    (one, *_) = (
        each
        for each in activities(declared(firm))
        if (each.name, each.purpose) == (f"uses.{use}", purpose)
    )
    return changed(one, **facts)


def standing(basis: LawfulBasis, asked: Activity, where: Situation = HERE) -> Verdict:
    """
    Give the verdict on one basis.
    """
    options = assess(asked, where, BOTH, on=DAY)
    return next(option.standing for option in options if option.basis is basis)


def person(**ledgers: Any) -> Facts:  # noqa: ANN401 - any ledger
    """
    Give a candidate who had the notice.
    """
    fields = {
        "records": FrozenMap({"r1": RecordFacts(kind=RecordKind.APPLICATION, role="candidate")}),
        "notices": (
            NoticeFacts(version="1", language="nl", role="candidate", given=Known(day=GIVEN)),
        ),
        **ledgers,
    }
    return Facts(person="p-1", on=DAY, policy="cluster", **fields)


def agreed(purpose: str, *, withdrawn: bool = False) -> ConsentFacts:
    """
    Give a consent, perhaps taken back.
    """
    consent = ConsentFacts(
        event="c1",
        purpose=purpose,
        permission=Permission.CONSENT,
        given=Known(day=GIVEN),
        notice_version="1",
        notice_digest="sha256:00",
        language="nl",
    )
    return attrs.evolve(consent, withdrawn=Known(day=TAKEN)) if withdrawn else consent


def objected(*purposes: str) -> ObjectionFacts:
    """
    Give an objection to direct marketing.
    """
    return ObjectionFacts(
        event="o1",
        grounds=(ObjectionGround.DIRECT_MARKETING,),
        purposes=purposes,
        made=Known(day=TAKEN),
    )


def numbered(firm: str) -> Policy:
    """
    Give a declaration the number of the notice the person had.
    """
    policy = declared(firm)
    return attrs.evolve(policy, version=attrs.evolve(policy.version, number="1"))


def mailed(known: Facts, **more: Any) -> Verdict:  # noqa: ANN401 - what else is asked
    """
    Ask whether a mail may be sent in the Netherlands.
    """
    more = {"message": Outreach.UNSOLICITED, "address": Address.PERSON, **more}
    return may_contact(known, channel="email", situation=HERE, law=NL, on=DAY, **more).standing


# ---------------------------------------------------------------------------------------- Cluster


@pytest.mark.row("CLUSTER-290")
def test_emergency_contacts_are_called_only_when_need_be() -> None:
    """
    Calling an emergency contact stands on vital interests where somebody is in danger, else not.
    """
    verdicts = [
        standing(
            LawfulBasis.VITAL_INTERESTS,
            activity("cluster", "emergencies", "emergency_contact_use", endangered=endangered),
        )
        for endangered in (True, False)
    ]
    assert verdicts == [STANDS, EXCLUDED]


@pytest.mark.row("CLUSTER-119")
def test_taking_back_consent_to_marketing_stops_it() -> None:
    """
    Once consent to marketing is taken back, nobody is mailed on it.
    """
    verdicts = [
        mailed(person(consents=(agreed("direct_marketing", withdrawn=taken),)), customer=NONE)
        for taken in (False, True)
    ]
    assert verdicts == [STANDS, EXCLUDED]


NONE: Final = SoftOptIn(relation=Relation.NONE)


@pytest.mark.row("CLUSTER-129", "CLUSTER-135")
@pytest.mark.parametrize("purpose", ["equal_opportunities_monitoring", "profiling"])
def test_taking_back_consent_ends_what_rests_on_it(purpose: str) -> None:
    """
    Monitoring and profiling rest on consent alone, so they end with it.
    """
    verdicts = [
        rests_on(
            person(consents=(agreed(purpose, withdrawn=taken),)),
            numbered("cluster"),
            HERE,
            NL,
            record="r1",
            purpose=purpose,
            on=DAY,
        ).standing
        for taken in (False, True)
    ]
    assert verdicts == [STANDS, EXCLUDED]


@pytest.mark.row("CLUSTER-059")
def test_a_duty_copied_from_elsewhere_is_found() -> None:
    """
    No Dutch law was found that makes a recruiter ask for a number or a religion.
    """
    assert ("duty.not_found", "obligations.statute.data") in found("cluster")


@pytest.mark.row("CLUSTER-107")
def test_one_basis_for_everything_is_found() -> None:
    """
    A contract and a legal duty under legitimate interests are each pointed out.
    """
    policy = declared("cluster")
    others = [
        getattr(each.says.values["other"], "code", "")
        for each in audit(policy, NL, on=DAY)
        if (each.code, each.path) == ("basis.misfit", "uses.recruitment.basis")
    ]
    assert others == ["lawful_basis.contract", "lawful_basis.legal_obligation"]


@pytest.mark.row("CLUSTER-250")
def test_the_basis_differs_by_country() -> None:
    """
    A Dutch duty to keep books carries payroll in the Netherlands, and not in Sweden.
    """
    asked = activity(
        "cluster",
        "recruitment",
        "payroll_invoicing",
        duties=("nl.retention.accounts.awr-7y",),
        necessary=True,
        when=(),
    )
    duty = LawfulBasis.LEGAL_OBLIGATION
    assert [standing(duty, asked, where) for where in (HERE, SWEDEN)] == [STANDS, EXCLUDED]


@pytest.mark.row("CLUSTER-252")
def test_checks_come_when_a_hire_is_likely() -> None:
    """
    The check of references and convictions is an activity of that stage, on the basis stated.
    """
    asked = activity("cluster", "recruitment", "verification_screening")
    assert (asked.stage, asked.stated, asked.shared_with) == (
        "likely_hire",
        (LawfulBasis.LEGITIMATE_INTERESTS,),
        ("clients_prospective_employers",),
    )


@pytest.mark.row("CLUSTER-089")
def test_consent_asked_where_appropriate_is_vague() -> None:
    """
    Asking "where appropriate, for all or some" leaves open what rests on consent.
    """
    assert ("consent.vague", "consents.activities.when") in found("cluster")


@pytest.mark.row("CLUSTER-113", "CLUSTER-118", "CLUSTER-127")
@pytest.mark.parametrize(
    "purpose", ["success_story", "direct_marketing", "equal_opportunities_monitoring"]
)
def test_explicit_consent_is_more_than_consent(purpose: str) -> None:
    """
    Where explicit consent is promised, a box whose words do not say so is not enough.
    """
    verdicts = [
        consent_stands(
            changed(SOUND, purposes=(purpose,), explicit=explicit),
            HERE,
            NL,
            on=DAY,
            explicit=True,
        ).standing
        for explicit in (True, False)
    ]
    assert verdicts == [STANDS, EXCLUDED]


@pytest.mark.row("CLUSTER-114")
def test_digital_marketing_needs_consent() -> None:
    """
    Whoever agreed to nothing and bought nothing is not mailed.
    """
    assert mailed(person(), customer=NONE) is EXCLUDED


@pytest.mark.row("CLUSTER-128")
def test_health_and_convictions_need_more_than_express_consent() -> None:
    """
    With express consent the prohibition is lifted; Dutch law on each still asks for its grounds.
    """
    asked = Activity(
        role="candidate",
        purpose="selection",
        categories=("health", "criminal_convictions"),
        consent=changed(SOUND, purposes=("selection",)),
    )
    verdicts = {each.guard: each.standing for each in layers(asked, HERE, NL, on=DAY)}
    assert verdicts == {
        Guard.SPECIAL_CATEGORIES: STANDS,
        Guard.HEALTH: ARGUABLE,
        Guard.CRIMINAL_DATA: ARGUABLE,
    }


@pytest.mark.row("CLUSTER-261", "CLUSTER-115")
def test_an_exception_is_no_consent() -> None:
    """
    What is taken as given until it is withdrawn is called consent, and that is found.
    """
    expected = {
        ("consent.not_consent", "consents.general.kind"),
        ("consent.not_consent", "consents.digital_marketing.kind"),
    }
    assert expected <= found("cluster")


@pytest.mark.row("CLUSTER-263", "CLUSTER-264", "CLUSTER-265", "CLUSTER-266")
@pytest.mark.parametrize(
    "facts",
    [
        {"detriment": True},
        {"told": (Telling.PURPOSE,)},
        {"purposes": ("talent_pool", "direct_marketing"), "separate": False},
        {"act": ConsentAct.SILENCE},
    ],
)
def test_each_element_of_consent_is_needed(facts: dict[str, Any]) -> None:
    """
    Freely given, informed, one by one, and by a clear act: without one of them it is none.
    """
    verdicts = [
        consent_stands(asked, HERE, NL, on=DAY).standing
        for asked in (SOUND, changed(SOUND, **facts))
    ]
    assert verdicts == [STANDS, EXCLUDED]


@pytest.mark.row("CLUSTER-116", "CLUSTER-117", "CLUSTER-268")
def test_both_definitions_of_the_exception_are_compared() -> None:
    """
    Each definition lacks what the directive asks for, and they differ from one another.
    """
    expected = {
        ("marketing.soft_opt_in_incomplete", "marketing.soft_opt_in.needs"),
        ("marketing.soft_opt_in_incomplete", "marketing.related_services.needs"),
        ("marketing.soft_opt_in_differs", "marketing.soft_opt_in.needs"),
    }
    assert expected <= found("cluster")


@pytest.mark.row("CLUSTER-122", "CLUSTER-123")
def test_targeted_advertising_stops_when_refused() -> None:
    """
    Whoever switches advertising off is no longer targeted; what is shown then knows nobody.
    """
    known = person(objections=(objected("targeted_advertising"),))
    stopped = {
        each.purpose
        for each in purposes_of(known, declared("cluster"), record="r1", on=DAY)
        if each.standing is Standing.STOPPED
    }
    assert "targeted_advertising" in stopped


@pytest.mark.row("CLUSTER-143", "CLUSTER-154")
@pytest.mark.parametrize("entry", ["clients", "suppliers"])
def test_dutch_organisations_are_asked_first(entry: str) -> None:
    """
    That no consent is asked for mail to organisations contradicts Dutch law.
    """
    assert ("marketing.opt_in_needed", f"marketing.{entry}.permission") in found("cluster")


@pytest.mark.row("CLUSTER-230", "CLUSTER-279")
@pytest.mark.parametrize("message", [Outreach.ALERT, Outreach.UNSOLICITED])
def test_unsubscribing_stops_alerts_and_offers(message: Outreach) -> None:
    """
    Whoever unsubscribes gets neither alerts nor offers, whatever they agreed to before.
    """
    consents = (agreed("job_alerts"), agreed("direct_marketing"))
    verdicts = [
        mailed(person(consents=consents, objections=objections), message=message)
        for objections in ((), (objected(),))
    ]
    assert verdicts == [STANDS, EXCLUDED]


@pytest.mark.row("CLUSTER-132", "CLUSTER-133", "CLUSTER-134")
def test_the_planned_machine_is_judged_before_it_runs() -> None:
    """
    Consent to the planned machine must be explicit, and refusing it must cost nothing.
    """
    expected = {
        ("automation.planned_on_consent", "automation.future.permission"),
        ("automation.refusal_harms", "automation.future.refused"),
    }
    assert expected <= found("cluster")


@pytest.mark.row("CLUSTER-235")
def test_browser_settings_are_no_consent() -> None:
    """
    Controlling cookies by the browser alone is no clear act.
    """
    assert ("consent.no_act", "ways.website_user.but.cookies.consent_by") in found("cluster")


@pytest.mark.row("CLUSTER-240")
def test_what_is_strictly_necessary_waits_for_nobody() -> None:
    """
    Once all other classes wait for consent, that the necessary ones do not is no finding.
    """
    policy = declared("cluster")
    assert policy.cookies is not None
    classes = FrozenMap(
        {
            key: kind if key == "strictly_necessary" else CookieClass(needs_consent=True)
            for key, kind in policy.cookies.classes.items()
        }
    )
    asked = attrs.evolve(policy, cookies=attrs.evolve(policy.cookies, classes=classes))
    codes = [
        "cookies.without_consent" in {each.code for each in check(one, NL, on=DAY)}
        for one in (policy, asked)
    ]
    assert codes == [True, False]


# ---------------------------------------------------------------------------------------- Allegro


@pytest.mark.row("ALLEGRO-056")
def test_access_control_stands_in_the_record() -> None:
    """
    That only some have access is told in the record of processing.
    """
    entries = record_of_processing(declared("allegro"), on=DAY).entries
    assert all("access_control" in entry.security for entry in entries)


@pytest.mark.row("ALLEGRO-034", "ALLEGRO-035")
@pytest.mark.parametrize(("runs", "verdict"), [(True, STANDS), (False, EXCLUDED), (None, ARGUABLE)])
def test_people_are_asked_while_a_procedure_runs(*, runs: bool | None, verdict: Verdict) -> None:
    """
    Asking for situation, availability and interest belongs to a procedure that runs.
    """
    given = {} if runs is None else {"placement_procedure": runs}
    asked = mailed(person(), message=Outreach.RUNNING_APPLICATION, given=given)
    assert asked is verdict


@pytest.mark.row("ALLEGRO-041")
@pytest.mark.parametrize(
    ("looking", "verdict"), [(True, STANDS), (False, EXCLUDED), (None, ARGUABLE)]
)
def test_only_people_who_look_for_work_are_approached(
    *, looking: bool | None, verdict: Verdict
) -> None:
    """
    Outside the condition the firm itself set, the purpose has no basis.
    """
    given = {} if looking is None else {"looking_for_work": looking}
    consent = changed(SOUND, purposes=("contact_subject",))
    asked = activity(
        "allegro", "search", "contact_subject", consent=consent, given=FrozenMap(given)
    )
    assert standing(LawfulBasis.CONSENT, asked) is verdict


@pytest.mark.row("ALLEGRO-036")
@pytest.mark.parametrize(("open_ended", "verdict"), [(False, STANDS), (True, EXCLUDED)])
def test_consent_to_an_introduction_is_for_one_procedure(
    *, open_ended: bool, verdict: Verdict
) -> None:
    """
    Consent to be introduced anywhere, any time, is not specific.
    """
    asked = changed(SOUND, purposes=("client_submission",), open_ended=open_ended)
    assert consent_stands(asked, HERE, NL, on=DAY).standing is verdict


# -------------------------------------------------------------------------------------- PageGroup


@pytest.mark.row("PAGE-096")
def test_withdrawing_is_as_easy_as_agreeing() -> None:
    """
    Consent given by a click and withdrawn by letter is none.
    """
    asked = changed(SOUND, act=ConsentAct.PRESSED, withdrawal_easy=False)
    assert consent_stands(asked, HERE, NL, on=DAY).standing is EXCLUDED


@pytest.mark.row("PAGE-090")
def test_similar_services_are_one_condition_of_several() -> None:
    """
    That the services are similar does not let anybody be mailed who bought nothing.
    """
    customer = SoftOptIn(relation=Relation.APPLIED, similar=True, from_person=True)
    assert mailed(person(), customer=customer) is EXCLUDED


@pytest.mark.row("PAGE-092")
@pytest.mark.parametrize(
    ("outcome", "verdict"), [(Balance.FAVOURABLE, STANDS), (Balance.OVERRIDDEN, EXCLUDED)]
)
def test_the_assessment_behind_an_interest(outcome: Balance, verdict: Verdict) -> None:
    """
    What the recorded assessment came to decides whether the interest carries.
    """
    weighed = InterestsAssessment(
        id="lia-news",
        purpose="direct_marketing",
        interests=("similar_services",),
        necessary=True,
        outcome=outcome,
        reviewer="r7",
        assessed_on=GIVEN,
    )
    asked = activity(
        "pagegroup",
        "news",
        "direct_marketing",
        public_task=False,
        assessment=weighed,
        when=(),
    )
    assert standing(LawfulBasis.LEGITIMATE_INTERESTS, asked) is verdict


@pytest.mark.row("PAGE-064")
def test_advertising_rests_on_consent_given_before() -> None:
    """
    Advertising by cookies is declared on consent, so without one nothing of it is left.
    """
    known = person(consents=())
    found_ = rests_on(
        known,
        numbered("pagegroup"),
        HERE,
        NL,
        record="r1",
        purpose="targeted_advertising",
        on=DAY,
    )
    assert (found_.standing, found_.bases) == (EXCLUDED, ())


@pytest.mark.row("PAGE-060", "PAGE-082", "PAGE-083")
def test_marketing_follows_the_persons_choices() -> None:
    """
    Who chose gets news; who unsubscribed does not.
    """
    consents = (agreed("direct_marketing"),)
    verdicts = [
        mailed(person(consents=consents, objections=objections))
        for objections in ((), (objected(),))
    ]
    assert verdicts == [STANDS, EXCLUDED]


def machine(**facts: Any) -> Verdict:  # noqa: ANN401 - any field
    """
    Judge a machine that works on candidates.
    """
    asked = Activity(
        role="candidate",
        purpose="profiling",
        automation=Automated(infers_emotions=False, **facts),
    )
    (layer,) = layers(asked, HERE, NL, on=DAY)
    return layer.standing


@pytest.mark.row("PAGE-097", "PAGE-101")
@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"looked_at": True, "may_overturn": True}, STANDS),
        ({"looked_at": True}, ARGUABLE),
        ({"looked_at": True, "may_overturn": True, "cases": 900, "overturned": 0}, ARGUABLE),
    ],
)
def test_a_recruiter_who_always_verifies(facts: dict[str, Any], verdict: Verdict) -> None:
    """
    A recruiter takes the decision from the machine if they may, and do, decide otherwise.
    """
    assert machine(effect=Effect.REJECTS, **facts) is verdict


@pytest.mark.row("PAGE-099")
def test_recommending_vacancies_decides_nothing() -> None:
    """
    JobMatch recommends and shuts nobody out, so nothing is decided.
    """
    assert machine(effect=Effect.RECOMMENDS) is STANDS


@pytest.mark.row("PAGE-100")
@pytest.mark.parametrize(
    ("unseen", "verdict"), [(False, STANDS), (True, ARGUABLE), (None, ARGUABLE)]
)
def test_ranking_decides_for_those_nobody_looks_at(
    *, unseen: bool | None, verdict: Verdict
) -> None:
    """
    Intelligent search ranks CVs into a smaller group; it decides for those left out unseen.
    """
    assert machine(effect=Effect.RANKS, unseen=unseen) is verdict


@pytest.mark.row("PAGE-106", "PAGE-111")
def test_transfers_within_the_group_are_judged() -> None:
    """
    Countries nobody names are pointed out; the agreement takes over clauses, of some edition.
    """
    codes = {code for code, path in found("pagegroup") if path.startswith("transfers.group")}
    assert codes == {"transfer.country_unnamed", "transfer.edition_unstated"}


@pytest.mark.row("PAGE-108", "PAGE-109", "PAGE-110")
@pytest.mark.parametrize(
    ("establishment", "given", "verdict"),
    [
        ("DE", {"transfer.approved": True, "transfer.assessed": True}, STANDS),
        ("FR", {"transfer.assessed": True}, ARGUABLE),
        ("NL", {"transfer.approved": True, "transfer.assessed": True}, EXCLUDED),
    ],
)
def test_recruiters_in_turkey(establishment: str, given: dict[str, bool], verdict: Verdict) -> None:
    """
    Data of people in Germany or France, and of no others, go to Turkey on approved rules.
    """
    entry = declared("pagegroup").transfers["turkey"]
    assert isinstance(entry.instruments, tuple)
    sending = Sending(
        to_country=entry.to_countries[0],
        instruments=entry.instruments,
        person_in=entry.person_in,
        given=given,
    )
    where = Situation(establishment=establishment, residence=establishment)
    assert may_transfer(sending, where, load("DE", "FR"), on=DAY).standing is verdict


# ---------------------------------------------------------------------------------------- Allegis


@pytest.mark.row("ALLEGIS-109")
@pytest.mark.parametrize(("outcome", "verdict"), [(None, ARGUABLE), (Balance.OVERRIDDEN, EXCLUDED)])
def test_rights_that_override_an_interest(outcome: Balance | None, verdict: Verdict) -> None:
    """
    While nobody has weighed, the interest is arguable; where rights override, it is none.
    """
    weighed = InterestsAssessment(
        id="lia-1",
        purpose="data_collection",
        interests=("client_service",),
        outcome=outcome,
        reviewer="r7",
        assessed_on=GIVEN,
    )
    asked = activity("allegis", "collecting", "data_collection", assessment=weighed)
    assert standing(LawfulBasis.LEGITIMATE_INTERESTS, asked) is verdict


@pytest.mark.row("ALLEGIS-118")
@pytest.mark.parametrize(
    ("destinations", "told"), [(("third_country_unspecified",), True), ((), False)]
)
def test_other_countries_beside_a_named_one(destinations: tuple[str, ...], *, told: bool) -> None:
    """
    That some countries are named does not tell of the others to which data go.
    """
    policy = declared("allegis")
    entry = attrs.evolve(policy.transfers["third_parties"], destinations=destinations)
    other = attrs.evolve(policy, transfers=FrozenMap({"one": entry}))
    codes = {each.code for each in audit(other, law_of(policy), on=DAY)}
    assert ("transfer.country_unnamed" in codes) is told


@pytest.mark.row("ALLEGIS-061")
def test_the_word_the_swedish_text_lost_is_found() -> None:
    """
    The Swedish text asks for plain consent to sensitive data.
    """
    assert ("consent.explicit_lost", "variants.sv.consents.sensitive.kind") in found("allegis")


@pytest.mark.row("ALLEGIS-081")
def test_consent_in_some_cases_is_vague() -> None:
    """
    Consent "in some cases" leaves open in which.
    """
    assert ("consent.vague", "consents.some_cases.when") in found("allegis")


@pytest.mark.row("ALLEGIS-133")
def test_a_choice_to_opt_out_is_no_consent() -> None:
    """
    A choice that is either opt-out or opt-in is not consent while it may be the first.
    """
    assert ("consent.not_consent", "consents.choice.kind") in found("allegis")


@pytest.mark.row("ALLEGIS-075", "ALLEGIS-161")
def test_messages_until_somebody_objects() -> None:
    """
    British law asks for consent, which settings may or may not be; an objection ends them at once.
    """
    assert ("marketing.asking_unclear", "marketing.messages.permission") in found("allegis")
    assert mailed(person(objections=(objected(),))) is EXCLUDED


@pytest.mark.row("ALLEGIS-160", "ALLEGIS-162", "PAGE-094")
@pytest.mark.parametrize("message", [Outreach.ALERT, Outreach.UNSOLICITED])
def test_people_choose_which_messages_they_get(message: Outreach) -> None:
    """
    Whoever chose alerts gets alerts and no offers, and the other way round.
    """
    chosen = {Outreach.ALERT: "job_alerts", Outreach.UNSOLICITED: "direct_marketing"}
    other = {Outreach.ALERT: "direct_marketing", Outreach.UNSOLICITED: "job_alerts"}
    verdicts = [
        mailed(person(consents=(agreed(purpose[message]),)), message=message, customer=NONE)
        for purpose in (chosen, other)
    ]
    assert verdicts == [STANDS, EXCLUDED]


@pytest.mark.row("ALLEGIS-087", "ALLEGIS-088")
@pytest.mark.parametrize(
    ("data", "told"), [(("visit_duration",), False), (("email",), True), (("chat_content",), True)]
)
def test_a_tracker_that_is_promised_to_know_nobody(data: tuple[str, ...], *, told: bool) -> None:
    """
    A tracker that never identifies and is on no form is not declared to collect what people type.
    """
    policy = declared("allegis")
    assert policy.cookies is not None
    hotjar = attrs.evolve(policy.cookies.trackers["hotjar"], data=data)
    trackers = FrozenMap({**policy.cookies.trackers, "hotjar": hotjar})
    other = attrs.evolve(policy, cookies=attrs.evolve(policy.cookies, trackers=trackers))
    codes = {each.code for each in audit(other, law_of(policy), on=DAY)}
    assert ("tracker.promise_broken" in codes) is told
