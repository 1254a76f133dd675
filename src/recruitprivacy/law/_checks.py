"""
What a pack must hold beyond its shape: cross-references, and days that rise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby, pairwise
from typing import Final

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.law._kinds import Kind
from recruitprivacy.law._rule import AT_ONCE, Rule
from recruitprivacy.law._topics import is_topic, nearest_answer, nearest_topic, value_problem

__all__ = ["closed_by_next", "rule_faults", "version_faults"]

KEEPS: Final = frozenset({Kind.FLOOR, Kind.FIXED})
AN_OWN_ONE: Final = "acme:videos"


def rule_faults(rule: Rule, table: Mapping[str, object], path: str) -> Iterator[Fault]:
    """
    Tell what is wrong with a rule that could be read.
    """
    if not table.get("cites"):
        yield Fault(path=f"{path}.cites", problem="a rule cites what it rests on")
    if rule.period is None and rule.value is None:
        yield Fault(path=path, problem="states neither a period nor a value")
    if rule.period and not rule.trigger and rule.value is None:
        yield Fault(path=f"{path}.trigger", problem="a period runs from something; name it")
    yield from _kind_faults(rule, path)
    if rule.applies_until and rule.applies_until < rule.applies_from:
        yield Fault(path=f"{path}.applies_until", problem="ends before it begins")
    yield from _topic_faults(rule, path)


def _kind_faults(rule: Rule, path: str) -> Iterator[Fault]:
    if rule.at_once and not rule.trigger:
        yield Fault(path=f"{path}.trigger", problem="nothing says when at once is; name it")
    if rule.kind in KEEPS and rule.value == AT_ONCE:
        way_out = "make it a ceiling, or give a period"
        yield Fault(path=f"{path}.kind", problem="what ends at once keeps nothing", way_out=way_out)
    if rule.period is None and (rule.year_ends or rule.financial_year):
        yield Fault(path=path, problem="no period runs from the end of a year; give it one")


def _topic_faults(rule: Rule, path: str) -> Iterator[Fault]:
    if not is_topic(rule.topic):
        problem = f"unknown topic {rule.topic!r}"
        way_out = f"take one of recruitprivacy.law.TOPICS, or one of your own, as in {AN_OWN_ONE!r}"
        near = nearest_topic(rule.topic)
        yield Fault(path=f"{path}.topic", problem=problem, nearest=near, way_out=way_out)
    elif problem := value_problem(rule):
        yield Fault(path=f"{path}.value", problem=problem, nearest=nearest_answer(rule))


def version_faults(rules: Sequence[Rule]) -> Iterator[Fault]:
    """
    Tell which versions of one rule overlap or do not rise.
    """
    for before, after in _versions(rules):
        path = f"rules[{after.id}].applies_from"
        if after.applies_from <= before.applies_from:
            yield Fault(
                path=path,
                problem="a second rule of this id that does not begin later",
                way_out="give each rule its own id, and a changed one a later applies_from",
            )
        elif before.applies_until and before.applies_until >= after.applies_from:
            yield Fault(path=path, problem="begins while the version before it still applies")


def _versions(rules: Iterable[Rule]) -> Iterator[tuple[Rule, Rule]]:
    for _, same in groupby(sorted(rules, key=_id_of), key=_id_of):  # sorting keeps the file's order
        yield from pairwise(same)


def _id_of(rule: Rule) -> str:
    return rule.id


def closed_by_next(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """
    End each version the day before the next begins, where it names no last day itself.
    """
    following = {id(before): after for before, after in _versions(rules)}
    return tuple(
        attrs.evolve(rule, applies_until=following[id(rule)].applies_from - timedelta(days=1))
        if id(rule) in following and rule.applies_until is None
        else rule
        for rule in rules
    )
