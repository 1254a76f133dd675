"""
Profiling, automated decisions, and what a website stores.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy._asking import Permission
from recruitprivacy.policy._keys import (
    CategoryKey,
    ChannelKey,
    ConditionKey,
    ConsequenceKey,
    CookieClassKey,
    CookieLifetimeKey,
    PurposeKey,
    RecipientKey,
    RoleKey,
    TrackerKey,
)
from recruitprivacy.policy._stated import UNSTATED, UnstatedType


class Practice(StrEnum):
    """
    What a machine does with people's data.
    """

    SELECTION = "selection"
    RANKING = "ranking"
    RECOMMENDATION = "recommendation"
    PROFILING = "profiling"
    AUDIENCES = "audiences"


class Running(StrEnum):
    """
    Whether it runs.
    """

    NOT_NOW = "not_now"
    PLANNED = "planned"
    RUNS = "runs"


class Lifetime(StrEnum):
    """
    How long a cookie lives, where that is no number.
    """

    SESSION = "session"
    UNTIL_BROWSER_CLOSES = "until_browser_closes"
    WHILE_REGISTERED = "while_registered"


@attrs.frozen(kw_only=True)
class Automation:
    """
    What a machine does in recruitment, as stated.

    Attributes:
        roles: With whose data.
        practices: What it does.
        running: Whether it runs now.
        decides_alone: Whether it decides with no human, as stated.
        human: What a human does in it.
        permission: The permission asked for.
        when: When it is asked.
        refused: What follows where the person says no, in order of mention.
        significant: Whether the firm says its effect is significant.
        tool: A name the firm gives it.

    Law:
        GDPR Art. 13(2)(f): automated decisions are told.
        GDPR Art. 22(1): decisions solely by machine.
    """

    roles: tuple[RoleKey, ...]
    practices: tuple[Practice, ...]
    running: Running
    decides_alone: bool | UnstatedType = UNSTATED
    human: tuple[ConditionKey, ...] = ()
    permission: Permission | None = None
    when: tuple[ConditionKey, ...] = ()
    refused: tuple[ConsequenceKey, ...] = ()
    significant: bool | UnstatedType = UNSTATED
    data: tuple[CategoryKey, ...] = ()
    tool: str = ""


@attrs.frozen(kw_only=True)
class CookieClass:
    """
    A class of cookies, as the firm sorts them.

    Attributes:
        needs_consent: Whether the firm says it asks first, or unstated.
        refusable: Whether they can be refused, as stated.
        lifetime: How long they live, or unstated.
        purposes: What for.
        trackers: Which trackers belong to it.
    """

    needs_consent: bool | UnstatedType = UNSTATED
    refusable: bool | UnstatedType = UNSTATED
    lifetime: Period | Lifetime | UnstatedType = UNSTATED
    purposes: tuple[PurposeKey, ...] = ()
    trackers: tuple[TrackerKey, ...] = ()


@attrs.frozen(kw_only=True)
class Tracker:
    """
    One cookie or beacon of somebody's.

    Attributes:
        provider: Who runs it, or unstated.
        names: The names under which it stores something, or unstated.
        kind: The class it belongs to, or unstated.
        purposes: What for, or unstated.
        lifetime: How long it lives, or unstated.
        to: Who gets what it collects, or unstated.
    """

    provider: str | UnstatedType = UNSTATED
    names: tuple[str, ...] | UnstatedType = UNSTATED
    kind: CookieClassKey | UnstatedType = UNSTATED
    purposes: tuple[PurposeKey, ...] | UnstatedType = UNSTATED
    lifetime: Period | Lifetime | UnstatedType = UNSTATED
    to: tuple[RecipientKey, ...] | UnstatedType = UNSTATED


@attrs.frozen(kw_only=True)
class Cookies:
    """
    What a website stores and reads on people's devices.

    Attributes:
        purposes: What for.
        permission: The permission the firm relies on for those not strictly needed.
        refused_by: How one refuses.
        choices: What one can choose.
        refused: What follows from refusing.
        classes: Its classes, by what they do.
        by_lifetime: Its classes, by how long they last.
        trackers: Those it names.
        listed: Whether the firm says its list names them all.
        places: For which sites or apps; empty for all.
    """

    purposes: tuple[PurposeKey, ...] = ()
    permission: Permission | UnstatedType = UNSTATED
    refused_by: tuple[ChannelKey, ...] = ()
    choices: tuple[str, ...] = ()
    refused: tuple[ConsequenceKey, ...] = ()
    classes: FrozenMap[CookieClassKey, CookieClass] = FrozenMap()
    by_lifetime: FrozenMap[CookieLifetimeKey, CookieClass] = FrozenMap()
    trackers: FrozenMap[TrackerKey, Tracker] = FrozenMap()
    listed: bool = False
    places: tuple[str, ...] = ()
