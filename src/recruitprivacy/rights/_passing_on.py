"""
Who else is told of a request, and of what was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recruitprivacy.policy import Capacity, Waiver
from recruitprivacy.rights._case import Case
from recruitprivacy.rights._duty import Addressee, Duty, DutyKind
from recruitprivacy.rights._reach import reaches
from recruitprivacy.rights._verdict import Judgement
from recruitprivacy.timeline import DisclosureFacts
from recruitprivacy.vocabulary import Right

__all__ = ["passing_on"]

PASSED_ON: Final = frozenset({Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION})
"""What recipients are told of; not that somebody objected or took an agreement back."""


def passing_on(case: Case) -> Iterator[Duty]:
    """
    List what other controllers and recipients are told.

    Law:
        GDPR Art. 17(2): who processes what was made public is told.
        GDPR Art. 19: recipients are told.
        GDPR Art. 26(3): the person may turn to each joint controller.
        GDPR Art. 28(3)(e): a processor assists its controller.
    """
    yield from _of_others(case)
    yield from _of_recipients(case)
    yield from _of_the_public(case)


def _of_others(case: Case) -> Iterator[Duty]:
    for each in case.responsible:
        if each.capacity is Capacity.PROCESSOR:
            whom, to = each.acting_for or "", Addressee.PRINCIPAL
            cites = ("GDPR Art. 28(3)(a)", "GDPR Art. 28(3)(e)")
            yield case.duty(
                DutyKind.FORWARD, *cites, to=to, whom=whom, due_on=case.received_on, at_once=True
            )
            cites = ("GDPR Art. 28(3)(e)", "GDPR Art. 28(3)(g)")
            yield case.duty(DutyKind.ASSIST, *cites, to=to, whom=whom)
        if each.capacity is Capacity.JOINT:
            kind, to = DutyKind.TELL_JOINT_CONTROLLER, Addressee.JOINT_CONTROLLER
            yield from (case.duty(kind, "GDPR Art. 26(3)", to=to, whom=one) for one in each.among)


def _of_recipients(case: Case) -> Iterator[Duty]:
    for right in PASSED_ON.intersection(case.request.rights):
        met = case.met(right)
        if met and "disclosures" in case.facts.unknown:
            yield _told(case, right, None)
        reached = (each for each in case.facts.disclosures if _reached(each, met, case))
        yield from (_told(case, right, each) for each in reached)
    rectified = case.policy.rights.get(Right.RECTIFICATION)
    promised = rectified and rectified.telling and rectified.telling.person_told_who
    if promised and case.met(Right.RECTIFICATION):
        right, by = Right.RECTIFICATION, case.answer_by
        yield case.duty(DutyKind.NAME_RECIPIENTS, "GDPR Art. 19", right=right, due_on=by)


def _told(case: Case, right: Right, disclosed: DisclosureFacts | None) -> Duty:
    return case.duty(
        DutyKind.TELL_RECIPIENT,
        "GDPR Art. 19",
        to=Addressee.RECIPIENT,
        right=right,
        whom=(disclosed.to or disclosed.recipient) if disclosed else "",
        records=disclosed.records if disclosed else (),
        categories=disclosed.categories if disclosed else None,
        unless=tuple(Waiver),
    )


def _reached(disclosed: DisclosureFacts, met: Iterable[Judgement], case: Case) -> bool:
    return any(
        reaches(disclosed, case.frame, record=each.record, category=each.category) for each in met
    )


def _of_the_public(case: Case) -> Iterator[Duty]:
    public = any(each.made_public for each in case.given)
    if public and case.met(Right.ERASURE):
        to = Addressee.OTHER_CONTROLLERS
        yield case.duty(DutyKind.TELL_CONTROLLERS, "GDPR Art. 17(2)", to=to, right=Right.ERASURE)
