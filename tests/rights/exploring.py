"""
Every state a request can reach through the public API, with the person's data beside it.

A world is a request, what happened beside it (a hold, a restriction), and a day. The days are those
on which something changes: the day before the last one to answer, that day and the day after, and
the same for the extended time. From each world every step is tried; two worlds in which everything
that matters is the same count as one. Run as ``python -m tests.rights.exploring``, this prints how
many there are.
"""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Final, TypeAlias

import attrs

from recruitprivacy.errors import (
    AnswerLacksPartsError,
    ExtensionNotAllowedError,
    IdentityNeedsDoubtError,
    MoveNotAllowedError,
    RecruitPrivacyError,
    RefusalNeedsGroundError,
    RefusalNotOpenError,
    RestrictionStandsError,
)
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation
from recruitprivacy.retention import DataMap, Disposal, EraseStep, Place, assess, plan
from recruitprivacy.rights import (
    Acknowledged,
    Answered,
    Assisted,
    ClarificationAsked,
    Clarified,
    ClosedUnproved,
    ComplaintLodged,
    CourtSeized,
    Due,
    Extended,
    ExtensionReason,
    FeeAsked,
    FeePaid,
    Forwarded,
    IdentityAsked,
    IdentityProved,
    Instructed,
    Instruction,
    LiftAnnounced,
    Move,
    Refused,
    Reopened,
    RequestWithdrawn,
    RightsRequest,
    due,
    guarded,
    move_of,
    open_request,
)
from recruitprivacy.testing.examples import anna_applies, own_hiring
from recruitprivacy.timeline import (
    AnyEvent,
    AnyRequestEvent,
    ErasureGranted,
    Event,
    Facts,
    HoldLifted,
    HoldPlaced,
    RestrictionAnnounced,
    RestrictionLifted,
    RestrictionPlaced,
    fold,
)
from recruitprivacy.vocabulary import RefusalGround, RestrictionGround, Right
from tests.rights.making import NL, WHOLE, noon

Key: TypeAlias = tuple[object, ...]

RECEIVED: Final = date(2026, 4, 8)
LIMIT: Final = date(2026, 5, 8)
"""A month from receipt, a Friday."""
EXTENDED: Final = date(2026, 7, 8)
"""Three months from receipt, a Wednesday."""
ONE: Final = timedelta(days=1)
DAYS: Final = tuple(day + step * ONE for day in (LIMIT, EXTENDED) for step in (-1, 0, 1))
OF_LIMIT: Final = 3
"""How many of them belong to one limit."""
ASKED: Final = (
    (Right.ACCESS, Right.ERASURE),
    (Right.ACCESS, Right.OBJECT_MARKETING, Right.ERASURE),
)
"""What is asked for, once with what no ground stands against."""
HERE: Final = Situation(establishment="NL")
PLACES: Final = DataMap(places=FrozenMap({"ats": Place(kind="candidate_system")}))


@attrs.frozen(kw_only=True, slots=False)
class World:
    """
    A request, what happened beside it, and the day.

    Attributes:
        request: The request, as it stands after every step taken through us.
        beside: What happened to the person's data apart from it.
        at: The day's place among those that matter.
    """

    request: RightsRequest
    beside: tuple[AnyEvent, ...] = ()
    at: int = 0

    @property
    def on(self) -> date:
        """
        The day.
        """
        return DAYS[self.at]

    @property
    def now(self) -> datetime:
        """
        A moment of that day, later than all that happened.
        """
        passed = len(self.request.history) + len(self.beside)
        return noon(self.on) + timedelta(minutes=passed)

    @cached_property
    def due(self) -> Due:
        """
        By when it is to be answered.
        """
        return due(self.request, NL, on=self.on)

    @cached_property
    def facts(self) -> Facts:
        """
        What the engines read of it all.
        """
        events = (*anna_applies(), *self.beside, *self.request.history)
        return fold(events, own_hiring(), on=self.on, law=NL)

    @cached_property
    def disposals(self) -> tuple[Disposal, ...]:
        """
        What the schedule, and a right granted, say of the data.
        """
        return assess(own_hiring(), self.facts, NL, on=self.on)

    @cached_property
    def erases(self) -> bool:
        """
        Whether a plan of that day erases anything.
        """
        steps = plan(self.disposals, PLACES).steps
        return any(isinstance(step, EraseStep) for step in steps)

    def happened(self, kind: type[Event]) -> bool:
        """
        Say whether something of a kind happened, to the request or beside it.
        """
        return any(isinstance(each, kind) for each in (*self.request.history, *self.beside))

    @property
    def held(self) -> bool:
        """
        Whether a hold stands.
        """
        return self.happened(HoldPlaced) and not self.happened(HoldLifted)

    @property
    def restriction(self) -> str:
        """
        How a restriction stands, by what was done about it.
        """
        kinds = (RestrictionLifted, RestrictionAnnounced, RestrictionPlaced)
        return next((kind.kind for kind in kinds if self.happened(kind)), "")

    @property
    def key(self) -> Key:
        """
        All that matters of it: two worlds with one key are one.
        """
        request = self.request
        return (
            request.rights,
            request.status,
            request.is_doubted,
            self.happened(Extended),
            self.renewed,
            self.happened(ErasureGranted),
            self.held,
            self.happened(HoldLifted),
            self.restriction,
            self.at,
        )

    @property
    def renewed(self) -> bool:
        """
        Whether it was withdrawn and taken up again, and so is asked anew.
        """
        kinds = [type(event) for event in self.request.history]
        withdrawn = kinds.index(RequestWithdrawn) if RequestWithdrawn in kinds else len(kinds)
        return Reopened in kinds[withdrawn:]


