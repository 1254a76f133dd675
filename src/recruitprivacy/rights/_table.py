"""
Under which lawful bases each right exists, and on what it depends: one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary import LawfulBasis, Right

__all__ = ["AGREED_OR_CONTRACT", "TABLE", "WEIGHED", "Carried", "Dependence"]


class Dependence(StrEnum):
    """
    What a right depends on, by the name of the fact.

    >>> Dependence.BASIS.value
    'basis'
    """

    BASIS = "basis"
    """The lawful basis is one that carries it."""
    IDENTIFIED = "identified"
    """The controller can tell whose data they are, or the person tells more."""
    ERASURE_GROUND = "erasure.ground"
    """One of the grounds for erasure."""
    RESTRICTION_GROUND = "restriction.ground"
    """One of the grounds for restriction."""
    AUTOMATED_MEANS = "automated_means"
    PROVIDED_BY_SUBJECT = "provided_by_subject"
    SITUATION = "situation_stated"
    """The person says what in their situation speaks against it."""
    MACHINE_ALONE = "automation.alone"
    """No human truly decides."""
    MATTERS = "automation.effect"
    """What the machine puts out settles how the person fares."""
    CHANGED = "data.changed"
    """Something was rectified, erased or restricted before."""

    @property
    def what(self) -> Message:
        """
        What is asked, as a message.
        """
        return _WHAT[self]


_WHAT: Final[Mapping[Dependence, Message]] = MappingProxyType(
    {
        Dependence.BASIS: Message("rights.needs.basis", "the lawful basis carries this right"),
        Dependence.IDENTIFIED: Message(
            "rights.needs.identified",
            "the person can be found in the data, or says more so that they can",
        ),
        Dependence.ERASURE_GROUND: Message(
            "rights.needs.erasure_ground", "one of the grounds for erasure is there"
        ),
        Dependence.RESTRICTION_GROUND: Message(
            "rights.needs.restriction_ground", "one of the grounds for restriction is there"
        ),
        Dependence.AUTOMATED_MEANS: Message(
            "rights.needs.automated_means", "the data are processed by automated means"
        ),
        Dependence.PROVIDED_BY_SUBJECT: Message(
            "rights.needs.provided_by_subject",
            "the person provided the data, or left them behind in using a service",
        ),
        Dependence.SITUATION: Message(
            "rights.needs.situation",
            "the person says what in their own situation speaks against it",
        ),
        Dependence.MACHINE_ALONE: Message(
            "rights.needs.machine_alone", "no human truly takes part in the decision"
        ),
        Dependence.MATTERS: Message(
            "rights.needs.matters", "the decision has legal or similarly serious effects"
        ),
        Dependence.CHANGED: Message(
            "rights.needs.changed",
            "data were rectified, erased or restricted, and somebody has them",
        ),
    }
)


@attrs.frozen(kw_only=True)
class Carried:
    """
    One right: under which bases it exists, and on what else it depends.

    Attributes:
        bases: The bases that carry it; None is every basis.
        consented: Whether explicit consent to special categories carries it, whatever the basis.
        depends_on: What else must be so.
        instead: What to look at where it does not exist.
        cites: The provisions, as a lawyer writes them.
    """

    bases: frozenset[LawfulBasis] | None = None
    consented: bool = False
    depends_on: tuple[Dependence, ...] = ()
    instead: tuple[Right, ...] = ()
    cites: tuple[str, ...]


AGREED: Final = frozenset({LawfulBasis.CONSENT})
# Whether steps before a contract are "a contract" is disputed; who grants it is safe.
AGREED_OR_CONTRACT: Final = AGREED | {LawfulBasis.CONTRACT, LawfulBasis.PRECONTRACT}
WEIGHED: Final = frozenset({LawfulBasis.PUBLIC_TASK, LawfulBasis.LEGITIMATE_INTERESTS})
MACHINES: Final = (Dependence.MACHINE_ALONE, Dependence.MATTERS)
WHOSE: Final = (Dependence.IDENTIFIED,)

TABLE: Final[Mapping[Right, Carried]] = MappingProxyType(
    {
        Right.ACCESS: Carried(depends_on=WHOSE, cites=("GDPR Art. 15(1)",)),
        Right.RECTIFICATION: Carried(depends_on=WHOSE, cites=("GDPR Art. 16",)),
        Right.ERASURE: Carried(
            depends_on=(*WHOSE, Dependence.ERASURE_GROUND), cites=("GDPR Art. 17(1)",)
        ),
        Right.RESTRICTION: Carried(
            depends_on=(*WHOSE, Dependence.RESTRICTION_GROUND), cites=("GDPR Art. 18(1)",)
        ),
        Right.PORTABILITY: Carried(
            bases=AGREED_OR_CONTRACT,
            consented=True,
            depends_on=(*WHOSE, Dependence.AUTOMATED_MEANS, Dependence.PROVIDED_BY_SUBJECT),
            instead=(Right.ACCESS,),
            cites=("GDPR Art. 20(1)",),
        ),
        Right.OBJECT: Carried(
            bases=WEIGHED,
            depends_on=(Dependence.SITUATION,),
            instead=(Right.WITHDRAW_CONSENT, Right.ERASURE, Right.RESTRICTION),
            cites=("GDPR Art. 21(1)",),
        ),
        Right.OBJECT_MARKETING: Carried(cites=("GDPR Art. 21(2)", "GDPR Art. 21(3)")),
        Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: Carried(
            depends_on=MACHINES,
            instead=(Right.ACCESS, Right.OBJECT),
            cites=("GDPR Art. 22(1)",),
        ),
        Right.HUMAN_INTERVENTION: Carried(
            depends_on=MACHINES, instead=(Right.ACCESS, Right.OBJECT), cites=("GDPR Art. 22(3)",)
        ),
        Right.WITHDRAW_CONSENT: Carried(
            bases=AGREED,
            consented=True,
            instead=(Right.OBJECT, Right.ERASURE, Right.RESTRICTION),
            cites=("GDPR Art. 7(3)",),
        ),
        Right.COMPLAINT: Carried(cites=("GDPR Art. 77(1)",)),
        Right.RECIPIENTS_INFORMATION: Carried(
            depends_on=(Dependence.CHANGED,), instead=(Right.ACCESS,), cites=("GDPR Art. 19",)
        ),
    }
)
"""Every right, in the order of the law."""
