"""
An invented firm that hires for itself and says everything a notice must say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    AnswerPromise,
    Authority,
    Consent,
    Contact,
    Controller,
    Disclosure,
    DisposalMeaning,
    End,
    Fees,
    Holding,
    Marketing,
    Obligation,
    PartialDate,
    Permission,
    Policy,
    Requests,
    Responsibility,
    RetentionRule,
    RightOffered,
    Role,
    Use,
    Version,
    Ways,
)
from recruitprivacy.vocabulary import LawfulBasis, Right

Change: TypeAlias = Callable[[Policy], Policy]

REACHED: Final = Contact(email="privacy@example.org", address=("Kade 1", "1011 AB Amsterdam"))
NAMED: Final = (
    Right.ACCESS,
    Right.RECTIFICATION,
    Right.ERASURE,
    Right.RESTRICTION,
    Right.OBJECT,
    Right.OBJECT_MARKETING,
    Right.PORTABILITY,
    Right.COMPLAINT,
    Right.WITHDRAW_CONSENT,
)

COMPLETE: Final = Policy(
    id="kade",
    firm=("Kade",),
    languages=("en",),
    version=Version(number="3", effective_on=PartialDate.parse("2026-02-01")),
    roles=FrozenMap({"candidate": Role()}),
    controllers=FrozenMap(
        {"kade": Controller(name="Kade BV", country="NL", contact=REACHED, dpo=REACHED)}
    ),
    responsible=FrozenMap({"all": Responsibility(roles=("candidate",), among=("kade",))}),
    data=FrozenMap({"candidate": Holding(items=("name", "email", "cv"), exhaustive=True)}),
    ways=FrozenMap({"candidate": Ways(given=FrozenMap({"*": ("website",)}))}),
    obligations=FrozenMap(
        {
            "apply": Obligation(
                roles=("candidate",),
                required_by=(LawfulBasis.PRECONTRACT,),
                consequences=("cannot_consider_application",),
            )
        }
    ),
    uses=FrozenMap(
        {
            "hiring": Use(
                roles=("candidate",),
                purposes=("application_processing",),
                basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
                interests=("run_recruitment_business",),
                balanced=True,
            )
        }
    ),
    recipients=FrozenMap({"hosts": Disclosure(roles=(), to=("it_providers",))}),
    consents=FrozenMap(
        {
            "pool": Consent(
                roles=("candidate",), kind=(Permission.CONSENT,), purposes=("job_alerts",)
            )
        }
    ),
    marketing=FrozenMap(
        {
            "alerts": Marketing(
                roles=("candidate",), purposes=("job_alerts",), permission=(Permission.CONSENT,)
            )
        }
    ),
    retention=FrozenMap(
        {
            "rejected": RetentionRule(
                roles=("candidate",),
                at_most=Period(weeks=4),
                after="procedure_closed",
                then="delete",
            )
        }
    ),
    disposals=FrozenMap({"delete": DisposalMeaning(ends=(End.ERASED,))}),
    rights=FrozenMap(
        {right: RightOffered(earlier_stands=right is Right.WITHDRAW_CONSENT) for right in NAMED}
    ),
    requests=Requests(answer=AnswerPromise(within=Period(months=1)), fees=Fees(free=True)),
    authorities=FrozenMap(
        {
            "NL": Authority(
                name="Autoriteit Persoonsgegevens", url="https://autoriteitpersoonsgegevens.nl"
            )
        }
    ),
)
"""Nothing is missing here among the elements the check looks at."""


def evolved(section: str, key: str, **changes: object) -> Change:
    """
    Change fields of one entry of a section.
    """

    def change(policy: Policy) -> Policy:
        entries: dict[str, Any] = dict(getattr(policy, section))
        entries[key] = attrs.evolve(entries[key], **changes)
        return replaced(**{section: FrozenMap(entries)})(policy)

    return change


def replaced(**sections: object) -> Change:
    """
    Replace whole sections.
    """
    values: dict[str, Any] = dict(sections)
    return lambda policy: attrs.evolve(policy, **values)


def together(*changes: Change) -> Change:
    """
    Make several changes, one after the other.
    """

    def change(policy: Policy) -> Policy:
        for each in changes:
            policy = each(policy)
        return policy

    return change
