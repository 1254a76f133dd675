"""
Why data may be processed: lawful bases, conditions for data the law guards, consent.
"""

from __future__ import annotations

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary._enum import ClosedTerm

__all__ = [
    "Art9Condition",
    "Art10Condition",
    "ConsentElement",
    "LawfulBasis",
    "MarketingPermission",
]


class LawfulBasis(ClosedTerm):
    """
    A ground on which personal data may be processed at all.

    >>> LawfulBasis("legitimate_interests").cites
    'GDPR Art. 6(1)(f)'
    >>> LawfulBasis.parse("consnt")
    Traceback (most recent call last):
    recruitprivacy.errors.UnknownTermError: unknown lawful_basis 'consnt'; did you mean 'consent'?

    Law:
        GDPR Art. 6(1): processing is lawful only if one of these applies.
    """

    CONSENT = (
        "consent",
        "GDPR Art. 6(1)(a)",
        Message("lawful_basis.consent", "consent"),
        "eu-gdpr:A6-1-a",
    )
    CONTRACT = (
        "contract",
        "GDPR Art. 6(1)(b)",
        Message("lawful_basis.contract", "performance of a contract"),
        "eu-gdpr:A6-1-b-contract-performance",
    )
    PRECONTRACT = (
        "precontract",
        "GDPR Art. 6(1)(b)",
        Message("lawful_basis.precontract", "steps asked for before a contract"),
        "eu-gdpr:A6-1-b-enter-into-contract",
    )
    LEGAL_OBLIGATION = (
        "legal_obligation",
        "GDPR Art. 6(1)(c)",
        Message("lawful_basis.legal_obligation", "legal obligation"),
        "eu-gdpr:A6-1-c",
    )
    VITAL_INTERESTS = (
        "vital_interests",
        "GDPR Art. 6(1)(d)",
        Message("lawful_basis.vital_interests", "vital interests"),
        "eu-gdpr:A6-1-d",
    )
    PUBLIC_TASK = (
        "public_task",
        "GDPR Art. 6(1)(e)",
        Message("lawful_basis.public_task", "task in the public interest"),
        "eu-gdpr:A6-1-e",
    )
    LEGITIMATE_INTERESTS = (
        "legitimate_interests",
        "GDPR Art. 6(1)(f)",
        Message("lawful_basis.legitimate_interests", "legitimate interests"),
        "eu-gdpr:A6-1-f",
    )


class Art9Condition(ClosedTerm):
    """
    A condition under which special categories of data may be processed.

    It stands beside a lawful basis and never replaces one.

    Law:
        GDPR Art. 9(2): the prohibition does not apply if one of these is met.
    """

    EXPLICIT_CONSENT = (
        "explicit_consent",
        "GDPR Art. 9(2)(a)",
        Message("art9_condition.explicit_consent", "explicit consent"),
        "eu-gdpr:A9-2-a",
    )
    EMPLOYMENT_LAW = (
        "employment_law",
        "GDPR Art. 9(2)(b)",
        Message("art9_condition.employment_law", "employment and social security law"),
        "eu-gdpr:A9-2-b",
    )
    VITAL_INTERESTS_INCAPABLE = (
        "vital_interests_incapable",
        "GDPR Art. 9(2)(c)",
        Message(
            "art9_condition.vital_interests_incapable",
            "vital interests of somebody unable to consent",
        ),
        "eu-gdpr:A9-2-c",
    )
    MEMBER_ORGANISATION = (
        "member_organisation",
        "GDPR Art. 9(2)(d)",
        Message(
            "art9_condition.member_organisation",
            "activities of a political, philosophical, religious or trade union body",
        ),
        "eu-gdpr:A9-2-d",
    )
    MADE_PUBLIC = (
        "made_public",
        "GDPR Art. 9(2)(e)",
        Message("art9_condition.made_public", "data manifestly made public by those concerned"),
        "eu-gdpr:A9-2-e",
    )
    LEGAL_CLAIMS = (
        "legal_claims",
        "GDPR Art. 9(2)(f)",
        Message("art9_condition.legal_claims", "legal claims"),
        "eu-gdpr:A9-2-f",
    )
    SUBSTANTIAL_PUBLIC_INTEREST = (
        "substantial_public_interest",
        "GDPR Art. 9(2)(g)",
        Message("art9_condition.substantial_public_interest", "substantial public interest"),
        "eu-gdpr:A9-2-g",
    )
    HEALTH_CARE = (
        "health_care",
        "GDPR Art. 9(2)(h)",
        Message("art9_condition.health_care", "health care and occupational medicine"),
        "eu-gdpr:A9-2-h",
    )
    PUBLIC_HEALTH = (
        "public_health",
        "GDPR Art. 9(2)(i)",
        Message("art9_condition.public_health", "public health"),
        "eu-gdpr:A9-2-i",
    )
    RESEARCH_STATISTICS = (
        "research_statistics",
        "GDPR Art. 9(2)(j)",
        Message("art9_condition.research_statistics", "archiving, research and statistics"),
        "eu-gdpr:A9-2-j",
    )


