"""
Each sentence of a notice: what a declaration must say for it to be said.
"""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date
from functools import cache
from string import Formatter
from typing import Any, Final

import attrs
import pytest

from recruitprivacy import law, notices
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message
from recruitprivacy.notices import (
    Bullets,
    Depth,
    Details,
    Field,
    Layer,
    Notice,
    compose,
    to_text,
)
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    UNSTATED,
    Absence,
    Actor,
    AnswerPromise,
    Authority,
    Automation,
    Breach,
    Capacity,
    Changes,
    Clock,
    ComplaintRoute,
    Contact,
    ContactWith,
    Controller,
    CookieClass,
    Cookies,
    Disclosure,
    DisposalMeaning,
    End,
    Exceptional,
    Fees,
    Form,
    FurtherRequest,
    Holding,
    IdentityCheck,
    Inherited,
    Item,
    Lifetime,
    Logic,
    Marketing,
    Modality,
    NationalRule,
    PartialDate,
    Permission,
    Practice,
    Renewal,
    Requests,
    Residue,
    Resolver,
    Responsibility,
    Role,
    Routing,
    Running,
    Scope,
    Security,
    Statement,
    Telling,
    Tracker,
    Transfer,
    Version,
    Way,
    Ways,
)
from recruitprivacy.vocabulary import (
    Art9Condition,
    ErasureException,
    ErasureGround,
    LawfulBasis,
    RefusalGround,
    RestrictionUse,
    Right,
    TransferInstrument,
)
from tests.notices.policies import COMPLETE, REACHED, Change, evolved, replaced, together

ON: Final = date(2026, 11, 22)
OTHERS: Final = ("assessment.", "changed.", "check.", "letter.", "mend.")
ROLES: Final = ("candidate",)
TWO: Final = FrozenMap(
    {
        "kade": Controller(name="Kade BV", contact=REACHED),
        "wal": Controller(name="Wal BV", contact=REACHED, representative=REACHED),
    }
)


def responsible(**answers: object) -> Change:
    """
    Let two companies be found in some way.
    """
    values = {"roles": ROLES, "among": ("kade", "wal"), **answers}
    entry = Responsibility(**values)  # type: ignore[arg-type]
    return replaced(controllers=TWO, responsible=FrozenMap({"all": entry}))


def held(*items: str, modality: Modality = Modality.DOES, **but: Item) -> Change:
    """
    Hold some categories, and some that differ.
    """
    holding = Holding(items=items, but=FrozenMap(but), modality=modality)
    return replaced(data=FrozenMap({"candidate": holding}))


def differing(way: Way, **values: dict[str, tuple[str, ...]]) -> Change:
    """
    Let data come from LinkedIn in a way of its own.
    """
    named: dict[str, Any] = {name: FrozenMap(each) for name, each in values.items()}
    but = FrozenMap({"linkedin": way})
    return replaced(ways=FrozenMap({"candidate": Ways(but=but, **named)}))


def complaining(to: str, **values: object) -> Change:
    """
    Declare one way to complain.
    """
    route = ComplaintRoute(to=to, **values)  # type: ignore[arg-type]
    return replaced(complaints=FrozenMap({"ours": route}))


def ways(**values: dict[str, tuple[str, ...]]) -> Change:
    """
    Let data come in some ways.
    """
    named: dict[str, Any] = {name: FrozenMap(way) for name, way in values.items()}
    return replaced(ways=FrozenMap({"candidate": Ways(**named)}))


def use(**changes: object) -> Change:
    """
    Change the one use there is.
    """
    return evolved("uses", "hiring", **changes)


def entitled(*paths: str, **changes: object) -> Change:
    """
    Give the one use a heading of the firm's own, and words of its own at other paths.
    """
    own = FrozenMap({path: f"Ours at {path}" for path in ("uses.hiring.title", *paths)})
    return together(use(**changes), replaced(texts=FrozenMap({"en": own})))


def but(**exception: object) -> Change:
    """
    Let something differ for the one purpose there is.
    """
    value = Exceptional(**exception)  # type: ignore[arg-type]
    return use(but=FrozenMap({"application_processing": value}))


def keeping(**rule: object) -> Change:
    """
    Change the one rule of keeping there is.
    """
    return evolved("retention", "rejected", **rule)


def ticking(**values: object) -> Change:
    """
    Count from the last contact.
    """
    clock = Clock(counts=("message.inbound",), if_none="registered", **values)  # type: ignore[arg-type]
    return together(
        replaced(clocks=FrozenMap({"contact": clock})), keeping(after="contact", data=("*",))
    )


def automated(**values: object) -> Change:
    """
    Declare one automated practice.
    """
    entry = Automation(roles=ROLES, practices=(Practice.RANKING,), **values)  # type: ignore[arg-type]
    return replaced(automation=FrozenMap({"machine": entry}))


def recipients(**values: object) -> Change:
    """
    Declare one group of recipients.
    """
    entry = Disclosure(roles=ROLES, to=("group_companies",), **values)  # type: ignore[arg-type]
    return replaced(recipients=FrozenMap({"group": entry}))


def abroad(**values: object) -> Change:
    """
    Declare one transfer.
    """
    return replaced(transfers=FrozenMap({"there": Transfer(roles=ROLES, **values)}))  # type: ignore[arg-type]


def since(written: str) -> Change:
    """
    Declare since when the notice applies.
    """
    return replaced(version=Version(number="3", effective_on=PartialDate.parse(written)))


def offered(right: Right, **values: object) -> Change:
    """
    Change how one right is offered.
    """
    return evolved("rights", right, **values)


def further(**values: Any) -> Change:  # noqa: ANN401 - any field
    """
    Offer a request beside the rights of the law.
    """
    return replaced(further_requests=FrozenMap({"forget_me": FurtherRequest(**values)}))


def sent(*permission: Permission, **values: object) -> Change:
    """
    Change on what permission messages are sent.
    """
    return evolved("marketing", "alerts", permission=permission, **values)


def stored(**values: object) -> Change:
    """
    Declare cookies; where no visitor is addressed, everybody is told of them.
    """
    return replaced(cookies=Cookies(**values))  # type: ignore[arg-type]


