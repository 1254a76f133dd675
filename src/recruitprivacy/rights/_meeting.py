"""
What meeting each right takes, and what stops with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.rights._case import Case
from recruitprivacy.rights._duty import Addressee, Duty, DutyKind
from recruitprivacy.rights._verdict import PARTLY, First, Judgement, Verdict
from recruitprivacy.vocabulary import AutomatedDecisionException, RefusalGround, Right

__all__ = ["meeting"]


@attrs.frozen(kw_only=True)
class Owed:
    """
    What meeting a right takes.

    Attributes:
        kind: What is owed.
        cites: Its provisions, as a lawyer writes them.
        to: To whom.
        at_once: Whether it takes effect at once.
        waits_for: What it waits for, if that is not there yet.
    """

    kind: DutyKind
    cites: tuple[str, ...]
    to: Addressee = Addressee.PERSON
    at_once: bool = False
    waits_for: frozenset[First] = frozenset(First)


OURSELVES: Final = Addressee.OURSELVES
OWED: Final[Mapping[Right, Owed]] = MappingProxyType(
    {
        Right.WITHDRAW_CONSENT: Owed(
            kind=DutyKind.STOP_USE, cites=("GDPR Art. 7(3)",), to=OURSELVES, at_once=True
        ),
        Right.OBJECT: Owed(
            kind=DutyKind.SUSPEND_USE,
            cites=("GDPR Art. 21(1)", "GDPR Art. 18(1)(d)"),
            to=OURSELVES,
            at_once=True,
        ),
        Right.RESTRICTION: Owed(
            kind=DutyKind.RESTRICT, cites=("GDPR Art. 18(2)",), to=OURSELVES, at_once=True
        ),
        Right.ACCESS: Owed(kind=DutyKind.GIVE_ACCESS, cites=("GDPR Art. 15(1)", "GDPR Art. 15(3)")),
        Right.PORTABILITY: Owed(
            kind=DutyKind.GIVE_PORTABLE_COPY, cites=("GDPR Art. 20(1)", "GDPR Art. 20(2)")
        ),
        Right.RECTIFICATION: Owed(kind=DutyKind.RECTIFY, cites=("GDPR Art. 16",), to=OURSELVES),
        Right.ERASURE: Owed(kind=DutyKind.ERASE, cites=("GDPR Art. 17(1)",), to=OURSELVES),
        Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: Owed(
            kind=DutyKind.LOOK_AGAIN, cites=("GDPR Art. 22(3)",)
        ),
        Right.HUMAN_INTERVENTION: Owed(kind=DutyKind.LOOK_AGAIN, cites=("GDPR Art. 22(3)",)),
        Right.RECIPIENTS_INFORMATION: Owed(kind=DutyKind.NAME_RECIPIENTS, cites=("GDPR Art. 19",)),
    }
)


ADS: Final = Owed(
    kind=DutyKind.STOP_MARKETING,
    cites=("GDPR Art. 21(3)",),
    to=OURSELVES,
    at_once=True,
    waits_for=frozenset(),
)
APART: Final = Owed(
    kind=DutyKind.SET_APART,
    cites=("GDPR Art. 17(3)", "GDPR Art. 5(1)(b)"),
    to=OURSELVES,
    at_once=True,
    waits_for=frozenset({First.IDENTITY, First.MANDATE}),
)


def meeting(case: Case) -> Iterator[Duty]:
    """
    List what is done with the data themselves.

    Law:
        GDPR Art. 17(3): what is kept is kept only as far as it is necessary.
        GDPR Art. 21(3): advertising ends, whatever else is decided.
    """
    yield from _of_advertising(case)
    yield from _of_rights(case)
    yield from _of_what_stays(case)


def _of_rights(case: Case) -> Iterator[Duty]:
    for right in case.request.rights:
        owed, met = OWED.get(right), _moving(case, right)
        if owed is not None and met:
            yield _over(case, owed, right, met)


def _over(case: Case, owed: Owed, right: Right, judged: tuple[Judgement, ...]) -> Duty:
    first = (one for each in judged for one in each.first if one in owed.waits_for)
    return case.duty(
        owed.kind,
        *owed.cites,
        to=owed.to,
        right=right,
        records=tuple(dict.fromkeys(each.record for each in judged)),
        categories=tuple(dict.fromkeys(each.category for each in judged)),
        data=_data(judged),
        due_on=case.received_on if owed.at_once else case.answer_by,
        at_once=owed.at_once,
        first=tuple(dict.fromkeys(first)),
    )


def _data(judged: Iterable[Judgement]) -> FrozenMap[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for each in judged:
        found.setdefault(each.record, {})[each.category] = None
    return FrozenMap({record: tuple(found[record]) for record in found})


def _moving(case: Case, right: Right) -> tuple[Judgement, ...]:
    # What was objected to stands still even while somebody weighs whether it may go on, and a
    # human looks again even where a machine may decide.
    waits = (each for each in case.of(right) if each.verdict is Verdict.MAY_REFUSE)
    still = (each for each in waits if _goes_on_owed(each))
    return (*case.met(right), *still)


def _goes_on_owed(judged: Judgement) -> bool:
    if judged.right is Right.OBJECT:
        return bool(judged.stops)
    machines = judged.right is Right.NOT_SUBJECT_TO_AUTOMATED_DECISION
    return machines and all(isinstance(each, AutomatedDecisionException) for each in judged.against)


def _of_advertising(case: Case) -> Iterator[Duty]:
    right = case.stops_ads
    if right is not None:
        stopped = tuple(each for each in case.of(right) if _stops(each))
        yield _over(case, ADS, right, stopped)


def _stops(judged: Judgement) -> bool:
    in_scope = judged.verdict is not Verdict.OUT_OF_SCOPE
    return in_scope and (judged.right is Right.OBJECT_MARKETING or bool(judged.stops))


def _of_what_stays(case: Case) -> Iterator[Duty]:
    # Art. 17(3): only as far as it is necessary for the reason it is kept for.
    stays = [each for each in case.of(Right.ERASURE) if each.verdict in PARTLY and _ends(each)]
    if stays:
        yield _over(case, APART, Right.ERASURE, tuple(stays))


def _ends(judged: Judgement) -> bool:
    needed = RefusalGround.RIGHT_DOES_NOT_APPLY in judged.against
    return bool(judged.stops) or (judged.verdict is Verdict.KEEP and not needed)
