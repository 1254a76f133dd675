"""
By when a person must be answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Final

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Reading, Step
from recruitprivacy.law._binding import Place, beside, binding, place_of, regime_of
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._deadline import Deadline
from recruitprivacy.law._deferred import Deferred
from recruitprivacy.law._due import length_of, sets, step_of, told_under
from recruitprivacy.law._extending import NOT_FORESEEN, TOO_LONG, Further, further, together
from recruitprivacy.law._law import Law
from recruitprivacy.law._limits import count, last_day, local_day
from recruitprivacy.law._receipt import Exchanged, Extension
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._selection import Considered
from recruitprivacy.law._situation import TIES, Situation
from recruitprivacy.law._stops import Stops, stop_readings, stops_of
from recruitprivacy.law._waits import Waits, waits_of
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period

__all__ = ["answer_due"]

ANSWER: Final = "deadline.answer"
EXTENSION: Final = "deadline.extension"

FROM_END: Final = Message(
    "law.reading.extension_from_first_end",
    "The extension is counted from the end of the first period, not from receipt.",
)
OTHER_LAW: Final = Message(
    "law.reading.other_law", "A second law binds as well, and this is its last day."
)
MAY_BIND: Final = Message(
    "law.step.may_bind",
    "A second law may bind as well; whether it does hangs on what nobody recorded: {fact}.",
)
EXTENDED: Final = Message(
    "law.step.extended",
    "With an extension of {extension} the whole period is {period}, counted once from receipt.",
)
CAPPED: Final = Message(
    "law.step.capped", "More than {period} was announced; the law allows no more than that."
)
NOT_EXTENDED: Final = Message(
    "law.step.not_extended",
    "Further time was taken without telling the person in the first period and why, or without "
    "saying how much, so nothing moves.",
)
EXTENDS: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="12", points=("3",), sentence="2")


def answer_due(
    received: date | datetime,
    *,
    law: Law,
    situation: Situation,
    exchange: Iterable[Exchanged] = (),
    extension: Extension | None = None,
    calendar: Calendar | None = None,
) -> Deadline:
    """
    Find the last day to answer a person who uses a right.

    The rule is the one of the law that binds the controller on the day of receipt. Under EU law
    nothing that is asked of the person moves the day: that it might is a reading. Where a statute
    lets the period begin later, or stand still, the day is the later one, and the unmoved day a
    reading. While what a statute waits for has not come, the day is the unmoved one, and
    :attr:`Deadline.waits_for` names what is awaited.

    Args:
        received: The day or the instant at which the request reached the controller, on whatever
            official channel.
        law: The law, with the pack of the controller's establishment.
        situation: Its establishment must be known.
        exchange: What was asked of the person and what came: doubts who they are, proofs,
            clarifications of a request for access, fees; in any order.
        extension: Further time, as recorded. One not told in time, or without a reason, moves
            nothing; :attr:`Deadline.defects` says what stands against it.
        calendar: A calendar of one's own, instead of the one shipped.

    Raises:
        UnknownFactorError: If the establishment is unknown, or another tie on which it hangs.
        RuleNotInForceError: If it was received before the law applied.
        NoRuleError: If no law loaded sets a time for the controller's answer.
        PauseReversedError: If something came before it was asked for.
        NaiveDatetimeError: If a time is given without an offset.

    >>> from recruitprivacy.law import Doubt, Proof, load
    >>> here = Situation(establishment="NL")
    >>> answer = answer_due(date(2026, 3, 5), law=load("NL"), situation=here)
    >>> answer.last_day, str(answer.cites[0])       # 5 April is Easter Sunday
    (datetime.date(2026, 4, 7), 'GDPR Art. 12(3)')
    >>> told = Extension(told_on=date(2026, 4, 1), reason="complexity")
    >>> longer = answer_due(date(2026, 3, 5), law=load("NL"), situation=here, extension=told)
    >>> longer.last_day, longer.earliest
    (datetime.date(2026, 6, 5), datetime.date(2026, 6, 5))
    >>> asked = [Doubt(asked_on=date(2026, 3, 6), reason="address_changed"),
    ...          Proof(given_on=date(2026, 3, 16))]
    >>> doubted = answer_due(date(2026, 3, 5), law=load("NL"), situation=here, exchange=asked)
    >>> doubted.last_day, [str(each.last_day) for each in doubted.readings]
    (datetime.date(2026, 4, 7), ['2026-04-15', '2026-04-16'])

    Law:
        GDPR Art. 12(3): one month from receipt, and at most two further months.
        GDPR Art. 12(6): further information where there are reasonable doubts about identity.
    """
    place = place_of(situation, law, calendar)
    on = local_day(received, place.zone)
    waits = waits_of(on, exchange)
    selection = binding(ANSWER, law, situation, place.key, on)
    found = [
        _Asked(
            received=received, received_on=on, rule=rule, place=place, law=law, waits=waits
        ).answer(extension)
        for rule in selection.applies
    ]
    first = min(found, key=lambda each: each.last_day)
    others = tuple(_other(each) for each in found if each is not first)
    unsure = tuple(map(_unsure, selection.open))
    if not (others or unsure):
        return first
    readings = Deferred(lambda: (*first.readings, *others))
    return attrs.evolve(first, readings=readings, steps=Deferred(lambda: (*first.steps, *unsure)))


@attrs.frozen(kw_only=True)
class _Asked:
    """
    A request under one law.
    """

    received: date | datetime
    received_on: date
    rule: Rule
    place: Place
    law: Law
    waits: Waits

    def answer(self, extension: Extension | None) -> Deadline:
        stops = self._stops()
        first = self._counted(stops.whole(length_of(self.rule)), stops)
        allowing = beside(self.rule, EXTENSION, self.law, self.received_on)
        if extension is None or not allowing:
            return self._under(first, stops, defects=(NOT_FORESEEN,) if extension else ())
        judged = further(
            extension,
            allowing[0],
            event_on=first.event_on,
            first=first.period,
            last_day=first.last_day,
            calendar=self.place.calendar,
        )
        return self._extended(first, judged, stops)

    @property
    def _regime(self) -> Regime:
        return regime_of(self.rule, self.law)

    def _stops(self) -> Stops:
        return stops_of(
            self.rule,
            self.law,
            self.waits,
            self.received_on,
            self._last_day,
        )

    def _last_day(self, start: date, period: Period) -> date:
        return last_day(start, period, calendar=self.place.calendar, regime=self._regime)

    def _counted(self, period: Period, stops: Stops) -> Deadline:
        moved = stops.start_on != self.received_on
        event = stops.start_on if moved else self.received
        place = self.place
        return count(event, period, calendar=place.calendar, zone=place.zone, regime=self._regime)

    def _under(
        self,
        counted: Deadline,
        stops: Stops,
        rules: tuple[Rule, ...] = (),
        steps: tuple[Step, ...] = (),
        defects: tuple[str, ...] = (),
    ) -> Deadline:
        others = partial(stop_readings, self.rule, stops, counted, self._last_day)
        rests_on = (self.rule, *stops.rules, *rules)
        steps = (sets(self.rule, length_of(self.rule)), *steps, *stops.steps)
        return attrs.evolve(
            counted,
            rules=rests_on,
            law=self.law.digest,
            waits_for=stops.waits_for,
            defects=defects,
            readings=Deferred(lambda: (*counted.readings, *others())),
            steps=told_under(counted, rests_on, steps),
        )

    def _extended(self, first: Deadline, judged: Further, stops: Stops) -> Deadline:
        rule = judged.rule
        if not judged.counts:
            steps = (step_of(rule, phrase(NOT_EXTENDED)),)
            return self._under(first, stops, (rule,), steps, judged.defects)
        whole = together(first.period, judged.by)
        counted = self._counted(whole, stops)
        capped = (step_of(rule, phrase(CAPPED, period=judged.by)),)
        says = phrase(EXTENDED, extension=judged.by, period=whole)
        steps = (*(capped if TOO_LONG in judged.defects else ()), step_of(rule, says))
        others = partial(self._from_first_end, first, judged.by, counted)
        readings = Deferred(lambda: (*counted.readings, *others()))
        extended = attrs.evolve(counted, readings=readings)
        return self._under(extended, stops, (rule,), steps, judged.defects)

    def _from_first_end(
        self, first: Deadline, more: Period, counted: Deadline
    ) -> Iterator[Reading]:
        day = self._last_day(first.last_day, more)
        if day != counted.last_day:
            cites = (EXTENDS,) if self.rule.cites[0].act == EXTENDS.act else self.rule.cites
            says = phrase(FROM_END)
            yield Reading(key="extension_from_first_end", last_day=day, says=says, cites=cites)


def _unsure(considered: Considered) -> Step:
    rule, facts = considered.rule, considered.facts
    return step_of(rule, phrase(MAY_BIND, fact=tuple(TIES.get(each, each) for each in facts)))


def _other(answer: Deadline) -> Reading:
    rule = answer.rules[0]
    last = answer.last_day
    return Reading(key="other_law", last_day=last, says=phrase(OTHER_LAW), cites=rule.cites)
