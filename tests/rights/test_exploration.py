"""
What holds in every state a request can reach, and that we would notice if it did not.

Each invariant is a function with a name; for each there is a mutant, the library with one guard
taken out, in which the same exploration finds a world that breaks it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs
import pytest

from recruitprivacy.errors import MoveNotAllowedError
from recruitprivacy.findings import Level
from recruitprivacy.law import Deadline, answer_due
from recruitprivacy.messages import Message
from recruitprivacy.retention import Bar, BarKind
from recruitprivacy.retention import _assess as scheduling
from recruitprivacy.retention._bars import bars_of
from recruitprivacy.retention._case import Case
from recruitprivacy.rights import (
    MOVES,
    Answered,
    AnyRequestEvent,
    Clarified,
    ClosedUnproved,
    Extended,
    FeePaid,
    IdentityAsked,
    IdentityProved,
    Move,
    Refused,
    RequestReceived,
    RequestStatus,
    RequestWithdrawn,
    Verdict,
    assess,
    move_of,
    replay,
)
from recruitprivacy.rights import _assess as judging
from recruitprivacy.rights import _breaches as judging_what_happened
from recruitprivacy.rights import _course as taking_steps
from recruitprivacy.rights import _exchange as counting
from recruitprivacy.rights import _guarded as lifting
from recruitprivacy.rights import _replay as reading_back
from recruitprivacy.rights import _request as applying
from recruitprivacy.testing.examples import own_hiring
from recruitprivacy.timeline import RestrictionLifted, RestrictionPlaced, day_of, landing
from recruitprivacy.timeline import _lifecycle as table
from recruitprivacy.vocabulary import Right
from tests.rights.exploring import (
    ASKED,
    EXTENDED,
    HERE,
    LIMIT,
    Explored,
    Key,
    Refusal,
    World,
    explore,
)
from tests.rights.making import NL, WHOLE

Holds: TypeAlias = Callable[[World], bool]
Steps: TypeAlias = Iterator[tuple[RequestStatus, AnyRequestEvent, tuple[AnyRequestEvent, ...]]]

BESIDE: Final = frozenset({"hold", "lift_hold", "restrict", "announce", "lift"})
DULL: Final = frozenset(
    {
        "acknowledge",
        "ask_fee",
        "pay_fee",
        "ask_what_is_meant",
        "clarify",
        "complain",
        "sue",
        "instruct",
        "assist",
        "answer_in_part",
        "announce_lift",
        "withdraw",
        "refuse",
        "forward",
    }
)
"""What changes nothing of the data and little of the request; tried in the other part."""
UNPROVED_UNTIL: Final = date(2026, 7, 8)
"""Until when a stranger's request stops the schedule: three months."""
GIVEN: Final = frozenset({Move.ANSWERED, Move.ANSWERED_IN_PART, Move.ERASURE_GRANTED})
DECIDED: Final = frozenset({Move.REFUSED, Move.ERASURE_GRANTED, Move.CLOSED_UNPROVED})


def _walked(world: World) -> Steps:
    status = RequestStatus.RECEIVED
    history = world.request.history
    for place, event in enumerate(history):
        yield status, event, history[:place]
        status = landing(status, move_of(event))


def _last(world: World) -> AnyRequestEvent:
    return world.request.history[-1]


def closed_with_a_reason(world: World) -> bool:
    """
    Say whether a closed request was answered, refused with a ground, withdrawn or asked for proof.
    """
    ended = not world.request.status.is_closed
    for _, event, before in _walked(world):
        match event:
            case Answered():
                if not event.in_full and event.told != WHOLE:
                    return False
            case Refused():
                if event.ground is None or event.told != WHOLE:
                    return False
            case ClosedUnproved():
                if not any(isinstance(one, IdentityAsked) and one.doubt for one in before):
                    return False
            case RequestWithdrawn():
                pass
            case _:
                continue
        ended = True
    return ended


def extended_once_and_in_time(world: World) -> bool:
    """
    Say whether no more than one extension was told, by the last day of the first month.
    """
    if not isinstance(_last(world), Extended):
        return True
    told = [event for event in world.request.history if isinstance(event, Extended)]
    codes = {finding.code for finding in world.due.findings}
    return len(told) <= 1 and not any(code.startswith("request.extended") for code in codes)


def only_an_extension_moves_the_day(world: World) -> bool:
    """
    Say whether neither doubt nor question nor fee moved the day to work to.
    """
    if world.renewed or not isinstance(
        _last(world), Extended | IdentityProved | Clarified | FeePaid
    ):
        return True
    return world.due.last_day == (EXTENDED if world.happened(Extended) else LIMIT)


