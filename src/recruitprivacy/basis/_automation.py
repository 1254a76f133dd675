"""
What machines do in recruiting, as facts, and whether the law on automated decisions is about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.errors import Fault, FaultsError

__all__ = ["Automated", "Effect"]

RUBBER_STAMP: Final = 50
"""So many cases without a single one overturned, and somebody should ask what the look is worth."""


class Effect(StrEnum):
    """
    What follows for a person from what the machine puts out.
    """

    REJECTS = "rejects"
    """Who does not pass goes no further: a knock-out question, a cut-off score."""
    ADVANCES = "advances"
    """Who passes goes on; the others wait for a human."""
    RANKS = "ranks"
    """The order in which people are looked at."""
    RECOMMENDS = "recommends"
    """Vacancies shown to the person, or people shown to a recruiter, beside all others."""
    NOTHING = "nothing"


@attrs.frozen(kw_only=True)
class Automated:
    """
    What a machine does with people, and what humans do about it; whatever is None nobody said.

    Attributes:
        effect: What follows for a person from its output.
        looked_at: Whether a human looks at each case before anything follows.
        may_overturn: Whether that human may decide otherwise, and has what it takes.
        cases: How many cases were looked at so far.
        overturned: In how many of them the human decided otherwise.
        drawn_on: Whether whoever decides draws strongly on a score somebody else computed.
        unseen: Whether those low in an order are, in practice, never looked at.
        infers_emotions: Whether it infers what people feel.
        special_categories: Whether it works on special categories of data.
        necessary: Whether a contract with the person cannot be made or carried out unless a machine
            decides alone; that the data are needed for it says nothing of that.
        intervention: Whether the person can have a human look again, be heard, and contest it.

    Raises:
        FaultsError: If more cases were overturned than looked at, or fewer than none.

    Law:
        GDPR Art. 22(1): decisions solely by machine, with effects that matter.
    """

    effect: Effect | None = None
    looked_at: bool | None = None
    may_overturn: bool | None = None
    cases: int | None = None
    overturned: int | None = None
    drawn_on: bool | None = None
    unseen: bool | None = None
    infers_emotions: bool | None = None
    special_categories: bool | None = None
    necessary: bool | None = None
    intervention: bool | None = None

    def __attrs_post_init__(self) -> None:
        """
        Refuse numbers that cannot be.
        """
        faults = tuple(self._faults())
        if faults:
            raise FaultsError(faults)

    def _faults(self) -> Iterator[Fault]:
        if self.cases is not None and (self.overturned or 0) > self.cases:
            problem = "more cases were overturned than looked at"
            yield Fault(path="overturned", problem=problem, way_out="count anew")
        if min(self.cases or 0, self.overturned or 0) < 0:
            yield Fault(
                path="cases", problem="there cannot be less than none", way_out="count anew"
            )

    @property
    def rubber_stamped(self) -> bool:
        """
        Whether a human looked at many cases and never once decided otherwise.

        >>> Automated(cases=400, overturned=0).rubber_stamped
        True
        """
        return (self.cases or 0) >= RUBBER_STAMP and self.overturned == 0

    @property
    def human(self) -> bool | None:
        """
        Whether a human truly decides.

        A look that may change nothing is none, nor one that never reaches the end of an order.

        >>> Automated(looked_at=True, may_overturn=False).human
        False
        >>> Automated(looked_at=True, may_overturn=True, cases=400, overturned=0).human is None
        True
        """
        if False in (self.looked_at, self.may_overturn) or self.drawn_on or self.unseen:
            return False
        if self.looked_at and self.may_overturn:
            return None if self.rubber_stamped else True
        return None

    @property
    def decides(self) -> bool | None:
        """
        Whether what it puts out settles how a person fares in the procedure.

        A ranking does for those whom nobody looks at any more; whether advancing some is a
        decision about the others is open.
        """
        settled = {Effect.REJECTS: True, Effect.RECOMMENDS: False, Effect.NOTHING: False}
        return (
            self.unseen
            if self.effect is Effect.RANKS
            else settled.get(self.effect or Effect.ADVANCES)
        )
