"""
What comes next for a request, by when, and whether it is at risk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.citations import Act, Citation
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import Policy
from recruitprivacy.rights._counted import Counted, counted
from recruitprivacy.rights._due import Due, due
from recruitprivacy.rights._late import refusal_ends
from recruitprivacy.rights._local import in_own_zone
from recruitprivacy.rights._papers import collected
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import AnyRequestEvent

__all__ = ["SOON", "Coming", "Next", "Urgency", "upcoming"]

SOON: Final = Period(days=7)
"""How long before its last day something is called near, where nobody says."""


class Next(StrEnum):
    """
    What may come next.

    >>> Next.ANSWER.value
    'answer'
    """

    AT_ONCE = "at_once"
    """What takes effect without waiting for an answer."""
    EXTENSION_NOTICE = "extension_notice"
    """The last day to tell the person that it takes longer."""
    REFUSAL_NOTICE = "refusal_notice"
    """The last day to tell the person that nothing will be done."""
    PROMISE = "promise"
    """The day the firm itself names."""
    ANSWER = "answer"
    ERASE_PROOF = "erase_proof"
    """What was collected to know who asks has to go."""


class Urgency(StrEnum):
    """
    How pressing it is.

    >>> Urgency.PAST.value
    'past'
    """

    PAST = "past"
    NEAR = "near"
    AHEAD = "ahead"


SAYS: Final[Mapping[Next, Message]] = MappingProxyType(
    {
        Next.AT_ONCE: Message("rights.next.at_once", "{what}"),
        Next.EXTENSION_NOTICE: Message(
            "rights.next.extension_notice",
            "If it takes longer, the person is told so, and why, by {day}.",
        ),
        Next.REFUSAL_NOTICE: Message(
            "rights.next.refusal_notice",
            "If nothing will be done, the person is told so, and why, by {day}.",
        ),
        Next.PROMISE: Message("rights.next.promise", "The firm promised an answer by {day}."),
        Next.ANSWER: Message("rights.next.answer", "The person is answered by {day}."),
        Next.ERASE_PROOF: Message(
            "rights.next.erase_proof",
            "What was collected to know who asks is erased; it was no longer needed from {day}.",
        ),
    }
)


@attrs.frozen(kw_only=True)
class Coming:
    """
    Something that comes next for a request.

    Attributes:
        what: What.
        by: The last day for it, inclusive; for what has to go, the day from which it should be
            gone.
        urgency: How pressing it is.
        says: It, in words.
        cites: The provisions.
    """

    what: Next
    by: date
    urgency: Urgency
    says: Phrase
    cites: tuple[Citation, ...] = ()
    _acts: FrozenMap[str, Act] = attrs.field(default=FrozenMap(), eq=False, repr=False)

    def explain(self, language: str) -> str:
        """
        Say what comes next, and by when.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        return explained([(self.says, self.cites)], language, acts=self._acts)


def upcoming(
    request: RightsRequest,
    law: Law,
    *,
    on: date,
    policy: Policy | None = None,
    soon: Period = SOON,
) -> tuple[Coming, ...]:
    """
    List what comes next for a request, the most pressing first.

    Once it is closed nothing does, but for what was collected to know who asks. What is owed to
    others than the person, and what each right takes, :func:`next_duties` says.

    Args:
        request: The request.
        law: The law, with the pack of the controller's establishment.
        on: The day asked about.
        policy: The firm's declaration, for its own promise.
        soon: How long before its last day something is near.

    Raises:
        UnknownFactorError: If the controller's establishment is unknown.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import Situation, load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.vocabulary import Right
    >>> asked = open_request(Right.OBJECT_MARKETING, Right.ACCESS, request="r-1", person="p-1",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> for each in upcoming(asked, load("NL"), on=date(2026, 4, 2)):
    ...     print(each.what.value, each.by, each.urgency.value)
    at_once 2026-03-03 past
    extension_notice 2026-04-07 near
    refusal_notice 2026-04-07 near
    answer 2026-04-07 near

    Law:
        GDPR Art. 12(3): one month, and the notice of an extension within it.
        GDPR Art. 12(4): one month to say that nothing will be done.
    """
    found = due(request, law, on=on, policy=policy)
    asked = _Asked(request=request, law=law, found=found)
    coming = (
        Coming(
            what=what,
            by=by,
            urgency=_urgency(by, on, soon),
            says=says,
            cites=cites,
            acts=FrozenMap(law.acts),
        )
        for what, by, says, cites in asked.coming()
    )
    return tuple(sorted(coming, key=lambda each: (each.by, list(Next).index(each.what))))


@attrs.frozen(kw_only=True)
class _Asked:
    request: RightsRequest
    law: Law
    found: Due

    def coming(self) -> Iterator[tuple[Next, date, Phrase, tuple[Citation, ...]]]:
        for each in collected(self.request, self.law):
            if each.erase_on is not None:
                says = phrase(SAYS[Next.ERASE_PROOF], day=each.erase_on)
                yield Next.ERASE_PROOF, each.erase_on, says, each.cites
        if self.found.status.is_closed:
            return
        time = counted(self.request, self._history, self.law)
        if time is not None:
            for step in self.found.at_once:
                says = phrase(SAYS[Next.AT_ONCE], what=step.says)
                yield Next.AT_ONCE, time.received_on, says, step.cites
            yield from self._of_answer(time)

    def _of_answer(
        self, time: Counted
    ) -> Iterator[tuple[Next, date, Phrase, tuple[Citation, ...]]]:
        refusal = refusal_ends(self.request, time, self.law)
        days = [(Next.ANSWER, time.deadline.last_day, time.deadline.cites)]
        if time.extension is None:
            days.append((Next.EXTENSION_NOTICE, time.first.last_day, time.first.cites))
        days.append((Next.REFUSAL_NOTICE, refusal.last_day, refusal.cites))
        if self.found.promise is not None:
            days.append((Next.PROMISE, self.found.promise.last_day, ()))
        yield from ((what, by, phrase(SAYS[what], day=by), cites) for what, by, cites in days)

    @property
    def _history(self) -> tuple[AnyRequestEvent, ...]:
        return in_own_zone(self.request.history, self.request.situation, self.law)


def _urgency(by: date, on: date, soon: Period) -> Urgency:
    if by < on:
        return Urgency.PAST
    near = add(on, soon, rounding=Rounding.UP) >= by
    return Urgency.NEAR if near else Urgency.AHEAD
