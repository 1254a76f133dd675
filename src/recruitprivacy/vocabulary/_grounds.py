"""
The grounds on which a right opens, stops or is refused.
"""

from __future__ import annotations

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary._enum import ClosedTerm

__all__ = [
    "ErasureException",
    "ErasureGround",
    "ObjectionGround",
    "RefusalGround",
    "RestrictionGround",
    "RestrictionUse",
]


class ErasureGround(ClosedTerm):
    """
    A ground on which erasure must be granted.

    Law:
        GDPR Art. 17(1): the six points, of which (c) has two limbs.
    """

    NO_LONGER_NECESSARY = (
        "no_longer_necessary",
        "GDPR Art. 17(1)(a)",
        Message("erasure_ground.no_longer_necessary", "data no longer necessary"),
    )
    CONSENT_WITHDRAWN_NO_OTHER_BASIS = (
        "consent_withdrawn_no_other_basis",
        "GDPR Art. 17(1)(b)",
        Message(
            "erasure_ground.consent_withdrawn_no_other_basis",
            "consent withdrawn and no other lawful basis",
        ),
    )
    OBJECTION_UPHELD = (
        "objection_upheld",
        "GDPR Art. 17(1)(c)",
        Message(
            "erasure_ground.objection_upheld",
            "objection that no overriding grounds outweigh",
        ),
    )
    MARKETING_OBJECTION = (
        "marketing_objection",
        "GDPR Art. 17(1)(c)",
        Message("erasure_ground.marketing_objection", "objection to direct marketing"),
    )
    UNLAWFUL = (
        "unlawful",
        "GDPR Art. 17(1)(d)",
        Message("erasure_ground.unlawful", "unlawful processing"),
    )
    LEGAL_OBLIGATION_TO_ERASE = (
        "legal_obligation_to_erase",
        "GDPR Art. 17(1)(e)",
        Message("erasure_ground.legal_obligation_to_erase", "legal obligation to erase"),
    )
    CHILD_ONLINE_SERVICE = (
        "child_online_service",
        "GDPR Art. 17(1)(f)",
        Message(
            "erasure_ground.child_online_service",
            "data collected from a child for an online service",
        ),
    )


class ErasureException(ClosedTerm):
    """
    A reason for which an element may stay in spite of a ground for erasure.

    Law:
        GDPR Art. 17(3): only as far as the processing is necessary.
    """

    EXPRESSION = (
        "expression",
        "GDPR Art. 17(3)(a)",
        Message("erasure_exception.expression", "freedom of expression and information"),
    )
    LEGAL_OBLIGATION_PUBLIC_TASK = (
        "legal_obligation_public_task",
        "GDPR Art. 17(3)(b)",
        Message(
            "erasure_exception.legal_obligation_public_task",
            "legal obligation or task in the public interest",
        ),
    )
    PUBLIC_HEALTH = (
        "public_health",
        "GDPR Art. 17(3)(c)",
        Message("erasure_exception.public_health", "public health"),
    )
    ARCHIVING_RESEARCH = (
        "archiving_research",
        "GDPR Art. 17(3)(d)",
        Message("erasure_exception.archiving_research", "archiving, research and statistics"),
    )
    LEGAL_CLAIMS = (
        "legal_claims",
        "GDPR Art. 17(3)(e)",
        Message("erasure_exception.legal_claims", "legal claims"),
    )


class RestrictionGround(ClosedTerm):
    """
    A ground on which processing must be restricted.

    Law:
        GDPR Art. 18(1): the four points.
    """

    ACCURACY_CONTESTED = (
        "accuracy_contested",
        "GDPR Art. 18(1)(a)",
        Message("restriction_ground.accuracy_contested", "accuracy contested"),
    )
    UNLAWFUL_PREFERS_RESTRICTION = (
        "unlawful_prefers_restriction",
        "GDPR Art. 18(1)(b)",
        Message(
            "restriction_ground.unlawful_prefers_restriction",
            "unlawful processing, restriction preferred to erasure",
        ),
    )
    NEEDED_FOR_CLAIMS = (
        "needed_for_claims",
        "GDPR Art. 18(1)(c)",
        Message("restriction_ground.needed_for_claims", "needed for one's own legal claims"),
    )
    OBJECTION_PENDING = (
        "objection_pending",
        "GDPR Art. 18(1)(d)",
        Message("restriction_ground.objection_pending", "objection not yet decided"),
    )


