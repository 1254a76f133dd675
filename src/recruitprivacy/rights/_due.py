"""
By when a person must be answered, and why by then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Finding, Level, Reading, Step, Weight
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Deadline, Law, answer_due, count
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy
from recruitprivacy.rights._extension import LATE, NO_REASON, TWICE, UNTOLD, Extension, extensions
from recruitprivacy.rights._pauses import pause_readings
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.vocabulary import Right

__all__ = ["Due", "due"]

EXTENSION: Final = "eu.deadline.dsar-extension"
EFFECTIVE_AT_ONCE: Final[Mapping[Right, str]] = MappingProxyType(
    {Right.OBJECT_MARKETING: "GDPR Art. 21(3)", Right.WITHDRAW_CONSENT: "GDPR Art. 7(3)"}
)
PROMISE_PATH: Final = "requests.answer.within"
ANSWER_BY: Final = Message(
    "rights.due.answer_by", "Answer by {day} at the latest, and sooner if possible."
)
PROMISED: Final = Message("rights.due.promised", "The firm itself promises an answer by {day}.")
OTHERWISE: Final = Message("rights.due.otherwise", "Read otherwise, it is {day}: {says}")
OTHERWISE_OPEN: Final = Message(
    "rights.due.otherwise_open", "Read otherwise, there is no last day yet: {says}"
)
WITH_CITES: Final = Message("rights.due.with_cites", "{says} ({cites})")
MOVES_NOTHING: Final = Message(
    "rights.step.extension_moves_nothing",
    "An extension was recorded that does not count, so the last day stays.",
)
AT_ONCE: Final = Message(
    "rights.step.at_once", "{right:capital}: this takes effect at once, whatever the last day is."
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
PROMISE_LATE: Final = Message(
    "rights.finding.promise_late",
    "The firm promises an answer within {period}; the law asks for it by {day}.",
)
PROMISE_MEND: Final = Message(
    "rights.mend.promise_late", "Promise no later day than the law allows."
)


@attrs.frozen(kw_only=True)
class Due:
    """
    The day by which a person must be answered.

    Attributes:
        deadline: What the law asks for: the date no pause has moved.
        on: The day on which it was asked.
        promise: What the firm itself promises, or None where it promises nothing.
        findings: What a reader should know: an extension that does not count, a promise too late.
    """

    deadline: Deadline
    on: date
    promise: Deadline | None = None
    findings: tuple[Finding, ...] = ()
    _acts: FrozenMap[str, Act] = attrs.field(default=FrozenMap(), eq=False, repr=False)

    @property
    def last_day(self) -> date:
        """
        The last day under the law, inclusive; the day to work to.
        """
        return self.deadline.last_day

    @property
    def expires_at(self) -> datetime:
        """
        The first instant at which it is too late, in the controller's time zone.
        """
        return self.deadline.expires_at

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
        return self.deadline.readings

    @property
    def steps(self) -> tuple[Step, ...]:
        """
        The way to the day.
        """
        return self.deadline.steps

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        The provisions it rests on.
        """
        return self.deadline.cites

    @property
    def is_past(self) -> bool:
        """
        Whether the last day lies before the day asked about.
        """
        return self.last_day < self.on

    def explain(self, language: str) -> str:
        """
        Say the day and the reasons, one a line.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import say  # noqa: PLC0415 - only who explains pays for words

        return "\n".join(say(line, language, acts=self._acts) for line in self._lines())

    def _lines(self) -> Iterator[Phrase]:
        yield phrase(ANSWER_BY, day=self.last_day)
        for step in self.steps:
            yield _cited(step.says, step.cites)
        for reading in self.readings:
            day, says = reading.last_day, reading.says
            other = (
                phrase(OTHERWISE, day=day, says=says) if day else phrase(OTHERWISE_OPEN, says=says)
            )
            yield _cited(other, reading.cites)
        if self.promise:
            yield phrase(PROMISED, day=self.promise.last_day)
        for finding in self.findings:
            yield _cited(finding.says, finding.cites)


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
        Reg. 1182/71 Art. 3(4): to the next working day.
    """
    history = request.known_on(on)
    judged = extensions(request.received_at, request.situation, history, law)
    counting = next((each for each in judged if each.counts), None)
    first = answer_due(request.received_at, law=law, situation=request.situation)
    deadline = first if counting is None else _extended(request, counting, law)
    readings = pause_readings(history, deadline, law.calendar(_place(request)), law.acts)
    steps = (*_at_once(request, law), *deadline.steps, *_uncounted(judged, law))
    deadline = attrs.evolve(deadline, readings=(*deadline.readings, *readings), steps=steps)
    promise = _promised(request, policy, law)
    findings = (*_of_extensions(judged, first, law), *_of_promise(promise, first))
    acts = FrozenMap(law.acts)
    return Due(deadline=deadline, on=on, promise=promise, findings=findings, acts=acts)


def _place(request: RightsRequest) -> str:
    return request.situation.establishment or ""


def _extended(request: RightsRequest, extension: Extension, law: Law) -> Deadline:
    # Where nobody noted by how much, it is as much as the law allows.
    by = extension.event.by
    if by is None:
        by = law.history(EXTENSION)[-1].period
    return answer_due(request.received_at, law=law, situation=request.situation, extension=by)


def _at_once(request: RightsRequest, law: Law) -> Iterator[Step]:
    for right in request.rights:
        if right in EFFECTIVE_AT_ONCE:
            cites = (Citation.parse(EFFECTIVE_AT_ONCE[right], law.acts),)
            says = phrase(AT_ONCE, right=right.label)
            yield Step(says=says, cites=cites, weight=Weight.STATUTE)


def _uncounted(judged: tuple[Extension, ...], law: Law) -> Iterator[Step]:
    for extension in judged:
        if not extension.counts:
            yield Step(
                says=phrase(MOVES_NOTHING),
                rule=EXTENSION,
                cites=law.history(EXTENSION)[-1].cites,
                weight=Weight.STATUTE,
                fact=extension.event.id,
                reliability=extension.event.reliability,
            )


def _of_extensions(judged: tuple[Extension, ...], first: Deadline, law: Law) -> Iterator[Finding]:
    cites = law.history(EXTENSION)[-1].cites
    says = {
        LATE: phrase(EXTENDED_LATE, day=first.last_day),
        TWICE: phrase(EXTENDED_TWICE),
        NO_REASON: phrase(EXTENDED_NO_REASON),
        UNTOLD: phrase(EXTENDED_UNTOLD),
    }
    for extension in judged:
        for defect in extension.defects:
            yield Finding(
                code=f"request.extended_{defect}",
                level=Level.ERROR,
                path=extension.event.id,
                says=says[defect],
                cites=cites,
            )


def _promised(request: RightsRequest, policy: Policy | None, law: Law) -> Deadline | None:
    within = policy.requests.answer.within if policy else None
    if not isinstance(within, Period):
        return None
    place = _place(request)
    return count(request.received_at, within, calendar=law.calendar(place), zone=law.zone(place))


def _of_promise(promise: Deadline | None, first: Deadline) -> Iterator[Finding]:
    if promise is not None and promise.last_day > first.last_day:
        yield Finding(
            code="request.promise_late",
            level=Level.ERROR,
            path=PROMISE_PATH,
            says=phrase(PROMISE_LATE, period=promise.period, day=first.last_day),
            mend=phrase(PROMISE_MEND),
            cites=first.cites[:1],
        )


def _cited(says: Phrase, cites: tuple[Citation, ...]) -> Phrase:
    return phrase(WITH_CITES, says=says, cites=cites) if cites else says
