"""
Whether there is a ground for erasing some data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from recruitprivacy.findings import Step
from recruitprivacy.messages import Message
from recruitprivacy.policy import UNSTATED
from recruitprivacy.retention import Effect, Status
from recruitprivacy.rights._seen import Seen, Served
from recruitprivacy.rights._table import WEIGHED
from recruitprivacy.rights._weighed import Weighed, purposes, step
from recruitprivacy.timeline import ObjectionFacts, Standing
from recruitprivacy.vocabulary import ErasureGround, LawfulBasis, RefusalGround, Right

__all__ = ["erasing"]

# "Delete me" is withdrawal, objection and erasure at once, whatever it was called.
WITHDRAWING: Final = frozenset({Right.WITHDRAW_CONSENT, Right.ERASURE})
OBJECTING: Final = frozenset({Right.OBJECT, Right.ERASURE})
UNKNOWN: Final = (LawfulBasis.LEGITIMATE_INTERESTS,)
"""As what a basis nobody states is taken: as one the person can object to."""
OVER: Final = frozenset(
    {Status.OVERDUE, Status.ERASABLE, Status.NORMAL_USE_OVER, Status.SEGREGATED}
)
OVERRIDING: Final = frozenset({RefusalGround.COMPELLING_GROUNDS, RefusalGround.LEGAL_CLAIMS})
FREEING: Final = (
    ErasureGround.OBJECTION_UPHELD,
    ErasureGround.CONSENT_WITHDRAWN_NO_OTHER_BASIS,
    ErasureGround.NO_LONGER_NECESSARY,
)
"""What may end a purpose, the ground that is named first where several do."""

GROUND: Final = Message(
    "rights.ground.erasure", "{ground:capital}: this is a ground for erasing it."
)
WIDEST: Final = Message(
    "rights.ground.unstated",
    "No basis is stated for {purpose}, so nothing can be held against the person. "
    "The rule behind this has not been verified.",
)
ASKED_BACK: Final = Message(
    "rights.ground.asked_back",
    "{purpose:capital}: this was done because the person asked for it, and now they ask for the "
    "opposite.",
)
NEEDED: Final = Message(
    "rights.ground.needed",
    "It is still needed for {purpose}, on a basis that neither a withdrawal nor an objection ends.",
)
UNSURE: Final = Message(
    "rights.ground.unsure", "It is not known whether it is still needed for {purpose}."
)


def erasing(seen: Seen) -> Weighed:
    """
    Look for the grounds on which data must be erased.

    Law:
        GDPR Art. 17(1): six grounds, each enough.
    """
    whole = tuple(_whole(seen))
    freed = {each: _freed(seen, each) for each in seen.living}
    found = (*whole, *(ground for ground in freed.values() if ground))
    grounds = tuple(each for each in ErasureGround if each in found)
    needed = [] if whole else [each for each, ground in freed.items() if ground is None]
    return Weighed(
        holds=not needed,
        grounds=grounds,
        stops=purposes(each for each in seen.living if each not in needed),
        missing=tuple(fact for each in needed for fact in (*each.hangs_on, *_asks(each))),
        instead=(Right.RESTRICTION,) if needed else (),
        steps=(
            *_told(seen, grounds),
            *_asked_back(seen, freed),
            *_unstated(seen),
            *_needed(seen, needed),
        ),
    )


def _overridden(seen: Seen, served: Served) -> bool:
    pleaded = any(
        plea.shown and plea.runs(seen.frame.on) and seen.covers(plea)
        for plea in seen.pleas
        if any(plea.ground is each for each in OVERRIDING)
    )
    return pleaded or any(_overruled(seen, each, served) for each in seen.facts.objections)


def _overruled(seen: Seen, objection: ObjectionFacts, served: Served) -> bool:
    if objection.upheld is not False or objection.ground not in OVERRIDING:
        return False
    about = objection.purposes
    return not about or any(seen.frame.is_purpose(served.purpose, each) for each in about)


def _whole(seen: Seen) -> Iterator[ErasureGround]:
    given, disposal = seen.given, seen.disposal
    if not seen.living or disposal.status in OVER:
        yield ErasureGround.NO_LONGER_NECESSARY
    if given.unlawful:
        yield ErasureGround.UNLAWFUL
    if given.must_erase or _commanded(seen):
        yield ErasureGround.LEGAL_OBLIGATION_TO_ERASE
    if given.child_service:
        yield ErasureGround.CHILD_ONLINE_SERVICE


def _commanded(seen: Seen) -> bool:
    return any(
        each.clause.effect is Effect.CEILING
        and each.clause.is_statute
        and each.days.high < seen.frame.on
        for each in seen.disposal.endings
    )


def _freed(seen: Seen, served: Served) -> ErasureGround | None:
    asked = set(seen.request.rights)
    if served.marketing and asked & {Right.OBJECT_MARKETING, *OBJECTING}:
        return ErasureGround.MARKETING_OBJECTION
    bases = UNKNOWN if served.bases is UNSTATED else served.bases
    ends = [_ended(seen, served, basis) for basis in bases]
    if not ends or None in ends:
        return None
    return next(each for each in FREEING if each in ends)


def _ended(seen: Seen, served: Served, basis: LawfulBasis) -> ErasureGround | None:
    asked = set(seen.request.rights)
    if basis is LawfulBasis.CONSENT and asked & WITHDRAWING:
        return ErasureGround.CONSENT_WITHDRAWN_NO_OTHER_BASIS
    # Art. 6(1)(b): steps "at the request of the data subject", who asks for it no longer.
    if basis is LawfulBasis.PRECONTRACT and Right.ERASURE in asked:
        return ErasureGround.NO_LONGER_NECESSARY
    if basis in WEIGHED and asked & OBJECTING and not _overridden(seen, served):
        return ErasureGround.OBJECTION_UPHELD
    return None


def _asks(served: Served) -> tuple[str, ...]:
    return () if served.standing is Standing.UNKNOWN else (f"use.{served.use}.necessary",)


def _told(seen: Seen, grounds: Iterable[ErasureGround]) -> Iterator[Step]:
    for ground in grounds:
        yield step(seen, GROUND, ground.cites, ground=ground.label)


def _asked_back(seen: Seen, freed: Mapping[Served, ErasureGround | None]) -> Iterator[Step]:
    for each, ground in freed.items():
        if ground is ErasureGround.NO_LONGER_NECESSARY:
            purpose = seen.label(each.purpose)
            cites = ("GDPR Art. 6(1)(b)", "GDPR Art. 17(1)(a)")
            yield step(seen, ASKED_BACK, *cites, fact=each.use, purpose=purpose)


def _unstated(seen: Seen) -> Iterator[Step]:
    for each in seen.living:
        if each.bases is UNSTATED:
            yield step(seen, WIDEST, "GDPR Art. 13(1)(c)", purpose=seen.label(each.purpose))


def _needed(seen: Seen, needed: Iterable[Served]) -> Iterator[Step]:
    for each in needed:
        says = UNSURE if each.standing is Standing.UNKNOWN else NEEDED
        yield step(seen, says, "GDPR Art. 17(1)", fact=each.use, purpose=seen.label(each.purpose))
