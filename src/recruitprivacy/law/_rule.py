"""
One thing the law says, on the days it says it.
"""

from __future__ import annotations

from datetime import date
from typing import Final, TypeAlias

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Weight
from recruitprivacy.law._dated import Dated
from recruitprivacy.law._kinds import Confidence, Factor, Kind, Selects
from recruitprivacy.law._situation import CALENDAR_YEAR, Recruitment
from recruitprivacy.messages import Message, Words
from recruitprivacy.periods import MonthDay, Period

__all__ = ["Rule", "RuleValue"]

RuleValue: TypeAlias = bool | int | str | Words

AT_ONCE: Final = "at_once"


@attrs.frozen(kw_only=True)
class Rule(Dated):
    """
    A dated, cited rule of one jurisdiction.

    A rule that changed is several rules with one id and rising days.

    Attributes:
        id: Stable and dotted, beginning with the jurisdiction: ``nl.retention.unsuccessful``.
        jurisdiction: The pack it stands in.
        topic: What it is about: ``retention``, ``deadline``, ``national_id``.
        applies_from: The first day of this version.
        applies_until: The last day of this version, inclusive; None while it lasts.
        weight: How much the text behind it weighs.
        confidence: How well the value is sourced.
        checked_on: The day somebody last compared it with a source.
        cites: The provisions.
        because: Why, in one English sentence of ours.
        kind: What it does to a record; None where it bounds no keeping.
        binds: The tie through which it binds.
        selects: The day that chooses the version.
        trigger: The term whose day starts the period, or empty.
        period: The length, or None. It runs from the trigger, or from what the value names.
        financial_year: Whether the period runs from the end of the controller's financial year.
        year_ends: The day from whose next return the period runs, as 31 December or 5 April; after
            the end of the financial year where that counts too. None where it runs at once.
        value: The answer where it is not a length of time, or None.
        roles: The roles it is about, by key; empty for all.
        categories: The data categories it is about, by key; empty for all.
        purposes: The purposes it is about, by key; empty for all.
        recruitment: The kinds of recruitment it is about; empty for all.
        conditions: Terms that must hold as facts before it may be relied on.
        outcomes: The outcomes of a procedure it is about, by key; empty for all.
        unless_agreed: The purposes by consent to which a person sets it aside, by key.
        announced_on: The day the text was published, or None.
        ended_by: What ended it, where it has ended.
        source: Where the value was read, in short.
    """

    id: str
    jurisdiction: str
    topic: str
    weight: Weight
    confidence: Confidence
    checked_on: date
    cites: tuple[Citation, ...]
    because: str
    kind: Kind | None = None
    binds: Factor = Factor.ESTABLISHMENT
    selects: Selects = Selects.DECISION_DAY
    trigger: str = ""
    period: Period | None = None
    financial_year: bool = False
    year_ends: MonthDay | None = None
    value: RuleValue | None = None
    roles: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    recruitment: tuple[Recruitment, ...] = ()
    conditions: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    unless_agreed: tuple[str, ...] = ()
    announced_on: date | None = None
    ended_by: tuple[Citation, ...] = ()
    source: str = ""

    @property
    def at_once(self) -> bool:
        """
        Say whether it commands erasing as soon as its trigger comes, without a length of time.
        """
        return self.kind is Kind.CEILING and self.value == AT_ONCE

    def starts_on(self, event_on: date, *, financial_year_ends: MonthDay = CALENDAR_YEAR) -> date:
        """
        Return the day from which the period runs: the event's, or the last of its year.

        Args:
            event_on: The day of the event.
            financial_year_ends: The end of the controller's financial year, where a rule asks
                for it.
        """
        if self.financial_year:
            event_on = financial_year_ends.next_on_or_after(event_on)
        return self.year_ends.next_on_or_after(event_on) if self.year_ends else event_on

    @property
    def says(self) -> Message:
        """
        Give the sentence why, as a message under ``law.`` and the rule's id.
        """
        return Message(f"law.{self.id}", self.because)
