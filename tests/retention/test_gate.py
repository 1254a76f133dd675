"""
One gate: whatever makes a step that erases, makes none of what must not be erased.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypeAlias

import attrs
import pytest

import recruitprivacy
from recruitprivacy.errors import NotErasableError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy
from recruitprivacy.retention import (
    DataMap,
    Disposal,
    EraseStep,
    Outcome,
    Place,
    Plan,
    PlanStep,
    Release,
    SegregateStep,
    StepResult,
    TellStep,
    again,
    assess,
    plan,
    release,
)
from recruitprivacy.timeline import (
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    ErasureGranted,
    Facts,
    HoldPlaced,
    Objected,
    ObjectionDecided,
    RequestReceived,
    RestrictionPlaced,
    fold,
)
from recruitprivacy.vocabulary import LawfulBasis, ObjectionGround, RestrictionGround, Right
from recruitprivacy.wire import StoredPlan
from tests.retention.house import HOUSE
from tests.retention.test_rules import A_RULE, PACK
from tests.timeline.making import happened, make, opened

ON: Final = date(2026, 3, 11)
HERE: Final = Situation(establishment="XX")
EVENTS: Final[tuple[AnyEvent, ...]] = (
    opened("profile", date(2024, 1, 1), categories=("cv",)),
    happened("talk", "conversation", date(2024, 3, 10)),
    happened("sign-up", "profile.registered", date(2024, 1, 1)),
)
MAP: Final = DataMap(
    places=FrozenMap(
        {
            "ats": Place(kind="candidate_system"),
            "rows": Place(kind="finance_system", whole=True),
            "tapes": Place(kind="backup", can=(), overwritten_after=Period(days=35)),
            "client": Place(kind="relationship_system", holder="c-1", decides=True, can=()),
        }
    )
)


def book(*rules: str) -> Law:
    """
    Make up the law of the country the firm is in.
    """
    return load().with_pack(read_pack(PACK.format(place="XX", rules="".join(rules))))


FREE: Final = book()
FLOOR: Final = book(A_RULE.format(place="xx", kind="floor", period="P10Y"))


@attrs.frozen(kw_only=True)
class Barrier:
    """
    What stops erasing: something that happened, or the law.
    """

    events: tuple[AnyEvent, ...] = ()
    law: Law = FREE


BARRIERS: Final = {
    "hold": Barrier(
        events=(
            make(HoldPlaced, "h", date(2026, 1, 1), matter="m", ground="anticipated_litigation"),
        )
    ),
    "freeze": Barrier(
        events=(make(RequestReceived, "f", date(2026, 1, 1), request="f", rights=(Right.ACCESS,)),)
    ),
    "restriction": Barrier(
        events=(
            make(
                RestrictionPlaced,
                "r",
                date(2026, 1, 1),
                ground=RestrictionGround.ACCURACY_CONTESTED,
            ),
        )
    ),
    "floor": Barrier(law=FLOOR),
}
# Without a rule of the firm, so that the person's command alone erases.
BARE: Final = attrs.evolve(HOUSE, retention=FrozenMap())
CONSENTED: Final = attrs.evolve(
    BARE,
    uses=FrozenMap(
        {name: attrs.evolve(use, basis=(LawfulBasis.CONSENT,)) for name, use in HOUSE.uses.items()}
    ),
)
COMMANDS: Final[dict[str, tuple[Policy, tuple[AnyEvent, ...]]]] = {
    "schedule": (HOUSE, ()),
    "erasure": (
        BARE,
        (
            make(RequestReceived, "e", date(2025, 1, 1), request="e", rights=(Right.ERASURE,)),
            make(ErasureGranted, "c", date(2025, 1, 2), request="e"),
        ),
    ),
    "withdrawal": (
        CONSENTED,
        (
            make(ConsentGiven, "y", date(2024, 1, 1), purposes=("matching", "client_submission")),
            make(ConsentWithdrawn, "c", date(2025, 1, 1)),
        ),
    ),
    "objection": (
        BARE,
        (
            make(Objected, "o", date(2025, 1, 1), grounds=(ObjectionGround.LEGITIMATE_INTERESTS,)),
            make(ObjectionDecided, "c", date(2025, 1, 9), objection="o", upheld=True, by="dpo"),
        ),
    ),
}


@attrs.frozen(kw_only=True)
class Scene:
    """
    One person under one command, before and after a barrier was placed.
    """

    command: str
    barrier: Barrier | None

    @property
    def facts(self) -> Facts:
        """
        Fold what happened, the barrier last.
        """
        policy, commands = COMMANDS[self.command]
        more = self.barrier.events if self.barrier else ()
        return fold([*EVENTS, *commands, *more], policy, on=ON, law=FLOOR)

    @property
    def law(self) -> Law:
        """
        Give the law, with the floor where that is the barrier.
        """
        return self.barrier.law if self.barrier else FREE

    @property
    def answers(self) -> tuple[Disposal, ...]:
        """
        Decide on all of it.
        """
        policy, _ = COMMANDS[self.command]
        return assess(policy, self.facts, self.law, on=ON, situation=HERE)

    @property
    def free(self) -> Scene:
        """
        Take the barrier away.
        """
        return attrs.evolve(self, barrier=None)

    def released(self, planned: Plan) -> Release:
        """
        Judge a plan again with the barrier in place.
        """
        policy, _ = COMMANDS[self.command]
        return release(planned, policy, self.facts, self.law, on=ON, situation=HERE)


def restored(scene: Scene) -> tuple[PlanStep, ...]:
    """
    Put a copy back after everything was erased, and plan what came back.
    """
    ran = plan(scene.free.answers, MAP).steps
    done = [StepResult.of(step, Outcome.ERASED, done_on=ON) for step in ran]
    back = {(each.record, each.category) for each in again(done, place="ats", as_of=ON)}
    return plan([each for each in scene.answers if (each.record, each.category) in back], MAP).steps


Walk: TypeAlias = Callable[[Scene], tuple[PlanStep, ...]]
WALK: Final[dict[str, Walk]] = {
    "recruitprivacy.retention.plan": lambda scene: plan(scene.answers, MAP).steps,
    "recruitprivacy.retention.release": lambda scene: (
        scene.released(plan(scene.free.answers, MAP)).run
    ),
    "recruitprivacy.wire.StoredPlan.agreed": lambda scene: (
        StoredPlan.of(plan(scene.free.answers, MAP)).agreed(plan(scene.answers, MAP)).steps
    ),
    "recruitprivacy.wire.StoredPlan.new_in": lambda scene: (
        StoredPlan.of(Plan(on=None)).new_in(plan(scene.answers, MAP)).steps
    ),
}
"""Every way to a step, by the public function that gives it."""
WAYS: Final[dict[str, Walk]] = {**WALK, "a restored back-up": restored}


def classes_with_steps() -> set[str]:
    """
    Name the public classes that are a step or hold some.
    """
    found = {"EraseStep", "PlanStep"}
    while True:
        holding = re.compile(rf"\b({'|'.join(sorted(found))})\b")
        more = {
            name.rpartition(".")[2]
            for name, cls in public().items()
            if inspect.isclass(cls) and attrs.has(cls)
            if any(holding.search(str(field.type)) for field in attrs.fields(cls))
        }
        if more <= found:
            return found
        found |= more


def public() -> dict[str, object]:
    """
    Collect every public name of the package, by where it is found.
    """
    walked = pkgutil.walk_packages(recruitprivacy.__path__, "recruitprivacy.")
    names = [each.name for each in walked if "._" not in each.name]
    modules = [importlib.import_module(name) for name in names]
    return {
        f"{module.__name__}.{name}": getattr(module, name)
        for module in modules
        for name in getattr(module, "__all__", ())
    }


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """
    Yield every public function, and every public method and property of a public class.
    """
    for name, thing in public().items():
        if inspect.isfunction(thing):
            yield name, thing
        for key, member in vars(thing).items() if inspect.isclass(thing) else ():
            inner = member.fget if isinstance(member, property) else member
            inner = getattr(inner, "__func__", inner)
            if inspect.isfunction(inner) and not key.startswith("_"):
                yield f"{name}.{key}", inner


def test_every_way_to_a_step_is_walked() -> None:
    """
    No public function gives a step, or what holds some, that is not walked here.
    """
    steps = re.compile(rf"\b({'|'.join(sorted(classes_with_steps()))})\b")
    given = {
        name
        for name, function in functions()
        if steps.search(str(inspect.get_annotations(function).get("return", "")))
    }
    assert given == set(WALK)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_barrier_it_goes(way: str, command: str) -> None:
    """
    Whatever commands it, by every way: where nothing forbids it, the data go.
    """
    steps = WAYS[way](Scene(command=command, barrier=None))
    assert {type(step) for step in steps} == {EraseStep, TellStep}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("barrier", BARRIERS)
def test_what_is_barred_goes_nowhere(way: str, command: str, barrier: str) -> None:
    """
    Whatever commands it, by every way: a hold, freeze, restriction or floor keeps the data.
    """
    steps = WAYS[way](Scene(command=command, barrier=BARRIERS[barrier]))
    assert {type(step) for step in steps} <= {SegregateStep}


@pytest.mark.parametrize("kind", [EraseStep, TellStep])
@pytest.mark.parametrize("barrier", BARRIERS)
def test_no_step_by_hand(kind: type[EraseStep | TellStep], barrier: str) -> None:
    """
    A step cannot be made of an answer that keeps, nor be given one afterwards.
    """
    scene = Scene(command="schedule", barrier=BARRIERS[barrier])
    (kept,), (due,) = scene.answers, scene.free.answers
    step = next(each for each in plan([due], MAP).steps if isinstance(each, kind))
    with pytest.raises(NotErasableError):
        attrs.evolve(step, disposal=kept)
