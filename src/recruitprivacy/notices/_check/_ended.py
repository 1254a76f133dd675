"""
What the notice builds on that is over, or that nobody could look up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.vocabulary import TransferInstrument

OVER: Final = Message(
    "check.framework.ended",
    "What is offered or claimed here hangs on something that is not in force: {instrument}.",
)
TAKE_OUT: Final = Message("mend.framework.ended", "Take it out, or offer it under what counts now.")
UNKNOWN: Final = Message(
    "check.law.unknown",
    "The notice names an act that the law we loaded does not know: {act}.",
)
LOAD_IT: Final = Message(
    "mend.law.unknown", "Load the law of its country, to learn whether it is in force."
)


def frameworks(subject: Subject) -> Iterator[Finding]:
    """
    Look for rights, remedies and claims under an instrument that has ended.
    """
    for path, under in _hanging(subject):
        over = {each: subject.ended("transfer_instrument", each.value) for each in under}
        labels = tuple(each.label for each, cites in over.items() if cites)
        cites = tuple(dict.fromkeys(cite for cites in over.values() for cite in cites))
        if labels:
            yield subject.finding(
                OVER, Level.WARNING, f"{path}.under", *cites, mend=TAKE_OUT, instrument=labels
            )


def _hanging(subject: Subject) -> Iterator[tuple[str, tuple[TransferInstrument, ...]]]:
    policy = subject.policy
    for right, offered in policy.rights.items():
        if subject.mine(offered.roles):
            yield f"rights.{right.value}", offered.under
    for name, route in policy.complaints.items():
        if subject.mine(route.roles):
            yield f"complaints.{name}", route.under
    for name, statement in policy.statements.items():
        if subject.mine(statement.roles):
            yield f"statements.{name}", statement.under
    for name, authority in policy.authorities.items():
        yield f"authorities.{name}", authority.under


def unknown(subject: Subject) -> Iterator[Finding]:
    """
    Look for acts of which no pack that was loaded says anything.
    """
    known: Mapping[str, object] = subject.law.acts
    for name in subject.policy.laws:
        if name not in known:
            path, law = f"laws.{name}", "GDPR Art. 12(1)"
            yield subject.finding(UNKNOWN, Level.NOTE, path, law, mend=LOAD_IT, act=name)
