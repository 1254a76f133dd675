"""
What a firm declares: the typed form of a privacy notice, and its history.

A :class:`Policy` says what the firm says. It loads whether or not the law allows it; what it
leaves out is :data:`UNSTATED`, and what is doubtful becomes a finding of
:func:`recruitprivacy.notices.check`. Only what makes no sense at all is a fault
(:func:`faults`).
"""

from __future__ import annotations

from recruitprivacy.policy._asking import Consent, Marketing, Permission, Renewal
from recruitprivacy.policy._automation import (
    Automation,
    CookieClass,
    Cookies,
    Lifetime,
    Logic,
    Practice,
    Running,
    Tracker,
)
from recruitprivacy.policy._data import (
    Form,
    Holding,
    Item,
    NationalRule,
    Obligation,
    Way,
    Ways,
)
from recruitprivacy.policy._faults import faults, unknown_words
from recruitprivacy.policy._keeping import (
    Clock,
    Closed,
    ContactWith,
    DisposalMeaning,
    End,
    Inherited,
    Residue,
    RetentionRule,
    Which,
)
from recruitprivacy.policy._keys import EVERYTHING, Code
from recruitprivacy.policy._parties import (
    Authority,
    Capacity,
    Contact,
    Controller,
    Resolver,
    Responsibility,
    Role,
    Routing,
    Scope,
)
from recruitprivacy.policy._policy import SCHEMA, Policy
from recruitprivacy.policy._requests import (
    AnswerPromise,
    ComplaintRoute,
    Fees,
    FurtherRequest,
    IdentityCheck,
    Requests,
    RightOffered,
    Telling,
    Waiver,
)
from recruitprivacy.policy._stated import (
    UNSTATED,
    Absence,
    Modality,
    Moment,
    PartialDate,
    Third,
    Unstated,
    UnstatedType,
)
from recruitprivacy.policy._statements import (
    Actor,
    Breach,
    Changes,
    Children,
    LawNamed,
    Link,
    Security,
    Statement,
    Version,
)
from recruitprivacy.policy._uses import Disclosure, Exceptional, Standard, Transfer, Use
from recruitprivacy.policy._variants import Difference, differences

__all__ = [
    "EVERYTHING",
    "SCHEMA",
    "UNSTATED",
    "Absence",
    "Actor",
    "AnswerPromise",
    "Authority",
    "Automation",
    "Breach",
    "Capacity",
    "Changes",
    "Children",
    "Clock",
    "Closed",
    "Code",
    "ComplaintRoute",
    "Consent",
    "Contact",
    "ContactWith",
    "Controller",
    "CookieClass",
    "Cookies",
    "Difference",
    "Disclosure",
    "DisposalMeaning",
    "End",
    "Exceptional",
    "Fees",
    "Form",
    "FurtherRequest",
    "Holding",
    "IdentityCheck",
    "Inherited",
    "Item",
    "LawNamed",
    "Lifetime",
    "Link",
    "Logic",
    "Marketing",
    "Modality",
    "Moment",
    "NationalRule",
    "Obligation",
    "PartialDate",
    "Permission",
    "Policy",
    "Practice",
    "Renewal",
    "Requests",
    "Residue",
    "Resolver",
    "Responsibility",
    "RetentionRule",
    "RightOffered",
    "Role",
    "Routing",
    "Running",
    "Scope",
    "Security",
    "Standard",
    "Statement",
    "Telling",
    "Third",
    "Tracker",
    "Transfer",
    "Unstated",
    "UnstatedType",
    "Use",
    "Version",
    "Waiver",
    "Way",
    "Ways",
    "Which",
    "differences",
    "faults",
    "unknown_words",
]
