"""
What things are called: lists the law closes, and terms a business adds to.

What only a legislator can lengthen is an enum (:class:`Right`, :class:`LawfulBasis`, ...). What a
business names is a :class:`Term` in a :class:`Vocabulary`; a host adds its own under a shipped
parent with :meth:`Vocabulary.extend`.
"""

from __future__ import annotations

from recruitprivacy.vocabulary._bases import (
    Art9Condition,
    Art10Condition,
    ConsentElement,
    LawfulBasis,
    MarketingPermission,
)
from recruitprivacy.vocabulary._enum import ClosedTerm
from recruitprivacy.vocabulary._grounds import (
    ErasureException,
    ErasureGround,
    ObjectionGround,
    RefusalGround,
    RestrictionGround,
    RestrictionUse,
)
from recruitprivacy.vocabulary._host import HostTerm
from recruitprivacy.vocabulary._kinds import Actor, Kind, Origin
from recruitprivacy.vocabulary._rights import (
    AutomatedDecisionException,
    InformationExemption,
    PortabilityCondition,
    Right,
)
from recruitprivacy.vocabulary._sensitivity import Sensitivity, SpecialCategory
from recruitprivacy.vocabulary._terms import Term
from recruitprivacy.vocabulary._transfers import TransferInstrument
from recruitprivacy.vocabulary._vocabulary import BUILT_IN, Vocabulary

__all__ = [
    "BUILT_IN",
    "Actor",
    "Art9Condition",
    "Art10Condition",
    "AutomatedDecisionException",
    "ClosedTerm",
    "ConsentElement",
    "ErasureException",
    "ErasureGround",
    "HostTerm",
    "InformationExemption",
    "Kind",
    "LawfulBasis",
    "MarketingPermission",
    "ObjectionGround",
    "Origin",
    "PortabilityCondition",
    "RefusalGround",
    "RestrictionGround",
    "RestrictionUse",
    "Right",
    "Sensitivity",
    "SpecialCategory",
    "Term",
    "TransferInstrument",
    "Vocabulary",
]
