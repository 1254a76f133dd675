"""
What an expert would note of a notice besides its missing elements: each is found, and near misses.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy import law
from recruitprivacy.basis import audit
from recruitprivacy.findings import Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import check
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    UNSTATED,
    Absence,
    Actor,
    AnswerPromise,
    Automation,
    Capacity,
    ComplaintRoute,
    Contact,
    Controller,
    CookieClass,
    Cookies,
    Disclosure,
    DisposalMeaning,
    End,
    Form,
    FurtherRequest,
    Holding,
    Item,
    Marketing,
    Modality,
    PartialDate,
    Permission,
    Policy,
    Practice,
    Requests,
    Residue,
    Resolver,
    RetentionRule,
    RightOffered,
    Role,
    Running,
    Statement,
    Transfer,
    Ways,
)
from recruitprivacy.vocabulary import Right, TransferInstrument
from tests.notices.policies import COMPLETE, Change, evolved, replaced, together

ON: Final = date(2026, 11, 22)
DUTCH: Final = law.load("NL")
SHIELD: Final = (TransferInstrument.PRIVACY_SHIELD_EU_US,)
FRAMEWORK: Final = (TransferInstrument.DATA_PRIVACY_FRAMEWORK_EU_US,)
CLAUSES: Final = (TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES,)


def found(policy: Policy, on: date = ON) -> list[tuple[str, str]]:
    """
    List what the check finds and the audit behind it does not, as code and path.
    """
    judged = audit(policy, DUTCH, on=on)
    return [(each.code, each.path) for each in check(policy, DUTCH, on=on) if each not in judged]


def kept(**values: object) -> Change:
    """
    Add a rule of keeping beside the one there is.
    """
    rule: dict[str, Any] = {"roles": ("candidate",), **values}
    return together(
        replaced(retention=FrozenMap({**COMPLETE.retention, "more": RetentionRule(**rule)}))
    )


def disposed(**values: object) -> Change:
    """
    Say what deleting means.
    """
    meaning: dict[str, Any] = {"ends": (End.ERASED, End.BEYOND_USE), **values}
    return replaced(disposals=FrozenMap({"delete": DisposalMeaning(**meaning)}))


def stated(about: str, **values: object) -> Change:
    """
    Add a statement.
    """
    facts: dict[str, Any] = values
    return replaced(statements=FrozenMap({"said": Statement(about=about, **facts)}))


def held(category: str, **values: object) -> Change:
    """
    Hold another category, and use it.
    """
    facts: dict[str, Any] = values
    return together(
        evolved("data", "candidate", but=FrozenMap({category: Item(**facts)})),
        evolved("uses", "hiring", data=("*", category)),
    )


def received(to: str, **values: object) -> Change:
    """
    Give data to somebody.
    """
    facts: dict[str, Any] = values
    return replaced(recipients=FrozenMap({"them": Disclosure(to=(to,), **facts)}))


def sent(**values: object) -> Change:
    """
    Send messages.
    """
    entry: dict[str, Any] = {
        "purposes": ("direct_marketing",),
        "permission": (Permission.CONSENT,),
        **values,
    }
    return replaced(marketing=FrozenMap({"news": Marketing(**entry)}))


def abroad(**values: object) -> Change:
    """
    Send data to another country.
    """
    entry: dict[str, Any] = {
        "to_countries": ("TR",),
        "instruments": CLAUSES,
        "copy_at": Contact(email="privacy@example.org"),
        **values,
    }
    return replaced(transfers=FrozenMap({"there": Transfer(**entry)}))


def firm(country: str, **values: object) -> Change:
    """
    Be in a country, and speak to people in Europe.
    """
    facts: dict[str, Any] = values
    contact = Contact(email="privacy@example.org", person_in=("EEA",))
    one = Controller(name="Kade", country=country, contact=contact, dpo=Absence.NONE, **facts)
    return replaced(controllers=FrozenMap({"kade": one}))


def rights(right: Right, **values: object) -> Change:
    """
    Offer a right in another way.
    """
    return evolved("rights", right, **values)


def worded(kind: str, key: str, tag: str, *words: str) -> Change:
    """
    Call a concept something.
    """
    return replaced(wording=FrozenMap({kind: FrozenMap({key: FrozenMap({tag: words})})}))


WITHOUT_OBJECTION: Final = replaced(
    rights=FrozenMap(
        (name, offer)
        for name, offer in COMPLETE.rights.items()
        if name is not Right.OBJECT_MARKETING
    )
)
NETWORKS: Final = sent(
    purposes=("targeted_advertising",), channels=("social_media",), stopped_by=("email",)
)
ADVERTISING: Final = sent(
    purposes=("targeted_advertising",), cookie_class="advertising", stopped_by=("email",)
)
EXPLAINED: Final = FrozenMap({"advertising": CookieClass(needs_consent=True)})
BUYERS: Final = received("buyers_sellers")
PHOTO: Final = evolved("data", "candidate", but=FrozenMap({"photo": Item()}))
ONLY: Final = evolved("uses", "hiring", only=True)


def besides(purpose: str) -> Change:
    """
    Use the data for something else as well.
    """
    more = attrs.evolve(COMPLETE.uses["hiring"], purposes=(purpose,))
    only = attrs.evolve(COMPLETE.uses["hiring"], only=True)
    return replaced(uses=FrozenMap({"hiring": only, "more": more}))


OTHERS: Final = Ways(received=FrozenMap({"*": ("linkedin",)}))
UNMET: Final = replaced(ways=FrozenMap({"candidate": OTHERS}), obligations=FrozenMap())
VISITS: Final = Ways(
    given=FrozenMap({"*": ("website",)}),
    automatic=FrozenMap({"email": ("camera",), "name": ("automatic_website",)}),
)


@pytest.mark.parametrize(
    ("wrong", "near", "expected"),
    [
        (
            kept(while_="business_need", after="purpose_ended"),
            kept(while_="business_need", after="purpose_ended", review=Period(years=1)),
            ("retention.vague", "retention.more.while"),
        ),
        (
            kept(while_="expressed_interest"),
            kept(while_="expressed_interest", after="registered", at_most=Period(weeks=4)),
            ("retention.no_longest", "retention.more.while"),
        ),
        (
            evolved("retention", "rejected", good_faith=True, unless=("law_requires",)),
            evolved("retention", "rejected", unless=("law_requires",)),
            ("retention.good_faith", "retention.rejected.good_faith"),
        ),
        (
            evolved("retention", "rejected", at_most=Period(weeks=5)),
            evolved("retention", "rejected", at_most=Period(weeks=5), outcomes=("hired",)),
            ("retention.beyond_guidance", "retention.rejected.at_most"),
        ),
        (
            disposed(),
            disposed(residue=Residue(at_most=Period(days=30))),
            ("disposal.remainder_endless", "disposals.delete.ends"),
        ),
        (
            disposed(residue=Residue(present_in=("backup",))),
            disposed(ends=(End.ERASED,)),
            ("disposal.remainder_endless", "disposals.delete.residue"),
        ),
        (
            rights(Right.ACCESS, under=SHIELD),
            rights(Right.ACCESS, under=FRAMEWORK),
            ("framework.ended", "rights.access.under"),
        ),
        (
            replaced(complaints=FrozenMap({"us": ComplaintRoute(to="controller", under=SHIELD)})),
            replaced(
                complaints=FrozenMap(
                    {"us": ComplaintRoute(to="controller", under=SHIELD, roles=("staff",))}
                )
            ),
            ("framework.ended", "complaints.us.under"),
        ),
        (
            stated("safeguards_statement", under=SHIELD),
            stated("safeguards_statement", under=SHIELD, roles=("staff",)),
            ("framework.ended", "statements.said.under"),
        ),
        (
            rights(Right.ACCESS, own_refusals=("disproportionate_burden",)),
            rights(Right.ACCESS, refused_where_lawful=True),
            ("right.own_refusal", "rights.access.own_refusals"),
        ),
        (
            rights(Right.ERASURE, answer=AnswerPromise(reasonable=True)),
            rights(Right.ERASURE, answer=AnswerPromise(as_lawful=True)),
            ("right.answer_open", "rights.erasure.answer"),
        ),
        (
            replaced(requests=Requests(answer=AnswerPromise(reasonable=True))),
            replaced(requests=Requests(answer=AnswerPromise(as_lawful=True))),
            ("right.answer_open", "requests.answer"),
        ),
        (
            together(
                replaced(roles=FrozenMap({"candidate": Role(), "staff": Role(addressed=False)})),
                rights(Right.ACCESS, roles=("staff",)),
            ),
            rights(Right.ACCESS, roles=("candidate",)),
            ("right.not_for_role", "rights.access.roles"),
        ),
        (
            rights(Right.WITHDRAW_CONSENT, earlier_stands=False),
            together(
                rights(Right.WITHDRAW_CONSENT, earlier_stands=False),
                replaced(consents=FrozenMap()),
            ),
            ("consent.earlier_unstated", "rights.withdraw_consent"),
        ),
        (
            rights(Right.WITHDRAW_CONSENT, stops=True, other_basis=True),
            rights(Right.WITHDRAW_CONSENT, other_basis=True),
            ("consent.basis_changed", "rights.withdraw_consent.other_basis"),
        ),
        (
            stated("re_collection", modality=Modality.MAY),
            stated("privacy_commitment"),
            ("objection.undone", "statements.said"),
        ),
        (
            stated("accuracy_duty", by=Actor.DATA_SUBJECT, modality=Modality.MUST),
            stated("accuracy_duty", by=Actor.DATA_SUBJECT, modality=Modality.ASKS),
            ("statement.duty_shifted", "statements.said"),
        ),
        (
            together(BUYERS, stated("none_sale", modality=Modality.NEVER)),
            stated("none_sale", modality=Modality.NEVER),
            ("statement.sale_denied", "statements.said"),
        ),
        (
            PHOTO,
            together(PHOTO, evolved("uses", "hiring", data=("*", "photo"))),
            ("data.unused", "data.candidate"),
        ),
        (
            besides("security"),
            besides("application_processing"),
            (
                "use.only_contradicted",
                "uses.hiring.only",
            ),
        ),
        (
            evolved("uses", "hiring", purposes=("business_purposes",)),
            evolved("uses", "hiring", purposes=("audits",)),
            ("use.purpose_vague", "uses.hiring.purposes"),
        ),
        (
            evolved("uses", "hiring", basis_varies=True),
            evolved("uses", "hiring", basis_varies=False),
            ("use.basis_varies", "uses"),
        ),
        (
            received("service_providers"),
            received("payroll_providers"),
            ("recipient.unspecific", "recipients.them.to"),
        ),
        (
            received("associated_third_parties"),
            received("group_companies"),
            ("recipient.unspecific", "recipients.them.to"),
        ),
        (
            received(
                "clients_prospective_employers",
                data=("diversity_information",),
                form=Form.ANONYMISED_WHERE_RELEVANT,
            ),
            received(
                "clients_prospective_employers",
                data=("diversity_information",),
                form=Form.ANONYMISED,
            ),
            ("recipient.anonymity_partial", "recipients.them.form"),
        ),
        (
            NETWORKS,
            together(NETWORKS, received("social_media"), abroad(risk_told=True)),
            ("recipient.network_unstated", "marketing.news.channels"),
        ),
        (
            together(
                ADVERTISING,
                replaced(
                    cookies=Cookies(
                        permission=Permission.CONSENT,
                        classes=FrozenMap({"performance": CookieClass(needs_consent=True)}),
                    )
                ),
            ),
            together(
                ADVERTISING,
                replaced(cookies=Cookies(permission=Permission.CONSENT, classes=EXPLAINED)),
            ),
            ("cookies.class_unlisted", "marketing.news.cookie_class"),
        ),
        (
            replaced(ways=FrozenMap({"candidate": VISITS})),
            replaced(
                ways=FrozenMap({"candidate": VISITS}),
                cookies=Cookies(permission=Permission.CONSENT),
            ),
            ("cookies.unstated", "ways.candidate.automatic.name"),
        ),
        (
            evolved("responsible", "all", by=Resolver.WHOLE_GROUP),
            evolved("responsible", "all", by=Resolver.WHOLE_GROUP, capacity=Capacity.JOINT),
            ("controller.arrangement_unstated", "responsible.all.capacity"),
        ),
        (firm("US"), firm("NL"), ("controller.representative_unstated", "controllers")),
        (
            firm("GB"),
            firm("GB", representative=Contact(email="eu@example.org")),
            ("controller.representative_unstated", "controllers"),
        ),
        (
            held("emergency_contact_details", about_others=True, stage="hired"),
            held("emergency_contact_details", stage="hired"),
            ("role.unaddressed", "data.candidate.but.emergency_contact_details"),
        ),
        (
            UNMET,
            together(UNMET, stated("just_in_time_notice")),
            ("source.telling_unstated", "ways.candidate.received"),
        ),
        (
            worded("lawful_basis", "legitimate_interests", "nl-BE", "rechtmatige belangen"),
            worded("lawful_basis", "legitimate_interests", "nl-BE", "Gerechtvaardigde belangen"),
            ("wording.not_of_law", "wording.lawful_basis.legitimate_interests.nl-BE"),
        ),
        (
            worded("lawful_basis", "vital_interests", "sv", "viktiga affärsintressen"),
            worded("role", "referee", "sv", "viktiga affärsintressen"),
            ("wording.misleading", "wording.lawful_basis.vital_interests.sv"),
        ),
        (
            abroad(),
            abroad(risk_told=True),
            (
                "transfer.adequacy_unstated",
                "transfers.there.to_countries",
            ),
        ),
        (
            together(received("social_media")),
            together(received("social_media"), abroad(risk_told=True)),
            ("transfer.unstated", "transfers"),
        ),
        (
            together(WITHOUT_OBJECTION, sent()),
            together(WITHOUT_OBJECTION, sent(stopped_by=("unsubscribe_link",))),
            ("marketing.objection_unstated", "marketing.news.stopped_by"),
        ),
        (
            sent(),
            together(
                sent(),
                replaced(
                    further_requests=FrozenMap(
                        {"unsubscribe": FurtherRequest(stops=("direct_marketing",), via=("email",))}
                    )
                ),
            ),
            ("marketing.way_unstated", "marketing.news.stopped_by"),
        ),
        (
            replaced(
                version=attrs.evolve(
                    COMPLETE.version, effective_on=PartialDate.parse("early 2026-02")
                )
            ),
            replaced(
                version=attrs.evolve(COMPLETE.version, effective_on=PartialDate.parse("2026-02-09"))
            ),
            ("version.inexact", "version"),
        ),
        (
            replaced(
                version=attrs.evolve(COMPLETE.version, calls_date=FrozenMap({"en": ("of", "from")}))
            ),
            replaced(version=attrs.evolve(COMPLETE.version, calls_date=FrozenMap({"en": ("of",)}))),
            ("version.date_names", "version.calls_date.en"),
        ),
        (
            together(
                replaced(obligations=FrozenMap()),
                stated("unspecified_voluntary", roles=("candidate",)),
            ),
            stated("unspecified_voluntary", roles=("candidate",)),
            ("obligation.consequences_unstated", "roles.candidate"),
        ),
    ],
)
def test_found_and_nearly(wrong: Change, near: Change, expected: tuple[str, str]) -> None:
    """
    What is wrong yields its one finding, and what only looks like it yields none.
    """
    assert [expected] == found(wrong(COMPLETE))
    assert expected not in found(near(COMPLETE))


def test_a_british_firm_was_in_the_union_once() -> None:
    """
    Until the end of 2020 a firm in the United Kingdom needed no representative in the Union.
    """
    code = ("controller.representative_unstated", "controllers")
    british = firm("GB")(COMPLETE)

    assert code not in found(british, date(2020, 12, 31))
    assert code in found(british, date(2021, 1, 1))


def test_no_rights_are_missed_of_people_of_whom_nothing_is_held() -> None:
    """
    A right told to candidates alone is not missed of visitors of whom nothing is held.
    """
    visitors = replaced(
        roles=FrozenMap({"candidate": Role(), "website_user": Role()}),
        data=FrozenMap({**COMPLETE.data, "website_user": Holding(exhaustive=True)}),
        responsible=FrozenMap(
            {"all": attrs.evolve(COMPLETE.responsible["all"], roles=("candidate", "website_user"))}
        ),
        rights=FrozenMap(
            (right, RightOffered(roles=("candidate",), earlier_stands=True))
            for right in COMPLETE.rights
        ),
    )

    assert [] == found(visitors(COMPLETE))


def test_what_is_shared_is_told_once() -> None:
    """
    What is missing for people is not told again of those who are treated as they are.
    """
    roles = FrozenMap({"candidate": Role(), "supplier_worker": Role(treated_as="candidate")})
    policy = attrs.evolve(COMPLETE, roles=roles, retention=FrozenMap())
    apart = check(policy, DUTCH, on=ON, role="supplier_worker")

    assert [("retention.unstated", "roles.candidate")] == found(policy)
    assert [("retention.unstated", "roles.supplier_worker")] == [(x.code, x.path) for x in apart]


def test_what_is_said_of_every_machine_holds_for_each() -> None:
    """
    That no machine decides alone, said once, is not missed of one of them.
    """
    machine = Automation(practices=(Practice.RANKING,), running=Running.RUNS)
    general = Automation(practices=(), running=Running.NOT_NOW, decides_alone=False)
    one = FrozenMap({"machine": machine})
    both = FrozenMap({"machine": machine, "general": general})

    assert [("automation.human_unstated", "automation.machine.decides_alone")] == found(
        attrs.evolve(COMPLETE, automation=one)
    )
    assert [] == found(attrs.evolve(COMPLETE, automation=both))


@pytest.mark.parametrize("told", [True, False])
def test_an_authority_need_not_be_named(*, told: bool) -> None:
    """
    Where the right to complain is told, that no authority is named is only a note.
    """
    rights_ = COMPLETE.rights if told else FrozenMap({Right.ACCESS: RightOffered()})
    policy = attrs.evolve(COMPLETE, authorities=FrozenMap(), rights=rights_)
    levels = {each.code: each.level for each in check(policy, DUTCH, on=ON)}

    assert levels["authority.unstated"] is (Level.NOTE if told else Level.WARNING)


def test_without_a_country_no_representative_is_missed() -> None:
    """
    Where no country is stated, nobody can tell whether a representative is needed.
    """
    nowhere = evolved("controllers", "kade", country=UNSTATED)

    assert [] == found(nowhere(COMPLETE))
