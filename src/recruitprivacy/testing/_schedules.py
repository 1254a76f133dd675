"""
Retention schedules: what a firm may sensibly promise about the data a declaration has.
"""

from __future__ import annotations

from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import EVERYTHING, Policy, RetentionRule
from recruitprivacy.testing._built import among

TRIGGERS: Final = (
    "data_collected",
    "registered",
    "application_received",
    "procedure_closed",
    "consent_given",
)
MOST: Final = 4
LENGTHS: Final = st.builds(Period, months=st.integers(1, 48)) | st.builds(
    Period, days=st.integers(1, 400)
)
KINDS: Final = ("at_most", "at_most", "at_most", "aim", "at_least")


@st.composite
def schedule_of(draw: DrawFn, policy: Policy) -> Policy:
    """
    Draw other retention rules for a declaration.
    """
    count = draw(st.integers(0, MOST))
    rules = FrozenMap((f"rule_{number}", draw(_rules(policy))) for number in range(1, count + 1))
    return attrs.evolve(policy, retention=rules)


@st.composite
def _rules(draw: DrawFn, policy: Policy) -> RetentionRule:
    held = {key: None for each in policy.data.values() for key in each.categories}
    categories = st.lists(st.sampled_from([*held]), min_size=1, max_size=2, unique=True)
    data = categories.map(tuple) if held else st.just((EVERYTHING,))
    kind = draw(among(KINDS))
    return RetentionRule(
        at_most=draw(LENGTHS) if kind == "at_most" else None,
        aim=draw(LENGTHS) if kind == "aim" else None,
        at_least=draw(LENGTHS) if kind == "at_least" else None,
        after=draw(among((*policy.clocks, *TRIGGERS))),
        if_none=draw(among((None, "data_collected"))),
        purpose=draw(among((None, *policy.uses))),
        roles=draw(among(((), (), *((role,) for role in policy.roles)))),
        data=draw(st.just((EVERYTHING,)) | data),
        then=draw(among((None, *policy.disposals))),
    )
