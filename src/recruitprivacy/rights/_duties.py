"""
What is owed because of a request, in the order in which it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Final, TypedDict, Unpack

import attrs

from recruitprivacy.basis._frame import Frame
from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, local_day
from recruitprivacy.messages import Value, phrase
from recruitprivacy.policy import Capacity, Policy, Responsibility, Waiver
from recruitprivacy.rights._assess import COPIES, assess
from recruitprivacy.rights._circumstances import Circumstances
from recruitprivacy.rights._counted import counted
from recruitprivacy.rights._due import due
from recruitprivacy.rights._duty import Addressee, Duty, DutyKind
from recruitprivacy.rights._late import refusal_ends
from recruitprivacy.rights._local import in_own_zone, place_of_controller
from recruitprivacy.rights._pleas import Plea
from recruitprivacy.rights._request import RightsRequest, wording_of
from recruitprivacy.rights._settled import settled_on
from recruitprivacy.rights._verdict import First, Judgement, Verdict
from recruitprivacy.timeline import DisclosureFacts, Facts, RequestStatus
from recruitprivacy.vocabulary import BUILT_IN, Kind, Right, Vocabulary

__all__ = ["duties", "next_duties"]

DOCUMENTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"copy_of_safeguards": ("GDPR Art. 13(1)(f)",), "copy_of_lia": ("GDPR Art. 5(2)",)}
)
"""What stands behind asking for something that is no right of its own."""
NOTHING_DONE: Final[Mapping[str, date]] = FrozenMap()
ELECTRONIC: Final = (
    "email",
    "webform",
    "website",
    "account",
    "app",
    "chat",
    "professional_network",
    "unsubscribe_link",
)
PASSED_ON: Final = frozenset({Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION})
"""What recipients are told of; not that somebody objected or took an agreement back."""
PARTLY: Final = frozenset({Verdict.KEEP, Verdict.MAY_REFUSE})
MACHINES: Final = frozenset({Right.NOT_SUBJECT_TO_AUTOMATED_DECISION, Right.HUMAN_INTERVENTION})
SAYING_NO: Final = MACHINES | {Right.OBJECT, Right.WITHDRAW_CONSENT}
LEFT_ALONE: Final = frozenset({Right.OBJECT_MARKETING, Right.OBJECT})


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


@attrs.frozen(kw_only=True)
class _Owed:
    """
    What meeting a right takes.
    """

    kind: DutyKind
    cites: tuple[str, ...]
    to: Addressee = Addressee.PERSON
    at_once: bool = False


OURSELVES: Final = Addressee.OURSELVES
OWED: Final[Mapping[Right, _Owed]] = MappingProxyType(
    {
        Right.OBJECT_MARKETING: _Owed(
            kind=DutyKind.STOP_MARKETING, cites=("GDPR Art. 21(3)",), to=OURSELVES, at_once=True
        ),
        Right.WITHDRAW_CONSENT: _Owed(
            kind=DutyKind.STOP_USE, cites=("GDPR Art. 7(3)",), to=OURSELVES, at_once=True
        ),
        Right.OBJECT: _Owed(
            kind=DutyKind.SUSPEND_USE,
            cites=("GDPR Art. 21(1)", "GDPR Art. 18(1)(d)"),
            to=OURSELVES,
            at_once=True,
        ),
        Right.RESTRICTION: _Owed(
            kind=DutyKind.RESTRICT, cites=("GDPR Art. 18(2)",), to=OURSELVES, at_once=True
        ),
        Right.ACCESS: _Owed(
            kind=DutyKind.GIVE_ACCESS, cites=("GDPR Art. 15(1)", "GDPR Art. 15(3)")
        ),
        Right.PORTABILITY: _Owed(
            kind=DutyKind.GIVE_PORTABLE_COPY, cites=("GDPR Art. 20(1)", "GDPR Art. 20(2)")
        ),
        Right.RECTIFICATION: _Owed(kind=DutyKind.RECTIFY, cites=("GDPR Art. 16",), to=OURSELVES),
        Right.ERASURE: _Owed(kind=DutyKind.ERASE, cites=("GDPR Art. 17(1)",), to=OURSELVES),
        Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: _Owed(
            kind=DutyKind.LOOK_AGAIN, cites=("GDPR Art. 22(3)",)
        ),
        Right.HUMAN_INTERVENTION: _Owed(kind=DutyKind.LOOK_AGAIN, cites=("GDPR Art. 22(3)",)),
        Right.RECIPIENTS_INFORMATION: _Owed(kind=DutyKind.NAME_RECIPIENTS, cites=("GDPR Art. 19",)),
    }
)


class _More(TypedDict, total=False):
    whom: str
    records: tuple[str, ...]
    categories: tuple[str, ...] | None
    at_once: bool
    first: tuple[First, ...]
    unless: tuple[Waiver, ...]


@attrs.frozen(kw_only=True, slots=False)
class _Case:
    """
    A request, and all that is looked at to find what it takes.
    """

    frame: Frame
    request: RightsRequest
    policy: Policy
    facts: Facts
    given: Circumstances
    judged: tuple[Judgement, ...]
    done: Mapping[str, date]

    @cached_property
    def answer_by(self) -> date | None:
        return due(self.request, self.frame.law, on=self.frame.on).last_day

    @cached_property
    def refuse_by(self) -> date | None:
        request, law = self.request, self.frame.law
        history = in_own_zone(request.history, request.situation, law)
        time = counted(request, history, law)
        return refusal_ends(request, time, law).last_day if time else None

    @cached_property
    def received_on(self) -> date:
        zone = self.frame.law.zone(place_of_controller(self.request.situation))
        return local_day(self.request.received_at, zone)

    @cached_property
    def electronic(self) -> bool:
        channel, words = self.request.channel, self.frame.vocabulary
        return channel is not None and any(
            words.is_kind(Kind.CHANNEL, channel, each) for each in ELECTRONIC
        )

    @cached_property
    def responsible(self) -> tuple[Responsibility, ...]:
        roles = {each.role for each in self.facts.records.values()} & set(self.policy.roles)
        found = (
            one for role in sorted(roles) for one in self.policy.responsible_for(role).values()
        )
        return tuple(dict.fromkeys(found))

    @property
    def acting(self) -> bool:
        processor = any(each.capacity is Capacity.PROCESSOR for each in self.responsible)
        elsewhere = {each.verdict for each in self.judged} == {Verdict.OUT_OF_SCOPE}
        return processor and elsewhere

    def met(self, right: Right) -> tuple[Judgement, ...]:
        """
        List what is judged of a right and must be met.
        """
        return tuple(
            each for each in self.judged if each.right is right and each.verdict is Verdict.COMPLY
        )

    def duty(
        self,
        kind: DutyKind,
        *cites: str,
        to: Addressee = Addressee.PERSON,
        right: Right | None = None,
        due_on: date | None = None,
        values: Mapping[str, Value] = FrozenMap(),
        **more: Unpack[_More],
    ) -> Duty:
        """
        Say what is owed, and whether it was done.
        """
        says = Step(says=phrase(kind.what, **values), cites=self.frame.cite(*cites))
        made = Duty(
            kind=kind,
            to=to,
            right=right,
            due_on=due_on,
            electronic=self.electronic and to is Addressee.PERSON,
            step=says,
            acts=FrozenMap(self.frame.law.acts),
            **more,
        )
        done = self.done.get(made.key) or settled_on(made, self.request, self.facts)
        return attrs.evolve(made, done_on=done)


def duties(  # noqa: PLR0913 - what assess() takes, and what was done
    request: RightsRequest,
    policy: Policy,
    facts: Facts,
    law: Law,
    *,
    on: date,
    given: Circumstances | None = None,
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
        given: What somebody found out who looked into it.
        pleas: What the controller says stands against it.
        done: The day on which a duty was done, by its key, where no event tells.
        situation: As for :func:`assess`.
        vocabulary: The words of the policy and the facts.

    Raises:
        FaultsError: If the situation names no place.
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
    ties = situation or request.situation
    found = Circumstances() if given is None else given
    case = _Case(
        frame=Frame(law=law, situation=ties, on=on, vocabulary=vocabulary),
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
    given: Circumstances | None = None,
    pleas: Iterable[Plea] = (),
    done: Mapping[str, date] = NOTHING_DONE,
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Duty, ...]:
    """
    List what is owed and not done yet, in the order of doing it; the arguments are as there.

    Raises:
        FaultsError: If the situation names no place.
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


