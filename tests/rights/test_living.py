"""
Requests that live a life drawn at random, with the person's data beside them.
"""

from __future__ import annotations

import os

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.rights.exploring import ASKED, DAYS, REFUSALS, STEPS, TwiceError, World, first
from tests.rights.test_exploration import INVARIANTS, refused_with_a_reason

NIGHTLY = os.environ.get("RECRUITPRIVACY_HYPOTHESIS") == "nightly"


class Life(RuleBasedStateMachine):
    """
    Any step, lawful or not, on any day from receipt to after the last one to answer.
    """

    def __init__(self) -> None:
        """
        Begin with a request that opens all there is.
        """
        super().__init__()
        self.world: World = first(ASKED[1])

    @rule(name=st.sampled_from(sorted(STEPS)))
    def step(self, name: str) -> None:
        """
        Try a step; a refused one says why, and changes nothing.
        """
        try:
            self.world = STEPS[name](self.world)
        except TwiceError:
            return
        except REFUSALS as error:
            refused = refused_with_a_reason((self.world, name, error))
        else:
            refused = True
        assert refused

    @precondition(lambda self: self.world.on != DAYS[-1])
    @rule()
    def sleep(self) -> None:
        """
        Let a day pass on which nothing is done.
        """
        try:
            self.world = STEPS["next_day"](self.world)
        except TwiceError:
            return

    @invariant()
    def holds(self) -> None:
        """
        Nothing is broken, wherever this life has led.
        """
        broken = [name for name, holds in INVARIANTS.items() if not holds(self.world)]
        assert broken == []


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=400 if NIGHTLY else 15, stateful_step_count=60 if NIGHTLY else 25
)
