"""
The known word that somebody probably meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["nearest"]

LONGEST_WORD: Final = 80
LIKELY: Final = 5
ALIKE: Final = 0.6
BETWEEN: Final = re.compile(r"[^A-Za-z0-9]")


def nearest(word: str, known: Iterable[str], *, alike: float = ALIKE) -> str:
    """
    Find the known word nearest to one that is not known; empty if none is near.

    Of words about as near, one with the same beginning is taken. Where every part is spelt well
    and only their combination is unknown, the end says what is meant: there the one that ends the
    same is taken. Long texts are no words.

    Args:
        word: The word as written.
        known: The words there are.
        alike: How like a misspelt word one must be, from 0 (not at all) to 1 (the same).

    >>> nearest("criminal_recrod", ["timeline_record", "criminal_convictions", "name"])
    'criminal_convictions'
    >>> nearest("application_rejected", ["application_received", "candidate_rejected"])
    'candidate_rejected'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    if len(word) > LONGEST_WORD:
        return ""
    words, parts = list(known), BETWEEN.split(word)
    spelt_well = {part for each in words for part in BETWEEN.split(each)}.issuperset(parts)
    cutoff, place = (ALIKE, -1) if spelt_well else (alike, 0)
    close = get_close_matches(word, words, n=LIKELY, cutoff=cutoff)
    same = (each for each in close if BETWEEN.split(each)[place].startswith(parts[place]))
    return next(same, next(iter(close), ""))
