"""
The check of a declaration: each gap is found, and nothing else.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy import law
from recruitprivacy.basis import audit
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.i18n import say
from recruitprivacy.notices import check
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    UNSTATED,
    Absence,
    AnswerPromise,
    Authority,
    Automation,
    Capacity,
    Changes,
    Clock,
    Consent,
    Contact,
    Controller,
    CookieClass,
    Cookies,
    Exceptional,
    Holding,
    Item,
    LawNamed,
    Lifetime,
    Link,
    Modality,
    Moment,
    NationalRule,
    Obligation,
    PartialDate,
    Permission,
    Policy,
    Practice,
    Requests,
    Resolver,
    Responsibility,
    RetentionRule,
    Role,
    Running,
    Statement,
    Tracker,
    Transfer,
    Use,
    Version,
    Ways,
)
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis, Right, TransferInstrument
from tests.notices.policies import COMPLETE, Change, evolved, replaced, together

ON: Final = date(2026, 11, 22)
DUTCH: Final = law.load("NL")


def found(policy: Policy) -> list[tuple[str, str]]:
    """
    List what the check finds and the audit behind it does not, as code and path.
    """
    judged = audit(policy, DUTCH, on=ON)
    checked = check(policy, DUTCH, on=ON)
    return [(each.code, each.path) for each in checked if each not in judged]


def test_complete() -> None:
    """
    A declaration that says all the elements has no finding.
    """
    assert [] == found(COMPLETE)


TRANSFER: Final = Transfer(
    roles=("candidate",),
    instruments=(TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES,),
    copy_at=Contact(email="privacy@example.org"),
)
HEALTH: Final = Holding(items=("name",), but=FrozenMap({"health": Item()}), exhaustive=True)
CRIME: Final = Holding(
    items=("name",), but=FrozenMap({"criminal_convictions": Item()}), exhaustive=True
)
CONSENTED: Final = Item(also=Art9Condition.EXPLICIT_CONSENT)
PURPOSE: Final = "application_processing"
REACHING: Final = evolved(
    "uses",
    "hiring",
    data=("*", "health", "criminal_convictions", "diversity_information"),
)
INTERESTED: Final = FrozenMap(
    {PURPOSE: Exceptional(basis=(LawfulBasis.LEGITIMATE_INTERESTS,), interests=())}
)
SHIELD: Final = (TransferInstrument.PRIVACY_SHIELD_EU_US,)
FRAMEWORK: Final = (TransferInstrument.DATA_PRIVACY_FRAMEWORK_EU_US,)
FOUND: Final = replaced(
    statements=FrozenMap({"soon": Statement(about="just_in_time_notice")}),
    ways=FrozenMap({"candidate": Ways(received=FrozenMap({"*": ("linkedin",)}))}),
    obligations=FrozenMap(),
)
"""Everything comes from others, and so nothing must be given."""


RESTING: Final = Exceptional(
    basis=(LawfulBasis.LEGITIMATE_INTERESTS,), interests=("run_recruitment_business",)
)
STAFF: Final = ("staff",)
EXPLAINED: Final = FrozenMap({"en": FrozenMap({"automation.machine.says": "It counts years."})})
WITHOUT_WITHDRAWAL: Final = FrozenMap(
    (name, offer) for name, offer in COMPLETE.rights.items() if name is not Right.WITHDRAW_CONSENT
)

TWICE: Final = FrozenMap({"sv": ("samtycke", "tillstånd"), "nl": ("toestemming",)})


def automated(**values: object) -> Change:
    """
    Declare a machine that ranks.
    """
    entry = Automation(
        roles=("candidate",),
        practices=(Practice.RANKING,),
        running=Running.RUNS,
        **values,  # type: ignore[arg-type]
    )
    return replaced(automation=FrozenMap({"machine": entry}))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (replaced(responsible=FrozenMap()), ("role.uncontrolled", "roles.candidate")),
        (
            evolved("controllers", "kade", contact=Contact()),
            ("controller.contact_unstated", "controllers.kade.contact"),
        ),
        (
            evolved("controllers", "kade", dpo=UNSTATED),
            ("controller.dpo_unstated", "controllers.kade.dpo"),
        ),
        (replaced(uses=FrozenMap()), ("use.none", "roles.candidate")),
        (evolved("uses", "hiring", basis=UNSTATED), ("use.basis_unstated", "uses.hiring.basis")),
        (
            evolved("uses", "hiring", interests=()),
            ("use.interests_unstated", "uses.hiring.interests"),
        ),
        (
            evolved("uses", "hiring", interests=("own_legal_obligations",)),
            ("use.duty_as_interest", "uses.hiring.interests"),
        ),
        (
            evolved("obligations", "apply", consequences=(), told=Moment.AT_COLLECTION),
            ("obligation.postponed", "obligations.apply.consequences"),
        ),
        (
            evolved("obligations", "apply", required_by=()),
            ("obligation.unspecific", "obligations.apply.required_by"),
        ),
        (
            evolved("retention", "rejected", at_most=None, at_once=True, after="forget_me"),
            ("retention.until_asked", "roles.candidate"),
        ),
        (
            replaced(changes=Changes(may_change=True)),
            ("changes.telling_unstated", "changes.notified"),
        ),
        (replaced(laws=FrozenMap({"Wbp": LawNamed()})), ("law.repealed", "laws.Wbp")),
        (
            replaced(wording=FrozenMap({"topic": FrozenMap({"personal_data": TWICE})})),
            ("wording.several", "wording.topic.personal_data.sv"),
        ),
        (
            replaced(wording=FrozenMap({"role": FrozenMap({"referee": TWICE})})),
            ("wording.several", "wording.role.referee.sv"),
        ),
        (evolved("uses", "hiring", exhaustive=False), ("use.open_ended", "uses.hiring.exhaustive")),
        (
            together(FOUND, evolved("data", "candidate", exhaustive=False)),
            ("data.open_ended", "data.candidate.exhaustive"),
        ),
        (together(FOUND, replaced(data=FrozenMap())), ("data.none", "data.candidate")),
        (
            evolved("responsible", "all", by=Resolver.CONSULTANT_ENTITY, among=()),
            ("controller.unnamed", "roles.candidate"),
        ),
        (
            evolved("uses", "hiring", basis=UNSTATED, but=INTERESTED),
            ("use.interests_unstated", "uses.hiring.interests"),
        ),
        (
            evolved("uses", "hiring", but=FrozenMap({PURPOSE: Exceptional(interests=())})),
            ("use.interests_unstated", "uses.hiring.interests"),
        ),
        (
            together(REACHING, replaced(data=FrozenMap({"candidate": HEALTH}))),
            ("data.art_9_unstated", "data.candidate.but.health"),
        ),
        (
            together(
                evolved("data", "candidate", items=("name", "health")),
                evolved("uses", "hiring", data=("cv",), art_9=Art9Condition.LEGAL_CLAIMS),
            ),
            ("data.art_9_unstated", "data.candidate.items"),
        ),
        (
            together(REACHING, replaced(data=FrozenMap({"candidate": CRIME}))),
            ("data.art_10_unstated", "data.candidate.but.criminal_convictions"),
        ),
        (replaced(ways=FrozenMap()), ("source.unstated", "ways.candidate")),
        (replaced(obligations=FrozenMap()), ("obligation.unstated", "roles.candidate")),
        (replaced(retention=FrozenMap()), ("retention.unstated", "roles.candidate")),
        (
            evolved("retention", "rejected", at_most=None, aim=Period(weeks=2)),
            ("retention.unstated", "roles.candidate"),
        ),
        (
            evolved("retention", "rejected", at_least=Period(years=2)),
            ("retention.floor_without_statute", "retention.rejected.at_least"),
        ),
        (
            replaced(transfers=FrozenMap({"us": attrs.evolve(TRANSFER, instruments=UNSTATED)})),
            ("transfer.instrument_unstated", "transfers.us.instruments"),
        ),
        (
            replaced(transfers=FrozenMap({"us": attrs.evolve(TRANSFER, copy_at=UNSTATED)})),
            ("transfer.copy_unstated", "transfers.us.copy_at"),
        ),
        (automated(decides_alone=True), ("automation.logic_unstated", "automation.machine")),
        (automated(), ("automation.human_unstated", "automation.machine.decides_alone")),
        (replaced(authorities=FrozenMap()), ("authority.unstated", "authorities")),
        (
            replaced(authorities=FrozenMap({"NL": Authority(name="AP")})),
            ("authority.page_unstated", "authorities.NL.url"),
        ),
        (replaced(version=Version(number="3")), ("version.undated", "version")),
        (
            replaced(version=attrs.evolve(COMPLETE.version, number=UNSTATED)),
            ("version.unnumbered", "version.number"),
        ),
        (
            replaced(version=attrs.evolve(COMPLETE.version, complete=False)),
            ("version.truncated", "version.complete"),
        ),
        (replaced(changes=Changes(notified=False)), ("changes.not_notified", "changes.notified")),
        (
            replaced(links=FrozenMap({"here": Link(about="pass_on_notice")})),
            ("link.lost", "links.here.url"),
        ),
        (
            replaced(requests=Requests(answer=AnswerPromise(within=Period(days=45)))),
            ("requests.promise_later_than_law", "requests.answer.within"),
        ),
    ],
)
def test_gap(change: Change, expected: tuple[str, str]) -> None:
    """
    Each gap alone yields its one finding, at its path.
    """
    assert [expected] == found(change(COMPLETE))


@pytest.mark.parametrize("right", [*sorted(COMPLETE.rights)])
def test_right_left_out(right: Right) -> None:
    """
    A right the law wants named is missed when it is left out; one it does not list is not.
    """
    rights = FrozenMap(
        (name, offer) for name, offer in COMPLETE.rights.items() if name is not right
    )
    expected = {
        Right.OBJECT_MARKETING: [],
        Right.WITHDRAW_CONSENT: [("consent.withdrawal_unstated", "rights.withdraw_consent")],
    }.get(right, [("right.unstated", f"rights.{right.value}")])

    assert expected == found(attrs.evolve(COMPLETE, rights=rights))


@pytest.mark.parametrize(
    "change",
    [
        replaced(transfers=FrozenMap({"us": TRANSFER})),
        together(
            REACHING,
            replaced(
                data=FrozenMap(
                    {
                        "candidate": attrs.evolve(
                            HEALTH,
                            but=FrozenMap({"health": Item(art_9=Art9Condition.EXPLICIT_CONSENT)}),
                        )
                    }
                )
            ),
        ),
        together(
            REACHING,
            replaced(
                data=FrozenMap(
                    {
                        "candidate": attrs.evolve(
                            CRIME,
                            but=FrozenMap(
                                {"criminal_convictions": Item(art_10=NationalRule.NATIONAL)}
                            ),
                        )
                    }
                )
            ),
        ),
        evolved("uses", "hiring", basis=(LawfulBasis.PRECONTRACT,), interests=()),
        evolved(
            "uses",
            "hiring",
            interests=(),
            but=FrozenMap({PURPOSE: Exceptional(basis=(LawfulBasis.PRECONTRACT,))}),
        ),
        evolved("uses", "hiring", basis=UNSTATED, but=FrozenMap({PURPOSE: RESTING})),
        evolved("data", "candidate", exhaustive=False),
        replaced(data=FrozenMap()),
        FOUND,
        replaced(
            transfers=FrozenMap(
                {"us": attrs.evolve(TRANSFER, instruments=FRAMEWORK, copy_at=UNSTATED)}
            )
        ),
        replaced(
            transfers=FrozenMap({"us": attrs.evolve(TRANSFER, instruments=UNSTATED, roles=STAFF)}),
            roles=FrozenMap({"candidate": Role(), "staff": Role(addressed=False)}),
        ),
        automated(decides_alone=False),
        together(automated(decides_alone=True), replaced(texts=EXPLAINED)),
        replaced(links=FrozenMap({"here": Link(about="pass_on_notice", url="example.org")})),
        together(
            evolved("consents", "pool", any_time=True),
            evolved("rights", Right.WITHDRAW_CONSENT, roles=("staff",)),
        ),
        together(
            evolved("consents", "pool", kind=(Permission.SOFT_OPT_IN,)),
            replaced(rights=WITHOUT_WITHDRAWAL),
        ),
        evolved("retention", "rejected", aim=Period(weeks=2)),
        replaced(changes=Changes(notified=True)),
        replaced(requests=Requests(answer=AnswerPromise(within=Period(working_days=10)))),
        replaced(requests=Requests(answer=AnswerPromise(within=Period(days=28)))),
    ],
)
def test_near_miss(change: Change) -> None:
    """
    What is stated is not reported.
    """
    assert [] == found(change(COMPLETE))


def test_explicit_consent_for_the_data_is_a_condition() -> None:
    """
    Explicit consent asked for a category is the condition of Art. 9(2)(a) for it.
    """
    consents = dict(COMPLETE.consents)
    consents["health"] = attrs.evolve(
        consents["pool"], kind=(Permission.EXPLICIT_CONSENT,), data=("health",)
    )
    policy = attrs.evolve(
        REACHING(COMPLETE), data=FrozenMap({"candidate": HEALTH}), consents=FrozenMap(consents)
    )

    assert [] == found(policy)


def test_a_basis_of_consent_needs_withdrawal() -> None:
    """
    A use that rests on consent alone calls for the right to take it back, too.
    """
    change = together(
        evolved("uses", "hiring", basis=(LawfulBasis.CONSENT,), interests=()),
        replaced(rights=WITHOUT_WITHDRAWAL, consents=FrozenMap()),
    )

    assert [("consent.withdrawal_unstated", "rights.withdraw_consent")] == found(change(COMPLETE))


def test_what_is_counted_under_a_category_shares_its_conditions() -> None:
    """
    A condition stated for a category holds for the finer ones the firm counts under it.
    """
    under = Item(includes=("health", "criminal_convictions"), art_9=Art9Condition.EXPLICIT_CONSENT)
    national = attrs.evolve(under, art_10=NationalRule.NATIONAL)

    def holding(item: Item) -> Change:
        held = evolved("data", "candidate", but=FrozenMap({"diversity_information": item}))
        return together(REACHING, held)

    counted = "data.candidate.but.diversity_information.includes"
    assert [("data.art_10_unstated", counted)] == found(holding(under)(COMPLETE))
    assert [] == found(holding(national)(COMPLETE))


def test_criminal_data_on_consent_are_found_once() -> None:
    """
    Where criminal data rest on consent, the audit says that it is not enough, and nothing else.
    """
    asked = Consent(kind=(Permission.CONSENT,), data=("criminal_convictions",))
    by_item = replaced(
        data=FrozenMap({"candidate": Holding(but=FrozenMap({"criminal_convictions": CONSENTED}))})
    )
    by_consent = replaced(
        data=FrozenMap({"candidate": CRIME}),
        consents=FrozenMap({**COMPLETE.consents, "crime": asked}),
    )
    for change in (by_item, by_consent):
        codes = [each.code for each in check(change(REACHING(COMPLETE)), DUTCH, on=ON)]
        assert codes == ["criminal.on_consent"]


def test_what_is_counted_under_its_like_is_found_once() -> None:
    """
    A finer category without a condition is not missed beside the one it is counted under.
    """
    under = FrozenMap({"health": Item(includes=("disability",))})
    change = together(REACHING, evolved("data", "candidate", but=under))
    assert [("data.art_9_unstated", "data.candidate.but.health")] == found(change(COMPLETE))


def test_a_plain_special_category_is_covered_by_its_uses() -> None:
    """
    A special category among the plain items is reached by each use of the plain items.
    """
    change = together(
        evolved("data", "candidate", items=("name", "health")),
        evolved("uses", "hiring", art_9=Art9Condition.EMPLOYMENT_LAW),
    )

    assert [] == found(change(COMPLETE))


def test_told_of_changes_that_matter() -> None:
    """
    Whoever promises to tell of the changes that matter has said whether people are told.
    """
    told = Changes(may_change=True, material_told=Modality.MAY)
    assert [] == found(attrs.evolve(COMPLETE, changes=told))


def test_an_end_that_only_one_copy_has() -> None:
    """
    A rule for one place, or one that must be asked for, ends nothing; one that need not be does.
    """
    rule = COMPLETE.retention["rejected"]
    asked = attrs.evolve(rule, at_most=None, at_once=True, after="forget_me")
    rules = {"asked": asked, "website": attrs.evolve(rule, where="website")}
    beside = FrozenMap({**rules, "all": rule})
    assert [("retention.until_asked", "roles.candidate")] == found(
        attrs.evolve(COMPLETE, retention=FrozenMap(rules))
    )
    assert [] == found(attrs.evolve(COMPLETE, retention=beside))


def test_the_act_counted_in_its_time() -> None:
    """
    An act is named rightly on its last day, and one nobody has a rule for is unknown.
    """
    old = attrs.evolve(COMPLETE.version, effective_on=PartialDate.parse("2010-05-01"))
    named = attrs.evolve(COMPLETE, version=old, laws=FrozenMap({"Wbp": LawNamed()}))
    unknown = attrs.evolve(COMPLETE, laws=FrozenMap({"Lex Imperfecta": LawNamed()}))
    assert () == check(named, DUTCH, on=date(2018, 5, 24))
    (finding,) = check(named, DUTCH, on=date(2018, 5, 25))
    assert (finding.code, str(finding.cites[0])) == ("law.repealed", "UAVG")
    assert [("law.unknown", "laws.Lex Imperfecta")] == found(unknown)


def test_no_officer_is_more_than_none_named() -> None:
    """
    A firm that says it has no officer has said all it can.
    """
    assert [] == found(evolved("controllers", "kade", dpo=Absence.NONE)(COMPLETE))


def test_persistent_cookies_that_do_not_last() -> None:
    """
    What is called persistent and goes with the browser contradicts itself.
    """

    def lasting(lifetime: Lifetime | Period) -> Policy:
        kept = FrozenMap({"persistent": CookieClass(lifetime=lifetime)})
        return website(Cookies(permission=Permission.CONSENT, by_lifetime=kept))

    wrong = ("cookies.not_persistent", "cookies.by_lifetime.persistent.lifetime")
    assert [wrong] == found(lasting(Lifetime.UNTIL_BROWSER_CLOSES))
    assert [wrong] == found(lasting(Lifetime.SESSION))
    assert [] == found(lasting(Period(years=1)))


def test_the_shield_counted_in_its_time() -> None:
    """
    An instrument that a court ended later was in force before, and says so with its decision.
    """
    shield = attrs.evolve(TRANSFER, instruments=SHIELD, copy_at=UNSTATED)
    version = attrs.evolve(COMPLETE.version, effective_on=PartialDate.parse("2019-05-01"))
    policy = attrs.evolve(COMPLETE, transfers=FrozenMap({"us": shield}), version=version)
    (finding,) = check(policy, DUTCH, on=ON)

    assert ["C-311/18", "Decision 2016/1250"] == [str(cite) for cite in finding.cites]
    assert () == check(policy, DUTCH, on=date(2020, 7, 15))


def authority(phone: str) -> Change:
    """
    Print a telephone number of the Dutch authority.
    """
    return evolved("authorities", "NL", phone=phone)


@pytest.mark.row("CLUSTER-281")
@pytest.mark.parametrize(
    ("phone", "expected"),
    [
        ("(+31) 900 2001 201", [("authority.phone_retired", "authorities.NL.phone")]),
        ("+31 88 1805 250", []),
    ],
)
def test_a_number_that_no_longer_answers(phone: str, expected: list[tuple[str, str]]) -> None:
    """
    A number the authority gave up is found, however it is written; the one it answers is not.
    """
    assert expected == found(authority(phone)(COMPLETE))


def test_an_authority_whose_law_is_not_loaded() -> None:
    """
    Of an authority nobody loaded the numbers are not known, and nothing is said of them.
    """
    policy = authority("(+31) 900 2001 201")(COMPLETE)
    assert ["place.not_loaded"] == [each.code for each in check(policy, law.load("SE"), on=ON)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (replaced(recipients=FrozenMap()), ("recipient.unstated", "roles.candidate")),
        (replaced(languages=("se",)), ("language.unspoken", "languages")),
        (
            replaced(version=Version(number="4", effective_on=PartialDate.parse("2027"))),
            ("version.in_future", "version"),
        ),
    ],
)
def test_worth_a_look(change: Change, expected: tuple[str, str]) -> None:
    """
    Nobody named as recipient, a language nobody speaks here and a date to come are found.
    """
    assert [expected] == found(change(COMPLETE))


def test_people_of_another_controller() -> None:
    """
    Where the firm is only a processor, it is not the one whose notice must be whole.
    """
    for_client = Responsibility(
        roles=("end_consumer",), among=("kade",), capacity=Capacity.PROCESSOR, acting_for="client"
    )
    change = replaced(
        roles=FrozenMap({"candidate": Role(), "end_consumer": Role()}),
        responsible=FrozenMap({**COMPLETE.responsible, "consumers": for_client}),
    )

    assert [] == found(change(COMPLETE))


def test_use_with_a_condition_covers_its_data() -> None:
    """
    A special category reached only by uses with an Art. 9 condition is covered by them.
    """
    use = COMPLETE.uses["hiring"]
    uses = FrozenMap({"hiring": attrs.evolve(use, data=("*", "health"))})
    bare = attrs.evolve(COMPLETE, data=FrozenMap({"candidate": HEALTH}), uses=uses)
    covered = FrozenMap(
        {"hiring": attrs.evolve(uses["hiring"], art_9=Art9Condition.EXPLICIT_CONSENT)}
    )

    assert [("data.art_9_unstated", "data.candidate.but.health")] == found(bare)
    assert [] == found(attrs.evolve(bare, uses=covered))


def test_clock_without_a_cap() -> None:
    """
    A clock that contact moves on for ever is a finding; with a longest time it is not.
    """
    clock = Clock(counts=("message.inbound",), if_none="registered")
    rule = RetentionRule(at_most=Period(weeks=4), after="contact")
    policy = attrs.evolve(
        COMPLETE, clocks=FrozenMap({"contact": clock}), retention=FrozenMap({"house": rule})
    )
    capped = FrozenMap({"contact": attrs.evolve(clock, at_most=Period(years=6))})

    assert [("clock.no_cap", "clocks.contact.at_most")] == found(policy)
    assert [] == found(attrs.evolve(policy, clocks=capped))


def website(cookies: Cookies) -> Policy:
    """
    Make a declaration whose readers visit a website.
    """
    text = COMPLETE
    renamed = {
        "data": FrozenMap({"website_user": Holding(items=("ip_address",), exhaustive=True)}),
        "ways": FrozenMap(
            {"website_user": attrs.evolve(text.ways["candidate"], given=FrozenMap())}
        ),
        "roles": FrozenMap({"website_user": Role()}),
        "responsible": FrozenMap(
            {"all": attrs.evolve(text.responsible["all"], roles=("website_user",))}
        ),
        "uses": FrozenMap({"site": attrs.evolve(text.uses["hiring"], roles=("website_user",))}),
        "retention": FrozenMap({"all": attrs.evolve(text.retention["rejected"], roles=())}),
    }
    return replaced(cookies=cookies, **renamed)(text)


def test_cookies() -> None:
    """
    Cookies without prior consent, and trackers told of too briefly, are findings.
    """
    bare = Cookies(
        permission=Permission.OPT_OUT, trackers=FrozenMap({"google_analytics": Tracker()})
    )
    whole = Cookies(
        permission=Permission.CONSENT,
        trackers=FrozenMap(
            {
                "google_analytics": Tracker(
                    provider="Google",
                    kind="performance",
                    purposes=("analytics_statistics",),
                    lifetime=Period(months=14),
                    to=("analytics_providers",),
                )
            }
        ),
    )

    assert [
        ("cookies.without_consent", "cookies.permission"),
        ("cookies.tracker_incomplete", "cookies.trackers.google_analytics"),
        ("transfer.unstated", "transfers"),
    ] == found(website(bare))
    assert [] == found(website(whole))


def test_cookies_that_all_wait() -> None:
    """
    Cookies whose classes each wait for consent, but the necessary ones, are asked for first.
    """
    waiting = FrozenMap(
        {"strictly_necessary": CookieClass(), "performance": CookieClass(needs_consent=True)}
    )
    unstated = [("cookies.permission_unstated", "cookies.permission")]

    assert [] == found(website(Cookies(classes=waiting)))
    assert unstated == found(website(Cookies()))
    assert unstated == found(website(Cookies(classes=FrozenMap({"performance": CookieClass()}))))


def test_cookies_of_which_nothing_is_said() -> None:
    """
    Only cookies said to be placed unasked are warned of; of an unstated permission is a note.
    """
    unasked = FrozenMap({"performance": CookieClass(needs_consent=False)})
    levels = {
        finding.code: finding.level
        for cookies in (Cookies(), Cookies(classes=unasked))
        for finding in check(website(cookies), DUTCH, on=ON)
    }
    assert levels == {
        "cookies.permission_unstated": Level.NOTE,
        "cookies.without_consent": Level.WARNING,
    }


def test_an_authority_over_transfers_takes_no_complaints() -> None:
    """
    Who only watches over a transfer framework is no data protection authority.

    One beside it is.
    """
    trade = Authority(name="FTC", under=FRAMEWORK)
    alone = attrs.evolve(COMPLETE, authorities=FrozenMap({"US": trade}))
    beside = attrs.evolve(COMPLETE, authorities=FrozenMap({**COMPLETE.authorities, "US": trade}))
    assert [("authority.unstated", "authorities")] == found(alone)
    assert [] == found(beside)


@pytest.mark.parametrize(
    "acting",
    [
        {"capacity": Capacity.PROCESSOR, "acting_for": "client"},
        {"by": Resolver.CUSTOMER, "among": ()},
    ],
)
def test_people_of_a_client(acting: dict[str, Any]) -> None:
    """
    Where only the client answers, nothing is missed of us.

    Where we answer too, only our own companies are looked at.
    """
    ours = COMPLETE.responsible["all"]
    clients = attrs.evolve(ours, **acting)
    bare = attrs.evolve(COMPLETE, uses=FrozenMap(), retention=FrozenMap())
    hidden = FrozenMap(
        {"kade": COMPLETE.controllers["kade"], "other": Controller(name="Other BV", country="NL")}
    )
    both = {"ours": ours, "clients": attrs.evolve(clients, among=("other",))}
    assert [] == found(attrs.evolve(bare, responsible=FrozenMap({"all": clients})))
    assert [] == found(attrs.evolve(COMPLETE, controllers=hidden, responsible=FrozenMap(both)))


def test_what_the_rest_of_a_text_may_say() -> None:
    """
    What is missing in a text that is cut off is a note that says so; what it says wrong is not.
    """
    cut = attrs.evolve(COMPLETE.version, complete=False)
    change = together(
        evolved("uses", "hiring", basis=UNSTATED, exhaustive=False), replaced(version=cut)
    )
    told = {finding.code: finding for finding in check(change(COMPLETE), DUTCH, on=ON)}
    missing = told["use.basis_unstated"]
    assert {code: finding.level for code, finding in told.items()} == {
        "use.basis_unstated": Level.NOTE,
        "use.open_ended": Level.WARNING,
        "version.truncated": Level.ERROR,
    }
    assert missing.mend is not None
    assert say(missing.mend, "en") == "Supply the rest."
    assert say(missing.says, "en") == (
        "No lawful basis is given for: handling applications. The part of the text that we do not "
        "have may say it."
    )


def test_people_of_whom_nothing_is_held() -> None:
    """
    Of people of whom nothing is held no use, source, period or recipient is missed.

    Where the list is not said to be complete, each is.
    """
    nothing = replaced(
        data=FrozenMap({"candidate": Holding(exhaustive=True)}),
        ways=FrozenMap(),
        uses=FrozenMap(),
        retention=FrozenMap(),
        recipients=FrozenMap(),
        obligations=FrozenMap(),
    )(COMPLETE)
    perhaps = attrs.evolve(nothing, data=FrozenMap({"candidate": Holding()}))
    assert [] == found(nothing)
    assert {code for code, _ in found(perhaps)} == {
        "recipient.unstated",
        "retention.unstated",
        "source.unstated",
        "use.none",
    }


def test_cookies_where_no_visitor_is_addressed() -> None:
    """
    Where the notice addresses no visitors, what it says of cookies concerns everybody.
    """
    stored = attrs.evolve(COMPLETE, cookies=Cookies())
    apart = attrs.evolve(stored, roles=FrozenMap({"candidate": Role(), "app_user": Role()}))

    assert [("cookies.permission_unstated", "cookies.permission")] == found(stored)
    assert () == check(apart, DUTCH, on=ON, role="candidate")


def test_one_role_only() -> None:
    """
    Asked for one role, the check leaves the others alone.
    """
    roles = FrozenMap({"candidate": Role(), "referee": Role()})
    policy = attrs.evolve(COMPLETE, roles=roles)
    findings = check(policy, DUTCH, on=ON, role="candidate")

    assert () == findings
    assert {"role.uncontrolled", "use.none", "data.none"} <= {code for code, _ in found(policy)}


def test_the_audit_stands_behind_the_check() -> None:
    """
    What the elements lack comes first, what the law does not bear out after it, and no code twice.
    """
    change = evolved("uses", "hiring", basis=(LawfulBasis.LEGAL_OBLIGATION,), interests=())
    policy = together(change, replaced(changes=Changes(notified=False)))(COMPLETE)
    checked = check(policy, DUTCH, on=ON)
    judged = audit(policy, DUTCH, on=ON)

    assert ("changes.not_notified", "basis.excluded") == tuple(each.code for each in checked)
    assert checked[-1:] == judged


@pytest.mark.parametrize(("role", "codes"), [("candidate", []), ("referee", ["basis.excluded"])])
def test_the_audit_of_one_role(role: str, codes: list[str]) -> None:
    """
    Asked for one role, only what is wrong with what is done to its people is found.
    """
    sold = Use(
        roles=("referee",), purposes=("direct_marketing",), basis=(LawfulBasis.LEGAL_OBLIGATION,)
    )
    policy = attrs.evolve(
        COMPLETE,
        roles=FrozenMap({"candidate": Role(), "referee": Role()}),
        uses=FrozenMap({**COMPLETE.uses, "sold": sold}),
    )
    checked = check(policy, DUTCH, on=ON, role=role)

    assert codes == [each.code for each in checked if each in audit(policy, DUTCH, on=ON)]


def test_a_variant_concerns_whom_its_entry_does() -> None:
    """
    What one text says of a consent concerns those the consent is asked of.
    """
    explicit = attrs.evolve(COMPLETE.consents["pool"], kind=(Permission.EXPLICIT_CONSENT,))
    swedish = attrs.evolve(COMPLETE, languages=("sv",))
    policy = attrs.evolve(
        COMPLETE,
        roles=FrozenMap({"candidate": Role(), "referee": Role()}),
        consents=FrozenMap({"pool": explicit}),
        variants=FrozenMap({"sv": swedish}),
    )
    lost = [
        ["consent.explicit_lost" in {each.code for each in check(policy, DUTCH, on=ON, role=role)}]
        for role in policy.roles
    ]

    assert [[True], [False]] == lost


def test_treated_as_another_role() -> None:
    """
    People treated as candidates have what candidates have.
    """
    roles = FrozenMap({"candidate": Role(), "supplier_worker": Role(treated_as="candidate")})

    assert [] == found(attrs.evolve(COMPLETE, roles=roles))


def test_levels() -> None:
    """
    A role nobody controls is graver than a notice without a number.
    """
    uncontrolled = check(attrs.evolve(COMPLETE, responsible=FrozenMap()), DUTCH, on=ON)
    unnumbered = check(
        attrs.evolve(COMPLETE, version=attrs.evolve(COMPLETE.version, number=UNSTATED)),
        DUTCH,
        on=ON,
    )
    levels: list[Finding] = [*uncontrolled, *unnumbered]

    assert [Level.ERROR, Level.NOTE] == [finding.level for finding in levels]


def test_every_finding_cites_and_mends() -> None:
    """
    No finding comes without a provision and a way to mend it.
    """
    empty = Policy(
        id="empty",
        firm=("Nobody",),
        languages=("en",),
        roles=FrozenMap({"candidate": Role()}),
        controllers=FrozenMap(),
        obligations=FrozenMap({"x": Obligation(roles=("candidate",))}),
        uses=FrozenMap({"x": Use(roles=("candidate",), purposes=("matching",))}),
    )
    findings = check(empty, law.load(), on=ON)

    assert findings
    assert all(finding.cites and finding.mend for finding in findings)
