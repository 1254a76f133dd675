"""
One thing a text does to a record: forbid erasing, command it, plan it, or ask for a review.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Weight
from recruitprivacy.law import Kind as RuleKind
from recruitprivacy.law import Recruitment, Rule
from recruitprivacy.messages import Message
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import EVERYTHING, Policy, RetentionRule, Which

__all__ = ["Clause", "Effect", "law_clauses", "policy_clauses"]

RECORD_MADE: Final = "record_made"
CHILD_FOUND: Final = "child_found"
DELETED: Final = "deleted_on_discovery"
STORAGE_LIMITATION: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="5", points=("1", "e"))


class Effect(StrEnum):
    """
    What a clause does.
    """

    FLOOR = "floor"
    """Forbids erasing before its end."""
    CEILING = "ceiling"
    """Commands erasing by its end."""
    COMMAND = "command"
    """Commands erasing because the person may ask for it; what a statute keeps stays."""
    NEED = "need"
    """Justifies keeping until its end, whatever a shorter rule says: what the data are for."""
    WISH = "wish"
    """Plans erasing at its end."""
    MINIMUM = "minimum"
    """Wishes to keep until its end; no statute stands behind it."""
    REVIEW = "review"
    """Asks for a look at the need before its end."""


@attrs.frozen(kw_only=True)
class Clause:
    """
    A rule of the firm or of the law, as one effect.

    Attributes:
        effect: What it does.
        rule: The path in the policy, or the id of the law's rule.
        version: The number of the policy's version, or empty.
        weight: How much its text weighs.
        cites: The provisions.
        after: What starts it: a clock of the policy or a trigger; empty where it ends on an
            unknown day, with what ``while_`` names.
        if_none: The trigger used where ``after`` never happened, or None.
        period: Its length; None where it ends as soon as it starts.
        which: Which of several events starts it; None is as the trigger means it.
        from_next: The day of a year from which it runs, the next on or after what starts it: the
            last of the year, where the law counts years from their end; None is that day itself.
        financial_year: Whether it runs from the end of the controller's financial year, and from
            ``from_next`` after that.
        warn: How long before its end one is warned of it, or None.
        uses: The uses it limits; None is every use.
        purposes: The purposes it limits, where the law names some.
        roles: The roles it is about; empty is all.
        categories: The categories it is about; ``*`` is all.
        when: The conditions that must hold.
        while_: What it waits for to end, or None.
        where: The place it is about, or empty.
        outcomes: The outcomes it is about; empty is all.
        sources: The sources it is about; empty is all.
        controllers: The controllers it is about, by name in the policy; empty is all.
        recruitment: The kinds of recruitment it is about; empty is all.
        then: What is done at its end: a disposal of the policy, or empty.
        because: Why, where the law says so.
        unless_agreed: The purposes by consent to which the person set it aside.
        hangs_on: The unknown facts on which it hangs whether it binds; empty where it does.
        own: Whether it is a rule of the firm, which may run by a clock.
        verified: Whether the value was confirmed in a source.
    """

    effect: Effect
    rule: str
    version: str = ""
    weight: Weight
    cites: tuple[Citation, ...] = ()
    after: str
    if_none: str | None = None
    period: Period | None = None
    which: Which | None = None
    from_next: MonthDay | None = None
    financial_year: bool = False
    warn: Period | None = None
    uses: tuple[str, ...] | None = None
    purposes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    categories: tuple[str, ...] = (EVERYTHING,)
    when: tuple[str, ...] = ()
    while_: str | None = None
    where: str = ""
    outcomes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    controllers: tuple[str, ...] = ()
    recruitment: tuple[Recruitment, ...] = ()
    then: str = ""
    because: Message | None = None
    unless_agreed: tuple[str, ...] = ()
    hangs_on: tuple[str, ...] = ()
    own: bool = False
    verified: bool = True

    @property
    def is_statute(self) -> bool:
        """
        Whether a statute stands behind it.
        """
        return self.weight is Weight.STATUTE

    @property
    def names_categories(self) -> bool:
        """
        Whether it names the categories it is about.
        """
        return EVERYTHING not in self.categories


@lru_cache(maxsize=64)
def policy_clauses(policy: Policy) -> tuple[Clause, ...]:
    """
    Read the retention rules of one version of a policy as clauses.

    A minimum of the firm is one until a statute is found behind it. What it does when it learns
    that somebody is a child is a rule, too.
    """
    return tuple(_of_policy(policy, policy.version_number))


def _of_policy(policy: Policy, version: str) -> Iterator[Clause]:
    if DELETED in policy.children.then:
        yield _of_children(version)
    for name, rule in sorted(policy.retention.items()):
        for effect, period in _effects(rule):
            yield Clause(
                effect=effect,
                rule=f"retention.{name}",
                version=version,
                weight=Weight.PROMISE,
                cites=(STORAGE_LIMITATION,),
                after=rule.after or ("" if effect is Effect.CEILING else RECORD_MADE),
                if_none=rule.if_none,
                which=rule.which,
                from_next=rule.from_next,
                warn=rule.warn if effect in {Effect.CEILING, Effect.WISH} else None,
                period=period,
                uses=None if rule.purpose is None else (rule.purpose,),
                roles=rule.roles,
                categories=rule.data,
                when=rule.when,
                # However long the need lasts, it is looked at.
                while_=None if effect is Effect.REVIEW else rule.while_,
                where=rule.where,
                outcomes=rule.outcomes,
                sources=rule.sources,
                controllers=rule.controllers,
                recruitment=rule.recruitment,
                then=rule.then or "",
                own=True,
            )


def _of_children(version: str) -> Clause:
    return Clause(
        effect=Effect.CEILING,
        rule="children.then",
        version=version,
        weight=Weight.PROMISE,
        cites=(STORAGE_LIMITATION,),
        after=CHILD_FOUND,
        own=True,
    )


def _effects(rule: RetentionRule) -> Iterator[tuple[Effect, Period | None]]:
    if rule.at_most is not None or rule.at_once:
        yield Effect.CEILING, rule.at_most
    elif rule.while_ is not None:
        yield Effect.CEILING, None
    if rule.aim is not None:
        yield Effect.WISH, rule.aim
    if rule.at_least is not None:
        yield Effect.MINIMUM, rule.at_least
    if rule.review is not None:
        yield Effect.REVIEW, rule.review


LAW_EFFECTS: Final[Mapping[RuleKind, tuple[Effect, ...]]] = MappingProxyType(
    {
        RuleKind.FLOOR: (Effect.FLOOR,),
        RuleKind.CEILING: (Effect.CEILING,),
        RuleKind.FIXED: (Effect.FLOOR, Effect.CEILING),
    }
)


def law_clauses(rule: Rule, hangs_on: tuple[str, ...], *, verified: bool) -> Iterator[Clause]:
    """
    Read a rule of the law as clauses; one that bounds no keeping yields none.
    """
    if rule.kind is None or (rule.period is None and not rule.at_once):
        return
    for effect in LAW_EFFECTS.get(rule.kind, ()):
        yield Clause(
            effect=effect,
            rule=rule.id,
            weight=rule.weight,
            cites=rule.cites,
            after=rule.trigger,
            period=rule.period,
            from_next=rule.year_ends,
            financial_year=rule.financial_year,
            purposes=rule.purposes,
            roles=rule.roles,
            categories=rule.categories or (EVERYTHING,),
            when=rule.conditions,
            outcomes=rule.outcomes,
            unless_agreed=rule.unless_agreed,
            because=rule.says,
            hangs_on=hangs_on,
            verified=verified,
        )
