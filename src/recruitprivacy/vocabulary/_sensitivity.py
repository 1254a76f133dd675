"""
How much care the law asks for a kind of data.
"""

from __future__ import annotations

from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.vocabulary._enum import ClosedTerm

__all__ = ["Sensitivity", "SpecialCategory"]


class SpecialCategory(ClosedTerm):
    """
    A kind of data whose processing is forbidden unless a condition is met.

    Each is also a data category under the same key.

    Law:
        GDPR Art. 9(1): the list.
    """

    RACE_ETHNIC_ORIGIN = (
        "race_ethnic_origin",
        "GDPR Art. 9(1)",
        Message("special_category.race_ethnic_origin", "racial or ethnic origin"),
    )
    POLITICAL_OPINIONS = (
        "political_opinions",
        "GDPR Art. 9(1)",
        Message("special_category.political_opinions", "political opinions"),
    )
    RELIGIOUS_PHILOSOPHICAL_BELIEFS = (
        "religious_philosophical_beliefs",
        "GDPR Art. 9(1)",
        Message(
            "special_category.religious_philosophical_beliefs",
            "religious or philosophical beliefs",
        ),
    )
    TRADE_UNION_MEMBERSHIP = (
        "trade_union_membership",
        "GDPR Art. 9(1)",
        Message("special_category.trade_union_membership", "trade union membership"),
    )
    GENETIC_DATA = (
        "genetic_data",
        "GDPR Art. 9(1)",
        Message("special_category.genetic_data", "genetic data"),
    )
    BIOMETRIC_DATA = (
        "biometric_data",
        "GDPR Art. 9(1)",
        Message("special_category.biometric_data", "biometric data for identification"),
    )
    HEALTH = "health", "GDPR Art. 9(1)", Message("special_category.health", "health")
    SEXUAL_ORIENTATION = (
        "sexual_orientation",
        "GDPR Art. 9(1)",
        Message("special_category.sexual_orientation", "sex life or sexual orientation"),
    )


class Sensitivity(ClosedTerm):
    """
    The class the law puts a category of data in.

    >>> Sensitivity.ORDINARY.may_rise_to(Sensitivity.SPECIAL)
    True
    >>> Sensitivity.CRIMINAL.may_rise_to(Sensitivity.SPECIAL)
    False

    Law:
        GDPR Art. 9(1): special categories.
        GDPR Art. 10: criminal convictions and offences.
        GDPR Art. 87: national identification numbers.
    """

    ORDINARY = "ordinary", "GDPR Art. 4(1)", Message("sensitivity.ordinary", "personal data")
    FINANCIAL = "financial", "GDPR Art. 4(1)", Message("sensitivity.financial", "financial data")
    MAY_REVEAL_SPECIAL = (
        "may_reveal_special",
        "GDPR Art. 9(1)",
        Message("sensitivity.may_reveal_special", "data that may reveal a special category"),
    )
    NATIONAL_IDENTIFIER = (
        "national_identifier",
        "GDPR Art. 87",
        Message("sensitivity.national_identifier", "national identification number"),
    )
    CRIMINAL = (
        "criminal",
        "GDPR Art. 10",
        Message("sensitivity.criminal", "data on criminal convictions and offences"),
    )
    SPECIAL = (
        "special",
        "GDPR Art. 9(1)",
        Message("sensitivity.special", "special category of personal data"),
    )

    def may_rise_to(self, other: Sensitivity) -> bool:
        """
        Say whether a term under one of this class may be of the other.

        The three guarded classes stand side by side: each has rules the others lack.
        """
        return other is self or LEVEL[self] < LEVEL[other]


LEVEL: Final = {
    Sensitivity.ORDINARY: 0,
    Sensitivity.FINANCIAL: 1,
    Sensitivity.MAY_REVEAL_SPECIAL: 2,
    Sensitivity.NATIONAL_IDENTIFIER: 3,
    Sensitivity.CRIMINAL: 3,
    Sensitivity.SPECIAL: 3,
}
