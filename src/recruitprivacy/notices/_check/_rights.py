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
from recruitprivacy.periods import Rounding, add
from recruitprivacy.policy import UNSTATED, RightOffered
from recruitprivacy.vocabulary import Kind, Right

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
NOT_THEIRS: Final = Message(
    "check.right.not_for_role",
    "This right is told to others, and not to these people: {right} ({role}).",
)
ADD_ROLE: Final = Message("mend.right.not_for_role", "Add the role to it, or leave 'roles' out.")
OWN_GROUND: Final = Message(
    "check.right.own_refusal",
    "A ground is given for refusing this that the law does not know: {ground}.",
)
DROP_GROUND: Final = Message(
    "mend.right.own_refusal", "Take it out; name only grounds the law lists."
)
NO_TIME: Final = Message(
    "check.right.answer_open",
    "An answer within a reasonable time is promised, where the law sets a length.",
)
SAY_TIME: Final = Message("mend.right.answer_open", "Promise one month at most.")
LATE: Final = Message(
    "check.requests.promise_later_than_law",
    "The answer is promised later than the law allows: {within:cell}.",
)
EARLIER: Final = Message("mend.requests.promise_later_than_law", "Promise one month at most.")


def rights(subject: Subject) -> Iterator[Finding]:
    """
    Look for each right a notice must name.
    """
    if subject.nothing_held:
        return
    for right, law in MUST_NAME.items():
        offered = subject.policy.rights.get(right)
        path, label = f"rights.{right.value}", right.label
        if offered is None:
            yield subject.lacks(NO_RIGHT, Level.GAP, path, *law, mend=ADD_RIGHT, right=label)
        elif not subject.mine(offered.roles):
            path, role = f"{path}.roles", subject.label
            yield subject.lacks(
                NOT_THEIRS, Level.GAP, path, *law, mend=ADD_ROLE, right=label, role=role
            )
    for right, offered in subject.policy.rights.items():
        if subject.mine(offered.roles):
            yield from _limited(subject, f"rights.{right.value}", offered)
    if subject.policy.requests.answer.reasonable:
        path = "requests.answer"
        yield subject.finding(NO_TIME, Level.WARNING, path, "GDPR Art. 12(3)", mend=SAY_TIME)


def _limited(subject: Subject, path: str, offered: RightOffered) -> Iterator[Finding]:
    """
    Look for what makes a right smaller or slower than the law does.
    """
    if offered.own_refusals:
        ground = tuple(
            subject.vocabulary.term(Kind.CONDITION, each).label for each in offered.own_refusals
        )
        where, law = f"{path}.own_refusals", ("GDPR Art. 12(5)", "GDPR Art. 23(1)")
        yield subject.finding(
            OWN_GROUND, Level.WARNING, where, *law, mend=DROP_GROUND, ground=ground
        )
    if offered.answer is not None and offered.answer.reasonable:
        where = f"{path}.answer"
        yield subject.finding(NO_TIME, Level.WARNING, where, "GDPR Art. 12(3)", mend=SAY_TIME)


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
