"""
Whether a right is there at all for some data: what was looked at, and what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from recruitprivacy.findings import Step
from recruitprivacy.messages import Message, Value, phrase
from recruitprivacy.rights._seen import Seen, Served
from recruitprivacy.rights._verdict import For
from recruitprivacy.vocabulary import Right

__all__ = ["Weighed", "purposes", "step"]


@attrs.frozen(kw_only=True)
class Weighed:
    """
    Whether a right is there for some data.

    Attributes:
        holds: Whether it is; None where nobody can tell, and then it is met.
        grounds: On which grounds.
        stops: The purposes that stop with it.
        missing: What a human has to find out.
        instead: The rights to look at where it is not.
        steps: Why.
    """

    holds: bool | None
    grounds: tuple[For, ...] = ()
    stops: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    instead: tuple[Right, ...] = ()
    steps: tuple[Step, ...] = ()


def step(seen: Seen, says: Message, *cites: str, fact: str = "", **values: Value) -> Step:
    """
    Say one reason, with its provisions as they bind here.
    """
    return Step(says=phrase(says, **values), cites=seen.frame.cite(*cites), fact=fact)


def purposes(served: Iterable[Served]) -> tuple[str, ...]:
    """
    Name the purposes, each once.
    """
    return tuple(dict.fromkeys(each.purpose for each in served))