STATED: Final = replaced(
    statements=FrozenMap({"honest": Statement(about="privacy_commitment")}),
    texts=FrozenMap({"en": FrozenMap({"statements.honest.says": "We are honest."})}),
)


def material(told: Modality) -> Change:
    """
    Promise to tell of changes that matter.
    """
    return replaced(changes=Changes(material_told=told, material_via=("email", "website")))


FOR_CLIENTS: Final = replaced(
    responsible=FrozenMap(
        {
            **COMPLETE.responsible,
            "clients": Responsibility(
                roles=ROLES, by=Resolver.CUSTOMER, when=("received_from_client",)
            ),
        }
    )
)
NUMBER: Final = Item(called=("sofinummer",), when=("law_permits",))
EXPLICIT: Final = Permission.EXPLICIT_CONSENT
MONTH: Final = Period(months=1)
HALF: Final = Period(months=6)
AGAIN: Final = "We ask you again at the earliest 1 month before it ends. If you say yes,"
TOLD: Final = ("This consent holds", "We ask you again", "We ask you at most")
OFTEN: Final = "We ask you at most 3 times before it ends."
SILENT: Final = "if you do not answer, your consent ends."
SCCS: Final = (TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES,)
PUBLIC: Final = Ways(received=FrozenMap({"*": ("public_source",)}))
LINKED: Final[dict[str, tuple[str, ...]]] = {"*": ("linkedin",)}
PERHAPS: Final = Way(modality=Modality.MAY)
SAID: Final = [
    # who
    (evolved("controllers", "kade", representative=REACHED), "Our representative in the Union"),
    (evolved("controllers", "kade", dpo=Absence.NONE), "There is none."),
    (responsible(by=Resolver.COUNTERPARTY_OF_AGREEMENT), "is party to the agreement that concerns"),
    (responsible(by=Resolver.MANAGES_APPLICATION), "is handling your application"),
    (responsible(by=Resolver.CONSULTANT_ENTITY), "whose consultant first found your data"),
    (responsible(by=Resolver.WEBSITE_OWNER), "owns the website you use"),
    (responsible(by=Resolver.WHOLE_GROUP), "The controllers are the companies of our group."),
    (responsible(capacity=Capacity.JOINT), "Together, these controllers decide"),
    (responsible(capacity=Capacity.SEVERAL), "Each for itself, these controllers decide"),
    (responsible(capacity=Capacity.PROCESSOR, acting_for="client"), "act on behalf of our client"),
    (responsible(by=Resolver.CUSTOMER, among=()), "act on behalf of our client"),
    (
        responsible(by=Resolver.CUSTOMER, among=(), requests=Routing.REFERRED),
        "Please put your requests to them.",
    ),
    (responsible(by=Resolver.WHOLE_GROUP, among=()), "companies of our group.\nName\nKade BV"),
    (
        together(
            responsible(by=Resolver.WHOLE_GROUP, among=()),
            evolved("controllers", "kade", contact=attrs.evolve(REACHED, person_in=("EEA",))),
        ),
        "If you are in the European Economic Area:\nName\nKade BV",
    ),
    (FOR_CLIENTS, "This holds only if the data come from a client.\nFor this we only act"),
    (
        evolved(
            "controllers", "kade", contact=attrs.evolve(REACHED, attention="Desk", country="NL")
        ),
        "Address\nDesk\nKade 1\n1011 AB Amsterdam\nNetherlands\n",
    ),
    # what
    (
        held("name", photo=Item(when_any=("law_requires", "client_requires"))),
        "photograph (only if the law requires it or if the client requires it)",
    ),
    (
        held("name", photo=Item(when=("law_permits",), when_any=("client_requires",))),
        "photograph, if the law permits it (only if the client requires it)",
    ),
    (held("name", special_category_data=Item(includes=("gender",))), "sensitive data (this incl"),
    (differing(PERHAPS, given=LINKED), "You may give us data yourself in these ways:\nLinkedIn"),
    (differing(PERHAPS, received=LINKED), "We may get data about you from others:\nLinkedIn"),
    (
        differing(PERHAPS, automatic=LINKED),
        "Some data may be collected automatically in these ways:\nLinkedIn",
    ),
    (
        differing(Way(when=("law_permits",), stage="interview"), received=LINKED),
        "LinkedIn (only if the law permits it and only from the stage “interview” on)",
    ),
    (differing(Way(voluntary=True), received=LINKED), "LinkedIn (only if you wish)"),
    (differing(Way(named=("Jobs.example",)), received=LINKED), "LinkedIn (Jobs.example)"),
    (held("name", modality=Modality.MAY), "Depending on your situation, we may hold:"),
    (held("name", modality=Modality.ONLY), "We hold only:"),
    (held("name", modality=Modality.NEVER), "We do not hold:"),
    (
        evolved("data", "candidate", when=("registered",)),
        "We collect the data in this section only after registration.",
    ),
    (evolved("data", "candidate", exhaustive=False), "other data that are not named here"),
    (held("name", national_id_number=NUMBER), "number (sofinummer), if the law permits it"),
    (
        together(held("name", national_id_number=NUMBER), replaced(languages=("nl", "en"))),
        "national identification number, if the law permits it",
    ),
    (held("name", photo=Item(voluntary=True)), "photograph (only if you wish)"),
    (held("name", photo=Item(stage="interview")), "photograph, not before this stage: interview"),
    (
        held("name", photo=Item(stage="interview", when=("law_permits",))),
        "photograph, if the law permits it, not before this stage: interview",
    ),
    (
        held("name", diversity_information=Item(includes=("health", "age"))),
        "diversity information (this includes: health and age)",
    ),
    (held("health"), "The law protects some of these data in particular: health."),
    (
        held("name", health=Item(art_9=Art9Condition.EMPLOYMENT_LAW)),
        "Health: we hold these only on this condition: employment and social security law.",
    ),
    (
        held("name", health=Item(also=LawfulBasis.CONSENT)),
        "Health: we hold these only on this condition: consent.",
    ),
    (
        held("name", criminal_convictions=Item(art_10=NationalRule.NATIONAL)),
        "we hold these only where national law allows it.",
    ),
    # where from
    (ways(received={"*": ("linkedin",)}), "We get data about you from others:"),
    (ways(automatic={"name": ("cookies",), "cv": ("cookies",)}), ": name and curriculum vitae"),
    (evolved("ways", "candidate", only=True), "We do not get your data in any other way."),
    (
        replaced(ways=FrozenMap({"candidate": PUBLIC})),
        "Of these sources, these are publicly accessible: publicly accessible sources.",
    ),
    (ways(received={"*": ("linkedin",)}), "at the latest within one month. If we write to you"),
    # consent
    (
        evolved("consents", "pool", lasts=Period(years=1), renewal=Renewal(window=MONTH)),
        "This consent holds for one year, counted from the day you give it.",
    ),
    (
        evolved("consents", "pool", lasts=Period(years=1), renewal=Renewal(window=MONTH, times=2)),
        "We ask you at most 2 times before it ends.",
    ),
    # must
    (evolved("obligations", "apply", required_by=(LawfulBasis.CONTRACT,)), "to perform a contract"),
    (
        evolved("obligations", "apply", required_by=(LawfulBasis.LEGAL_OBLIGATION,)),
        "must be given because the law says so",
    ),
    (evolved("obligations", "apply", data=("cv",)), "This concerns: curriculum vitae."),
    # why
    (use(modality=Modality.MAY), "We may use your data for this."),
    (use(only=True), "We use your data only for this."),
    (use(modality=Modality.ONLY), "We use your data only for this."),
    (entitled(), "We use your data for:"),
    (entitled(modality=Modality.MAY), "We may use your data for:"),
    (entitled(only=True), "Here we use your data only for:"),
    (
        entitled("uses.hiring.says"),
        "What for:\nhandling applications",
    ),
    (use(exhaustive=False), "other purposes that are not named here"),
    (use(data=("cv",)), "Data\ncurriculum vitae"),
    (use(data=("*", "cv")), "Data, among others\ncurriculum vitae"),
    (use(basis_varies=True), "in some countries another lawful basis"),
    (use(when=("law_permits",)), "We do this only if the law permits it."),
    (use(form=Form.ANONYMISED), "For this we use the data in anonymised form."),
    (use(stage="interview"), "Not before this stage\ninterview"),
    (
        together(held("health"), use(art_9=Art9Condition.LEGAL_CLAIMS)),
        "Condition for special categories of data\nlegal claims",
    ),
    (but(basis=(LawfulBasis.CONSENT,)), "Handling applications\non the basis of consent"),
    (but(interests=("marketing",)), "interests pursued: marketing"),
    (use(of_third_parties=True), "interests of others"),
    (
        together(held("health"), but(art_9=Art9Condition.LEGAL_CLAIMS)),
        "condition for special categories of data: legal claims",
    ),
    (but(when=("law_permits",)), "Handling applications\nonly if the law permits it"),
    (but(stage="interview"), "only from the stage “interview” on"),
    (use(treated_as="client"), "as those of others in this role: client. We tell you so before"),
    # consent
    (evolved("consents", "pool", kind=(EXPLICIT,)), "your explicit consent for: job alerts"),
    (evolved("consents", "pool", data=("cv",)), "data only with your consent: curriculum vitae"),
    (
        evolved("consents", "pool", kind=(EXPLICIT,), data=("cv",)),
        "data only with your explicit consent: curriculum vitae",
    ),
    (evolved("consents", "pool", withdrawn_by=("email",)), "How to withdraw it: e-mail."),
    # messages
    (sent(Permission.SOFT_OPT_IN), "That is not consent."),
    (sent(Permission.OPT_OUT), "We send these until you tell us to stop."),
    (sent(Permission.NONE_NEEDED), "For these messages we do not ask for your consent."),
    (
        sent(Permission.NONE_NEEDED, address="business_address"),
        "do not ask for your consent; this holds if the address is a business address.",
    ),
    (sent(Permission.CONSENT, stopped_by=("email",)), "How to stop these messages: e-mail."),
    # other requests
    (further(), "You can also ask us for this:\nbeing forgotten"),
    (
        further(stops=("audits",)),
        "for this:\nBeing forgotten\nWe then no longer use your data for these purposes (audits).",
    ),
    (further(erases=True), "We then erase your data."),
    (further(kept=True), "We keep a note that you asked."),
    # what else
    (replaced(scope=Scope(supplements=("Shop",))), "have a privacy notice of their own: Shop."),
    # machines
    (automated(running=Running.NOT_NOW), "people and not machines take our decisions"),
    (automated(running=Running.PLANNED), "In future we may use automated means for: ranking"),
    (automated(running=Running.RUNS), "We use automated means for: ranking applications."),
    (automated(running=Running.RUNS, decides_alone=False), "about you without a person."),
    (automated(running=Running.RUNS, permission=Permission.CONSENT), "needs your consent, we ask"),
    (automated(running=Running.RUNS, refused=("manual_review",)), "If you do not agree, this"),
    (
        automated(running=Running.RUNS, when=("many_applications",)),
        "Only if there are many applications do we use automated means for: ranking applications.",
    ),
    (automated(running=Running.RUNS, tool="Sieve"), "The tool is called Sieve."),
    *(
        (automated(running=Running.RUNS, logic=(logic,)), f"How it works: {sentence}.")
        for logic, sentence in {
            Logic.SKILLS_MATCH: "comparing skills with vacancies",
            Logic.KEYWORD_FILTER: "searching for keywords",
            Logic.RANKING: "putting what it finds in an order",
        }.items()
    ),
    (
        automated(running=Running.RUNS, data=("cv",), criteria=("years_of_experience", "cv")),
        "It looks at: curriculum vitae and years of experience.",
    ),
    (
        automated(running=Running.RUNS, human=("recruiter_checks",)),
        "We use the result only after a recruiter has checked the outcome.",
    ),
    # who gets them
    (recipients(), "We share your data with:\ncompanies of our group"),
    (recipients(modality=Modality.MAY), "We may share your data with:"),
    (recipients(shared_unless_objected=True), "unless you tell us that you do not want it:"),
    (recipients(data=("cv",)), "What they get: curriculum vitae."),
    (recipients(data=("*", "cv")), "Among other data, they get: curriculum vitae."),
    (recipients(when=("law_permits",)), "We do so only if the law permits it."),
    (recipients(when_any=("client_requests", "law_permits")), "asks for it or if the law permits"),
    (recipients(form=Form.ANONYMISED), "They get the data in anonymised form."),
    (recipients(form=Form.ANONYMISED_WHERE_RELEVANT), "Where possible, they get the data in"),
    (abroad(), "Your data can go outside the European Economic Area."),
    (abroad(to_countries=("US",)), "Your data go to: United States."),
    (
        abroad(to_countries=("US",), modality=Modality.MAY),
        "Your data can go to: United States.",
    ),
    (
        abroad(to_countries=("US",), destinations=("third_country_unspecified",)),
        "Your data go to: United States and other countries that are not named here.",
    ),
    (abroad(services=("recruitment",)), "This applies only to these services: recruitment."),
    (abroad(instruments=SCCS), "To protect them there, we rely on: standard contractual clauses"),
    (abroad(person_in=("DE", "EEA")), "only to people in: Germany and the European Economic Area"),
    (abroad(risk_told=True), "The law there may protect your data less"),
    (abroad(copy_at=Contact()), "You can ask us for a copy of these safeguards."),
    (abroad(copy_at=Contact(url="https://example.org/clauses")), "https://example.org/clauses"),
    # how long
    (keeping(at_least=Period(years=7), cites=("AWR Art. 52",)), "makes us keep your data for at"),
    (keeping(at_most=None, at_once=True), "do not keep your data beyond this moment: end of the"),
    (keeping(at_most=None, while_="consent_given"), "We keep your data only with consent."),
    (keeping(where="website"), "This applies only to what is kept in this place: website."),
    (keeping(review=Period(years=1)), "look again whether we still do, each time within one year."),
    (keeping(data=("cv",)), "This is about: curriculum vitae."),
    (keeping(purpose="hiring"), "This applies to: handling applications."),
    (keeping(when=("law_permits",)), "This holds only if the law permits it."),
    (keeping(outcomes=("rejected",)), "This applies if the procedure ends in this way: "),
    (keeping(sources=("linkedin",)), "This holds for data from: LinkedIn."),
    (keeping(unless=("law_requires",)), "longer only for these reasons:\nrequired by law"),
    (ticking(), "the last of the events listed below"),
    (ticking(), "If that has never happened, the time runs from this moment: registration."),
    (ticking(ignores=("message.opened",)), "These do not start it again:\nmessage opened"),
    (ticking(contact_with=(ContactWith.COMPANY,)), "Contact with the company you work for"),
    (
        ticking(supplied=Inherited(until="supplier.relation_ended", then=("contact_after",))),
        "If a company supplies your services, our contact with it counts.",
    ),
    *(
        (replaced(disposals=FrozenMap({"delete": DisposalMeaning(ends=(end,))})), sentence)
        for end, sentence in {
            End.ERASED: "they are erased",
            End.ANONYMISED: "they are made anonymous",
            End.BEYOND_USE: "they are put beyond use until they can be erased",
            End.ISOLATED: "they are kept apart until they can be erased",
            End.USE_STOPPED: "they are no longer used",
            End.NOTED: "we keep a note of your request",
        }.items()
    ),
    (
        evolved("disposals", "delete", residue=Residue(present_in=("archive",))),
        "it stays in an archive until it is overwritten",
    ),
    # rights
    (automated(running=Running.RUNS), "a decision that a machine alone takes"),
    (
        offered(Right.ERASURE, erasure_grounds=(ErasureGround.UNLAWFUL,)),
        "in these cases:\nunlawful",
    ),
    (
        offered(Right.ERASURE, erasure_exceptions=(ErasureException.LEGAL_CLAIMS,)),
        "We need not do so in these cases:\nlegal claims",
    ),
    (
        offered(Right.RESTRICTION, restriction_uses=(RestrictionUse.STORAGE,)),
        "we may only still do",
    ),
    (offered(Right.RESTRICTION, told_before_lifting=True), "before we lift a restriction"),
    (offered(Right.RESTRICTION, telling=Telling()), "we tell those who got them from us"),
    (offered(Right.PORTABILITY, machine_readable=True), "in a machine-readable file."),
    (
        offered(Right.PORTABILITY, machine_readable=True, password_protected=True),
        "in a machine-readable file protected by a password.",
    ),
    (offered(Right.ACCESS, reasons_given=Modality.ALWAYS), "If we refuse, we tell you why"),
    (offered(Right.ACCESS, person_in=("EEA",)), "We offer this right to people in: the European"),
    (offered(Right.WITHDRAW_CONSENT, other_basis=True), "another lawful basis lets us go on"),
    (
        together(use(basis=(LawfulBasis.PRECONTRACT,)), replaced(marketing=FrozenMap())),
        "You may object to any use that rests on legitimate interests or on a task",
    ),
    (
        replaced(requests=Requests(channels=("email",))),
        "You can send us your request in this way: e-mail.",
    ),
    (
        replaced(
            requests=Requests(answer=AnswerPromise(within=Period(working_days=10), normally=True))
        ),
        "Normally we answer within 10 working days of receiving your request.",
    ),
    (
        replaced(requests=Requests(answer=AnswerPromise(extension=Period(months=2)))),
        "this can take up to 2 months longer",
    ),
    (
        replaced(requests=Requests(answer=AnswerPromise(extension_as_lawful=True))),
        "If the law allows us more time",
    ),
    (replaced(requests=Requests(identity=IdentityCheck(modality=Modality.MAY))), "who you are"),
    (
        replaced(requests=Requests(fees=Fees(free=True, unless=(RefusalGround.EXCESSIVE,)))),
        "Exception: excessive request.",
    ),
    (replaced(requests=Requests(fees=Fees(further_copies=True))), "For further copies we may ask"),
    (replaced(requests=Requests(record_kept=Modality.DOES)), "We keep a record of our dealings"),
    (replaced(requests=Requests(record_kept=Modality.MAY)), "We may keep a record of our dealings"),
    # what else
    (stored(purposes=("analytics_statistics",)), "We use cookies for:"),
    (stored(classes=FrozenMap({"performance": CookieClass()})), "The kinds of cookies we use:"),
    (
        stored(classes=FrozenMap({"performance": CookieClass(purposes=("job_alerts",))})),
        "performance cookies, for: job alerts",
    ),
    (
        stored(classes=FrozenMap({"performance": CookieClass(lifetime=Period(months=6))})),
        "performance cookies: kept for 6 months",
    ),
    *(
        (stored(classes=FrozenMap({"performance": CookieClass(lifetime=life)})), sentence)
        for life, sentence in {
            Lifetime.SESSION: "kept until the end of your visit",
            Lifetime.UNTIL_BROWSER_CLOSES: "kept until you close your browser",
            Lifetime.WHILE_REGISTERED: "kept as long as you are registered with us",
        }.items()
    ),
    (stored(trackers=FrozenMap({"hotjar": Tracker()})), "Cookies of others on our site:"),
    (
        stored(trackers=FrozenMap({"hotjar": Tracker(places=("shop.example",))})),
        "Hotjar (on: shop.example)",
    ),
    (stored(permission=Permission.CONSENT), "we place only with your consent"),
    (stored(refused_by=("browser_settings",)), "not strictly necessary: browser settings."),
    (stored(refused=("reduced_functionality",)), "If you refuse them, this may follow:"),
    (replaced(security=Security(measures=("technical",))), "We protect your data with:"),
    (
        replaced(security=Security(measures=("general_statement",))),
        "We take measures to protect your data. This notice does not say which.",
    ),
    (replaced(breach=Breach(reported_by=(Actor.DATA_SUBJECT,))), "seen by the wrong person"),
    (
        replaced(version=Version(number="3", published_on=PartialDate.parse("2026-03"))),
        "Date of this notice: March 2026.",
    ),
    (since("2026-03"), "applies from March 2026."),
    (since("early 2026-03"), "applies from early March 2026."),
    (since("mid 2026"), "applies from the middle of 2026."),
    (since("late 2026"), "applies from late 2026."),
    (replaced(changes=Changes(may_change=True)), "This notice may change."),
    (replaced(changes=Changes(notified=True)), "We tell you of changes that matter to you."),
    (STATED, "What else you should know"),
    (STATED, "We are honest."),
    (replaced(changes=Changes(redated=True)), "Its date changes with it."),
    (
        material(Modality.DOES),
        "We tell you about important changes in this way: e-mail or website.",
    ),
    (
        material(Modality.MAY),
        "We may also tell you about important changes in this way: e-mail or website.",
    ),
    (replaced(contacts=FrozenMap({"desk": Contact(phone="+31 20 000 00 00")})), "+31 20 000 00 00"),
    (
        replaced(contacts=FrozenMap({"desk": Contact(phone="+41", person_in=("CH",))})),
        "If you are in Switzerland:",
    ),
    (
        replaced(contacts=FrozenMap({"desk": attrs.evolve(REACHED, reasons=("unsubscribe",))})),
        "You can reach us here for this:",
    ),
    (
        replaced(contacts=FrozenMap({"desk": attrs.evolve(REACHED, reasons=("complaint",))})),
        "You can also tell us about your complaint:",
    ),
    (
        replaced(controllers=FrozenMap({"kade": Controller(name="Kade BV")})),
        "This notice does not say how you can send us your request.",
    ),
    (
        replaced(requests=Requests(answer=AnswerPromise(within=Period(weeks=1), normally=True))),
        "Normally we answer within one week of receiving your request.\nWe answer without undue",
    ),
    (but(data=("email",)), "only these data (e-mail address)"),
    (use(basis=UNSTATED), "What we use your data for\n"),
    (
        complaining("controller", via=("post", "email"), within=Period(days=45)),
        (
            "You can send us your complaint in this way: post or e-mail.\n"
            "You get an answer within 45 days of receipt of your complaint."
        ),
    ),
    (
        complaining("dispute_resolution_body", name="BBB", url="https://bbb.example", free=True),
        (
            "This way is open to you as well: an independent dispute body.\nName\nBBB\nWebsite\n"
            "https://bbb.example\nIt costs you nothing."
        ),
    ),
    (
        complaining("binding_arbitration", when_any=("not_satisfied", "residual_claims")),
        "This is possible only in this case: if the outcome does not satisfy or for claims",
    ),
    (
        complaining("binding_arbitration", under=SCCS, person_in=("CH",)),
        (
            "transferred on this basis: standard contractual clauses of the "
            "European Commission.\nIf you are in Switzerland:\nThis way is open to you as well"
        ),
    ),
]
PRACTISED: Final = [
    (
        replaced(
            automation=FrozenMap(
                {"x": Automation(roles=ROLES, practices=(practice,), running=Running.RUNS)}
            )
        ),
        sentence,
    )
    for practice, sentence in {
        Practice.SELECTION: "for: selecting candidates.",
        Practice.RECOMMENDATION: "for: recommending vacancies.",
        Practice.PROFILING: "for: profiling.",
        Practice.AUDIENCES: "for: choosing who sees our advertising.",
    }.items()
]


