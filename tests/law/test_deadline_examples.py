"""
Worked cases of many laws: the day to work to, and the days other careful lawyers reach.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
import pytest

from recruitprivacy.law import (
    Calendar,
    Clarification,
    Deadline,
    Doubt,
    Exchanged,
    Extension,
    Fee,
    Proof,
    Situation,
    answer_due,
    count,
    due,
    jurisdictions,
    load,
)
from recruitprivacy.periods import Period, Rounding, add

Case = Mapping[str, Any]

SHARED: Final = Path(__file__).parents[3] / "shared" / "law" / "deadline-examples.json"
PLACES: Final = tuple(place for place in jurisdictions() if place != "EU")
BOOK: Final = load(*PLACES)
NO_DAYS_OFF: Final = Calendar(id="NONE", jurisdiction="EU", years=(1990, 2040))
REASON: Final = "complexity"
MONTH: Final = Period(months=1)

# Why a case is not put to the library, by its id.
LEFT_OUT: Final = {
    "A14-010": "that the person already knows is an exception, told with the notice, no time limit",
    "CH-007": "its law sets no longest extension; the first period is, and the announced day",
}
# The day we work to where it is not the one the cases put first; that one is a reading.
WORKED_TO: Final = {
    "EU-PAU-001": "the article knows no pause, so one works to the unpaused day",
    "EU-PAU-014": "the article knows no pause, so one works to the unpaused day",
    "OLD-001": "the guidance it is named after was given up, and the Court reads it otherwise",
}
# Days some reach that are no readings of ours, for nobody was found who holds them.
NOT_READ: Final = {
    "A14-005": "a first message later than a month displaces the month: no source, and WP260 and "
    "the text have the month as the outer limit in every case",
    "CA-QC-004": "a Saturday moves it: the act named lists the holidays, and Saturdays are none",
    "EU-REF-004": "a refusal within an extended period: no source, and the text gives a refusal "
    "one month from receipt",
}
EARLIER_LAW: Final = date(2018, 5, 25)


def cases() -> list[Case]:
    """
    Read the cases beside the project, where they are there.
    """
    if not SHARED.is_file():
        return []
    found: list[Case] = json.loads(SHARED.read_text(encoding="utf-8"))["cases"]
    return [case for case in found if case["id"] not in LEFT_OUT]


def events(case: Case) -> dict[str, dict[str, Any]]:
    """
    Sort the events of a case by kind.
    """
    return {event["type"]: event for event in case["events"]}


def place_of(case: Case) -> str:
    """
    Name the place of a case; ours are countries, with a region where there is one.
    """
    return str(case["calendar"])


def received(case: Case) -> date | datetime:
    """
    Read when the request of a case came.
    """
    text = str(case["received"])
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def exchange(case: Case) -> Iterator[Exchanged]:
    """
    Turn what was asked and what came into values.
    """
    told = {
        kind: date.fromisoformat(event["on"])
        for kind, event in events(case).items()
        if "on" in event
    }
    if "identity_requested" in told:
        yield Doubt(asked_on=told["identity_requested"])
    if "identity_received" in told:
        yield Proof(given_on=told["identity_received"])
    if "clarification_requested" in told:
        given = told.get("clarification_received")
        yield Clarification(asked_on=told["clarification_requested"], given_on=given)
    if "fee_requested" in told:
        yield Fee(asked_on=told["fee_requested"], paid_on=told.get("fee_paid"))


def extension(case: Case) -> Extension | None:
    """
    Turn a recorded extension into a value.
    """
    told = events(case).get("extension_notified")
    if told is None or case["kind"] == "refusal_notice":
        return None
    by = Period(months=told["months"]) if "months" in told else None
    return Extension(told_on=date.fromisoformat(told["on"]), reason=REASON, by=by)


def solve(case: Case) -> Deadline:
    """
    Answer a case with the public functions.
    """
    place, event, told = place_of(case), received(case), events(case)
    zone = ZoneInfo(case["timezone"])
    calendar = NO_DAYS_OFF if place == "NONE" else BOOK.calendar(place)
    situation = Situation(establishment=place, residence=place)
    day = date.fromisoformat(str(case["received"])[:10])
    if "period" in told:
        period = Period(**{told["period"]["unit"]: told["period"]["n"]})
        return count(event, period, calendar=calendar, zone=zone)
    topic = {"breach_notification": "breach", "art14_notice": "notice", "refusal_notice": "refusal"}
    if case["kind"] in topic:
        rules = BOOK.rules(f"deadline.{topic[case['kind']]}", situation, on=day, event_on=day)
        rule = next(rule for rule in rules.applies if rule.period)
        return due(rule, event, law=BOOK, situation=situation)
    if day < EARLIER_LAW:
        return count(event, MONTH, calendar=calendar, zone=zone)
    return answer_due(
        event,
        law=BOOK,
        situation=situation,
        exchange=exchange(case),
        extension=extension(case),
    )


def listed(answer: Deadline) -> set[str]:
    """
    Collect the day to work to and the days of the readings.
    """
    return {str(each.last_day) for each in answer.readings} | {str(answer.last_day)}


def judged(case: Case) -> Iterator[tuple[str, str]]:
    """
    Say what of a case comes out otherwise, and how.
    """
    answer, expected = solve(case), case["expected"]
    if case["kind"] == "breach_notification":
        if answer.expires_at.isoformat() != expected["due"]:
            yield "expires", answer.expires_at.isoformat()
        return
    if "safe_due" in expected and answer.earliest > date.fromisoformat(expected["safe_due"]):
        yield "earliest", str(answer.earliest)
    others = {other["due"] for other in case.get("alternatives", {}).values() if "due" in other}
    asked = {expected["due"], *(set() if case["id"] in NOT_READ else others)}
    if case["disputed"] and not asked <= listed(answer):
        yield "readings", " ".join(sorted(listed(answer)))
    if case["id"] not in WORKED_TO and str(answer.last_day) != expected["due"]:
        yield "last_day", str(answer.last_day)
    if not case["disputed"] and answer.expires_at.isoformat() != expected.get(
        "due_expires", answer.expires_at.isoformat()
    ):
        yield "expires", answer.expires_at.isoformat()


def also_judged(case: Case) -> Iterator[tuple[str, str]]:
    """
    Say what of the days beside the answer's comes out otherwise.
    """
    expected, situation = case["expected"], Situation(establishment=case["calendar"])
    situation = attrs.evolve(situation, residence=case["calendar"])
    event = received(case)
    if "ack_due" in expected:
        day = date.fromisoformat(str(case["received"]))
        (rule,) = BOOK.rules("deadline.acknowledgement", situation, on=day, event_on=day).applies
        found = due(rule, event, law=BOOK, situation=situation)
        if str(found.last_day) != expected["ack_due"]:
            yield "ack_due", str(found.last_day)
    if "extended_due" in expected:
        told = Extension(told_on=date.fromisoformat(str(event)), reason=REASON)
        longer = answer_due(event, law=BOOK, situation=situation, extension=told)
        if str(longer.last_day) != expected["extended_due"]:
            yield "extended_due", str(longer.last_day)
    if "notice_due" in expected:
        first = answer_due(event, law=BOOK, situation=situation)
        days = {expected["notice_due"], expected.get("safe_notice_due")}
        if str(first.last_day) not in days:
            yield "notice_due", str(first.last_day)
    if "extension_valid" in expected and bool(solve(case).defects) is expected["extension_valid"]:
        yield "extension_valid", str(solve(case).defects)


@pytest.mark.skipif(not SHARED.is_file(), reason="the worked cases are not beside the project")
def test_shared_cases() -> None:
    """
    Every case is equal, and of a disputed one the days others reach are readings.

    Where we work to another day, or do not read what some do, the tables above say why.
    """
    wrong = [
        (case["id"], what, found, case["expected"]["due"])
        for case in cases()
        if case["kind"] != "retention"
        for what, found in (*judged(case), *also_judged(case))
    ]
    assert (wrong, len(cases()) > 80) == ([], True)


@pytest.mark.skipif(not SHARED.is_file(), reason="the worked cases are not beside the project")
def test_shared_cases_of_keeping() -> None:
    """
    A limit of keeping ends on its plain day, whatever day of the week that is.
    """
    keeping = [case for case in cases() if case["kind"] == "retention"]
    found = {
        case["id"]: str(
            add(
                date.fromisoformat(case["received"]),
                Period(**{event["unit"]: event["n"]}),
                rounding=Rounding.DOWN,
            )
        )
        for case in keeping
        for event in [events(case)["period"]]
    }
    assert found == {case["id"]: case["expected"]["due"] for case in keeping}


# Cases of our own, worked out by hand over the days off of each place.
OURS: Final = {
    "AT: Corpus Christi": ("AT", "2026-05-04", "2026-06-05"),
    "BE: 21 July": ("BE", "2026-06-21", "2026-07-22"),
    "DE: February ends on a Sunday": ("DE", "2027-01-31", "2027-03-01"),
    "DK: Great Prayer Day is worked again": ("DK", "2024-03-26", "2024-04-26"),
    "ES: 8 December": ("ES", "2025-11-08", "2025-12-09"),
    "FI: Christmas Eve to the Monday after": ("FI", "2025-11-24", "2025-12-29"),
    "FR: 8 May and a weekend": ("FR", "2026-04-08", "2026-05-11"),
    "GR: Easter Monday of the East": ("GR", "2026-03-13", "2026-04-14"),
    "IE: first Monday of February": ("IE", "2026-01-02", "2026-02-03"),
    "IT: 2 June": ("IT", "2026-05-02", "2026-06-03"),
    "LU: 23 June": ("LU", "2026-05-23", "2026-06-24"),
    "NL: 29 February": ("NL", "2024-01-30", "2024-02-29"),
    "NO: 17 May on a Sunday": ("NO", "2026-04-17", "2026-05-18"),
    "PT: 25 April on a Saturday": ("PT", "2026-03-25", "2026-04-27"),
    "SE: 6 June on a Saturday": ("SE", "2026-05-06", "2026-06-08"),
    "GB: two substitutes after Christmas": ("GB-ENG", "2027-11-25", "2027-12-29"),
    "GB: St Patrick's Day in Belfast": ("GB-NIR", "2026-02-17", "2026-03-18"),
    "GB: 17 March in London": ("GB-ENG", "2026-02-17", "2026-03-17"),
    "GB: Easter Monday in Cardiff": ("GB-WLS", "2026-03-06", "2026-04-07"),
    "GB: Easter Monday in Edinburgh": ("GB-SCT", "2026-03-06", "2026-04-06"),
    "CH: thirty days over Easter": ("CH-ZH", "2026-03-05", "2026-04-04"),
    "US-CA: 45 days over two months": ("US-CA", "2024-01-20", "2024-03-05"),
}


@pytest.mark.parametrize(("place", "on", "last"), OURS.values(), ids=OURS.keys())
def test_our_cases(place: str, on: str, last: str) -> None:
    """
    The last day to answer, in many countries and years.
    """
    situation = Situation(establishment=place, residence=place)
    found = answer_due(date.fromisoformat(on), law=BOOK, situation=situation)
    assert str(found.last_day) == last
