"""
The rules of the Dutch pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Factor, Kind, Rule, Situation, due, load
from recruitprivacy.messages import Words
from recruitprivacy.periods import Rounding, add

BOOK: Final = load("NL", "SE")
DAY: Final = date(2026, 3, 2)


def rule(rule_id: str) -> Rule:
    """
    Take a rule as it stands.
    """
    return BOOK.rule(rule_id, on=DAY)


def last(rule_id: str, event: str, rounding: Rounding) -> str:
    """
    Count a period of keeping, which never moves.
    """
    found = rule(rule_id)
    assert found.period is not None
    starts = found.starts_on(date.fromisoformat(event))
    return add(starts, found.period, rounding=rounding).isoformat()


@pytest.mark.parametrize(
    ("rule_id", "event", "day"),
    [
        pytest.param(
            "nl.retention.unsuccessful.4w", "2026-03-02", "2026-03-30", id="AP guidance: 4 weeks"
        ),
        pytest.param(
            "nl.retention.unsuccessful.4w", "2025-11-27", "2025-12-25", id="ends at Christmas"
        ),
        pytest.param(
            "nl.retention.talent_pool.1y-consent", "2025-03-31", "2026-03-31", id="a year"
        ),
        pytest.param(
            "nl.retention.talent_pool.1y-consent", "2028-02-29", "2029-02-28", id="a leap day"
        ),
    ],
)
def test_ceilings(rule_id: str, event: str, day: str) -> None:
    """
    Rejected applications go after four weeks, with consent after a year; days off move nothing.
    """
    assert (last(rule_id, event, Rounding.DOWN), rule(rule_id).kind) == (day, Kind.CEILING)


@pytest.mark.parametrize(
    ("rule_id", "event", "day"),
    [
        pytest.param(
            "nl.retention.placed_worker.awr-7y", "2026-12-31", "2033-12-31", id="AWR Art. 52(4)"
        ),
        pytest.param(
            "nl.retention.placed_worker.id-copy-5y",
            "2026-08-31",
            "2031-12-31",
            id="Wet LB 1964 Art. 28",
        ),
        pytest.param(
            "nl.retention.placed_worker.wav-hirer-5y", "2026-01-01", "2031-12-31", id="Wav Art. 15"
        ),
    ],
)
def test_floors(rule_id: str, event: str, day: str) -> None:
    """
    Books are kept seven years, identity copies five after the year the work ended.
    """
    assert (last(rule_id, event, Rounding.UP), rule(rule_id).kind) == (day, Kind.FLOOR)


def test_guidance_is_no_statute() -> None:
    """
    Four weeks and a year are guidance: they bind whoever adopted them.
    """
    weights = {
        rule(rule_id).weight
        for rule_id in ("nl.retention.unsuccessful.4w", "nl.retention.talent_pool.1y-consent")
    }
    assert weights == {Weight.GUIDANCE}


def test_a_year_takes_consent() -> None:
    """
    The year in the talent pool stands only where the person consented.
    """
    assert rule("nl.retention.talent_pool.1y-consent").conditions == ("consent_given",)


def test_petition_to_the_court() -> None:
    """
    Six weeks from the answer to go to court (UAVG Art. 35(2)); the day after is too late.
    """
    answer = due(
        rule("nl.deadline.court-petition"),
        date(2026, 3, 2),
        law=BOOK,
        situation=Situation(establishment="NL"),
    )
    too_late = answer.expires_at.date()
    assert (answer.last_day, too_late - answer.last_day) == (date(2026, 4, 13), timedelta(days=1))


def test_five_years_to_claim() -> None:
    """
    Damages are claimed within five years of knowing (BW Art. 3:310(1)), by place of work.
    """
    found = rule("nl.limitation.equal_treatment.tort-5y")
    assert (str(found.period), found.binds, found.trigger) == (
        "P5Y",
        Factor.PLACE_OF_WORK,
        "claim_known",
    )


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("nl.digital_consent_age.art8", 16, "UAVG Art. 5"),
        ("nl.national_id.bsn", "statutory_basis_only", "UAVG Art. 46(1)"),
        ("nl.criminal_data.uavg-31-33", "restricted", "UAVG Art. 31"),
        ("nl.health.wmk", "prohibited_unless", "WMK Art. 4(1)"),
        ("nl.health.uavg-30", "restricted", "UAVG Art. 30(1)"),
        ("nl.diversity_monitoring.uavg-25b", "restricted", "UAVG Art. 25(b)"),
    ],
)
def test_values(rule_id: str, value: str | int, cite: str) -> None:
    """
    Ages, identifiers, criminal, health and origin data, as the Dutch acts have them.
    """
    assert (rule(rule_id).value, str(rule(rule_id).cites[0])) == (value, cite)


@pytest.mark.parametrize(
    ("rule_id", "nl"),
    [
        ("nl.gdpr_name.name", "Algemene verordening gegevensbescherming (AVG)"),
        (
            "nl.implementing_act.act",
            "Uitvoeringswet Algemene verordening gegevensbescherming (UAVG)",
        ),
    ],
)
def test_names(rule_id: str, nl: str) -> None:
    """
    The GDPR is the AVG in the Netherlands, and the UAVG goes with it.
    """
    assert rule(rule_id).value == Words.of(nl=nl)


@pytest.mark.parametrize(
    ("on", "standing"), [(date(2018, 5, 24), True), (date(2018, 5, 25), False)]
)
def test_the_wbp_ended_with_the_uavg(on: date, standing: bool) -> None:  # noqa: FBT001 - a table
    """
    The Wbp stood until 24 May 2018.
    """
    assert BOOK.history("nl.statute.wbp")[0].in_force(on) is standing


def test_outside_its_validity() -> None:
    """
    Four weeks is no rule of the days before the GDPR.
    """
    with pytest.raises(RuleNotInForceError):
        BOOK.rule("nl.retention.unsuccessful.4w", on=date(2018, 5, 24))


@pytest.mark.parametrize(
    "rule_id", ["nl.retention.placed_worker.id-copy-5y", "nl.retention.placed_worker.wav-hirer-5y"]
)
def test_outside_its_reach(rule_id: str) -> None:
    """
    A floor on identity copies does not bind for an employer and work abroad.
    """
    abroad = Situation(establishment="NL", formal_employer="SE", place_of_work="SE")
    found = BOOK.rules("retention.placed_worker", abroad, on=DAY)
    assert rule_id in {each.rule.id for each in found.set_aside}