def words(notice: Notice) -> str:
    """
    Join everything a notice says, a line for each part.
    """
    said = [notice.title, *(section.title for section in notice.walk())]
    for block in notice.blocks():
        if isinstance(block, Bullets):
            said.extend((block.lead, *block.items))
        elif isinstance(block, Details):
            said.extend(part for label, lines in block.rows for part in (label, *lines))
        else:
            said.append(block.text)
    return "\n".join(said)


def composed(change: Change) -> str:
    """
    Say everything a changed declaration gives.
    """
    notice = compose(change(COMPLETE), "candidate", language="en", law=law.load("NL"), on=ON)
    return words(notice)


@pytest.mark.parametrize(("change", "sentence"), [*SAID, *PRACTISED])
def test_said_where_declared(change: Change, sentence: str) -> None:
    """
    Each sentence stands in the notice of a declaration that says so.
    """
    assert sentence in composed(change)


def test_the_month_of_the_law_is_told_where_the_firm_refers_to_it() -> None:
    """
    Who answers within the time the law sets is heard to name that time.
    """
    answer = AnswerPromise(as_lawful=True)
    said = composed(replaced(requests=Requests(answer=answer)))

    assert "at the latest within one month of receiving your request." in said


def test_how_to_stop_is_told_once_where_requests_stop_messages_too() -> None:
    """
    The ways a request offers stand at the end of the messages, with those of the messages.
    """
    stop = FurtherRequest(via=("email", "unsubscribe_link"), stops=("job_alerts",))
    asked = replaced(further_requests=FrozenMap({"unsubscribe": stop}))
    said = composed(together(sent(Permission.CONSENT, stopped_by=("email",)), asked))

    assert 1 == said.count("How to stop these messages:")
    assert "How to stop these messages: e-mail or unsubscribe link." in said


