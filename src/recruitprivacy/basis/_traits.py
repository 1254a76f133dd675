"""
What the meaning of a purpose already says about the bases it can have.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = ["Traits", "traits"]


@attrs.frozen(kw_only=True)
class Traits:
    """
    What holds of every processing for a purpose, by what the purpose means; None leaves it open.

    Attributes:
        asked: Whether it is done because the person asked.
        contract: Whether a contract with the person can call for it.
        precontract: Whether a contract with the person can call for it before it is made.
        duty: Whether a legal duty can call for it.
        vital: Whether lives can hang on it.
        marketing: Whether it advertises.
    """

    asked: bool | None = None
    contract: bool | None = None
    precontract: bool | None = None
    duty: bool | None = None
    vital: bool | None = False
    marketing: bool = False


OWN_WISH: Final = Traits(asked=False, contract=False, precontract=False, duty=False)
"""What the firm does for itself: no contract with the person needs it."""
NEVER_NEEDED: Final = Traits(contract=False, precontract=False, duty=False)
ADVERTISING: Final = Traits(contract=False, precontract=False, duty=False, marketing=True)
GUARDING: Final = Traits(contract=False, precontract=False)

BY_PURPOSE: Final[Mapping[str, Traits]] = MappingProxyType(
    {
        "sourcing": OWN_WISH,
        "talent_pool": Traits(contract=False, precontract=False, duty=False),
        "shared_database": NEVER_NEEDED,
        "enrich_profile": NEVER_NEEDED,
        "application_processing": Traits(asked=True, duty=False),
        "job_alerts": Traits(asked=True, duty=False),
        "precontract": Traits(asked=True, contract=False, duty=False),
        "respond_enquiries": Traits(asked=True, duty=False),
        "provide_requested_info": Traits(asked=True, duty=False),
        "verification_screening": Traits(contract=False),
        "contract_performance_subject": Traits(precontract=False, duty=False),
        "contract_performance_third_party": Traits(contract=False, precontract=False, duty=False),
        "emergency_contact_use": Traits(contract=False, precontract=False, vital=None),
        "legal_compliance": Traits(contract=False, precontract=False),
        "legal_claims": GUARDING,
        "internal_investigation": GUARDING,
        "fraud_prevention": GUARDING,
        "security": GUARDING,
        "equal_opportunities_monitoring": GUARDING,
        "direct_marketing": ADVERTISING,
        "targeted_advertising": ADVERTISING,
        "success_story": ADVERTISING,
        "profiling": NEVER_NEEDED,
        "personalisation": NEVER_NEEDED,
        "service_improvement": NEVER_NEEDED,
        "product_development": NEVER_NEEDED,
        "analytics_statistics": NEVER_NEEDED,
        "research": NEVER_NEEDED,
        "satisfaction_survey": NEVER_NEEDED,
        "business_purposes": Traits(),
    }
)
OPEN: Final = Traits()


def traits(purpose: str, vocabulary: Vocabulary) -> Traits:
    """
    Look up what a purpose means for its bases; a kind of a purpose is as that purpose is.

    >>> from recruitprivacy.vocabulary import BUILT_IN
    >>> traits("referral_request", BUILT_IN).marketing
    True

    Law:
        GDPR Art. 6(1)(b): a contract with the person, or steps the person asked for.
    """
    lineage = vocabulary.lineage(Kind.PURPOSE, purpose)
    return next((BY_PURPOSE[term.key] for term in lineage if term.key in BY_PURPOSE), OPEN)
