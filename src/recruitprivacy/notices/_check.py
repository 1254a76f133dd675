"""
What a declaration lacks, of the elements a notice must have.

Each check looks at one element and yields what it does not find. Findings follow from the
declaration alone; no check knows any firm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypeAlias

from recruitprivacy import i18n
from recruitprivacy.errors import UnknownLanguageError
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law
from recruitprivacy.notices import _gaps as gap
from recruitprivacy.notices._setting import CONSENTS, visits
from recruitprivacy.notices._subject import Subject, answers
from recruitprivacy.periods import Rounding, add
from recruitprivacy.policy import (
    EVERYTHING,
    UNSTATED,
    Cookies,
    Item,
    Permission,
    Policy,
    Practice,
    RetentionRule,
    Running,
    Use,
)
from recruitprivacy.vocabulary import (
    BUILT_IN,
    Art9Condition,
    Kind,
    LawfulBasis,
    Right,
    Sensitivity,
    TransferInstrument,
    Vocabulary,
)

Check: TypeAlias = Callable[[Subject], Iterator[Finding]]

LISTED: Final = ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)")
MUST_NAME: Final = {
    Right.ACCESS: LISTED,
    Right.RECTIFICATION: LISTED,
    Right.ERASURE: LISTED,
    Right.RESTRICTION: LISTED,
    Right.OBJECT: LISTED,
    Right.PORTABILITY: LISTED,
    Right.COMPLAINT: ("GDPR Art. 13(2)(d)", "GDPR Art. 14(2)(e)"),
}
DECIDING: Final = frozenset({Practice.SELECTION, Practice.RANKING, Practice.PROFILING})
COPIED: Final = ("GDPR Art. 46", "GDPR Art. 47")
"""Where the instruments stand of which a copy must be had; the others have none."""


def _controllers(subject: Subject) -> Iterator[Finding]:
    mine = [
        entry
        for entry in subject.policy.responsible.values()
        if subject.mine(entry.roles) and answers(entry)
    ]
    if not mine:
        path = f"roles.{subject.role}"
        law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
        yield subject.finding(
            gap.UNCONTROLLED, Level.ERROR, path, *law, mend=gap.NAME_CONTROLLER, role=subject.label
        )
    elif not any(entry.among for entry in mine):
        law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
        path = f"roles.{subject.role}"
        yield subject.finding(
            gap.NO_NAME, Level.GAP, path, *law, mend=gap.ADD_NAME, role=subject.label
        )
    for name in dict.fromkeys(name for entry in mine for name in entry.among):
        controller = subject.policy.controllers[name]
        path = f"controllers.{name}"
        if not controller.contact.stated:
            law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
            yield subject.finding(
                gap.NO_CONTACT,
                Level.GAP,
                f"{path}.contact",
                *law,
                mend=gap.ADD_CONTACT,
                name=controller.name,
            )
        if controller.dpo is UNSTATED:
            law = ("GDPR Art. 13(1)(b)", "GDPR Art. 14(1)(b)")
            yield subject.finding(
                gap.NO_DPO, Level.NOTE, f"{path}.dpo", *law, mend=gap.ADD_DPO, name=controller.name
            )


def _uses(subject: Subject) -> Iterator[Finding]:
    uses = subject.policy.uses_of(subject.role)
    if not uses and not subject.nothing_held:
        law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
        path = f"roles.{subject.role}"
        yield subject.finding(
            gap.NO_USE, Level.GAP, path, *law, mend=gap.ADD_USE, role=subject.label
        )
    for name, use in uses.items():
        yield from _use(subject, f"uses.{name}", use)


def _use(subject: Subject, path: str, use: Use) -> Iterator[Finding]:
    law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    if not use.purposes:
        where = f"{path}.purposes"
        yield subject.finding(gap.NO_PURPOSE, Level.GAP, where, *law, mend=gap.ADD_PURPOSE)
    without = [purpose for purpose in use.purposes if use.basis_of(purpose) is UNSTATED]
    if without:
        purposes = tuple(
            subject.vocabulary.term(Kind.PURPOSE, purpose).label for purpose in without
        )
        where = f"{path}.basis"
        yield subject.finding(
            gap.NO_BASIS, Level.GAP, where, *law, mend=gap.ADD_BASIS, purposes=purposes
        )
    if any(_lacks_interest(use, purpose) for purpose in use.purposes):
        where = f"{path}.interests"
        law = ("GDPR Art. 13(1)(d)", "GDPR Art. 14(2)(b)")
        yield subject.finding(gap.NO_INTEREST, Level.GAP, where, *law, mend=gap.ADD_INTEREST)
    if use.exhaustive is False:
        where = f"{path}.exhaustive"
        law = ("GDPR Art. 5(1)(b)", "GDPR Art. 13(1)(c)")
        yield subject.finding(
            gap.OPEN_PURPOSES, Level.WARNING, where, *law, mend=gap.CLOSE_PURPOSES
        )


def _lacks_interest(use: Use, purpose: str) -> bool:
    basis = use.basis_of(purpose)
    exception = use.but.get(purpose)
    own = exception.interests if exception else None
    named = use.interests if own is None else own
    return basis is not UNSTATED and LawfulBasis.LEGITIMATE_INTERESTS in basis and not named


def _from_others(subject: Subject) -> bool:
    """
    Say whether data come from others, as far as is said; only then Art. 14 asks for their kinds.
    """
    ways = subject.policy.ways.get(subject.whose)
    return ways is None or bool(ways.received)


def _data(subject: Subject) -> Iterator[Finding]:
    holding = subject.policy.data.get(subject.whose)
    path = f"data.{subject.whose}"
    law = "GDPR Art. 14(1)(d)"
    if holding is None:
        if _from_others(subject):
            yield subject.finding(
                gap.NO_DATA, Level.GAP, path, law, mend=gap.ADD_DATA, role=subject.label
            )
        return
    if holding.exhaustive is False and _from_others(subject):
        where = f"{path}.exhaustive"
        yield subject.finding(gap.OPEN_DATA, Level.WARNING, where, law, mend=gap.CLOSE_DATA)
    for category in holding.categories:
        yield from _protected(subject, path, category)


def _protected(subject: Subject, path: str, category: str) -> Iterator[Finding]:
    term = subject.vocabulary.term(Kind.CATEGORY, category)
    if term.sensitivity is Sensitivity.SPECIAL and not _has_condition(subject, category):
        yield subject.finding(
            gap.NO_ART_9,
            Level.GAP,
            f"{path}.{category}",
            "GDPR Art. 9(2)",
            mend=gap.ADD_ART_9,
            category=term.label,
        )
    allowed = any(item.art_10 is not UNSTATED for item in _items(subject, category).values())
    if term.sensitivity is Sensitivity.CRIMINAL and not allowed:
        yield subject.finding(
            gap.NO_ART_10,
            Level.GAP,
            f"{path}.{category}",
            "GDPR Art. 10",
            mend=gap.ADD_ART_10,
            category=term.label,
        )


def _items(subject: Subject, category: str) -> dict[str, Item]:
    """
    Collect what is said of a category itself and of those it is counted under.
    """
    but = subject.policy.data[subject.whose].but
    return {key: item for key, item in but.items() if key == category or category in item.includes}


def _has_condition(subject: Subject, category: str) -> bool:
    items = _items(subject, category)
    names = {category, *items}
    if category in subject.policy.data[subject.whose].items:
        names.add(EVERYTHING)
    stated = (
        item.art_9 is not UNSTATED or isinstance(item.also, Art9Condition)
        for item in items.values()
    )
    asked = (
        bool(names.intersection(asked.data)) and Permission.EXPLICIT_CONSENT in asked.kind
        for asked in subject.policy.consents.values()
        if subject.mine(asked.roles)
    )
    uses = subject.policy.uses_of(subject.role).values()
    reaching = [use.art_9 is not UNSTATED for use in uses if names.intersection(use.data)]
    return any(stated) or any(asked) or (bool(reaching) and all(reaching))


def _sources(subject: Subject) -> Iterator[Finding]:
    held = subject.whose in subject.policy.data and not subject.nothing_held
    if held and subject.whose not in subject.policy.ways:
        path = f"ways.{subject.whose}"
        law = "GDPR Art. 14(2)(f)"
        yield subject.finding(
            gap.NO_SOURCE, Level.GAP, path, law, mend=gap.ADD_SOURCE, role=subject.label
        )


def _keeping(subject: Subject) -> Iterator[Finding]:
    mine = {n: r for n, r in subject.policy.retention.items() if subject.mine(r.roles)}
    law = ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)")
    if all(_is_wish(rule) for rule in mine.values()) and not subject.nothing_held:
        path = f"roles.{subject.role}"
        yield subject.finding(
            gap.NO_PERIOD, Level.GAP, path, *law, mend=gap.ADD_PERIOD, role=subject.label
        )
    for name, rule in mine.items():
        if rule.at_least is not None and not rule.cites:
            path = f"retention.{name}.at_least"
            yield subject.finding(
                gap.NO_STATUTE, Level.WARNING, path, "GDPR Art. 5(1)(e)", mend=gap.ADD_STATUTE
            )
        clock = subject.policy.clocks.get(rule.after or "")
        if clock is not None and clock.at_most is None:
            path = f"clocks.{rule.after}.at_most"
            yield subject.finding(
                gap.NO_CAP, Level.WARNING, path, "GDPR Art. 5(1)(e)", mend=gap.ADD_CAP
            )


def _is_wish(rule: RetentionRule) -> bool:
    """
    Say whether a rule only plans, and so tells its reader nothing.
    """
    return not (rule.at_most or rule.at_least or rule.at_once or rule.while_ or rule.review)


def _transfers(subject: Subject) -> Iterator[Finding]:
    law = ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)")
    for name, entry in subject.policy.transfers.items():
        path = f"transfers.{name}"
        if not subject.mine(entry.roles):
            continue
        if entry.instruments is UNSTATED:
            where = f"{path}.instruments"
            yield subject.finding(
                gap.NO_INSTRUMENT, Level.GAP, where, *law, mend=gap.ADD_INSTRUMENT
            )
            continue
        for instrument in entry.instruments:
            yield from _ended(subject, f"{path}.instruments", instrument)
        copied = any(each.stands_for.cites.startswith(COPIED) for each in entry.instruments)
        if copied and entry.copy_at is UNSTATED:
            yield subject.finding(
                gap.NO_COPY, Level.GAP, f"{path}.copy_at", *law, mend=gap.ADD_COPY
            )


def _ended(subject: Subject, path: str, instrument: TransferInstrument) -> Iterator[Finding]:
    rules = [
        rule
        for pack in subject.law.packs
        for rule in pack.rules
        if rule.topic == "transfer_instrument" and rule.value == instrument.value
    ]
    if rules and not any(rule.in_force(subject.on) for rule in rules):
        cites = dict.fromkeys(str(cite) for rule in rules for cite in (*rule.ended_by, *rule.cites))
        yield subject.finding(
            gap.INVALID, Level.ERROR, path, *cites, mend=gap.RENEW, instrument=instrument.label
        )


def _automation(subject: Subject) -> Iterator[Finding]:
    law = ("GDPR Art. 13(2)(f)", "GDPR Art. 14(2)(g)")
    for name, entry in subject.policy.automation.items():
        path = f"automation.{name}"
        if entry.running is not Running.RUNS or not subject.mine(entry.roles):
            continue
        told = any(f"{path}.says" in texts for texts in subject.policy.texts.values())
        if entry.decides_alone is True and not told:
            yield subject.finding(gap.NO_LOGIC, Level.GAP, path, *law, mend=gap.ADD_LOGIC)
        if entry.decides_alone is UNSTATED and DECIDING.intersection(entry.practices):
            where = f"{path}.decides_alone"
            yield subject.finding(gap.NO_HUMAN, Level.WARNING, where, *law, mend=gap.ADD_HUMAN)


def _rights(subject: Subject) -> Iterator[Finding]:
    for right, law in MUST_NAME.items():
        offered = subject.policy.rights.get(right)
        if offered is None or not subject.mine(offered.roles):
            path = f"rights.{right.value}"
            yield subject.finding(
                gap.NO_RIGHT, Level.GAP, path, *law, mend=gap.ADD_RIGHT, right=right.label
            )


def _withdrawal(subject: Subject) -> Iterator[Finding]:
    offered = subject.policy.rights.get(Right.WITHDRAW_CONSENT)
    said = [
        entry.any_time
        for entry in subject.policy.consents.values()
        if subject.mine(entry.roles) and CONSENTS.intersection(entry.kind)
    ]
    uses = subject.policy.uses_of(subject.role).values()
    bases = (use.basis_of(purpose) for use in uses for purpose in use.purposes)
    rests = any(LawfulBasis.CONSENT in basis for basis in bases if basis is not UNSTATED)
    told = said and all(said)
    if (said or rests) and not told and (offered is None or not subject.mine(offered.roles)):
        path = f"rights.{Right.WITHDRAW_CONSENT.value}"
        law = ("GDPR Art. 13(2)(c)", "GDPR Art. 14(2)(d)")
        yield subject.finding(gap.NO_WITHDRAWAL, Level.GAP, path, *law, mend=gap.ADD_WITHDRAWAL)


def _obligation(subject: Subject) -> Iterator[Finding]:
    ways = subject.policy.ways.get(subject.whose)
    asked_of_them = ways is not None and bool(ways.given)
    told = any(subject.mine(duty.roles) for duty in subject.policy.obligations.values())
    if asked_of_them and not told:
        path = f"roles.{subject.role}"
        law = "GDPR Art. 13(2)(e)"
        yield subject.finding(
            gap.NO_OBLIGATION, Level.GAP, path, law, mend=gap.ADD_OBLIGATION, role=subject.label
        )


def _authorities(subject: Subject) -> Iterator[Finding]:
    law = ("GDPR Art. 13(2)(d)", "GDPR Art. 14(2)(e)")
    if all(authority.under for authority in subject.policy.authorities.values()):
        yield subject.finding(
            gap.NO_AUTHORITY, Level.WARNING, "authorities", *law, mend=gap.ADD_AUTHORITY
        )
    for country, authority in subject.policy.authorities.items():
        if authority.url is UNSTATED and not authority.under:
            path = f"authorities.{country}.url"
            yield subject.finding(
                gap.PARTLY_REACHED, Level.NOTE, path, *law, mend=gap.ADD_PAGE, name=authority.name
            )
        if isinstance(authority.phone, str) and _retired(subject, country, authority.phone):
            path = f"authorities.{country}.phone"
            yield subject.finding(
                gap.OLD_PHONE, Level.WARNING, path, *law, mend=gap.NEW_PHONE, name=authority.name
            )


def _retired(subject: Subject, country: str, phone: str) -> bool:
    loaded = {pack.jurisdiction for pack in subject.law.packs}
    recorded = subject.law.authority(country, on=subject.on) if country in loaded else None
    former = recorded.former_phones if recorded else ()
    return _digits(phone) in {_digits(number) for number in former}


def _digits(phone: str) -> str:
    return "".join(mark for mark in phone if mark.isdecimal())


def _recipients(subject: Subject) -> Iterator[Finding]:
    named = any(subject.mine(entry.roles) for entry in subject.policy.recipients.values())
    if not named and not subject.nothing_held:
        law = ("GDPR Art. 13(1)(e)", "GDPR Art. 14(1)(e)")
        yield subject.finding(
            gap.NO_RECIPIENT,
            Level.NOTE,
            f"roles.{subject.role}",
            *law,
            mend=gap.ADD_RECIPIENT,
            role=subject.label,
        )


def _languages(subject: Subject) -> Iterator[Finding]:
    for tag in subject.policy.languages:
        try:
            i18n.about(tag)
        except UnknownLanguageError:
            yield subject.finding(
                gap.UNSPOKEN,
                Level.NOTE,
                "languages",
                "GDPR Art. 12(1)",
                mend=gap.SPEAK,
                tag=tag,
            )


def _version(subject: Subject) -> Iterator[Finding]:
    version = subject.policy.version
    law = "GDPR Art. 12(1)"
    if version.since is UNSTATED:
        yield subject.finding(gap.NO_DATE, Level.WARNING, "version", law, mend=gap.ADD_DATE)
    elif version.since.latest > subject.on:
        yield subject.finding(gap.NOT_YET, Level.WARNING, "version", law, mend=gap.WAIT)
    if version.number is UNSTATED:
        yield subject.finding(gap.NO_NUMBER, Level.NOTE, "version.number", law, mend=gap.ADD_NUMBER)
    if not version.complete:
        yield subject.finding(gap.CUT, Level.ERROR, "version.complete", law, mend=gap.WHOLE)
    if subject.policy.changes.notified is False:
        yield subject.finding(gap.NOT_TOLD, Level.NOTE, "changes.notified", law, mend=gap.TELL)


def _links(subject: Subject) -> Iterator[Finding]:
    for name, link in subject.policy.links.items():
        if link.url is UNSTATED:
            about = subject.vocabulary.term(Kind.TOPIC, link.about).label
            yield subject.finding(
                gap.LOST,
                Level.GAP,
                f"links.{name}.url",
                "GDPR Art. 12(1)",
                mend=gap.FIND,
                about=about,
            )


def _cookies(subject: Subject) -> Iterator[Finding]:
    stored = subject.policy.cookies
    if stored is None or not visits(subject.policy, subject.role, subject.vocabulary):
        return
    if not _waits(stored):
        path = "cookies.permission"
        cites = ("Dir. 2002/58 Art. 5(3)", "GDPR Art. 4(11)", "GDPR Art. 7(1)")
        if _unasked(stored):
            yield subject.finding(gap.BROWSER, Level.WARNING, path, *cites, mend=gap.ASK_FIRST)
        else:
            yield subject.finding(
                gap.NO_PERMISSION, Level.NOTE, path, *cites, mend=gap.ADD_PERMISSION
            )
    for name, tracker in stored.trackers.items():
        told = (tracker.purposes, tracker.lifetime, tracker.kind, tracker.to)
        if any(part is UNSTATED for part in told):
            label = subject.vocabulary.term(Kind.TRACKER, name).label
            path = f"cookies.trackers.{name}"
            law = ("GDPR Art. 13(1)(c)", "GDPR Art. 13(1)(e)")
            yield subject.finding(
                gap.NO_LIFETIME, Level.GAP, path, *law, mend=gap.ADD_LIFETIME, tracker=label
            )


def _waits(stored: Cookies) -> bool:
    """
    Say whether each cookie that is not strictly necessary waits for consent, as stated.
    """
    others = [kind for key, kind in stored.classes.items() if key != "strictly_necessary"]
    each = bool(stored.classes) and all(kind.needs_consent is True for kind in others)
    return stored.permission in CONSENTS or each


def _unasked(stored: Cookies) -> bool:
    """
    Say whether cookies are said to be placed without consent; where nothing is said, none are.
    """
    others = [kind for key, kind in stored.classes.items() if key != "strictly_necessary"]
    return stored.permission is not UNSTATED or any(k.needs_consent is False for k in others)


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
                gap.LATE, Level.ERROR, path, *map(str, rule.cites), mend=gap.EARLIER, within=within
            )


CHECKS: Final[tuple[Check, ...]] = (
    _controllers,
    _uses,
    _data,
    _sources,
    _obligation,
    _keeping,
    _recipients,
    _transfers,
    _automation,
    _rights,
    _withdrawal,
    _authorities,
    _version,
    _languages,
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

    No finding means that no gap was found among the elements listed here, and nothing more. Of
    people for whom the firm only acts as a processor, the controller's own notice speaks.

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
        for one in () if subject.theirs else CHECKS:
            found.update(dict.fromkeys(one(subject)))
    return tuple(found)
