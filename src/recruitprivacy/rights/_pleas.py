"""
The grounds on which a right may stop, and what a controller has to show for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.errors import PleaLacksProvisionError
from recruitprivacy.vocabulary import (
    AutomatedDecisionException,
    ErasureException,
    RefusalGround,
    Right,
)

__all__ = ["GROUNDS", "Against", "Plea", "grounds_against", "stands_against"]

Against: TypeAlias = ErasureException | RefusalGround | AutomatedDecisionException

ANY: Final = (
    RefusalGround.MANIFESTLY_UNFOUNDED,
    RefusalGround.EXCESSIVE,
    RefusalGround.NOT_IDENTIFIABLE,
    RefusalGround.IDENTITY_NOT_PROVED,
    RefusalGround.NATIONAL_RESTRICTION,
)
NOT_HERE: Final = RefusalGround.RIGHT_DOES_NOT_APPLY

GROUNDS: Final[Mapping[Right, tuple[Against, ...]]] = MappingProxyType(
    {
        Right.ACCESS: (*ANY, RefusalGround.RIGHTS_OF_OTHERS),
        Right.RECTIFICATION: (*ANY, NOT_HERE),
        Right.ERASURE: (*ErasureException, *ANY, NOT_HERE),
        Right.RESTRICTION: (*ANY, NOT_HERE),
        Right.PORTABILITY: (*ANY, NOT_HERE, RefusalGround.RIGHTS_OF_OTHERS),
        Right.OBJECT: (
            RefusalGround.COMPELLING_GROUNDS,
            RefusalGround.LEGAL_CLAIMS,
            RefusalGround.PUBLIC_INTEREST_RESEARCH,
            *ANY,
            NOT_HERE,
        ),
        Right.OBJECT_MARKETING: (),
        Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: (*AutomatedDecisionException, *ANY, NOT_HERE),
        Right.HUMAN_INTERVENTION: (*ANY, NOT_HERE),
        Right.WITHDRAW_CONSENT: (NOT_HERE,),
        Right.COMPLAINT: (),
        Right.RECIPIENTS_INFORMATION: (*ANY, NOT_HERE),
    }
)
"""What may stand against each right; the list is closed."""


@attrs.frozen(kw_only=True)
class Plea:
    """
    What a controller says stands against a right; the burden of showing it is theirs.

    Without a human who decided and their reasons it shows nothing: the answer is then that a person
    has to decide.

    Attributes:
        ground: Which ground.
        categories: The data it is about; None is all.
        records: The records it is about; empty is all.
        by: Who decided, as an opaque id.
        reasons: Where the reasons are written down, as an opaque id.
        until: The last day for which it is claimed, or None.
        cites: The provisions it rests on, as a lawyer writes them.
        rule: The id of a rule of a pack that it rests on, or empty.

    Raises:
        PleaLacksProvisionError: If it pleads a restriction by law and names none.

    >>> Plea(ground=ErasureException.LEGAL_CLAIMS, by="r7", reasons="memo-12").shown
    True
    >>> Plea(ground=RefusalGround.NATIONAL_RESTRICTION)
    Traceback (most recent call last):
    recruitprivacy.errors.PleaLacksProvisionError: ...

    Law:
        GDPR Art. 12(5): the controller shows that a request is unfounded or excessive.
        GDPR Art. 17(3): only as far as the processing is necessary.
        GDPR Art. 21(1): the controller shows its compelling grounds.
        GDPR Art. 23(1): a law restricts a right, and respects what it is about.
    """

    ground: Against
    categories: tuple[str, ...] | None = None
    records: tuple[str, ...] = ()
    by: str = ""
    reasons: str = ""
    until: date | None = None
    cites: tuple[str, ...] = ()
    rule: str = ""

    def __attrs_post_init__(self) -> None:
        """
        Refuse a restriction by law without the law.
        """
        by_law = self.ground is RefusalGround.NATIONAL_RESTRICTION
        if by_law and not (self.cites or self.rule):
            raise PleaLacksProvisionError

    def runs(self, on: date) -> bool:
        """
        Say whether it is still claimed on a day.
        """
        return self.until is None or on <= self.until

    @property
    def shown(self) -> bool:
        """
        Whether a human decided, and wrote down why.
        """
        return bool(self.by and self.reasons)


def stands_against(right: Right, ground: Against) -> bool:
    """
    Say whether a ground is one of those that may stand against a right.

    >>> stands_against(Right.ERASURE, ErasureException.LEGAL_CLAIMS)
    True
    >>> stands_against(Right.OBJECT, ErasureException.LEGAL_CLAIMS)
    False
    """
    # Terms of two lists may share a key, and are equal then as texts are.
    return any(each is ground for each in GROUNDS[right])


def grounds_against(right: Right) -> tuple[Against, ...]:
    """
    List what may stand against a right; nothing stands against what always has to be met.

    >>> grounds_against(Right.OBJECT_MARKETING)
    ()
    >>> [ground.cites for ground in grounds_against(Right.ERASURE)][4]
    'GDPR Art. 17(3)(e)'

    Law:
        GDPR Art. 12(5): a request that is manifestly unfounded or excessive.
        GDPR Art. 21(3): an objection to direct marketing is always met.
    """
    return GROUNDS[right]
