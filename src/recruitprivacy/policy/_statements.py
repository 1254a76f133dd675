"""
What a notice says that is neither data, way, use, clock nor right.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy._keys import (
    CategoryKey,
    ChannelKey,
    ConditionKey,
    LawRef,
    PlaceKey,
    RoleKey,
    SecurityMeasureKey,
    TopicKey,
)
from recruitprivacy.policy._stated import UNSTATED, Modality, Moment, PartialDate, UnstatedType
from recruitprivacy.vocabulary import TransferInstrument


class Actor(StrEnum):
    """
    Who does what a statement says.
    """

    CONTROLLER = "controller"
    DATA_SUBJECT = "data_subject"
    SUPPLIER = "supplier"
    CLIENT = "client"
    RECIPIENT = "recipient"
    PROCESSOR = "processor"
    """Somebody the firm hires to do it."""
    NOTICE = "notice"


@attrs.frozen(kw_only=True)
class Statement:
    """
    Something the notice says that has no section of its own.

    Attributes:
        about: What it is about.
        by: Who does it.
        modality: How firmly.
        roles: Whom it concerns; empty is everybody.
        when: What it depends on.
        within: By when, where a time is named.
        via: How, where a channel is named.
        data: Which categories it is about, where it names some.
        told: When it is told, where the notice leaves it to that moment.
        unless: What lifts it; one of them.
        what: The points it is made of, where the firm names them.
        under: The transfer instruments it is about.
        person_in: Whom it is said to: people in these countries (two-letter codes), or in the
            ``EEA``; empty is everybody.
    """

    about: TopicKey
    by: Actor = Actor.CONTROLLER
    modality: Modality = Modality.DOES
    roles: tuple[RoleKey, ...] = ()
    when: tuple[ConditionKey, ...] = ()
    within: Period | None = None
    via: tuple[ChannelKey, ...] = ()
    data: tuple[CategoryKey, ...] = ()
    told: Moment | None = None
    unless: tuple[ConditionKey, ...] = ()
    what: tuple[TopicKey, ...] = ()
    under: tuple[TransferInstrument, ...] = ()
    person_in: tuple[PlaceKey, ...] = ()


@attrs.frozen(kw_only=True)
class Security:
    """
    The measures named.

    Attributes:
        measures: What is done.
        against: What it guards against.
        as_required_by: The statutes by which the firm measures them.
        modality: How firmly.
        guaranteed: Whether the firm says that nothing can go wrong, or that it can.
    """

    measures: tuple[SecurityMeasureKey, ...] = ()
    against: tuple[TopicKey, ...] = ()
    as_required_by: tuple[LawRef, ...] = ()
    modality: Modality = Modality.DOES
    guaranteed: bool | UnstatedType = UNSTATED


@attrs.frozen(kw_only=True)
class Breach:
    """
    What the notice says of breaches.

    Attributes:
        procedure: Whether the firm says it has one.
        reported_by: Who is asked to report what they suspect.
        via: Where.
        at_once: Whether at once.
        person_told: Whether the firm says it tells the people concerned.
    """

    procedure: bool = False
    reported_by: tuple[Actor, ...] = ()
    via: tuple[ChannelKey, ...] = ()
    at_once: bool = False
    person_told: bool | UnstatedType = UNSTATED


@attrs.frozen(kw_only=True)
class Children:
    """
    What the notice says of children.

    Attributes:
        addressed: Whether the service is meant for them.
        below: The age it names, in years.
        collected: Whether their data are knowingly collected.
        then: What is done where it happens.
    """

    addressed: bool | UnstatedType = UNSTATED
    below: int | UnstatedType = UNSTATED
    collected: bool | UnstatedType = UNSTATED
    then: tuple[TopicKey, ...] = ()


@attrs.frozen(kw_only=True)
class LawNamed:
    """
    A statute the notice names.

    Attributes:
        abbreviations: What it calls it, per language.
        articles: Provisions it cites, as a lawyer writes them.
        in_force_from: The day it says it began, or unstated.
        others_too: Whether it says others matter as well.
    """

    abbreviations: FrozenMap[str, str] = FrozenMap()
    articles: tuple[str, ...] = ()
    in_force_from: PartialDate | UnstatedType = UNSTATED
    others_too: bool = False


@attrs.frozen(kw_only=True)
class Link:
    """
    A page the notice points to.

    Attributes:
        url: Where it leads, or unstated where the link is lost.
        about: What it should tell.
        called: The firm's own word for what stands there, per language.
    """

    about: TopicKey
    url: str | UnstatedType = UNSTATED
    called: FrozenMap[str, str] = FrozenMap()


@attrs.frozen(kw_only=True)
class Changes:
    """
    How changes of the notice are told.

    Attributes:
        may_change: Whether the notice says it may.
        published: Where.
        notified: Whether people are told.
        reread_asked: Whether readers are asked to look again.
        redated: Whether the notice says that its date changes with it.
        material_told: How firmly people are promised to be told of changes that matter, or None.
        material_via: How they are.
    """

    may_change: bool = False
    published: tuple[ChannelKey, ...] = ()
    notified: bool | UnstatedType = UNSTATED
    reread_asked: bool = False
    redated: bool = False
    material_told: Modality | None = None
    material_via: tuple[ChannelKey, ...] = ()


@attrs.frozen(kw_only=True)
class Version:
    """
    Which notice this is.

    Attributes:
        number: The firm's number or name for it.
        published_on: When it was published.
        effective_on: When it took effect.
        author: Who wrote it.
        complete: Whether the text we have is whole.
        names_itself: What the notice calls itself, per language, each word it uses.
        calls_date: What it calls the date from which it counts, likewise.
    """

    number: str | UnstatedType = UNSTATED
    published_on: PartialDate | UnstatedType = UNSTATED
    effective_on: PartialDate | UnstatedType = UNSTATED
    author: str | UnstatedType = UNSTATED
    complete: bool = True
    names_itself: FrozenMap[str, tuple[str, ...]] = FrozenMap()
    calls_date: FrozenMap[str, tuple[str, ...]] = FrozenMap()

    @property
    def since(self) -> PartialDate | UnstatedType:
        """
        The date from which it counts: when it took effect, else when it was published.
        """
        return self.published_on if self.effective_on is UNSTATED else self.effective_on
