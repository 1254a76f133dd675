"""
Last days worked out by hand from the texts, for places and years that no prepared example has.
"""

from __future__ import annotations

from datetime import date

import pytest

from recruitprivacy.law import (
    Clarification,
    Deadline,
    Doubt,
    Exchanged,
    Extension,
    Fee,
    Proof,
    Situation,
    answer_due,
    count_back,
    due,
    last_day,
    latest_event_for,
    load,
    load_calendar,
    load_regime,
)
from recruitprivacy.periods import Period
from tests.law.test_answer import day


def asked(
    place: str,
    received: str,
    *exchange: Exchanged,
    extension: Extension | None = None,
) -> Deadline:
    """
    Answer somebody who lives where the controller is.
    """
    country = "GB" if place.startswith("GB") else place.partition("-")[0]
    law = load(place if place in {"US-CA", "CA-QC"} else country)
    here = Situation(establishment=place, residence=place)
    return answer_due(
        day(received), law=law, situation=here, exchange=exchange, extension=extension
    )


@pytest.mark.parametrize(
    ("place", "received", "last"),
    [
        pytest.param("AT", "2026-12-06", "2027-01-07", id="AT: Epiphany"),
        pytest.param("PL", "2027-10-11", "2027-11-12", id="PL: 11 November"),
        pytest.param("PL", "2025-11-24", "2025-12-29", id="PL: Christmas Eve, off since 2025"),
        pytest.param("PL", "2024-11-24", "2024-12-24", id="PL: Christmas Eve, worked until 2024"),
        pytest.param("IT", "2027-09-04", "2027-10-05", id="IT: 4 October, off since 2026"),
        pytest.param("IT", "2025-03-25", "2025-04-28", id="IT: 25 April, a Friday"),
        pytest.param("ES", "2025-09-12", "2025-10-13", id="ES: 12 October, a Sunday"),
        pytest.param("PT", "2026-05-10", "2026-06-11", id="PT: 10 June"),
        pytest.param("GR", "2026-03-10", "2026-04-14", id="GR: Orthodox Easter"),
        pytest.param("RO", "2026-03-10", "2026-04-14", id="RO: Orthodox Easter"),
        pytest.param("BG", "2026-03-10", "2026-04-14", id="BG: Orthodox Easter"),
        pytest.param("HU", "2026-09-23", "2026-10-26", id="HU: 23 October, a Friday"),
        pytest.param("CZ", "2026-09-28", "2026-10-29", id="CZ: 28 October"),
        pytest.param("SK", "2025-12-31", "2026-02-02", id="SK: 31 January, a Saturday"),
        pytest.param("FI", "2027-05-25", "2027-06-28", id="FI: Midsummer Eve is off"),
        pytest.param("SE", "2027-05-25", "2027-06-25", id="SE: Midsummer Eve is worked"),
        pytest.param("FI", "2026-11-24", "2026-12-28", id="FI: Christmas Eve is off"),
        pytest.param("SE", "2026-11-24", "2026-12-24", id="SE: Christmas Eve is worked"),
        pytest.param("NL", "2027-04-05", "2027-05-07", id="NL: 5 May and Ascension"),
        pytest.param("NL", "2026-04-15", "2026-05-15", id="NL: a decree day that is not listed"),
        pytest.param("NL", "2025-04-30", "2025-06-02", id="NL: a decree day that is listed"),
        pytest.param("NL", "2028-01-31", "2028-02-29", id="NL: the end of a leap February"),
        pytest.param("NL", "2027-01-29", "2027-03-01", id="NL: the end of February, a Sunday"),
        pytest.param("DE-BY", "2026-12-06", "2027-01-06", id="DE: Epiphany is not in the list"),
        pytest.param("DE-SN", "2026-10-18", "2026-11-18", id="DE: nor is Repentance Day"),
        pytest.param("FR-57", "2027-02-26", "2027-03-26", id="FR: nor Good Friday"),
        pytest.param("BE", "2026-06-21", "2026-07-22", id="BE: 21 July"),
        pytest.param("LU", "2028-04-09", "2028-05-10", id="LU: 9 May"),
        pytest.param("MT", "2026-01-10", "2026-02-11", id="MT: 10 February"),
        pytest.param("EE", "2027-01-24", "2027-02-25", id="EE: 24 February"),
        pytest.param("LV", "2025-04-04", "2025-05-06", id="LV: in lieu of 4 May, a Sunday"),
        pytest.param("LT", "2026-06-06", "2026-07-07", id="LT: 6 July"),
        pytest.param("HR", "2027-07-05", "2027-08-06", id="HR: 5 August"),
        pytest.param("SI", "2027-01-08", "2027-02-09", id="SI: 8 February"),
        pytest.param("DK", "2026-03-03", "2026-04-07", id="DK: Easter"),
        pytest.param("DK", "2024-03-26", "2024-04-26", id="DK: no Great Prayer Day since 2024"),
        pytest.param("NO", "2027-04-17", "2027-05-18", id="NO: 17 May, also Whit Monday"),
        pytest.param("IS", "2026-05-17", "2026-06-18", id="IS: 17 June"),
        pytest.param("LI", "2026-07-15", "2026-08-17", id="LI: Assumption, a Saturday"),
        pytest.param("IE", "2026-01-02", "2026-02-03", id="IE: Saint Brigid"),
        pytest.param("GB-ENG", "2026-12-02", "2027-01-04", id="England: 2 January, a Saturday"),
        pytest.param("GB-SCT", "2026-12-02", "2027-01-05", id="Scotland: 4 January in lieu of 2"),
        pytest.param("GB-NIR", "2026-06-12", "2026-07-14", id="Northern Ireland: 13 July in lieu"),
        pytest.param("GB-SCT", "2026-10-30", "2026-12-01", id="Scotland: Saint Andrew"),
        pytest.param("GB-SCT", "2026-03-06", "2026-04-06", id="Scotland works on Easter Monday"),
        pytest.param("GB-ENG", "2026-03-06", "2026-04-07", id="England does not"),
        pytest.param("US-CA", "2026-01-05", "2026-02-19", id="California: 45 days"),
        pytest.param("BR", "2026-04-06", "2026-04-21", id="BR: 15 days, on a holiday"),
        pytest.param("CA-QC", "2026-05-25", "2026-06-24", id="Quebec: 30 days, on a holiday"),
        pytest.param("CH-GE", "2026-08-11", "2026-09-10", id="Geneva: 30 days, on a holiday"),
    ],
)
def test_an_answer(place: str, received: str, last: str) -> None:
    """
    The last day to answer falls on the day the text of the law gives, over the days off there.
    """
    assert str(asked(place, received).last_day) == last


