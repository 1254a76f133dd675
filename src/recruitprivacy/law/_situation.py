"""
Which countries a processing is tied to, and in what kind of recruitment.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.law._kinds import Factor
from recruitprivacy.messages import Message
from recruitprivacy.periods import MonthDay

__all__ = ["CALENDAR_YEAR", "TIES", "Recruitment", "Situation"]

CALENDAR_YEAR: Final = MonthDay(month=12, day=31)
"""The end of the year of whoever names no other day."""
TIES: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "establishment": Message(
            "law.tie.establishment", "the country in which the controller is established"
        ),
        "place_of_work": Message("law.tie.place_of_work", "the country in which the work is done"),
        "formal_employer": Message(
            "law.tie.formal_employer", "the country of the employer on paper"
        ),
        "residence": Message("law.tie.residence", "the country in which the person lives"),
        "recruitment": Message(
            "law.tie.recruitment", "whether the firm recruits for itself or for clients"
        ),
    }
)
"""What each tie is called where it is unknown."""


class Recruitment(StrEnum):
    """
    For whom one recruits.
    """

    OWN_HIRING = "own_hiring"
    """For oneself: the recruiter becomes the employer."""
    AGENCY = "agency"
    """For clients, as a controller of one's own."""
    OUTSOURCED = "outsourced"
    """For a client, on its instructions."""
    UNKNOWN = "unknown"
    """Nobody said."""


@attrs.frozen(kw_only=True)
class Situation:
    """
    The ties through which national law reaches one record; what is unknown stays unknown.

    Attributes:
        establishment: Country of the controller's establishment, as ``NL`` or ``DE-BY``.
        place_of_work: Country where the work is or would be done.
        formal_employer: Country of the employer on paper.
        residence: Country where the person lives.
        recruitment: For whom one recruits.
        financial_year_ends: The last day of the controller's financial year.

    >>> Situation(establishment="NL").tie(Factor.PLACE_OF_WORK) is None
    True
    """

    establishment: str | None = None
    place_of_work: str | None = None
    formal_employer: str | None = None
    residence: str | None = None
    recruitment: Recruitment = Recruitment.UNKNOWN
    financial_year_ends: MonthDay = CALENDAR_YEAR

    @property
    def places(self) -> tuple[str, ...]:
        """
        The places it is tied to, as far as they are known, each once.

        >>> Situation(establishment="NL", residence="SE", place_of_work="NL").places
        ('NL', 'SE')
        """
        ties = (self.establishment, self.place_of_work, self.formal_employer, self.residence)
        return tuple(dict.fromkeys(place for place in ties if place))

    def tie(self, factor: Factor) -> str | None:
        """
        Return the country a factor points to, or None while it is unknown.
        """
        place: str | None = getattr(self, factor)
        return place
