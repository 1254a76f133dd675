"""
Firms outside the Union, and what is not said of data that leave it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.notices._setting import visits
from recruitprivacy.policy import UNSTATED, Transfer
from recruitprivacy.vocabulary import TransferInstrument

SENT: Final = ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)")
AREA: Final = "EEA"
LEFT: Final[Mapping[str, date]] = MappingProxyType({"GB": date(2021, 1, 1)})
"""The first day on which the law of the Union no longer bound a country that left it."""
SAYS_SO: Final = frozenset(
    {
        TransferInstrument.ADEQUACY_DECISION,
        TransferInstrument.SAFE_HARBOUR_EU_US,
        TransferInstrument.PRIVACY_SHIELD_EU_US,
        TransferInstrument.PRIVACY_SHIELD_CH_US,
        TransferInstrument.DATA_PRIVACY_FRAMEWORK_EU_US,
        TransferInstrument.DATA_PRIVACY_FRAMEWORK_CH_US,
    }
)
"""Instruments that are a decision on adequacy themselves."""
OUTSIDE: Final = frozenset({"social_media", "analytics_providers"})

NO_ONE_HERE: Final = Message(
    "check.controller.representative_unstated",
    "The notice speaks to people in the European Economic Area; no controller with a stated "
    "country is established there, and no representative is named.",
)
APPOINT: Final = Message(
    "mend.controller.representative_unstated",
    "Name the representative in the Union under 'representative', or record why none is needed.",
)
UNDECIDED: Final = Message(
    "check.transfer.adequacy_unstated",
    "Of a place data go to it is not said whether the Commission has decided that it protects "
    "them well enough.",
)
SAY_WHETHER: Final = Message(
    "mend.transfer.adequacy_unstated", "Say whether there is such a decision."
)
SILENT: Final = Message(
    "check.transfer.unstated",
    "Networks or measuring services get data, and nothing is said on whether the data leave the "
    "European Economic Area.",
)
DECLARE: Final = Message(
    "mend.transfer.unstated", "Find out where they go, and add it under 'transfers' if they leave."
)


def abroad(subject: Subject) -> Iterator[Finding]:
    """
    Look for a representative, and for what is said of places data go to.
    """
    yield from _represented(subject)
    for name, entry in subject.policy.transfers.items():
        if subject.mine(entry.roles) and _undecided(entry):
            where = "to_countries" if entry.to_countries else "destinations"
            path = f"transfers.{name}.{where}"
            yield subject.lacks(UNDECIDED, Level.NOTE, path, *SENT, mend=SAY_WHETHER)
    if not subject.policy.transfers and _outside(subject):
        yield subject.lacks(SILENT, Level.NOTE, "transfers", *SENT, mend=DECLARE)


def _represented(subject: Subject) -> Iterator[Finding]:
    all_named = subject.policy.controllers.values()
    firms = [each for each in all_named if each.country is not UNSTATED]
    speaks_to = any(AREA in each.contact.person_in for each in firms)
    inside = any(_inside(subject, str(each.country)) for each in firms)
    named = any(each.representative is not UNSTATED for each in firms)
    if speaks_to and not inside and not named:
        law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)", "GDPR Art. 27(1)")
        yield subject.lacks(NO_ONE_HERE, Level.WARNING, "controllers", *law, mend=APPOINT)


def _inside(subject: Subject, country: str) -> bool:
    areas = (pack for pack in subject.law.packs if pack.members)
    return subject.on < LEFT.get(country, date.min) or any(
        pack.reaches(country, on=subject.on) for pack in areas
    )


def _undecided(entry: Transfer) -> bool:
    stated = () if entry.instruments is UNSTATED else entry.instruments
    somewhere = bool(entry.to_countries or set(entry.destinations) - {"eea"})
    return somewhere and bool(stated) and not entry.risk_told and not SAYS_SO.intersection(stated)


def _outside(subject: Subject) -> bool:
    entries = subject.policy.recipients.values()
    sent = any(OUTSIDE.intersection(each.to) for each in entries if subject.mine(each.roles))
    cookies = subject.policy.cookies
    visited = visits(subject.policy, subject.role, subject.vocabulary)
    trackers = cookies.trackers.values() if cookies and visited else ()
    return sent or any(tracker.to is UNSTATED for tracker in trackers)
