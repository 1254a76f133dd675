"""
Who was promised what by which version of a notice, when another one follows it.
"""

from __future__ import annotations

from typing import Final

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import EVERYTHING, Policy, RetentionRule
from recruitprivacy.timeline import Absence, Facts, Known
from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = ["Promise", "heir_of", "is_unmarked", "promise_about"]

INTERNAL: Final = frozenset({"aim", "at_least", "cites", "review", "warn", "reasons"})
"""What a rule holds that promises nobody a length of time."""
SELECTS: Final = frozenset({"roles", "data"})
"""What tells whose data a rule is about, and which; looked at already."""


def heir_of(old: Policy, new: Policy) -> Policy:
    """
    Let a policy follow another, unless it does already or they are one.
    """
    numbers = {each.version_number for each in new.earlier}
    if old == new or old.version_number in {*numbers, new.version_number}:
        return new
    return attrs.evolve(new, earlier=(*old.earlier, attrs.evolve(old, earlier=())))


def is_unmarked(old: Policy, new: Policy) -> bool:
    """
    Say whether two policies that promise different things have one number.
    """
    if old.version_number != new.version_number:
        return False
    return _rules(old) != _rules(new)


@attrs.frozen(kw_only=True)
class Promise:
    """
    What versions promise about one category of one record.

    Attributes:
        now: What the newest one promises.
        by_version: What each version promises, by its number.
        given: The number of the version the person was given last; None where they were given
            none, or where nobody knows.
        known: Whether it is known what they were given.
    """

    now: frozenset[object]
    by_version: FrozenMap[str, frozenset[object]]
    given: str | None
    known: bool

    def differs_from(self, version: str) -> bool:
        """
        Say whether another version promises something else.
        """
        return self.by_version.get(version, self.now) != self.now

    @property
    def to_tell(self) -> bool | None:
        """
        Whether the person was given another promise than the newest; None where nobody knows.
        """
        if self.given is not None:
            return self.differs_from(self.given)
        differ = any(self.differs_from(version) for version in self.by_version)
        return None if differ and not self.known else False


def promise_about(
    policy: Policy, facts: Facts, record: str, category: str, vocabulary: Vocabulary
) -> Promise:
    """
    Find what the versions of a policy promise about a category of a record.
    """
    role = facts.records[record].role
    roles = {role, policy.role_of(role)} if role in policy.roles else {role}
    notices = [each for each in facts.notices if each.role in roles]
    dated = [each.version for each in notices if isinstance(each.given, Known)]
    undated = [each.version for each in notices if each.given is Absence.UNKNOWN]
    last = (dated or undated)[-1:]
    sure = set(undated) <= set(last)
    return Promise(
        now=_about(policy, role, category, vocabulary),
        by_version=FrozenMap(
            (each.version_number, _about(each, role, category, vocabulary))
            for each in policy.versions()
        ),
        given=last[0] if last and sure else None,
        known=sure and "notices" not in facts.unknown,
    )


def _about(policy: Policy, role: str, category: str, vocabulary: Vocabulary) -> frozenset[object]:
    whose = policy.role_of(role) if role in policy.roles else role
    return frozenset(
        _told(policy, rule)
        for rule in policy.retention.values()
        if _promises(rule) and (not rule.roles or vocabulary.is_kind(Kind.ROLE, whose, *rule.roles))
        if EVERYTHING in rule.data or vocabulary.is_kind(Kind.CATEGORY, category, *rule.data)
    )


def _rules(policy: Policy) -> frozenset[object]:
    rules = (rule for rule in policy.retention.values() if _promises(rule))
    return frozenset((rule.roles, rule.data, _told(policy, rule)) for rule in rules)


def _promises(rule: RetentionRule) -> bool:
    return bool(rule.at_most or rule.at_once or rule.while_)


def _told(policy: Policy, rule: RetentionRule) -> tuple[object, ...]:
    fields = (each.name for each in attrs.fields(RetentionRule))
    printed = (name for name in fields if name not in INTERNAL | SELECTS)
    return (
        *(getattr(rule, name) for name in printed),
        policy.clocks.get(rule.after or ""),
        policy.disposals.get(rule.then or ""),
    )
