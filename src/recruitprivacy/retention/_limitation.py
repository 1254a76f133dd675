"""
Until when a claim can be brought: that may justify keeping what a defence needs, no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.errors import (
    BeyondCalendarError,
    CalendarUnknownError,
    RegimeError,
    UnknownFactorError,
    UnknownJurisdictionError,
)
from recruitprivacy.law import Kind, Rule, Selects, due
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.retention._case import Case
from recruitprivacy.timeline import Known
from recruitprivacy.vocabulary import Kind as Words

__all__ = ["Limitation", "limitations_of"]

TOPIC: Final = "limitation"
EVENT_ON: Final = "event_on"
CLAIM: Final = Message(
    "retention.line.limitation",
    "A claim can be brought until {day} ({cites}); that may justify keeping what a defence needs, "
    "and obliges to nothing.",
)
CLAIM_UNCOUNTED: Final = Message(
    "retention.line.limitation_uncounted",
    "A claim can be brought for some time ({cites}), but nobody here can count its last day.",
)


@attrs.frozen(kw_only=True)
class Limitation:
    """
    A time within which a claim can be brought, and that runs or has run.

    It forbids no erasing and commands none. A firm that keeps data for the defence declares a use
    for that, with a rule of its own.

    Attributes:
        rule: The id of the law's rule.
        cites: The provisions.
        last_day: The last day on which a step is in time, rolled as the law of the place rolls it;
            None where that cannot be counted.
        because: What it is, where the law says so.
    """

    rule: str
    cites: tuple[Citation, ...]
    last_day: date | None
    because: Message

    @property
    def says(self) -> Phrase:
        """
        The line in which it is told.
        """
        if self.last_day is None:
            return phrase(CLAIM_UNCOUNTED, cites=self.cites)
        return phrase(CLAIM, day=self.last_day, cites=self.cites)


def limitations_of(case: Case) -> Iterator[Limitation]:
    """
    List the times for claims that have begun for a record.

    Law:
        GDPR Art. 17(3)(e): legal claims are a ground to keep, as far as they need it.
    """
    for rule in _binding(case):
        day = _begun(rule, case)
        if day is not None:
            last = _last(rule, day, case)
            yield Limitation(rule=rule.id, cites=rule.cites, last_day=last, because=rule.says)


def _binding(case: Case) -> Iterator[Rule]:
    selection = case.law.rules(TOPIC, case.situation, on=case.on)
    by_event = (each.rule for each in selection.open if each.facts == (EVENT_ON,))
    for rule in (*selection.applies, *by_event):
        if rule.kind is Kind.LIMITATION and _in_role(rule, case):
            yield rule


def _in_role(rule: Rule, case: Case) -> bool:
    mine = {case.record.role, case.role}
    return not rule.roles or any(
        case.is_kind(Words.ROLE, role, each) for role in mine for each in rule.roles
    )


def _begun(rule: Rule, case: Case) -> date | None:
    started = case.happened(rule.trigger).moment
    if not isinstance(started, Known):
        return None
    by_event = rule.selects is Selects.EVENT_DAY
    return started.day if not by_event or rule.in_force(started.day) else None


def _last(rule: Rule, day: date, case: Case) -> date | None:
    try:
        return due(rule, day, law=case.law, situation=case.situation).last_day
    except (
        BeyondCalendarError,
        CalendarUnknownError,
        RegimeError,
        UnknownFactorError,
        UnknownJurisdictionError,
    ):
        return None
