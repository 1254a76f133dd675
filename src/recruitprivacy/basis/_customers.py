"""
The exception for a firm's own customers, with every condition it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis._frame import GDPR, Frame
from recruitprivacy.basis._premise import Premise, all_of, negated
from recruitprivacy.law import Confidence, Rule
from recruitprivacy.messages import Message

__all__ = ["CONDITIONS", "Relation", "SoftOptIn", "customer_premises"]


class Relation(StrEnum):
    """
    What the person had to do with the sender before.
    """

    BOUGHT = "bought"
    """Bought a product or service of the sender's."""
    FREE_ACCOUNT = "free_account"
    """Made an account, free for the person and paid for by others; lawyers differ on it."""
    APPLIED = "applied"
    """Applied for work, and bought nothing."""
    NONE = "none"
    """Nothing; the address was bought, shared or found."""


FROM_THEM: Final = Message(
    "basis.customer.from_them", "the sender itself got the address from the person"
)
IN_A_SALE: Final = Message(
    "basis.customer.in_a_sale", "it got it in the course of a sale to the person"
)
SAME: Final = Message("basis.customer.same", "whoever sends is the very same firm")
SIMILAR: Final = Message(
    "basis.customer.similar", "the message is about the sender’s own, similar services"
)
REFUSABLE_THEN: Final = Message(
    "basis.customer.refusable_then", "the person could refuse, freely and easily, back then"
)
REFUSABLE_NOW: Final = Message(
    "basis.customer.refusable_now", "the person can refuse, freely and easily, in every message"
)
NOT_REFUSED: Final = Message("basis.customer.not_refused", "the person has not refused")


@attrs.frozen(kw_only=True)
class SoftOptIn:
    """
    What is known of an earlier dealing, for the exception for customers; None is unknown.

    Attributes:
        relation: What the person had to do with the sender.
        from_person: Whether the sender itself got the address from the person.
        same_sender: Whether whoever sends is that same firm, no other of its group.
        similar: Whether the message is about its own, similar services.
        refusable_then: Whether the person could refuse when the address was taken.
        refusable_each_time: Whether every message lets them refuse.
        refused: Whether they have.

    >>> SoftOptIn(relation=Relation.APPLIED).in_sale
    False

    Law:
        Dir. 2002/58 Art. 13(2): all of it is needed.
    """

    relation: Relation | None = None
    from_person: bool | None = None
    same_sender: bool | None = None
    similar: bool | None = None
    refusable_then: bool | None = None
    refusable_each_time: bool | None = None
    refused: bool | None = None

    @property
    def in_sale(self) -> bool | None:
        """
        Whether there was a sale; a free account that others pay for may be one.
        """
        return {Relation.BOUGHT: True, Relation.APPLIED: False, Relation.NONE: False}.get(
            self.relation or Relation.FREE_ACCOUNT
        )

    def condition(self, condition: str) -> bool | None:
        """
        Tell whether a condition that national rules name for customers is met.

        >>> SoftOptIn(similar=True).condition("similar_recruitment_services")
        True
        """
        unrefused = all_of(self.refusable_then, negated(self.refused))
        return {
            "prior_contact": all_of(self.from_person, self.relation is not Relation.NONE),
            "similar_recruitment_services": self.similar,
            "not_opted_out": unrefused,
        }.get(condition)


CONDITIONS: Final[Mapping[str, tuple[Message, str]]] = MappingProxyType(
    {
        "customer.from_person": (FROM_THEM, "prior_contact"),
        "customer.sale": (IN_A_SALE, ""),
        "customer.same_sender": (SAME, ""),
        "customer.similar": (SIMILAR, "similar_recruitment_services"),
        "customer.refusable_then": (REFUSABLE_THEN, ""),
        "customer.refusable_each_time": (REFUSABLE_NOW, ""),
        "customer.refused": (NOT_REFUSED, "not_opted_out"),
    }
)
"""Each condition in words, and the term by which a notice can name it."""


def customer_premises(frame: Frame, customer: SoftOptIn, rule: Rule) -> Iterator[Premise]:
    """
    List what the exception needs, whatever the rule of the place spells out of it.
    """
    # The directive binds no other regime's customers, as the British since 2021.
    directive = frame.cite("Dir. 2002/58 Art. 13(2)") if frame.act == GDPR else ()
    holds = {
        "customer.from_person": customer.from_person,
        "customer.sale": customer.in_sale,
        "customer.same_sender": customer.same_sender,
        "customer.similar": customer.similar,
        "customer.refusable_then": customer.refusable_then,
        "customer.refusable_each_time": customer.refusable_each_time,
        "customer.refused": negated(customer.refused),
    }
    for fact, (what, _) in CONDITIONS.items():
        yield Premise(
            fact=fact,
            holds=holds[fact],
            what=what,
            cites=tuple(dict.fromkeys((*rule.cites, *directive))),
            weight=rule.weight,
            rule=rule.id,
            judged=customer.relation is Relation.FREE_ACCOUNT and fact == "customer.sale",
            doubted=rule.confidence is Confidence.UNVERIFIED,
        )