def first(rights: tuple[Right, ...]) -> World:
    """
    Begin with a request, as it comes in.
    """
    request = open_request(
        *rights, request="r-1", person="anna", received_at=noon(RECEIVED), situation=HERE
    )
    return World(request=request)


def _of_request(world: World, kind: type[AnyRequestEvent], **more: Any) -> World:  # noqa: ANN401 - any field
    number = len(world.request.history)
    event = kind(
        id=f"r-1/{number}",
        person="anna",
        request="r-1",
        happened=world.now,
        recorded_at=world.now,
        **more,
    )
    return attrs.evolve(world, request=world.request.apply(event, law=NL))


def _beside(world: World, kind: type[AnyEvent], **more: Any) -> World:  # noqa: ANN401 - any field
    if world.happened(kind):
        raise TwiceError
    event = kind(id=kind.kind, person="anna", happened=world.now, recorded_at=world.now, **more)
    return attrs.evolve(world, beside=(*world.beside, guarded(event, world.facts)))


def _next_day(world: World) -> World:
    last = len(DAYS) if world.happened(Extended) else OF_LIMIT
    if world.at + 1 == last:
        raise TwiceError
    return attrs.evolve(world, at=world.at + 1)


class TwiceError(Exception):
    """
    There is nothing more of this to explore.
    """


NO: Final[dict[str, Any]] = {"ground": RefusalGround.EXCESSIVE, "told": WHOLE}
LONGER: Final[dict[str, Any]] = {"reason": ExtensionReason.COMPLEXITY, "told": True}
CLAIM: Final[dict[str, Any]] = {"matter": "m-1", "ground": "legal_claims", "owner": "u-1"}
CONTESTED: Final[dict[str, Any]] = {"ground": RestrictionGround.ACCURACY_CONTESTED}
STEPS: Final[Mapping[str, Callable[[World], World]]] = {
    "acknowledge": lambda w: _of_request(w, Acknowledged),
    "ask_identity": lambda w: _of_request(w, IdentityAsked, doubt="name_differs"),
    "ask_identity_for_nothing": lambda w: _of_request(w, IdentityAsked),
    "prove": lambda w: _of_request(w, IdentityProved),
    "ask_what_is_meant": lambda w: _of_request(w, ClarificationAsked),
    "clarify": lambda w: _of_request(w, Clarified),
    "extend": lambda w: _of_request(w, Extended, **LONGER),
    "extend_untold": lambda w: _of_request(w, Extended, reason=LONGER["reason"]),
    "ask_fee": lambda w: _of_request(w, FeeAsked, ground=RefusalGround.EXCESSIVE),
    "pay_fee": lambda w: _of_request(w, FeePaid),
    "forward": lambda w: _of_request(w, Forwarded, to="c-1"),
    "instruct": lambda w: _of_request(w, Instructed, instruction=Instruction.ERASE),
    "assist": lambda w: _of_request(w, Assisted),
    "grant_erasure": lambda w: _of_request(w, ErasureGranted),
    "answer": lambda w: _of_request(w, Answered),
    "answer_in_part": lambda w: _of_request(w, Answered, in_full=False, told=WHOLE),
    "answer_in_part_untold": lambda w: _of_request(w, Answered, in_full=False),
    "refuse": lambda w: _of_request(w, Refused, **NO),
    "refuse_for_nothing": lambda w: _of_request(w, Refused, told=WHOLE),
    "withdraw": lambda w: _of_request(w, RequestWithdrawn),
    "close_unproved": lambda w: _of_request(w, ClosedUnproved),
    "reopen": lambda w: _of_request(w, Reopened),
    "complain": lambda w: _of_request(w, ComplaintLodged),
    "sue": lambda w: _of_request(w, CourtSeized),
    "announce_lift": lambda w: _of_request(w, LiftAnnounced),
    "hold": lambda w: _beside(w, HoldPlaced, **CLAIM),
    "lift_hold": lambda w: _beside(w, HoldLifted, matter="m-1"),
    "restrict": lambda w: _beside(w, RestrictionPlaced, **CONTESTED),
    "announce": lambda w: _beside(w, RestrictionAnnounced),
    "lift": lambda w: _beside(w, RestrictionLifted),
    "next_day": _next_day,
}
"""Every step that is tried from every world; some are never allowed."""

