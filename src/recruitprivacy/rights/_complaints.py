"""
Where a person may complain, by the firm's word and by law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from recruitprivacy.basis import Answer, Frame, Premise
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.policy import ComplaintRoute, Policy
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["Complaining", "complaint_routes"]

AUTHORITY: Final = "supervisory_authority"
NOTHING_KNOWN: Final[Mapping[str, bool]] = FrozenMap()
ALWAYS: Final = Message(
    "rights.complaint.always", "the authority is open whatever was tried before"
)
TRIED: Final = Message("rights.complaint.tried", "this was tried before, as the firm asks: {route}")
SO: Final = Message("rights.complaint.so", "this is so: {condition}")


@attrs.frozen(kw_only=True)
class Complaining(Answer):
    """
    Whether one way to complain is open.

    Attributes:
        route: Its name in the policy.
        to: Who takes the complaint.
    """

    route: str
    to: str


def complaint_routes(  # noqa: PLR0913 - the policy, and what was tried and found
    policy: Policy,
    situation: Situation,
    law: Law,
    *,
    on: date,
    tried: Iterable[str] = (),
    known: Mapping[str, bool] = NOTHING_KNOWN,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Complaining, ...]:
    """
    List the ways to complain that a policy names, and which of them are open.

    What a firm asks to be tried first bounds its own routes alone: an authority is always open.

    Args:
        policy: The declaration.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about.
        tried: The routes the person used already, by name in the policy.
        known: The conditions known, by name; absent is unknown.
        vocabulary: The words of the policy.

    Raises:
        FaultsError: If the situation names no place.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> complaint_routes(own_hiring(), Situation(establishment="NL"), load("NL"),
    ...                  on=date(2026, 3, 2))
    ()

    Law:
        GDPR Art. 77(1): without prejudice to any other remedy.
    """
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    used = frozenset(tried)
    return tuple(
        Complaining(
            what=vocabulary.term(Kind.FORUM, each.to).label,
            route=name,
            to=each.to,
            premises=(frame.in_force, *_premises(each, policy, frame, used)),
            ways=tuple(_conditions(each, frame, known)),
            **frame.parts,
        )
        for name, each in policy.complaints.items()
    )


def _is_authority(route: ComplaintRoute, frame: Frame) -> bool:
    return frame.vocabulary.is_kind(Kind.FORUM, route.to, AUTHORITY)


def _premises(
    route: ComplaintRoute, policy: Policy, frame: Frame, used: frozenset[str]
) -> Iterator[Premise]:
    if _is_authority(route, frame):
        cites = frame.cite("GDPR Art. 77(1)")
        yield Premise(fact="complaint.authority", holds=True, what=ALWAYS, cites=cites)
        return
    for before in route.after:
        label = frame.vocabulary.term(Kind.FORUM, policy.complaints[before].to).label
        what = phrase(TRIED, route=label)
        yield Premise(fact=f"complaint.{before}", holds=before in used, what=what)


def _conditions(route: ComplaintRoute, frame: Frame, known: Mapping[str, bool]) -> Iterator[Answer]:
    if _is_authority(route, frame):
        return
    for each in route.when_any:
        label = frame.vocabulary.term(Kind.CONDITION, each).label
        premise = Premise(fact=each, holds=known.get(each), what=phrase(SO, condition=label))
        yield Answer(what=label, premises=(premise,), **frame.parts)
