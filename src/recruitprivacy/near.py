"""
The known word that somebody probably meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

__all__ = ["nearest"]

LONGEST_WORD: Final = 80
LIKELY: Final = 5


def nearest(word: str, known: Iterable[str]) -> str:
    """
    Find the known word nearest to one that is not known; empty if none is near.

    Of words about as near, one with the same beginning is taken. Long texts are no words.

    >>> nearest("criminal_recrod", ["timeline_record", "criminal_convictions", "name"])
    'criminal_convictions'
    """
    if len(word) > LONGEST_WORD:
        return ""
    close = get_close_matches(word, list(known), n=LIKELY)
    begins = re.split(r"[^A-Za-z0-9]", word, maxsplit=1)[0]
    alike = [match for match in close if match.startswith(begins)]
    return next(iter(alike or close), "")
