"""
A firm's schedule, a candidate's history and an answer, as plain values.

They are words and days, so that whoever tells the story with them shares nothing with the engine.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, TypeAlias

UNKNOWN: Final = "unknown"
OPEN: Final = "open"
CONSENTED: Final = "pool"
"""The one use that rests on consent alone; the others rest on legitimate interests."""


@dataclass(frozen=True)
class Length:
    """
    A length of time; its parts are added together, the months once.
    """

    years: int = 0
    months: int = 0
    days: int = 0


@dataclass(frozen=True)
class Rule:
    """
    A line of a firm's schedule: a ceiling or a wish.

    Attributes:
        which: The first, the last or each of several events; empty is as its kind is meant.
        instead: What starts it where that never happened.
        next_on: The month and day from which it runs, the next on or after what starts it.
        use: The use whose keeping it limits; empty is each.
        role: Whose data; empty is everybody's.
        source: The source the data must have come from; empty is any.
        outcome: How the procedure must have ended; empty is anyhow.
        when: The condition that must hold; empty is none.
    """

    does: str
    length: Length
    starts: str
    which: str = ""
    instead: str = ""
    next_on: tuple[int, int] | None = None
    use: str = ""
    category: str = ""
    role: str = ""
    source: str = ""
    outcome: str = ""
    when: str = ""


@dataclass(frozen=True)
class Statute:
    """
    A floor or a ceiling of the law, in versions that begin on a day.

    Attributes:
        by_event: Whether the day of the event chooses the version, not the day of the question.
        year_end: Whether it runs from the last day of the year.
        adopted: Whether the firm adopted it, where it is guidance; None is a statute.
        unless_agreed: Whether an agreement to the consented use sets it aside.
    """

    does: str
    starts: str
    versions: tuple[tuple[dt.date, Length], ...]
    by_event: bool = False
    year_end: bool = False
    category: str = ""
    adopted: bool | None = None
    unless_agreed: bool = False


@dataclass(frozen=True)
class Contact:
    """
    Which contact moves the clock, what stands in for it, and how far it moves at most.
    """

    counts: tuple[str, ...] = ("talk",)
    instead: str = "collected"
    cap: Length | None = None


@dataclass(frozen=True)
class Edition:
    """
    One version of what a firm says, and the day it came out.
    """

    number: str
    since: dt.date
    rules: tuple[Rule, ...]
    contact: Contact = Contact()


@dataclass(frozen=True)
class Schedule:
    """
    What a firm says in all its editions, oldest first, and the law over it.

    Attributes:
        stranger_days: How long the request of somebody who did not show who they are stops it.
    """

    editions: tuple[Edition, ...]
    uses: tuple[str, ...]
    law: tuple[Statute, ...] = ()
    stranger_days: int = 30


@dataclass(frozen=True)
class Happening:
    """
    What happened on a day, or on no day anybody knows.

    Attributes:
        which: The use, matter, request, edition, source, outcome or condition it is about.
        reach: The category or the record a hold, restriction or erasure reaches; empty is all.
        until: The last day an agreement stands.
    """

    day: dt.date | None
    what: str
    which: str = ""
    reach: str = ""
    until: dt.date | None = None


History: TypeAlias = tuple[Happening, ...]


@dataclass(frozen=True)
class Answer:
    """
    What is so on the day that was asked for.

    Attributes:
        gone_by: The last day on which the data may exist.
        planned_on: The last day for which the firm means to keep them.
        erase_from: The first day, from the one asked for on, on which erasing is allowed.
    """

    status: str
    gone_by: dt.date | str
    planned_on: dt.date | str
    erase_from: dt.date | str
