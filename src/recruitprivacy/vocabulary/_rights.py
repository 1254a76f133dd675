"""
What a data subject may ask, and what sets the limits of being told and of machines.
"""

from __future__ import annotations

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary._enum import ClosedTerm

__all__ = [
    "AutomatedDecisionException",
    "InformationExemption",
    "PortabilityCondition",
    "Right",
]


class Right(ClosedTerm):
    """
    What a data subject may ask of a controller.

    >>> Right.ACCESS, Right.ACCESS.cites
    (<Right.ACCESS: 'access'>, 'GDPR Art. 15')

    Law:
        GDPR Art. 12: how each of them is handled.
    """

    ACCESS = "access", "GDPR Art. 15", Message("right.access", "access"), "eu-gdpr:A15"
    RECTIFICATION = (
        "rectification",
        "GDPR Art. 16",
        Message("right.rectification", "rectification"),
        "eu-gdpr:A16",
    )
    ERASURE = "erasure", "GDPR Art. 17", Message("right.erasure", "erasure"), "eu-gdpr:A17"
    RESTRICTION = (
        "restriction",
        "GDPR Art. 18",
        Message("right.restriction", "restriction of processing"),
        "eu-gdpr:A18",
    )
    PORTABILITY = (
        "portability",
        "GDPR Art. 20",
        Message("right.portability", "data portability"),
        "eu-gdpr:A20",
    )
    OBJECT = "object", "GDPR Art. 21(1)", Message("right.object", "objection"), "eu-gdpr:A21"
    OBJECT_MARKETING = (
        "object_marketing",
        "GDPR Art. 21(2)",
        Message("right.object_marketing", "objection to direct marketing"),
        "eu-gdpr:A21",
    )
    NOT_SUBJECT_TO_AUTOMATED_DECISION = (
        "not_subject_to_automated_decision",
        "GDPR Art. 22(1)",
        Message(
            "right.not_subject_to_automated_decision",
            "not being subject to a solely automated decision",
        ),
        "eu-gdpr:A22",
    )
    HUMAN_INTERVENTION = (
        "human_intervention",
        "GDPR Art. 22(3)",
        Message("right.human_intervention", "human intervention in an automated decision"),
        "eu-gdpr:A22-3-a",
    )
    WITHDRAW_CONSENT = (
        "withdraw_consent",
        "GDPR Art. 7(3)",
        Message("right.withdraw_consent", "withdrawal of consent"),
        "eu-gdpr:A7-3",
    )
    COMPLAINT = (
        "complaint",
        "GDPR Art. 77(1)",
        Message("right.complaint", "complaint to a supervisory authority"),
        "eu-gdpr:A77",
    )
    RECIPIENTS_INFORMATION = (
        "recipients_information",
        "GDPR Art. 19",
        Message("right.recipients_information", "information about the recipients told"),
        "eu-gdpr:A19",
    )


class PortabilityCondition(ClosedTerm):
    """
    What must all be true before data have to be handed over for reuse.

    Law:
        GDPR Art. 20(1): provided by the person, on consent or contract, by automated means.
    """

    PROVIDED_BY_SUBJECT = (
        "provided_by_subject",
        "GDPR Art. 20(1)",
        Message("portability_condition.provided_by_subject", "provided by the person"),
    )
    CONSENT_OR_CONTRACT = (
        "consent_or_contract",
        "GDPR Art. 20(1)(a)",
        Message("portability_condition.consent_or_contract", "based on consent or a contract"),
    )
    AUTOMATED_MEANS = (
        "automated_means",
        "GDPR Art. 20(1)(b)",
        Message("portability_condition.automated_means", "processed by automated means"),
    )


class AutomatedDecisionException(ClosedTerm):
    """
    A case in which a decision may be left to a machine alone.

    Law:
        GDPR Art. 22(2): three cases, and Art. 22(4) for special categories.
    """

    CONTRACT = (
        "contract",
        "GDPR Art. 22(2)(a)",
        Message("automated_decision_exception.contract", "necessary for a contract"),
    )
    AUTHORISED_BY_LAW = (
        "authorised_by_law",
        "GDPR Art. 22(2)(b)",
        Message("automated_decision_exception.authorised_by_law", "authorised by law"),
    )
    EXPLICIT_CONSENT = (
        "explicit_consent",
        "GDPR Art. 22(2)(c)",
        Message("automated_decision_exception.explicit_consent", "explicit consent"),
    )


class InformationExemption(ClosedTerm):
    """
    A case in which a person need not be told of data obtained elsewhere.

    Law:
        GDPR Art. 14(5): four cases, each to be proved.
    """

    ALREADY_INFORMED = (
        "already_informed",
        "GDPR Art. 14(5)(a)",
        Message("information_exemption.already_informed", "person already informed"),
    )
    IMPOSSIBLE_OR_DISPROPORTIONATE = (
        "impossible_or_disproportionate",
        "GDPR Art. 14(5)(b)",
        Message(
            "information_exemption.impossible_or_disproportionate",
            "impossible or disproportionate effort",
        ),
    )
    LAID_DOWN_BY_LAW = (
        "laid_down_by_law",
        "GDPR Art. 14(5)(c)",
        Message("information_exemption.laid_down_by_law", "obtaining laid down by law"),
    )
    PROFESSIONAL_SECRECY = (
        "professional_secrecy",
        "GDPR Art. 14(5)(d)",
        Message("information_exemption.professional_secrecy", "professional secrecy"),
    )