def _promised(case: _Case) -> Iterator[Duty]:
    requests = case.policy.requests
    if requests.acknowledged:
        yield case.duty(DutyKind.ACKNOWLEDGE, "GDPR Art. 12(2)", due_on=case.received_on)
    if requests.progress_told and not case.request.status.is_closed:
        yield case.duty(DutyKind.TELL_PROGRESS, "GDPR Art. 12(2)")


def _of_rights(case: _Case) -> Iterator[Duty]:
    for right in case.request.rights:
        owed, met = OWED.get(right), _moving(case, right)
        if owed is None or not (met or right is Right.OBJECT_MARKETING):
            continue
        first = tuple(dict.fromkeys(each for one in met for each in one.first))
        yield case.duty(
            owed.kind,
            *owed.cites,
            to=owed.to,
            right=right,
            records=tuple(dict.fromkeys(each.record for each in met)),
            categories=tuple(dict.fromkeys(each.category for each in met)),
            due_on=case.received_on if owed.at_once else case.answer_by,
            at_once=owed.at_once,
            first=first,
        )


def _moving(case: _Case, right: Right) -> tuple[Judgement, ...]:
    # What was objected to stands still even while somebody weighs whether it may go on.
    waits = [
        each
        for each in case.judged
        if right is Right.OBJECT and each.right is right and each.verdict is Verdict.MAY_REFUSE
    ]
    stopped = (each for each in waits if each.stops)
    return (*case.met(right), *stopped)


