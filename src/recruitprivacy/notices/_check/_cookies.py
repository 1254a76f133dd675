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

PERSISTENT: Final = "persistent"
NOT_LASTING: Final = frozenset({Lifetime.SESSION, Lifetime.UNTIL_BROWSER_CLOSES})


def cookies(subject: Subject) -> Iterator[Finding]:
    """
    Look for what is asked before cookies are placed, and told of each.
    """
    stored = subject.policy.cookies
    if stored is None or not visits(subject.policy, subject.role, subject.vocabulary):
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
