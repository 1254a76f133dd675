"""
The notice as a document: its date, its changes and its links.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.basis._audited import WHOLE
from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import UNSTATED
from recruitprivacy.vocabulary import Kind

NOT_YET: Final = Message("check.version.in_future", "The notice applies only from a later day.")
WAIT: Final = Message(
    "mend.version.in_future", "Check the date; until then an earlier version counts."
)
NO_DATE: Final = Message("check.version.undated", "The notice bears no date.")
ADD_DATE: Final = Message("mend.version.undated", "State since when it applies.")
NO_NUMBER: Final = Message("check.version.unnumbered", "The notice bears no version number.")
ADD_NUMBER: Final = Message(
    "mend.version.unnumbered", "Number it, so that one can record which one a person was given."
)
INEXACT: Final = Message("check.version.inexact", "The date of the notice is no exact day.")
GIVE_DAY: Final = Message("mend.version.inexact", "State the day from which it counts.")
TWO_DATES: Final = Message(
    "check.version.date_names",
    "In one language ({tag}) the notice calls its date by {n} names, and points to one of them.",
)
ONE_DATE: Final = Message("mend.version.date_names", "Call it the same wherever it stands.")
CUT: Final = Message("check.version.truncated", "The text of the notice is cut off.")
NOT_TOLD: Final = Message(
    "check.changes.not_notified", "People are not told when the notice changes."
)
UNTOLD: Final = Message(
    "check.changes.telling_unstated",
    "The notice may change; it is not said whether people are told of it.",
)
TELL: Final = Message(
    "mend.changes.not_notified", "Tell the people concerned of changes that matter to them."
)
LOST: Final = Message("check.link.lost", "A link leads nowhere; it should tell: {about}.")
FIND: Final = Message("mend.link.lost", "State where it leads, or say it in the notice itself.")
INSIDE: Final = frozenset({"how_to_reach_us"})
"""What a notice tells itself, so that a link to it leads to another part of the text."""


def version(subject: Subject) -> Iterator[Finding]:
    """
    Look for a date, a number and an end.
    """
    this = subject.policy.version
    law = "GDPR Art. 12(1)"
    if this.since is UNSTATED:
        yield subject.lacks(NO_DATE, Level.WARNING, "version", law, mend=ADD_DATE)
    elif this.since.latest > subject.on:
        yield subject.finding(NOT_YET, Level.WARNING, "version", law, mend=WAIT)
    elif not this.since.day:
        yield subject.finding(INEXACT, Level.NOTE, "version", law, mend=GIVE_DAY)
    for tag, names in this.calls_date.items():
        if len(names) > 1:
            path, n = f"version.calls_date.{tag}", len(names)
            yield subject.finding(TWO_DATES, Level.NOTE, path, law, mend=ONE_DATE, tag=tag, n=n)
    if this.number is UNSTATED:
        yield subject.lacks(NO_NUMBER, Level.NOTE, "version.number", law, mend=ADD_NUMBER)
    if not this.complete:
        yield subject.finding(CUT, Level.ERROR, "version.complete", law, mend=WHOLE)
    yield from _changes(subject)


def _changes(subject: Subject) -> Iterator[Finding]:
    path, law = "changes.notified", "GDPR Art. 12(1)"
    told = subject.policy.changes
    if told.notified is False:
        yield subject.finding(NOT_TOLD, Level.NOTE, path, law, mend=TELL)
    elif told.notified is UNSTATED and told.may_change and told.material_told is None:
        yield subject.lacks(UNTOLD, Level.NOTE, path, law, mend=TELL)


def links(subject: Subject) -> Iterator[Finding]:
    """
    Look for links that lead nowhere.
    """
    for name, link in subject.policy.links.items():
        if link.url is UNSTATED:
            about = subject.vocabulary.term(Kind.TOPIC, link.about).label
            make = subject.lacks if link.about in INSIDE else subject.finding
            yield make(
                LOST,
                Level.GAP,
                f"links.{name}.url",
                "GDPR Art. 12(1)",
                mend=FIND,
                about=about,
            )
