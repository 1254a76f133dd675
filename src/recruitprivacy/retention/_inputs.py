"""
All that an answer rests on, and its digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import cast

import attrs

from recruitprivacy.canonical import Plain, digest, dumps
from recruitprivacy.law import Law, Situation
from recruitprivacy.policy import EVERYTHING, Policy
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import Vocabulary

__all__ = ["Inputs"]


@attrs.frozen(kw_only=True)
class Inputs:
    """
    What assess() was asked.

    Attributes:
        policy: The declaration, with its earlier versions.
        facts: The facts.
        law: The law.
        on: The day asked about.
        situation: The ties to countries, or None where the policy tells them.
        vocabulary: The words of all of them.
    """

    policy: Policy
    facts: Facts
    law: Law
    on: date
    situation: Situation | None
    vocabulary: Vocabulary

    @cached_property
    def digest(self) -> str:
        """
        The hash of all of them; equal inputs have equal ones, in whatever order they came.
        """
        parts = (self.policy, self.facts, self.law.digest, self.on, self.situation)
        return digest(dumps([*(_plain(part) for part in parts), _plain(self.vocabulary.own)]))

    def together(self, record: str) -> tuple[tuple[str, str], ...]:
        """
        List each record and category that is in a record or in what is part of it.
        """
        found = [record]
        for above in found:
            parts = (name for name, each in self.facts.records.items() if each.part_of == above)
            found += [name for name in sorted(parts) if name not in found]
        return tuple((name, key) for name in found for key in self._categories(name))

    def _categories(self, name: str) -> tuple[str, ...]:
        record, policy = self.facts.records[name], self.policy
        if record.categories is not None or record.role not in policy.roles:
            return record.categories or (EVERYTHING,)
        holding = policy.data.get(policy.role_of(record.role))
        return holding.categories if holding and holding.categories else (EVERYTHING,)


def _plain(value: object) -> Plain:
    match value:
        case Enum():
            plain = _plain(value.value)
        case None | str() | int():
            plain = value
        case date():
            plain = value.isoformat()
        case Mapping():
            plain = _sorted([_plain(key), _plain(each)] for key, each in value.items())
        case frozenset():
            plain = _sorted(_plain(each) for each in value)
        case tuple() | list():
            plain = [_plain(each) for each in value]
        case _:
            plain = _fields(cast("attrs.AttrsInstance", value))
    return plain


def _fields(value: attrs.AttrsInstance) -> Plain:
    # What does not count for equality does not count here.
    counted = (each.name for each in attrs.fields(type(value)) if each.eq)
    fields = [[name, _plain(getattr(value, name))] for name in counted]
    return [type(value).__name__, *fields]


def _sorted(values: Iterable[Plain]) -> list[Plain]:
    return sorted(values, key=dumps)
