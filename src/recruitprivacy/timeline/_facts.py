"""
What the engines read: what happened to one person's data, up to a day.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import attrs

from recruitprivacy.findings import Finding
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Permission
from recruitprivacy.timeline._events import (
    CategoryKey,
    ConditionKey,
    ExceptionKey,
    OutcomeKey,
    PurposeKey,
    RecipientKey,
    RecordKind,
    RoleKey,
    SourceKey,
    SystemKey,
)
from recruitprivacy.timeline._moments import Absence, Moment, moment_of
from recruitprivacy.vocabulary import (
    Art9Condition,
    ObjectionGround,
    RefusalGround,
    RestrictionGround,
    Right,
)

SCHEMA: Final = "recruitprivacy.facts/1"


@attrs.frozen(kw_only=True)
class UseFacts:
    """
    Whether a record is in one use.

    Attributes:
        started: When the use began.
        ended: When it ended.
    """

    started: Moment = attrs.field(default=Absence.NOT_STARTED, converter=moment_of)
    ended: Moment = attrs.field(default=Absence.NOT_STARTED, converter=moment_of)

    @property
    def lives(self) -> bool | None:
        """
        Whether the use goes on; None where nobody knows.
        """
        if self.ended is Absence.UNKNOWN:
            return None
        return self.ended is Absence.NOT_STARTED


@attrs.frozen(kw_only=True)
class RoleFacts:
    """
    What happened in one role.

    Attributes:
        moments: When, by the name of the fact.
    """

    moments: FrozenMap[str, Moment] = FrozenMap()


@attrs.frozen(kw_only=True)
class CompanyFacts:
    """
    What happened with one company.

    Attributes:
        moments: When, by the name of the fact.
    """

    moments: FrozenMap[str, Moment] = FrozenMap()


@attrs.frozen(kw_only=True)
class RecordFacts:
    """
    What is known of one record; the fields are those of :class:`RecordOpened`.

    Attributes:
        recorded_as: The role as it was recorded, where the policy speaks of it under another one.
        outcome: How it ended for the person, or None where it did not or nobody knows.
        moments: When something happened, by the name of the fact.
        uses: The uses of which a beginning or an end was noted, by name in the policy.
        conditions: The conditions known for this record alone.
    """

    kind: RecordKind
    role: RoleKey
    recorded_as: RoleKey | None = None
    controller: str | None = None
    company: str | None = None
    supplier: str | None = None
    vacancy: str | None = None
    part_of: str | None = None
    categories: tuple[CategoryKey, ...] | None = None
    obtained_from: SourceKey | None = None
    kept_in: SystemKey | None = None
    outcome: OutcomeKey | None = None
    moments: FrozenMap[str, Moment] = FrozenMap()
    uses: FrozenMap[str, UseFacts] = FrozenMap()
    conditions: FrozenMap[ConditionKey, bool] = FrozenMap()


@attrs.frozen(kw_only=True)
class NoticeFacts:
    """
    A notice the person was given.

    Attributes:
        given: When.
    """

    version: str
    language: str
    role: RoleKey
    given: Moment = attrs.field(converter=moment_of)


@attrs.frozen(kw_only=True)
class ConsentFacts:
    """
    One agreement to one purpose; the other fields are those of :class:`ConsentGiven`.

    Attributes:
        given: When.
        withdrawn: When it was first taken back after that.
        event: The id of the event by which it was given.
    """

    event: str
    purpose: PurposeKey
    permission: Permission
    given: Moment = attrs.field(converter=moment_of)
    withdrawn: Moment = attrs.field(default=Absence.NOT_STARTED, converter=moment_of)
    expires_on: date | None = None
    categories: tuple[CategoryKey, ...] = ()
    notice_version: str = ""
    notice_digest: str = ""
    language: str = ""
    controllers: tuple[str, ...] = ()
    how: ConditionKey | None = None

    def stands(self, on: date) -> bool:
        """
        Say whether it stands on a day; the day it expires still counts.
        """
        expired = self.expires_on is not None and on > self.expires_on
        return self.withdrawn is Absence.NOT_STARTED and not expired


@attrs.frozen(kw_only=True)
class ObjectionFacts:
    """
    An objection and what became of it.

    Attributes:
        event: The id of the event by which it was made.
        grounds: To what kind of processing.
        purposes: To which purposes; empty is to all that rest on those grounds.
        made: When.
        decided: When it was decided on.
        upheld: Whether the person was right; None while that is open.
        ground: What the controller showed, where it goes on.
    """

    event: str
    grounds: tuple[ObjectionGround, ...]
    purposes: tuple[PurposeKey, ...]
    made: Moment = attrs.field(converter=moment_of)
    decided: Moment = attrs.field(default=Absence.NOT_STARTED, converter=moment_of)
    upheld: bool | None = None
    ground: RefusalGround | None = None

    @property
    def suspends(self) -> bool:
        """
        Whether the purposes stand still: until the controller has shown why it goes on.

        Law:
            GDPR Art. 21(1): the controller no longer processes unless it shows grounds.
            GDPR Art. 21(3): an objection to direct marketing is never overruled.
        """
        return self.upheld is not False or ObjectionGround.DIRECT_MARKETING in self.grounds


@attrs.frozen(kw_only=True)
class RestrictionFacts:
    """
    A restriction; what it reaches stands as in :class:`RestrictionPlaced`.

    Attributes:
        event: The id of the event that placed it.
        announced: When the person was told that it is to be lifted.
        lifted: When it was lifted.
    """

    event: str
    ground: RestrictionGround
    categories: tuple[CategoryKey, ...] | None
    records: tuple[str, ...]
    placed: Moment = attrs.field(converter=moment_of)
    announced: Moment = attrs.field(default=Absence.NOT_STARTED, converter=moment_of)
    lifted: Moment = attrs.field(default=Absence.NOT_STARTED, converter=moment_of)

    @property
    def stands(self) -> bool:
        """
        Whether it is in force.
        """
        return self.lifted is Absence.NOT_STARTED


@attrs.frozen(kw_only=True)
class HoldFacts:
    """
    A hold; what it reaches stands as in :class:`HoldPlaced`.

    Attributes:
        event: The id of the event that placed it.
        lifted: When the matter's holds were first lifted after that.
    """

    event: str
    matter: str
    ground: ExceptionKey
    owner: str
    review_on: date | None
    records: tuple[str, ...]
    categories: tuple[CategoryKey, ...]
    vacancy: str | None
    art_9: Art9Condition | None
    art_10: str | None
    placed: Moment = attrs.field(converter=moment_of)
    lifted: Moment = attrs.field(default=Absence.NOT_STARTED, converter=moment_of)

    @property
    def stands(self) -> bool:
        """
        Whether it is in force.
        """
        return self.lifted is Absence.NOT_STARTED

    @property
    def blanket(self) -> bool:
        """
        Whether it names neither record nor category nor vacancy, and so holds everything.
        """
        return not (self.records or self.categories or self.vacancy)


@attrs.frozen(kw_only=True)
class Freeze:
    """
    An open request during which nothing is erased by schedule.

    Attributes:
        request: Its id.
        rights: The rights asked for.
        since: When it came in.
        proved: Whether it is clear that the person asks; a stranger's freeze ends after a period.
    """

    request: str
    rights: tuple[Right, ...]
    since: Moment = attrs.field(converter=moment_of)
    proved: bool


@attrs.frozen(kw_only=True)
class ErasureFacts:
    """
    An erasure that was granted; what it reaches stands as in :class:`ErasureGranted`.

    Attributes:
        event: The id of the event that granted it.
        request: The id of the request.
        granted: When.
    """

    event: str
    request: str
    categories: tuple[CategoryKey, ...] | None
    records: tuple[str, ...]
    granted: Moment = attrs.field(converter=moment_of)


@attrs.frozen(kw_only=True)
class DisclosureFacts:
    """
    Data that went to a recipient; the fields are those of :class:`Disclosed`.

    Attributes:
        disclosed: When.
    """

    recipient: RecipientKey
    to: str
    records: tuple[str, ...]
    categories: tuple[CategoryKey, ...] | None
    disclosed: Moment = attrs.field(converter=moment_of)


@attrs.frozen(kw_only=True)
class Ledgers:
    """
    What stands of one person's notices, agreements, objections, restrictions and holds.

    Attributes:
        notices: The notices given, first to last.
        consents: The agreements given, first to last.
        withdrawals: When agreement was last taken back, by purpose; ``*`` is for everything.
        objections: The objections made, first to last.
        restrictions: The restrictions placed, lifted ones too.
        holds: The holds placed, lifted ones too.
        freezes: The open requests for access or portability.
        erasures: The erasures granted to the person, first to last.
        disclosures: What went to whom, first to last.
        conditions: The conditions known for the person; absent is unknown.
        findings: What does not fit together, or is in doubt.
        unknown: The ledgers, by their names here, that nobody gave or that hold something nobody
            can read; what stands in them may not be all.
        concerns: The records a finding is about, by the id of the event it was found at; one that
            is not here is about the person altogether.
    """

    notices: tuple[NoticeFacts, ...] = ()
    consents: tuple[ConsentFacts, ...] = ()
    withdrawals: FrozenMap[PurposeKey, Moment] = FrozenMap()
    objections: tuple[ObjectionFacts, ...] = ()
    restrictions: tuple[RestrictionFacts, ...] = ()
    holds: tuple[HoldFacts, ...] = ()
    freezes: tuple[Freeze, ...] = ()
    erasures: tuple[ErasureFacts, ...] = ()
    disclosures: tuple[DisclosureFacts, ...] = ()
    conditions: FrozenMap[ConditionKey, bool] = FrozenMap()
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()
    concerns: FrozenMap[str, tuple[str, ...]] = FrozenMap()


@attrs.frozen(kw_only=True)
class Facts(Ledgers):
    """
    Everything the engines may read of one person, as of a day.

    Its ledgers are those of :class:`Ledgers`. A day that nobody folded is unknown, never absent:
    ask :meth:`moment`.

    Attributes:
        person: The person's opaque id.
        on: The last day that was looked at, inclusive.
        known_at: The moment of knowledge, or None for all that is known.
        policy: The id of the policy whose facts these are.
        version: The number of its version, or empty.
        moments: What happened to the person, whatever the role.
        roles: What happened, by role; a wall stands between them.
        records: What is known, by record.
        companies: What happened with companies, by company.
    """

    schema: str = SCHEMA
    person: str = attrs.field(repr=False)
    on: date
    known_at: datetime | None = None
    policy: str
    version: str = ""
    moments: FrozenMap[str, Moment] = FrozenMap()
    roles: FrozenMap[RoleKey, RoleFacts] = FrozenMap()
    records: FrozenMap[str, RecordFacts] = FrozenMap()
    companies: FrozenMap[str, CompanyFacts] = FrozenMap()

    def moment(
        self,
        name: str,
        *,
        role: str | None = None,
        record: str | None = None,
        company: str | None = None,
    ) -> Moment:
        """
        Look up when something happened, in the one place named, else to the person.

        Returns:
            Unknown where nobody folded it.
        """
        if record is not None:
            moments = self.records[record].moments if record in self.records else FrozenMap()
        elif role is not None:
            moments = self.roles[role].moments if role in self.roles else FrozenMap()
        elif company is not None:
            moments = self.companies[company].moments if company in self.companies else FrozenMap()
        else:
            moments = self.moments
        return moments.get(name, Absence.UNKNOWN)

    def condition(self, condition: str, *, record: str | None = None) -> bool | None:
        """
        Tell whether a condition holds, for a record or at all; None where nobody knows.
        """
        known = self.conditions.get(condition)
        if record is None or record not in self.records:
            return known
        return self.records[record].conditions.get(condition, known)

    def notices_of(self, role: str) -> tuple[NoticeFacts, ...]:
        """
        List the notices a person was given in a role, first to last.
        """
        return tuple(notice for notice in self.notices if notice.role == role)

    def findings_about(self, record: str) -> tuple[Finding, ...]:
        """
        List the findings about a record, and those about the person altogether.
        """
        return tuple(
            each for each in self.findings if record in self.concerns.get(each.path, (record,))
        )

    def lives(self, record: str, use: str) -> bool | None:
        """
        Tell whether a record is still in a use; None where nobody knows.

        A use of which nothing was noted goes on.
        """
        return self.records[record].uses.get(use, UseFacts()).lives
