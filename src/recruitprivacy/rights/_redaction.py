"""
What is taken out of a copy for the sake of others, and what stays in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis import Frame
from recruitprivacy.citations import Citation
from recruitprivacy.messages import Message
from recruitprivacy.rights._held import HeldItem, HeldValue, Mark, MarkKind, ThirdParty

__all__ = ["INSTEAD", "Fate", "Redaction", "manifest", "redacted"]

INSTEAD: Final = "[…]"
"""What stands where something was taken out."""


class Fate(StrEnum):
    """
    What becomes of a part that speaks of somebody else.

    >>> Fate.WAITS.value
    'waits'
    """

    KEPT = "kept"
    TAKEN_OUT = "taken_out"
    WAITS = "waits"
    """Taken out until a human has weighed it; nobody is refused the rest."""


FATES: Final[Mapping[MarkKind, Fate]] = MappingProxyType(
    {
        MarkKind.IDENTITY: Fate.TAKEN_OUT,
        MarkKind.ABOUT_THEM: Fate.TAKEN_OUT,
        MarkKind.OPINION: Fate.KEPT,
        MarkKind.IN_CONFIDENCE: Fate.WAITS,
        MarkKind.SECRET: Fate.WAITS,
    }
)
WHY: Final[Mapping[MarkKind, Message]] = MappingProxyType(
    {
        MarkKind.IDENTITY: Message(
            "rights.redaction.identity",
            "This tells who somebody else is, and the rest says it all.",
        ),
        MarkKind.ABOUT_THEM: Message("rights.redaction.about_them", "This is about somebody else."),
        MarkKind.OPINION: Message(
            "rights.redaction.opinion",
            "What somebody said or thought of the person is about the person, and is given.",
        ),
        MarkKind.IN_CONFIDENCE: Message(
            "rights.redaction.in_confidence",
            "This was said in confidence; a human weighs whether it can be given.",
        ),
        MarkKind.SECRET: Message(
            "rights.redaction.secret",
            "This may be a secret of the trade; a human weighs whether it can be given, and it is "
            "no reason to give nothing.",
        ),
    }
)
GIVEN: Final = Message("rights.redaction.given", "A human decided that this is given.")
WITHHELD: Final = Message("rights.redaction.withheld", "A human decided that this is not given.")
CITES: Final[Mapping[MarkKind, tuple[str, ...]]] = MappingProxyType(
    {
        MarkKind.OPINION: ("GDPR Art. 15(3)", "C-434/16"),
        MarkKind.SECRET: ("GDPR Art. 15(4)", "GDPR Recital 63"),
    }
)
OF_OTHERS: Final = ("GDPR Art. 15(4)",)
TAKEN_ELSEWHERE: Final[Mapping[MarkKind, tuple[str, ...]]] = MappingProxyType(
    {MarkKind.OPINION: ("GDPR Art. 4(1)", "C-434/16")}
)
OF_OTHERS_ELSEWHERE: Final = ("GDPR Art. 20(4)",)


@attrs.frozen(kw_only=True)
class Redaction:
    """
    One part that speaks of somebody else, and what became of it; never what it says.

    Attributes:
        item: The id of what it is in.
        start: Its first character, counted from 0, before anything was taken out.
        end: The character after its last.
        kind: In what way it speaks of them.
        of: Of whom.
        fate: What became of it.
        because: Why.
        cites: The provisions.
    """

    item: str
    start: int
    end: int
    kind: MarkKind
    of: ThirdParty
    fate: Fate
    because: Message
    cites: tuple[Citation, ...] = ()


def manifest(
    items: Iterable[HeldItem], frame: Frame, *, elsewhere: bool = False
) -> tuple[Redaction, ...]:
    """
    List what speaks of others, item by item, and what becomes of it.

    Args:
        items: What is given.
        frame: The law.
        elsewhere: Whether it is given to be taken elsewhere.

    Law:
        GDPR Art. 15(4): a copy does not harm the rights of others.
        GDPR Art. 20(4): nor does what is taken elsewhere.
        GDPR Recital 63: which is no reason to refuse all of it.
    """
    by_kind, others = (TAKEN_ELSEWHERE, OF_OTHERS_ELSEWHERE) if elsewhere else (CITES, OF_OTHERS)
    return tuple(
        _line(item, mark, frame.cite(*by_kind.get(mark.kind, others)))
        for item in items
        for mark in item.marks
    )


def redacted(item: HeldItem, instead: str = INSTEAD) -> HeldValue:
    """
    Give what is held without what is taken out for the sake of others.

    >>> note = HeldItem(id="n-1", record="r-1", category="interview_notes",
    ...                 value="R. Roe found her clear.",
    ...                 marks=(Mark(start=0, end=6, kind=MarkKind.IDENTITY,
    ...                             of=ThirdParty.INTERVIEWER),
    ...                        Mark(start=7, end=22, kind=MarkKind.OPINION,
    ...                             of=ThirdParty.INTERVIEWER)))
    >>> redacted(note)
    '[…] found her clear.'
    """
    if not isinstance(item.value, str):
        return item.value
    text, done = "", 0
    for start, end in _spans(item.marks):
        text += item.value[done:start] + instead
        done = end
    return text + item.value[done:]


def _spans(marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    # What is taken out for one reason is out, whatever another would keep of it.
    out = sorted((mark.start, mark.end) for mark in marks if _fate(mark) is not Fate.KEPT)
    while out:
        start, end = out.pop(0)
        while out and out[0][0] <= end:
            end = max(end, out.pop(0)[1])
        yield start, end


def _fate(mark: Mark) -> Fate:
    if mark.give is None:
        return FATES[mark.kind]
    return Fate.KEPT if mark.give else Fate.TAKEN_OUT


def _line(item: HeldItem, mark: Mark, cites: tuple[Citation, ...]) -> Redaction:
    decided = {None: WHY[mark.kind], True: GIVEN, False: WITHHELD}
    return Redaction(
        item=item.id,
        start=mark.start,
        end=mark.end,
        kind=mark.kind,
        of=mark.of,
        fate=_fate(mark),
        because=decided[mark.give],
        cites=cites,
    )
