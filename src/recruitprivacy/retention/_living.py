"""
Which uses still need some data.
"""

from __future__ import annotations

from typing import Final

import attrs

from recruitprivacy.policy import Use
from recruitprivacy.retention._case import Case
from recruitprivacy.timeline import PurposeStanding, Standing

__all__ = ["Life", "lives_of"]

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
        hangs_on: The facts for want of which nobody knows; empty where it is known.
    """

    use: str
    purposes: tuple[str, ...]
    standings: tuple[PurposeStanding, ...]
    lives: bool | None
    hangs_on: tuple[str, ...] = ()


def lives_of(case: Case, category: str) -> tuple[Life, ...]:
    """
    List the uses that reach a category of a record, and whether each goes on.

    A use goes on as long as one of its purposes does.
    """
    found = case.purposes
    return tuple(
        _life(case, name, use, tuple(each for each in found if each.use == name))
        for name, use in case.policy.uses_of(case.role).items()
        if case.reached_by(use, category)
    )


def _life(case: Case, name: str, use: Use, standings: tuple[PurposeStanding, ...]) -> Life:
    lives = _lives(case, name, standings)
    waits = (fact for each in standings for fact in each.hangs_on)
    hangs_on = tuple(dict.fromkeys((f"use.{name}.ended", *waits))) if lives is None else ()
    return Life(
        use=name, purposes=use.purposes, standings=standings, lives=lives, hangs_on=hangs_on
    )


def _lives(case: Case, name: str, standings: tuple[PurposeStanding, ...]) -> bool | None:
    if not standings:
        return case.facts.lives(case.name, name)
    if any(each.standing is Standing.GOES_ON for each in standings):
        return True
    return False if all(each.standing in OVER for each in standings) else None
