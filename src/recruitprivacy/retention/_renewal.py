"""
Agreements that run out: who may be asked again, from when, and how often.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.periods import Rounding, add, subtract
from recruitprivacy.policy import Consent, Permission, Policy
from recruitprivacy.policy import Renewal as Terms
from recruitprivacy.timeline import Absence, ConsentFacts, Facts, Known, Moment, declared_for
from recruitprivacy.vocabulary import BUILT_IN, Kind, ObjectionGround, Vocabulary

__all__ = ["Asking", "Renewal", "renewals"]


class Asking(StrEnum):
    """
    Whether somebody may be asked to agree again.
    """

    MAY_ASK = "may_ask"
    TOO_EARLY = "too_early"
    """The time before its last day in which the firm asks has not begun."""
    ASKED_ENOUGH = "asked_enough"
    """They were asked as often as the firm asks; no answer is a no."""
    LAPSED = "lapsed"
    """It ran out, whether or not they were asked; nobody asks on its strength."""
    LEFT_ALONE = "left_alone"
    """They took it back, objected, or were promised to be erased."""
    NOT_ASKED = "not_asked"
    """It does not run out, or the firm does not ask again."""
    UNKNOWN = "unknown"
    """Nobody knows when it was given, or whether it was taken back."""


SAYS: Final[Mapping[Asking, Message]] = MappingProxyType(
    {
        Asking.MAY_ASK: Message(
            "retention.renewal.may_ask",
            "The person may be asked again; without an answer it ends with {last_day}.",
        ),
        Asking.TOO_EARLY: Message(
            "retention.renewal.too_early", "The person may be asked again from {ask_from} on."
        ),
        Asking.ASKED_ENOUGH: Message(
            "retention.renewal.asked_enough",
            "The person was asked and has not answered, which is no agreement; "
            "it ends with {last_day}.",
        ),
        Asking.LAPSED: Message(
            "retention.renewal.lapsed",
            "It ended with {last_day}; what rested on it alone has ended, too.",
        ),
        Asking.LEFT_ALONE: Message(
            "retention.renewal.left_alone", "The person said no and is not asked again."
        ),
        Asking.NOT_ASKED: Message(
            "retention.renewal.not_asked",
            "It has no last day, or the firm does not say that it asks again.",
        ),
        Asking.UNKNOWN: Message(
            "retention.renewal.unknown",
            "It is not known when it was given, or whether it was taken back.",
        ),
    }
)
CONSENTS: Final = frozenset({Permission.CONSENT, Permission.EXPLICIT_CONSENT})
NOBODY_ASKED: Final[Mapping[str, Sequence[date]]] = MappingProxyType({})
CITES: Final = (
    Citation(act="GDPR", unit=Unit.ARTICLE, number="4", points=("11",)),
    Citation(act="GDPR", unit=Unit.ARTICLE, number="7", points=("3",)),
)


@attrs.frozen(kw_only=True)
class Renewal:
    """
    Whether one agreement may be asked for again.

    Attributes:
        event: The id of the event by which it was given.
        purpose: To what.
        standing: Whether the person may be asked on that day.
        last_day: The last day it stands, or None.
        ask_from: The first day on which the firm asks again, or None.
        asked: The days within that time on which the person was asked.
        until: The last day of a new agreement, if it were given on the day asked about; None where
            nobody may ask.
        says: That in a sentence.
        cites: The provisions.
    """

    event: str
    purpose: str
    standing: Asking
    last_day: date | None = None
    ask_from: date | None = None
    asked: tuple[date, ...] = ()
    until: date | None = None
    says: Phrase
    cites: tuple[Citation, ...] = CITES


def renewals(
    policy: Policy,
    facts: Facts,
    *,
    on: date,
    asked: Mapping[str, Sequence[date]] = NOBODY_ASKED,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Renewal, ...]:
    """
    Tell of each purpose a person last agreed to whether they may be asked to agree again.

    Silence is no agreement: nothing but a new consent of the person goes on after the last day.
    What that day means for the data :func:`assess` decides.

    Args:
        policy: The declaration; how long an agreement stands and when to ask stands under the
            notice it was given under.
        facts: The person's facts.
        on: The day asked about.
        asked: The days on which the person was already asked again, by purpose.
        vocabulary: The words of both.

    >>> from recruitprivacy.frozen import FrozenMap
    >>> from recruitprivacy.periods import Period
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> pool = Consent(kind=(Permission.CONSENT,), purposes=("talent_pool",),
    ...                lasts=Period(years=1), renewal=Terms(window=Period(days=30)))
    >>> policy = attrs.evolve(own_hiring(), consents=FrozenMap({"pool": pool}))
    >>> agreed = ConsentFacts(event="c1", purpose="talent_pool", permission=Permission.CONSENT,
    ...                       given=Known(day=date(2025, 3, 10)), expires_on=date(2026, 3, 10))
    >>> anna = Facts(person="anna", on=date(2026, 3, 2), policy=policy.id, consents=(agreed,))
    >>> (found,) = renewals(policy, anna, on=date(2026, 3, 2))
    >>> found.standing.value, str(found.ask_from), str(found.until)
    ('may_ask', '2026-02-08', '2027-03-02')
    >>> (found,) = renewals(policy, anna, on=date(2026, 3, 2),
    ...                     asked={"talent_pool": [date(2026, 2, 10)]})
    >>> found.standing.value
    'asked_enough'

    Law:
        GDPR Art. 4(11): agreement is a clear affirmative act.
        GDPR Art. 7(3): it can be taken back at any time.
    """
    latest = {each.purpose: each for each in facts.consents if each.permission in CONSENTS}
    return tuple(
        _renewal(each, _terms(each, policy, vocabulary), facts, on, asked.get(purpose, ()))
        if not _left_alone(each, facts, vocabulary)
        else _said(each, Asking.LEFT_ALONE)
        for purpose, each in sorted(latest.items())
    )


def _terms(
    consent: ConsentFacts, policy: Policy, vocabulary: Vocabulary
) -> tuple[Consent, Terms] | None:
    found = declared_for(consent, policy, vocabulary)
    return next(((each, each.renewal) for each in found if each.renewal), None)


def _left_alone(consent: ConsentFacts, facts: Facts, vocabulary: Vocabulary) -> bool:
    if consent.withdrawn is not Absence.NOT_STARTED:
        return True
    if any(_may_follow(consent, each.granted) for each in facts.erasures):
        return True
    return any(
        ObjectionGround.DIRECT_MARKETING in each.grounds
        or not each.purposes
        or vocabulary.is_kind(Kind.PURPOSE, consent.purpose, *each.purposes)
        for each in facts.objections
        if each.suspends and _may_follow(consent, each.made)
    )


def _may_follow(consent: ConsentFacts, moment: Moment) -> bool:
    """
    Say whether something may have come after an agreement; what came before it, it overcame.
    """
    given = consent.given
    return not (isinstance(given, Known) and isinstance(moment, Known) and moment.day < given.day)


def _renewal(
    consent: ConsentFacts,
    terms: tuple[Consent, Terms] | None,
    facts: Facts,
    on: date,
    asked: Iterable[date],
) -> Renewal:
    if not isinstance(consent.given, Known) or {"consents", "objections"} & set(facts.unknown):
        return _said(consent, Asking.UNKNOWN)
    last_day = consent.expires_on
    if last_day is not None and on > last_day:
        return _said(consent, Asking.LAPSED)
    if last_day is None or terms is None:
        return _said(consent, Asking.NOT_ASKED)
    declared, again = terms
    ask_from = subtract(last_day, again.window, rounding=Rounding.UP)
    times = tuple(sorted(day for day in asked if ask_from <= day <= on))
    if on < ask_from:
        return _said(consent, Asking.TOO_EARLY, ask_from=ask_from)
    if len(times) >= again.times:
        return _said(consent, Asking.ASKED_ENOUGH, ask_from=ask_from, asked=times)
    length = again.lasts or declared.lasts
    return attrs.evolve(
        _said(consent, Asking.MAY_ASK, ask_from=ask_from, asked=times),
        until=add(on, length, rounding=Rounding.DOWN) if length else None,
    )


def _said(
    consent: ConsentFacts,
    standing: Asking,
    *,
    ask_from: date | None = None,
    asked: tuple[date, ...] = (),
) -> Renewal:
    days = {"last_day": consent.expires_on, "ask_from": ask_from}
    known = {name: day for name, day in days.items() if day is not None}
    return Renewal(
        event=consent.event,
        purpose=consent.purpose,
        standing=standing,
        last_day=consent.expires_on,
        ask_from=ask_from,
        asked=asked,
        says=phrase(SAYS[standing], **known),
    )
