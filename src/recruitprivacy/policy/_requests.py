"""
The rights a notice offers, how they are used, and where one complains.
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
    DisposalRef,
    ForumKey,
    InterestKey,
    PlaceKey,
    PurposeKey,
    RoleKey,
    RouteRef,
    SecurityMeasureKey,
)
from recruitprivacy.policy._stated import UNSTATED, Declared, Modality, UnstatedType
from recruitprivacy.vocabulary import (
    ErasureException,
    ErasureGround,
    LawfulBasis,
    ObjectionGround,
    PortabilityCondition,
    RefusalGround,
    RestrictionGround,
    RestrictionUse,
    Right,
    TransferInstrument,
)


class Waiver(StrEnum):
    """
    When recipients need not be told.
    """

    IMPOSSIBLE = "impossible"
    DISPROPORTIONATE_EFFORT = "disproportionate_effort"


@attrs.frozen(kw_only=True)
class Telling:
    """
    Telling recipients of what was done to the data they got.

    Law:
        GDPR Art. 19: recipients are told.
    """

    recipients: bool = True
    unless: tuple[Waiver, ...] = ()
    person_told_who: Modality | None = None


@attrs.frozen(kw_only=True)
class RightOffered:
    """
    One right as a notice describes it; what does not fit the right stays empty.

    Attributes:
        roles: For whom; empty is everybody.
        conditional: Whether the notice says it holds only in certain circumstances.
        any_time: Whether it can be used at any time.
        absolute: Whether it must always be met.
        stops: Whether the firm says that what it concerns stops on it.
        then: What is done with the data on it, or None.
        with_: Other rights asked for in the same breath.
        objection_grounds: What one may object to.
        likely_grounds: Which of them the notice calls likely.
        erasure_grounds: The grounds for erasure it names.
        erasure_exceptions: The exceptions to erasure it names.
        restriction_grounds: The grounds for restriction it names.
        restriction_uses: What may still be done while data are restricted.
        until_resolved: Whether restriction is said to end once its ground is settled.
        portability: The conditions it names, all needed.
        refusals: Grounds on which the firm says it may refuse.
        only_these: Whether it says it refuses on no others.
        refused_where_lawful: Whether it keeps the right to refuse as the law allows.
        reasons_given: Whether a refusal is explained, and how firmly.
        told_before_lifting: Whether the person is told before a restriction is lifted.
        other_basis: Whether the firm may go on under another basis after withdrawal.
        other_basis_told: Whether it then tells the person.
        purposes: The purposes it is offered for, where named.
        telling: Whether recipients are told.
        machine_readable: Whether a copy is machine-readable.
        password_protected: Whether a copy is protected by a password.
        direct: Whether the copy may go straight to another controller.
        interests: Interests named in it.
        announced: Whether the notice brings it up at its beginning, apart from the rest.
        bases: The bases named in it.
        earlier_stands: Whether the firm says that what was done before a withdrawal stays lawful.
        own_refusals: Grounds on which the firm says it may refuse, and the law does not.
        answer: What is promised for this right alone, or None.
        person_in: Whom it is offered: people in these countries (two-letter codes), or in the
            ``EEA``; empty is everybody.
        under: The transfer instruments under which it is handled as well.

    Law:
        GDPR Art. 13(2)(b): the rights are told.
    """

    roles: tuple[RoleKey, ...] = ()
    conditional: bool = False
    any_time: bool = False
    absolute: bool = False
    stops: bool = False
    then: DisposalRef | None = None
    with_: tuple[Right, ...] = attrs.field(default=(), alias="with_")
    objection_grounds: tuple[ObjectionGround, ...] = ()
    likely_grounds: tuple[ObjectionGround, ...] = ()
    erasure_grounds: tuple[ErasureGround, ...] = ()
    erasure_exceptions: tuple[ErasureException, ...] = ()
    restriction_grounds: tuple[RestrictionGround, ...] = ()
    restriction_uses: tuple[RestrictionUse, ...] = ()
    until_resolved: bool = False
    portability: tuple[PortabilityCondition, ...] = ()
    refusals: tuple[RefusalGround, ...] = ()
    only_these: bool = False
    refused_where_lawful: bool = False
    reasons_given: Modality | None = None
    told_before_lifting: bool = False
    other_basis: bool = False
    other_basis_told: bool = False
    bases: tuple[LawfulBasis, ...] = ()
    purposes: tuple[PurposeKey, ...] = ()
    telling: Telling | None = None
    machine_readable: bool = False
    password_protected: bool = False
    direct: Modality | None = None
    interests: tuple[InterestKey, ...] = ()
    announced: bool = False
    earlier_stands: bool = False
    own_refusals: tuple[ConditionKey, ...] = ()
    answer: AnswerPromise | None = None
    person_in: tuple[PlaceKey, ...] = ()
    under: tuple[TransferInstrument, ...] = ()


@attrs.frozen(kw_only=True)
class FurtherRequest:
    """
    A request the notice offers beside the rights the law names.

    Attributes:
        kept: Whether the request itself is kept afterwards.
        stops: What stops on it.
        erases: Whether data are erased on it.
        at_once: Whether it takes effect from that moment.
    """

    roles: tuple[RoleKey, ...] = ()
    any_time: bool = False
    via: tuple[ChannelKey, ...] = ()
    stops: tuple[PurposeKey, ...] = ()
    kept: bool = False
    erases: bool = False
    at_once: bool = False
    when: tuple[ConditionKey, ...] = ()


@attrs.frozen(kw_only=True)
class AnswerPromise:
    """
    By when the firm says it answers.

    Attributes:
        within: The length promised, or unstated.
        without_delay: Whether it says without undue delay.
        extension: A longer length it keeps open, or None.
        extension_as_lawful: Whether only as the law allows.
        normally: Whether only under normal circumstances.
        reasonable: Whether the firm names no length, but a reasonable one.
        as_lawful: Whether the firm names no length, but the one the law sets.

    Law:
        GDPR Art. 12(3): one month from receipt, extendable by two.
    """

    within: Period | UnstatedType = UNSTATED
    without_delay: bool = False
    extension: Period | None = None
    extension_as_lawful: bool = False
    normally: bool = False
    reasonable: bool = False
    as_lawful: bool = False


@attrs.frozen(kw_only=True)
class IdentityCheck:
    """
    What the firm asks for to know who is asking.

    Attributes:
        with_account: What it compares where the person has an account.
        otherwise: What it compares where they have none.

    Law:
        GDPR Art. 12(6): further information where there is reasonable doubt.
    """

    modality: Modality
    more_about_request: bool = False
    only_on_doubt: bool | UnstatedType = UNSTATED
    with_account: tuple[CategoryKey, ...] = ()
    otherwise: tuple[CategoryKey, ...] = ()


@attrs.frozen(kw_only=True)
class Fees:
    """
    What a request costs.

    Attributes:
        free: Whether it is free.
        unless: The grounds on which it is not.
        further_copies: Whether a reasonable fee is asked for further copies.

    Law:
        GDPR Art. 12(5): free unless manifestly unfounded or excessive.
        GDPR Art. 15(3): a fee for further copies.
    """

    free: bool | UnstatedType = UNSTATED
    unless: tuple[RefusalGround, ...] = ()
    further_copies: bool = False
    copies_as_lawful: bool = False


@attrs.frozen(kw_only=True)
class Requests(Declared):
    """
    How people use their rights with this firm.

    Attributes:
        channels: Where requests are taken.
        record_kept: Whether the firm keeps a record of the dealings, and how firmly.
        unproved_freeze: How long, from receipt, the request of somebody who was asked who they
            are and did not show it stops the schedule from erasing, or unstated.
        preferred: The channel the firm would rather see used, or None.
        acknowledged: Whether it confirms that a request came.
        progress_told: Whether it says how far it is with it.
        security: How what is sent through the preferred channel is protected.
    """

    channels: tuple[ChannelKey, ...] = ()
    answer: AnswerPromise = AnswerPromise()
    identity: IdentityCheck | None = None
    fees: Fees = Fees()
    record_kept: Modality | None = None
    unproved_freeze: Period | UnstatedType = UNSTATED
    preferred: ChannelKey | None = None
    acknowledged: bool = False
    progress_told: bool = False
    security: tuple[SecurityMeasureKey, ...] = ()

    def _faults(self) -> Iterator[Fault]:
        if self.unproved_freeze is not UNSTATED and self.unproved_freeze.hours:
            yield Fault(path="unproved_freeze", problem="is in hours; erasing is judged by days")


@attrs.frozen(kw_only=True)
class ComplaintRoute:
    """
    One way to complain.

    Attributes:
        to: Who takes it.
        after: The routes to try first, by the firm's word.
        within: By when it is answered, or unstated.
        roles: For whom; empty is everybody.
        name: What the body calls itself, where it is none the law names.
        url: Where one complains, or unstated.
        free: Whether it costs nothing, or unstated.
        when_any: What opens it; one of them.
        under: The transfer instruments it is for; empty is for everything.
        person_in: For people there: two-letter codes, or ``EEA``; empty is everybody.

    Law:
        GDPR Art. 77(1): the authority is open to everybody, whatever comes first.
    """

    to: ForumKey
    after: tuple[RouteRef, ...] = ()
    within: Period | UnstatedType = UNSTATED
    roles: tuple[RoleKey, ...] = ()
    via: tuple[ChannelKey, ...] = ()
    name: str = ""
    url: str | UnstatedType = UNSTATED
    free: bool | UnstatedType = UNSTATED
    when_any: tuple[ConditionKey, ...] = ()
    under: tuple[TransferInstrument, ...] = ()
    person_in: tuple[PlaceKey, ...] = ()
