"""
The rules of the federal American pack: what it says, since when, and whom it binds.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import Recruitment, load
from recruitprivacy.retention import On, Open
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Event, Home, at_home

US: Final = Home(place="US", law=load("US"))
ON: Final = date(2026, 11, 21)
ANSWERS: Final = [
    ("us.retention.unsuccessful.eeoc-1y-record", "2026-11-21", "P1Y"),
    ("us.retention.unsuccessful.eeoc-1y-rejected", "2026-11-21", "P1Y"),
    ("us.retention.unsuccessful.eeoc-1y-closed", "2026-11-21", "P1Y"),
    ("us.retention.right_to_work.i9-3y", "2025-08-11", "P3Y"),
    ("us.retention.right_to_work.i9-1y", "2025-08-11", "P1Y"),
    ("us.legal_hold.eeoc-charge", "2026-11-21", "hold"),
    ("us.limitation.equal_treatment.title-vii-180d", "2009-01-14", "P180D"),
    ("us.limitation.equal_treatment.title-vii-300d", "2009-01-14", "P300D"),
    ("us.health.ada", "1992-07-26", "prohibited_unless"),
    ("us.applicant_rights.fcra", "2026-03-26", "consent_required"),
    ("us.marketing.electronic.natural_person.can-spam", "2004-01-01", "opt_out"),
]


def test_what_it_says() -> None:
    """
    The federal American pack says this, and nothing else.
    """
    assert US.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert US.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        US.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


@pytest.mark.parametrize(
    "rule_id",
    [
        "us.retention.right_to_work.i9-1y",
        "us.legal_hold.eeoc-charge",
        "us.limitation.equal_treatment.title-vii-180d",
        "us.limitation.equal_treatment.title-vii-300d",
        "us.health.ada",
        "us.applicant_rights.fcra",
        "us.marketing.electronic.natural_person.can-spam",
    ],
)
def test_it_binds_at_home(rule_id: str) -> None:
    """
    A rule applies where everything is at home, and not where everything is in Sweden.
    """
    topic = US.law.rule(rule_id, on=ON).topic
    here = US.law.rules(topic, at_home("US"), on=ON, event_on=ON)
    there = US.law.rules(topic, at_home("SE"), on=ON, event_on=ON)
    assert rule_id in {each.id for each in here.applies}
    assert rule_id in {each.rule.id for each in there.set_aside}


HIRING: Final = attrs.evolve(at_home("US"), recruitment=Recruitment.OWN_HIRING)
APPLIED: Final = Kept(
    role="candidate",
    category="cv",
    situation=HIRING,
    outcome="rejected",
    opened_on=date(2026, 11, 21),
)


@pytest.mark.parametrize(
    ("events", "first"),
    [
        pytest.param((), "2027-11-22", id="the record"),
        pytest.param((("candidate.rejected", "2026-12-01"),), "2027-12-02", id="the refusal"),
        pytest.param((("procedure.closed", "2027-02-28"),), "2028-02-29", id="the procedure"),
    ],
)
def test_applications_are_kept_a_year(events: tuple[Event, ...], first: str) -> None:
    """
    An employer keeps an application a year from the record or the decision, whichever is later.
    """
    assert US.may_go(APPLIED, events, first) == [On(day=date.fromisoformat(first))] * 3
    assert US.floors_abroad(APPLIED, events, first) == []


@pytest.mark.parametrize(
    "kept", [attrs.evolve(APPLIED, role="client"), attrs.evolve(APPLIED, category="bank_details")]
)
def test_the_year_is_for_applications(kept: Kept) -> None:
    """
    A client's papers, and an applicant's bank details, are under no federal floor.
    """
    found = kept.on(date(2026, 12, 1), law=US.law)
    assert isinstance(found.may_erase_from, Open)


PROOF: Final = Kept(role="placed_candidate", category="right_to_work_copy", situation=HIRING)


@pytest.mark.parametrize(
    ("events", "first"),
    [
        pytest.param(
            (("hired", "2026-03-02"), ("employment.ended", "2026-09-30")),
            "2029-03-03",
            id="three years from the hire",
        ),
        pytest.param(
            (("hired", "2024-03-04"), ("employment.ended", "2027-01-31")),
            "2028-02-01",
            id="a year from the end",
        ),
    ],
)
def test_form_i9_is_kept(events: tuple[Event, ...], first: str) -> None:
    """
    Form I-9 is kept three years from the hire or one from the end, whichever is later.
    """
    assert US.may_go(PROOF, events, first) == [On(day=date.fromisoformat(first))] * 3
    assert US.floors_abroad(PROOF, events, first) == []
