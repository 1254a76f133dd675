"""
The receipt for a consent: what a person can keep of what they agreed to.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.policy import UNSTATED, Controller, Permission, Policy
from recruitprivacy.timeline import ConsentGiven
from recruitprivacy.vocabulary import BUILT_IN, Kind, Sensitivity, Vocabulary

__all__ = ["Receipt", "ReceiptController", "ReceiptPurpose", "receipt"]

CONSENTS: Final = frozenset({Permission.CONSENT, Permission.EXPLICIT_CONSENT})


@attrs.frozen(kw_only=True)
class ReceiptController:
    """
    A controller as a receipt names it; what the declaration leaves out is empty.

    Attributes:
        name: Its legal name.
        contact: The person or desk to turn to.
        address: The postal address, line by line.
        country: Its country, or empty.
        email: Its address for mail, or empty.
        phone: Its number, or empty.
        url: Its page, or empty.
    """

    name: str
    contact: str = ""
    address: tuple[str, ...] = ()
    country: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""


@attrs.frozen(kw_only=True)
class ReceiptPurpose:
    """
    One purpose a person agreed to.

    Attributes:
        purpose: The purpose.
        categories: The data it is about.
        explicit: Whether the consent is explicit.
        expires_on: The last day it stands; None until it is withdrawn.
        third_parties: Who else gets the data for it, as kinds of recipients.
    """

    purpose: str
    categories: tuple[str, ...] = ()
    explicit: bool = False
    expires_on: date | None = None
    third_parties: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Receipt:
    """
    What was agreed, when, to whom, on which words.

    Attributes:
        id: The receipt's own id: that of the event.
        person: The person's opaque id.
        given_at: When they agreed.
        method: How, as the event notes it, or empty.
        jurisdiction: The country whose law governs it.
        language: The language of the words agreed to.
        notice_version: The version of the notice before it.
        notice_digest: The digest of the words.
        policy_url: Where the notice stands.
        controllers: To whom it was given.
        purposes: What was agreed to.
        sensitive: The special, criminal and identifying data among it.

    Law:
        GDPR Art. 7(1): the controller can show it, and so can the person.
    """

    id: str
    person: str = attrs.field(repr=False)
    given_at: datetime
    method: str = ""
    jurisdiction: str
    language: str = ""
    notice_version: str = ""
    notice_digest: str = ""
    policy_url: str
    controllers: tuple[ReceiptController, ...]
    purposes: tuple[ReceiptPurpose, ...]
    sensitive: tuple[str, ...] = ()


def receipt(
    event: ConsentGiven,
    policy: Policy,
    *,
    jurisdiction: str,
    policy_url: str,
    vocabulary: Vocabulary = BUILT_IN,
) -> Receipt:
    """
    Make the receipt for a consent from the event that records it, and from the declaration.

    Args:
        event: The consent; one that is none has no receipt.
        policy: The declaration it was asked under.
        jurisdiction: The country whose law governs it, as a two-letter code.
        policy_url: Where the notice stands.
        vocabulary: The words of both.

    Raises:
        FaultsError: If the event records no consent, has no instant, or names a controller the
            declaration does not have.

    >>> from datetime import UTC
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    >>> agreed = ConsentGiven(id="e1", person="p1", happened=at, recorded_at=at,
    ...                       purposes=("talent_pool",), controllers=("harbour",))
    >>> made = receipt(agreed, own_hiring(), jurisdiction="NL", policy_url="https://h.example")
    >>> made.controllers[0].name, made.purposes[0].purpose
    ('Harbour Bakery B.V.', 'talent_pool')

    Law:
        GDPR Art. 7(1): the controller must be able to show the consent.
    """
    faults = tuple(_faults(event, policy))
    if faults or not isinstance(event.happened, datetime):
        raise FaultsError(faults)
    names = event.controllers or tuple(policy.controllers)
    categories = event.categories
    words = (vocabulary.term(Kind.CATEGORY, each) for each in categories)
    guarded = {Sensitivity.SPECIAL, Sensitivity.CRIMINAL, Sensitivity.NATIONAL_IDENTIFIER}
    return Receipt(
        id=event.id,
        person=event.person,
        given_at=event.happened,
        method=event.how or "",
        jurisdiction=jurisdiction,
        language=event.language,
        notice_version=event.notice_version,
        notice_digest=event.notice_digest,
        policy_url=policy_url,
        controllers=tuple(_controller(policy.controllers[name]) for name in names),
        purposes=tuple(_purpose(event, policy, purpose) for purpose in event.purposes),
        sensitive=tuple(term.key for term in words if term.sensitivity in guarded),
    )


def _faults(event: ConsentGiven, policy: Policy) -> Iterator[Fault]:
    if event.permission not in CONSENTS:
        problem = f"{event.permission.value!r} is no consent"
        yield Fault(path="permission", problem=problem, way_out="there is no receipt for it")
    if not isinstance(event.happened, datetime):
        way_out = "record the instant, with its offset"
        yield Fault(path="happened", problem="no instant is recorded", way_out=way_out)
    for name in event.controllers:
        if name not in policy.controllers:
            problem = f"no controller {name!r} in the declaration"
            yield Fault(path="controllers", problem=problem, way_out="name one it has")


def _controller(controller: Controller) -> ReceiptController:
    contact, country = controller.contact, controller.country
    return ReceiptController(
        name=controller.name,
        contact=contact.attention,
        address=contact.address,
        country="" if country is UNSTATED else country,
        email="" if contact.email is UNSTATED else contact.email,
        phone="" if contact.phone is UNSTATED else contact.phone,
        url="" if contact.url is UNSTATED else contact.url,
    )


def _purpose(event: ConsentGiven, policy: Policy, purpose: str) -> ReceiptPurpose:
    others = (each.to for each in policy.recipients.values() if purpose in each.purposes)
    return ReceiptPurpose(
        purpose=purpose,
        categories=event.categories,
        explicit=event.permission is Permission.EXPLICIT_CONSENT,
        expires_on=event.expires_on,
        third_parties=tuple(dict.fromkeys(one for to in others for one in to)),
    )
