"""
For how long what the data are for, or what the person agreed to, justified keeping them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Final

import attrs

from recruitprivacy.findings import Weight
from recruitprivacy.retention._applies import agreements
from recruitprivacy.retention._bound import ALWAYS, NEVER, Interval, earliest, latest
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._clause import STORAGE_LIMITATION, Clause, Effect
from recruitprivacy.retention._combine import Days
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._living import WITHOUT_END, Life
from recruitprivacy.timeline import Absence, ConsentFacts, Known, Moment, Start

__all__ = ["needs_of", "prolonged"]

DAY: Final = timedelta(days=1)
ENDED: Final = "purpose_ended"
NOT_AT_ALL: Final = Interval.at(ALWAYS)
CONSENTS: Final = "consent.state"


def needs_of(endings: Sequence[Ending], lives: Iterable[Life], days: Days) -> Iterator[Ending]:
    """
    List the uses that set a last day, as they went on after every other rule had ended.

    Law:
        GDPR Art. 5(1)(e): kept no longer than the purposes need, and so long lawfully.
    """
    lives = [life for life in lives if life.until.known and life.until != WITHOUT_END]
    if not lives:
        return
    ceilings = [each for each in endings if each.clause.effect is Effect.CEILING]
    soonest = earliest((each.days for each in ceilings), default=Interval.at(NEVER))
    found = (days.gone, days.planned) if days.has_plan else (days.gone,)
    for life in lives:
        if life.until in found and life.until.low > soonest.high:
            yield _need(life, _then(life, ceilings))


def prolonged(ending: Ending, case: Case, category: str) -> Ending | None:
    """
    Let an end come no sooner than what the person agreed to; None where they agreed without end.
    """
    if not ending.clause.unless_agreed:
        return ending
    found = agreements(ending.clause, case, category)
    until = latest((_until(each, case) for each in found), default=NOT_AT_ALL)
    if until.low == NEVER:
        return None
    days = latest((ending.days, until), default=until)
    return ending if days == ending.days else attrs.evolve(ending, days=days, agreed=True)


def _need(life: Life, then: str) -> Ending:
    clause = Clause(
        effect=Effect.NEED,
        rule=f"uses.{life.use}",
        weight=Weight.STATUTE,
        cites=(STORAGE_LIMITATION,),
        after=ENDED,
        uses=(life.use,),
        then=then,
    )
    over: Moment = Absence.NOT_STARTED if life.lives else Known(day=life.until.low)
    return Ending(clause=clause, start=Start(moment=over), days=life.until)


def _then(life: Life, ceilings: Iterable[Ending]) -> str:
    by_end = sorted(ceilings, key=lambda each: each.days.low, reverse=True)
    own = [each for each in by_end if life.use in (each.clause.uses or ())]
    return next((each.clause.then for each in (*own, *by_end) if each.clause.then), "")


def _until(consent: ConsentFacts, case: Case) -> Interval:
    runs_out = Interval.at(consent.expires_on or NEVER)
    if consent.withdrawn is Absence.NOT_STARTED:
        return runs_out
    if isinstance(consent.withdrawn, Known):
        return earliest((runs_out, Interval.at(consent.withdrawn.day)), default=runs_out)
    return earliest((runs_out, Interval(ALWAYS, case.on - DAY, (CONSENTS,))), default=runs_out)
