"""
The rules of the Swedish pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Confidence, Kind, Rule, Situation, due, load
from recruitprivacy.messages import Words
from recruitprivacy.periods import Rounding, add

BOOK: Final = load("NL", "SE")
DAY: Final = date(2026, 3, 2)
HERE: Final = Situation(establishment="SE", place_of_work="SE")


def rule(rule_id: str) -> Rule:
    """
    Take a rule as it stands.
    """
    return BOOK.rule(rule_id, on=DAY)


def test_two_years_of_practice() -> None:
    """
    Applications are kept two years for claims alone, by practice; a Saturday moves nothing.
    """
    found = rule("se.retention.unsuccessful.2y")
    assert found.period is not None
    end = add(date(2024, 2, 29), found.period, rounding=Rounding.DOWN)
    assert (end, found.kind, found.weight, found.purposes) == (
        date(2026, 2, 28),
        Kind.CEILING,
        Weight.PRACTICE,
        ("legal_claims",),
    )


def test_seven_years_of_books() -> None:
    """
    Accounts of a financial year that ended in April 2026 are kept through 2033.
    """
    found = rule("se.retention.placed_worker.bfl-7y")
    assert found.period is not None
    end = add(found.starts_on(date(2026, 4, 30)), found.period, rounding=Rounding.UP)
    assert (end, found.kind, str(found.cites[0])) == (
        date(2033, 12, 31),
        Kind.FLOOR,
        "Bokföringslagen ch. 7 § 2",
    )


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        pytest.param(
            "se.limitation.equal_treatment.outer-2y", "2024-02-29", "2026-03-02", id="leap day"
        ),
        pytest.param(
            "se.limitation.equal_treatment.outer-2y", "2024-06-19", "2026-06-22", id="eve"
        ),
        pytest.param(
            "se.limitation.equal_treatment.knowledge-4m", "2026-10-31", "2027-03-01", id="clamped"
        ),
        pytest.param(
            "se.limitation.equal_treatment.knowledge-4m", "2026-03-02", "2026-07-02", id="plain"
        ),
    ],
)
def test_claims(rule_id: str, event: str, last: str) -> None:
    """
    Four months from knowing, two years from what happened; eves and weekends run on.
    """
    answer = due(rule(rule_id), date.fromisoformat(event), law=BOOK, situation=HERE)
    assert (str(answer.last_day), rule(rule_id).kind) == (last, Kind.LIMITATION)


def test_the_ombudsman_starts_the_period_anew() -> None:
    """
    A notice by the Equality Ombudsman is a hold (Diskrimineringslagen ch. 6 § 5).
    """
    found = rule("se.limitation.equal_treatment.do-interruption")
    assert (found.kind, found.value) == (Kind.HOLD, "restart")


def test_merits_on_request_are_unverified() -> None:
    """
    That one may ask about the merits of the one chosen was seen in one source only.
    """
    found = rule("se.applicant_rights.merits")
    assert (found.value, found.confidence) == ("merits_on_request", Confidence.UNVERIFIED)


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("se.digital_consent_age.art8", 13, "Dataskyddslagen ch. 2 § 4"),
        ("se.national_id.personnummer", "restricted", "Dataskyddslagen ch. 3 § 10"),
        ("se.criminal_data.utdrag", "individual_only", "Lag (1998:620) § 9"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, identifiers and criminal records, as the Swedish acts have them.
    """
    assert (rule(rule_id).value, str(rule(rule_id).cites[0])) == (value, cite)


def test_names() -> None:
    """
    The GDPR is dataskyddsförordningen, and dataskyddslagen goes with it.
    """
    name, act = (rule(f"se.{part}").value for part in ("gdpr_name.name", "implementing_act.act"))
    assert name == Words.of(sv="dataskyddsförordningen (GDPR)")
    assert isinstance(act, Words)
    assert "dataskyddslagen" in act.by_language["sv"]


@pytest.mark.parametrize(
    ("rule_id", "outside"),
    [
        ("se.retention.placed_worker.bfl-7y", date(2024, 6, 30)),
        ("se.retention.unsuccessful.2y", date(2008, 12, 31)),
        ("se.digital_consent_age.art8", date(2018, 5, 24)),
        ("se.statute.pul", date(2018, 5, 25)),
    ],
)
def test_outside_its_validity(rule_id: str, outside: date) -> None:
    """
    On a day a rule does not cover it is not in force.
    """
    with pytest.raises(RuleNotInForceError):
        BOOK.rule(rule_id, on=outside)


def test_outside_its_reach() -> None:
    """
    Swedish claim periods do not bind for work done in the Netherlands.
    """
    abroad = Situation(establishment="SE", place_of_work="NL")
    found = BOOK.rules("limitation.equal_treatment", abroad, on=DAY)
    assert {rule.jurisdiction for rule in found.applies} == {"NL"}