def doubted(since: str, until: str) -> tuple[Exchanged, ...]:
    """
    Doubt who asks, and know it later.
    """
    return Doubt(asked_on=day(since), reason="address_changed"), Proof(given_on=day(until))


def cleared(since: str, until: str) -> Clarification:
    """
    Ask what is meant, and hear it later.
    """
    return Clarification(asked_on=day(since), given_on=day(until))


@pytest.mark.parametrize(
    ("received", "exchange", "last"),
    [
        pytest.param(
            "2026-02-04", doubted("2026-02-04", "2026-02-14"), "2026-03-04", id="before Art. 12A"
        ),
        pytest.param(
            "2026-02-05", doubted("2026-02-06", "2026-02-16"), "2026-03-16", id="its first day"
        ),
        pytest.param(
            "2026-03-02", (cleared("2026-03-31", "2026-04-10"),), "2026-04-13", id="eleven days"
        ),
        pytest.param(
            "2026-03-02",
            (cleared("2026-03-04", "2026-03-10"), cleared("2026-03-08", "2026-03-14")),
            "2026-04-13",
            id="days that overlap are left out once",
        ),
        pytest.param(
            "2026-03-02",
            (
                *doubted("2026-03-03", "2026-03-10"),
                Fee(asked_on=day("2026-03-03"), paid_on=day("2026-03-20")),
            ),
            "2026-04-20",
            id="the latest of proof and fee",
        ),
    ],
)
def test_a_british_exchange(received: str, exchange: tuple[Exchanged, ...], last: str) -> None:
    """
    In the United Kingdom the law of the day of receipt says whether the exchange moves the day.
    """
    assert str(asked("GB-ENG", received, *exchange).last_day) == last


