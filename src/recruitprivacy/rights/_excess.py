"""
Repetition, excess and fees: facts for a human, never a machine's refusal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis import Answer, Frame, Premise, Verdict
from recruitprivacy.findings import Step, Weight
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.rights._framed import framed
from recruitprivacy.rights._request import RightsRequest, wording_of
from recruitprivacy.timeline import day_of
from recruitprivacy.vocabulary import RefusalGround, Right

__all__ = ["Excess", "Sign", "excess", "may_charge"]

FURTHER: Final = "extra_copy"
"""What somebody calls their request who was given a copy already."""
YEAR: Final = Period(years=1)
"""An interval that is never too short, by the guidelines."""

WHAT: Final = Message("rights.excess.what", "calling the request unfounded or excessive")
CHARGING: Final = Message("rights.excess.charging", "asking for a fee")
FOR_COPIES: Final = Message("rights.excess.for_copies", "a fee for a further copy")
FOR_EXCESS: Final = Message("rights.excess.for_excess", "a fee for a request that is too much")
SHOWN: Final = Message(
    "rights.excess.shown", "the controller shows, on facts of this case, that it is"
)
NOTHING: Final = Message("rights.excess.nothing", "something is put forward that can count at all")
COUNT: Final = Message(
    "rights.excess.count",
    "{n} earlier request for the same is on record; the last came on {day}.",
    "{n} earlier requests for the same are on record; the last came on {day}.",
)
FIRST_ONE: Final = Message(
    "rights.excess.first",
    "No earlier request for the same is on record; even so a first one can be abused.",
)
NEVER: Final = Message("rights.excess.never", "This never counts: {sign}.")
LONG_AGO: Final = Message(
    "rights.excess.long_ago",
    "That the same was asked for before does not count: a year or more lies between, or nothing "
    "earlier is on record.",
)
MAY: Final = Message("rights.excess.may", "A person weighs this, which is put forward: {sign}.")
FREE: Final = Message(
    "rights.excess.further_copy", "it is a further copy of what the person was given already"
)
WARNED: Final = Message(
    "rights.excess.warned", "the person was told of the fee first, and could withdraw the request"
)
REASONABLE: Final = Message(
    "rights.excess.reasonable", "A fee covers administrative costs at most, and stops no clock."
)


CASES: Final = ("GDPR Art. 12(5)", "C-526/24")
GUIDED: Final = ("GDPR Art. 12(5)", "EDPB 01/2022 para. 190")


class Sign(StrEnum):
    """
    What is put forward when somebody calls a request unfounded or excessive.

    >>> Sign.EFFORT.counts, Sign.PAID_SILENCE.counts
    (False, True)
    """

    REPEATED = "repeated"
    EFFORT = "effort"
    RUDENESS = "rudeness"
    CLAIM_PREPARED = "claim_prepared"
    PAID_SILENCE = "paid_silence"
    MADE_UP_CLAIM = "made_up_claim"
    PATTERN = "pattern"

    @property
    def counts(self) -> bool:
        """
        Whether it can count at all.

        Law:
            EDPB 01/2022 para. 190: an interval, and how much it costs, in proportion.
        """
        return self not in {Sign.EFFORT, Sign.RUDENESS, Sign.CLAIM_PREPARED}

    @property
    def label(self) -> Message:
        """
        Its name, as a message.
        """
        return _LABELS[self]


_LABELS: Final[Mapping[Sign, Message]] = MappingProxyType(
    {
        Sign.REPEATED: Message("rights.sign.repeated", "the same was asked for shortly before"),
        Sign.EFFORT: Message("rights.sign.effort", "answering takes much work"),
        Sign.RUDENESS: Message("rights.sign.rudeness", "the person is rude"),
        Sign.CLAIM_PREPARED: Message(
            "rights.sign.claim_prepared", "the person means to use the answer in a lawsuit"
        ),
        Sign.PAID_SILENCE: Message(
            "rights.sign.paid_silence", "the person offered to withdraw the request for money"
        ),
        Sign.MADE_UP_CLAIM: Message(
            "rights.sign.made_up_claim",
            "the person asks only to make a claim for damages come into being",
        ),
        Sign.PATTERN: Message(
            "rights.sign.pattern", "it is publicly known that the person does so with many firms"
        ),
    }
)


@attrs.frozen(kw_only=True)
class Excess(Answer):
    """
    What there is for and against calling a request unfounded or excessive; it never stands alone.

    Attributes:
        grounds: The grounds a human may look at; none where nothing counts.
        earlier: How often the same was asked for before.
        last_on: When last, or None.
    """

    grounds: tuple[RefusalGround, ...] = ()
    earlier: int = 0
    last_on: date | None = None


def excess(
    request: RightsRequest,
    law: Law,
    *,
    on: date,
    earlier: Iterable[RightsRequest] = (),
    signs: Iterable[Sign] = (),
) -> Excess:
    """
    Collect what a human needs to judge whether a request is unfounded or excessive.

    It never says that it is: the controller bears the burden of showing it. A year after the last
    one, a request is not excessive for coming again.

    Args:
        request: The request.
        law: The packs.
        on: The day asked about.
        earlier: The person's other requests to the same controller.
        signs: What is put forward.

    Raises:
        FaultsError: If the request's situation names no place.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import Situation, load
    >>> from recruitprivacy.rights import open_request
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> answer = excess(asked, load("NL"), on=date(2026, 3, 5), signs=(Sign.EFFORT, Sign.RUDENESS))
    >>> answer.standing.value, answer.grounds
    ('excluded', ())

    Law:
        GDPR Art. 12(5): the controller shows that a request is unfounded or excessive.
        EDPB 01/2022 para. 175: narrowly.
    """
    frame = framed(request, law, on=on)
    days = sorted(_same(request, earlier))
    last = days[-1] if days else None
    named = tuple(dict.fromkeys(signs))
    count = [each for each in named if _counts(each, request, last)]
    cites = frame.cite("GDPR Art. 12(5)")
    return Excess(
        what=WHAT,
        grounds=(RefusalGround.MANIFESTLY_UNFOUNDED, RefusalGround.EXCESSIVE) if count else (),
        earlier=len(days),
        last_on=last,
        premises=(
            frame.in_force,
            Premise(fact="signs", holds=bool(count), what=NOTHING, cites=cites),
            Premise(fact="shown", holds=None, what=SHOWN, cites=cites, judged=True),
        ),
        remarks=(*_said(frame, named, count), _before(frame, days)),
        **frame.parts,
    )


def may_charge(
    request: RightsRequest,
    law: Law,
    *,
    on: date,
    copies: int = 1,
    judged: Excess | None = None,
    warned: bool | None = None,
) -> Answer:
    """
    Say whether a fee may be asked for: not for a first answer, unless a human showed excess.

    Args:
        request: The request.
        law: The packs.
        on: The day asked about.
        copies: How many copies of the same data were asked for, this one among them; who calls
            their request a further copy asks for a second.
        judged: What :func:`excess` collected, where a human found it excessive.
        warned: Whether the person was told of the fee, and could withdraw the request.

    Raises:
        FaultsError: If the request's situation names no place.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import Situation, load
    >>> from recruitprivacy.rights import open_request
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> book, today = load("NL"), date(2026, 3, 5)
    >>> [may_charge(asked, book, on=today, copies=n, warned=True).standing.value for n in (1, 2)]
    ['excluded', 'stands']

    Law:
        GDPR Art. 12(5): free, unless manifestly unfounded or excessive.
        GDPR Art. 15(3): a reasonable fee for further copies.
    """
    frame = framed(request, law, on=on)
    another = copies > 1 or wording_of(request) == FURTHER
    found_excess = judged is not None and judged.standing is not Verdict.EXCLUDED
    told = frame.cite("EDPB 01/2022 para. 194")
    return Answer(
        what=CHARGING,
        premises=(
            frame.in_force,
            Premise(fact="warned", holds=warned, what=WARNED, cites=told, weight=Weight.GUIDANCE),
        ),
        ways=(
            _for_copies(frame, further=another and Right.ACCESS in request.rights),
            _for_excess(frame, found=found_excess),
        ),
        remarks=(Step(says=phrase(REASONABLE), cites=frame.cite("GDPR Art. 12(5)")),),
        **frame.parts,
    )


def _for_copies(frame: Frame, *, further: bool) -> Answer:
    cites = frame.cite("GDPR Art. 15(3)", "C-307/22")
    premise = Premise(fact="copies", holds=further, what=FREE, cites=cites)
    return Answer(what=FOR_COPIES, premises=(premise,), **frame.parts)


def _for_excess(frame: Frame, *, found: bool) -> Answer:
    cites, holds = frame.cite("GDPR Art. 12(5)"), None if found else False
    premise = Premise(fact="excess", holds=holds, what=SHOWN, cites=cites, judged=True)
    return Answer(what=FOR_EXCESS, premises=(premise,), **frame.parts)


def _same(request: RightsRequest, earlier: Iterable[RightsRequest]) -> Iterator[date]:
    mine = day_of(request.received_at) or date.max
    for other in earlier:
        day = day_of(other.received_at)
        same = other.person == request.person and set(other.rights) & set(request.rights)
        if other.id != request.id and same and day is not None and day <= mine:
            yield day


def _counts(sign: Sign, request: RightsRequest, last: date | None) -> bool:
    return sign.counts and (sign is not Sign.REPEATED or _within_a_year(request, last))


def _within_a_year(request: RightsRequest, last: date | None) -> bool:
    mine = day_of(request.received_at)
    if last is None or mine is None:
        return False
    return mine < add(last, YEAR, rounding=Rounding.DOWN)


def _said(frame: Frame, named: Iterable[Sign], count: Iterable[Sign]) -> Iterator[Step]:
    counting = set(count)
    for sign in named:
        says = MAY if sign in counting else LONG_AGO if sign is Sign.REPEATED else NEVER
        cites = CASES if sign in {Sign.MADE_UP_CLAIM, Sign.PATTERN} else GUIDED
        said = phrase(says) if says is LONG_AGO else phrase(says, sign=sign.label)
        yield Step(says=said, cites=frame.cite(*cites), fact=sign)


def _before(frame: Frame, days: list[date]) -> Step:
    if not days:
        return Step(says=phrase(FIRST_ONE), cites=frame.cite("C-526/24"))
    return Step(says=phrase(COUNT, n=len(days), day=days[-1]))
