"""
By when a person must be answered.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import UnknownFactorError
from recruitprivacy.law import Situation, load
from recruitprivacy.periods import Period
from recruitprivacy.policy import AnswerPromise, Requests
from recruitprivacy.rights import (
    Answered,
    ClarificationAsked,
    Clarified,
    Due,
    Extended,
    ExtensionReason,
    IdentityAsked,
    IdentityProved,
    Refused,
    RequestStatus,
    RightsRequest,
    due,
    replay,
)
from recruitprivacy.timeline import AnyRequestEvent
from recruitprivacy.vocabulary import RefusalGround, Right
from tests.retention.house import HOUSE
from tests.rights.making import HERE, NL, WHOLE, asked, noon, receipt, step

ON: Final = date(2026, 3, 20)
LATER: Final = date(2026, 9, 1)
TOLD: Final[dict[str, Any]] = {"reason": ExtensionReason.COMPLEXITY, "told": True}


def _promising(period: Period) -> AnswerPromise:
    return AnswerPromise(within=period)


def _with(*events: AnyRequestEvent, received: date = date(2026, 3, 5)) -> RightsRequest:
    return replay([receipt(day=received), *events], situation=HERE).request


@pytest.mark.row("CLUSTER-184")
@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 3, 5), date(2026, 4, 7)),
        (date(2024, 3, 5), date(2024, 4, 5)),
        (date(2026, 3, 3), date(2026, 4, 7)),
        (date(2026, 8, 31), date(2026, 9, 30)),
        (date(2026, 1, 31), date(2026, 3, 2)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2025, 11, 26), date(2025, 12, 29)),
    ],
)
def test_one_month_from_receipt(received: date, last: date) -> None:
    """
    A month from receipt, to the month's last day where it has no such day, to a working day.
    """
    assert due(asked(on=received), NL, on=received).last_day == last


@pytest.mark.row("CLUSTER-184")
@pytest.mark.parametrize(
    ("told_on", "last", "codes"),
    [
        (date(2026, 4, 7), date(2026, 6, 5), []),
        (
            date(2026, 4, 8),
            date(2026, 4, 7),
            ["request.extended_late", "request.overdue"],
        ),
    ],
)
def test_an_extension_counts_if_told_in_time(told_on: date, last: date, codes: list[str]) -> None:
    """
    Told on the last day of the first month it gives three months; a day later it moves nothing.
    """
    request = _with(step(Extended, told_on, **TOLD))
    found = due(request, NL, on=date(2026, 5, 1))
    assert (found.last_day, [finding.code for finding in found.findings]) == (last, codes)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"told": True}, "request.extended_no_reason"),
        ({"reason": ExtensionReason.COMPLEXITY}, "request.extended_untold"),
    ],
)
def test_a_defective_extension_moves_nothing(more: dict[str, Any], code: str) -> None:
    """
    Without a reason, or untold, an extension is a finding and no more.
    """
    found = due(_with(step(Extended, ON, **more)), NL, on=ON)
    assert found.last_day == date(2026, 4, 7)
    assert [finding.code for finding in found.findings] == [code]
    assert "rights.step.extension_moves_nothing" in {step.says.message.code for step in found.steps}


def test_the_second_extension_moves_nothing() -> None:
    """
    The time is extended once; the second is a finding.
    """
    twice = [step(Extended, ON, **TOLD), step(Extended, ON, hour=1, **TOLD)]
    found = due(_with(*twice), NL, on=ON)
    assert found.last_day == date(2026, 6, 5)
    assert [finding.code for finding in found.findings] == ["request.extended_twice"]


def test_an_extension_by_less() -> None:
    """
    An extension by one month gives two from receipt.
    """
    request = _with(step(Extended, ON, by=Period(months=1), **TOLD))
    assert due(request, NL, on=ON).last_day == date(2026, 5, 6)


@pytest.mark.parametrize(
    ("by", "last", "promised"),
    [
        (Period(working_days=10), date(2026, 4, 20), date(2026, 4, 20)),
        (Period(hours=200), date(2026, 4, 14), date(2026, 4, 14)),
    ],
)
def test_an_extension_in_working_days_or_hours(by: Period, last: date, promised: date) -> None:
    """
    Ten working days from Easter Sunday end a fortnight after Easter Monday; hours come to days.
    """
    request = _with(step(Extended, ON, by=by, **TOLD))
    promise = AnswerPromise(within=Period(months=1), extension_as_lawful=True)
    found = _promise(request, promise)
    assert (found.last_day, found.promised_on, found.findings) == (last, promised, ())


def test_an_extension_without_a_day_moves_nothing() -> None:
    """
    An extension nobody dated cannot be shown to be in time; it is not seen on any day.
    """
    request = _with(step(Extended, None, **TOLD))
    assert due(request, NL, on=ON).last_day == date(2026, 4, 7)


def test_only_what_had_happened_by_then() -> None:
    """
    On a day before the extension the first month counts.
    """
    request = _with(step(Extended, ON, **TOLD))
    assert due(request, NL, on=date(2026, 3, 19)).last_day == date(2026, 4, 7)


def _readings(found: Due) -> dict[str, tuple[date | None, str]]:
    return {each.key: (each.last_day, each.needs) for each in found.readings}


def test_doubt_of_identity_gives_readings() -> None:
    """
    The day to work to is the unpaused one; the paused and the restarted month are readings.
    """
    request = _with(
        step(IdentityAsked, date(2026, 3, 6), doubt="address_changed"),
        step(IdentityProved, date(2026, 3, 16)),
    )
    found = due(request, NL, on=ON)
    assert found.last_day == date(2026, 4, 7)
    readings = _readings(found)
    assert readings["paused_for_identity"] == (date(2026, 4, 15), "")
    assert readings["from_proof"] == (date(2026, 4, 16), "")
    assert found.deadline is not None
    assert found.deadline.earliest <= found.deadline.last_day


def test_doubt_that_nobody_recorded_needs_recording() -> None:
    """
    Without a recorded doubt the later days hang on it; while proof is awaited they are open.
    """
    found = due(_with(step(IdentityAsked, date(2026, 3, 6))), NL, on=ON)
    need = "request.identity_asked.doubt"
    readings = _readings(found)
    assert readings["paused_for_identity"] == (None, need)
    assert readings["from_proof"] == (None, need)


def test_without_doubt_no_pause() -> None:
    """
    A request nobody doubted has no reading of a pause.
    """
    assert not [
        key for key in _readings(due(asked(), NL, on=ON)) if "proof" in key or "paus" in key
    ]


def test_two_doubts_add_up() -> None:
    """
    Under the reading of a pause the days of every doubt are left out.
    """
    request = _with(
        step(IdentityAsked, date(2026, 3, 6), doubt="address_changed"),
        step(IdentityProved, date(2026, 3, 9)),
        step(IdentityAsked, date(2026, 3, 10), doubt="name_differs"),
        step(IdentityProved, date(2026, 3, 16)),
    )
    assert _readings(due(request, NL, on=ON))["paused_for_identity"][0] == date(2026, 4, 14)


def test_clarification_gives_a_reading() -> None:
    """
    The days of waiting for a clarification are a reading that hangs on the amount of data.
    """
    request = _with(step(ClarificationAsked, date(2026, 3, 6)), step(Clarified, date(2026, 3, 9)))
    readings = _readings(due(request, NL, on=ON))
    assert readings["paused_for_clarification"] == (
        date(2026, 4, 8),
        "request.large_amount_of_data",
    )
    assert "from_proof" not in readings


@pytest.mark.row("CLUSTER-184")
@pytest.mark.parametrize(
    ("period", "promised", "codes"),
    [
        (Period(months=1), date(2026, 4, 5), []),
        (Period(weeks=2), date(2026, 3, 19), []),
        (Period(days=45), date(2026, 4, 19), ["request.promise_late"]),
        (Period(working_days=30), date(2026, 4, 20), ["request.promise_late"]),
        (Period(hours=72), date(2026, 3, 8), []),
    ],
)
def test_the_firms_own_promise(period: Period, promised: date, codes: list[str]) -> None:
    """
    The promise stands beside the law's day; one later than the law is a finding.
    """
    policy = attrs.evolve(HOUSE, requests=Requests(answer=_promising(period)))
    found = due(asked(), NL, on=ON, policy=policy)
    assert (found.last_day, found.promised_on) == (date(2026, 4, 7), promised)
    assert [finding.code for finding in found.findings] == codes


def test_no_promise() -> None:
    """
    A policy that promises nothing adds nothing.
    """
    assert due(asked(), NL, on=ON, policy=HOUSE).promised_on is None


def test_marketing_stops_at_once() -> None:
    """
    An objection to marketing and a withdrawal take effect at once; access does not say so.
    """
    said = due(asked(Right.OBJECT_MARKETING), NL, on=ON).steps[0]
    assert (said.says.message.code, str(said.cites[0])) == (
        "rights.step.at_once",
        "GDPR Art. 21(3)",
    )
    codes = {each.says.message.code for each in due(asked(), NL, on=ON).steps}
    assert "rights.step.at_once" not in codes


@pytest.mark.parametrize(("on", "past"), [(date(2026, 4, 7), False), (date(2026, 4, 8), True)])
def test_past_after_the_last_day(on: date, past: bool) -> None:  # noqa: FBT001 - the table's column
    """
    The last day is still in time.
    """
    found = due(asked(), NL, on=on)
    assert found.expires_at is not None
    assert (found.is_past, found.expires_at.isoformat()) == (past, "2026-04-08T00:00:00+02:00")


def test_sweden_counts_its_own_holidays() -> None:
    """
    The calendar is that of the controller's establishment.
    """
    swedish = asked(on=date(2026, 5, 6), situation=Situation(establishment="SE"))
    dutch = asked(on=date(2026, 5, 6))
    both = load("NL", "SE")
    assert due(swedish, both, on=ON).last_day == date(2026, 6, 8)
    assert due(dutch, both, on=ON).last_day == date(2026, 6, 8)
    may = date(2026, 4, 1)
    assert due(asked(on=may), both, on=ON).last_day == date(2026, 5, 1)
    there = asked(on=may, situation=Situation(establishment="SE"))
    assert due(there, both, on=ON).last_day == date(2026, 5, 4)


def test_an_unknown_establishment() -> None:
    """
    Without the establishment nobody can tell which days are worked.
    """
    with pytest.raises(UnknownFactorError):
        due(asked(situation=Situation()), NL, on=ON)


def test_explains_itself_in_words() -> None:
    """
    The explanation says the day, the way to it, the other readings and the promise.
    """
    request = _with(step(IdentityAsked, date(2026, 3, 6), doubt="address_changed"))
    policy = attrs.evolve(HOUSE, requests=Requests(answer=_promising(Period(weeks=2))))
    found = due(request, NL, on=ON, policy=policy)
    lines = found.explain("en").splitlines()
    assert lines[0] == "Answer by 7 April 2026 at the latest, and sooner if possible."
    assert any("6 April 2026 is a public holiday" in line for line in lines)
    assert any(line.startswith("Read otherwise, there is no last day yet") for line in lines)
    assert "The firm itself promises an answer by 19 March 2026." in lines
    assert str(found.cites[0]) == "GDPR Art. 12(3)"
    assert lines[-3] == "What was asked for: access."
    assert lines[-2].startswith("Law: European Union (checked on ")
    assert lines[-1].endswith(found.fingerprint)


def test_it_can_be_replayed() -> None:
    """
    The same question under the same law has the same fingerprint, and another day another one.
    """
    found = due(asked(), NL, on=ON)
    assert (found.request, found.rights) == (asked().id, (Right.ACCESS,))
    assert (found.law, found.law_version) == (NL.digest, NL.version)
    assert found.fingerprint == due(asked(), NL, on=ON).fingerprint
    others = {due(asked(), NL, on=ON + timedelta(days=1)), due(asked(Right.ERASURE), NL, on=ON)}
    assert len({found.fingerprint, *(each.fingerprint for each in others)}) == 3


@given(
    first=st.dates(date(2019, 1, 1), date(2027, 1, 1)),
    later=st.integers(0, 400),
    extended=st.booleans(),
)
def test_a_later_receipt_is_never_due_sooner(first: date, later: int, *, extended: bool) -> None:
    """
    Whoever is asked later never has to answer sooner.
    """

    def last(received: date) -> date:
        more: list[AnyRequestEvent] = []
        if extended:
            more.append(step(Extended, received, hour=1, **TOLD))
        found = due(_with(*more, received=received), NL, on=date(2028, 1, 1)).last_day
        assert found is not None
        return found

    assert last(first) <= last(first + timedelta(days=later))


@given(
    received=st.dates(date(2019, 1, 1), date(2027, 1, 1)),
    wait=st.integers(0, 60),
    asking=st.integers(0, 20),
)
def test_no_pause_moves_the_day_to_work_to(received: date, wait: int, asking: int) -> None:
    """
    Doubting who asks never moves the last day, and no reading of it lies before that day.
    """
    doubted = received + timedelta(days=asking)
    request = _with(
        step(IdentityAsked, doubted, doubt="name_differs"),
        step(IdentityProved, doubted + timedelta(days=wait), hour=1),
        received=received,
    )
    found = due(request, NL, on=date(2028, 1, 1))
    assert found.last_day is not None
    assert found.last_day == due(_with(received=received), NL, on=received).last_day
    paused = _readings(found)["paused_for_identity"][0]
    assert paused is not None
    assert paused >= found.last_day


def test_an_extension_by_more_than_the_law_allows() -> None:
    """
    More than two months is cut to what the law allows, and a finding says so.
    """
    request = _with(step(Extended, ON, by=Period(months=6), **TOLD))
    found = due(request, NL, on=ON)
    assert found.last_day == date(2026, 6, 5)
    assert [finding.code for finding in found.findings] == ["request.extended_too_long"]
    assert "extended by 6 months; the law allows until 5 June 2026" in found.explain("en")


def test_explains_what_moves_nothing() -> None:
    """
    A late extension is told as what it is, with a reading's day and without a promise.
    """
    request = _with(
        step(IdentityAsked, date(2026, 3, 6), doubt="address_changed"),
        step(IdentityProved, date(2026, 3, 16)),
        step(Extended, date(2026, 5, 1), **TOLD),
    )
    said = due(request, NL, on=date(2026, 5, 2)).explain("en")
    assert "The extension was not told by 7 April 2026" in said
    assert "Read otherwise, it is 15 April 2026" in said
    assert "promises" not in said


def _promise(request: RightsRequest, promise: AnswerPromise, on: date = ON) -> Due:
    policy = attrs.evolve(HOUSE, requests=Requests(answer=promise))
    return due(request, NL, on=on, policy=policy)


def test_a_promise_counted_as_the_law_counts_is_a_reading() -> None:
    """
    The firm's month ends on Easter Sunday itself; by analogy with the Regulation, after Easter.
    """
    found = _promise(asked(), _promising(Period(months=1)))
    assert found.promise is not None
    (reading,) = found.promise.readings
    assert (reading.last_day, str(reading.cites[0])) == (
        date(2026, 4, 7),
        "Reg. 1182/71 Art. 3(4)",
    )
    assert found.promise.expires_at.isoformat() == "2026-04-06T00:00:00+02:00"
    said = found.explain("en")
    assert "The firm itself promises an answer by 5 April 2026." in said
    assert "on to the next working day: until 7 April 2026." in said


@pytest.mark.row("CLUSTER-184")
@pytest.mark.parametrize(
    ("clause", "by", "promised"),
    [
        ({"extension_as_lawful": True}, None, date(2026, 6, 5)),
        ({"extension_as_lawful": True}, Period(months=1), date(2026, 5, 5)),
        ({"extension_as_lawful": True}, Period(months=6), date(2026, 6, 5)),
        ({"extension": Period(weeks=2)}, None, date(2026, 4, 19)),
        ({"extension": Period(working_days=5)}, None, date(2026, 4, 13)),
        ({}, None, date(2026, 4, 5)),
    ],
)
def test_the_promise_follows_its_own_clause_on_extending(
    clause: dict[str, Any], by: Period | None, promised: date
) -> None:
    """
    An extension that counts moves the promise as far as the firm's clause goes, and no further.
    """
    request = _with(step(Extended, ON, by=by, **TOLD))
    promise = AnswerPromise(within=Period(months=1), **clause)
    assert _promise(request, promise).promised_on == promised


def test_an_extension_that_does_not_count_moves_no_promise() -> None:
    """
    An extension told without a reason leaves the promise where it was.
    """
    request = _with(step(Extended, ON, told=True))
    promise = AnswerPromise(within=Period(months=1), extension_as_lawful=True)
    assert _promise(request, promise).promised_on == date(2026, 4, 5)


@pytest.mark.parametrize(
    ("right", "cite"),
    [(Right.COMPLAINT, "GDPR Art. 77(1)"), (Right.WITHDRAW_CONSENT, "GDPR Art. 7(3)")],
)
def test_no_month_runs_for_it(right: Right, cite: str) -> None:
    """
    Article 12(3) speaks of Articles 15 to 22: neither a complaint nor a withdrawal has its month.
    """
    found = due(asked(right), NL, on=date(2027, 1, 1))
    assert (found.deadline, found.last_day, found.expires_at) == (None, None, None)
    assert (found.is_past, found.findings, found.readings) == (False, (), ())
    assert cite in {str(each) for each in found.cites}
    first, *rest = found.explain("en").splitlines()
    assert first == "No last day to answer is set."
    assert any("the period of one month does not run for this" in line for line in rest)


def test_the_month_runs_for_the_rest_of_what_was_asked() -> None:
    """
    Where erasure is asked for in the same breath as a withdrawal, the month runs for the erasure.
    """
    found = due(asked(Right.WITHDRAW_CONSENT, Right.ERASURE), NL, on=ON)
    assert found.last_day == date(2026, 4, 7)
    assert "rights.step.no_month" in {each.says.message.code for each in found.steps}


def test_an_objection_suspends_at_once() -> None:
    """
    What is objected to stops until compelling grounds are shown, and the month runs beside it.
    """
    found = due(asked(Right.OBJECT), NL, on=ON)
    said = found.steps[0]
    assert said.says.message.code == "rights.step.suspended"
    assert [str(cite) for cite in said.cites] == ["GDPR Art. 21(1)", "GDPR Art. 18(1)(d)"]
    assert found.last_day == date(2026, 4, 7)


def test_what_is_past_says_so_first() -> None:
    """
    After the last day the first line says that it is past, and a finding says so too.
    """
    found = due(asked(), NL, on=date(2026, 4, 8))
    first = found.explain("en").splitlines()[0]
    assert first == "The last day to answer was 7 April 2026. It is past: answer now."
    assert [finding.code for finding in found.findings] == ["request.overdue"]


@pytest.mark.parametrize("answered", [date(2026, 3, 20), None])
def test_what_is_answered_is_never_past(answered: date | None) -> None:
    """
    Once it was answered, on a known day or not, nothing is owed; before, it was open.
    """
    request = _with(step(Answered, answered, hour=1))
    found = due(request, NL, on=date(2027, 1, 1))
    assert (found.is_past, found.status, found.findings) == (False, RequestStatus.ANSWERED, ())
    first = found.explain("en").splitlines()[0]
    assert first == "The request is closed (answered). Last day to answer: 7 April 2026."
    if answered is not None:
        assert due(request, NL, on=date(2026, 3, 19)).status is RequestStatus.RECEIVED


def test_an_answer_too_late_is_a_finding_and_not_past() -> None:
    """
    An answer after the last day is late for ever, and no longer owed.
    """
    found = due(_with(step(Answered, date(2026, 4, 8))), NL, on=date(2026, 5, 1))
    assert (found.is_past, [each.code for each in found.findings]) == (
        False,
        ["request.answered_late"],
    )
    assert "The answer came on 8 April 2026; the last day for it was 7 April 2026." in (
        found.explain("en")
    )


GROUND: Final[dict[str, Any]] = {"ground": RefusalGround.EXCESSIVE, "told": WHOLE}


@pytest.mark.parametrize(
    ("events", "codes"),
    [
        ([step(Answered, date(2026, 4, 7))], []),
        ([step(Answered, date(2026, 4, 8))], ["request.answered_late"]),
        ([step(Answered, date(2026, 4, 8), in_full=False, told=WHOLE)], ["request.answered_late"]),
        ([step(Extended, ON, **TOLD), step(Answered, date(2026, 6, 5))], []),
        (
            [step(Extended, ON, **TOLD), step(Answered, date(2026, 6, 8))],
            ["request.answered_late"],
        ),
        ([step(Refused, date(2026, 4, 7), **GROUND)], []),
        (
            [step(Extended, ON, **TOLD), step(Refused, date(2026, 4, 8), **GROUND)],
            ["request.refused_late"],
        ),
        ([step(Extended, ON, told=True), step(Answered, ON, hour=1)], []),
        ([step(Answered, None)], ["request.day_unknown"]),
    ],
)
def test_replay_judges_whether_it_came_in_time(
    events: list[AnyRequestEvent], codes: list[str]
) -> None:
    """
    An answer has the month and a valid extension, a refusal the month alone.
    """
    told = replay([receipt(), *events], situation=HERE, law=NL)
    assert [finding.code for finding in told.breaches] == codes
    without = replay([receipt(), *events], situation=HERE).breaches
    assert not {"request.answered_late", "request.refused_late"} & {each.code for each in without}


def test_a_withdrawal_of_consent_is_not_confirmed_late() -> None:
    """
    Where no month runs, no word comes after it.
    """
    events: list[AnyRequestEvent] = [receipt(Right.WITHDRAW_CONSENT), step(Answered, LATER)]
    assert replay(events, situation=HERE, law=NL).breaches == ()


def test_replay_under_a_law_needs_the_establishment() -> None:
    """
    Whoever wants days judged says where the controller is.
    """
    with pytest.raises(UnknownFactorError):
        replay([receipt()], situation=Situation(), law=NL)


def test_the_day_is_the_controllers() -> None:
    """
    An answer at half past eleven in the evening in London came on the next day in Amsterdam.
    """
    late = noon(date(2026, 4, 7)).replace(hour=22, minute=30)
    events: list[AnyRequestEvent] = [
        receipt(),
        attrs.evolve(step(Answered, date(2026, 4, 7)), happened=late),
    ]
    told = replay(events, situation=HERE, law=NL)
    assert [finding.code for finding in told.breaches] == ["request.answered_late"]
    assert due(told.request, NL, on=date(2026, 4, 7)).status is RequestStatus.RECEIVED


@pytest.mark.parametrize("language", ["nl", "sv"])
def test_speaks_other_languages(language: str) -> None:
    """
    All that a late, extended and refused request says is said in every language.
    """
    events: list[AnyRequestEvent] = [
        step(Extended, ON, by=Period(months=6), **TOLD),
        step(Refused, LATER, **GROUND),
    ]
    request = replay([receipt(Right.OBJECT, Right.COMPLAINT), *events], situation=HERE).request
    found = _promise(request, _promising(Period(months=1)), on=date(2027, 1, 1))
    assert len(found.explain(language).splitlines()) >= 8
    assert due(request, NL, on=LATER - timedelta(days=1)).explain(language)
