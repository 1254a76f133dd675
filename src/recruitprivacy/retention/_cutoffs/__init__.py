"""
The schedule of a day as data: for each rule the days of its triggers after which it has ended.
"""

from __future__ import annotations

from recruitprivacy.retention._cutoffs._answer import due as asked_due
from recruitprivacy.retention._cutoffs._answer import undecided as asked_undecided
from recruitprivacy.retention._cutoffs._factored import factored
from recruitprivacy.retention._cutoffs._make import cutoffs
from recruitprivacy.retention._cutoffs._placed import (
    NO_NULLS,
    NOTHING,
    Given,
    Nulls,
    Placed,
    Places,
    means_never,
    placed,
    settled,
)
from recruitprivacy.retention._cutoffs._reason import Reason, reason
from recruitprivacy.retention._cutoffs._row import (
    FIRST,
    NEVER_DAYS,
    Cell,
    Compared,
    Row,
    compared,
    row_of,
)
from recruitprivacy.retention._cutoffs._span import Span
from recruitprivacy.retention._cutoffs._table import (
    Apart,
    Cap,
    CellKind,
    Cutoffs,
    Lasting,
    NeededFact,
    Origin,
    Requirement,
    Schedule,
    Term,
)
from recruitprivacy.retention._cutoffs._tree import Tree
from recruitprivacy.retention._cutoffs._words import words_of

__all__ = [
    "FIRST",
    "NEVER_DAYS",
    "NOTHING",
    "NO_NULLS",
    "Apart",
    "Cap",
    "Cell",
    "CellKind",
    "Compared",
    "Cutoffs",
    "Given",
    "Lasting",
    "NeededFact",
    "Nulls",
    "Origin",
    "Placed",
    "Places",
    "Reason",
    "Requirement",
    "Row",
    "Schedule",
    "Span",
    "Term",
    "Tree",
    "asked_due",
    "asked_undecided",
    "compared",
    "cutoffs",
    "factored",
    "means_never",
    "placed",
    "reason",
    "row_of",
    "settled",
    "words_of",
]
