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
    assert "floor; 7 years; from the end of the year of: " in text
    assert "(statute, verified, checked on 22 November 2026)" in text


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
    assert "Bavarian" in told(run, "DE-BY", "--topic", "digital_consent_age")


def test_a_value_in_words_and_a_key(run: Run) -> None:
    """
    Names stand with their language, answers in words, keys as they are.
    """
    assert "Algemene verordening gegevensbescherming (AVG) (nl)" in told(
        run, "NL", "--topic", "gdpr_name"
    )
    assert "Only where an act says so" in told(run, "NL", "--topic", "national_id")
    assert "eu.transfer.data_privacy_framework_eu_us: data_privacy_framework_eu_us" in told(
        run, "EU", "--topic", "transfer_instrument"
    )


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
        (("NL", "--topic", "retension"), "'retention'"),
    ],
)
def test_what_is_not_known(run: Run, args: tuple[str, ...], near: str) -> None:
    """
    An unknown place or question ends with status 2 and the nearest known one.
    """
    result = run("law", *args)
    assert (result.exit_code, near in result.stderr) == (2, True)
