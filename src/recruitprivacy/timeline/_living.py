"""
Which purposes still need what is kept of somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.policy import EVERYTHING, UNSTATED, Policy, UnstatedType, Use
from recruitprivacy.timeline._facts import ConsentFacts, Facts, ObjectionFacts, UseFacts
from recruitprivacy.timeline._moments import Absence, Known, Moment, earliest, latest
from recruitprivacy.vocabulary import BUILT_IN, Kind, LawfulBasis, ObjectionGround, Vocabulary

Bases: TypeAlias = tuple[LawfulBasis, ...] | UnstatedType

DIRECT_MARKETING: Final = "direct_marketing"
ON_CONSENT: Final = (LawfulBasis.CONSENT,)
NEITHER: Final[tuple[Moment, Moment]] = (Absence.NOT_STARTED, Absence.NOT_STARTED)
OBJECTED_BASES: Final[Mapping[ObjectionGround, LawfulBasis]] = MappingProxyType(
    {
        ObjectionGround.LEGITIMATE_INTERESTS: LawfulBasis.LEGITIMATE_INTERESTS,
        ObjectionGround.PUBLIC_TASK: LawfulBasis.PUBLIC_TASK,
    }
)
WITHDRAWAL: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="7", points=("3",))
OBJECTION: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="21", points=("1",))
MARKETING: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="21", points=("3",))
MEANWHILE: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="18", points=("1", "d"))


class Standing(StrEnum):
    """
    How a purpose stands for a record.
    """

    GOES_ON = "goes_on"
    SUSPENDED = "suspended"
    """The person objected, and that is not decided."""
    STOPPED = "stopped"
    """The person did not agree, agrees no longer, or was right to object."""
    ENDED = "ended"
    """Its end was noted."""
    UNKNOWN = "unknown"
    """Nobody knows whether it goes on."""


@attrs.frozen(kw_only=True)
class PurposeStanding:
    """
    How one purpose of one use stands for a record.

    Attributes:
        use: The use, by its name in the policy.
        purpose: The purpose.
        standing: How it stands.
        since: The last day on which it went on, where it has stopped or ended; not started where
            it never went on.
        stopped: When the person stopped it, by taking agreement back or by objecting, whatever
            else ended it; not started where they did not.
        until: The last day on which it can go on, as the agreement runs out then; None where it
            does not, or where it is over already.
        hangs_on: The facts for want of which nobody knows; empty where it is known.
        cites: The provisions that stop or suspend it.
    """

    use: str
    purpose: str
    standing: Standing
    since: Moment = Absence.NOT_STARTED
    stopped: Moment = Absence.NOT_STARTED
    until: date | None = None
    hangs_on: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()

    @property
    def by_person(self) -> bool:
        """
        Whether the person stopped it.
        """
        return self.stopped is not Absence.NOT_STARTED


@attrs.frozen(kw_only=True)
class _Asked:
    facts: Facts
    policy: Policy
    record: str
    on: date
    vocabulary: Vocabulary
    category: str | None

    def agreed(self, purpose: str) -> list[ConsentFacts]:
        """
        List the agreements to a purpose, taken back or not, that reach the category asked about.
        """
        return [
            each
            for each in self.facts.consents
            if self.is_purpose(purpose, each.purpose) and self._reaches(each)
        ]

    def _reaches(self, consent: ConsentFacts) -> bool:
        named, category = consent.categories, self.category
        return (
            not named
            or category is None
            or self.vocabulary.is_kind(Kind.CATEGORY, category, *named)
        )

    def is_purpose(self, key: str, of: str) -> bool:
        """
        Say whether a purpose is another or a kind of it.
        """
        return self.vocabulary.is_kind(Kind.PURPOSE, key, of)


def purposes_of(
    facts: Facts,
    policy: Policy,
    *,
    record: str,
    on: date,
    vocabulary: Vocabulary = BUILT_IN,
    category: str | None = None,
) -> tuple[PurposeStanding, ...]:
    """
    List each purpose of the uses of a record, and how it stands on a day.

    A purpose goes on until the end of its use is noted, until the person was right to object to it,
    or, where it rests on consent alone, until no consent stands. Once an agreement was taken back,
    only the bases count that the notice the person had before that names for the purpose.

    Args:
        facts: The person's facts.
        policy: The declaration that has the uses.
        record: The record.
        on: The day asked about.
        vocabulary: The words of both.
        category: The category asked about, as an agreement may be for some only; None asks whether
            a purpose goes on with any.

    Raises:
        KeyError: If there is no such record.
        UnknownTermError: If the policy does not speak of the record's role.

    >>> from recruitprivacy.testing.examples import agency, quiet_candidate
    >>> from recruitprivacy.timeline import fold
    >>> facts = fold(quiet_candidate(), agency(), on=date(2026, 3, 2))
    >>> for each in purposes_of(facts, agency(), record="bo-record", on=date(2026, 3, 2)):
    ...     print(each.use, each.purpose, each.standing)
    recruitment recruitment_services goes_on

    Law:
        GDPR Art. 7(3): withdrawal ends what rests on consent.
        GDPR Art. 18(1)(d): what was objected to stands still until that is decided.
        GDPR Art. 21(1): an objection stops the purpose until grounds are shown.
        GDPR Art. 21(3): an objection to direct marketing always ends it.
    """
    asked = _Asked(
        facts=facts, policy=policy, record=record, on=on, vocabulary=vocabulary, category=category
    )
    uses = policy.uses_of(facts.records[record].role)
    return tuple(
        _standing(asked, name, use, purpose)
        for name, use in sorted(uses.items())
        for purpose in use.purposes
    )


def _standing(asked: _Asked, name: str, use: Use, purpose: str) -> PurposeStanding:
    noted = asked.facts.lives(asked.record, name)
    stopped, hangs_on, suspended = _stops(asked, use, purpose)
    if stopped or noted is False:
        return _over(asked, name, purpose, _bases(asked, use, purpose), stopped)
    missing = (*((f"use.{name}.ended",) if noted is None else ()), *hangs_on)
    on_consent = _bases(asked, use, purpose) == ON_CONSENT
    until = _runs_out(asked, purpose) if on_consent else None
    if missing:
        return PurposeStanding(
            use=name, purpose=purpose, standing=Standing.UNKNOWN, until=until, hangs_on=missing
        )
    if suspended:
        return PurposeStanding(
            use=name,
            purpose=purpose,
            standing=Standing.SUSPENDED,
            until=until,
            hangs_on=(f"use.{name}.ended",),
            cites=suspended,
        )
    return PurposeStanding(use=name, purpose=purpose, standing=Standing.GOES_ON, until=until)


def _over(
    asked: _Asked, name: str, purpose: str, bases: Bases, cites: tuple[Citation, ...]
) -> PurposeStanding:
    """
    Tell when a purpose was over: what came first counts, and what the person did is not forgotten.
    """
    use = asked.facts.records[asked.record].uses.get(name, UseFacts())
    ended = use.ended if use.lives is False else Absence.NOT_STARTED
    objected = earliest(
        _stood(each) for each in asked.facts.objections if _hits(asked, each, purpose, bases)
    )
    withdrawn, lapsed = _taken(asked, purpose) if bases == ON_CONSENT else NEITHER
    person = earliest([objected, withdrawn])
    noted_only = use.lives is False and person is Absence.NOT_STARTED
    return PurposeStanding(
        use=name,
        purpose=purpose,
        standing=Standing.ENDED if noted_only else Standing.STOPPED,
        since=earliest([person, lapsed, ended]),
        stopped=person,
        cites=() if noted_only else cites,
    )


Stops: TypeAlias = tuple[tuple[Citation, ...], tuple[str, ...], tuple[Citation, ...]]


def _stops(asked: _Asked, use: Use, purpose: str) -> Stops:
    bases, unknown = _bases(asked, use, purpose), asked.facts.unknown
    on_consent = bases == ON_CONSENT
    hits = [each for each in asked.facts.objections if _hits(asked, each, purpose, bases)]
    stopped = tuple(_stopping(hits))
    if on_consent and "consents" not in unknown and not _agreed(asked, purpose):
        stopped = (WITHDRAWAL, *stopped)
    hangs_on = (
        *(("consent.state",) if on_consent and "consents" in unknown else ()),
        *(("objection.state",) if "objections" in unknown else ()),
    )
    # While an objection is open nobody knows whether the purpose comes back.
    waits = any(each.suspends for each in hits)
    return stopped, hangs_on, (OBJECTION, MEANWHILE) if waits else ()


def _taken(asked: _Asked, purpose: str) -> tuple[Moment, Moment]:
    """
    Tell when the last agreement was taken back, or else when it ran out.
    """
    if _agreed(asked, purpose):
        return NEITHER
    agreed = asked.agreed(purpose)
    # What is taken back was given, noted or not.
    unnoted = () if agreed else _withdrawals(asked, purpose)
    withdrawn = latest([*(each.withdrawn for each in agreed), *unnoted])
    ended = latest([withdrawn, *(_lapsed(each) for each in agreed)])
    return (withdrawn, Absence.NOT_STARTED) if ended == withdrawn else (NEITHER[0], ended)


def _withdrawals(asked: _Asked, purpose: str) -> Iterator[Moment]:
    for named, moment in asked.facts.withdrawals.items():
        if named == EVERYTHING or asked.is_purpose(purpose, named):
            yield moment


def _runs_out(asked: _Asked, purpose: str) -> date | None:
    """
    Tell the last day of the agreements that stand; None where one of them has none.
    """
    ends = [each.expires_on for each in asked.agreed(purpose) if each.stands(asked.on)]
    days = [day for day in ends if day is not None]
    return max(days) if days and len(days) == len(ends) else None


def _stood(objection: ObjectionFacts) -> Moment:
    if ObjectionGround.DIRECT_MARKETING in objection.grounds:
        return objection.made
    return objection.decided if objection.upheld else Absence.NOT_STARTED


def _lapsed(consent: ConsentFacts) -> Moment:
    if consent.expires_on is None or consent.withdrawn is not Absence.NOT_STARTED:
        return Absence.NOT_STARTED
    return Known(day=consent.expires_on)


def _bases(asked: _Asked, use: Use, purpose: str) -> Bases:
    """
    List the bases that count: those stated now, or, once taken back, those told of before.
    """
    taken = [
        each.withdrawn.day for each in asked.agreed(purpose) if isinstance(each.withdrawn, Known)
    ]
    told = _told_before(asked, min(taken)) if taken else None
    if told is None:
        return use.basis_of(purpose)
    role = asked.facts.records[asked.record].role
    uses = told.uses_of(role).values() if role in told.roles else ()
    stated = [each.basis_of(purpose) for each in uses if purpose in each.purposes]
    bases = [basis for each in stated if each is not UNSTATED for basis in each]
    return tuple(dict.fromkeys(bases)) or use.basis_of(purpose)


def _told_before(asked: _Asked, day: date) -> Policy | None:
    """
    Find the last version the person was given before a day; None where nobody knows.
    """
    role = asked.facts.records[asked.record].role
    given = [
        notice.version
        for notice in asked.facts.notices
        if isinstance(notice.given, Known) and notice.given.day < day
        if notice.role in {role, asked.policy.role_of(role)}
    ]
    versions = {each.version_number: each for each in asked.policy.versions()}
    return versions.get(given[-1]) if given else None


def _stopping(hits: list[ObjectionFacts]) -> Iterator[Citation]:
    if any(ObjectionGround.DIRECT_MARKETING in each.grounds for each in hits):
        yield MARKETING
    if any(each.upheld for each in hits):
        yield OBJECTION


def _hits(asked: _Asked, objection: ObjectionFacts, purpose: str, bases: Bases) -> bool:
    if objection.purposes:
        return any(asked.is_purpose(purpose, each) for each in objection.purposes)
    marketing = ObjectionGround.DIRECT_MARKETING in objection.grounds
    if marketing and asked.is_purpose(purpose, DIRECT_MARKETING):
        return True
    against = {OBJECTED_BASES[each] for each in objection.grounds if each in OBJECTED_BASES}
    return bool(against) and (bases is UNSTATED or not against.isdisjoint(bases))


def _agreed(asked: _Asked, purpose: str) -> bool:
    return any(consent.stands(asked.on) for consent in asked.agreed(purpose))
