"""
The rules of the Luxembourg pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import load
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Home, at_home

LU: Final = Home(place="LU", law=load("LU"))
ON: Final = date(2026, 7, 1)
ANSWERS: Final = [
    ("lu.retention.criminal_data.hired-1m", "2017-02-01", "P1M"),
    ("lu.retention.criminal_data.not-hired", "2017-02-01", "at_once"),
    ("lu.digital_consent_age.art8", "2018-05-25", 16),
    ("lu.criminal_data.bulletin-3", "2017-02-01", "restricted"),
    ("lu.health.examination", "2026-07-01", "required"),
    (
        "lu.gdpr_name.name",
        "2018-05-25",
        {
            "fr": "règlement général sur la protection des données (RGPD)",
            "de": "Datenschutz-Grundverordnung (DSGVO)",
        },
    ),
    ("lu.implementing_act.act", "2018-08-20", {"fr": "loi du 1er août 2018"}),
]


def test_what_it_says() -> None:
    """
    The Luxembourg pack says this, and nothing else.
    """
    assert LU.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert LU.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        LU.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "lu.retention.criminal_data.hired-1m",
        "lu.retention.criminal_data.not-hired",
        "lu.digital_consent_age.art8",
        "lu.criminal_data.bulletin-3",
        "lu.health.examination",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = LU.law.rule(rule_id, on=ON).topic
    here = LU.law.rules(topic, at_home("LU"), on=ON, event_on=ON)
    there = LU.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}


EXTRACT: Final = Kept(role="candidate", category="conduct_certificate", situation=at_home("LU"))


@pytest.mark.parametrize(
    ("signed", "last"),
    [
        pytest.param("2026-03-02", "2026-04-02", id="a month"),
        pytest.param("2026-01-31", "2026-02-28", id="a day that does not exist"),
    ],
)
def test_an_extract_goes_after_a_month(signed: str, last: str) -> None:
    """
    The criminal record of somebody hired goes a month after the contract was signed.
    """
    gone = [On(day=date.fromisoformat(last))] * 3
    found = LU.must_go(EXTRACT, ("contract.signed", signed), last)
    assert found == (gone, [Status.KEPT, Status.KEPT, Status.OVERDUE])


@pytest.mark.parametrize(
    "kept", [attrs.evolve(EXTRACT, category="cv"), attrs.evolve(EXTRACT, role="client")]
)
def test_the_month_is_for_criminal_records(kept: Kept) -> None:
    """
    Nothing but a candidate's criminal record goes after that month.
    """
    found = kept.on(ON, ("contract.signed", date(2025, 1, 6)), law=LU.law)
    assert isinstance(found.must_be_gone_by, Open)
