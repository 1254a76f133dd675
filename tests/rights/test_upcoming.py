"""
What comes next for a request, and what is kept and shown of the request itself.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import AnswerPromise, Holding, Policy, Requests, RetentionRule, Use
from recruitprivacy.retention import On, Status, assess
from recruitprivacy.rights import (
    Answered,
    AnyRequestEvent,
    Extended,
    ExtensionReason,
    FeeAsked,
    IdentityAsked,
    IdentityProved,
    Mandate,
    Next,
    Refused,
    Reopened,
    RequestWithdrawn,
    Urgency,
    audit_trail,
    case_file,
    receive,
    upcoming,
)
from recruitprivacy.testing.examples import own_hiring
from recruitprivacy.timeline import fold
from recruitprivacy.vocabulary import RefusalGround, Right
from tests.rights.making import HERE, NL, WHOLE, asked, receipt, step
from tests.rights.weighing import explained_by

ON: Final = date(2026, 3, 20)
LIMIT: Final = date(2026, 4, 7)
LONGER: Final = step(Extended, ON, reason=ExtensionReason.COMPLEXITY, told=True)


def _coming(*events: AnyRequestEvent, on: date = ON, **more: Any) -> list[tuple[Next, date]]:  # noqa: ANN401 - any argument
    request = asked()
    for event in events:
        request = request.apply(event, law=NL)
    return [(each.what, each.by) for each in upcoming(request, NL, on=on, **more)]


def test_an_answer_a_refusal_and_a_longer_time_have_one_last_day() -> None:
    """
    Within the month the person is answered, refused with reasons, or told that it takes longer.
    """
    three = (Next.EXTENSION_NOTICE, Next.REFUSAL_NOTICE, Next.ANSWER)
    assert _coming() == [(each, LIMIT) for each in three]


def test_once_extended_only_the_answer_moves() -> None:
    """
    An extension moves the answer, not the refusal, and is not told twice.
    """
    assert _coming(LONGER) == [(Next.REFUSAL_NOTICE, LIMIT), (Next.ANSWER, date(2026, 6, 5))]


def test_the_promise_stands_beside_the_law() -> None:
    """
    What the firm promised comes in its own place.
    """
    promise = Requests(answer=AnswerPromise(within=Period(days=14)))
    policy = attrs.evolve(own_hiring(), requests=promise)
    assert _coming(policy=policy)[0] == (Next.PROMISE, date(2026, 3, 19))


@pytest.mark.parametrize(
    ("on", "urgency"),
    [
        (date(2026, 3, 30), Urgency.AHEAD),
        (date(2026, 3, 31), Urgency.NEAR),
        (LIMIT, Urgency.NEAR),
        (date(2026, 4, 8), Urgency.PAST),
    ],
)
def test_how_pressing_it_is(on: date, urgency: Urgency) -> None:
    """
    Seven days before its last day something is near, and past the day after.
    """
    assert {each.urgency for each in upcoming(asked(), NL, on=on)} == {urgency}
    earlier = upcoming(asked(), NL, on=date(2026, 3, 30), soon=Period(days=8))
    assert {each.urgency for each in earlier} == {Urgency.NEAR}


def test_what_is_closed_waits_for_nothing_but_erasing_the_proof() -> None:
    """
    After the answer only the copy of a document is still to go.
    """
    doubted = step(IdentityAsked, ON, doubt="name_differs", checks=("document_copy",))
    shown, answered = step(IdentityProved, ON, hour=1), step(Answered, ON, hour=2)
    assert _coming(doubted, shown, answered) == [(Next.ERASE_PROOF, ON)]
    assert _coming(answered) == []


def test_what_takes_effect_at_once_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Advertising stops on the day of receipt; a withdrawal of consent has no month at all.
    """
    first = upcoming(asked(Right.OBJECT_MARKETING), NL, on=ON)[0]
    assert (first.what, first.by) == (Next.AT_ONCE, date(2026, 3, 5))
    assert first.cites
    assert upcoming(asked(Right.COMPLAINT), NL, on=ON) == ()
    said = explained_by(monkeypatch)
    first.explain("en")
    assert said == ["rights.next.at_once"]


def test_the_audit_shows_codes_and_no_person() -> None:
    """
    Ids, days and codes of each step are shown; who asked is not.
    """
    came = attrs.evolve(receipt(), channel="email", wording="copy", mandate=Mandate.LAWYER)
    request = receive(came, situation=HERE)
    events = (
        step(IdentityAsked, ON, doubt="name_differs", checks=("known_address",)),
        step(IdentityProved, ON, hour=1, by="known_address"),
        step(FeeAsked, ON, hour=2, ground=RefusalGround.EXCESSIVE),
        step(Refused, ON, hour=3, ground=RefusalGround.EXCESSIVE, told=WHOLE),
    )
    for event in events:
        request = request.apply(event)
    trail = audit_trail(request)
    assert [line.event for line in trail] == [event.id for event in request.history]
    assert dict(trail[0].codes) == {
        "rights": "access",
        "wording": "copy",
        "channel": "email",
        "mandate": "lawyer",
    }
    assert ("ground", "excessive") in trail[-1].codes
    assert "p-1" not in repr(trail)


USE: Final = "requests"


def _keeping() -> Policy:
    policy = own_hiring()
    held = Holding(items=(*policy.data["candidate"].items, "request_record"))
    use = Use(data=("request_record",), purposes=("rights_handling",), roles=("candidate",))
    rule = RetentionRule(
        at_most=Period(years=2),
        after="purpose_ended",
        data=("request_record",),
        then="delete",
    )
    return attrs.evolve(
        policy,
        data=FrozenMap({"candidate": held}),
        uses=FrozenMap({**policy.uses, USE: use}),
        retention=FrozenMap({**policy.retention, "requests": rule}),
    )


def test_the_request_has_an_end_of_its_own() -> None:
    """
    The record of a request goes two years after what closed it, and stays while it is open.
    """
    policy = _keeping()
    closed = asked().apply(step(RequestWithdrawn, ON))
    again = closed.apply(step(Reopened, date(2026, 3, 25)))
    for request, ends in ((closed, date(2028, 3, 20)), (again, None), (asked(), None)):
        events = case_file(request, role="candidate", use=USE, controller="harbour")
        facts = fold(events, policy, on=date(2028, 3, 21), law=NL)
        (found,) = assess(policy, facts, NL, on=date(2028, 3, 21), situation=HERE)
        assert (found.record, found.category) == ("r-1", "request_record")
        assert (found.must_be_gone_by == On(day=ends)) if ends else not found.is_due
        assert (found.status is Status.OVERDUE) is bool(ends)