def a_stranger_gets_nothing(world: World) -> bool:
    """
    Say whether nothing was given while somebody was in doubt, but by the controller we act for.
    """
    for status, event, before in _walked(world):
        asked = [place for place, one in enumerate(before) if isinstance(one, IdentityAsked)]
        since = before[asked[-1] :] if asked else ()
        shown = any(move_of(one) is Move.IDENTITY_PROVED for one in since)
        doubted = bool(asked) and not shown
        if doubted and move_of(event) in GIVEN and status is not RequestStatus.FORWARDED:
            return False
    return True


def a_processor_decides_nothing(world: World) -> bool:
    """
    Say whether nothing was decided here of what was passed on.
    """
    return not any(
        status is RequestStatus.FORWARDED and move_of(event) in DECIDED
        for status, event, _ in _walked(world)
    )


def held_is_kept(world: World) -> bool:
    """
    Say whether nothing at all is erased while a hold stands.
    """
    return not (world.held and world.erases)


def frozen_is_kept(world: World) -> bool:
    """
    Say whether nothing is erased by schedule while a copy is asked for and not given.
    """
    if world.request.status.is_closed:
        return True
    stranger = world.request.is_doubted and world.on > UNPROVED_UNTIL
    return stranger or not world.erases


def restricted_is_kept(world: World) -> bool:
    """
    Say whether nothing is erased while a restriction stands.
    """
    restricted = world.happened(RestrictionPlaced) and not world.happened(RestrictionLifted)
    return not (restricted and world.erases)


def never_lifted_untold(world: World) -> bool:
    """
    Say whether the person was told before a restriction was lifted.
    """
    if not world.happened(RestrictionLifted):
        return True
    return all(finding.code != "timeline.lifted_untold" for finding in world.facts.findings)


def marketing_stops_at_once(world: World) -> bool:
    """
    Say whether an objection to advertising is met, whoever asks and wherever the request stands.
    """
    if Right.OBJECT_MARKETING not in world.request.rights:
        return True
    at_once = any("21(3)" in str(cite) for step in world.due.at_once for cite in step.cites)
    judged = assess(world.request, own_hiring(), world.facts, NL, on=world.on)
    ours = [each for each in judged if each.right is Right.OBJECT_MARKETING]
    met = all(each.verdict is Verdict.COMPLY and not each.first for each in ours)
    return at_once and bool(ours) and met


def replayed_as_it_was(world: World) -> bool:
    """
    Say whether reading it back gives the live request, with nothing that should not have been.
    """
    told = replay(reversed(world.request.history), situation=HERE)
    wrong = [each for each in told.breaches if each.level is Level.ERROR]
    return told.request == world.request and not wrong


def lateness_is_found(world: World) -> bool:
    """
    Say whether the first word to the person is found late exactly where it is.
    """
    if world.renewed or not isinstance(_last(world), Answered | Refused):
        return True
    told = replay(world.request.history, situation=HERE, law=NL)
    found = any(
        each.code in {"request.answered_late", "request.refused_late"} for each in told.breaches
    )
    return found == _late(world)


def _late(world: World) -> bool:
    before_again = _before_again(world)
    words = [event for event in before_again if isinstance(event, Answered | Refused)]
    if not words:
        return False
    said_on = day_of(words[0].happened)
    extended = any(isinstance(event, Extended) for event in before_again)
    last = EXTENDED if extended and isinstance(words[0], Answered) else LIMIT
    return said_on is not None and said_on > last


def _before_again(world: World) -> list[AnyRequestEvent]:
    found: list[AnyRequestEvent] = []
    answered = False
    for status, event, _ in _walked(world):
        answered = answered or isinstance(event, Answered | Refused)
        if answered and status.is_closed and not landing(status, move_of(event)).is_closed:
            break
        found.append(event)
    return found


INVARIANTS: Final[Mapping[str, Holds]] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            closed_with_a_reason,
            extended_once_and_in_time,
            only_an_extension_moves_the_day,
            a_stranger_gets_nothing,
            a_processor_decides_nothing,
            held_is_kept,
            frozen_is_kept,
            restricted_is_kept,
            never_lifted_untold,
            marketing_stops_at_once,
            replayed_as_it_was,
            lateness_is_found,
        )
    }
)