class RestrictionUse(ClosedTerm):
    """
    What may still be done with restricted data.

    Law:
        GDPR Art. 18(2): storage, and four reasons for anything else.
    """

    STORAGE = "storage", "GDPR Art. 18(2)", Message("restriction_use.storage", "storage")
    CONSENT = (
        "consent",
        "GDPR Art. 18(2)",
        Message("restriction_use.consent", "use with consent"),
    )
    LEGAL_CLAIMS = (
        "legal_claims",
        "GDPR Art. 18(2)",
        Message("restriction_use.legal_claims", "legal claims"),
    )
    PROTECT_OTHER_PERSON = (
        "protect_other_person",
        "GDPR Art. 18(2)",
        Message("restriction_use.protect_other_person", "protection of another person's rights"),
    )
    IMPORTANT_PUBLIC_INTEREST = (
        "important_public_interest",
        "GDPR Art. 18(2)",
        Message("restriction_use.important_public_interest", "important public interest"),
    )


class ObjectionGround(ClosedTerm):
    """
    What a person may object to.

    Law:
        GDPR Art. 21: public task and legitimate interests, direct marketing, research.
    """

    PUBLIC_TASK = (
        "public_task",
        "GDPR Art. 21(1)",
        Message("objection_ground.public_task", "processing for a task in the public interest"),
    )
    LEGITIMATE_INTERESTS = (
        "legitimate_interests",
        "GDPR Art. 21(1)",
        Message("objection_ground.legitimate_interests", "processing for legitimate interests"),
    )
    DIRECT_MARKETING = (
        "direct_marketing",
        "GDPR Art. 21(2)",
        Message("objection_ground.direct_marketing", "direct marketing"),
    )
    RESEARCH_STATISTICS = (
        "research_statistics",
        "GDPR Art. 21(6)",
        Message("objection_ground.research_statistics", "research and statistics"),
    )


class RefusalGround(ClosedTerm):
    """
    A reason a controller may give for not doing what is asked.

    Law:
        GDPR Art. 12(4): no action without reasons.
        GDPR Art. 12(5): the controller bears the burden of proof.
    """

    MANIFESTLY_UNFOUNDED = (
        "manifestly_unfounded",
        "GDPR Art. 12(5)",
        Message("refusal_ground.manifestly_unfounded", "manifestly unfounded request"),
    )
    EXCESSIVE = (
        "excessive",
        "GDPR Art. 12(5)",
        Message("refusal_ground.excessive", "excessive request"),
    )
    NOT_IDENTIFIABLE = (
        "not_identifiable",
        "GDPR Art. 11(2)",
        Message("refusal_ground.not_identifiable", "person cannot be identified in the data"),
    )
    IDENTITY_NOT_PROVED = (
        "identity_not_proved",
        "GDPR Art. 12(6)",
        Message("refusal_ground.identity_not_proved", "identity not proved"),
    )
    RIGHT_DOES_NOT_APPLY = (
        "right_does_not_apply",
        "GDPR Art. 12(4)",
        Message("refusal_ground.right_does_not_apply", "right does not apply to this processing"),
    )
    RIGHTS_OF_OTHERS = (
        "rights_of_others",
        "GDPR Art. 15(4)",
        Message("refusal_ground.rights_of_others", "rights and freedoms of others"),
    )
    COMPELLING_GROUNDS = (
        "compelling_grounds",
        "GDPR Art. 21(1)",
        Message("refusal_ground.compelling_grounds", "compelling legitimate grounds"),
    )
    LEGAL_CLAIMS = (
        "legal_claims",
        "GDPR Art. 21(1)",
        Message("refusal_ground.legal_claims", "legal claims"),
    )
    PUBLIC_INTEREST_RESEARCH = (
        "public_interest_research",
        "GDPR Art. 21(6)",
        Message("refusal_ground.public_interest_research", "research in the public interest"),
    )
    NATIONAL_RESTRICTION = (
        "national_restriction",
        "GDPR Art. 23(1)",
        Message("refusal_ground.national_restriction", "restriction by Union or national law"),
    )