COMMON: Final = {
    "they are erased",
}
"""What the declaration without a gap says as well."""


@pytest.mark.parametrize("sentence", [sentence for _, sentence in (*SAID, *PRACTISED)])
def test_not_said_where_not_declared(sentence: str) -> None:
    """
    No sentence stands in the notice of a declaration that does not say so.
    """
    assert (sentence in COMMON) == (sentence in composed(lambda policy: policy))


@cache
def reached() -> str:
    """
    Join everything all these declarations make a notice say.
    """
    told = texts("uses.hiring.says", "automation.machine.says", "recipients.group.says")
    machine = together(told, automated(running=Running.RUNS), recipients())
    divided = together(responsible(), split())
    changes = [*SAID, *PRACTISED, *((each, "") for each in (machine, divided))]
    return "\n".join((*(composed(change) for change, _ in changes), *layers()))


def layers() -> list[str]:
    """
    Say the shorter layers, and the page for all.
    """
    free = held("email", photo=Item(voluntary=True))
    two = replaced(roles=FrozenMap({"candidate": Role(), "client": Role()}))
    perhaps = together(free, use(modality=Modality.MAY))(COMPLETE)
    asked: list[tuple[str | None, Depth]] = [
        ("candidate", Layer.CARD),
        ("candidate", Field(category="email")),
        ("candidate", Field(category="photo")),
        (None, Layer.FULL),
    ]
    certain = together(free, two)(COMPLETE)
    return [
        to_text(
            compose(
                policy,
                role,
                language="en",
                law=law.load("NL"),
                on=ON,
                layer=layer,
                full_at="https://example.org/privacy",
            )
        )
        for policy in (certain, perhaps)
        for role, layer in asked
    ]