OF_STEPS: Final = frozenset(
    {
        "closed_with_a_reason",
        "a_stranger_gets_nothing",
        "a_processor_decides_nothing",
        "extended_once_and_in_time",
        "only_an_extension_moves_the_day",
        "lateness_is_found",
        "never_lifted_untold",
    }
)
"""What is looked at after every step: two ways to one world may differ in it."""


def refused_with_a_reason(refusal: Refusal) -> bool:
    """
    Say whether a refused move names the place, what is open instead, and why.
    """
    world, _, error = refusal
    if not isinstance(error, MoveNotAllowedError):
        return bool(str(error))
    here = error.status == world.request.status and error.allowed == world.request.next_moves
    return here and bool(error.why)


def ends_reached(found: Explored) -> bool:
    """
    Say whether every open world leads to a closed one, and every closed one may be opened.
    """
    back: dict[Key, set[Key]] = {}
    for key, row in found.moves.items():
        for led in row.values():
            back.setdefault(led, set()).add(key)
    closed = [key for key, world in found.worlds.items() if world.request.status.is_closed]
    met, ahead = set(closed), list(closed)
    while ahead:
        for key in back.get(ahead.pop(), set()) - met:
            met.add(key)
            ahead.append(key)
    return met >= found.moves.keys() and all("reopen" in found.moves[key] for key in closed)


def offers_are_kept(found: Explored) -> bool:
    """
    Say whether each move a request says is open can be made, but for what hangs on more than that.
    """
    return all(
        set(world.request.next_moves) - HANG <= found.made.get(key, set())
        for key, world in found.worlds.items()
    )


HANG: Final = frozenset({Move.EXTENDED, Move.REFUSED})
"""What the day decides, and what is asked for."""


def broken(
    *,
    without: frozenset[str],
    rights: tuple[tuple[Right, ...], ...] = ASKED,
    found: Explored | None = None,
    only: Mapping[str, Holds] = INVARIANTS,
) -> Iterator[str]:
    """
    Explore, and yield the name of what is broken, wherever it is.
    """
    for met in explore(rights=rights, without=without, found=found):
        if isinstance(met, World):
            checked = {name: holds for name, holds in only.items() if name not in OF_STEPS}
            yield from (name for name, holds in checked.items() if not holds(met))
        elif isinstance(met[1], World):
            checked = {name: holds for name, holds in only.items() if name in OF_STEPS}
            yield from (name for name, holds in checked.items() if not holds(met[1]))
        elif not refused_with_a_reason(met):
            yield refused_with_a_reason.__name__


PARTS: Final = {
    "the request alone": (BESIDE, ASKED),
    "with a hold and a restriction": (DULL, ASKED[:1]),
}


@pytest.mark.parametrize("part", PARTS)
def test_what_holds_everywhere(part: str) -> None:
    """
    In every state of one part nothing is broken, and every open request can be closed.
    """
    without, rights = PARTS[part]
    found = Explored()
    assert set(broken(without=without, rights=rights, found=found)) == set()
    assert ends_reached(found)


@pytest.mark.nightly
def test_what_holds_everywhere_at_once() -> None:
    """
    In every state of the whole, with every step tried from each, nothing is broken.
    """
    found = Explored()
    assert set(broken(without=frozenset(), found=found)) == set()
    assert ends_reached(found)
    assert offers_are_kept(found)
    assert len(found.worlds) > 10_000


def test_something_is_erased() -> None:
    """
    Closed, free and past its day, the data go: the invariants on keeping are not empty.
    """
    assert any(world.erases for world in explore(without=DULL) if isinstance(world, World))


Mutant: TypeAlias = Callable[[pytest.MonkeyPatch], None]


def _moves(changed: dict[tuple[RequestStatus, Move], RequestStatus | None]) -> Mutant:
    moves = {key: to for key, to in {**MOVES, **changed}.items() if to is not None}

    def taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
        for module in (table, applying, judging_what_happened):
            monkeypatch.setattr(module, "MOVES", moves)

    return taken_out


def _no_bar(kind: BarKind) -> Mutant:
    def barred(case: Case, category: str) -> tuple[Bar, ...]:
        return tuple(bar for bar in bars_of(case, category) if bar.kind is not kind)

    return lambda monkeypatch: monkeypatch.setattr(scheduling, "bars_of", barred)


def _instead(module: object, name: str, value: object) -> Mutant:
    return lambda monkeypatch: monkeypatch.setattr(module, name, value)


