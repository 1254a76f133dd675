"""
The law of several jurisdictions together, asked by id or by topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Final
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
    UnknownTopicError,
)
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._calendarfile import load_calendar
from recruitprivacy.law._changes import Change, changes
from recruitprivacy.law._pack import Authority, Pack, country_of
from recruitprivacy.law._packfile import code_of, jurisdictions, shipped_pack
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._selection import Selection, by_topic, select
from recruitprivacy.law._situation import Situation
from recruitprivacy.law._topics import is_topic, nearest_topic
from recruitprivacy.near import nearest

__all__ = ["Law", "load"]

WIDER: Final = "EU"
"""What is loaded with every other, for its law reaches beyond its members."""


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

    def every_rule(self, topic: str) -> tuple[Rule, ...]:
        """
        Return all rules of a topic, whatever the day, and the narrower topics' with them.

        >>> [rule.id for rule in load("NL").every_rule("national_id")]
        ['nl.national_id.bsn']
        """
        return tuple(rule for _, rule in self._by_topic.get(topic, ()))

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

        Raises:
            UnknownTopicError: If there is no such topic, and no pack loaded has it.

        >>> found = load("NL").rules("digital_consent_age", Situation(residence="NL"),
        ...                          on=date(2026, 3, 2))
        >>> [rule.value for rule in found.applies]
        [16]
        """
        if topic not in self._by_topic and not is_topic(topic, asked=True):
            raise UnknownTopicError(topic, nearest_topic(topic))
        about = self._by_topic.get(topic, ())
        unloaded = (place for place in situation.places if not self._around(place))
        return select(about, situation, on=on, event_on=event_on, unloaded=unloaded)

    def what_changed(self, jurisdiction: str, since: date, until: date) -> tuple[Change, ...]:
        """
        List the rules of one jurisdiction that began, changed or ended between two days.

        Args:
            jurisdiction: As in ``EU`` or ``NL``; what other packs say is not told.
            since: The day whose law is known; what changed on that very day is not told again.
            until: The last day of interest, inclusive.

        Raises:
            UnknownJurisdictionError: If no pack of it is loaded.

        >>> [(change.rule, change.kind.value, str(change.on), str(change.cites[0]))
        ...  for change in load().what_changed("EU", date(2020, 1, 1), date(2020, 12, 31))
        ...  if change.rule.endswith("privacy_shield_eu_us")]
        [('eu.transfer.privacy_shield_eu_us', 'ended', '2020-07-16', 'C-311/18')]
        """
        packs = [each for each in self.packs if jurisdiction in {each.jurisdiction, *each.aliases}]
        if not packs:
            raise self._unknown(jurisdiction)
        ids = dict.fromkeys(rule.id for each in packs for rule in each.rules)
        found = (change for rule_id in ids for change in changes(self._versions[rule_id]))
        told = (change for change in found if since < change.on <= until)
        return tuple(sorted(told, key=lambda change: (change.on, change.rule)))

    def pack(self, place: str) -> Pack:
        """
        Return the shipped or added pack of a place; a region's is its country's.

        Raises:
            UnknownJurisdictionError: If none is loaded, or there is no such region.
        """
        found = self._around(place)
        if found is None:
            raise self._unknown(place)
        if found.calendar:
            load_calendar(_key(found, place))  # which knows the regions there are
        return found

    def calendar(self, place: str) -> Calendar:
        """
        Return the calendar of a place: a country, or a region as in ``DE-BY``.

        Raises:
            UnknownJurisdictionError: If its pack is not loaded, or there is no such region.

        >>> load("SE").calendar("SE").is_working_day(date(2026, 6, 19))     # Midsummer Eve
        True
        """
        return load_calendar(_key(self.pack(place), place))

    def zone(self, place: str) -> ZoneInfo:
        """
        Return the time zone of a place, a region's own where it has one.

        Raises:
            UnknownJurisdictionError: If its pack is not loaded.

        >>> load("SE").zone("SE").key
        'Europe/Stockholm'
        """
        pack = self.pack(place)
        region = place.partition("-")[2]
        return ZoneInfo(pack.zones.get(f"{pack.jurisdiction}-{region}", pack.time_zone))

    def authority(self, place: str, *, on: date) -> Authority | None:
        """
        Return the supervisory authority of a place on a day, or None if none is recorded.

        A region's is the one recorded for it, else its country's. A country's is one that is
        recorded for all of it, even where those of the regions watch private firms, as in Germany.

        Raises:
            UnknownJurisdictionError: If its pack is not loaded.

        >>> load("SE").authority("SE", on=date(2020, 12, 31)).abbreviation
        'DI'
        """
        standing = [each for each in self.pack(place).authorities if each.in_force(on)]
        regional = (each for each in standing if place in each.regions)
        national = (each for each in standing if not each.regions)
        return next(regional, next(national, None))

    @cached_property
    def _by_topic(self) -> Mapping[str, tuple[tuple[Pack, Rule], ...]]:
        return by_topic(self.packs)

    @cached_property
    def _national(self) -> Mapping[str, Pack]:
        found: dict[str, Pack] = {}
        for pack in self.packs:
            for code in () if pack.members else (pack.jurisdiction, *pack.aliases):
                found.setdefault(code, pack)
        return MappingProxyType(found)

    def _around(self, place: str) -> Pack | None:
        return self._national.get(place) or self._national.get(country_of(place))

    def _unknown(self, place: str) -> UnknownJurisdictionError:
        countries = tuple(name for name in jurisdictions() if name != WIDER)
        missing = next(filter(None, map(code_of, (place, place.partition("-")[0]))), "")
        if missing in countries:
            places = [pack.jurisdiction for pack in self.packs if not pack.members]
            return UnknownJurisdictionError(place, load=tuple(dict.fromkeys((*places, missing))))
        return UnknownJurisdictionError(place, nearest(place.upper(), countries), shipped=countries)

    @cached_property
    def _versions(self) -> Mapping[str, tuple[Rule, ...]]:
        found: dict[str, tuple[Rule, ...]] = {}
        for pack in self.packs:
            for rule in sorted(pack.rules, key=lambda rule: rule.applies_from):
                found[rule.id] = (*found.get(rule.id, ()), rule)
        return MappingProxyType(found)


def _key(pack: Pack, place: str) -> str:
    country, _, region = place.partition("-")
    within = region and country in {pack.jurisdiction, *pack.aliases}
    return f"{pack.calendar}-{region}" if within else pack.calendar


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
    for name in (WIDER, *sorted(names)):
        pack = shipped_pack(name)
        if pack.extends:
            wanted.setdefault(pack.extends, shipped_pack(pack.extends))
        wanted[pack.jurisdiction] = pack
    return Law(packs=tuple(wanted.values()))


def _refuse_lists(names: Iterable[object]) -> None:
    for name in names:
        if isinstance(name, str):
            continue
        several = name if isinstance(name, list | tuple | set | frozenset) else ()
        parts = tuple(sorted(str(each) for each in several))
        raise UnknownJurisdictionError(", ".join(parts) or repr(name), load=parts)
