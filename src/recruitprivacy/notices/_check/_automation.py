"""
What machines decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import UNSTATED, Practice, Running

DECIDING: Final = frozenset({Practice.SELECTION, Practice.RANKING, Practice.PROFILING})

NO_LOGIC: Final = Message(
    "check.automation.logic_unstated",
    "A machine decides alone; how it decides and what follows from it is not told.",
)
ADD_LOGIC: Final = Message(
    "mend.automation.logic_unstated", "Tell it under the entry's path in the texts, as 'says'."
)
NO_HUMAN: Final = Message(
    "check.automation.human_unstated", "It is not said whether a machine decides alone."
)
ADD_HUMAN: Final = Message("mend.automation.human_unstated", "State 'decides_alone'.")


def automation(subject: Subject) -> Iterator[Finding]:
    """
    Look for whether a machine decides alone, and how.
    """
    law = ("GDPR Art. 13(2)(f)", "GDPR Art. 14(2)(g)")
    for name, entry in subject.policy.automation.items():
        path = f"automation.{name}"
        if entry.running is not Running.RUNS or not subject.mine(entry.roles):
            continue
        told = any(f"{path}.says" in texts for texts in subject.policy.texts.values())
        if entry.decides_alone is True and not told:
            yield subject.lacks(NO_LOGIC, Level.GAP, path, *law, mend=ADD_LOGIC)
        unsaid = entry.decides_alone is UNSTATED and not _in_general(subject)
        if unsaid and DECIDING.intersection(entry.practices):
            where = f"{path}.decides_alone"
            yield subject.lacks(NO_HUMAN, Level.WARNING, where, *law, mend=ADD_HUMAN)


def _in_general(subject: Subject) -> bool:
    """
    Say whether it is said of every machine that none decides alone.
    """
    return any(
        entry.decides_alone is False and not entry.practices and subject.mine(entry.roles)
        for entry in subject.policy.automation.values()
    )
