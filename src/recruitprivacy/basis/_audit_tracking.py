"""
What is watched without asking, and what a consent to cookies does not cover.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._audited import Audited
from recruitprivacy.findings import Finding, Level
from recruitprivacy.policy import Form, Permission
from recruitprivacy.vocabulary import Kind

__all__ = ["advertising", "opens"]

OPENED: Final = "automatic_email_interaction"
COVERED: Final = "email_interaction"
CONSENTING: Final = frozenset({Permission.CONSENT, Permission.EXPLICIT_CONSENT})
ONE_DEVICE: Final = frozenset({"device_id"})


def opens(audited: Audited) -> Iterator[Finding]:
    """
    Find messages that report back who opens them, and trackers called anonymous that are not.
    """
    for role, ways in audited.policy.ways.items():
        sources = {source for each in ways.automatic.values() for source in each}
        way = ways.but.get(OPENED)
        asked = way is not None and way.consent_by is not None
        if OPENED in sources and not asked and not _agreed(audited, role):
            path = f"ways.{role}.automatic"
            law = ("Dir. 2002/58 Art. 5(3)", "GDPR Art. 6(1)")
            yield audited.lacks(words.WATCHED, Level.WARNING, path, *law, mend=words.ASK_TO_WATCH)
    stored = audited.policy.cookies
    for name, tracker in stored.trackers.items() if stored else ():
        telling = [each for each in tracker.data if each in ONE_DEVICE]
        if telling and tracker.form is Form.ANONYMISED:
            yield audited.finding(
                words.NOT_NOBODY,
                Level.WARNING,
                f"cookies.trackers.{name}.form",
                "GDPR Art. 4(1)",
                "GDPR Recital 26",
                "GDPR Recital 30",
                mend=words.CALL_PERSONAL,
                data=audited.labels(Kind.CATEGORY, telling),
            )


def _agreed(audited: Audited, role: str) -> bool:
    return any(
        COVERED in entry.data and CONSENTING.intersection(entry.kind)
        for entry in audited.policy.consents.values()
        if not entry.roles or role in entry.roles
    )


def advertising(audited: Audited) -> Iterator[Finding]:
    """
    Find advertising on a consent to cookies that uses what people said elsewhere.
    """
    for name, entry in audited.policy.marketing.items():
        told = [each for each in entry.data if _elsewhere(audited, entry.roles, each)]
        if entry.cookie_class and CONSENTING.intersection(entry.permission) and told:
            yield audited.finding(
                words.BEYOND,
                Level.WARNING,
                f"marketing.{name}.data",
                "GDPR Art. 4(11)",
                "GDPR Art. 6(1)(a)",
                mend=words.ASK_APART,
                categories=audited.labels(Kind.CATEGORY, told),
            )


def _elsewhere(audited: Audited, roles: tuple[str, ...], category: str) -> bool:
    """
    Say whether nothing that machines collect brings a category.
    """
    ways = [audited.policy.ways[role] for role in roles if role in audited.policy.ways]
    return bool(ways) and not any(category in each.automatic for each in ways)
