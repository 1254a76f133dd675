"""
Activities and places, as a firm's declaration has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.basis._activity import Activity
from recruitprivacy.law import Situation
from recruitprivacy.policy import EVERYTHING, UNSTATED, Exceptional, Policy, Use

__all__ = ["activities", "places", "situations"]

PRE: Final = "uses"


def activities(policy: Policy) -> tuple[Activity, ...]:
    """
    Take from a declaration each purpose of each use, for each role, as an activity to assess.

    What a declaration cannot say (who asked, whether it is necessary, how consent is asked) stays
    unknown; that the firm says it weighed its interests is no assessment.

    >>> from recruitprivacy.testing.examples import own_hiring
    >>> [(each.name, each.role, each.purpose) for each in activities(own_hiring())]
    [('uses.hiring', 'candidate', 'recruitment_services')]
    """
    return tuple(
        _activity(policy, name, use, role, purpose)
        for name, use in policy.uses.items()
        for role in use.roles or tuple(policy.roles)
        for purpose in use.purposes
    )


def _activity(policy: Policy, name: str, use: Use, role: str, purpose: str) -> Activity:
    exception = use.but.get(purpose, Exceptional())
    interests = use.interests if exception.interests is None else exception.interests
    return Activity(
        name=f"{PRE}.{name}",
        role=role,
        purpose=purpose,
        categories=_categories(
            policy, role, use.data if exception.data is None else exception.data
        ),
        stage=exception.stage or use.stage,
        stated=use.basis_of(purpose),
        when=use.when if exception.when is None else exception.when,
        interests=interests or None,
        shared_with=tuple(dict.fromkeys(_recipients(policy, role, purpose))),
    )


def _categories(policy: Policy, role: str, data: tuple[str, ...]) -> tuple[str, ...]:
    holding = policy.data.get(policy.role_of(role))
    plain = holding.items if holding is not None and EVERYTHING in data else ()
    return tuple(dict.fromkeys((*plain, *(each for each in data if each != EVERYTHING))))


def _recipients(policy: Policy, role: str, purpose: str) -> Iterator[str]:
    for entry in policy.recipients.values():
        if (not entry.roles or role in entry.roles) and purpose in entry.purposes:
            yield from entry.to


def places(policy: Policy) -> tuple[str, ...]:
    """
    List the countries whose law a declaration is under, as far as it says.

    Those of its controllers come first; where it names none, those it says it covers.
    """
    named = (each.country for each in policy.controllers.values())
    own = tuple(dict.fromkeys(country for country in named if country is not UNSTATED))
    covered = (
        *(country for entry in policy.responsible.values() for country in entry.countries),
        *policy.scope.countries,
    )
    return own or tuple(dict.fromkeys(covered))


def situations(policy: Policy) -> tuple[Situation, ...]:
    """
    Give a situation for each country a declaration is under; other ties stay unknown.
    """
    return tuple(Situation(establishment=place) for place in places(policy))
