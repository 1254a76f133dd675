"""
What a request and six steps cost, beside libraries for state machines.

Every way makes a request, takes it through the same six steps, refuses what the table does not
know, and keeps what happened. All of them are first checked to end in the same place with the same
history, and to refuse the same step. A library that is not installed is left out:
``pip install -c constraints.txt '.[bench]'`` brings them. Give the number of rounds as the only
argument.

Ours does more in that time: it holds each event against the request, the person, the day and the
events before it, looks whether a doubt still stands, and makes a new value each time. ``the table``
is what is left without all that, and stands beside the bare step of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from types import SimpleNamespace
from typing import Any, Final, Protocol

from side_by_side import Beside, DiffersError, Task, Way, main

from recruitprivacy.errors import MoveNotAllowedError
from recruitprivacy.law import Situation
from recruitprivacy.rights import (
    MOVES,
    Acknowledged,
    Answered,
    AnyRequestEvent,
    ClarificationAsked,
    Clarified,
    FeePaid,
    IdentityAsked,
    IdentityProved,
    Move,
    RequestStatus,
    open_request,
)
from recruitprivacy.vocabulary import Right

COUNT: Final = 500
BASE: Final = datetime(2026, 3, 3, 9, tzinfo=UTC)
HERE: Final = Situation(establishment="NL")
LIFE: Final = (
    Move.ACKNOWLEDGED,
    Move.IDENTITY_ASKED,
    Move.IDENTITY_PROVED,
    Move.CLARIFICATION_ASKED,
    Move.CLARIFIED,
    Move.ANSWERED,
)
TYPES: Final[Mapping[Move, type[AnyRequestEvent]]] = {
    Move.ACKNOWLEDGED: Acknowledged,
    Move.IDENTITY_ASKED: IdentityAsked,
    Move.IDENTITY_PROVED: IdentityProved,
    Move.CLARIFICATION_ASKED: ClarificationAsked,
    Move.CLARIFIED: Clarified,
    Move.ANSWERED: Answered,
    Move.FEE_PAID: FeePaid,
}
STATES: Final = tuple(dict.fromkeys(status for status, _ in MOVES))
WRONG: Final = Move.FEE_PAID
"""A step nobody takes once a request is answered."""


class Ended(Protocol):
    """
    Where a life ended, and what happened in it.
    """

    status: str
    history: list[str]


def trigger(move: Move) -> str:
    """
    Name a move as a method.
    """
    return move.value.removeprefix("request.")


def ours() -> Ended:
    """
    Take a request of this library through its life.
    """
    request = open_request(
        Right.ACCESS, request="r-1", person="p-1", received_at=BASE, situation=HERE
    )
    for number, move in enumerate(LIFE, start=1):
        request = request.apply(_event(number, move))
    return _ended(request.status.value, [each.kind for each in request.history[1:]])


def ours_refuses() -> bool:
    """
    Say whether a step that is not allowed is refused.
    """
    request = open_request(
        Right.ACCESS, request="r-1", person="p-1", received_at=BASE, situation=HERE
    )
    answered = request.apply(_event(1, Move.ANSWERED))
    try:
        answered.apply(_event(2, WRONG))
    except MoveNotAllowedError:
        return True
    return False


def the_table() -> Ended:
    """
    Look each step up in the table of moves, and keep it.
    """
    status, history = RequestStatus.RECEIVED, []
    for move in LIFE:
        status = MOVES[status, move]
        history.append(move.value)
    return _ended(status.value, history)


def _event(number: int, move: Move) -> AnyRequestEvent:
    at = BASE + timedelta(minutes=number)
    more: dict[str, Any] = {"doubt": "name_differs"} if move is Move.IDENTITY_ASKED else {}
    return TYPES[move](
        id=f"r-1/{number}", person="p-1", request="r-1", happened=at, recorded_at=at, **more
    )


def _ended(status: str, history: list[str]) -> Ended:
    return SimpleNamespace(status=status, history=history)


def by_transitions() -> tuple[Callable[[], Ended], Callable[[], bool]]:
    """
    Make the same machine with ``transitions``, one for all requests.
    """
    library: Any = import_module("transitions")
    core: Any = import_module("transitions.core")
    rows = [
        {"trigger": trigger(move), "source": status.value, "dest": to.value, "after": "note"}
        for (status, move), to in MOVES.items()
    ]

    class Asked:
        def __init__(self) -> None:
            self.history: list[str] = []

        def note(self, event: Any) -> None:  # noqa: ANN401 - theirs
            self.history.append(f"request.{event.event.name}")

    machine = library.Machine(
        model=None,
        states=[status.value for status in STATES],
        transitions=rows,
        initial="received",
        auto_transitions=False,
        send_event=True,
    )

    def live() -> Ended:
        asked: Any = Asked()
        machine.add_model(asked)
        for move in LIFE:
            getattr(asked, trigger(move))()
        machine.remove_model(asked)
        return _ended(asked.state, asked.history)

    def refuses() -> bool:
        asked: Any = Asked()
        machine.add_model(asked, initial="answered")
        try:
            getattr(asked, trigger(WRONG))()
        except core.MachineError:
            return True
        return False

    return live, refuses


def by_automat() -> tuple[Callable[[], Ended], Callable[[], bool]]:
    """
    Make the same machine with ``automat``.
    """
    library: Any = import_module("automat")
    names = {move: trigger(move) for _, move in MOVES}
    inputs: Any = type(
        "Inputs", (Protocol,), {name: _input(name) for name in dict.fromkeys(names.values())}
    )
    builder = library.TypeMachineBuilder(inputs, SimpleNamespace)
    states = {status: builder.state(status.value) for status in STATES}
    for (status, move), to in MOVES.items():
        step = states[status].upon(getattr(inputs, names[move])).to(states[to])
        step(_noting(move, to))
    machine = builder.build()

    def live() -> Ended:
        core = SimpleNamespace(status="received", history=[])
        asked = machine(core)
        for move in LIFE:
            getattr(asked, names[move])()
        return _ended(core.status, core.history)

    def refuses() -> bool:
        asked = machine(SimpleNamespace(status="received", history=[]))
        getattr(asked, names[Move.ANSWERED])()
        try:
            getattr(asked, names[WRONG])()
        except library.NoTransition:
            return True
        return False

    return live, refuses


def _input(name: str) -> Callable[[Any], None]:
    def called(self: Any) -> None:  # noqa: ANN401 - theirs
        raise NotImplementedError(self)

    called.__name__ = called.__qualname__ = name
    return called


def _noting(move: Move, to: RequestStatus) -> Callable[[Any, Any], None]:
    def note(_: Any, core: Any) -> None:  # noqa: ANN401 - theirs
        core.status = to.value
        core.history.append(move.value)

    note.__name__ = f"{trigger(move)}_to_{to.value}"
    return note


def by_statemachine() -> tuple[Callable[[], Ended], Callable[[], bool]]:
    """
    Make the same machine with ``python-statemachine``.
    """
    library: Any = import_module("statemachine")
    errors: Any = import_module("statemachine.exceptions")
    states = {
        status: library.State(status.value, value=status.value, initial=status.value == "received")
        for status in STATES
    }
    events: dict[str, Any] = {}
    for (status, move), to in MOVES.items():
        step = states[status].to(states[to])
        known = events.get(trigger(move))
        events[trigger(move)] = step if known is None else known | step

    def note(self: Any, event: Any) -> None:  # noqa: ANN401 - theirs
        self.kept.append(f"request.{event}")

    named = {f"s_{status.value}": state for status, state in states.items()}
    machine: Any = type(library.StateMachine)(
        "Life", (library.StateMachine,), {**named, **events, "after_transition": note}
    )

    def live() -> Ended:
        asked = machine()
        asked.kept = []
        for move in LIFE:
            asked.send(trigger(move))
        return _ended(asked.current_state_value, asked.kept)

    def refuses() -> bool:
        asked = machine(start_value="answered")
        asked.kept = []
        try:
            asked.send(trigger(WRONG))
        except errors.TransitionNotAllowed:
            return True
        return False

    return live, refuses


LIBRARIES: Final = {
    "transitions": by_transitions,
    "automat": by_automat,
    "statemachine": by_statemachine,
}
PACKAGES: Final = {"statemachine": "python-statemachine"}
OURS: Final = "recruitprivacy"
TABLE: Final = "the table"
AIMS: Final = {"transitions": 1.0}


def many(live: Callable[[], Ended]) -> None:
    """
    Take many requests through their lives.
    """
    for _ in range(COUNT):
        live()


def _named(library: str) -> str:
    package = PACKAGES.get(library, library)
    return f"{package} {version(package)}"


def _checked(
    ways: Mapping[str, Callable[[], Ended]], refusing: Mapping[str, Callable[[], bool]]
) -> None:
    expected = ("answered", [move.value for move in LIFE])
    for name, live in ways.items():
        ended = live()
        if (ended.status, ended.history) != expected:
            raise DiffersError("request_moves", name)
    if lax := [name for name, refuses in refusing.items() if not refuses()]:
        raise DiffersError("request_moves", lax)


def tasks() -> Iterator[Task]:
    """
    Give the ways, which end in the same place.
    """
    ways: dict[str, Callable[[], Ended]] = {OURS: ours, TABLE: the_table}
    refusing: dict[str, Callable[[], bool]] = {OURS: ours_refuses}
    there = [name for name in LIBRARIES if find_spec(name)]
    for name in there:
        ways[_named(name)], refusing[name] = LIBRARIES[name]()
    _checked(ways, refusing)
    yield Task(
        name="request_moves",
        about=f"a request and {len(LIFE)} moves, its history kept",
        ways=tuple(
            Way(name=name, run=partial(many, live), count=COUNT) for name, live in ways.items()
        ),
        beside=(
            *(
                Beside(
                    what=f"request and moves, {name}",
                    ours=OURS,
                    peer=_named(name),
                    at_most=AIMS.get(name),
                )
                for name in there
            ),
            *(
                Beside(what=f"the bare table, {name}", ours=TABLE, peer=_named(name))
                for name in there
                if name == "automat"
            ),
        ),
        absent=tuple(PACKAGES.get(name, name) for name in LIBRARIES if name not in there),
    )


if __name__ == "__main__":
    main(tasks())
