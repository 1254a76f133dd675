"""
The law of several packs, asked by id, by topic and by place.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import (
    RuleNotInForceError,
    UnknownJurisdictionError,
    UnknownRuleError,
    UnknownTopicError,
)
from recruitprivacy.law import (
    Considered,
    Factor,
    Law,
    Recruitment,
    Rule,
    Selection,
    Selects,
    Situation,
    jurisdictions,
    load,
)
from recruitprivacy.periods import MonthDay, Period

DAY: Final = date(2026, 3, 2)
BOOK: Final = load("NL", "SE")


def names(rules: tuple[Rule, ...]) -> list[str]:
    """
    Take the ids.
    """
    return [rule.id for rule in rules]


def whys(considered: tuple[Considered, ...]) -> dict[str, tuple[str, ...]]:
    """
    Take the facts by id.
    """
    return {each.rule.id: each.facts for each in considered}


class TestLoad:
    """
    Which packs are loaded.
    """

    @pytest.mark.parametrize(
        ("asked", "packs"),
        [
            ((), ["EU"]),
            (("EU",), ["EU"]),
            (("SE",), ["EU", "SE"]),
            (("SE", "NL", "SE"), ["EU", "NL", "SE"]),
        ],
    )
    def test_the_eu_comes_with_every_country(
        self, asked: tuple[str, ...], packs: list[str]
    ) -> None:
        """
        Whatever is asked for, the EU's pack stands before it.
        """
        assert [pack.jurisdiction for pack in load(*asked).packs] == packs

    def test_an_unknown_jurisdiction_names_the_nearest(self) -> None:
        """
        A code nobody ships is an error that guesses what was meant.
        """
        with pytest.raises(UnknownJurisdictionError, match="did you mean 'NL'") as caught:
            load("nl")
        assert (caught.value.jurisdiction, caught.value.nearest) == ("nl", "NL")

    @pytest.mark.parametrize("asked", [["SE", "NL"], ("NL", "SE"), {"NL", "SE"}])
    def test_a_list_is_named_one_by_one(self, asked: Iterable[str]) -> None:
        """
        A list of codes is an error that says how to write them.
        """
        with pytest.raises(UnknownJurisdictionError) as caught:
            load(asked)  # type: ignore[arg-type]  # the slip meant
        assert str(caught.value).endswith("load it: law.load('NL', 'SE')")

    def test_what_is_no_code_is_unknown(self) -> None:
        """
        A number is no code.
        """
        with pytest.raises(UnknownJurisdictionError, match="no law pack for '7'"):
            load(7)  # type: ignore[arg-type]  # the slip meant

    def test_what_is_not_shipped_names_what_is(self) -> None:
        """
        A code unlike any other is an error that lists those that are shipped.
        """
        with pytest.raises(UnknownJurisdictionError, match=r"shipped are .*EU, .*SE") as caught:
            load("XX")
        assert caught.value.shipped == jurisdictions()

    def test_a_pack_is_read_once(self) -> None:
        """
        Two laws share the packs they have in common.
        """
        assert load("NL").packs[0] is load("SE").packs[0]

    def test_it_is_a_value(self) -> None:
        """
        A law is equal after pickling, also once it has been asked things.
        """
        assert BOOK.acts["GDPR"].key == "GDPR"
        again: Law = pickle.loads(pickle.dumps(BOOK))  # noqa: S301 - our own bytes
        assert (again, hash(again), again.digest) == (BOOK, hash(BOOK), BOOK.digest)

    def test_the_digest_follows_the_packs(self) -> None:
        """
        Another set of packs has another digest and version.
        """
        other = load("NL")
        assert BOOK.digest.startswith("sha256:")
        assert (other.digest != BOOK.digest, other.version) == (
            True,
            "EU 2026-11-22, NL 2026-11-22",
        )

    def test_the_digest_follows_what_the_packs_say(self) -> None:
        """
        A pack changed by hand has another digest, and one made anew the same.
        """
        first, *others = BOOK.packs
        doubted = attrs.evolve(first.rules[0], period=Period(days=3))
        changed = attrs.evolve(first, rules=(doubted, *first.rules[1:]))
        assert Law(packs=(changed, *others)).digest != BOOK.digest
        again = attrs.evolve(first, rules=tuple(attrs.evolve(rule) for rule in first.rules))
        assert (again.digest, Law(packs=(again, *others)).digest) == (first.digest, BOOK.digest)

    @pytest.mark.parametrize("field", [field.name for field in attrs.fields(Rule)])
    def test_every_field_of_a_rule_is_in_the_digest(self, field: str) -> None:
        """
        No part of a rule can change without the digest changing.
        """
        pack = BOOK.packs[1]
        rule = pack.rules[0]
        other: dict[str, Any] = {field: ("other",)}
        plainly = attrs.evolve(pack, rules=(attrs.evolve(rule, **other),))
        assert plainly.digest != attrs.evolve(pack, rules=(rule,)).digest


class TestRule:
    """
    One rule, by its id.
    """

    def test_in_force(self) -> None:
        """
        A rule is found on its first day.
        """
        assert BOOK.rule("eu.deadline.dsar", on=date(2018, 5, 25)).id == "eu.deadline.dsar"

    def test_before_it_applied(self) -> None:
        """
        On the day before its first day a rule is an error that names both days.
        """
        with pytest.raises(RuleNotInForceError, match="applies from 2018-05-25") as caught:
            BOOK.rule("eu.deadline.dsar", on=date(2018, 5, 24))
        error = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
        assert (error.on, error.applies_until) == (date(2018, 5, 24), None)

    def test_after_it_ended(self) -> None:
        """
        Once ended, the error says until when it applied.
        """
        with pytest.raises(RuleNotInForceError, match="until 2020-07-15"):
            BOOK.rule("eu.transfer.privacy_shield_eu_us", on=date(2020, 7, 16))

    def test_an_unknown_id_names_the_nearest(self) -> None:
        """
        A mistyped id is an error that guesses what was meant.
        """
        with pytest.raises(UnknownRuleError, match=r"eu\.deadline\.dsar"):
            BOOK.rule("eu.deadline.dsr", on=DAY)

    def test_an_id_of_a_pack_not_loaded(self) -> None:
        """
        What is not loaded is not known.
        """
        with pytest.raises(UnknownRuleError, match="load the pack"):
            load("NL").rule("se.national_id.personnummer", on=DAY)

    def test_its_reason_is_a_message(self) -> None:
        """
        The sentence why can be said in every language, under the rule's id.
        """
        rule = BOOK.rule("nl.national_id.bsn", on=DAY)
        assert (rule.says.code, rule.says.text) == ("law.nl.national_id.bsn", rule.because)

    def test_history(self) -> None:
        """
        The versions of a rule, the ended ones too, with what ended them.
        """
        shield = BOOK.history("eu.transfer.privacy_shield_eu_us")
        assert [str(cite) for rule in shield for cite in rule.ended_by] == ["C-311/18"]

    def test_year_end(self) -> None:
        """
        A rule that counts from the end of the year starts on 31 December.
        """
        rule = BOOK.rule("nl.retention.placed_worker.id-copy-5y", on=DAY)
        assert rule.starts_on(date(2026, 8, 31)) == date(2026, 12, 31)

    @pytest.mark.parametrize(
        ("rule_id", "starts"),
        [
            ("nl.retention.placed_worker.id-copy-5y", date(2026, 12, 31)),
            ("nl.retention.accounts.awr-7y", date(2027, 3, 31)),
            ("se.retention.accounts.bfl-7y", date(2027, 12, 31)),
        ],
    )
    def test_financial_year_end(self, rule_id: str, starts: date) -> None:
        """
        Some rules count from the end of the firm's year, and some from that of the year it is in.
        """
        found = BOOK.rule(rule_id, on=DAY)
        year = MonthDay(month=3, day=31)
        assert found.starts_on(date(2026, 8, 31), financial_year_ends=year) == starts


class TestSelection:
    """
    The rules of a topic, sorted by whether they apply.
    """

    def test_each_tie_decides_for_its_own_rules(self) -> None:
        """
        A Dutch controller recruits for work in Sweden: Dutch guidance, Swedish claim periods.
        """
        situation = Situation(establishment="NL", place_of_work="SE")
        kept = BOOK.rules("retention.unsuccessful", situation, on=DAY)
        claims = BOOK.rules("limitation.equal_treatment", situation, on=DAY)
        assert (names(kept.applies), {rule.jurisdiction for rule in claims.applies}) == (
            ["nl.retention.unsuccessful.4w"],
            {"SE"},
        )

    def test_the_strictest_country_is_not_taken(self) -> None:
        """
        What does not bind is set aside, with the tie that says so.
        """
        found = BOOK.rules("retention.unsuccessful", Situation(establishment="SE"), on=DAY)
        assert whys(found.set_aside) == {"nl.retention.unsuccessful.4w": ("establishment",)}

    def test_an_unknown_tie_leaves_a_rule_open(self) -> None:
        """
        A rule whose tie is unknown could apply; it is not dropped.
        """
        found = BOOK.rules("limitation.equal_treatment", Situation(establishment="SE"), on=DAY)
        assert (found.applies, set(whys(found.open).values())) == ((), {("place_of_work",)})

    def test_everything_unknown_is_open(self) -> None:
        """
        With nothing known nothing applies, and nothing is set aside.
        """
        found = BOOK.rules("national_id", Situation(), on=DAY)
        assert (found.applies, found.set_aside, len(found.open)) == ((), (), 2)

    def test_a_topic_covers_what_is_under_it(self) -> None:
        """
        ``retention`` is wider than ``retention.unsuccessful``.
        """
        here = Situation(establishment="NL")
        wide = names(BOOK.rules("retention", here, on=DAY).applies)
        assert "nl.retention.talent_pool.1y-consent" in wide

    @pytest.mark.parametrize(
        ("asked", "near"),
        [
            ("rt", ""),
            ("ret", "retention"),
            ("transfer", "transfer_instrument"),
            ("phone", "marketing.phone"),
            ("retention.rejected", "retention"),
            ("retention.talent_pol", "retention.talent_pool"),
            ("retention.unsucessful", "retention.unsuccessful"),
            ("limitations", "limitation"),
        ],
    )
    def test_an_unknown_topic(self, asked: str, near: str) -> None:
        """
        A topic nobody knows is an error that names the nearest one, not an empty answer.
        """
        with pytest.raises(UnknownTopicError) as caught:
            BOOK.rules(asked, Situation(), on=DAY)
        assert (caught.value.topic, caught.value.nearest) == (asked, near)

    def test_a_topic_of_ones_own(self) -> None:
        """
        A firm's own topic, with a colon, may be asked about before any pack answers it.
        """
        assert BOOK.rules("acme:videos", Situation(), on=DAY) == Selection()

    def test_eu_rules_reach_every_member(self) -> None:
        """
        An EU rule binds a controller in a country whose pack is not loaded; its own law is unknown.
        """
        bavaria = Situation(establishment="DE-BY")
        found = BOOK.rules("deadline.answer", bavaria, on=DAY, event_on=DAY)
        assert (names(found.applies), found.unloaded) == (["eu.deadline.dsar"], ("DE-BY",))

    @pytest.mark.parametrize(
        ("event_on", "standing"),
        [(date(2018, 7, 19), "set_aside"), (date(2018, 7, 20), "applies"), (None, "open")],
    )
    def test_eu_rules_reach_the_eea_from_its_day(
        self, event_on: date | None, standing: str
    ) -> None:
        """
        A Norwegian controller owes an answer to requests received from 20 July 2018.
        """
        oslo = Situation(establishment="NO")
        found = BOOK.rules("deadline.answer", oslo, on=DAY, event_on=event_on)
        sizes = {name: len(getattr(found, name)) for name in ("applies", "open", "set_aside")}
        assert sizes == {"applies": 0, "open": 0, "set_aside": 0, standing: 1}

    def test_eu_rules_reach_the_eea_by_the_day_of_the_decision(self) -> None:
        """
        What is selected by the day of the decision looks at that day.
        """
        oslo = Situation(establishment="NO")
        found = BOOK.rules("retention.principle", oslo, on=date(2018, 7, 19))
        assert whys(found.set_aside) == {
            "eu.retention.principle.storage-limitation": ("establishment",)
        }

    def test_eu_rules_do_not_reach_beyond(self) -> None:
        """
        A controller established only outside the EEA is not reached by establishment.
        """
        found = BOOK.rules("deadline.answer", Situation(establishment="US"), on=DAY)
        assert whys(found.set_aside)["eu.deadline.dsar"] == ("establishment",)

    def test_the_decision_day_selects_most_rules(self) -> None:
        """
        Before it applied, a rule selected by the day of the decision is set aside.
        """
        found = BOOK.rules("national_id", Situation(establishment="NL"), on=date(2018, 5, 24))
        assert whys(found.set_aside)["nl.national_id.bsn"] == ("in_force",)

    @pytest.mark.parametrize(
        ("event_on", "standing"),
        [
            (date(2018, 5, 25), "applies"),
            (date(2018, 5, 24), "set_aside"),
            (None, "open"),
        ],
    )
    def test_the_event_day_selects_deadlines(self, event_on: date | None, standing: str) -> None:
        """
        A deadline is chosen by the day of receipt, and open while that is unknown.
        """
        here = Situation(establishment="NL")
        found = BOOK.rules("deadline.answer", here, on=DAY, event_on=event_on)
        sizes = {name: len(getattr(found, name)) for name in ("applies", "open", "set_aside")}
        assert sizes == {"applies": 0, "open": 0, "set_aside": 0, standing: 1}

    @pytest.mark.parametrize(
        ("recruitment", "standing"),
        [
            (Recruitment.AGENCY, "applies"),
            (Recruitment.OWN_HIRING, "set_aside"),
            (Recruitment.UNKNOWN, "open"),
        ],
    )
    def test_some_rules_are_for_one_kind_of_recruitment(
        self, recruitment: Recruitment, standing: str
    ) -> None:
        """
        A rule for agencies binds agencies, and is open where nobody said who recruits.
        """
        rule = attrs.evolve(
            BOOK.rule("nl.national_id.bsn", on=DAY),
            id="acme.agencies",
            topic="acme",
            recruitment=(Recruitment.AGENCY,),
        )
        book = load("NL").with_pack(attrs.evolve(load("NL").pack("NL"), rules=(rule,)))
        situation = Situation(establishment="NL", recruitment=recruitment)
        found = book.rules("acme", situation, on=DAY)
        sizes = {name: len(getattr(found, name)) for name in ("applies", "open", "set_aside")}
        assert sizes == {"applies": 0, "open": 0, "set_aside": 0, standing: 1}

    @pytest.mark.parametrize("factor", Factor)
    def test_every_factor_is_read_from_its_field(self, factor: Factor) -> None:
        """
        Each factor has a field of its own in the situation.
        """
        ties = Situation(
            establishment="NL", place_of_work="SE", formal_employer="DE", residence="BE"
        )
        assert ties.tie(factor) == getattr(ties, factor.value)

    def test_nearly_all_rules_are_selected_by_the_decision_day(self) -> None:
        """
        What is selected by the event day is a deadline.
        """
        topics = {
            rule.topic.partition(".")[0]
            for pack in BOOK.packs
            for rule in pack.rules
            if rule.selects is Selects.EVENT_DAY
        }
        assert topics == {"deadline"}


class TestPlaces:
    """
    What a place has: calendar, time zone, authority.
    """

    def test_calendar_and_zone(self) -> None:
        """
        A region has those of its country.
        """
        assert (BOOK.calendar("NL-NH").id, BOOK.zone("SE").key) == ("NL", "Europe/Stockholm")

    def test_a_region_has_days_of_its_own(self) -> None:
        """
        A region's calendar is found by its place, and has more days off for national periods.
        """
        book = load("DE")
        assert book.calendar("DE-BY").id == "DE-BY"
        assert date(2026, 1, 6) in book.calendar("DE-BY").equated

    def test_a_region_there_is_not(self) -> None:
        """
        An unknown region of a country whose regions are all known is an error with a near one.
        """
        with pytest.raises(UnknownJurisdictionError) as caught:
            load("DE").calendar("DE-BYY")
        assert caught.value.nearest == "DE-BY"

    @pytest.mark.parametrize(
        ("place", "zone"),
        [
            ("PT", "Europe/Lisbon"),
            ("PT-11", "Europe/Lisbon"),
            ("PT-20", "Atlantic/Azores"),
            ("ES-CN", "Atlantic/Canary"),
            ("FR-974", "Indian/Reunion"),
        ],
    )
    def test_a_region_has_a_zone_of_its_own(self, place: str, zone: str) -> None:
        """
        A day ends elsewhere at another moment, within one country too.
        """
        assert load("ES", "FR", "PT").zone(place).key == zone

    def test_a_region_is_loaded_with_its_country(self) -> None:
        """
        The law of a region without a pack of its own is its country's: the error says so.
        """
        with pytest.raises(UnknownJurisdictionError, match=r"load it: law.load\('DE'\)"):
            load("DE-BY")

    def test_a_pack_without_a_calendar(self) -> None:
        """
        A pack of one's own that names no calendar is found by its place all the same.
        """
        pack = attrs.evolve(load("NL").pack("NL"), jurisdiction="XX", calendar="", rules=())
        assert load().with_pack(pack).pack("XX-YY") == pack

    @pytest.mark.parametrize("name", ["UK", "GB"])
    def test_a_country_by_another_code(self, name: str) -> None:
        """
        A pack is loaded by its aliases too, and is the same law.
        """
        book = load(name)
        assert (book, book.calendar("UK-SCT").id) == (load("GB"), "GB-SCT")
        assert book.pack("UK").reaches("UK-ENG")

    def test_union_law_reaches_greece_by_both_codes(self) -> None:
        """
        Greece is in the Union whether it is written as ISO 3166 or as the Union writes it.
        """
        book = load("EL")
        found = [
            book.rules("retention.principle", Situation(establishment=place), on=DAY).applies
            for place in ("GR", "EL", "EL-I")
        ]
        assert (found[0] == found[1] == found[2], bool(found[0])) == (True, True)

    def test_one_country_by_two_codes(self) -> None:
        """
        The same pack asked for twice is loaded once.
        """
        assert load("UK", "GB") == load("GB")

    def test_an_authority_for_a_region(self) -> None:
        """
        A region's authority is its own; the country's is one that is recorded for all of it.
        """
        whole = BOOK.pack("NL").authorities[0]
        pack = attrs.evolve(
            load("NL").pack("NL"),
            authorities=(attrs.evolve(whole, key="north", regions=("NL-GR", "NL-DR")), whole),
            rules=(),
        )
        book = attrs.evolve(load(), packs=(pack,))
        keys = [
            found.key
            for place in ("NL-GR", "NL-DR", "NL-ZH", "NL")
            if (found := book.authority(place, on=DAY))
        ]
        assert keys == ["north", "north", whole.key, whole.key]

    def test_regions_alone_have_authorities(self) -> None:
        """
        Where none is recorded for the whole country, a country has no authority.
        """
        whole = BOOK.pack("NL").authorities[0]
        north = attrs.evolve(whole, regions=("NL-GR",))
        pack = attrs.evolve(load("NL").pack("NL"), authorities=(north,), rules=())
        assert attrs.evolve(load(), packs=(pack,)).authority("NL", on=DAY) is None

    def test_a_region_of_law_of_its_own(self) -> None:
        """
        A region with a pack of its own has its own calendar and zone, its country's law beside.
        """
        book = load("US-CA")
        found = [pack.jurisdiction for pack in book.packs]
        assert (found[-1], book.calendar("US-CA").id) == ("US-CA", "US-CA")
        assert book.zone("US-CA").key == "America/Los_Angeles"

    def test_a_place_not_loaded(self) -> None:
        """
        The calendar of a place whose pack is not loaded is unknown, never a neighbour's.
        """
        with pytest.raises(UnknownJurisdictionError, match=r"no law pack for 'XX'.*shipped are "):
            BOOK.calendar("XX")

    def test_a_place_to_load(self) -> None:
        """
        The calendar of a shipped place that was not loaded says how to load it, for a region too.
        """
        with pytest.raises(UnknownJurisdictionError, match=r"load\('NL', 'SE'\)") as caught:
            load("NL").calendar("SE-AB")
        error = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
        assert (error.jurisdiction, error.load) == ("SE-AB", ("NL", "SE"))

    def test_the_eu_is_no_place(self) -> None:
        """
        The EU's pack has members, and no calendar of its own.
        """
        with pytest.raises(UnknownJurisdictionError):
            BOOK.calendar("EU")

    @pytest.mark.parametrize(
        ("place", "on", "key"),
        [
            ("NL", date(2026, 3, 2), "autoriteit_persoonsgegevens"),
            ("SE", date(2020, 12, 31), "datainspektionen"),
            ("SE", date(2021, 1, 1), "integritetsskyddsmyndigheten"),
        ],
    )
    def test_authority(self, place: str, on: date, key: str) -> None:
        """
        The supervisory authority bears the name it had on the day.
        """
        authority = BOOK.authority(place, on=on)
        assert authority is not None
        assert authority.key == key

    def test_no_authority_before_the_gdpr(self) -> None:
        """
        Before the days recorded there is none, rather than a guess.
        """
        assert BOOK.authority("NL", on=date(2018, 5, 24)) is None

    @pytest.mark.row("CLUSTER-280", "CLUSTER-281", "CLUSTER-283")
    def test_dutch_contact_data(self) -> None:
        """
        The postal box still stands; the 0900 number is a former one.
        """
        authority = BOOK.authority("NL", on=DAY)
        assert authority is not None
        assert ("Postbus 93374" in authority.address, authority.former_phones) == (
            True,
            ("+31 900 2001 201",),
        )


def test_nothing_else_is_loaded() -> None:
    """
    One country's law is read with the Union's, and no other pack with it.
    """
    code = (
        "from recruitprivacy.law import load, _packfile\n"
        "load('NL')\n"
        "print(_packfile._shipped.cache_info().currsize)"
    )
    read = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert read.stdout.split() == ["2"]
