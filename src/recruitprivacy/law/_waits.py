"""
How long one waited for the person, and how much of it a period leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

import attrs

from recruitprivacy.errors import PauseReversedError
from recruitprivacy.law._receipt import Clarification, Doubt, Exchanged, Fee, Proof

__all__ = ["Wait", "Waits", "left_out", "waits_of"]

IDENTITY: Final = "identity"
CLARIFICATION: Final = "clarification"
FEE: Final = "fee"


@attrs.frozen(kw_only=True)
class Wait:
    """
    The days from asking a person for something until it came.

    Attributes:
        since: The day on which they were asked.
        until: The day on which it came; None while it has not.
        recorded: Whether the reason for asking is recorded.
    """

    since: date
    until: date | None
    recorded: bool = True

    @property
    def days(self) -> int:
        """
        Count the days after asking, the last included; nothing while one still waits.
        """
        return (self.until - self.since).days if self.until else 0

    def within(self, first: date) -> int:
        """
        Count all its days from a day on, both ends included.
        """
        since = max(self.since, first)
        return max((self.until - since).days + 1, 0) if self.until else 0


@attrs.frozen(kw_only=True)
class Waits:
    """
    Every wait of one request, by what was asked for, in order.
    """

    identity: tuple[Wait, ...] = ()
    clarification: tuple[Wait, ...] = ()
    fee: tuple[Wait, ...] = ()

    def of(self, kind: str) -> tuple[Wait, ...]:
        """
        Return those for one thing: ``identity``, ``clarification`` or ``fee``.
        """
        return {IDENTITY: self.identity, CLARIFICATION: self.clarification, FEE: self.fee}[kind]


def waits_of(received_on: date, exchange: Iterable[Exchanged]) -> Waits:
    """
    Put what was asked and what came into waits.

    Raises:
        PauseReversedError: If something came before it was asked for, or was asked for before the
            request came.
    """
    given = tuple(exchange)
    clear = [
        Wait(since=each.asked_on, until=each.given_on, recorded=each.large_amount)
        for each in given
        if isinstance(each, Clarification)
    ]
    paid = [
        Wait(since=each.asked_on, until=each.paid_on) for each in given if isinstance(each, Fee)
    ]
    doubts = [each for each in given if isinstance(each, Doubt)]
    proofs = [each for each in given if isinstance(each, Proof)]
    found = Waits(
        identity=tuple(_identity(doubts, proofs)),
        clarification=tuple(sorted(clear, key=_since)),
        fee=tuple(sorted(paid, key=_since)),
    )
    for kind in (IDENTITY, CLARIFICATION, FEE):
        _refuse_reversed(kind, found.of(kind), received_on)
    return found


def _refuse_reversed(kind: str, waits: Iterable[Wait], received_on: date) -> None:
    for wait in waits:
        if wait.until and wait.until < wait.since:
            raise PauseReversedError(kind, wait.since, wait.until)
        if wait.since < received_on:
            raise PauseReversedError(kind, received_on, wait.since)


def _since(wait: Wait) -> date:
    return wait.since


def _identity(doubts: Iterable[Doubt], proofs: Iterable[Proof]) -> Iterator[Wait]:
    enough = sorted(proof.given_on for proof in proofs if proof.sufficient)
    asked = sorted(doubts, key=lambda doubt: doubt.asked_on)
    if asked and enough and enough[0] < asked[0].asked_on:
        raise PauseReversedError(IDENTITY, asked[0].asked_on, enough[0])
    while asked:
        since = asked[0].asked_on
        until = next((day for day in enough if day >= since), None)
        # What was asked again before the proof came is one and the same wait.
        same = [each for each in asked if until is None or each.asked_on <= until]
        yield Wait(since=since, until=until, recorded=any(each.reason for each in same))
        asked = asked[len(same) :]
        enough = [day for day in enough if until is None or day > until]


def left_out(waits: Iterable[Wait], start: date) -> int:
    """
    Count the days of some waits that a period from ``start`` leaves out, each day once.
    """
    first, total = start + timedelta(days=1), 0
    for wait in waits:
        total += wait.within(first)
        first = max(first, wait.until + timedelta(days=1)) if wait.until else first
    return total
