"""
Who answers for the data, and how they are reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import UNSTATED, Capacity, Controller, Resolver

UNCONTROLLED: Final = Message(
    "check.role.uncontrolled", "Nobody is named as controller for these people: {role}."
)
NAME_CONTROLLER: Final = Message(
    "mend.role.uncontrolled",
    "Add an entry under 'responsible' that names a controller for the role.",
)
NO_NAME: Final = Message(
    "check.controller.unnamed",
    "It is said how one finds the controller of these people, but none is named: {role}.",
)
ADD_NAME: Final = Message(
    "mend.controller.unnamed", "List under 'among' the controllers it can be."
)
NO_CONTACT: Final = Message(
    "check.controller.contact_unstated", "The controller {name} has no contact details."
)
ADD_CONTACT: Final = Message(
    "mend.controller.contact_unstated", "State an address, an e-mail or a telephone number."
)
NO_DPO: Final = Message(
    "check.controller.dpo_unstated",
    "No data protection officer is named for {name}; one must be named where there is one.",
)
ADD_DPO: Final = Message(
    "mend.controller.dpo_unstated",
    "Name the officer's contact details, or record that there is none.",
)
NOT_SHARED_OUT: Final = Message(
    "check.controller.arrangement_unstated",
    "A whole group answers; whether its companies do so together, and which of them does what, "
    "is not said.",
)
SHARE_OUT: Final = Message(
    "mend.controller.arrangement_unstated",
    "State the 'capacity'; where they answer together, tell the essence of what they agreed.",
)


def controllers(subject: Subject) -> Iterator[Finding]:
    """
    Look for a controller with a name, a way to reach it and its officer.
    """
    mine = [
        entry
        for entry in subject.policy.responsible.values()
        if subject.mine(entry.roles) and entry.answers
    ]
    path = f"roles.{subject.role}"
    law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
    if not mine:
        yield subject.lacks(
            UNCONTROLLED, Level.ERROR, path, *law, mend=NAME_CONTROLLER, role=subject.label
        )
    elif not any(entry.among for entry in mine):
        yield subject.lacks(NO_NAME, Level.GAP, path, *law, mend=ADD_NAME, role=subject.label)
    for name, entry in subject.policy.responsible.items():
        group = entry in mine and entry.by is Resolver.WHOLE_GROUP
        if group and entry.capacity is Capacity.SOLE:
            where = f"responsible.{name}.capacity"
            law = ("GDPR Art. 26(1)", "GDPR Art. 26(2)")
            yield subject.lacks(NOT_SHARED_OUT, Level.WARNING, where, *law, mend=SHARE_OUT)
    for name in dict.fromkeys(name for entry in mine for name in entry.among):
        yield from _reached(subject, f"controllers.{name}", subject.policy.controllers[name])


def _reached(subject: Subject, path: str, controller: Controller) -> Iterator[Finding]:
    if not controller.contact.stated:
        law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
        where = f"{path}.contact"
        yield subject.lacks(
            NO_CONTACT, Level.GAP, where, *law, mend=ADD_CONTACT, name=controller.name
        )
    if controller.dpo is UNSTATED:
        law = ("GDPR Art. 13(1)(b)", "GDPR Art. 14(1)(b)")
        where = f"{path}.dpo"
        yield subject.lacks(NO_DPO, Level.NOTE, where, *law, mend=ADD_DPO, name=controller.name)
