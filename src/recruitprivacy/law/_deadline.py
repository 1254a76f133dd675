"""
The last day for something, and why that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

import attrs

from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Reading, Step
from recruitprivacy.law._packfile import jurisdictions, shipped_pack
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._rule import Rule
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Period

__all__ = ["Deadline"]

CITED: Final = Message("law.explain.cited", "{says} ({cites})")
LAST: Final = Message("law.explain.last_day", "The last day is {day}.")
OTHER: Final = Message("law.explain.reading", "Another reading leads to {day}: {says}")


@attrs.frozen(kw_only=True)
class Deadline:
    """
    The last day on which something may be done in time.

    Attributes:
        event_on: The day of the event, where the controller is; not itself counted.
        period: The length counted.
        last_day: The last day, inclusive.
        expires_at: The first instant at which it is too late, in the controller's time zone.
        reading: The key of the reading used.
        readings: Other ways careful lawyers read the law, where they lead to another day.
        steps: The way to the day.
        regime: The body of rules that counted.
        calendar: The id of the calendar used.
        official: Whether the list of holidays of the last day's year was a published one.
        rules: The rules that set the period; empty for a period of somebody's own.
        law: The digest of the law it was counted under, or empty.
    """

    event_on: date
    period: Period
    last_day: date
    expires_at: datetime
    reading: str
    readings: tuple[Reading, ...] = ()
    steps: tuple[Step, ...] = ()
    regime: Regime
    calendar: str
    official: bool
    rules: tuple[Rule, ...] = ()
    law: str = ""

    @property
    def earliest(self) -> date:
        """
        Return the earliest last day under the readings listed.
        """
        days = (reading.last_day for reading in self.readings)
        return min([self.last_day, *(day for day in days if day is not None)])

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        Return the provisions it rests on: those of the rules, then those of the counting.
        """
        of_rules = [cite for rule in self.rules for cite in rule.cites]
        of_steps = [cite for step in self.steps for cite in step.cites]
        return tuple(dict.fromkeys([*of_rules, *of_steps]))

    @property
    def told(self) -> tuple[Phrase, ...]:
        """
        Return the whole explanation: the steps, the last day, and the other readings.
        """
        return tuple(self._told())

    def explain(self, language: str, *, acts: Mapping[str, Act] | None = None) -> str:
        """
        Explain the day, a sentence a line.

        Args:
            language: The tag of the language.
            acts: The acts cited, whose titles are used; None for those of the shipped packs.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
        """
        from recruitprivacy.i18n import say  # noqa: PLC0415 - only who explains pays for words

        titles = self._acts() if acts is None else acts
        return "\n".join(say(line, language, acts=titles) for line in self.told)

    def _told(self) -> Iterator[Phrase]:
        for step in self.steps:
            yield _cited(step.says, step.cites)
        yield phrase(LAST, day=self.last_day)
        for reading in self.readings:
            if reading.last_day is not None:
                says = _cited(reading.says, reading.cites)
                yield phrase(OTHER, day=reading.last_day, says=says)

    def _acts(self) -> dict[str, Act]:
        places = {"EU", self.calendar, *(rule.jurisdiction for rule in self.rules)}
        shipped = sorted(places.intersection(jurisdictions()))
        return {key: act for place in shipped for key, act in shipped_pack(place).acts.items()}


def _cited(says: Phrase, cites: tuple[Citation, ...]) -> Phrase:
    return phrase(CITED, says=says, cites=cites) if cites else says
