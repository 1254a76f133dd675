"""
Activities, places and small packs for the tests of the bases; nobody and nothing in them exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, TypeVar

import attrs

from recruitprivacy.basis import (
    Activity,
    Balance,
    ConsentAct,
    ConsentAsked,
    InterestsAssessment,
    Option,
    Telling,
    Verdict,
    assess,
)
from recruitprivacy.citations import Citation
from recruitprivacy.findings import Weight
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Confidence, Factor, Law, Pack, Rule, Situation, load
from recruitprivacy.vocabulary import LawfulBasis

T = TypeVar("T", bound=attrs.AttrsInstance)

DAY: Final = date(2026, 3, 2)
NL: Final = load("NL")
BOTH: Final = load("NL", "SE")
HERE: Final = Situation(
    establishment="NL", place_of_work="NL", formal_employer="NL", residence="NL"
)
SWEDEN: Final = Situation(
    establishment="SE", place_of_work="SE", formal_employer="SE", residence="SE"
)
STANDS: Final = Verdict.STANDS
ARGUABLE: Final = Verdict.ARGUABLE
EXCLUDED: Final = Verdict.EXCLUDED
UNKNOWN: Final = Verdict.UNKNOWN

POOLING: Final = Activity(role="candidate", purpose="talent_pool")
APPLYING: Final = Activity(role="candidate", purpose="application_processing", stage="application")
SEARCHING: Final = Activity(
    role="prospective_candidate", purpose="sourcing", stage="sourcing", source="linkedin"
)
SOUND: Final = ConsentAsked(
    purposes=("talent_pool",),
    act=ConsentAct.TICKED,
    detriment=False,
    conditional=False,
    distinguishable=True,
    told=(Telling.CONTROLLER, Telling.PURPOSE, Telling.DATA, Telling.WITHDRAWAL),
    entities=("north",),
    open_ended=False,
    withdrawal_easy=True,
    explicit=True,
    notice_version="3",
    notice_digest="sha256:00",
    language="nl",
    given_on=date(2026, 1, 15),
)
WEIGHED: Final = InterestsAssessment(
    id="lia-1",
    purpose="sourcing",
    interests=("client_service",),
    necessary=True,
    expected=True,
    outcome=Balance.FAVOURABLE,
    reviewer="r7",
    assessed_on=date(2026, 1, 5),
    review_on=date(2027, 1, 5),
)


def changed(value: T, **facts: Any) -> T:  # noqa: ANN401 - any field
    """
    Give a value with other facts.
    """
    return attrs.evolve(value, **facts)  # type: ignore[misc]


def option(
    basis: LawfulBasis,
    activity: Activity,
    *,
    situation: Situation = HERE,
    law: Law = NL,
    on: date = DAY,
) -> Option:
    """
    Judge one basis of an activity.
    """
    (found,) = (each for each in assess(activity, situation, law, on=on) if each.basis is basis)
    return found


def rule(
    topic: str,
    value: str,
    *,
    place: str = "XX",
    binds: Factor = Factor.ESTABLISHMENT,
    **more: Any,  # noqa: ANN401 - any field
) -> Rule:
    """
    Invent a rule of an invented country.
    """
    fields: Mapping[str, Any] = {
        "id": f"{place.lower()}.{topic}",
        "jurisdiction": place,
        "topic": topic,
        "value": value,
        "binds": binds,
        "applies_from": date(2018, 5, 25),
        "weight": Weight.STATUTE,
        "confidence": Confidence.VERIFIED,
        "checked_on": DAY,
        "cites": (Citation(act="GDPR"),),
        "because": "Nobody made this rule.",
        **more,
    }
    return Rule(**fields)


def country(*rules: Rule, place: str = "XX") -> Pack:
    """
    Invent the law of a country.
    """
    return Pack(
        jurisdiction=place,
        extends="EU",
        checked_on=DAY,
        acts=FrozenMap(NL.acts),
        rules=rules,
        regime=NL.packs[-1].regime,
        calendar="NL",
        time_zone="Europe/Amsterdam",
    )


def union_with(place: str = "XX") -> Law:
    """
    Give the EU's law with an invented country among its members.
    """
    union = load().packs[0]
    return Law(packs=(attrs.evolve(union, members=(*union.members, place)),))