def texts(*paths: str) -> Change:
    """
    Write words of the firm's own.
    """
    own = FrozenMap({path: f"Ours at {path}" for path in paths})
    return replaced(texts=FrozenMap({"en": own}))


def split() -> Change:
    """
    Let two companies answer, each for a service of its own.
    """
    entries = {
        name: Responsibility(roles=ROLES, among=(name,), services=(service,), countries=("NL",))
        for name, service in (("kade", "job_search"), ("wal", "post_placement"))
    }
    return replaced(responsible=FrozenMap(entries))


def messages() -> list[Message]:
    """
    List every message a notice is made of; those of check and assessment have their own tests.
    """
    modules = (
        importlib.import_module(f"{notices.__name__}.{found.name}")
        for found in pkgutil.iter_modules(notices.__path__)
    )
    values = [value for module in modules for value in vars(module).values()]
    inside = [each for value in values if isinstance(value, dict) for each in value.values()]
    every = [each for each in (*values, *inside) if isinstance(each, Message)]
    return sorted(
        {each for each in every if not each.code.startswith(OTHERS)},
        key=lambda each: each.code,
    )


@pytest.mark.parametrize("message", messages(), ids=lambda message: message.code)
def test_every_message_is_reached(message: Message) -> None:
    """
    No sentence is kept that no declaration can call forth.
    """
    parts = [literal.strip(" .:()") for literal, *_ in Formatter().parse(message.text)]

    assert [part for part in parts if part not in reached()] == []


