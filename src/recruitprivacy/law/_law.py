"""
The law of several jurisdictions together, asked by id or by topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from zoneinfo import ZoneInfo

import attrs

from recruitprivacy.canonical import digest, dumps
from recruitprivacy.citations import Act
from recruitprivacy.errors import (
    Fault,
    FaultsError,
    RuleNotInForceError,
    UnknownJurisdictionError,
    UnknownRuleError,
)
from recruitprivacy.law._calendar import Calendar, load_calendar
from recruitprivacy.law._pack import Authority, Pack
from recruitprivacy.law._packfile import jurisdictions, shipped_pack
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._selection import Selection, select
from recruitprivacy.law._situation import Situation
from recruitprivacy.near import nearest

__all__ = ["Law", "load"]


@attrs.frozen(kw_only=True)
class Law:
    """
    The packs that a set of situations needs, as one value.

    Attributes:
        packs: The packs, those that others extend first.

    Raises:
        FaultsError: If two packs use one rule id.

    >>> book = load("NL", "SE")
    >>> book.rule("nl.retention.unsuccessful.4w", on=date(2026, 3, 2)).period
    Period(years=0, months=0, weeks=4, days=0, working_days=0, hours=0)
    >>> [pack.jurisdiction for pack in book.packs]
    ['EU', 'NL', 'SE']
    """

    packs: tuple[Pack, ...]

    def __attrs_post_init__(self) -> None:
        """
        Refuse an id used by two packs.
        """
        owner: dict[str, Pack] = {}
        faults = [
            Fault(path=f"rules[{rule.id}]", problem="the id is used by another pack")
            for pack in self.packs
            for rule in pack.rules
            if owner.setdefault(rule.id, pack) is not pack
        ]
        if faults:
            raise FaultsError(faults)

    @cached_property
    def acts(self) -> Mapping[str, Act]:
        """
        Every act the packs can cite, by key.
        """
        return MappingProxyType({key: act for pack in self.packs for key, act in pack.acts.items()})

    @cached_property
    def version(self) -> str:
        """
        The day each pack was last gone through, as ``EU 2026-11-22, NL 2026-11-22``.
        """
        return ", ".join(f"{pack.jurisdiction} {pack.checked_on}" for pack in self.packs)

    @cached_property
    def digest(self) -> str:
        """
        The hash of the packs and calendars, by which an answer can be replayed.
        """
        calendars = {pack.calendar for pack in self.packs if pack.calendar}
        return digest(
            dumps(
                {
                    "calendars": {key: load_calendar(key).digest for key in sorted(calendars)},
                    "packs": [[pack.jurisdiction, pack.digest] for pack in self.packs],
                }
            )
        )

    def with_pack(self, pack: Pack) -> Law:
        """
        Add a pack of one's own; return a new law.
        """
        return attrs.evolve(self, packs=(*self.packs, pack))

    def history(self, rule_id: str) -> tuple[Rule, ...]:
        """
        Return every version of a rule, the oldest first.

        Raises:
            UnknownRuleError: If no pack loaded has it.

        >>> load().history("eu.transfer.privacy_shield_eu_us")[0].applies_until
        datetime.date(2020, 7, 15)
        """
        if rule_id not in self._versions:
            raise UnknownRuleError(rule_id, nearest(rule_id, self._versions))
        return self._versions[rule_id]

    def rule(self, rule_id: str, *, on: date) -> Rule:
        """
        Return the version of a rule in force on a day.

        Raises:
            UnknownRuleError: If no pack loaded has it.
            RuleNotInForceError: If no version applied on that day.

        >>> load().rule("eu.deadline.dsar", on=date(2018, 5, 25)).period
        Period(years=0, months=1, weeks=0, days=0, working_days=0, hours=0)
        """
        versions = self.history(rule_id)
        for version in versions:
            if version.in_force(on):
                return version
        first, last = versions[0].applies_from, versions[-1].applies_until
        raise RuleNotInForceError(rule_id, on, first, last)

    def rules(
        self, topic: str, situation: Situation, *, on: date, event_on: date | None = None
    ) -> Selection:
        """
        Sort the rules of a topic by whether they apply in a situation.

        Args:
            topic: ``retention``, or narrower, ``retention.unsuccessful``.
            situation: The ties; a rule that hangs on an unknown one is open, not dropped.
            on: The day of the decision; it selects most rules.
            event_on: The day of the event; it selects the rules that say so. None is unknown.

        >>> found = load("NL").rules("digital_consent_age", Situation(residence="NL"),
        ...                          on=date(2026, 3, 2))
        >>> [rule.value for rule in found.applies]
        [16]
        """
        return select(self.packs, topic, situation, on=on, event_on=event_on)

    def pack(self, place: str) -> Pack:
        """
        Return the shipped or added pack of a place; a region's is its country's.

        Raises:
            UnknownJurisdictionError: If none is loaded.
        """
        for pack in self.packs:
            if not pack.members and pack.reaches(place):
                return pack
        raise self._unknown(place)

    def calendar(self, place: str) -> Calendar:
        """
        Return the calendar of a place.

        Raises:
            UnknownJurisdictionError: If its pack is not loaded.

        >>> load("SE").calendar("SE").is_working_day(date(2026, 6, 19))     # Midsummer Eve
        True
        """
        return load_calendar(self.pack(place).calendar)

    def zone(self, place: str) -> ZoneInfo:
        """
        Return the time zone of a place.

        Raises:
            UnknownJurisdictionError: If its pack is not loaded.

        >>> load("SE").zone("SE").key
        'Europe/Stockholm'
        """
        return ZoneInfo(self.pack(place).time_zone)

    def authority(self, place: str, *, on: date) -> Authority | None:
        """
        Return the supervisory authority of a place on a day, or None if none is recorded.

        Raises:
            UnknownJurisdictionError: If its pack is not loaded.

        >>> load("SE").authority("SE", on=date(2020, 12, 31)).abbreviation
        'DI'
        """
        standing = (each for each in self.pack(place).authorities if each.in_force(on))
        return next(standing, None)

    def _unknown(self, place: str) -> UnknownJurisdictionError:
        places = [pack.jurisdiction for pack in self.packs if not pack.members]
        countries = tuple(name for name in jurisdictions() if not shipped_pack(name).members)
        country = place.partition("-")[0]
        if country in countries:
            return UnknownJurisdictionError(place, load=tuple(dict.fromkeys((*places, country))))
        near = nearest(place.upper(), countries)
        return UnknownJurisdictionError(place, near, shipped=countries)

    @cached_property
    def _versions(self) -> Mapping[str, tuple[Rule, ...]]:
        found: dict[str, tuple[Rule, ...]] = {}
        for pack in self.packs:
            for rule in sorted(pack.rules, key=lambda rule: rule.applies_from):
                found[rule.id] = (*found.get(rule.id, ()), rule)
        return MappingProxyType(found)


def load(*names: str) -> Law:
    """
    Load the shipped packs of some jurisdictions, and the EU's with them.

    Args:
        names: Their codes, each by itself: ``NL``, ``SE``.

    Raises:
        UnknownJurisdictionError: If none is shipped for one of them.

    >>> load("SE", "NL") == load("NL", "SE")
    True
    """
    _refuse_lists(names)
    wanted: dict[str, Pack] = {}
    for name in ("EU", *sorted(names)):
        pack = shipped_pack(name)
        if pack.extends:
            wanted.setdefault(pack.extends, shipped_pack(pack.extends))
        wanted[name] = pack
    return Law(packs=tuple(wanted.values()))


def _refuse_lists(names: Iterable[object]) -> None:
    for name in names:
        if isinstance(name, str):
            continue
        several = name if isinstance(name, list | tuple | set | frozenset) else ()
        parts = tuple(sorted(str(each) for each in several))
        raise UnknownJurisdictionError(", ".join(parts) or repr(name), load=parts)
