"""
How an answer reads to a data-protection officer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.i18n import say
from recruitprivacy.law import Law, load, read_pack
from recruitprivacy.messages import Phrase, Value
from recruitprivacy.periods import Period
from recruitprivacy.policy import PartialDate, RetentionRule, Use, Version
from recruitprivacy.retention import Disposal, Open, assess
from recruitprivacy.timeline import (
    ConditionKnown,
    Happened,
    HoldPlaced,
    Objected,
    PurposeEnded,
    Reliability,
    RestrictionPlaced,
    fold,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, ObjectionGround, RestrictionGround
from recruitprivacy.wire import load_events, load_policy
from tests.retention.house import BOOK, HERE, HOUSE, RULE, of, with_rules, with_uses
from tests.timeline.making import happened, make, opened

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
HISTORIES: Final = sorted((EXAMPLES / "histories" / "cluster").glob("*.json"))
ON: Final = date(2026, 3, 2)
LANGUAGES: Final = ("en", "nl", "sv")
KEY: Final = re.compile(r"\b[a-z]+(?:[_.][a-z]+)+\b")

EVENTS: Final = (
    opened("profile", date(2024, 1, 1)),
    happened("talk", "conversation", date(2024, 3, 10)),
)
AFTER: Final = date(2026, 3, 11)
OWN_WORDS: Final = attrs.evolve(
    HOUSE,
    texts=FrozenMap(
        {
            "en": FrozenMap(
                {
                    "uses.recruitment.title": "Finding you work",
                    "retention.house.says": "After two years we forget you.",
                    "disposals.delete.says": "Deleting means erasing.",
                }
            )
        }
    ),
)


def explained(found: Disposal, language: str = "en") -> list[str]:
    """
    List the lines of an explanation.
    """
    return found.explain(language).splitlines()


def cluster(path: Path) -> Iterator[Disposal]:
    """
    Decide on an example history under Cluster's policy.
    """
    policy = load_policy(EXAMPLES / "policies" / "cluster")
    facts = fold(load_events(path), policy, on=ON)
    yield from assess(policy, facts, BOOK, on=ON)


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_no_key_is_ever_said(path: Path) -> None:
    """
    A reader meets words and never a key of the policy, of the law or of a fact.
    """
    said = {line for each in cluster(path) for tag in LANGUAGES for line in explained(each, tag)}
    assert [line for line in said if KEY.search(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_and_the_days_come_first(language: str) -> None:
    """
    The verdict stands first, then the three days; what one needs to replay it stands last.
    """
    found = of(EVENTS, AFTER)
    lines = explained(found, language)
    day = say(date(2026, 3, 10), language)
    assert (day in lines[1], found.fingerprint in lines[-1]) == (True, True)
    assert isinstance(found.may_erase_from, Open)
    assert isinstance(found.planned_on, Open)
    assert lines[2] == say(found.may_erase_from.because, language)
    assert lines[3] == say(found.planned_on.because, language)


def test_the_firm_speaks_in_its_own_words() -> None:
    """
    Uses, promises and endings are told as the firm puts them, in the language asked for.
    """
    lines = explained(of(EVENTS, AFTER, policy=OWN_WORDS))
    assert "Purposes that go on: “Finding you work”." in lines
    assert "The promise in the firm's words: “After two years we forget you.”" in lines
    assert "What is done at the end, in the firm's words: “Deleting means erasing.”" in lines


def test_labels_stand_in_where_the_firm_is_silent() -> None:
    """
    Where the firm has no words in a language, a use is named by its first purpose.
    """
    lines = explained(of(EVENTS, AFTER, policy=OWN_WORDS), "nl")
    label = say(BUILT_IN.term(Kind.PURPOSE, "matching").label, "nl")
    assert f"Doeleinden die doorlopen: {label}." in lines
    assert not any("Finding" in line for line in lines)


def test_steps_are_in_no_language_yet() -> None:
    """
    The steps can be said in any language, so they name uses by label.
    """
    policy = with_rules(OWN_WORDS, house=attrs.evolve(RULE, purpose="recruitment"))
    last = of(EVENTS, AFTER, policy=policy).steps[-1]
    assert "matching" in say(last.says, "en")
    assert "Finding you work" not in say(last.says, "en")


def test_a_clock_goes_by_the_firm_s_word() -> None:
    """
    A clock is called what the firm calls it, in the languages in which it does.
    """
    called = attrs.evolve(
        HOUSE.clocks["meaningful_contact"], called=FrozenMap({"nl": "betekenisvol contact"})
    )
    policy = attrs.evolve(HOUSE, clocks=FrozenMap({"meaningful_contact": called}))
    found = of(EVENTS, AFTER, policy=policy)
    assert any("‘betekenisvol contact’" in line for line in explained(found, "nl"))
    assert any("counted from: the last contact that counts" in line for line in explained(found))


def test_a_rule_says_what_it_is_about() -> None:
    """
    The firm's rule names its categories and its role, whether it counts or was set aside.
    """
    policy = with_rules(
        cv=attrs.evolve(RULE, data=("cv",)),
        clients=attrs.evolve(RULE, data=("name",), roles=("client",)),
        plan=RetentionRule(aim=Period(years=1), after="registered", purpose="recruitment"),
    )
    lines = explained(of(EVENTS, AFTER, policy=policy))
    assert any(line.startswith("The firm's promise (curriculum vitae): ") for line in lines)
    assert (
        "Looked at and not applied: the firm's promise (name). "
        "It is about people in another role." in lines
    )
    assert (
        "The firm's plan (matching people and vacancies): it has not begun, "
        "as this has not happened: registration. (Article 5(1)(e) GDPR)" in lines
    )


@pytest.mark.parametrize(
    ("reliability", "said"),
    [
        (Reliability.RECORDED, ""),
        (Reliability.IMPORTED, " This was taken over from another system."),
        (Reliability.ASSUMED, " This was filled in by somebody who was not there."),
    ],
)
def test_a_fact_says_where_it_came_from(reliability: Reliability, said: str) -> None:
    """
    A fact that was imported or assumed is told as such.
    """
    talk = attrs.evolve(EVENTS[1], reliability=reliability)
    lines = explained(of([EVENTS[0], talk], AFTER))
    assert f"The last contact that counts was on 10 March 2024: conversation.{said}" in lines


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (Version(number="7"), "version 7"),
        (Version(published_on=PartialDate(2018, 5)), "version of May 2018"),
        (Version(), "the version without a number or a date"),
    ],
)
def test_the_notice_used_is_named(version: Version, said: str) -> None:
    """
    The notice is named by its number, else by its date, else as having neither.
    """
    lines = explained(of(EVENTS, AFTER, policy=attrs.evolve(HOUSE, version=version)))
    assert f"Notice: House, {said}." in lines


def test_a_controller_nobody_knows_is_missing() -> None:
    """
    Where nobody can tell who answers, the answer says that this is missing.
    """
    policy = attrs.evolve(
        HOUSE,
        controllers=FrozenMap(
            {**HOUSE.controllers, "sister": attrs.evolve(HOUSE.controllers["house"], name="S")}
        ),
        responsible=FrozenMap(
            {"all": attrs.evolve(HOUSE.responsible["all"], among=("house", "sister"))}
        ),
    )
    lines = explained(of(EVENTS, AFTER, policy=policy))
    assert not any(line.startswith("Who answers") for line in lines)
    assert any("who answers for the data" in line for line in lines)


def test_while_something_lasts() -> None:
    """
    What is kept while something lasts says so, and says what is not known of its end.
    """
    policy = with_rules(house=attrs.evolve(RULE, while_="appropriate_and_lawful"))
    runs = make(
        ConditionKnown, "c", date(2024, 3, 1), condition="appropriate_and_lawful", holds=True
    )
    lines = explained(of([*EVENTS, runs], AFTER, policy=policy))
    assert any("for as long as this lasts: " in line for line in lines)
    alone = with_rules(house=RetentionRule(while_="appropriate_and_lawful"))
    over = attrs.evolve(runs, holds=False)
    lines = explained(of([*EVENTS, over], AFTER, policy=alone))
    assert any("the day on which “" in line for line in lines)
    unknown = explained(of(EVENTS, AFTER, policy=policy))
    assert any("whether this is so: “" in line for line in unknown)


def test_a_period_beyond_the_calendar() -> None:
    """
    A period longer than any calendar is told as one.
    """
    policy = with_rules(house=attrs.evolve(RULE, at_most=Period(years=9000)))
    lines = explained(of(EVENTS, AFTER, policy=policy))
    assert any("ends later than any calendar reaches" in line for line in lines)


def test_what_an_answer_hangs_on_is_named() -> None:
    """
    A hold, a restriction, a purpose in doubt and a day nobody noted are named in words.
    """
    hold = make(HoldPlaced, "h", date(2026, 1, 5), matter="m-7", ground="anticipated_litigation")
    limit = make(
        RestrictionPlaced,
        "limit",
        date(2026, 1, 1),
        ground=RestrictionGround.ACCURACY_CONTESTED,
        categories=("cv",),
    )
    elsewhere = make(HoldPlaced, "e", ON, matter="m-8", ground="claim", categories=("photo",))
    said = of([*EVENTS, hold, limit, elsewhere], AFTER).explain("en")
    assert "The hold for the matter m-8 is about other data." in said
    assert "the lifting of the hold for the matter m-7" in said
    assert "the end of the restriction" in said
    policy = with_uses(
        with_rules(house=attrs.evolve(RULE, purpose="recruitment")),
        alumni=Use(roles=("candidate",), purposes=("satisfaction_survey",)),
    )
    doubted = make(
        Objected,
        "no",
        date(2024, 4, 1),
        grounds=(ObjectionGround.LEGITIMATE_INTERESTS,),
        purposes=("satisfaction_survey",),
    )
    said = of([*EVENTS, doubted], AFTER, policy=policy).explain("en")
    assert "whether this use has ended: " in said


def test_a_trigger_nobody_fires_is_named() -> None:
    """
    A trigger that no event fires is called by its label.
    """
    policy = with_rules(other=RetentionRule(at_most=Period(years=1), after="claim_known"))
    said = of(EVENTS, date(2025, 1, 1), policy=policy).explain("en")
    assert "the day of “knowledge of the claim”" in said


def test_the_law_of_a_place_nobody_loaded_is_named() -> None:
    """
    A country is called by its name; a code nobody knows stays one.
    """
    said = of(EVENTS, AFTER, law=load(), situation=HERE).explain("nl")
    assert "Het recht van Nederland is niet geladen" in said
    assert "het recht van Nederland" in said
    nowhere = attrs.evolve(HERE, establishment="XX")
    assert "The law of XX was not loaded" in of(EVENTS, AFTER, situation=nowhere).explain("en")


PACK: Final = """
jurisdiction = "NL"
extends = "NL"
checked_on = 2026-01-15
[acts.CAO]
title = "Our collective agreement"
titles = { nl = "onze cao" }
[[rules]]
id = "acme.retention.cv"
topic = "retention.acme:cv"
kind = "ceiling"
trigger = "registered"
period = "P1Y"
applies_from = 2018-05-25
weight = "practice"
confidence = "verified"
checked_on = 2026-01-15
cites = ["CAO Art. 9"]
because = "The agreement promises a year."
"""


def _agreement() -> Law:
    return load("NL").with_pack(read_pack(PACK))


def test_a_rule_of_the_host_s_own_pack() -> None:
    """
    A pack whose sentences are in no catalog is cited by its provisions, under its acts' titles.
    """
    signed_up = happened("sign-up", "profile.registered", date(2024, 3, 10))
    adopter = attrs.evolve(HOUSE, adopted=("acme.retention.cv",))
    found = of([*EVENTS, signed_up], AFTER, policy=adopter, law=_agreement())
    lines = explained(found, "nl")
    assert any(
        line.startswith("Richtsnoeren die het bedrijf heeft overgenomen, artikel 9 onze cao:")
        for line in lines
    )
    aside = explained(of(EVENTS, AFTER, law=_agreement()), "nl")
    assert any(line.startswith("Bekeken en niet toegepast (artikel 9 onze cao)") for line in aside)


def test_a_use_nobody_declared_keeps_its_key() -> None:
    """
    An end noted for a use that the policy does not have breaks nothing.
    """
    ended = make(PurposeEnded, "over", date(2024, 6, 1), use="nothing", record=None)
    told = explained(of([*EVENTS, ended], AFTER))
    unknown = "The policy has no use “nothing”; this starts and ends none."
    assert unknown in told
    assert set(told[:-1]) - {unknown} <= set(explained(of(EVENTS, AFTER)))


def test_what_stands_in_for_the_beginning_is_told() -> None:
    """
    A period that runs from what stands in is not said to run from what never happened.
    """
    rule = attrs.evolve(RULE, after="procedure_closed", if_none="data_collected")
    policy = attrs.evolve(HOUSE, retention=FrozenMap({"house": rule}))
    closed = happened("end", "procedure.closed", date(2024, 4, 1), record="profile")

    def start(*more: Happened) -> Value:
        found = of([*EVENTS, *more], AFTER, policy=policy)
        return dict(found.steps[-1].says.values)["start"]

    said = start()
    assert isinstance(said, Phrase)
    assert said.message.code == "retention.step.instead"
    assert not isinstance(start(closed), Phrase)