def test_nothing_but_the_name() -> None:
    """
    An authority, a contact or a transfer of which nothing more is stated brings no empty row.
    """
    bare = together(
        replaced(
            authorities=FrozenMap({"NL": Authority(name="AP", address=("Postbus 1",))}),
            contacts=FrozenMap({"desk": Contact()}),
            clocks=FrozenMap({"idle": Clock(counts=("message.inbound",), if_none="registered")}),
            recipients=FrozenMap({"others": Disclosure(roles=("client",), to=("authorities",))}),
            transfers=FrozenMap({"others": Transfer(roles=("client",), to_countries=("US",))}),
        ),
        evolved("responsible", "all", countries=("NL",)),
    )
    said = composed(bare)

    assert "Name\nAP\nAddress\nPostbus 1\n" in said
    assert "Questions" not in said
    assert "meaningful contact" not in said
    assert "Who gets your data" not in said
    assert "outside the European Economic Area" not in said


def test_two_companies_are_told_apart() -> None:
    """
    Where several companies answer, each for its own, the notice says for what.
    """
    said = composed(together(responsible(), split()))

    assert "The next lines are only about these services: while looking for work.\n" in said
    assert "The next lines are only about these countries: Netherlands.\n" in said
    assert 2 == said.count("The controller, who decides why and how your data are used:")


def test_no_scope_is_invented() -> None:
    """
    Where an answer is bound to no service and no country, none is said.
    """
    workers = replaced(
        roles=FrozenMap({"candidate": Role(treated_as="applicant"), "applicant": Role()}),
        responsible=FrozenMap(
            {
                role: Responsibility(roles=(role,), among=("kade",))
                for role in ("candidate", "applicant")
            }
        ),
    )

    said = composed(workers)

    assert 2 == said.count("The controller, who decides")
    assert "For these services" not in said
    assert "Country" not in said


