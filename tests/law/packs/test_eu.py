"""
The rules of the EU's pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import Kind, Situation, answer_due, due, load

BOOK: Final = load("NL", "SE")
HERE: Final = Situation(establishment="SE")
ZONE: Final = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("rule_id", "event", "last"),
    [
        pytest.param("eu.deadline.dsar", "2026-03-02", "2026-04-02", id="GDPR Art. 12(3)"),
        pytest.param("eu.deadline.refusal", "2025-01-31", "2025-02-28", id="GDPR Art. 12(4)"),
        pytest.param("eu.deadline.art14", "2026-02-10", "2026-03-10", id="GDPR Art. 14(3)(a)"),
    ],
)
def test_a_month(rule_id: str, event: str, last: str) -> None:
    """
    A month from the event: its last instant is still in time, the next day is not.
    """
    on = date.fromisoformat(event)
    answer = due(BOOK.rule(rule_id, on=on), on, law=BOOK, situation=HERE)
    next_day = datetime.combine(answer.last_day + timedelta(days=1), datetime.min.time(), ZONE)
    assert (str(answer.last_day), answer.event_on, answer.expires_at) == (last, on, next_day)


@pytest.mark.parametrize(
    "rule_id",
    [
        "eu.deadline.dsar",
        "eu.deadline.dsar-extension",
        "eu.deadline.refusal",
        "eu.deadline.art14",
        "eu.deadline.breach",
        "eu.retention.principle.storage-limitation",
        "eu.legal_hold.claims-and-obligations",
        "eu.gdpr_name.name",
    ],
)
def test_the_gdpr_applies_from_25_may_2018(rule_id: str) -> None:
    """
    The GDPR's rules apply on 25 May 2018 and not the day before (GDPR Art. 99(2)).
    """
    assert BOOK.rule(rule_id, on=date(2018, 5, 25)).cites[0].act == "GDPR"
    with pytest.raises(RuleNotInForceError):
        BOOK.rule(rule_id, on=date(2018, 5, 24))


def test_two_further_months() -> None:
    """
    An extension is two months at most (GDPR Art. 12(3)).
    """
    rule = BOOK.rule("eu.deadline.dsar-extension", on=date(2026, 3, 2))
    answer = answer_due(date(2026, 3, 2), law=BOOK, situation=HERE, extension=rule.period)
    assert answer.last_day == date(2026, 6, 2)


def test_72_hours() -> None:
    """
    A breach is reported within 72 hours, weekends included (GDPR Art. 33(1)).
    """
    known = datetime(2026, 3, 6, 16, tzinfo=UTC)
    rule = BOOK.rule("eu.deadline.breach", on=known.date())
    assert due(rule, known, law=BOOK, situation=HERE).expires_at - known == timedelta(hours=72)


def test_no_number_of_months_for_candidates() -> None:
    """
    The EU bounds keeping by need, not by a period (GDPR Art. 5(1)(e)).
    """
    rule = BOOK.rule("eu.retention.principle.storage-limitation", on=date(2026, 3, 2))
    assert (rule.period, rule.kind, rule.value) == (None, None, "no_longer_than_necessary")


def test_claims_and_duties_hold() -> None:
    """
    What a claim or a duty needs may be kept (GDPR Art. 17(3)(b) and (e), 18(1)(c) and (2)).
    """
    rule = BOOK.rule("eu.legal_hold.claims-and-obligations", on=date(2026, 3, 2))
    assert (rule.kind, [str(cite) for cite in rule.cites]) == (
        Kind.HOLD,
        ["GDPR Art. 17(3)(b)", "GDPR Art. 17(3)(e)", "GDPR Art. 18(1)(c)", "GDPR Art. 18(2)"],
    )


@pytest.mark.parametrize(
    ("rule_id", "on", "standing"),
    [
        ("eu.transfer.privacy_shield_eu_us", date(2016, 7, 11), False),
        ("eu.transfer.privacy_shield_eu_us", date(2016, 7, 12), True),
        ("eu.transfer.privacy_shield_eu_us", date(2020, 7, 15), True),
        ("eu.transfer.privacy_shield_eu_us", date(2020, 7, 16), False),
        ("eu.transfer.data_privacy_framework_eu_us", date(2023, 7, 9), False),
        ("eu.transfer.data_privacy_framework_eu_us", date(2023, 7, 10), True),
        ("eu.statute.directive_95_46", date(2018, 5, 24), True),
        ("eu.statute.directive_95_46", date(2018, 5, 25), False),
    ],
)
def test_instruments_and_statutes_end(rule_id: str, on: date, standing: bool) -> None:  # noqa: FBT001 - a table
    """
    Privacy Shield is invalid since 16 July 2020 (C-311/18); its successor begins in 2023.
    """
    assert BOOK.history(rule_id)[0].in_force(on) is standing


def test_what_ended_them() -> None:
    """
    The judgment and the GDPR are named as what ended them.
    """
    ended = {rule.id: str(rule.ended_by[0]) for rule in BOOK.packs[0].rules if rule.applies_until}
    assert ended == {
        "eu.transfer.privacy_shield_eu_us": "C-311/18",
        "eu.statute.directive_95_46": "GDPR Art. 94(1)",
    }
