"""
The law, the ties and the day a request is looked at under.
"""

from __future__ import annotations

from datetime import date

from recruitprivacy.basis import Frame
from recruitprivacy.law import Law, Situation
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["framed"]


def framed(
    request: RightsRequest,
    law: Law,
    *,
    on: date,
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Frame:
    """
    Frame the questions about a request; without a situation its own ties count.

    Raises:
        FaultsError: If the situation names no place.
    """
    ties = situation or request.situation
    return Frame(law=law, situation=ties, on=on, vocabulary=vocabulary)