def test_a_company_is_described_once() -> None:
    """
    A controller that answers twice has its address printed once.
    """
    again = FrozenMap(
        {
            "one": Responsibility(roles=ROLES, among=("kade",), countries=("NL",)),
            "two": Responsibility(roles=ROLES, among=("kade", "wal"), countries=("BE",)),
        }
    )
    said = composed(replaced(controllers=TWO, responsible=again))

    assert (2, 1) == (said.count("Kade BV"), said.count("Wal BV"))
    assert 3 == said.count("Kade 1")  # of both companies, and of a representative


def test_one_controller_is_named_once() -> None:
    """
    A single controller is simply the controller, with its name in one place.
    """
    single = responsible(by=Resolver.COUNTERPARTY_OF_AGREEMENT, among=("kade",))
    said = composed(single)

    assert 1 == said.count("Kade BV")
    assert "one of our companies" not in said


SOURCES: Final = [
    (
        {"given": {"name": ("chat",), "cv": ("chat",)}},
        ["chat: name and curriculum vitae"],
    ),
    ({"given": {"name": ("given",), "cv": ("given",)}}, ["name", "curriculum vitae"]),
    (
        {"given": {"name": ("given",), "cv": ("chat",)}},
        ["what you tell us yourself: name", "chat: curriculum vitae"],
    ),
    ({"given": {"*": ("website",), "cv": ("given",)}}, ["the website"]),
    (
        {"received": {"*": ("linkedin", "client"), "cv": ("client",), "name": ("referee",)}},
        ["LinkedIn", "clients", "referees: name"],
    ),
]


@pytest.mark.parametrize(("named", "expected"), SOURCES)
def test_sources_are_grouped(
    named: dict[str, dict[str, tuple[str, ...]]], expected: list[str]
) -> None:
    """
    A source is named once with all that comes from it, and not at all where it was named before.
    """
    policy = ways(**named)(COMPLETE)
    notice = compose(policy, "candidate", language="en", law=law.load("NL"), on=ON)
    section = next(section for section in notice.walk() if section.key == "sources")

    assert [expected] == [
        list(block.items) for block in section.blocks if isinstance(block, Bullets)
    ]


def test_a_condition_is_said_once() -> None:
    """
    What holds for a use is not said again of one of its purposes.
    """
    same = Exceptional(
        basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
        interests=("run_recruitment_business",),
        when=("law_permits",),
        stage="interview",
        art_9=Art9Condition.LEGAL_CLAIMS,
    )
    change = together(
        held("health"),
        use(
            when=("law_permits",),
            stage="interview",
            art_9=Art9Condition.LEGAL_CLAIMS,
            but=FrozenMap({"application_processing": same}),
        ),
    )

    assert 1 == composed(change).count("if the law permits it")
    assert "Handling applications\nonly" not in composed(change)


def test_art_9_only_where_such_data_are_reached() -> None:
    """
    A condition for special categories is silent where the use reaches none of the reader's.
    """
    change = together(held("name", health=Item()), use(art_9=Art9Condition.LEGAL_CLAIMS))

    assert "Condition for special" not in composed(change)
    assert "Condition for special" in composed(together(change, use(data=("health",))))
    exception = together(change, but(art_9=Art9Condition.LEGAL_CLAIMS, data=("health",)))
    assert "condition for special" in composed(together(exception, use(art_9=None)))


def test_an_umbrella_does_not_stand_beside_its_parts() -> None:
    """
    Among what the law protects, the parts of a category are named and not the category.
    """
    umbrella = held("name", diversity_information=Item(includes=("health", "disability")))

    assert "in particular: health and disability." in composed(umbrella)


def test_a_category_stands_beside_its_own_kinds() -> None:
    """
    A protected category of which a kind is named is protected as well, and is named.
    """
    health = held("name", health=Item(includes=("disability",)))

    assert "in particular: health and disability." in composed(health)


def test_explicit_consent_is_told_where_it_is_asked() -> None:
    """
    A condition that is a consent asked for the data is told under consent alone.
    """
    change = held("name", health=Item(art_9=Art9Condition.EXPLICIT_CONSENT))
    asked = evolved("consents", "pool", kind=(EXPLICIT,), data=("health",))

    assert "Health: we hold these only" in composed(change)
    assert "Health: we hold these only" not in composed(together(change, asked))


def test_who_watches_over_data_is_reached() -> None:
    """
    The officer stands with every way to reach them; no label stands without what it is about.
    """
    reached = Contact(email="dpo@example.org", phone="010 1234567")
    lines = composed(evolved("controllers", "kade", dpo=reached)).split("\n")
    empty = composed(evolved("controllers", "kade", dpo=Contact()))

    at = lines.index("Data protection officer")
    assert ["dpo@example.org", "010 1234567"] == lines[at + 1 : at + 3]
    assert "Data protection officer" not in empty


@pytest.mark.parametrize(
    ("renewal", "expected"),
    [
        (None, []),
        (Renewal(window=MONTH), [f"{AGAIN} that holds for one year; {SILENT}"]),
        (Renewal(window=MONTH, times=3), [f"{AGAIN} that holds for one year; {SILENT}", OFTEN]),
        (Renewal(window=MONTH, lasts=HALF), [f"{AGAIN} that holds for 6 months; {SILENT}"]),
    ],
)
def test_how_long_a_consent_holds(renewal: Renewal | None, expected: list[str]) -> None:
    """
    How long a consent holds and when it is asked again is told, beside the firm's words, too.
    """
    lasting = evolved("consents", "pool", lasts=Period(years=1), renewal=renewal)
    holds = "This consent holds for one year, counted from the day you give it."
    for change in (lasting, together(lasting, texts("consents.pool.says"))):
        lines = composed(change).split("\n")

        assert [holds, *expected] == [each for each in lines if each.startswith(TOLD)]


def test_a_heading_is_not_said_again() -> None:
    """
    A use whose heading names what it is for does not list that once more.
    """
    assert "handling applications" not in composed(use())
    assert "We use your data for this." in composed(use())
    assert "for this." not in composed(texts("uses.hiring.says"))


