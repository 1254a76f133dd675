"""
The words and references a declaration is made of.

Each alias is text to Python; its annotation says which words it may hold, so that one walk over
the types (see :mod:`recruitprivacy.policy._faults`) finds every unknown word and dangling name.
"""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

import attrs

from recruitprivacy.vocabulary import Kind

EVERYTHING: Final = "*"
"""Stands for the plain items of a holding, never for those under ``but``."""


@attrs.frozen
class Ref:
    """
    A reference to an entry of a section of the same policy.

    Attributes:
        section: The section's name: ``controllers``.
    """

    section: str


@attrs.frozen
class Code:
    """
    A country, by the two letters of ISO 3166.

    Attributes:
        beside: What else may stand there.
    """

    beside: frozenset[str] = frozenset()


CategoryKey: TypeAlias = Annotated[str, Kind.CATEGORY]
ChannelKey: TypeAlias = Annotated[str, Kind.CHANNEL]
ConditionKey: TypeAlias = Annotated[str, Kind.CONDITION]
ConsequenceKey: TypeAlias = Annotated[str, Kind.CONSEQUENCE]
ContactReasonKey: TypeAlias = Annotated[str, Kind.CONTACT_REASON]
CookieClassKey: TypeAlias = Annotated[str, Kind.COOKIE_CLASS]
CookieLifetimeKey: TypeAlias = Annotated[str, Kind.COOKIE_LIFETIME]
CountryKey: TypeAlias = Annotated[str, Code()]
"""A country by its two letters."""
DestinationKey: TypeAlias = Annotated[str, Kind.DESTINATION]
EventKey: TypeAlias = Annotated[str, Kind.EVENT]
ExceptionKey: TypeAlias = Annotated[str, Kind.EXCEPTION]
ForumKey: TypeAlias = Annotated[str, Kind.FORUM]
InterestKey: TypeAlias = Annotated[str, Kind.INTEREST]
OutcomeKey: TypeAlias = Annotated[str, Kind.OUTCOME]
PurposeKey: TypeAlias = Annotated[str, Kind.PURPOSE]
RecipientKey: TypeAlias = Annotated[str, Kind.RECIPIENT]
PlaceKey: TypeAlias = Annotated[str, Code(frozenset({"EEA"}))]
"""A country by its two letters, or the European Economic Area."""
RequestKey: TypeAlias = Annotated[str, Kind.REQUEST]
AnyRoleKey: TypeAlias = Annotated[str, Kind.ROLE]
"""Somebody's role, whether or not the notice speaks to them."""
RoleKey: TypeAlias = Annotated[str, Kind.ROLE, Ref("roles")]
"""A role the notice speaks of."""
ScopeKey: TypeAlias = Annotated[str, Kind.SCOPE]
SecurityMeasureKey: TypeAlias = Annotated[str, Kind.SECURITY_MEASURE]
SourceKey: TypeAlias = Annotated[str, Kind.SOURCE]
StageKey: TypeAlias = Annotated[str, Kind.STAGE]
SystemKey: TypeAlias = Annotated[str, Kind.SYSTEM]
TopicKey: TypeAlias = Annotated[str, Kind.TOPIC]
TrackerKey: TypeAlias = Annotated[str, Kind.TRACKER]
TriggerKey: TypeAlias = Annotated[str, Kind.TRIGGER]

ClockRef: TypeAlias = Annotated[str, Ref("clocks")]
ControllerRef: TypeAlias = Annotated[str, Ref("controllers")]
DisposalRef: TypeAlias = Annotated[str, Ref("disposals")]
LawRef: TypeAlias = Annotated[str, Ref("laws")]
LinkRef: TypeAlias = Annotated[str, Ref("links")]
RouteRef: TypeAlias = Annotated[str, Ref("complaints")]
UseRef: TypeAlias = Annotated[str, Ref("uses")]
