"""
What a rule is, which day and which tie select it, and how sure we are of it.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Confidence", "Factor", "Kind", "Selects"]


class Kind(StrEnum):
    """
    What a rule does to a record; guidance is a weight, not a kind.
    """

    FLOOR = "floor"
    """Forbids erasing before its end."""
    CEILING = "ceiling"
    """Commands erasing by its end."""
    FIXED = "fixed"
    """Both: neither sooner nor later."""
    LIMITATION = "limitation"
    """A period for claims: it justifies keeping for defence, and obliges to nothing."""
    HOLD = "hold"
    """Suspends erasing, or starts a period anew."""


class Selects(StrEnum):
    """
    The day by which the version of a rule is chosen when the law has changed.
    """

    EVENT_DAY = "event_day"
    """The day of the event that starts the period."""
    DECISION_DAY = "decision_day"
    """The day on which the question is asked."""


class Factor(StrEnum):
    """
    The connecting factor: the tie to a country through which a rule binds.
    """

    ESTABLISHMENT = "establishment"
    """Where the controller is established."""
    PLACE_OF_WORK = "place_of_work"
    """Where the work is, or would be, done."""
    FORMAL_EMPLOYER = "formal_employer"
    """Where the employer on paper is, as opposed to the hirer."""
    RESIDENCE = "residence"
    """Where the person lives."""


class Confidence(StrEnum):
    """
    How well a value is sourced.
    """

    VERIFIED = "verified"
    """Read in the text or on the authority's page, or in two sources that agree."""
    UNVERIFIED = "unverified"
    """Looked up and not found, or in one source only; every answer that uses it says so."""
