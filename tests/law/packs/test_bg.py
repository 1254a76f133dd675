"""
The rules of the Bulgarian pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import RegimeError, RuleNotInForceError
from recruitprivacy.law import Recruitment, load
from recruitprivacy.retention import On, Open, Status
from tests.law.packs.keeping import Kept
from tests.law.packs.members import DAY, Home, at_home

BG: Final = Home(place="BG", law=load("BG"))
ANSWERS: Final = [
    ("bg.retention.unsuccessful.zzld-6m", "2019-03-02", "P6M"),
    ("bg.limitation.equal_treatment.3y", "2019-07-01", "P3Y"),
    ("bg.digital_consent_age.art8", "2019-03-02", 14),
    ("bg.national_id.id-copy", "2019-03-02", "statutory_basis_only"),
    ("bg.gdpr_name.name", "2018-05-25", {"bg": "Общ регламент относно защитата на данните (ОРЗД)"}),
    ("bg.implementing_act.act", "2019-03-02", {"bg": "Закон за защита на личните данни (ЗЗЛД)"}),
]


def test_what_it_says() -> None:
    """
    The Bulgarian pack says this, and nothing else.
    """
    assert BG.first_answers() == ANSWERS


@pytest.mark.parametrize(("rule_id", "first"), [each[:2] for each in ANSWERS])
def test_since_when(rule_id: str, first: str) -> None:
    """
    A rule is known from its first day, and not the day before.
    """
    assert BG.law.rule(rule_id, on=date.fromisoformat(first)).id == rule_id
    with pytest.raises(RuleNotInForceError):
        BG.law.rule(rule_id, on=date.fromisoformat(first) - DAY)


OWN: Final = Kept(
    role="candidate",
    category="cv",
    outcome="rejected",
    situation=attrs.evolve(at_home("BG"), recruitment=Recruitment.OWN_HIRING),
)


@pytest.mark.parametrize(
    ("closed", "last"), [("2025-08-31", "2026-02-28"), ("2026-03-02", "2026-09-02")]
)
def test_six_months_by_statute(closed: str, last: str) -> None:
    """
    An employer's applications go six months after the procedure (ЗЗЛД Art. 25k(1)), adopted or not.
    """
    gone = [On(day=date.fromisoformat(last))] * 3
    assert BG.must_go(OWN, ("procedure.closed", closed), last) == (
        gone,
        [Status.KEPT, Status.KEPT, Status.OVERDUE],
    )


@pytest.mark.parametrize(
    "other",
    [
        {"situation": attrs.evolve(at_home("BG"), recruitment=Recruitment.AGENCY)},
        {"situation": at_home("SE")},
        {"role": "client"},
        {"outcome": "hired"},
    ],
)
def test_six_months_are_for_employers(other: dict[str, Any]) -> None:
    """
    The six months are for employers, and for candidates who were not hired.
    """
    closed = ("procedure.closed", date(2025, 1, 1))
    found = attrs.evolve(OWN, **other).on(date(2026, 3, 2), closed, law=BG.law)
    assert isinstance(found.must_be_gone_by, Open)


def test_counting_is_unknown() -> None:
    """
    How Bulgarian law counts its three years was not found, and saying so beats guessing.
    """
    with pytest.raises(RegimeError):
        BG.last_day("bg.limitation.equal_treatment.3y", "2026-03-02")
