"""
The last day for something, and why that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Final

import attrs

from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Reading, Step
from recruitprivacy.law._deferred import Deferred, deferred
from recruitprivacy.law._packfile import jurisdictions, shipped_pack
from recruitprivacy.law._rule import Rule
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Period

__all__ = ["Deadline"]

LAST: Final = Message("law.explain.last_day", "The last day is {day}.")
OTHER: Final = Message("law.explain.reading", "Another reading leads to {day}: {says}")
OTHER_OPEN: Final = Message(
    "law.explain.open_reading", "Another reading leads to no last day yet: {says}"
)


def _readings_of(values: Deferred[Reading] | Iterable[Reading]) -> Deferred[Reading]:
    return deferred(values)


def _steps_of(values: Deferred[Step] | Iterable[Step]) -> Deferred[Step]:
    return deferred(values)


def _made(values: Deferred[Any]) -> tuple[Any, ...]:
    return values.made


def _shown(values: Deferred[Any]) -> str:
    return repr(values.made)


@attrs.frozen(kw_only=True)
class Deadline:
    """
    The last day on which something may be done in time.

    Attributes:
        event_on: The day of the event, where the controller is.
        period: The length counted.
        last_day: The last day, inclusive.
        expires_at: The first instant at which it is too late, in the controller's time zone.
        reading: The key of the reading used.
        regime: Whose way of counting was used: ``EU``.
        calendar: The id of the calendar used.
        official: Whether the list of holidays of the last day's year was a published one.
        rules: The rules that set the period; empty for a period of somebody's own.
        law: The digest of the law it was counted under, or empty.
        waits_for: What a statute waits for before the period begins or goes on, and has not come:
            ``identity``, ``fee``, ``clarification``; the last day is then the unmoved one.
        defects: What stands against an extension: ``late``, ``no_reason``, ``untold``,
            ``no_length``, ``not_foreseen``, and ``too_long``, with which it counts as far as the
            law allows.
    """

    event_on: date
    period: Period
    last_day: date
    expires_at: datetime
    reading: str
    regime: str
    calendar: str
    official: bool
    rules: tuple[Rule, ...] = ()
    law: str = ""
    waits_for: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    _readings: Deferred[Reading] = attrs.field(
        default=(), converter=_readings_of, eq=_made, hash=False, repr=_shown
    )
    _steps: Deferred[Step] = attrs.field(
        default=(), converter=_steps_of, eq=_made, hash=False, repr=_shown
    )
    worked_out: ClassVar[tuple[str, ...]] = ("readings", "steps")

    @property
    def readings(self) -> tuple[Reading, ...]:
        """
        Other ways careful lawyers read the law, where they lead to another day.
        """
        return self._readings.made

    @property
    def steps(self) -> tuple[Step, ...]:
        """
        The way to the day.
        """
        return self._steps.made

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
    def told(self) -> tuple[tuple[Phrase, tuple[Citation, ...]], ...]:
        """
        Return the whole explanation, a sentence with what it rests on after the other.

        The steps come first, then the last day, then the other readings.
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
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        return explained(self.told, language, acts=self._acts() if acts is None else acts)

    def _told(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        yield from ((step.says, step.cites) for step in self.steps)
        yield phrase(LAST, day=self.last_day), ()
        for reading in self.readings:
            day, says = reading.last_day, reading.says
            other = phrase(OTHER, day=day, says=says) if day else phrase(OTHER_OPEN, says=says)
            yield other, reading.cites

    def _acts(self) -> dict[str, Act]:
        whose = self.regime.partition(" ")[0]
        places = {"EU", whose, self.calendar, *(rule.jurisdiction for rule in self.rules)}
        shipped = sorted(places.intersection(jurisdictions()))
        return {key: act for place in shipped for key, act in shipped_pack(place).acts.items()}
