"""
What happened: one value per event, with ids, codes and days, and nobody's name.

Most of what happens is :class:`Happened`, of a kind the vocabulary names. What a rule must read
closely (a consent, a hold, an objection) has a type of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, TypeAlias

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.policy import Permission
from recruitprivacy.timeline._moments import Reliability, refuse_naive
from recruitprivacy.timeline._types import refuse_other_types
from recruitprivacy.vocabulary import (
    Art9Condition,
    Kind,
    ObjectionGround,
    RefusalGround,
    RestrictionGround,
)

CategoryKey: TypeAlias = Annotated[str, Kind.CATEGORY]
ChannelKey: TypeAlias = Annotated[str, Kind.CHANNEL]
ConditionKey: TypeAlias = Annotated[str, Kind.CONDITION]
EventKey: TypeAlias = Annotated[str, Kind.EVENT]
ExceptionKey: TypeAlias = Annotated[str, Kind.EXCEPTION]
OutcomeKey: TypeAlias = Annotated[str, Kind.OUTCOME]
PurposeKey: TypeAlias = Annotated[str, Kind.PURPOSE]
RecipientKey: TypeAlias = Annotated[str, Kind.RECIPIENT]
RoleKey: TypeAlias = Annotated[str, Kind.ROLE]
SourceKey: TypeAlias = Annotated[str, Kind.SOURCE]
SystemKey: TypeAlias = Annotated[str, Kind.SYSTEM]


class RecordKind(StrEnum):
    """
    What a record is about.
    """

    PERSON = "person"
    """Everything kept of somebody in one role."""
    APPLICATION = "application"
    PLACEMENT = "placement"
    DOCUMENT = "document"


@attrs.frozen(kw_only=True)
class Event:
    """
    Something that happened to one person's data.

    Attributes:
        kind: The stable name of the type; stored beside each event.
        id: The event's own id; twice the same is once.
        person: An opaque id of the person; empty for what happened with a company alone.
        happened: The day, or the instant with its offset; None where nobody knows.
        recorded_at: When it was noted, with offset.
        source: The system it was noted in.
        reliability: How sure it is.

    Raises:
        EventTypeError: If a field is of another type than it says; texts are no tuples of texts.
        NaiveDatetimeError: If a time has no offset.
    """

    kind: ClassVar[str] = ""

    id: str
    person: str = attrs.field(repr=False)
    happened: date | datetime | None
    recorded_at: datetime
    source: str = ""
    reliability: Reliability = Reliability.RECORDED

    def __attrs_post_init__(self) -> None:
        """
        Refuse another type, a time without an offset, and what contradicts itself.
        """
        refuse_other_types(self)
        refuse_naive("happened", self.happened)
        refuse_naive("recorded_at", self.recorded_at)
        faults = tuple(self._faults())
        if faults:
            raise FaultsError(faults)

    def _faults(self) -> Iterator[Fault]:
        yield from ()


@attrs.frozen(kw_only=True)
class Happened(Event):
    """
    Something of a kind the vocabulary names.

    Attributes:
        what: The kind of event, as in ``message.inbound``.
        role: The role in which the person did it, or None where nobody noted it.
        record: The record it belongs to, or None.
        vacancy: The vacancy it belongs to, or None.
        company: The company it was with, or None.
        channel: The channel, or None.
        outcome: How a procedure ended with it, or None.
        exercises_right: Whether the person used a right with it, as by writing "remove me"; then
            it renews no clock.
    """

    kind: ClassVar[str] = "happened"

    what: EventKey
    role: RoleKey | None = None
    record: str | None = None
    vacancy: str | None = None
    company: str | None = None
    channel: ChannelKey | None = None
    outcome: OutcomeKey | None = None
    exercises_right: bool = False


@attrs.frozen(kw_only=True)
class RecordOpened(Event):
    """
    A record was made, or its particulars were noted anew.

    Attributes:
        record: Its id.
        record_kind: What it is about.
        role: The role the person has in it.
        controller: The controller, by its name in the policy, or None where it is to be resolved.
        company: The company the person acts for towards the firm; never a candidate's employer.
        supplier: The company that supplies the person's services, or None.
        vacancy: The vacancy it is for, or None.
        part_of: The record it belongs to, as a document to a placement, or None.
        categories: What is in it, or None where nobody knows.
        obtained_from: Where its data came from, or None where nobody knows.
        kept_in: The one place it is kept in, where it is a copy of its own, as on a website; None
            where the firm keeps it as it keeps all else.
    """

    kind: ClassVar[str] = "record.opened"

    record: str
    record_kind: RecordKind
    role: RoleKey
    controller: str | None = None
    company: str | None = None
    supplier: str | None = None
    vacancy: str | None = None
    part_of: str | None = None
    categories: tuple[CategoryKey, ...] | None = None
    obtained_from: SourceKey | None = None
    kept_in: SystemKey | None = None


@attrs.frozen(kw_only=True)
class NoticeGiven(Event):
    """
    The person was given the privacy notice.

    Attributes:
        version: The number of the policy's version.
        language: The language it was in, as a BCP 47 tag.
        role: The role it spoke to.
    """

    kind: ClassVar[str] = "notice.given"

    version: str
    language: str
    role: RoleKey


@attrs.frozen(kw_only=True)
class ConsentGiven(Event):
    """
    The person agreed to something.

    Attributes:
        purposes: To what.
        permission: What kind of agreement it is.
        categories: For which categories, where it was tied to some.
        notice_version: Which version of the notice they had before, or empty.
        notice_digest: The digest of the words they agreed to, or empty.
        language: The language of those words, or empty.
        controllers: To whom it was given, by name in the policy.
        how: By what it was given, or None where nobody noted it.
        expires_on: The last day it stands, or None.

    Law:
        GDPR Art. 7(1): the controller shows that the person consented.
    """

    kind: ClassVar[str] = "consent.given"

    purposes: tuple[PurposeKey, ...]
    permission: Permission = Permission.CONSENT
    categories: tuple[CategoryKey, ...] = ()
    notice_version: str = ""
    notice_digest: str = ""
    language: str = ""
    controllers: tuple[str, ...] = ()
    how: ConditionKey | None = None
    expires_on: date | None = None


@attrs.frozen(kw_only=True)
class ConsentWithdrawn(Event):
    """
    The person took an agreement back.

    Attributes:
        purposes: For what; empty is for everything.

    Law:
        GDPR Art. 7(3): withdrawal at any time.
    """

    kind: ClassVar[str] = "consent.withdrawn"

    purposes: tuple[PurposeKey, ...] = ()


@attrs.frozen(kw_only=True)
class Objected(Event):
    """
    The person objected.

    Attributes:
        grounds: To what kind of processing.
        purposes: To which purposes; empty is to all that rest on those grounds.

    Law:
        GDPR Art. 21(1): objection on grounds of one's situation.
        GDPR Art. 21(2): objection to direct marketing.
    """

    kind: ClassVar[str] = "objection.made"

    grounds: tuple[ObjectionGround, ...]
    purposes: tuple[PurposeKey, ...] = ()


@attrs.frozen(kw_only=True)
class ObjectionDecided(Event):
    """
    The controller decided on an objection.

    Attributes:
        objection: The id of the objection.
        upheld: Whether the person was right.
        by: Who decided, as an opaque id; empty where no human is noted.
        ground: What the controller showed, where it goes on.

    Law:
        GDPR Art. 21(1): the controller shows compelling grounds.
    """

    kind: ClassVar[str] = "objection.decided"

    objection: str
    upheld: bool
    by: str = ""
    ground: RefusalGround | None = None


@attrs.frozen(kw_only=True)
class RestrictionPlaced(Event):
    """
    Processing was restricted.

    Attributes:
        ground: Why.
        categories: Which categories; None is all.
        records: Which records; empty is all.

    Law:
        GDPR Art. 18(1): when processing is restricted.
    """

    kind: ClassVar[str] = "restriction.placed"

    ground: RestrictionGround
    categories: tuple[CategoryKey, ...] | None = None
    records: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class RestrictionAnnounced(Event):
    """
    The person was told that a restriction is about to be lifted.

    Attributes:
        restriction: The id of the event that placed it; empty is every one.

    Law:
        GDPR Art. 18(3): the person is told before.
    """

    kind: ClassVar[str] = "restriction.announced"

    restriction: str = ""


@attrs.frozen(kw_only=True)
class RestrictionLifted(Event):
    """
    A restriction was lifted.

    Attributes:
        restriction: The id of the event that placed it; empty is every one.
    """

    kind: ClassVar[str] = "restriction.lifted"

    restriction: str = ""


@attrs.frozen(kw_only=True)
class HoldPlaced(Event):
    """
    Erasing was stopped for the sake of a matter.

    Attributes:
        matter: The code of the matter.
        ground: Why.
        owner: Who answers for the hold, as an opaque id.
        review_on: The day by which it is looked at again, or None.
        records: Which records; a hold on none, no vacancy and no category holds everything.
        categories: Which categories.
        vacancy: Which vacancy, comparators included.
        art_9: The condition under which special categories are held, or None.
        art_10: The rule under which criminal data are held, or None.

    Law:
        GDPR Art. 17(3)(e): data needed for legal claims.
    """

    kind: ClassVar[str] = "hold.placed"

    matter: str
    ground: ExceptionKey
    owner: str = ""
    review_on: date | None = None
    records: tuple[str, ...] = ()
    categories: tuple[CategoryKey, ...] = ()
    vacancy: str | None = None
    art_9: Art9Condition | None = None
    art_10: str | None = None


@attrs.frozen(kw_only=True)
class HoldLifted(Event):
    """
    The holds of a matter were lifted; by itself this erases nothing.

    Attributes:
        matter: The code of the matter.
    """

    kind: ClassVar[str] = "hold.lifted"

    matter: str


@attrs.frozen(kw_only=True)
class PurposeStarted(Event):
    """
    A record began to be used for something.

    Attributes:
        use: The use, by its name in the policy.
        record: The record, or None for every record of the person.
    """

    kind: ClassVar[str] = "purpose.started"

    use: str
    record: str | None = None


@attrs.frozen(kw_only=True)
class PurposeEnded(Event):
    """
    A record is no longer used for something.

    Attributes:
        use: The use, by its name in the policy.
        record: The record, or None for every record of the person.
    """

    kind: ClassVar[str] = "purpose.ended"

    use: str
    record: str | None = None


@attrs.frozen(kw_only=True)
class Disclosed(Event):
    """
    Data went to a recipient.

    Attributes:
        recipient: What kind of recipient.
        to: Which one, as an opaque id, or empty.
        records: Which records; empty is all.
        categories: Which categories, or None where nobody knows.

    Law:
        GDPR Art. 19: recipients are told of rectification, erasure and restriction.
    """

    kind: ClassVar[str] = "data.disclosed"

    recipient: RecipientKey
    to: str = ""
    records: tuple[str, ...] = ()
    categories: tuple[CategoryKey, ...] | None = None


@attrs.frozen(kw_only=True)
class ConditionKnown(Event):
    """
    Somebody found out whether a condition holds.

    Attributes:
        condition: Which one.
        holds: Whether it does.
        record: For which record, or None for the person altogether.
    """

    kind: ClassVar[str] = "condition.known"

    condition: ConditionKey
    holds: bool
    record: str | None = None


@attrs.frozen(kw_only=True)
class PersonsMerged(Event):
    """
    Two ids turned out to be one human; this event's person is the one that remains.

    Attributes:
        absorbed: The id that goes.
    """

    kind: ClassVar[str] = "persons.merged"

    absorbed: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class PersonSplit(Event):
    """
    One id turned out to be two humans, as after a wrong merge.

    Attributes:
        into: The id of the other human.
        events: The ids of the events that are theirs.
    """

    kind: ClassVar[str] = "person.split"

    into: str = attrs.field(repr=False)
    events: tuple[str, ...]
