"""
Whether people are told that, and how, they stop advertising.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import Marketing
from recruitprivacy.vocabulary import Kind, ObjectionGround, Right

DIRECT: Final = "direct_marketing"

UNTOLD: Final = Message(
    "check.marketing.objection_unstated",
    "Advertising is sent to these people; that they can object to it is not said: {role}.",
)
TELL: Final = Message("mend.marketing.objection_unstated", "Add 'object_marketing' under 'rights'.")
NO_WAY: Final = Message(
    "check.marketing.way_unstated",
    "People are told that they can stop advertising; how they do it is not said.",
)
SAY_HOW: Final = Message(
    "mend.marketing.way_unstated", "Name a way, under 'stopped_by' or with 'via' of the request."
)


def advertising(subject: Subject) -> Iterator[Finding]:
    """
    Look for the right to object to advertising, and for a way to use it.
    """
    sent = {n: each for n, each in subject.policy.marketing.items() if _is_direct(subject, each)}
    ends = [
        each
        for each in subject.policy.further_requests.values()
        if subject.mine(each.roles) and DIRECT in each.stops
    ]
    unstopped = [name for name, each in sent.items() if not each.stopped_by]
    if not unstopped:
        return
    path = f"marketing.{unstopped[0]}.stopped_by"
    ways = [way for each in ends for way in each.via] if ends else subject.policy.requests.channels
    if not ends and not _told(subject):
        law = ("GDPR Art. 21(2)", "GDPR Art. 21(4)")
        yield subject.lacks(UNTOLD, Level.GAP, path, *law, mend=TELL, role=subject.label)
    elif not ways:
        law = ("Dir. 2002/58 Art. 13(4)", "GDPR Art. 12(2)")
        yield subject.lacks(NO_WAY, Level.GAP, path, *law, mend=SAY_HOW)


def _is_direct(subject: Subject, entry: Marketing) -> bool:
    under = subject.vocabulary.is_under
    return subject.mine(entry.roles) and any(
        under(Kind.PURPOSE, each, DIRECT) for each in entry.purposes
    )


def _told(subject: Subject) -> bool:
    offered = subject.policy.rights
    own, any_objection = offered.get(Right.OBJECT_MARKETING), offered.get(Right.OBJECT)
    if own is not None and subject.mine(own.roles):
        return True
    return (
        any_objection is not None
        and subject.mine(any_objection.roles)
        and ObjectionGround.DIRECT_MARKETING in any_objection.objection_grounds
    )
