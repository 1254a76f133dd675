"""
Where one complains.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import UNSTATED
from recruitprivacy.vocabulary import Right

OLD_PHONE: Final = Message(
    "check.authority.phone_retired",
    "The telephone number given for this supervisory authority is no longer in use: {name}.",
)
NEW_PHONE: Final = Message(
    "mend.authority.phone_retired", "Look the number up at the authority, or leave it out."
)
NO_AUTHORITY: Final = Message("check.authority.unstated", "No supervisory authority is named.")
ADD_AUTHORITY: Final = Message("mend.authority.unstated", "Add it under 'authorities'.")
PARTLY_REACHED: Final = Message(
    "check.authority.page_unstated", "No page of the supervisory authority is given: {name}."
)
ADD_PAGE: Final = Message("mend.authority.page_unstated", "Add its address on the web.")


def authorities(subject: Subject) -> Iterator[Finding]:
    """
    Look for an authority, and for numbers and pages that still lead to it.
    """
    law = ("GDPR Art. 13(2)(d)", "GDPR Art. 14(2)(e)")
    if all(authority.under for authority in subject.policy.authorities.values()):
        # The right must be told; which authority takes the complaint need not be.
        level = Level.NOTE if Right.COMPLAINT in subject.policy.rights else Level.WARNING
        yield subject.lacks(NO_AUTHORITY, level, "authorities", *law, mend=ADD_AUTHORITY)
    for country, authority in subject.policy.authorities.items():
        if authority.url is UNSTATED and not authority.under:
            path = f"authorities.{country}.url"
            yield subject.lacks(
                PARTLY_REACHED, Level.NOTE, path, *law, mend=ADD_PAGE, name=authority.name
            )
        if isinstance(authority.phone, str) and _retired(subject, country, authority.phone):
            path = f"authorities.{country}.phone"
            yield subject.finding(
                OLD_PHONE, Level.WARNING, path, *law, mend=NEW_PHONE, name=authority.name
            )


def _retired(subject: Subject, country: str, phone: str) -> bool:
    loaded = {pack.jurisdiction for pack in subject.law.packs}
    recorded = subject.law.authority(country, on=subject.on) if country in loaded else None
    former = recorded.former_phones if recorded else ()
    return _digits(phone) in {_digits(number) for number in former}


def _digits(phone: str) -> str:
    return "".join(mark for mark in phone if mark.isdecimal())
