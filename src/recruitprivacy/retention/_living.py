"""
Which uses still need some data.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import attrs

from recruitprivacy.policy import Use
from recruitprivacy.retention._bound import ALWAYS, NEVER, Interval, latest
from recruitprivacy.retention._case import Case
from recruitprivacy.timeline import Absence, Known, Moment, PurposeStanding, Standing, UseFacts

__all__ = ["WITHOUT_END", "Life", "lives_of"]

DAY: Final = timedelta(days=1)
NOT_AT_ALL: Final = Interval.at(ALWAYS)
WITHOUT_END: Final = Interval.at(NEVER)
OVER: Final = frozenset({Standing.STOPPED, Standing.ENDED})


@attrs.frozen(kw_only=True)
class Life:
    """
    Whether a use of a category goes on.

    Attributes:
        use: Its name in the policy.
        purposes: Its purposes.
        standings: How each of them stands.
        lives: Whether it goes on; None where nobody knows.
        until: The last day on which it went on, or goes on as far as anybody knows today.
        hangs_on: The facts for want of which nobody knows; empty where it is known.
    """

    use: str
    purposes: tuple[str, ...]
    standings: tuple[PurposeStanding, ...]
    lives: bool | None
    until: Interval
    hangs_on: tuple[str, ...] = ()


def lives_of(case: Case, category: str) -> tuple[Life, ...]:
    """
    List the uses that reach a category of a record, and whether each goes on.

    A use goes on as long as one of its purposes does.
    """
    found = case.purposes(category)
    return tuple(
        _life(case, name, use, tuple(each for each in found if each.use == name))
        for name, use in sorted(case.policy.uses_of(case.role).items())
        if case.reached_by(use, category)
    )


def _life(case: Case, name: str, use: Use, standings: tuple[PurposeStanding, ...]) -> Life:
    lives = _lives(case, name, standings)
    waits = (fact for each in standings for fact in each.hangs_on)
    hangs_on = tuple(dict.fromkeys((f"use.{name}.ended", *waits))) if lives is None else ()
    return Life(
        use=name,
        purposes=use.purposes,
        standings=standings,
        lives=lives,
        until=_until(case, name, standings, hangs_on),
        hangs_on=hangs_on,
    )


def _lives(case: Case, name: str, standings: tuple[PurposeStanding, ...]) -> bool | None:
    if not standings:
        return case.facts.lives(case.name, name)
    if any(each.standing is Standing.GOES_ON for each in standings):
        return True
    return False if all(each.standing in OVER for each in standings) else None


def _until(
    case: Case, name: str, standings: tuple[PurposeStanding, ...], hangs_on: tuple[str, ...]
) -> Interval:
    if any(each.standing is Standing.GOES_ON and each.until is None for each in standings):
        return WITHOUT_END
    return latest(_ends(case, name, standings, hangs_on), default=WITHOUT_END)


def _ends(
    case: Case, name: str, standings: tuple[PurposeStanding, ...], hangs_on: tuple[str, ...]
) -> Iterator[Interval]:
    for each in standings:
        if each.standing in OVER:
            yield _ended(case, name, each.since)
        elif each.standing is Standing.GOES_ON and each.until:
            yield Interval.at(each.until)
        else:
            yield Interval(ALWAYS, each.until or NEVER, hangs_on or each.hangs_on)
    if not standings:
        noted = case.record.uses.get(name, UseFacts())
        if noted.lives is False:
            yield _ended(case, name, noted.ended)
        elif noted.lives is None:
            yield Interval(ALWAYS, NEVER, hangs_on)


def _ended(case: Case, name: str, since: Moment) -> Interval:
    if isinstance(since, Known):
        return Interval.at(since.day)
    if since is Absence.NOT_STARTED:
        return NOT_AT_ALL
    # Nobody noted when, but it is over.
    return Interval(ALWAYS, case.on - DAY, (f"use.{name}.ended",))
