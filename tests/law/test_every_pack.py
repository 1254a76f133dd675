"""
What every shipped pack holds to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

import pytest

from recruitprivacy.citations import Citation
from recruitprivacy.law import Confidence, Kind, Pack, Rule, jurisdictions, load
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
    A rule that has ended names what ended it, unless a later version of it follows.
    """
    followed = BOOK.history(rule.id)[-1] != rule
    assert bool(rule.ended_by) == (rule.applies_until is not None and not followed)


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
    Floors and ceilings are rules on retention, and each states a period and a trigger.
    """
    if rule.kind in {Kind.FLOOR, Kind.CEILING, Kind.FIXED}:
        assert (rule.topic.split(".")[0], bool(rule.period), bool(rule.trigger)) == (
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


@each_pack
def test_its_acts_are_cited_or_inherited(pack: Pack) -> None:
    """
    No pack declares an act that nothing cites; guidelines the code cites are the exception.
    """
    cited = {cite.act for rule in RULES.values() for cite in (*rule.cites, *rule.ended_by)}
    in_code = {"Reg. 1182/71", "Atw", "Lag (1930:173)", "EDPB 01/2022", "C-171/03"}
    in_code |= {"Dir. 2002/58"}  # the vocabulary cites it for marketing
    own = {act for act in pack.acts if pack.jurisdiction == "EU" or act not in PACKS["EU"].acts}
    assert own - cited - in_code == set()


@each_pack
def test_its_acts_have_titles(pack: Pack) -> None:
    """
    Every act has a title.
    """
    assert [key for key, act in pack.acts.items() if not act.title] == []


@each_pack
def test_its_acts_can_be_cited_in_every_language(pack: Pack) -> None:
    """
    Every act has a short title in English, Dutch and Swedish.
    """
    spoken = {"en", "nl", "sv"}
    assert {key for key, act in pack.acts.items() if spoken - dict(act.titles).keys()} == set()


@pytest.mark.parametrize("pack", [pack for pack in BOOK.packs if not pack.members], ids=str)
def test_a_country_has_a_calendar_a_zone_and_an_authority(pack: Pack) -> None:
    """
    A country's pack names its calendar and time zone, and an authority that is in the vocabulary.
    """
    place = pack.jurisdiction
    today = BOOK.authority(place, on=pack.checked_on)
    assert today is not None
    assert (BOOK.calendar(place).jurisdiction, bool(BOOK.zone(place))) == (place, True)
    assert BUILT_IN.has(TermKind.AUTHORITY, today.key)


def test_unverified_rules() -> None:
    """
    These rules could not be confirmed; whoever confirms one takes it off this list.
    """
    unsure = {rule.id for rule in RULES.values() if rule.confidence is Confidence.UNVERIFIED}
    assert unsure == {
        "eu.statute.directive_95_46",
        "nl.limitation.equal_treatment.tort-5y",
        "nl.limitation.equal_treatment.tort-20y",
    }


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
