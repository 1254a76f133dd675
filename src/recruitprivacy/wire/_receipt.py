"""
The receipt for a consent, in the shape of the Kantara Initiative's specification 1.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruitprivacy.canonical import Plain, dumps

if TYPE_CHECKING:  # who only loads a policy need not pay for the bases
    from recruitprivacy.basis import Receipt, ReceiptController, ReceiptPurpose

__all__ = ["receipt_to_json"]

VERSION: Final = "KI-CR-v1.1.0"
UNTIL_WITHDRAWN: Final = "withdrawal"


def receipt_to_json(receipt: Receipt) -> bytes:
    """
    Write a receipt in the shape others read: consent receipts of the Kantara Initiative, 1.1.

    Purposes and data are written by their keys, the end as a day or as ``withdrawal``. What the
    declaration leaves out of a contact is written as an empty text, since the shape wants one.
    """
    return dumps(
        {
            "version": VERSION,
            "jurisdiction": receipt.jurisdiction,
            "consentTimestamp": int(receipt.given_at.timestamp()),
            "collectionMethod": receipt.method,
            "consentReceiptID": receipt.id,
            "language": receipt.language,
            "piiPrincipalId": receipt.person,
            "piiControllers": [_controller(each) for each in receipt.controllers],
            "policyUrl": receipt.policy_url,
            "services": [
                {
                    "service": receipt.notice_version,
                    "purposes": [_purpose(each) for each in receipt.purposes],
                }
            ],
            "sensitive": bool(receipt.sensitive),
            "spiCat": list(receipt.sensitive),
        }
    )


def _controller(controller: ReceiptController) -> Plain:
    address: dict[str, Plain] = {"streetAddress": ", ".join(controller.address)}
    written: dict[str, Plain] = {
        "piiController": controller.name,
        "contact": controller.contact,
        "address": {**address, "addressCountry": controller.country},
        "email": controller.email,
        "phone": controller.phone,
    }
    return {**written, "piiControllerUrl": controller.url} if controller.url else written


def _purpose(purpose: ReceiptPurpose) -> Plain:
    ends = purpose.expires_on.isoformat() if purpose.expires_on else UNTIL_WITHDRAWN
    shared = bool(purpose.third_parties)
    written: dict[str, Plain] = {
        "purpose": purpose.purpose,
        "consentType": "EXPLICIT" if purpose.explicit else "CONSENT",
        "purposeCategory": [purpose.purpose],
        "piiCategory": list(purpose.categories),
        "termination": ends,
        "thirdPartyDisclosure": shared,
    }
    named = ", ".join(purpose.third_parties)
    return {**written, "thirdPartyName": named} if shared else written
