"""
The rules of the EU's pack: event day, last day, the day after, and outside validity.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from recruitprivacy.errors import RuleNotInForceError
from recruitprivacy.law import Extension, Kind, Situation, answer_due, due, load

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
    told = Extension(told_on=date(2026, 3, 16), reason="complexity", by=rule.period)
    answer = answer_due(date(2026, 3, 2), law=BOOK, situation=HERE, extension=told)
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
        ("eu.transfer.safe_harbour_eu_us", date(2015, 10, 5), True),
        ("eu.transfer.safe_harbour_eu_us", date(2015, 10, 6), False),
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
    Judgments, later decisions and the GDPR are named as what ended them.
    """
    rules = BOOK.packs[0].rules
    ended = {each.id: str(each.ended_by[0]) for each in rules if each.ended_by}
    assert ended == {
        "eu.adequacy.gb": "Decision 2021/1772 Art. 4",
        "eu.adequacy.us": "C-311/18",
        "eu.statute.directive_95_46": "GDPR Art. 94(1)",
        "eu.transfer.privacy_shield_eu_us": "C-311/18",
        "eu.transfer.safe_harbour_eu_us": "C-362/14",
        "eu.transfer.scc_2001": "Decision 2021/914 Art. 4",
        "eu.transfer.scc_2002": "Decision 2010/87",
        "eu.transfer.scc_2004": "Decision 2021/914 Art. 4",
        "eu.transfer.scc_2010": "Decision 2021/914 Art. 4",
    }


ADEQUATE: Final = {
    date(2016, 1, 1): "AD AR CA CH FO GG IL IM JE NZ UY",
    date(2018, 5, 25): "AD AR CA CH FO GG IL IM JE NZ US UY",
    date(2020, 7, 16): "AD AR CA CH FO GG IL IM JE JP NZ UY",
    date(2025, 12, 28): "AD AR CA CH FO GB GG IL IM JE JP KR NZ US UY",
    date(2026, 1, 26): "AD AR BR CA CH FO GB GG IL IM JE JP KR NZ US UY",
    date(2031, 12, 28): "AD AR BR CA CH FO GG IL IM JE JP KR NZ US UY",
}


@pytest.mark.parametrize(("on", "places"), ADEQUATE.items())
def test_adequate_countries(on: date, places: str) -> None:
    """
    These countries were, are, or on the law as it stands will be adequate (GDPR Art. 45).
    """
    found = BOOK.rules("adequacy", HERE, on=on).applies
    assert sorted(str(rule.value) for rule in found) == places.split()


@pytest.mark.parametrize(
    ("country", "condition"),
    [("CA", "recipient_commercial"), ("JP", "recipient_commercial"), ("US", "recipient_listed")],
)
def test_adequate_in_part(country: str, condition: str) -> None:
    """
    Canada and Japan are adequate for businesses, the United States for firms on the list.
    """
    rule = BOOK.rule(f"eu.adequacy.{country.lower()}", on=date(2026, 3, 2))
    assert rule.conditions == (condition,)


def test_the_united_kingdom_in_three_stages() -> None:
    """
    The decision was to end in June 2025, was extended by six months, and renewed for six years.
    """
    days = [rule.applies_until for rule in BOOK.history("eu.adequacy.gb")]
    assert days == [date(2025, 6, 27), date(2025, 12, 27), date(2031, 12, 27)]


@pytest.mark.parametrize(
    ("on", "editions"),
    [
        (date(2001, 9, 2), set()),
        (date(2001, 9, 3), {"scc_2001"}),
        (date(2010, 5, 14), {"scc_2001", "scc_2002", "scc_2004"}),
        (date(2010, 5, 15), {"scc_2001", "scc_2004", "scc_2010"}),
        (date(2021, 6, 27), {"scc_2001", "scc_2004", "scc_2010", "scc_2021"}),
        (date(2022, 12, 27), {"scc_2001", "scc_2004", "scc_2010", "scc_2021"}),
        (date(2022, 12, 28), {"scc_2021"}),
    ],
)
def test_editions_of_the_clauses(on: date, editions: set[str]) -> None:
    """
    The clauses of 2001, 2004 and 2010 carried old contracts until 27 December 2022.
    """
    found = BOOK.rules("transfer_instrument", HERE, on=on).applies
    standing = {each.id.rpartition(".")[2] for each in found}
    assert {name for name in standing if name.startswith("scc")} == editions


@pytest.mark.parametrize(
    ("rule_id", "value", "cite"),
    [
        ("eu.health.art9", "prohibited_unless", "GDPR Art. 9(1)"),
        ("eu.diversity_monitoring.art9", "prohibited_unless", "GDPR Art. 9(1)"),
        ("eu.criminal_data.art10", "statutory_basis_only", "GDPR Art. 10"),
        ("eu.automated_decisions.art22", "prohibited_unless", "GDPR Art. 22(1)"),
        ("eu.automated_decisions.emotions", "prohibited_unless", "AI Act Art. 5(1)(f)"),
        ("eu.security_of_record.art32", "required", "GDPR Art. 32(1)"),
        ("eu.applicant_rights.pay-range", "pay_range_told", "Dir. 2023/970 Art. 5(1)"),
        ("eu.applicant_rights.pay-history", "pay_history_prohibited", "Dir. 2023/970 Art. 5(2)"),
        ("eu.marketing.electronic.natural_person.art13", "opt_in", "Dir. 2002/58 Art. 13(1)"),
        ("eu.marketing.existing_customer.art13", "soft_opt_in", "Dir. 2002/58 Art. 13(2)"),
        ("eu.deadline.notice.art13", "at_once", "GDPR Art. 13(1)"),
        ("eu.deadline.breach_subjects.art34", "without_undue_delay", "GDPR Art. 34(1)"),
        ("eu.deadline.opt_out.marketing", "at_once", "GDPR Art. 21(3)"),
    ],
)
def test_values(rule_id: str, value: str, cite: str) -> None:
    """
    Sensitive data, machines, pay, marketing and what is owed at once, as the Union has them.
    """
    rule = BOOK.rule(rule_id, on=date(2026, 6, 7))
    assert (rule.value, str(rule.cites[0])) == (value, cite)


def test_directives_bind_through_national_law() -> None:
    """
    What a directive says is relied on only where a national law asks for it.
    """
    directives = {"Dir. 2002/58", "Dir. 2023/970"}
    found = [rule for rule in BOOK.packs[0].rules if rule.cites[0].act in directives]
    assert {"law_requires" in rule.conditions for rule in found} == {True}
