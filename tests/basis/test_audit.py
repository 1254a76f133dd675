"""
What an audit finds in declarations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.basis import _audit_words, activities, audit, places, situations
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, jurisdictions, load
from recruitprivacy.messages import Message
from recruitprivacy.policy import (
    UNSTATED,
    Automation,
    Capacity,
    Consent,
    Controller,
    Cookies,
    Exceptional,
    Form,
    Holding,
    Item,
    Marketing,
    NationalRule,
    Obligation,
    PartialDate,
    Permission,
    Policy,
    Practice,
    Responsibility,
    Role,
    Running,
    Tracker,
    Transfer,
    Use,
    Version,
    Way,
    Ways,
)
from recruitprivacy.testing.examples import own_hiring
from recruitprivacy.vocabulary import Art9Condition, ConsentElement, LawfulBasis, TransferInstrument
from recruitprivacy.wire import load_policy
from tests.basis.asking import DAY, NL, country, rule, union_with

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
CONSENT: Final = LawfulBasis.CONSENT
CONTRACT: Final = LawfulBasis.CONTRACT
DUTY: Final = LawfulBasis.LEGAL_OBLIGATION
INTERESTS: Final = LawfulBasis.LEGITIMATE_INTERESTS
ASKED: Final = FrozenMap({"all": Consent(kind=(Permission.CONSENT,), purposes=("talent_pool",))})
CLAUSES: Final = TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES
WATCHED: Final = Consent(kind=(Permission.CONSENT,), data=("email_interaction",))
SHIELD: Final = TransferInstrument.PRIVACY_SHIELD_EU_US


def house(**parts: Any) -> Policy:  # noqa: ANN401 - any section
    """
    Declare a Dutch firm with some sections.
    """
    fields: dict[str, Any] = {
        "id": "house",
        "firm": ("House",),
        "languages": ("en",),
        "roles": FrozenMap({"candidate": Role(), "client": Role(), "referee": Role()}),
        "controllers": FrozenMap({"house": Controller(name="House BV", country="NL")}),
        **{
            name: FrozenMap(part) if isinstance(part, Mapping) else part
            for name, part in parts.items()
        },
    }
    return Policy(**fields)


def using(purpose: str, *basis: LawfulBasis, **parts: Any) -> Policy:  # noqa: ANN401
    """
    Declare one use of candidates' data.
    """
    use = Use(roles=("candidate",), purposes=(purpose,), basis=basis, balanced=True)
    return house(uses={"one": use}, **parts)


def found(policy: Policy, *, law: Law = NL, on: date = DAY) -> dict[str, Level]:
    """
    Give the codes found, with their levels.
    """
    return {each.code: each.level for each in audit(policy, law, on=on)}


def codes(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """
    Count findings by level and code.
    """
    return Counter((each.level.value, each.code) for each in findings)


@cache
def firm(name: str) -> tuple[Policy, Law]:
    """
    Load a declaration, and the law of the places it names.
    """
    policy = load_policy(POLICIES / name)
    return policy, load(*(place for place in places(policy) if place in jurisdictions()))


class TestBases:
    """
    Stated bases.
    """

    @pytest.mark.parametrize(
        ("purpose", "basis", "code", "level"),
        [
            ("direct_marketing", (CONTRACT,), "basis.excluded", Level.ERROR),
            ("sourcing", (CONTRACT, DUTY), "basis.excluded", Level.ERROR),
            ("sourcing", (CONTRACT, INTERESTS), "basis.partly_excluded", Level.WARNING),
            ("crime_tax_compliance", (INTERESTS,), "basis.misfit", Level.WARNING),
            ("contract_performance_subject", (INTERESTS,), "basis.misfit", Level.WARNING),
            ("selection", (CONTRACT, INTERESTS, CONSENT), "basis.several", Level.WARNING),
            ("selection", (CONSENT,), "consent.imbalance", Level.WARNING),
            ("profiling", (CONSENT,), "consent.unasked", Level.WARNING),
        ],
    )
    def test_a_basis_that_does_not_fit(
        self, purpose: str, basis: tuple[LawfulBasis, ...], code: str, level: Level
    ) -> None:
        """
        Each way in which a stated basis does not fit has its own code and level.
        """
        assert found(using(purpose, *basis)).get(code) is level

    @pytest.mark.parametrize(
        ("purpose", "basis"),
        [
            ("selection", LawfulBasis.PRECONTRACT),
            ("sourcing", INTERESTS),
            ("legal_compliance", DUTY),
            ("contract_performance_subject", CONTRACT),
        ],
    )
    def test_a_basis_that_may_fit_is_left_alone(self, purpose: str, basis: LawfulBasis) -> None:
        """
        What the meaning of a purpose leaves open is no finding.
        """
        assert found(using(purpose, basis)) == {}

    def test_a_pool_on_consent_that_is_asked_for(self) -> None:
        """
        A pool may rest on consent, where it is said to be asked for.
        """
        assert found(using("talent_pool", CONSENT, consents=ASKED)) == {}

    @pytest.mark.parametrize(
        ("purposes", "bases", "told"),
        [(2, 2, True), (1, 2, False), (2, 1, False), (1, 3, True)],
    )
    def test_a_list_of_bases(self, purposes: int, bases: int, *, told: bool) -> None:
        """
        Two bases for two purposes are a list, and three bases always; two for one purpose are not.
        """
        use = Use(
            roles=("candidate",),
            purposes=("selection", "matching")[:purposes],
            basis=(LawfulBasis.PRECONTRACT, INTERESTS, CONSENT)[:bases],
            balanced=True,
        )
        assert ("basis.several" in found(house(uses={"one": use}))) is told

    def test_each_purpose_may_have_a_basis_of_its_own(self) -> None:
        """
        Where each purpose but one has a basis of its own, two bases of the last are no list.
        """
        use = Use(
            roles=("candidate",),
            purposes=("selection", "matching"),
            basis=(LawfulBasis.PRECONTRACT, INTERESTS),
            but=FrozenMap({"matching": Exceptional(basis=(INTERESTS,))}),
            balanced=True,
        )
        assert found(house(uses={"one": use})) == {}

    def test_purposes_with_the_same_fault_are_told_together(self) -> None:
        """
        What one basis cannot carry is one finding, with each purpose it is said to carry.
        """
        use = Use(
            roles=("candidate",), purposes=("sourcing", "direct_marketing"), basis=(CONTRACT,)
        )
        (finding,) = audit(house(uses={"one": use}), NL, on=DAY)
        told = finding.says.values["purposes"]
        assert isinstance(told, tuple)
        assert [getattr(label, "code", "") for label in told] == [
            "purpose.sourcing",
            "purpose.direct_marketing",
        ]

    @pytest.mark.parametrize(("balanced", "told"), [(False, True), (True, False)])
    def test_an_interest_nobody_weighed(self, *, balanced: bool, told: bool) -> None:
        """
        Interests that are not said to have been weighed are noted, once for all uses.
        """
        use = Use(
            roles=("candidate",), purposes=("sourcing",), basis=(INTERESTS,), balanced=balanced
        )
        findings = audit(house(uses={"one": use, "two": use}), NL, on=DAY)
        assert [(each.code, each.path) for each in findings] == [("basis.unweighed", "uses")] * told

    @pytest.mark.parametrize(("complete", "level"), [(True, Level.WARNING), (False, Level.NOTE)])
    def test_what_the_rest_of_a_text_may_say(self, level: Level, *, complete: bool) -> None:
        """
        Of a text that breaks off, what it does not say is a note; what it says wrong is not.
        """
        cut = Version(complete=complete)
        assert found(using("profiling", CONSENT, version=cut)) == {"consent.unasked": level}
        assert found(using("sourcing", CONTRACT, version=cut)) == {"basis.excluded": Level.ERROR}

    def test_an_exception_for_one_purpose_counts(self) -> None:
        """
        A purpose with a basis of its own is judged by that one.
        """
        use = Use(
            roles=("candidate",),
            purposes=("selection", "direct_marketing"),
            basis=(LawfulBasis.PRECONTRACT,),
            but=FrozenMap({"direct_marketing": Exceptional(basis=(CONSENT,))}),
        )
        asked = {"news": Consent(kind=(Permission.CONSENT,), purposes=("direct_marketing",))}
        assert "basis.excluded" not in found(house(uses={"one": use}, consents=asked))

    def test_what_is_done_for_others_is_theirs_to_answer(self) -> None:
        """
        Where the firm only acts for clients, their declaration is judged and not this one.
        """
        theirs = Responsibility(
            roles=("candidate",), among=("house",), capacity=Capacity.PROCESSOR, acting_for="client"
        )
        policy = using("direct_marketing", CONTRACT, responsible={"theirs": theirs})
        assert found(policy) == {}


class TestGuarded:
    """
    Guarded data, and data asked for too early.
    """

    @pytest.mark.parametrize(
        ("category", "item", "expected"),
        [
            (
                "health",
                Item(art_9=Art9Condition.EXPLICIT_CONSENT),
                {"special.on_consent": Level.WARNING},
            ),
            ("health", Item(art_9=Art9Condition.EMPLOYMENT_LAW), {}),
            (
                "criminal_convictions",
                Item(also=Art9Condition.EXPLICIT_CONSENT),
                {"criminal.on_consent": Level.WARNING},
            ),
            (
                "criminal_convictions",
                Item(also=Art9Condition.EXPLICIT_CONSENT, art_10=NationalRule.NATIONAL),
                {},
            ),
            ("criminal_convictions", Item(), {}),
            (
                "criminal_convictions",
                Item(when_any=("client_requires",)),
                {"data.on_wish": Level.WARNING},
            ),
            (
                "criminal_convictions",
                Item(when=("client_requires",), art_10=NationalRule.NATIONAL),
                {},
            ),
            ("criminal_convictions", Item(when=("role_requires",)), {}),
            ("photo", Item(when=("client_requires",)), {}),
            ("id_document_copy", Item(), {"collect.too_early": Level.WARNING}),
            ("id_document_copy", Item(stage="hired"), {}),
            ("national_id_number", Item(), {"identifier.no_statute": Level.WARNING}),
            ("national_id_number", Item(stage="hired"), {}),
            ("national_id_number", Item(required_by=DUTY), {}),
            ("emergency_contact_details", Item(), {"collect.too_early": Level.WARNING}),
            ("emergency_contact_details", Item(stage="hired"), {}),
            ("bank_details", Item(stage="interview"), {"collect.too_early": Level.WARNING}),
            ("bank_details", Item(), {}),
        ],
    )
    def test_each_guard(self, category: str, item: Item, expected: dict[str, Level]) -> None:
        """
        Each guarded category is judged by what is stated of it and from which stage on.
        """
        holding = Holding(but=FrozenMap({category: item}))
        assert found(house(data={"candidate": holding})) == expected

    @pytest.mark.parametrize(
        ("finer", "expected"),
        [
            ("disability", {("special.on_consent", "health")}),
            (
                "criminal_convictions",
                {("special.on_consent", "health"), ("criminal.on_consent", "health.includes")},
            ),
        ],
    )
    def test_what_is_counted_under_another(
        self, finer: str, expected: set[tuple[str, str]]
    ) -> None:
        """
        A finer category shares what is said, and is told apart only where it is guarded otherwise.
        """
        consented = Art9Condition.EXPLICIT_CONSENT
        item = Item(art_9=consented, also=consented, includes=(finer,))
        policy = house(data={"candidate": Holding(but=FrozenMap({"health": item}))})
        findings = {(each.code, each.path) for each in audit(policy, NL, on=DAY)}
        assert findings == {(code, f"data.candidate.but.{path}") for code, path in expected}

    def test_criminal_data_on_consent_where_no_law_lists_grounds(self) -> None:
        """
        Where no law was found that lists consent among its grounds, consent alone is an error.
        """
        holding = Holding(
            but=FrozenMap({"criminal_convictions": Item(also=Art9Condition.EXPLICIT_CONSENT)})
        )
        policy = house(
            data={"candidate": holding},
            controllers={"house": Controller(name="House", country="XX")},
        )
        law = union_with().with_pack(country())
        assert found(policy, law=law) == {"criminal.on_consent": Level.ERROR}

    @pytest.mark.parametrize(
        ("data", "told"),
        [(("religious_philosophical_beliefs",), True), (("id_document_copy",), False), ((), False)],
    )
    def test_a_duty_nobody_finds(self, data: tuple[str, ...], *, told: bool) -> None:
        """
        Data a law is said to demand are looked for in the law.
        """
        entry = Obligation(required_by=(DUTY,), data=data)
        assert ("duty.not_found" in found(house(obligations={"statute": entry}))) is told

    @pytest.mark.parametrize(("becomes", "told"), [("client", True), (None, False)])
    def test_people_given_in_one_role(self, becomes: str | None, *, told: bool) -> None:
        """
        A referee who is made a client is used for what nobody expects.
        """
        uses = {
            "ask": Use(roles=("referee",), purposes=("obtain_reference",)),
            "sell": Use(roles=("referee",), purposes=("business_development",), treated_as=becomes),
        }
        assert ("purpose.incompatible" in found(house(uses=uses))) is told


class TestConsents:
    """
    What is said of consent.
    """

    @pytest.mark.parametrize(
        ("entry", "expected"),
        [
            (Consent(kind=(Permission.CONSENT,), purposes=("talent_pool",)), {}),
            (
                Consent(
                    kind=(Permission.CONSENT, Permission.SOFT_OPT_IN), purposes=("talent_pool",)
                ),
                {"consent.not_consent": Level.WARNING},
            ),
            (Consent(kind=(Permission.CONSENT,)), {"consent.unspecific": Level.WARNING}),
            (Consent(kind=(Permission.CONSENT,), elements=(ConsentElement.GRANULAR,)), {}),
            (Consent(kind=(Permission.CONSENT,), when=("new_purpose",)), {}),
            (
                Consent(
                    kind=(Permission.CONSENT,),
                    purposes=("talent_pool",),
                    when=("where_appropriate",),
                ),
                {"consent.vague": Level.NOTE},
            ),
            (
                Consent(
                    kind=(Permission.CONSENT,), purposes=("talent_pool",), when=("law_requires",)
                ),
                {"consent.vague": Level.NOTE},
            ),
            (
                Consent(
                    kind=(Permission.CONSENT,),
                    purposes=("talent_pool",),
                    by=("opted_in",),
                    withdrawn_by=("post", "email"),
                ),
                {"consent.withdrawal_harder": Level.WARNING},
            ),
            (
                Consent(
                    kind=(Permission.CONSENT,),
                    purposes=("talent_pool",),
                    by=("opted_in",),
                    withdrawn_by=("email", "preference_centre"),
                ),
                {},
            ),
        ],
    )
    def test_each_fault(self, entry: Consent, expected: dict[str, Level]) -> None:
        """
        Each fault of a declared consent has its own code.
        """
        assert found(house(consents={"one": entry})) == expected

    @pytest.mark.parametrize(
        ("by", "expected"),
        [
            ("browser_settings", {"consent.no_act": Level.ERROR}),
            ("preference_centre", {}),
            (None, {}),
        ],
    )
    def test_what_is_taken_for_consent(self, by: str | None, expected: dict[str, Level]) -> None:
        """
        Settings left as they were are no act.
        """
        ways = Ways(
            automatic=FrozenMap({"*": ("cookies",)}), but=FrozenMap({"cookies": Way(consent_by=by)})
        )
        assert found(house(ways={"candidate": ways})) == expected

    @pytest.mark.parametrize(
        ("kind", "told"), [(Permission.CONSENT, True), (Permission.EXPLICIT_CONSENT, False)]
    )
    def test_a_word_lost_in_one_language(self, kind: Permission, *, told: bool) -> None:
        """
        A text that asks for plain consent where the declaration says explicit is an error.
        """
        declared = house(
            consents={"one": Consent(kind=(Permission.EXPLICIT_CONSENT,), data=("health",))}
        )
        other = attrs.evolve(
            declared, consents=FrozenMap({"one": Consent(kind=(kind,), data=("health",))})
        )
        policy = attrs.evolve(declared, variants=FrozenMap({"sv": other}))
        assert (found(policy) == {"consent.explicit_lost": Level.ERROR}) is told


class TestMessages:
    """
    Marketing.
    """

    def sent(self, **parts: Any) -> Policy:  # noqa: ANN401 - any field
        """
        Declare one kind of message.
        """
        return house(marketing={"one": Marketing(purposes=("direct_marketing",), **parts)})

    @pytest.mark.parametrize(
        ("parts", "expected"),
        [
            ({}, {"marketing.permission_unstated": Level.GAP}),
            ({"permission": (Permission.CONSENT,)}, {}),
            ({"permission": (Permission.OPT_OUT,)}, {"marketing.opt_in_needed": Level.ERROR}),
            ({"permission": (Permission.OPT_OUT, Permission.CONSENT)}, {}),
            (
                {"permission": (Permission.OPT_OUT, Permission.PREFERENCE)},
                {"marketing.asking_unclear": Level.WARNING},
            ),
            ({"permission": (Permission.PREFERENCE, Permission.CONSENT)}, {}),
            ({"permission": (Permission.OPT_OUT,), "channels": ("post",)}, {}),
            (
                {"permission": (Permission.NONE_NEEDED,), "address": "business_address"},
                {"marketing.opt_in_needed": Level.ERROR},
            ),
            (
                {"permission": (Permission.SOFT_OPT_IN,), "stopped_by": ("unsubscribe_link",)},
                {"marketing.soft_opt_in_incomplete": Level.WARNING},
            ),
            (
                {"permission": (Permission.SOFT_OPT_IN,), "needs": ("prior_contact",)},
                {"marketing.soft_opt_in_incomplete": Level.WARNING},
            ),
        ],
    )
    def test_by_dutch_law(self, parts: dict[str, Any], expected: dict[str, Level]) -> None:
        """
        Dutch law asks for consent to messages to persons and to organisations.
        """
        assert found(self.sent(**parts)) == expected

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("opt_in", {"marketing.opt_in_needed": Level.ERROR}),
            ("opt_out", {}),
            (None, {"marketing.no_rule": Level.NOTE}),
        ],
    )
    def test_by_the_law_of_the_place(self, value: str | None, expected: dict[str, Level]) -> None:
        """
        What organisations may be sent follows from the row of the place; no row is unknown.
        """
        rules = [rule("marketing.electronic.legal_person", value)] if value else []
        policy = attrs.evolve(
            self.sent(permission=(Permission.NONE_NEEDED,), address="business_address"),
            controllers=FrozenMap({"house": Controller(name="House", country="XX")}),
        )
        assert found(policy, law=union_with().with_pack(country(*rules))) == expected

    def test_a_law_by_where_people_live(self) -> None:
        """
        A rule of the firm's own country that goes by where people live is no missing rule.
        """
        policy = attrs.evolve(
            self.sent(permission=(Permission.OPT_OUT,)),
            controllers=FrozenMap({"house": Controller(name="House", country="PL")}),
        )
        assert found(policy, law=load("PL")) == {"marketing.opt_in_needed": Level.ERROR}

    def test_two_definitions_are_reported(self) -> None:
        """
        Two definitions of the exception for customers can be declared; the difference is told.
        """
        soft = (Permission.SOFT_OPT_IN,)
        marketing = {
            "one": Marketing(
                purposes=("direct_marketing",),
                permission=soft,
                needs=("prior_contact", "similar_recruitment_services"),
            ),
            "two": Marketing(
                purposes=("direct_marketing",),
                permission=soft,
                needs=("similar_recruitment_services", "not_opted_out"),
            ),
        }
        (difference,) = (
            each
            for each in audit(house(marketing=marketing), NL, on=DAY)
            if each.code == "marketing.soft_opt_in_differs"
        )
        assert [getattr(label, "code", "") for label in as_tuple(difference)] == [
            "condition.not_opted_out",
            "condition.prior_contact",
        ]

    def test_an_interest_does_not_replace_consent_to_messages(self) -> None:
        """
        Direct marketing on legitimate interests alone is pointed out where consent is needed.
        """
        policy = using("direct_marketing", INTERESTS)
        assert found(policy) == {"marketing.interest_not_enough": Level.WARNING}


def as_tuple(finding: Finding) -> tuple[object, ...]:
    """
    Give the list a finding tells.
    """
    value = finding.says.values["differs"]
    assert isinstance(value, tuple)
    return value


class TestMachines:
    """
    What machines are said to do.
    """

    @pytest.mark.parametrize(
        ("parts", "expected"),
        [
            ({"decides_alone": True}, {"automation.alone": Level.ERROR}),
            ({"decides_alone": True, "permission": Permission.EXPLICIT_CONSENT}, {}),
            (
                {"decides_alone": False, "human": ("recruiter_checks",)},
                {"automation.human_unproven": Level.NOTE},
            ),
            (
                {"running": Running.PLANNED, "permission": Permission.CONSENT},
                {"automation.planned_on_consent": Level.WARNING},
            ),
            (
                {"permission": Permission.EXPLICIT_CONSENT, "refused": ("excluded_from_matching",)},
                {"automation.refusal_harms": Level.WARNING},
            ),
            ({"running": Running.NOT_NOW, "decides_alone": True}, {}),
            ({"significant": False}, {"automation.effect_denied": Level.WARNING}),
            ({"significant": False, "practices": (Practice.RECOMMENDATION,)}, {}),
            ({"significant": True}, {}),
        ],
    )
    def test_each_fault(self, parts: dict[str, Any], expected: dict[str, Level]) -> None:
        """
        A machine alone, a plan on consent, a price for refusing and an unproven human are told.
        """
        fields = {"practices": (Practice.SELECTION,), "running": Running.RUNS, **parts}
        assert found(house(automation={"one": Automation(**fields)})) == expected


class TestTracking:
    """
    What is watched, and on whose permission.
    """

    @pytest.mark.parametrize(
        ("parts", "told"),
        [
            ({}, True),
            ({"consents": {"one": WATCHED}}, False),
            ({"consents": {"one": attrs.evolve(WATCHED, roles=("client",))}}, True),
            ({"consents": {"one": attrs.evolve(WATCHED, kind=(Permission.OPT_OUT,))}}, True),
        ],
    )
    def test_messages_that_report_back(self, parts: dict[str, Any], *, told: bool) -> None:
        """
        Recording who opens a message waits for a consent to it, asked of the same people.
        """
        watched = Ways(automatic=FrozenMap({"email_interaction": ("automatic_email_interaction",)}))
        policy = house(ways={"candidate": watched}, **parts)
        assert ("tracking.unasked" in found(policy)) is told

    @pytest.mark.parametrize(
        ("by", "told"), [("browser_settings", False), (None, True), ("preference_centre", False)]
    )
    def test_what_the_firm_takes_for_consent(self, by: str | None, *, told: bool) -> None:
        """
        Where something is taken for consent, it is that which is judged.
        """
        source = "automatic_email_interaction"
        watched = Ways(
            automatic=FrozenMap({"email_interaction": (source,)}),
            but=FrozenMap({source: Way(consent_by=by)}),
        )
        assert ("tracking.unasked" in found(house(ways={"candidate": watched}))) is told

    @pytest.mark.parametrize(
        ("data", "form", "told"),
        [
            (("device_id",), Form.ANONYMISED, True),
            (("device_id",), Form.IDENTIFIED, False),
            (("screen_size",), Form.ANONYMISED, False),
        ],
    )
    def test_a_tracker_called_anonymous(
        self, data: tuple[str, ...], form: Form, *, told: bool
    ) -> None:
        """
        What tells one device from another is not anonymous, whatever it is called.
        """
        cookies = Cookies(trackers=FrozenMap({"hotjar": Tracker(data=data, form=form)}))
        assert found(house(cookies=cookies)) == (
            {"tracker.not_anonymous": Level.WARNING} if told else {}
        )

    @pytest.mark.parametrize(
        ("data", "permission", "told"),
        [
            (("conversation_notes",), Permission.CONSENT, True),
            (("content_interaction",), Permission.CONSENT, False),
            (("conversation_notes",), Permission.PREFERENCE, False),
        ],
    )
    def test_advertising_beyond_cookies(
        self, data: tuple[str, ...], permission: Permission, *, told: bool
    ) -> None:
        """
        Consent to cookies covers what is read from a device, and not what was said to a recruiter.
        """
        entry = Marketing(
            roles=("candidate",),
            purposes=("targeted_advertising",),
            permission=(permission,),
            data=data,
            cookie_class="advertising",
        )
        read = Ways(automatic=FrozenMap({"content_interaction": ("automatic_website",)}))
        policy = house(marketing={"ads": entry}, ways={"candidate": read})
        assert ("marketing.beyond_cookies" in found(policy)) is told


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        (Permission.EXPLICIT_CONSENT, "religious_philosophical_beliefs", True),
        (Permission.OPT_OUT, "religious_philosophical_beliefs", False),
        (Permission.CONSENT, "email", False),
    ],
)
def test_a_duty_and_a_consent(kind: Permission, data: str, *, told: bool) -> None:
    """
    What a law demands needs no consent, and what waits for consent is not demanded.
    """
    duty = Obligation(required_by=(DUTY,), data=("religious_philosophical_beliefs",))
    asked = Consent(kind=(kind,), data=(data,))
    policy = house(obligations={"statute": duty}, consents={"one": asked})
    assert ("duty.on_consent" in found(policy)) is told


class TestTransfers:
    """
    Instruments that have their days.
    """

    def sending(self, *instruments: TransferInstrument, **parts: Any) -> Policy:  # noqa: ANN401
        """
        Declare one transfer.
        """
        fields = {"to_countries": ("US",), "instruments": instruments, **parts}
        return house(transfers={"one": Transfer(**fields)})

    @pytest.mark.parametrize(
        ("instrument", "last_day"),
        [
            (SHIELD, date(2020, 7, 15)),
            (TransferInstrument.SAFE_HARBOUR_EU_US, date(2015, 10, 5)),
        ],
    )
    def test_the_day_an_instrument_dies(
        self, instrument: TransferInstrument, last_day: date
    ) -> None:
        """
        The day an instrument dies its transfers become findings; the day before they are not.
        """
        policy = self.sending(instrument)
        before, after = (found(policy, on=day) for day in (last_day, last_day + timedelta(days=1)))
        assert (before, after) == ({}, {"transfer.instrument_invalid": Level.ERROR})

    @pytest.mark.parametrize(
        ("instruments", "parts", "expected"),
        [
            ((TransferInstrument.DATA_PRIVACY_FRAMEWORK_EU_US,), {}, {}),
            ((CLAUSES,), {}, {"transfer.edition_unstated": Level.NOTE}),
            (
                (TransferInstrument.PRIVACY_SHIELD_CH_US,),
                {},
                {"transfer.instrument_unknown": Level.NOTE},
            ),
            (
                (TransferInstrument.INTRA_GROUP_AGREEMENT,),
                {},
                {"transfer.own_agreement": Level.WARNING},
            ),
            (
                (TransferInstrument.INTRA_GROUP_AGREEMENT, CLAUSES),
                {},
                {"transfer.edition_unstated": Level.NOTE},
            ),
            (
                (),
                {"to_countries": (), "destinations": ("third_country_unspecified",)},
                {"transfer.country_unnamed": Level.NOTE},
            ),
            (
                (TransferInstrument.ADEQUACY_DECISION,),
                {"to_countries": ("IN",)},
                {"transfer.no_decision": Level.ERROR},
            ),
            ((TransferInstrument.ADEQUACY_DECISION,), {"to_countries": ("CH",)}, {}),
            (
                (
                    TransferInstrument.ADEQUACY_DECISION,
                    TransferInstrument.BINDING_CORPORATE_RULES,
                ),
                {"to_countries": ("IN",)},
                {},
            ),
        ],
    )
    def test_each_instrument(
        self,
        instruments: tuple[TransferInstrument, ...],
        parts: dict[str, Any],
        expected: dict[str, Level],
    ) -> None:
        """
        What is in force is left alone; editions, own agreements and unnamed countries are told.
        """
        assert found(self.sending(*instruments, **parts)) == expected

    @pytest.mark.parametrize(
        ("since", "on", "code"),
        [
            ("2021-06-26", DAY, "transfer.edition_ended"),
            ("2021-06-27", DAY, None),
            ("2021-06-26", date(2022, 12, 26), "transfer.edition_unstated"),
            ("2021-09-26", date(2021, 9, 26), "transfer.edition_unstated"),
            ("2021-09-27", date(2022, 12, 28), None),
        ],
    )
    def test_the_edition_of_clauses(self, since: str, on: date, code: str | None) -> None:
        """
        A notice from before the clauses in force means older ones, which may have ended by now.
        """
        version = Version(effective_on=PartialDate.parse(since))
        policy = attrs.evolve(self.sending(CLAUSES), version=version)
        assert [*found(policy, on=on)] == [each for each in (code,) if each]

    def test_people_the_notice_does_not_speak_of(self) -> None:
        """
        A transfer of data of people without a role of their own is judged like any other.
        """
        policy = self.sending(SHIELD, roles=("supplier",))
        assert found(policy) == {"transfer.instrument_invalid": Level.ERROR}

    def test_transfers_for_others_are_theirs(self) -> None:
        """
        Data the firm handles for clients alone go where the clients say.
        """
        theirs = Responsibility(
            roles=("candidate",),
            among=("house",),
            capacity=Capacity.PROCESSOR,
            acting_for="client",
        )
        policy = attrs.evolve(
            self.sending(SHIELD, roles=("candidate",)),
            responsible=FrozenMap({"theirs": theirs}),
        )
        assert found(policy) == {}


class TestPlaces:
    """
    Whose law is asked.
    """

    def test_the_law_of_the_controllers(self) -> None:
        """
        The countries of the controllers come first.
        """
        assert places(own_hiring()) == ("NL",)
        assert [each.establishment for each in situations(own_hiring())] == ["NL"]

    @pytest.mark.parametrize(
        ("country_", "law", "code"),
        [
            (None, NL, "place.unknown"),
            (None, load(), "place.unknown"),
            ("SE", NL, "place.not_loaded"),
        ],
    )
    def test_a_place_nobody_knows_or_loaded(
        self, country_: str | None, law: Law, code: str
    ) -> None:
        """
        Where no country is named, or its law is not loaded, the audit says so.
        """
        controller = Controller(name="House", country=country_ or UNSTATED)
        policy = house(controllers={"house": controller})
        assert found(policy, law=law) == {code: Level.NOTE}

    def test_without_a_place_what_purposes_mean_still_counts(self) -> None:
        """
        Marketing on a contract is an error wherever the firm is.
        """
        nowhere = {"house": Controller(name="House")}
        policy = using("direct_marketing", CONTRACT, controllers=nowhere)
        assert found(policy, law=load())["basis.excluded"] is Level.ERROR

    def test_language_never_changes_a_verdict(self) -> None:
        """
        The same declaration in another language is found the same.
        """
        policy, law = firm("cluster")
        other = attrs.evolve(policy, languages=("sv", "de"), texts=FrozenMap(), wording=FrozenMap())
        assert audit(other, law, on=DAY) == audit(policy, law, on=DAY)


class TestFirms:
    """
    The four firms' declarations.
    """

    FOUND: Final = {
        "cluster": {"error": 3, "gap": 2, "warning": 30, "note": 2},
        "allegis": {"error": 3, "warning": 18, "note": 7},
        "pagegroup": {"warning": 3, "note": 9},
        "allegro": {"gap": 1, "note": 1},
    }

    @pytest.mark.parametrize("name", sorted(FOUND))
    def test_by_level(self, name: str) -> None:
        """
        Each firm's findings are as many of each level as were traced to its rows.
        """
        policy, law = firm(name)
        levels = Counter(each.level.value for each in audit(policy, law, on=DAY))
        assert levels == self.FOUND[name]

    @pytest.mark.parametrize(
        ("name", "code", "path"),
        [
            ("cluster", "consent.no_act", "ways.website_user.but.cookies.consent_by"),
            ("cluster", "marketing.opt_in_needed", "marketing.clients.permission"),
            ("cluster", "basis.misfit", "uses.recruitment.basis"),
            ("cluster", "purpose.incompatible", "uses.reference_approach.treated_as"),
            ("allegis", "consent.explicit_lost", "variants.sv.consents.sensitive.kind"),
            ("allegis", "transfer.instrument_invalid", "transfers.privacy_shield.instruments"),
            ("allegis", "marketing.asking_unclear", "marketing.messages.permission"),
            ("pagegroup", "data.on_wish", "data.candidate.but.criminal_convictions"),
            ("cluster", "duty.on_consent", "obligations.statute.data"),
            ("pagegroup", "automation.human_unproven", "automation.intelligent_search.human"),
            ("allegro", "marketing.permission_unstated", "marketing.offers.permission"),
        ],
    )
    def test_what_is_known_of_them(self, name: str, code: str, path: str) -> None:
        """
        What is known to be wrong with a notice is found, where it stands.
        """
        policy, law = firm(name)
        assert (code, path) in {(each.code, each.path) for each in audit(policy, law, on=DAY)}

    @pytest.mark.parametrize("name", sorted(FOUND))
    def test_each_has_a_way_out(self, name: str) -> None:
        """
        Every finding says what would mend it.
        """
        policy, law = firm(name)
        assert [each.code for each in audit(policy, law, on=DAY) if each.mend is None] == []

    @pytest.mark.parametrize("name", sorted(FOUND))
    def test_each_purpose_is_an_activity(self, name: str) -> None:
        """
        Each purpose of each use for each role is an activity, with the basis that is stated.
        """
        policy, _ = firm(name)
        wanted = {
            (f"uses.{key}", role, purpose, use.basis_of(purpose))
            for key, use in policy.uses.items()
            for role in use.roles or tuple(policy.roles)
            for purpose in use.purposes
        }
        made = {(each.name, each.role, each.purpose, each.stated) for each in activities(policy)}
        assert made == wanted


def test_each_code_is_on_its_page() -> None:
    """
    Each finding there can be has a section on the page of findings, and no other is there.
    """
    page = Path(__file__).parents[2] / "docs" / "reference" / "audit-findings.md"
    there = re.findall(r"^## `([a-z_.]+)`$", page.read_text(encoding="utf-8"), re.MULTILINE)
    messages = (each for each in vars(_audit_words).values() if isinstance(each, Message))
    codes_ = {
        each.code.removeprefix("audit.") for each in messages if each.code.startswith("audit.")
    }
    assert sorted(there) == sorted(codes_)


def test_each_marked_row_is_on_its_page() -> None:
    """
    Each row a test is marked with stands in the table of rows, with that test.
    """
    root = Path(__file__).parents[2]
    page = (root / "docs" / "reference" / "basis-rows.md").read_text(encoding="utf-8")
    marked = {
        row
        for path in Path(__file__).parent.glob("test_*.py")
        for row in re.findall(r'row\(((?:"[A-Z]\d+[a-z]?"(?:, )?)+)\)', path.read_text("utf-8"))
        for row in re.findall(r'"([^"]+)"', row)
    }
    assert sorted(marked) == sorted(re.findall(r"^\| ([A-Z]\d+[a-z]?) \|", page, re.MULTILINE))


def test_each_test_on_the_page_is_there() -> None:
    """
    Each test the page of rows names is one there is.
    """
    page = Path(__file__).parents[2] / "docs" / "reference" / "basis-rows.md"
    named = set(re.findall(r"`(test_[a-z_]+)`", page.read_text(encoding="utf-8")))
    files = (path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    written = {name for text in files for name in re.findall(r"def (test_[a-z_]+)\(", text)}
    assert sorted(named - written) == []


@pytest.mark.parametrize("name", sorted(TestFirms.FOUND))
def test_each_finding_of_a_firm_is_on_its_page(name: str) -> None:
    """
    What is found in a firm's declaration stands in the table of the page, level, code and path.
    """
    page = Path(__file__).parents[2] / "docs" / "reference" / "audited-notices.md"
    text = page.read_text(encoding="utf-8")
    policy, law = firm(name)
    lines = {
        f"| {each.level.value} | [`{each.code}`](audit-findings.md) | `{each.path}` |"
        for each in audit(policy, law, on=DAY)
    }
    assert sorted(line for line in lines if line not in text) == []


def test_the_page_has_no_finding_that_is_none() -> None:
    """
    Each row of the page is a finding of some firm today.
    """
    page = Path(__file__).parents[2] / "docs" / "reference" / "audited-notices.md"
    rows = re.findall(r"^\| (\w+) \| \[`([\w.]+)`\]", page.read_text("utf-8"), re.MULTILINE)
    found = {
        (each.level.value, each.code)
        for name in TestFirms.FOUND
        for each in audit(*firm(name), on=DAY)
    }
    assert sorted(set(rows) - found) == []