REFUSALS: Final = (
    AnswerLacksPartsError,
    ExtensionNotAllowedError,
    IdentityNeedsDoubtError,
    MoveNotAllowedError,
    RefusalNeedsGroundError,
    RefusalNotOpenError,
    RestrictionStandsError,
)
"""How a step is refused, each with its way out; anything else fails the exploration."""


@attrs.define(kw_only=True)
class Explored:
    """
    What was found.

    Attributes:
        worlds: One world for each key.
        moves: Where each step led.
        made: Which moves of the request were made from where.
        refused: How often each refusal was met.
    """

    worlds: dict[Key, World] = attrs.field(factory=dict)
    moves: dict[Key, dict[str, Key]] = attrs.field(factory=dict)
    made: dict[Key, set[Move]] = attrs.field(factory=dict)
    refused: Counter[str] = attrs.field(factory=Counter)

    @property
    def steps(self) -> int:
        """
        How many moves led somewhere.
        """
        return sum(map(len, self.moves.values()))


Refusal: TypeAlias = tuple[World, str, RecruitPrivacyError]
Taken: TypeAlias = tuple[World, World]
"""A world and the one a step led to."""


def explore(
    *,
    rights: tuple[tuple[Right, ...], ...] = ASKED,
    most: int | None = None,
    without: frozenset[str] = frozenset(),
    found: Explored | None = None,
) -> Iterator[World | Taken | Refusal]:
    """
    Yield every world once, breadth first, and every step that was taken or refused.

    Args:
        rights: What is asked for, each a beginning.
        most: How many worlds at most; None is all.
        without: Steps not tried, to look at a part.
        found: Where to note what is found.
    """
    told = Explored() if found is None else found
    ahead = deque(map(first, rights))
    for start in ahead:
        told.worlds[start.key] = start
        yield start
    while ahead and (most is None or len(told.worlds) < most):
        world = ahead.popleft()
        row = told.moves.setdefault(world.key, {})
        for name in STEPS:
            if name in without:
                continue
            led = _led(world, name, told)
            if not isinstance(led, World):
                yield from () if led is None else (led,)
                continue
            row[name] = led.key
            yield world, led
            if len(led.request.history) > len(world.request.history):
                made = told.made.setdefault(world.key, set())
                made.add(move_of(led.request.history[-1]))
            if led.key not in told.worlds:
                told.worlds[led.key] = led
                ahead.append(led)
                yield led


def _led(world: World, name: str, told: Explored) -> World | Refusal | None:
    try:
        return STEPS[name](world)
    except TwiceError:
        return None
    except REFUSALS as error:
        told.refused[type(error).__name__] += 1
        return world, name, error


def main() -> None:
    """
    Explore everything, and print how much there is.
    """
    found = Explored()
    for _ in explore(found=found):
        pass
    sys.stdout.write(
        f"{len(found.worlds)} worlds, {len(DAYS)} days\n"
        f"{found.steps} moves that lead somewhere, {found.refused.total()} refused\n"
    )
    for name, count in found.refused.most_common():
        sys.stdout.write(f"  {count:6} {name}\n")


if __name__ == "__main__":
    main()
