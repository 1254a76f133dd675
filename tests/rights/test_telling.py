"""
What cannot be sent: a refusal without a ground, a partial answer without its parts.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from recruitprivacy.errors import (
    AnswerLacksPartsError,
    RefusalNeedsGroundError,
    RefusalNotOpenError,
)
from recruitprivacy.rights import (
    Answered,
    IdentityAsked,
    Refused,
    RequestStatus,
    grounds_against,
    replay,
)
from recruitprivacy.timeline import AnswerPart
from recruitprivacy.vocabulary import RefusalGround, Right
from tests.rights.making import HERE, WHOLE, asked, receipt, step

ON: Final = date(2026, 3, 10)
PARTS: Final = [tuple(part for part in AnswerPart if part is not missing) for missing in AnswerPart]


@pytest.mark.row("H11")
@pytest.mark.parametrize("told", [(), *PARTS, WHOLE])
@pytest.mark.parametrize(
    ("kind", "more"),
    [(Refused, {"ground": RefusalGround.EXCESSIVE}), (Answered, {"in_full": False})],
)
def test_no_answer_without_its_parts(
    told: tuple[AnswerPart, ...], kind: type[Refused | Answered], more: dict[str, Any]
) -> None:
    """
    What does less than was asked goes out only with reasons, complaint and court.
    """
    event = step(kind, ON, told=told, **more)
    if told == WHOLE:
        assert asked().apply(event).status.is_closed
    else:
        with pytest.raises(AnswerLacksPartsError) as caught:
            asked().apply(event)
        assert caught.value.missing == tuple(part for part in AnswerPart if part not in told)


def test_a_full_answer_needs_no_parts() -> None:
    """
    Who gets all they asked for is told no reasons.
    """
    assert asked().apply(step(Answered, ON)).status is RequestStatus.ANSWERED


@pytest.mark.row("H11")
@pytest.mark.parametrize("ground", [None, *RefusalGround])
@pytest.mark.parametrize("right", [*Right])
def test_only_open_grounds_refuse(right: Right, ground: RefusalGround | None) -> None:
    """
    A right is refused only on a ground that may stand against it, and never on none.
    """
    event, request = step(Refused, ON, ground=ground, told=WHOLE), asked(right)
    if ground is RefusalGround.IDENTITY_NOT_PROVED:
        request = request.apply(step(IdentityAsked, ON, doubt="name_differs"))
    if ground is None:
        with pytest.raises(RefusalNeedsGroundError):
            request.apply(event)
    elif ground in grounds_against(right):
        assert request.apply(event).status is RequestStatus.REFUSED
    else:
        with pytest.raises(RefusalNotOpenError) as caught:
            request.apply(event)
        assert caught.value.right is right
        assert ground not in caught.value.grounds


def test_delete_me_is_never_refused_as_a_whole() -> None:
    """
    A request with an objection to marketing in it is answered in part at least.
    """
    request = asked(Right.ERASURE, Right.OBJECT_MARKETING)
    with pytest.raises(RefusalNotOpenError, match="answer in part"):
        request.apply(step(Refused, ON, ground=RefusalGround.EXCESSIVE, told=WHOLE))
    partly = request.apply(step(Answered, ON, in_full=False, told=WHOLE))
    assert partly.status is RequestStatus.PARTLY_ANSWERED


@pytest.mark.row("H11")
@pytest.mark.parametrize(
    ("told", "codes"), [(WHOLE, []), ((AnswerPart.REASONS,), ["request.not_all_told"])]
)
def test_what_was_not_told_is_found_afterwards(
    told: tuple[AnswerPart, ...], codes: list[str]
) -> None:
    """
    A refusal that happened without all its parts is read back, and found.
    """
    refused = step(Refused, ON, ground=RefusalGround.EXCESSIVE, told=told)
    found = replay([receipt(), refused], situation=HERE)
    assert [each.code for each in found.breaches] == codes
