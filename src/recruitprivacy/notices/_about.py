"""
Cookies, security, changes: what else a notice says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import Setting, visits
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.notices._who import COMPLAINTS, RIGHTS, reasons_alone, ways_to_reach
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    UNSTATED,
    Changes,
    CookieClass,
    Lifetime,
    Modality,
    Permission,
    Tracker,
)
from recruitprivacy.vocabulary import Kind

COOKIES: Final = Message("notice.cookies.title", "Cookies")
FOR: Final = Message("notice.cookies.for", "We use cookies for:")
CLASS: Final = Message("notice.cookies.class", "{kind}, for: {purposes}")
LIVES: Final = Message("notice.cookies.lives", "{kind}: kept {lifetime:for}")
LIVES_UNTIL: Final = Message("notice.cookies.lives_until", "{kind}: kept {lifetime}")
KINDS: Final = Message("notice.cookies.kinds", "The kinds of cookies we use:")
HOW_LONG: Final = Message("notice.cookies.how_long", "How long they stay:")
TRACKERS: Final = Message("notice.cookies.trackers", "Cookies of others on our site:")
TRACKER_ON: Final = Message("notice.cookies.tracker", "{tracker} (on: {places})")
REFUSE: Final = Message(
    "notice.cookies.refuse",
    "How to refuse cookies that are not strictly necessary: {channels:or}.",
)
REFUSED: Final = Message("notice.cookies.refused", "If you refuse them, this may follow:")
FIRST: Final = Message(
    "notice.cookies.consent",
    "Cookies that are not strictly necessary we place only with your consent.",
)
MORE: Final = Message("notice.more.title", "What else you should know")
SUPPLEMENTS: Final = Message(
    "notice.more.supplements",
    "Besides this notice, these services have a privacy notice of their own: {names}.",
)
SECURITY: Final = Message("notice.security.title", "How we protect your data")
MEASURES: Final = Message("notice.security.measures", "We protect your data with:")
IN_GENERAL: Final = Message(
    "notice.security.general",
    "We take measures to protect your data. This notice does not say which.",
)
GENERAL: Final = "general_statement"
REPORT: Final = Message(
    "notice.security.report",
    "If you suspect that your data were misused, lost or seen by the wrong person, please tell us "
    "at once.",
)
CHANGES: Final = Message("notice.changes.title", "Changes to this notice")
MAY_CHANGE: Final = Message(
    "notice.changes.may", "This notice may change. The newest text stands on this page."
)
TOLD: Final = Message("notice.changes.told", "We tell you of changes that matter to you.")
REDATED: Final = Message("notice.changes.redated", "Its date changes with it.")
MATERIAL: Final = Message(
    "notice.changes.material", "We tell you about important changes in this way: {channels:or}."
)
MATERIAL_MAY: Final = Message(
    "notice.changes.material_may",
    "We may also tell you about important changes in this way: {channels:or}.",
)
SINCE: Final = Message("notice.changes.since", "This notice applies from {day}.")
PUBLISHED: Final = Message("notice.changes.published", "Date of this notice: {day}.")
VERSION: Final = Message("notice.changes.version", "Version: {number}.")
QUESTIONS: Final = Message("notice.contact.title", "Questions")
ASK: Final = Message(
    "notice.contact.ask", "If you have a question about this notice, you can reach us here:"
)

LIFETIMES: Final = {
    Lifetime.SESSION: Message("lifetime.session", "until the end of your visit"),
    Lifetime.UNTIL_BROWSER_CLOSES: Message("lifetime.browser", "until you close your browser"),
    Lifetime.WHILE_REGISTERED: Message(
        "lifetime.registered", "as long as you are registered with us"
    ),
}


def cookies(setting: Setting) -> Section | None:
    """
    Compose the cookies for whoever visits the site; None where the declaration names none.
    """
    stored = setting.policy.cookies
    if stored is None or not visits(setting.policy, setting.role, setting.vocabulary):
        return None
    kinds = tuple(_kinds(setting, stored.classes))
    lives = (
        *_lives(setting, Kind.COOKIE_CLASS, stored.classes),
        *_lives(setting, Kind.COOKIE_LIFETIME, stored.by_lifetime),
    )
    blocks = [
        *setting.told("cookies.says"),
        *setting.bullets(
            FOR, setting.labels(Kind.PURPOSE, stored.purposes), path="cookies.purposes"
        ),
        *setting.bullets(KINDS, kinds, path="cookies.classes"),
        *setting.bullets(HOW_LONG, lives, path="cookies.classes"),
        *setting.bullets(TRACKERS, _trackers(setting, stored.trackers), path="cookies.trackers"),
    ]
    if stored.permission in {Permission.CONSENT, Permission.EXPLICIT_CONSENT}:
        blocks.append(setting.paragraph(FIRST, path="cookies.permission"))
    if stored.refused_by:
        ways = setting.words(Kind.CHANNEL, stored.refused_by)
        blocks.append(setting.paragraph(REFUSE, channels=ways, path="cookies.refused_by"))
    if not setting.own("cookies.says"):
        results = setting.labels(Kind.CONSEQUENCE, stored.refused)
        blocks.extend(setting.bullets(REFUSED, results, path="cookies.refused"))
    return Section(key="cookies", title=setting.say(COOKIES), blocks=tuple(blocks))


def _kinds(setting: Setting, classes: Mapping[str, CookieClass]) -> Iterator[str]:
    for key, kind in classes.items():
        label = setting.vocabulary.term(Kind.COOKIE_CLASS, key).label
        if kind.purposes:
            yield setting.say(
                CLASS, kind=label, purposes=setting.words(Kind.PURPOSE, kind.purposes)
            )
        else:
            yield setting.say(label)


def _trackers(setting: Setting, trackers: Mapping[str, Tracker]) -> Iterator[str]:
    for key, tracker in trackers.items():
        label = setting.vocabulary.term(Kind.TRACKER, key).label
        if tracker.places:
            yield setting.say(TRACKER_ON, tracker=label, places=tracker.places)
        else:
            yield setting.say(label)


def _lives(setting: Setting, sort: Kind, kinds: Mapping[str, CookieClass]) -> Iterator[str]:
    for key, kind in kinds.items():
        label = setting.vocabulary.term(sort, key).label
        if isinstance(kind.lifetime, Period):
            yield setting.say(LIVES, kind=label, lifetime=kind.lifetime)
        elif isinstance(kind.lifetime, Lifetime):
            yield setting.say(LIVES_UNTIL, kind=label, lifetime=LIFETIMES[kind.lifetime])


def more(setting: Setting) -> Section | None:
    """
    Compose what the firm says beside all else, and which notices go with it; None if nothing.

    A statement is said as the firm wrote it: what it means in general we do not know.
    """
    said = (
        block
        for name, entry in setting.policy.statements.items()
        if setting.mine(entry.roles)
        for block in setting.told(f"statements.{name}.says")
    )
    blocks = (*said, *_supplements(setting))
    return Section(key="more", title=setting.say(MORE), blocks=blocks) if blocks else None


def _supplements(setting: Setting) -> Iterator[Block]:
    names = setting.policy.scope.supplements
    if names:
        yield setting.paragraph(SUPPLEMENTS, names=names, path="scope.supplements")


def security(setting: Setting) -> Section | None:
    """
    Compose the measures named and where to report a breach; None where nothing is said.
    """
    named = [key for key in setting.policy.security.measures if key != GENERAL]
    measures = setting.labels(Kind.SECURITY_MEASURE, named)
    blocks = [*setting.bullets(MEASURES, measures, path="security.measures")]
    if setting.policy.security.measures and not named:
        blocks.append(setting.paragraph(IN_GENERAL, path="security.measures"))
    if any(actor.value == "data_subject" for actor in setting.policy.breach.reported_by):
        blocks.append(setting.paragraph(REPORT, path="breach.reported_by"))
    return (
        Section(key="security", title=setting.say(SECURITY), blocks=tuple(blocks))
        if blocks
        else None
    )


def changes(setting: Setting) -> Section | None:
    """
    Compose the version, since when it counts and how changes are told; None where unstated.
    """
    version = setting.policy.version
    blocks: list[Block] = []
    if version.since is not UNSTATED:
        message = PUBLISHED if version.effective_on is UNSTATED else SINCE
        day = version.since.said(setting.language)
        blocks.append(setting.paragraph(message, day=day, path="version"))
    if version.number is not UNSTATED:
        blocks.append(setting.paragraph(VERSION, number=version.number, path="version.number"))
    blocks.extend(_told(setting, setting.policy.changes))
    return (
        Section(key="changes", title=setting.say(CHANGES), blocks=tuple(blocks)) if blocks else None
    )


def _told(setting: Setting, told: Changes) -> Iterator[Block]:
    if told.may_change:
        yield setting.paragraph(MAY_CHANGE, path="changes.may_change")
    if told.redated:
        yield setting.paragraph(REDATED, path="changes.redated")
    if told.notified is True:
        yield setting.paragraph(TOLD, path="changes.notified")
    if told.material_told is not None and told.material_via:
        message = MATERIAL_MAY if told.material_told is Modality.MAY else MATERIAL
        channels = setting.words(Kind.CHANNEL, told.material_via)
        yield setting.paragraph(message, channels=channels, path="changes.material_told")


def contact(setting: Setting) -> Section | None:
    """
    Compose where questions go; None where the declaration names no contact for them.

    Contacts for rights and for complaints alone stand where those are explained.
    """
    blocks = tuple(
        block
        for name, entry in setting.policy.contacts.items()
        if not reasons_alone(setting, entry, RIGHTS, COMPLAINTS)
        for block in ways_to_reach(setting, f"contacts.{name}", entry)
    )
    if not blocks:
        return None
    lead = setting.paragraph(ASK, path="contacts")
    return Section(key="contact", title=setting.say(QUESTIONS), blocks=(lead, *blocks))
