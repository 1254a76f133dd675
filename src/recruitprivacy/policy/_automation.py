"""
Profiling, automated decisions, and what a website stores.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy._asking import Permission
from recruitprivacy.policy._data import Form
from recruitprivacy.policy._keys import (
    CategoryKey,
    ChannelKey,
    ConditionKey,
    ConsequenceKey,
    CookieClassKey,
    CookieLifetimeKey,
    CountryKey,
    PurposeKey,
    RecipientKey,
    RoleKey,
    TopicKey,
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


class Logic(StrEnum):
    """
    How a machine comes to its result, as far as a firm says.
    """

    SKILLS_MATCH = "skills_match"
    KEYWORD_FILTER = "keyword_filter"
    RANKING = "ranking"


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
        roles: With whose data; empty is everybody's.
        practices: What it does.
        running: Whether it runs now.
        decides_alone: Whether it decides with no human, as stated.
        human: What a human does in it.
        permission: The permission asked for.
        when: When it is asked; where nothing is, when it runs.
        refused: What follows where the person says no, in order of mention.
        significant: Whether the firm says its effect is significant.
        data: The categories it reads.
        criteria: The categories it looks for in them.
        logic: How it comes to its result.
        shuts_out: Whether the firm says that anybody is kept from other work by it.
        tool: A name the firm gives it.

    Law:
        GDPR Art. 13(2)(f): automated decisions are told.
        GDPR Art. 22(1): decisions solely by machine.
    """

    roles: tuple[RoleKey, ...] = ()
    practices: tuple[Practice, ...]
    running: Running
    decides_alone: bool | UnstatedType = UNSTATED
    human: tuple[ConditionKey, ...] = ()
    permission: Permission | None = None
    when: tuple[ConditionKey, ...] = ()
    refused: tuple[ConsequenceKey, ...] = ()
    significant: bool | UnstatedType = UNSTATED
    data: tuple[CategoryKey, ...] = ()
    criteria: tuple[CategoryKey, ...] = ()
    logic: tuple[Logic, ...] = ()
    shuts_out: bool | UnstatedType = UNSTATED
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
        data: What it collects.
        form: In what form that is kept, or unstated.
        permission: The permission it rests on, where it differs from that of the others.
        refused_by: How one refuses it.
        places: The sites or apps it is on; empty for all.
        countries: The countries whose sites it is on, as two-letter codes; empty for all.
        sampled: Whether it is on a sample of pages only.
        never: What the firm says is never done with it.
    """

    provider: str | UnstatedType = UNSTATED
    names: tuple[str, ...] | UnstatedType = UNSTATED
    kind: CookieClassKey | UnstatedType = UNSTATED
    purposes: tuple[PurposeKey, ...] | UnstatedType = UNSTATED
    lifetime: Period | Lifetime | UnstatedType = UNSTATED
    to: tuple[RecipientKey, ...] | UnstatedType = UNSTATED
    data: tuple[CategoryKey, ...] = ()
    form: Form | UnstatedType = UNSTATED
    permission: Permission | UnstatedType = UNSTATED
    refused_by: tuple[ChannelKey, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[CountryKey, ...] = ()
    sampled: bool = False
    never: tuple[TopicKey, ...] = ()


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