def test_a_name_of_its_own_is_told_beside_the_label() -> None:
    """
    What the firm calls something stands beside our word for it, unless it begins as ours does.
    """
    held = {
        "photo": Item(called=("portrait", "Photograph")),
        "race_ethnic_origin": Item(called=("racial or ethnic descent",)),
    }
    data = FrozenMap({"candidate": Holding(items=("name",), but=FrozenMap(held))})

    assert "photograph (portrait)\n" in composed(replaced(data=data))
    assert "racial or ethnic origin\n" in composed(replaced(data=data))


def test_a_risk_abroad_is_told_once() -> None:
    """
    Who gets data abroad is told of each transfer; what is true of all of them once.
    """
    entries = {
        name: Transfer(to=(name,), to_countries=("US",), risk_told=True)
        for name in ("service_providers", "group_companies")
    }
    said = composed(replaced(transfers=FrozenMap(entries)))

    assert "To whom:\nservice providers\n" in said
    assert "To whom:\ncompanies of our group\n" in said
    assert 1 == said.count("The law there may protect your data less than the law here.")


def test_a_soft_opt_in_is_no_consent() -> None:
    """
    A permission taken as given is not called consent; how to take it back is told.
    """
    soft = evolved(
        "consents", "pool", kind=(Permission.SOFT_OPT_IN,), withdrawn_by=("email",), data=("cv",)
    )
    said = composed(soft)

    assert "How to withdraw it: e-mail." in said
    assert "We ask for your consent" not in said
    assert "You may withdraw your consent" not in said


def test_own_words_come_first() -> None:
    """
    The firm's words replace what the library would say in general, and nothing exact.
    """
    change = together(
        use(when=("law_permits",), form=Form.ANONYMISED, modality=Modality.MAY),
        automated(running=Running.PLANNED, refused=("manual_review",)),
        recipients(when=("law_permits",), shared_unless_objected=True),
        ticking(ignores=("message.opened",)),
        stored(refused=("reduced_functionality",), refused_by=("browser_settings",)),
        evolved("obligations", "apply", data=("cv",)),
        evolved("consents", "pool", withdrawn_by=("email",)),
        sent(Permission.CONSENT, stopped_by=("email",)),
    )
    paths = (
        "uses.hiring", "automation.machine", "recipients.group", "clocks.contact", "cookies",
        "obligations.apply", "consents.pool", "marketing.alerts", "retention.rejected",
        "disposals.delete",
    )  # fmt: skip
    general = (
        "We do this only", "in anonymised form", "We may use", "In future we may", "If you do not",
        "unless you tell us", "We do so only", "These do not start", "If you refuse them",
        "Some data are needed", "We ask for your consent for", "only with your consent",
        "this happens to your data",
    )  # fmt: skip
    exact = (
        "Lawful basis\nlegitimate interests", "This is about: ranking applications.",
        "To whom:\ncompanies of our group", "at most 4 weeks, counted from this moment",
        "starts again with each of these:", "How to refuse cookies", "This concerns: curriculum",
        "How to withdraw it: e-mail.", "How to stop these messages: e-mail.",
    )  # fmt: skip
    ours, theirs = (
        composed(change),
        composed(together(change, texts(*(f"{p}.says" for p in paths)))),
    )

    assert [part for part in general if part not in ours] == []
    assert [part for part in general if part in theirs] == []
    assert [part for part in exact if part not in theirs] == []
    assert [path for path in paths if f"Ours at {path}.says" not in theirs] == []


def test_recipients_are_named_once() -> None:
    """
    Where the firm's words speak of the same recipients again, they are not listed again.
    """
    entry = Disclosure(roles=ROLES, to=("group_companies",))
    change = together(
        replaced(recipients=FrozenMap({"group": entry, "more": entry})),
        texts("recipients.group.says", "recipients.more.says"),
    )

    assert 1 == composed(change).count("companies of our group")
    assert "Ours at recipients.more.says" in composed(change)


def test_messages_on_one_permission_are_told_together() -> None:
    """
    Purposes and permission of several entries on one permission are said once.
    """
    alerts = COMPLETE.marketing["alerts"]
    change = replaced(
        marketing=FrozenMap(
            {
                "alerts": attrs.evolve(alerts, stopped_by=("email",)),
                "news": attrs.evolve(alerts, stopped_by=("post", "email")),
                "calls": Marketing(roles=ROLES, purposes=("job_alerts",)),
                "others": Marketing(roles=("client",), purposes=("discounts_offers",)),
            }
        )
    )
    said = composed(change)

    assert 1 == said.count("We send these only with your consent.")
    assert "What these messages are for:\njob alerts\n" in said
    assert "How to stop these messages: e-mail or post." in said
    assert "discounts" not in said


def test_a_rule_for_data_not_held_is_not_told() -> None:
    """
    A period for a category nobody holds of the reader is no part of their notice.
    """
    assert "4 weeks" not in composed(keeping(data=("photo",)))


def test_a_rule_that_only_plans_is_not_told() -> None:
    """
    Neither the length the firm merely aims at is printed, nor what it would say beside it.
    """
    change = together(keeping(at_most=None, aim=Period(months=7)), texts("retention.rejected.says"))

    assert "7 months" not in composed(change)
    assert "Ours at retention" not in composed(change)


def test_cookies_are_told_to_visitors() -> None:
    """
    Where visitors are addressed, only they are told of cookies.
    """
    roles = FrozenMap({"candidate": Role(), "website_user": Role()})
    change = together(stored(purposes=("analytics_statistics",)), replaced(roles=roles))

    assert "We use cookies for:" not in composed(change)


def test_a_right_of_others_is_explained_but_not_detailed() -> None:
    """
    What the firm adds to a right for people in another role does not concern the reader.
    """
    client = FrozenMap({"candidate": Role(), "client": Role()})
    change = together(
        replaced(roles=client),
        offered(Right.PORTABILITY, roles=("client",), machine_readable=True),
    )

    assert "You may receive the data you gave us" in composed(change)
    assert "machine-readable" not in composed(change)
