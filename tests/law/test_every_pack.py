"""
What every shipped pack holds to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

import attrs
import pytest

import recruitprivacy
from recruitprivacy.citations import Citation
from recruitprivacy.i18n import Language
from recruitprivacy.law import (
    TOPICS,
    Confidence,
    Kind,
    Pack,
    Regime,
    Rule,
    jurisdictions,
    load,
)
from recruitprivacy.law._topics import value_problem
from recruitprivacy.messages import Words
from recruitprivacy.vocabulary import BUILT_IN
from recruitprivacy.vocabulary import Kind as TermKind

BOOK: Final = load(*jurisdictions())
PACKS: Final = {pack.jurisdiction: pack for pack in BOOK.packs}
RULES: Final = {
    f"{rule.id} {rule.applies_from}": rule for pack in BOOK.packs for rule in pack.rules
}

each_pack = pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())


def terms(rule: Rule) -> Iterator[tuple[TermKind, str]]:
    """
    Take every term a rule names.
    """
    if rule.trigger:
        yield TermKind.TRIGGER, rule.trigger
    yield from ((TermKind.ROLE, key) for key in rule.roles)
    yield from ((TermKind.CATEGORY, key) for key in rule.categories)
    yield from ((TermKind.PURPOSE, key) for key in rule.purposes)
    yield from ((TermKind.CONDITION, key) for key in rule.conditions)
    yield from ((TermKind.OUTCOME, key) for key in rule.outcomes)
    yield from ((TermKind.PURPOSE, key) for key in rule.unless_agreed)


@each_rule
def test_it_cites(rule: Rule) -> None:
    """
    Every rule cites, and each citation is read back as it is written.
    """
    again = [Citation.parse(str(cite), BOOK.acts) for cite in rule.cites]
    assert (again, bool(rule.cites)) == (list(rule.cites), True)


@each_rule
def test_its_terms_are_known(rule: Rule) -> None:
    """
    Triggers, roles, categories, purposes and conditions are terms of the vocabulary.
    """
    assert [term for term in terms(rule) if not BUILT_IN.has(*term)] == []


@each_rule
def test_its_id_names_its_jurisdiction(rule: Rule) -> None:
    """
    An id begins with its jurisdiction and goes on with its topic's first word or a kind of it.
    """
    assert re.fullmatch(rf"{rule.jurisdiction.lower()}(\.[\w-]+)+", rule.id)


@each_rule
def test_its_days_are_in_order(rule: Rule) -> None:
    """
    It applies before it ends, and was checked after it applied.
    """
    assert rule.applies_from <= min(rule.applies_until or date.max, rule.checked_on)


@each_rule
def test_what_ended_says_what_ended_it(rule: Rule) -> None:
    """
    A rule that has ended names what ended it, unless a later version follows the day after.
    """
    later = {each.applies_from for each in BOOK.history(rule.id)}
    ended = rule.applies_until is not None and rule.applies_until + timedelta(days=1) not in later
    assert bool(rule.ended_by) == ended


@each_rule
def test_its_reason_is_a_sentence(rule: Rule) -> None:
    """
    Each rule has one sentence why, and says where it was read.
    """
    assert re.fullmatch(r"[A-Z][^{}]+\.", rule.because)
    assert rule.source


@each_rule
def test_what_bounds_keeping_is_about_keeping(rule: Rule) -> None:
    """
    Floors and ceilings are rules on retention with a trigger, and a period unless it is at once.
    """
    if rule.kind in {Kind.FLOOR, Kind.CEILING, Kind.FIXED}:
        assert (
            rule.topic.split(".")[0],
            bool(rule.period) or rule.at_once,
            bool(rule.trigger),
        ) == (
            "retention",
            True,
            True,
        )


DOUBTS: Final = ("memory", "not confirmed", "not read", "not opened", "not looked up", " only")


@each_rule
def test_no_doubtful_source_is_verified(rule: Rule) -> None:
    """
    A rule whose own source says that something was not seen is not marked as verified.
    """
    doubts = [word for word in DOUBTS if word in rule.source]
    assert not doubts or rule.confidence is Confidence.UNVERIFIED


@each_rule
def test_what_keeps_runs_from_something_that_happens(rule: Rule) -> None:
    """
    A floor or a ceiling runs from a trigger that events fire, so that it comes to an end.
    """
    if rule.kind in {Kind.FLOOR, Kind.CEILING, Kind.FIXED}:
        fired = BUILT_IN.term(TermKind.TRIGGER, rule.trigger).events
        assert fired or rule.trigger == "record_made"  # fired by the record's own opening


@each_pack
def test_its_versions_rise(pack: Pack) -> None:
    """
    Versions of one rule begin after the ones before them have ended.
    """
    overlaps = [
        rule.id
        for rule in pack.rules
        for before, after in pairwise(BOOK.history(rule.id))
        if before.applies_until is None or before.applies_until >= after.applies_from
    ]
    assert overlaps == []


def counted(pack: Pack) -> Iterator[Citation]:
    """
    Take what the pack cites for how its periods are counted.
    """
    for regime in filter(None, (pack.regime, *pack.regimes.values())):
        values = (getattr(regime, field.name) for field in attrs.fields(Regime))
        yield from (value for value in values if isinstance(value, Citation))


SOURCE: Final = Path(recruitprivacy.__file__).parent
ENGINES: Final = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
# Read by what answers requests, and by firms that rest on them in packs of their own.
READY: Final = frozenset(
    {"C-171/03", "C-154/21", "C-307/22", "C-487/21", "C-434/16", "C-203/22", "C-621/22", "C-526/24"}
    | {"EDPB 07/2020", "EDPB 9/2022", "WP242", "WP251", "WP260"}
)


@each_pack
def test_its_acts_are_cited_or_inherited(pack: Pack) -> None:
    """
    No pack declares an act that neither a rule nor an engine cites, or is to.
    """
    cited = {cite.act for rule in RULES.values() for cite in (*rule.cites, *rule.ended_by)}
    cited |= {cite.act for each in PACKS.values() for cite in counted(each)}
    cited |= {"Dir. 2002/58"}  # the vocabulary cites it for marketing
    cited |= {cite.act for each in COUNTRIES for cite in BOOK.calendar(each).equated_by}
    inherited = PACKS[pack.extends].acts if pack.extends else {}
    own = {act for act in pack.acts if act not in inherited}
    assert {act for act in own - cited if act not in ENGINES and act not in READY} == set()


@each_pack
def test_its_acts_have_titles(pack: Pack) -> None:
    """
    Every act has a title, and a link that can be followed where it has one.
    """
    assert [key for key, act in pack.acts.items() if not act.title] == []
    assert {act.url.partition(":")[0] for act in pack.acts.values()} <= {"", "https", "http"}


@each_pack
def test_its_acts_can_be_cited(pack: Pack) -> None:
    """
    Every act has a short title in English and in an official language; the Union's in all of ours.
    """
    official = set(pack.languages) or {"en", "nl", "sv"}
    own = {key: dict(act.titles) for key, act in pack.acts.items()}
    if pack.extends:
        own = {key: titles for key, titles in own.items() if key not in PACKS[pack.extends].acts}
    lacking = {key for key, titles in own.items() if "en" not in titles}
    assert lacking | {key for key, titles in own.items() if not official & titles.keys()} == set()


@each_rule
def test_its_topic_is_a_question(rule: Rule) -> None:
    """
    A shipped rule answers a question on the closed list, with an answer the question allows.
    """
    assert (rule.topic in TOPICS, value_problem(rule)) == (True, "")


@each_rule
def test_its_words_are_in_official_languages(rule: Rule) -> None:
    """
    A name of an act or of the GDPR is given in languages of the place, or in English.
    """
    if isinstance(rule.value, Words):
        official = {*PACKS[rule.jurisdiction].languages, "en", "lb", "ga"}
        assert set(rule.value.by_language) <= official


@each_rule
def test_ages_are_plausible(rule: Rule) -> None:
    """
    An age of consent lies where Art. 8(1) GDPR allows it, or at 13 outside its reach.
    """
    if rule.topic == "digital_consent_age":
        assert rule.value in range(13, 17)


@each_pack
def test_its_file_is_named_after_it(pack: Pack) -> None:
    """
    A pack is found under its code, and an alias leads to it.
    """
    assert pack.jurisdiction in jurisdictions()
    assert [load(alias).packs[-1].jurisdiction for alias in pack.aliases] == [
        pack.jurisdiction for _ in pack.aliases
    ]


def test_no_alias_is_a_code() -> None:
    """
    No alias is used twice, or is the code of another pack.
    """
    aliases = [alias for pack in PACKS.values() for alias in pack.aliases]
    assert len({*aliases, *PACKS}) == len(aliases) + len(PACKS)


@each_pack
def test_it_names_its_languages(pack: Pack) -> None:
    """
    A country names its official languages, as language tags write them.
    """
    if not pack.members:
        assert pack.languages
    assert [str(Language.parse(tag)) for tag in pack.languages] == list(pack.languages)


# Shipped for the way they count alone.
ONLY_COUNTED: Final = {"BR", "CA-QC"}
COUNTRIES: Final = {pack.jurisdiction: pack for pack in BOOK.packs if not pack.members}

each_country = pytest.mark.parametrize("pack", COUNTRIES.values(), ids=COUNTRIES.keys())


@each_country
def test_a_country_has_a_calendar_and_a_zone(pack: Pack) -> None:
    """
    A country's pack names its calendar and time zone.
    """
    place = pack.jurisdiction
    assert (BOOK.calendar(place).jurisdiction, bool(BOOK.zone(place))) == (place, True)


@each_country
def test_a_country_has_an_authority(pack: Pack) -> None:
    """
    A country's pack names an authority for today; all there are today are in the vocabulary.
    """
    place = pack.jurisdiction
    today = BOOK.authority(place, on=pack.checked_on)
    assert (today is not None) == (place not in ONLY_COUNTED)
    standing = [each.key for each in pack.authorities if each.in_force(pack.checked_on)]
    unknown = [key for key in standing if not BUILT_IN.has(TermKind.AUTHORITY, key)]
    assert unknown == []


@each_country
def test_regions_with_an_authority_are_regions(pack: Pack) -> None:
    """
    An authority's regions are regions of the country, and each has its own.
    """
    for authority in pack.authorities:
        for region in authority.regions:
            assert region.startswith(f"{pack.jurisdiction}-")
            assert BOOK.calendar(region).years
            on = authority.applies_until or pack.checked_on
            assert region in getattr(BOOK.authority(region, on=on), "regions", ())


@each_country
def test_what_is_asked_everywhere(pack: Pack) -> None:
    """
    Every member of the Union and the EEA says what the GDPR is called, and from which age on.
    """
    if pack.jurisdiction in PACKS["EU"].members:
        asked = {"gdpr_name", "digital_consent_age"}
        assert asked - {rule.topic for rule in pack.rules} == set()


def test_every_member_is_shipped() -> None:
    """
    The 27 members, the three states of the EEA, and the other places there are to be, are there.
    """
    assert set(PACKS["EU"].members) | {"GB", "CH", "US", "US-CA", "EU"} <= set(PACKS)


def test_members_of_the_eu_and_eea() -> None:
    """
    The EU's pack reaches the 27 members and the three states of the EEA agreement.
    """
    assert len(set(PACKS["EU"].members)) == 30


@pytest.mark.parametrize("place", ["IS", "LI", "NO"])
@pytest.mark.parametrize(("on", "reached"), [(date(2018, 7, 19), False), (date(2018, 7, 20), True)])
def test_the_eea_joined_later(place: str, on: date, reached: bool) -> None:  # noqa: FBT001 - a table
    """
    The GDPR reached the states of the EEA agreement on 20 July 2018, the Union's before that.
    """
    assert PACKS["EU"].reaches(place, on=on) is reached
    assert PACKS["EU"].reaches("NL", on=on)
    assert PACKS["EU"].reaches(place)
