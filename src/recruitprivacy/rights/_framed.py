"""
The law, the ties and the day a request is looked at under.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from recruitprivacy.basis import Frame
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.law import Law, Situation
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["framed", "refuse_others_facts"]

SOMEBODY_ELSE: Final = Fault(
    path="facts",
    problem="are of another person than the request",
    way_out="fold the person's own; where two were merged, give the request the id that stays",
)


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


def refuse_others_facts(request: RightsRequest, facts: Facts) -> None:
    """
    Refuse the facts of one person for the request of another.

    Raises:
        FaultsError: If they are of somebody else, and know nothing of the request.
    """
    known = any(each.request == request.id for each in facts.freezes)
    if facts.person != request.person and not known:
        raise FaultsError([SOMEBODY_ELSE])
