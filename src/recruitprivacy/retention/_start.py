"""
What a clause runs from.
"""

from __future__ import annotations

import attrs

from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.timeline import (
    Absence,
    RecordKind,
    Start,
    beginning_of,
    start_moment,
)

__all__ = ["has_begun", "missing_of", "start_of"]


def start_of(clause: Clause, case: Case) -> Start:
    """
    Find the moment a clause runs from; where it never came, what the clause names instead.
    """
    if not clause.after:
        return Start(moment=Absence.UNKNOWN)
    found = _start(clause, clause.after, case)
    if found.moment is not Absence.NOT_STARTED or clause.if_none is None:
        return found
    instead = _start(clause, clause.if_none, case)
    return attrs.evolve(
        instead,
        steps=(*found.steps, *instead.steps),
        findings=(*found.findings, *instead.findings),
    )


def missing_of(clause: Clause, start: Start) -> tuple[str, ...]:
    """
    Name the facts for want of which nobody knows when a clause starts.
    """
    return start.used or ((clause.after,) if clause.after else (f"{clause.while_}.ended",))


def has_begun(trigger: str, case: Case) -> bool:
    """
    Say whether something whose end is a trigger has begun, or may have.

    An employment that runs has not ended; what must be kept after its end is kept before it, too.
    """
    begins = beginning_of(trigger, case.vocabulary)
    if begins is None:
        return False
    if case.record.kind is RecordKind.PLACEMENT:
        return True
    return case.happened(begins).moment is not Absence.NOT_STARTED


def _start(clause: Clause, after: str, case: Case) -> Start:
    if not clause.own:
        return case.happened(after)
    policy = case.promised if clause.effect is Effect.CEILING else case.policy
    return start_moment(case.facts, policy, after, record=case.name, vocabulary=case.vocabulary)
