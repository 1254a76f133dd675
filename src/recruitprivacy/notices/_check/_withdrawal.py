"""
How consent is taken back, and what then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.notices._setting import CONSENTS
from recruitprivacy.policy import UNSTATED
from recruitprivacy.vocabulary import LawfulBasis, Right

EARLIER_UNTOLD: Final = Message(
    "check.consent.earlier_unstated",
    "It is not said that what was done before consent is withdrawn stays lawful.",
)
SAY_EARLIER: Final = Message("mend.consent.earlier_unstated", "Say it, with 'earlier_stands'.")
CHANGED: Final = Message(
    "check.consent.basis_changed",
    "After consent is withdrawn, the firm keeps it open to go on for the same purpose upon "
    "another basis.",
)
STOP: Final = Message(
    "mend.consent.basis_changed", "Stop on withdrawal, or name the other basis from the start."
)
NO_WITHDRAWAL: Final = Message(
    "check.consent.withdrawal_unstated",
    "Consent is asked for; that it can be withdrawn is not said.",
)
ADD_WITHDRAWAL: Final = Message(
    "mend.consent.withdrawal_unstated", "Add 'withdraw_consent' under 'rights'."
)


def withdrawal(subject: Subject) -> Iterator[Finding]:
    """
    Look for how consent is taken back.
    """
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
        yield subject.lacks(NO_WITHDRAWAL, Level.GAP, path, *law, mend=ADD_WITHDRAWAL)
    elif (said or rests) and (offered is None or not offered.earlier_stands):
        law = ("GDPR Art. 13(2)(c)", "GDPR Art. 14(2)(d)")
        path = f"rights.{Right.WITHDRAW_CONSENT.value}"
        yield subject.lacks(EARLIER_UNTOLD, Level.WARNING, path, *law, mend=SAY_EARLIER)
    if (
        offered is not None
        and offered.stops
        and offered.other_basis
        and subject.mine(offered.roles)
    ):
        path = f"rights.{Right.WITHDRAW_CONSENT.value}.other_basis"
        cites = ("EDPB 05/2020", "GDPR Art. 7(3)", "GDPR Art. 17(1)(b)")
        yield subject.finding(CHANGED, Level.WARNING, path, *cites, mend=STOP)
