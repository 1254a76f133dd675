"""
What is stored on devices.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.notices._setting import CONSENTS, visits
from recruitprivacy.policy import UNSTATED, Cookies, Lifetime
from recruitprivacy.vocabulary import Kind

BROWSER: Final = Message(
    "check.cookies.without_consent",
    "Cookies that are not strictly necessary are placed unless refused; nobody is asked first.",
)
ASK_FIRST: Final = Message("mend.cookies.without_consent", "Ask before placing them.")
NO_PERMISSION: Final = Message(
    "check.cookies.permission_unstated",
    "It is not said whether cookies that are not strictly necessary wait for consent.",
)
ADD_PERMISSION: Final = Message(
    "mend.cookies.permission_unstated", "State under 'permission' what is asked first."
)
SHORT: Final = Message(
    "check.cookies.not_persistent",
    "Cookies that are called persistent are said to go when the browser is closed.",
)
SAY_HOW_LONG: Final = Message(
    "mend.cookies.not_persistent", "State how long they stay, or count them among the others."
)
NO_LIFETIME: Final = Message(
    "check.cookies.tracker_incomplete", "Of this cookie too little is told: {tracker}."
)
ADD_LIFETIME: Final = Message(
    "mend.cookies.tracker_incomplete",
    "State who sets it, what for, how long it stays and who reads it.",
)

UNLISTED: Final = Message(
    "check.cookies.class_unlisted",
    "A choice is offered about a class of cookies that is not among those explained: {class}.",
)
LIST_IT: Final = Message("mend.cookies.class_unlisted", "Explain it under 'classes'.")
NO_COOKIES: Final = Message(
    "check.cookies.unstated",
    "Visits of a website are recorded; nothing is said on what is stored on the device.",
)
ADD_COOKIES: Final = Message(
    "mend.cookies.unstated", "Say under 'cookies' what is stored, or that nothing is."
)

PERSISTENT: Final = "persistent"
READ_BY: Final = frozenset({"automatic_website", "cookies"})
NOT_LASTING: Final = frozenset({Lifetime.SESSION, Lifetime.UNTIL_BROWSER_CLOSES})


def cookies(subject: Subject) -> Iterator[Finding]:
    """
    Look for what is asked before cookies are placed, and told of each.
    """
    stored = subject.policy.cookies
    if stored is None:
        yield from _unsaid(subject)
        return
    yield from _unlisted(subject, stored)
    if not visits(subject.policy, subject.role, subject.vocabulary):
        return
    if not _waits(stored):
        path = "cookies.permission"
        cites = ("Dir. 2002/58 Art. 5(3)", "GDPR Art. 4(11)", "GDPR Art. 7(1)")
        if _unasked(stored):
            yield subject.finding(BROWSER, Level.WARNING, path, *cites, mend=ASK_FIRST)
        else:
            yield subject.lacks(NO_PERMISSION, Level.NOTE, path, *cites, mend=ADD_PERMISSION)
    lasting = stored.by_lifetime.get(PERSISTENT)
    if lasting is not None and lasting.lifetime in NOT_LASTING:
        path = f"cookies.by_lifetime.{PERSISTENT}.lifetime"
        yield subject.finding(SHORT, Level.WARNING, path, "GDPR Art. 12(1)", mend=SAY_HOW_LONG)
    yield from _trackers(subject, stored)


def _unsaid(subject: Subject) -> Iterator[Finding]:
    ways = subject.policy.ways.get(subject.whose)
    automatic = ways.automatic.items() if ways else ()
    for category, sources in automatic:
        if READ_BY.intersection(sources):
            path = f"ways.{subject.whose}.automatic.{category}"
            law = ("Dir. 2002/58 Art. 5(3)",)
            yield subject.lacks(NO_COOKIES, Level.NOTE, path, *law, mend=ADD_COOKIES)
            return


def _unlisted(subject: Subject, stored: Cookies) -> Iterator[Finding]:
    for name, entry in subject.policy.marketing.items():
        chosen = entry.cookie_class
        if chosen and stored.classes and chosen not in stored.classes and subject.mine(entry.roles):
            path = f"marketing.{name}.cookie_class"
            label = subject.vocabulary.term(Kind.COOKIE_CLASS, chosen).label
            law = ("GDPR Art. 12(1)", "Dir. 2002/58 Art. 5(3)")
            yield subject.lacks(
                UNLISTED, Level.WARNING, path, *law, mend=LIST_IT, **{"class": label}
            )


def _trackers(subject: Subject, stored: Cookies) -> Iterator[Finding]:
    for name, tracker in stored.trackers.items():
        told = (tracker.purposes, tracker.lifetime, tracker.kind, tracker.to)
        if any(part is UNSTATED for part in told):
            label = subject.vocabulary.term(Kind.TRACKER, name).label
            path = f"cookies.trackers.{name}"
            law = ("GDPR Art. 13(1)(c)", "GDPR Art. 13(1)(e)")
            yield subject.lacks(
                NO_LIFETIME, Level.GAP, path, *law, mend=ADD_LIFETIME, tracker=label
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
