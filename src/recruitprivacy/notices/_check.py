"""
What a declaration lacks, of the elements a notice must have.

Each check looks at one element and yields what it does not find. Findings follow from the
declaration alone; no check knows any firm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypeAlias

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, Value, Words, phrase
from recruitprivacy.periods import Rounding, add
from recruitprivacy.policy import (
    UNSTATED,
    Permission,
    Policy,
    Use,
)
from recruitprivacy.vocabulary import (
    BUILT_IN,
    Art9Condition,
    Kind,
    LawfulBasis,
    Right,
    Sensitivity,
    Vocabulary,
)


@attrs.frozen(kw_only=True)
class Subject:
    """
    What is checked: a declaration for one role, under a law, on a day.
    """

    policy: Policy
    role: str
    law: Law
    on: date
    vocabulary: Vocabulary

    @property
    def whose(self) -> str:
        """
        The role whose parts of the declaration apply.
        """
        return self.policy.role_of(self.role)

    @property
    def label(self) -> Message | Words:
        """
        The role's label.
        """
        return self.vocabulary.term(Kind.ROLE, self.role).label

    def mine(self, roles: tuple[str, ...]) -> bool:
        """
        Say whether a part for these roles concerns this one.
        """
        return not roles or self.whose in roles or self.role in roles

    def cites(self, *texts: str) -> tuple[Citation, ...]:
        """
        Read citations.
        """
        return tuple(Citation.parse(text, self.law.acts) for text in texts)

    def finding(
        self, says: Message, level: Level, path: str, *cites: str, mend: Message, **values: Value
    ) -> Finding:
        """
        Make a finding; its code is that of its message without the leading ``check``.
        """
        return Finding(
            code=says.code.removeprefix("check."),
            level=level,
            path=path,
            says=phrase(says, **values),
            mend=phrase(mend),
            cites=self.cites(*cites),
        )


Check: TypeAlias = Callable[[Subject], Iterator[Finding]]

UNCONTROLLED: Final = Message(
    "check.role.uncontrolled", "Nobody is named as controller for these people: {role}."
)
NAME_CONTROLLER: Final = Message(
    "mend.role.uncontrolled",
    "Add an entry under 'responsible' that names a controller for the role.",
)
NO_CONTACT: Final = Message(
    "check.controller.contact_unstated", "The controller {name} has no contact details."
)
ADD_CONTACT: Final = Message(
    "mend.controller.contact_unstated", "State an address, an e-mail or a telephone number."
)
NO_DPO: Final = Message(
    "check.controller.dpo_unstated",
    "No data protection officer is named for {name}; one must be named where there is one.",
)
ADD_DPO: Final = Message(
    "mend.controller.dpo_unstated",
    "Name the officer's contact details, or record that there is none.",
)
NO_USE: Final = Message("check.use.none", "No purpose is declared for these people: {role}.")
ADD_USE: Final = Message("mend.use.none", "Add a use with its purposes and basis.")
NO_BASIS: Final = Message("check.use.basis_unstated", "No lawful basis is given for: {purposes}.")
ADD_BASIS: Final = Message(
    "mend.use.basis_unstated", "State the point of Art. 6(1) the firm relies on."
)
NO_INTEREST: Final = Message(
    "check.use.interests_unstated", "Legitimate interests are the basis, but none is named."
)
ADD_INTEREST: Final = Message("mend.use.interests_unstated", "Name the interest and whose it is.")
OPEN_PURPOSES: Final = Message(
    "check.use.open_ended", "The list of purposes is said not to be complete."
)
CLOSE_PURPOSES: Final = Message("mend.use.open_ended", "Name every purpose, and say so.")
OPEN_DATA: Final = Message("check.data.open_ended", "The list of data is said not to be complete.")
CLOSE_DATA: Final = Message("mend.data.open_ended", "Name every category, and say so.")
NO_DATA: Final = Message(
    "check.data.none", "No category of data is declared for these people: {role}."
)
ADD_DATA: Final = Message("mend.data.none", "Add what is held under 'data'.")
NO_ART_9: Final = Message(
    "check.data.art_9_unstated",
    "No condition of Art. 9(2) is given for this special category of data: {category}.",
)
ADD_ART_9: Final = Message(
    "mend.data.art_9_unstated", "State the condition for the category, or for each use of it."
)
NO_ART_10: Final = Message(
    "check.data.art_10_unstated",
    "No law that allows it is given for data on convictions or offences: {category}.",
)
ADD_ART_10: Final = Message(
    "mend.data.art_10_unstated", "State the national provision relied on, or do not hold it."
)
NO_SOURCE: Final = Message(
    "check.source.unstated", "It is not said where data of these people come from: {role}."
)
ADD_SOURCE: Final = Message("mend.source.unstated", "Add the sources under 'ways'.")
NO_PERIOD: Final = Message(
    "check.retention.unstated", "No period of keeping is declared for these people: {role}."
)
ADD_PERIOD: Final = Message(
    "mend.retention.unstated", "Add a rule under 'retention' with its length and its start."
)
NO_CAP: Final = Message(
    "check.clock.no_cap", "Each contact moves the end of keeping on; no longest time is declared."
)
ADD_CAP: Final = Message("mend.clock.no_cap", "Declare the longest time with 'at_most'.")
NO_STATUTE: Final = Message(
    "check.retention.floor_without_statute",
    "A shortest time of keeping is declared without its statute; it counts as a wish.",
)
ADD_STATUTE: Final = Message(
    "mend.retention.floor_without_statute", "Cite the statute, or write 'aim'."
)
NO_INSTRUMENT: Final = Message(
    "check.transfer.instrument_unstated",
    "Data leave the European Economic Area; no safeguard is named.",
)
ADD_INSTRUMENT: Final = Message(
    "mend.transfer.instrument_unstated", "Name the adequacy decision or the safeguards."
)
NO_COPY: Final = Message(
    "check.transfer.copy_unstated", "It is not said where a copy of the safeguards is to be had."
)
ADD_COPY: Final = Message("mend.transfer.copy_unstated", "Say where a copy can be asked for.")
NO_RIGHT: Final = Message(
    "check.right.unstated", "The declaration does not mention this right: {right}."
)
ADD_RIGHT: Final = Message("mend.right.unstated", "Add it under 'rights'.")
NO_AUTHORITY: Final = Message("check.authority.unstated", "No supervisory authority is named.")
ADD_AUTHORITY: Final = Message("mend.authority.unstated", "Add it under 'authorities'.")
PARTLY_REACHED: Final = Message(
    "check.authority.page_unstated", "No page of the supervisory authority is given: {name}."
)
ADD_PAGE: Final = Message("mend.authority.page_unstated", "Add its address on the web.")
NO_WITHDRAWAL: Final = Message(
    "check.consent.withdrawal_unstated",
    "Consent is asked for; that it can be withdrawn is not said.",
)
ADD_WITHDRAWAL: Final = Message(
    "mend.consent.withdrawal_unstated", "Add 'withdraw_consent' under 'rights'."
)
NO_OBLIGATION: Final = Message(
    "check.obligation.unstated", "It is not said whether these people must give their data: {role}."
)
ADD_OBLIGATION: Final = Message(
    "mend.obligation.unstated",
    "Add under 'obligations' what must be given, why, and what follows if not.",
)
NO_DATE: Final = Message("check.version.undated", "The notice bears no date.")
ADD_DATE: Final = Message("mend.version.undated", "State since when it applies.")
NO_NUMBER: Final = Message("check.version.unnumbered", "The notice bears no version number.")
ADD_NUMBER: Final = Message(
    "mend.version.unnumbered", "Number it, so that one can record which one a person was given."
)
CUT: Final = Message("check.version.truncated", "The text of the notice is cut off.")
WHOLE: Final = Message("mend.version.truncated", "Supply the rest.")
NOT_TOLD: Final = Message(
    "check.changes.not_notified", "People are not told when the notice changes."
)
TELL: Final = Message(
    "mend.changes.not_notified", "Tell the people concerned of changes that matter to them."
)
LOST: Final = Message("check.link.lost", "A link leads nowhere; it should tell: {about}.")
FIND: Final = Message("mend.link.lost", "State where it leads, or say it in the notice itself.")
BROWSER: Final = Message(
    "check.cookies.without_consent",
    "Cookies that are not strictly necessary are placed unless refused; nobody is asked first.",
)
ASK_FIRST: Final = Message("mend.cookies.without_consent", "Ask before placing them.")
NO_LIFETIME: Final = Message(
    "check.cookies.tracker_incomplete", "Of this cookie too little is told: {tracker}."
)
ADD_LIFETIME: Final = Message(
    "mend.cookies.tracker_incomplete",
    "State who sets it, what for, how long it stays and who reads it.",
)
LATE: Final = Message(
    "check.requests.promise_later_than_law",
    "The answer is promised later than the law allows: {within:cell}.",
)
EARLIER: Final = Message("mend.requests.promise_later_than_law", "Promise one month at most.")

MUST_NAME: Final = {
    Right.ACCESS: "GDPR Art. 13(2)(b)",
    Right.RECTIFICATION: "GDPR Art. 13(2)(b)",
    Right.ERASURE: "GDPR Art. 13(2)(b)",
    Right.RESTRICTION: "GDPR Art. 13(2)(b)",
    Right.OBJECT: "GDPR Art. 13(2)(b)",
    Right.PORTABILITY: "GDPR Art. 13(2)(b)",
    Right.COMPLAINT: "GDPR Art. 13(2)(d)",
}


def _controllers(subject: Subject) -> Iterator[Finding]:
    mine = [entry for entry in subject.policy.responsible.values() if subject.mine(entry.roles)]
    if not mine:
        path = f"roles.{subject.role}"
        law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
        yield subject.finding(
            UNCONTROLLED, Level.ERROR, path, *law, mend=NAME_CONTROLLER, role=subject.label
        )
    for name in dict.fromkeys(name for entry in mine for name in entry.among):
        controller = subject.policy.controllers[name]
        path = f"controllers.{name}"
        if not controller.contact.stated:
            law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
            yield subject.finding(
                NO_CONTACT,
                Level.GAP,
                f"{path}.contact",
                *law,
                mend=ADD_CONTACT,
                name=controller.name,
            )
        if controller.dpo is UNSTATED:
            law = ("GDPR Art. 13(1)(b)", "GDPR Art. 14(1)(b)")
            yield subject.finding(
                NO_DPO, Level.NOTE, f"{path}.dpo", *law, mend=ADD_DPO, name=controller.name
            )


def _uses(subject: Subject) -> Iterator[Finding]:
    uses = subject.policy.uses_of(subject.role)
    if not uses:
        law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
        path = f"roles.{subject.role}"
        yield subject.finding(NO_USE, Level.GAP, path, *law, mend=ADD_USE, role=subject.label)
    for name, use in uses.items():
        yield from _use(subject, f"uses.{name}", use)


def _use(subject: Subject, path: str, use: Use) -> Iterator[Finding]:
    law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    without = [purpose for purpose in use.purposes if use.basis_of(purpose) is UNSTATED]
    if without:
        purposes = tuple(
            subject.vocabulary.term(Kind.PURPOSE, purpose).label for purpose in without
        )
        where = f"{path}.basis"
        yield subject.finding(NO_BASIS, Level.GAP, where, *law, mend=ADD_BASIS, purposes=purposes)
    rests = use.basis is not UNSTATED and LawfulBasis.LEGITIMATE_INTERESTS in use.basis
    named = use.interests or any(exception.interests for exception in use.but.values())
    if rests and not named:
        where = f"{path}.interests"
        law = ("GDPR Art. 13(1)(d)", "GDPR Art. 14(2)(b)")
        yield subject.finding(NO_INTEREST, Level.GAP, where, *law, mend=ADD_INTEREST)
    if use.exhaustive is False:
        where = f"{path}.exhaustive"
        law = ("GDPR Art. 5(1)(b)", "GDPR Art. 13(1)(c)")
        yield subject.finding(OPEN_PURPOSES, Level.WARNING, where, *law, mend=CLOSE_PURPOSES)


def _data(subject: Subject) -> Iterator[Finding]:
    holding = subject.policy.data.get(subject.whose)
    path = f"data.{subject.whose}"
    if holding is None:
        law = "GDPR Art. 14(1)(d)"
        yield subject.finding(NO_DATA, Level.GAP, path, law, mend=ADD_DATA, role=subject.label)
        return
    if holding.exhaustive is False:
        where = f"{path}.exhaustive"
        law = "GDPR Art. 14(1)(d)"
        yield subject.finding(OPEN_DATA, Level.WARNING, where, law, mend=CLOSE_DATA)
    for category in holding.categories:
        yield from _protected(subject, path, category)


def _protected(subject: Subject, path: str, category: str) -> Iterator[Finding]:
    term = subject.vocabulary.term(Kind.CATEGORY, category)
    if term.sensitivity is Sensitivity.SPECIAL and not _has_condition(subject, category):
        yield subject.finding(
            NO_ART_9,
            Level.GAP,
            f"{path}.{category}",
            "GDPR Art. 9(2)",
            mend=ADD_ART_9,
            category=term.label,
        )
    item = subject.policy.data[subject.whose].but.get(category)
    allowed = item is not None and item.art_10 is not UNSTATED
    if term.sensitivity is Sensitivity.CRIMINAL and not allowed:
        yield subject.finding(
            NO_ART_10,
            Level.GAP,
            f"{path}.{category}",
            "GDPR Art. 10",
            mend=ADD_ART_10,
            category=term.label,
        )


def _has_condition(subject: Subject, category: str) -> bool:
    but = subject.policy.data[subject.whose].but
    names = {category, *(name for name, item in but.items() if category in item.includes)}
    items = [but[name] for name in names if name in but]
    if any(item.art_9 is not UNSTATED or isinstance(item.also, Art9Condition) for item in items):
        return True
    if any(
        names.intersection(asked.data) and Permission.EXPLICIT_CONSENT in asked.kind
        for asked in subject.policy.consents.values()
        if subject.mine(asked.roles)
    ):
        return True
    uses = subject.policy.uses_of(subject.role).values()
    reaching = [use for use in uses if names.intersection(use.data)]
    return bool(reaching) and all(use.art_9 is not UNSTATED for use in reaching)


def _sources(subject: Subject) -> Iterator[Finding]:
    if subject.whose in subject.policy.data and subject.whose not in subject.policy.ways:
        path = f"ways.{subject.whose}"
        law = "GDPR Art. 14(2)(f)"
        yield subject.finding(NO_SOURCE, Level.GAP, path, law, mend=ADD_SOURCE, role=subject.label)


def _keeping(subject: Subject) -> Iterator[Finding]:
    mine = {n: r for n, r in subject.policy.retention.items() if subject.mine(r.roles)}
    law = ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)")
    if not mine:
        path = f"roles.{subject.role}"
        yield subject.finding(NO_PERIOD, Level.GAP, path, *law, mend=ADD_PERIOD, role=subject.label)
    for name, rule in mine.items():
        if rule.at_least is not None and not rule.cites:
            path = f"retention.{name}.at_least"
            yield subject.finding(
                NO_STATUTE, Level.WARNING, path, "GDPR Art. 5(1)(e)", mend=ADD_STATUTE
            )
        clock = subject.policy.clocks.get(rule.after or "")
        if clock is not None and clock.at_most is None:
            path = f"clocks.{rule.after}.at_most"
            yield subject.finding(NO_CAP, Level.WARNING, path, "GDPR Art. 5(1)(e)", mend=ADD_CAP)


def _transfers(subject: Subject) -> Iterator[Finding]:
    law = ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)")
    for name, entry in subject.policy.transfers.items():
        path = f"transfers.{name}"
        if not subject.mine(entry.roles):
            continue
        if entry.instruments is UNSTATED:
            where = f"{path}.instruments"
            yield subject.finding(NO_INSTRUMENT, Level.GAP, where, *law, mend=ADD_INSTRUMENT)
        elif entry.copy_at is UNSTATED:
            yield subject.finding(NO_COPY, Level.GAP, f"{path}.copy_at", *law, mend=ADD_COPY)


def _rights(subject: Subject) -> Iterator[Finding]:
    for right, law in MUST_NAME.items():
        offered = subject.policy.rights.get(right)
        if offered is None or not subject.mine(offered.roles):
            path = f"rights.{right.value}"
            yield subject.finding(NO_RIGHT, Level.GAP, path, law, mend=ADD_RIGHT, right=right.label)
    asked = [entry for entry in subject.policy.consents.values() if subject.mine(entry.roles)]
    if asked and Right.WITHDRAW_CONSENT not in subject.policy.rights:
        path = f"rights.{Right.WITHDRAW_CONSENT.value}"
        law = "GDPR Art. 13(2)(c)"
        yield subject.finding(NO_WITHDRAWAL, Level.GAP, path, law, mend=ADD_WITHDRAWAL)


def _obligation(subject: Subject) -> Iterator[Finding]:
    ways = subject.policy.ways.get(subject.whose)
    asked_of_them = ways is not None and bool(ways.given)
    told = any(subject.mine(duty.roles) for duty in subject.policy.obligations.values())
    if asked_of_them and not told:
        path = f"roles.{subject.role}"
        law = "GDPR Art. 13(2)(e)"
        yield subject.finding(
            NO_OBLIGATION, Level.GAP, path, law, mend=ADD_OBLIGATION, role=subject.label
        )


def _authorities(subject: Subject) -> Iterator[Finding]:
    law = "GDPR Art. 13(2)(d)"
    if not subject.policy.authorities:
        yield subject.finding(NO_AUTHORITY, Level.WARNING, "authorities", law, mend=ADD_AUTHORITY)
    for country, authority in subject.policy.authorities.items():
        if authority.url is UNSTATED:
            path = f"authorities.{country}.url"
            yield subject.finding(
                PARTLY_REACHED, Level.NOTE, path, law, mend=ADD_PAGE, name=authority.name
            )


def _version(subject: Subject) -> Iterator[Finding]:
    version = subject.policy.version
    law = "GDPR Art. 12(1)"
    if version.since is UNSTATED:
        yield subject.finding(NO_DATE, Level.WARNING, "version", law, mend=ADD_DATE)
    if version.number is UNSTATED:
        yield subject.finding(NO_NUMBER, Level.NOTE, "version.number", law, mend=ADD_NUMBER)
    if not version.complete:
        yield subject.finding(CUT, Level.ERROR, "version.complete", law, mend=WHOLE)
    if subject.policy.changes.notified is False:
        yield subject.finding(NOT_TOLD, Level.NOTE, "changes.notified", law, mend=TELL)


def _links(subject: Subject) -> Iterator[Finding]:
    for name, link in subject.policy.links.items():
        if link.url is UNSTATED:
            about = subject.vocabulary.term(Kind.TOPIC, link.about).label
            yield subject.finding(
                LOST, Level.GAP, f"links.{name}.url", "GDPR Art. 12(1)", mend=FIND, about=about
            )


def _cookies(subject: Subject) -> Iterator[Finding]:
    stored = subject.policy.cookies
    if stored is None or subject.whose != "website_user":
        return
    asked_first = {Permission.CONSENT, Permission.EXPLICIT_CONSENT}
    if stored.permission not in asked_first:
        path = "cookies.permission"
        law = ("GDPR Art. 4(11)", "GDPR Art. 7(1)")
        yield subject.finding(BROWSER, Level.WARNING, path, *law, mend=ASK_FIRST)
    for name, tracker in stored.trackers.items():
        told = (tracker.purposes, tracker.lifetime, tracker.kind, tracker.to)
        if any(part is UNSTATED for part in told):
            label = subject.vocabulary.term(Kind.TRACKER, name).label
            path = f"cookies.trackers.{name}"
            law = ("GDPR Art. 13(1)(c)", "GDPR Art. 13(1)(e)")
            yield subject.finding(
                NO_LIFETIME, Level.GAP, path, *law, mend=ADD_LIFETIME, tracker=label
            )


def _promise(subject: Subject) -> Iterator[Finding]:
    within = subject.policy.requests.answer.within
    if within is UNSTATED or within.working_days or within.hours:
        return
    start = date(2027, 2, 1)  # the month after it is the shortest, so the comparison is strict
    promised = add(start, within, rounding=Rounding.DOWN)
    for rule in subject.law.history("eu.deadline.dsar"):
        limit = rule.period if rule.in_force(subject.on) else None
        if limit is not None and promised > add(start, limit, rounding=Rounding.DOWN):
            path = "requests.answer.within"
            yield subject.finding(
                LATE, Level.ERROR, path, *map(str, rule.cites), mend=EARLIER, within=within
            )


CHECKS: Final[tuple[Check, ...]] = (
    _controllers,
    _uses,
    _data,
    _sources,
    _obligation,
    _keeping,
    _transfers,
    _rights,
    _authorities,
    _version,
    _links,
    _cookies,
    _promise,
)


def check(
    policy: Policy,
    law: Law,
    *,
    on: date,
    role: str | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Finding, ...]:
    """
    List what a declaration lacks, for one role or for all the notice addresses.

    No finding means that no gap was found among the elements listed here, and nothing more.

    Args:
        policy: The declaration.
        law: The packs its citations and periods are read with.
        on: The day whose law is looked at.
        role: One role, or None for every role addressed.
        vocabulary: The words of the declaration, where a host added its own.

    Law:
        GDPR Art. 13(1): what is told where data come from the person.
        GDPR Art. 14(1): what is told where they come from others.
    """
    addressed = (name for name, entry in policy.roles.items() if entry.addressed)
    roles = addressed if role is None else (role,)
    found: dict[Finding, None] = {}
    for name in roles:
        subject = Subject(policy=policy, role=name, law=law, on=on, vocabulary=vocabulary)
        for one in CHECKS:
            found.update(dict.fromkeys(one(subject)))
    return tuple(found)
