"""
Whether a person may be written to or called, and on what that rests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._customers import SoftOptIn
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._interests import InterestsAssessment
from recruitprivacy.basis._national import Given, given_faults
from recruitprivacy.basis._permissions import (
    CONTACTING,
    ELECTRONIC,
    Address,
    Asked,
    Outreach,
    ways,
)
from recruitprivacy.basis._premise import Premise
from recruitprivacy.basis._withdrawal import agreed
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.findings import Step
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.near import nearest
from recruitprivacy.timeline import Facts, ObjectionFacts
from recruitprivacy.timeline import Known as KnownDay
from recruitprivacy.vocabulary import (
    BUILT_IN,
    Kind,
    ObjectionGround,
    Vocabulary,
)

__all__ = ["Address", "Contacting", "Outreach", "may_contact"]


ON_APPLICATION: Final = Message(
    "basis.outreach.running_application", "a message about the person’s own application"
)
ON_ALERT: Final = Message("basis.outreach.alert", "an alert the person asked for")
ON_OFFER: Final = Message("basis.outreach.unsolicited", "an unsolicited message")
SAYS: Final[Mapping[Outreach, Message]] = MappingProxyType(
    {
        Outreach.RUNNING_APPLICATION: ON_APPLICATION,
        Outreach.ALERT: ON_ALERT,
        Outreach.UNSOLICITED: ON_OFFER,
    }
)

RUNS: Final = Message("basis.contact.runs", "the person is being considered for a particular post")
NO_OBJECTION: Final = Message(
    "basis.contact.no_objection", "the person has not objected to direct marketing"
)
NOT_ONLY: Final = Message(
    "basis.contact.not_only",
    "A word of advertising in it makes it an unsolicited message.",
)
COMMERCIAL: Final = Message(
    "basis.contact.commercial",
    "Alerts that promote the firm’s own services are widely taken for direct marketing; a person "
    "must judge whether these do.",
)
STOP: Final = Message(
    "basis.contact.stop",
    "Each message says who sends it and how to stop it, and stopping costs nothing.",
)
NOT_ANOTHER: Final = Message(
    "basis.contact.no_other_basis",
    "Where this holds, sending needs no further basis; profiling and storing still do.",
)
A_BASIS: Final = Message(
    "basis.contact.a_basis",
    "If the message reaches an identified person, their data need a lawful basis besides.",
)


@attrs.frozen(kw_only=True)
class Contacting(Answer):
    """
    Whether one kind of message may be sent to one person over one channel.

    Attributes:
        channel: The channel.
        message: The kind of message.
    """

    channel: str
    message: Outreach


def may_contact(  # noqa: PLR0913 - the person, the message, the address and the law
    facts: Facts | None,
    *,
    channel: str,
    message: Outreach | str,
    situation: Situation,
    law: Law,
    on: date,
    address: Address | None = None,
    sender: str = "",
    customer: SoftOptIn = SoftOptIn(),  # noqa: B008 - it cannot change
    assessment: InterestsAssessment | None = None,
    given: Given = MappingProxyType({}),
    vocabulary: Vocabulary = BUILT_IN,
) -> Contacting:
    """
    Judge whether a message may be sent to a person, on each permission there is.

    An objection to direct marketing ends everything that advertises. Where no rule of the place
    was found, it is unknown, and that is no permission.

    Args:
        facts: The person's facts: consents, objections, records; None where nobody folded them.
        channel: How it is sent, as in ``email``; messages on a professional network count as mail.
        message: What it is about: ``running_application``, ``alert`` or ``unsolicited``.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about.
        address: Whose address it is.
        sender: Who sends it, by name in the policy.
        customer: What is known of an earlier sale, for the exception for customers.
        assessment: What was written down when the interest in advertising was weighed.
        given: More facts, by name: conditions of the vocabulary, those in :data:`CONTACTING`, and
            those that an answer names under ``needs``.
        vocabulary: The words.

    Raises:
        FaultsError: If the channel, the kind of message or a fact is unknown, or the situation
            names no place.

    >>> from recruitprivacy.law import load
    >>> asked = may_contact(None, channel="email", message="unsolicited",
    ...                     situation=Situation(establishment="NL"), law=load("NL"),
    ...                     on=date(2026, 3, 2), address=Address.PERSON)
    >>> asked.standing.value, [way.what.text for way in asked.ways]
    ('arguable', ['prior consent', 'existing customer offered similar services'])

    Law:
        Dir. 2002/58 Art. 13(1): prior consent.
        Dir. 2002/58 Art. 13(2): one's own customers, similar services, a free refusal each time.
        GDPR Art. 21(3): an objection to direct marketing is never overruled.
    """
    kind = _read(channel, message, given, vocabulary)
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    asked = Asked(
        facts=facts,
        frame=frame,
        channel=channel,
        message=kind,
        address=address,
        sender=sender,
        customer=customer,
        assessment=assessment,
        given=given,
    )
    return Contacting(
        what=SAYS[kind],
        channel=channel,
        message=kind,
        premises=(frame.in_force, *_premises(asked)),
        ways=tuple(ways(asked)),
        remarks=tuple(_remarks(asked)),
        **frame.parts,
    )


def _read(channel: str, message: Outreach | str, given: Given, vocabulary: Vocabulary) -> Outreach:
    faults = [*given_faults(given, vocabulary, CONTACTING)]
    kinds = [kind.value for kind in Outreach]
    if not vocabulary.has(Kind.CHANNEL, channel):
        problem = f"unknown channel {channel!r}"
        near = vocabulary.nearest(Kind.CHANNEL, channel)
        faults.append(Fault(path="channel", problem=problem, nearest=near))
    if message not in kinds:
        problem, way_out = f"unknown kind of message {str(message)!r}", f"one of {', '.join(kinds)}"
        near = nearest(str(message), kinds)
        faults.append(Fault(path="message", problem=problem, way_out=way_out, nearest=near))
    if faults:
        raise FaultsError(faults)
    return Outreach(message)


def _premises(asked: Asked) -> Iterator[Premise]:
    if asked.message is Outreach.RUNNING_APPLICATION:
        cites = asked.frame.cite("GDPR Art. 6(1)(b)")
        holds = asked.holds("placement_procedure")
        yield Premise(fact="placement_procedure", holds=holds, what=RUNS, cites=cites)
        return
    cites = asked.frame.cite("GDPR Art. 21(2)", "GDPR Art. 21(3)")
    holds = _unobjected(asked)
    yield Premise(fact="objection.state", holds=holds, what=NO_OBJECTION, cites=cites)
    if asked.message is Outreach.ALERT:
        yield from agreed(asked.frame, asked.facts, asked.purpose, sender=asked.sender)


def _unobjected(asked: Asked) -> bool | None:
    if asked.facts is None:
        return None
    if any(_stops(asked, each) for each in asked.facts.objections):
        return False
    return None if "objections" in asked.facts.unknown else True


def _stops(asked: Asked, objection: ObjectionFacts) -> bool:
    if isinstance(objection.made, KnownDay) and objection.made.day > asked.frame.on:
        return False
    named = any(_same(asked, each) for each in objection.purposes)
    if ObjectionGround.DIRECT_MARKETING not in objection.grounds:
        return named and objection.suspends
    if asked.message is Outreach.ALERT and not objection.purposes:
        return not _asked_again(asked, objection)
    return named or not objection.purposes


def _same(asked: Asked, purpose: str) -> bool:
    return asked.frame.is_purpose(asked.purpose, purpose) or asked.frame.is_purpose(
        purpose, asked.purpose
    )


def _asked_again(asked: Asked, objection: ObjectionFacts) -> bool:
    """
    Say whether the person asked for the alert on a day after they objected.
    """
    objected = objection.made
    given = [
        consent.given
        for consent in (asked.facts.consents if asked.facts else ())
        if asked.frame.is_purpose(asked.purpose, consent.purpose)
    ]
    return isinstance(objected, KnownDay) and any(
        isinstance(each, KnownDay) and each.day > objected.day for each in given
    )


def _remarks(asked: Asked) -> Iterator[Step]:
    cite = asked.frame.cite
    if asked.message is Outreach.RUNNING_APPLICATION:
        yield Step(says=phrase(NOT_ONLY), cites=cite("GDPR Art. 21(2)", "C-654/23"))
        return
    if asked.message is Outreach.ALERT:
        yield Step(says=phrase(COMMERCIAL), cites=cite("GDPR Art. 21(2)", "C-654/23"))
    yield Step(says=phrase(STOP), cites=cite("Dir. 2002/58 Art. 13(4)", "GDPR Art. 21(4)"))
    if asked.message is Outreach.UNSOLICITED and asked.reaches(*ELECTRONIC):
        yield Step(says=phrase(NOT_ANOTHER), cites=cite("GDPR Art. 95", "C-654/23"))
    if asked.address is Address.ORGANISATION:
        yield Step(says=phrase(A_BASIS), cites=cite("GDPR Art. 6(1)"))
