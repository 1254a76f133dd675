"""
By when a person must be answered, and why by then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import ClassVar, Final

import attrs

from recruitprivacy.canonical import Plain, digest, dumps
from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Finding, Level, Reading, Step, Weight
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Deadline, Law, replay_lines
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.policy import Policy
from recruitprivacy.rights._counted import NO_PERIOD, Counted, counted
from recruitprivacy.rights._extension import (
    LATE,
    NO_LENGTH,
    NO_REASON,
    NOT_FORESEEN,
    TOO_LONG,
    TWICE,
    UNTOLD,
)
from recruitprivacy.rights._late import late
from recruitprivacy.rights._local import in_own_zone
from recruitprivacy.rights._promised import of_promise, promised
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import (
    Answered,
    AnyRequestEvent,
    Refused,
    RequestStatus,
    day_of,
    stands,
)
from recruitprivacy.vocabulary import Right

__all__ = ["Due", "due"]

EFFECTIVE_AT_ONCE: Final[Mapping[Right, str]] = MappingProxyType(
    {Right.OBJECT_MARKETING: "GDPR Art. 21(3)", Right.WITHDRAW_CONSENT: "GDPR Art. 7(3)"}
)
SUSPENDS: Final = ("GDPR Art. 21(1)", "GDPR Art. 18(1)(d)")
ONE_MONTH: Final = "GDPR Art. 12(3)"
ANSWER_BY: Final = Message(
    "rights.due.answer_by", "Answer by {day} at the latest, and sooner if possible."
)
PAST: Final = Message(
    "rights.due.past", "The last day to answer was {day}. It is past: answer now."
)
CLOSED: Final = Message(
    "rights.due.closed", "The request is closed ({status}). Last day to answer: {day}."
)
NO_DAY: Final = Message("rights.due.no_day", "No last day to answer is set.")
ASKED: Final = Message("rights.due.asked", "What was asked for: {rights}.")
PROMISED: Final = Message("rights.due.promised", "The firm itself promises an answer by {day}.")
OTHERWISE: Final = Message("rights.due.otherwise", "Read otherwise, it is {day}: {says}")
OTHERWISE_OPEN: Final = Message(
    "rights.due.otherwise_open", "Read otherwise, there is no last day yet: {says}"
)
MOVES_NOTHING: Final = Message(
    "rights.step.extension_moves_nothing",
    "An extension was recorded that does not count, so the last day stays.",
)
AT_ONCE: Final = Message(
    "rights.step.at_once", "{right:capital}: this takes effect at once, whatever the last day is."
)
SUSPENDED: Final = Message(
    "rights.step.suspended",
    "{right:capital}: what it concerns is suspended at once, until it is settled whether "
    "compelling grounds outweigh it.",
)
NO_MONTH: Final = Message(
    "rights.step.no_month", "{right:capital}: the period of one month does not run for this."
)
EXTENDED_LATE: Final = Message(
    "rights.breach.extended_late",
    "The extension was not told by {day}, the last day of the first period, so it moves nothing.",
)
EXTENDED_NO_REASON: Final = Message(
    "rights.breach.extended_no_reason",
    "The time for an answer was extended without a recorded reason, so it moves nothing.",
)
EXTENDED_UNTOLD: Final = Message(
    "rights.breach.extended_untold",
    "It is not recorded that the person was told of the extension, so it moves nothing.",
)
EXTENDED_TWICE: Final = Message(
    "rights.breach.extended_twice", "The time for an answer was extended more than once."
)
EXTENDED_TOO_LONG: Final = Message(
    "rights.breach.extended_too_long",
    "The time for an answer was extended by {period}; the law allows until {day}.",
)
EXTENDED_NO_LENGTH: Final = Message(
    "rights.breach.extended_no_length",
    "It is not recorded by when the answer will come, so the extension moves nothing.",
)
EXTENDED_NOT_FORESEEN: Final = Message(
    "rights.breach.extended_not_foreseen",
    "The law that sets the time for this answer knows no further time.",
)
OVERDUE: Final = Message(
    "rights.finding.overdue", "The last day to answer, {day}, is past, and no answer is recorded."
)
OVERDUE_AGAIN: Final = Message(
    "rights.finding.overdue_again",
    "The request was taken up again after it was answered. The last day, {day}, is past, and no "
    "text gives more time: answer without delay.",
)


@attrs.frozen(kw_only=True)
class Due:
    """
    The day by which a person must be answered.

    Attributes:
        deadline: What the law asks for: the date no pause has moved; None where no period runs
            for what is asked, as for a complaint or the withdrawal of consent.
        on: The day on which it was asked.
        status: Where the request stood on that day.
        at_once: What takes effect whatever the last day is, and for what no period runs.
        promise: What the firm itself promises, or None where it promises nothing.
        findings: What a reader should know: an extension that does not count, a promise too late.
        request: The request's id.
        rights: What was asked for.
        law: The digest of the law.
        law_version: The day each pack was last gone through.
    """

    deadline: Deadline | None
    on: date
    status: RequestStatus = RequestStatus.RECEIVED
    at_once: tuple[Step, ...] = ()
    promise: Deadline | None = None
    findings: tuple[Finding, ...] = ()
    request: str = ""
    rights: tuple[Right, ...] = ()
    law: str = ""
    law_version: str = ""
    _acts: FrozenMap[str, Act] = attrs.field(default=FrozenMap(), eq=False, repr=False)

    worked_out: ClassVar[tuple[str, ...]] = ("last_day", "promised_on", "is_past", "fingerprint")
    """What is worked out when asked for, and written beside the fields."""

    @property
    def last_day(self) -> date | None:
        """
        The last day under the law, inclusive, the day to work to; None where no period runs.
        """
        return self.deadline.last_day if self.deadline else None

    @property
    def expires_at(self) -> datetime | None:
        """
        The first instant at which it is too late, in the controller's time zone.
        """
        return self.deadline.expires_at if self.deadline else None

    @property
    def promised_on(self) -> date | None:
        """
        The last day under the firm's own promise, or None.
        """
        return self.promise.last_day if self.promise else None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """
        What else careful lawyers say, each with its day.
        """
        return self.deadline.readings if self.deadline else ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """
        The way to the day.
        """
        return (*self.at_once, *(self.deadline.steps if self.deadline else ()))

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        The provisions it rests on.
        """
        of_steps = [cite for step in self.at_once for cite in step.cites]
        of_deadline = self.deadline.cites if self.deadline else ()
        return tuple(dict.fromkeys((*of_deadline, *of_steps)))

    @property
    def is_past(self) -> bool:
        """
        Whether the last day lies before the day asked about, and an answer is still owed.

        It does not while a statute waits for the person.
        """
        if self.deadline is None or self.deadline.waits_for or self.status.is_closed:
            return False
        return self.deadline.last_day < self.on

    @property
    def fingerprint(self) -> str:
        """
        A hash of the day, of the way to it, and of the law, by which it can be replayed.
        """
        readings: list[Plain] = [[each.key, str(each.last_day)] for each in self.readings]
        findings: list[Plain] = [[each.code, each.path] for each in self.findings]
        steps: list[Plain] = [[each.fact, each.says.message.code, each.rule] for each in self.steps]
        days: list[Plain] = [str(self.last_day), str(self.promised_on), str(self.on)]
        asked: list[Plain] = [self.request, *map(str, self.rights), str(self.status), self.law]
        return digest(dumps([asked, days, steps, readings, findings]))

    def explain(self, language: str) -> str:
        """
        Say the day and the reasons, one a line.

        At the end stand what was asked for, and the law by which the answer can be replayed.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        told = (*self._lines(), *replay_lines(self, language))
        return explained(told, language, acts=self._acts)

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        yield self._first_line(), ()
        for step in self.steps:
            yield step.says, step.cites
        for reading in self.readings:
            day, says = reading.last_day, reading.says
            other = (
                phrase(OTHERWISE, day=day, says=says) if day else phrase(OTHERWISE_OPEN, says=says)
            )
            yield other, reading.cites
        if self.promise:
            yield phrase(PROMISED, day=self.promise.last_day), ()
            yield from ((each.says, each.cites) for each in self.promise.readings)
        yield from ((finding.says, finding.cites) for finding in self.findings)
        if self.rights:
            yield phrase(ASKED, rights=tuple(each.label for each in self.rights)), ()

    def _first_line(self) -> Phrase:
        if self.last_day is None:
            return phrase(NO_DAY)
        if self.status.is_closed:
            return phrase(CLOSED, status=self.status.label, day=self.last_day)
        return phrase(PAST if self.is_past else ANSWER_BY, day=self.last_day)


def due(request: RightsRequest, law: Law, *, on: date, policy: Policy | None = None) -> Due:
    """
    Find the last day on which a person may be answered.

    The day is the one no pause has moved. Where identity was doubted or clarification asked for,
    the later days that some hold possible are readings.

    Args:
        request: The request; only what happened by ``on`` is looked at.
        law: The law, with the pack of the controller's establishment.
        on: The day on which it is asked.
        policy: The firm's declaration, for its own promise.

    Raises:
        UnknownFactorError: If the controller's establishment is unknown.

    >>> from datetime import UTC
    >>> from recruitprivacy.law import Situation, load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.vocabulary import Right
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> answer = due(asked, load("NL"), on=date(2026, 3, 10))
    >>> answer.last_day, str(answer.cites[0])      # 3 April is Good Friday
    (datetime.date(2026, 4, 7), 'GDPR Art. 12(3)')

    Law:
        GDPR Art. 12(3): one month from receipt, or three where extended in time and told.
        GDPR Art. 21(1): what is objected to is no longer done until grounds are shown.
        Reg. 1182/71 Art. 3(4): to the next working day.
    """
    told = attrs.evolve(request, history=in_own_zone(request.history, request.situation, law))
    history = told.known_on(on)
    time = counted(told, history, law)
    answer = policy.requests.answer if policy else None
    asked_at = attrs.evolve(told, received_at=time.received) if time else told
    promise = promised(asked_at, answer, law, time.extension if time else None) if answer else None
    plain = promised(asked_at, answer, law) if answer else None
    asked = Due(
        deadline=_deadline(time) if time else None,
        on=on,
        status=stands(_seen(told, on)),
        at_once=tuple(_at_once(told, law)),
        promise=promise,
        request=request.id,
        rights=request.rights,
        law=law.digest,
        law_version=law.version,
        acts=FrozenMap(law.acts),
    )
    findings = (
        *(_of_extensions(time) if time else ()),
        *late(told, history, law),
        *_of_overdue(asked, told),
        *of_promise(plain, time.first if time else None),
    )
    return attrs.evolve(asked, findings=findings)


def _seen(request: RightsRequest, on: date) -> Iterator[AnyRequestEvent]:
    # What nobody dated had happened when it was noted.
    for event in request.history:
        if (day_of(event.happened) or event.recorded_at.date()) <= on:
            yield event


def _deadline(time: Counted) -> Deadline:
    found = time.deadline
    return attrs.evolve(found, steps=(*found.steps, *_uncounted(time)))


def _at_once(request: RightsRequest, law: Law) -> Iterator[Step]:
    for right in request.rights:
        if right in EFFECTIVE_AT_ONCE:
            yield _step(AT_ONCE, right, (EFFECTIVE_AT_ONCE[right],), law)
        if right is Right.OBJECT:
            yield _step(SUSPENDED, right, SUSPENDS, law)
        if right in NO_PERIOD:
            yield _step(NO_MONTH, right, (ONE_MONTH, NO_PERIOD[right]), law)


def _step(message: Message, right: Right, cites: tuple[str, ...], law: Law) -> Step:
    cited = tuple(Citation.parse(each, law.acts) for each in cites)
    return Step(says=phrase(message, right=right.label), cites=cited, weight=Weight.STATUTE)


def _uncounted(time: Counted) -> Iterator[Step]:
    for extension in time.extensions:
        rule = extension.until.rules[-1]
        if not extension.counts:
            yield Step(
                says=phrase(MOVES_NOTHING),
                rule=rule.id,
                cites=rule.cites,
                weight=rule.weight,
                fact=extension.event.id,
                reliability=extension.event.reliability,
            )


def _of_extensions(time: Counted) -> Iterator[Finding]:
    for extension in time.extensions:
        by, until = extension.event.by or "", extension.until.last_day
        says = {
            LATE: phrase(EXTENDED_LATE, day=time.first.last_day),
            TWICE: phrase(EXTENDED_TWICE),
            NO_REASON: phrase(EXTENDED_NO_REASON),
            UNTOLD: phrase(EXTENDED_UNTOLD),
            NO_LENGTH: phrase(EXTENDED_NO_LENGTH),
            NOT_FORESEEN: phrase(EXTENDED_NOT_FORESEEN),
            TOO_LONG: phrase(EXTENDED_TOO_LONG, period=by, day=until),
        }
        for defect in extension.defects:
            yield Finding(
                code=f"request.extended_{defect}",
                level=Level.ERROR,
                path=extension.event.id,
                says=says[defect],
                cites=extension.until.rules[-1].cites,
            )


def _of_overdue(asked: Due, request: RightsRequest) -> Iterator[Finding]:
    if asked.is_past and asked.deadline is not None:
        answered = any(isinstance(event, Answered | Refused) for event in _seen(request, asked.on))
        says = OVERDUE_AGAIN if answered else OVERDUE
        yield Finding(
            code="request.overdue",
            level=Level.ERROR,
            path=request.id,
            says=phrase(says, day=asked.deadline.last_day),
            cites=asked.deadline.rules[0].cites,
        )
