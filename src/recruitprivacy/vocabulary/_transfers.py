"""
On what a transfer to another country rests.
"""

from __future__ import annotations

from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary._enum import ClosedTerm

__all__ = ["TransferInstrument"]


class TransferInstrument(ClosedTerm):
    """
    What a firm says protects data that leave, or excuses that they do.

    The last members are names under which firms state an instrument; whether one is valid on a
    day is for the law packs to say, and :attr:`stands_for` says what it is in law.

    >>> TransferInstrument.PRIVACY_SHIELD_EU_US.stands_for
    <TransferInstrument.ADEQUACY_DECISION: 'adequacy_decision'>

    Law:
        GDPR Art. 44: no transfer without one of them.
    """

    ADEQUACY_DECISION = (
        "adequacy_decision",
        "GDPR Art. 45(3)",
        Message("transfer_instrument.adequacy_decision", "adequacy decision"),
    )
    BINDING_PUBLIC_INSTRUMENT = (
        "binding_public_instrument",
        "GDPR Art. 46(2)(a)",
        Message(
            "transfer_instrument.binding_public_instrument",
            "binding instrument between public bodies",
        ),
    )
    BINDING_CORPORATE_RULES = (
        "binding_corporate_rules",
        "GDPR Art. 46(2)(b)",
        Message("transfer_instrument.binding_corporate_rules", "binding corporate rules"),
        "eu-gdpr:BindingCorporateRules",
    )
    STANDARD_CONTRACTUAL_CLAUSES = (
        "standard_contractual_clauses",
        "GDPR Art. 46(2)(c)",
        Message(
            "transfer_instrument.standard_contractual_clauses",
            "standard contractual clauses of the European Commission",
        ),
        "eu-gdpr:SCCByCommission",
    )
    AUTHORITY_CLAUSES = (
        "authority_clauses",
        "GDPR Art. 46(2)(d)",
        Message(
            "transfer_instrument.authority_clauses",
            "standard clauses of a supervisory authority",
        ),
        "eu-gdpr:SCCBySupervisoryAuthority",
    )
    CODE_OF_CONDUCT = (
        "code_of_conduct",
        "GDPR Art. 46(2)(e)",
        Message("transfer_instrument.code_of_conduct", "approved code of conduct"),
        "eu-gdpr:CodesOfConductForDataTransfers",
    )
    CERTIFICATION = (
        "certification",
        "GDPR Art. 46(2)(f)",
        Message("transfer_instrument.certification", "approved certification"),
        "eu-gdpr:CertificationMechanismsForDataTransfers",
    )
    AD_HOC_CLAUSES = (
        "ad_hoc_clauses",
        "GDPR Art. 46(3)(a)",
        Message(
            "transfer_instrument.ad_hoc_clauses",
            "contractual clauses authorised by a supervisory authority",
        ),
        "eu-gdpr:AdHocContractualClauses",
    )
    ADMINISTRATIVE_ARRANGEMENT = (
        "administrative_arrangement",
        "GDPR Art. 46(3)(b)",
        Message(
            "transfer_instrument.administrative_arrangement",
            "administrative arrangement between public bodies",
        ),
    )
    EXPLICIT_CONSENT = (
        "explicit_consent",
        "GDPR Art. 49(1)(a)",
        Message("transfer_instrument.explicit_consent", "explicit consent to the transfer"),
    )
    CONTRACT_WITH_SUBJECT = (
        "contract_with_subject",
        "GDPR Art. 49(1)(b)",
        Message("transfer_instrument.contract_with_subject", "contract with those concerned"),
    )
    CONTRACT_IN_INTEREST = (
        "contract_in_interest",
        "GDPR Art. 49(1)(c)",
        Message(
            "transfer_instrument.contract_in_interest",
            "contract in the interest of those concerned",
        ),
    )
    PUBLIC_INTEREST = (
        "public_interest",
        "GDPR Art. 49(1)(d)",
        Message("transfer_instrument.public_interest", "important reasons of public interest"),
    )
    LEGAL_CLAIMS = (
        "legal_claims",
        "GDPR Art. 49(1)(e)",
        Message("transfer_instrument.legal_claims", "legal claims"),
    )
    VITAL_INTERESTS = (
        "vital_interests",
        "GDPR Art. 49(1)(f)",
        Message("transfer_instrument.vital_interests", "vital interests"),
    )
    PUBLIC_REGISTER = (
        "public_register",
        "GDPR Art. 49(1)(g)",
        Message("transfer_instrument.public_register", "public register"),
    )
    COMPELLING_INTERESTS = (
        "compelling_interests",
        "GDPR Art. 49(1)",
        Message(
            "transfer_instrument.compelling_interests",
            "compelling legitimate interests in a single case",
        ),
    )
    SAFE_HARBOUR_EU_US = (
        "safe_harbour_eu_us",
        "GDPR Art. 45(3)",
        Message("transfer_instrument.safe_harbour_eu_us", "EU-US Safe Harbour"),
    )
    PRIVACY_SHIELD_EU_US = (
        "privacy_shield_eu_us",
        "GDPR Art. 45(3)",
        Message("transfer_instrument.privacy_shield_eu_us", "EU-US Privacy Shield"),
    )
    PRIVACY_SHIELD_CH_US = (
        "privacy_shield_ch_us",
        "",
        Message("transfer_instrument.privacy_shield_ch_us", "Swiss-US Privacy Shield"),
    )
    DATA_PRIVACY_FRAMEWORK_EU_US = (
        "data_privacy_framework_eu_us",
        "GDPR Art. 45(3)",
        Message("transfer_instrument.data_privacy_framework_eu_us", "EU-US Data Privacy Framework"),
    )
    DATA_PRIVACY_FRAMEWORK_CH_US = (
        "data_privacy_framework_ch_us",
        "",
        Message(
            "transfer_instrument.data_privacy_framework_ch_us",
            "Swiss-US Data Privacy Framework",
        ),
    )
    INTRA_GROUP_AGREEMENT = (
        "intra_group_agreement",
        "GDPR Art. 46(3)(a)",
        Message("transfer_instrument.intra_group_agreement", "agreement within the group"),
    )

    @property
    def stands_for(self) -> TransferInstrument:
        """
        Give the instrument of the GDPR that a name stands for; most stand for themselves.
        """
        return STANDS_FOR.get(self, self)


STANDS_FOR: Final = {
    TransferInstrument.SAFE_HARBOUR_EU_US: TransferInstrument.ADEQUACY_DECISION,
    TransferInstrument.PRIVACY_SHIELD_EU_US: TransferInstrument.ADEQUACY_DECISION,
    TransferInstrument.PRIVACY_SHIELD_CH_US: TransferInstrument.ADEQUACY_DECISION,
    TransferInstrument.DATA_PRIVACY_FRAMEWORK_EU_US: TransferInstrument.ADEQUACY_DECISION,
    TransferInstrument.DATA_PRIVACY_FRAMEWORK_CH_US: TransferInstrument.ADEQUACY_DECISION,
    # Clauses of one's own need an authorisation, unless they take over the standard ones.
    TransferInstrument.INTRA_GROUP_AGREEMENT: TransferInstrument.AD_HOC_CLAUSES,
}
