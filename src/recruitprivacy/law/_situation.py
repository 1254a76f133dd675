"""
Which countries a processing is tied to, and in what kind of recruitment.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from recruitprivacy.law._kinds import Factor

__all__ = ["Recruitment", "Situation"]


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

    >>> Situation(establishment="NL").tie(Factor.PLACE_OF_WORK) is None
    True
    """

    establishment: str | None = None
    place_of_work: str | None = None
    formal_employer: str | None = None
    residence: str | None = None
    recruitment: Recruitment = Recruitment.UNKNOWN

    def tie(self, factor: Factor) -> str | None:
        """
        Return the country a factor points to, or None while it is unknown.
        """
        return {
            Factor.ESTABLISHMENT: self.establishment,
            Factor.PLACE_OF_WORK: self.place_of_work,
            Factor.FORMAL_EMPLOYER: self.formal_employer,
            Factor.RESIDENCE: self.residence,
        }[factor]
