"""
What stops erasing while it lasts: holds, open requests, restrictions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.errors import (
    BeyondCalendarError,
    CalendarUnknownError,
    PeriodError,
    UnknownJurisdictionError,
)
from recruitprivacy.findings import Step, Weight
from recruitprivacy.messages import Message, Phrase, Value, phrase
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import UNSTATED
from recruitprivacy.retention._applies import SetAside
from recruitprivacy.retention._bound import NEVER, Interval
from recruitprivacy.retention._case import Case
from recruitprivacy.timeline import (
    Freeze,
    HoldFacts,
    Known,
    Moment,
    RecordKind,
    RestrictionFacts,
)
from recruitprivacy.vocabulary import Kind

__all__ = ["Bar", "BarKind", "bars_of", "bars_set_aside"]

HELD: Final = Message(
    "retention.bar.hold", "A hold for the matter {matter} has stopped erasing since {day}."
)
HELD_UNDATED: Final = Message(
    "retention.bar.hold_undated", "A hold for the matter {matter} stops erasing."
)
LIFTED: Final = Message(
    "retention.bar.hold_lifted", "The hold for the matter {matter} was lifted on {day}."
)
FROZEN: Final = Message(
    "retention.bar.freeze",
    "The person asked for access or a copy on {day}, and the request is open, "
    "so the schedule erases nothing.",
)
FROZEN_UNDATED: Final = Message(
    "retention.bar.freeze_undated",
    "The person has an open request for access or a copy, so the schedule erases nothing.",
)
UNPROVED: Final = Message(
    "retention.bar.freeze_unproved",
    "Somebody asked for access or a copy on {day} and has not shown who they are, "
    "so the schedule erases nothing until {end}. {whose}",
)
UNPROVED_ENDED: Final = Message(
    "retention.bar.freeze_ended",
    "Somebody asked for access or a copy on {day} and has not shown who they are, "
    "so the request stopped the schedule until {end} only. {whose}",
)
SET: Final = Message("retention.bar.freeze_set", "The firm set this time: {period}.")
DEFAULT: Final = Message(
    "retention.bar.freeze_default",
    "The firm set no time for this; {period} is the default of this library: "
    "the longest that an answer may take.",
)
RESTRICTED: Final = Message(
    "retention.bar.restriction", "Processing is restricted, so nothing but keeping is allowed."
)
ELSEWHERE: Final = Message(
    "retention.aside.hold_elsewhere", "The hold for the matter {matter} is about other data."
)


class BarKind(StrEnum):
    """
    What kind of thing stops erasing.
    """

    HOLD = "hold"
    LIFTED_HOLD = "lifted_hold"
    """One that no longer does; erasing was allowed from the day it was lifted."""
    FREEZE = "freeze"
    ENDED_FREEZE = "ended_freeze"
    """One of somebody who never showed who they are; it lasted until its time was over."""
    RESTRICTION = "restriction"


@attrs.frozen(kw_only=True)
class Bar:
    """
    Something that stops erasing while it lasts.

    Attributes:
        kind: What it is.
        name: The fact that ends it: ``hold.m-1.lifted``.
        step: What it is, in words.
        days: The first day on which erasing is allowed again, as far as that is known.
    """

    kind: BarKind
    name: str
    step: Step
    days: Interval


CLAIMS: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="17", points=("3", "e"))
ACCESS: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="12", points=("2",))
DOUBT: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="12", points=("6",))
UNPROVED_FREEZE: Final = Period(months=3)
"""A house default: one month and two further ones are all that an answer may take."""
RESTRICTION: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="18", points=("2",))
NAMES_THE_PERSON: Final = "identity_details"


def bars_of(case: Case, category: str) -> tuple[Bar, ...]:
    """
    List what stops, or stopped, erasing a category of a record.

    Law:
        GDPR Art. 12(3): one month and two further ones, whence the default for an unproved request.
        GDPR Art. 12(6): who asks may be asked who they are.
        GDPR Art. 17(3)(e): legal claims.
        GDPR Art. 18(2): restricted data are only stored.
    """
    return (
        *(_of_hold(hold, case) for hold in case.facts.holds if _covers(hold, case, category)),
        *(_of_freeze(freeze, case) for freeze in case.facts.freezes),
        *(
            _of_restriction(each, case)
            for each in case.facts.restrictions
            if each.stands and _restricts(each, case, category)
        ),
    )


def bars_set_aside(case: Case, category: str) -> Iterator[SetAside]:
    """
    List the standing holds that are about other data.
    """
    for hold in case.facts.holds:
        if hold.stands and not _covers(hold, case, category):
            because = phrase(ELSEWHERE, matter=hold.matter)
            yield SetAside(rule=f"hold.{hold.matter}", because=because)


def _of_hold(hold: HoldFacts, case: Case) -> Bar:
    name = f"hold.{hold.matter}.lifted"
    if isinstance(hold.lifted, Known):
        says = phrase(LIFTED, matter=hold.matter, day=hold.lifted.day)
        days = Interval.at(hold.lifted.day)
        return Bar(kind=BarKind.LIFTED_HOLD, name=name, step=_step(says, CLAIMS), days=days)
    placed = _day(hold.placed)
    says = (
        phrase(HELD_UNDATED, matter=hold.matter)
        if placed is None
        else phrase(HELD, matter=hold.matter, day=placed)
    )
    return Bar(kind=BarKind.HOLD, name=name, step=_step(says, CLAIMS), days=_ahead(case, name))


def _of_freeze(freeze: Freeze, case: Case) -> Bar:
    name = f"request.{freeze.request}.closed"
    since = _day(freeze.since)
    if since is not None and not freeze.proved:
        return _unproved(since, name, case)
    says = phrase(FROZEN_UNDATED) if since is None else phrase(FROZEN, day=since)
    return Bar(kind=BarKind.FREEZE, name=name, step=_step(says, ACCESS), days=_ahead(case, name))


def _unproved(since: date, name: str, case: Case) -> Bar:
    stated = case.policy.requests.unproved_freeze
    period, why = (UNPROVED_FREEZE, DEFAULT) if stated is UNSTATED else (stated, SET)
    end = _frozen_until(since, period, case)
    values: dict[str, Value] = {"day": since, "end": end, "whose": phrase(why, period=period)}
    if case.on <= end:
        step = _step(phrase(UNPROVED, **values), DOUBT)
        return Bar(kind=BarKind.FREEZE, name=name, step=step, days=_ahead(case, name))
    step = _step(phrase(UNPROVED_ENDED, **values), DOUBT)
    days = Interval.at(end + timedelta(days=1))
    return Bar(kind=BarKind.ENDED_FREEZE, name=name, step=step, days=days)


def _frozen_until(since: date, period: Period, case: Case) -> date:
    try:
        calendar = case.law.calendar(case.situation.establishment or "")
    except UnknownJurisdictionError:
        calendar = None
    try:
        return add(since, period, rounding=Rounding.UP, calendar=calendar)
    except (BeyondCalendarError, CalendarUnknownError, PeriodError):
        return NEVER


def _of_restriction(restriction: RestrictionFacts, case: Case) -> Bar:
    name = f"restriction.{restriction.event}.lifted"
    step = _step(phrase(RESTRICTED), RESTRICTION)
    return Bar(kind=BarKind.RESTRICTION, name=name, step=step, days=_ahead(case, name))


def _ahead(case: Case, name: str) -> Interval:
    return Interval(case.on + timedelta(days=1), NEVER, (name,))


def _covers(hold: HoldFacts, case: Case, category: str) -> bool:
    if hold.categories and not _any_category(case, category, hold.categories):
        return False
    if not hold.records and hold.vacancy is None:
        return True
    return _of_its_records(hold, case) or _names_its_subject(hold, case, category)


def _of_its_records(hold: HoldFacts, case: Case) -> bool:
    if not set(_family(case)).isdisjoint(hold.records):
        return True
    record = case.record
    if hold.vacancy is None:
        return False
    # An application of which nobody noted the vacancy may be for this one.
    unsure = record.vacancy is None and record.kind is RecordKind.APPLICATION
    return unsure or record.vacancy == hold.vacancy


def _names_its_subject(hold: HoldFacts, case: Case, category: str) -> bool:
    """
    Say whether it is what tells whose held application it is.
    """
    if case.record.kind is not RecordKind.PERSON:
        return False
    held = [
        record
        for name, record in case.facts.records.items()
        if name in hold.records or (hold.vacancy is not None and record.vacancy == hold.vacancy)
    ]
    in_role = any(record.role == case.record.role for record in held)
    return in_role and case.is_kind(Kind.CATEGORY, category, NAMES_THE_PERSON)


def _restricts(restriction: RestrictionFacts, case: Case, category: str) -> bool:
    if restriction.records and set(_family(case)).isdisjoint(restriction.records):
        return False
    named = restriction.categories
    return named is None or _any_category(case, category, named)


def _any_category(case: Case, category: str, named: Iterable[str]) -> bool:
    return any(
        case.is_kind(Kind.CATEGORY, category, key) or case.is_kind(Kind.CATEGORY, key, category)
        for key in named
    )


def _family(case: Case) -> Iterator[str]:
    met: set[str] = set()
    at: str | None = case.name
    while at is not None and at not in met:
        met.add(at)
        yield at
        at = case.facts.records[at].part_of if at in case.facts.records else None


def _day(moment: Moment) -> date | None:
    return moment.day if isinstance(moment, Known) else None


def _step(says: Phrase, cites: Citation) -> Step:
    return Step(says=says, cites=(cites,), weight=Weight.STATUTE)
