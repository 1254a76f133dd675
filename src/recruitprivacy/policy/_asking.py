"""
Permissions a firm asks for, and the messages it sends.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.periods import Period
from recruitprivacy.policy._keys import (
    CategoryKey,
    ChannelKey,
    ConditionKey,
    ConsequenceKey,
    CookieClassKey,
    EventKey,
    PurposeKey,
    RoleKey,
    ScopeKey,
    TopicKey,
)
from recruitprivacy.policy._stated import Declared, Modality, Moment
from recruitprivacy.vocabulary import ConsentElement


class Permission(StrEnum):
    """
    What kind of permission is meant; only the first two are consent in law.
    """

    CONSENT = "consent"
    EXPLICIT_CONSENT = "explicit_consent"
    SOFT_OPT_IN = "soft_opt_in"
    """Taken as given to an earlier contact until withdrawn; an exception, not a consent."""
    NONE_NEEDED = "none_needed"
    """The firm says it asks nobody."""
    OPT_OUT = "opt_out"
    """Goes on until the person says no."""
    PREFERENCE = "preference"
    """As the person's own settings are; how they stand before anybody sets them is not said."""


@attrs.frozen(kw_only=True)
class Renewal(Declared):
    """
    How a firm asks again before an agreement runs out; whoever does not answer has not agreed.

    Attributes:
        window: From how long before the last day on it asks; counted backwards in days or months.
        times: How often it asks at most before that day.
        lasts: How long a renewed agreement stands; None is as long as the first.

    >>> Renewal(window=Period(days=30)).times
    1
    """

    window: Period
    times: int = 1
    lasts: Period | None = None

    def _faults(self) -> Iterator[Fault]:
        yield from _by_days("window", self.window)
        yield from _by_days("lasts", self.lasts)
        if self.times < 1:
            yield Fault(
                path="times", problem="asks nobody", way_out="leave renewal out, or ask once"
            )


@attrs.frozen(kw_only=True)
class Consent(Declared):
    """
    A permission the firm says it asks for.

    Attributes:
        roles: Of whom; empty is everybody.
        kind: What kind.
        purposes: For what.
        data: For which categories, where the firm ties it to data.
        by: How it is given: a channel or mechanism.
        when: When it is asked.
        covers: How far it reaches, as to one procedure; where it ends, it is asked again.
        elements: What the firm says consent is made of.
        recorded: Whether it keeps a record.
        withdrawn_by: How it is withdrawn.
        any_time: Whether the firm says it can be withdrawn at any time.
        lasts: How long it stands from the day it is given, that many days or months later still
            included; None where the firm does not say.
        renewal: How the firm asks again before that, or None where it does not.
        modality: Whether it is asked, or without it never done.

    Law:
        GDPR Art. 4(11): what consent is.
        GDPR Art. 7(3): withdrawal.
    """

    roles: tuple[RoleKey, ...] = ()
    kind: tuple[Permission, ...]
    purposes: tuple[PurposeKey, ...] = ()
    data: tuple[CategoryKey, ...] = ()
    by: tuple[ConditionKey, ...] = ()
    when: tuple[ConditionKey, ...] = ()
    covers: tuple[ScopeKey, ...] = ()
    elements: tuple[ConsentElement, ...] = ()
    recorded: bool = False
    withdrawn_by: tuple[ChannelKey, ...] = ()
    any_time: bool = False
    lasts: Period | None = None
    renewal: Renewal | None = None
    modality: Modality = Modality.DOES

    def _faults(self) -> Iterator[Fault]:
        yield from _by_days("lasts", self.lasts)
        if self.renewal is not None and self.lasts is None:
            yield Fault(
                path="renewal", problem="renews what does not end", way_out="say lasts, too"
            )


def _by_days(path: str, length: Period | None) -> Iterator[Fault]:
    if length is not None and (length.hours or length.working_days):
        yield Fault(path=path, problem="is in hours or working days", way_out="count in days")


@attrs.frozen(kw_only=True)
class Marketing:
    """
    Messages a firm sends, and how it thinks it may.

    Attributes:
        roles: To whom; empty is everybody.
        purposes: What for.
        channels: How they are sent; empty where the firm does not say.
        permission: The kinds of permission it relies on, as stated.
        needs: What must hold for that permission; all of them.
        examples: Kinds of event it counts as an earlier contact.
        taken_as_given: Whether permission is taken as given until it is withdrawn.
        address: The kind of address it means, or None.
        when: What else it depends on.
        data: Categories used to choose what to send.
        lookalikes: Whether people who resemble them are addressed, too.
        stopped_by: How the person stops them.
        cookie_class: The class of cookies that switches them on and off, or None.
        stops_to: What happens instead after that, or None.
        topics: What the firm adds about them.
        granular: Whether people choose message by message, or kind by kind.
        chosen: When they choose, or None where the firm does not say.

    Law:
        GDPR Art. 21(2): objection to direct marketing.
    """

    roles: tuple[RoleKey, ...] = ()
    purposes: tuple[PurposeKey, ...]
    channels: tuple[ChannelKey, ...] = ()
    permission: tuple[Permission, ...] = ()
    needs: tuple[ConditionKey, ...] = ()
    examples: tuple[EventKey, ...] = ()
    taken_as_given: bool = False
    address: ConditionKey | None = None
    when: tuple[ConditionKey, ...] = ()
    data: tuple[CategoryKey, ...] = ()
    lookalikes: bool = False
    stopped_by: tuple[ChannelKey, ...] = ()
    cookie_class: CookieClassKey | None = None
    stops_to: ConsequenceKey | None = None
    topics: tuple[TopicKey, ...] = ()
    granular: bool = False
    chosen: Moment | None = None
    modality: Modality = Modality.DOES
