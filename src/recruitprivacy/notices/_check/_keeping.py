"""
How long data are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import RetentionRule
from recruitprivacy.vocabulary import Kind

NO_PERIOD: Final = Message(
    "check.retention.unstated", "No period of keeping is declared for these people: {role}."
)
ADD_PERIOD: Final = Message(
    "mend.retention.unstated", "Add a rule under 'retention' with its length and its start."
)
UNTIL_ASKED: Final = Message(
    "check.retention.until_asked",
    "Data of these people are kept until they ask for the end themselves: {role}.",
)
END_UNASKED: Final = Message(
    "mend.retention.until_asked", "Add a rule that ends it without being asked for."
)
GOES_ON: Final = Message(
    "check.request.end_unstated",
    "After this request something stops ({request}); when the data are erased is not said.",
)
SAY_END: Final = Message(
    "mend.request.end_unstated", "Add a rule that starts with the request, or say that it erases."
)
NO_CAP: Final = Message(
    "check.clock.no_cap", "Each contact moves the end of keeping on; no longest time is declared."
)
ADD_CAP: Final = Message("mend.clock.no_cap", "Declare the longest time with 'at_most'.")
NO_STATUTE: Final = Message(
    "check.retention.floor_without_statute",
    "A shortest time of keeping is declared without its statute; it counts as a wish.",
)
ADD_STATUTE: Final = Message(
    "mend.retention.floor_without_statute", "Cite the statute, or write 'aim'."
)


def keeping(subject: Subject) -> Iterator[Finding]:
    """
    Look for a length, its statute and its cap.
    """
    mine = {n: r for n, r in subject.policy.retention.items() if subject.mine(r.roles)}
    law = ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)")
    if all(_is_wish(rule) for rule in mine.values()) and not subject.nothing_held:
        path = f"roles.{subject.role}"
        yield subject.lacks(NO_PERIOD, Level.GAP, path, *law, mend=ADD_PERIOD, role=subject.label)
    elif mine and all(_is_wish(r) or r.where or _asked_for(subject, r) for r in mine.values()):
        path, role = f"roles.{subject.role}", subject.label
        law = ("GDPR Art. 5(1)(e)", "GDPR Art. 13(2)(a)")
        yield subject.lacks(UNTIL_ASKED, Level.WARNING, path, *law, mend=END_UNASKED, role=role)
        yield from _kept_on(subject)
    for name, rule in mine.items():
        if rule.at_least is not None and not rule.cites:
            path = f"retention.{name}.at_least"
            yield subject.finding(
                NO_STATUTE, Level.WARNING, path, "GDPR Art. 5(1)(e)", mend=ADD_STATUTE
            )
        clock = subject.policy.clocks.get(rule.after or "")
        if clock is not None and clock.at_most is None:
            path = f"clocks.{rule.after}.at_most"
            yield subject.lacks(NO_CAP, Level.WARNING, path, "GDPR Art. 5(1)(e)", mend=ADD_CAP)


def _kept_on(subject: Subject) -> Iterator[Finding]:
    """
    Look for requests that stop a use and leave the data.
    """
    for name, asked in subject.policy.further_requests.items():
        if subject.mine(asked.roles) and asked.stops and not asked.erases:
            path = f"further_requests.{name}.erases"
            request = subject.vocabulary.term(Kind.REQUEST, name).label
            law = ("GDPR Art. 5(1)(e)", "GDPR Art. 13(2)(a)")
            yield subject.lacks(GOES_ON, Level.WARNING, path, *law, mend=SAY_END, request=request)


def _asked_for(subject: Subject, rule: RetentionRule) -> bool:
    """
    Say whether a rule counts from nothing but a right the person uses.
    """
    words = subject.vocabulary
    starts = words.has(Kind.TRIGGER, rule.after or "") and words.term(Kind.TRIGGER, str(rule.after))
    events = starts.events if starts else ()
    return bool(events) and all(words.term(Kind.EVENT, each).exercises_right for each in events)


def _is_wish(rule: RetentionRule) -> bool:
    """
    Say whether a rule only plans, and so tells its reader nothing.
    """
    return not (rule.at_most or rule.at_least or rule.at_once or rule.while_ or rule.review)
