"""
What the law of a place says on a day, from the command line.
"""

from __future__ import annotations

import json
from typing import Final

import pytest

from recruitprivacy.law import TOPICS, load
from tests.cli.conftest import Run

DAY: Final = ("--on", "2026-03-02")


def told(run: Run, *args: str) -> str:
    """
    Ask, and join the lines that were folded.
    """
    result = run("law", *args, *DAY)
    assert result.exit_code == 0
    return " ".join(result.stdout.split())


def test_a_rule_with_its_provision(run: Run) -> None:
    """
    A rule stands under its question, with what it says, why, on what, and how sure it is.
    """
    text = told(run, "NL", "--topic", "retention.accounts")
    assert "retention.accounts: How long must accounts and invoices be kept?" in text
    assert "floor; 7 years; from the end of the financial year of: " in text
    assert "(statute, verified, checked on 22 November 2026)" in text
    assert "binds controllers established there; in force since 1 February 2009" in text


@pytest.mark.parametrize(
    ("topic", "told_so"),
    [
        ("retention.right_to_work", "binds where the work is done there"),
        ("digital_consent_age", "binds where the person lives there"),
    ],
)
def test_the_tie_through_which_a_rule_binds(run: Run, topic: str, told_so: str) -> None:
    """
    Beside each rule stands the tie to the country through which it binds.
    """
    assert told_so in told(run, "NL", "--topic", topic)


def test_the_days_on_which_a_rule_is_in_force(run: Run) -> None:
    """
    A rule that has ended says from when to when it was in force.
    """
    result = run("law", "EU", "--on", "2020-07-15", "--topic", "transfer_instrument")
    text = " ".join(result.stdout.split())
    assert "in force from 12 July 2016 to 15 July 2020" in text


def test_the_head_names_the_authority(run: Run) -> None:
    """
    The first lines name the place, the day and the supervisory authority.
    """
    text = told(run, "nl", "--topic", "digital_consent_age")
    assert text.startswith("NL on 2 March 2026, as gone through on 22 November 2026")
    assert "Supervisory authority: Dutch Data Protection Authority" in text


def test_a_region(run: Run) -> None:
    """
    A region has its country's law, and an authority of its own.
    """
    there = told(run, "DE-BY", "--topic", "digital_consent_age")
    assert ("Bavarian" in there, "authority of their own" in there) == (True, False)


def test_regions_with_an_authority_of_their_own(run: Run) -> None:
    """
    Beside the authority of a country stand the regions that have another.
    """
    text = told(run, "DE", "--topic", "digital_consent_age")
    assert "Regions with an authority of their own: DE-BB, DE-BE, DE-BW, DE-BY" in text
    assert "authority of their own" not in told(run, "NL", "--topic", "digital_consent_age")


def test_a_value_in_words_and_a_key(run: Run) -> None:
    """
    Names stand with their language, answers in words, instruments and countries with their key.
    """
    assert "Algemene verordening gegevensbescherming (AVG) (nl)" in told(
        run, "NL", "--topic", "gdpr_name"
    )
    assert "Only where an act says so" in told(run, "NL", "--topic", "national_id")
    assert "EU-US Data Privacy Framework (data_privacy_framework_eu_us)" in told(
        run, "EU", "--topic", "transfer_instrument"
    )
    assert "eu.adequacy.ch: Switzerland (CH)" in told(run, "EU", "--topic", "adequacy")
    assert "gb.adequacy.eea: EEA" in told(run, "GB", "--topic", "adequacy")
    assert "nl.digital_consent_age.art8: 16" in told(run, "NL", "--topic", "digital_consent_age")


def test_what_is_unknown_is_named(run: Run) -> None:
    """
    Questions without an answer on that day are listed, so that silence is not taken for a no.
    """
    found = json.loads(run("law", "CY", *DAY, "--format", "json").stdout)
    answered = {rule["topic"] for rule in found["rules"]}
    assert set(found["unknown"]) == set(TOPICS) - answered
    assert f"Unknown here: {found['unknown'][0]}" in told(run, "CY")


def test_another_day_another_law(run: Run) -> None:
    """
    Only what is in force on the day is listed.
    """
    shield = "eu.transfer.privacy_shield_eu_us"
    days = ("2020-07-15", "2020-07-16")
    found = [
        shield in run("law", "EU", "--on", day, "--topic", "transfer_instrument").stdout
        for day in days
    ]
    assert found == [True, False]


def test_as_json(run: Run) -> None:
    """
    As JSON it holds the rules, the authority and the digest of the law.
    """
    found = json.loads(run("law", "SE", *DAY, "--format", "json").stdout)
    assert (found["place"], found["on"], found["law"]) == ("SE", "2026-03-02", load("SE").digest)
    assert found["authority"]["abbreviation"] == "IMY"
    assert {"EU", "SE"} == {rule["jurisdiction"] for rule in found["rules"]}


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (("NLL",), "'NL'"),
        (("DE-BYY",), "'DE-BY'"),
        (("DE-XX",), "DE-BB, DE-BE"),
        (("CA-QB",), "'CA-QC'"),
        (("NL", "--topic", "retension"), "'retention'"),
    ],
)
def test_what_is_not_known(run: Run, args: tuple[str, ...], near: str) -> None:
    """
    An unknown place or question ends with status 2 and the nearest known one.
    """
    result = run("law", *args)
    assert (result.exit_code, near in result.stderr) == (2, True)
