"""
What every answer is made of: findings, steps and readings.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.messages import Message, Phrase, phrase

__all__ = ["DID_YOU_MEAN", "Finding", "Level", "Reading", "Step", "Weight", "cited"]

CITED: Final = Message("explain.cited", "{says} ({cites})")
DID_YOU_MEAN: Final = Message("finding.did_you_mean", "Perhaps this was meant: {nearest}.")


class Level(StrEnum):
    """
    How grave a finding is.
    """

    ERROR = "error"
    """What is declared or done contradicts a binding text or itself."""
    GAP = "gap"
    """Something a text asks for is not stated."""
    WARNING = "warning"
    """A careful reader would ask about it."""
    NOTE = "note"
    """Worth knowing; nothing to mend."""


class Weight(StrEnum):
    """
    How much a text weighs.
    """

    STATUTE = "statute"
    CASE = "case"
    GUIDANCE = "guidance"
    PRACTICE = "practice"
    PROMISE = "promise"
    """The controller's own published word."""


@attrs.frozen(kw_only=True)
class Finding:
    """
    Something a reader should know about a declaration or about what happened.

    Attributes:
        code: Stable and dotted, one per kind of finding: ``use.basis_unstated``.
        level: How grave it is.
        path: Where in the policy (or which event id), as keys from the top.
        says: What was found.
        mend: What would mend it, or None.
        cites: The provisions it rests on.
    """

    code: str
    level: Level
    path: str
    says: Phrase
    mend: Phrase | None = None
    cites: tuple[Citation, ...] = ()


@attrs.frozen(kw_only=True)
class Step:
    """
    One step of the way to an answer, in the order taken.

    Attributes:
        says: The step, not yet in words.
        rule: The rule's id, or the policy path and version, it rests on; else empty.
        cites: The provisions.
        weight: How much the text weighs, or None where nothing but facts was used.
        fact: The fact used, by name; else empty.
        reliability: How sure that fact is, as the timeline recorded it; else empty.
        before: The day before this step, or None.
        after: The day after this step, or None.
    """

    says: Phrase
    rule: str = ""
    cites: tuple[Citation, ...] = ()
    weight: Weight | None = None
    fact: str = ""
    reliability: str = ""
    before: date | None = None
    after: date | None = None


@attrs.frozen(kw_only=True)
class Reading:
    """
    One way careful lawyers read a text, and the day it leads to.

    Attributes:
        key: Its stable name: ``unpaused``.
        last_day: The last day under this reading, inclusive; None if it leads to no day.
        says: What the reading holds.
        cites: Who reads it so.
        needs: The recorded fact without which it is not open, or empty.
    """

    key: str
    last_day: date | None
    says: Phrase
    cites: tuple[Citation, ...] = ()
    needs: str = ""


def cited(says: Phrase, cites: tuple[Citation, ...]) -> Phrase:
    """
    Put the provisions a sentence rests on behind it, where there are any.

    >>> cited(phrase(DID_YOU_MEAN, nearest="cv"), ()).message.code
    'finding.did_you_mean'
    """
    return phrase(CITED, says=says, cites=cites) if cites else says
