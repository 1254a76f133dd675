"""
What is owed because of a request, in the order in which it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Rule, Situation
from recruitprivacy.policy import Policy
from recruitprivacy.rights._assess import COPIES, assess
from recruitprivacy.rights._case import Case
from recruitprivacy.rights._circumstances import Given, several
from recruitprivacy.rights._duty import Addressee, Duty, DutyKind
from recruitprivacy.rights._framed import framed
from recruitprivacy.rights._meeting import meeting
from recruitprivacy.rights._passing_on import passing_on
from recruitprivacy.rights._pleas import Plea
from recruitprivacy.rights._request import RightsRequest, unauthorised, wording_of
from recruitprivacy.rights._seen import LIVES
from recruitprivacy.rights._verdict import PARTLY, First, Verdict
from recruitprivacy.timeline import Facts, RequestStatus
from recruitprivacy.vocabulary import BUILT_IN, Kind, Right, Vocabulary

__all__ = ["duties", "next_duties"]

DOCUMENTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"copy_of_safeguards": ("GDPR Art. 13(1)(f)",), "copy_of_lia": ("GDPR Art. 5(2)",)}
)
"""What stands behind asking for something that is no right of its own."""
NOTHING_DONE: Final[Mapping[str, date]] = FrozenMap()
OURSELVES: Final = Addressee.OURSELVES
MACHINES: Final = frozenset({Right.NOT_SUBJECT_TO_AUTOMATED_DECISION, Right.HUMAN_INTERVENTION})
SAYING_NO: Final = MACHINES | {Right.OBJECT, Right.WITHDRAW_CONSENT}
MERITS: Final = "merits"
LASTING: Final[Mapping[RequestStatus, frozenset[DutyKind]]] = MappingProxyType(
    {
        RequestStatus.WITHDRAWN: frozenset({DutyKind.KEEP_PROOF}),
        RequestStatus.CLOSED_UNPROVED: frozenset(
            {
                DutyKind.STOP_MARKETING,
                DutyKind.STOP_USE,
                DutyKind.SUPPRESS,
                DutyKind.KEEP_PROOF,
            }
        ),
    }
)
"""What stays owed where the person no longer asks, or never showed who they are."""


def duties(  # noqa: PLR0913 - what assess() takes, and what was done
    request: RightsRequest,
    policy: Policy,
    facts: Facts,
    law: Law,
    *,
    on: date,
    given: Given = None,
    pleas: Iterable[Plea] = (),
    done: Mapping[str, date] = NOTHING_DONE,
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Duty, ...]:
    """
    List everything that is owed because of a request, done or not, in the order of doing it.

    Args:
        request: The request.
        policy: The declaration, with its earlier versions.
        facts: The facts of the person, as of the same day.
        law: The packs the situation needs.
        on: The day asked about.
        given: As for :func:`assess`.
        pleas: What the controller says stands against it.
        done: The day on which a duty was done, by its key, where no event tells.
        situation: As for :func:`assess`.
        vocabulary: The words of the policy and the facts.

    Raises:
        FaultsError: If the situation names no place, or the facts are of somebody else.
        UnknownFactorError: If the controller's establishment is unknown.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> today, book = date(2026, 4, 8), load("NL")
    >>> asked = open_request(Right.OBJECT_MARKETING, Right.ACCESS, request="r-1", person="anna",
    ...                      received_at=datetime(2026, 4, 8, 9, tzinfo=UTC), channel="email",
    ...                      situation=Situation(establishment="NL"))
    >>> known = fold(anna_applies(), own_hiring(), on=today, law=book)
    >>> for each in duties(asked, own_hiring(), known, book, on=today):
    ...     print(each.kind.value, each.due_on)
    stop_marketing 2026-04-08
    give_access 2026-05-08
    answer 2026-05-08
    suppress None
    keep_proof None

    Law:
        GDPR Art. 12(3): without undue delay, and within one month.
        GDPR Art. 12(4): reasons, complaint and court are told of what is not done.
        GDPR Art. 17(2): who processes what was made public is told.
        GDPR Art. 18(3): the person is told before a restriction is lifted.
        GDPR Art. 19: recipients are told.
        GDPR Art. 28(3)(e): a processor assists its controller.
    """
    found = several(given)
    case = Case(
        frame=framed(request, law, on=on, situation=situation, vocabulary=vocabulary),
        request=request,
        policy=policy,
        facts=facts,
        given=found,
        judged=assess(
            request,
            policy,
            facts,
            law,
            on=on,
            given=found,
            pleas=pleas,
            situation=situation,
            vocabulary=vocabulary,
        ),
        done=done,
    )
    stays = LASTING.get(request.status)
    owed = (duty for part in PARTS for duty in part(case) if stays is None or duty.kind in stays)
    return tuple(sorted(dict.fromkeys(owed), key=_place))


def next_duties(  # noqa: PLR0913 - the same
    request: RightsRequest,
    policy: Policy,
    facts: Facts,
    law: Law,
    *,
    on: date,
    given: Given = None,
    pleas: Iterable[Plea] = (),
    done: Mapping[str, date] = NOTHING_DONE,
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Duty, ...]:
    """
    List what is owed and not done yet, in the order of doing it; the arguments are as there.

    Raises:
        FaultsError: If the situation names no place, or the facts are of somebody else.
        UnknownFactorError: If the controller's establishment is unknown.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> today, book = date(2026, 4, 8), load("NL")
    >>> asked = open_request(Right.OBJECT_MARKETING, request="r-1", person="anna",
    ...                      received_at=datetime(2026, 4, 8, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> known = fold(anna_applies(), own_hiring(), on=today, law=book)
    >>> left = next_duties(asked, own_hiring(), known, book, on=today,
    ...                    done={"stop_marketing/object_marketing": today})
    >>> left[0].kind.value
    'answer'
    """
    every = duties(
        request,
        policy,
        facts,
        law,
        on=on,
        given=given,
        pleas=pleas,
        done=done,
        situation=situation,
        vocabulary=vocabulary,
    )
    return tuple(each for each in every if each.done_on is None)


def _place(duty: Duty) -> tuple[int, date, str]:
    return tuple(DutyKind).index(duty.kind), duty.due_on or date.max, duty.key


def _promised(case: Case) -> Iterator[Duty]:
    requests = case.policy.requests
    if requests.acknowledged:
        yield case.duty(DutyKind.ACKNOWLEDGE, "GDPR Art. 12(2)", due_on=case.received_on)
    if requests.progress_told and not case.request.status.is_closed:
        yield case.duty(DutyKind.TELL_PROGRESS, "GDPR Art. 12(2)")


def _reading(case: Case) -> Iterator[Duty]:
    wording = wording_of(case.request, case.frame.vocabulary)
    rules = _rules_on_merits(case) if wording == MERITS else ()
    if wording is not None and not case.request.rights and (wording != MERITS or rules):
        asks = {"request": case.frame.vocabulary.term(Kind.REQUEST, wording).label}
        cites = (*DOCUMENTS.get(wording, ()), *(str(one) for each in rules for one in each.cites))
        kind, by = DutyKind.GIVE_DOCUMENT, case.answer_by
        yield case.duty(kind, *cites, whom=wording, due_on=by, values=asks)
    elif not case.request.rights:
        yield case.duty(
            DutyKind.READ_REQUEST, "GDPR Art. 12(2)", to=OURSELVES, due_on=case.received_on
        )
    if any(each.deceased for each in case.given):
        yield case.duty(DutyKind.LOOK_AT_NATIONAL_LAW, "GDPR Recital 27", to=OURSELVES)


def _rules_on_merits(case: Case) -> tuple[Rule, ...]:
    asked = case.frame.asked("applicant_rights")
    return tuple(each.rule for each in asked if each.rule.value == "merits_on_request")


def _mandate(case: Case) -> Iterator[Duty]:
    if unauthorised(case.request):
        cites = ("GDPR Art. 12(6)", "EDPB 01/2022 para. 80")
        yield case.duty(DutyKind.CHECK_MANDATE, *cites, to=OURSELVES)


def _of_machines(case: Case) -> Iterator[Duty]:
    if not SAYING_NO.intersection(case.request.rights):
        return
    words, roles = case.frame.vocabulary, {each.role for each in case.facts.records.values()}
    for name, each in case.policy.automation.items():
        if each.refused and (not each.roles or not roles.isdisjoint(each.roles)):
            labels = tuple(words.term(Kind.CONSEQUENCE, one).label for one in each.refused)
            yield case.duty(
                DutyKind.ANNOUNCE_CONSEQUENCE,
                "GDPR Art. 13(2)(f)",
                whom=name,
                due_on=case.answer_by,
                values={"consequences": labels},
            )


def _of_restrictions(case: Case) -> Iterator[Duty]:
    waits = [each for each in case.judged if First.ANNOUNCE in each.first]
    if waits:
        records = tuple(dict.fromkeys(each.record for each in waits))
        due_on = case.answer_by
        yield case.duty(DutyKind.ANNOUNCE_LIFT, "GDPR Art. 18(3)", records=records, due_on=due_on)


def _of_the_answer(case: Case) -> Iterator[Duty]:
    verdicts = {each.verdict for each in case.judged}
    if any(each.verdict is Verdict.MAY_REFUSE and not each.decided_by for each in case.judged):
        cites = ("GDPR Art. 12(4)", "GDPR Art. 12(5)")
        yield case.duty(DutyKind.DECIDE, *cites, to=OURSELVES, due_on=case.refuse_by)
    if verdicts & PARTLY:
        yield case.duty(DutyKind.SAY_WHY, "GDPR Art. 12(4)", due_on=case.refuse_by)
    if not case.judged and COPIES.intersection(case.request.rights):
        by = case.answer_by
        yield case.duty(DutyKind.SAY_NOTHING_IS_HELD, "GDPR Art. 15(1)", due_on=by)
    if case.answer_by is not None and not case.acting:
        cites = ("GDPR Art. 12(3)", "GDPR Art. 12(5)")
        yield case.duty(DutyKind.ANSWER, *cites, due_on=case.answer_by)


def _of_what_remains(case: Case) -> Iterator[Duty]:
    if case.stops_ads or _left_alone(case):
        cite = "GDPR Art. 21(3)" if case.stops_ads else "GDPR Art. 21(1)"
        yield case.duty(DutyKind.SUPPRESS, cite, to=OURSELVES)
    yield case.duty(DutyKind.KEEP_PROOF, "GDPR Art. 5(2)", to=OURSELVES)


def _left_alone(case: Case) -> bool:
    # Who objects to a part of it goes on being dealt with, and is left alone in nothing else.
    if Right.OBJECT not in case.request.rights:
        return False
    goes_on = (
        one.purpose not in each.stops
        for each in case.of(Right.OBJECT)
        for one in each.disposal.purposes
        if one.standing in LIVES
    )
    return not any(goes_on)


PARTS: Final[tuple[Callable[[Case], Iterator[Duty]], ...]] = (
    _promised,
    _reading,
    _mandate,
    meeting,
    passing_on,
    _of_machines,
    _of_restrictions,
    _of_the_answer,
    _of_what_remains,
)
