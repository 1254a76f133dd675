"""
What an answer that does less than was asked cannot go without.
"""

from __future__ import annotations

from recruitprivacy.errors import (
    AnswerLacksPartsError,
    RefusalNeedsGroundError,
    RefusalNotOpenError,
)
from recruitprivacy.rights._pleas import GROUNDS
from recruitprivacy.timeline import Answered, AnswerPart, AnyRequestEvent, Refused
from recruitprivacy.vocabulary import RefusalGround, Right

__all__ = ["refuse_incomplete", "untold"]


def refuse_incomplete(event: AnyRequestEvent, rights: tuple[Right, ...]) -> None:
    """
    Refuse to send an answer that does not say what it must.

    Raises:
        RefusalNeedsGroundError: If it refuses without a ground.
        RefusalNotOpenError: If that ground does not stand against one of the rights asked for.
        AnswerLacksPartsError: If the person is not told why, and where to turn.

    Law:
        GDPR Art. 12(4): reasons, complaint and court are told of what is not done.
    """
    if isinstance(event, Refused):
        _refuse_ground(event.ground, rights)
    missing = untold(event)
    if missing:
        raise AnswerLacksPartsError(missing)


def untold(event: AnyRequestEvent) -> tuple[AnswerPart, ...]:
    """
    List what was not said of what is not done; nothing where all of it is done.

    What another controller wrote is for that one to know.
    """
    if isinstance(event, Refused) or (
        isinstance(event, Answered) and not (event.in_full or event.by)
    ):
        return tuple(part for part in AnswerPart if part not in event.told)
    return ()


def _refuse_ground(ground: RefusalGround | None, rights: tuple[Right, ...]) -> None:
    if ground is None:
        raise RefusalNeedsGroundError(tuple(RefusalGround))
    for right in sorted(rights, key=lambda each: len(GROUNDS[each])):
        # Claims at law are one ground, whichever list names them.
        if ground not in GROUNDS[right]:
            grounds = tuple(each for each in GROUNDS[right] if isinstance(each, RefusalGround))
            raise RefusalNotOpenError(right, ground, grounds)
