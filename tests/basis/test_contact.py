"""
Whether a person may be written to or called.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from recruitprivacy.basis import (
    Address,
    Balance,
    Contacting,
    ContactWay,
    InterestsAssessment,
    Outreach,
    Relation,
    SoftOptIn,
    Verdict,
    may_contact,
)
from recruitprivacy.errors import FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Factor, Law, Situation, load
from recruitprivacy.policy import Permission
from recruitprivacy.timeline import ConsentFacts, Facts, Known, ObjectionFacts
from recruitprivacy.vocabulary import MarketingPermission, ObjectionGround, RefusalGround
from tests.basis.asking import (
    ARGUABLE,
    DAY,
    EXCLUDED,
    HERE,
    NL,
    STANDS,
    UNKNOWN,
    changed,
    country,
    rule,
    union_with,
)

THERE: Final = Situation(establishment="XX", place_of_work="XX", residence="XX")
AGREED: Final = ConsentFacts(
    event="c1",
    purpose="direct_marketing",
    permission=Permission.CONSENT,
    given=Known(day=date(2026, 1, 15)),
    notice_version="3",
    notice_digest="sha256:00",
    language="nl",
)
OBJECTED: Final = ObjectionFacts(
    event="o1",
    grounds=(ObjectionGround.DIRECT_MARKETING,),
    purposes=(),
    made=Known(day=date(2026, 2, 1)),
)
SOLD: Final = SoftOptIn(
    relation=Relation.BOUGHT,
    from_person=True,
    same_sender=True,
    similar=True,
    refusable_then=True,
    refusable_each_time=True,
    refused=False,
)
SOFT: Final = rule(
    "marketing.existing_customer",
    "soft_opt_in",
    conditions=("prior_contact", "similar_recruitment_services", "not_opted_out"),
)
OPT_IN: Final = union_with().with_pack(
    country(
        rule("marketing.electronic.natural_person", "opt_in"),
        rule("marketing.electronic.legal_person", "opt_out"),
        rule("marketing.phone", "prohibited_unless"),
        SOFT,
    )
)


def facts(**ledgers: Any) -> Facts:  # noqa: ANN401 - any ledger
    """
    Give what is known of a person of whom nothing else happened.
    """
    return Facts(person="p-1", on=DAY, policy="house", **ledgers)


NOTHING: Final = facts()


def asked(
    known: Facts | None = NOTHING,
    *,
    channel: str = "email",
    message: Outreach | str = Outreach.UNSOLICITED,
    situation: Situation = THERE,
    law: Law = OPT_IN,
    on: date = DAY,
    **more: Any,  # noqa: ANN401 - what else may be given
) -> Contacting:
    """
    Ask about an unsolicited mail to a person, if nothing else is said.
    """
    more.setdefault("address", Address.PERSON)
    return may_contact(
        known, channel=channel, message=message, situation=situation, law=law, on=on, **more
    )


def way(found: Contacting, permission: MarketingPermission) -> Verdict:
    """
    Give the verdict on one permission.
    """
    (one,) = (
        each
        for each in found.ways
        if isinstance(each, ContactWay) and each.permission is permission
    )
    return one.standing


class TestConsent:
    """
    Prior consent.
    """

    @pytest.mark.row("M7")
    @pytest.mark.parametrize(
        ("known", "verdict"),
        [
            (facts(consents=(AGREED,)), STANDS),
            (NOTHING, ARGUABLE),
            (None, ARGUABLE),
        ],
    )
    def test_consent_or_nothing(self, known: Facts | None, verdict: Verdict) -> None:
        """
        Where consent is asked for, it must stand; an exception may still be shown.
        """
        assert asked(known).standing is verdict

    @pytest.mark.row("M7")
    @pytest.mark.parametrize(
        ("changes", "verdict"),
        [
            ({}, STANDS),
            ({"permission": Permission.SOFT_OPT_IN}, EXCLUDED),
            ({"purpose": "referral_request"}, EXCLUDED),
            ({"withdrawn": Known(day=date(2026, 2, 1))}, EXCLUDED),
            ({"expires_on": date(2026, 3, 1)}, EXCLUDED),
            ({"expires_on": DAY}, STANDS),
            ({"given": Known(day=date(2026, 3, 3))}, EXCLUDED),
            ({"notice_digest": ""}, ARGUABLE),
            ({"controllers": ("south",)}, EXCLUDED),
            ({"controllers": ("north", "south")}, STANDS),
        ],
    )
    def test_the_consent_on_record(self, changes: dict[str, Any], verdict: Verdict) -> None:
        """
        It must be consent, to this, of this sender, not taken back, not run out, and provable.
        """
        fields = {
            "event": "c1",
            "purpose": "direct_marketing",
            "permission": Permission.CONSENT,
            "given": Known(day=date(2026, 1, 15)),
            "notice_version": "3",
            "notice_digest": "sha256:00",
            "language": "nl",
            **changes,
        }
        known = facts(consents=(ConsentFacts(**fields),))
        assert way(asked(known, sender="north"), MarketingPermission.OPT_IN) is verdict

    def test_an_unread_ledger_is_unknown(self) -> None:
        """
        Consents nobody folded are unknown, and not absent.
        """
        known = facts(unknown=("consents",))
        assert way(asked(known), MarketingPermission.OPT_IN) is ARGUABLE


class TestCustomers:
    """
    The exception for customers.
    """

    def test_all_of_it_stands(self) -> None:
        """
        With every condition met, a customer may be written to.
        """
        assert asked(customer=SOLD).standing is STANDS

    @pytest.mark.parametrize(
        ("fact", "value"),
        [
            pytest.param("from_person", False, marks=pytest.mark.row("M1")),
            pytest.param("relation", Relation.APPLIED, marks=pytest.mark.row("M2", "M9")),
            pytest.param("same_sender", False, marks=pytest.mark.row("M3", "M10")),
            pytest.param("similar", False, marks=pytest.mark.row("M4")),
            pytest.param("refusable_then", False, marks=pytest.mark.row("M5")),
            pytest.param("refusable_each_time", False, marks=pytest.mark.row("M5")),
            pytest.param("refused", True, marks=pytest.mark.row("M6")),
            pytest.param("relation", Relation.NONE, marks=pytest.mark.row("M10")),
        ],
    )
    def test_each_condition_is_needed(self, fact: str, value: object) -> None:
        """
        One condition that fails takes the exception away, and consent is needed.
        """
        customer = changed(SOLD, **{fact: value})
        assert asked(customer=customer).standing is EXCLUDED

    @pytest.mark.row("M9")
    def test_a_free_account_is_disputed(self) -> None:
        """
        Whether an account others pay for is a sale must be judged by a person.
        """
        customer = SoftOptIn(
            relation=Relation.FREE_ACCOUNT,
            from_person=True,
            same_sender=True,
            similar=True,
            refusable_then=True,
            refusable_each_time=True,
            refused=False,
        )
        found = asked(customer=customer)
        assert (found.standing, "customer.sale" in found.needs) == (ARGUABLE, True)
        assert "basis.premise.judged" in [each.message.code for each in found.because]

    @pytest.mark.row("M8")
    def test_no_further_basis_for_sending(self) -> None:
        """
        That sending needs no basis of its own, and the rest does, is told.
        """
        codes = [step.says.message.code for step in asked(customer=SOLD).remarks]
        assert "basis.contact.no_other_basis" in codes

    def test_without_a_rule_on_customers_there_is_no_exception(self) -> None:
        """
        A country whose rule on customers nobody found leaves consent alone.
        """
        law = union_with().with_pack(country(rule("marketing.electronic.natural_person", "opt_in")))
        found = asked(customer=SOLD, law=law)
        assert (found.standing, len(found.ways)) == (EXCLUDED, 1)

    def test_a_country_whose_rule_is_the_exception(self) -> None:
        """
        Where the rule itself is the exception, its conditions are all there is to meet.
        """
        own = rule("marketing.electronic.natural_person", "soft_opt_in")
        law = union_with().with_pack(country(own))
        assert asked(customer=SOLD, law=law).standing is STANDS

    @pytest.mark.parametrize(("channel", "ways"), [("email", 2), ("phone", 1)])
    def test_the_exception_is_for_electronic_mail(self, channel: str, ways: int) -> None:
        """
        A customer may be written to; to be called they must have agreed like anybody else.
        """
        calls = rule("marketing.phone", "opt_in")
        mails = rule("marketing.electronic.natural_person", "opt_in")
        law = union_with().with_pack(country(calls, mails, SOFT))
        assert len(asked(channel=channel, customer=SOLD, law=law).ways) == ways

    def test_no_condition_is_asked_twice(self) -> None:
        """
        What the rule of the place spells out of the exception is not asked beside it.
        """
        needs = [need for each in asked().ways for need in each.needs]
        assert "customer.similar" in needs
        assert "similar_recruitment_services" not in needs

    def test_a_condition_known_not_to_be_met_counts(self) -> None:
        """
        What the facts say of a condition of the rule counts beside what is said of the sale.
        """
        assert asked(customer=SOLD, given={"not_opted_out": False}).standing is EXCLUDED


class TestCalls:
    """
    Telephone calls, and whose address it is.
    """

    CALLS: Final = union_with().with_pack(country(rule("marketing.phone", "opt_out")))

    @pytest.mark.parametrize(
        ("given", "verdict"),
        [
            ({}, ARGUABLE),
            ({"contact.unlisted": True}, STANDS),
            ({"contact.unlisted": False}, EXCLUDED),
        ],
    )
    def test_a_list_of_those_who_want_no_calls(
        self, given: dict[str, bool], verdict: Verdict
    ) -> None:
        """
        Where calls are open until somebody objects, the number must be on no list.
        """
        assert asked(channel="phone", law=self.CALLS, given=given).standing is verdict

    @pytest.mark.parametrize(
        ("address", "verdict"), [(Address.ORGANISATION, STANDS), (Address.PERSON, ARGUABLE)]
    )
    def test_an_address_of_an_organisation(self, address: Address, verdict: Verdict) -> None:
        """
        The address of an organisation is a business address without being called one.
        """
        rules = (
            rule(f"marketing.electronic.{whose}", "opt_out", conditions=("business_address",))
            for whose in ("natural_person", "legal_person")
        )
        law = union_with().with_pack(country(*rules))
        assert asked(law=law, address=address).standing is verdict

    def test_the_rule_is_told(self) -> None:
        """
        Each permission says what the rule of the place says.
        """
        found = asked(channel="phone", law=self.CALLS)
        assert [step.rule for each in found.ways for step in each.remarks] == ["xx.marketing.phone"]


class TestObjection:
    """
    Objecting to direct marketing.
    """

    @pytest.mark.row("O3")
    @pytest.mark.parametrize("channel", ["email", "phone", "post", "professional_network"])
    def test_it_ends_every_offer(self, channel: str) -> None:
        """
        An objection ends it on every channel, whatever consent or sale there was.
        """
        known = facts(consents=(AGREED,), objections=(OBJECTED,))
        assert asked(known, channel=channel, customer=SOLD).standing is EXCLUDED

    @pytest.mark.row("O3")
    def test_nothing_overrules_it(self) -> None:
        """
        A decision against the person changes nothing about advertising.
        """
        overruled = ObjectionFacts(
            event="o1",
            grounds=(ObjectionGround.DIRECT_MARKETING,),
            purposes=(),
            made=Known(day=date(2026, 2, 1)),
            upheld=False,
            ground=RefusalGround.COMPELLING_GROUNDS,
        )
        known = facts(consents=(AGREED,), objections=(overruled,))
        assert asked(known).standing is EXCLUDED

    @pytest.mark.parametrize(
        ("on", "verdict"), [(date(2026, 1, 31), STANDS), (date(2026, 2, 1), EXCLUDED)]
    )
    def test_it_counts_from_its_day(self, on: date, verdict: Verdict) -> None:
        """
        The day before the objection the consent still stood.
        """
        known = facts(consents=(AGREED,), objections=(OBJECTED,))
        assert asked(known, on=on).standing is verdict

    @pytest.mark.row("O7")
    def test_it_leaves_the_running_application_alone(self) -> None:
        """
        Writing about the person's own application is no marketing.
        """
        known = facts(objections=(OBJECTED,), conditions=FrozenMap({"placement_procedure": True}))
        found = asked(known, message=Outreach.RUNNING_APPLICATION)
        assert (found.standing, [step.says.message.code for step in found.remarks]) == (
            STANDS,
            ["basis.contact.not_only"],
        )

    @pytest.mark.parametrize(
        ("given", "verdict"), [({}, ARGUABLE), ({"placement_procedure": False}, EXCLUDED)]
    )
    def test_no_procedure_no_message_about_it(
        self, given: dict[str, bool], verdict: Verdict
    ) -> None:
        """
        Where nobody considers the person for a post, there is nothing to write about it.
        """
        found = asked(message="running_application", given=given)
        assert found.standing is verdict

    @pytest.mark.row("O7")
    @pytest.mark.parametrize(
        ("agreed_on", "objected_to", "verdict"),
        [
            (date(2026, 1, 15), (), EXCLUDED),
            (date(2026, 2, 2), (), STANDS),
            (date(2026, 2, 2), ("job_alerts",), EXCLUDED),
            (date(2026, 1, 15), ("targeted_advertising",), STANDS),
        ],
    )
    def test_alerts_after_an_objection(
        self, agreed_on: date, objected_to: tuple[str, ...], verdict: Verdict
    ) -> None:
        """
        An objection ends alerts, unless it was to something else or they were asked for later.
        """
        alerts = ConsentFacts(
            event="c2",
            purpose="job_alerts",
            permission=Permission.CONSENT,
            given=Known(day=agreed_on),
            notice_version="3",
            notice_digest="sha256:00",
            language="nl",
        )
        objection = ObjectionFacts(
            event="o1",
            grounds=(ObjectionGround.DIRECT_MARKETING,),
            purposes=objected_to,
            made=Known(day=date(2026, 2, 1)),
        )
        known = facts(consents=(alerts,), objections=(objection,))
        assert asked(known, message=Outreach.ALERT).standing is verdict

    @pytest.mark.parametrize(("upheld", "verdict"), [(None, EXCLUDED), (False, STANDS)])
    def test_another_objection_to_the_same_purpose(
        self, *, upheld: bool | None, verdict: Verdict
    ) -> None:
        """
        An objection to the interest stops the purpose until the firm has shown its grounds.
        """
        objection = ObjectionFacts(
            event="o1",
            grounds=(ObjectionGround.LEGITIMATE_INTERESTS,),
            purposes=("direct_marketing",),
            made=Known(day=date(2026, 2, 1)),
            upheld=upheld,
        )
        assert asked(facts(consents=(AGREED,), objections=(objection,))).standing is verdict

    def test_objections_nobody_folded_are_unknown(self) -> None:
        """
        A ledger nobody gave may hold an objection.
        """
        known = facts(consents=(AGREED,), unknown=("objections",))
        assert asked(known).needs == ("objection.state",)


class TestPlaces:
    """
    What the law of the place says.
    """

    @pytest.mark.parametrize("address", [Address.PERSON, Address.ORGANISATION, None])
    def test_no_row_is_unknown(self, address: Address | None) -> None:
        """
        Without a rule of the place nothing unsolicited is allowed, whatever was agreed.
        """
        known = facts(consents=(AGREED,))
        found = asked(known, law=union_with(), address=address, customer=SOLD)
        assert found.standing is UNKNOWN

    @pytest.mark.parametrize(
        ("address", "verdict"),
        [(Address.ORGANISATION, STANDS), (Address.PERSON, ARGUABLE), (None, ARGUABLE)],
    )
    def test_organisations_by_country(self, address: Address | None, verdict: Verdict) -> None:
        """
        Where organisations are written to until they object, a person's address is another matter.
        """
        assert asked(address=address).standing is verdict

    @pytest.mark.parametrize("address", [Address.PERSON, Address.ORGANISATION])
    def test_dutch_opt_in_covers_organisations(self, address: Address) -> None:
        """
        In the Netherlands organisations have to agree as well.
        """
        found = asked(NOTHING, situation=HERE, law=NL, address=address)
        assert way(found, MarketingPermission.OPT_IN) is EXCLUDED

    @pytest.mark.parametrize(
        "channel", ["sms", "chat_app", "professional_network", "email.personal"]
    )
    def test_messages_of_every_kind_count(self, channel: str) -> None:
        """
        A text, a chat and a message on a professional network are electronic mail.
        """
        found = asked(NOTHING, situation=HERE, law=NL, channel=channel)
        assert way(found, MarketingPermission.OPT_IN) is EXCLUDED

    @pytest.mark.parametrize(
        ("given", "verdict"), [({}, ARGUABLE), ({"national.exception": True}, STANDS)]
    )
    def test_calls_have_their_own_rule(self, given: dict[str, bool], verdict: Verdict) -> None:
        """
        Calling is forbidden with exceptions here, and one must be shown.
        """
        assert asked(channel="phone", given=given).standing is verdict

    def test_post_is_for_the_balance(self) -> None:
        """
        Letters are under no rule on electronic messages; the interest must have been weighed.
        """
        weighed = InterestsAssessment(
            id="lia-9",
            purpose="direct_marketing",
            interests=("marketing",),
            outcome=Balance.FAVOURABLE,
            reviewer="r7",
            assessed_on=date(2026, 1, 5),
        )
        verdicts = [
            asked(channel="post").standing,
            asked(channel="post", assessment=weighed).standing,
        ]
        assert verdicts == [ARGUABLE, STANDS]

    def test_a_rule_of_an_unknown_place(self) -> None:
        """
        A rule tied to the person's residence is open while nobody knows it.
        """
        own = rule("marketing.electronic.natural_person", "opt_out", binds=Factor.RESIDENCE)
        law = union_with().with_pack(country(own))
        found = asked(law=law, situation=Situation(establishment="XX"))
        assert (found.standing, found.needs) == (ARGUABLE, ("situation.residence",))

    @pytest.mark.parametrize(
        ("lives_in", "verdict"),
        [("NL", STANDS), ("YY", EXCLUDED), ("ZZ", STANDS), (None, ARGUABLE)],
    )
    def test_two_laws_both_bind(self, lives_in: str | None, verdict: Verdict) -> None:
        """
        What the law of the firm lets pass or excepts lifts nothing of that of the person's home.
        """
        by_home = {"binds": Factor.RESIDENCE}
        strict = rule("marketing.electronic.natural_person", "opt_in", place="YY", **by_home)
        lenient = rule("marketing.electronic.natural_person", "opt_out", place="ZZ", **by_home)
        law = OPT_IN.with_pack(country(strict, place="YY")).with_pack(country(lenient, place="ZZ"))
        where = Situation(establishment="XX", residence=lives_in)
        found = asked(customer=SOLD, situation=where, law=law)
        assert found.standing is verdict

    def test_a_lenient_law_abroad_opens_nothing_at_home(self) -> None:
        """
        Where the firm's law asks for consent, that messages are free where people live is no help.
        """
        where = Situation(establishment="NL", residence="US")
        found = asked(situation=where, law=load("NL", "US"), customer=changed(SOLD, similar=False))
        assert found.standing is EXCLUDED

    def test_two_permissions_are_named_together(self) -> None:
        """
        Where two laws ask for different permissions, the way that meets both names both.
        """
        where = Situation(establishment="NL", residence="US")
        found = asked(situation=where, law=load("NL", "US"), customer=SOLD)
        (one,) = (each for each in found.ways if each.standing is STANDS)
        assert isinstance(one, ContactWay)
        assert one.permission is None
        assert "by the law of another country" in found.explain("en")

    def test_the_directive_is_not_cited_where_it_does_not_bind(self) -> None:
        """
        British customers are cited the British rule alone, Dutch ones the directive besides.
        """
        cited = {
            place: any(
                str(cite).startswith("Dir. 2002/58 Art. 13(2)")
                for cite in asked(
                    customer=SOLD,
                    situation=Situation(establishment=place, residence=place),
                    law=load(place),
                ).cites
            )
            for place in ("GB", "NL")
        }
        assert cited == {"GB": False, "NL": True}

    def test_the_unions_directive_binds_no_firm(self) -> None:
        """
        The directive's own row lets nobody send anything.
        """
        known = facts(consents=(AGREED,))
        assert asked(known, situation=Situation(establishment="LU"), law=load()).standing is UNKNOWN


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ({"channel": "e-mail"}, "channel"),
        ({"message": "newsletter"}, "message"),
        ({"given": {"prior_contct": True}}, "given.prior_contct"),
    ],
)
def test_unknown_words_are_refused(question: dict[str, Any], path: str) -> None:
    """
    An unknown channel or kind of message is named.
    """
    with pytest.raises(FaultsError) as refused:
        asked(**question)
    assert [fault.path for fault in refused.value.faults] == [path]
