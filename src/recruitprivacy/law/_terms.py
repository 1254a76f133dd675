"""
The terms that a pack names, held against the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.errors import Fault
from recruitprivacy.vocabulary import BUILT_IN, Kind

__all__ = ["term_faults"]

NAMED: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "trigger": Kind.TRIGGER,
        "roles": Kind.ROLE,
        "categories": Kind.CATEGORY,
        "purposes": Kind.PURPOSE,
        "conditions": Kind.CONDITION,
        "outcomes": Kind.OUTCOME,
        "unless_agreed": Kind.PURPOSE,
    }
)
OWN: Final = ":"
WAY_OUT: Final = "a term of your own has a colon in it, as in 'acme:videos'"


def term_faults(table: Mapping[str, object]) -> Iterator[Fault]:
    """
    Tell which terms of the rules in a plain table are neither ours nor somebody's own.
    """
    rules = table.get("rules")
    for index, rule in enumerate(rules if isinstance(rules, list) else []):
        if isinstance(rule, dict):
            yield from _of_rule(rule, f"rules[{rule.get('id', index)}]")


def _of_rule(rule: Mapping[str, object], path: str) -> Iterator[Fault]:
    for field, kind in NAMED.items():
        named = rule.get(field, [])
        several = dict(enumerate(named)) if isinstance(named, list) else {None: named}
        for nth, key in several.items():
            at = f"{path}.{field}" if nth is None else f"{path}.{field}[{nth}]"
            if isinstance(key, str) and not _is_known(kind, key):
                problem, near = f"unknown {kind.value} {key!r}", BUILT_IN.nearest(kind, key)
                yield Fault(path=at, problem=problem, way_out=WAY_OUT, nearest=near)


def _is_known(kind: Kind, key: str) -> bool:
    return not key or OWN in key or BUILT_IN.has(kind, key)