def _reading(case: _Case) -> Iterator[Duty]:
    wording = wording_of(case.request, case.frame.vocabulary)
    if wording is not None and not case.request.rights:
        asks = {"request": case.frame.vocabulary.term(Kind.REQUEST, wording).label}
        cites, kind = DOCUMENTS.get(wording, ()), DutyKind.GIVE_DOCUMENT
        yield case.duty(kind, *cites, whom=wording, due_on=case.answer_by, values=asks)
    elif not case.request.rights:
        yield case.duty(
            DutyKind.READ_REQUEST, "GDPR Art. 12(2)", to=OURSELVES, due_on=case.received_on
        )
    if case.given.deceased:
        yield case.duty(DutyKind.LOOK_AT_NATIONAL_LAW, "GDPR Recital 27", to=OURSELVES)


def _of_others(case: _Case) -> Iterator[Duty]:
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


def _of_machines(case: _Case) -> Iterator[Duty]:
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


def _of_restrictions(case: _Case) -> Iterator[Duty]:
    waits = [each for each in case.judged if First.ANNOUNCE in each.first]
    if waits:
        records = tuple(dict.fromkeys(each.record for each in waits))
        due_on = case.answer_by
        yield case.duty(DutyKind.ANNOUNCE_LIFT, "GDPR Art. 18(3)", records=records, due_on=due_on)


def _of_recipients(case: _Case) -> Iterator[Duty]:
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


def _told(case: _Case, right: Right, disclosed: DisclosureFacts | None) -> Duty:
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


def _reached(disclosed: DisclosureFacts, met: Iterable[Judgement], case: _Case) -> bool:
    return any(
        (not disclosed.records or each.record in disclosed.records)
        and _any_category(disclosed, each.category, case.frame)
        for each in met
    )


def _any_category(disclosed: DisclosureFacts, category: str, frame: Frame) -> bool:
    named = disclosed.categories
    return named is None or any(
        frame.is_category(category, each) or frame.is_category(each, category) for each in named
    )


def _of_the_public(case: _Case) -> Iterator[Duty]:
    if case.given.made_public and case.met(Right.ERASURE):
        to = Addressee.OTHER_CONTROLLERS
        yield case.duty(DutyKind.TELL_CONTROLLERS, "GDPR Art. 17(2)", to=to, right=Right.ERASURE)


def _of_the_answer(case: _Case) -> Iterator[Duty]:
    verdicts = {each.verdict for each in case.judged}
    if Verdict.MAY_REFUSE in verdicts:
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


def _of_what_remains(case: _Case) -> Iterator[Duty]:
    if LEFT_ALONE.intersection(case.request.rights):
        yield case.duty(DutyKind.SUPPRESS, "GDPR Art. 21(3)", to=OURSELVES)
    yield case.duty(DutyKind.KEEP_PROOF, "GDPR Art. 5(2)", to=OURSELVES)


PARTS: Final[tuple[Callable[[_Case], Iterator[Duty]], ...]] = (
    _promised,
    _reading,
    _of_rights,
    _of_others,
    _of_machines,
    _of_restrictions,
    _of_recipients,
    _of_the_public,
    _of_the_answer,
    _of_what_remains,
)
