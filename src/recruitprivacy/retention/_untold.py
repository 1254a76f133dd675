"""
Whether somebody whose data came from elsewhere was told in time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from recruitprivacy.errors import CalendarUnknownError, UnknownJurisdictionError
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Rule, due
from recruitprivacy.messages import Message, phrase
from recruitprivacy.retention._case import Case
from recruitprivacy.timeline import Absence, Known
from recruitprivacy.vocabulary import Kind

__all__ = ["untold"]

TOPIC: Final = "deadline.notice"
RECEIVED: Final = "data_received"
COLLECTED: Final = "data_collected"
NOT_TOLD: Final = Message(
    "retention.finding.not_told",
    "These data came from elsewhere, and the person should have been told by {day}; "
    "until they are, the data are not used.",
)
TELL: Final = Message(
    "retention.mend.not_told",
    "Give the person the notice now and write down when. Erasing does not mend it.",
)


def untold(case: Case) -> tuple[Finding, ...]:
    """
    Find a notice that is overdue; nothing is erased on account of it.

    Law:
        GDPR Art. 14(3): within a month of receipt, and when the data are disclosed at the latest.
    """
    since = _received(case)
    if since is None or not _from_elsewhere(case) or _may_be_told(case):
        return ()
    rules = case.law.rules(TOPIC, case.situation, on=case.on, event_on=since).applies
    days = ((rule, _notify_by(rule, since, case)) for rule in rules if rule.period is not None)
    return tuple(_finding(case, rule, day) for rule, day in days if day < case.on)


def _from_elsewhere(case: Case) -> bool:
    source = case.record.obtained_from
    if source is None or not case.vocabulary.has(Kind.SOURCE, source):
        return False
    origin = case.vocabulary.term(Kind.SOURCE, source).origin
    return origin is not None and not origin.is_direct


def _may_be_told(case: Case) -> bool:
    if "notices" in case.facts.unknown:
        return True
    roles = {case.role, case.record.role}
    notices = (notice for role in roles for notice in case.facts.notices_of(role))
    return any(notice.given is not Absence.NOT_STARTED for notice in notices)


def _received(case: Case) -> date | None:
    moments = (case.happened(trigger).moment for trigger in (RECEIVED, COLLECTED))
    return next((moment.day for moment in moments if isinstance(moment, Known)), None)


def _notify_by(rule: Rule, since: date, case: Case) -> date:
    return min([_month_on(rule, since, case), *_disclosed(case)])


def _month_on(rule: Rule, day: date, case: Case) -> date:
    try:
        return due(rule, day, law=case.law, situation=case.situation).last_day
    except (CalendarUnknownError, UnknownJurisdictionError):
        return date.max


def _disclosed(case: Case) -> Iterator[date]:
    for each in case.facts.disclosures:
        if isinstance(each.disclosed, Known) and (not each.records or case.name in each.records):
            yield each.disclosed.day


def _finding(case: Case, rule: Rule, day: date) -> Finding:
    return Finding(
        code="retention.not_told",
        level=Level.ERROR,
        path=f"records.{case.name}",
        says=phrase(NOT_TOLD, day=day),
        mend=phrase(TELL),
        cites=rule.cites,
    )