class Art10Condition(ClosedTerm):
    """
    A condition under which data on convictions and offences may be processed.

    Law:
        GDPR Art. 10: only under official authority or where a law with safeguards allows it.
    """

    OFFICIAL_AUTHORITY = (
        "official_authority",
        "GDPR Art. 10",
        Message("art10_condition.official_authority", "under the control of official authority"),
    )
    NATIONAL = (
        "national",
        "GDPR Art. 10",
        Message("art10_condition.national", "authorised by Union or national law"),
    )


class ConsentElement(ClosedTerm):
    """
    Something without which a person's agreement is not consent.

    Law:
        GDPR Art. 4(11): what consent is.
        GDPR Art. 7: what the controller must be able to show and offer.
    """

    FREELY_GIVEN = (
        "freely_given",
        "GDPR Art. 4(11)",
        Message("consent_element.freely_given", "freely given"),
    )
    SPECIFIC = ("specific", "GDPR Art. 4(11)", Message("consent_element.specific", "specific"))
    INFORMED = ("informed", "GDPR Art. 4(11)", Message("consent_element.informed", "informed"))
    UNAMBIGUOUS = (
        "unambiguous",
        "GDPR Art. 4(11)",
        Message("consent_element.unambiguous", "unambiguous"),
    )
    AFFIRMATIVE_ACT = (
        "affirmative_act",
        "GDPR Art. 4(11)",
        Message("consent_element.affirmative_act", "given by a clear affirmative act"),
    )
    GRANULAR = (
        "granular",
        "GDPR Recital 43",
        Message("consent_element.granular", "separate for separate purposes"),
    )
    DEMONSTRABLE = (
        "demonstrable",
        "GDPR Art. 7(1)",
        Message("consent_element.demonstrable", "demonstrable"),
    )
    DISTINGUISHABLE = (
        "distinguishable",
        "GDPR Art. 7(2)",
        Message("consent_element.distinguishable", "asked apart from other matters"),
    )
    WITHDRAWABLE = (
        "withdrawable",
        "GDPR Art. 7(3)",
        Message("consent_element.withdrawable", "as easy to withdraw as to give"),
    )
    NOT_CONDITIONAL = (
        "not_conditional",
        "GDPR Art. 7(4)",
        Message("consent_element.not_conditional", "not made a condition of a service"),
    )
    EXPLICIT = (
        "explicit",
        "GDPR Art. 9(2)(a)",
        Message("consent_element.explicit", "explicit"),
    )


class MarketingPermission(ClosedTerm):
    """
    The ground on which a firm says it may send unsolicited messages.

    National law decides which of them holds where.

    Law:
        Dir. 2002/58 Art. 13: prior consent, with an exception for a firm's own customers.
    """

    OPT_IN = (
        "opt_in",
        "Dir. 2002/58 Art. 13(1)",
        Message("marketing_permission.opt_in", "prior consent"),
    )
    SOFT_OPT_IN = (
        "soft_opt_in",
        "Dir. 2002/58 Art. 13(2)",
        Message("marketing_permission.soft_opt_in", "existing customer offered similar services"),
    )
    OPT_OUT = (
        "opt_out",
        "Dir. 2002/58 Art. 13(3)",
        Message("marketing_permission.opt_out", "no refusal so far"),
    )
    B2B_NO_CONSENT = (
        "b2b_no_consent",
        "Dir. 2002/58 Art. 13(5)",
        Message("marketing_permission.b2b_no_consent", "address of an organisation"),
    )
