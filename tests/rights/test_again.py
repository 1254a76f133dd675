"""
What follows once a request was taken up again: when an answer is late, and to whom it may go.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import AnswerLacksPartsError, MoveNotAllowedError
from recruitprivacy.findings import Level
from recruitprivacy.rights import (
    Answered,
    ClosedUnproved,
    ComplaintLodged,
    ErasureGranted,
    Forwarded,
    IdentityAsked,
    IdentityProved,
    Instructed,
    Instruction,
    Mandate,
    Move,
    Refused,
    Reopened,
    RequestStatus,
    RequestWithdrawn,
    due,
    replay,
)
from recruitprivacy.timeline import AnyRequestEvent
from recruitprivacy.vocabulary import RefusalGround, Right
from tests.rights.making import HERE, NL, WHOLE, receipt, step

DOUBTED: Final = step(IdentityAsked, date(2026, 3, 10), doubt="name_differs")
CLOSED: Final = step(ClosedUnproved, date(2026, 4, 2))
PROVED: Final = step(IdentityProved, date(2026, 6, 1))
WITHDRAWN: Final = step(RequestWithdrawn, date(2026, 3, 9))
AGAIN: Final = step(Reopened, date(2026, 6, 1))
FIRST: Final = step(Answered, date(2026, 3, 20))
SILENCE: Final = step(ComplaintLodged, date(2026, 5, 4))


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ((DOUBTED, CLOSED, PROVED, step(Answered, date(2026, 7, 1))), ["warning answered_late"]),
        ((DOUBTED, CLOSED, PROVED, step(Answered, date(2026, 7, 2))), ["error answered_late"]),
        ((WITHDRAWN, AGAIN, step(Answered, date(2026, 7, 1))), []),
        ((WITHDRAWN, AGAIN, step(Answered, date(2026, 7, 2))), ["error answered_late"]),
        ((FIRST, AGAIN, step(Answered, date(2026, 6, 2))), ["warning answered_again_late"]),
        (
            (FIRST, step(Reopened, date(2026, 3, 25)), step(Answered, date(2026, 4, 7))),
            [],
        ),
        (
            (FIRST, SILENCE, AGAIN, step(Answered, AGAIN.happened)),
            ["warning answered_again_late"],
        ),
        # Nobody had answered: what was complained of is the silence.
        ((SILENCE, step(Answered, AGAIN.happened)), ["error answered_late"]),
        # Withdrawn first: whoever comes back, be it through an authority, asks anew.
        ((WITHDRAWN, SILENCE, AGAIN, step(Answered, date(2026, 7, 1))), []),
        ((WITHDRAWN, SILENCE, AGAIN, step(Answered, date(2026, 7, 2))), ["error answered_late"]),
    ],
)
def test_an_answer_after_it_was_taken_up_again(
    events: tuple[AnyRequestEvent, ...], found: list[str]
) -> None:
    """
    A pause excuses the unproved, the withdrawn is asked anew, the answered has no further time.
    """
    once = [attrs.evolve(event, id=f"e-{place}") for place, event in enumerate(events)]
    told = replay([receipt(), *once], situation=HERE, law=NL)
    codes = [f"{each.level.value} {each.code.removeprefix('request.')}" for each in told.breaches]
    assert codes == found


def test_a_refusal_after_taking_it_up_again_has_its_own_month() -> None:
    """
    Withdrawn and asked anew, a refusal has a month from then.
    """
    late = step(Refused, date(2026, 7, 2), ground=RefusalGround.EXCESSIVE, told=WHOLE)
    told = replay([receipt(), WITHDRAWN, AGAIN, late], situation=HERE, law=NL)
    assert [each.code for each in told.breaches] == ["request.refused_late"]


def test_a_withdrawn_request_is_due_from_when_it_was_asked_anew() -> None:
    """
    The month runs from the day it was taken up again, not from the first receipt.
    """
    asked = replay([receipt(), WITHDRAWN, AGAIN], situation=HERE).request
    assert due(asked, NL, on=date(2026, 6, 2)).last_day == date(2026, 7, 1)


def test_overdue_after_an_answer_is_said_as_that() -> None:
    """
    An answered request that was taken up again is not said to have no answer.
    """
    asked = replay([receipt(), FIRST, AGAIN], situation=HERE).request
    (finding,) = due(asked, NL, on=date(2026, 6, 2)).findings
    assert finding.code == "request.overdue"
    assert finding.says.message.code == "rights.finding.overdue_again"


@pytest.mark.row("H5")
def test_nothing_is_erased_for_who_did_not_show_that_they_may() -> None:
    """
    H5: a portal's request erases nothing before the mandate is shown, and what did is found.
    """
    portal = attrs.evolve(receipt(Right.ERASURE), mandate=Mandate.PORTAL)
    granted = step(ErasureGranted, date(2026, 3, 9), id="e-3")
    request = replay([portal], situation=HERE).request
    assert Move.ERASURE_GRANTED not in request.next_moves
    with pytest.raises(MoveNotAllowedError, match="has not shown that they may"):
        request.apply(granted)
    shown = request.apply(step(IdentityProved, date(2026, 3, 6), id="e-2", by="mandate"))
    assert shown.apply(granted).history[-1] is granted
    assert Move.ANSWERED in request.next_moves
    told = replay([portal, granted], situation=HERE).breaches
    assert [each.code for each in told] == ["request.no_mandate"]
    assert replay([receipt(Right.ERASURE), granted], situation=HERE).breaches == ()


def test_nobody_is_refused_for_a_proof_they_were_not_asked_for() -> None:
    """
    Want of proof is a ground once the person was asked, and until they showed it.
    """
    refused = step(Refused, date(2026, 4, 2), ground=RefusalGround.IDENTITY_NOT_PROVED, told=WHOLE)
    request = replay([receipt()], situation=HERE).request
    with pytest.raises(MoveNotAllowedError, match="were not asked for"):
        request.apply(refused)
    assert request.apply(DOUBTED).apply(refused).status is RequestStatus.REFUSED
    shown = step(IdentityProved, date(2026, 3, 12))
    for before, found in (
        ([], ["request.refused_unasked"]),
        ([DOUBTED, shown], ["request.refused_unasked"]),
        ([DOUBTED], []),
    ):
        breaches = replay([receipt(), *before, refused], situation=HERE).breaches
        assert [each.code for each in breaches] == found


PASSED_ON: Final = step(Forwarded, date(2026, 3, 6), to="client-1")


@pytest.mark.row("H15")
@pytest.mark.parametrize(
    ("before", "by", "found"),
    [
        ([], "", ["request.uninstructed"]),
        ([Instruction.NOTHING], "", ["request.uninstructed"]),
        ([Instruction.ANSWER, Instruction.NOTHING], "", ["request.uninstructed"]),
        ([Instruction.ANSWER], "", []),
        ([], "client-1", []),
    ],
)
def test_a_processor_answers_only_when_told_to(
    before: list[Instruction], by: str, found: list[str]
) -> None:
    """
    H15: our own answer for another needs its word; that it answered itself is noted as its.
    """
    told = [
        step(Instructed, date(2026, 3, 7), hour=place, instruction=each)
        for place, each in enumerate(before)
    ]
    answer = step(Answered, date(2026, 3, 20), by=by)
    breaches = replay([receipt(), PASSED_ON, *told, answer], situation=HERE).breaches
    assert [each.code for each in breaches] == found


def test_what_another_controller_wrote_is_not_ours_to_complete() -> None:
    """
    An answer in part by the controller we act for is noted without what it said; ours is not.
    """
    request = replay([receipt(), PASSED_ON], situation=HERE).request
    theirs = step(Answered, date(2026, 3, 20), in_full=False, by="client-1")
    assert request.apply(theirs).status is RequestStatus.PARTLY_ANSWERED
    with pytest.raises(AnswerLacksPartsError):
        request.apply(attrs.evolve(theirs, by=""))


def test_what_went_to_a_stranger_is_found() -> None:
    """
    Answered after a refusal for want of proof, without proof since: the table allows it, we do not.
    """
    no = step(Refused, date(2026, 3, 20), ground=RefusalGround.NOT_IDENTIFIABLE, told=WHOLE)
    events = (receipt(), DOUBTED, no, step(Reopened, date(2026, 3, 25)))
    given = step(Answered, date(2026, 3, 26))
    told = replay([*events, given], situation=HERE)
    assert [(each.code, each.level) for each in told.breaches] == [
        ("request.to_a_stranger", Level.ERROR)
    ]
    shown = step(IdentityProved, date(2026, 3, 25), hour=1)
    assert replay([*events, shown, given], situation=HERE).breaches == ()


def test_whom_the_controller_we_act_for_answers_is_not_ours_to_doubt() -> None:
    """
    A request passed on while in doubt is answered by who decides on it.
    """
    passed = step(Forwarded, date(2026, 3, 12), to="c-1")
    theirs = attrs.evolve(FIRST, by="c-1")
    told = replay([receipt(), DOUBTED, passed, theirs], situation=HERE)
    assert told.breaches == ()


def test_less_than_what_was_said_is_found() -> None:
    """
    "Forget me" noted as erasure alone is narrower than what it opens.
    """
    narrow = attrs.evolve(receipt(Right.ERASURE), wording="forget_me")
    (finding,) = replay([narrow], situation=HERE).breaches
    assert finding.code == "request.narrowed"
    wide = attrs.evolve(receipt(*Right), wording="forget_me")
    assert replay([wide], situation=HERE).breaches == ()
    theirs = attrs.evolve(receipt(Right.ERASURE), wording="acme:wipe")
    assert replay([theirs], situation=HERE).breaches == ()


def test_proof_after_a_complaint_opens_it() -> None:
    """
    Closed as unproved, complained of, and then proved: it is in progress again.
    """
    complaint = step(ComplaintLodged, date(2026, 5, 4))
    asked = replay([receipt(), DOUBTED, CLOSED, complaint], situation=HERE).request
    assert asked.status is RequestStatus.CLOSED_UNPROVED
    assert asked.apply(PROVED).status is RequestStatus.IN_PROGRESS
