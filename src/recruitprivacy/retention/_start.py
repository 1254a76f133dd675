"""
What a clause runs from.
"""

from __future__ import annotations

import attrs

from recruitprivacy.policy import Policy, Which
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.timeline import (
    Absence,
    Known,
    Moment,
    RecordKind,
    Start,
    beginning_of,
)

__all__ = ["missing_of", "never_began", "runs", "runs_between", "start_of"]


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


def never_began(clause: Clause, case: Case) -> bool:
    """
    Say whether what starts a clause never happened, whatever stands in for it.
    """
    return bool(clause.after) and _start(clause, clause.after, case).moment is Absence.NOT_STARTED


def missing_of(clause: Clause, start: Start) -> tuple[str, ...]:
    """
    Name the facts for want of which nobody knows when a clause starts.
    """
    return start.used or ((clause.after,) if clause.after else (f"{clause.while_}.ended",))


def runs(trigger: str, ended: Moment, case: Case) -> bool | None:
    """
    Say whether something whose end is a trigger runs still, or again; None where nobody knows.

    An employment that runs has not ended; what must be kept after its end is kept before it, too.

    Args:
        trigger: The trigger.
        ended: When it last ended.
        case: The record.
    """
    begins = beginning_of(trigger, case.vocabulary)
    if begins is None:
        return False
    began = case.happened(begins, Which.LAST).moment
    return runs_between(began, ended, case.record.kind)


def runs_between(began: Moment, ended: Moment, kind: RecordKind) -> bool | None:
    """
    Say whether something runs, by when it last began and ended; None where nobody knows.

    A placement without a beginning or an end may well be running.
    """
    if began is Absence.NOT_STARTED:
        placed = kind is RecordKind.PLACEMENT and ended is Absence.NOT_STARTED
        return None if placed else False
    if not isinstance(began, Known):
        return None
    return not isinstance(ended, Known) or began.day > ended.day


def _start(clause: Clause, after: str, case: Case) -> Start:
    policy = case.version_of(clause) if clause.effect is Effect.CEILING else case.policy
    if clause.own and after in policy.clocks:
        return case.started(after, policy, clause.period)
    which = clause.which if after == clause.after else None
    return case.happened(after, which, purposes=_purposes(clause, policy))


def _purposes(clause: Clause, policy: Policy) -> tuple[str, ...]:
    """
    Name what a clause speaks of; an agreement to something else starts nothing of it.
    """
    uses = (policy.uses[use] for use in clause.uses or () if use in policy.uses)
    return (*clause.purposes, *(purpose for use in uses for purpose in use.purposes))