@pytest.mark.parametrize(
    ("place", "received", "told_on", "by", "last"),
    [
        ("NL", "2026-11-30", "2026-12-30", None, "2027-03-01"),
        ("DE", "2026-01-31", "2026-03-02", None, "2026-04-30"),
        ("DE", "2026-01-31", "2026-03-03", None, "2026-03-02"),
        ("FR", "2026-08-31", "2026-09-01", "P1M", "2026-11-02"),
        ("FR", "2026-08-31", "2026-09-01", "P3M", "2026-11-30"),
        ("US-CA", "2026-01-05", "2026-02-19", None, "2026-04-05"),
        ("CH-ZH", "2026-03-02", "2026-03-25", "P45D", "2026-05-16"),
    ],
)
def test_an_extension(place: str, received: str, told_on: str, by: str | None, last: str) -> None:
    """
    Further time is counted once from receipt, if the person was told by the first last day.
    """
    told = Extension(told_on=day(told_on), reason="complexity", by=Period.parse(by) if by else None)
    assert str(asked(place, received, extension=told).last_day) == last


@pytest.mark.parametrize(
    ("place", "regime", "event", "period", "last"),
    [
        ("SE", "SE", "2027-05-25", "P1M", "2027-06-28"),
        ("SE", "SE", "2026-06-17", "P3B", "2026-06-23"),
        ("SE", "EU", "2026-06-17", "P3B", "2026-06-22"),
        ("NL", "NL", "2027-04-05", "P1M", "2027-05-10"),
        ("NL", "NL", "2026-04-02", "P3D", "2026-04-08"),
        ("NL", "NL", "2026-04-02", "P2D", "2026-04-07"),
        ("NL", "NL", "2026-03-24", "P6W", "2026-05-06"),
        ("IE", "IE", "2026-08-31", "P6M", "2027-02-28"),
        ("IE", "IE", "2026-03-05", "P14D", "2026-03-18"),
        ("PL", "EU", "2026-04-24", "P10B", "2026-05-11"),
        ("AT", "EU", "2026-05-29", "P5B", "2026-06-08"),
        ("FI", "EU", "2026-06-18", "P2D", "2026-06-23"),
        ("DE", "DE", "2025-12-30", "P2M", "2026-03-02"),
        ("DE-BY", "DE", "2026-12-06", "P1M", "2027-01-07"),
        ("FR-57", "FR", "2027-02-26", "P1M", "2027-03-30"),
        ("BE", "BE", "2026-06-21", "P30D", "2026-07-22"),
        ("NO", "NO", "2026-04-30", "P1M", "2026-06-01"),
    ],
)
def test_a_period(place: str, regime: str, event: str, period: str, last: str) -> None:
    """
    A period ends where the counting of its own law has it end.
    """
    counted = last_day(
        day(event),
        Period.parse(period),
        calendar=load_calendar(place),
        regime=load_regime(regime),
    )
    assert str(counted) == last


@pytest.mark.parametrize(
    ("period", "before", "found"),
    [
        ("P1M", "2026-03-31", "2026-02-28"),
        ("P1M", "2028-03-31", "2028-02-29"),
        ("P10B", "2026-04-10", "2026-03-25"),
    ],
)
def test_backwards(period: str, before: str, found: str) -> None:
    """
    Backwards a missing day is the last of its month, and days off before Easter are left out.
    """
    dutch, zone = load_calendar("NL"), load("NL").zone("NL")
    counted = count_back(day(before), Period.parse(period), calendar=dutch, zone=zone)
    assert str(counted.last_day) == found


@pytest.mark.parametrize(
    ("place", "regime", "last", "event"),
    [
        ("DE", "EU", "2026-10-05", "2026-09-05"),
        ("NL", "EU", "2027-03-01", "2027-02-01"),
        ("SE", "SE", "2026-06-18", "2026-05-18"),
        ("FI", "EU", "2026-06-18", "2026-05-18"),
    ],
)
def test_the_latest_event(place: str, regime: str, last: str, event: str) -> None:
    """
    The latest day of receipt whose month has ended by a day.
    """
    found = latest_event_for(
        day(last), Period(months=1), calendar=load_calendar(place), regime=load_regime(regime)
    )
    assert str(found) == event


def test_californian_business_days() -> None:
    """
    Ten business days from 1 July 2026 end on the 15th: 3 July is a federal day off alone.
    """
    book = load("US-CA")
    rule = book.rule("us-ca.deadline.acknowledgement.request", on=date(2026, 7, 1))
    here = Situation(establishment="US-CA", residence="US-CA")
    found = due(rule, date(2026, 7, 1), law=book, situation=here)
    assert (str(found.last_day), {each.key: str(each.last_day) for each in found.readings}) == (
        "2026-07-15",
        {"with_equated_days": "2026-07-16", "first_day_counted": "2026-07-14"},
    )
