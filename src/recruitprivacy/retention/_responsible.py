"""
Who answers for a record, and under which ties to countries.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from recruitprivacy.law import CALENDAR_YEAR, Recruitment, Situation
from recruitprivacy.policy import UNSTATED, Capacity, Policy, Responsibility
from recruitprivacy.timeline import RecordFacts

__all__ = ["Answerable", "answerable", "situation_of"]


@attrs.frozen(kw_only=True)
class Answerable:
    """
    Who answers for a record.

    Attributes:
        controllers: By name in the policy; one empty name where nobody can tell.
        acting: Whether we only act for another, whose declaration governs.
        declared: Whether the policy says who answers for this role.
    """

    controllers: tuple[str, ...]
    acting: bool = False
    declared: bool = True


def answerable(policy: Policy, record: RecordFacts, role: str) -> Answerable:
    """
    Find who answers for a record.

    Law:
        GDPR Art. 26(3): each of several joint controllers can be addressed.
        GDPR Art. 28(3): a processor acts on the controller's instructions.
    """
    concerned = [
        each for each in policy.responsible.values() if {role, record.role} & set(each.roles)
    ]
    ours = [each for each in concerned if _may_be(each, record.controller)]
    acting = bool(ours) and all(each.capacity is Capacity.PROCESSOR for each in ours)
    if record.controller is not None:
        names: tuple[str, ...] = (record.controller,)
    else:
        names = _named(ours) or tuple(policy.controllers)
    shared = any(each.capacity in {Capacity.JOINT, Capacity.SEVERAL} for each in ours)
    if len(names) != 1 and not shared:
        names = ("",)
    return Answerable(controllers=names, acting=acting, declared=bool(concerned))


def situation_of(policy: Policy, controller: str) -> Situation:
    """
    Take what the policy tells of a controller's ties; what it leaves out stays unknown.
    """
    found = policy.controllers.get(controller)
    country = found.country if found else UNSTATED
    return Situation(
        establishment=None if country is UNSTATED else country,
        recruitment=Recruitment.UNKNOWN,
        financial_year_ends=found.financial_year_ends if found else CALENDAR_YEAR,
    )


def _may_be(responsible: Responsibility, controller: str | None) -> bool:
    return controller is None or not responsible.among or controller in responsible.among


def _named(entries: Iterable[Responsibility]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in entries for name in each.among))
