"""
Who gets the data, and under what safeguard they go abroad.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import UNSTATED

COPIED: Final = ("GDPR Art. 46", "GDPR Art. 47")
"""Where the instruments stand of which a copy must be had; the others have none."""

NO_RECIPIENT: Final = Message(
    "check.recipient.unstated",
    "No recipient is named for these people; where there are none, none need be: {role}.",
)
ADD_RECIPIENT: Final = Message(
    "mend.recipient.unstated",
    "Add whoever gets the data under 'recipients'; those who process them for the firm count, too.",
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


def recipients(subject: Subject) -> Iterator[Finding]:
    """
    Look for those who get the data.
    """
    named = any(subject.mine(entry.roles) for entry in subject.policy.recipients.values())
    if not named and not subject.nothing_held:
        law = ("GDPR Art. 13(1)(e)", "GDPR Art. 14(1)(e)")
        yield subject.lacks(
            NO_RECIPIENT,
            Level.NOTE,
            f"roles.{subject.role}",
            *law,
            mend=ADD_RECIPIENT,
            role=subject.label,
        )


def transfers(subject: Subject) -> Iterator[Finding]:
    """
    Look for the safeguards of data that go abroad; whether they stand is for the audit.
    """
    law = ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)")
    for name, entry in subject.policy.transfers.items():
        path = f"transfers.{name}"
        if not subject.mine(entry.roles):
            continue
        if entry.instruments is UNSTATED:
            where = f"{path}.instruments"
            yield subject.lacks(NO_INSTRUMENT, Level.GAP, where, *law, mend=ADD_INSTRUMENT)
            continue
        copied = any(each.stands_for.cites.startswith(COPIED) for each in entry.instruments)
        if copied and entry.copy_at is UNSTATED:
            yield subject.lacks(NO_COPY, Level.GAP, f"{path}.copy_at", *law, mend=ADD_COPY)
