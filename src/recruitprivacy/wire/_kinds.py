"""
What is stored under a schema of its own, by kind.

The classes are known by package and name, so that who only loads a policy does not import the
rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from recruitprivacy.basis import (
        ConsentAsked,
        Exemption,
        InterestsAssessment,
        NewPurpose,
        Receipt,
    )
    from recruitprivacy.policy import Policy
    from recruitprivacy.retention import DataMap, StepResult
    from recruitprivacy.rights import RightsRequest
    from recruitprivacy.timeline import Facts, Proof, Suppression, SuppressionToken
    from recruitprivacy.wire._plan import StoredPlan

    Stored: TypeAlias = (
        Policy
        | Facts
        | RightsRequest
        | StoredPlan
        | StepResult
        | DataMap
        | Receipt
        | ConsentAsked
        | InterestsAssessment
        | NewPurpose
        | Exemption
        | SuppressionToken
        | Suppression
        | Proof
    )
    """Whatever is stored by itself."""

OURS: Final = "recruitprivacy"
CLASSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "policy.Policy": "policy",
        "timeline.Facts": "facts",
        "rights.RightsRequest": "request",
        "wire.StoredPlan": "plan",
        "retention.StepResult": "step_result",
        "retention.DataMap": "data_map",
        "basis.Receipt": "receipt",
        "basis.ConsentAsked": "consent",
        "basis.InterestsAssessment": "interests",
        "basis.NewPurpose": "compatibility",
        "basis.Exemption": "exemption",
        "timeline.SuppressionToken": "suppression",
        "timeline.Suppression": "left_alone",
        "timeline.Proof": "proof",
    }
)
QUOTED: Final = frozenset({"policy", "data_map"})
"""Kinds that say nothing of anybody, so that a fault may repeat a word of theirs."""


def name_of(cls: type) -> str:
    """
    Name a class by its package and itself; empty where it is not ours.

    >>> from recruitprivacy.timeline import Facts
    >>> name_of(Facts), name_of(dict)
    ('timeline.Facts', '')
    """
    package, _, rest = cls.__module__.partition(".")
    return f"{rest.partition('.')[0]}.{cls.__qualname__}" if package == OURS else ""


def stored_kind(cls: type) -> str | None:
    """
    Tell the kind a class is stored as; None where it is not stored by itself.
    """
    return CLASSES.get(name_of(cls))