def _at_the_pause(*args: object, **more: object) -> Deadline:
    found = answer_due(*args, **more)  # type: ignore[arg-type]  # whatever it is called with
    later = [each.last_day for each in found.readings if each.last_day is not None]
    return attrs.evolve(found, last_day=max([found.last_day, *later]))


def _receipt_first(events: Iterable[AnyRequestEvent]) -> list[AnyRequestEvent]:
    return sorted(events, key=lambda event: not isinstance(event, RequestReceived))


PASSED_ON: Final = RequestStatus.FORWARDED
MUTANTS: Final[Mapping[str, tuple[str, Mutant]]] = MappingProxyType(
    {
        "answers lack parts": (
            "closed_with_a_reason",
            _instead(applying, "refuse_incomplete", lambda *_: None),
        ),
        "closed without asking": (
            "closed_with_a_reason",
            _moves({(RequestStatus.RECEIVED, Move.CLOSED_UNPROVED): RequestStatus.CLOSED_UNPROVED}),
        ),
        "extended at will": (
            "extended_once_and_in_time",
            _instead(applying, "_refuse_extension", lambda *_: None),
        ),
        "a doubt pauses": (
            "only_an_extension_moves_the_day",
            _instead(counting, "answer_due", _at_the_pause),
        ),
        "taken up again is as good as proof": (
            "a_stranger_gets_nothing",
            _instead(taking_steps, "to_a_stranger", lambda *_: False),
        ),
        "a processor refuses": (
            "a_processor_decides_nothing",
            _moves({(PASSED_ON, Move.REFUSED): RequestStatus.REFUSED}),
        ),
        "no hold": ("held_is_kept", _no_bar(BarKind.HOLD)),
        "no freeze": ("frozen_is_kept", _no_bar(BarKind.FREEZE)),
        "no restriction": ("restricted_is_kept", _no_bar(BarKind.RESTRICTION)),
        "lifted untold": ("never_lifted_untold", _instead(lifting, "GUARDS", {})),
        "marketing waits for proof": (
            "marketing_stops_at_once",
            _instead(judging, "FOR_ANYBODY", frozenset()),
        ),
        "read back in another order": (
            "replayed_as_it_was",
            _instead(reading_back, "in_course", _receipt_first),
        ),
        "nobody looks at the day": (
            "lateness_is_found",
            _instead(judging_what_happened, "late", lambda *_: ()),
        ),
        "a refused move says nothing": (
            "refused_with_a_reason",
            _instead(taking_steps, "why_not", lambda *_: Message("test.mute", "")),
        ),
    }
)
"""One guard taken out of the library each, and the invariant that breaks."""


def test_each_invariant_has_a_mutant() -> None:
    """
    No invariant is believed that nothing was seen to break.
    """
    told = {*INVARIANTS, "refused_with_a_reason"}
    assert {name for name, _ in MUTANTS.values()} == told


@pytest.mark.parametrize("mutant", MUTANTS)
def test_the_exploration_finds_what_is_taken_out(
    mutant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    With one guard gone, the same exploration meets a world that breaks the invariant.
    """
    name, taken_out = MUTANTS[mutant]
    taken_out(monkeypatch)
    only = {name: INVARIANTS[name]} if name in INVARIANTS else {}
    parts = (broken(without=each, rights=rights, only=only) for each, rights in PARTS.values())
    assert name in itertools.chain.from_iterable(parts)


@pytest.mark.parametrize(
    ("gone", "check"),
    [
        ((PASSED_ON, Move.ANSWERED), ends_reached),
        ((RequestStatus.REFUSED, Move.REOPENED), ends_reached),
    ],
)
def test_dead_ends_are_found(
    gone: tuple[RequestStatus, Move],
    check: Callable[[Explored], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    Without its ways out a status is a dead end, and a closed one that nobody may open is found.
    """
    status, move = gone
    ends = (
        (Move.ANSWERED, Move.ANSWERED_IN_PART, Move.WITHDRAWN) if status is PASSED_ON else (move,)
    )
    _moves({(status, each): None for each in ends})(monkeypatch)
    found = Explored()
    assert list(broken(without=BESIDE, rights=ASKED[:1], found=found, only={})) == []
    assert not check(found)


def test_offers_nobody_can_take_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A request that offers a move it then refuses is found.
    """
    found = Explored()
    assert list(broken(without=BESIDE, rights=ASKED[:1], found=found, only={})) == []
    assert offers_are_kept(found)
    monkeypatch.setattr(applying, "next_moves", lambda *_: tuple(Move))
    assert not offers_are_kept(found)
