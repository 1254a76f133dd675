"""
Which rights are named, and what is promised of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.notices._setting import CONSENTS
from recruitprivacy.periods import Rounding, add
from recruitprivacy.policy import UNSTATED
from recruitprivacy.vocabulary import LawfulBasis, Right

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

NO_RIGHT: Final = Message(
    "check.right.unstated", "The declaration does not mention this right: {right}."
)
ADD_RIGHT: Final = Message("mend.right.unstated", "Add it under 'rights'.")
NO_WITHDRAWAL: Final = Message(
    "check.consent.withdrawal_unstated",
    "Consent is asked for; that it can be withdrawn is not said.",
)
ADD_WITHDRAWAL: Final = Message(
    "mend.consent.withdrawal_unstated", "Add 'withdraw_consent' under 'rights'."
)
LATE: Final = Message(
    "check.requests.promise_later_than_law",
    "The answer is promised later than the law allows: {within:cell}.",
)
EARLIER: Final = Message("mend.requests.promise_later_than_law", "Promise one month at most.")


def rights(subject: Subject) -> Iterator[Finding]:
    """
    Look for each right a notice must name.
    """
    for right, law in MUST_NAME.items():
        offered = subject.policy.rights.get(right)
        if offered is None or not subject.mine(offered.roles):
            path = f"rights.{right.value}"
            yield subject.lacks(NO_RIGHT, Level.GAP, path, *law, mend=ADD_RIGHT, right=right.label)


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


def promise(subject: Subject) -> Iterator[Finding]:
    """
    Compare the time promised for an answer with the one the law gives.
    """
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
