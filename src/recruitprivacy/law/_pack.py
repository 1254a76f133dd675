"""
What one jurisdiction says: its acts, rules, authorities, and how it counts time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Final

import attrs

from recruitprivacy.canonical import digest, dumps
from recruitprivacy.citations import Act
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law._dated import Dated
from recruitprivacy.law._kinds import Confidence
from recruitprivacy.law._plain import plain
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._rule import Rule
from recruitprivacy.messages import Words

__all__ = ["Authority", "Pack", "country_of"]


ALSO: Final = {"EL": "GR", "UK": "GB"}
"""The two codes that the institutions of the Union write otherwise than ISO 3166 does."""


def country_of(place: str) -> str:
    """
    Name the country of a place, as ISO 3166 does.

    >>> country_of("DE-BY"), country_of("EL")
    ('DE', 'GR')
    """
    country = place.partition("-")[0]
    return ALSO.get(country, country)


def _by_place(days: Mapping[str, date]) -> FrozenMap[str, date]:
    return FrozenMap(days)


@attrs.frozen(kw_only=True)
class Authority(Dated):
    """
    A supervisory authority, as it could be reached on the days given.

    Attributes:
        key: Its stable key: ``autoriteit_persoonsgegevens``.
        name: Its name, in its own languages.
        name_en: The English name it uses for itself.
        abbreviation: How it abbreviates its name.
        website: Where it is on the web.
        applies_from: The first day it bore this name.
        applies_until: The last day it bore this name, or None.
        address: Its postal address, on one line.
        phone: Its number for the public, in international form.
        former_phones: Numbers it no longer answers, in international form.
        email: Its address for mail, or empty.
        regions: The regions it is competent for, as in ``DE-BY``; empty for the whole country.
        confidence: How well all this is sourced.
        checked_on: The day somebody last compared it with a source.
        source: Where it was read.
    """

    key: str
    name: Words
    name_en: str
    abbreviation: str
    website: str
    address: str = ""
    phone: str = ""
    former_phones: tuple[str, ...] = ()
    email: str = ""
    regions: tuple[str, ...] = ()
    confidence: Confidence
    checked_on: date
    source: str = ""


@attrs.frozen(kw_only=True)
class Pack:
    """
    The dated law of one jurisdiction, as data.

    Attributes:
        jurisdiction: Its code: ``EU``, ``NL``, ``US-CA``.
        aliases: Other codes it is known by, as ``UK`` for ``GB``.
        languages: Its official languages, BCP 47.
        extends: The jurisdiction whose law also holds there, or empty.
        members: The countries in it; empty where it is one itself.
        joined: The first day there of its law, for members in which it began later.
        checked_on: The day the pack as a whole was last gone through.
        acts: The acts it can cite, by key; those of the pack it extends are there as well.
        rules: Its rules, in the order of the file.
        authorities: Its supervisory authorities, former ones included.
        regime: How periods set by its own law are counted; None where that is unknown.
        regimes: How those are counted that its law counts otherwise, by topic.
        calendar: The key of its calendar, or empty.
        time_zone: The time zone there, or empty.
        zones: The time zones of regions where it is another: ``{"PT-20": "Atlantic/Azores"}``.
    """

    jurisdiction: str
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    extends: str = ""
    members: tuple[str, ...] = ()
    joined: FrozenMap[str, date] = attrs.field(factory=FrozenMap, converter=_by_place)
    checked_on: date
    acts: FrozenMap[str, Act] = attrs.field(repr=lambda acts: f"<{len(acts)} acts>")
    rules: tuple[Rule, ...] = attrs.field(repr=lambda rules: f"<{len(rules)} rules>")
    authorities: tuple[Authority, ...] = ()
    regime: Regime | None = None
    regimes: FrozenMap[str, Regime] = attrs.field(factory=FrozenMap)
    calendar: str = ""
    time_zone: str = ""
    zones: FrozenMap[str, str] = attrs.field(factory=FrozenMap)

    @cached_property
    def digest(self) -> str:
        """
        The hash of what the pack says, whatever file said it.
        """
        return digest(dumps(plain(self)))

    def counts(self, topic: str) -> Regime | None:
        """
        Say how a period that one of its rules on a topic sets is counted; None if unknown.
        """
        wider = (topic[:place] for place, sign in enumerate(topic) if sign == ".")
        named = (self.regimes.get(key) for key in (topic, *sorted(wider, key=len, reverse=True)))
        return next(filter(None, named), self.regime)

    def reaches(self, place: str, *, on: date | None = None) -> bool:
        """
        Say whether a place lies in the jurisdiction; a region lies in its country.

        Args:
            place: A country, or a region as in ``DE-BY``.
            on: The day asked about; None asks whether it ever did.
        """
        country = country_of(place)
        if on is not None and self.joined.get(country, on) > on:
            return False
        if country in self.members:
            return True
        return not {place, country}.isdisjoint((self.jurisdiction, *self.aliases))
