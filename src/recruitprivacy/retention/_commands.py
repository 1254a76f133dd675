"""
What commands erasing because the person may ask for it, whatever the schedule says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Weight
from recruitprivacy.retention._bound import ALWAYS, NEVER, Interval, latest
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._living import WITHOUT_END, Life
from recruitprivacy.timeline import Absence, ErasureFacts, Known, Moment, Start, earliest
from recruitprivacy.vocabulary import Kind

__all__ = ["commands_of"]

GRANTED: Final = "erasure_granted"
STOPPED: Final = "purpose_ended"
COLLECTED: Final = "data_collected"
STATE: Final = "erasure.state"
REQUEST_RECORD: Final = "request_record"
ASKED: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="17", points=("1",))
WITHDREW: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="17", points=("1", "b"))
OBJECTED: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="17", points=("1", "c"))


def commands_of(case: Case, category: str, lives: Sequence[Life]) -> Iterator[Ending]:
    """
    List what commands erasing a category, other than a rule.

    A granted request reaches what was collected up to the day it was granted. Where the person
    stopped a purpose and no other goes on, the data go without being asked for.

    Law:
        GDPR Art. 17(1): what was asked for is erased without undue delay.
        GDPR Art. 17(1)(b): consent was withdrawn, and there is no other ground.
        GDPR Art. 17(1)(c): the person objected, and nothing overrides that.
    """
    if "erasures" in case.facts.unknown:
        nobody_knows = Interval(ALWAYS, NEVER, (STATE,))
        yield _ending(GRANTED, Absence.UNKNOWN, nobody_knows, cites=(ASKED,))
    for erasure in case.facts.erasures:
        if _reaches(erasure, case, category):
            yield from _granted(erasure, case)
    stopped = [each.stopped for life in lives for each in life.standings if each.by_person]
    if not stopped or any(life.until == WITHOUT_END for life in lives):
        return
    since = earliest(stopped)
    days = latest((_day_of(since), *(life.until for life in lives)), default=WITHOUT_END)
    last = Known(day=days.low) if isinstance(since, Known) and days.low != ALWAYS else since
    yield _ending(STOPPED, last, days, cites=(WITHDREW, OBJECTED))


def _reaches(erasure: ErasureFacts, case: Case, category: str) -> bool:
    if erasure.records and case.name not in erasure.records:
        return False
    named = erasure.categories
    if named is None:
        return not _tells_of_the_dealings(case, category)
    return case.is_kind(Kind.CATEGORY, category, *named)


def _tells_of_the_dealings(case: Case, category: str) -> bool:
    # What was asked and answered is kept to show it, where the notice says so.
    kept = case.promised.requests.record_kept is not None
    return kept and case.is_kind(Kind.CATEGORY, category, REQUEST_RECORD)


def _granted(erasure: ErasureFacts, case: Case) -> Iterator[Ending]:
    granted, collected = erasure.granted, case.happened(COLLECTED)
    missing: tuple[str, ...] = ()
    if not isinstance(granted, Known):
        missing = (f"request.{erasure.request}.granted",)
    elif not isinstance(collected.moment, Known):
        missing = collected.used or (COLLECTED,)
    elif collected.moment.day > granted.day:
        return
    low = granted.day if isinstance(granted, Known) else ALWAYS
    days = Interval(low, NEVER, missing) if missing else Interval.at(low)
    yield _ending(GRANTED, granted, days, cites=(ASKED,))


def _day_of(moment: Moment) -> Interval:
    return (
        Interval.at(moment.day)
        if isinstance(moment, Known)
        else Interval(ALWAYS, NEVER, (STOPPED,))
    )


def _ending(after: str, moment: Moment, days: Interval, *, cites: tuple[Citation, ...]) -> Ending:
    clause = Clause(
        effect=Effect.COMMAND,
        rule=f"person.{after}",
        weight=Weight.STATUTE,
        cites=cites,
        after=after,
    )
    return Ending(clause=clause, start=Start(moment=moment), days=days)
