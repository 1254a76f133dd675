"""
Which rules apply, which might, and which do not, each with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.law._kinds import Selects
from recruitprivacy.law._pack import Pack
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._situation import Recruitment, Situation

__all__ = ["Considered", "Selection", "by_topic", "select"]

EVENT_ON: Final = "event_on"
IN_FORCE: Final = "in_force"
RECRUITMENT: Final = "recruitment"


@attrs.frozen(kw_only=True)
class Considered:
    """
    A rule that was looked at and does not simply apply.

    Attributes:
        rule: The rule.
        facts: For an open rule the unknown facts it hangs on; for one set aside the facts that
            set it aside: a connecting factor, ``recruitment``, ``in_force`` or ``event_on``.
    """

    rule: Rule
    facts: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Selection:
    """
    The rules of a topic, sorted by whether they apply.

    Attributes:
        applies: The rules that apply.
        open: Those that could, were an unknown fact known; never dropped in silence.
        set_aside: Those that do not, and why.
        unloaded: Places the situation names whose packs are not loaded: what they ask is unknown.
    """

    applies: tuple[Rule, ...] = ()
    open: tuple[Considered, ...] = ()
    set_aside: tuple[Considered, ...] = ()
    unloaded: tuple[str, ...] = ()


def by_topic(packs: Iterable[Pack]) -> Mapping[str, tuple[tuple[Pack, Rule], ...]]:
    """
    List the rules of each topic, those of narrower topics with it, each beside its pack.
    """
    found: dict[str, list[tuple[Pack, Rule]]] = {}
    for pack in packs:
        for rule in pack.rules:
            for topic in accumulate(rule.topic.split("."), "{}.{}".format):
                found.setdefault(topic, []).append((pack, rule))
    return MappingProxyType({topic: tuple(rules) for topic, rules in found.items()})


def select(
    about: Iterable[tuple[Pack, Rule]],
    situation: Situation,
    *,
    on: date,
    event_on: date | None,
    unloaded: Iterable[str],
) -> Selection:
    """
    Sort the rules of a topic.
    """
    applies, unsure, aside = [], [], []
    for pack, rule in about:
        refuted, unknown = _judge(pack, rule, situation, on, event_on)
        if refuted:
            aside.append(Considered(rule=rule, facts=refuted))
        elif unknown:
            unsure.append(Considered(rule=rule, facts=unknown))
        else:
            applies.append(rule)
    return Selection(
        applies=tuple(applies),
        open=tuple(unsure),
        set_aside=tuple(aside),
        unloaded=tuple(unloaded),
    )


def _judge(
    pack: Pack, rule: Rule, situation: Situation, on: date, event_on: date | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    verdicts = (
        (rule.binds.value, _bound(pack, situation.tie(rule.binds), _day(rule, on, event_on))),
        (RECRUITMENT, _recruits(rule, situation.recruitment)),
        _dated(rule, on, event_on),
    )
    refuted = tuple([fact for fact, holds in verdicts if holds is False])
    unknown = tuple([fact for fact, holds in verdicts if holds is None])
    return refuted, unknown


def _bound(pack: Pack, place: str | None, day: date) -> bool | None:
    return None if place is None else pack.reaches(place, on=day)


def _day(rule: Rule, on: date, event_on: date | None) -> date:
    return (event_on or on) if rule.selects is Selects.EVENT_DAY else on


def _recruits(rule: Rule, recruitment: Recruitment) -> bool | None:
    if not rule.recruitment:
        return True
    return None if recruitment is Recruitment.UNKNOWN else recruitment in rule.recruitment


def _dated(rule: Rule, on: date, event_on: date | None) -> tuple[str, bool | None]:
    if rule.selects is Selects.DECISION_DAY:
        return IN_FORCE, rule.in_force(on)
    return EVENT_ON, None if event_on is None else rule.in_force(event_on)
